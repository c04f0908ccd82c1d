"""Roll-ups: a government's report against the reports of its children."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.checks._explanations import as_json as explanation_as_json
from govdisclosure.checks._explanations import in_words, named
from govdisclosure.checks._messages import LAW_OF_THE_FORM, escaped, putting
from govdisclosure.checks._rules import rule
from govdisclosure.model.cells import get, node_of, path_key, tables
from govdisclosure.model.declare import Kind
from govdisclosure.model.findings import Finding, Severity
from govdisclosure.model.message import Message
from govdisclosure.model.naming import name_of
from govdisclosure.model.profile import Body
from govdisclosure.model.report import TABLES, agency_name
from govdisclosure.model.values import figure_as_json
from govdisclosure.rosters import called
from govdisclosure.summing import compared, explained, family_of, is_unclear, together
from govdisclosure.vocabulary.bodies import body_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON
    from govdisclosure.rosters import Roster, Unit
    from govdisclosure.summing import Child, Comparison, Family, Figure, Line, Together

_MOST_LISTED: Final = 500
"""So many children and cells the details of a finding list."""

_SHOWN: Final = 3
_SUM: Final = Message(
    "{paths:cells}填报 {actual}，{children_in_all} 个单位合计 {expected}，相差 {difference}",
    "{paths:cells}: {actual}, but the sum of its children ({children_in_all} in all) is {expected}: {difference} apart",
)
_BOUND: Final = Message(
    "{paths:cells}填报 {actual}，少于各单位已填各数之和 {expected}（另有单位未填或未报），相差 {difference}",
    "{paths:cells}: {actual}, less than the {expected} that the children state (some state nothing): "
    "{difference} apart",
)
_WITHOUT_UNIT: Final = Message(
    "{units}的{paths:cells}没有写明是元还是万元，未计入合计，这一格不能全部核对。",
    "{paths:cells} of {units} names neither 元 nor 万元: it is not in the sum, and the cell is not fully compared",
)
_OWN_WITHOUT_UNIT: Final = Message(
    "{paths:cells}没有写明是元还是万元，不能与各单位的合计核对。",
    "{paths:cells} names neither 元 nor 万元: it is not compared with the sum of the children",
)
_MISSING: Final = Message("名册中的{units}没有本年度报告{held}。", "no report of {units}, on the roster{held}")
_TOGETHER: Final = Message("；按本报告推算，合计应有{cells}", "; by this report they hold together {cells}")
_NOTHING: Final = Message("；按本报告推算，各格均为0", "; by this report they hold nothing")
_NOT_ONLY: Final = Message(
    "；但差额中有负数或不符合勾稽关系，问题不只在于缺少这些单位",
    "; but gaps are below nought or break the identities, so not only they are missing",
)
_NO_TABLE: Final = Message("{units}的报告没有“{label}”的表格。", "the report of {units} has no table of {path}")
_YEAR: Final = Message(
    "{units}只有{actual}年的报告，本报告是{expected}年的；未计入合计。",
    "there is a report on {actual} only of {units}, but this one is on {expected}; it is not summed up",
)
_EDITION: Final = Message(
    "{units}的“{label}”用的是{actual}版表格，本报告用的是{expected}版；只比较两版都有的格。",
    "the table of {path} of {units} is of edition {actual}, this one of {expected}; only what both have is compared",
)
_TWICE: Final = Message(
    "{units}有 {actual} 份内容不同的本年度报告；数字不一致的格未计入合计，请确定以哪一份为准。",
    "{actual} different reports of {units} on one year; a cell in which they differ is not summed up",
)
_OF_PARENT: Final = Message(
    "另有 {actual} 份{units}自己的本年度报告，与本报告不同；那是汇总，不是所属单位的报告，没有计入，请确定以哪份为准。",
    "{actual} more of the reports of {units} itself, other than this one: sums, and no children; they were not counted",
)
_COPIES: Final = Message(
    "{units}的报告有 {actual} 份，内容相同，只计一次。", "{actual} copies of the report of {units}; one counts"
)


def _family(report: AnnualReport, children: Sequence[AnnualReport], roster: Roster | None) -> Family | None:
    """Give the family of a report; None where no roll-up is expected: of towns and streets."""
    unit = None if roster is None else roster.unit_of(report)
    body = body_of(report.agency) if unit is None else unit.body
    if body in {Body.TOWN, Body.STREET}:
        return None
    agency = agency_name(report)
    return family_of(children, year=report.year, roster=roster, parent=report, agency=agency)


@rule(
    "ROLLUP-SUM",
    Severity.ERROR,
    law=LAW_OF_THE_FORM,
    zh=f"{_SUM.zh}。",
    en=_SUM.en,
    also={Severity.INFO: _WITHOUT_UNIT},
    about=Message(
        zh=(
            "政府的报告汇总所属单位的报告：表二、表三、表四的每一格等于各单位同一格之和。"
            "单位的空白格是未知数（0 或更大），因此有空白或缺报时，合计是下限。金额容许四舍五入的误差；"
            "没有写明元或万元的金额不能核对。"
            "全部差额正好由至多三个原因造成时，写明这些原因。"
        ),
        en=(
            "A government's report sums up those of its bodies: each cell of tables II, III and IV is the sum of "
            "theirs. A blank of a child is unknown, nought or more, so that with blanks or missing reports the sum is "
            "a lower bound. Amounts may differ by rounding; one that names neither 元 nor 万元 cannot be compared. "
            "Where up to three causes leave exactly the gaps there are, they are named."
        ),
    ),
)
def rollup_sum(
    report: AnnualReport, children: tuple[AnnualReport, ...], roster: Roster | None = None
) -> Iterator[Finding]:
    """Every cell of the parent is the sum of its children's."""
    family = _family(report, children, roster)
    if family is None or not family.children:
        return
    comparison = compared(report, family)
    yield from _without_unit(comparison)
    if not comparison.failing:
        return
    # One cause is told once: at the first cell in the order of the report.
    first = min(comparison.failing, key=lambda line: path_key(line.paths[0]))
    for line in comparison.failing:
        yield _of_line(line, comparison, with_explanation=line is first)


