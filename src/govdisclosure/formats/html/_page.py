"""A page that somebody else published: its lines and tables as a browser shows them, without its furniture."""

from __future__ import annotations

import inspect
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import evolve

from govdisclosure.form.stand_ins import FIELD, LOWERED, PICTURE, RAISED, STRUCK
from govdisclosure.formats._limits import Limits, beyond
from govdisclosure.formats.html import _shown
from govdisclosure.formats.html._containers import Containers
from govdisclosure.formats.html._decode import KEPT
from govdisclosure.formats.html._effects import HIDING, PLAIN, Effect, Mark, look_of
from govdisclosure.formats.html._painted import painted
from govdisclosure.formats.html._plain_lines import LINES
from govdisclosure.formats.html._shade import is_usually_seen
from govdisclosure.formats.html._shown import BLOCKS, COLUMNS, ROOTS, ROWS
from govdisclosure.formats.html._styled import Styled

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.formats.html._effects import Look
    from govdisclosure.formats.html._text import Attributes, End

    _Begin: TypeAlias = Callable[["Page", Attributes], End | bool]


PLACE: Final = "\0place"
"""The attribute, which no page has, of an element that is read out of its turn: its place among all."""


class Page(Styled):
    """
    Target of a parser: takes a page apart, element by element.

    Args:
        limits: The bounds within which it is read.
        is_in_doubt: Whether nobody knows what is seen of any figure.
        is_old: Whether it is of the old kind.
    """

    def __init__(self, limits: Limits, *, is_in_doubt: bool = False, is_old: bool = False) -> None:
        super().__init__(limits, is_in_doubt=is_in_doubt)
        self._is_old = is_old
        # How the links of the page look.
        self._linked = PLAIN
        # Whether elements in one that is not shown could show themselves again.
        self._veiled = False

    def start(self, tag: str, attributes: Attributes, *, look: Look | None = None) -> None:
        """
        Begin an element.

        Args:
            tag: Its name.
            attributes: Its attributes.
            look: What its style and the style sheets of the page do to it; None where only its style does.

        Raises:
            ReadError: If it is too deep.
        """
        if self._skipped:
            self._skipped += 1
            self._pass_over(attributes, look)
            return
        begin = _BEGIN.get(tag)
        if look is not None or (attributes and not _STYLED.isdisjoint(attributes)):
            look = _look(attributes, look, is_old=self._is_old)
            if look is not PLAIN:
                begin = self._with_lines(begin, tag, look)
            elif LINES in attributes:
                begin = Page.paragraphs
        opened = self._open
        if begin is not None:
            opened.append(begin(self, attributes))
        elif tag in BLOCKS:
            if self._pieces:
                self.end_line()
            opened.append(True)
        else:
            opened.append(False)
        if len(opened) > self._deepest:
            raise beyond(self._limits, "max_depth")

    def _pass_over(self, attributes: Attributes, look: Look | None) -> None:
        """Begin an element in one that is not shown."""
        if not self._veiled:
            self.take_texts(attributes)
        # <div style="visibility:hidden"><p style="visibility:visible">
        elif (look or look_of(attributes.get("style", ""), is_old=self._is_old)).is_shown:
            self._instead = PICTURE

    def end(self, _tag: str) -> None:
        """End an element."""
        if self._skipped:
            self._skipped -= 1
            if self._skipped:
                return
            self._veiled = False
        due = self._open.pop()
        if due is True:
            if self._pieces:
                self.end_line()
        elif due is not False:
            due()

    def _as_shown(self, begin: _Begin | None, tag: str, look: Look) -> _Begin | None:
        """Tell how to begin an element of some look, which may matter, instead."""
        # <body style="opacity:0">, until a script has run
        if tag in ROOTS:
            return _shaded(begin, tag, evolve(look, size=None), Mark.NONE)
        # <dialog style="display:block">
        if begin is Page.dialog and look.is_block is not None and self._tables:
            self._tables[-1].is_in_doubt = True
        self._veiled = look.effect is Effect.VEILED or look.effect is Effect.TINY
        if tag in ROWS or tag in COLUMNS or begin is Containers.cell:
            return self._of_table(begin, tag, look)
        # <p style="display:table-column">: a column has no content that is shown
        if look.display.startswith("table-column"):
            return _shaded(begin, tag, evolve(look, around=Mark.UNSEEN), Mark.UNSEEN)
        # <div style="display:none">
        is_block = look.is_block if look.is_block is not None else begin in _OF_BLOCKS or tag in BLOCKS
        is_odd = look.effect in _RAISING and bool(self._tables) and look.inline is Mark.UNSEEN
        is_simple = not is_block and begin is None and not is_odd
        known = _SKIPPED.get(look.effect) or (_BEGIN_WITH.get(look.effect) if is_simple else None)
        if known is not None:
            return known
        if self._tables:
            return _in_cell(begin, tag, look, is_block=is_block)
        return _outside(begin, tag, look, is_block=is_block)

    def _of_table(self, begin: _Begin | None, tag: str, look: Look) -> _Begin | None:
        """Tell how to begin a cell, a row or a column of some look."""
        table = self._tables[-1] if self._tables else None
        # <td style="visibility:hidden">
        if begin is Containers.cell and look.effect in {Effect.VEILED, Effect.FADED}:
            return Page.veiled_cell
        # <tr style="display:none">
        if look.effect is Effect.GONE and tag not in COLUMNS:
            return Page.skip
        if table is None:
            return begin
        # <col style="visibility:collapse">
        if tag in COLUMNS:
            is_plain = look.effect is None and look.block is Mark.NONE and is_usually_seen(look)
            table.is_in_doubt = table.is_in_doubt or not is_plain
            return begin
        kinds = _DISPLAYED.get(tag, _DISPLAYED["td"])
        # <td style="display:block">, <td style="float:left">
        is_moved = look.moves or (look.adds and tag in ROWS) or not kinds.issuperset(look.display.split())
        table.is_in_doubt = table.is_in_doubt or is_moved
        hidden = look.is_animated or look.effect in _NO_FIGURE
        return _shaded(begin, tag, look, Mark.UNSEEN if hidden else look.block)

    def body(self, attributes: Attributes) -> bool:
        """Begin the body, which may say what colour all links have."""
        self.end_line()
        # <body link=white>
        look = painted(PLAIN, {"color": attributes.get("link", "")})
        self._linked = PLAIN if is_usually_seen(look) else look
        return True

    def anchor(self, attributes: Attributes) -> End | bool:
        """Begin a link, which may have a colour of its own."""
        due = self.link(attributes)
        if isinstance(due, bool) or self._linked is PLAIN:
            return due
        leave = self.enter(self._linked, Mark.NONE)

        def end() -> None:
            leave()
            due()
            self._begin_stretch()

        return end

    def _with_lines(self, begin: _Begin | None, tag: str, look: Look) -> _Begin | None:
        """Tell how to begin an element of some look, a block that says which lines it has among others."""
        is_block = tag in BLOCKS or begin in _OF_BLOCKS
        # <td style="white-space:pre-wrap">: where lines break in cells tells nothing.
        if not look.white_space or not is_block or self._tables:
            return self._as_shown(begin, tag, look)
        shown = self._as_shown(None if begin is Page.pre else begin, tag, look)
        return partial(Page.lines, begin=shown, are_kept=look.white_space not in _WRAPPED)

    def lines(self, attributes: Attributes, *, begin: _Begin | None, are_kept: bool) -> End:
        """Begin a block in which the lines of the source are those of the page, or are none."""
        self.end_line()
        preformatted = self._preformatted
        self._preformatted = 0
        end_lines = self.pre(attributes) if are_kept else self.end_line
        due = begin(self, attributes) if begin is not None else False

        def end() -> None:
            if not isinstance(due, bool):
                due()
            end_lines()
            self._preformatted = preformatted

        return end

    def box(self, attributes: Attributes) -> End | bool:
        """Begin a block of any kind, which may be furniture."""
        self.end_line()
        return self.furniture(attributes) if _shown.is_furniture(attributes) else True

    def furniture(self, _attributes: Attributes) -> End:
        """Begin what is there on every page of a site: dropped, unless a report or the figure of a cell is in it."""
        self.end_line()
        here, start = self._here, len(self._here)
        holds_none = _shown.holds_no_figure if self._tables else _shown.holds_no_report

        def end() -> None:
            self.end_line()
            if self._here is here and holds_none(here[start:]):
                del here[start:]

        return end


