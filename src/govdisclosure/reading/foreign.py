"""The steps for what somebody else wrote: headings in variants, at their places between the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.form.blocks import Role
from govdisclosure.form.days import day_alone, day_signed, published_told
from govdisclosure.form.metadata_block import unlike
from govdisclosure.form.thresholds import LEAST_HEADINGS
from govdisclosure.form.title_lines import agency_below, may_begin_agency, may_name_agency
from govdisclosure.form.title_years import is_year
from govdisclosure.form.titles import other_year
from govdisclosure.form.wording import line_of, note, problem
from govdisclosure.model.message import Message
from govdisclosure.model.report import HEADINGS, SECTIONS, TABLES, Agency
from govdisclosure.model.structure import cell_paths
from govdisclosure.reading.document.apart import take_apart
from govdisclosure.reading.document.cut_off import refuse_cut_off
from govdisclosure.reading.document.headings import with_headings_apart, with_whole_headings
from govdisclosure.reading.document.refusal import names_explanation, names_notice, names_other_report, refuse_no_report
from govdisclosure.reading.document.titles import second_title, split_title
from govdisclosure.reading.document.wrapped import with_whole_lines
from govdisclosure.reading.draft import texts
from govdisclosure.reading.fill import add_other_section
from govdisclosure.reading.page.files import links_files
from govdisclosure.reading.page.furniture import (
    carries_pinyin,
    drop_footer,
    paragraphs_and_tables,
    strip_pinyin,
    without_checks,
)
from govdisclosure.reading.page.head import (
    contents_among,
    heads_among,
    is_head,
    names_other,
    publisher_among,
    with_heads_apart,
)
from govdisclosure.reading.page.loose import gathered
from govdisclosure.reading.page.losses import has_lost_most, lost_characters, with_replaced_characters
from govdisclosure.vocabulary.headings import section_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.model.notes import Note
    from govdisclosure.reading.draft import ForeignDraft

_UNTOLD: Final = Message(
    "字体没有编码、文字无法读出的文件（请改用原始文件，或先做文字识别 OCR）",
    "a file whose fonts do not say which characters they show; take the file that it was made from, or recognise its "
    "text (OCR)",
)


def remove_pinyin(draft: ForeignDraft) -> None:
    """Take pinyin out of a page that adds it to headings or labels."""
    if carries_pinyin(draft.body):
        # 政(zhèng)府(fǔ)信(xìn)息(xī)公(gōng)開(kāi)
        draft.body = list(map(strip_pinyin, draft.body))
        draft.notes.append(note("PINYIN-REMOVED"))


def set_page_apart(draft: ForeignDraft) -> None:
    """Set apart what the page says of itself outside its body: its title, ``PubDate：2022-01-20``."""
    draft.page = draft.take_out(Role.PAGE)


def drop_checks(draft: ForeignDraft) -> None:
    """Drop the columns beside our form in which our workbook checks it, where another program has saved it."""
    draft.body = list(map(without_checks, draft.body))


def join_headings(draft: ForeignDraft) -> None:
    """Join the headings that stand on two lines, and part from their lines those that stand behind a sentence."""
    draft.body = with_headings_apart(with_whole_headings(draft.body))


def part_heads_from_titles(draft: ForeignDraft) -> None:
    """Part what a site says of the page from the title before it on the line."""
    draft.body = list(with_heads_apart(draft.body))


def gather_tables(draft: ForeignDraft) -> None:
    """Make tables of lines that are one, though no bars or not only bars make them."""
    draft.body = gathered(draft.body)


def drop_frames(draft: ForeignDraft) -> None:
    """Take tables apart that only frame text, and drop blank lines."""
    draft.body = list(paragraphs_and_tables(draft.body))


def part_at_headings(draft: ForeignDraft) -> None:
    """Part the body at its headings, each table to its section wherever it stands."""
    draft.document = take_apart(draft.body)
    draft.notes += draft.document.notes


def refuse_without_form(draft: ForeignDraft) -> None:
    """Refuse a document without tables and with no headings but one."""
    sections = [each for each in draft.document.sections if each.name is None or section_of(each.heading) is not None]
    if not draft.document.tables and len(sections) < LEAST_HEADINGS:
        if has_lost_most(draft.body):
            raise problem("UNSUPPORTED", kind=_UNTOLD)
        raise problem("NO-FORM", looked_for=HEADINGS["requests"], found=len(draft.body))


def refuse_other_report(draft: ForeignDraft) -> None:
    """Refuse a document without a title or table in which nothing is this form's, or that is a notice about reports."""
    document = draft.document
    if document.tables or draft.opening.title is not None:
        return
    beside = [*draft.page, *draft.opening.above, *draft.opening.preamble]
    # Others have a 基本情况, too, but no 三、依申请公开情况 and hardly one 六、其他需要报告的事项.
    has_tables = any(each.name in TABLES for each in document.sections)
    has_last = any(section_of(each.heading) == SECTIONS[-1] for each in document.sections)
    is_other = any(names_other_report(paragraph.text) for paragraph in beside)
    if not has_tables and (is_other or not has_last):
        raise problem("NO-FORM", looked_for=HEADINGS["requests"], found=len(draft.body))
    if any(names_notice(paragraph.text) for paragraph in beside):
        raise problem("NOTICE")


