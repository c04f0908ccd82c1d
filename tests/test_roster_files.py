"""Rosters in files: CSV as Excel in China writes it, workbooks and TOML; faults with their places; empty ones."""

from __future__ import annotations

import datetime as dt
import io
import pickle
import zipfile
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.cli_calls import call
from support.workbooks import workbook_of

import govdisclosure as gd
from govdisclosure.formats.xlsx.table import write_table
from govdisclosure.model.profile import Day
from govdisclosure.model.report import check_digit
from govdisclosure.rosters import Roster, RosterError, Unit, UnitKind
from govdisclosure.rosters.reading import MOST_BYTES, MOST_UNITS
from govdisclosure.rosters.template import blank_roster

CODE = "11330000MB0000000" + check_digit("11330000MB0000000")
WHOLE = Unit(
    name="市场监督管理局",
    kind=UnitKind.DEPARTMENT,
    code=CODE,
    other_names=["市场监管局", "工商局"],
    parent="示例县人民政府",
    due=Day(1, 31),
)
CHINESE = (
    "名称,类型,统一社会信用代码,其他名称,上级单位,截止日期\n"
    f"市场监督管理局,部门,{CODE},市场监管局、工商局,示例县人民政府,01-31\n"
)
ENGLISH = (
    "name,kind,code,other names,parent,due\n"
    f"市场监督管理局,department,{CODE.lower()},市场监管局; 工商局,示例县人民政府,1/31\n"
)


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(content: str | bytes, name: str = "units.csv") -> tuple[Unit, ...]:
    """Give the units of a roster that holds this."""
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return gd.Roster.read(name).units


def names(content: str | bytes, name: str = "units.csv") -> list[str]:
    """Give the names of the units of a roster that holds this."""
    return [unit.name for unit in read(content, name)]


def faults(content: str | bytes, name: str = "units.csv") -> list[tuple[str, str]]:
    """Give the faults of a roster that holds this, in Chinese and in English."""
    with pytest.raises(RosterError) as caught:
        read(content, name)
    return [(fault.message.zh, fault.message.en) for fault in caught.value.faults]


@pytest.mark.parametrize("text", [CHINESE, ENGLISH, ENGLISH.replace("other names", "other_names")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_csv_is_read_as_excel_in_china_writes_it(text: str, encoding: str) -> None:
    """In any of its codes, with Chinese or English heads."""
    assert read(text.encode(encoding)) == (WHOLE,)


@pytest.mark.parametrize("delimiter", ["\t", ";", "，"])
def test_other_signs_stand_between_cells(delimiter: str) -> None:
    """Told by the column heads: Excel saves Unicode text with tabs."""
    assert names(f"序号{delimiter}单位名称{delimiter}类别\n1{delimiter}甲局{delimiter}部门\n", "units.txt") == ["甲局"]


def test_what_is_no_unit_is_left_out() -> None:
    """Titles above the heads, blank lines, comments, other columns."""
    content = '示例县单位名册,,\n\n序号,名称（必填）,备注\n,,\n1,甲局,x\n# 例,乙局,\n＃例,乙局,\n 2 ,"丙,局",\n,,\n'

    assert names(content) == ["甲局", "丙,局"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(line_end: str) -> None:
    """Of Windows, of Unix, and of old Macs."""
    assert names(line_end.join(["名称", "", "甲局", "乙局"])) == ["甲局", "乙局"]


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("2026-01-31", dt.date(2026, 1, 31)),
        ("2026/1/31", dt.date(2026, 1, 31)),
        ("2026年1月31日", dt.date(2026, 1, 31)),
        ("２０２６．１．３１", dt.date(2026, 1, 31)),
        ("2026-01-31 00:00:00", dt.date(2026, 1, 31)),
        ("1月31日", Day(1, 31)),
        ("01-31", Day(1, 31)),
    ],
)
def test_days_are_written_in_many_ways(written: str, due: dt.date | Day) -> None:
    """With a year, or for every year."""
    assert read(f"名称,截止日期\n甲局,{written}\n")[0].due == due


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("乡镇", "town"),
        ("街道办事处", "street"),
        ("开发区", "zone"),
        ("本级", "own"),
        ("人民政府", "government"),
        ("Own", "own"),
    ],
)
def test_kinds_are_written_in_words(written: str, kind: str) -> None:
    """In the words of a clerk, or in English."""
    assert read(f"名称,类型\n甲局,{written}\n")[0].kind == kind