def _without_unit(comparison: Comparison) -> Iterator[Finding]:
    """Say of which amounts of the parent nobody knows whether they are the sum, for want of a unit."""
    for path, children in comparison.without_unit.items():
        if is_unclear(get(comparison.report, path)):
            finding = Finding(path, message=_OWN_WITHOUT_UNIT)
        else:
            finding = _about(path, children, _WITHOUT_UNIT, expected=None, actual=len(children))
        yield attrs.evolve(finding, severity=Severity.INFO)


def _of_line(line: Line, comparison: Comparison, *, with_explanation: bool) -> Finding:
    assert line.parent is not None
    names = [child.name for child in comparison.family.children]
    stated: dict[str, JSON] = {
        name: None if figure is None else _shown(line.paths[0], figure)
        for name, figure in zip(names[:_MOST_LISTED], line.figures, strict=False)
    }
    details: dict[str, JSON] = {
        "children": stated,
        "children_in_all": len(names),
        "difference": _shown(line.paths[0], abs(line.gap)),
    }
    said = _SUM if line.is_complete else _BOUND
    zh, en = f"{said.zh}。", said.en
    explanation = explained(comparison) if with_explanation else None
    if explanation is not None:
        details["explanation"] = explanation_as_json(explanation)
        words = escaped(in_words(explanation, comparison.report))
        zh, en = zh + words.zh, en + words.en
    return Finding(
        line.paths,
        expected=_shown(line.paths[0], line.total),
        actual=_shown(line.paths[0], line.parent),
        details=details,
        message=Message(zh, en),
    )


def _shown(path: str, figure: Figure) -> int | str:
    """Give a figure of a cell as JSON, an amount with its unit where the form names none."""
    return (
        f"{figure_as_json(figure)}元" if node_of(path).declared.kind is Kind.MONEY_WITH_UNIT else figure_as_json(figure)
    )