def refuse_break_before_table(draft: ForeignDraft) -> None:
    """Refuse a document that ends below the heading of a table with some labels of that, but too few for a table."""
    last = draft.document.sections[-1] if draft.document.sections else None
    if last is not None and last.name not in draft.document.tables:
        refuse_cut_off(draft.body, last)


def drop_site_footer(draft: ForeignDraft) -> None:
    """Drop what the web site has put below the last section, and the links to files there: 附件：2022年年报.pdf."""
    sections = draft.document.sections
    for place in range(len(sections) - 1, -1, -1):
        section = sections[place]
        draft.foot += drop_footer(section.paragraphs)
        is_beyond = section.name is None and section.repeats is None
        if is_beyond and links_files(section.heading, texts(section.paragraphs)):
            del sections[place]
        elif section.name is not None or section.paragraphs:
            break


def take_title(draft: ForeignDraft) -> None:
    """Take the title out of what stands before section 一, or from the page."""
    document = draft.document
    draft.opening = split_title(document.preamble, draft.page, document.above)
    document.preamble = draft.opening.preamble
    draft.report.title = draft.opening.title


def refuse_second_report(draft: ForeignDraft) -> None:
    """Refuse a document with the title of another report in its body."""
    title = draft.opening.title
    second = second_title(draft.document.core, title) if title is not None else None
    if second is not None:
        raise problem("TWO-FORMS", heading=second.text, place=line_of(second.source))


def join_wrapped_lines(draft: ForeignDraft) -> None:
    """Join the lines of the narrative sections of a text of which one goes on in the next."""
    for section in draft.document.sections:
        if (section.name or section.repeats) not in TABLES:
            section.paragraphs = with_whole_lines(section.paragraphs)


def take_agency_below_title(draft: ForeignDraft) -> None:
    """Take a body on a line of its own right below the title as the agency, if the title names none."""
    title, below, preamble = draft.opening.title, draft.opening.below, draft.document.preamble
    if title is None or below is None or draft.opening.rival is not None:
        return
    # 2022年政府信息公开工作年度报告 / （某县水利局） / （2023年1月20日）
    agency = agency_below(title, below.text)
    if agency is not None:
        # 某县水利局2022年政府信息公开工作年度报告, as the page calls itself, names it as well.
        notes = tuple(each for each in draft.metadata.notes if each.raw is None or agency not in each.raw)
        draft.metadata = evolve(draft.metadata, agency=agency, notes=notes)
        place = preamble.index(below)
        draft.opening = evolve(draft.opening, below=next(iter(preamble[place + 1 :]), None))
        draft.document.preamble = preamble[:place] + preamble[place + 1 :]


def note_agency_above_title(draft: ForeignDraft) -> None:
    """Note the line above a title that may name the agency, though it was not taken for it: 某县某某, or 某经济技术."""
    if draft.opening.title is None:
        return
    # 某县某某 / 2023-01-20 / 2022年政府信息公开工作年度报告; 某县水利局 / 2021年, of a menu, above such a title
    lines = [each for each in draft.opening.above if not (is_head(each.text) or is_year(each.text))]
    lines = [each for each in lines if day_alone(each.text) is None]
    if not lines:
        return
    line, agency = lines[-1], draft.metadata.agency
    if agency is None:
        is_in_doubt = may_name_agency(line.text, texts(lines[:-1]))
    else:
        # Above a line of a menu stand others.
        is_in_doubt = len(lines) == 1 and may_begin_agency(line.text, agency)
    if is_in_doubt:
        draft.metadata = evolve(draft.metadata, agency=None)
        draft.notes.append(note("METADATA-UNREADABLE", ("agency",), raw=line.text, source=line.source))


def take_day_below_title(draft: ForeignDraft) -> None:
    """Take a day on a line of its own below the title, or what a site says there, as that of publication."""
    below, preamble = draft.opening.below, draft.document.preamble
    if below is None:
        return
    # 来源：某县水利局 / 2023-01-20, but not 生效日期： / 2023-01-20
    lines = preamble[preamble.index(below) :]
    heads = heads_among(texts(lines))
    lines = [each for place, each in enumerate(lines) if place not in heads or names_other(each.text)]
    # 某县水利局 / 2023年1月20日, as it is signed
    named = [each for each in lines[:1] if each.text.strip() == draft.metadata.agency]
    line = next(iter(lines[len(named) :]), below)
    # （2023年1月20日）, 2023-01-20 09:10
    day = day_alone(line.text)
    # 发布时间：2023-01-20, then 2023-01-20 once more, but not another day
    if day is not None and draft.metadata.published in {None, day}:
        draft.metadata = evolve(draft.metadata, published=day)
        draft.document.preamble = [each for each in preamble if each is not line and each not in named]