def test_every_fault_of_a_table_is_named_with_its_place() -> None:
    """Line and column; nothing is read of a roster with faults."""
    rows = (",部门,,", "甲局,局长,123,2月30日", f"乙局,,{CODE},", f"乙局,,{CODE},很快", f"丙局,,{CODE},", "乙 局,,,")
    content = "\n".join(("名称,类型,代码,期限", *rows))
    kinds = "部门、政府、乡镇、街道、管委会、本级"

    assert faults(content) == [
        ("第2行：没有名称", "line 2: has no name"),
        (
            f"第3行第2列：类型 '局长' 不是 {kinds}",
            "line 3, column 2: the kind '局长' is none of department, government, town, street, zone, own",
        ),
        (
            "第3行第3列：'123' 不是统一社会信用代码（18位，末位为校验码）",
            "line 3, column 3: '123' is no 统一社会信用代码 of 18 characters with its check digit",
        ),
        (
            "第3行第4列：'2月30日' 不是日期，应如 2026-01-31 或 01-31",
            "line 3, column 4: '2月30日' is no date such as 2026-01-31 or 01-31",
        ),
        (
            "第5行第4列：'很快' 不是日期，应如 2026-01-31 或 01-31",
            "line 5, column 4: '很快' is no date such as 2026-01-31 or 01-31",
        ),
        (f"第6行：代码 {CODE} 与第4行重复", f"line 6: the code {CODE} is there twice, first in line 4"),
        ("第7行：名称 乙 局 与第4行重复", "line 7: the name 乙 局 is there twice, first in line 4"),
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", "no column is headed"),
        ("甲局\n乙局\n", "no column is headed"),
        ("名称\n", "the roster names no unit"),
        ("名称,名称\n甲局,乙局\n", "line 1, column 2: the column '名称' is there twice"),
        ('名称,备注\n甲局,"没有结束\n乙局,\n', "line 2: quotation marks or separators are wrong"),
        ('名称\n"甲"局\n', "line 2: quotation marks or separators are wrong"),
        ('名称\n"甲\n局"\n', "line 2, column 1: a name with a line break or a refused character"),
        (f"名称\n{'局' * 201}\n", "line 2, column 1: a name of more than 200 characters"),
        (f"名称,别名\n甲局,乙、{'局' * 201}\n", "line 2, column 2: a name of more than 200 characters"),
        (b"\xff\xfe\x00", "expected text in UTF-8, GB18030, or UTF-16 with a byte order mark"),
        (b"\x81\xff\xff", "expected text in UTF-8, GB18030, or UTF-16 with a byte order mark"),
        (b"a" * (MOST_BYTES + 1), f"the file is larger than {MOST_BYTES} bytes"),
        ("名称\n" + "".join(f"{number}局\n" for number in range(MOST_UNITS + 1)), "there are more than 20000 units"),
        (f"名称,备注\n甲局,{'x' * 200_000}\n", "line 2: quotation marks or separators are wrong: field larger"),
    ],
)
def test_what_is_no_roster_is_named(content: str | bytes, fault: str) -> None:
    """In one line, and never with a traceback."""
    ((_, said),) = faults(content)

    assert said.startswith(fault)


def test_many_faults_are_counted() -> None:
    """Twenty are named."""
    with pytest.raises(RosterError) as caught:
        read("名称,类型\n" + "甲局,x\n" * 25)

    error = caught.value
    assert str(error).startswith("units.csv: line 2, column 2: the kind 'x' is none of")
    assert str(error).endswith("; and 5 more")
    assert (error.reason, error.zh) == (error.message.en, error.message.zh)
    assert error.zh.endswith("；另有5处")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own
    assert isinstance(error, gd.ReadError)


def test_an_unknown_suffix_is_refused() -> None:
    """It is no reading at all."""
    with pytest.raises(gd.UsageError, match=r"a roster must have the suffix .csv, .xlsx, .toml, got 'units.doc'"):
        read("名称\n甲局\n", "units.doc")


def workbook(*rows: list[object], sheets: int = 1) -> bytes:
    """Give a workbook whose last sheet has these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    for _ in range(sheets - 1):
        sheet = book.create_sheet()
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_workbooks_are_read() -> None:
    """Without lines around their cells, below a title, on another sheet, with days that are days."""
    rows: list[list[object]] = [
        ["示例县单位名册"],
        ["序号", "名称", "类型", "统一社会信用代码", "别名", "上级", "截止日期"],
        [],
        [1, "市场监督管理局", "部门", CODE, "市场监管局、工商局", "示例县人民政府", "01-31"],
        [2, "乙局", None, None, None, None, dt.date(2026, 1, 31)],
    ]

    assert read(workbook(*rows, sheets=2), "units.xlsx") == (WHOLE, Unit(name="乙局", due=dt.date(2026, 1, 31)))


def test_rows_that_a_filter_hides_are_units() -> None:
    """A filter is no change of a roster."""
    book = workbook_of(workbook(["名称"], ["甲局"], ["乙局"]))
    assert book.active is not None
    book.active.row_dimensions[2].hidden = True
    book.save("units.xlsx")

    assert [unit.name for unit in Roster.read("units.xlsx").units] == ["甲局", "乙局"]


def test_places_in_a_workbook_have_letters() -> None:
    """As Excel shows them."""
    far = [None] * 27
    content = workbook([*far, "类型", "名称"], [*far, "局长", "甲局"])

    assert [said for said, _ in faults(content, "units.xlsx")] == [
        "第2行第AB列：类型 '局长' 不是 部门、政府、乡镇、街道、管委会、本级"
    ]


def test_a_workbook_without_heads_or_that_is_none_is_named() -> None:
    """A damaged file, and one of another kind."""
    assert faults(write_table("名册", [["甲局"]]), "units.xlsx")[0][1].startswith("no column is headed 名称 or name")
    assert (
        faults(b"PK\x03\x04", "units.xlsx")[0][1]
        == "the Word, Excel or zip file is damaged and cannot be opened; fetch it again"
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("a.txt", "")
    assert len(faults(written.getvalue(), "units.xlsx")) == 1


TOML = f"""\
parent = "示例县人民政府"

