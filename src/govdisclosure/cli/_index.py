"""The list of the pages of a call: one page that needs no server, and no script to be read."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from govdisclosure import formats
from govdisclosure.cli._links import address
from govdisclosure.cli._options import unwritable
from govdisclosure.cli._outputs import INDEX_MARK
from govdisclosure.cli._rows import State
from govdisclosure.cli._streams import harmless
from govdisclosure.model.naming import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from govdisclosure.cli._rows import Row
    from govdisclosure.cli._texts import Words

_STYLE: Final = files(__package__).joinpath("index.css").read_text(encoding="utf-8")
_SCRIPT: Final = files(__package__).joinpath("index.js").read_text(encoding="utf-8")
_RANKS: Final = {state: rank for rank, state in enumerate(State)}


def write_index(rows: Sequence[Row], target: Path, words: Words, *, total: str, remarks: Sequence[str] = ()) -> None:
    """
    Write the list, whole or not at all.

    Args:
        rows: A row for each report.
        target: The file.
        words: The language.
        total: What there is in all files together.
        remarks: What is said of the folder: files that were left out, and the like.

    Raises:
        Failure: If that cannot be done.
    """
    page = "\n".join(_page(rows, target.parent, words, total, remarks)) + "\n"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        formats.replace_file(target, page.encode())
    except OSError as error:
        raise unwritable(target, error, words) from error


def _page(rows: Sequence[Row], folder: Path, words: Words, total: str, remarks: Sequence[str]) -> Iterator[str]:
    policy = (
        f"default-src 'none'; style-src '{_hash(_STYLE)}'; script-src '{_hash(_SCRIPT)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    title = escape(words("index-title"))
    yield f'<!DOCTYPE html>\n<html lang="{"zh-CN" if words.language == "zh" else "en"}"><head>'
    yield '<meta charset="utf-8">'
    yield f'<meta name="{INDEX_MARK}" content="1">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>"
    yield f'<body><main>\n<h1>{title}</h1>\n<p class="total">{escape(total)}</p>'
    if remarks:
        yield '<ul class="remarks">'
        yield from (f"<li>{escape(harmless(remark))}</li>" for remark in remarks)
        yield "</ul>"
    yield from _tools(rows, words)
    heads = _heads(words)
    yield "<table><thead><tr>"
    yield from (f'<th scope="col"{_class(css)}>{escape(head)}</th>' for head, css in heads)
    yield "</tr></thead><tbody>"
    for row in rows:
        yield from _row(row, folder, words)
    yield f"</tbody></table>\n</main>\n<script>{_SCRIPT}</script>\n</body></html>"


def _hash(content: str) -> str:
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return f"sha256-{digest}"


def _class(css: str) -> str:
    return f' class="{css}"' if css else ""


def _heads(words: Words) -> list[tuple[str, str]]:
    """Give the column heads, each with its class."""
    return [
        (words("agency"), ""),
        (words("year-title"), "number year"),
        (words("state"), ""),
        *((words.of(name), "number") for name in SEVERITIES.values()),
        (words("note-short"), "number"),
        (words("cause"), ""),
    ]


def _tools(rows: Sequence[Row], words: Words) -> Iterator[str]:
    """Give what the script searches, chooses and sorts by; without a script, it is hidden."""
    yield '<div class="tools" hidden>'
    yield f'<label class="search">{escape(words("search"))}<input type="search" autocomplete="off"></label>'
    yield f'<label>{escape(words("state"))}<select><option value="">{escape(words("all-states"))}</option>'
    present = {row.state for row in rows}
    for state in State:
        if state in present:
            yield f'<option value="{state}">{escape(words(f"state.{state}"))}</option>'
    yield f"</select></label>\n<label>{escape(words('order'))}<select>"
    yield f'<option value="">{escape(words("as-given"))}</option>'
    for at, (head, css) in enumerate(_heads(words)):
        ways = ("descending", "ascending") if "number" in css else ("ascending", "descending")
        for way in ways:
            shown = f"{head} {words(way)}"
            yield f'<option value="{at} {way}">{escape(shown)}</option>'
    shown = escape(words("shown", n="{n}", all="{all}"))
    yield f'</select></label>\n<p class="shown" role="status" data-words="{shown}"></p>\n</div>'


def _row(row: Row, folder: Path, words: Words) -> Iterator[str]:
    whose = escape(row.agency or row.file)
    if row.page is not None:
        whose = f'<a href="{escape(address(row.page, folder))}">{whose}</a>'
    file = f'<span class="file">{escape(row.file)}</span>' if row.agency is not None and row.file else ""
    yield f'<tr data-state="{row.state}">'
    yield f'<th scope="row" data-key="{escape(row.agency or row.file)}">{whose}{file}</th>'
    yield f'<td class="number year">{"" if row.year is None else row.year}</td>'
    state = f'<span class="state {row.state}">{escape(words(f"state.{row.state}"))}</span>'
    if row.is_odd and row.state is not State.MISSING:
        state += f'<span class="delivery">{escape(row.delivery)}</span>'
    yield f'<td data-key="{_RANKS[row.state]}">{state}</td>'
    for severity, name in SEVERITIES.items():
        yield _number(row.counts.get(severity), severity, words.of(name))
    yield _number(row.notes, "note", words("note-short"))
    yield f'<td class="cause">{escape(row.cause)}</td></tr>'


def _number(n: int | None, css: str, label: str) -> str:
    nought = "" if n else " nought"
    return f'<td class="number {css}{nought}" data-label="{escape(label)}">{"" if n is None else n}</td>'
