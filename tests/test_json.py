"""JSON of a report: what is written, and what is refused, with every fault."""

from __future__ import annotations

import datetime as dt
import enum
import json
import pickle
import re
import subprocess
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from support.builders import build_report
from support.messages import GONE, document

import govdisclosure as gd
from govdisclosure import json as gd_json
from govdisclosure.errors import Absence, Fault, StructureError
from govdisclosure.json._expected import Expected, Met, why_broken
from govdisclosure.model.rules import Rule
from govdisclosure.model.values import Obeys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COUNT = 'a whole number of at most 18 digits, not negative, "/" or null'
CHANGE = 'a whole number of at most 18 digits, "/" or null'
AMOUNT = 'an amount such as "35.65", of at most 18 digits'
MONEY = f'{AMOUNT}, "/" or null'
DATE = 'a date such as "2021-12-31"'
REQUIRED = "a value, the key is required"
HUGE = "a number of more than 30 digits"


def faults(data: object) -> list[tuple[str, str, str]]:
    """Give the faults of a tree, or of a document."""
    with pytest.raises(StructureError) as caught:
        gd_json.loads(data if isinstance(data, (str, bytes)) else json.dumps(data))
    return [(fault.path, fault.found, fault.expected) for fault in caught.value.faults]


def stop(data: str | bytes) -> tuple[str | None, tuple[Fault, ...]]:
    """Give the place and the faults of a document that cannot be parsed."""
    with pytest.raises(StructureError) as caught:
        gd_json.loads(data)
    return caught.value.place, caught.value.faults


def test_a_minimal_document_has_the_defaults_of_the_model() -> None:
    """Only the version is required: all else is null or empty."""
    assert gd_json.loads('{"govdisclosure": "1"}') == gd.AnnualReport()


def test_a_missing_group_is_a_group_of_blanks() -> None:
    """A table with nothing but its edition is a table of blanks."""
    report = gd_json.loads('{"govdisclosure":"1","requests":{"edition":"2021","total":{"newly_received":1}}}')

    expected = gd.Requests.blank()
    expected.total.newly_received = 1
    assert report == gd.AnnualReport(requests=expected)


def test_the_head_is_written_in_declaration_order_without_blanks() -> None:
    """The canonical form: version first, every key written, non-ASCII as it is, no final newline."""
    report = gd.AnnualReport(
        agency=gd.Agency(name="示例镇人民政府"),
        year=2021,
        overview=['\t"引"\u2028'],
        extensions={"b": 1.5, "a": [None]},
    )

    assert gd_json.dumps(report) == (
        '{"govdisclosure":"1","agency":{"name":"示例镇人民政府","kind":"government","code":null,"division":null},'
        '"year":2021,"title":null,"period":null,"published":null,"preamble":[],"overview":["\\t\\"引\\"\u2028"],'
        '"proactive_disclosure":null,"requests":null,"review_and_litigation":null,"problems_and_improvements":null,'
        '"other_matters":null,"other_sections":[],"extensions":{"b":1.5,"a":[null]}}'
    )
    assert gd_json.dumpb(report) == gd_json.dumps(report).encode()


def test_tables_carry_their_edition_first() -> None:
    """Table II of edition 2019 with its change, its amount with unit, and "/"."""
    table = gd.ProactiveDisclosure2019.blank()
    table.rules.made = gd.NA
    table.fees.change = -417
    table.procurement.amount = gd.Amount(Decimal("251000.00"), "元")
    written = json.loads(gd_json.dumps(gd.AnnualReport(proactive_disclosure=table)))["proactive_disclosure"]

    assert list(written)[:3] == ["edition", "notes", "rules"]
    assert written["edition"] == "2019"
    assert written["rules"] == {"made": "/", "disclosed": None, "disclosed_total": None}
    assert written["fees"] == {"items_last_year": None, "change": -417}
    assert written["procurement"] == {"projects": None, "amount": {"value": "251000.00", "unit": "元"}}


def test_a_change_can_be_a_stroke() -> None:
    """Like any other cell, it is read as it was written."""
    table = gd.ProactiveDisclosure2019.blank()
    table.fees.change = gd.NA
    report = gd.AnnualReport(proactive_disclosure=table)

    assert gd_json.loads(gd_json.dumps(report)) == report


def test_the_table_without_editions_has_no_edition_key() -> None:
    """Table IV is the same in both editions."""
    written = json.loads(gd_json.dumps(gd.AnnualReport(review_and_litigation=gd.ReviewAndLitigation.blank())))

    assert list(written["review_and_litigation"]) == ["notes", "reconsideration", "litigation"]


