"""Reading and writing files: formats by content and by suffix, in whole or not at all."""

from __future__ import annotations

import io
import os
import re
import stat
import subprocess
import sys
import threading
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure import formats
from govdisclosure.cli._options import format_choice, source_format_choice
from govdisclosure.form.blocks import MARK, Block, MetadataBlock, Paragraph
from govdisclosure.formats import Format, Limits, _sniff, suffixes_read
from govdisclosure.model.report import HEADINGS
from govdisclosure.writing.compose import compose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.form.clock import Clock

REPORT = build_report()


@pytest.mark.parametrize("suffix", ["json", "txt", "JSON"])
def test_what_is_written_is_read(tmp_path: Path, suffix: str) -> None:
    """Every format that is written by its suffix is read by its content."""
    path = tmp_path / f"report.{suffix}"

    gd.write(REPORT, path)

    assert gd.read(path) == gd.Reading(REPORT)
    assert gd.read(str(path)) == gd.read(path.rename(tmp_path / "renamed.doc"))


def test_open_files_are_read() -> None:
    """Files that are open already, of bytes or of text, are read from where they stand."""
    assert gd.read(io.BytesIO(gd.dumpb(REPORT))).report == REPORT
    assert gd.read(io.StringIO(gd.render(REPORT, "text"))).report == REPORT


class _Dripping(io.RawIOBase):
    """A stream that gives a few bytes at a time, as a pipe does, and then what it was told."""

    def __init__(self, content: bytes, last: bytes | None = b"") -> None:
        self.pieces: list[bytes | None] = [*(content[at : at + 7] for at in range(0, len(content), 7)), last]

    def read(self, size: int = -1, /) -> bytes | None:
        assert size >= 7
        return self.pieces.pop(0)


@pytest.mark.programs
def test_a_stream_is_read_to_its_end() -> None:
    """An unbuffered stream gives less than it is asked for; that is not its end."""
    content = gd.render(REPORT, "text").encode()

    assert gd.read(_Dripping(content)).report == REPORT  # type: ignore[arg-type]
    with subprocess.Popen([sys.executable, "-c", _SLOWLY], stdout=subprocess.PIPE, bufsize=0) as process:  # noqa: S603 - ours
        assert process.stdout is not None
        assert gd.read(process.stdout, format="json").report == gd.AnnualReport(year=2021)


_SLOWLY = """\
import sys, time
for part in ('{"govdisclosure":"1",', '"year":2021}'):
    print(part, end="", flush=True)
    time.sleep(0.2)
"""


def test_a_stream_that_has_nothing_to_give_yet_is_not_cut_short() -> None:
    """Of a stream that does not block, nobody knows the end."""
    with pytest.raises(BlockingIOError, match=r"^the source does not block and has nothing to read yet$"):
        gd.read(_Dripping(b'{"govdisclosure":"1"}', last=None))  # type: ignore[arg-type]


def test_an_empty_stream_is_empty() -> None:
    """Of bytes or of text, however little may be read."""
    for stream in (io.BytesIO(), io.StringIO()):
        with pytest.raises(gd.ReadError) as caught:
            gd.read(stream, limits=formats.Limits(max_bytes=1))
        assert caught.value.code == "EMPTY"


def test_a_bound_is_above_nought() -> None:
    """A bound within which nothing could be read is refused where it is made."""
    with pytest.raises(ValueError, match="max_bytes must be above nought, got"):
        formats.Limits(max_bytes=0)


def test_an_agency_that_is_known_wins() -> None:
    """One of this name stays with its code; another gives way with its code and all."""
    own = gd.Agency(name="示例镇人民政府", kind=None, division="350100")
    content = gd.render(build_report(agency=own), "text")

    assert gd.parse(content, agency="示例镇人民政府").report.agency == own
    assert gd.parse(content, agency="示例县教育局").report.agency == gd.Agency(name="示例县教育局")
    assert gd.parse('{"govdisclosure":"1"}', agency="示例县").report.agency == gd.Agency(name="示例县")


