"""The models of other libraries that reports are measured beside are as strict as these can be made."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from pydantic import ValidationError
from support.builders import build_report
from support.peers import LENIENT, PydanticModels, UnionMode, msgspec_report

import govdisclosure as gd

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD = {
    "2021": gd.dumps(build_report(agency=gd.Agency(name="示例局", code="11320682014242577N", division="320682"))),
    "2019": gd.dumps(build_report(year=2019, other_sections=[gd.OtherSection(heading="七、其他")])),
    "blank": gd.dumps(gd.AnnualReport.blank(agency="示例县统计局", year=2025)),
    "nothing": '{"govdisclosure":"1"}',
}


def changed(before: str, after: str, name: str = "2021") -> str:
    """Give a good document with one place changed."""
    assert before in GOOD[name]
    return GOOD[name].replace(before, after, 1)


def cell(value: str) -> str:
    """Give a document with something else in a cell."""
    return changed('"newly_received":12', f'"newly_received":{value}')


BAD = {
    "a key twice": changed('"newly_received":12', '"newly_received":12,"newly_received":12'),
    "an unknown key": changed('"carried_over":0', '"carried_over":0,"x":0'),
    "an unknown key above": changed('"year":', '"x":null,"year":'),
    **{f"a count of {value}": cell(value) for value in ("-1", "1.0", "true", '"1"', "1" + "0" * 18, "[]", '"//"')},
    **{
        f"an amount of {value}": changed('"amount":"0"', f'"amount":{value}')
        for value in ("0", '"1e5"', '"1_0"', '"１２"', '"01"', '"-1"', '""', f'"{"1" * 20}"')
    },
    "an amount in 角": changed('"unit":"元"', '"unit":"角"', "2019"),
    "no edition": changed('"edition":"2021",', ""),
    "an unknown edition": changed('"edition":"2021"', '"edition":"2020"'),
    "a later version": changed('"govdisclosure":"1"', '"govdisclosure":"2"'),
    "no version": changed('"govdisclosure":"1",', ""),
    "a year of 0": changed('"year":2021', '"year":0'),
    "a year as text": changed('"year":2021', '"year":"2021"'),
    "29 February": changed('"published":"2022-01-20"', '"published":"2022-02-29"'),
    "a kind": changed('"kind":"department"', '"kind":"ministry"'),
    "a division": changed('"320682"', '"32068２"'),
    "a null group": changed('"fees":{"amount":"0"}', '"fees":null'),
    "a null list": changed('"preamble":["', '"preamble":null,"overview":["').replace('"overview":["（', '"x":["（'),
    "a number as text": changed('"other_matters":["', '"other_matters":[1,"'),
    "a line break": changed('"title":"', '"title":"\\n'),
    "a control character": changed('"title":"', '"title":"\x7f'),
    "a noncharacter": changed('"title":"', '"title":"\uffff'),
    "half a document": GOOD["2021"][:-1],
}
MODES: tuple[UnionMode, ...] = ("smart", "left_to_right")
TEXT = {"a line break", "a control character", "a noncharacter"}


def readers(*, strict_text: bool) -> list[Callable[[str], object]]:
    """Give what reads documents: pydantic in both modes, and msgspec."""
    decode = msgspec.json.Decoder(msgspec_report(strict_text=strict_text)).decode
    return [*(PydanticModels(mode, strict_text=strict_text).loads for mode in MODES), decode]


STRICT, ANY_TEXT = readers(strict_text=True), readers(strict_text=False)


def takes(read: Callable[[str], object], data: str) -> bool:
    """Tell whether a reader takes a document."""
    try:
        read(data)
    except (ValidationError, msgspec.MsgspecError):
        return False
    return True


@pytest.mark.parametrize("name", GOOD)
def test_good_documents_are_taken(name: str) -> None:
    """By all, with their texts looked at or not."""
    assert [takes(read, GOOD[name]) for read in (*STRICT, *ANY_TEXT)] == [True] * 6


@pytest.mark.parametrize("name", BAD)
def test_bad_documents_are_refused(name: str) -> None:
    """By all, but for what no library of these can be told; as ours refuses them."""
    lenient = name in LENIENT
    with pytest.raises(gd.StructureError):
        gd.loads(BAD[name])

    assert [takes(read, BAD[name]) for read in STRICT] == [lenient] * 3
    assert [takes(read, BAD[name]) for read in ANY_TEXT] == [lenient or name in TEXT] * 3


def test_what_is_read_is_written_again() -> None:
    """With every value."""
    for mode in MODES:
        models = PydanticModels(mode)
        assert models.loads(GOOD["2019"]).model_dump_json() == GOOD["2019"]
    decode: Any = msgspec.json.Decoder(msgspec_report()).decode
    assert msgspec.json.encode(decode(GOOD["2019"])).decode() == GOOD["2019"]


def test_pydantic_looks_at_check_digits_and_takes_the_kind_from_the_name() -> None:
    """Which msgspec cannot be told; it takes what has the shape."""
    models = PydanticModels("smart")
    wrong = changed("11320682014242577N", "113206820142425770")

    assert [takes(read, wrong) for read in STRICT] == [False, False, True]
    made: Any = models.loads('{"govdisclosure":"1","agency":{"name":"示例局"}}')
    assert json.loads(made.model_dump_json())["agency"]["kind"] == "department"
