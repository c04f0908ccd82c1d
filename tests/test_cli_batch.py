"""``check`` of many files: by several processes, with a cache, and of archives; what is shown is the same."""

from __future__ import annotations

import json
import sqlite3
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rich.progress import MofNCompleteColumn, Progress
from support.builders import build_report
from support.cli_calls import call

import govdisclosure as gd
from govdisclosure import processes
from govdisclosure.batch import _pools, _tasks
from govdisclosure.cli._progress import watched

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

LONG = "本机关坚持以公开为常态、不公开为例外，{}全面推进决策、执行、管理、服务和结果公开，及时回应社会关切。"
CARRIED = {"requests.total.carried_over": 3, "requests.natural_person.carried_over": 3}


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(path: str, name: str = "示例镇人民政府", **changes: Any) -> None:  # noqa: ANN401 - as build_report
    """Write the report of a body."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    gd.write(build_report(agency=gd.Agency(name=name), **changes), path)


def county() -> tuple[str, ...]:
    """Write a folder of two years, whose reports are copies of each other, late, missing and wrong; give a call."""
    text = [LONG.format("".join(chr(0x4E00 + 31 * place + n) for n in range(9))) for place in range(8)]
    units = ["示例县教育局", "示例县农业农村局", "示例县民政局", "示例县档案局"]
    for place, unit in enumerate(units[:3]):
        own = {"overview": [unit, *text]} if place < 2 else {}
        put(f"2022/{place}.{'txt' if place else 'json'}", unit, year=2022, cells=CARRIED, **own)
        put(f"2021/{place}.json", unit, year=2021)
    Path("2022/bad.txt").write_text("x", encoding="utf-8")
    Path("units.csv").write_text("名称\n" + "\n".join(units), encoding="utf-8")
    Path("2022/govdisclosure.toml").write_text(
        '[[waivers]]\ncode = "YOY-CARRY"\nreason = "so"\n[[waivers]]\ncode = "T4-SUM"\nreason = "idle"\n',
        encoding="utf-8",
    )
    return ("check", "2022", "--roster", "units.csv", "--previous", "2021")


def shown(*arguments: str) -> dict[str, str | bytes]:
    """Give all that a call prints and writes."""
    printed = {
        "terminal": call(*arguments),
        "json": call(*arguments, "--json"),
        "files": call(*arguments, "--summary", "s.csv", "--html", "pages"),
    }
    told: dict[str, str | bytes] = {}
    for name, result in printed.items():
        assert result.exit_code == 2, result.output
        told |= {f"{name} out": result.stdout, f"{name} err": result.stderr}
    for path in (Path("s.csv"), *sorted(Path("pages").rglob("*.html"))):
        told[str(path)] = path.read_bytes()
    return told


def test_findings_of_a_report_and_of_its_surroundings_stand_together() -> None:
    """Those that need other reports are looked for where all are known; a waiver is idle if neither has its finding."""
    (*call_of, _, _) = county()
    (alone, *_), (beside, *_) = (json.loads(call(*of, "--json").stdout) for of in (call_of, county()))

    codes = [finding["code"] for finding in alone["findings"]]
    others = [finding for finding in beside["findings"] if finding["code"] not in codes]
    assert {"PEER-COPY"} < set(codes)
    assert {finding["code"]: finding["details"].get("waived", {}).get("reason") for finding in others} == {
        "YOY-CARRY": "so",
        "YOY-IN-FORCE": None,
    }
    assert "T4-SUM" in call(*county()).stdout.partition("豁免")[2]
    assert "豁免“YOY-CARRY”" not in call(*county()).stdout
    assert "豁免“YOY-CARRY”" in call(*call_of).stdout


@pytest.mark.programs
def test_several_processes_show_what_one_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte by byte: on the terminal, as JSON, as a summary and as pages."""
    monkeypatch.setattr(_tasks, "FEW", 0)
    started: list[str] = []

    def start(module: str) -> subprocess.Popen[bytes]:
        started.append(module)
        return processes.started(module)

    monkeypatch.setattr(_pools, "started", start)

    one = shown(*county(), "-j", "1")
    assert started == []
    two = shown(*county(), "--jobs", "2")

    assert one == two
    assert started != []