def test_the_keys_are_those_of_the_pinned_example() -> None:
    """A report of 2021 has 200 figures, none of them lost on the way."""
    report = build_report()
    again = gd_json.loads(gd_json.dumps(report))

    assert [(cell.path, cell.value) for cell in gd.cells(again)] == [(c.path, c.value) for c in gd.cells(report)]
    assert len(list(gd.cells(again))) == 200


def test_indented_is_the_same_document_for_people() -> None:
    """Indented by 2, non-ASCII as it is, a final newline; it loads."""
    report = build_report()
    written = gd_json.indented(report)

    assert written.startswith('{\n  "govdisclosure": "1",\n  "agency": {\n    "name": "示例镇人民政府",\n')
    assert written.endswith("}\n")
    assert json.dumps(json.loads(written), ensure_ascii=False, separators=(",", ":")) == gd_json.dumps(report)
    assert gd_json.loads(written) == report


@pytest.mark.parametrize("amount", ["0", "0.00", "0.0000001", "190.457379", "9" * 18, "0." + "0" * 17])
def test_amounts_keep_every_digit(amount: str) -> None:
    """The scale of an amount survives, and no exponent is written."""
    tree = document(proactive_disclosure__fees__amount=amount)
    written = json.loads(gd_json.dumps(gd_json.loads(json.dumps(tree))))

    assert written["proactive_disclosure"]["fees"]["amount"] == amount


@pytest.mark.parametrize(
    ("agency", "kind"),
    [
        ({"name": "示例镇人民政府"}, "government"),
        ({"name": "示例县教育局"}, "department"),
        ({"name": "示例镇人民政府", "kind": None}, None),
        ({"name": "示例镇人民政府", "kind": "department"}, "department"),
    ],
)
def test_a_missing_kind_is_derived_and_an_explicit_one_kept(agency: dict[str, object], kind: str | None) -> None:
    """A missing kind comes from the name; null stays null."""
    loaded = gd_json.loads(json.dumps({"govdisclosure": "1", "agency": agency})).agency

    assert loaded is not None
    assert loaded.kind == kind


NAME = {"name": "x"}
SECTION = {"heading": "七、附件"}

