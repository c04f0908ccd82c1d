"""Automatic numbers of paragraphs, as the text that Word shows before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from govdisclosure.formats.docx._thresholds import LARGEST_NUMBER, LEVELS, LONGEST_LABEL
from govdisclosure.formats.docx._xml import Element, is_on, number, value_of, w
from govdisclosure.vocabulary.numerals import counted, spelt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from govdisclosure.formats.docx._styles import Styles

_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_OF_RECEIPTS: Final = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_PLACE: Final = re.compile("%([1-9])")


def _digital(count: int) -> str:
    return spelt(str(count)).replace("〇", "○")


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        written += letters * times
    return written


def _letter(count: int) -> str:
    """Write a number as a letter: a to z, then aa, bb and so on."""
    times, place = divmod(max(count, 1) - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def _signs(signs: Sequence[str]) -> Callable[[int], str]:
    """Give what writes a number as one of some signs, as far as these go."""
    return lambda count: signs[count - 1] if 1 <= count <= len(signs) else str(count)


_circled = _signs("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


def _legal(count: int) -> str:
    """Write a number as a receipt has it: 壹拾贰."""
    plain = counted(count)
    return f"一{plain}".translate(_OF_RECEIPTS) if plain.startswith("十") else plain.translate(_OF_RECEIPTS)


def _full_width(count: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(count))


_FORMATS: Final[Mapping[str | None, Callable[[int], str]]] = {
    "chineseCounting": counted,
    "chineseCountingThousand": counted,
    "japaneseCounting": counted,
    "taiwaneseCounting": counted,
    "taiwaneseCountingThousand": counted,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": _digital,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _signs("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalEnclosedParen": _signs("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "numberInDash": "- {} -".format,
    "chineseLegalSimplified": _legal,
    "ideographEnclosedCircle": _signs("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "ideographTraditional": _signs("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _signs("子丑寅卯辰巳午未申酉戌亥"),
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}
"""How numbers are written by the names of Word's formats; in digits by any other, and by none."""

_DIGIT: Final = re.compile(r"\d")


@frozen
class _Level:
    """One level of a list: where it starts, how its number is written, the text around it, and who declares it."""

    start: int
    format: str | None
    text: str
    in_digits: bool
    restarts: bool
    declared: Element

    def write(self, count: int, *, in_digits: bool = False) -> str:
        """Write a number of this level."""
        if self.format == "none":
            return ""
        plain = in_digits or count > LARGEST_NUMBER
        return str(count) if plain else _FORMATS.get(self.format, str)(count)


@frozen
class _List:
    """
    A list.

    Args:
        levels: Its levels.
        counts: How far each level has counted; one for all lists made after the same.
        begins: The levels that begin anew as soon as a paragraph of this list comes.
    """

    levels: dict[int, _Level]
    counts: dict[int, int]
    begins: set[int]


class Numbering:
    """
    The numbers of a document's paragraphs, which are asked for in their order.

    Args:
        part: The part that declares the lists; None where there is none.
        styles: The styles, which can number their paragraphs.
    """

    def __init__(self, part: Element | None, styles: Styles) -> None:
        self._styles = styles
        # Of the lists that a document declares, it uses few.
        self._lists: dict[str | None, _List] = {}
        self._models: dict[str | None, tuple[dict[int, _Level], dict[int, int]]] = {}
        self._declared_models: dict[str | None, Element] = {}
        self._declared: dict[str | None, Element] = {}
        # Many lists are made after one model, which may be long.
        self._links: dict[str | None, str | None] = {}
        if part is None:
            return
        self._declared_models = {one.get(w("abstractNumId")): one for one in part.findall(w("abstractNum"))}
        made = (one for one in part.findall(w("num")) if value_of(one, "abstractNumId") in self._declared_models)
        self._declared = {one.get(w("numId")): one for one in made}

    def label(self, numbered: Element | None, style: str | None) -> tuple[str | None, Element | None]:
        """
        Count a paragraph.

        Args:
            numbered: What it says of its number.
            style: The style that it names.

        Returns:
            Its number with what stands around it, empty for none, None where nothing tells it; and what says how that
            looks.
        """
        if not self._declared:
            return "", None
        name = level = None
        if numbered is not None:
            name, level = value_of(numbered, "numId"), value_of(numbered, "ilvl")
        if name is None:
            name, inherited = self._styles.numbered(style)
            level = inherited if level is None else level
        if name not in self._declared:
            return "", None
        known = self._list(name)
        at = min(number(level, 0), LEVELS - 1)
        if at not in known.levels:
            return None, None
        return _count(known, known.levels[at], at), known.levels[at].declared

    def _list(self, name: str | None) -> _List:
        """Give a list that is declared."""
        if name not in self._lists:
            declared = self._declared[name]
            model = self._model(declared)
            if model not in self._models:
                self._models[model] = (_levels(self._declared_models[model]), {})
            self._lists[name] = _made_after(*self._models[model], declared)
        return self._lists[name]

    def _model(self, declared: Element) -> str | None:
        """Give the model after which a list is made, or that of the list to whose style it is a link."""
        model = value_of(declared, "abstractNumId")
        # <w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="a1"/></w:abstractNum>
        if model not in self._links:
            self._links[model] = value_of(self._declared_models[model], "numStyleLink")
        link = self._links[model]
        linked = None if link is None else self._declared.get(self._styles.numbered(link)[0])
        return model if linked is None else value_of(linked, "abstractNumId")


def _made_after(levels: dict[int, _Level], counts: dict[int, int], declared: Element) -> _List:
    """Give the list that is made after a model, with what it says otherwise."""
    made = _List(dict(levels), counts, set())
    for override in declared.findall(w("lvlOverride")):
        made.levels.update(_levels(override))
        start, at = value_of(override, "startOverride"), _level_of(override)
        if start is not None and at in made.levels:
            made.levels[at] = evolve(made.levels[at], start=number(start, 0))
            made.begins.add(at)
    return made


def _levels(declared: Element) -> dict[int, _Level]:
    return {
        _level_of(level): _Level(
            start=number(value_of(level, "start"), 0),
            format=value_of(level, "numFmt"),
            text=(value_of(level, "lvlText") or "")[:LONGEST_LABEL],
            in_digits=bool(is_on(level, "isLgl")),
            restarts=value_of(level, "lvlRestart") != "0",
            declared=level,
        )
        for level in declared.findall(w("lvl"))
    }


def _level_of(declared: Element) -> int:
    return min(number(declared.get(w("ilvl")), 0), LEVELS - 1)


def _count(known: _List, level: _Level, at: int) -> str:
    for begun in known.begins:
        known.counts.pop(begun, None)
    known.begins.clear()
    known.counts[at] = known.counts.get(at, level.start - 1) + 1
    for deeper in [deeper for deeper in known.counts if deeper > at]:
        if deeper in known.levels and known.levels[deeper].restarts:
            del known.counts[deeper]
    # A dot from a font of symbols says nothing, but a bullet can be any text.
    if level.format == "bullet" and not _DIGIT.search(level.text):
        return ""
    # （%1）, or %1.%2 for a level below another
    return _PLACE.sub(lambda place: _number_at(known, level, int(place[1]) - 1), level.text)


def _number_at(known: _List, level: _Level, at: int) -> str:
    one = known.levels.get(at)
    return "" if one is None else one.write(known.counts.get(at, one.start), in_digits=level.in_digits)
