"""The fast way of JSON: what it takes on, what it leaves to the strict way, and that nobody can tell which it was."""

from __future__ import annotations

import datetime as dt
import json
import sys
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.errors import StructureError
from govdisclosure.json import _fast, _parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govdisclosure.model.values import CellValue

AGENCY = gd.Agency(name="示例市示例局", kind=None, code="11320682014242577N", division="320682")
SECTIONS = [gd.OtherSection(heading="七、其他", paragraphs=["附件", "\u3000\u3000无。"])]
REPORTS = {
    "2021": build_report(agency=AGENCY, other_sections=SECTIONS),
    "2019": build_report(year=2019, agency=None, overview=None),
    "noughts": gd.AnnualReport(),
    "blank": gd.AnnualReport.blank(agency="示例县统计局", year=2025),
    "slashes": build_report(
        cells={cell.path: gd.NA for cell in gd.cells(build_report()) if cell.value == 0}, overview=[]
    ),
    "slashes of 2019": build_report(
        year=2019, cells={cell.path: gd.NA for cell in gd.cells(build_report(year=2019)) if cell.kind != "count"}
    ),
    "no unit": build_report(year=2020, cells={"proactive_disclosure.procurement.amount": gd.Amount(Decimal("1.50"))}),
    "awkward": build_report(
        title="“\\”", overview=['"', "\\", '\\"', '"\\', "\\\\", '\\\\"', "C:\\", "\t", "\u2028", "12:30", '":', ":"]
    ),
}


def strictly(data: str | bytes) -> object:
    """Give the report, or the faults and their place, without msgspec."""
    with mock.patch.object(_fast, "library", return_value=None):
        return verdict(data)


def verdict(data: str | bytes) -> object:
    """Give the report, or the faults and their place."""
    try:
        return gd.loads(data)
    except StructureError as error:
        return error.faults, error.place