@rule(
    "ROLLUP-MISSING",
    Severity.WARNING,
    law=LAW_OF_THE_FORM,
    zh=_MISSING.zh,
    en=_MISSING.en,
    about=Message(
        zh=(
            "名册中的单位没有本年度报告，或某单位的报告缺少表格，合计就不完整。本报告各格与已有单位合计之差，就是缺报单位合计应有的数；"
            "如有负数或不符合勾稽关系，问题不只在于缺报。"
        ),
        en=(
            "A unit of the roster without a report, or a child without a table, leaves the sums incomplete. What the "
            "report states more than its children is what the missing units must hold together; if that is below "
            "nought anywhere or breaks the identities, not only they are missing."
        ),
    ),
)
def rollup_missing(
    report: AnnualReport, children: tuple[AnnualReport, ...], roster: Roster | None = None
) -> Iterator[Finding]:
    """Every unit of the roster has a report, and every child has all tables."""
    family = _family(report, children, roster)
    if family is None:
        return
    if family.missing:
        yield _of_units(report, family, called(roster.units if roster else ()))
    for section, _ in tables(report):
        without = [child.name for child in family.children if _lacks(child, section)]
        if without:
            yield _about(section, without, _NO_TABLE, expected=None, actual=len(without))


def _lacks(child: Child, section: str) -> bool:
    return any(getattr(version, section) is None for version in child.versions)


def _tables_of(report: AnnualReport) -> tuple[str, ...]:
    """Give the names of its tables; of all three where it has none, since a finding has a place."""
    return tuple(section for section, _ in tables(report)) or tuple(TABLES)


def _of_units(report: AnnualReport, family: Family, names: Mapping[Unit, str]) -> Finding:
    missing = [names[unit] for unit in family.missing]
    held = together(compared(report, family)) if family.children else None
    template = putting(_MISSING, held=Message() if held is None else _in_words(held, report))
    finding = _about(_tables_of(report), missing, template, expected=0, actual=len(missing))
    if held is None:
        return finding
    cells: dict[str, JSON] = {path: _shown(path, figure) for path, figure in held.figures.items()}
    return attrs.evolve(finding, details={**finding.details, "together": cells, "only_they": held.is_possible})


def _in_words(held: Together, report: AnnualReport) -> Message:
    """Say what missing units must hold together: the first few cells of it."""
    if not held.is_possible:
        return _NOT_ONLY
    if not held.figures:
        return _NOTHING if held.is_decided else Message()
    shown = [(path, _shown(path, figure)) for path, figure in held.figures.items()][:_SHOWN]
    zh = "、".join(f"{name_of(report, path)} {figure}" for path, figure in shown)
    en = ", ".join(f"{path} {figure}" for path, figure in shown)
    more = len(held.figures) - len(shown)
    if more:
        zh, en = f"{zh}等{len(held.figures)}格", f"{en} and {more} more"
    return Message(_TOGETHER.zh.format(cells=zh), _TOGETHER.en.format(cells=en))


@rule(
    "ROLLUP-YEAR",
    Severity.WARNING,
    law=LAW_OF_THE_FORM,
    zh=_YEAR.zh,
    en=_YEAR.en,
    about=Message(
        zh="所属单位的报告应与政府的报告同一年度。请补齐该年度的报告；其他年度的报告只用来解释差额。",
        en="The reports of children are on the year of their parent's. A report on another year only explains gaps.",
    ),
)
def rollup_year(
    report: AnnualReport, children: tuple[AnnualReport, ...], roster: Roster | None = None
) -> Iterator[Finding]:
    """Every child has a report on the year of the parent."""
    family = _family(report, children, roster)
    by_year: dict[int, list[str]] = {}
    for child in family.wrong_year if family else ():
        for year in {each.year for each in child.earlier if each.year is not None}:
            by_year.setdefault(year, []).append(child.name)
    told = [_about("year", names, _YEAR, expected=report.year, actual=year) for year, names in by_year.items()]
    yield from _with_explanation(told, report, family)