def test_a_year_that_is_known_wins_and_leaves_no_doubt_of_it() -> None:
    """Notes that are only about the year are no more; the others stay."""
    lines = gd.render(REPORT, "text").splitlines()
    lacking = "\n".join(lines[next(place for place, line in enumerate(lines) if line.startswith("一、")) :])
    disagreeing = f"示例镇人民政府2020年政府信息公开工作年度报告\n统计期限自2021年1月1日至2021年12月31日。\n{lacking}"

    for content, code in ((lacking, "YEAR-MISSING"), (disagreeing, "METADATA-DISAGREES")):
        assert [note.code for note in gd.parse(content).notes] == [code]
        reading = gd.parse(content, year=2021)
        assert (reading.report.year, reading.notes, reading.exact) == (2021, (), True)
    shorter = lacking.replace("六、其他需要报告的事项", "")
    assert [note.code for note in gd.parse(shorter, year=2021).notes] == ["SECTION-MISSING"]


@pytest.mark.parametrize("wrong", [None, 5, ["x"], bytearray(b"{}")])
def test_content_is_text_or_bytes(wrong: Any) -> None:  # noqa: ANN401 - anything
    """Anything else is a mistake of the caller's."""
    with pytest.raises(TypeError) as caught:
        gd.parse(wrong)

    assert str(caught.value) == f"content must be str or bytes, got {type(wrong).__name__}"


def test_a_source_is_a_path_or_an_open_file() -> None:
    """Anything else is a mistake of the caller's."""
    for wrong in (None, 5, b"x.txt"):
        with pytest.raises(TypeError) as caught:
            gd.read(wrong)  # type: ignore[arg-type]
        assert str(caught.value) == f"source must be a path or an open file, got {type(wrong).__name__}"


def test_the_format_can_be_given() -> None:
    """A caller who knows the format is believed."""
    assert gd.parse(gd.render(REPORT, "json"), format="json").report == REPORT
    with pytest.raises(gd.ReadError, match=r"^text: expected the headings"):
        gd.parse(gd.dumps(REPORT), format="text")


def test_render_json_is_canonical() -> None:
    """JSON as a format is the canonical JSON."""
    assert gd.render(REPORT, "json") == gd.dumps(REPORT)


def test_json_files_are_indented_and_end_in_a_line_feed(tmp_path: Path) -> None:
    """What people may look at is laid out for them."""
    gd.write(REPORT, tmp_path / "x.json")

    content = (tmp_path / "x.json").read_text(encoding="utf-8")
    assert content.startswith('{\n  "govdisclosure": "1",\n  "agency": {')
    assert content.endswith("\n}\n")


@pytest.mark.parametrize("call", [lambda: gd.parse("x", format="odt"), lambda: gd.render(REPORT, "odt")])
def test_an_unknown_format_is_a_usage_error(call: object) -> None:
    """The error names what is known."""
    assert callable(call)
    with pytest.raises(
        gd.UsageError, match=r"^unknown format 'odt'; known are json, text, markdown, html, docx, xlsx, pdf$"
    ):
        call()


def test_a_format_is_named_by_text() -> None:
    """A value that could be no name is an unknown format, too."""
    wrong: Any = ["a"]
    for call in (lambda: gd.render(REPORT, wrong), lambda: gd.parse("x", format=wrong)):
        with pytest.raises(
            gd.UsageError, match=r"^unknown format \['a'\]; known are json, text, markdown, html, docx, xlsx, pdf$"
        ):
            call()


def test_pdf_is_only_read() -> None:
    """A PDF is printed from Word, not written."""
    with pytest.raises(gd.UsageError, match=r"^format 'pdf' is only read$"):
        gd.render(REPORT, "pdf")


class Count:
    """A format of nothing but the number of blocks, which is only written."""

    def write(self, blocks: Iterable[Block], /) -> bytes:
        """Write how many blocks there are."""
        return b"%d" % len(list(blocks))


class Line:
    """A format of one paragraph, which is only read."""

    def read(self, content: str, _limits: Limits, _clock: Clock, /) -> list[Block]:
        """Read all as one paragraph."""
        return [MetadataBlock({MARK: "1", "标题": None, "空缺部分": list(HEADINGS.values())}), Paragraph(content)]


