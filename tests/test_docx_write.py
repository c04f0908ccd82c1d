"""The form as a Word document: lossless, the same bytes for the same report, looking as GB/T 9704-2012 has it."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import zipfile
from decimal import Decimal
from itertools import count
from pathlib import Path

import attrs
import docx
import pdfplumber
import pytest
from docx.oxml.ns import nsmap, qn
from docx.shared import Mm, Pt
from hypothesis import given
from lxml import etree
from support.builders import build_report
from support.pages import printed
from support.programs import program

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, GridCell, MetadataBlock, Paragraph, Role
from govdisclosure.formats.docx.read import read
from govdisclosure.formats.docx.write import write
from govdisclosure.model.editions import table_class
from govdisclosure.testing import reports
from govdisclosure.writing.compose import compose


def filled(year: int, edition: str) -> gd.AnnualReport:
    """Give a report whose tables hold a different number in every cell but those of money; table III as asked for."""
    report, numbers = build_report(year=year), count(101)
    cls = table_class("requests", edition)
    requests = cls.from_rows([[next(numbers) for _ in row] for row in cls.figure_paths()])
    assert isinstance(requests, gd.Requests | gd.Requests2019)
    report.requests = requests
    report.review_and_litigation = gd.ReviewAndLitigation.from_rows([[next(numbers) for _ in range(15)]])
    for cell in gd.cells(report):
        if cell.path.startswith("proactive") and isinstance(cell.value, int):
            gd.put(report, cell.path, next(numbers))
    return report


EDITIONS = [(2021, "2021"), (2020, "2019"), (2023, "2019"), (2019, "2021")]


def without_paths(blocks: list[Block]) -> list[Block]:
    """Give blocks as a reader gives them, which does not know what a figure is of."""
    return [
        Grid(tuple(tuple(attrs.evolve(cell, path=None) for cell in row) for row in block.rows))
        if isinstance(block, Grid)
        else block
        for block in blocks
    ]


@given(reports(extensions=False))
def test_every_report_survives(report: gd.AnnualReport) -> None:
    """Whatever the model accepts is read again as it was, without notes, and the blocks as they were composed."""
    content = gd.render(report, "docx")

    assert gd.parse(content) == gd.Reading(report)
    assert read(content) == without_paths(printed(report))


@pytest.mark.parametrize(("year", "edition"), EDITIONS)
def test_every_figure_survives(year: int, edition: str) -> None:
    """Both editions and their mixes, each cell with a number of its own."""
    report = filled(year, edition)

    assert gd.parse(gd.render(report, "docx")) == gd.Reading(report)


AWKWARD = [
    "<script>alert('字')</script> & \"x\"",
    '=cmd|" /C calc"!A0',
    "\u202e右至左\u200f\u2066",
    "\t前\t后\t",
    "\t前" * 20,
    "  两头  ",
    "",
    "\u2028\u2029\ufeff",
    "（一）小标题",
    "一、总体情况",
    "字" * 100_000,
]


@pytest.mark.parametrize("text", AWKWARD, ids=ascii)
def test_paragraphs_are_words_and_nothing_else(text: str) -> None:
    """Markup, formulas, marks of direction, blanks, headings that are none, a hundred thousand characters."""
    report = build_report(overview=[text], title=text or "x", preamble=[text], other_matters=[text])

    assert gd.parse(gd.render(report, "docx")) == gd.Reading(report)


def test_the_head_is_in_the_properties_of_the_document() -> None:
    """A property for each value, as JSON, however long; title and subject are those of the report, no author."""
    headings = [f"{'附件' * 200}{number}" for number in range(3)]
    others = [gd.model.report.OtherSection(heading=heading, paragraphs=[]) for heading in headings]
    report = build_report(other_sections=others)
    content = gd.render(report, "docx")

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        custom = etree.fromstring(archive.read("docProps/custom.xml"))
    core = docx.Document(io.BytesIO(content)).core_properties
    named = {element.get("name"): json.loads("".join(map(str, element.itertext()))) for element in custom}
    assert named == {
        "govdisclosure": "1",
        "govdisclosure:发布日期": "2022-01-20",
        "govdisclosure:其他部分": headings,
    }
    assert [element.get("pid") for element in custom] == ["2", "3", "4"]
    assert (core.title, core.subject, core.author) == (report.title, "政府信息公开工作年度报告", "")
    assert gd.parse(content).report == report


@pytest.mark.programs
def test_the_same_report_gives_the_same_bytes() -> None:
    """In this process and in another, whatever the order in which it hashes; no day, author or machine is in it."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from support.builders import build_report; import govdisclosure as gd;"
        "sys.stdout.buffer.write(gd.render(build_report(), 'docx'))"
    )
    command = [sys.executable, "-c", code, str(Path(__file__).parent)]
    others = [
        subprocess.run(command, capture_output=True, check=True, env={"PYTHONHASHSEED": seed}).stdout  # noqa: S603 - ours
        for seed in "12"
    ]

    content = gd.render(build_report(), "docx")
    assert others == [content, content]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/fontTable.xml",
            "word/settings.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "docProps/core.xml",
            "docProps/custom.xml",
        ]


