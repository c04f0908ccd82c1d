"""The labels of the tables, as they stand in documents: folded, in variants, damaged."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.form.figures import PLAIN, is_figure
from govdisclosure.form.grids import figure_rows, form_rows, header_labels
from govdisclosure.form.thresholds import (
    CLOSE_LABEL,
    LEAST_LETTERS,
    LEAST_TABLE_LABELS,
    LONGEST_DAMAGED_LABEL,
    LONGEST_GLUED_LABEL,
    NEARLY_AS_LIKELY,
)
from govdisclosure.model.editions import edition_of, table_class
from govdisclosure.model.report import TABLE_CLASSES, TABLES
from govdisclosure.model.structure import cache
from govdisclosure.vocabulary.fold import fold, fold_characters, header_key, key
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.memory import remembered
from govdisclosure.vocabulary.spellings import LABELS, official_column_head

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from govdisclosure.model.structure import Table

# 行政许可 填写本年处理决定数量, 行政强制（填1至12月
_INSTRUCTION: Final = re.compile(r"(?<=..)[(（\[【<:：\s].*", re.DOTALL)
# 规章000, 行政许可3件
_GLUED: Final = "0123456789,./+−—–件零无增减少加元万NA不适用-"
_STROKES: Final = "/-—–−"
_GLUABLE: Final = frozenset("0123456789０１２３４５６７８９件零无無元A/-—用")
_LETTERS: Final = re.compile(f"[{HAN}]{{2}}")
_BLANKS: Final = frozenset(" \t\n\u3000\u00a0")


@frozen
class Match:
    """
    A label of the form that was recognised.

    Args:
        row: Which row of figures it is the label of; None for any other label.
        odd: Whether it was recognised in spite of damage.
    """

    row: int | None
    odd: bool = False


@frozen
class TableLabels:
    """
    The labels of one table of one edition, by their keys.

    Args:
        rows: Key of the innermost label of each row of figures, and the number of the row.
        others: Keys of all other labels.
        compounds: Keys of labels of rows with the labels that reach over them, and the number of the row.
        match: Recognises a label; gives None for what is no label of this table.
        has_no_part: Tells whether a text has words that are no label of this table, nor a piece of one: 个体工商户.
        letters: The letters of each label of a row and of the others.
        whole: What each label is, where it is not damaged.
        beginnings: What the labels begin with, in every length.
        endless: The labels with which no longer one begins.
    """

    rows: dict[str, int]
    others: frozenset[str]
    compounds: dict[str, int]
    letters: dict[str, frozenset[str]] = field(init=False, eq=False, repr=False)
    beginnings: frozenset[str] = field(init=False, eq=False, repr=False)
    whole: dict[str, Match] = field(init=False, eq=False, repr=False)
    endless: frozenset[str] = field(init=False, eq=False, repr=False)
    match: Callable[[str], Match | None] = field(init=False, eq=False, repr=False)
    has_no_part: Callable[[str], bool] = field(init=False, eq=False, repr=False)

    @letters.default
    def _letters_of_labels(self) -> dict[str, frozenset[str]]:
        return {label: frozenset(label) for label in (*self.rows, *sorted(self.others))}

    @beginnings.default
    def _beginnings_of_labels(self) -> frozenset[str]:
        labels = (*self.rows, *self.compounds, *self.others)
        return frozenset(label[:length] for label in labels for length in range(len(label) + 1))

    @endless.default
    def _labels_that_begin_none(self) -> frozenset[str]:
        labels = (*self.rows, *self.compounds, *self.others)
        begun = frozenset(label[:length] for label in labels for length in range(len(label)))
        return frozenset(labels) - begun

    @match.default
    def _remembered_match(self) -> Callable[[str], Match | None]:
        return remembered(self._match)

    @has_no_part.default
    def _remembered_has_no_part(self) -> Callable[[str], bool]:
        return remembered(self._has_no_part)

    @whole.default
    def _matches_of_labels(self) -> dict[str, Match]:
        rows = {**self.compounds, **self.rows}
        return {**{label: Match(None) for label in self.others}, **{label: Match(row) for label, row in rows.items()}}

    @property
    def row_keys(self) -> frozenset[str]:
        """The keys of all labels of rows, with those that reach over them or without."""
        return frozenset((*self.rows, *self.compounds))

    def _match(self, text: str) -> Match | None:
        label = self.resembled(text)
        if label is None:
            return None
        match = self._exact(label)
        return match and Match(match.row, odd=label != key(text))

    def resembled(self, text: str) -> str | None:
        """Give the key of the label that a text is, or else is most like; None for what is no label of this table."""
        words = key(text)
        if self._has(words):
            return words
        # 3、其它
        other = words.replace("其它", "其他")
        if self._has(other):
            return other
        # 维持, which is 结果维持
        head = official_column_head(words)
        if head in self.others:
            return head
        return None if len(words) < LEAST_LETTERS or words.isascii() else self._most_like(text, words)

    def _most_like(self, text: str, words: str) -> str | None:
        # 3.其他3.其他, twice in one cell
        half = words[: len(words) // 2]
        if words == half * 2 and self._has(half):
            return half
        for whole in (header_key(text), _key_before_meaning(text)):
            if self._has(whole):
                return whole
        if len(words) > LONGEST_DAMAGED_LABEL:
            return None
        # Only labels with enough letters in common are compared in earnest.
        letters = set(words)
        near = [label for label, own in self.letters.items() if len(letters & own) * 2 >= len(letters)]
        if not near or label_key(text) != words:
            return None
        return next(iter(difflib.get_close_matches(words, near, n=1, cutoff=CLOSE_LABEL)), None)

    def unglued(self, text: str) -> tuple[str, str] | None:
        """Take a label of a row and the figures behind it apart, where nothing stands between them."""
        if text[-1:] not in _GLUABLE or text.isdigit():
            return None
        folded = fold_characters(text)
        end = self._end_before_figures(folded, len(folded.rstrip(_GLUED)))
        whole = text if len(text) == len(folded) else folded
        return None if end is None else (whole[:end], whole[end:])

    def _end_before_figures(self, text: str, start: int) -> int | None:
        """Tell where the label of a row ends in a text that has nothing but figures from ``start`` on."""
        if not 0 < start < len(text):
            return None
        # 规章（本级）312
        remarked = self.remarked(text[:start]) if text[start - 1] == ")" else None
        if remarked:
            return start if remarked.row is not None else None
        # 规章///, of which the key is that of the label
        is_stroke = len(text.rstrip(_STROKES)) < len(text)
        # 甲3件: what no label begins with is not looked at letter by letter.
        if key(text[:start]) not in self.beginnings or (self._exact(key(text)) and not is_stroke):
            return None
        for end in range(start, min(len(text), LONGEST_GLUED_LABEL)):
            match = self._exact(key(text[:end])) if text[end - 1] not in _BLANKS else None
            if match:
                return end if match.row is not None else None
        return None

    def can_begin_with(self, text: str) -> bool:
        """Tell whether a label, or one with a remark in brackets, can begin with a text that goes on."""
        # What follows can make another letter of the last one: 資, and then 訊, which make 信息 together.
        return key(text) in self.beginnings or key(text[:-1]) in self.beginnings or "(" in fold(text)

    def ends_with(self, text: str, behind: str) -> bool:
        """Tell whether a text is a whole label that cannot go on in the words behind it, nor can these be a remark."""
        # 总计 | ）
        if key(text) not in self.endless or not key(behind):
            return False
        return "(" not in fold(text) + fold(behind)

    def remarked(self, text: str) -> Match | None:
        """Recognise a label that is whole but for remarks in parentheses behind it."""
        return self._exact(header_key(text))

    def exact(self, text: str) -> Match | None:
        """Recognise a label that is not damaged."""
        return self._exact(key(text))

    def is_row(self, text: str) -> bool:
        """Tell whether a text is the label of a row that is not damaged."""
        match = self.whole.get(key(text))
        return match is not None and match.row is not None

    def skips_row(self, group: str, text: str) -> bool:
        """Tell whether a text is the label of a group and that of a row in it, but not of its first row."""
        # （五）不予处理 2.重复申请: the label of the row between them is lost
        row, begins = self.compounds.get(key(text), 0), key(group)
        return any(number == row - 1 and label.startswith(begins) for label, number in self.compounds.items())

    def _has_no_part(self, text: str) -> bool:
        words = key(text)
        labels = (*self.rows, *self.compounds, *self.others)
        return _LETTERS.search(words) is not None and not any(words in label for label in labels)

    def words_beside(self, text: str) -> str:
        """Give the key of what a text has beside labels of this table; nothing for a piece of one."""
        words = key(text) if self.has_no_part(text) else ""
        # 信息内容本年新公开数量, heads with nothing between them
        for label in sorted(self.letters, key=len, reverse=True) if words else ():
            words = words.replace(label, "")
        return words

    def _has(self, label: str) -> bool:
        return label in self.whole

    def _exact(self, label: str) -> Match | None:
        return self.whole.get(label)


@cache
def table_labels(cls: type[Table]) -> TableLabels:
    """Give the labels of a table, those of its rows in every spelling."""
    rows: dict[str, int] = {}
    others = {key(label) for label in header_labels(cls)}
    for number, row in enumerate(figure_rows(cls)):
        if row.labels:
            *groups, label = row.labels
            others.update(map(key, groups))
            # 规范性文件 | 2 | 0 | 5
            for spelling in (label, *LABELS.get(label, ())):
                rows.setdefault(key(spelling), number)
    for number, row in enumerate(figure_rows(cls)):
        if row.labels:
            rows.setdefault(header_key(row.labels[-1]), number)
    return TableLabels(rows, frozenset(others - rows.keys()), _compounds(cls))


def _compounds(cls: type[Table]) -> dict[str, int]:
    compounds: dict[str, int] = {}
    for number, row in enumerate(figure_rows(cls)):
        for start in range(len(row.labels) - 1):
            compounds["".join(map(key, row.labels[start:]))] = number
            # 三、本年度办理结果 1.本机关不掌握相关政府信息, where a page has 三、 beside the row in the middle
            compounds[key(row.labels[start] + row.labels[-1])] = number
    return compounds


@cache
def _all_labels() -> tuple[TableLabels, ...]:
    return tuple(map(table_labels, TABLE_CLASSES))


@cache
def all_keys() -> frozenset[str]:
    """Give the keys of every label of every table."""
    return _row_keys().union(*(labels.others for labels in _all_labels()))


def is_part_of_label(words: str) -> bool:
    """Tell whether a key is that of a label, or of a part of one: 申请人逾期未按收费通知要求缴纳费."""
    return words in _keys_in_one_text()


@cache
def _keys_in_one_text() -> str:
    """Give the keys of every label, between which blanks stand, which no key has."""
    return " ".join(all_keys())


@cache
def _row_keys() -> frozenset[str]:
    return frozenset[str]().union(*(labels.row_keys for labels in _all_labels()))


def _key_before_meaning(text: str) -> str:
    """Give the key of a label without what it means, in brackets or behind a colon or a blank: 规章：指…."""
    return key(_INSTRUCTION.sub("", fold_characters(text).strip()))


def is_row_key(label: str) -> bool:
    """Tell whether a key is that of a label of a row of figures."""
    return label in _row_keys()


def is_explained(text: str) -> bool:
    """Tell whether a text is the label of a row of any table with what it means behind it: 行政许可（指本年办结的）."""
    # 行政许可：指本年办结的。 0 0 346 has figures of the row behind that.
    return text.rstrip()[-1:] not in _GLUABLE and is_row_key(_key_before_meaning(text))


def is_glued(text: str) -> bool:
    """Tell whether a text is a label of a row of any table with figures behind it: 规章312, 规章///."""
    return text[-1:] in _GLUABLE and any(labels.unglued(text) for labels in _all_labels())


