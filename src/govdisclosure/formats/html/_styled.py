"""Elements in which text looks otherwise than around them: hidden, coloured, small, moved, not open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from govdisclosure.form.stand_ins import PICTURE, RAISED
from govdisclosure.formats.html import _shown
from govdisclosure.formats.html._containers import Containers
from govdisclosure.formats.html._effects import PLAIN, Mark, look_of
from govdisclosure.formats.html._painted import painted
from govdisclosure.formats.html._shade import is_usually_seen

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from govdisclosure.formats._limits import Limits
    from govdisclosure.formats.html._effects import Look
    from govdisclosure.formats.html._grid import Content
    from govdisclosure.formats.html._text import Attributes, End

    _Begin: TypeAlias = Callable[[Any, Attributes], End | bool]


class Styled(Containers):
    """
    Begins elements in which text looks otherwise.

    Args:
        limits: The bounds within which it is read.
        is_in_doubt: Whether nobody knows what is seen of any figure.
    """

    def __init__(self, limits: Limits, *, is_in_doubt: bool = False) -> None:
        super().__init__(limits, is_in_doubt=is_in_doubt)
        # How many elements are open in one that is not shown, with itself.
        self._skipped = 0
        # The cells of the open elements that hold what is placed in them; None where one is itself placed anywhere.
        self._holders: list[Content | None] = []

    def shaded(
        self, attributes: Attributes, *, begin: _Begin | None, look: Look, mark: Mark, is_line: bool
    ) -> End | bool:
        """
        Begin an element in which text looks otherwise.

        Args:
            attributes: Its attributes.
            begin: Begins it as what it is.
            look: What is done to it.
            mark: The mark of its text.
            is_line: Whether it is a line of its own.
        """
        if is_line:
            self.end_line()
        due = begin(self, attributes) if begin is not None else False
        self._note_additions(look)
        is_holder = self._hold(look)
        leave = self.enter(look, mark)

        def end() -> None:
            leave()
            if is_holder:
                self._holders.pop()
            # <b style="position:absolute">1</b>2
            if look.is_over_next:
                self._pieces.append(Mark.APART.text)
            if not isinstance(due, bool):
                due()
            if due is True or is_line:
                self.end_line()
            self._begin_stretch()

        return end

    def _note_additions(self, look: Look) -> None:
        """Take note of what an element shows, or lays over others, beside its text."""
        if look.covers or look.adds:
            self._instead = PICTURE
        # <div style="position:absolute;top:0;background:white">, over the cells around
        if look.overlays and self._tables and not (look.stays and self._is_held()):
            self._tables[-1].is_in_doubt = True

    def _is_held(self) -> bool:
        """Tell whether an element in the same cell holds what is placed here."""
        return bool(self._holders) and self._holders[-1] is self._here

    def _hold(self, look: Look) -> bool:
        """Take an element that holds what is placed in it; tell whether it is one."""
        is_in_cell = bool(self._tables) and self._here is not self._tables[-1].outside
        if not is_in_cell or not (look.holds or look.is_over_next):
            return False
        is_known = look.holds or (look.stays and self._is_held())
        self._holders.append(self._here if is_known else None)
        return True

    def font(self, attributes: Attributes) -> End | bool:
        """Begin a font, which may have a colour or a size of its own."""
        look = painted(PLAIN, attributes)
        if look is PLAIN or (not self._tables and is_usually_seen(look)):
            return False
        # 12<font color=white>1</font>
        if not self._tables and self._pieces:
            return self.marked(attributes, before=RAISED)
        return self.enter(look, Mark.NONE)

    def reversed(self, attributes: Attributes) -> End | bool:
        """Begin text whose direction is given: from the right, it is another number."""
        is_reversed = attributes.get("dir", "").lower() == "rtl"
        return self.enter(PLAIN, Mark.UNSEEN) if is_reversed else False

    def small(self, _attributes: Attributes, *, share: float) -> End:
        """Begin text that is smaller or larger than that around."""
        return self.enter(look_of(f"font-size:{share}em"), Mark.NONE)

    def details(self, attributes: Attributes) -> End | bool:
        """Begin what may be shown only when somebody opens it."""
        self.end_line()
        return True if "open" in attributes else self._closed()

    def dialog(self, attributes: Attributes) -> End | bool:
        """Begin what is not shown until somebody opens it, and then over other things."""
        if self._tables and "open" in attributes:
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
        self._instead = PICTURE
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
