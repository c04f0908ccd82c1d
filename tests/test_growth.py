"""Time in step with size: what ``benchmarks/growth.py`` measures everywhere, looked at in small."""

from __future__ import annotations

import io
import time
import zipfile
from contextlib import suppress
from itertools import chain, repeat
from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.fragments import FRAGMENTS, Fragment
from support.growing import Search, Taken
from support.mentions import MENTIONS
from support.places import format_of, places, places_together, report, reports, reports_together, source

import govdisclosure as gd
from govdisclosure.claims import claims_in
from govdisclosure.copies import peer_copies
from govdisclosure.form.blocks import Paragraph
from govdisclosure.form.outline import slots
from govdisclosure.form.titles import agency_of
from govdisclosure.formats import Limits
from govdisclosure.formats._tabs import with_bars_for_tabs
from govdisclosure.formats.html import _tree
from govdisclosure.formats.xlsx import write as xlsx
from govdisclosure.model.report import HEADINGS, SECTIONS
from govdisclosure.reading.page.furniture import drop_footer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

pytestmark = pytest.mark.property

TEXT = "记号"


def grows(work: Callable[[int], object], size: int, *, nothing: float = 0.2) -> bool:
    """Tell whether work takes more than twice what it should with a size four times as large, five times of five."""
    for _ in range(5):
        taken = []
        for each in (size, 4 * size):
            began = time.process_time()
            work(each)
            taken.append(time.process_time() - began)
        if taken[1] <= 8 * taken[0] + nothing:
            return False
    return True


def test_there_are_enough_texts() -> None:
    """No two of them are the same, and each has the size that is asked for."""
    assert len(FRAGMENTS) >= 235
    assert len(set(FRAGMENTS.values())) == len(FRAGMENTS)
    assert Fragment("一,", "a", "b").of_size(12) == "a一,一,一,b"


@pytest.mark.parametrize("place", [place for place in places() if format_of(place) not in {"docx", "xlsx"}])
def test_a_text_is_put_at_its_place(place: str) -> None:
    """Two texts make two sources."""
    make = places()[place]

    assert make(TEXT) != make("一")


@pytest.mark.parametrize("place", reports())
def test_a_report_with_a_text_at_a_place_is_checked(place: str) -> None:
    """Each is one that the model accepts."""
    assert isinstance(gd.check(reports()[place](TEXT * 8)), gd.Findings)


