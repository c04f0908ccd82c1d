"""Plain cells of web pages, which are read before the page is parsed: what is read is what it would be without that."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.mutations_html import mutate_html

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, GridCell, Paragraph
from govdisclosure.formats import Limits
from govdisclosure.formats.html._plain_cells import cut
from govdisclosure.formats.html.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.formats.html._plain_cells import Run

_ALL_READ: Final = "<div hidden><table><tr><td>1</td></tr></table></div>"
"""What makes a page be read with all its cells: a plain one that nobody sees."""

_AROUND: Final = (
    *("<p{}>", "<div{}>", "<span{}>", "<b{}>", "<font{}>", "<em{}>", "<P{}>", "<h3{}>", "<a{}>", "<s{}>", "<o:p{}>"),
    "<small{}>",
)
_ATTRIBUTES: Final = (
    *("", " style='font-size:14px'", ' style="color:#333;width:57px"', ' style="color:#fff"', " bgcolor=#000000"),
    *(" style='background:#fff'", " style='background:#333'", " style='background:transparent'", " style='color:#eee'"),
    *(" style='display:none'", " style='display:block'", " style='font-size:3px'", " style='font-size:.4em'"),
    *(" hidden", " nowrap", " class=nav", " lang=EN-US", ' title="5>4"', ' title="a&nbsp;b"', ' title="&#53;"'),
    *(
        " a=1 a=2",
        " rowspan=2",
        " colspan='3'",
        " rowspan=' 0'",
        " /",
        " a = b",
        "\n",
        ' style="font-family:&quot;宋体&quot;"',
    ),
)
_TEXTS: Final = (
    *(
        "0",
        "12",
        "规章",
        "",
        "&nbsp;",
        "&nbsp;7 ",
        "1  2",
        "5<br",
        "<",
        "\n3\n",
        "4\n5",
        "行政　许可",
        "&#53;",
        "&lt;6",
        "5>4",
        "&",
    ),
    *("\x01 8", "9\x0b", "\ufffe", "长" * 90, "１２", "\u3000"),
)
_BETWEEN: Final = ("", "\n", " ", "\u3000", "9", "&nbsp;", "<!-- <td>4</td> -->", "<td>", "</td>", "<i>6</i>")
_ROWS: Final = (
    *("</tr>\n<tr>", "</tr><tr align=center>", "</tr><tr style='font-size:14px'>", "</tr><tr hidden>", "<tr>", "</tr>"),
    *("</tr></tbody><tbody><tr>", "</tr></tbody><tbody>", "</tr><tr><td><table><tr>", "</table><table>", "</tr>8<tr>"),
)
_PAGES: Final = (
    *(
        "{}",
        "{}",
        "<div style='font-size:14px'>{}</div>",
        "<body bgcolor='#f2f2f2'>{}",
        "<div style='color:#fff'>{}</div>",
    ),
    *("<div style='background:#000;color:#fff'>{}</div>", "<div style='overflow:auto;width:100px'>{}</div>"),
    *("<ol><li>{}</ol>", "<pre>{}</pre>", "<del>{}</del>", "<sup>{}</sup>", "<title>{}</title>", "<!-- {} -->"),
    *("<script>'{}'</script>", "<textarea>{}</textarea>", "<div style='visibility:hidden'>{}</div>", "12{}34"),
    *("<table><tr><td>{}<td>5</table>", '<div title="{}">', "<tr>{}", "<p>{}", "<style>td{{display:none}}</style>{}"),
    "<div style='background:url(a.png)'>{}</div>",
)


@st.composite
def cells(draw: st.DrawFn) -> str:
    """Write a cell: mostly a plain one."""
    text = draw(st.sampled_from(_TEXTS))
    attributes = st.one_of(st.just(""), st.sampled_from(_ATTRIBUTES))
    for around in draw(st.lists(st.sampled_from(_AROUND), max_size=3)):
        opening = around.format(draw(attributes))
        text = f"{opening}{text}</{around[1:-3]}>"
    tag = draw(st.sampled_from(("td", "td", "th")))
    return f"<{tag}{draw(attributes)}>{text}</{tag}>"


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Write a page of a table."""
    between = st.one_of(st.sampled_from(_BETWEEN[:3]), st.sampled_from(_BETWEEN))
    rows = st.one_of(st.sampled_from(_ROWS[:2]), st.sampled_from(_ROWS))
    pieces = [draw(cells()) + draw(st.one_of(between, rows)) for _ in range(draw(st.integers(1, 8)))]
    return draw(st.sampled_from(_PAGES)).format(f"<table><tbody><tr>{''.join(pieces)}</tr></tbody></table>")


def taken(page: str) -> list[list[list[str]]]:
    """Give the lines of the cells that are read before the page is parsed, row by row and run by run."""
    _, runs = cut(page.encode())
    return [[[cell.text for cell in row] for row in run] for run in runs]


def grid(*rows: tuple[str, ...]) -> Grid:
    """Give a grid of cells that span nothing."""
    return Grid(tuple(tuple(map(GridCell, row)) for row in rows))