@remembered
def label_key(text: str) -> str:
    """Give the key of a text, of a label with figures glued to it that of the label."""
    words = key(text)
    if words in all_keys() or text[-1:] not in _GLUABLE:
        return words
    glued = next(filter(None, (labels.unglued(text) for labels in _all_labels())), None)
    return key(glued[0]) if glued else words


@remembered
def _known_key(text: str) -> str:
    words = official_column_head(label_key(text))
    # 本年处理决定数量（件）, but （二）部分公开（区分处理的，只计这一情形，不计其他情形）
    return words if words in all_keys() else official_column_head(header_key(text))


def label_keys(texts: Iterable[str]) -> frozenset[str]:
    """Give the keys of the labels of any table that these cells hold."""
    return all_keys().intersection(map(_known_key, frozenset(texts)))


def table_of(keys: Collection[str]) -> str | None:
    """Tell which section's table the labels with these keys are of; None if they are of none."""
    best, most = None, LEAST_TABLE_LABELS - 1
    for section, classes in TABLES.items():
        hits = max(len(_hits(keys, cls)) for cls in classes)
        if hits > most:
            best, most = section, hits
    return best


def sections_of(lines: Sequence[Sequence[str]]) -> list[str]:
    """
    Tell for each line of a run of tables of which section's it is.

    A label that only one table has decides; other lines belong to the table before them, the first to the one behind.

    Args:
        lines: The cells of each line; some of them are such labels, or ``table_of`` would not know them for a table.
    """
    labels = frozenset(map(_known_key, frozenset(chain.from_iterable(lines))))
    known = {_telling_keys()[label] for label in labels & _telling_keys().keys()}
    if len(known) == 1:
        return list(known) * len(lines)
    # 上年 | 1 | 0 | … of table IV and 制作, the last piece of a label of table III, are no heads in other words.
    told = [_only_section(map(_known_key if _can_be_heads(cells) else label_key, cells)) for cells in lines]
    current = next(filter(None, told))
    sections: list[str] = []
    for section in told:
        current = section or current
        sections.append(current)
    return sections


