"""A page that somebody else published: its lines and tables as a browser shows them, without its furniture."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import evolve

from govdisclosure.form.wording import problem
from govdisclosure.formats._stand_ins import FIELD, PICTURE
from govdisclosure.formats.html import _shown
from govdisclosure.formats.html._containers import Containers
from govdisclosure.formats.html._effects import PLAIN, Effect, Mark, look_of
from govdisclosure.formats.html._painted import painted
from govdisclosure.formats.html._shade import USUAL
from govdisclosure.formats.html._shown import BLOCKS, COLUMNS, ROOTS, ROWS
from govdisclosure.formats.html._thresholds import UNCLOSED

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.formats._limits import Limits
    from govdisclosure.formats.html._effects import Look
    from govdisclosure.formats.html._text import Attributes, End

    _Begin: TypeAlias = Callable[["Page", Attributes], End | bool]


PLACE: Final = "\0place"
"""The attribute, which no page has, of an element that is read out of its turn: its place among all."""


class Page(Containers):
    """
    Target of a parser: takes a page apart, element by element.

    Args:
        limits: The bounds within which it is read.
        is_in_doubt: Whether nobody knows what is seen of any figure.
    """

    def __init__(self, limits: Limits, *, is_in_doubt: bool = False) -> None:
        super().__init__(limits, is_in_doubt=is_in_doubt)
        self._deepest = UNCLOSED * limits.max_depth
        # How many elements are open in one that is not shown, with itself; whether they could show themselves again.
        self._skipped = 0
        self._veiled = False
        # What is due at the end of each open element: nothing, the end of a line, or more.
        self._open: list[End | bool] = []

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
            if self._veiled and (look or look_of(attributes.get("style", ""))).is_shown:
                self._instead = PICTURE
            return
        begin = _BEGIN.get(tag)
        if look is not None or (attributes and not _STYLED.isdisjoint(attributes)):
            begin = self._as_shown(begin, tag, attributes, look)
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
            raise problem("BEYOND-LIMIT", name="max_depth", limit=self._limits.max_depth)

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

    def _as_shown(self, begin: _Begin | None, tag: str, attributes: Attributes, look: Look | None) -> _Begin | None:
        """Tell how to begin an element that is hidden or has a style, which may matter, instead."""
        if look is None:
            look = look_of(attributes.get("style", ""))
        if not _PAINTED.isdisjoint(attributes):
            look = painted(look, attributes)
        # <td hidden>, which a style can show
        if "hidden" in attributes and not look.display:
            look = _hidden(look, attributes["hidden"])
        if look is PLAIN:
            return begin
        # <body style="opacity:0">, until a script has run
        if tag in ROOTS:
            return partial(Page.shaded, begin=begin, tag=tag, look=evolve(look, size=None), mark=Mark.NONE)
        self._veiled = look.effect is Effect.VEILED or look.effect is Effect.TINY
        if tag in ROWS or tag in COLUMNS or begin is Containers.cell:
            return self._of_table(begin, tag, look)
        # <div style="display:none">
        if look.effect is Effect.GONE:
            return Page.skip
        if look.effect is Effect.VEILED:
            return Page.skip_its_room
        is_block = look.is_block if look.is_block is not None else begin in _OF_BLOCKS or tag in BLOCKS
        is_odd = look.effect in _RAISING and bool(self._tables) and look.inline is Mark.UNSEEN
        if not is_block and begin is None and look.effect in _BEGIN_WITH and not is_odd:
            return _BEGIN_WITH[look.effect]
        if self._tables:
            return self._in_cell(begin, tag, look, is_block=is_block)
        if begin is None and not is_block:
            return _RAISED if look.ink is not None and not USUAL.is_seen_in(look) else None
        # <p style="color:#333">, which holds no table
        if tag in _WITHOUT_TABLES or look.is_usual:
            return Page.box if begin is None and look.is_block and tag not in BLOCKS else begin
        fades_in = look.effect is Effect.FADED
        return partial(Page.shaded, begin=begin, tag=tag, look=look, mark=Mark.NONE if fades_in else look.block)

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
            is_plain = look.effect is None and USUAL.is_seen_in(look)
            table.is_in_doubt = table.is_in_doubt or not is_plain
            return begin
        kinds = _DISPLAYED.get(tag, _DISPLAYED["td"])
        # <td style="display:block">, <td style="float:left">
        is_moved = look.moves or (look.adds and tag in ROWS) or not kinds.issuperset(look.display.split())
        table.is_in_doubt = table.is_in_doubt or is_moved
        hidden = look.is_animated or (look.effect in _NO_FIGURE and look.effect is not Effect.TINY)
        return partial(Page.shaded, begin=begin, tag=tag, look=look, mark=Mark.UNSEEN if hidden else look.block)

    def _in_cell(self, begin: _Begin | None, tag: str, look: Look, *, is_block: bool) -> _Begin | None:
        """Tell how to begin an element in a cell of some look."""
        mark = look.block if is_block else look.inline
        if is_block and look.effect in _NO_FIGURE and look.effect is not Effect.TINY:
            mark = Mark.UNSEEN
        if begin is None and look.is_block and tag not in BLOCKS:
            begin = Page.box
        # <p style="text-align:center">
        if look.is_animated:
            mark = Mark.UNSEEN
        if mark is Mark.NONE and look.is_usual and not (look.covers or look.adds or look.is_over_next):
            return begin
        return partial(Page.shaded, begin=begin, tag=tag, look=look, mark=mark)

    def shaded(self, attributes: Attributes, *, begin: _Begin | None, tag: str, look: Look, mark: Mark) -> End | bool:
        """Begin an element in which text looks otherwise."""
        due: End | bool = tag in BLOCKS
        # <font style="display:block">
        is_line = bool(look.is_block) and tag not in BLOCKS and begin not in _OF_BLOCKS and tag not in _OF_TABLES
        if is_line:
            self.end_line()
        if begin is not None:
            due = begin(self, attributes)
        elif due:
            self.end_line()
        if look.covers or look.adds:
            self._instead = PICTURE
        # <div style="position:absolute;top:0;background:white">, over the cells around
        if look.overlays and self._tables:
            self._tables[-1].is_in_doubt = True
        leave = self.enter(look, mark)

        def end() -> None:
            leave()
            # <b style="position:absolute">1</b>2
            if look.is_over_next:
                self._pieces.append(Mark.APART.text)
            if due is True:
                self.end_line()
            elif due is not False:
                due()
            if is_line:
                self.end_line()
            self._begin_stretch()

        return end

    def font(self, attributes: Attributes) -> End | bool:
        """Begin a font, which may have a colour or a size of its own."""
        look = painted(PLAIN, attributes)
        if look is PLAIN:
            return False
        if self._tables or not USUAL.is_seen_in(look):
            return self._in_font(attributes, look)
        return False

    def _in_font(self, attributes: Attributes, look: Look) -> End | bool:
        # 12<font color=white>1</font>
        if not self._tables and self._pieces:
            return self.marked(attributes, before="^")
        return self.enter(look, Mark.NONE)

    def reversed(self, attributes: Attributes) -> End | bool:
        """Begin text whose direction is given: from the right, it is another number."""
        is_reversed = attributes.get("dir", "").lower() == "rtl"
        return self.enter(PLAIN, Mark.UNSEEN) if is_reversed else False

    def small(self, attributes: Attributes, *, share: float) -> End:
        """Begin text that is smaller or larger than that around."""
        return self.enter(look_of(f"font-size:{share}em"), Mark.NONE)

    def details(self, attributes: Attributes) -> End | bool:
        """Begin what may be shown only when somebody opens it."""
        self.end_line()
        return True if "open" in attributes else self._closed()

    def dialog(self, _attributes: Attributes) -> End | bool:
        """Begin what is not shown until somebody opens it, and then over other things."""
        if self._tables:
            self._tables[-1].is_in_doubt = True
        return self._closed()

    def _closed(self) -> End | bool:
        self.end_line()
        if not self._tables:
            return True
        leave = self.enter(PLAIN, Mark.UNSEEN)

        def end() -> None:
            leave()
            self.end_line()

        return end

    def moving(self, _attributes: Attributes) -> End:
        """Begin text that runs through the page."""
        return self.enter(PLAIN, Mark.UNSEEN)

    def above(self, _attributes: Attributes) -> End:
        """Begin what stands above words, as pinyin does; digits there are no part of a figure."""
        start = len(self._pieces)

        def end() -> None:
            text = "".join(self._pieces[start:])
            del self._pieces[start:]
            if self._tables and _shown.counts(text):
                self._pieces.append(f"^{text} ")

        return end

    def template(self, attributes: Attributes) -> End:
        """Begin what a script may use, or what stands in the place of an element."""
        if "shadowrootmode" in attributes:
            self._instead = PICTURE
        return self.skip(attributes)

    def box(self, attributes: Attributes) -> End | bool:
        """Begin a block of any kind, which may be furniture."""
        self.end_line()
        return self.furniture(attributes) if _shown.is_furniture(attributes) else True

    def furniture(self, _attributes: Attributes) -> End:
        """Begin what is there on every page of a site: dropped, unless a report could be in it."""
        self.end_line()
        here, start = self._here, len(self._here)

        def end() -> None:
            self.end_line()
            if self._here is here and _shown.holds_no_report(here[start:]):
                del here[start:]

        return end

    def skip(self, _attributes: Attributes) -> End:
        """Begin what is not shown."""
        self._skipped = 1
        return partial(self._forget, len(self._pieces))

    def skip_its_room(self, attributes: Attributes) -> End:
        """Begin what is not shown, but keeps what is before it from what is behind it."""
        forget = self.skip(attributes)

        def end() -> None:
            forget()
            # 1<b style="visibility:hidden">1</b>0
            if self._tables:
                self._pieces.append(Mark.APART.text)

        return end

    def not_text(self, attributes: Attributes, *, instead: str) -> End:
        """Begin what shows something else than its text."""
        self._instead = instead
        return self.skip(attributes)

    def _forget(self, start: int) -> None:
        del self._pieces[start:]

    def veiled_cell(self, attributes: Attributes) -> End | bool:
        """Begin a cell that stands in its place, and shows nothing."""
        end = self.cell(attributes)
        self._skipped = 1

        def forget() -> None:
            self._pieces.clear()
            if end is not True:
                self.end_cell()

        return forget


def _hidden(look: Look, until: str) -> Look:
    """Give the look of an element that is hidden; one that a search finds shows itself in some cases."""
    if until.lower() == "until-found":
        return evolve(look, inline=Mark.UNSEEN, block=Mark.UNSEEN)
    return evolve(look, effect=Effect.GONE)


_RAISED: Final = partial(Page.marked, before="^")
_LOWERED: Final = partial(Page.marked, before="_")
_STRUCK: Final = partial(Page.marked, before="~~", after="~~")

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
    "pre": Page.pre,
    "a": Page.link,
    "img": Page.picture,
    "input": Page.field,
    "title": Page.title,
    "meta": Page.meta,
}
"""How each element begins, but blocks that are nothing else, and those that change nothing."""

_OF_BLOCKS: Final = frozenset(
    {Page.box, Page.furniture, Page.list, Page.ordered, Page.item, Page.table, Page.pre, Page.details, Page.dialog}
)
_WITHOUT_TABLES: Final = ("p", "h1", "h2", "h3", "h4", "h5", "h6")
_STYLED: Final = frozenset({"style", "hidden", "bgcolor", "background", "text"})
_PAINTED: Final = frozenset({"bgcolor", "background", "text", "color", "size"})
_OF_TABLES: Final = ("td", "th", "tr", "tbody", "thead", "tfoot")
_RAISING: Final = (Effect.RAISED, Effect.LOWERED)
_NO_FIGURE: Final = (Effect.GONE, Effect.VEILED, Effect.FADED, Effect.TINY, Effect.OUT_OF_SIGHT, Effect.STRUCK)
_USUAL_DISPLAY: Final = ("none", "inherit", "revert", "revert-layer")
_DISPLAYED: Final = {
    "td": frozenset({"table-cell", *_USUAL_DISPLAY}),
    "tr": frozenset({"table-row", "flex", *_USUAL_DISPLAY}),
    **dict.fromkeys(
        ("tbody", "thead", "tfoot"), frozenset({"table-row-group", "table-header-group", "block", *_USUAL_DISPLAY})
    ),
}
"""What each part of a table may be laid out as, so that its figures stay where they are."""

_BEGIN_WITH: Final[dict[Effect, _Begin]] = {
    **dict.fromkeys((Effect.TINY, Effect.OUT_OF_SIGHT), Page.skip),
    Effect.FADED: Page.skip_its_room,
    Effect.RAISED: _RAISED,
    Effect.LOWERED: _LOWERED,
    Effect.STRUCK: _STRUCK,
}
"""How an element begins that is nothing but its style."""
