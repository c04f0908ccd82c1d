"""Pages of the web in several kinds of markup, in several encodings."""

from __future__ import annotations

import codecs
import html
from collections.abc import Callable
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from support.publishing.pages import Page
from support.publishing.sheets import Cell, Sheet, cut_in_two

if TYPE_CHECKING:
    from support.publishing.pages import Part

_SCRIPT: Final = '<script>var a="<td>9</td>", b=\'<p>规章</p>\'; if (1 < 2 && 3 > 2) { a += "12"; }</script>'
_STYLE: Final = "<style>p{margin:0} td{border:1px solid #000}</style>"
_EMPTY: Final = ("", "&nbsp;", "<p>&nbsp;</p>", "<p></p>", "\u3000", "<br>")
_EATEN: Final = "<p>按照印发<政府信息公开工作年度报告格式>的通知编写。</p>"


@frozen
class Markup:
    """
    A kind of markup.

    Args:
        paragraph: Prints a paragraph.
        heading: Prints a heading.
        table: Prints a table.
        body: Puts what stands before the report, the report and what stands behind it together.
    """

    paragraph: Callable[[str, Random], str]
    heading: Callable[[str, Random], str]
    table: Callable[[Sheet, Random], str]
    body: Callable[[list[str], Page, Random], str]


def print_html(page: Page, rng: Random, markup: Markup) -> str:
    """Print a page in one kind of markup."""
    pieces = [f'<p align="center"><b>{html.escape(line)}</b></p>' for line in page.title]
    pieces += [_head_block(page, rng)]
    pieces += [markup.paragraph(text, rng) for text in page.preamble]
    pieces += [_EATEN] if rng.random() < 0.05 else []
    for part in page.parts:
        pieces += _part(part, rng, markup)
    title = page.title[-1] if page.title and rng.random() < 0.7 else "示例网站"
    meta = '<meta name="keywords" content="政府信息公开年报">' if rng.random() < 0.5 else ""
    head = f"<head>%CHARSET%<title>{html.escape(title)}</title>{meta}{_STYLE}{_SCRIPT}</head>"
    doctype = rng.choice(("<!DOCTYPE html>", "<!doctype html>\n", ""))
    return f"{doctype}<html>{head}<body>{markup.body(pieces, page, rng)}</body></html>"


def _part(part: Part, rng: Random, markup: Markup) -> list[str]:
    pieces = [markup.heading(part.heading, rng), *(markup.paragraph(text, rng) for text in part.paragraphs)]
    if part.sheet is not None:
        pieces += [markup.paragraph(part.sheet.note, rng)] if part.sheet.note else []
        pieces.append(markup.table(part.sheet, rng))
    return pieces


def _head_block(page: Page, rng: Random) -> str:
    """Print the block above a document as a table, as a list, or as pairs."""
    if not page.metadata:
        return ""
    pairs = [(html.escape(name), html.escape(value)) for name, value in page.metadata]
    kind = rng.randrange(4)
    if kind == 0:
        return "<table>" + "".join(f"<tr><td>{name}：</td><td>{value}</td></tr>" for name, value in pairs) + "</table>"
    if kind == 1:
        cells = "".join(f"<td>{name}</td><td>{value}</td>" for name, value in pairs)
        return f"<table><tr>{cells}</tr></table>"
    if kind == 2:
        return "<ul>" + "".join(f"<li><b>{name}：</b>{value}</li>" for name, value in pairs) + "</ul>"
    return "<div>" + "".join(f"<span>{name}：{value}</span> " for name, value in pairs) + "</div>"


def _rows(sheet: Sheet, cell: Callable[[Cell], str]) -> str:
    return "".join(f"<tr>{''.join(map(cell, row))}</tr>\n" for row in sheet.rows)


def _spans(cell: Cell) -> str:
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return rows + (f' colspan="{cell.columns}"' if cell.columns > 1 else "")


def _inner(text: str, rng: Random, around: str) -> str:
    """Print the text of a cell, its pieces as paragraphs or broken by ``<br>``; or leave it blank in some way."""
    if not text.strip():
        return rng.choice(_EMPTY)
    pieces = [html.escape(piece) for piece in text.split("\n")]
    if rng.random() < 0.5:
        return around.format("<br/>".join(pieces))
    return "".join(around.format(piece) for piece in pieces)


