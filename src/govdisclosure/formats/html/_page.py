"""A page that somebody else published: its lines and tables as a browser shows them, without its furniture."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from govdisclosure.form.wording import problem
from govdisclosure.formats._stand_ins import FIELD, PICTURE
from govdisclosure.formats.html import _shown
from govdisclosure.formats.html._containers import Containers
from govdisclosure.formats.html._effects import Effect, effect_of, is_shown_again
from govdisclosure.formats.html._shown import BLOCKS, ROOTS
from govdisclosure.formats.html._thresholds import UNCLOSED

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.formats._limits import Limits
    from govdisclosure.formats.html._text import Attributes, End

    _Begin: TypeAlias = Callable[["Page", Attributes], End | bool]


class Page(Containers):
    """
    Target of a parser: takes a page apart, element by element.

    Args:
        limits: The bounds within which it is read.
    """

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self._deepest = UNCLOSED * limits.max_depth
        # How many elements are open in one that is not shown, with itself; whether they could show themselves again.
        self._skipped = 0
        self._veiled = False
        # What is due at the end of each open element: nothing, the end of a line, or more.
        self._open: list[End | bool] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        """
        Begin an element.

        Raises:
            ReadError: If it is too deep.
        """
        if self._skipped:
            self._skipped += 1
            if self._veiled and is_shown_again(attributes):
                self._instead = PICTURE
            return
        begin = _BEGIN.get(tag)
        if "style" in attributes or "hidden" in attributes:
            begin = self._as_shown(begin, tag, attributes)
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

    def _as_shown(self, begin: _Begin | None, tag: str, attributes: Attributes) -> _Begin | None:
        """Tell how to begin an element that is hidden or has a style, which may matter, instead."""
        effect = effect_of(attributes.get("style", ""))
        # <body style="opacity:0">, until a script has run
        if tag in ROOTS:
            return begin
        self._veiled = effect is Effect.VEILED or effect is Effect.TINY
        # <td style="visibility:hidden">
        if begin is Containers.cell and (effect is Effect.VEILED or effect is Effect.FADED):
            return Page.veiled_cell
        # <tr style="display:none">
        if effect is Effect.GONE or effect is Effect.VEILED or "hidden" in attributes:
            return Page.skip
        # 12<span style="vertical-align:super">1</span>
        if begin is None and effect is not None and tag not in BLOCKS:
            return _BEGIN_WITH[effect]
        # <td style="text-decoration:line-through">
        return Containers.struck_cell if begin is Containers.cell and effect is Effect.STRUCK else begin

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
    "sup": _RAISED,
    "sub": _LOWERED,
    "font": Page.font,
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

_BEGIN_WITH: Final[dict[Effect, _Begin]] = {
    **dict.fromkeys((Effect.FADED, Effect.TINY, Effect.OUT_OF_SIGHT), Page.skip),
    **dict.fromkeys((Effect.RAISED, Effect.WHITE), _RAISED),
    Effect.LOWERED: _LOWERED,
    Effect.STRUCK: _STRUCK,
    Effect.BLOCK: Page.box,
}
"""How an element begins that is nothing but its style."""
