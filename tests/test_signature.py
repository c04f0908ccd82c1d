"""The signature block of the forms that are printed: who reports, and the day of publication, to be filled in."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

import docx
import pytest
from support.builders import build_report
from support.pages import printed
from support.workbooks import edited, opened, saved, workbook_of

import govdisclosure as gd
from govdisclosure.form.blocks import Paragraph, Role
from govdisclosure.model.report import OtherSection

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

    from govdisclosure.model.report import AnnualReport

_NAME, _DAY = "示例镇人民政府", "2022年1月20日"
_PUBLISHED = dt.date(2022, 1, 20)
_PRINTED = ("docx", "html", "xlsx")


def _signature(report: gd.AnnualReport) -> list[str]:
    return [block.text for block in printed(report) if isinstance(block, Paragraph) and block.role is Role.SIGNATURE]


def test_a_report_is_signed_with_its_agency_and_its_day() -> None:
    """As far as they are known."""
    assert _signature(build_report()) == [_NAME, _DAY]
    assert _signature(build_report(published=None)) == [_NAME]
    assert _signature(build_report(agency=None)) == [_DAY]
    assert _signature(build_report(agency=None, published=None)) == []


@pytest.mark.parametrize(
    "last",
    [
        [_NAME, _DAY],
        ["示例镇人民政府办公室　二〇二二年一月二十日"],
        ["2022-01-20", "（此件公开发布）"],
        [f" {_NAME} "],
    ],
)
def test_a_text_that_ends_in_a_signature_has_no_other(last: list[str]) -> None:
    """Somebody else's report is printed as it was."""
    report = build_report(other_matters=["无。", *last])

    assert _signature(report) == []
    assert [gd.parse(gd.render(report, each)) for each in _PRINTED] == [gd.Reading(report)] * 3


def test_a_sentence_with_a_day_is_no_signature() -> None:
    """Nor is a day that stands further above."""
    assert _signature(build_report(other_matters=["本制度自2022年1月1日起施行。"])) == [_NAME, _DAY]
    assert _signature(build_report(other_matters=[_DAY, "甲", "乙", "丙"])) == [_NAME, _DAY]


@pytest.mark.parametrize("format", _PRINTED)
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"published": None},
        {"agency": None},
        {"agency": gd.Agency(name=_DAY)},
        {"agency": gd.Agency(name=" 甲 ")},
        {"agency": gd.Agency(name="示例" * 100)},
        {"published": dt.date(1, 1, 1)},
        {"published": dt.date(1900, 2, 28)},
        {"published": dt.date(9999, 12, 31)},
        {"published": None, "preamble": ["发布日期：2022-01-20"]},
        {"preamble": ["发布日期：2022-01-25"]},
        {"other_matters": None, "problems_and_improvements": None},
        {"other_sections": [OtherSection(heading="七、附件", paragraphs=["无"])]},
        dict.fromkeys(("overview", "proactive_disclosure", "requests", "review_and_litigation", "other_matters")),
    ],
)
def test_what_is_signed_comes_back(changes: dict[str, object], format: str) -> None:  # noqa: A002 - what it is
    """Whoever reports, whenever, and whatever the report ends in."""
    report = build_report(**changes)  # type: ignore[arg-type] # sections of a report

    assert gd.parse(gd.render(report, format)) == gd.Reading(report)


@pytest.mark.parametrize(
    ("typed", "published"),
    [
        (dt.datetime(2022, 1, 25), dt.date(2022, 1, 25)),  # noqa: DTZ001 - as Excel has it
        ("2022年1月25日", dt.date(2022, 1, 25)),
        ("2022-01-25", dt.date(2022, 1, 25)),
        ("二〇二二年一月二十五日", dt.date(2022, 1, 25)),
        (None, None),
    ],
)
@pytest.mark.parametrize("before", [None, _PUBLISHED])
def test_a_day_is_filled_into_a_workbook(typed: object, published: dt.date | None, before: dt.date | None) -> None:
    """In the cell called ``published``, in the ways in which days are typed; what is cleared is no day any more."""
    content = gd.render(build_report(published=before), "xlsx")
    workbook = workbook_of(content)
    ((_, place),) = workbook.defined_names["published"].destinations

    reading = gd.parse(edited(content, {place.replace("$", ""): typed}))

    assert reading == gd.Reading(build_report(published=published))


def test_the_place_of_a_day_says_what_belongs_there() -> None:
    """The name and the words before it are locked, the cell is not; a day that is known needs no words."""
    blank, filled = (opened(gd.render(build_report(published=day), "xlsx")) for day in (None, _PUBLISHED))

    last = [[cell for cell in row if cell.value] for row in blank.iter_rows(min_row=blank.max_row - 1, max_col=16)]
    assert [[cell.value for cell in row] for row in last] == [["signer", _NAME], ["day", "发布日期："]]
    assert [cell.protection.locked for row in last for cell in row[1:]] == [True, True]
    day: Any = filled.cell(filled.max_row, 13)
    assert (day.value.date(), day.number_format, day.protection.locked) == (
        _PUBLISHED,
        'yyyy"年"m"月"d"日"',
        False,
    )
    assert filled.cell(filled.max_row, 2).value is None


def _in_word(change: Callable[[Document], None]) -> bytes:
    document = docx.Document(io.BytesIO(gd.render(build_report(), "docx")))
    change(document)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _published(content: bytes) -> tuple[dt.date | None, list[str] | None, list[str]]:
    reading = gd.parse(content)
    return reading.report.published, reading.report.other_matters, [note.code for note in reading.notes]


