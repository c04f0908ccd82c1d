"""The JSON Schema says what the loader says."""

from __future__ import annotations

import json
import random
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from schema import written
from support.builders import build_report
from support.cli_calls import call
from support.json_documents import document
from support.schema_documents import loads, obeys, validator, verdicts

import govdisclosure as gd
from govdisclosure.model.structure import nodes
from govdisclosure.schema import SHIPPED
from govdisclosure.testing import reports

SCHEMA: Final = gd.json_schema()


def test_the_schema_is_one() -> None:
    """It obeys the schema of schemas, and says which draft and which format it is of."""
    Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == "urn:govdisclosure:annual-report:1"


def test_the_schema_that_is_shipped_is_that_of_the_declarations() -> None:
    """A file in the package, for programs that do not run Python; made anew by tools/schema.py."""
    assert SHIPPED.read_text(encoding="utf-8") == written()


def test_each_call_gives_a_schema_of_its_own() -> None:
    """What a program adds to it changes no other."""
    gd.json_schema()["$defs"] = {}

    assert gd.json_schema() == SCHEMA


@given(reports())
def test_every_report_obeys_the_schema(report: gd.AnnualReport) -> None:
    """For all reports, of either edition, with anything in extensions."""
    validator().validate(gd.to_dict(report))


@pytest.mark.property
@given(st.integers(0, 2**32))
def test_schema_and_loader_agree_on_damaged_documents(seed: int) -> None:
    """What the loader accepts the schema does, too; without what no schema can say, their verdicts are the same."""
    assert verdicts(document(random.Random(seed))).agree  # noqa: S311 - documents, no secret


def nested(levels: int) -> list[object]:
    """Give a list in a list, and so on."""
    return [nested(levels - 1)] if levels else []


@pytest.mark.parametrize(
    "changes",
    [
        {"published": "2021-02-29"},
        {"agency": {"name": "示例局", "code": "91350100M000100Y44"}},
        {"year": 2021.0},
        {"title": "\U0001fffe"},
        {"extensions": {"a": nested(100)}},
        {"extensions": {"a": 10**4000}},
    ],
)
def test_what_no_schema_says_the_loader_says(changes: dict[str, object]) -> None:
    """Days that no calendar has, check digits, 1.0, noncharacters, depth and length: as the page on it lists."""
    tree = {**gd.to_dict(build_report(year=2021)), **changes}

    assert obeys(tree)
    assert not loads(json.dumps(tree))


def titles(schema: dict[str, Any]) -> dict[str, str]:
    """Give the title of each field of each definition, by its name."""
    return {
        f"{name}.{key}": field["title"]
        for name, definition in schema["$defs"].items()
        for key, field in definition.get("properties", {}).items()
        if "title" in field
    }


@pytest.mark.parametrize("cls", [gd.Requests, gd.Requests2019, gd.ProactiveDisclosure, gd.ReviewAndLitigation])
def test_titles_are_the_official_labels(cls: type) -> None:
    """Every field below a table, with its unit and its ground where it has one."""
    given_titles = set(titles(SCHEMA).values())

    assert {node.declared.label for node in nodes(cls)} <= given_titles


def test_a_field_says_its_unit_and_its_ground() -> None:
    """As an office cites them."""
    refused: Any = SCHEMA["$defs"]
    assert refused["Refused"]["properties"]["state_secret"] == {
        "title": "1.属于国家秘密",
        "description": "单位：件；依据：《中华人民共和国政府信息公开条例》第14条",
        "$ref": "#/$defs/count",
    }


def test_the_command_prints_the_schema() -> None:
    """To standard output, for a file or another program."""
    assert json.loads(call("schema").output) == SCHEMA
