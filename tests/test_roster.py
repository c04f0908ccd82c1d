"""The roster: which report is whose, and which are missing, late, twice there, on a wrong year, or of none."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.model.profile import Body, Day, Duty
from govdisclosure.model.report import check_digit
from govdisclosure.rosters import (
    Ambiguous,
    Late,
    Matched,
    Roster,
    Stranger,
    Unit,
    UnitKind,
    is_one_body,
    last_day,
    only_regions_apart,
)
from govdisclosure.rosters._matching import Index
from govdisclosure.rosters._roster import _KEPT

COUNTY = "示例市示例县人民政府"
CODE, OTHER_CODE = (body + check_digit(body) for body in ("11330000MB0000000", "11330000MB0000001"))


def report(name: str | None, year: int | None = 2025, *, code: str | None = None, **rest: Any) -> gd.AnnualReport:  # noqa: ANN401
    """Give a report of a body."""
    agency = None if name is None else gd.Agency(name=name, code=code)
    return gd.AnnualReport(agency=agency, year=year, **rest)


def roster(*names: str, parent: str = COUNTY) -> Roster:
    """Give a roster of units of the county."""
    return Roster([Unit(name=name, parent=parent) for name in names])


def whose(units: Roster, name: str, **known: str) -> str | None:
    """Give the name of the unit that a report is matched with."""
    unit = units.unit_of(report(name), **known)
    return None if unit is None else unit.name


@pytest.mark.parametrize(
    ("unit", "name", "is_match"),
    [
        ("财政局", "财政局", True),
        ("财政局", "县财政局", True),
        ("财政局", "区财政局", False),
        ("财政局", "示例市示例县财政局", True),
        ("财政局", "示例县财政局", True),
        ("示例县财政局", "财政局", True),
        ("县财政局", "示例市示例县财政局", True),
        ("财政局", "另一县财政局", False),
        ("财政局", "示例市财政局", False),
        ("财政局", "市财政局", False),
        ("财政局", "示例市另一县财政局", False),
        ("办公室", "示例县人民政府办公室", False),
        ("县委办公室", "示例县人民政府办公室", False),
        ("示例县办公室", "示例县人民政府办公室", False),
        ("税务局", "国家税务总局示例县税务局", False),
        ("市场监督管理局", "市场监管局", False),
        ("城关镇", "城关镇人民政府", True),
        ("城关镇人民政府", "示例县城关镇", True),
        ("城关镇", "城关", False),
        ("白河乡", "白河乡人民政府", True),
        ("城北街道", "示例县城北街道办事处", True),
        ("城北街道办事处", "城北街道", True),
        ("城北街道", "城北", False),
        ("教育局", "教育体育局", False),
        ("教育体育局", "教育局", False),
        ("农业农村局", "农业农村局（乡村振兴局）", True),
        ("农业农村局（乡村振兴局）", "示例县农业农村局", True),
        ("乡村振兴局", "农业农村局（乡村振兴局）", False),
        ("经济开发区管委会", "示例县经济开发区管理委员会", True),
        ("财政局", "示例縣財政局", True),
        ("财政局", " 财政　局", True),
        ("财政局（ＡＢ）", "财政局(AB)", True),
        ("财政局((挂)牌)", "财政局", True),
        ("（财政局）", "财政局", False),
        ("县乡公路局", "示例县县乡公路局", True),
        # Both are 乡公路局, of a county.
        ("县乡公路局", "示例县乡公路局", True),
    ],
)
def test_names_are_matched_by_what_the_region_leaves_and_nothing_else(unit: str, name: str, *, is_match: bool) -> None:
    """A whole end of the chain of regions is taken off in front, or the word of its last level; the rest is equal."""
    assert whose(roster(unit), name) == (unit if is_match else None)


@pytest.mark.parametrize(
    ("parent", "name"),
    [
        ("示例市示例区人民政府", "区财政局"),
        ("示例市人民政府", "市财政局"),
        ("示例省示例自治州示例市人民政府", "示例自治州示例市财政局"),
        ("示例自治州人民政府", "州财政局"),
        ("示例自治区示例盟示例旗人民政府", "示例旗财政局"),
        ("示例县经济开发区管委会", "经济开发区财政局"),
        ("示例市示例县人民政府", "示例市示例县财政局"),
    ],
)
def test_regions_of_every_level_can_stand_in_front(parent: str, name: str) -> None:
    """省, 自治州, 市, 盟, 县, 区, 旗, 镇 and 乡."""
    assert whose(roster("财政局", parent=parent), name) == "财政局"


@pytest.mark.parametrize(
    ("level", "name", "is_taken_off"),
    [
        ("市", "市民政局", True),
        ("市", "市政府办公室", True),
        ("市", "市政务服务局", True),
        ("市", "市中医院", True),
        ("市", "市区划地名办公室", True),
        ("县", "县城管局", True),
        ("县", "县乡村振兴局", True),
        ("县", "县市场监督管理局", True),
        ("县", "县长江河道局", True),
        ("县", "县志愿服务中心", True),
        ("区", "区教育局", True),
        ("镇", "镇村镇建设办公室", True),
        ("盟", "盟市场监督管理局", True),
        ("市", "市政局", False),
        ("市", "市场监督管理局", False),
        ("市", "市容局", False),
        ("市", "市民服务中心", False),
        ("市", "市立医院", False),
        ("市", "市直机关事务局", False),
        ("县", "县域经济局", False),
        ("县", "县委办公室", False),
        ("县", "县志办公室", False),
        ("区", "区划地名局", False),
        ("区", "区块链中心", False),
        ("镇", "镇容管理所", False),
        ("乡", "乡村振兴局", False),
        ("乡", "乡镇企业局", False),
        ("旗", "旗县合作局", False),
        ("州", "州府街道", False),
    ],
)
def test_the_word_of_a_level_stays_where_it_begins_a_word(level: str, name: str, *, is_taken_off: bool) -> None:
    """市政局 is no 政局 of a city, whoever names it; with the region, it is the same body as without."""
    place = "自治州" if level == "州" else level
    parent = f"示例{place}人民政府"

    assert whose(roster(name[1:], parent=parent), name) == (name[1:] if is_taken_off else None)
    assert whose(roster(name, parent=parent), name[1:]) == (name if is_taken_off else None)
    assert whose(roster(name, parent=parent), f"示例{place}{name}") == name
    assert whose(roster(name, parent=parent), f"示例{place}{name[1:]}") == name
    assert is_one_body(name, name[1:]) is is_taken_off


@pytest.mark.parametrize(
    ("name", "other", "is_one"),
    [
        ("示例市示例县民政局", "示例县民政局", True),
        ("示例市示例县民政局", "县民政局", True),
        ("示例省示例自治州示例市民政局", "民政局", True),
        ("浦东新区民政局", "民政局", True),
        ("新乡市新乡县财政局", "财政局", True),
        ("示例市示例县人民政府", "示例县人民政府", True),
        ("示例县民政局（老龄办）", "民政局", True),
        ("示例市市场监督管理局", "市场监督管理局", True),
        ("示例县经开区管委会", "经开区管理委员会", True),
        ("示例市民政局", "示例县民政局", False),
        ("甲县民政局", "乙县民政局", False),
        ("示例市民政局", "县民政局", False),
        ("城市管理局", "管理局", False),
        ("示例市城市管理局", "管理局", False),
        ("城乡规划局", "规划局", False),
        ("示例县经济开发区财政局", "财政局", False),
        ("国家税务总局示例县税务局", "税务局", False),
        ("示例市市政局", "政局", False),
        ("示例县委办公室", "办公室", False),
        ("县乡公路局", "公路局", False),
        ("示例县税务所（城东）", "税务所（城西）", False),
        ("示例县人民政府办公室", "办公室", False),
        ("教育体育局", "体育局", False),
        ("甲" * 200 + "县民政局", "民政局", False),
        ("示例县", "", False),
        ("　", " ", False),
    ],
)
def test_a_body_can_be_named_with_the_regions_above_it(name: str, other: str, *, is_one: bool) -> None:
    """Where nothing else stands in front, in either order."""
    assert (is_one_body(name, other), is_one_body(other, name)) == (is_one, is_one)


def test_the_index_of_a_roster_is_made_once_for_a_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A roster does not change; of very many parents the first are let go."""
    made: list[str | None] = []
    make = Index.of

    def counted(units: tuple[Unit, ...], parent: str | None = None) -> Index:
        made.append(parent)
        return make(units, parent)

    monkeypatch.setattr(Index, "of", counted)
    units = Roster([Unit(name="财政局")])
    parents = [f"{number}县" for number in range(_KEPT + 1)]

    for parent in (*parents[:_KEPT], *parents[:_KEPT], parents[_KEPT], parents[0]):
        assert whose(units, f"{parent}财政局", parent=parent) == "财政局"

    assert made == [*parents, parents[0]]