def _can_be_heads(cells: Sequence[str]) -> bool:
    """Tell whether cells of a line can be heads of columns in other words: several, or one that is no short word."""
    is_long = len(cells) > 1 or any(len(key(text)) >= LEAST_LETTERS for text in cells)
    return is_long and not any(map(is_figure, cells))


def _only_section(keys: Iterable[str]) -> str | None:
    known = _telling_keys()
    told = [known[label] for label in keys if label in known]
    return max(told, key=told.count, default=None)


@cache
def _telling_keys() -> dict[str, str]:
    """Give the keys that labels of one section's table have and no other, with that section; none of a word or two."""
    holding: dict[str, set[str]] = {}
    for section, classes in TABLES.items():
        for labels in map(table_labels, classes):
            for label in labels.row_keys | labels.others:
                holding.setdefault(label, set()).add(section)
    telling: dict[str, str] = {}
    for label, sections in holding.items():
        # A short one can be a piece of another: 其他 of 其他结果.
        if len(sections) == 1 and len(label) >= LEAST_LETTERS:
            (telling[label],) = sections
    return telling


def editions_printed(section: str, texts: Iterable[str], year: int | None = None) -> list[type[Table]]:
    """
    Tell of which edition these cells of a table are: that which explains most of their labels and lacks fewest rows.

    An odd label counts as the one that it is most like in any edition. Where the labels do not tell, the edition is
    that of the year; where that is not known either, the current one.

    Returns:
        The likeliest first, and those that are nearly as likely.
    """
    classes = TABLES[section]
    if len(classes) == 1:
        return list(classes)
    texts = frozenset(texts).difference(PLAIN)
    keys = label_keys(texts).union([_resembled(section, text) for text in texts]) - {""}
    usual = None if year is None else table_class(section, edition_of(year))
    # Of a table without a row or head that only one edition has, nothing tells which rows it should have.
    tells = not keys.isdisjoint(_keys_of_one_edition(section))
    likeness = {cls: _likeness(keys, cls) if tells else 0 for cls in classes}
    ranked = sorted(classes, key=lambda cls: (-likeness[cls], cls is not usual))
    return [cls for cls in ranked if likeness[cls] >= likeness[ranked[0]] - NEARLY_AS_LIKELY]


