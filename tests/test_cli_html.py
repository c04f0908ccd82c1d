"""``check --html``: a web page for each file, with its findings on the form."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from pathlib import Path

import lxml.html
import pytest
from support.builders import build_report
from support.cli_calls import call

import govdisclosure as gd
from govdisclosure.cli._links import address
from govdisclosure.diagnosis import causes

_EXAMPLE = Path(__file__).parent.parent / "examples" / "liuxi-2024.txt"
_TOTAL = "requests.total.newly_received"


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(*paths: str) -> None:
    """Write a report with errors to files."""
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        gd.write(build_report(cells={_TOTAL: 13}), path)


def pages() -> set[str]:
    """Give the web pages below the working directory."""
    return {path.as_posix() for path in Path().rglob("*.html")}


def both(folder: str) -> set[str]:
    """Give the page of ``a.txt`` in a folder, and the list beside it."""
    return {f"{folder}/a.txt.html", f"{folder}/index.html"}


def test_one_file_gives_one_page() -> None:
    """With its findings, waived ones as such, and the notes of its reading; what is printed is the same as without."""
    Path("a.txt").write_bytes(_EXAMPLE.read_bytes())
    Path("govdisclosure.toml").write_text('[[waivers]]\ncode = "T3-OUTCOMES"\nreason = "-"\n', encoding="utf-8")
    alone = call("check", "a.txt")

    result = call("check", "a.txt", "--html", "out.html")

    reading = gd.read("a.txt")
    waivers = [gd.Waiver("T3-OUTCOMES", reason="-")]
    expected = gd.render(reading.report, "html", findings=gd.check(reading, waivers=waivers), notes=reading.notes)
    assert Path("out.html").read_text(encoding="utf-8") == expected
    assert reading.notes
    assert (result.output, result.exit_code) == (alone.output, 0)


def test_a_file_without_findings_has_a_page_that_says_so() -> None:
    """And does not pass for one that was not checked."""
    gd.write(build_report(), "a.json")

    call("check", "a.json", "--html", "out.htm")

    assert "未发现问题" in Path("out.htm").read_text(encoding="utf-8")


def test_several_files_give_a_folder_of_pages() -> None:
    """Each called as its file, in the folders below the one that they are all in."""
    put("in/a.txt", "in/a.json", "in/b/a.txt")

    result = call("check", "in", "--html", "out")

    assert pages() == {"out/index.html", "out/a.txt.html", "out/a.json.html", "out/b/a.txt.html"}
    assert result.exit_code == 1


def test_one_file_can_be_a_page_in_a_folder() -> None:
    """Also in one that is called like a page."""
    put("in/a.txt")
    Path("site.html").mkdir()

    for target in ("out/", "site.html"):
        call("check", "in/a.txt", "--html", target)

    assert pages() == {"site.html", *both("out"), *both("site.html")}


def test_standard_input_gives_a_page_too() -> None:
    """In a folder it is called ``stdin.html``, beside those of files."""
    put("in/a.txt")
    content = Path("in/a.txt").read_bytes()

    call("check", "-", "--html", "one.html", given=content)
    call("check", "-", "--html", "alone", given=content)
    call("check", "-", "in/a.txt", "--html", "out", given=content)

    assert pages() == {
        *("one.html", "alone/stdin.html", "alone/index.html", "out/stdin.html", "out/a.txt.html", "out/index.html"),
    }


def test_what_cannot_be_read_has_no_page() -> None:
    """The others have theirs."""
    put("a.txt")
    Path("b.txt").write_text("", encoding="utf-8")

    result = call("check", "a.txt", "b.txt", "c.txt", "--html", "out")

    assert (pages(), result.exit_code) == (both("out"), 2)


def test_json_and_a_page_go_together() -> None:
    """The page is a file; the JSON is on standard output."""
    put("a.txt")

    assert call("check", "a.txt", "--json", "--html", "out.html").stdout == call("check", "a.txt", "--json").stdout
    assert pages() == {"out.html"}


def test_several_files_are_not_one_page() -> None:
    """The message says what to write instead; nothing is checked."""
    put("a.txt", "b.txt")

    result = call("check", "a.txt", "b.txt", "--html", "out.html")

    assert (result.stdout, result.stderr, result.exit_code) == (
        "",
        "错误：out.html：有 2 个文件，不能写入一个网页；请改为目录（不带 .html）\n",
        2,
    )


@pytest.mark.parametrize("target", ["a.txt.html", "."])
def test_a_page_does_not_take_the_place_of_a_source(target: str) -> None:
    """Neither by its own name nor in a folder."""
    put("a.txt")
    Path("a.txt.html").write_text("<p>", encoding="utf-8")
    sources = ["a.txt.html"] if target != "." else ["a.txt", "a.txt.html"]

    result = call("check", *sources, "--html", target)

    assert (result.stderr, result.exit_code) == ("错误：a.txt.html：不能写入到来源文件自身\n", 2)
    assert Path("a.txt.html").read_text(encoding="utf-8") == "<p>"


@pytest.mark.parametrize(
    ("target", "named"), [("out", "out"), ("a.txt", "a.txt"), ("out/pages", "out"), ("out/more/page.html", "out")]
)
def test_a_file_where_a_folder_must_be_is_said_before_any_work(target: str, named: str) -> None:
    """It stays as it is, also where it is the report that is checked."""
    put("a.txt")
    Path("out").touch()
    before = Path("a.txt").read_bytes()

    result = call("check", "a.txt", "--html", target)

    said = f"错误：{named}：不是目录，不能放入网页；请改为目录，或一个 .html 文件\n"
    assert (result.output, result.exit_code) == (said, 2)
    assert (Path("out").read_bytes(), Path("a.txt").read_bytes()) == (b"", before)


def test_pages_of_an_archive_need_a_folder_of_its_name() -> None:
    """Where the archive itself is in the place of that, nothing is done; elsewhere there is one."""
    put("b.txt")
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.write("b.txt")
        archive.write("b.txt", "c.txt")

    refused = call("check", "a.zip", "b.txt", "--html", ".")
    written = call("check", "a.zip", "b.txt", "--html", "pages")

    assert refused.output == "错误：a.zip：不是目录，不能放入网页；请改为目录，或一个 .html 文件\n"
    assert written.stderr == ""
    assert Path("pages/a.zip/b.txt.html").exists()


def test_a_page_may_take_the_place_of_one_and_be_in_a_new_folder() -> None:
    """Of an earlier call, in a folder that is there or not."""
    put("a.txt")
    Path("there.html").touch()

    for target in ("there.html", "new/more/page.html"):
        assert call("check", "a.txt", "--html", target).stderr == ""
        assert Path(target).stat().st_size > 0


def test_a_page_that_cannot_be_written_is_said() -> None:
    """Where a folder is in its place."""
    put("a.txt")
    Path("out", "a.txt.html").mkdir(parents=True)

    result = call("check", "a.txt", "--html", "out")

    assert (result.stderr, result.exit_code) == ("错误：out/a.txt.html：无法写入：是目录，不是文件\n", 2)


def index(path: str = "out/index.html") -> str:
    """Give the list of pages."""
    return Path(path).read_text(encoding="utf-8")


def cells_of(path: str = "out/index.html") -> list[list[str]]:
    """Give the text of each cell of the list, row by row."""
    table = lxml.html.fromstring(index(path)).find(".//table")
    assert table is not None
    return [[" ".join(map(str, cell.itertext())).strip() for cell in row] for row in table.iter("tr")]


def test_the_list_has_a_row_for_each_report() -> None:
    """Whose it is, its file, year, state, findings by severity, notes, the first cause; what has a page is a link."""
    put("in/a.txt")
    gd.write(build_report(agency=gd.Agency(name="示例局"), title="示例局2021年政府信息公开工作年度报告"), "in/b.txt")
    Path("in/c.txt").write_text("", encoding="utf-8")
    Path("in/d.doc").touch()

    result = call("check", "in", "--html", "out")

    (cause,) = causes(gd.check(gd.read("in/a.txt")))
    assert cells_of() == [
        ["机关", "年度", "状态", "错误", "警告", "提示", "说明", "首要问题"],
        ["示例镇人民政府 in/a.txt", "2021", "有错误", "2", "0", "0", "0", cause.message.zh],
        ["示例局 in/b.txt", "2021", "无问题", "0", "0", "0", "0", ""],
        ["in/c.txt", "", "无法读取", "", "", "", "", "文件为空，没有内容"],
    ]
    links = [a.get("href") for a in lxml.html.fromstring(index()).iter("a")]
    assert links == ["a.txt.html", "b.txt.html"]
    assert result.stdout.splitlines()[-1] in index()
    assert "未检查：in/d.doc" in index()


def test_each_page_has_a_link_to_the_list() -> None:
    """From folders below as well; a page that is alone has none."""
    put("in/a.txt", "in/b c/d/a.txt")

    call("check", "in", "--html", "out")
    call("check", "in/a.txt", "--html", "alone.html")

    def links(page: str) -> list[str | None]:
        return [a.get("href") for a in lxml.html.fromstring(index(page)).iterfind(".//header/nav/a")]

    assert links("out/a.txt.html") == ["index.html"]
    assert links("out/b c/d/a.txt.html") == ["../../index.html"]
    assert links("alone.html") == []
    assert gd.read("out/a.txt.html") == gd.read("in/a.txt")


def test_messages_are_in_english_from_the_beginning_if_the_call_is() -> None:
    """The box of the page is ticked, alone or in a folder; else whoever reads it ticks the box."""
    put("in/a.txt")

    call("check", "in", "--html", "out", "--lang", "en")
    call("check", "in/a.txt", "--html", "alone.html", "--lang", "en")
    call("check", "in/a.txt", "--html", "zh.html")

    def boxes(page: str) -> list[str | None]:
        return [box.get("checked") for box in lxml.html.fromstring(index(page)).iter("input")]

    assert [boxes(page) for page in ("out/a.txt.html", "alone.html", "zh.html")] == [["checked"], ["checked"], [None]]
    assert index("alone.html").replace(" checked>", ">") == index("zh.html")
    assert gd.read("alone.html") == gd.read("in/a.txt")


def test_the_list_runs_no_script_but_its_own() -> None:
    """Its policy allows this one, by its hash, and no address; nothing that comes from a file is markup."""
    name = '<img src=x onerror="1">&'
    report = build_report(agency=gd.Agency(name=name), title=f"{name}2021年政府信息公开工作年度报告")
    Path("in").mkdir()
    gd.write(report, "in/'\"><script>.json")

    call("check", "in", "--html", "out")

    page = lxml.html.fromstring(index())
    (script,) = page.iter("script")
    (style,) = page.iter("style")
    policy = next(meta.get("content") for meta in page.iter("meta") if meta.get("http-equiv"))
    hashes = [
        base64.b64encode(hashlib.sha256((each.text or "").encode()).digest()).decode() for each in (style, script)
    ]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert list(page.iter("img")) == []
    assert cells_of()[1][0] == f"{name} in/'\"><script>.json"
    assert [link.get("href") for link in page.iter("a")] == ["%27%22%3E%3Cscript%3E.json.html"]
    assert page.xpath("//*[@style or @onclick or @src]") == []


def test_the_list_is_in_the_language_of_the_call() -> None:
    """As what is printed."""
    put("in/a.txt")

    call("check", "in", "--html", "out", "--lang", "en")

    assert cells_of()[0] == ["Agency", "Year", "State", "error", "warning", "info", "note", "First cause"]
    assert '<html lang="en">' in index()


def test_a_report_that_is_called_like_the_list_keeps_its_page() -> None:
    """A file without a suffix, which is named."""
    put("in/a.txt")
    Path("in/index").write_bytes(Path("in/a.txt").read_bytes())

    call("check", "in/a.txt", "in/index", "--html", "out")

    assert pages() == {*both("out"), "out/index.html.html"}
    assert cells_of()[2][0] == "示例镇人民政府 in/index"


def test_the_list_does_not_take_the_place_of_a_source() -> None:
    """Nor of a page that somebody put there."""
    Path("in").mkdir()
    gd.write(build_report(), "in/index.html")

    result = call("check", "in/index.html", "--html", "in")

    assert (result.stderr, result.exit_code) == ("错误：in/index.html：不能写入到来源文件自身\n", 2)


def test_a_list_that_cannot_be_written_is_said() -> None:
    """Where a folder is in its place."""
    put("in/a.txt")
    Path("out/index.html").mkdir(parents=True)

    result = call("check", "in/a.txt", "--html", "out")

    assert (result.stderr, result.exit_code) == ("错误：out/index.html：无法写入：是目录，不是文件\n", 2)


def test_a_file_on_another_drive_has_its_whole_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no way from one to the other."""

    def refuse(*_: object) -> str:
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    monkeypatch.setattr("os.path.relpath", refuse)

    assert address(Path("a b.html"), Path()) == Path("a b.html").resolve().as_uri()