@pytest.mark.parametrize(
    ("parent", "ends"),
    [
        ("新乡市", ["新乡市", "市"]),
        ("新乡市新乡县", ["新乡市新乡县", "新乡县", "县"]),
        ("荆州市沙市区", ["荆州市沙市区", "沙市区", "区"]),
        ("景德镇市", ["景德镇市", "市"]),
        ("津市市", ["津市市", "市"]),
        ("济南市市中区", ["济南市市中区", "市中区", "区"]),
        ("商洛市镇安县", ["商洛市镇安县", "镇安县", "县"]),
        ("恩施自治州恩施市", ["恩施自治州恩施市", "恩施市", "市"]),
    ],
)
def test_the_word_of_a_level_can_be_part_of_a_name(parent: str, ends: list[str]) -> None:
    """Before the word of another level it is; what is left of a name cut there is no region."""
    units = roster("财政局", parent=f"{parent}人民政府")
    cuts = [parent[place:] for place in range(len(parent) + 1)]

    assert [cut for cut in cuts if whose(units, f"{cut}财政局")] == [*ends, ""]
    assert whose(units, "新乡财政局") is None


@pytest.mark.parametrize("parent", ["示例县教育局", "国家税务总局", "城乡规划局"])
def test_a_parent_that_is_no_government_has_no_region(parent: str) -> None:
    """Whatever stands in front of the names of its units stays there."""
    units = roster("财政局", parent=parent)

    assert [whose(units, name) for name in ("财政局", "示例县财政局", "县财政局")] == ["财政局", None, None]