def test_pages_look_as_the_standard_has_them() -> None:
    """A4 with its margins, 22 lines of 28 characters, each kind of paragraph in its font and size."""
    report = build_report(overview=["（一）主动公开", "正文。"])
    made = docx.Document(io.BytesIO(gd.render(report, "docx")))
    section = made.sections[0]

    margins = (section.top_margin, section.left_margin, section.right_margin, section.bottom_margin)
    for length, expected in zip(
        (section.page_width, section.page_height, *margins), (210, 297, 37, 28, 26, 35), strict=True
    ):
        assert length is not None
        assert abs(length - Mm(expected)) < Mm(0.1)
    styles = [paragraph.style for paragraph in made.paragraphs]
    looks = [
        (style.font.name, style.font.size, style.element.rPr.rFonts.get(qn("w:eastAsia"))) for style in styles if style
    ]
    assert looks[0] == ("方正小标宋简体", Pt(22), "方正小标宋简体")
    assert looks[1] == ("仿宋_GB2312", Pt(16), "仿宋_GB2312")
    assert looks[2] == ("黑体", Pt(16), "黑体")
    assert looks[3] == ("楷体_GB2312", Pt(16), "楷体_GB2312")
    assert looks[4] == looks[1]
    body = made.styles["GovdisclosureText"].paragraph_format
    assert body.line_spacing is not None
    assert 22 * body.line_spacing <= Mm(225) < 23 * body.line_spacing
    # A character is 16 points wide and stands a quarter of a point closer.
    assert 28 * Pt(15.75) <= Mm(156) < 29 * Pt(15.75)


def test_styles_say_where_paragraphs_begin_and_stand_in_the_outline() -> None:
    """Two characters further in but for the title and tables; body characters stand closer."""
    styles = docx.Document(io.BytesIO(gd.render(build_report(), "docx"))).styles
    looks = {}
    for name in ("Title", "Heading", "Text", "Cell"):
        element = styles[f"Govdisclosure{name}"].element
        paths = ("w:pPr/w:ind/@w:firstLineChars", "w:pPr/w:outlineLvl/@w:val", "w:rPr/w:spacing/@w:val")
        looks[name] = [element.xpath(f"string({path})") for path in paths]

    assert looks == {
        "Title": ["", "0", ""],
        "Heading": ["200", "1", "-5"],
        "Text": ["200", "", "-5"],
        "Cell": ["", "", ""],
    }
    assert styles["GovdisclosureCell"].element.find(f"{qn('w:pPr')}/{qn('w:ind')}") is None


def indents(blocks: list[Block]) -> list[tuple[str | None, str | None]]:
    """Give the indents of the paragraphs that have some of their own, in twentieths of a point."""
    body = docx.Document(io.BytesIO(write(blocks))).element.body
    return [(one.get(qn("w:left")), one.get(qn("w:right"))) for one in body.iter(qn("w:ind"))]


@pytest.mark.parametrize("blanks", ["\u3000\u3000", "  ", "\xa0"])
def test_blanks_in_front_of_a_paragraph_are_its_indent(blanks: str) -> None:
    """Another indent of the style would print beside them; every other paragraph has that of its style."""
    report = build_report(preamble=[f"{blanks}本报告依据条例编制。", "本报告依据条例编制。"])
    content = gd.render(report, "docx")

    document = docx.Document(io.BytesIO(content))

    indents = {each.text: each.paragraph_format.first_line_indent for each in document.paragraphs}
    assert [indents[text] for text in report.preamble] == [0, None]
    assert gd.parse(content) == gd.Reading(report)


