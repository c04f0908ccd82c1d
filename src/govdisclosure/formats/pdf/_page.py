"""What a person sees on a page, upright: text that is hidden, off the page or white on white is left out."""

from __future__ import annotations

import math
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTFigure
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import stream_value
from pdfminer.utils import apply_matrix_rect
from pdfplumber.page import Page

from govdisclosure.formats.pdf._streams import data_of
from govdisclosure.formats.pdf._thresholds import SLANT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdfminer.layout import LTPage
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFStackT, PDFTextState
    from pdfminer.pdfpage import PDFPage
    from pdfminer.utils import Matrix, PathSegment
    from pdfplumber.pdf import PDF

    from govdisclosure.formats.pdf._work import Work

UNREADABLE: Final = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that is seen, but that nothing tells."""

_HIDDEN_MODES: Final = (3, 7)
_WHITE: Final = frozenset({(1.0,), (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0)})
# Color spaces in which 1 is the full ink.
_INKS: Final = frozenset({"Separation", "DeviceN", "Indexed", "Pattern"})
_CURVED: Final = frozenset("cvy")


class _Device(PDFPageAggregator):
    """Gathers what is drawn on a page, and blanks the text that nobody sees."""

    def __init__(self, resources: PDFResourceManager, page: int, work: Work) -> None:
        super().__init__(resources, pageno=page)
        self.work = work
        self.turns: Counter[int] = Counter()
        self.hidden = 0
        self._mode = 0
        self._shown = (0.0, 0.0, 0.0, 0.0)
        self._white: list[LTChar] = []
        self._grounds: list[tuple[float, float, float, float]] = []

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Remember which part of the page is shown."""
        super().begin_page(page, ctm)
        self._shown = apply_matrix_rect(ctm, page.cropbox)

    def end_page(self, page: PDFPage) -> None:
        """Blank the white text that stands on no dark ground."""
        for char in self._white:
            self.work.check_clock()
            if not any(_holds(ground, char) for ground in self._grounds):
                self._hide(char)
        super().end_page(page)

    def end_figure(self, name: str) -> None:
        """Remember pictures, on which white text is seen."""
        figure = self.cur_item
        assert isinstance(figure, LTFigure)
        if not all(isinstance(item, LTChar) for item in figure):
            self._grounds.append(figure.bbox)
        super().end_figure(name)

    def paint_path(
        self, gstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[PathSegment]
    ) -> None:
        """Count and draw a path; what is curved is no rule of a table."""
        self.work.draw(len(path))
        shapes = [segment[0] for segment in path]
        # A button with round corners, and a seal.
        if shapes.count("m") == 1 and not _CURVED.isdisjoint(shapes):
            if fill and not _is_white(gstate):
                across = list(chain.from_iterable(segment[1::2] for segment in path))
                up = list(chain.from_iterable(segment[2::2] for segment in path))
                box = (min(across), min(up), max(across), max(up))
                self._grounds.append(apply_matrix_rect(self.ctm, box))
            return
        super().paint_path(gstate, stroke, fill, evenodd, path)
        if fill and shapes.count("m") == 1 and not _is_white(gstate):
            self._grounds.append(self._last().bbox)

    def render_string(self, textstate: PDFTextState, *args: Any) -> None:  # noqa: ANN401 - as pdfminer has them
        """Remember how the text is drawn: filled, outlined, or not at all."""
        self._mode = textstate.render
        super().render_string(textstate, *args)

    def render_char(self, *args: Any) -> float:  # noqa: ANN401 - as pdfminer has them
        """Draw a character."""
        self.work.draw(1)
        advance = super().render_char(*args)
        char = self._last()
        assert isinstance(char, LTChar)
        turn, slant = _turn(char.matrix)
        # 3 Tr draws nothing, as the text of a scan is hidden behind its picture; a watermark slants over the page.
        if self._mode in _HIDDEN_MODES or slant > SLANT or not _holds(self._shown, char):
            self._hide(char)
            return advance
        self.turns[turn] += bool(char.get_text().strip())
        # A figure that stands on its side, of which nobody knows whether it belongs to the line.
        if turn and any(map(str.isdigit, char.get_text())):
            char._text = UNREADABLE  # noqa: SLF001 - pdfminer has no other way to change a character
        if self._mode == 0 and _is_white(char.graphicstate):
            self._white.append(char)
        return advance

    def handle_undefined_char(self, font: PDFFont, cid: int) -> str:  # noqa: ARG002 - as pdfminer has it
        """Give a character that no table of the font tells: it is seen, but not known."""
        return UNREADABLE

    def _last(self) -> Any:  # noqa: ANN401 - whatever was drawn last
        return self.cur_item._objs[-1]  # noqa: SLF001 - as pdfplumber does

    def _hide(self, char: LTChar) -> None:
        self.hidden += bool(char.get_text().strip())
        char._text = ""  # noqa: SLF001 - pdfminer has no other way to change a character


class _Interpreter(PDFPageInterpreter):
    """Follows the operators of a page within bounds; they may be many, may call each other, and may only heap up."""

    device: _Device

    def execute(self, streams: Sequence[object]) -> None:
        """Follow streams of operators, those of a page or those of a form that is drawn on it."""
        for stream in streams:
            self.device.work.read(len(data_of(stream_value(stream))))
        super().execute(streams)

    def pop(self, n: int) -> list[PDFStackT]:
        """Take operands."""
        self.device.work.wait(len(self.argstack) + len(self.curpath))
        return super().pop(n)

    def do_q(self) -> None:
        """Save the state of what is drawn."""
        self.device.work.wait(len(self.gstack))
        super().do_q()


class SeenPage(Page):
    """
    A page with what a person sees on it, turned so that most of its text stands upright.

    Args:
        pdf: The document.
        page: The page as pdfminer has it.
        number: Its number, from 1.
        work: What may be done.
    """

    def __init__(self, pdf: PDF, page: PDFPage, number: int, work: Work) -> None:
        device = _drawn(pdf, page, number, work)
        turn = max(device.turns, key=device.turns.__getitem__, default=0)
        if turn:
            page.rotate = page.attrs["Rotate"] = (page.rotate + 90 * turn) % 360
            device = _drawn(pdf, page, number, work)
        super().__init__(pdf, page, number)
        self.hidden = device.hidden
        self._seen = device.get_result()

    @property
    def layout(self) -> LTPage:
        """What is drawn on the page."""
        return self._seen


def _drawn(pdf: PDF, page: PDFPage, number: int, work: Work) -> _Device:
    device = _Device(pdf.rsrcmgr, number, work)
    _Interpreter(pdf.rsrcmgr, device).process_page(page)
    return device


def _turn(matrix: Matrix) -> tuple[int, float]:
    """Give by how many quarters text is turned to the left, and by which angle it slants beside that."""
    angle = math.atan2(matrix[1], matrix[0])
    quarters = round(angle / (math.pi / 2))
    return quarters % 4, abs(angle - quarters * math.pi / 2)


def _holds(box: tuple[float, float, float, float], char: LTChar) -> bool:
    """Tell whether the middle of a character stands in a box."""
    left, bottom, right, top = box
    return left <= (char.x0 + char.x1) / 2 <= right and bottom <= (char.y0 + char.y1) / 2 <= top


def _is_white(state: PDFGraphicState) -> bool:
    color = state.ncolor if isinstance(state.ncolor, (tuple, list)) else (state.ncolor,)
    return tuple(color) in _WHITE and state.ncs.name not in _INKS
