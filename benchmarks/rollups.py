"""
Roll-ups of simulated counties: is the cause of a gap found, how long does it take; and names matched with a roster.

    python benchmarks/rollups.py
    python benchmarks/rollups.py --counties 500 --names 10000 --seed 7

A county has 20 to 80 units, two thirds of them nearly empty. One, two or three causes are planted into the report of
the county. ``first`` counts those where the planted explanation is among the ones that are given, ``fewer`` those where
fewer causes leave the same gaps, ``many`` those where more than twenty of as many causes fit; the rest are ``missed``.
Random gaps should get no explanation. Times are those of the processor. Of names that are disturbed as the rule of
matching allows, each should be matched; of others, none.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

import govdisclosure as gd
from govdisclosure.model.cells import tables
from govdisclosure.model.structure import blocks, cell_paths, set_cell
from govdisclosure.rosters import Unit, UnitKind
from govdisclosure.summing import Cause, CauseKind, compared, explained, family_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_COUNTY = "示例市示例县人民政府"
_REGION = "示例市示例县"
_YEAR = 2025
_NAMES = [
    f"{first}{second}局" for first in "财教民司人自住交水农商文卫应审统医市林城" for second in "政育法社运业化计管药"
]
_OUTCOMES = ("granted", "partially_granted", "refused.third_party_rights", "unavailable.not_held", "other.other")


def main() -> None:
    """Run both measurements and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counties", type=int, default=200, help="counties for each number of causes")
    parser.add_argument("--names", type=int, default=10_000, help="disturbed names")
    parser.add_argument("--seed", type=int, default=20_260_131)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)  # noqa: S311 - a simulation
    _print_causes(chance, arguments.counties)
    _print_random(chance, arguments.counties)
    _print_speed(chance)
    _print_names(chance, arguments.names)


def _print_causes(chance: random.Random, counties: int) -> None:
    print(f"{'causes':<52}{'first':>7}{'fewer':>7}{'many':>7}{'missed':>7}{'share':>8}")
    kinds = [*([kind] for kind in CauseKind), None, None]
    for index, kind in enumerate(kinds):
        number = 1 if kind else index - len(CauseKind) + 2
        told = Counter(_told(chance, number, kind) for _ in range(counties))
        planted = told.total() - told["nothing"]
        good = (planted - told["missed"]) / planted
        name = str(kind[0]) if kind else f"{number} of any kind together"
        print(f"{name:<52}{told['first']:>7}{told['fewer']:>7}{told['many']:>7}{told['missed']:>7}{good:>8.2%}")


def _told(chance: random.Random, number: int, kinds: list[CauseKind] | None) -> str:
    """Plant causes into a county, and say what is told of them."""
    children = county(chance)
    parent, planted = planted_into(chance, children, kinds or chance.choices(list(CauseKind), k=number))
    comparison = compared(parent, family_of(children, year=_YEAR, parent=parent, agency=_COUNTY))
    if len(planted) < number or not any(line.gap for line in comparison.lines):
        return "nothing"
    told = explained(comparison)
    if told is None:
        return "missed"
    if told.size < number:
        return "fewer"
    if any(set(each.causes) == set(planted) for each in told.explanations):
        return "first"
    return "many" if not told.explanations else "missed"


def _print_random(chance: random.Random, counties: int) -> None:
    print()
    for cells in (1, 2, 3, 5):
        wrong = 0
        for _ in range(counties):
            children = county(chance)
            parent = gd.rollup(children, agency=_COUNTY, year=_YEAR).report
            paths = [cell.path for cell in gd.cells(parent) if cell.kind == "count"]
            for path in chance.sample(paths, cells):
                gd.put(parent, path, _stated(parent, path) + chance.randint(1, 30))
            comparison = compared(parent, family_of(children, year=_YEAR, parent=parent, agency=_COUNTY))
            wrong += explained(comparison) is not None
        print(f"random gaps in {cells} cells: {wrong} of {counties} get an explanation")


