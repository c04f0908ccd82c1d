"""Examples of the rules on figures, completeness, dates and editions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.checks._editions import each_edition
from govdisclosure.checks._example import IN_TWO_COLUMNS, Example
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping


_ARITHMETIC: Final = {
    "T3-BALANCE": Example(
        Message(
            "表三每一列：一、本年新收 + 二、上年结转 = 三、（七）总计 + 四、结转下年度",
            "newly_received + carried_over = outcomes.total + carried_forward, in each column",
        ),
        Message(
            "先核对收件登记：没有办结的申请填入“四、结转下年度继续办理”；再核对上年报告的结转数。",
            "Go back to the register of requests: those not concluded belong into carried_forward; "
            "carried_over is last year's carried_forward.",
        ),
        fails=IN_TWO_COLUMNS + 'gd.put(report, f"requests.{column}.carried_forward", 0)',
        mended=IN_TWO_COLUMNS + 'gd.put(report, f"requests.{column}.carried_forward", 1)',
    ),
    "T3-OUTCOMES": Example(
        Message(
            "表三每一列：（一）至（六）各项之和 = （七）总计",
            "the sum of all outcomes = outcomes.total, in each column",
        ),
        Message(
            "逐项核对办理结果：一件申请只计一项，区分处理的只计“部分公开”；然后重新相加。",
            "Go through the outcomes: a request counts once, one granted in part only as that; then add again.",
        ),
        fails=IN_TWO_COLUMNS + 'gd.put(report, f"requests.{column}.outcomes.granted", 5)',
        mended=IN_TWO_COLUMNS + 'gd.put(report, f"requests.{column}.outcomes.unavailable.needs_creation", 1)',
    ),
    "T3-ROW": Example(
        Message(
            "表三每一行：自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 总计",
            "natural_person + the five columns of legal_person = total, in each row",
        ),
        Message(
            "按申请人类别核对这一行，把填错列的数字移到应填的列，再核对总计。",
            "Compare the row with the kinds of applicants, and move a figure that stands in a wrong column.",
        ),
        fails='gd.put(report, "requests.legal_person.other.outcomes.granted", 1)',
        mended='gd.put(report, "requests.legal_person.other.outcomes.granted", 0)',
    ),
    "T4-SUM": Example(
        Message(
            "表四每一组：结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计",
            "upheld + corrected + other + pending = total, in each block",
        ),
        Message(
            "逐案核对结果，年底没有结果的填入“尚未审结”。",
            "Go through the cases; one without a result at the end of the year is pending.",
        ),
        fails='gd.put(report, "review_and_litigation.reconsideration.total", 2)',
        mended='gd.put(report, "review_and_litigation.reconsideration.pending", 1)',
    ),
}

_COMPLETENESS: Final = {
    "SECTION-MISSING": Example(
        Message("六个部分都有", "each of the six sections is there"),
        Message("补上缺少的部分；没有内容的写“无”。", "Add the section; where there is nothing to report, write 无."),
        fails="report.other_matters = None",
        mended='report.other_matters = ["本年度未收取政府信息公开信息处理费。"]',
    ),
    "TABLE-MISSING": Example(
        Message("二、三、四部分有标题就有表格", "a table section that has its heading has its table"),
        Message(
            "把图片或附件中的表格录入正文。", "Put the table into the report as text, not as a picture or attachment."
        ),
        fails=(
            "from govdisclosure.model.report import OtherSection\n"
            "table = report.review_and_litigation\n"
            "report.review_and_litigation = None\n"
            'report.other_sections = [OtherSection(heading="四、政府信息公开行政复议、行政诉讼情况", paragraphs=[])]'
        ),
        mended="report.review_and_litigation = table\nreport.other_sections = []",
    ),
    "FORM-EMPTY": Example(
        Message("三张表不全是空白", "the tables are not all blank"),
        Message("填报三张表后再提交，没有的填 0。", "Fill the tables in; what did not happen is 0."),
        fails=(
            "tables = report.proactive_disclosure, report.requests, report.review_and_litigation\n"
            "report.proactive_disclosure = gd.ProactiveDisclosure.blank()\n"
            "report.requests = gd.Requests.blank()\n"
            "report.review_and_litigation = gd.ReviewAndLitigation.blank()"
        ),
        mended="report.proactive_disclosure, report.requests, report.review_and_litigation = tables",
    ),
    "TABLE-EMPTY": Example(
        Message("每张表至少有一格填数", "at least one cell of each table holds a figure"),
        Message("逐格填报，没有的填 0。", "Fill the table in; what did not happen is 0."),
        fails="report.review_and_litigation = gd.ReviewAndLitigation.blank()",
        mended="report.review_and_litigation = gd.ReviewAndLitigation.from_rows([[0] * 15])",
    ),
    "TOTAL-BLANK": Example(
        Message("组成项有数字，总计就有数字", "a total is stated where one of its parts is"),
        Message("核对各项后填上合计数。", "Check the parts, then fill in their sum."),
        fails='gd.put(report, "requests.total.outcomes.total", None)',
        mended='gd.put(report, "requests.total.outcomes.total", 12)',
    ),
    "CELL-BLANK": Example(
        Message("每一格都填数", "no cell is blank"),
        Message("没有的填 0；不清楚的查明后再填。", "State 0 where there was nothing; find out where you do not know."),
        fails='gd.put(report, "proactive_disclosure.compulsion.decisions", None)',
        mended='gd.put(report, "proactive_disclosure.compulsion.decisions", 0)',
    ),
    "CELL-NA": Example(
        Message("表三、表四没有“/”", "no cell of tables III and IV is “/”"),
        Message("把“/”改为 0。", "State 0 in place of “/”."),
        fails='gd.put(report, "requests.legal_person.other.newly_received", gd.NA)',
        mended='gd.put(report, "requests.legal_person.other.newly_received", 0)',
    ),
    "NARRATIVE-EMPTY": Example(
        Message("一、五、六部分有文字", "sections 一, 五 and 六 have text"),
        Message("写明情况；确实没有的写“无”。", "Write what there is to say, or 无."),
        fails="report.problems_and_improvements = []",
        mended='report.problems_and_improvements = ["展览信息更新不够及时，今后每周更新。"]',
    ),
    "AGENCY-MISSING": Example(
        Message("报告写明机关名称", "agency.name is there"),
        Message(
            "在标题中写出机关全称；读取文件时也可另行指定（命令行 --agency，Python agency=…）。",
            "Write the name in full into the title; or give it when the file is read: --agency, in Python agency=….",
        ),
        fails="report.agency = None",
        mended='report.agency = gd.Agency(name="示例县文化和旅游局")',
    ),
    "YEAR-MISSING": Example(
        Message("报告写明年度", "year is there"),
        Message(
            "在标题和统计期限中写出年度；读取文件时也可另行指定（命令行 --year，Python year=…）。",
            "Write the year into the title and the period; or give it when the file is read: --year, in Python year=….",
        ),
        fails="report.year = None",
        mended="report.year = 2025",
    ),
}

_DATES: Final = {
    "PERIOD": Example(
        Message("统计期限 = 报告年度1月1日至12月31日", "period = 1 January to 31 December of year"),
        Message("改正统计期限，或改正年度。", "Correct the period, or the year."),
        fails=("from datetime import date\nreport.period = gd.Period(start=date(2025, 1, 1), end=date(2025, 12, 30))"),
        mended="report.period = gd.Period.of_year(2025)",
    ),
    "LATE": Example(
        Message(
            "县级以上政府部门：发布日期 ≤ 次年1月31日；其他：≤ 次年3月31日（配置可另定）",
            "published ≤ 31 January of the following year for departments, ≤ 31 March for all others; or by a profile",
        ),
        Message(
            "期限已过无法补救；发布日期有误的，改正日期。",
            "A deadline that has passed cannot be mended; a date that is wrong can.",
        ),
        fails="from datetime import date\nreport.published = date(2026, 2, 3)",
        mended="report.published = date(2026, 1, 30)",
    ),
    "YEAR": Example(
        Message(
            "标题、前言、第一部分所称年度 = 报告年度", "the year that title, preamble and overview speak of = year"
        ),
        Message("改正沿用的旧年度；与上年比较时写明“较上年”等。", "Correct the year that was copied."),
        fails='report.title = "示例县文化和旅游局2024年政府信息公开工作年度报告"',
        mended='report.title = "示例县文化和旅游局2025年政府信息公开工作年度报告"',
    ),
    "EDITION": Example(
        each_edition(
            Message("{years}：{edition}版表格", "edition {edition} of tables II and III for {years}"),
            Message("{years}：{edition}版表格", "edition {edition} for {years}"),
            Message("；", ", "),
        ),
        Message("改用报告年度对应的表格重新填报。", "Fill in the table of the edition that the year asks for."),
        fails="table = report.requests\nreport.requests = valid_report(2020).requests",
        mended="report.requests = table",
    ),
}

_PLAUSIBILITY: Final = {
    "T2-RULES": Example(
        Message(
            "无规章制定权的机关：规章三格都是 0",
            "rules.issued = rules.repealed = rules.in_force = 0 where the agency cannot make rules",
        ),
        Message(
            "移到“行政规范性文件”一行，规章填 0。", "Move the figures into the row normative_documents; state 0 here."
        ),
        fails='gd.put(report, "proactive_disclosure.rules.in_force", 3)',
        mended='gd.put(report, "proactive_disclosure.rules.in_force", 0)',
    ),
    "T2-IN-FORCE": Example(
        Message("现行有效件数 ≥ 本年制发件数 − 本年废止件数", "in_force ≥ issued − repealed"),
        Message(
            "现行有效件数包括以前年度制发、仍然有效的文件，重新清点。",
            "Count again: in_force includes documents of earlier years that still hold.",
        ),
        fails='gd.put(report, "proactive_disclosure.normative_documents.in_force", 0)',
        mended='gd.put(report, "proactive_disclosure.normative_documents.in_force", 4)',
    ),
    "T2-DISCLOSED": Example(
        Message("2019版：对外公开总数量 ≥ 本年新公开数量", "edition 2019: disclosed_total ≥ disclosed"),
        Message(
            "对外公开总数量包括以前年度公开的，重新清点。",
            "Count again: disclosed_total includes what was disclosed in earlier years.",
        ),
        fails='gd.put(report, "proactive_disclosure.normative_documents.disclosed_total", 1)',
        mended='gd.put(report, "proactive_disclosure.normative_documents.disclosed_total", 4)',
        year=2020,
    ),
}

EXAMPLES: Final[Mapping[str, Example]] = {**_ARITHMETIC, **_COMPLETENESS, **_DATES, **_PLAUSIBILITY}