def _look(attributes: Attributes, look: Look | None, *, is_old: bool) -> Look:
    """Give the look of an element: by the style sheets of the page or its own style, and by its other attributes."""
    if look is None:
        look = look_of(attributes.get("style", ""), is_old=is_old)
    if _LOOKS.isdisjoint(attributes):
        return look
    look = painted(look, attributes)
    # <b popover>9</b>, which is not shown until a script shows it
    until = attributes.get("hidden", attributes.get("popover"))
    return look if until is None else _hidden(look, until)


def _hidden(look: Look, until: str) -> Look:
    """Give the look of an element that is hidden; one that a search finds shows itself in some cases."""
    if until.lower() == "until-found":
        return evolve(look, inline=Mark.UNSEEN, block=Mark.UNSEEN, around=Mark.UNSEEN)
    # <td hidden style="display:inline">, which is shown
    return look if look.display else evolve(look, effect=Effect.GONE)


def _in_cell(begin: _Begin | None, tag: str, look: Look, *, is_block: bool) -> _Begin | None:
    """Tell how to begin an element in a cell of some look."""
    mark = look.block if is_block else look.inline
    is_hidden = is_block and look.effect in _NO_FIGURE
    if is_hidden or look.is_animated:
        mark = Mark.UNSEEN
    if begin is None and look.is_block and tag not in BLOCKS:
        begin = Page.box
    # <p style="text-align:center">
    is_line = bool(look.is_block) and begin not in _OF_BLOCKS
    if (
        mark is Mark.NONE
        and look.is_usual
        and not (look.covers or look.adds or look.is_over_next or look.holds or is_line)
    ):
        return begin
    return _shaded(begin, tag, look, mark)