def _print_speed(chance: random.Random) -> None:
    print()
    for units in (60, 80):
        taken: list[float] = []
        searching: list[float] = []
        for _ in range(15):
            children = county(chance, units)
            parent, _ = planted_into(chance, children, [CauseKind.LEFT_OUT, CauseKind.TWICE, CauseKind.LEFT_OUT])
            begun = time.process_time()
            gd.check(parent, children=children, select="ROLLUP")
            taken.append(time.process_time() - begun)
            comparison = compared(parent, family_of(children, year=_YEAR, parent=parent, agency=_COUNTY))
            begun = time.process_time()
            explained(comparison)
            searching.append(time.process_time() - begun)
        times = f"all rules {_middle(taken):.1f} ms, the explanation {_middle(searching):.1f} ms"
        print(f"{units} units, three causes: {times} (median)")
    children = county(chance, 80)
    parent = gd.rollup(children, agency=_COUNTY, year=_YEAR).report
    for name, call in _calls(children, parent).items():
        taken = []
        for _ in range(15):
            begun = time.process_time()
            call()
            taken.append(time.process_time() - begun)
        print(f"80 units, nothing wrong: {name} {_middle(taken):.1f} ms (median)")


def _calls(children: list[gd.AnnualReport], parent: gd.AnnualReport) -> dict[str, Callable[[], object]]:
    return {
        "rollup": lambda: gd.rollup(children, agency=_COUNTY, year=_YEAR),
        "all rules": lambda: gd.check(parent, children=children, select="ROLLUP"),
    }