def test_units_without_a_parent_take_the_one_that_is_given() -> None:
    """Else they are matched by their names alone."""
    units = Roster([Unit(name="财政局")])

    assert whose(units, "示例县财政局") is None
    assert whose(units, "示例县财政局", parent="示例县人民政府") == "财政局"


def test_other_names_are_names() -> None:
    """市场监管局 is matched where the roster says so, with the region in front as well."""
    units = Roster([Unit(name="市场监督管理局", other_names=["市场监管局", "国家税务总局示例县税务局"], parent=COUNTY)])

    assert whose(units, "市场监管局") == "市场监督管理局"
    assert whose(units, "示例县市场监管局") == "市场监督管理局"
    assert whose(units, "国家税务总局示例县税务局") == "市场监督管理局"


def test_a_code_wins_over_a_name_that_names_no_unit() -> None:
    """The body has a new name that the roster does not know."""
    units = Roster([Unit(name="文化局", code=CODE), Unit(name="体育局")])

    assert units.unit_of(report("文化和旅游局", code=CODE)) == units.units[0]


def test_a_code_and_a_name_of_two_units_are_ambiguous() -> None:
    """Neither is guessed to be right."""
    units = Roster([Unit(name="文化局", code=CODE), Unit(name="体育局")])
    given_report = report("体育局", code=CODE)

    matches = units.match([given_report])

    assert (matches.ambiguous, matches.matched) == ((Ambiguous(0, given_report, units.units),), ())


def test_a_name_with_another_code_is_ambiguous() -> None:
    """A body of the same name in another place has another code."""
    units = Roster([Unit(name="文化局", code=CODE)])
    given_report = report("文化局", code=OTHER_CODE)

    assert units.match([given_report]).ambiguous == (Ambiguous(0, given_report, units.units),)


def test_a_code_decides_between_units_of_one_name() -> None:
    """Without it, both are possible."""
    units = Roster([Unit(name="城关镇", code=CODE, parent="甲县人民政府"), Unit(name="城关镇", parent="乙县人民政府")])

    assert units.unit_of(report("城关镇")) is None
    assert units.unit_of(report("城关镇", code=CODE)) == units.units[0]
    assert units.unit_of(report("乙县城关镇人民政府")) == units.units[1]


def test_the_exact_name_wins_over_the_name_without_region() -> None:
    """县乡公路局 is a unit of its own beside 乡公路局."""
    units = roster("乡公路局", "县乡公路局")

    assert [whose(units, name) for name in ("县乡公路局", "乡公路局")] == ["县乡公路局", "乡公路局"]


def test_two_units_left_are_ambiguous() -> None:
    """They are listed, and none of them is said to have a report."""
    units = Roster([Unit(name="财政局", parent="甲县人民政府"), Unit(name="甲县财政局", parent="甲县人民政府")])
    given_report = report("县财政局")

    matches = units.match([given_report])

    assert (matches.ambiguous, matches.missing) == ((Ambiguous(0, given_report, units.units),), units.units)


