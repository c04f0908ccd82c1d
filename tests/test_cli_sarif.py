"""The command ``check --sarif``: a log that keeps the rules of SARIF 2.1.0, for text, Word and PDF files alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from support.builders import build_report
from support.cli_calls import call
from support.sarif import SCHEMA

import govdisclosure as gd
from govdisclosure.checks import rules
from govdisclosure.cli._files import Source
from govdisclosure.cli._outcome import Outcome
from govdisclosure.cli._outputs import is_own
from govdisclosure.cli._sarif import as_sarif, uri_of
from govdisclosure.cli._texts import Words
from govdisclosure.form import wording

if TYPE_CHECKING:
    from govdisclosure.model.message import Language
    from govdisclosure.model.values import CellValue

_TOTAL = "requests.total.newly_received"
_WAIVER = '[[waivers]]\ncode = "T3-ROW"\nreason = "已在网站更正"\n'


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run_of(*arguments: str, language: str = "zh_CN.UTF-8") -> dict[str, Any]:
    """Call the command, hold its log to the rules of SARIF, and give its run."""
    log = json.loads(call("check", "--sarif", *arguments, language=language).stdout)
    Draft202012Validator(SCHEMA, format_checker=FormatChecker()).validate(log)
    (run,) = log["runs"]
    for each in run["results"]:
        assert run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"]
        file = each["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][file["index"]]["location"]["uri"] == file["uri"]
    return dict(run)


def put(path: str, **cells: CellValue) -> None:
    """Write a report with other figures in the row of totals of table III."""
    wrong = {f"requests.total.{name}": value for name, value in cells.items()}
    gd.write(build_report(cells=wrong), path)


@pytest.mark.parametrize("suffix", ["docx", "html", "json", "md", "txt", "xlsx"])
def test_a_finding_has_its_cells_as_logical_locations(suffix: str) -> None:
    """And no region, since a Word document has no lines; what else it is about is related."""
    put(f"a.{suffix}", newly_received=13)

    row = next(each for each in run_of(f"a.{suffix}")["results"] if each["ruleId"] == "T3-ROW")

    file = {"artifactLocation": {"uri": f"a.{suffix}", "index": 0}}
    cell = {"fullyQualifiedName": _TOTAL, "name": "「总计」列「一、本年新收政府信息公开申请数量」", "kind": "value"}
    assert row["locations"] == [{"physicalLocation": file, "logicalLocations": [cell]}]
    assert {each["physicalLocation"]["artifactLocation"]["index"] for each in row["relatedLocations"]} == {0}
    named = [each["logicalLocations"][0]["fullyQualifiedName"] for each in row["relatedLocations"]]
    assert [_TOTAL, *named] == row["properties"]["paths"]
    assert (row["level"], row["suppressions"]) == ("error", [])
    assert row["message"]["text"] == row["properties"]["message"]["zh"]


def test_each_severity_has_its_level() -> None:
    """An info is a note, and so is a note of the reading, which has its line where the source has one."""
    put("a.txt", newly_received=13, carried_over=None)
    text = Path("a.txt").read_text(encoding="utf-8").replace("规章           | 0", "规章           | 约", 1)
    Path("a.txt").write_text(text, encoding="utf-8")

    results = run_of("a.txt")["results"]

    severities = {"error": "error", "warning": "warning", "info": "note"}
    findings = [each for each in results if "severity" in each["properties"]]
    assert [each["level"] for each in findings] == [severities[each["properties"]["severity"]] for each in findings]
    (note,) = (each for each in results if each["ruleId"] == "CELL-UNREADABLE")
    line = text.splitlines().index(next(line for line in text.splitlines() if line.startswith("规章")))
    assert note["level"] == "note"
    assert note["locations"][0]["physicalLocation"]["region"] == {"startLine": line + 1}


def test_what_is_waived_is_suppressed() -> None:
    """With the reason; it stays among the results."""
    put("a.docx", newly_received=13)
    Path("govdisclosure.toml").write_text(_WAIVER, encoding="utf-8")

    suppressions = {each["ruleId"]: each["suppressions"] for each in run_of("a.docx")["results"]}

    assert suppressions["T3-ROW"] == [{"kind": "external", "status": "accepted", "justification": "已在网站更正"}]
    assert suppressions["T3-BALANCE"] == []


def test_a_rule_brings_the_text_of_its_page() -> None:
    """In the language of the call; only of rules that were broken, each once."""
    put("a.docx", newly_received=13)

    chinese, english = (run_of("a.docx", language=name) for name in ("zh_CN.UTF-8", "C"))

    (row,) = (each for each in english["tool"]["driver"]["rules"] if each["id"] == "T3-ROW")
    assert row["help"]["text"].startswith(row["shortDescription"]["text"])
    assert "### How to mend it\n\n" in row["help"]["markdown"]
    assert "```pycon\n>>> import govdisclosure as gd\n" in row["help"]["markdown"]
    assert (row["defaultConfiguration"], row["properties"]) == (
        {"level": "error"},
        {"law": "国办公开办函〔2019〕60号、〔2021〕30号"},
    )
    assert (chinese["language"], english["language"]) == ("zh-CN", "en")
    codes = [each["id"] for each in chinese["tool"]["driver"]["rules"]]
    assert codes == list(dict.fromkeys(each["ruleId"] for each in chinese["results"]))


@pytest.mark.property
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_and_every_note_can_be_told(language: Language) -> None:
    """Whatever a check finds or a reading notes has words."""
    codes = list(dict.fromkeys([*(rule.code for rule in rules()), *wording.note_codes()]))
    reading = gd.Reading(build_report(), [gd.Note(code, ["overview"]) for code in codes])

    log: Any = as_sarif([Outcome(Source("a.html"), reading)], Words(language))

    Draft202012Validator(SCHEMA).validate(log)
    assert [each["id"] for each in log["runs"][0]["tool"]["driver"]["rules"]] == codes


def test_what_could_not_be_read_is_a_notification() -> None:
    """Of a run that was no success; the others have their results."""
    put("a.docx")
    Path("b.docx").write_bytes(b"PK\3\4")

    run = run_of("a.docx", "b.docx", "{c}.txt")

    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [each["level"] for each in invocation["toolExecutionNotifications"]] == ["error", "error"]
    files = [each["locations"][0]["physicalLocation"] for each in invocation["toolExecutionNotifications"]]
    assert [each["artifactLocation"]["uri"] for each in files] == ["b.docx", "%7Bc%7D.txt"]
    assert run["results"] == []


def test_braces_in_a_message_are_no_placeholders() -> None:
    """They are doubled, as SARIF has it."""
    gd.write(build_report(overview=["2021年新收政府信息公开申请{3}件。"]), "a.docx")

    results = run_of("a.docx")["results"]

    for each in results:
        assert each["message"]["text"].count("{") % 2 == 0
        assert each["message"]["text"].replace("{{", "{").replace("}}", "}") == each["properties"]["message"]["zh"]


def test_the_same_files_give_the_same_log() -> None:
    """To the last byte; each result of a file has a fingerprint of its own, which figures do not change."""
    put("a.docx", newly_received=13)
    put("b.docx", newly_received=14)

    first, again = (call("check", "--sarif", "a.docx", "b.docx").stdout for _ in range(2))

    assert first == again
    prints: list[list[str]] = [[], []]
    for each in json.loads(first)["runs"][0]["results"]:
        file = each["locations"][0]["physicalLocation"]["artifactLocation"]["index"]
        prints[file].append(each["partialFingerprints"]["primaryLocationLineHash"])
    assert len(set(prints[0])) == len(prints[0])
    assert prints[0] == prints[1]


def test_addresses_are_those_of_the_folder_of_the_call() -> None:
    """Relative ones, so that a code host finds the file; others are whole."""
    assert [uri_of(name) for name in ("-", "2025/财政局 1.docx", "batch.jsonl:12", "./a.txt")] == [
        *("stdin", "2025/%E8%B4%A2%E6%94%BF%E5%B1%80%201.docx", "batch.jsonl%3A12", "a.txt"),
    ]
    assert uri_of("/tmp/甲.txt") == "file:///tmp/%E7%94%B2.txt"  # noqa: S108 - a name
    assert uri_of("a\udcff.txt") == "a%FF.txt"


def test_data_go_to_standard_output_alone() -> None:
    """One kind of them; the exit status is that of any check, and the log is no report."""
    put("a.docx", newly_received=13)

    assert call("check", "--sarif", "a.docx").exit_code == 1
    assert call("check", "--sarif", "--exit-zero", "a.docx").exit_code == 0
    for other in (("--json",), ("--summary", "-")):
        refused = call("check", "--sarif", *other, "a.docx")
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert "--sarif" in refused.stderr
    Path("log.json").write_text(call("check", "--sarif", "a.docx").stdout, encoding="utf-8")
    assert is_own("log.json")


def test_a_note_on_the_whole_document_has_no_cell() -> None:
    """Only its file."""
    outcome = Outcome(Source("a.html"), gd.Reading(build_report(), [gd.Note("PINYIN-REMOVED")]))

    log: Any = as_sarif([outcome], Words("en"))

    Draft202012Validator(SCHEMA).validate(log)
    (result,) = log["runs"][0]["results"]
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "a.html", "index": 0}}}]