def _middle(seconds: list[float]) -> float:
    return sorted(seconds)[len(seconds) // 2] * 1000


def county(chance: random.Random, units: int | None = None) -> list[gd.AnnualReport]:
    """Draw the reports of a county, each with one on the year before; its own office is the first."""
    number = units or chance.randint(20, 80)
    names = [_COUNTY, *(f"示例县{name}" for name in chance.sample(_NAMES, number - 1))]
    reports: list[gd.AnnualReport] = []
    for place, name in enumerate(names):
        is_busy = place == 0 or chance.random() < 1 / 3
        reports += [_report(chance, name, year, is_busy=is_busy) for year in (_YEAR, _YEAR - 1)]
    return reports


def _report(chance: random.Random, name: str, year: int, *, is_busy: bool) -> gd.AnnualReport:
    report = gd.AnnualReport.blank(agency=name, year=year)
    for _, table in tables(report):
        for path in cell_paths(type(table)):
            set_cell(table, path, Decimal("0.00") if path == "fees.amount" else 0)
    disclosed = (
        "normative_documents.issued",
        "normative_documents.in_force",
        "licensing.decisions",
        "penalties.decisions",
    )
    for path in disclosed:
        if chance.random() < (0.8 if is_busy else 0.15):
            gd.put(report, f"proactive_disclosure.{path}", chance.randint(1, 300 if is_busy else 9))
    if is_busy and chance.random() < 1 / 2:
        gd.put(report, "proactive_disclosure.fees.amount", Decimal(chance.randint(1, 99_999)) / 100)
    _fill_requests(chance, report, chance.randint(2, 40) if is_busy else chance.choice([0, 0, 0, 1, 2, 3]))
    for block in blocks(gd.ReviewAndLitigation):
        if chance.random() < (0.4 if is_busy else 0.03):
            path = f"review_and_litigation.{block.path}"
            outcome, cases = chance.choice(["upheld", "corrected", "other", "pending"]), chance.randint(1, 3)
            gd.put(report, f"{path}.{outcome}", cases)
            gd.put(report, f"{path}.total", cases)
    return report


def _fill_requests(chance: random.Random, report: gd.AnnualReport, received: int) -> None:
    columns = [block.path for block in blocks(gd.Requests) if not block.declared.of]
    for number in range(received):
        column = columns[0] if chance.random() < 0.8 else chance.choice(columns)
        outcome = "carried_forward" if chance.random() < 0.1 else f"outcomes.{chance.choice(_OUTCOMES)}"
        came = "carried_over" if number and chance.random() < 0.1 else "newly_received"
        counted = [came, outcome, *(["outcomes.total"] if outcome != "carried_forward" else [])]
        for where in (column, "total"):
            for cell in counted:
                path = f"requests.{where}.{cell}"
                gd.put(report, path, _stated(report, path) + 1)


def _stated(report: gd.AnnualReport, path: str) -> int:
    value = gd.get(report, path)
    assert isinstance(value, int)
    return value


def planted_into(
    chance: random.Random, children: list[gd.AnnualReport], kinds: list[CauseKind]
) -> tuple[gd.AnnualReport, list[Cause]]:
    """Make the report of a county with causes planted into it; fewer where one finds nothing to change."""
    current, last = children[::2], children[1::2]
    own, *others = range(len(current))
    visible = [place for place in others if _figures(current[place]) != _figures(_nothing())]
    chosen = chance.sample(visible, len(kinds))
    summed = list(current)
    planted: list[Cause] = []
    exchanged = kinds.count(CauseKind.EXCHANGED)
    for kind, place in zip(kinds, chosen, strict=True):
        at = own if kind in {CauseKind.OWN_MISSING, CauseKind.OWN_REVIEWS_MISSING} else place
        if any(cause.child == _name(current[at]) for cause in planted) or kind is CauseKind.EXCHANGED:
            continue
        if kind is CauseKind.VERSION:
            children.append(_other_version(chance, current[at]))
            summed[summed.index(current[at])] = children[-1]
            planted.append(Cause(kind, _name(current[at]), number=2))
            continue
        planted.append(_plant(kind, at, current, last, summed))
    # Copies of a report would count once, so the sum is made of bodies with names of their own.
    for number, report in enumerate(summed):
        summed[number] = copy.copy(report)
        summed[number].agency = gd.Agency(name=f"单位{number}")
        summed[number].year = _YEAR
    parent = gd.rollup(summed, agency=_COUNTY, year=_YEAR).report
    planted += _exchange(chance, parent, exchanged)
    return parent, planted


def _plant(
    kind: CauseKind,
    place: int,
    current: list[gd.AnnualReport],
    last: list[gd.AnnualReport],
    summed: list[gd.AnnualReport],
) -> Cause:
    report, name = current[place], _name(current[place])
    if kind is CauseKind.TWICE:
        summed.append(report)
    elif kind is CauseKind.OWN_REVIEWS_MISSING:
        changed = gd.from_dict(gd.to_dict(report))
        for cell in gd.cells(changed):
            if ".after_reconsideration." in cell.path:
                gd.put(changed, cell.path, 0)
        summed[summed.index(report)] = changed
    elif kind is CauseKind.LAST_YEAR:
        summed[summed.index(report)] = last[place]
        return Cause(kind, name, year=_YEAR - 1)
    else:
        summed.remove(report)
    return Cause(kind, name)


def _other_version(chance: random.Random, report: gd.AnnualReport) -> gd.AnnualReport:
    """Give another report of the same body, with another figure in one to five of the cells that state something."""
    changed = gd.from_dict(gd.to_dict(report))
    stating = [cell.path for cell in gd.cells(changed) if type(cell.value) is int and cell.value > 0]
    for path in chance.sample(stating, min(len(stating), chance.randint(1, 5))):
        gd.put(changed, path, _stated(changed, path) + chance.choice((-1, 1, 2, 10)) or 3)
    return changed


def _exchange(chance: random.Random, parent: gd.AnnualReport, number: int) -> Iterator[Cause]:
    # Pairs that share no cell, so that several can be exchanged.
    rows = gd.Requests.figure_paths()
    pairs = [(f"requests.{row[at]}", f"requests.{row[at + 1]}") for row in rows for at in range(0, len(row) - 1, 2)]
    differing = [pair for pair in pairs if gd.get(parent, pair[0]) != gd.get(parent, pair[1])]
    for one, other in chance.sample(differing, min(number, len(differing))):
        first, second = gd.get(parent, one), gd.get(parent, other)
        gd.put(parent, one, second)
        gd.put(parent, other, first)
        yield Cause(CauseKind.EXCHANGED, paths=(one, other))


def _name(report: gd.AnnualReport) -> str:
    assert report.agency is not None
    return report.agency.name


def _figures(report: gd.AnnualReport) -> list[object]:
    return [cell.value for cell in gd.cells(report)]


def _nothing() -> gd.AnnualReport:
    return _report(random.Random(0), _COUNTY, _YEAR, is_busy=False)  # noqa: S311


_UNITS = (
    *(Unit(name=name, parent=_COUNTY) for name in _NAMES[:60]),
    Unit(name="示例县市场监督管理局", parent=_COUNTY, other_names=["市场监管局"]),
    Unit(name="农业农村局（乡村振兴局）", parent=_COUNTY),
    Unit(name="示例县教育体育局", parent=_COUNTY),
    Unit(name="经济开发区管理委员会", kind=UnitKind.ZONE, parent=_COUNTY),
    *(Unit(name=f"{place}镇人民政府", kind=UnitKind.TOWN, parent=_COUNTY) for place in ("城关", "柳溪", "石桥")),
    *(Unit(name=f"示例县{place}乡", kind=UnitKind.TOWN, parent=_COUNTY) for place in ("白河", "青山")),
    *(Unit(name=f"{place}街道办事处", kind=UnitKind.STREET, parent=_COUNTY) for place in ("城北", "东关")),
)
_TRADITIONAL = str.maketrans("县财会业运计应镇乡东办开发区农", "縣財會業運計應鎮鄉東辦開發區農")
_WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})