@remembered
def _resembled(section: str, text: str) -> str:
    """Give the key of the label of a section's table, in any edition, that a text is most like; nothing for none."""
    return _labels_of(section).resembled(text) or ""


@cache
def _keys_of_one_edition(section: str) -> frozenset[str]:
    """Give the keys that are labels of rows, or other labels, of a section's table in some editions and not in all."""
    labels = list(map(table_labels, TABLES[section]))
    rows, others = [each.row_keys for each in labels], [each.others for each in labels]
    return frozenset().union(*rows, *others) - (frozenset.intersection(*rows) | frozenset.intersection(*others))


@cache
def _labels_of(section: str) -> TableLabels:
    """Give the labels of a section's table in all editions together; the numbers of their rows are those of none."""
    rows: dict[str, int] = {}
    compounds: dict[str, int] = {}
    others: set[str] = set()
    for labels in map(table_labels, TABLES[section]):
        rows |= labels.rows
        compounds |= labels.compounds
        others |= labels.others
    return TableLabels(rows, frozenset(others - rows.keys()), compounds)


def rows_named(keys: Iterable[str], cls: type[Table]) -> set[int]:
    """Give the rows of a table whose labels are among these keys."""
    return _rows_among(_hits(keys, cls))


def labels_named(keys: Iterable[str], cls: type[Table]) -> bool:
    """Tell whether labels of a table are among these keys, of rows or of others."""
    return bool(_hits(keys, cls))


