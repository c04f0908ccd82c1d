"""PEER-COPY and YOY-COPY: text that is nearly that of another body, or of last year."""

from __future__ import annotations

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.copies import Copy, peer_copies
from govdisclosure.model.message import Message
from govdisclosure.model.waivers import Waiver

TEXT = "围绕群众关心的供水、学区和医保问题，窗口人员逐户走访，梳理了办事指南，并在赶集日当面讲解。"
TEXTS = [TEXT, *("".join(reversed(TEXT[at:] + TEXT[:at])) for at in (3, 5, 7, 11))]


def of_body(name: str, *texts: str) -> gd.AnnualReport:
    """Give the report of a body with a section 一 of these paragraphs."""
    return build_report(agency=gd.Agency(name=name), overview=list(texts))


def test_a_section_that_another_body_has_is_a_finding() -> None:
    """It names the similarity, the other body and its file; the section is its path."""
    reports = [
        of_body("示例县教育局", *TEXTS),
        of_body("示例县财政局", *TEXTS[:4], TEXTS[4][:32], "由我们自己来写的一段。"),
    ]
    copies = peer_copies(reports, ["1.docx", "2.docx"])

    (first,), (second,) = (
        gd.check(report, select="PEER-COPY", copies=own) for report, own in zip(reports, copies, strict=True)
    )

    assert first == gd.Finding(
        "overview",
        code="PEER-COPY",
        severity=gd.Severity.WARNING,
        law="国办公开办函〔2021〕30号",
        details={
            "similarity": 0.96,
            "peer": "示例县财政局（2.docx）",
            "agency": "示例县财政局",
            "year": 2021,
            "file": "2.docx",
            "n_peers": 1,
            "others": [],
        },
        message=Message(
            "“一、总体情况”与示例县财政局（2.docx）的同一部分96%雷同，请核对后改写。",
            "96% of section overview is that of 示例县财政局（2.docx）; look at both and write it anew",
        ),
    )
    assert second.details["file"] == "1.docx"
    assert second.details["similarity"] == first.details["similarity"]


def test_of_several_copies_the_nearest_is_named_and_all_are_listed() -> None:
    """One finding for a section; by name, file or place, whatever is known of them."""
    copies = [
        Copy("overview", 0.999, 2),
        Copy("overview", 0.95, 1, "示例县教育局"),
        Copy("overview", 0.9, 0, None, 2021, "1.docx"),
        Copy("problems_and_improvements", 0.9, 0, None, 2021, "1.docx"),
    ]

    first, second = gd.check(build_report(), select="PEER", copies=copies)

    assert (first.paths, second.paths) == (("overview",), ("problems_and_improvements",))
    assert first.details["others"] == ["示例县教育局", "1.docx"]
    assert first.message == Message(
        "“一、总体情况”与#3等3份报告的同一部分雷同（最高99%），请核对后改写。",
        "99% of section overview is that of #3, and 3 reports in all are nearly alike; look at them and write it anew",
    )


def test_peer_copy_is_a_rule_as_others_are() -> None:
    """It is selected, ignored, graded and waived by its code; a report that is checked alone has none."""
    report = build_report()
    copies = [Copy("overview", 0.9, 1)]
    waiver = Waiver("PEER-COPY", "overview", reason="共用同一办公室")

    assert [finding.code for finding in gd.check(report, copies=copies)] == ["PEER-COPY"]
    assert list(gd.check(report, copies=copies, ignore="PEER")) == []
    assert list(gd.check(report, select="PEER-COPY")) == []
    profile = gd.Profile(severities={"PEER-COPY": gd.Severity.ERROR})
    assert len(gd.check(report, copies=copies, profile=profile).errors) == 1
    findings = gd.check(report, copies=copies, waivers=[waiver])
    assert (len(findings.waived), findings.unused) == (1, ())
    assert gd.check(report, waivers=[waiver]).unused == (waiver,)


def test_what_is_no_copy_is_refused() -> None:
    """With its place."""
    with pytest.raises(TypeError, match=r"^copies\[0\] must be a Copy, got str$"):
        gd.check(build_report(), copies=["overview"])  # type: ignore[list-item]


def last_year(overview: list[str] | None, problems: list[str] | None = None) -> gd.AnnualReport:
    """Give a report on the year before that of ``build_report``, in the same edition."""
    report = build_report(overview=overview, problems_and_improvements=problems)
    report.year = 2020
    return report


def test_text_of_last_year_is_a_finding() -> None:
    """In each of the three sections of text; other figures and another year make no difference."""
    written = [f"2021年新收12件。{TEXTS[0]}", *TEXTS[1:]]
    before = [text.replace("2021", "2020").replace("12件", "9件") for text in written]
    report = build_report(overview=written, problems_and_improvements=TEXTS, other_matters=TEXTS)
    last = last_year(before, TEXTS)

    findings = gd.check(report, select="YOY-COPY", previous=last)

    assert [(finding.paths, finding.details) for finding in findings] == [
        (("overview",), {"similarity": 1.0}),
        (("problems_and_improvements",), {"similarity": 1.0}),
    ]
    assert findings[0].message == Message(
        "“一、总体情况”与上年报告的同一部分100%相同，请按本年情况改写。",
        "100% of section overview is that of the year before; write it anew for this year",
    )


def test_of_several_predecessors_the_likest_counts() -> None:
    """Where bodies merged; what has no such section is like nothing."""
    report = build_report(overview=TEXTS)
    previous = [
        last_year([*TEXTS[:4], "别的话。" * 12]),
        last_year(None),
        last_year(["无。"]),
    ]

    (finding,) = gd.check(report, select="YOY-COPY", previous=previous)

    assert 0.8 < float(str(finding.details["similarity"])) < 1
    assert list(gd.check(report, select="YOY-COPY", previous=previous[1:])) == []
    assert list(gd.check(report, select="YOY-COPY")) == []


def test_short_sections_may_be_the_same_each_year() -> None:
    """Below 200 characters they say the usual."""
    report, last = build_report(overview=[TEXT * 2]), last_year([TEXT * 2])

    assert list(gd.check(report, select="YOY-COPY", previous=last)) == []