@rule(
    "ROLLUP-EDITION",
    Severity.WARNING,
    law=LAW_OF_THE_FORM,
    zh=_EDITION.zh,
    en=_EDITION.en,
    about=Message(
        zh="同一年度的报告用同一版表格。2019版的“（六）其他处理”与2021版三格之和比较，其余只比较两版都有的格。",
        en=(
            "Reports on one year have one edition of the form. （六）其他处理 of edition 2019 is held against the sum "
            "of three cells of 2021; else only cells that both have are compared."
        ),
    ),
)
def rollup_edition(
    report: AnnualReport, children: tuple[AnnualReport, ...], roster: Roster | None = None
) -> Iterator[Finding]:
    """The tables of children are of the parent's edition."""
    family = _family(report, children, roster)
    for section, table in tables(report):
        by_edition: dict[str, list[str]] = {}
        for child in family.children if family else ():
            own = [getattr(version, section) for version in child.versions]
            for edition in {each.edition for each in own if each is not None and type(each) is not type(table)}:
                by_edition.setdefault(edition, []).append(child.name)
        for edition, names in by_edition.items():
            yield _about(section, names, _EDITION, expected=table.edition, actual=edition)


@rule(
    "ROLLUP-TWICE",
    Severity.WARNING,
    law=LAW_OF_THE_FORM,
    zh=_TWICE.zh,
    en=_TWICE.en,
    also={Severity.INFO: _COPIES},
    about=Message(
        zh=(
            "同一单位同一年度只有一份报告。网页、Word 和 PDF 等内容相同的副本只计一次。"
            "各单位的报告中另有汇总机关自己的报告的，不作为单位计入。"
        ),
        en=(
            "A body has one report on a year. Copies of it (page, Word, PDF) count once. A further report of the "
            "parent itself among its children is no child."
        ),
    ),
)
def rollup_twice(
    report: AnnualReport, children: tuple[AnnualReport, ...], roster: Roster | None = None
) -> Iterator[Finding]:
    """Every child has one report on the year, or copies of one."""
    family = _family(report, children, roster)
    if family is None:
        return
    paths = _tables_of(report)
    several = [child for child in family.children if len(child.versions) > 1]
    told = [_about(paths, [child.name], _TWICE, expected=1, actual=len(child.versions)) for child in several]
    # One cause is told once: what explains a report on another year stands there.
    yield from told if family.wrong_year else _with_explanation(told, report, family)
    for child in family.children:
        if len(child.versions) == 1 and child.copies > 1:
            copies = _about(paths, [child.name], _COPIES, expected=1, actual=child.copies)
            yield attrs.evolve(copies, severity=Severity.INFO)
    drafts = [each for each in family.of_parent if each.year in {report.year, None}]
    if drafts and report.agency is not None:
        yield _about(paths, [report.agency.name], _OF_PARENT, expected=0, actual=len(drafts))


def _with_explanation(told: list[Finding], report: AnnualReport, family: Family | None) -> Iterator[Finding]:
    """Yield findings, the first on a body that explains the gaps with that, where no cell fails that says it."""
    comparison = compared(report, family) if told and family and family.children else None
    explanation = explained(comparison) if comparison and not comparison.failing else None
    if explanation is None:
        yield from told
        return
    causing = {cause.child for each in explanation.explanations for cause in each.causes}
    first = next((each for each in told if not causing.isdisjoint(_names_in(each))), told[0])
    words = escaped(in_words(explanation, report))
    explained_by = attrs.evolve(
        first,
        details={**first.details, "explanation": explanation_as_json(explanation)},
        message=Message(first.message.zh + words.zh, first.message.en + words.en),
    )
    yield from (explained_by if each is first else each for each in told)


def _names_in(finding: Finding) -> list[str]:
    units = finding.details["units"]
    assert isinstance(units, list)
    return [str(unit) for unit in units]


def _about(
    paths: str | tuple[str, ...],
    names: Sequence[str],
    template: Message,
    *,
    expected: int | str | None,
    actual: int | str,
) -> Finding:
    """Make a finding on some bodies, which its message names."""
    units: list[JSON] = [*names[:_MOST_LISTED]]
    message = putting(template, units=named(names))
    return Finding(paths, expected=expected, actual=actual, details={"units": units}, message=message)