def test_what_a_roster_says_of_reports() -> None:
    """Whose they are, of nobody, missing, twice, on a wrong year."""
    units = roster("甲局", "乙局", "丙局", "丁局")
    reports = [
        report("甲局"),
        report("示例县甲局"),
        report("乙局", 2024),
        report("另一县甲局"),
        report(None),
        report("丙局"),
    ]
    readings: list[gd.AnnualReport | gd.Reading] = [gd.Reading(reports[0]), *reports[1:]]

    matches = units.match(readings)

    first, second, wrong, third = (
        Matched(index, reports[index], units.units[at]) for index, at in ((0, 0), (1, 0), (2, 1), (5, 2))
    )
    assert matches.year == 2025
    assert matches.matched == (first, second, wrong, third)
    assert matches.strangers == (Stranger(3, reports[3]), Stranger(4, reports[4]))
    assert matches.missing == (units.units[3],)
    assert matches.twice == ((first, second),)
    assert matches.wrong_year == (wrong,)
    assert (matches.ambiguous, matches.late) == ((), ())


def test_the_year_is_that_of_most_reports_or_the_one_that_is_given() -> None:
    """Where no year is that of more than half, none is wrong."""
    units = roster("甲局", "乙局")
    reports = [report("甲局", 2024), report("乙局", 2025)]

    assert (units.match(reports).year, units.match(reports).wrong_year) == (None, ())
    assert [each.index for each in units.match(reports, year=2025).wrong_year] == [0]
    assert units.match([]).year is None


@pytest.mark.parametrize(
    ("unit", "days", "due"),
    [
        (Unit(name="财政局"), {}, dt.date(2026, 1, 31)),
        (Unit(name="城关镇"), {}, dt.date(2026, 3, 31)),
        (Unit(name="财政局", kind="town"), {}, dt.date(2026, 3, 31)),
        (Unit(name="示例中心", kind="department"), {}, dt.date(2026, 1, 31)),
        (Unit(name="示例县人民政府办公室", kind="own"), {}, dt.date(2026, 1, 31)),
        (Unit(name="财政局"), {Body.DEPARTMENT: Duty(publish=Day(1, 20))}, dt.date(2026, 1, 20)),
        (Unit(name="财政局", due=Day(2, 10)), {Body.DEPARTMENT: Duty(publish=Day(1, 20))}, dt.date(2026, 2, 10)),
        (Unit(name="财政局", due=dt.date(2026, 2, 11)), {}, dt.date(2026, 2, 11)),
    ],
)
def test_a_report_is_late_after_the_day_of_its_unit(unit: Unit, days: dict[Body, Duty], due: dt.date) -> None:
    """Its own day, else that of its kind: the one on the roster, or what the name says."""
    profile = gd.Profile(days=days)
    on_time, late = (report(unit.name, published=due + dt.timedelta(days)) for days in (0, 1))

    assert last_day(unit, unit.body, 2025, profile) == due
    assert Roster([unit]).match([on_time], profile=profile).late == ()
    assert Roster([unit]).match([late], profile=profile).late == (Late(0, late, unit, due),)


@pytest.mark.parametrize("year", [None, 9999])
def test_a_report_without_a_year_that_has_a_next_one_is_not_late(year: int | None) -> None:
    """Nothing tells its last day."""
    units = Roster([Unit(name="财政局")])

    assert units.match([report("财政局", year, published=dt.date(9999, 12, 31))]).late == ()


def test_a_check_goes_by_the_kind_and_the_day_of_the_roster() -> None:
    """示例中心 is a department by the roster alone; 财政局 has a day of its own."""
    units = Roster([Unit(name="示例中心", kind="department"), Unit(name="财政局", due=Day(2, 10))])
    profile = gd.Profile(days={Body.DEPARTMENT: Duty(hand_in=Day(1, 10), publish=Day(1, 20))})
    by_name: dict[str, Any] = {}
    for name in ("示例中心", "财政局", "教育中心"):
        late = report(name, published=dt.date(2026, 3, 1))
        by_name[name] = [
            (finding.expected, "hand_in" in finding.details)
            for finding in gd.check(late, select="LATE", roster=units, profile=profile)
        ]

    assert by_name == {"示例中心": [("2026-01-20", True)], "财政局": [("2026-02-10", False)], "教育中心": []}