GRID: list[tuple[dict[str, object], list[tuple[str, str, str]]]] = [
    # Keys
    ({"yaer": 1}, [("yaer", "an unknown key", "no such key")]),
    ({"": 1}, [('""', "an unknown key", "no such key")]),
    ({"a.b\n": 1}, [('"a.b\\n"', "an unknown key", "no such key")]),
    ({"\ud800字": 1}, [('"\\ud800\\u5b57"', "an unknown key", "no such key")]),
    ({"agency__nmae": 1}, [("agency.nmae", "an unknown key", "no such key")]),
    ({"review_and_litigation__edition": "2021"}, [("review_and_litigation.edition", "an unknown key", "no such key")]),
    ({"requests__total__outcomes__sum": 1}, [("requests.total.outcomes.sum", "an unknown key", "no such key")]),
    ({"agency__name": GONE}, [("agency.name", "nothing", REQUIRED)]),
    ({"period": {}}, [("period.start", "nothing", REQUIRED), ("period.end", "nothing", REQUIRED)]),
    ({"other_sections": [SECTION, {}]}, [("other_sections[1].heading", "nothing", REQUIRED)]),
    # The metadata
    ({"agency": "示例镇"}, [("agency", '"示例镇"', "an object or null")]),
    ({"agency__name": None}, [("agency.name", "null", "text")]),
    ({"agency__name": "a\rb"}, [("agency.name", '"a\\rb"', "text without U+000D (at 1)")]),
    ({"agency__kind": "town"}, [("agency.kind", '"town"', '"government" or "department" or null')]),
    ({"agency__kind": []}, [("agency.kind", "a list", '"government" or "department" or null')]),
    (
        {"agency__code": "11330000002482109I"},
        [
            (
                "agency.code",
                '"11330000002482109I"',
                "a code of 18 digits and capital letters without I, O, S, V and Z or null",
            )
        ],
    ),
    (
        {"agency__code": "113300000024821090"},
        [("agency.code", '"113300000024821090"', "a code that ends in its check digit 1 or null")],
    ),
    ({"agency__division": 330102}, [("agency.division", "330102", "text or null")]),
    ({"agency__division": "33010"}, [("agency.division", '"33010"', "a code of six digits or null")]),
    ({"year": 0}, [("year", "0", "from 1 to 9999 or null")]),
    ({"year": 2021.0}, [("year", "2021.0", "a whole number or null")]),
    ({"year": True}, [("year", "true", "a whole number or null")]),
    ({"year": "2021"}, [("year", '"2021"', "a whole number or null")]),
    ({"title": 1}, [("title", "1", "text or null")]),
    ({"title": "\uffff"}, [("title", '"\\uffff"', "text without U+FFFF (at 0) or null")]),
    ({"title": "字" * 100 + "\n"}, [("title", f'"{"字" * 56}...', "text without U+000A (at 100) or null")]),
    ({"period": []}, [("period", "a list", "an object or null")]),
    ({"period__end": None}, [("period.end", "null", DATE)]),
    ({"published": "2021-02-30"}, [("published", '"2021-02-30"', f"{DATE} or null")]),
    ({"published": "20210228"}, [("published", '"20210228"', f"{DATE} or null")]),
    ({"published": "２021-02-28"}, [("published", '"２021-02-28"', f"{DATE} or null")]),
    ({"published": "2021-02-28\n"}, [("published", '"2021-02-28\\n"', f"{DATE} or null")]),
    ({"published": "0000-01-01"}, [("published", '"0000-01-01"', f"{DATE} or null")]),
    ({"published": 20210228}, [("published", "20210228", f"{DATE} or null")]),
    # Paragraphs and lists
    ({"preamble": None}, [("preamble", "null", "a list of paragraphs")]),
    ({"overview": "x"}, [("overview", '"x"', "a list of paragraphs or null")]),
    (
        {"overview": ["a", 1, "b\n", None]},
        [
            ("overview[1]", "1", "text"),
            ("overview[2]", '"b\\n"', "text without U+000A (at 1)"),
            ("overview[3]", "null", "text"),
        ],
    ),
    ({"overview": ["\ud83d"]}, [("overview[0]", '"\\ud83d"', "text without U+D83D (at 0)")]),
    ({"requests__notes": None}, [("requests.notes", "null", "a list of paragraphs")]),
    ({"other_sections": None}, [("other_sections", "null", "a list")]),
    (
        {"other_sections": [1, {"heading": 2, "paragraphs": [3]}, SECTION]},
        [
            ("other_sections[0]", "1", "an object"),
            ("other_sections[1].heading", "2", "text"),
            ("other_sections[1].paragraphs[0]", "3", "text"),
        ],
    ),
    (
        {"other_sections": [SECTION | {"paragraphs": None}]},
        [("other_sections[0].paragraphs", "null", "a list of paragraphs")],
    ),
    # Tables
    ({"requests": []}, [("requests", "a list", "an object or null")]),
    ({"requests__edition": GONE}, [("requests.edition", "nothing", '"2019" or "2021"')]),
    ({"requests__edition": "2024"}, [("requests.edition", '"2024"', '"2019" or "2021"')]),
    ({"requests__edition": ["2021"]}, [("requests.edition", "a list", '"2019" or "2021"')]),
    (
        {"requests__edition": None, "year": -1},
        [("year", "-1", "from 1 to 9999 or null"), ("requests.edition", "null", '"2019" or "2021"')],
    ),
    ({"requests__total": None}, [("requests.total", "null", "an object")]),
    (
        {"requests__legal_person__other__outcomes__refused": None},
        [("requests.legal_person.other.outcomes.refused", "null", "an object")],
    ),
    ({"requests__total__newly_received": -1}, [("requests.total.newly_received", "-1", COUNT)]),
    ({"requests__total__newly_received": 1.0}, [("requests.total.newly_received", "1.0", COUNT)]),
    ({"requests__total__newly_received": False}, [("requests.total.newly_received", "false", COUNT)]),
    ({"requests__total__newly_received": "1"}, [("requests.total.newly_received", '"1"', COUNT)]),
    ({"requests__total__newly_received": {}}, [("requests.total.newly_received", "an object", COUNT)]),
    ({"requests__total__newly_received": 10**18}, [("requests.total.newly_received", "1" + "0" * 18, COUNT)]),
    ({"requests__total__newly_received": 10**40}, [("requests.total.newly_received", HUGE, COUNT)]),
    ({"proactive_disclosure__fees__amount": 1}, [("proactive_disclosure.fees.amount", "1", MONEY)]),
    ({"review_and_litigation__litigation": 0}, [("review_and_litigation.litigation", "0", "an object")]),
    # Extensions
    ({"extensions": None}, [("extensions", "null", "an object")]),
    (
        {"extensions": {"a": [1, {"b c": "\x07"}]}},
        [('extensions.a[1]."b c"', '"\\u0007"', "text without U+0007 (at 0)")],
    ),
    ({"extensions": {"a\x85": 1}}, [('extensions."a\\u0085"', 'the key "a\\u0085"', "text without U+0085 (at 1)")]),
    ({"extensions": {"a": 10**4000}}, [("extensions.a", HUGE, "at most 4000 digits")]),
]


@pytest.mark.parametrize(("changes", "expected"), GRID)
def test_every_fault_says_where_what_and_what_instead(
    changes: dict[str, object], expected: list[tuple[str, str, str]]
) -> None:
    """Each wrong value gives its faults, and no others."""
    assert faults(document(**changes)) == expected