def take_day_below_report(draft: ForeignDraft) -> None:
    """Take the day that stands below a report as that of publication, if none does above: of the site, or signed."""
    metadata = draft.metadata
    # 日期：22-01-20, a day that could not be read
    if metadata.published is not None or any("published" in each.paths for each in metadata.notes):
        return
    # 某县水利局 / 2023年1月20日, which stay as they are published; an annex stands below them.
    written = [section for section in draft.document.sections if section.paragraphs]
    named = [place for place, section in enumerate(written) if section.name is not None]
    ends = written[max(named, default=0) :]
    signed = (day_signed(texts(section.paragraphs), metadata.agency) for section in ends)
    # 发布日期：2023-01-20
    day = published_told(draft.foot, []) or next(filter(None, signed), None)
    draft.metadata = evolve(metadata, published=day)


def drop_page_head(draft: ForeignDraft) -> None:
    """Drop what the web site has put between the title and the text, once it has told what it tells."""
    preamble = draft.document.preamble
    lines = texts(preamble)
    heads = heads_among(lines) | contents_among(lines)
    # 发布机构 can be another body than the one that reports.
    publisher = publisher_among(lines, heads) if draft.metadata.agency is None else None
    if publisher is not None:
        draft.notes.append(note("METADATA-UNREADABLE", ("agency",), raw=publisher))
    draft.document.preamble = [
        each for place, each in enumerate(preamble) if place not in heads and not names_explanation(each.text)
    ]


def fill_other_sections(draft: ForeignDraft) -> None:
    """Fill in the sections beyond the six: 七、其他, 附件1."""
    for section in draft.document.sections:
        if section.name is None and (section.repeats is None or section.paragraphs):
            add_other_section(draft, section)


def fill_told_metadata(draft: ForeignDraft) -> None:
    """Fill in what the document tells of itself, with a note where it does not tell the year."""
    report, told = draft.report, draft.metadata
    report.year, report.period, report.published = told.year, told.period, told.published
    if told.agency is not None:
        report.agency = Agency(name=told.agency, code=told.code)
    draft.notes += told.notes


def leave_unbelieved_out(draft: ForeignDraft) -> None:
    """Leave blank, with a note, what the metadata of a form that somebody has changed say otherwise than the rest."""
    unlike_told = unlike(draft.unbelieved, draft.report) if draft.unbelieved is not None else {}
    for path, said in unlike_told.items():
        whole, _, part = path.partition(".")
        holder, name = (draft.report.agency, part) if part else (draft.report, whole)
        # With the name of the agency its other parts have gone.
        if holder is not None:
            setattr(holder, name, None)
        draft.notes.append(note("METADATA-UNREADABLE", (path,), raw=said))


def note_lost_characters(draft: ForeignDraft) -> None:
    """Note what a page leaves in doubt that has lost characters: 202011日起至20201231日."""
    lost = lost_characters(draft.body)
    if lost is not None:
        draft.notes += (note("CHARACTERS-LOST", paths, raw=lost) for paths in _in_doubt(draft))


def note_replaced_characters(draft: ForeignDraft) -> None:
    """Note the texts in which a character stands for one that could not be decoded: 公开政府信�."""
    draft.notes += (note("CHARACTERS-LOST", (path,), raw=text) for path, text in with_replaced_characters(draft.report))


def _in_doubt(draft: ForeignDraft) -> Iterator[list[str]]:
    """Give the paths of what the page says of the report, then those of each table."""
    named = ("agency", "year", "title", "period", "published")
    yield [name for name in named if getattr(draft.report, name) is not None]
    for section in draft.document.tables:
        yield [f"{section}.{path}" for path in cell_paths(type(getattr(draft.report, section)))]


def note_missing_year(draft: ForeignDraft) -> None:
    """Note that nothing tells the year, with the title that lacks it, or those of several years."""
    if draft.report.year is None:
        title, rival = draft.report.title, draft.opening.rival
        # The title of another year, which can be that of a menu
        is_in_doubt = title is not None and rival is not None and other_year(title, rival)
        raw = f"{title} | {rival}" if is_in_doubt else title
        draft.notes.append(note("YEAR-MISSING", ("year",), raw=raw))


def refuse_other_than_report(draft: ForeignDraft) -> None:
    """Refuse what looks like a report and is none; a form with figures that could not be placed is not empty."""
    beside = [*draft.page, *draft.opening.above]
    filled_in = any(row.has_figures for row in draft.unplaced)
    refuse_no_report(draft.report, beside, draft.opening.preamble, allow_blank=draft.allow_blank or filled_in)


def sort_notes(draft: ForeignDraft) -> None:
    """Give the notes in the order of the source, those on the whole document first."""
    draft.notes.sort(key=_place)


def _place(each: Note) -> tuple[int, ...]:
    source = each.source
    if source is None:
        return ()
    return tuple(number or 0 for number in (source.page, source.line, source.table, source.row))
