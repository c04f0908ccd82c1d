"""The registry of rules, the selection of codes, and checks of one's own."""

from __future__ import annotations

import copy
import re
import string
from typing import TYPE_CHECKING, cast

import attrs
import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.checks import Rule, check, rule, rules
from govdisclosure.model.findings import Quote
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.model.values import JSON

CODES = [
    *("T3-BALANCE", "T3-OUTCOMES", "T3-ROW", "T4-SUM"),
    *("SECTION-MISSING", "TABLE-MISSING", "FORM-EMPTY", "TABLE-EMPTY", "TOTAL-BLANK", "CELL-BLANK", "CELL-NA"),
    *("NARRATIVE-EMPTY", "AGENCY-MISSING", "YEAR-MISSING"),
    *("PERIOD", "LATE", "YEAR", "EDITION"),
    *("GOV-SUPERVISION", "OVERVIEW-ASPECTS", "OVERVIEW-LENGTH", "PROBLEMS-REMEDY"),
    *("FEE-STATEMENT", "FEE-AMOUNT", "FEE-TABLE", "FEE-UNPAID"),
    *("T2-RULES", "T2-IN-FORCE", "T2-DISCLOSED"),
    *("TEXT-RECEIVED", "TEXT-CARRIED-OVER", "TEXT-GRANTED", "TEXT-PARTIAL", "TEXT-REFUSED", "TEXT-UNAVAILABLE"),
    *("TEXT-NOT-PROCESSED", "TEXT-OTHER", "TEXT-CONCLUDED", "TEXT-CARRIED-FORWARD", "TEXT-RECONSIDERATION"),
    *("TEXT-LITIGATION", "TEXT-RULES", "TEXT-DOCUMENTS", "TEXT-LICENSING", "TEXT-PENALTIES", "TEXT-COMPULSION"),
    "TEXT-FEES",
    *("YOY-PREVIOUS", "YOY-CARRY", "YOY-IN-FORCE", "YOY-JUMP", "YOY-TEXT"),
    *("PEER-COPY", "YOY-COPY"),
    *("ROLLUP-SUM", "ROLLUP-MISSING", "ROLLUP-YEAR", "ROLLUP-EDITION", "ROLLUP-TWICE"),
]
OF_A_PLACE = {"OVERVIEW-LENGTH"}
"""The codes of what no law asks for, but the profile of a place."""


def codes(findings: Iterable[gd.Finding]) -> list[str]:
    """Give the codes of findings, in their order."""
    return [finding.code for finding in findings]


def broken_report() -> gd.AnnualReport:
    """Give a report with T3-BALANCE and T3-ROW."""
    return build_report(cells={"requests.total.newly_received": 13})


@rule("MY-TITLE", "info", zh="{label}共{length}字：{paths:cells}。", en="{path} has {length} characters")
def title_length(report: gd.AnnualReport) -> Iterator[gd.Finding]:
    """The title is short."""
    yield gd.Finding("title", details={"length": len(report.title or "")})


def plain(report: gd.AnnualReport) -> Iterator[gd.Finding]:
    """Yield a complete finding."""
    yield gd.Finding("title", code="PLAIN-1", message=Message(zh="标题", en=f"{report.title}"))


def test_every_code_is_declared_once() -> None:
    """The registry holds exactly the codes of the documentation."""
    assert codes(cast("Iterable[gd.Finding]", rules())) == CODES


@pytest.mark.parametrize("registered", rules(), ids=lambda registered: registered.code)
def test_every_rule_is_explained_in_both_languages(registered: Rule) -> None:
    """Messages, what must hold, and the docstring are there; Chinese is Chinese."""
    templates = [Message(registered.zh, registered.en), *registered.also.values(), registered.about]

    assert registered.doc
    assert (registered.law is None) == (registered.code in OF_A_PLACE)
    assert all(re.search("[一-鿿]", words.zh) and re.search("[a-z]{3}", words.en) for words in templates)


@pytest.mark.parametrize("registered", rules(), ids=lambda registered: registered.code)
def test_both_languages_of_a_message_are_templates(registered: Rule) -> None:
    """Every template can be parsed."""
    for words in (Message(registered.zh, registered.en), *registered.also.values()):
        assert list(string.Formatter().parse(words.zh))
        assert list(string.Formatter().parse(words.en))