def test_words_that_take_several_lines_fill_them_evenly() -> None:
    """24 characters of a title stand in two lines of 12, and so do labels; narrative and figures run on."""
    title, head, figure = "年" * 24, GridCell("年" * 4), GridCell("9" * 40, path="x")

    assert indents([Paragraph(title, Role.TITLE), Paragraph(title * 3, Role.TEXT)]) == [("1562", "1562")]
    assert indents([Paragraph(title[:20], Role.TITLE)]) == []
    assert indents([Grid(((head,) * 20,))]) == [("54", "54")] * 20
    assert indents([Grid(((figure,) * 20,))]) == []


@pytest.mark.parametrize(
    ("before", "breaks"),
    [("示例县2021年", 0), ("示例市人民政府2021年", 1), (f"{'示例县' * 5}2021年", 1), (f"{'示例县' * 6}2021年", 0)],
    ids=["one line", "two lines", "two full lines", "more than fits on the first of two"],
)
def test_a_title_on_two_lines_breaks_before_the_name_of_the_report(before: str, breaks: int) -> None:
    """It comes back in one piece."""
    report = build_report(title=f"{before}政府信息公开工作年度报告")

    content = gd.render(report, "docx")

    body = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert body.count(f'{before}</w:t><w:br/><w:t xml:space="preserve">政府信息') == breaks
    assert gd.parse(content) == gd.Reading(report)


@pytest.mark.parametrize(
    "lines",
    [
        ["示例市示例县自然资源和规划局", "（示例县林业局）2025年", "政府信息公开工作年度报告"],
        ["示例市示例县自然资源和规划局某中心", "2025年政府信息公开工作年度报告"],
        ["示例市示例区经济委员会（示例区商务局）", "综合保税区分局2025年", "政府信息公开工作年度报告"],
        ["示例市示例县", "自然资源和规划管理局行政审批服务分中心", "2025年政府信息公开工作年度报告"],
        ["示例自治州", "自然资源和规划局行政审批服务分中心", "2025年政府信息公开工作年度报告"],
        ["示例县", "城市管理和综合行政执法局监督指挥分中心", "2025年政府信息公开工作年度报告"],
        ["示例市示例县自然资源和规划局某中心", "2025年政府信息公开工作报告"],
    ],
    ids=["brackets", "year", "behind brackets", "region", "autonomous", "a town that is no region", "another title"],
)
def test_a_title_on_several_lines_breaks_between_words(lines: list[str]) -> None:
    """Before the year and around brackets, and where the name is longer than a line behind its regions."""
    report = build_report(title="".join(lines))

    content = gd.render(report, "docx")

    assert docx.Document(io.BytesIO(content)).paragraphs[0].text.split("\n") == lines
    assert gd.parse(content) == gd.Reading(report)


