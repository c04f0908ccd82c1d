"""JSON documents at random: sound ones, and ones with one to three things changed, in any style that JSON allows."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import govdisclosure as gd
from support.builders import build_report
from support.strict_json import is_report

if TYPE_CHECKING:
    import random


class Literal(NamedTuple):
    """A value as it is written."""

    written: str


Pairs: TypeAlias = "list[tuple[str, Node]]"


class Object(NamedTuple):
    """An object whose keys may stand in it more than once."""

    pairs: Pairs


class Array(NamedTuple):
    """A list."""

    items: list[Node]


Node: TypeAlias = "Object | Array | str | Literal"


class DisagreementError(Exception):
    """The library accepts what the specification refuses, or refuses what it accepts."""


_TEXTS: Final = (
    *(
        "",
        " ",
        "/",
        "／",
        "0",
        "1",
        "-1",
        "一",
        "文本",
        "tab\there",
        "line\nbreak",
        "\r",
        "\x00",
        "\x1f",
        "\x7f",
        "\x85",
    ),
    *("\u2028", "\u2029", "\ud800", "\udc00", "\ud83d\ude00", "\U0001f600", "\ufdd0", "\ufffe", "\uffff", "\U0001fffe"),
    *(
        "\ufeff",
        "\u200b",
        "\xad",
        "\ue000",
        "0.5",
        "0.50",
        "00.5",
        "1.",
        ".5",
        "1e3",
        "+1",
        "١",
        "１",
        "9" * 18,
        "9" * 19,
    ),
    *(
        "0." + "0" * 17,
        "0." + "0" * 18,
        "123456789.123456789",
        "1234567890.123456789",
        "NaN",
        "Infinity",
        "1,000",
        "元",
    ),
    *("2021-12-31", "2021-02-29", "2020-02-29", "2021-1-1", "20211231", "2021-12-31T00:00", "0000-01-01", "0001-01-01"),
    *(
        "9999-12-31",
        "10000-01-01",
        "2021-W01-1",
        "２０２１-01-01",
        "2021-13-01",
        "government",
        "department",
        "Government",
    ),
    *(
        "2019",
        "2020",
        "2021",
        "2021 ",
        "万元",
        "110000",
        "11000",
        "１１００００",
        "91350100M000100Y43",
        "91350100M000100Y44",
    ),
    *("11320682014242577N", "1", "2", "edition", "govdisclosure"),
)
_LITERALS: Final = (
    *("null", "true", "false", "0", "-0", "1", "-1", "1.0", "0.0", "-0.0", "1e5", "1E5", "1e400", "-1e400", "1e-400"),
    *("NaN", "Infinity", "-Infinity", "9" * 18, "9" * 19, "-" + "9" * 18, "-" + "9" * 19, "1" * 4000, "1" * 4001),
    *("2021", "9999", "10000", "01", "+1", ".5", "1.", "0x1", "'1'", "undefined", "1 2", "", "nul", "2019", "1_000"),
)
_KEYS: Final = (
    *("x", "", "edition", "notes", "govdisclosure", "name", "total", "year", "Year", "year ", "heading", "extensions"),
    *("\u200byear", "\ud800", "\x00", "a\tb", "decisions", "issued", "made", "other", "unit", "value"),
)
_BYTES: Final = (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\x00", b"\xef\xbb\xbf", b"\xe4")
_GARBAGE: Final = ("{}", ",", "]", "}", "//", "/* */", "null", "\x00", "\ufeff", "\u3000")


def document(rng: random.Random) -> str | bytes:
    """Give a document, the same for the same ``rng``; two in five are sound, the others damaged in what they say."""
    tree = _node(json.loads(rng.choice(_sound())))
    for _ in range(rng.choice((0, 0, 1, 1, 1, 2, 3))):
        _change(rng, tree)
    text = _written(tree, rng, rng.choice((0, 0, 0, 1)), spaced=rng.random() < 0.3)
    if rng.random() < 0.04:
        place = rng.randrange(len(text) + 1)
        text = text[:place] + rng.choice(_GARBAGE) + text[rng.choice((place, place, place + 1)) :]
    if rng.random() < 0.02:
        text = rng.choice(("\ufeff", " \n\t\r", "\u3000")) + text
    if rng.random() < 0.5 and not _has_surrogates(text):
        data = text.encode()
        return _damaged(rng, data) if rng.random() < 0.08 else data
    return text


def judge(data: str | bytes) -> None:
    """
    Load a document, and compare the verdict with that of the specification.

    Raises:
        ReadError: If both refuse it.
        DisagreementError: If they do not agree, or what was loaded is not what is written again.
    """
    expected = is_report(data)
    try:
        report = gd.loads(data)
    except gd.StructureError as error:
        if expected:
            raise DisagreementError(f"the specification accepts what is refused: {error}") from error
        raise
    if not expected:
        raise DisagreementError("the specification refuses what is accepted")
    if gd.loads(gd.dumps(report)) != report:
        raise DisagreementError("what is written is not what was loaded")


@cache
def _sound() -> tuple[str, ...]:
    reports = [
        gd.AnnualReport.blank(agency="示例县统计局", year=2025),
        gd.AnnualReport(),
        *map(_report, range(2019, 2024)),
    ]
    return tuple(map(gd.dumps, reports))


def _report(year: int) -> gd.AnnualReport:
    heading = gd.OtherSection(heading="七、其他", paragraphs=["附件"])
    kept: dict[str, gd.model.values.JSON] = {"tool": {"a": [1, 2.5, None, True, "x", {}]}}
    return build_report(year=year, other_sections=[heading], extensions=kept)


def _node(value: object) -> Node:
    if isinstance(value, dict):
        return Object([(key, _node(item)) for key, item in value.items()])
    if isinstance(value, list):
        return Array(list(map(_node, value)))
    return value if isinstance(value, str) else Literal(json.dumps(value))


# Changes.


def _change(rng: random.Random, tree: Node) -> None:
    """Change one thing somewhere in a document."""
    node = rng.choice(_containers(tree))
    if isinstance(node, Array):
        place = rng.randrange(len(node.items) + 1)
        node.items[place : place + rng.randrange(2)] = [_value(rng)] * rng.choice((0, 1, 1, 2))
        return
    pairs = node.pairs
    place = rng.randrange(len(pairs)) if pairs else 0
    kind = rng.randrange(8)
    if not pairs or kind == 0:
        pairs.insert(place, (rng.choice(_KEYS), _value(rng)))
    elif kind == 1:
        del pairs[place]
    elif kind == 2:
        pairs.append(rng.choice((pairs[place], (pairs[place][0], _value(rng)))))
    elif kind == 3:
        pairs[place] = rng.choice(_KEYS), pairs[place][1]
    elif kind == 4:
        rng.shuffle(pairs)
    elif kind == 5 and len(pairs) > 1:
        other = rng.randrange(len(pairs))
        pairs[place], pairs[other] = (pairs[place][0], pairs[other][1]), (pairs[other][0], pairs[place][1])
    else:
        pairs[place] = pairs[place][0], _value(rng)


def _containers(node: Node) -> list[Object | Array]:
    containers: list[Object | Array] = []
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Object):
            containers.append(each)
            waiting += [item for _, item in each.pairs]
        elif isinstance(each, Array):
            containers.append(each)
            waiting += each.items
    return containers


def _value(rng: random.Random) -> Node:
    kind = rng.randrange(10)
    if kind < 4:
        return rng.choice(_TEXTS)
    if kind < 8:
        return Literal(rng.choice(_LITERALS))
    if kind == 8:
        return rng.choice((Array([]), Object([]), Array([""]), Array([Literal("null")]), Object([("x", Literal("1"))])))
    depth = rng.choice((1, 50, 97, 98, 99, 100, 101, 250))
    return Literal("[" * depth + "]" * depth)


# Writing.


def _written(node: Node, rng: random.Random, escaping: int, *, spaced: bool) -> str:
    if isinstance(node, Literal):
        return node.written
    if isinstance(node, str):
        return _quoted(node, escaping)
    if isinstance(node, Array):
        items = [_written(item, rng, escaping, spaced=spaced) for item in node.items]
        return f"[{_joined(items, rng, spaced=spaced)}]"
    members: list[str] = []
    for key, item in node.pairs:
        colon = f"{_gap(rng, spaced=spaced)}:{_gap(rng, spaced=spaced)}"
        members.append(f"{_quoted(key, escaping)}{colon}{_written(item, rng, escaping, spaced=spaced)}")
    return f"{{{_joined(members, rng, spaced=spaced)}}}"


def _joined(pieces: list[str], rng: random.Random, *, spaced: bool) -> str:
    return ",".join(_gap(rng, spaced=spaced) + piece + _gap(rng, spaced=spaced) for piece in pieces)


def _gap(rng: random.Random, *, spaced: bool) -> str:
    return rng.choice(("", " ", "\n", "\t ", "\r\n")) if spaced else ""


def _quoted(text: str, escaping: int) -> str:
    return json.dumps(text, ensure_ascii=bool(escaping) or _has_surrogates(text))


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _damaged(rng: random.Random, data: bytes) -> bytes:
    place = rng.randrange(len(data))
    return data[:place] + rng.choice((*_BYTES, b"")) + data[rng.choice((place, place + 1, len(data))) :]
