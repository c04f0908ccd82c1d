"""The rows of the two tables: facts, and the reports that they come from."""

from __future__ import annotations

import datetime as dt
import enum
from decimal import Decimal
from typing import Final

from attrs import frozen

from govdisclosure.dataset._columns import Holds, column
from govdisclosure.model.report import AGENCY_KINDS, TABLES, AgencyKind


class State(enum.StrEnum):
    """What a cell holds."""

    STATED = "stated"
    """A figure, nought included."""
    BLANK = "blank"
    """Nothing."""
    NA = "na"
    """A printed "/": not applicable."""


# How many digits an amount has is bounded by the model: at most 18, and at most 17 of them decimals.
PRECISION: Final = 38
"""Digits of the column of decimals; more than an amount has, so that sums have a place."""

SCALE: Final = 17
"""Decimals of the column of decimals: all that an amount can have."""


@frozen(kw_only=True)
class Fact:
    """
    One cell of one table of one report, with its lineage: a row of the table of facts.

    Args:
        report: Id of the report, by which the table of reports has more of it.
        agency: Name of the agency.
        code: Its unified social credit code.
        year: The year reported on.
        table: Section of the table.
        edition: Edition of the table; null where every edition has the same table.
        path: Path of the cell.
        label: Official labels along the path.
        value: The number, of a count or a change; null for an amount.
        amount: The amount, digit by digit as printed; null for a number.
        amount_decimal: The same amount as a decimal.
        unit: Unit of the number or the amount; null where the cell brings its own and names none.
        state: What the cell holds.
        notes: Codes of the notes of its reading about the cell or what it stands in; null where there is no doubt.
        source: What was read: a file, a member of an archive, a line of JSON Lines; null if that is not known.
        place: Where in the source the cell stands; null where nobody knows, as in JSON.
        digest: SHA-256 of the source's content.
        published: The day on which the report was published.
        version: Version of the library that made the fact.
    """

    report: str = column(
        Holds.TEXT,
        "报告标识",
        "Id of the report, by which the table of reports has more of it.",
        is_required=True,
    )
    agency: str | None = column(Holds.TEXT, "机关名称", "Name of the agency.")
    code: str | None = column(Holds.TEXT, "统一社会信用代码", "Its unified social credit code.")
    year: int | None = column(Holds.YEAR, "年度", "The year reported on.")
    table: str = column(Holds.WORDS, "部分", "Section of the table.", words=tuple(TABLES), is_required=True)
    edition: str | None = column(
        Holds.TEXT, "版本", "Edition of the table; null where every edition has the same table."
    )
    path: str = column(Holds.TEXT, "路径", "Path of the cell.", is_required=True)
    label: str = column(Holds.TEXT, "官方名称", "Official labels along the path.", is_required=True)
    value: int | None = column(Holds.WHOLE, "数", "The number, of a count or a change; null for an amount.")
    amount: str | None = column(Holds.TEXT, "金额", "The amount, digit by digit as printed; null for a number.")
    amount_decimal: Decimal | None = column(Holds.DECIMAL, "金额（数值）", "The same amount as a decimal.")
    unit: str | None = column(
        Holds.TEXT, "单位", "Unit of the number or the amount; null where the cell brings its own and names none."
    )
    state: State = column(Holds.WORDS, "状态", "What the cell holds.", words=tuple(State), is_required=True)
    notes: str | None = column(
        Holds.TEXT,
        "读取说明",
        "Codes of the notes of its reading about the cell or what it stands in; null where there is no doubt.",
    )
    source: str | None = column(
        Holds.TEXT,
        "来源",
        "What was read: a file, a member of an archive, a line of JSON Lines; null if that is not known.",
    )
    place: str | None = column(
        Holds.TEXT, "位置", "Where in the source the cell stands; null where nobody knows, as in JSON."
    )
    digest: str | None = column(Holds.TEXT, "摘要", "SHA-256 of the source's content.")
    published: dt.date | None = column(Holds.DAY, "发布日期", "The day on which the report was published.")
    version: str = column(Holds.TEXT, "程序版本", "Version of the library that made the fact.", is_required=True)


@frozen(kw_only=True)
class ReportRow:
    """
    One report, or one source that could not be read: a row of the table of reports.

    With its facts, it is all of the report but the text of its sections.

    Args:
        report: Id of the report.
        agency: Name of the agency.
        kind: Kind of the agency.
        code: Its unified social credit code.
        division: Its division of administration.
        year: The year reported on.
        title: Title of the report.
        period_start: First day of the period that it covers.
        period_end: Last day of that period.
        published: The day on which it was published.
        null_sections: The sections that the report does not have.
        proactive_disclosure_notes: Paragraphs printed beside table II.
        requests_notes: Paragraphs printed beside table III.
        review_and_litigation_notes: Paragraphs printed beside table IV.
        notes: Codes of the notes of its reading; null where it is exact, or not known.
        error: Code of the reason why the source could not be read; such a row has no facts.
        source: What was read: a file, a member of an archive, a line of JSON Lines; null if that is not known.
        digest: SHA-256 of the source's content.
        version: Version of the library that made the row.
    """

    report: str = column(Holds.TEXT, "报告标识", "Id of the report.", is_required=True)
    agency: str | None = column(Holds.TEXT, "机关名称", "Name of the agency.")
    kind: AgencyKind | None = column(Holds.WORDS, "机关性质", "Kind of the agency.", words=AGENCY_KINDS)
    code: str | None = column(Holds.TEXT, "统一社会信用代码", "Its unified social credit code.")
    division: str | None = column(Holds.TEXT, "行政区划代码", "Its division of administration.")
    year: int | None = column(Holds.YEAR, "年度", "The year reported on.")
    title: str | None = column(Holds.TEXT, "标题", "Title of the report.")
    period_start: dt.date | None = column(Holds.DAY, "统计期限起", "First day of the period that it covers.")
    period_end: dt.date | None = column(Holds.DAY, "统计期限止", "Last day of that period.")
    published: dt.date | None = column(Holds.DAY, "发布日期", "The day on which it was published.")
    null_sections: tuple[str, ...] | None = column(
        Holds.TEXTS, "缺少的部分", "The sections that the report does not have."
    )
    proactive_disclosure_notes: tuple[str, ...] | None = column(
        Holds.TEXTS, "表二说明", "Paragraphs printed beside table II."
    )
    requests_notes: tuple[str, ...] | None = column(Holds.TEXTS, "表三说明", "Paragraphs printed beside table III.")
    review_and_litigation_notes: tuple[str, ...] | None = column(
        Holds.TEXTS, "表四说明", "Paragraphs printed beside table IV."
    )
    notes: str | None = column(
        Holds.TEXT, "读取说明", "Codes of the notes of its reading; null where it is exact, or not known."
    )
    error: str | None = column(
        Holds.TEXT, "读取错误", "Code of the reason why the source could not be read; such a row has no facts."
    )
    source: str | None = column(
        Holds.TEXT,
        "来源",
        "What was read: a file, a member of an archive, a line of JSON Lines; null if that is not known.",
    )
    digest: str | None = column(Holds.TEXT, "摘要", "SHA-256 of the source's content.")
    version: str = column(Holds.TEXT, "程序版本", "Version of the library that made the row.", is_required=True)


SHARED: Final = ("report", "agency", "code", "year", "source", "digest", "published", "version")
"""The columns of a fact that the row of its report has, too."""
