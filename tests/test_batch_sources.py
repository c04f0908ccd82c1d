"""Sources of a batch: files, folders, zip archives and JSON Lines, and what is refused of them."""

from __future__ import annotations

import io
import lzma
import os
import runpy
import struct
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure import batch
from govdisclosure.batch import ArchiveLimits
from govdisclosure.formats import Limits, zip_damage
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENT = gd.dumpb(build_report())
TEXT = gd.render(build_report(), "text").encode()


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def seen(source: Any, **asked: Any) -> dict[str, str]:  # noqa: ANN401 - as examine
    """Give what became of each content: ``read``, or the code of the error."""
    outcomes = batch.examine(source, workers=1, is_checked=False, **asked)
    return {outcome.source: "read" if outcome.error is None else outcome.error.code for outcome in outcomes}


def archive(*members: tuple[str | zipfile.ZipInfo, bytes], name: str = "a.zip") -> str:
    """Write an archive."""
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as written:
        for member, content in members:
            written.writestr(member, content)
    return name


def test_a_folder_stands_for_the_files_below_it() -> None:
    """Sorted, folder by folder, archives and JSON Lines among them; hidden and open files and others are left alone."""
    for name in ("b.txt", "a.json", "c/d.TXT", "c/e.doc", ".hidden.txt", "~$b.docx", ".git/f.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(TEXT if name.lower().endswith("txt") else DOCUMENT)
    Path("c/l.jsonl").write_bytes(DOCUMENT)
    archive(("m.txt", TEXT), name="c/z.zip")

    assert list(seen(".").items()) == [
        ("a.json", "read"),
        ("b.txt", "read"),
        (str(Path("c/d.TXT")), "read"),
        (str(Path("c/l.jsonl")) + ":1", "read"),
        (str(Path("c/z.zip")) + "/m.txt", "read"),
    ]
    assert list(seen([Path("b.txt"), "a.json"])) == ["b.txt", "a.json"]


def test_a_folder_without_reports_says_so() -> None:
    """And so does an archive; what cannot be listed or opened is an error of its own."""
    Path("empty").mkdir()
    Path("shut").mkdir()
    Path("a.txt").symlink_to("a.txt")

    def refuse(folder: str, onerror: Callable[[OSError], None]) -> list[Any]:
        onerror(PermissionError(13, "denied", folder))
        return []

    assert seen(["empty", archive(("a.doc", b""))]) == {"empty": "NO-REPORT", "a.zip": "NO-REPORT"}
    assert seen("a.txt") == {"a.txt": "SYSTEM"}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "walk", refuse)
        assert seen("shut") == {"shut": "SYSTEM"}


def test_each_line_of_json_lines_is_a_report() -> None:
    """Its place is told as file and line; empty lines are counted, a byte order mark is none of the first."""
    lines = [b"\xef\xbb\xbf" + DOCUMENT, b"", b"  ", b"{", DOCUMENT + b"\r", TEXT.splitlines()[0], DOCUMENT]
    Path("a.ndjson").write_bytes(b"\n".join(lines))

    Path("empty.jsonl").write_bytes(b"\n \n")

    assert seen("empty.jsonl") == {"empty.jsonl": "NO-REPORT"}
    assert seen("a.ndjson") == {
        "a.ndjson:1": "read",
        "a.ndjson:4": "STRUCTURE",
        "a.ndjson:5": "read",
        "a.ndjson:6": "STRUCTURE",
        "a.ndjson:7": "read",
    }


def test_a_content_that_is_too_long_is_not_read() -> None:
    """A file, a line, whose end is looked for, a member, or what is in memory; the others are."""
    long = b" " * 3_000_000
    Path("a.txt").write_bytes(long)
    Path("b.jsonl").write_bytes(DOCUMENT + b"\n" + long + b"\n" + DOCUMENT + b"\n" + long)
    given = ["a.txt", "b.jsonl", archive(("m.txt", b"".join(map(os.urandom, [9999] * 9)))), batch.Content("c", long)]

    assert seen(given, limits=Limits(max_bytes=20_000)) == {
        "a.txt": "TOO-LARGE",
        "b.jsonl:1": "read",
        "b.jsonl:2": "TOO-LARGE",
        "b.jsonl:3": "read",
        "b.jsonl:4": "TOO-LARGE",
        "a.zip/m.txt": "TOO-LARGE",
        "c": "TOO-LARGE",
    }


