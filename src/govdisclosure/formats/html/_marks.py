"""What is shown on the form: findings and notes, by the places that they are about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, groupby
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from govdisclosure.diagnosis import Cause, causes
from govdisclosure.formats._markup import Markup, joined
from govdisclosure.formats.html import _texts
from govdisclosure.formats.html._element import element
from govdisclosure.formats.html._thresholds import MOST_AT_A_PLACE
from govdisclosure.model.findings import Finding
from govdisclosure.model.notes import Note
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.formats.html._places import Places
    from govdisclosure.model.message import Message

Shown: TypeAlias = "Finding | Note"

_KINDS: Final = tuple(_texts.KINDS)


def kind_of(shown: Shown) -> str:
    """Give the kind of mark that something is shown with."""
    if isinstance(shown, Note):
        return "note"
    return "waived" if shown.waived is not None else str(shown.severity)


@frozen
class Item:
    """
    One thing that is shown.

    Args:
        shown: The finding or note; of several findings of one cause, the gravest.
        places: The places that it is about, what is wrong first, its quoted words last.
        cause: What makes the finding; None of a note.
        sums: Of several findings, what each is about, and what it says.
        main: The places that stand out.
        around: Those that have the colour of its mark only.
    """

    shown: Shown
    places: tuple[str, ...]
    cause: Cause | None = None
    sums: tuple[tuple[str, Finding], ...] = ()
    main: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """The kind of its mark."""
        return kind_of(self.shown)

    @property
    def counts(self) -> Counter[str]:
        """How many findings or notes it is, by the kind of each: a cause can make errors and warnings."""
        return Counter(map(kind_of, (self.shown,) if self.cause is None else self.cause.findings))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of what is shown."""
        return (self.shown.code,) if self.cause is None else self.cause.codes

    @property
    def message(self) -> Message:
        """What it says."""
        return self.shown.message if self.cause is None else self.cause.message


@frozen
class Marks:
    """
    Everything that is shown on a page.

    Args:
        items: All of it, the gravest first.
        at: What is shown at a place, by its id; nothing at None, which is the id of what has none.
    """

    items: tuple[Item, ...]
    at: Mapping[str | None, Sequence[Item]]

    def classes(self, place: str | None) -> str | None:
        """
        Give the classes of a place: the gravest kind of finding, and any note.

        ``part`` says that it is only one of many, ``around`` that nothing but its colour shows it.
        """
        items = self.at.get(place, ())
        if not items:
            return None
        kinds = sorted({item.kind for item in items if item.kind != "note"}, key=_KINDS.index)[:1]
        gravest = [item for item in items if item.kind in kinds]
        part = ["part"] if gravest and all(place not in item.main for item in gravest) else []
        around = ["around"] if gravest and all(place in item.around for item in gravest) else []
        noted = ["noted"] if any(item.kind == "note" for item in items) else []
        return " ".join(("marked", *kinds, *part, *around, *noted))


def marks_of(places: Places, findings: Iterable[Finding], notes: Iterable[Note]) -> Marks:
    """Find the places of findings and notes."""
    everything = (*(_caused(cause, places) for cause in causes(findings)), *(_noted(note, places) for note in notes))
    items = sorted(everything, key=lambda item: _KINDS.index(item.kind))
    at: dict[str | None, list[Item]] = defaultdict(list)
    for item in items:
        for place in item.places:
            at[place].append(item)
    return Marks(tuple(items), dict(at))


def _noted(note: Note, places: Places) -> Item:
    return Item(note, _places(note.paths, places))


def _caused(cause: Cause, places: Places) -> Item:
    gravest = max(cause.findings, key=lambda finding: finding.severity)
    quoted = [finding.quote.path for finding in cause.findings if finding.quote is not None]
    named = _places((*cause.paths, *quoted), places)
    around = frozenset(_places(cause.around, places))
    several = len(cause.findings) > 1
    sums = tuple((_first_name(finding, places), finding) for finding in cause.findings) if several else ()
    return Item(gravest, named, cause, sums, _main(cause, named, places) - around, around)


def _main(cause: Cause, named: Sequence[str], places: Places) -> frozenset[str]:
    """Give the places that stand out: those of what is wrong, or the first one."""
    return frozenset(_places(cause.wrong, places) if cause.wrong else named[:1])


def _places(paths: Iterable[str], places: Places) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(map(places.of, paths))))


def _first_name(finding: Finding, places: Places) -> str:
    return places.name(finding.paths[0])


def said(item: Item) -> Markup:
    """Say what is shown at a place: what it is, what is wrong, what was expected, and where the rule stands."""
    return element("span", heading(item), *facts(item), class_=f"said {item.kind}")


def said_of(items: Sequence[Item]) -> Iterator[Markup]:
    """Say what is shown at one place; of very many things the first, and how many more the list has."""
    yield from map(said, items[:MOST_AT_A_PLACE])
    if len(items) > MOST_AT_A_PLACE:
        yield element("span", _texts.more(len(items) - MOST_AT_A_PLACE), class_="said")


def heading(item: Item) -> Markup:
    """Give the kind of an item, with its sign, and its code."""
    kind = element("b", sign(item.kind), " ", _texts.KINDS[item.kind])
    codes = (element("code", element("bdi", clean_text(code))) for code in item.codes)
    return joined(kind, *codes, by=" ")


def facts(item: Item) -> Iterator[Markup]:
    """Give the facts of an item, each a line of its own, in which no mark of direction reaches further."""
    yield element("bdi", clean_text(item.message.zh), class_="message")
    lines = _texts.facts_of_note(item.shown) if isinstance(item.shown, Note) else _texts.facts(item.shown)
    if item.sums:
        lines = _texts.facts_of_sums(item.sums)
    yield from (element("bdi", clean_text(line), class_="fact") for line in lines)


def sign(kind: str) -> Markup:
    """Give the sign of a kind, of a shape of its own."""
    return element("span", class_=f"sign {kind}", aria_hidden="true")


def quoted(text: str, path: str | None, marks: Marks) -> Markup:
    """Give the text of a paragraph with the words marked that findings quote."""
    if path not in marks.at:
        return joined(text)
    kinds = [""] * len(text)
    for item in marks.at.get(path, ()):
        quote = None if isinstance(item.shown, Note) else item.shown.quote
        if quote is not None and quote.path == path:
            for at in range(max(quote.start, 0), min(quote.end, len(text))):
                kinds[at] = kinds[at] or item.kind  # The gravest comes first.
    parts, start = [], 0
    for kind, run in groupby(kinds):
        end = start + len(list(run))
        parts.append(element("mark", text[start:end], class_=kind) if kind else text[start:end])
        start = end
    return joined(*parts)