@pytest.mark.parametrize("changes", [changes for changes, _ in GRID])
def test_every_fault_has_chinese_words(changes: dict[str, object]) -> None:
    """Beside the path and what the document holds, no English is left."""
    with pytest.raises(StructureError) as caught:
        gd_json.loads(json.dumps(document(**changes)))
    for fault in caught.value.faults:
        words = fault.zh.removeprefix(fault.path or "整个文件")
        assert re.findall(r"[a-z]{2,}", re.sub(r'"(?:[^"\\]|\\.)*"?|null|true|false', "", words)) == []


@pytest.mark.parametrize(
    ("fault", "zh"),
    [
        (Fault("yaer", Absence.UNKNOWN_KEY(), Expected.NO_SUCH_KEY()), "yaer：未知的键"),
        (Fault("agency.name", Absence.NO_KEY(), Expected.REQUIRED()), "agency.name：缺少必需的键"),
        (Fault("year", Absence.REPEATED_KEY(2), Expected.KEY_ONCE()), "year：键重复出现，共2次"),
        (
            Fault("requests.edition", Absence.NO_VALUE(), Expected.ONE_OF(('"2019"', '"2021"'))),
            'requests.edition：缺失，应为"2019"或"2021"',
        ),
        (
            Fault("a", '"x or null"', Expected.OR_NULL(Expected.ONE_OF(('"b"', '"c"', '"d"')))),
            'a：应为"b"或"c"或"d"或null，实为"x or null"',
        ),
        (
            Fault("a", '"b\\" or \\"c"', Expected.OR_NA_OR_NULL(Expected.COUNT(18))),
            'a：应为不超过18位的非负整数、"/"或null，实为"b\\" or \\"c"',
        ),
        (
            Fault("", Met.MARK(), Expected.NO_MARK()),
            "整个文件：应为不带字节顺序标记的JSON（请另存为不带BOM的UTF-8），实为字节顺序标记",
        ),
        (Fault("", Met.LEVEL(), Expected.NESTING(200)), "整个文件：应为不超过200层的嵌套，实为更深的一层"),
        (Fault("a", "the end", "JSON and more"), "a：应为JSON and more，实为the end"),
    ],
)
def test_a_fault_in_chinese(fault: Fault, zh: str) -> None:
    """Words of ours are in Chinese, texts of the document stay as they are, and so does what was given as text."""
    assert fault.zh == zh


@pytest.mark.parametrize(
    "amount",
    [
        "",
        "-1",
        "+1",
        "01",
        "1.",
        ".5",
        "1e3",
        "1,000",
        " 1",
        "1\n",
        "１",
        "٣",
        "NaN",
        "Infinity",
        "1" * 19,
        "0." + "0" * 18,
    ],
)
def test_amounts_are_plain_digits(amount: str) -> None:
    """No sign, exponent, separator, foreign digit, leading nought, or nineteenth digit."""
    quoted = json.dumps(amount, ensure_ascii="\n" in amount)

    assert faults(document(proactive_disclosure__fees__amount=amount)) == [
        ("proactive_disclosure.fees.amount", quoted, MONEY)
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"procurement__amount": "1"}, [("procurement.amount", '"1"', 'an object, "/" or null')]),
        ({"procurement__amount": {}}, [("procurement.amount.value", "nothing", REQUIRED)]),
        ({"procurement__amount": {"value": None}}, [("procurement.amount.value", "null", AMOUNT)]),
        ({"procurement__amount": {"value": "/"}}, [("procurement.amount.value", '"/"', AMOUNT)]),
        (
            {"procurement__amount": {"value": 1, "unit": "角", "x": 0}},
            [
                ("procurement.amount.value", "1", AMOUNT),
                ("procurement.amount.unit", '"角"', '"元" or "万元" or null'),
                ("procurement.amount.x", "an unknown key", "no such key"),
            ],
        ),
        ({"fees__change": 1.5}, [("fees.change", "1.5", CHANGE)]),
        ({"fees__change": -(10**18)}, [("fees.change", "-1" + "0" * 18, CHANGE)]),
        ({"fees__decisions": 1}, [("fees.decisions", "an unknown key", "no such key")]),
        ({"edition": "2021", "penalties": {"decisions": 1}, "fees": {"change": 1}}, None),
    ],
)
def test_the_edition_says_which_cells_there_are(
    changes: dict[str, object], expected: list[tuple[str, str, str]] | None
) -> None:
    """The cells of edition 2019 are faults in edition 2021, and so on."""
    cell_faults = faults(document(2019, **{f"proactive_disclosure__{path}": value for path, value in changes.items()}))

    table = "proactive_disclosure."
    if expected is None:
        keys = ["rules.made", "rules.disclosed", "rules.disclosed_total"]
        assert [path.removeprefix(table) for path, *_ in cell_faults][:3] == keys
        assert (f"{table}fees.change", "an unknown key", "no such key") in cell_faults
    else:
        assert cell_faults == [(table + path, *rest) for path, *rest in expected]