@pytest.mark.parametrize("year", [2020, 2021])
def test_narrow_labels_have_room_for_their_number_and_half_of_their_words(year: int) -> None:
    """（三）不予 | 公开, not （三） | 不予公 | 开; the label of all rows has three on each line."""
    body = docx.Document(io.BytesIO(gd.render(build_report(year=year), "docx"))).element.body
    labels = {}
    for cell in body.tbl_lst[1].iter(qn("w:tc")):
        text = cell.p_lst[0].text
        if text.startswith(("三、", "（三）", "（四）", "（五）")):
            indents = [int(one.get(qn(f"w:{side}"))) for one in cell.iter(qn("w:ind")) for side in ("left", "right")]
            labels[text] = int((cell.width.twips - 2 * 57 - sum(indents)) // 180)

    assert labels == {"三、本年度办理结果": 3, "（三）不予公开": 5, "（四）无法提供": 5, "（五）不予处理": 5}


@pytest.mark.parametrize(
    ("rows", "shares"),
    [
        # A label over three rows, and a figure beside it.
        (
            [[GridCell("甲", rows=3), GridCell("1", path="a")], [GridCell("2", path="b")], [GridCell("3", path="c")]],
            (4, 3),
        ),
        ([[GridCell("甲", rows=2), GridCell("1", path="a")], [GridCell("2", path="b")]], (3, 3)),
        # A label with a number beside rows
        (
            [[GridCell("（一）甲", rows=3), GridCell("1", path="a")], *([[GridCell("2", path="b")]] * 2)],
            (6, 3),
        ),
        # A label of a row is whole up to thirteen characters, and takes two lines from fourteen on.
        ([[GridCell(f"1.{'年' * 12}"), GridCell("1", path="a")]], (14, 3)),
        ([[GridCell(f"1.{'年' * 13}"), GridCell("1", path="a")]], (7, 3)),
        # A figure stands on one line, a label on two.
        ([[GridCell("1" * 20, path="a"), GridCell("1" * 20)]], (11, 5)),
        # A label over two columns takes what these leave to it; where nothing else is in them, they are alike.
        ([[GridCell("年" * 40, columns=2)], [GridCell("甲"), GridCell("年" * 10)]], (3, 5)),
        ([[GridCell("年" * 40, columns=2)]], (1, 1)),
    ],
)
def test_columns_are_as_wide_as_what_they_hold(rows: list[list[GridCell]], shares: tuple[int, int]) -> None:
    """They share the width of the page; none is narrower than three characters, one of labels beside rows than four."""
    body = docx.Document(io.BytesIO(write([Grid(tuple(map(tuple, rows)))]))).element.body
    left, right = (int(column.w.twips) for column in body.tbl_lst[0].tblGrid.gridCol_lst)

    assert (left, right) == (round(8_845 * shares[0] / sum(shares)), 8_845 - left)


def test_labels_with_a_number_begin_at_the_left() -> None:
    """As on the form; other labels and figures stand in the middle, also those that begin like a number of a row."""
    report = build_report(cells={"proactive_disclosure.fees.amount": Decimal("1.5")})
    cells = docx.Document(io.BytesIO(gd.render(report, "docx"))).element.body.iter(qn("w:tc"))
    styles = {cell.p_lst[0].text: cell.p_lst[0].style for cell in cells}

    labels = ["（一）予以公开", "1.属于国家秘密", "四、结转下年度继续办理"]
    others = ["三、本年度办理结果", "（四）无法提供", "规章", "1.5", "12"]
    assert [styles[text] for text in labels] == ["GovdisclosureLabel"] * 3
    assert [styles[text] for text in others] == ["GovdisclosureCell"] * 5


def test_page_numbers_stand_outside() -> None:
    """— 1 — to the right on odd pages, to the left on even ones, as a field."""
    with zipfile.ZipFile(io.BytesIO(gd.render(build_report(), "docx"))) as archive:
        footers = [etree.fromstring(archive.read(f"word/footer{number}.xml")) for number in (1, 2)]
        assert b"<w:evenAndOddHeaders/>" in archive.read("word/settings.xml")

    texts = ["".join(map(str, footer.itertext())) for footer in footers]
    assert texts == ["—  PAGE 1 —", "—  PAGE 2 —"]
    assert [footer.xpath("string(//w:jc/@w:val)", namespaces=nsmap) for footer in footers] == ["right", "left"]


@pytest.mark.parametrize(("year", "edition"), EDITIONS)
def test_tables_have_real_grids(year: int, edition: str) -> None:
    """Each row fills the columns of its table, as wide as the page; rows stay whole; column heads are repeated."""
    made = docx.Document(io.BytesIO(gd.render(filled(year, edition), "docx")))
    head_rows = []
    for grid in made.element.body.tbl_lst:
        widths = [int(column.w.twips) for column in grid.tblGrid.gridCol_lst]
        assert sum(widths) == 11_906 - 1_587 - 1_474
        for row in grid.tr_lst:
            start = 0
            for cell in row.tc_lst:
                assert cell.tcPr is not None
                assert cell.width is not None
                assert round(cell.width.pt * 20) == sum(widths[start : start + cell.grid_span])
                start += cell.grid_span
            assert start == len(widths)
            assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
        repeated = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in grid.tr_lst]
        head_rows.append(repeated.index(False))
        assert not any(repeated[head_rows[-1] :])
    assert head_rows == [0, 3, 3]


def test_a_table_at_the_end_is_followed_by_a_paragraph() -> None:
    """Word wants one there; it is none of the report's, unless somebody writes something into it."""
    grid = Grid(((GridCell("a", path="x"),),))
    blocks: list[Block] = [MetadataBlock({"govdisclosure": "1"}), Paragraph("t", Role.TITLE), grid]

    content = write(blocks)

    made = docx.Document(io.BytesIO(content))
    assert [child.tag for child in made.element.body] == [qn(f"w:{name}") for name in ("p", "tbl", "p", "sectPr")]
    assert read(content) == without_paths(blocks)
    made.paragraphs[-1].add_run("补充")
    buffer = io.BytesIO()
    made.save(buffer)
    assert read(buffer.getvalue()) == [*without_paths(blocks), Paragraph("补充")]