def _outside(begin: _Begin | None, tag: str, look: Look, *, is_block: bool) -> _Begin | None:
    """Tell how to begin an element of some look that is in no table, but may hold one."""
    mark = look.block if is_block else look.inline
    is_inked = is_usually_seen(look)
    is_seen = is_inked and mark.is_of_neighbours
    if begin is None and not is_block:
        return None if is_seen else _shaded(None if is_inked or look.ink is None else _RAISED, tag, look, mark)
    # <p style="color:#333">, which holds no table
    if look.is_usual or (is_seen and tag in _WITHOUT_TABLES):
        return Page.box if begin is None and look.is_block and tag not in BLOCKS else begin
    return _shaded(begin, tag, look, Mark.NONE if look.effect is Effect.FADED else look.block)


def _shaded(begin: _Begin | None, tag: str, look: Look, mark: Mark) -> _Begin:
    # <p>, <font style="display:block">
    is_line = tag in BLOCKS or (bool(look.is_block) and begin not in _OF_BLOCKS and tag not in _OF_TABLES)
    return partial(Page.shaded, begin=begin, look=look, mark=mark, is_line=is_line)


_RAISED: Final = partial(Page.marked, before=RAISED)
_LOWERED: Final = partial(Page.marked, before=LOWERED)
_STRUCK: Final = partial(Page.marked, before=STRUCK, after=STRUCK)