_EDITIONS = '"2019" or "2021"'


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"requests__total__newly_received": -1}, [("requests.total.newly_received", "-1", COUNT)]),
        (
            {"requests__notes": [7], "requests__x": 1},
            [("requests.notes[0]", "7", "text"), ("requests.x", "an unknown key", "no such key")],
        ),
        ({"requests__total__outcomes": None}, [("requests.total.outcomes", "null", "an object")]),
        # In edition 2021 three cells, in 2019 one.
        ({"requests__total__outcomes__other": -1}, []),
        ({"requests__total__outcomes__other": {"other": -1, "fee_unpaid": "x"}}, []),
    ],
)
@pytest.mark.parametrize(("edition", "met"), [(GONE, "nothing"), ("2024", '"2024"'), (2021, "2021"), (None, "null")])
def test_a_wrong_edition_hides_no_fault_of_any_edition(
    edition: object, met: str, changes: dict[str, object], expected: list[tuple[str, str, str]]
) -> None:
    """What every known edition refuses in the same words is told, too; what is right in one of them is not."""
    tree = document(**changes, requests__edition=edition)

    assert sorted(faults(tree)) == sorted([("requests.edition", met, _EDITIONS), *expected])


def test_without_edition_the_cells_of_no_edition_are_unknown() -> None:
    """All cells of both editions of table II at once are none of them."""
    table = document(2019)["proactive_disclosure"] | document()["proactive_disclosure"]
    del table["edition"]
    table["fees"] = {"amount": "0", "items_last_year": 1, "change": 2}

    assert faults(document(proactive_disclosure=table)) == [("proactive_disclosure.edition", "nothing", _EDITIONS)]


def test_an_amount_without_unit_is_one() -> None:
    """The unit may be missing, or null."""
    tree = document(2019, proactive_disclosure__procurement__amount={"value": "0.37"})

    assert gd.get(gd_json.loads(json.dumps(tree)), "proactive_disclosure.procurement.amount") == gd.Amount(
        Decimal("0.37")
    )


def test_faults_come_in_the_order_of_the_document() -> None:
    """All faults at once: along the document, missing keys behind the others of their object."""
    text = (
        '{"govdisclosure":"1","year":0,"foo":{"x":1,"x":2},"agency":{"code":"1","kind":3},"year":5,"period":{},'
        '"extensions":{"a":1,"a":[NaN,1e999,-Infinity],"a":[NaN,1e999,-Infinity]},"preamble":null}'
    )

    assert faults(text) == [
        ("year", "the key 2 times", "the key once"),
        ("foo", "an unknown key", "no such key"),
        ("foo.x", "the key 2 times", "the key once"),
        (
            "agency.code",
            '"1"',
            "a code of 18 digits and capital letters without I, O, S, V and Z or null",
        ),
        ("agency.kind", "3", '"government" or "department" or null'),
        ("agency.name", "nothing", REQUIRED),
        ("period.start", "nothing", REQUIRED),
        ("period.end", "nothing", REQUIRED),
        ("extensions.a", "the key 3 times", "the key once"),
        ("extensions.a[0]", "NaN", "finite"),
        ("extensions.a[1]", "Infinity", "finite"),
        ("extensions.a[2]", "-Infinity", "finite"),
        ("preamble", "null", "a list of paragraphs"),
    ]


def test_repeated_keys_are_refused_wherever_they_are() -> None:
    """In lists, in extensions and in objects of no report, too; the version first of all."""
    text = '{"govdisclosure":"1","other_sections":[{"heading":"a","heading":"a"}],"extensions":{"a":[{"b":1,"b":1}]}}'

    assert faults(text) == [
        ("other_sections[0].heading", "the key 2 times", "the key once"),
        ("extensions.a[0].b", "the key 2 times", "the key once"),
    ]
    assert faults('{"govdisclosure":"1","govdisclosure":"1"}') == [("govdisclosure", "the key 2 times", "the key once")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"govdisclosure":"2","x":1}', ("govdisclosure", '"2"', '"1", the only version known')),
        ('{"govdisclosure":1}', ("govdisclosure", "1", '"1", the only version known')),
        ('{"govdisclosure":null}', ("govdisclosure", "null", '"1", the only version known')),
        ("[]", ("", "a list", "an object")),
        ("null", ("", "null", "an object")),
        ('"x"', ("", '"x"', "an object")),
        ("1", ("", "1", "an object")),
    ],
)
def test_what_is_no_report_of_this_version_has_one_fault(text: str, expected: tuple[str, str, str]) -> None:
    """Another version, or no object at all: nothing else of it is looked at."""
    assert faults(text) == [expected]