def test_the_top_of_a_roster_is_the_one_parent_that_is_no_unit() -> None:
    """A city, of counties that have departments."""
    city = [Unit(name="甲县人民政府", parent="示例市人民政府"), Unit(name="甲县财政局", parent="甲县人民政府")]

    assert Roster(city).top == "示例市人民政府"
    assert Roster([*city, Unit(name="乙局", parent="另一市人民政府")]).top is None
    assert Roster([Unit(name="乙局")]).top is None
    written = [Unit(name=name, parent=parent) for name, parent in (("甲局", "示例县人民政府"), ("乙局", COUNTY))]
    assert (Roster(written).top, Roster(written[::-1]).top) == (COUNTY, COUNTY)
    assert Roster([Unit(name=COUNTY, kind=UnitKind.OWN, parent=COUNTY)]).top == COUNTY


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"name": " "}, ValueError),
        ({"name": 1}, TypeError),
        ({"name": "甲局\n"}, ValueError),
        ({"name": "甲局", "kind": "局"}, ValueError),
        ({"name": "甲局", "code": "1"}, ValueError),
        ({"name": "甲局", "due": "2026-01-31"}, TypeError),
        ({"name": "甲局", "due": dt.datetime(2026, 1, 31)}, TypeError),  # noqa: DTZ001
        ({"name": "甲局", "other_names": [1]}, TypeError),
        ({"name": "甲局", "parent": 1}, TypeError),
    ],
)
def test_a_unit_that_cannot_be_is_refused(values: dict[str, Any], error: type[Exception]) -> None:
    """Names are text, codes have their check digit."""
    with pytest.raises(error):
        Unit(**values)


def test_one_other_name_can_be_given_as_text() -> None:
    """As one is in TOML."""
    assert Unit(name="甲局", other_names="乙局").names == ("甲局", "乙局")


def test_what_is_no_report_is_refused() -> None:
    """With its place."""
    with pytest.raises(TypeError, match=r"reports\[1\] must be an AnnualReport or a Reading, got str"):
        roster("甲局").match([report("甲局"), "乙局"])  # type: ignore[list-item]


@pytest.mark.parametrize("known", [{"year": "2024"}, {"parent": 5}, {"profile": "x"}])
def test_what_else_is_known_has_its_type(known: dict[str, Any]) -> None:
    """A year is no text."""
    with pytest.raises(TypeError, match=f"{next(iter(known))} must be"):
        roster("甲局").match([report("甲局")], **known)


_PARTS = st.sampled_from(
    [
        "示例",
        "市",
        "县",
        "区",
        "示例县",
        "示例市",
        "财政",
        "教育",
        "局",
        "镇",
        "乡",
        "人民政府",
        "街道",
        "办事处",
        "（挂牌）",
    ]
)
_NAMES = st.lists(_PARTS, min_size=1, max_size=5).map("".join)


@given(st.lists(_NAMES, min_size=1, max_size=6, unique=True), _NAMES)
def test_a_match_shares_its_end_with_the_unit(units: list[str], name: str) -> None:
    """Whatever is taken off stands in front, and the order of the roster plays no part."""
    matched = whose(roster(*units), name)

    assert matched == whose(roster(*reversed(units)), name)
    if name in units:
        assert matched == name
    if matched is not None:
        short, long = sorted((plain(matched), plain(name)), key=len)
        assert long.endswith(short) or plain(f"示例县{matched}").endswith(plain(name).removeprefix("示例市示例县"))


def plain(name: str) -> str:
    """Give a name without brackets and without the ends that towns and streets can have or not."""
    return name.replace("（挂牌）", "").removesuffix("人民政府").removesuffix("办事处")


@pytest.mark.parametrize(
    ("unit", "parent", "name", "above", "is_apart"),
    [
        ("财政局", None, "示例县财政局", None, True),
        ("财政局", None, "示例市示例县财政局", None, True),
        ("城关镇", None, "示例县城关镇人民政府", None, True),
        # The parent is no government, of whose name the region could be told.
        ("财政局", "县政府", "示例县财政局", None, True),
        ("财政局", COUNTY, "另一县财政局", None, False),
        ("财政局", None, "另一县财政局", COUNTY, False),
        ("管理局", None, "示例县城市管理局", None, False),
        ("教育局", None, "示例县财政局", None, False),
        ("示例县人民政府办公室", None, "办公室", None, False),
    ],
)
def test_names_can_be_those_of_units_but_for_a_region_that_nobody_knows(
    unit: str, parent: str | None, name: str, above: str | None, *, is_apart: bool
) -> None:
    """Where a parent is known, names of other regions are those of others."""
    known = Unit(name=unit, parent=parent)

    assert only_regions_apart([known], [name], above) == ({known: name} if is_apart else {})


def test_the_first_name_that_can_be_that_of_a_unit_is_given() -> None:
    """By any of its names; without units there is none."""
    unit = Unit(name="市场监督管理局", other_names=["市场监管局"])

    names = ["示例县市场监管局", "示例县市场监督管理局"]
    assert only_regions_apart([unit], names, None) == {unit: names[0]}
    assert only_regions_apart([], names, None) == {}