def test_a_format_can_be_one_that_is_only_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is made when it is used, written by its name and its suffix, and neither read nor looked for in folders."""
    made: list[Count] = []

    def writer() -> Count:
        made.append(Count())
        return made[-1]

    monkeypatch.setitem(formats.FORMATS, "count", Format("count", (".count",), writer=writer, writes="bytes"))
    assert made == []

    gd.write(REPORT, tmp_path / "x.count")

    assert (tmp_path / "x.count").read_bytes() == gd.render(REPORT, "count") == b"%d" % len(compose(REPORT))
    assert len(made) == 2
    with pytest.raises(gd.UsageError, match=r"^format 'count' is only written$"):
        gd.read(tmp_path / "x.count", format="count")
    assert "count" in format_choice().choices
    assert "count" not in source_format_choice().choices
    assert ".count" not in suffixes_read()


def test_a_format_can_be_one_that_is_only_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read by its name; writing it is refused."""
    monkeypatch.setitem(formats.FORMATS, "line", Format("line", (".line",), reader=Line, takes="text"))

    assert gd.parse("全文。".encode(), format="line").report == gd.AnnualReport(preamble=["全文。"])
    with pytest.raises(gd.UsageError, match=r"^format 'line' is only read$"):
        gd.render(REPORT, "line")


@pytest.mark.parametrize(
    ("declared", "reason"),
    [
        ({}, "format 'x' is neither read nor written"),
        ({"reader": Line}, "format 'x' must say what its reader takes, and have one to take it"),
        ({"takes": "text"}, "format 'x' must say what its reader takes, and have one to take it"),
        ({"writer": Count}, "format 'x' must say what its writer gives, and have one to give it"),
        ({"writes": "text"}, "format 'x' must say what its writer gives, and have one to give it"),
    ],
)
def test_a_format_is_declared_in_whole(declared: dict[str, Any], reason: str) -> None:
    """It is read, written or both, and says what goes in and what comes out."""
    with pytest.raises(ValueError, match=f"^{reason}$"):
        Format("x", (".x",), **declared)


def test_only_a_web_page_shows_findings() -> None:
    """Where a format has no place for findings and notes, they are not dropped silently."""
    with pytest.raises(gd.UsageError, match=r"^format 'text' does not show findings and notes; html does$"):
        gd.render(REPORT, "text", findings=[gd.Finding("year")])
    with pytest.raises(gd.UsageError, match=r"^format 'text' does not show findings and notes; html does$"):
        gd.render(REPORT, "text", notes=[gd.Note("YEAR-MISSING", ("year",))])
    assert gd.render(REPORT, "html", notes=[gd.Note("YEAR-MISSING", ("year",))])


def test_an_unknown_suffix_is_a_usage_error(tmp_path: Path) -> None:
    """Nothing is written under a suffix that no format has."""
    known = ".json, .txt, .md, .markdown, .html, .htm, .docx, .xlsx, .pdf"
    with pytest.raises(gd.UsageError, match=f"^no format has the suffix '.odt'; known are {known}$"):
        gd.write(REPORT, tmp_path / "x.odt")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """The bound on size is a parameter, and its error says so."""
    path = tmp_path / "x.json"
    gd.write(REPORT, path)

    assert gd.read(path, limits=formats.Limits(max_bytes=path.stat().st_size)).report == REPORT
    with pytest.raises(
        gd.ReadError, match=r"^the file is larger than 10 bytes; raise max_bytes of its Limits to read it$"
    ):
        gd.read(path, limits=formats.Limits(max_bytes=10))


