"""One paragraph or table of our own page: read as it was written, unless somebody has marked something in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from govdisclosure.form.blocks import Paragraph, Role
from govdisclosure.formats.html import _texts
from govdisclosure.formats.html._grid import Table
from govdisclosure.formats.html._style import SIGNED
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from govdisclosure.form.blocks import Block
    from govdisclosure.formats.html._grid import Content

Tag: TypeAlias = "tuple[str, Mapping[str, str] | None]"
"""The beginning of an element with its attributes, or its end, which has none."""

Event: TypeAlias = "str | Tag"
"""What a parser tells: some text, or a tag."""

ROLES: Final = {"h1": Role.TITLE, "h2": Role.HEADING, "p": Role.TEXT}
CELLS: Final = frozenset({"td", "th"})
# What our writer makes in a paragraph, and what an editor puts around words without a change to what they say.
_WORDS: Final = frozenset({"span", "mark", "b", "strong", "i", "em", "u"})
_PARTS: Final = frozenset({"colgroup", "col", "thead", "tbody", "tfoot", "tr", *CELLS, *_WORDS})
_CLASSES: Final = frozenset({"marked", "part", "noted", "own-indent", "together", "label", SIGNED, *_texts.KINDS})

# What our own style sheet shows to nobody, or only to those who point at it.
_UNSEEN: Final = frozenset({"hidden", "skip", "tip"})


class Shown(Protocol):
    """What takes a page apart as a browser shows it."""

    data: Callable[[str], None]

    def start(self, tag: str, attributes: Mapping[str, str], /) -> None: ...
    def end(self, tag: str, /) -> None: ...
    def close(self) -> list[Block]: ...


def role_of(begin: Event) -> Role:
    """Tell the role of a title, a heading or a paragraph of ours by the tag that it begins with."""
    assert isinstance(begin, tuple), "text has no role of its own"
    assert begin[1] is not None, "an end has none"
    return Role.SIGNATURE if SIGNED in begin[1].get("class", "").split() else ROLES[begin[0]]


def has_style(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element has a style of its own, or is hidden; our writer makes none like that."""
    return "style" in attributes or "hidden" in attributes


def _is_marked(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element may look otherwise than our writer has it: hidden, struck out, raised."""
    if "class" in attributes and not _CLASSES.issuperset(attributes["class"].split()):
        return True
    return "style" in attributes or "hidden" in attributes


def _as_seen(attributes: Mapping[str, str]) -> Mapping[str, str]:
    """Hide what our own style sheet hides."""
    is_seen = _UNSEEN.isdisjoint(attributes.get("class", "").split())
    return attributes if is_seen else {**attributes, "hidden": ""}


def text_of(unit: Iterable[Event]) -> str | None:
    """Give the text of a paragraph as it was written; None if there are marks in it that our writer never makes."""
    pieces: list[str] = []
    for event in unit:
        if isinstance(event, str):
            pieces.append(event)
        elif event[1] is not None and (event[0] not in _WORDS | ROLES.keys() or _is_marked(event[1])):
            return None
    text = "".join(pieces)
    # A paragraph is one line: <p>\n  本年度无。\n</p> was folded by a program that lays out pages.
    return None if "\n" in text else clean_text(text)


def table_of(unit: Iterable[Event]) -> Table | None:
    """Give a table, of what is in it, as it was written; None if there is something that our writer never makes."""
    table = Table()
    here: Content = []
    pieces: list[str] = []
    for event in unit:
        if isinstance(event, str):
            pieces.append(event)
            continue
        tag, attributes = event
        if attributes is None:
            if tag in CELLS:
                here.append(clean_text("".join(pieces)))
                pieces.clear()
            continue
        if tag not in _PARTS or (attributes and _is_marked(attributes)):
            return None
        if tag in CELLS or tag == "tr":
            # <tr>12<td>: a browser shows that above the table.
            if any(map(str.strip, pieces)):
                return None
            pieces.clear()
            if tag == "tr":
                table.begin_row()
            else:
                here = table.begin_cell(attributes)
    # </tr>12</tbody></table>: likewise.
    return None if any(map(str.strip, pieces)) else table


def shown(frames: Sequence[Tag], unit: Sequence[Event], page: Shown) -> list[Block]:
    """
    Give what a browser shows of a paragraph or table; of a title or heading, one line.

    Args:
        frames: The elements around it, from the outermost on.
        unit: The paragraph or table.
        page: What takes it apart.
    """
    for event in (*frames, *unit):
        if isinstance(event, str):
            page.data(event)
        elif event[1] is None:
            page.end(event[0])
        else:
            page.start(event[0], _as_seen(event[1]))
    for tag, _ in reversed(frames):
        page.end(tag)
    blocks = page.close()
    begin = unit[0]
    # pH值, words that stand in no element, begin with no tag.
    role = role_of(begin) if isinstance(begin, tuple) and begin[0] in ROLES else None
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    if role is None or len(lines) < len(blocks):
        return blocks
    if role in {Role.TEXT, Role.SIGNATURE}:
        return [Paragraph(line.text, role) for line in lines]
    # <h1>示例县财政局<br>2025年政府信息公开工作年度报告</h1>
    return [Paragraph("".join(line.text for line in lines), role)] if lines else []