[[units]]
name = "市场监督管理局"
kind = "部门"
code = "{CODE}"
other_names = ["市场监管局", "工商局"]
due = "01-31"

[[units]]
name = "乙局"
parent = "另一县人民政府"
due = 2026-01-31
"""


def test_toml_is_read() -> None:
    """With a parent of all units that name none, texts or lists of them, and days."""
    other = Unit(name="乙局", parent="另一县人民政府", due=dt.date(2026, 1, 31))

    assert read(TOML, "units.toml") == (WHOLE, other)
    assert read('[[units]]\nname = "甲局"\nparent = ""\n', "units.toml") == (Unit(name="甲局"),)
    assert read(b"\xef\xbb\xbf" + TOML.replace("\n", "\r\n").encode(), "units.toml") == (WHOLE, other)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("[[units]", "is no valid TOML: "),
        ("", "the roster names no unit"),
        ("units = 1", "line 1: must be tables, written as [[units]]"),
        ("\nunits = [1]", "line 2: must be tables, written as [[units]]"),
        ("[[unit]]\nname = '甲局'", "line 1: unit is no key of a roster; known are parent, units"),
        ("[[units]]\nname = '甲局'\n\nkin = '部门'", "line 4: kin is no key of a roster; known are name, kind, code"),
        ("[[units]]\nname = 1", "line 2: name must be text"),
        ("[[units]]\nname = '甲局'\nother_names = [1]", "line 3: other_names must be text"),
        ("[[units]]\nname = '甲局'\ndue = 2026-01-31T00:00:00", "line 3: due must be text"),
        ("[[units]]\nkind = '部门'", "line 1: has no name"),
        ("[[units]]\nname = '甲局'\n[[units]]\nname = '乙局'\nkind = '科'", "line 5: the kind '科' is none of"),
    ],
)
def test_faults_of_toml_are_named_with_their_lines(content: str, fault: str) -> None:
    """A key that is none as well."""
    ((_, said),) = faults(content, "units.toml")

    assert said.startswith(fault)


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: f"名称,类型\n{text}".encode()))
def test_no_content_ends_in_a_traceback(content: bytes) -> None:
    """It is a roster, or its faults are named."""
    for name in ("units.csv", "units.toml", "units.xlsx"):
        Path(name).write_bytes(content)
        with suppress(RosterError):
            assert Roster.read(name).units


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["units.csv", "units.xlsx"])
def test_an_empty_roster_is_written_and_read_once_it_is_filled_in(name: str, language: str) -> None:
    """Its row that shows how is no unit."""
    result = call("template", name, "--roster", "--lang", language)

    assert (result.exit_code, result.output) == (0, "")
    with pytest.raises(RosterError, match="the roster names no unit"):
        Roster.read(name)
    if name == "units.csv":
        with Path(name).open("a", encoding="utf-8") as file:
            file.write("甲局,部门\n")
    else:
        book = openpyxl.load_workbook(name)
        assert book.active is not None
        book.active["A3"], book.active["B3"] = "甲局", "部门"
        book.save(name)
    assert Roster.read(name).units == (Unit(name="甲局", kind="department"),)


def test_an_empty_workbook_offers_the_kinds() -> None:
    """Codes that are typed keep all their digits."""
    sheet = workbook_of(blank_roster(".xlsx")).active
    assert sheet is not None

    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", '"部门,政府,乡镇,街道,管委会,本级"', "B3:B2000")
    assert sheet["C3"].number_format == "@"
    assert [cell.value for cell in sheet[1]] == ["名称", "类型", "统一社会信用代码", "其他名称", "上级单位", "截止日期"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["units.toml", "--roster"], "units.toml：空白名册的扩展名应为 .xlsx 或 .csv"),
        (["there.csv", "--roster"], "there.csv：文件已存在，不覆盖"),
        (["no/units.csv", "--roster"], "no/units.csv：无法写入：文件或目录不存在"),
        (["units.csv", "--roster", "--year", "2025"], "--roster 不能与 --year、--agency、--edition 同时使用"),
    ],
)
def test_what_cannot_be_written_is_one_line(arguments: list[str], message: str) -> None:
    """A roster that is there stays as it is."""
    Path("there.csv").write_bytes(b"x")

    result = call("template", *arguments)

    assert (result.exit_code, result.output) == (2, f"错误：{message}\n")
    assert Path("there.csv").read_bytes() == b"x"


def test_a_report_needs_its_year() -> None:
    """As before there were rosters."""
    result = call("template", "out.json")

    assert (result.exit_code, "缺少 --year" in result.output) == (2, True)


def test_an_empty_roster_is_no_toml() -> None:
    """Whoever writes TOML knows its keys."""
    with pytest.raises(gd.UsageError, match=r"an empty roster is written as .csv or .xlsx, not as '.toml'"):
        blank_roster(".toml")