def test_writing_replaces_a_file_in_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails leaves the file as it was, and nothing beside it; a new one does not begin to be there."""
    path = tmp_path / "x.json"
    path.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    for written in (path, tmp_path / "new.json"):
        with pytest.raises(OSError, match="disk full"):
            gd.write(REPORT, written)

    assert [(child.name, child.read_text(encoding="utf-8")) for child in tmp_path.iterdir()] == [("x.json", "old")]


def test_a_written_file_is_as_readable_as_any(tmp_path: Path) -> None:
    """A new file has the rights of new files, a replaced one keeps its own."""
    new, old = tmp_path / "new.txt", tmp_path / "old.txt"
    old.write_text("old", encoding="utf-8")
    old.chmod(0o640)
    mask = os.umask(0o022)
    try:
        gd.write(REPORT, new)
        gd.write(REPORT, old)
    finally:
        os.umask(mask)

    assert [stat.S_IMODE(path.stat().st_mode) for path in (new, old)] == [0o644, 0o640]


def test_what_is_written_is_on_the_disk_before_its_name_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a loss of power the file is whole, or as it was; a page that can be made again waits for no disk."""
    done: list[tuple[str, int | str]] = []
    rename = Path.replace
    monkeypatch.setattr(os, "fsync", lambda file: done.append(("synced", os.fstat(file).st_size)))

    def renamed(self: Path, target: Path) -> Path:
        done.append(("renamed", re.sub("[0-9a-f]{16}$", "*", self.name)))
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", renamed)
    gd.write(REPORT, tmp_path / "x.json")
    size = (tmp_path / "x.json").stat().st_size
    formats.replace_page(tmp_path / "x.html", b"page")

    assert done == [("synced", size), ("renamed", ".govdisclosure-*"), ("renamed", ".govdisclosure-*")]
    assert (tmp_path / "x.html").read_bytes() == b"page"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_writing_leaves_a_link_a_link(tmp_path: Path) -> None:
    """The file that it leads to is replaced, or made."""
    (tmp_path / "real").mkdir()
    for name, before in (("there.json", "old"), ("new.json", None)):
        real, link = tmp_path / "real" / name, tmp_path / name
        link.symlink_to(real)
        if before is not None:
            real.write_text(before, encoding="utf-8")

        gd.write(REPORT, link)

        assert link.is_symlink()
        assert gd.read(real).report == REPORT
    assert sorted(child.name for child in (tmp_path / "real").iterdir()) == ["new.json", "there.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are no files there")
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """What is no regular file is not replaced by one."""
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    got: list[gd.Reading] = []
    reader = threading.Thread(target=lambda: got.append(gd.read(pipe)), daemon=True)
    reader.start()
    gd.write(REPORT, pipe)
    reader.join(timeout=10)

    assert got == [gd.Reading(REPORT)]
    assert pipe.is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="paths are short there")
def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    """The temporary file needs no room in it."""
    path = tmp_path / f"{'a' * 250}.json"

    gd.write(REPORT, path)

    assert gd.read(path).report == REPORT


def test_errors_name_the_path_of_the_user(tmp_path: Path) -> None:
    """A missing folder, and a folder where a file should be."""
    with pytest.raises(FileNotFoundError) as missing:
        gd.write(REPORT, tmp_path / "missing" / "x.json")
    with pytest.raises((IsADirectoryError, PermissionError)) as folder:
        gd.write(REPORT, tmp_path, format="json")

    assert (missing.value.filename, folder.value.filename) == (str(tmp_path / "missing" / "x.json"), str(tmp_path))


def test_a_paragraph_that_was_spoiled_in_place_is_not_written(tmp_path: Path) -> None:
    """A line break that was put into a list behind the model's back is found before anything is written."""
    report = build_report()
    assert report.overview is not None
    report.overview.append("a\nb")

    for call in (lambda: gd.write(report, tmp_path / "x.txt"), lambda: gd.render(report, "text")):
        with pytest.raises(ValueError, match=r"^overview\[2\] must not contain U\+000A"):
            call()
    assert list(tmp_path.iterdir()) == []


