"""However much is wrong with a JSON document, what is told of it is bounded: in number, in length, in memory."""

from __future__ import annotations

import json
import pickle
import sys
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest
from support.messages import document

import govdisclosure as gd
from govdisclosure import json as gd_json
from govdisclosure.errors import StructureError, UsageError
from govdisclosure.json import _parse
from govdisclosure.model import values

if TYPE_CHECKING:
    from collections.abc import Callable


def error_of(call: Callable[[], object]) -> StructureError:
    """Give the error that a call raises."""
    with pytest.raises(StructureError) as caught:
        call()
    return caught.value


def told(error: StructureError) -> tuple[list[str], int]:
    """Give the paths of the faults that are told, and how many there are besides."""
    return [fault.path for fault in error.faults], error.more


@pytest.mark.property
def test_faults_below_a_long_key_ask_for_little_memory() -> None:
    """Each of 20,000 faults below a key of 200,000 characters carried its whole path: more than 4 GB."""
    text = '{"govdisclosure":"1","extensions":{"' + "k" * 200_000 + '":[' + ",".join(["-1e999"] * 20_000) + "]}}"

    tracemalloc.start()
    try:
        error = error_of(lambda: gd.loads(text))
        shown = str(error), error.message.zh
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    key = "k" * 57 + "..."
    assert (len(error.faults), error.more) == (1000, 19_000)
    assert error.faults[0].path == f"extensions.{key}[0]"
    assert [text[-60:] for text in shown] == [
        f"{key}[999]: expected finite, found -Infinity; and 19000 more"[-60:],
        f"{key}[999]：应为有限的数，实为-Infinity；另有19000处"[-60:],
    ]
    assert peak < 20_000_000


