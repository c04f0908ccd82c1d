"""
What reading a web page costs beside parsing it: lxml alone, our blocks, recognition, and the whole.

Run it with ``python benchmarks/web_pages.py [--rounds 9]``. The page has about 40 kB, in the markup of a content
management system: spans in spans, styles and paragraphs in every cell. It is read once more with 200 rules in a style
sheet of its own. All are timed by turns in one run, the best of each counts.
"""

from __future__ import annotations

import argparse
import html
import sys
import time
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, MetadataBlock, Paragraph
from govdisclosure.formats.html.read import read
from govdisclosure.reading.recognize import recognize
from govdisclosure.writing.compose import compose

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.builders import build_report

_REPEATS: Final = 20
_CELL: Final = "word-break: break-all; padding: 0 5px"
_SENTENCE: Final = "本机关坚持以公开为常态、不公开为例外，全面推进决策、执行、管理、服务和结果公开，及时回应社会关切。"
_MENU: Final = "".join(
    f'<li><a href="/zwgk/{name}/index.html">{name}</a></li>' for name in ("首页", "机构", "政策", "年报")
)


def sheet() -> str:
    """Give a style sheet of 200 rules, as a site has them: most only dress the page up, a tenth hides something."""
    rules = [
        f".list{number} li a, #box{number} > p {{color: #3{number % 10}3; margin: 0 {number}px; line-height: 1.5}}"
        for number in range(160)
    ]
    rules += [f".more{number}, .tip{number} span {{display: none}}" for number in range(20)]
    rules += [f".article td.note{number} p {{font-size: 14px; text-align: center}}" for number in range(20)]
    return f"<style>{' '.join(rules)}</style>"


def page(style: str = "") -> bytes:
    """Give the page, with a style sheet."""
    report = build_report(
        overview=[f"（{number}）{_SENTENCE * 3}" for number in "一二三四五六"],
        problems_and_improvements=[_SENTENCE * 2] * 4,
    )
    pieces = chain.from_iterable(map(_markup, compose(report)))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{report.title}</title><meta name="PubDate" '
        f'content="2022-01-20"><link rel="stylesheet" href="/a.css">{style}<script>var a = "<td>9</td>";</script>'
        f"</head><body>"
        f'<div class="nav"><ul>{_MENU}</ul></div><div class="article"><div class="TRS_Editor">{"".join(pieces)}</div>'
        f'</div><div class="footer"><p>主办：示例镇人民政府</p></div></body></html>'
    ).encode()


def _markup(block: Block) -> list[str]:
    if isinstance(block, MetadataBlock):
        return []
    if isinstance(block, Paragraph):
        return [f'<p style="text-indent: 2em"><span style="font-size: 16px">{html.escape(block.text)}</span></p>\n']
    return ['<table border="1" cellspacing="0"><tbody>\n', *_rows(block), "</tbody></table>\n"]


def _rows(grid: Grid) -> list[str]:
    cell = '<td rowspan="{}" colspan="{}" style="{}"><p align="center">{}</p></td>\n'
    rows = ("".join(cell.format(c.rows, c.columns, _CELL, html.escape(c.text)) for c in row) for row in grid.rows)
    return [f"<tr>\n{row}</tr>\n" for row in rows]


def parse_alone(content: bytes) -> object:
    """Parse the page as lxml does it."""
    return etree.fromstring(content, etree.HTMLParser(encoding="utf-8"))


def best(steps: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Time the steps by turns; give the best milliseconds of each."""
    fastest = dict.fromkeys(steps, float("inf"))
    for _ in range(rounds):
        for name, step in steps.items():
            start = time.process_time()
            for _ in range(_REPEATS):
                step()
            fastest[name] = min(fastest[name], (time.process_time() - start) / _REPEATS * 1000)
    return fastest


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9, help="rounds (default 9)")
    content = page()
    styled = page(sheet())
    blocks = read(content)
    assert gd.parse(content).exact
    assert gd.parse(styled).exact
    steps: dict[str, Callable[[], object]] = {
        "lxml parse": lambda: parse_alone(content),
        "read to blocks": lambda: read(content),
        "recognize": lambda: recognize(blocks),
        "parse whole": lambda: gd.parse(content),
        "read, 200 rules": lambda: read(styled),
        "whole, 200 rules": lambda: gd.parse(styled),
    }
    times = best(steps, parser.parse_args().rounds)
    print(f"page of {len(content):,} bytes, {content.count(b'<'):,} tags")
    for name, milliseconds in times.items():
        print(f"{name:<18}{milliseconds:>8.3f} ms{milliseconds / times['lxml parse']:>8.2f} x lxml")


if __name__ == "__main__":
    main()