_BEGIN: Final[dict[str, _Begin]] = {
    **dict.fromkeys(_shown.BOXES, Page.box),
    **dict.fromkeys(_shown.FURNITURE, Page.furniture),
    **dict.fromkeys(_shown.LEFT_OUT, Page.skip),
    **dict.fromkeys(_shown.DRAWN, partial(Page.not_text, instead=PICTURE)),
    **dict.fromkeys(_shown.CONTROLS, partial(Page.not_text, instead=FIELD)),
    **dict.fromkeys(("td", "th"), Page.cell),
    **dict.fromkeys(("thead", "tbody", "tfoot"), Page.group),
    **dict.fromkeys(("ul", "dl", "dir", "menu"), Page.list),
    **dict.fromkeys(_shown.STRUCK_OUT, _STRUCK),
    "details": Page.details,
    "dialog": Page.dialog,
    "q": partial(Page.marked, before="“", after="”"),
    "sup": _RAISED,
    "sub": _LOWERED,
    "small": partial(Page.small, share=0.83),
    # Text of a fixed width has 13 pixels where others have 16.
    **dict.fromkeys(("code", "kbd", "samp", "tt"), partial(Page.small, share=0.8125)),
    "big": partial(Page.small, share=1.2),
    "font": Page.font,
    "bdo": Page.reversed,
    "marquee": Page.moving,
    "rt": Page.above,
    "template": Page.template,
    "tr": Page.row,
    "table": Page.table,
    "ol": Page.ordered,
    "li": Page.item,
    "br": Page.line_break,
    **dict.fromkeys(("pre", "listing"), Page.pre),
    "a": Page.anchor,
    "body": Page.body,
    **dict.fromkeys(("img", "image"), Page.picture),
    "input": Page.field,
    "title": Page.title,
    "meta": Page.meta,
}
"""How each element begins, but blocks that are nothing else, and those that change nothing."""

_BEGIN.update({f"{KEPT}{tag}": _BEGIN[tag] for tag in ("s", "strike", "small", "big", "tt", "font")})

_OF_BLOCKS: Final = frozenset(
    {Page.box, Page.furniture, Page.list, Page.ordered, Page.item, Page.table, Page.pre, Page.details, Page.dialog}
)
_WITHOUT_TABLES: Final = ("p", "h1", "h2", "h3", "h4", "h5", "h6")
# Values of white-space with which a line of the source is none of the page; with all others it is one.
_WRAPPED: Final = frozenset({"normal", "nowrap"})
_STYLED: Final = frozenset({"style", "hidden", "popover", "bgcolor", "background", "text", LINES})
_LOOKS: Final = frozenset({"hidden", "popover", "bgcolor", "background", "text", "color", "size"})
_OF_TABLES: Final = ("td", "th", "tr", "tbody", "thead", "tfoot")
_SKIPPED: Final[dict[Effect | None, _Begin]] = {Effect.GONE: Page.skip, Effect.VEILED: Page.skip_its_room}
_RAISING: Final = (Effect.RAISED, Effect.LOWERED)
_NO_FIGURE: Final = (*HIDING, Effect.STRUCK)
_USUAL_DISPLAY: Final = ("none", "inherit", "revert", "revert-layer")
_DISPLAYED: Final = {
    "td": frozenset({"table-cell", *_USUAL_DISPLAY}),
    "tr": frozenset({"table-row", "flex", *_USUAL_DISPLAY}),
    **dict.fromkeys(
        ("tbody", "thead", "tfoot"), frozenset({"table-row-group", "table-header-group", "block", *_USUAL_DISPLAY})
    ),
}
"""What each part of a table may be laid out as, so that its figures stay where they are."""

_BEGIN_WITH: Final[dict[Effect | None, _Begin]] = {
    **dict.fromkeys((Effect.TINY, Effect.OUT_OF_SIGHT), Page.skip),
    Effect.FADED: Page.skip_its_room,
    Effect.RAISED: _RAISED,
    Effect.LOWERED: _LOWERED,
    Effect.STRUCK: _STRUCK,
}
"""How an element begins that is nothing but its style."""

# lxml has the signature made anew for each page that it parses, to see how many arguments are taken.
Page.start.__signature__ = inspect.signature(Page.start)  # type: ignore[attr-defined]