def without_nulls(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """Leave out what is null, and objects in which nothing is left."""
    if not isinstance(node, dict):
        return node
    kept = {key: without_nulls(item) for key, item in node.items() if item is not None}
    return {key: item for key, item in kept.items() if item != {} or key == "extensions"}


def turned(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """Turn the order of the keys of all objects."""
    return {key: turned(node[key]) for key in reversed(node)} if isinstance(node, dict) else node


STYLES: dict[str, Callable[[Any], str]] = {
    "canonical": lambda tree: json.dumps(tree, ensure_ascii=False, separators=(",", ":")),
    "indented": lambda tree: json.dumps(tree, ensure_ascii=False, indent=2) + "\n",
    "escaped": lambda tree: json.dumps(tree).replace("/", "\\/"),
    "without nulls": lambda tree: json.dumps(without_nulls(tree), ensure_ascii=False),
    "turned": lambda tree: json.dumps(turned(tree), ensure_ascii=False, separators=(" , ", " : ")),
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", REPORTS)
def test_sound_documents_are_read_fast(name: str, style: str) -> None:
    """In each edition and style, with nulls, "/" and texts of all kinds; the same as the strict reader gives."""
    text = STYLES[style](gd.to_dict(REPORTS[name]))

    assert _fast.loaded(text) == _fast.loaded(text.encode()) == strictly(text)
    assert repr(_fast.loaded(text)) == repr(strictly(text))


def test_as_many_keys_as_other_editions_have_are_no_doubt() -> None:
    """With seven keys left out, a report in the tables of 2021 has as many keys as one in those of 2019."""
    tree: dict[str, Any] = json.loads(gd.dumps(build_report()))
    old = build_report(year=2019, cells={"proactive_disclosure.procurement.amount": None})
    whole, other = (json.dumps(each).count('": ') for each in (tree, gd.to_dict(old)))
    tables = tree["proactive_disclosure"]
    left_out = [(tables["rules"], key) for key in ("issued", "repealed", "in_force")]
    left_out += [(tables["normative_documents"], key) for key in ("issued", "repealed")]
    left_out += [(tables[group], "decisions") for group in ("licensing", "penalties")]
    for group, key in left_out:
        del group[key]

    assert whole - other == len(left_out)
    assert _fast.loaded(json.dumps(tree)) == strictly(json.dumps(tree))


def test_what_makes_up_for_keys_left_out_is_no_doubt() -> None:
    """Keys of sections beyond the six, or colons in text, as many as are left out: it is read fast all the same."""
    tree: dict[str, Any] = json.loads(gd.dumps(build_report(agency=AGENCY)))
    del tree["agency"]["kind"], tree["agency"]["code"]
    other_section = {**tree, "other_sections": [{"heading": "七、其他", "paragraphs": []}]}
    colons = {**tree, "overview": ["12:30:"]}

    for each in (other_section, colons, {**tree, "overview": ['":":']}):
        assert _fast.loaded(json.dumps(each)) == strictly(json.dumps(each))


def _objects(node: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON
    """Give the objects of a document."""
    if isinstance(node, dict):
        yield node
    for item in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _objects(item)


def test_no_missing_key_makes_up_for_one_that_stands_twice() -> None:
    """Whichever is missing, in whichever object, and whichever stands twice: it is left to the strict reader."""
    text = gd.dumps(REPORTS["2021"])
    tree = json.loads(text)
    kinds = [tree, *(tree[key] for key in ("agency", "period", "proactive_disclosure", "requests", "other_sections"))]
    at = [place for place, node in enumerate(_objects(tree)) if node in kinds or node in tree["other_sections"]]
    places = [(place, key) for place in at for key in list(_objects(tree))[place]]
    taken: list[str] = []
    for missing, twice in permutations(places, 2):
        spoilt = json.loads(text)
        objects = list(_objects(spoilt))
        objects[twice[0]]["twice"] = objects[twice[0]][twice[1]]
        del objects[missing[0]][missing[1]]
        written = json.dumps(spoilt).replace('"twice"', json.dumps(twice[1]))
        is_left = '"twice"' in json.dumps(spoilt)
        taken += [f"{missing}, {twice}"] if is_left and _fast.loaded(written) is not None else []

    assert len(places) > 30
    assert taken == []


@pytest.mark.parametrize("name", REPORTS)
def test_reports_are_written_fast(name: str) -> None:
    """With the bytes that the strict writer gives."""
    report = REPORTS[name]
    with mock.patch.object(_fast, "library", return_value=None):
        expected = gd.dumpb(report)

    assert _fast.written(report) == gd.dumpb(report) == expected


def test_what_is_missing_has_its_default() -> None:
    """The kind of an agency is taken from its name where it is missing, not where it is null."""
    report = gd.loads('{"govdisclosure":"1","agency":{"name":"示例局"},"requests":{"edition":"2021"}}')

    assert report == gd.AnnualReport(agency=gd.Agency(name="示例局", kind="department"), requests=gd.Requests.blank())
    assert gd.loads('{"govdisclosure":"1","agency":{"name":"示例局","kind":null}}') == gd.AnnualReport(
        agency=gd.Agency(name="示例局", kind=None)
    )


def test_reports_that_were_read_fast_are_like_others() -> None:
    """They are of our own classes, refuse what these refuse, and share nothing."""
    text = gd.dumpb(REPORTS["2021"])
    report, other = gd.loads(text), gd.loads(text)
    assert report.requests is not None
    column = report.requests.total

    assert (type(report), type(report.requests), type(column)) == (gd.AnnualReport, gd.Requests, type(column))
    assert type(column).__name__ == "RequestColumn"
    for wrong, error in ((-1, ValueError), ("1", TypeError)):
        with pytest.raises(error):
            column.newly_received = wrong  # type: ignore[assignment]
    with pytest.raises(TypeError):
        report.requests.total = None  # type: ignore[assignment]
    report.preamble.append("x")
    report.extensions["a"] = 1
    column.outcomes.granted = 99
    assert other == REPORTS["2021"]


def changed(before: str, after: str) -> str:
    """Give the document of a report with one place changed."""
    text = gd.dumps(REPORTS["2021"])
    assert before in text
    return text.replace(before, after, 1)


NEW = '"newly_received":12'
SPOILT = {
    # Keys that stand twice, alone and where others are missing, so that there are as many strings as there should be.
    "twice in a group": changed(NEW, f"{NEW},{NEW}"),
    "twice, the first null": changed(NEW, f'"newly_received":null,{NEW}'),
    "twice, another missing": changed('"carried_over":0', NEW),
    "twice, a slash besides": changed(f'{NEW},"carried_over":0', f'"newly_received":"/",{NEW}'),
    "twice, a group": changed('"fees":{', '"fees":{},"fees":{'),
    "twice, a table": changed('"requests":', '"requests":null,"requests":'),
    "twice, the edition": changed('"edition":"2021"', '"edition":"2021","edition":"2021"'),
    "twice, the version": changed('"govdisclosure":"1"', '"govdisclosure":"1","govdisclosure":"1"'),
    "twice, in the agency": changed('"kind":null', '"kind":null,"kind":null'),
    "twice, in a section": changed('"heading":', '"heading":"","heading":'),
    # A colon in text, written so that it does not show, would make up for one.
    "twice, beside a colon in disguise": changed(NEW, f"{NEW},{NEW}").replace("附件", "\\u003a"),
    "twice, beside another colon in disguise": changed(NEW, f"{NEW},{NEW}").replace("附件", "附\\u003A"),
    "twice, beside colons in text": changed(NEW, f"{NEW},{NEW}").replace("附件", '附\\":'),
    "twice, an amount": changed('"amount":"0"', '"amount":"/","amount":"0"'),
    "twice, behind an escape": changed(NEW, f'"newly_rec\\u0065ived":1,{NEW}'),
    "twice, beside marks in text": changed(f'{NEW},"carried_over":0', f"{NEW},{NEW}").replace("附件", '\\"\\\\'),
    # Unknown keys, wherever they stand.
    "unknown": changed('"year":', '"x":null,"year":'),
    "unknown, in a column": changed(NEW, f'{NEW},"x":0'),
    "unknown, in a table": changed('"fees":', '"x":{},"fees":'),
    "unknown, of the other edition": changed('"fees":', '"other_services":{},"fees":'),
    "unknown, in the agency": changed('"kind":null', '"x":1,"kind":null'),
    # Versions and editions.
    "no version": changed('"govdisclosure":"1",', ""),
    "a later version": changed('"govdisclosure":"1"', '"govdisclosure":"2"'),
    "a version in figures": changed('"govdisclosure":"1"', '"govdisclosure":1'),
    "no edition": changed('"edition":"2021",', ""),
    "another edition": changed('"edition":"2021"', '"edition":"2019"'),
    "an unknown edition": changed('"edition":"2021"', '"edition":"2020"'),
    "an edition of table IV": changed('"review_and_litigation":{', '"review_and_litigation":{"edition":"2021",'),
    # Values.
    **{f"count {value}": changed(NEW, f'"newly_received":{value}') for value in ("-1", "1.0", "1e2", "true", '"1"')},
    **{f"count {value}": changed(NEW, f'"newly_received":{value}') for value in ("[]", "{}", "1" + "0" * 18, "NaN")},
    **{
        f"amount {value}": changed('"amount":"0"', f'"amount":"{value}"')
        for value in ("1e5", "1_0", "１２", "01", ".5", "1.", "", "-1", "1" * 19, "1." + "0" * 18, "//", "Infinity")
    },
    "amount in figures": changed('"amount":"0"', '"amount":0'),
    **{f"year {value}": changed('"year":2021', f'"year":{value}') for value in ("0", "10000", "2021.0", '"2021"')},
    **{
        f"date {value}": changed('"published":"2022-01-20"', f'"published":"{value}"')
        for value in ("2022-1-20", "2022-02-29", "0000-01-01", "2022-01-20T00:00:00", "20220120", "２022-01-20")
    },
    "a kind": changed('"kind":null', '"kind":"ministry"'),
    "a check digit": changed("11320682014242577N", "113206820142425770"),
    "a division": changed('"320682"', '"32068２"'),
    "a null group": changed('"fees":{"amount":"0"}', '"fees":null'),
    "a null list": changed('"preamble":[', '"preamble":null,"overview":[').replace('"overview":["（', '"title":["（'),
    "a null period": changed('"start":"2021-01-01"', '"start":null'),
    "no name": changed('"name":"示例市示例局",', ""),
    "no heading": changed('"heading":"七、其他",', ""),
    "no start": changed('"start":"2021-01-01",', ""),
    # Text.
    **{
        f"text with {value!r}": changed("附件", value)
        for value in ("\x7f", "\x85", "\ufdd0", "\uffff", "\U0001ffff", "\\n", "\\u0000", "\\u0085", "\\ufffe", "\n")
    },
    **{f"text with {value}": changed("附件", value) for value in ("\\ud800", "\\udc00\\ud800", "\\x41", "\\")},
    "a name with a line break": changed("示例市示例局", "示例市\\n示例局"),
    "a heading with a line break": changed("七、其他", "七、\\n其他"),
    "a number among text": changed('"附件"', "1"),
    # The document.
    "a mark before it": "\ufeff" + gd.dumps(REPORTS["2021"]),
    "something behind it": gd.dumps(REPORTS["2021"]) + "{}",
    "half of it": gd.dumps(REPORTS["2021"])[:-1],
    "a list": "[]",
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_in_doubt_is_left_to_the_strict_reader(name: str) -> None:
    """Which has faults to tell of each."""
    text = SPOILT[name]

    assert _fast.loaded(text) is None
    assert verdict(text) == verdict(text.encode()) == strictly(text)
    assert isinstance(verdict(text), tuple)


@pytest.mark.parametrize("data", ["\ud800", b"\xff", gd.dumpb(REPORTS["2021"]).replace("附".encode(), b"\xed\xa0\x80")])
def test_what_is_no_utf8_is_left_to_the_strict_reader(data: str | bytes) -> None:
    """Surrogates in text, and bytes that are none."""
    assert _fast.loaded(data) is None
    assert _fast.parsed(data) is None
    assert verdict(data) == strictly(data)


def test_extensions_are_left_to_the_strict_way() -> None:
    """Json has ``1e-07`` where msgspec has ``1e-7``, and numbers can be of any size."""
    report = build_report(extensions={"a": [1e-7, 10**30, {"b": None}]})
    text = gd.dumps(report)

    assert (_fast.written(report), _fast.loaded(text)) == (None, None)
    assert '"extensions":{"a":[1e-07,1000000000000000000000000000000,{"b":null}]}' in text
    assert gd.loads(text) == strictly(text) == report


def test_amounts_are_written_without_an_exponent() -> None:
    """As they are printed, with their scale."""
    amounts: dict[str, CellValue] = {"proactive_disclosure.procurement.amount": gd.Amount(Decimal("0.0000001"), "元")}
    report = build_report(year=2020, cells=amounts)
    other = build_report(cells={"proactive_disclosure.fees.amount": Decimal("0.00000000")})

    assert b'"amount":{"value":"0.0000001","unit":"\xe5\x85\x83"}' in (_fast.written(report) or b"")
    assert b'"amount":"0.00000000"' in (_fast.written(other) or b"")


class Text(str):
    """Text of another class."""

    __slots__ = ()


class Derived(gd.AnnualReport):
    """A report of a class of a user's."""


def spoilt_in_place(change: Callable[[gd.AnnualReport], object]) -> gd.AnnualReport:
    """Give a report that was changed past its rules."""
    report = build_report(other_sections=[gd.OtherSection(heading="七、其他")])
    change(report)
    return report


@pytest.mark.parametrize(
    "change",
    [
        lambda report: report.overview.append(1),
        lambda report: report.overview.append("\x7f"),
        lambda report: report.overview.append("\ud800"),
        lambda report: report.preamble.append(Text("x")),
        lambda report: report.requests.notes.append(None),
        lambda report: report.other_sections.append("x"),
        lambda report: report.other_sections[0].paragraphs.append("\n"),
        lambda report: object.__setattr__(report, "other_sections", ()),
        lambda report: object.__setattr__(report, "overview", ("x",)),
        lambda report: object.__setattr__(report, "year", "2021"),
        lambda report: object.__setattr__(report, "agency", "示例局"),
        lambda report: object.__setattr__(report, "period", 7),
        lambda report: object.__setattr__(report, "requests", gd.ReviewAndLitigation.blank()),
        lambda report: object.__setattr__(report.requests, "total", gd.Requests2019.blank().total),
        lambda report: report.extensions.update(a={1}),
    ],
)
def test_what_could_not_be_loaded_is_left_to_the_strict_writer(change: Callable[[gd.AnnualReport], object]) -> None:
    """Which refuses it."""
    report = spoilt_in_place(change)

    assert _fast.written(report) is None
    with pytest.raises((TypeError, ValueError)):
        gd.dumpb(report)


def test_reports_of_derived_classes_are_left_to_the_strict_writer() -> None:
    """It knows whether they have fields of their own."""
    report = Derived(year=2021, published=dt.date(2022, 1, 1))

    assert _fast.written(report) is None
    assert gd.loads(gd.dumps(report)) == gd.AnnualReport(year=2021, published=dt.date(2022, 1, 1))


def test_without_msgspec_all_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra brings speed and nothing else."""
    report = build_report()
    written = gd.dumpb(report)
    monkeypatch.setitem(sys.modules, "msgspec", None)
    _fast.library.cache_clear()
    try:
        assert (_fast.library(), _fast.written(report), _fast.loaded(written)) == (None, None, None)
        assert gd.dumpb(report) == written
        assert gd.loads(written) == report
    finally:
        _fast.library.cache_clear()


@pytest.mark.parametrize("limit", [0, 100_000])
def test_where_python_computes_long_numbers_msgspec_is_not_asked(limit: int) -> None:
    """It takes time with the square of their digits; the strict parser refuses them first."""
    text = '{"govdisclosure":"1","year":' + "9" * 10_000 + "}"
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(limit)
    try:
        assert (_fast.loaded(gd.dumps(build_report())), _fast.parsed(text)) == (None, None)
        with pytest.raises(StructureError) as raised:
            gd.loads(text)
    finally:
        sys.set_int_max_str_digits(before)

    assert [fault.path for fault in raised.value.faults] == ["year"]


@pytest.mark.parametrize("digits", [4000, 4001, 4020, 4300])
def test_a_number_that_is_too_long_is_the_same_both_ways(digits: int) -> None:
    """Of an unknown key; the strict parser computes none of more than 4,000 digits."""
    data = b'{"x": %s}' % (b"1" * digits)

    tree, _ = _parse.parse(data)

    assert _fast.parsed(data) in (None, tree)
    assert _fast.parsed(b'{"x": 12}') == {"x": 12}