def test_a_cache_gives_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read or compared again; what has changed is."""
    first = shown(*county(), "--cache", "kept")

    def refuse(*_: object, **__: object) -> gd.Reading:
        raise AssertionError("nothing is read or compared")

    with monkeypatch.context() as patched:
        patched.setattr("govdisclosure.batch._work.parse", refuse)
        patched.setattr("govdisclosure.cli._others.peer_copies", refuse)
        assert shown(*county(), "--cache", "kept") == first
    put("2022/2.txt", "示例县民政局", year=2022)

    assert shown(*county()[:2], "--cache", "kept")["json out"] == shown(*county()[:2])["json out"]


def test_what_happened_to_a_cache_is_said() -> None:
    """It is damaged, or somebody holds it; the call goes on."""
    put("a.txt")
    Path("kept").write_bytes(bytes(100))

    result = call("check", "a.txt", "--cache", "kept", "--json")

    assert (result.exit_code, result.stderr) == (0, "kept：缓存已损坏，改名为 kept.damaged，已重新建立\n")
    assert call("check", "a.txt", "--cache", "kept", "--json").stderr == ""


def test_a_cache_that_cannot_be_used_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the reason."""
    put("a.txt")
    monkeypatch.setattr("govdisclosure.batch._cache._WAIT", 0.01)
    other = sqlite3.connect("kept", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    result = call("check", "a.txt", "--cache", "kept", "--lang", "en")

    other.close()
    assert "kept: the cache cannot be used: database is locked" in result.stdout
    assert result.exit_code == 0


def test_what_is_no_cache_is_refused() -> None:
    """A source, the file of another program, or a place where nothing can be."""
    put("a.txt")
    before = Path("a.txt").read_bytes()
    connection = sqlite3.connect("mails")
    connection.execute("CREATE TABLE mails (a)")
    connection.close()

    refusals = [call("check", "a.txt", "--cache", name) for name in ("a.txt", "mails", "nowhere/c")]

    assert [(refusal.exit_code, refusal.stderr) for refusal in refusals] == [
        (2, "错误：a.txt：不能写入到来源文件自身\n"),
        (2, "错误：mails：是其他程序的文件，不是缓存\n"),
        (2, "错误：nowhere/c：无法写入：文件或目录不存在\n"),
    ]
    assert Path("a.txt").read_bytes() == before


@pytest.mark.parametrize(
    "files",
    [
        ("a.zip", "a.zip/0.json"),
        ("a.zip/1.json", "b.json", "a.zip"),
        ("a.zip", "b.json", "a.zip/1.json"),
        ("l.jsonl:2", "b.json", "l.jsonl", "none.json"),
    ],
)
def test_a_report_of_an_archive_can_be_named_beside_it(files: tuple[str, ...]) -> None:
    """As it is called in what was shown before: there is no such file, and all else is read."""
    put("b.json")
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.writestr("0.json", gd.dumpb(build_report()))
        archive.writestr("1.json", gd.dumpb(build_report(year=2022)))
    Path("l.jsonl").write_bytes(gd.dumpb(build_report()) + b"\n" + gd.dumpb(build_report(year=2022)))
    held = {"a.zip": ["a.zip/0.json", "a.zip/1.json"], "l.jsonl": ["l.jsonl:1", "l.jsonl:2"]}

    told = json.loads(call("check", *files, "--json").stdout)

    names = [name for file in files for name in held.get(file, [file])]
    assert [each["file"] for each in told] == names
    reports = sum({"a.zip": 2, "l.jsonl": 2, "b.json": 1}.get(file, 0) for file in files)
    assert sum(each["error"] is None for each in told) == reports


@pytest.mark.parametrize("number", ["0", "000", "x", "-1", "1.5", "１", "10000", "99999", "9" * 5000])
def test_how_many_processes_is_a_number(number: str) -> None:
    """The refusal names both bounds."""
    chinese, english = (call("check", "a.txt", "-j", number, language=each) for each in ("zh_CN.UTF-8", "C.UTF-8"))

    assert (chinese.exit_code, english.exit_code) == (2, 2)
    assert chinese.stderr.endswith(f"--jobs：“{number}”应为 1 到 9999 的整数\n")
    assert english.stderr.endswith(f"--jobs: {number!r} must be a whole number from 1 to 9999\n")


def test_noughts_before_how_many_processes_change_nothing() -> None:
    """More of them than a number may have digits as well."""
    Path("a.txt").write_text(gd.render(build_report(), "text"), encoding="utf-8")

    assert call("check", "a.txt", "-j", "00001").exit_code == 0


def test_the_reports_of_an_archive_are_checked_one_by_one() -> None:
    """An archive that is named, or JSON Lines: each report has its name, its settings and its page."""
    report = build_report(cells={"requests.total.newly_received": 13})
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.writestr("x/b.txt", gd.render(report, "text"))
        archive.writestr("c.txt", "nothing")
    Path("l.jsonl").write_text(f"{gd.dumps(build_report())}\n\n{{\n", encoding="utf-8")
    Path("govdisclosure.toml").write_text('ignore = ["T3"]', encoding="utf-8")

    outcomes = json.loads(call("check", "--json", "a.zip", "nowhere.txt", "l.jsonl", "--html", "pages").stdout)

    names = ["a.zip/x/b.txt", "a.zip/c.txt", "nowhere.txt", "l.jsonl:1", "l.jsonl:3"]
    assert [each["file"] for each in outcomes] == names
    assert [each["error"] is None for each in outcomes] == [True, False, False, True, False]
    assert outcomes[0]["findings"] == []
    assert sorted(str(path) for path in Path("pages").rglob("*.html")) == sorted(
        str(Path("pages", name)) for name in ("index.html", "a.zip/x/b.txt.html", "l.jsonl:1.html")
    )


def test_an_archive_in_a_folder_is_named_as_left_out() -> None:
    """It may hold the same reports once more."""
    put("2025/a.txt")
    Path("2025/all.zip").write_bytes(b"PK")

    assert "all.zip：目录中的压缩文件不读取；.zip 可以单独检查，其他请先解压" in call("check", "2025").stdout


def test_files_of_an_archive_that_are_left_out_are_named() -> None:
    """As those of a folder are: with the reason, and beside the unit that they may be of; what is no report is not."""
    with zipfile.ZipFile("县.zip", "w") as archive:
        archive.writestr("水利局.txt", gd.render(build_report(agency=gd.Agency(name="示例县水利局")), "text"))
        for name in ("乡/民政局.DOC", "财政局.odt", "脚本.py", "~$水利局.doc", "__MACOSX/._民政局.doc", "../图.jpg"):
            archive.writestr(name, b"x")
    Path("units.csv").write_text("名称\n示例县水利局\n民政局\n", encoding="utf-8")

    result = call("check", "县.zip", "./县.zip", "--roster", "units.csv", columns=1000)

    said = result.stdout.splitlines()[-6:-1]
    assert said == [
        "名册 2 个单位，1 个已报本年度报告",
        "缺报 1 个：民政局（可能是未能读取的 县.zip/乡/民政局.DOC）",
        (
            "未检查：县.zip/乡/民政局.DOC：旧版 Word、WPS 或 Excel 文件（.doc、.wps、.xls）不能读取；"
            "请另存为 .docx 或 .xlsx 后再读"
        ),
        "未检查：县.zip/财政局.odt：这种文字处理文件不能读取；请另存为 .docx 后再检查",
        "未检查：县.zip/.._图.jpg：图片中的数字不能读取；请改用文字版，或识别（OCR）并核对后另存为 .docx",
    ]
    assert result.exit_code == 0
    beside = call("check", "nowhere.txt", "--previous", "县.zip", columns=1000).stdout
    assert [line for line in said if line.startswith("未检查")] == [
        line for line in beside.splitlines() if line.startswith("未检查")
    ]


def test_only_of_an_archive_that_is_one_files_are_named() -> None:
    """Not of a document under its suffix, of what is none, of a damaged one, nor of one that an archive holds."""
    gd.write(build_report(), "a.docx")
    with zipfile.ZipFile("a.docx", "a") as document:
        document.writestr("b.doc", b"x")
    Path("a.docx").rename("document.zip")
    with zipfile.ZipFile("inner.zip", "w") as archive:
        archive.writestr("c.doc", b"x")
    with zipfile.ZipFile("outer.zip", "w") as archive:
        archive.write("inner.zip")
        archive.writestr("d.rar", b"x")
    Path("damaged.zip").write_bytes(Path("inner.zip").read_bytes()[:-30])
    Path("none.zip").write_text("x", encoding="utf-8")

    for name in ("document.zip", "outer.zip", "damaged.zip", "none.zip"):
        assert "未检查" not in call("check", name).stdout, name
    assert "未检查：inner.zip/c.doc" in call("check", "inner.zip").stdout


def test_sources_keep_their_order_whatever_is_read_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders without reports, standard input that is a folder, and files."""
    put("a.txt")
    Path("empty").mkdir()

    class Folder:
        def read(self, _: int) -> bytes:
            raise IsADirectoryError(21, "Is a directory")

    content = gd.render(build_report(), "text").encode()
    outcomes = json.loads(call("check", "--json", "empty", "-", "a.txt", given=content).stdout)
    assert [(each["file"], each["error"] is None) for each in outcomes] == [
        ("empty", False),
        ("-", True),
        ("a.txt", True),
    ]

    monkeypatch.setattr("govdisclosure.cli._readings.standard_input", Folder)
    outcomes = json.loads(call("check", "--json", "a.txt", "-", "empty").stdout)
    assert [(each["file"], each["error"]) for each in outcomes][1:2] == [("-", "是目录，不是文件")]
    assert [each["file"] for each in outcomes] == ["a.txt", "-", "empty"]


def test_of_an_archive_nobody_knows_how_long_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar tells how many are done, and how fast."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    shown: list[str] = []

    def items() -> Iterator[int]:
        for number in range(3):
            shown.extend(str(column.render(task)) for task in bar[0].tasks for column in bar[0].columns[2:4])  # type: ignore[union-attr]
            yield number

    bar: list[Progress] = []
    add_task = Progress.add_task

    def added(self: Progress, *arguments: Any, **values: Any) -> Any:  # noqa: ANN401 - as rich
        bar.append(self)
        return add_task(self, *arguments, **values)

    monkeypatch.setattr(Progress, "add_task", added)

    assert list(watched(items(), None, "正在读取")) == [0, 1, 2]
    assert shown[::2] == ["0/?", "1/?", "2/?"]
    assert shown[1] == ""
    assert shown[5].endswith("/s")
    assert isinstance(bar[0].columns[2], MofNCompleteColumn)