def outcome(page: str, limits: Limits | None = None) -> list[Block] | str:
    """Give the blocks of a page, or the reason for which it is refused."""
    try:
        return read(page, limits or Limits())
    except gd.ReadError as error:
        return str(error)


@given(pages())
def test_what_is_read_is_what_it_would_be_if_all_were_parsed(page: str) -> None:
    """A plain cell that is hidden makes the whole page be parsed with its cells; nothing else of it changes."""
    assert read(_ALL_READ + page) == read(page)


@given(st.lists(st.lists(cells(), min_size=2, max_size=4), min_size=2, max_size=5), st.integers(0, 2**32))
def test_damage_is_read_as_if_all_were_parsed(rows: list[list[str]], seed: int) -> None:
    """Whatever is lost, doubled or put in."""
    table = "".join(f"<tr>{''.join(row)}</tr>\n" for row in rows)
    rng = random.Random(seed)  # noqa: S311 - damage, no secret
    damaged = mutate_html(rng, f"<p>一、总体情况</p><table>{table}</table>".encode()).decode(errors="replace")
    # A page of which nothing is left is refused, but not with a cell before it.
    page = f"<!-- -->{damaged}"

    assert outcome(_ALL_READ + page) == outcome(page)


@given(pages(), st.integers(1, 3))
def test_bounds_are_those_of_the_page_with_its_cells(page: str, depth: int) -> None:
    """A cell takes as many levels as it is written with."""
    limits = Limits(max_depth=depth)

    assert outcome(_ALL_READ + page, limits) == outcome(page, limits)


@pytest.mark.parametrize(
    ("table", "runs"),
    [
        ("<tr><td>1</td><td>2</td></tr>", [[["1", "2"]]]),
        ("<tr>\n<td> 1\n</td>\n<th><p>2</p></th></tr>\n<tr><td>3</td></tr>", [[["1", "2"], ["3"]]]),
        ("<tr><td><div><p><span><b>1</b></span></p></div></td></tr>", [[["1"]]]),
        ("<tr><td style='font-size:14px; color:#333; background:#e5e5e5'>1</td></tr>", [[["1"]]]),
        ("<tr><td>&nbsp;</td><td>a&amp;b</td><td>1  2</td></tr>", [[["", "a&b", "1 2"]]]),
        # A cell that is written as one before it, in its row or above, is the same.
        ("<tr><td>1</td><td>2</td><td>2</td></tr><tr><td>3</td><td>2</td></tr>", [[["1", "2", "2"], ["3", "2"]]]),
        ("<tr><td>1</td></tr><tr><td>1</td></tr><tr><td>1</td></tr>", [[["1"], ["1"], ["1"]]]),
        ("<tr><td>1</td><td>2</td></tr><s></s><td>2</td><td>2</td>", [[["1", "2"]], [["2", "2"]]]),
        ("<tr><td>1</td><td>2</td><td>2</th><td>2<!-- --></tr>", [[["1", "2"]]]),
        # What is not plain ends a run; so does a row with a look of its own, but not one without.
        ("<tr><td>1</td><td><s>2</s></td><td>3</td></tr>", [[["1"]], [["3"]]]),
        ("<tr><td>1</td></tr><tr bgcolor=#eee><td>2</td></tr><tr><td>3</td></tr>", [[["1"]], [["2"]], [["3"]]]),
        ("<tr><td>1</td></tr><tr align=center><td>2</td></tr>", [[["1"], ["2"]]]),
        ("<tr><td>1</td></tr><tr a=1 a=2><td>2</td></tr>", [[["1"]], [["2"]]]),
        ("<tr><td>1</td>9<td>2</td></tr>", [[["1"]], [["2"]]]),
        # Comments and scripts are left as they are.
        ("<tr><td>1</td><!-- <td>2</td> --><td>3</td><script>'<td>4</td>'</script></tr>", [[["1"]], [["3"]]]),
        # Tags that parsers, or a person, may take otherwise than they look.
        ("<tr><td title='<b>'>1</td></tr>", []),
        ("<tr><td a=1 a=2>1</td></tr>", []),
        ("<tr><td a=&#49;>1</td></tr>", []),
        ("<tr><td><p><div>1</div></p></td></tr>", []),
        ("<tr><td><b><p>1</p></b></td></tr>", []),
        ("<tr><td><b>1</i></td></tr>", []),
        ("<tr><td><b>1</b>2</td></tr>", []),
        ("<tr><td>5>4</td></tr>", []),
        ("<tr><td>5<br</td></tr>", []),
        ("<tr><td><p>5<p</p></td></tr>", []),
        ("<tr><td foo</td></tr>", []),
        ("<tr><td><!-- -->d>5</td></tr>", []),
        ("<tr><td>\x01</td></tr>", []),
        ("<tr><td>&eacute;</td></tr>", []),
        ("<tr><td hidden>1</td></tr>", []),
        ("<tr><td><div class=footer>1</div></td></tr>", []),
        ("<tr><td style='color:#ccc'>1</td></tr>", []),
        ("<tr><td style='background:#ccc'>1</td></tr>", []),
        ("<tr><td style='background:var(--a)'>1</td></tr>", []),
        ("<tr><td style='font-size:.9em'>1</td></tr>", []),
        (f"<tr><td>{'<span>' * 10}1{'</span>' * 10}</td></tr>", []),
        (f"<tr><td a={'x' * 2_000}>1</td></tr>", []),
        # So does a line that may be narrative; what stands before a cell may be as long as it likes.
        (f"<tr><td>{'长' * 80}</td><td>{'长' * 81}</td><td>1</td></tr>", [[["长" * 80]], [["1"]]]),
        (f"<tr><td>{'长' * 2_000}</td></tr><tr><td>1</td><td>2</td></tr>", [[["1", "2"]]]),
    ],
)
def test_a_cell_is_plain(table: str, runs: list[list[list[str]]]) -> None:
    """It holds one text in tags that do nothing to it but dress it."""
    assert taken(f"<table>{table}</table>") == runs