def test_long_numbers_are_not_computed_where_python_would() -> None:
    """Each takes time with the square of its digits; it comes out as the first number that is refused."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        tree, _ = _parse.parse("[" + "9" * 4_000 + "," + "9" * 4_001 + ",-" + "9" * 4_000 + "]")
    finally:
        sys.set_int_max_str_digits(before)

    assert tree == [values.INTEGER_BOUND - 1, values.INTEGER_BOUND, 1 - values.INTEGER_BOUND]


@pytest.mark.property
def test_what_holds_below_a_long_key_is_looked_at_once() -> None:
    """A path for each of 200,000 good values would be 40 GB of text."""
    report = gd.AnnualReport(extensions={"k" * 200_000: [1] * 200_000})

    assert gd.loads(gd.dumps(report)) == report


def test_the_place_of_what_is_no_json_is_told() -> None:
    """It is put together from within: key, index, key."""
    with pytest.raises(ValueError, match=r"^extensions\.a\[1\]\.b\[0\] must be finite, got \{'a': "):
        gd.AnnualReport(extensions={"a": [1, {"b": [float("nan")]}]})


@pytest.mark.parametrize("depth", [5, 99])
def test_a_long_path_is_cut(depth: int) -> None:
    """Its keys each to 60 characters, the whole to 1,000."""
    text = '{"govdisclosure":"1","extensions":' + ('{"' + "长" * 100 + '":') * depth + "NaN" + "}" * depth + "}"
    whole = "extensions" + ("." + "长" * 57 + "...") * depth

    path = error_of(lambda: gd.loads(text)).faults[0].path

    assert path == (whole if depth == 5 else whole[:997] + "...")


def test_a_key_that_is_no_word_is_cut_in_its_quotation_marks() -> None:
    """What stands behind the cut is not looked at."""
    faults = error_of(lambda: gd.from_dict({"govdisclosure": "1", "键 " * 100: 1, "键 ": 2})).faults

    assert [fault.path for fault in faults] == [('"' + "键 " * 100)[:57] + "...", '"键 "']


def test_the_first_faults_of_the_document_are_told() -> None:
    """Wherever they were found: keys that stand twice, unknown ones, wrong values and keys that are missing."""
    text = (
        '{"govdisclosure":"1","b":1,"a":{"x":1,"x":2,"y":1,"y":2},"preamble":[1,"",2,3],"agency":{},'
        '"requests":{"notes":[1,2,3]},"other_sections":[1,{"paragraphs":[4,5,"",6]}],"extensions":{"e":[NaN,NaN]}}'
    )
    every = [
        *("b", "a", "a.x", "a.y", "preamble[0]", "preamble[2]", "preamble[3]", "agency.name", "requests.notes[0]"),
        *("requests.notes[1]", "requests.notes[2]", "requests.edition", "other_sections[0]"),
        *("other_sections[1].paragraphs[0]", "other_sections[1].paragraphs[1]", "other_sections[1].paragraphs[3]"),
        *("other_sections[1].heading", "extensions.e[0]", "extensions.e[1]"),
    ]

    for most in range(1, len(every) + 2):
        error = error_of(lambda most=most: gd.loads(text, max_faults=most))  # type: ignore[misc]
        assert told(error) == (every[:most], max(0, len(every) - most))


def test_a_tree_has_as_many_faults_as_its_text() -> None:
    """``from_dict`` takes the same bound."""
    tree: Any = document(preamble=list(range(5)), year=0)
    text = json.dumps(tree)

    for most in (1, 4, 6):
        of_text = error_of(lambda most=most: gd.loads(text, max_faults=most))  # type: ignore[misc]
        of_tree = error_of(lambda most=most: gd.from_dict(tree, max_faults=most))  # type: ignore[misc]
        assert (of_tree.faults, of_tree.more) == (of_text.faults, of_text.more) == (of_text.faults, 6 - most)


def test_the_bound_holds_for_one_document() -> None:
    """The next call has its own; without one, it is 1,000."""
    text = json.dumps(document(preamble=[0] * 1_005))

    assert len(error_of(lambda: gd.loads(text, max_faults=2)).faults) == 2
    assert [len(error_of(lambda: gd.loads(text)).faults), error_of(lambda: gd.loads(text)).more] == [1_000, 5]
    assert [len(error_of(lambda: gd.loads(text, max_faults=2_000)).faults)] == [1_005]


def test_other_versions_count_their_doubled_keys() -> None:
    """Of a later version nothing else is known."""
    text = '{"govdisclosure":"2","a":1,"a":2,"b":1,"b":2}'

    assert told(error_of(lambda: gd.loads(text, max_faults=2))) == (["govdisclosure", "a"], 1)


def test_faults_of_many_findings_are_counted() -> None:
    """What is no finding is told up to the same bound."""
    data: Any = [1] * 1_500

    error = error_of(lambda: gd_json.findings_from_json(data))

    assert (len(error.faults), error.more) == (1_000, 500)
    assert error_of(lambda: gd_json.finding_from_json(data)).more == 0


def test_an_error_keeps_what_it_counts_when_pickled() -> None:
    """With its text."""
    error = error_of(lambda: gd.loads(json.dumps(document(preamble=[1, 2, 3])), max_faults=1))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert (again.faults, again.more, str(again)) == (error.faults, 2, str(error))
    assert str(error) == "json: preamble[0]: expected text, found 1; and 2 more"
    assert error.message.zh == "preamble[0]：应为文本，实为1；另有2处"


@pytest.mark.parametrize(
    ("most", "expected", "text"),
    [
        ("5", TypeError, "max_faults must be an int, got str"),
        (True, TypeError, "max_faults must be an int, got bool"),
        (None, TypeError, "max_faults must be an int, got NoneType"),
        (0, UsageError, "max_faults must be above 0, got 0"),
        (-1, UsageError, "max_faults must be above 0, got -1"),
    ],
)
def test_a_bound_is_a_whole_number_above_nought(most: Any, expected: type[Exception], text: str) -> None:  # noqa: ANN401
    """An error that tells no fault would tell nothing."""
    report = gd.AnnualReport()

    calls: list[Callable[[], object]] = [
        lambda: gd.loads(gd.dumps(report), max_faults=most),
        lambda: gd.from_dict(gd.to_dict(report), max_faults=most),
    ]
    for call in calls:
        with pytest.raises(expected) as raised:
            call()
        assert str(raised.value) == text