def test_the_members_of_an_archive_are_read_in_their_order() -> None:
    """JSON Lines among them; folders, hidden files and what systems add are none."""
    members = [
        ("2025/", b""),
        ("2025/教育局.txt", TEXT),
        ("a.jsonl", DOCUMENT + b"\n" + DOCUMENT),
        ("__MACOSX/2025/._b.txt", b""),
        (".hidden/c.txt", TEXT),
        ("~$d.docx", b""),
        ("readme.doc", b""),
        ("w.docx", gd.render(build_report(), "docx")),
    ]

    assert list(seen(archive(*members)).items()) == [
        ("a.zip/2025/教育局.txt", "read"),
        ("a.zip/a.jsonl:1", "read"),
        ("a.zip/a.jsonl:2", "read"),
        ("a.zip/w.docx", "read"),
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("教育局.txt".encode("gb18030"), "教育局.txt"),
        ("教育局.txt".encode(), "教育局.txt"),
        (b"\x81\xff.txt", "ü .txt"),
    ],
)
def test_names_of_members_are_in_any_encoding(written: bytes, name: str) -> None:
    """As Windows in China writes them, or as other systems do; what is neither stays as zipfile has it."""
    placeholder = "x" * len(written)
    Path("a.zip").write_bytes(Path(archive((placeholder, TEXT))).read_bytes().replace(placeholder.encode(), written))

    assert seen("a.zip") == {f"a.zip/{name}".replace(" ", "\xa0"): "read"}


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "C:\\a.txt", "b/../../a.txt", "..\\a.txt", "a\n.txt"])
def test_names_that_lead_out_of_an_archive_are_refused(name: str) -> None:
    """Nothing is written there anyhow, but who makes files of outcomes does."""
    info = zipfile.ZipInfo("b.txt")
    info.filename = name

    told = seen(archive((info, TEXT), ("c.txt", TEXT)))
    error = next(batch.examine("a.zip", workers=1)).error

    assert list(told.values()) == ["ARCHIVE-NAME", "read"]
    assert error is not None
    assert error.message == Message(
        "压缩文件内的文件名指向压缩文件之外，不读取", "its name leads out of the archive; it is not read"
    )
    refused = next(iter(told)).removeprefix("a.zip/")
    assert not set(refused) & set("/\\:\n")