def test_a_cell_that_is_kept_in_mind_is_the_same_on_the_next_page() -> None:
    """A style sheet that nobody can look into puts the figures of its own page in doubt, and of no other."""
    table = "<table><tr><td>规章</td><td>3</td></tr><tr><td>行政许可</td><td>4</td></tr></table>"
    sheet = '<link rel="stylesheet" href="data:text/css,td%7B%7D">'
    plain = [grid(("规章", "3"), ("行政许可", "4"))]
    in_doubt = [grid(("规章", "~~3"), ("行政许可", "~~4"))]

    assert [read(page) for page in (table, sheet + table, table)] == [plain, in_doubt, plain]


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("{}", [grid(("1", "2"), ("3",))]),
        ("<div style='font-size:12px;color:#333;background:#f2f2f2'>{}</div>", [grid(("1", "2"), ("3",))]),
        ("<div style='overflow:auto;width:100px'>{}</div>", [grid(("1", "2"), ("3",))]),
        ("<div style='overflow:auto;width:5px'>{}</div>", [grid(("~~1", "~~2"), ("~~3",))]),
        ("<div style='color:#fff'>{}</div>", [grid(("^1", "^2"), ("^3",))]),
        ("<div style='background:url(a.png);color:#fff'>{}</div>", [grid(("^1", "^2"), ("^3",))]),
        ("<div style='display:none'>{}</div>", []),
        ("<!-- {} -->", []),
        ("<script>{}</script>", []),
        ("<textarea>{}</textarea>", []),
        ("<ol><li>{}</ol>", [grid(("1. 1", "2"), ("3",))]),
    ],
)
def test_what_is_around_a_plain_cell_tells_how_it_is_seen(page: str, blocks: list[Block]) -> None:
    """In colours that hide it, in a comment, in a list."""
    assert read(page.format("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>")) == blocks


@pytest.mark.parametrize("between", ["", "</tbody><tbody>"])
def test_a_row_that_nobody_began_ends_with_no_other(between: str) -> None:
    """Whether its cells stand in a table or in a group of rows; what stands behind the next row is in neither."""
    rows = "<td><s>0</s></td><td>1</td></tr><tr><td>2</td><td>3</td></tr><td>4</td><td>5</td>"
    page = f"<table><tbody><tr><td>a</td><td>b</td></tr>{between}{rows}</tbody></table>"

    assert read(page) == [grid(("a", "b"), ("~~0~~", "1"), ("2", "3"), ("4", "5"))]


def test_cells_of_no_table_are_lines() -> None:
    """Nor is anything of them lost."""
    assert read("<td>1</td><td>2</td>") == [Paragraph("1"), Paragraph("2")]


def test_cells_need_no_row() -> None:
    """A browser puts them into one."""
    assert read("<table><td>1</td><td>2</td></table>") == [grid(("1", "2"))]


def test_long_lines_tell_narrative_also_in_plain_cells() -> None:
    """A table of them only lays the page out."""
    long = "本机关依法推进公开工作。" * 40

    assert read(f"<table><tr><td>1</td><td><p>{long}</p></td></tr></table>") == [Paragraph("1"), Paragraph(long)]


def test_a_large_page_is_read_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not looked through for plain cells, which takes room."""
    looked_through: list[bytes] = []
    page = "<table><tr><td>1</td><td>2</td></tr></table>"

    def spied(utf8: bytes, cut: Callable[[bytes], tuple[bytes, list[Run]]] = cut) -> object:
        looked_through.append(utf8)
        return cut(utf8)

    monkeypatch.setattr("govdisclosure.formats.html.read.cut", spied)
    monkeypatch.setattr("govdisclosure.formats.html.read.LARGEST_PAGE", len(page))

    assert read(page) == [grid(("1", "2"))]
    assert read(f"{page} ") == [grid(("1", "2"))]
    assert looked_through == [page.encode()]
