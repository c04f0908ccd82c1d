"""Reports as trees of JSON: what is given and taken, and that nothing is shared."""

from __future__ import annotations

import json
from typing import Any, NoReturn

import pytest
from hypothesis import given
from support.builders import build_report
from support.messages import document

import govdisclosure as gd
from govdisclosure.errors import Fault, StructureError
from govdisclosure.json import _bounds, dumps, from_dict, loads, to_dict
from govdisclosure.testing import reports

_TOO_DEEP = [("", "a further level", "at most 200 levels of nesting")]


class _Odd:
    """An object that is equal to nothing, and says so loudly."""

    def __eq__(self, other: object) -> NoReturn:
        raise RuntimeError("not to be compared")

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "odd"


def faults(tree: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401 - any object
    """Give the faults of a tree."""
    with pytest.raises(StructureError) as caught:
        from_dict(tree)
    return [(fault.path, fault.found, fault.expected) for fault in caught.value.faults]


def whole() -> gd.AnnualReport:
    """Give a report with something in every list and in its extensions."""
    report = build_report(extensions={"a": [1, {"b": [2]}]})
    report.requests.notes.append("注")  # type: ignore[union-attr]
    report.other_sections.append(gd.OtherSection(heading="七、附件", paragraphs=["附件"]))
    return report


def lists_of(node: object) -> list[Any]:
    """Give every list of a tree."""
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [*([node] if isinstance(node, list) else []), *(each for item in below for each in lists_of(item))]


@given(reports())
def test_a_report_survives_its_tree(report: gd.AnnualReport) -> None:
    """The tree is that of its text, and gives the report again."""
    tree = to_dict(report)

    assert json.dumps(tree, ensure_ascii=False, separators=(",", ":")) == dumps(report)
    assert from_dict(tree) == report


def test_the_tree_shares_nothing_with_the_report() -> None:
    """Changed in place, either of them leaves the other as it was; on the way back, too."""
    report = whole()
    tree = to_dict(report)
    again = from_dict(tree)

    for every in lists_of(tree):
        every.clear()
    tree["extensions"]["a"] = 0  # type: ignore[index,call-overload]
    assert (report, again) == (whole(), whole())
    tree = to_dict(report)
    report.preamble.clear()
    report.extensions.clear()
    assert from_dict(tree) == whole()


@pytest.mark.parametrize(
    "tree",
    [
        document(year=0, agency__kind=3, requests__total__newly_received=-1, x=1),
        document(requests__edition="2024", requests__notes=None),
        document(2019, proactive_disclosure__procurement__amount={"value": 1}),
        {"govdisclosure": "2"},
        {},
        [],
        None,
        "{}",
        7,
    ],
    ids=lambda tree: f"{type(tree).__name__} of {len(str(tree))}",
)
def test_a_tree_is_judged_as_its_text_is(tree: object) -> None:
    """All faults at once, the same ones; what is no object at all is one."""
    with pytest.raises(StructureError) as caught:
        loads(json.dumps(tree))

    assert faults(tree) == [(fault.path, fault.found, fault.expected) for fault in caught.value.faults]


def test_a_tree_of_other_objects_is_refused() -> None:
    """They are not asked what they are equal to."""
    tree: dict[str, Any] = document(
        requests__total__newly_received=_Odd(),
        proactive_disclosure__fees__amount=_Odd(),
        requests__edition=_Odd(),
        preamble=(1,),
        agency__kind=_Odd(),
        extensions={"a": (1,), 4: 2},
    )

    assert [(path, actual) for path, actual, _ in faults(tree)] == [
        ("agency.kind", "odd"),
        ("preamble", "(1,)"),
        ("proactive_disclosure.fees.amount", "odd"),
        ("requests.edition", "odd"),
        ("requests.total.newly_received", "odd"),
        ("extensions.a", "(1,)"),
        ("extensions[4]", "the key 4"),
    ]
    assert faults({"govdisclosure": _Odd()}) == [("govdisclosure", "odd", '"1", the only version known')]


def test_a_key_that_is_no_text_has_chinese_words() -> None:
    """As every other fault."""
    with pytest.raises(StructureError) as caught:
        from_dict({"govdisclosure": "1", "extensions": {4: 2}})  # type: ignore[dict-item]

    assert caught.value.message.zh == "extensions[4]：应为文本，实为键4"


def test_a_tree_that_holds_itself_is_too_deep() -> None:
    """Wherever it does, and however often."""
    itself: list[Any] = []
    itself.extend([itself, itself])

    assert faults(itself) == _TOO_DEEP
    assert faults(document(extensions={"a": itself})) == _TOO_DEEP
    assert faults(document(title=itself)) == _TOO_DEEP


def test_a_tree_is_no_deeper_than_a_document() -> None:
    """200 levels as in text; extensions have their own bound."""
    deep: list[Any] = []
    for _ in range(10_000):
        deep = [deep]
    allowed: object = json.loads("[" * 198 + "]" * 198)
    tree = document(extensions={"a": allowed})

    assert faults(document(requests=deep)) == _TOO_DEEP
    assert faults(tree) == [("extensions.a" + "[0]" * 99, "a further level", "at most 100 levels deep")]


def test_shared_parts_are_counted_as_often_as_they_are_met(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small tree can unfold to more than there is room for; it is refused at once."""
    shared: list[Any] = []
    for _ in range(90):
        shared = [shared, shared]

    assert faults(document(extensions={"a": shared})) == [("", "more", "at most 10000000 values")]
    monkeypatch.setattr(_bounds, "MAX_VALUES", 6)
    assert from_dict({"govdisclosure": "1", "extensions": {"a": [1, 2]}}).extensions == {"a": [1, 2]}
    with pytest.raises(StructureError) as caught:
        from_dict({"govdisclosure": "1", "extensions": {"a": [1, 2, 3]}})
    assert caught.value.faults == (Fault("", "more", "at most 6 values"),)


def test_a_report_that_was_spoilt_in_place_has_no_tree() -> None:
    """As with its text."""
    report = build_report()
    report.preamble.append(1)  # type: ignore[arg-type]

    with pytest.raises(TypeError, match=r"^preamble\[1\] must be text, a plain str, got 1$"):
        to_dict(report)
