"""The rules of SARIF 2.1.0 (OASIS) for what we write, as a JSON Schema of our own: no other member than it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEXT: Final = {"type": "string"}
_BAG: Final = {"type": "object"}
_INDEX: Final = {"type": "integer", "minimum": -1}
_LEVEL: Final = {"enum": ["none", "note", "warning", "error"]}


def _members(required: Iterable[str] = (), **known: object) -> dict[str, Any]:
    """Give an object with these members, and a property bag."""
    return {
        "type": "object",
        "properties": {**known, "properties": _BAG},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(of: object, *, unique: bool = False) -> dict[str, Any]:
    return {"type": "array", "items": of, "uniqueItems": unique}


_MESSAGE: Final = _members(["text"], text=_TEXT, markdown=_TEXT)
_ARTIFACT_LOCATION: Final = _members(["uri"], uri={"type": "string", "format": "uri-reference"}, index=_INDEX)
_REGION: Final = _members(startLine={"type": "integer", "minimum": 1})
_PHYSICAL: Final = _members(["artifactLocation"], artifactLocation=_ARTIFACT_LOCATION, region=_REGION)
_LOGICAL: Final = _members(name=_TEXT, fullyQualifiedName=_TEXT, kind=_TEXT)
_LOCATION: Final = _members(physicalLocation=_PHYSICAL, logicalLocations=_list(_LOGICAL, unique=True), message=_MESSAGE)
_SUPPRESSION: Final = _members(
    ["kind"],
    kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification=_TEXT,
)
_RESULT: Final = _members(
    ["message"],
    ruleId=_TEXT,
    ruleIndex=_INDEX,
    level=_LEVEL,
    message=_MESSAGE,
    locations=_list(_LOCATION),
    relatedLocations=_list(_LOCATION, unique=True),
    partialFingerprints={"type": "object", "additionalProperties": _TEXT},
    suppressions=_list(_SUPPRESSION, unique=True),
)
_RULE: Final = _members(
    ["id"],
    id=_TEXT,
    shortDescription=_MESSAGE,
    fullDescription=_MESSAGE,
    help=_MESSAGE,
    defaultConfiguration=_members(level=_LEVEL),
)
_DRIVER: Final = _members(["name"], name=_TEXT, version=_TEXT, rules=_list(_RULE, unique=True))
_NOTIFICATION: Final = _members(["message"], message=_MESSAGE, level=_LEVEL, locations=_list(_LOCATION, unique=True))
_INVOCATION: Final = _members(
    ["executionSuccessful"],
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=_list(_NOTIFICATION),
)
_RUN: Final = _members(
    ["tool"],
    tool=_members(["driver"], driver=_DRIVER),
    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    artifacts=_list(
        _members(location=_ARTIFACT_LOCATION, roles=_list({"enum": ["analysisTarget"]}, unique=True)), unique=True
    ),
    invocations=_list(_INVOCATION),
    results=_list(_RESULT),
)
SCHEMA: Final = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {"$schema": _TEXT, "version": {"const": "2.1.0"}, "runs": _list(_RUN)},
    "required": ["version", "runs"],
    "additionalProperties": False,
}
