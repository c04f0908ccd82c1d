"""JSON of any report: round trips, and the fast way doing what the strict way does, on good and spoilt documents."""

from __future__ import annotations

import copy
import json
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure import json as gd_json
from govdisclosure.errors import StructureError
from govdisclosure.json import _fast, _parse
from govdisclosure.testing import reports

STRAY = [
    *(b"\xef\xbb\xbf", b"\xff", b"\xed\xa0\x80", b"\x00", b"\x7f", "\u2028\uffff".encode()),
    *(b" ", b"\n", b",", b":", b'"', b"\\", b"\\u0000", b"\\ud800", b"\\ud83d\\ude00", b"}", b"]"),
    *(b"NaN", b"Infinity", b"1e999", b"-0", b"0.00", b"1" * 19, b"1" * 30, b"1" * 5000, b"null", b"true", b'"/"'),
    *(b"[" * 150, b"[" * 300, b'{"a":' * 5000, b"{", b'{"a":1,"a":2}', b'"govdisclosure":"1",'),
]
WRONG: list[Any] = [
    *(
        None,
        True,
        False,
        0,
        -1,
        7,
        1.0,
        -0.0,
        1e300,
        10**18,
        2**64,
        10**30,
        10**4000,
        1 - 10**4000,
        float("nan"),
        float("inf"),
    ),
    *(
        "",
        "/",
        "0",
        "0.00",
        "-1",
        "1" * 19,
        "2019",
        "2021",
        "1",
        "元",
        "2021-12-31",
        "2021-02-29",
        "a\nb",
        "\ud800",
        "\uffff",
    ),
    *([], {}, [1], ["a"], {"a": 1}, {"value": "1"}, {"edition": "2021"}, {"edition": "2019"}, [[[[]]]]),
]
KEYS = ["x", "", "edition", "govdisclosure", "notes", "unit", "kind", "a.b", "\ud800", "\x7f", "extensions"]


def verdict(data: str | bytes) -> object:
    """Give the report, or the faults and their place; nothing else may come of a document."""
    try:
        return gd_json.loads(data)
    except StructureError as error:
        return error.faults, error.place


def strictly(data: str | bytes) -> object:
    """Give the verdict without msgspec."""
    with mock.patch.object(_fast, "library", return_value=None):
        return verdict(data)


def without_nulls(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """Leave out what is null, as filing systems do."""
    if isinstance(node, dict):
        return {key: without_nulls(item) for key, item in node.items() if item is not None}
    return node


@st.composite
def spoilt_trees(draw: st.DrawFn, tree: dict[str, Any]) -> str:
    """Draw a document in which a few keys or items of a tree are dropped, renamed, doubled or replaced."""
    for _ in range(draw(st.integers(0, 3))):
        node: Any = tree
        while True:
            keys = list(node) if isinstance(node, dict) else list(range(len(node)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if not isinstance(node[key], (dict, list)) or draw(st.integers(0, 2)) == 0:
                _spoil(draw, node, key)
                break
            node = node[key]
    style: dict[str, Any] = draw(st.sampled_from([{"separators": (",", ":")}, {"indent": 2}, {}]))
    text = json.dumps(tree, ensure_ascii=draw(st.booleans()), **style)
    if draw(st.integers(0, 3)) == 0:
        key = f'"{draw(st.sampled_from([*tree, "notes", "edition", "total", "name", "other"]))}":'
        text = text.replace(key, f"{key}{draw(st.sampled_from(['0', 'null', '[]']))},{key}", 1)
    return text


def _spoil(draw: st.DrawFn, node: Any, key: Any) -> None:  # noqa: ANN401 - any JSON
    match draw(st.sampled_from(["drop", "rename", "add", "replace", "replace", "replace"])):
        case "drop":
            del node[key]
        case "rename" if isinstance(node, dict):
            node[draw(st.sampled_from(KEYS))] = node.pop(key)
        case "add" if isinstance(node, dict):
            node[draw(st.sampled_from(KEYS))] = _wrong(draw)
        case _:
            node[key] = _wrong(draw)


def _wrong(draw: st.DrawFn) -> Any:  # noqa: ANN401 - any JSON
    # A copy: what is put into a tree may be spoilt in its turn.
    return copy.deepcopy(draw(st.sampled_from(WRONG)))


@st.composite
def documents(draw: st.DrawFn) -> str | bytes:
    """Draw a document of a report, whole or spoilt: as a tree, and then byte by byte."""
    tree: dict[str, Any] = json.loads(gd_json.dumps(draw(reports(extensions=draw(st.booleans())))))
    if draw(st.booleans()):
        tree = without_nulls(tree)
    data = draw(spoilt_trees(tree)).encode(errors="surrogatepass")
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.sampled_from([start, start, start + 1, start + 5, len(data)]))
        data = data[:start] + draw(st.sampled_from([b"", *STRAY])) + data[end:]
    return data.decode(errors="surrogatepass") if draw(st.booleans()) and _is_text(data) else data


def _is_text(data: bytes) -> bool:
    try:
        data.decode(errors="surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


@given(reports())
def test_a_report_survives_its_json(report: gd.AnnualReport) -> None:
    """``loads(dumps(r)) == r``, and the same bytes again; indented, too."""
    written = gd_json.dumps(report)

    assert gd_json.loads(written) == report
    assert gd_json.loads(gd_json.indented(report)) == report
    assert gd_json.dumps(gd_json.loads(written)) == written
    assert gd_json.dumpb(gd_json.loads(written.encode())) == written.encode()


@given(reports())
def test_the_fast_way_writes_and_reads_the_same(report: gd.AnnualReport) -> None:
    """With msgspec or without it, nobody can tell; and what can be read fast is."""
    written = gd_json.dumpb(report)
    with mock.patch.object(_fast, "library", return_value=None):
        assert gd_json.dumpb(report) == written
    tree = json.loads(written)

    assert strictly(written) == verdict(written) == report
    if not report.extensions:
        whole, short = json.dumps(tree, indent=1), json.dumps(without_nulls(tree), ensure_ascii=False)
        assert (_fast.written(report), _fast.loaded(written), _fast.loaded(whole)) == (written, report, report)
        assert repr(_fast.parsed(written)) == repr(tree)
        assert _fast.loaded(short) == strictly(short)


@given(documents())
def test_the_fast_way_judges_as_the_strict_way_does(data: str | bytes) -> None:
    """Any document is a report or has faults, the same both ways; what is a report can be written and read again."""
    judged = verdict(data)

    assert strictly(data) == judged
    if isinstance(judged, gd.AnnualReport):
        assert gd_json.loads(gd_json.dumpb(judged)) == judged
    assert _fast.loaded(data) in (None, judged)
    tree = _fast.parsed(data)
    if tree is not None:
        again, defects = _parse.parse(data)
        assert (repr(again), defects.told) == (repr(tree), [])


@pytest.mark.parametrize(
    "text",
    [
        *('{"a":1,"a":1}', '{"a":1,"a":2}', '{"a":NaN}', '{"a":1e999}', "x"),
        *(
            '{"a":-0}',
            '{"a":1.50}',
            '{"a":"\\ud800"}',
            '{"a":"\ud800"}',
            '\ufeff{"a":1}',
            "[" * 220 + "]" * 220,
            "[" * 2000,
        ),
    ],
)
def test_the_fast_way_leaves_alone_what_it_cannot_prove(text: str) -> None:
    """What msgspec reads in another way than the standard library, or might, is for the strict way."""
    assert _fast.parsed(text) is None
    assert _fast.parsed(text.encode(errors="surrogatepass")) is None