def test_a_document_without_its_version_is_judged_as_one_of_this() -> None:
    """The missing version hides no other fault."""
    version = ("govdisclosure", "nothing", '"1", the only version known')

    assert faults("{}") == [version]
    assert faults('{"year":0,"year":0,"x":1}') == [
        ("year", "the key 2 times", "the key once"),
        ("year", "0", "from 1 to 9999 or null"),
        ("x", "an unknown key", "no such key"),
        version,
    ]


def test_another_version_hides_no_key_that_stands_twice() -> None:
    """That is wrong in any version."""
    assert faults('{"a":1,"a":1,"govdisclosure":"2","govdisclosure":"3","year":0}') == [
        ("a", "the key 2 times", "the key once"),
        ("govdisclosure", "the key 2 times", "the key once"),
        ("govdisclosure", '"3"', '"1", the only version known'),
    ]


@pytest.mark.parametrize("sign", [1, -1])
def test_an_integer_may_have_4000_digits_beside_its_sign(sign: int) -> None:
    """The largest numbers that the model takes come back."""
    report = gd.AnnualReport(extensions={"a": sign * (10**4000 - 1)})

    assert gd_json.loads(gd_json.dumps(report)) == report
    text = gd_json.dumps(report).replace("9}", "99}")
    assert faults(text) == [("extensions.a", HUGE, "at most 4000 digits")]


def test_a_rule_can_be_reworded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing reads the words: another wording of a rule is shown, and changes nothing else."""
    monkeypatch.setattr(Rule.RANGE, "en", "no year before {0} or after {1}")
    monkeypatch.setattr(Rule.RANGE, "zh", "{0}年至{1}年")

    with pytest.raises(StructureError) as caught:
        gd_json.loads('{"govdisclosure":"1","year":0}')

    assert str(caught.value) == "json: year: expected no year before 1 or after 9999 or null, found 0"
    assert caught.value.message.zh == "year：应为1年至9999年或null，实为0"


def test_the_rules_of_a_field_are_what_its_json_is_judged_by() -> None:
    """Where the validator of a field is no rule, the hook of its JSON has looked at all that the validator would."""
    classes = (gd.AnnualReport, gd.Agency, gd.Period, gd.OtherSection, gd.Amount, gd.Finding, gd.Waiver)
    attributes = [attribute for cls in classes for attribute in attrs.fields(cls)]
    others = [
        attribute.name
        for attribute in attributes
        if not isinstance(attribute.validator, (Obeys, type(None))) and "paragraphs" not in repr(attribute.validator)
    ]

    assert others == ["extensions", "details"]


@pytest.mark.parametrize("write", [gd_json.dumps, gd_json.dumpb, gd_json.indented])
@pytest.mark.parametrize("wrong", ["x", None, gd.Reading(gd.AnnualReport())], ids=["text", "none", "reading"])
def test_only_reports_are_written(write: Callable[[object], object], wrong: object) -> None:
    """Anything else is a mistake of the caller's; a reading holds its report."""
    with pytest.raises(TypeError) as caught:
        write(wrong)

    assert str(caught.value) == f"report must be an AnnualReport, got {type(wrong).__name__}"


NO_MARK = "JSON without a byte order mark (save it as UTF-8 without one)"


@pytest.mark.parametrize(
    ("data", "place", "actual", "expected"),
    [
        ("\ufeff{}", "line 1, column 1", "a byte order mark", NO_MARK),
        (b"\xef\xbb\xbf{}", "line 1, column 1", "a byte order mark", NO_MARK),
        (b'{"a":"\xb9\xe3"}', "byte 6", "0xb9 (invalid start byte)", "UTF-8"),
        (b"\xff\xfe{\x00}\x00", "byte 0", "0xff (invalid start byte)", "UTF-8"),
        (b'{"\xed\xa0\x80":1}', "byte 2", "0xed (invalid continuation byte)", "UTF-8"),
        ("", "line 1, column 1", "the end (Expecting value)", "JSON"),
        ('{\n  "a": x}', "line 2, column 8", "'x' (Expecting value)", "JSON"),
        ('{"a":"x', "line 1, column 6", "'\"' (Unterminated string starting at)", "JSON"),
        ('{"a":"\n"}', "line 1, column 7", "'\\n' (Invalid control character at)", "JSON"),
        ("{} {}", "line 1, column 4", "'{' (Extra data)", "JSON"),
        ("[\ud800]", "line 1, column 2", "'\\ud800' (Expecting value)", "JSON"),
        ("\n" + "[" * 100_000, "line 2, column 201", "a further level", "at most 200 levels of nesting"),
        ('{"[\\"":' * 5000, "line 1, column 1401", "a further level", "at most 200 levels of nesting"),
    ],
)
def test_what_cannot_be_parsed_says_where(data: str | bytes, place: str, actual: str, expected: str) -> None:
    """Bad encoding, bad JSON, and nesting without end are faults with a place."""
    assert stop(data) == (place, (Fault("", actual, expected),))