def _print_names(chance: random.Random, names: int) -> None:
    print()
    roster = gd.Roster(_UNITS)
    told: Counter[str] = Counter()
    report = gd.AnnualReport(agency=gd.Agency(name="-"), year=_YEAR)
    for _ in range(names):
        unit = chance.choice(_UNITS)
        is_decided = chance.random() < 1 / 2
        disturb = chance.choice(_DECIDED if is_decided else _UNDECIDED)
        name = disturb(chance, _bare_name(unit))
        if is_decided and name is not None:
            name = _looks(chance, name)
        if name is None:
            continue
        report.agency = gd.Agency(name=name)
        matched = roster.unit_of(report)
        told["decided" if is_decided else "not decided"] += 1
        if is_decided:
            told["matched"] += matched is unit
            told["wrong"] += matched is not None and matched is not unit
        else:
            told["wrong"] += matched is not None
    print(
        f"{names} disturbed names: {told['wrong']} wrong matches; of {told['decided']} that the rule decides, "
        f"{told['matched']} matched; {told['not decided']} that it does not decide"
    )


def _bare_name(unit: Unit) -> str:
    return unit.name.removeprefix("示例县")


def _looks(chance: random.Random, name: str) -> str:
    """Change what the rule folds: script, width, blanks, brackets, and the words for zones, towns and streets."""
    if chance.random() < 0.3:
        name = name.translate(_TRADITIONAL)
    if chance.random() < 0.2:
        name = name.translate(_WIDE)
    if chance.random() < 0.2:
        at = chance.randrange(len(name) + 1)
        name = name[:at] + chance.choice([" ", "\u3000", "\u200b"]) + name[at:]
    if chance.random() < 0.2:
        name += chance.choice(["（示例县知识产权局）", "(加挂牌子)", "【公章】"])
    if chance.random() < 0.5:
        name = name.replace("管理委员会", "管委会")
    if chance.random() < 0.5 and name.endswith(("镇", "乡")):
        name += "人民政府"
    if chance.random() < 0.5 and name.endswith("街道"):
        name += "办事处"
    return name


def _changed(chance: random.Random, name: str) -> str | None:
    """Drop or double a character of the name; None where that is the name of another unit."""
    at = chance.randrange(len(name))
    changed = name[:at] + chance.choice(["", name[at] * 2]) + name[at + 1 :]
    others = {_bare_name(unit) for unit in _UNITS} | {other for unit in _UNITS for other in unit.other_names}
    ends = ("人民政府", "办事处")
    known = {other.removesuffix(end) for other in others for end in ends}
    # 农业农村局, of which only the brackets are damaged, and 市场监管局, which is another name
    return None if {changed.removesuffix(end) for end in ends} & known or "（" in name else changed


_DECIDED: list[Callable[[random.Random, str], str | None]] = [
    lambda _, name: name,
    lambda _, name: f"县{name}",
    lambda _, name: f"示例县{name}",
    lambda _, name: f"{_REGION}{name}",
]
_UNDECIDED: list[Callable[[random.Random, str], str | None]] = [
    lambda _, name: f"区{name}",
    lambda _, name: f"市{name}",
    lambda _, name: f"示例市{name}",
    lambda _, name: f"另一县{name}",
    lambda _, name: f"示例市另一县{name}",
    lambda _, name: f"示例省{_REGION}{name}",
    lambda _, name: f"国家{name}示例县分局",
    lambda _, name: f"示例县人民政府{name}",
    lambda _, name: f"中共示例县委{name}",
    _changed,
]


if __name__ == "__main__":
    main()
