"""How messages say where words of the narrative stand, and what of the tables they are held against."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.model.cells import get, label_of
from govdisclosure.model.message import Message
from govdisclosure.model.naming import cell_names, name_of, paragraph, shortened
from govdisclosure.model.phrases import Phrase, Template
from govdisclosure.model.report import TABLES
from govdisclosure.model.values import NA

if TYPE_CHECKING:
    from govdisclosure.model.report import AnnualReport

_NUMBERS: Final = {"proactive_disclosure": "表二", "requests": "表三", "review_and_litigation": "表四"}
# Paths such as other_sections[0].paragraphs[2] and requests.notes[1].
_INSIDE: Final = re.compile(r"\A(?P<above>.+)\.(?:paragraphs|notes)\[(?P<index>[0-9]+)\]\Z")
_AT: Final = re.compile(r"\A(?P<above>[^\[]+)\[(?P<index>[0-9]+)\]\Z")


class _Held(Template):
    NOTE = "{0}下的说明第{1}段", "{2}, note {1} to the table"
    STATED = "{0}填的是 {2}", "{1} is {2}"
    NOT_APPLICABLE = "{0}填的是“/”", '{1} is "/"'
    BLANK = "{0}空着，按其他各格算是 {2}", "{1} is blank, and must be {2} by the other cells"
    SUM = "{0}之和是 {2}", "the sum of {1} is {2}"
    SUM_OF_GROUP = "{0}各项之和是 {2}", "the cells of {1} come to {2}"
    AT_MOST = "{0}，公开的不应多于作出的", "{0}, and no more can be published than were made"


def where(report: AnnualReport, path: str) -> Message:
    """Name a paragraph: 一、总体情况第2段."""
    inside, at = _INSIDE.match(path), _AT.match(path)
    if inside is not None:
        above, number = inside["above"], int(inside["index"]) + 1
        label = _section(report, above)
        return _message(_Held.NOTE(_NUMBERS[above], number, label) if above in TABLES else paragraph(label, number))
    return _message(paragraph(label_of(report, path), int(at["index"]) + 1 if at else 1))


def _section(report: AnnualReport, path: str) -> str:
    other = _AT.match(path)
    return label_of(report, path) if other is None else report.other_sections[int(other["index"])].heading


def held(report: AnnualReport, names: tuple[str, ...], figure: str, *, at_most: bool = False) -> Message:
    """
    Say what a cell holds, or what some cells and groups of cells come to.

    表三「总计」列「（七）总计」填的是 8; 表三「总计」列「一、本年新收…」与「二、上年结转…」之和是 12.

    Args:
        report: The report.
        names: The paths of the cells and groups, all of one table.
        figure: Their sum, as it is to be written.
        at_most: Whether the words state what must not be more than that.
    """
    table = names[0].partition(".")[0]
    labels = f"{_NUMBERS[table]}{_labels(report, table, names)}"
    paths = " and ".join(names)
    phrase = _kind(report, table, names)(labels, paths, figure)
    return _message(_Held.AT_MOST(phrase) if at_most else phrase)


def _kind(report: AnnualReport, table: str, names: tuple[str, ...]) -> _Held:
    known = cell_names(type(getattr(report, table)))
    if len(names) > 1:
        return _Held.SUM
    if names[0].partition(".")[2] not in known:
        return _Held.SUM_OF_GROUP
    value = get(report, names[0])
    return _Held.BLANK if value is None else _Held.NOT_APPLICABLE if value is NA else _Held.STATED


def _labels(report: AnnualReport, table: str, names: tuple[str, ...]) -> str:
    """Join the labels of cells and groups; what they stand in is named once if it is the same for all."""
    known = cell_names(type(getattr(report, table)))
    own = []
    for name in names:
        block = next(path for path in known if f"{name}.".startswith(f"{table}.{path}."))
        label = f"「{shortened(label_of(report, name).rpartition(' / ')[2])}」"
        own.append((name_of(report, f"{table}.{block}"), label))
    first = own[0][0]
    if all(block == first for block, _ in own):
        return first + "与".join(label for _, label in own)
    return "与".join(block + label for block, label in own)


def _message(phrase: Phrase) -> Message:
    return Message(phrase.of("zh"), phrase.of("en"))