@pytest.mark.parametrize(
    ("data", "zh"),
    [
        ('{"a": 1', "第1行第8列：整个文件：应为JSON，实为文件末尾（缺少逗号）"),
        ('{"a": 1 "b"}', "第1行第9列：整个文件：应为JSON，实为'\"'（缺少逗号）"),
        ('{"a" 1}', "第1行第6列：整个文件：应为JSON，实为'1'（缺少冒号）"),
        ("{a: 1}", "第1行第2列：整个文件：应为JSON，实为'a'（缺少带双引号的键名）"),
        ('{"a":"\\x"}', "第1行第7列：整个文件：应为JSON，实为'\\\\'（文本中的转义无效）"),
        (b'{"\xb9":1}', "第2字节：整个文件：应为UTF-8，实为0xb9"),
    ],
)
def test_in_chinese_no_word_is_english(data: str | bytes, zh: str) -> None:
    """Why something is no JSON is said by Python, in English."""
    with pytest.raises(gd.StructureError) as caught:
        gd.loads(data)

    assert caught.value.message.zh == zh


def test_what_a_later_python_says_in_other_words_is_left_out_in_chinese() -> None:
    """In English it stays; a comma behind the last item has words of its own since Python 3.13."""
    whys = [why_broken("Illegal trailing comma before end of object"), why_broken("Bad luck")]

    assert [(why.of("zh"), why.of("en")) for why in whys] == [
        ("末项之后多了逗号", "Illegal trailing comma before end of object"),
        ("不合规则", "Bad luck"),
    ]


@pytest.mark.parametrize("blanks", ["", " \n"])
def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path, blanks: str) -> None:
    """As PowerShell and Notepad save it; what is wrong behind it is told as ever, and a second mark is wrong."""
    report = gd.AnnualReport.blank(agency="示例县统计局", year=2025)
    text = f"\ufeff{blanks}{gd.dumps(report)}"
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")

    assert [gd.read(path), gd.parse(text), gd.parse(text.encode(), format="json")] == [gd.Reading(report)] * 3
    with pytest.raises(gd.StructureError, match="line 1, column 2"):
        gd.parse("\ufeff{x", format="json")
    with pytest.raises(gd.StructureError, match="found a byte order mark"):
        gd.parse("\ufeff\ufeff{}", format="json")


def test_many_short_objects_are_no_deep_nesting() -> None:
    """Only depth counts: brackets inside text, and objects side by side, do not."""
    sections = [{"heading": '[[[[{{{{\\"', "paragraphs": []}] * 300

    report = gd_json.loads(json.dumps({"govdisclosure": "1", "other_sections": sections}))

    assert len(report.other_sections) == 300


def test_nesting_is_scanned_in_linear_time() -> None:
    """A text that never ends, full of escaped quotation marks, is refused at once."""
    place, _ = stop("[" * 300 + '"' + '\\"' * 200_000 + "\\")

    assert place == "line 1, column 201"


@pytest.mark.parametrize("depth", [99, 100, 150])
def test_extensions_are_at_most_100_levels_deep(depth: int) -> None:
    """The model's own bound; the fault names the path of the level that is too deep."""
    text = '{"govdisclosure":"1","extensions":{"a":' + "[" * depth + "]" * depth + "}}"

    if depth == 99:
        assert gd_json.dumps(gd_json.loads(text)).endswith('{"a":' + "[" * depth + "]" * depth + "}}")
    else:
        path = "extensions.a" + "[0]" * 99
        assert faults(text) == [(path, "a further level", "at most 100 levels deep")]


def test_an_integer_of_many_digits_is_a_fault_like_any_other() -> None:
    """No limit of ``int`` shows through, and nothing is computed from the digits."""
    text = json.dumps(document()).replace('"year": 2021', f'"year": {"7" * 5000}')

    assert faults(text) == [("year", HUGE, "from 1 to 9999 or null")]