def _paragraph(text: str, rng: Random) -> str:
    style = rng.choice(("", ' style="text-indent: 2em;"'))
    indent = rng.choice(("", "\u3000\u3000", "&nbsp;&nbsp;&nbsp;&nbsp;"))
    return f"<p{style}>{indent}{html.escape(text)}</p>\n"


def _heading(text: str, rng: Random) -> str:
    pattern = rng.choice(("<p><strong>{}</strong></p>", "<h2>{}</h2>", "<p><span><b>{}</b></span></p>"))
    return pattern.format(html.escape(text)) + "\n"


def _editor_table(sheet: Sheet, rng: Random) -> str:
    inner = rng.choice(('<p align="center">{}</p>', "<span>{}</span>", "{}", "<div><p><span>{}</span></p></div>"))
    tag = rng.choice(("td", "td", "th"))

    def cell(printed: Cell) -> str:
        return f'<{tag}{_spans(printed)} style="width:57px;">{_inner(printed.text, rng, inner)}</{tag}>'

    return f'<table border="1" cellspacing="0"><tbody>{_rows(sheet, cell)}</tbody></table>\n'


def _editor_body(pieces: list[str], page: Page, rng: Random) -> str:
    menu = "".join(f'<li><a href="#">{text}</a></li>' for text in page.menu)
    footer = "".join(f"<p>{text}</p>" for text in page.footer)
    name = rng.choice(("TRS_Editor", "article-content", "zoom"))
    return f'<div class="nav"><ul>{menu}</ul></div><div class="{name}">{"".join(pieces)}</div><footer>{footer}</footer>'


def _word_runs(text: str, rng: Random) -> str:
    """Print a text in runs, as Word does: figures cut anywhere."""
    if len(text) < 2 or rng.random() < 0.5:
        return f"<span lang=EN-US style='font-family:仿宋'>{html.escape(text)}</span>"
    place = rng.randrange(1, len(text))
    first, second = html.escape(text[:place]), html.escape(text[place:])
    return f"<span style='font-size:12.0pt'>{first}</span><span lang=EN-US>{second}<o:p></o:p></span>"


def _word_paragraph(text: str, rng: Random) -> str:
    indent = rng.choice(("", "<span style='mso-spacerun:yes'>&nbsp; </span>"))
    return f"<p class=MsoNormal style='text-indent:24.0pt'>{indent}{_word_runs(text, rng)}</p>\n\n"


def _word_table(sheet: Sheet, rng: Random) -> str:
    def cell(printed: Cell) -> str:
        pieces = printed.text.split("\n") if printed.text.strip() else [""]
        words = "".join(
            f"<p class=MsoNormal align=center>{_word_runs(piece, rng) if piece else '<o:p>&nbsp;</o:p>'}</p>"
            for piece in pieces
        )
        spans = _spans(printed).replace('"', "")
        return f"\n  <td width=76{spans} valign=top style='width:57.0pt'>\n  {words}\n  </td>"

    return f"<table class=MsoTableGrid border=1 cellspacing=0>\n{_rows(sheet, cell)}</table>\n"


def _word_body(pieces: list[str], page: Page, rng: Random) -> str:
    del page, rng
    ignored = "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->"
    return f"{ignored}<div class=WordSection1 style='layout-grid:15.6pt'>{''.join(pieces)}</div>"


def _written_out_table(sheet: Sheet, rng: Random) -> str:
    rows = tuple(map(tuple, sheet.written_out()))
    return f"<table>{_rows(evolve(sheet, rows=rows), partial(_plain_cell, rng=rng))}</table>"


def _spanless_table(sheet: Sheet, rng: Random) -> str:
    return f"<table>{_rows(sheet, partial(_plain_cell, rng=rng))}</table>"


def _plain_cell(cell: Cell, rng: Random) -> str:
    return f"<td>{_inner(cell.text, rng, rng.choice(('{}', '<p>{}</p>')))}</td>"