def _rows_among(hits: Iterable[int | str]) -> set[int]:
    return {mark for mark in hits if isinstance(mark, int)}


def _likeness(keys: frozenset[str], cls: type[Table]) -> float:
    """Tell how much of a table is there: its labels, less half of the rows that are missing."""
    hits = _hits(keys, cls)
    return len(hits) - (len(figure_rows(cls)) - len(_rows_among(hits))) / 2


def _hits(keys: Iterable[str], cls: type[Table]) -> set[int | str]:
    """Give the labels of a table that are among these keys, each row once."""
    marks = _marks(cls)
    return {marks[label] for label in keys if label in marks}


@cache
def _marks(cls: type[Table]) -> dict[str, int | str]:
    """Give the keys of the labels of a table, with the numbers of their rows or, of all others, themselves."""
    labels = table_labels(cls)
    return {**{label: label for label in labels.others}, **labels.compounds, **labels.rows}


@cache
def plain_keys() -> frozenset[str]:
    """Give the keys of every label of every table without the remarks in them."""
    rows = chain.from_iterable(map(form_rows, TABLE_CLASSES))
    return frozenset(header_key(cell.text) for cell in chain.from_iterable(rows))


def is_of_other_edition(header: str, cls: type[Table]) -> bool:
    """Tell whether the key of a header is that of another edition of a table, and none of this one."""
    return header not in table_labels(cls).others and any(header in labels.others for labels in _all_labels())


def labels_of_other_editions(section: str, texts: Iterable[str], cls: type[Table]) -> set[str]:
    """Give the keys of the labels of rows that texts are, or are most like, and that an edition of a table lacks."""
    labels = table_labels(cls)
    others = _labels_of(section).rows.keys() - labels.row_keys - labels.others
    return others.intersection(_resembled(section, text) for text in frozenset(texts).difference(PLAIN))