def test_an_integer_longer_than_python_is_set_to_is_a_fault() -> None:
    """The limit of ``int`` can be lowered; that is no other error either."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(640)
    try:
        number_faults = faults('{"govdisclosure":"1","extensions":{"a":-%s}}' % ("7" * 700))
    finally:
        sys.set_int_max_str_digits(before)

    assert number_faults == [("extensions.a", HUGE, "at most 4000 digits")]


@pytest.mark.parametrize("data", [None, {}, 1, bytearray(b"{}"), memoryview(b"{}")])
def test_only_text_and_bytes_are_documents(data: Any) -> None:  # noqa: ANN401 - anything
    """Anything else is a mistake of the caller's."""
    with pytest.raises(TypeError) as caught:
        gd_json.loads(data)

    assert str(caught.value) == f"JSON must be str or bytes, got {type(data).__name__}"


def test_the_error_shows_nothing_of_cattrs_and_can_be_pickled() -> None:
    """No cause, no context; the message lists the faults."""
    with pytest.raises(StructureError) as caught:
        gd_json.loads(json.dumps(document(year=0, agency__x=1)))
    error = caught.value

    assert (error.__cause__, error.__context__) == (None, None)
    assert str(error) == (
        "json: agency.x: expected no such key, found an unknown key; year: expected from 1 to 9999 or null, found 0"
    )
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (again.faults, again.place) == (error.faults, error.place)


def test_an_error_of_another_kind_is_never_taken_for_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no hook of ours has raised passes through."""

    def deep(*_: object) -> None:
        raise RecursionError("deep")

    monkeypatch.setattr("govdisclosure.model.values.broken_json", deep)
    with pytest.raises(RecursionError, match="deep"):
        gd_json.from_dict({"govdisclosure": "1", "extensions": {"a": 1}})


def _spoil(change: Callable[[gd.AnnualReport], object]) -> gd.AnnualReport:
    report = build_report()
    change(report)
    return report


class Colour(str, enum.Enum):  # noqa: UP042 - the kind of text that prints as something else
    """A text that is not what it prints."""

    RED = "red"


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        (lambda r: r.preamble.append("a\nb"), ValueError, "preamble[1] must not contain U+000A (at 1), got 'a\\nb'"),
        (lambda r: r.preamble.append(1), TypeError, "preamble[1] must be text, a plain str, got 1"),
        (
            lambda r: r.requests.notes.append("\ud800"),
            ValueError,
            "notes[0] must not contain U+D800 (at 0), got '\\ud800'",
        ),
        (lambda r: r.extensions.update(a=float("nan")), ValueError, "extensions.a must be finite"),
        (lambda r: r.extensions.update(a=dt.date(2021, 1, 1)), TypeError, "extensions.a must be JSON"),
        (
            lambda r: r.overview.append(Colour.RED),
            TypeError,
            "overview[2] must be text, a plain str, got <Colour.RED: 'red'>",
        ),
    ],
)
@pytest.mark.parametrize("write", [gd_json.dumps, gd_json.dumpb, gd_json.indented])
def test_what_could_not_be_loaded_is_never_written(
    write: Callable[[gd.AnnualReport], object],
    change: Callable[[gd.AnnualReport], object],
    error: type[Exception],
    message: str,
) -> None:
    """A list that was changed in place is looked at again before it is written."""
    with pytest.raises(error) as caught:
        write(_spoil(change))

    assert str(caught.value).startswith(message)


def test_what_is_written_and_loaded_shares_nothing_with_the_report() -> None:
    """Lists and extensions of a tree are copies."""
    report = build_report(extensions={"a": [1]})
    again = gd_json.loads(gd_json.dumps(report))
    again.preamble.append("x")
    again.extensions["a"] = 2

    assert report == build_report(extensions={"a": [1]})


@pytest.mark.programs
def test_importing_the_package_loads_neither_cattrs_nor_msgspec() -> None:
    """They are loaded on first use; cattrs only for what is left to the strict reader or writer."""
    script = """if True:
        import sys, govdisclosure.json as j
        told = [sorted({"cattrs", "msgspec"} & set(sys.modules))]
        report = j.loads('{"govdisclosure":"1","other_sections":[{"heading":"七、其他"}]}')
        j.dumps(report)
        told.append(sorted({"cattrs", "msgspec"} & set(sys.modules)))
        report.extensions["a"] = 1
        j.dumps(report)
        print(told, "cattrs" in sys.modules)
    """
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603 - ours

    assert done.stdout == "[[], ['msgspec']] True\n"


@pytest.mark.programs
def test_what_was_spoilt_is_refused_whatever_was_done_before() -> None:
    """In a process in which nothing was read or written yet."""
    script = """if True:
        import govdisclosure as gd
        report = gd.AnnualReport(other_sections=[gd.OtherSection(heading="七、其他")])
        report.other_sections[0].paragraphs.append("\\n")
        try:
            gd.dumps(report)
        except ValueError as error:
            print(error)
    """
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603 - ours

    assert done.stdout == "paragraphs[0] must not contain U+000A (at 0), got '\\n'\n"