def _layout_body(pieces: list[str], page: Page, rng: Random) -> str:
    """Put the report into a table within a table, menus beside it."""
    del rng
    menu = "".join(f"<tr><td><a href='#'>{text}</a></td></tr>" for text in page.menu)
    footer = "".join(f"<td>{text}</td>" for text in page.footer)
    inner = f"<table width=100%><tr><td>{''.join(pieces)}</td></tr></table>"
    side = f"<td width=200><table>{menu}</table></td>" if menu else ""
    return (
        f"<table><tr><td colspan=2>{_SCRIPT}<img src='banner.png'></td></tr><tr>{side}<td>{inner}</td></tr>"
        f"<tr>{footer}</tr></table>"
    )


def _divided(text: str, rng: Random) -> str:
    return rng.choice(("<div>{}</div>", "{}<br>", "<br/>{}<br />", "<div><span>{}</span><br></div>")).format(
        html.escape(text)
    )


def _cut_table(sheet: Sheet, rng: Random) -> str:
    between = rng.choice(("", "<p></p>", "<p>- 4 -</p>", "<br clear=all style='page-break-before:always'>"))
    if len(sheet.rows) < 6:
        return _editor_table(sheet, rng)
    first, second = cut_in_two(sheet, rng)
    return _editor_table(first, rng) + between + _editor_table(second, rng)


def _pieces_table(sheet: Sheet, rng: Random) -> str:
    """Print column heads in two rows, a piece in each: 商业 above 企业."""
    rows: list[tuple[Cell, ...]] = []
    for row in sheet.rows:
        headed = not any(cell.is_figure for cell in row) and len(row) > 4 and all(cell.rows == 1 for cell in row)
        if not headed:
            rows.append(row)
            continue
        texts = [cell.text.replace("\n", "") for cell in row]
        rows.append(tuple(evolve(c, text=text[: len(text) // 2]) for c, text in zip(row, texts, strict=True)))
        rows.append(tuple(evolve(c, text=text[len(text) // 2 :]) for c, text in zip(row, texts, strict=True)))
    if len(rows) > len(sheet.rows):  # What reaches down beside the heads reaches over one row more.
        last = len(rows) - len(sheet.rows)
        rows = [tuple(_longer(cell, number, rows, last) for cell in row) for number, row in enumerate(rows)]
    return _editor_table(evolve(sheet, rows=tuple(rows)), rng)


def _longer(cell: Cell, number: int, rows: list[tuple[Cell, ...]], more: int) -> Cell:
    first_figures = next(place for place, row in enumerate(rows) if any(each.is_figure for each in row))
    reaches = cell.rows > 1 and number + cell.rows == first_figures - more
    return evolve(cell, rows=cell.rows + more) if reaches else cell


_EDITOR: Final = Markup(_paragraph, _heading, _editor_table, _editor_body)

MARKUP: Final = {
    "editor": _EDITOR,
    "word": Markup(_word_paragraph, _word_paragraph, _word_table, _word_body),
    "written-out": evolve(_EDITOR, table=_written_out_table),
    "spanless": evolve(_EDITOR, table=_spanless_table),
    "layout-tables": evolve(_EDITOR, body=_layout_body),
    "breaks": evolve(_EDITOR, paragraph=_divided, heading=_divided),
    "cut": evolve(_EDITOR, table=_cut_table),
    "pieces": evolve(_EDITOR, table=_pieces_table),
}

_CHARSETS: Final = ("utf-8", "gb2312", "GBK", "gb18030", "iso-8859-1", "")


def encoded(text: str, rng: Random) -> str | bytes:
    """Give a page as text, or as bytes in an encoding that it declares, does not declare, or declares wrongly."""
    kind = rng.randrange(8)
    declared = rng.choice(_CHARSETS)
    if kind < 3:
        return _declaring(text, rng, "utf-8")
    if kind == 3:
        return _declaring(text, rng, "utf-8").encode()
    if kind == 4:
        return codecs.BOM_UTF8 + _declaring(text, rng, declared).encode()
    if kind == 5:
        return _declaring(text, rng, rng.choice(("gb2312", "GBK", "gb18030"))).encode("gb18030")
    return _declaring(text, rng, declared).encode("utf-8" if kind == 6 else "gb18030")


def _declaring(text: str, rng: Random, charset: str) -> str:
    older = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    meta = rng.choice((f'<meta charset="{charset}">', older)) if charset else ""
    return text.replace("%CHARSET%", meta)