_MATTERS = build_report().other_matters or []


def test_a_day_that_somebody_typed_in_word_is_read() -> None:
    """What is seen counts, not what the metadata said; without a day there is none."""

    def type_day(text: str) -> Callable[[Document], None]:
        return lambda document: setattr(document.paragraphs[-1].runs[0], "text", text)

    assert _published(_in_word(type_day("2022年1月25日"))) == (dt.date(2022, 1, 25), _MATTERS, [])
    assert _published(_in_word(type_day(""))) == (None, _MATTERS, [])


def test_other_lines_of_a_signature_are_text() -> None:
    """Another name, what is typed below, a day that cannot be read or is one of two: these with a note."""

    def rename(document: Document) -> None:
        document.paragraphs[-2].runs[0].text = "示例县人民政府"

    def go_on(document: Document) -> None:
        document.add_paragraph("联系电话：12345", document.paragraphs[-1].style)

    def spoil(document: Document) -> None:
        document.paragraphs[-1].runs[0].text = "2022年2月30日"

    def double(document: Document) -> None:
        document.add_paragraph("2022年1月25日", document.paragraphs[-1].style)

    assert _published(_in_word(rename)) == (_PUBLISHED, [*_MATTERS, "示例县人民政府"], [])
    assert _published(_in_word(go_on)) == (_PUBLISHED, [*_MATTERS, "联系电话：12345"], [])
    assert _published(_in_word(spoil)) == (None, [*_MATTERS, "2022年2月30日"], ["METADATA-UNREADABLE"])
    assert _published(_in_word(double)) == (None, [*_MATTERS, _DAY, "2022年1月25日"], ["METADATA-UNREADABLE"])


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"other_matters": None}, lambda report: report.problems_and_improvements),
        (
            {"other_matters": None, "problems_and_improvements": None},
            lambda report: report.review_and_litigation.notes,
        ),
        (
            {"other_sections": [OtherSection(heading="七、附件", paragraphs=["无"])]},
            lambda report: report.other_sections[0].paragraphs,
        ),
        (
            dict.fromkeys(
                (
                    *("overview", "proactive_disclosure", "requests", "review_and_litigation"),
                    *("problems_and_improvements", "other_matters"),
                )
            ),
            lambda report: report.preamble,
        ),
    ],
)
def test_other_lines_belong_to_the_last_section(
    changes: dict[str, object], where: Callable[[AnnualReport], list[str]]
) -> None:
    """Whichever that is; without any, they are of the preamble."""
    report = build_report(**changes)  # type: ignore[arg-type] # sections of a report
    written = gd.render(report, "html").replace(f'<p class="signed">{_NAME}</p>', '<p class="signed">其他机关</p>')

    where(report).append("其他机关")
    assert gd.parse(written) == gd.Reading(report)


def test_a_signature_above_a_heading_is_none_of_ours() -> None:
    """Such a document is read by what it shows."""
    signed = f'<p class="signed">{_DAY}</p>'
    written = gd.render(build_report(), "html").replace("<section", f"{signed}<section", 1)

    report = gd.parse(written).report

    assert report.preamble[-1] == _DAY
    assert report.other_matters == [*_MATTERS, _NAME, _DAY]


def test_the_day_begins_two_characters_behind_the_name() -> None:
    """
    GB/T 9704-2012, 7.3.5.2: the longer of both ends two characters before the words do.

    Their indents are at the left, so that they begin so in whatever fonts. A day is longer than its characters: there
    is a quarter of one at either side of its numbers.
    """

    def places(name: str) -> list[tuple[float, float]]:
        document = docx.Document(io.BytesIO(gd.render(build_report(agency=gd.Agency(name=name)), "docx")))
        looks = [each.paragraph_format for each in document.paragraphs[-2:]]
        indents = [((look.left_indent or 0) / 635, (look.right_indent or 0) / 635) for look in looks]
        return [(round((8_845 - left) / 315, 2), round(right / 315, 2)) for left, right in indents]

    assert places("示例镇人民政府发展和改革局") == [(15, 0), (13, 0)]
    assert places("示例局") == [(11.75, 0), (9.75, 0)]
    # A name that is longer than a line fills two evenly.
    assert places("示例" * 13) == [(28, 0), (26, 0)]
    assert places("示例" * 20) == [(22, 1.5), (20, 0)]


def test_a_signature_does_not_stand_alone_on_a_page_of_word() -> None:
    """The last paragraph is kept with it."""

    def kept(report: gd.AnnualReport) -> list[str]:
        document = docx.Document(io.BytesIO(gd.render(report, "docx")))
        return [each.text for each in document.paragraphs if each.paragraph_format.keep_with_next]

    assert kept(build_report()) == _MATTERS[-1:]
    assert kept(build_report(agency=None, published=None)) == []


def test_a_finding_on_the_day_is_shown_at_the_day() -> None:
    """Where it stands."""
    report = build_report(published=dt.date(2022, 5, 1))
    written = gd.render(report, "html", findings=gd.check(report))

    assert 'href="#published">发布日期</a>' in written
    assert '<p id="published" class="signed marked' in written
    assert gd.parse(written) == gd.Reading(report)


def test_saved_workbooks_keep_their_signature() -> None:
    """Another program may save the file."""
    content = gd.render(build_report(), "xlsx")

    assert gd.parse(saved(workbook_of(content))) == gd.Reading(build_report())
