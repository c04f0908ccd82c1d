"""Messages of findings, rendered from the templates of their rules."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.model.cells import label_of
from govdisclosure.model.findings import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.model.findings import Finding
    from govdisclosure.model.report import AnnualReport

LAW_OF_THE_FORM: Final = "国办公开办函〔2019〕60号、〔2021〕30号"

_LISTED: Final = 6
_PARAGRAPH: Final = re.compile(r"\[([0-9]+)\]$")


class _Words(string.Formatter):
    """``str.format`` that has a word for blanks, lists lists, and names the cells of ``{paths:cells}``."""

    def __init__(self, blank: str, name: Callable[[str], str], join: Callable[[list[str]], str]) -> None:
        self.blank = blank
        self.name = name
        self.join = join

    def format_field(self, value: Any, format_spec: str) -> Any:  # noqa: ANN401 - as string.Formatter
        """Format one field of a template."""
        if format_spec == "cells":
            return self.join([self.name(path) for path in ([value] if isinstance(value, str) else value)])
        if isinstance(value, (list, tuple)):
            return self.join([self.format_field(item, format_spec) for item in value])
        return self.blank if value is None else format(value, format_spec)


def _join_zh(names: list[str]) -> str:
    return "、".join(names[:_LISTED]) + (f"等{len(names)}项" if len(names) > _LISTED else "")


def _join_en(names: list[str]) -> str:
    return ", ".join(names[:_LISTED]) + (f" and {len(names) - _LISTED} more" if len(names) > _LISTED else "")


def message(report: AnnualReport, finding: Finding, templates: Message) -> Message:
    """
    Render the words of a finding.

    Fields of a template: ``path`` and ``label`` of the first path, ``paths``, ``n`` (their number), ``expected``,
    ``actual``, ``quote`` (the quoted words) and every key of ``details``. ``{paths:cells}`` names cells: in Chinese by
    their official labels, in English by their paths; so with any path or list of paths.

    Raises:
        KeyError: If a template has a field that the finding does not have.
    """
    path = finding.paths[0] if finding.paths else ""
    values = {
        **finding.details,
        "path": path,
        "label": _label(report, path),
        "paths": finding.paths,
        "n": len(finding.paths),
        "expected": finding.expected,
        "actual": finding.actual,
        "quote": finding.quote and finding.quote.text,
    }
    chinese = _Words("空白", lambda cell: _label(report, cell), _join_zh)
    english = _Words("blank", str, _join_en)
    return Message(zh=chinese.vformat(templates.zh, (), values), en=english.vformat(templates.en, (), values))


def _label(report: AnnualReport, path: str) -> str:
    index = _PARAGRAPH.search(path)
    return label_of(report, path) + (f" 第{int(index[1]) + 1}段" if index else "")
