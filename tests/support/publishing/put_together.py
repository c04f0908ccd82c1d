"""The layouts that are put together of styles and changes: each alone, then many at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import evolve

from support.publishing import pagetext
from support.publishing.changes import Changes
from support.publishing.documents import Printed
from support.publishing.styled import (
    aligned,
    as_html,
    as_markdown,
    as_word,
    in_any_style,
    in_style,
    in_styles_of,
    in_three_styles,
    in_two_styles_each,
    printed_by,
    styled,
)
from support.publishing.styles import Style
from support.publishing.text import KEPT

if TYPE_CHECKING:
    from support.publishing.reports import Blanks

Ways: TypeAlias = dict[str, tuple[Callable[[Random], Printed], bool]]
"""How a document is made, and whether every figure can be told its cell, by name."""

_F01_LINE: Final = Style(cell_a_line=True, padding="below", lead=1, cut=1)
_F01_ROW: Final = Style(padding="beside", lead=1, cut=1)


def _blanks(style: Style) -> Blanks | None:
    """Give whether reports have blanks: none where a row breaks off, since a blank behind that is not told from it."""
    if style.cut is not None:
        return "none"
    return None if style.keeps_positions else "some"


STYLED: Final[Ways] = {
    name: (partial(styled, styles=in_style(style), changes=Changes(), blanks=_blanks(style)), style.keeps_positions)
    for name, style in {
        "row-lead-cut": _F01_ROW,
        "row-lead-two-cut": evolve(_F01_ROW, lead=2),
        "row-lead-cut-later": evolve(_F01_ROW, cut=3),
        "row-lead": evolve(_F01_ROW, cut=None),
        "row-cut": evolve(_F01_ROW, lead=0),
        "row-cut-short": Style(cut=2),
        "cell-lead-cut": _F01_LINE,
        "cell-lead-two-cut": evolve(_F01_LINE, lead=2),
        "cell-lead-cut-later": evolve(_F01_LINE, cut=3),
        "cell-lead": evolve(_F01_LINE, cut=None),
        "cell-cut": evolve(_F01_LINE, lead=0),
        "row-two-bars": Style(bars=2),
        "row-two-bars-padded": Style(bars=2, padding="beside"),
        "row-two-bars-collapsed": Style(bars=2, padding="beside", blanks="collapsed"),
        "cell-two-bars": Style(cell_a_line=True, bars=2),
        "cell-two-bars-padded": Style(cell_a_line=True, bars=2, padding="below"),
        "row-no-bars": Style(bars=0),
        "row-tabs": Style(bars=0, gap="\t"),
        "row-tabs-written-out": Style(bars=0, gap="\t", written_out=True),
        "row-padded-below": Style(padding="below"),
        "row-opened-padded": Style(opened=True, padding="beside"),
        "row-opened-collapsed": Style(opened=True, padding="beside", blanks="collapsed"),
        "row-opened-trimmed": Style(opened=True, blanks="trimmed"),
        "row-trimmed-padded": Style(padding="beside", blanks="trimmed"),
        "row-written-out-bare": Style(written_out=True),
        "cell-opened-beside": Style(cell_a_line=True, opened=True, padding="beside"),
        "cell-opened-collapsed": Style(cell_a_line=True, opened=True, padding="below", blanks="collapsed"),
        "cell-trimmed": Style(cell_a_line=True, blanks="trimmed"),
        "cell-trimmed-padded": Style(cell_a_line=True, blanks="trimmed", padding="below"),
        "cell-written-out": Style(cell_a_line=True, written_out=True),
        "cell-written-out-bare": Style(cell_a_line=True, written_out=True, bars=0),
        "cell-unpadded": Style(cell_a_line=True),
    }.items()
}


def _plain_change(name: str, changes: Changes) -> Ways:
    """Give the layouts of one change, a row a line and a cell a line."""
    kept = not (changes.short or changes.remarks)
    return {
        f"row-{name}": (partial(printed_by, printer=KEPT["row"], changes=changes), kept),
        f"cell-{name}": (partial(printed_by, printer=KEPT["cell-barred"], changes=changes), kept),
        f"bare-{name}": (partial(printed_by, printer=KEPT["cell"], changes=changes), kept),
    }


CHANGED: Final[Ways] = {
    **_plain_change("small-tables", Changes(small=True)),
    **_plain_change("apart", Changes(apart=True)),
    **_plain_change("apart-short", Changes(apart=True, short=True)),
    **_plain_change("remarks", Changes(remarks=True)),
    **_plain_change("heads", Changes(heads=True)),
    "row-pieces": (
        partial(styled, styles=in_style(Style(pieces="lines")), changes=Changes(pieces=True)),
        True,
    ),
    "row-pieces-padded": (
        partial(styled, styles=in_style(Style(pieces="lines", padding="beside")), changes=Changes(pieces=True)),
        True,
    ),
    "row-pieces-cells": (
        partial(styled, styles=in_style(Style(pieces="tokens")), changes=Changes(pieces=True)),
        False,
    ),
    "cell-pieces": (
        partial(styled, styles=in_style(Style(cell_a_line=True, padding="below")), changes=Changes(pieces=True)),
        True,
    ),
    "bare-pieces": (
        partial(styled, styles=in_style(Style(cell_a_line=True, bars=0)), changes=Changes(pieces=True)),
        True,
    ),
    "cell-pieces-cells": (
        partial(styled, styles=in_style(Style(cell_a_line=True, pieces="tokens")), changes=Changes(pieces=True)),
        False,
    ),
    "page-heads": (
        partial(printed_by, printer=pagetext.page_rows, changes=Changes(heads=True), blanks="none"),
        True,
    ),
    "page-aligned": (aligned, False),
}

COMBINED: Final[Ways] = {
    "any-style": (partial(styled, styles=partial(in_any_style, kept=True), changes=Changes()), True),
    "any-style-lost": (
        partial(styled, styles=partial(in_any_style, kept=False), changes=Changes(), blanks="some"),
        False,
    ),
    "three-styles": (partial(styled, styles=partial(in_three_styles, kept=True), changes=Changes()), True),
    "three-styles-lost": (
        partial(styled, styles=partial(in_three_styles, kept=False), changes=Changes(), blanks="some"),
        False,
    ),
    "lead-and-rows": (
        partial(styled, styles=in_styles_of(_F01_LINE, Style(padding="beside")), changes=Changes(), blanks="none"),
        False,
    ),
    "collapsed-and-barred": (
        partial(
            styled,
            styles=in_styles_of(Style(padding="beside", blanks="collapsed"), Style(cell_a_line=True, opened=True)),
            changes=Changes(heads=True),
        ),
        False,
    ),
    "small-any-style": (
        partial(styled, styles=partial(in_any_style, kept=True), changes=Changes(small=True, heads=True)),
        True,
    ),
    "apart-any-style": (
        partial(styled, styles=partial(in_any_style, kept=True), changes=Changes(apart=True, small=True)),
        True,
    ),
    "remarks-any-style": (
        partial(styled, styles=partial(in_any_style, kept=True), changes=Changes(remarks=True, heads=True)),
        False,
    ),
    "pieces-any-style": (
        partial(styled, styles=partial(in_any_style, kept=True), changes=Changes(pieces=True, small=True)),
        True,
    ),
    "two-styles-each": (in_two_styles_each, False),
    "anything": (partial(styled, styles=partial(in_three_styles, kept=True)), False),
    "anything-lost": (partial(styled, styles=partial(in_three_styles, kept=False), blanks="some"), False),
    "page-small-heads": (
        partial(printed_by, printer=pagetext.page_rows, changes=Changes(small=True, heads=True), blanks="none"),
        True,
    ),
    "page-wrapped-apart": (
        partial(printed_by, printer=pagetext.page_rows_wrapped, changes=Changes(apart=True), blanks="none"),
        True,
    ),
    "page-remarks": (
        partial(printed_by, printer=pagetext.page_rows, changes=Changes(remarks=True, small=True), blanks="none"),
        False,
    ),
}

MARKDOWN: Final[Ways] = {
    "ruled": (partial(as_markdown, kind="ruled", changes=Changes()), True),
    "unruled": (partial(as_markdown, kind="unruled", changes=Changes()), True),
    "aligned": (partial(as_markdown, kind="aligned", changes=Changes()), True),
    "empty-head": (partial(as_markdown, kind="empty-head", changes=Changes()), True),
    "small-heads": (partial(as_markdown, kind="ruled", changes=Changes(small=True, heads=True)), True),
    "narrow": (partial(as_markdown, kind="narrow", changes=Changes()), True),
    "own-spans": (partial(as_markdown, kind="own-spans", changes=Changes()), True),
    "barless": (partial(as_markdown, kind="barless", changes=Changes()), True),
    "own-spans-small-heads": (partial(as_markdown, kind="own-spans", changes=Changes(small=True, heads=True)), True),
    "barless-small-heads": (partial(as_markdown, kind="barless", changes=Changes(small=True, heads=True)), True),
    "narrow-small-heads": (partial(as_markdown, kind="narrow", changes=Changes(small=True, heads=True)), True),
    "unruled-small-remarks": (partial(as_markdown, kind="unruled", changes=Changes(small=True, remarks=True)), False),
}

HTML: Final[Ways] = {
    "small-tables": (partial(as_html, name="editor", changes=Changes(small=True)), True),
    "heads": (partial(as_html, name="editor", changes=Changes(heads=True)), True),
    "remarks": (partial(as_html, name="editor", changes=Changes(remarks=True)), False),
    "spanless-small-heads": (partial(as_html, name="spanless", changes=Changes(small=True, heads=True)), True),
    "written-out-small": (partial(as_html, name="written-out", changes=Changes(small=True, pieces=True)), True),
    "word-heads-remarks": (partial(as_html, name="word", changes=Changes(heads=True, remarks=True)), False),
    "cut-heads": (partial(as_html, name="cut", changes=Changes(heads=True)), True),
    "breaks-small": (partial(as_html, name="breaks", changes=Changes(small=True)), True),
    "apart": (partial(as_html, name="editor", changes=Changes(apart=True)), True),
    "layout-tables-apart-small": (
        partial(as_html, name="layout-tables", changes=Changes(apart=True, small=True, heads=True)),
        True,
    ),
}

WORD: Final[Ways] = {
    "heads": (partial(as_word, kind="merged", changes=Changes(heads=True)), True),
    "remarks": (partial(as_word, kind="merged", changes=Changes(remarks=True)), False),
    "cut-heads": (partial(as_word, kind="cut", changes=Changes(heads=True)), True),
    "small-tables": (partial(as_word, kind="merged", changes=Changes(small=True)), True),
    "unmerged-small-apart": (partial(as_word, kind="unmerged", changes=Changes(small=True, apart=True)), True),
}