def test_consistent_report_has_no_findings() -> None:
    """All is right: nothing is said, in either edition."""
    assert list(check(build_report())) == []
    assert list(check(build_report(year=2020))) == []


def test_reading_is_checked_as_its_report() -> None:
    """A reading may be passed for a report."""
    assert codes(check(gd.Reading(broken_report()))) == ["T3-BALANCE", "T3-ROW"]


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ("", (), ["T3-BALANCE", "T3-ROW"]),
        ("T3", (), ["T3-BALANCE", "T3-ROW"]),
        (["T3-ROW", "YEAR"], (), ["T3-ROW"]),
        ("T4", (), []),
        ((), (), ["T3-BALANCE", "T3-ROW"]),
        ((), "T3", []),
        ("", "T3", []),
        ("T3-ROW", "T3", ["T3-ROW"]),
        ("T3", "T3", []),
        ("T3", ["T3-B"], ["T3-ROW"]),
        (["T3", "T3-BAL"], ["T3-B"], ["T3-BALANCE", "T3-ROW"]),
    ],
)
def test_longest_prefix_decides(select: str | list[str], ignore: str | list[str], expected: list[str]) -> None:
    """Prefixes select and ignore codes: the longest that matches wins, on a tie ``ignore``."""
    assert codes(check(broken_report(), select=select, ignore=ignore)) == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"select": "T3-RWO"}, "no check has a code that begins with 'T3-RWO'; the nearest is 'T3-ROW'"),
        ({"ignore": ["T3", "lat"]}, "no check has a code that begins with 'lat'; the nearest is 'LATE'"),
    ],
)
def test_prefix_of_no_code_names_the_nearest(arguments: dict[str, str], message: str) -> None:
    """A prefix that matches no code is a usage error."""
    with pytest.raises(gd.UsageError) as caught:
        check(build_report(), **arguments)  # type: ignore[arg-type]

    assert str(caught.value) == message


def test_own_rule_completes_its_findings() -> None:
    """A rule of one's own adds code, severity and the message in both languages; it does not enter the registry."""
    (finding,) = check(build_report(), checks=[title_length])

    assert finding == gd.Finding(
        "title",
        code="MY-TITLE",
        severity=gd.Severity.INFO,
        message=Message(zh="标题共24字：标题。", en="title has 24 characters"),
        details={"length": 24},
    )
    assert "MY-TITLE" not in codes(cast("Iterable[gd.Finding]", rules()))
    assert title_length.doc == "The title is short."


def test_own_codes_can_be_selected() -> None:
    """Codes of passed checks are known to ``select`` and ``ignore``."""
    assert codes(check(broken_report(), checks=[title_length, plain], select="MY-")) == ["MY-TITLE"]
    assert codes(check(broken_report(), checks=[plain, title_length], select="PLAIN")) == ["PLAIN-1"]
    assert codes(check(build_report(), checks=[plain, title_length], ignore=["PLAIN", "MY"])) == []
    assert codes(check(broken_report(), checks=[title_length], ignore="T3")) == ["MY-TITLE"]


def test_excluded_rule_is_not_run() -> None:
    """A rule that is ignored does no work."""

    @rule("MY-BOMB", "error", zh="无", en="never")
    def explode(_: gd.AnnualReport) -> Iterator[gd.Finding]:
        raise AssertionError

    assert codes(check(build_report(), checks=[explode], ignore="MY-")) == []
    assert explode.doc == ""


def test_plain_finding_is_kept_as_it_is() -> None:
    """The finding of a plain function is complete already."""
    (finding,) = check(build_report(), checks=[plain])

    assert finding == gd.Finding(
        "title", code="PLAIN-1", message=Message(zh="标题", en="示例镇人民政府2021年政府信息公开工作年度报告")
    )


def test_plain_finding_without_code_is_a_usage_error() -> None:
    """A plain function has to give the code itself."""
    with pytest.raises(gd.UsageError) as caught:
        check(build_report(), checks=[lambda _: [gd.Finding("title")]])

    assert str(caught.value) == "a finding of a plain function needs a code; or declare it with rule: ('title',)"


