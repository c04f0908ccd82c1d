"""Faults that show beside other reports: that of the year before, those of children, those of peers."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from govdisclosure.model.cells import cells, get, tables
from govdisclosure.model.report import Agency, AnnualReport
from govdisclosure.rosters import Roster, Unit
from govdisclosure.testing._adding_up import noughts
from govdisclosure.testing._case import Case
from govdisclosure.testing._consistent import DEPARTMENT, say, sound_reports, sound_reports_on
from govdisclosure.testing._faults import SOME, raise_cells
from govdisclosure.testing._faults_of_tables import columns_of, other_classes, outcomes_of
from govdisclosure.testing._many import IN_FORCE, NEWCOMER, families, pairs

if TYPE_CHECKING:
    from govdisclosure.testing._faults import Faults

_T2: Final = "proactive_disclosure"
_RECEIVED: Final = "requests.total.newly_received"
_JUMP: Final = 50
"""A total that is raised by so many, while that of the year before is below a fifth of it, has jumped."""

# Long enough to be compared with other texts (at least 200 characters), and no claim on any table.
_COPIED: Final = (
    "组织各科室逐条梳理公开目录，删去失效的栏目，合并重复的栏目，并为每个栏目指定一名联络人。"
    "联络人在信息产生之日起提出是否公开的意见，由科室负责人审核，再交办公室统一登记、编号和发布。"
    "对群众在窗口和热线中反复问到的事项，整理成通俗易懂的问答，配以流程图，放在网站首页和办事大厅的显著位置。"
    "邀请企业代表、村居干部和律师参观档案室，听取他们对查阅场所、开放时间和复印服务的意见，能改的当场答复，"
    "不能马上改的说明理由和期限，并由专人跟踪到底。"
)


@st.composite
def _no_last_year(draw: st.DrawFn) -> Case:
    last, report = draw(pairs())
    assert last.year is not None
    last.year = draw(st.sampled_from([last.year - 1, last.year + 1, None]))
    return Case(report, previous=last)


@st.composite
def _carried_otherwise(draw: st.DrawFn) -> Case:
    last, report = draw(pairs())
    rows = ("carried_over", "carried_forward")
    columns = (draw(st.sampled_from(columns_of(report))), "requests.total")
    raise_cells(report, draw(SOME), *(f"{column}.{row}" for column in columns for row in rows))
    return Case(report, previous=last)


@st.composite
def _in_force_otherwise(draw: st.DrawFn) -> Case:
    last, report = draw(pairs(cell=IN_FORCE))
    raise_cells(draw(st.sampled_from([report, last])), draw(SOME), IN_FORCE)
    return Case(report, previous=last)


@st.composite
def _jumped(draw: st.DrawFn) -> Case:
    last, report = draw(pairs())
    say(report)
    column, outcome = draw(st.sampled_from(columns_of(report))), draw(st.sampled_from(outcomes_of(report)))
    before = max(figure for figure in map(_count, [last] * 2, [_RECEIVED, "requests.total.outcomes.total"]))
    rows = ("newly_received", outcome, "outcomes.total")
    paths = [f"{each}.{row}" for each in (column, "requests.total") for row in rows]
    raise_cells(report, _JUMP + 5 * before + draw(SOME), *paths)
    return Case(report, previous=last)


def _count(report: AnnualReport, path: str) -> int:
    figure = get(report, path)
    assert isinstance(figure, int)
    return figure


@st.composite
def _said_otherwise(draw: st.DrawFn) -> Case:
    last, report = draw(pairs())
    before, after = _count(last, _RECEIVED), _count(report, _RECEIVED)
    change, wrong = "增加" if after >= before else "减少", abs(after - before) + draw(SOME)
    say(report, f"本年新收政府信息公开申请{after}件，较上年{change}{wrong}件。")
    return Case(report, previous=last)


@st.composite
def _copied_from_last_year(draw: st.DrawFn) -> Case:
    last, report = draw(pairs())
    section = draw(st.sampled_from(["problems_and_improvements", "overview", "other_matters"]))
    for each in (last, report):
        getattr(each, section).append(_COPIED)
    return Case(report, previous=last)


@st.composite
def _copied_from_a_peer(draw: st.DrawFn) -> Case:
    report, peer = draw(sound_reports(names=(DEPARTMENT,))), draw(sound_reports(names=(NEWCOMER,)))
    section = draw(st.sampled_from(["problems_and_improvements", "overview"]))
    for each in (report, peer):
        getattr(each, section).append(_COPIED)
    return Case(report, peers=(peer,))


@st.composite
def _summed_otherwise(draw: st.DrawFn) -> Case:
    parent, children = draw(families())
    if draw(st.booleans()):
        columns = (draw(st.sampled_from(columns_of(parent))), "requests.total")
        raise_cells(
            parent, draw(SOME), *(f"{each}.{row}" for each in columns for row in ("carried_over", "carried_forward"))
        )
    else:
        raise_cells(parent, draw(SOME), draw(st.sampled_from(_alone(parent))))
    return Case(parent, children=children)


def _alone(report: AnnualReport) -> list[str]:
    """Give the counts of table II that nothing else in a report depends on: the last one of each row but rules."""
    rows = type(getattr(report, _T2)).figure_paths()
    last = {f"{_T2}.{paths[-1]}" for paths in rows if not paths[-1].startswith("rules.")}
    return [cell.path for cell in cells(report) if cell.path in last and cell.kind == "count"]


@st.composite
def _unit_missing(draw: st.DrawFn) -> Case:
    parent, children = draw(families())
    if draw(st.booleans()):
        section, _ = draw(st.sampled_from(list(tables(children[-1]))))
        setattr(children[-1], section, None)
        return Case(parent, children=children)
    names = [child.agency.name for child in children if child.agency is not None]
    return Case(parent, children=children, roster=Roster([Unit(name=name) for name in [*names, NEWCOMER]]))


@st.composite
def _child_of_another_year(draw: st.DrawFn) -> Case:
    parent, children = draw(families())
    assert parent.year is not None
    newcomer = draw(sound_reports_on(parent.year - draw(st.integers(1, 2)), NEWCOMER))
    return Case(parent, children=(*children, newcomer))


@st.composite
def _child_of_another_edition(draw: st.DrawFn) -> Case:
    # All cells of the newcomer are nought, so that the sums are right whatever the editions have in common.
    parent, children = draw(families())
    newcomer = copy.deepcopy(children[-1])
    newcomer.agency = Agency(name=NEWCOMER)
    for section, table in tables(newcomer):
        setattr(newcomer, section, noughts(type(table)))
    section, cls = draw(st.sampled_from(other_classes(newcomer)))
    setattr(newcomer, section, noughts(cls))
    return Case(parent, children=(*children, newcomer))


@st.composite
def _child_twice(draw: st.DrawFn) -> Case:
    parent, children = draw(families())
    again = copy.deepcopy(draw(st.sampled_from(children)))
    if draw(st.booleans()):
        raise_cells(again, draw(SOME), draw(st.sampled_from(_alone(again))))
    return Case(parent, children=(*children, again))


FAULTS: Final[Faults] = {
    "YOY-PREVIOUS": _no_last_year,
    "YOY-CARRY": _carried_otherwise,
    "YOY-IN-FORCE": _in_force_otherwise,
    "YOY-JUMP": _jumped,
    "YOY-TEXT": _said_otherwise,
    "YOY-COPY": _copied_from_last_year,
    "PEER-COPY": _copied_from_a_peer,
    "ROLLUP-SUM": _summed_otherwise,
    "ROLLUP-MISSING": _unit_missing,
    "ROLLUP-YEAR": _child_of_another_year,
    "ROLLUP-EDITION": _child_of_another_edition,
    "ROLLUP-TWICE": _child_twice,
}
"""Faults that show beside other reports."""
