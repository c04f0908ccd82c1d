"""Documents that a fuzzer begins with: small and whole reports, by our writers and as others print them."""

from __future__ import annotations

import io
import zipfile
from random import Random
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, Paragraph, columns_of
from govdisclosure.writing.compose import compose
from support import pdfs, prose, word, workbooks
from support.builders import build_report
from support.json_documents import document
from support.publishing import LAYOUTS, publish

if TYPE_CHECKING:
    from collections.abc import Iterator

_PER_FORMAT: Final = 12
_PROSE: Final = 6
_JSON: Final = 12
# Long parts: no reader opens them.
_UNREAD: Final = ("theme", "docProps/app", "docProps/core", "fontTable", "settings")


def _reports() -> Iterator[gd.AnnualReport]:
    """Give a report with table IV alone, a whole one of each edition, and an empty form."""
    small = gd.AnnualReport.blank(agency="示例县统计局", year=2024)
    small.review_and_litigation = gd.ReviewAndLitigation.from_rows([list(range(15))])
    small.proactive_disclosure = small.requests = None
    yield small
    yield build_report(year=2021)
    yield build_report(year=2020)
    yield gd.AnnualReport.blank(agency="示例县统计局", year=2023)


def _as_bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def _published(name: str) -> Iterator[bytes]:
    """Give the shortest documents of as many layouts of a format."""
    layouts = [each for each in LAYOUTS.values() if each.format == name and each.finish is None]
    contents = [_as_bytes(publish(each.name, [1])[0].content) for each in layouts]
    yield from sorted(contents, key=len)[:_PER_FORMAT]


def text() -> Iterator[bytes]:
    """Give text and Markdown."""
    for report in _reports():
        yield _as_bytes(gd.render(report, "text"))
        yield _as_bytes(gd.render(report, "markdown"))
    yield from _published("text")
    yield from _published("markdown")


def html() -> Iterator[bytes]:
    """Give web pages."""
    for report in _reports():
        yield _as_bytes(gd.render(report, "html"))
    yield from _published("html")


def docx() -> Iterator[bytes]:
    """Give the parts of Word documents, each below its name."""
    for report in _reports():
        yield _parts(word.document(word.form(report, {})))
        yield _parts(_as_bytes(gd.render(report, "docx")))


def xlsx() -> Iterator[bytes]:
    """Give the parts of workbooks."""
    for report in _reports():
        yield _parts(workbooks.by_others(report))
        yield _parts(_as_bytes(gd.render(report, "xlsx")))
        yield _parts(workbooks.by_others(report, merges=False, borders=False))


def _parts(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if not any(part in name for part in _UNREAD)]
        return b"\n".join(b"--- %b\n%b" % (name.encode(), archive.read(name)) for name in names)


def pdf() -> Iterator[bytes]:
    """Give PDF files: one of a few operators, one that is packed, and reports with rules and without."""
    yield pdfs.raw(b"BT /F1 12 Tf 50 700 Td (2024) Tj ET 50 690 100 20 re S 1 0 0 1 0 0 cm 0 0 m 9 9 l S")
    yield pdfs.drawn(pdfs.below("示例县统计局", "2024年政府信息公开工作年度报告", "一、总体情况"))
    for report in _reports():
        for ruled in (True, False):
            yield _printed(report, ruled=ruled)


def _printed(report: gd.AnnualReport, *, ruled: bool) -> bytes:
    """Print a report on pages as long as it needs, its operators as they are."""
    registerFont(UnicodeCIDFont(pdfs.FONT))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(pdfs.WIDTH, 2 * pdfs.HEIGHT), invariant=True, pageCompression=0)
    canvas.setFont(pdfs.FONT, 6)
    foot = 2 * pdfs.HEIGHT
    for block in compose(report):
        if isinstance(block, Paragraph):
            foot -= 12
            canvas.drawString(pdfs.LEFT, foot, block.text)
        elif isinstance(block, Grid):
            rows = list(columns_of(block))
            width = 500 / max(len(row) for row in rows)
            for row in rows:
                foot -= 12
                for column, cell in row:
                    canvas.drawString(pdfs.LEFT + column * width, foot, cell.text)
                    if ruled:
                        canvas.rect(pdfs.LEFT + column * width, foot - 3, cell.columns * width, 12)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def json() -> Iterator[bytes]:
    """Give JSON, sound and not."""
    for report in _reports():
        yield gd.dumpb(report)
    for number in range(_JSON):
        yield _as_bytes(document(Random(number)))  # noqa: S311 - documents, no secret


def claims() -> Iterator[bytes]:
    """Give lines of prose."""
    for number in range(_PROSE):
        lines = prose.built(Random(number)).report.overview or []  # noqa: S311 - prose, no secret
        yield "\n".join(lines).encode()
        yield from (line.encode() for line in lines[:_PROSE])