@pytest.mark.parametrize(
    "piece",
    [
        "收到申请1件",
        "1件",
        "5、",
        "零申请",
        "行政复议",
        "行政复议、",
        "复议后起诉",
        "未经复议直接起诉",
        "维持1件",
        "制发规章",
    ],
)
def test_long_clauses_take_time_in_step_with_their_length(piece: str) -> None:
    """As many numbers, or words before one, as there may be in a clause."""
    assert not grows(lambda size: claims_in("未" + piece * (size // len(piece)) + "0件"), 20_000)


@pytest.mark.parametrize("piece", [" ", "\u3000 ", ".doc ", " .", "(", "中文"])
def test_long_titles_take_time_in_step_with_their_length(piece: str) -> None:
    """The suffix of a file may stand behind any of their blanks."""
    assert not grows(lambda size: agency_of(f"题{piece * (size // len(piece))}题{size}"), 8_000)


def test_sections_below_one_heading_take_time_in_step_with_their_number() -> None:
    """All of them stand in the place of the table that is missing."""
    heading = HEADINGS["requests"]

    assert not grows(lambda size: slots(["requests"], [heading] * size), 4_000)
    assert [slot.index for slot in slots(["requests"], ["七、其他", heading, heading])] == [-1, -1, 1, 2, -1, -1, -1, 0]
    assert len(slots([], [heading] * 2)) == len(SECTIONS) + 2


@pytest.mark.parametrize(("line", "last"), [("主办：示例县人民政府", "填报人"), ("微信公众号", "微博")])
def test_lines_of_a_site_below_a_report_take_time_in_step_with_their_number(line: str, last: str) -> None:
    """Whose it is and where else it stands is told by those that are below."""
    assert not grows(lambda size: drop_footer([Paragraph(text) for text in (*repeat(line, size), last)]), 2_000)


@pytest.mark.parametrize("line", ["二、主动公开政府信息情况", "第二十条第（一）项", "行政许可"])
def test_tables_parted_by_tabs_take_time_in_step_with_their_number(line: str) -> None:
    """Each has a row or two, below a heading, a caption or a label alone."""
    labels = [f"{label}\t1\t2" for label in ("规章", "行政规范性文件", "行政处罚", "行政强制")]

    assert not grows(lambda size: with_bars_for_tabs([*[line, labels[0]] * size, *labels]), 1_000)


def test_rows_of_a_workbook_take_time_in_step_with_their_number() -> None:
    """Each is merged over the width of the form."""
    assert not grows(lambda size: gd.render(build_report(overview=["一"] * size), "xlsx"), 500, nothing=1)


@pytest.mark.parametrize(
    "row", ["<td>甲{0}件", "<tr><td>甲{0}件<td>乙{0}件", "<tr><td>行政许{0}", "<tr><td>其他{0}号文件另计"]
)
def test_different_cells_of_a_table_take_time_in_step_with_their_number(row: str) -> None:
    """In one row or many: numbers in words, and labels that are damaged."""
    page = str(gd.render(build_report(), "html"))
    at = page.rindex("<tr", 0, page.index("行政强制"))

    def read(size: int) -> gd.Reading:
        return gd.parse(f"{page[:at]}<tr>{''.join(map(row.format, range(size)))}{page[at:]}")

    # The signature is text, since the page is none of ours any more.
    assert read(1).report.other_matters != build_report().other_matters
    assert not grows(read, 1_500)


@pytest.mark.parametrize(
    ("frame", "piece"),
    [("main", "<table><tr><td>{0}</table>"), ("section", "<p hidden>{0}</p>"), ("section", "{0}<section></section>")],
)
def test_what_is_put_into_our_page_takes_time_in_step_with_its_number(frame: str, piece: str) -> None:
    """Tables on a page with style sheets, and what stands in very many frames; it is none of ours then."""
    page = str(gd.render(build_report(), "html")).replace("</head>", "<style>td {color: red}</style></head>")
    before, end, after = page.rpartition("</main>")

    def read(size: int) -> gd.Reading:
        pieces = "".join(map(piece.format, range(size)))
        return gd.parse(f"{before}{f'<{frame}>' * 100}{pieces}{f'</{frame}>' * 100}{end}{after}")

    assert not grows(read, 300)


@pytest.mark.parametrize(
    ("piece", "size"), [("html 4.01 http ", 2_000), ("html 4.01 ", 50_000), ("xhtm", 50_000), (" ", 50_000)]
)
def test_a_document_type_takes_time_in_step_with_its_length(piece: str, size: int) -> None:
    """Also one that nothing ends, so that the whole page is of it."""

    def read(size: int) -> None:
        with suppress(gd.ReadError):
            gd.parse("<!DOCTYPE html PUBLIC " + piece * (size // len(piece)), format="html")

    assert not grows(read, size)


def test_parts_of_a_table_that_are_no_rows_take_time_in_step_with_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row and a group are put around the cell below them, as a browser does."""
    monkeypatch.setattr(_tree, "MOST_ELEMENTS", 1_000_000)

    def build(size: int) -> list[str]:
        tree = _tree.Tree(Limits())
        tree.start("table", {})
        for tag in (*repeat("col", size), "td"):
            tree.start(tag, {})
            tree.end(tag)
        table, *_ = tree.close()
        return [each.tag for each in table]

    assert build(2) == ["col", "col", "tbody"]
    assert not grows(build, 40_000)


def test_an_encoding_that_no_page_has_takes_time_in_step_with_the_page() -> None:
    """Python has one, for names of hosts, that takes the square of it."""

    def read(size: int) -> None:
        with suppress(gd.ReadError):
            gd.parse(b"<meta charset=punycode><p>\xff</p>-" + b"a" * size, format="html")

    assert not grows(read, 40_000)


def test_rows_that_are_printed_twice_take_time_in_step_with_their_number() -> None:
    """Labels of the form with other figures, below the report, until it is refused as two forms."""
    text = str(gd.render(build_report(), "text")).replace("govdisclosure", "x")
    labels = ["规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费"]

    def read(size: int) -> None:
        rows = [f"{labels[row % 6]} {row} {row + 1} {row + 2}" for row in range(size)]
        with suppress(gd.ReadError):
            gd.parse(text + "\n".join(rows))

    assert not grows(read, 2_000)


@pytest.mark.parametrize("name", MENTIONS)
def test_mentions_of_one_large_thing_take_time_in_step_with_their_number(name: str) -> None:
    """It is parsed, and looked at, once: there are four times as many mentions, and it is four times as large."""

    def read(size: int) -> None:
        with suppress(gd.ReadError):
            gd.parse(MENTIONS[name](size), format=format_of(name))

    assert not grows(read, 4_000)


def test_a_workbook_has_no_end_of_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that is longer than any is refused by name, and other formats take it."""
    report = build_report(overview=["一"] * 100)
    monkeypatch.setattr(xlsx, "MOST_ROWS", 150)

    with pytest.raises(
        gd.UsageError, match=r"^a workbook holds a report of at most 150 rows; write it in another format$"
    ):
        gd.render(report, "xlsx")
    assert gd.parse(gd.render(report, "docx")).report == report


PLACES = [f"place {number}" for number in range(12)]
GROUPS = [PLACES[at : at + 4] for at in range(0, len(PLACES), 4)]


class Planted:
    """
    Places at which a text takes time in step with its size, and some at which it takes more, or is refused.

    Args:
        squares: Seconds at 64 KB that grow with the square of the size, by place.
        refused: Places at which the text is refused at once, which hides the others.
        slow: Seconds at 64 KB that are in step with the size, by place; others take 0.02.
    """

    def __init__(
        self,
        squares: dict[str, float] | None = None,
        refused: Sequence[str] = (),
        slow: dict[str, float] | None = None,
        mebibytes: dict[str, float] | None = None,
    ) -> None:
        self._squares, self._refused, self._slow, self._mebibytes = squares or {}, refused, slow or {}, mebibytes or {}
        self.runs = 0

    def __call__(self, places: Sequence[str], _text: str, size: int) -> Taken:
        """Give what a run takes; the time is off by some hundredths, as on a machine that is busy."""
        self.runs += 1
        if set(self._refused).intersection(places):
            return Taken(0.0, 0.0, is_refused=True)
        share = size / 64_000
        seconds = sum(self._slow.get(place, 0.02) * share + self._squares.get(place, 0) * share**2 for place in places)
        used = sum(self._mebibytes.get(place, 1) * share for place in places)
        return Taken(seconds * (0.97, 1.0, 1.03)[self.runs % 3], used, is_refused=False)


def suspects(planted: Planted, groups: Sequence[Sequence[str]]) -> list[tuple[str, bool]]:
    """Give the places that are to be looked at alone, and whether the time grows there."""
    return [(each.place, each.grows) for each in Search(planted).suspects(groups, "blanks")]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("square", [0.05, 0.2, 5.0])
def test_what_grows_with_the_square_is_told_in_a_group_as_alone(place: str, square: float) -> None:
    """A pattern that goes through blanks again and again takes little at a few KB, and minutes at a megabyte."""
    together, alone = (suspects(Planted({place: square}), groups) for groups in (GROUPS, [[each] for each in PLACES]))

    assert together == alone == [(place, True)]


def test_what_is_refused_hides_nothing_beside_it() -> None:
    """A group that is refused is halved until what is refused stands alone; with the next text it does at once."""
    planted = Planted({PLACES[3]: 1.0}, refused=[PLACES[1]])
    search = Search(planted)

    by_text = [list(search.suspects(GROUPS, text)) for text in ("blanks", "bars")]

    assert [[each.place for each in suspects_] for suspects_ in by_text] == [[PLACES[3]], [PLACES[3]]]
    assert suspects(Planted({PLACES[2]: 1.0}, refused=[PLACES[2]]), GROUPS) == []


def test_what_is_slow_or_large_is_told_alone_though_in_step() -> None:
    """A megabyte of it is tried."""
    assert suspects(Planted(slow={PLACES[5]: 0.4}), GROUPS) == [(PLACES[5], False)]
    assert suspects(Planted(mebibytes={PLACES[6]: 300}), GROUPS) == [(PLACES[6], False)]
    assert suspects(Planted(), GROUPS) == []


def test_groups_take_few_runs() -> None:
    """Two a group where all is in step."""
    planted = Planted()
    suspects(planted, GROUPS)

    assert planted.runs <= 3 * len(GROUPS)


@pytest.mark.parametrize("most", [1, 4])
def test_every_place_is_in_one_group(most: int) -> None:
    """Of the sources, and of the reports."""
    for groups, all_of_them in ((places_together(most), places()), (reports_together(most), reports())):
        assert sorted(chain.from_iterable(groups)) == sorted(all_of_them)
        assert max(map(len, groups)) == most


@pytest.mark.parametrize("names", [names for names in places_together(4) if len(names) > 1], ids=", ".join)
def test_a_text_is_put_at_each_place_of_a_group(names: list[str]) -> None:
    """What stands at one of them stands there with the others."""
    together = unzipped(source(names, "别样"))

    assert together.count("别样") >= sum(unzipped(source([name], "别样")).count("别样") for name in names)


def unzipped(content: str | bytes) -> str:
    """Give the text of a source, that of all its parts."""
    if isinstance(content, str):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist())


def test_a_report_has_a_text_at_each_place_of_a_group() -> None:
    """One report with all of them."""
    together = report(["title", "agency", "note"], TEXT)

    assert together.title == f"{TEXT}2021年政府信息公开工作年度报告"
    assert together.agency == gd.Agency(name=TEXT)
    assert together.requests is not None
    assert together.requests.notes == [TEXT]


@pytest.mark.parametrize("name", ["{}", "{}县", "{}州", "县{}"])
def test_names_of_bodies_take_time_in_step_with_their_length(name: str) -> None:
    """Names that no body has: of one character, of nothing but levels, with a level only at the end."""

    def work(size: int) -> None:
        bodies = [
            gd.AnnualReport(agency=gd.Agency(name=name.format(mark * size)), overview=["词县" * 500]) for mark in "词县"
        ]
        for body, year in zip(bodies, (2025, 2024), strict=True):
            body.year = year
        gd.check(bodies[0], previous=bodies[1], children=bodies[1:])
        peer_copies(bodies)

    assert not grows(work, 2_000)
