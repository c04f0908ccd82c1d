"""The judge of JSON that knows the specification alone, and the documents that it is tried on."""

from __future__ import annotations

import json
import random

import pytest
from support.builders import build_report
from support.json_documents import DisagreementError, document, judge
from support.strict_json import is_report

import govdisclosure as gd

SOUND = [gd.dumps(build_report(year=year)) for year in (2019, 2021)]


def changed(**changes: object) -> str:
    """Give the JSON of a report with some of its keys changed."""
    return json.dumps({**json.loads(SOUND[1]), **changes}, ensure_ascii=False)


@pytest.mark.parametrize("text", [*SOUND, SOUND[0].encode(), '{"govdisclosure":"1"}', changed(published="2020-02-29")])
def test_a_sound_document_is_accepted(text: str | bytes) -> None:
    """Of both editions, as text and bytes, and with next to nothing in it."""
    assert is_report(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        b"\xff",
        '\ufeff{"govdisclosure":"1"}',
        '{"govdisclosure":"1","govdisclosure":"1"}',
        '{"govdisclosure":1}',
        changed(year=True),
        changed(year=0),
        changed(year=2021.0),
        changed(published="2021-02-29"),
        changed(published="2021-1-1"),
        changed(title="a\nb"),
        changed(title="\ufdd0"),
        changed(preamble=None),
        changed(other_sections=[{}]),
        changed(extensions={"a": float("nan")}),
        changed(requests={"edition": "2020"}),
        changed(requests={"edition": "2021", "total": {"newly_received": -1}}),
        changed(requests={"edition": "2021", "total": {"newly_received": 10**18}}),
        changed(proactive_disclosure={"edition": "2021", "fees": {"amount": "01"}}),
        changed(proactive_disclosure={"edition": "2021", "fees": {"amount": 1}}),
        changed(agency={"name": "示例局", "code": "91350100M000100Y44"}),
        changed(unknown=None),
    ],
)
def test_what_the_specification_refuses_is_refused(text: str | bytes) -> None:
    """One thing of each kind."""
    assert not is_report(text)
    with pytest.raises(gd.StructureError):
        judge(text)


def test_verdicts_that_differ_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """In both directions, and where what is written is something else."""
    judge(SOUND[0])
    monkeypatch.setattr("support.json_documents.is_report", lambda _: False)
    with pytest.raises(DisagreementError, match=r"^the specification refuses what is accepted$"):
        judge(SOUND[0])
    monkeypatch.setattr("support.json_documents.is_report", lambda _: True)
    with pytest.raises(DisagreementError, match=r"^the specification accepts what is refused: json: "):
        judge("[]")
    monkeypatch.setattr(gd, "dumps", lambda _: SOUND[1])
    with pytest.raises(DisagreementError, match=r"^what is written is not what was loaded$"):
        judge(SOUND[0])


@pytest.mark.property
def test_documents_are_sound_and_damaged_in_turn() -> None:
    """So that both verdicts are tried; the same seed gives the same document."""
    first, second = random.Random(1), random.Random(1)  # noqa: S311 - documents, no secret
    documents = [document(first) for _ in range(200)]

    assert documents == [document(second) for _ in range(200)]
    assert 50 < sum(map(is_report, documents)) < 150
    assert {type(each) for each in documents} == {str, bytes}
