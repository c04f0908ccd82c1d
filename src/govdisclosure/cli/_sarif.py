"""``check --sarif``: what is wrong with reports as SARIF 2.1.0, which code hosts and editors show."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import quote

from attrs import field, frozen

from govdisclosure._version import __version__
from govdisclosure.checks import Rule, rules
from govdisclosure.checks.examples import explained
from govdisclosure.cli._files import STANDARD
from govdisclosure.cli._texts import Words
from govdisclosure.form import wording
from govdisclosure.model.findings import Finding, Severity
from govdisclosure.model.naming import name_of
from govdisclosure.model.notes import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.checks.examples import Part
    from govdisclosure.cli._outcome import Outcome
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_STDIN: Final = "stdin"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_NOTE: Final = "note"
_SHORT: Final = 16
"""How many digits of a digest tell one result of a file from another."""


def as_sarif(outcomes: Sequence[Outcome], words: Words) -> dict[str, JSON]:
    """
    Give outcomes as a SARIF log of one run; the same outcomes give the same log.

    A finding has the cells that it is about as logical locations, and no region: a Word document has no lines. A note
    of the reading of a text has its line. What could not be read is a notification of the run.

    Args:
        outcomes: What became of the files.
        words: The language.
    """
    log = _Log(words)
    results = [result for outcome in outcomes for result in log.results(outcome)]
    unread = [log.notification(outcome) for outcome in outcomes if outcome.reading is None]
    run: dict[str, JSON] = {
        "tool": {"driver": log.driver()},
        "language": words.language if words.language == "en" else "zh-CN",
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": uri}, "roles": ["analysisTarget"]} for uri in log.files],
        "invocations": [{"executionSuccessful": not unread, "toolExecutionNotifications": cast("JSON", unread)}],
        "results": cast("JSON", results),
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def uri_of(name: str) -> str:
    """
    Give the address of a source: a relative one for what was named from the folder of the call.

    >>> [uri_of(name) for name in ("-", "2025/财政局 1.docx", "batch.jsonl:12")]
    ['stdin', '2025/%E8%B4%A2%E6%94%BF%E5%B1%80%201.docx', 'batch.jsonl%3A12']
    """
    if name == STANDARD:
        return _STDIN
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


@frozen
class _Log:
    """
    A log that is being made.

    Args:
        words: The language.
    """

    words: Words
    _known: Mapping[str, Rule] = field(factory=lambda: {rule.code: rule for rule in rules()}, init=False)
    _codes: dict[str, int] = field(factory=dict, init=False)
    files: dict[str, int] = field(factory=dict, init=False)
    """The places of the files, by their addresses."""

    def driver(self) -> dict[str, JSON]:
        """Give the tool, with the rules that were broken."""
        return {
            "name": "govdisclosure",
            "version": __version__,
            "rules": [self._rule(code) for code in self._codes],
        }

    def results(self, outcome: Outcome) -> Iterable[dict[str, JSON]]:
        """Give a result for each finding and each note of a source."""
        reading, file = outcome.reading, self._file(outcome)
        if reading is None:
            return
        for finding in outcome.findings:
            yield self._result(reading.report, file, finding) | {
                "level": _LEVELS[finding.severity],
                "suppressions": [] if finding.waived is None else [_suppression(finding)],
            }
        for note in reading.notes:
            yield self._result(reading.report, file, note) | {"level": _NOTE, "suppressions": []}

    def notification(self, outcome: Outcome) -> dict[str, JSON]:
        """Say that a source could not be read, and why."""
        return {
            "level": "error",
            "message": {"text": _literal(outcome.error or "")},
            "locations": [{"physicalLocation": self._file(outcome)}],
        }

    def _file(self, outcome: Outcome) -> dict[str, JSON]:
        uri = uri_of(outcome.source.name)
        return {"artifactLocation": {"uri": uri, "index": self.files.setdefault(uri, len(self.files))}}

    def _result(self, report: AnnualReport, file: dict[str, JSON], told: Finding | Note) -> dict[str, JSON]:
        place = self._codes.setdefault(told.code, len(self._codes))
        location: dict[str, JSON] = {"physicalLocation": file}
        if isinstance(told, Note) and told.source is not None and told.source.line is not None:
            location["physicalLocation"] = {**file, "region": {"startLine": told.source.line}}
        cells = [_cell(report, path, self.words) for path in told.paths]
        if cells:
            location["logicalLocations"] = cast("JSON", cells[:1])
        result: dict[str, JSON] = {
            "ruleId": told.code,
            "ruleIndex": place,
            "message": {"text": _literal(self.words.of(told.message))},
            "locations": [location],
            "partialFingerprints": {"primaryLocationLineHash": _digest(told)},
            "properties": told.to_json(),
        }
        if cells[1:]:
            others = [{"physicalLocation": file, "logicalLocations": [cell]} for cell in cells[1:]]
            result["relatedLocations"] = cast("JSON", others)
        return result

    def _rule(self, code: str) -> dict[str, JSON]:
        """Give what the page of a rule says, or the words of a note."""
        rule = self._known.get(code)
        if rule is None:
            about = self.words.of(wording.general(code))
            return {
                "id": code,
                "shortDescription": {"text": about},
                "defaultConfiguration": {"level": _NOTE},
            }
        parts = list(explained(rule, self.words.language))
        return {
            "id": code,
            "shortDescription": {"text": self.words.of(rule.about)},
            "help": {"text": _plain(parts), "markdown": _markdown(parts)},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            "properties": {} if rule.law is None else {"law": rule.law},
        }


def _cell(report: AnnualReport, path: str, words: Words) -> dict[str, JSON]:
    return {"fullyQualifiedName": path, "name": name_of(report, path, words.language), "kind": "value"}


def _suppression(finding: Finding) -> JSON:
    assert finding.waived is not None, "only what is waived is suppressed"
    return {"kind": "external", "status": "accepted", "justification": finding.waived.reason}


def _literal(text: str) -> str:
    """Write braces so that they are no placeholders."""
    return text.replace("{", "{{").replace("}", "}}")


def _digest(told: Finding | Note) -> str:
    """Tell a result from the others of its file, by what stays the same while figures change."""
    said = "\n".join((told.code, *told.paths))
    return hashlib.sha256(said.encode()).hexdigest()[:_SHORT]


def _plain(parts: Iterable[Part]) -> str:
    return "\n\n".join("\n".join(filter(None, (part.title, *part.lines))) for part in parts)


def _markdown(parts: Iterable[Part]) -> str:
    return "\n\n".join(f"### {part.title}\n\n{_body(part)}" if part.title else _body(part) for part in parts)


def _body(part: Part) -> str:
    if part.kind == "code":
        return "\n".join(("```pycon", *part.lines, "```"))
    return "\n".join(f"- {line}" for line in part.lines) if part.kind == "list" else "\n".join(part.lines)
