"""Completeness: sections, tables, cells and texts that the form asks for."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final, cast

from govdisclosure.arithmetic.figures import NO_FIGURE, types_in
from govdisclosure.checks._messages import LAW_OF_THE_FORM
from govdisclosure.checks._narratives import has_text
from govdisclosure.checks._rules import rule, where
from govdisclosure.model.findings import Finding, Severity
from govdisclosure.model.message import Message
from govdisclosure.model.report import NARRATIVES, SECTIONS, TABLES
from govdisclosure.model.values import NA, NAType
from govdisclosure.vocabulary.bodies import name_of_body
from govdisclosure.vocabulary.headings import section_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.arithmetic.figures import Figures, TableFigures
    from govdisclosure.arithmetic.judgement import Judgement
    from govdisclosure.checks._case import Case
    from govdisclosure.model.notes import Note
    from govdisclosure.model.report import AnnualReport

_WITHHELD: Final = frozenset({"UNPLACED", "AMBIGUOUS", "CELL-UNREADABLE"})
"""The codes of notes on figures that stand in the source, but for whose sake their cells may have been left blank."""

_SECTIONS_OF: Final = attrgetter(*SECTIONS)

_BLANK_TOTAL: Final = Message(
    zh="{label}空白，但其各项已有填报；", en="{path} is blank although parts of it are stated; "
)
_PROVED_TOTAL: Final = Message(
    zh=_BLANK_TOTAL.zh + "按表内其他数字只能是 {expected}，请补填。",
    en=_BLANK_TOTAL.en + "the other figures of the table leave no value but {expected}",
)


def _lacks_a_section(case: Case) -> bool:
    return None in _SECTIONS_OF(case.report)


def _has_gaps(case: Case) -> bool:
    return case.has_gaps


@where(_lacks_a_section)
@rule(
    "SECTION-MISSING",
    Severity.ERROR,
    law="Art. 50",
    zh="缺少“{label}”部分：没有标题，也没有内容，请补上。",
    en="section {path} is missing: neither its heading nor its content is there",
    about=Message(
        zh="年度报告须有格式规定的六个部分，没有内容的也要写明。请补上缺少的部分。",
        en="A report has all six sections of the format, also where there is nothing to report. Add what is missing.",
    ),
)
def missing_sections(report: AnnualReport, notes: tuple[Note, ...]) -> Iterator[Finding]:
    """A report has all six sections; a section whose heading stands among the others lacks only its table."""
    headed = _headed(report)
    for section in _absent(report, notes):
        if section not in TABLES or section not in headed:
            yield Finding(section)


@where(_lacks_a_section)
@rule(
    "TABLE-MISSING",
    Severity.ERROR,
    law="Art. 50",
    zh="“{label}”只有标题，没有表格（表格可能是图片或附件），请以文字表格补上。",
    en="section {path} has its heading but no table; it may be a picture or an attachment",
    about=Message(
        zh="第二、三、四部分须有规定的表格，并能作为文字读取；图片和附件中的数据无法核对。请把表格放入正文。",
        en=(
            "Sections 二, 三 and 四 hold the form's tables as text; figures in a picture or attachment cannot be "
            "checked. Put the table into the report."
        ),
    ),
)
def missing_tables(report: AnnualReport, notes: tuple[Note, ...]) -> Iterator[Finding]:
    """A table section whose heading is there has its table."""
    headed = _headed(report)
    # 三、收到和处理政府信息公开申请情况, and then 详见附件
    for section in _absent(report, notes):
        if section in TABLES and section in headed:
            yield Finding(section)


@where(_has_gaps)
@rule(
    "FORM-EMPTY",
    Severity.ERROR,
    law=LAW_OF_THE_FORM,
    zh="报告的表格没有填报任何数字，是一份空白表格；请填报后再提交，没有的事项填 0。",
    en="the tables of the report hold no figure at all: the form was not filled in; what did not happen is 0",
    about=Message(
        zh="报告的表格不能全部空白：这样的报告没有填报。请逐格填报，没有发生的事项填 0（“/”算已填）。",
        en="The tables of a report must not all be blank: nobody filled the form in. What did not happen is 0.",
    ),
)
def empty_form(figures: Figures, notes: tuple[Note, ...]) -> Iterator[Finding]:
    """A form has at least one stated figure, where "/" is one; what notes name was stated, too."""
    if _is_blank_form(figures, notes):
        yield Finding([table.section for table in figures.tables])


@where(_has_gaps)
@rule(
    "TABLE-EMPTY",
    Severity.WARNING,
    law=LAW_OF_THE_FORM,
    zh="“{label}”的表格没有填报任何数字；没有的事项应填 0。",
    en="the table of {path} holds no figure at all; where there is nothing to report, the form wants 0",
    about=Message(
        zh="表格不能全部空白或全部为“/”：没有发生的事项应填 0。请逐格填报。",
        en="A table must not be all blank or all “/”: what did not happen is stated as 0. Fill it in.",
    ),
)
def empty_tables(figures: Figures, notes: tuple[Note, ...]) -> Iterator[Finding]:
    """A table has at least one stated figure; what notes name are figures, too. A form without any is FORM-EMPTY."""
    if _is_blank_form(figures, notes):
        return
    noted = _noted(notes)
    for table in figures.tables:
        if _is_empty(table) and table.section not in noted:
            yield Finding(table.section)


@where(_has_gaps)
@rule(
    "TOTAL-BLANK",
    Severity.ERROR,
    law=LAW_OF_THE_FORM,
    zh=_BLANK_TOTAL.zh + "按各项合计应填 {expected}，请核对后补填。",
    en=_BLANK_TOTAL.en + "by these it would be {expected}",
    about=Message(
        zh="总计的组成项已有数字时，总计不能空白。请按各项之和补填；details.proved 说明该数是否由表内数据唯一确定。",
        en=(
            "A total is stated where at least one of its parts is. Fill in the sum of the parts; details.proved says "
            "whether the table leaves no other value."
        ),
    ),
)
def blank_totals(figures: Figures, judgement: Judgement) -> Iterator[Finding]:
    """A total is stated where one of its parts is; one finding per cell, also where it closes a row and a column."""
    for table in figures.tables:
        for at in table.blank_totals:
            path = table.paths[at]
            proved = path in judgement.proved
            yield Finding(
                path,
                expected=judgement.proved[path] if proved else cast("int", table.full[at]),
                details={"proved": proved},
                message=_PROVED_TOTAL if proved else Message(),
            )


@where(_has_gaps)
@rule(
    "CELL-BLANK",
    Severity.INFO,
    law=LAW_OF_THE_FORM,
    zh="表格有 {actual} 格空白（{paths:cells}）；没有的应填 0。",
    en="blank cells: {actual} ({paths:cells}); where there is nothing to report, the form wants 0",
    about=Message(
        zh="表格每一格都应填数，没有的填 0：空白看不出是零还是漏报。请补填。",
        en="Every cell holds a figure, nought as 0: a blank may be nought or forgotten. Fill it in.",
    ),
)
def blank_cells(figures: Figures) -> Iterator[Finding]:
    """Every cell is filled in; one finding per table, without the totals that TOTAL-BLANK names."""
    for table in figures.tables:
        if not _is_empty(table):
            blank = [at for at in _places_of(None, table) if at not in table.blank_totals]
            yield from _cells(table, blank)


@where(_has_gaps)
@rule(
    "CELL-NA",
    Severity.WARNING,
    law=LAW_OF_THE_FORM,
    zh="表格有 {actual} 格填了“/”（{paths:cells}）；没有的应填 0。",
    en="cells with “/”: {actual} ({paths:cells}); where there is nothing to report, the form wants 0",
    about=Message(
        zh="表三、表四对任何机关都适用，没有申请或案件应填 0，不填“/”。",
        en="Tables III and IV apply to every authority: without requests or cases, state 0 and not “/”.",
    ),
)
def cells_not_applicable(figures: Figures) -> Iterator[Finding]:
    """In tables III and IV no cell is "not applicable"; one finding per table."""
    for table in figures.tables:
        if table.section != "proactive_disclosure":
            yield from _cells(table, _places_of(NA, table))


@rule(
    "NARRATIVE-EMPTY",
    Severity.WARNING,
    law="Art. 50",
    zh="“{label}”没有文字；没有内容也应写“无”。",
    en="section {path} has no text; where there is nothing to report, say so",
    about=Message(
        zh="第一、五、六部分须有文字，没有内容的写“无”。",
        en="Sections 一, 五 and 六 have text; where there is nothing to report, 无 is text enough.",
    ),
)
def empty_narratives(report: AnnualReport) -> Iterator[Finding]:
    """Sections 一, 五 and 六 have text; 「无」 is text."""
    for section in NARRATIVES:
        if getattr(report, section) is not None and not has_text(report, section):
            yield Finding(section)


@rule(
    "AGENCY-MISSING",
    Severity.WARNING,
    law=LAW_OF_THE_FORM,
    zh="报告没有写明机关名称，请在标题中写出全称。",
    en="the report does not name its agency; the title should, in full",
    about=Message(
        zh="报告须写明是哪个机关的，标题为“机关名称＋年份＋年政府信息公开工作年度报告”。",
        en="A report says whose it is: its title is the name of the agency, the year, 年政府信息公开工作年度报告.",
    ),
)
def missing_agency(report: AnnualReport) -> Iterator[Finding]:
    """The report names its agency."""
    if name_of_body(report.agency) is None:
        yield Finding("agency")


@rule(
    "YEAR-MISSING",
    Severity.WARNING,
    law=LAW_OF_THE_FORM,
    zh="报告没有写明年度，请在标题和统计期限中写出。",
    en="the report does not say which year it is on; the title and the period should",
    about=Message(
        zh="报告须写明年度；没有年度，时限、格式版本等都无法核对。",
        en="A report says which year it is on; without it, deadline and edition cannot be checked.",
    ),
)
def missing_year(report: AnnualReport) -> Iterator[Finding]:
    """The report says which year it is on."""
    if report.year is None:
        yield Finding("year")


def _absent(report: AnnualReport, notes: tuple[Note, ...]) -> list[str]:
    noted = _noted(notes)
    return [section for section in SECTIONS if getattr(report, section) is None and section not in noted]


def _headed(report: AnnualReport) -> set[str | None]:
    return {section_of(other.heading) for other in report.other_sections}


def _noted(notes: tuple[Note, ...]) -> set[str]:
    """Give the sections of whose cells notes say that figures stand in the source."""
    # 予以公开 | 3 | 3, of which it is not known in which columns they belong
    paths = [path for note in notes if note.code in _WITHHELD for path in note.paths]
    return {path.partition(".")[0] for path in paths if "." in path}


def _is_blank_form(figures: Figures, notes: tuple[Note, ...]) -> bool:
    """Tell whether no cell of any table is stated, neither in the tables nor in what notes say of their cells."""
    if not figures.tables or any(_names_a_cell(path) for note in notes for path in note.paths):
        return False
    return all(value is None for table in figures.tables for value in table.values)


def _names_a_cell(path: str) -> bool:
    section, _, below = path.partition(".")
    return section in TABLES and bool(below)


def _is_empty(table: TableFigures) -> bool:
    return types_in(table) <= NO_FIGURE


def _places_of(mark: NAType | None, table: TableFigures) -> list[int]:
    """Give the positions of the cells that are blank, or hold "/"; in nearly every table none is."""
    if type(mark) not in types_in(table):
        return []
    return [at for at, value in enumerate(table.values) if value is mark]


def _cells(table: TableFigures, positions: Sequence[int]) -> Iterator[Finding]:
    if positions:
        yield Finding(table.paths_at(positions), actual=len(positions))