def test_a_form_that_was_filled_in_is_read() -> None:
    """A blank form of ours, figures and paragraphs written into it with another program."""
    blank = gd.AnnualReport.blank(agency="示例镇人民政府", year=2021)
    made = docx.Document(io.BytesIO(gd.render(blank, "docx")))
    made.tables[0].cell(2, 1).text = "3"
    made.tables[1].cell(4, 9).paragraphs[0].add_run("12")
    made.tables[2].cell(3, 14).text = "/"
    heading = next(paragraph for paragraph in made.paragraphs if paragraph.text == "二、主动公开政府信息情况")
    heading.insert_paragraph_before("本机关依法公开政府信息。")
    buffer = io.BytesIO()
    made.save(buffer)

    blank.overview = ["本机关依法公开政府信息。"]
    gd.put(blank, "proactive_disclosure.rules.issued", 3)
    gd.put(blank, "requests.total.carried_over", 12)
    gd.put(blank, "review_and_litigation.litigation.after_reconsideration.total", gd.NA)
    assert gd.parse(buffer.getvalue()) == gd.Reading(blank)


def test_any_blocks_are_written() -> None:
    """Also a table without figures, and a paragraph of no known role."""
    grid = Grid(((GridCell("甲"), GridCell("乙", rows=2)), (GridCell("丙"),)))

    assert read(write([grid, Paragraph("x")])) == [grid, Paragraph("x")]


def test_without_lxml_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks it is told what to install, for writing as for reading."""
    content = gd.render(build_report(), "docx")
    monkeypatch.setitem(sys.modules, "lxml", None)
    for name in [name for name in sys.modules if name.startswith("govdisclosure.formats.docx")]:
        monkeypatch.delitem(sys.modules, name)

    with pytest.raises(gd.MissingDependency) as writing:
        gd.render(build_report(), "docx")
    with pytest.raises(gd.MissingDependency) as reading:
        gd.parse(content)

    assert str(writing.value) == str(reading.value) == 'Word (.docx) needs an extra: pip install "govdisclosure[docx]"'


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the four editions, and what LibreOffice made of them: PDF, and Word again."""
    soffice = program("soffice", "libreoffice")
    folder = tmp_path_factory.mktemp("office")
    for year, edition in EDITIONS:
        gd.write(filled(year, edition), folder / f"{year}.docx")
    sources = [str(folder / f"{year}.docx") for year, _ in EDITIONS]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind, out in (("pdf", folder), ("docx", folder / "again")):
        command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(out), *sources]
        subprocess.run(command, capture_output=True, check=True, timeout=300)  # noqa: S603 - ours
    shutil.rmtree(folder / "profile")
    return folder


@pytest.mark.programs
@pytest.mark.parametrize(("year", "edition"), EDITIONS)
def test_every_label_and_figure_is_on_the_printed_page(office: Path, year: int, edition: str) -> None:
    """LibreOffice prints A4 pages with their numbers; each cell of the form is there, and its text whole."""
    expected: list[str] = []
    for block in compose(filled(year, edition)):
        if isinstance(block, Grid):
            expected += [cell.text for row in block.rows for cell in row if cell.text]
    with pdfplumber.open(office / f"{year}.pdf") as pdf:
        texts = [
            "".join(cell.split())
            for page in pdf.pages
            for table in page.extract_tables()
            for row in table
            for cell in row
            if cell
        ]
        sizes = {(round(page.width), round(page.height)) for page in pdf.pages}
        last_lines = [page.extract_text().splitlines()[-1] for page in pdf.pages]
    assert sorted(texts) == sorted(expected)
    assert sizes == {(595, 842)}
    assert last_lines == [f"— {number} —" for number in range(1, len(last_lines) + 1)]


@pytest.mark.programs
def test_the_day_is_printed_two_characters_behind_the_name(office: Path) -> None:
    """In whatever fonts a program has: characters of words are 15.75 points wide."""
    with pdfplumber.open(office / "2021.pdf") as pdf:
        begins = {text: line["x0"] for line in pdf.pages[-1].extract_text_lines() for text in (line["text"][:2],)}

    assert round(begins["20"] - begins["示例"], 1) == 31.5


@pytest.mark.programs
@pytest.mark.parametrize(("year", "edition"), EDITIONS)
def test_what_another_program_saved_again_is_still_ours(office: Path, year: int, edition: str) -> None:
    """LibreOffice keeps properties, styles and spans, so that nothing is lost."""
    assert gd.read(office / "again" / f"{year}.docx") == gd.Reading(filled(year, edition))