def test_a_name_stands_in_an_archive_once() -> None:
    """Of two members of one name, nobody knows which is meant: the first is read, the other told."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        archive(("a.txt", TEXT), ("a.txt", TEXT))

    outcomes = list(batch.examine("a.zip", workers=1))

    assert outcomes[0].error is None
    assert outcomes[1].error is not None
    assert outcomes[1].error.message == Message(
        "压缩文件内的文件名重复，不读取", "its name stands in the archive twice; it is not read"
    )


def test_archives_in_archives_are_not_opened() -> None:
    """Each is told."""
    inner = Path(archive(("a.txt", TEXT), name="b.zip")).read_bytes()

    assert seen(archive(("in.zip", inner), ("in.tar", b""))) == {
        "a.zip/in.zip": "ARCHIVE-NESTED",
        "a.zip/in.tar": "ARCHIVE-NESTED",
    }


def test_an_archive_beyond_a_bound_is_not_read() -> None:
    """A bomb says itself how large it is; so many members can be too many, too."""
    archive(*((f"{n}.txt", b"0" * 1_000_000) for n in range(3)), name="bomb.zip")
    archive(*((f"{n}.txt", TEXT) for n in range(3)))

    assert seen("bomb.zip") == {"bomb.zip": "ARCHIVE-SIZE"}
    assert seen("a.zip", archives=ArchiveLimits(max_members=2)) == {"a.zip": "ARCHIVE-SIZE"}
    assert set(seen("a.zip", archives=ArchiveLimits(max_members=3)).values()) == {"read"}
    assert set(seen("bomb.zip", archives=ArchiveLimits(max_ratio=2000)).values()) == {"NO-FORM"}


def test_a_member_that_says_less_than_it_is_gives_no_more_than_it_says() -> None:
    """Whatever the packed bytes would come to."""
    content = bytearray(Path(archive(("a.txt", b"0" * 1_000_000))).read_bytes())
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.index(signature) + place
        content[at : at + 4] = struct.pack("<I", 10)
    Path("a.zip").write_bytes(content)

    assert seen("a.zip") == {"a.zip/a.txt": "ZIP"}


@pytest.mark.parametrize("name", ["./b/a.txt", "b//a.txt", "b/./a.txt", "b\\a.txt"])
def test_a_name_can_be_written_in_other_ways(name: str) -> None:
    """It is read under any; beside itself it stands there twice, and a page of it would be written over."""
    assert seen(archive((name, TEXT))) == {f"a.zip/{name}": "read"}

    told = seen(archive(("b/a.txt", TEXT), (name, TEXT)))

    assert list(told.values()) == ["read", "ARCHIVE-NAME"]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_member_never_stops_a_batch(method: int) -> None:
    """Whichever way it is packed: each has errors of its own."""
    with zipfile.ZipFile("a.zip", "w", method) as written:
        written.writestr("a.txt", TEXT)
        written.writestr("b.txt", TEXT)
    whole = Path("a.zip").read_bytes()
    # Behind the head of the member, and that of LZMA.
    Path("a.zip").write_bytes(whole[:50] + b"\xff" * 30 + whole[80:])

    assert seen("a.zip") == {"a.zip/a.txt": "ZIP", "a.zip/b.txt": "read"}


def test_without_lzma_other_damage_is_told_as_well() -> None:
    """Python can be built without it."""
    with patch.dict(sys.modules, {"lzma": None}):
        damage = runpy.run_path(zip_damage.__file__)["DAMAGE"]

    assert set(zip_damage.DAMAGE) - set(damage) == {lzma.LZMAError}


def test_a_name_that_no_system_takes_is_told() -> None:
    """It is too long, or has a character that ends it: the batch goes on."""
    long = "a" * 300 + ".json"

    assert seen([long, "a\0.json"]) == {long: "SYSTEM", "a\0.json": "UNEXPECTED"}


def test_damaged_and_locked_archives_are_told() -> None:
    """As a whole, or a member; a document under the suffix of an archive is a document."""
    whole = Path(archive(("a.txt", TEXT), ("b.txt", TEXT))).read_bytes()
    Path("cut.zip").write_bytes(whole[:-30])
    Path("damaged.zip").write_bytes(whole.replace(whole[60:70], b"0123456789", 1))
    locked = bytearray(whole)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(signature) + place] |= 1
    Path("locked.zip").write_bytes(locked)
    Path("word.zip").write_bytes(gd.render(build_report(), "docx"))
    Path("text.zip").write_bytes(TEXT)
    Path("none.zip").write_bytes(io.BytesIO().getvalue())

    assert seen(["cut.zip", "damaged.zip", "locked.zip", "word.zip", "text.zip", "none.zip", "nowhere.zip"]) == {
        "cut.zip": "ZIP",
        "damaged.zip/a.txt": "ZIP",
        "damaged.zip/b.txt": "read",
        "locked.zip/a.txt": "ENCRYPTED",
        "locked.zip/b.txt": "read",
        "word.zip": "read",
        "text.zip": "read",
        "none.zip": "EMPTY",
        "nowhere.zip": "NO-FILE",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are no files there")
def test_a_pipe_in_a_folder_is_left_alone() -> None:
    """Nobody writes to it, and the batch would wait for ever; a link that leads nowhere is told as before."""
    Path("folder").mkdir()
    Path("folder/a.json").write_bytes(DOCUMENT)
    os.mkfifo("folder/pipe.txt")
    Path("folder/link.txt").symlink_to("nowhere")

    assert seen(["folder"]) == {"folder/a.json": "read", "folder/link.txt": "NO-FILE"}


@pytest.mark.parametrize(
    ("made", "kind", "said"),
    [
        (lambda: batch.Content("a", "{}"), TypeError, "content must be bytes, got str"),  # type: ignore[arg-type]
        (lambda: batch.Content(3, b"{}"), TypeError, "name must be str, got int"),  # type: ignore[arg-type]
        (lambda: batch.Content("a", b"{}", format="xml"), gd.UsageError, "unknown format 'xml'"),
        (lambda: ArchiveLimits(max_members="9"), TypeError, "max_members must be a number, got '9'"),  # type: ignore[arg-type]
        (lambda: ArchiveLimits(max_ratio=0), ValueError, "max_ratio must be above nought, got 0"),
        (lambda: Limits(max_seconds=float("nan")), ValueError, "max_seconds must be above nought, got nan"),
        (lambda: Limits(max_lines=True), TypeError, "max_lines must be a number, got True"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_once(made: Callable[[], object], kind: type[Exception], said: str) -> None:
    """It is said what was given, in our own words; an unknown format was an unexpected error of each outcome."""
    with pytest.raises(kind) as caught:
        made()
    assert str(caught.value).startswith(said)