def test_check_that_yields_no_findings_is_a_usage_error() -> None:
    """What a check yields must be findings."""

    def text(_: gd.AnnualReport) -> list[str]:
        return ["oh"]

    def nothing(_: gd.AnnualReport) -> None:
        return None

    for wrong, message in (
        (text, "a check must yield findings, text yielded 'oh'"),
        (nothing, "a check must yield findings, nothing gave None"),
    ):
        with pytest.raises(gd.UsageError) as caught:
            check(build_report(), checks=[wrong])  # type: ignore[list-item]
        assert str(caught.value) == message


def test_code_declared_twice_is_a_usage_error() -> None:
    """A rule of one's own must not take the code of another."""
    with pytest.raises(gd.UsageError) as caught:
        check(build_report(), checks=[title_length, title_length])

    assert str(caught.value) == "two checks have the code 'MY-TITLE'"


@pytest.mark.parametrize(
    ("code", "severity", "message"),
    [
        ("", "error", "a rule needs a code"),
        ("MY-1", "fatal", "severity must be one of error, warning, info, got 'fatal'"),
    ],
)
def test_rule_refuses_what_is_no_code_or_severity(code: str, severity: str, message: str) -> None:
    """A rule has a code and a known severity."""
    with pytest.raises(gd.UsageError) as caught:
        rule(code, severity, zh="", en="")

    assert str(caught.value) == message


@pytest.mark.parametrize("template", ["{missing}", "{details.x}", "{actual.x}", "{paths[7]}"])
def test_template_with_an_unknown_field_is_a_usage_error(template: str) -> None:
    """A message that names what the finding does not have is the rule's mistake."""
    wrong = rule("MY-1", "error", zh="无", en=template)(lambda _: [gd.Finding("title")])

    with pytest.raises(gd.UsageError, match=r"^MY-1: no value for .* of its message$"):
        check(build_report(), checks=[wrong])


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{", "is malformed: Single '{' encountered in format string"),
        ("}", "is malformed: Single '}' encountered in format string"),
        ("{n!x}", "is malformed: unknown conversion 'x'"),
        ("{n:{", "is malformed: unmatched '{' in format spec"),
        ("{}", "has a field without a name"),
        ("{0}", "has a field without a name"),
        ("{[0]}", "has a field without a name"),
        ("{n:{}}", "has a field without a name"),
    ],
)
def test_a_malformed_template_is_refused_where_it_is_declared(template: str, reason: str) -> None:
    """Not when the check first finds something: that can be years later."""
    also = {gd.Severity.INFO: Message("无", template)}
    for words in ({"zh": template, "en": "no"}, {"zh": "无", "en": template}, {"zh": "无", "en": "no", "also": also}):
        with pytest.raises(gd.UsageError) as caught:
            rule("MY-1", "error", **words)
        assert str(caught.value) == f"MY-1: the template {template!r} of its message {reason}"


def test_names_and_formats_of_a_template_are_left_to_the_finding() -> None:
    """Which there are is known only when there is one; what cannot be filled then is a mistake of the rule's."""
    right = rule("MY-1", "error", zh="无", en="{{{n:>{width}}}} {quote!r:.3} {paths[0]}")(
        lambda _: [gd.Finding("title", details={"width": 3})]
    )
    assert [finding.message.en for finding in check(build_report(), checks=[right], select="MY")] == ["{  1} Non title"]

    for wrong in ("{n:zz}", "{path:d}", "{n:{paths}}"):
        refused = rule("MY-1", "error", zh="无", en=wrong)(lambda _: [gd.Finding("title")])
        with pytest.raises(gd.UsageError, match=r"^MY-1: its message cannot be filled: "):
            check(build_report(), checks=[refused])


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("{n:>{width}}", "  1"),
        ("{width!r}{n}", "31"),
        ("{said!r}", "'无'"),
        ("{paths[0]}", "title"),
        ("{actual} of {said}, {listed}", "blank of 无, a, b"),
        ("{{{n}}} {n:02}", "{1} 01"),
    ],
)
def test_fields_are_filled_whatever_there_is_to_them(template: str, filled: str) -> None:
    """A conversion, a format of its own fields, a part of a value; the usual ones are a name alone."""
    finding = gd.Finding("title", details={"width": 3, "said": "无", "listed": ["a", "b"]})
    own = rule("MY-1", "error", zh="无", en=template)(lambda _: [finding])

    assert [each.message.en for each in check(build_report(), checks=[own], select="MY")] == [filled]


