"""Text that is nearly that of another body, or that of last year."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from govdisclosure.checks._rules import rule
from govdisclosure.copies import Text, likeness
from govdisclosure.model.editions import EDITION_2021
from govdisclosure.model.findings import Finding, Severity
from govdisclosure.model.message import Message
from govdisclosure.model.report import NARRATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.copies import Copy
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON

_ONE: Final = Message(
    "“{label}”与{peer}的同一部分{similarity:.0%}雷同，请核对后改写。",
    "{similarity:.0%} of section {path} is that of {peer}; look at both and write it anew",
)
_SEVERAL: Final = Message(
    "“{label}”与{peer}等{n_peers}份报告的同一部分雷同（最高{similarity:.0%}），请核对后改写。",
    "{similarity:.0%} of section {path} is that of {peer}, and {n_peers} reports in all are nearly alike; look at them "
    "and write it anew",
)


@rule(
    "PEER-COPY",
    Severity.WARNING,
    law=EDITION_2021.notice,
    zh=_ONE.zh,
    en=_ONE.en,
    about=Message(
        zh=(
            "不同机关的第一、第五部分不应雷同；国办公开办函〔2021〕30号把内容雷同列为应予问责的情形。成批检查时比较：除去"
            "半数以上（且不少于五份）报告都有的话，剩下不少于200字，有85%以上相同的，即为雷同。空格、数字和机关名称不同不算"
            "不同，改动个别字词、调换段落顺序也不算。单份检查时不比较。"
        ),
        en=(
            "Sections 一 and 五 of two bodies are not nearly alike, which is a ground for accountability. Looked at in "
            "a batch: without what more than half of the reports, and at least five, share, 200 characters or more are "
            "left, and 85% are the same. Blanks, figures, names, words changed here and there and the order of the "
            "paragraphs do not count. One report alone is compared with nothing."
        ),
    ),
)
def copied_from_peers(report: AnnualReport, copies: tuple[Copy, ...] = ()) -> Iterator[Finding]:  # noqa: ARG001 - as every check
    """Sections 一 and 五 are a body's own, among those of the batch in which the report is looked at."""
    for section, alike in groupby(copies, attrgetter("section")):
        nearest, *others = alike
        more: list[JSON] = [_peer(each) for each in others]
        yield Finding(
            section,
            details={
                "similarity": _percent(nearest.similarity),
                "peer": _peer(nearest),
                "agency": nearest.agency,
                "year": nearest.year,
                "file": nearest.file,
                "n_peers": 1 + len(others),
                "others": more,
            },
            message=_SEVERAL if others else _ONE,
        )


@rule(
    "YOY-COPY",
    Severity.WARNING,
    law="Art. 50",
    zh="“{label}”与上年报告的同一部分{similarity:.0%}相同，请按本年情况改写。",
    en="{similarity:.0%} of section {path} is that of the year before; write it anew for this year",
    about=Message(
        zh=(
            "正文各部分应反映本年的情况，不应照抄上年的报告。不少于200字、有85%以上与上年相同的，即为照抄；只改了数字和年份"
            "也是照抄。需要上年的报告。"
        ),
        en=(
            "The sections of text speak of this year, and are not copied from last year's report: of at least 200 "
            "characters, 85% are the same. Other figures and another year do not tell texts apart. Needs the report of "
            "the year before."
        ),
    ),
)
def copied_from_last_year(report: AnnualReport, previous: tuple[AnnualReport, ...]) -> Iterator[Finding]:
    """No section of text is nearly that of the year before."""
    for section in NARRATIVES:
        text = Text.of_section(report, section)
        likenesses = [likeness(text, Text.of_section(last, section)) for last in previous]
        similar = [similarity for similarity in likenesses if similarity is not None]
        if similar:
            yield Finding(section, details={"similarity": _percent(max(similar))})


def _percent(similarity: float) -> float:
    """Cut a similarity to whole percents: what is not all alike is no 100%."""
    return int(similarity * 100) / 100


def _peer(copy: Copy) -> str:
    """Name another report: by body and file, by one of them, or by its place in the batch."""
    if copy.agency is not None:
        return copy.agency if copy.file is None else f"{copy.agency}（{copy.file}）"
    return f"#{copy.other + 1}" if copy.file is None else copy.file
