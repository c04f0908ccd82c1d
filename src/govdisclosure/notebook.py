"""Reports and findings as a notebook shows them: HTML in which everything that a report says is text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from govdisclosure.formats import render
from govdisclosure.model.naming import SEVERITIES
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.model.findings import Finding, Findings
    from govdisclosure.model.report import AnnualReport

_FRAME: Final = '<iframe sandbox srcdoc="{}" title="{}" style="width: 100%; height: 40rem; border: 0"></iframe>'
_HEADS: Final = ("级别", "代码", "位置", "说明")
_LEFT: Final = ' style="text-align: left"'
_MOST: Final = 200
"""So many findings are shown; a notebook is no place for thousands."""


def report_as_html(report: AnnualReport) -> str:
    """
    Give the official form in a frame of its own, so that its style changes nothing around it.

    Raises:
        TypeError: If a list of paragraphs was given something else than text.
        ValueError: If a paragraph holds a character that text must not have.
    """
    return _FRAME.format(escape(render(report, "html")), escape(clean_text(report.title or "")))


def findings_as_html(findings: Findings) -> str:
    """Give findings as a table: how grave each is, its code, its first place, and its message in both languages."""
    heads = "".join(f"<th{_LEFT}>{head}</th>" for head in _HEADS)
    rows = "".join(f"<tr>{''.join(_cells(finding))}</tr>" for finding in findings[:_MOST])
    more = f"<p>另有 {len(findings) - _MOST} 条 / {len(findings) - _MOST} more</p>" if len(findings) > _MOST else ""
    return f"<p>{_text(repr(findings))}</p><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{more}"


def _cells(finding: Finding) -> Iterator[str]:
    waived = "" if finding.waived is None else f"（已豁免：{finding.waived.reason}）"
    yield f"<td{_LEFT}>{_text(SEVERITIES[finding.severity].zh + waived)}</td>"
    yield f"<td{_LEFT}><code>{_text(finding.code)}</code></td>"
    yield f"<td{_LEFT}><code>{_text(finding.paths[0] if finding.paths else '')}</code></td>"
    yield f'<td{_LEFT}>{_text(finding.message.zh)}<br><span lang="en">{_text(finding.message.en)}</span></td>'


def _text(text: str) -> str:
    """Give text that is no markup, and whose marks of direction reach no further."""
    return f"<bdi>{escape(clean_text(text))}</bdi>"