@pytest.mark.parametrize("none", ["", (), [], set(), iter(())])
def test_no_prefix_selects_every_code(none: Iterable[str]) -> None:
    """As in settings that name none: nothing was checked, without a word."""
    assert codes(check(broken_report(), select=none)) == codes(check(broken_report())) != []


def test_message_names_blanks_cells_and_paragraphs() -> None:
    """None is "blank", two cells are named, a paragraph has its number, a finding may have no path."""
    cells = [path.path for path in gd.cells(build_report())][:8]

    @rule("MY-1", "error", zh="{label}：{actual}；{cells:cells}", en="{path}: {actual}; {cells:cells}; {quote}")
    def everything(_: gd.AnnualReport) -> Iterator[gd.Finding]:
        yield gd.Finding("overview[1]", details={"cells": cast("list[JSON]", cells)})
        yield gd.Finding((), details={"cells": "year"})

    first, second = check(build_report(), checks=[everything])

    assert first.message == Message(
        zh="一、总体情况第2段：空白；「规章」行「本年制发件数」、「规章」行「本年废止件数」等8格",
        en="overview[1]: blank; proactive_disclosure.rules.issued, proactive_disclosure.rules.repealed "
        "and 6 more; blank",
    )
    assert second.message == Message(zh="：空白；年度", en=": blank; year; blank")


def test_message_of_a_finding_is_a_template_of_its_own() -> None:
    """A check can give a single finding other words; a mapping of cells says what must stand there."""

    @rule("MY-1", "error", zh="无", en="never")
    def must(_: gd.AnnualReport) -> Iterator[gd.Finding]:
        cells: dict[str, JSON] = {"requests.total.carried_over": 2, "requests.total.carried_forward": 3}
        yield gd.Finding("requests", details={"proved": cells}, message=Message("{proved:cells}。", "{proved:cells}"))

    (finding,) = check(build_report(), checks=[must])

    assert finding.message == Message(
        zh="「总计」列「二、上年结转政府信息公开申请数量」只能是 2、「总计」列「四、结转下年度继续办理」只能是 3。",
        en="requests.total.carried_over must be 2, requests.total.carried_forward must be 3",
    )


def test_a_mapping_is_named_as_cells_only_where_that_is_asked_for() -> None:
    """Without ``cells``, a template has the mapping itself."""

    @rule("MY-1", "error", zh="{due}", en="{due}")
    def must(_: gd.AnnualReport) -> Iterator[gd.Finding]:
        yield gd.Finding("requests", details={"due": {"requests.total.carried_over": 2}})

    (finding,) = check(build_report(), checks=[must])

    assert finding.message == Message("{'requests.total.carried_over': 2}", "{'requests.total.carried_over': 2}")


def test_a_finding_keeps_a_severity_that_its_rule_also_has() -> None:
    """Its message is that of this severity; another severity becomes the first one of the rule."""

    @rule("MY-1", "error", zh="错", en="wrong", also={gd.Severity.INFO: Message("疑", "in doubt")})
    def graded(_: gd.AnnualReport) -> Iterator[gd.Finding]:
        yield gd.Finding("title", severity=gd.Severity.INFO)
        yield gd.Finding("year", severity=gd.Severity.WARNING)

    findings = check(build_report(), checks=[graded])

    assert [(each.severity, each.message.en) for each in findings] == [("error", "wrong"), ("info", "in doubt")]


@attrs.frozen
class Signed(gd.Finding):
    """A finding with a value of its own."""

    by: str = ""


def test_a_finding_of_a_class_of_ones_own_stays_one() -> None:
    """The rule adds code, severity and words to it, and keeps what its class has besides."""

    @rule("MY-1", "info", zh="无", en="none")
    def own(report: gd.AnnualReport) -> Iterator[gd.Finding]:
        yield Signed("year", expected=report.year, by="示例县统计局")

    (finding,) = check(build_report(), checks=[own], select="MY-1")

    assert finding == Signed(
        "year",
        expected=2021,
        code="MY-1",
        severity=gd.Severity.INFO,
        message=Message("无", "none"),
        by="示例县统计局",
    )


