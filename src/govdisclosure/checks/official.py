"""What the narrative has to speak of: the Regulation, the format of the report, and the profile of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.checks._narratives import folded_text, has_text
from govdisclosure.checks._problems import names_problem, names_remedy, own_words_of
from govdisclosure.checks._rules import rule
from govdisclosure.model.editions import EDITION_2021, FIRST_YEAR
from govdisclosure.model.findings import Finding, Severity
from govdisclosure.model.message import Message
from govdisclosure.vocabulary.aspects import OVERVIEW, SUPERVISION, unsaid
from govdisclosure.vocabulary.bodies import is_government
from govdisclosure.vocabulary.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.model.profile import Aspect, Profile
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON

_NOTICE: Final = Message("（见 {notice}）", " (see {notice})")
_UNSAID: Final = Message("“{label}”没有写到{missing}", "section {path} says nothing of {missing}")


@rule(
    "GOV-SUPERVISION",
    Severity.INFO,
    law="Art. 50(4)",
    zh="全文没有写到{missing}；各级人民政府的年度报告应写明有关结果，一般写在第一部分的“监督保障”中，没有发生的也应写明。",
    en=(
        "the report says nothing of {missing} (工作考核 is work assessment, 社会评议 public appraisal, 责任追究 "
        "accountability); a government reports what came of each, as a rule under 监督保障 in section 一"
    ),
    about=Message(
        zh=(
            "各级人民政府（包括乡镇人民政府，不包括街道办事处和政府办公室）的年度报告应包括工作考核、社会评议和责任追究"
            "结果情况；国办公开办函〔2021〕30号把它们放在第一部分的“监督保障”中。没有发生的也应写明。"
        ),
        en=(
            "The report of a government (a town's as well, not that of a street or of a government's office) covers "
            "work assessment, public appraisal and accountability; 国办公开办函〔2021〕30号 puts them under 监督保障 "
            "in section 一. What did not happen is reported, too."
        ),
    ),
)
def supervision_of_governments(report: AnnualReport) -> Iterator[Finding]:
    """The report of a government speaks of work assessment, public appraisal and accountability; from 2019 on."""
    if report.year is None or report.year < FIRST_YEAR or not is_government(report.agency):
        return
    missing: list[JSON] = [*unsaid(folded_text(report), SUPERVISION)]
    # Where section 一 has no text, NARRATIVE-EMPTY says so.
    if missing and has_text(report, "overview"):
        yield Finding("overview", details={"missing": missing})


@rule(
    "OVERVIEW-ASPECTS",
    Severity.INFO,
    law=EDITION_2021.notice,
    zh="“{label}”没有写到{missing}；按规定的格式，这一部分的五个方面都应写到，请补写。",
    en=(
        "section {path} says nothing of {missing}; the format asks for all five aspects (主动公开 is disclosure on the "
        "body's own initiative, 依申请公开 on request, 政府信息管理 keeping of information, 平台建设 platforms, "
        "监督保障 oversight)"
    ),
    about=Message(
        zh=(
            "2021年度起，第一部分应从主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五方面叙述；"
            "列出报告各部分名称的句子不算。地方通知还要求写到的内容，可用配置（profile）增加。"
        ),
        en=(
            "From report year 2021 on, section 一 covers five aspects: 主动公开, 依申请公开, 政府信息管理, 平台建设 "
            "and 监督保障. A list of the report's sections shows none of them. A profile can ask for further ones."
        ),
    ),
)
def aspects_of_overview(report: AnnualReport, profile: Profile) -> Iterator[Finding]:
    """Section 一 speaks of its five aspects, and of those of the profile; from 2021 on."""
    text = folded_text(report, "overview")
    # Where there is no text, NARRATIVE-EMPTY says so.
    if not text or report.year is None or report.year < EDITION_2021.first_year:
        return
    missing: list[JSON] = [*unsaid(text, OVERVIEW)]
    if missing:
        yield Finding("overview", details={"missing": missing})
    for aspect in profile.aspects:
        if not any(fold(word) in text for word in aspect.words):
            yield _without(aspect, profile.source_of(aspect.notice))


def _without(aspect: Aspect, notice: str | None) -> Finding:
    return Finding("overview", details={"missing": [aspect.name], **_source(notice)}, message=_said(_UNSAID, notice))


def _source(notice: str | None) -> dict[str, JSON]:
    return {} if notice is None else {"notice": notice}


def _said(words: Message, notice: str | None) -> Message:
    """Give a sentence that ends with the address of the notice, if there is one."""
    behind = Message() if notice is None else _NOTICE
    return Message(f"{words.zh}{behind.zh}。", f"{words.en}{behind.en}")


_TOO_LONG: Final = Message(
    "“{label}”有 {actual} 字，超过了规定的 {expected} 字",
    "section {path} has {actual} characters, more than {expected}",
)


@rule(
    "OVERVIEW-LENGTH",
    Severity.WARNING,
    zh=_said(_TOO_LONG, None).zh,
    en=_said(_TOO_LONG, None).en,
    about=Message(
        zh="地方通知对第一部分的篇幅有规定的，用配置（profile）设定；没有配置时不检查。字数不计空格。请压缩篇幅。",
        en=(
            "Some places say how long section 一 can be; a profile sets that, and without one nothing is looked at. "
            "Blanks are not counted. Shorten the section."
        ),
    ),
)
def length_of_overview(report: AnnualReport, profile: Profile) -> Iterator[Finding]:
    """Section 一 is no longer than the profile lets it be."""
    longest = profile.longest_overview
    if longest is None:
        return
    length = sum(len("".join(text.split())) for text in report.overview or [])
    if length > longest:
        notice = profile.source_of(profile.longest_overview_notice)
        words = _said(_TOO_LONG, notice)
        yield Finding("overview", expected=longest, actual=length, details=_source(notice), message=words)


_NEITHER: Final = Message(
    "“{label}”没有写明问题，也没有写明改进情况。", "section {path} names neither a problem nor a remedy"
)
_NO_PROBLEM: Final = Message("“{label}”没有写明存在的问题。", "section {path} names no problem")
_NO_REMEDY: Final = Message(
    "“{label}”写了问题，没有写明改进情况（“有待加强”“需进一步”是问题，不是改进）。",
    "section {path} names a problem, but no remedy (有待加强 and 需进一步 are problems)",
)


@rule(
    "PROBLEMS-REMEDY",
    Severity.WARNING,
    law="Art. 50(4)",
    zh=_NEITHER.zh,
    en=_NEITHER.en,
    about=Message(
        zh=(
            "年度报告应包括政府信息公开工作存在的主要问题及改进情况。“无”“未发现问题”不是问题，“有待加强”“需进一步”"
            "不是改进；改进可以是下一步的打算，也可以是已经做了的。请补写。"
        ),
        en=(
            "A report says what its main problems are and how they are mended. 无 and 未发现问题 name none; 有待加强 "
            "and 需进一步 are problems and no remedies. A remedy is what is to be done, or what was done."
        ),
    ),
)
def problems_and_remedies(report: AnnualReport) -> Iterator[Finding]:
    """Section 五 names a problem, and how it is mended; from 2019 on."""
    text = folded_text(report, "problems_and_improvements")
    if not text or report.year is None or report.year < FIRST_YEAR:
        return
    own_words = own_words_of(text)
    problem, remedy = names_problem(own_words), names_remedy(own_words)
    missing: list[JSON] = [name for name, named in (("problem", problem), ("remedy", remedy)) if not named]
    if missing:
        words = _NEITHER if not problem and not remedy else _NO_REMEDY if problem else _NO_PROBLEM
        yield Finding("problems_and_improvements", details={"missing": missing}, message=words)
