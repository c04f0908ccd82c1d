"""Reading and writing files: formats by content and by suffix, in whole or not at all."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path

import pytest
from builders import build_report

import govdisclosure as gd
from govdisclosure import formats

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
    with pytest.raises(gd.UsageError, match=r"^unknown format 'odt'; known are json, text$"):
        call()


def test_an_unknown_suffix_is_a_usage_error(tmp_path: Path) -> None:
    """Nothing is written under a suffix that no format has."""
    with pytest.raises(gd.UsageError, match=r"^no format has the suffix '\.odt'; known are \.json, \.txt$"):
        gd.write(REPORT, tmp_path / "x.odt")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """The bound on size is a parameter, and its error says so."""
    path = tmp_path / "x.json"
    gd.write(REPORT, path)

    assert gd.read(path, max_bytes=path.stat().st_size).report == REPORT
    with pytest.raises(gd.ReadError, match=r"^the file is larger than 10 bytes; raise max_bytes to read it$"):
        gd.read(path, max_bytes=10)


def test_writing_replaces_a_file_in_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails leaves the file as it was, and nothing beside it."""
    path = tmp_path / "x.json"
    path.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        gd.write(REPORT, path)

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
    """Files of other kinds are named in the error."""
    kinds = {
        b"%PDF-1.7": "a PDF file",
        b"PK\x03\x04": "a Word, Excel or zip file",
        b"\xd0\xcf\x11\xe0": "an old Word, Excel or WPS file",
        b"{\\rtf1": "an RTF file",
        b"GIF89a": "a picture",
    }
    for content, kind in kinds.items():
        with pytest.raises(gd.ReadError) as caught:
            gd.parse(content)
        assert caught.value.reason == f"expected text or JSON, found {kind}, which this version does not read"


def test_formats_are_named_once() -> None:
    """No two formats share a suffix."""
    suffixes = [suffix for known in formats.FORMATS.values() for suffix in known.suffixes]

    assert len(set(suffixes)) == len(suffixes)