def test_a_rule_without_more_severities_or_explanation_has_none() -> None:
    """Both are empty, not None."""
    assert (title_length.also, title_length.about) == ({}, Message())


def test_check_leaves_the_report_as_it_is() -> None:
    """A check changes nothing."""
    report = broken_report()
    before = copy.deepcopy(report)

    check(report)

    assert report == before


def test_a_rule_without_words_says_what_its_docstring_says() -> None:
    """The first line of the docstring is the message in both languages, until the rule has words of its own."""

    @gd.rule("OUR-1", gd.Severity.WARNING, zh="本局不用 {actual}")
    def titled(report: gd.AnnualReport) -> Iterator[gd.Finding]:
        """
        A {title} has a full stop.

        More about it.
        """
        yield gd.Finding(paths="title", actual=report.title)

    @gd.rule("OUR-2", gd.Severity.WARNING)
    def unnamed(report: gd.AnnualReport) -> Iterator[gd.Finding]:
        yield gd.Finding(paths="title", actual=report.title)

    findings = gd.check(build_report(title="甲"), select="OUR", checks=[titled, unnamed])

    assert [finding.message for finding in findings] == [
        Message("本局不用 甲", "A {title} has a full stop."),
        Message("unnamed", "unnamed"),
    ]


def test_days_are_written_in_the_words_of_the_language() -> None:
    """ISO dates and intervals in Chinese words, other text as it is; in English with a word between two days."""

    @rule("MY-DAYS", "info", zh="{expected:date}|{actual:date}|{other:date}", en="{expected:date}|{actual:date}")
    def days(report: gd.AnnualReport) -> Iterator[gd.Finding]:
        yield gd.Finding("period", actual="2024-02-05/2024-12-31", details={"other": report.year})

    (finding,) = check(build_report(), select="MY-DAYS", checks=[days])

    assert finding.message == Message("空白|2024年2月5日至2024年12月31日|2021", "blank|2024-02-05 to 2024-12-31")


@pytest.mark.parametrize(("path", "zh"), [("preamble[1]", "前言第2段"), ("title", "标题第1段")])
def test_the_paragraph_of_quoted_words_is_named(path: str, zh: str) -> None:
    """By its section and its number there; what is no list is one paragraph."""

    @rule("MY-WORDS", "info", zh="{where}", en="{where}")
    def words(report: gd.AnnualReport) -> Iterator[gd.Finding]:
        yield gd.Finding("title", quote=Quote(path, 0, len(report.preamble), "-"))

    (finding,) = check(build_report(), select="MY-WORDS", checks=[words])

    assert finding.message.zh == zh


def without(report: gd.AnnualReport, *sections: str) -> gd.AnnualReport:
    """Take sections out of a report."""
    for section in sections:
        setattr(report, section, None)
    return report


SOME_REPORTS = {
    "filled in": build_report(),
    "blank": gd.AnnualReport.blank(agency="示例县民政局", year=2024),
    "blank, edition 2019": gd.AnnualReport.blank(agency="示例县民政局", year=2019),
    "nothing": gd.AnnualReport(),
    "no table II": without(build_report(), "proactive_disclosure", "overview"),
    "a blank": build_report(cells={"review_and_litigation.reconsideration.total": None}),
    "not applicable": build_report(cells={"proactive_disclosure.rules.issued": gd.NA}),
    "no sum": build_report(cells={"requests.total.newly_received": 7}),
    "rules of a county": build_report(cells={"proactive_disclosure.rules.in_force": 2}),
    "claims": build_report(overview=["2021年收到政府信息公开申请12件，予以公开11件，引发行政复议2件。"]),
    "fees": build_report(other_matters=["發出收費通知3份，收取信息處理費35元。", "未发出收费通知。"]),
    "too long": build_report(overview=["本局公开信息。" * 20_000]),
}


@pytest.mark.parametrize("report", SOME_REPORTS.values(), ids=SOME_REPORTS)
def test_a_rule_finds_nothing_where_its_sign_is_missing(report: gd.AnnualReport) -> None:
    """To look for the sign of a rule first never hides a finding; a rule that is made again of one has none."""
    assert {each.code: list(each(report)) for each in rules()} == {
        each.code: list(attrs.evolve(each)(report)) for each in rules()
    }