def test_a_signature_tells_what_kind_of_file_it_is() -> None:
    """Files that no reader takes are named in the error."""
    kinds = {
        b"{\\rtf1": ("UNSUPPORTED", "expected a web page, Word, Excel, PDF, Markdown, text or JSON, found an RTF file"),
        b"GIF89a": ("UNSUPPORTED", "expected a web page, Word, Excel, PDF, Markdown, text or JSON, found a picture"),
        _zip("a.txt"): (
            "UNSUPPORTED",
            "expected a web page, Word, Excel, PDF, Markdown, text or JSON, found a zip file",
        ),
        _zip("OFD.xml"): (
            "UNSUPPORTED",
            "expected a web page, Word, Excel, PDF, Markdown, text or JSON, found an OFD file",
        ),
        b"PK\x03\x04": ("ZIP", "the Word, Excel or zip file is damaged and cannot be opened; fetch it again"),
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"): (
            "ENCRYPTED",
            "the file is encrypted; remove its password first",
        ),
        b"\xd0\xcf\x11\xe0": (
            "OLD-OFFICE",
            "an old Word, WPS or Excel file (.doc, .wps, .xls) cannot be read; save it as .docx or .xlsx first",
        ),
    }
    for content, expected in kinds.items():
        with pytest.raises(gd.ReadError) as caught:
            gd.parse(content)
        assert (caught.value.code, caught.value.reason) == expected


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("application/vnd.oasis.opendocument.text\n", "an OpenDocument text (.odt)"),
        ("application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument workbook (.ods)"),
        ("application/epub+zip", "a zip file"),
    ],
)
def test_a_zip_file_may_say_what_it_is(said: str, kind: str) -> None:
    """As OpenDocument does; a Word document is one, whatever it says."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", said)
        archive.writestr("content.xml", "<x/>")

    with pytest.raises(gd.ReadError) as caught:
        gd.parse(content.getvalue())

    assert caught.value.code == "UNSUPPORTED"
    assert caught.value.reason.removeprefix("expected a web page, Word, Excel, PDF, Markdown, text or JSON, ") == (
        f"found {kind}"
    )
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert _sniff.format_of(content.getvalue()) == "docx"


@pytest.mark.parametrize(
    "head",
    [
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n",
        "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?a?=\r\n =?utf-8?Q?b?=\r\n\tc\r\nMime-Version: 1.0\r\n\r\n",
    ],
)
def test_a_page_saved_as_one_file_is_named(head: str) -> None:
    """By its head, also where Word has called it .doc; text in which there is such a line is text."""
    content = f"{head}--x\r\nContent-Type: text/html\r\n\r\n<html></html>".encode()

    with pytest.raises(gd.ReadError) as caught:
        gd.parse(content)

    assert (caught.value.code, caught.value.message.zh) == (
        "UNSUPPORTED",
        "应为网页、Word、Excel、PDF、Markdown、文本或 JSON，实为网页存档（.mht，可另存为 .html），不能读取",
    )
    assert _sniff.format_of(b"\xe6\xa0\x87\n" + content) == "text"
    assert _sniff.format_of(b"Title: a\r\n\r\n" + content) == "text"


@pytest.mark.parametrize(
    "start",
    [
        '<?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="p">',
        "<!-- saved --><w:wordDocument>",
        '\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        "<office:document\n>",
    ],
)
def test_an_office_file_that_is_one_part_of_xml_is_no_web_page(start: str) -> None:
    """Word, Excel and LibreOffice can save so; the error says what to do."""
    text = f'<?xml version="1.0" encoding="UTF-8"?>{start}<table><tr><td>规章</td></tr></table>'

    for content in (text, text.encode(), b"\xef\xbb\xbf" + text.encode(), "\ufeff" + text):
        with pytest.raises(gd.ReadError, match=r"save it as \.docx or \.xlsx first") as caught:
            gd.parse(content)
        assert caught.value.code == "UNSUPPORTED"
    for root in ("html", "document", "package"):
        assert _sniff.format_of(f'<?xml version="1.0"?>\n<{root}><body><p>document</p>') == "html"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"\n\n%PDF-1.4", "pdf"),
        (b"<!DOCTYPE html><html>", "html"),
        ("\ufeff <!-- x --><table>", "html"),
        ("<p>%PDF-</p>".encode("utf-16"), "html"),
        (b"<p>%PDF-1.7</p>", "html"),
        (b"\xef\xbb\xbf<p>%PDF-1.7</p>", "html"),
        ("<html>示例</html>".encode("gb18030"), "html"),
        (b"<style>p{margin:0}</style><p>", "html"),
        ("<!-- a -->\n<!-- b --><center>", "html"),
        ("<!---->" * 500 + "<", "text"),
        ('---\ngovdisclosure: "1"\n---\n', "markdown"),
        ('{"govdisclosure": "1"}', "json"),
        ("一、总体情况", "text"),
    ],
)
def test_a_format_is_told_by_its_content(content: str | bytes, name: str) -> None:
    """Whatever the suffix says."""
    assert _sniff.format_of(content) == name


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("word/document.xml", "docx"),
        ("word/document2.xml", "docx"),
        ("Word\\Document.xml", "docx"),
        ("xl/workbook.xml", "xlsx"),
    ],
)
def test_office_files_are_told_by_their_parts(part: str, name: str) -> None:
    """Word and Excel files are zip files, and so are others."""
    assert _sniff.format_of(_zip(part)) == name


def _zip(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, "x")
    return stream.getvalue()


def test_bytes_are_no_text() -> None:
    """What is bytes by its nature cannot be given as text."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse("x", format="docx")
    assert (caught.value.code, str(caught.value)) == ("NOT-BYTES", "docx: expected bytes, found text")


def test_formats_are_named_once() -> None:
    """No two formats share a suffix."""
    suffixes = [suffix for known in formats.FORMATS.values() for suffix in known.suffixes]

    assert len(set(suffixes)) == len(suffixes)
