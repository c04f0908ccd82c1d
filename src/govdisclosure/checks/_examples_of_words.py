"""Examples of the rules on what the narrative has to speak of, and on the fee for the processing of information."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.checks._example import ASPECTS, IN_TWO_COLUMNS, Example
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping


_OFFICIAL: Final = {
    "GOV-SUPERVISION": Example(
        Message(
            "各级人民政府的报告写到工作考核、社会评议、责任追究",
            "a government's report speaks of work assessment, public appraisal and accountability",
        ),
        Message(
            "在第一部分“监督保障”中写明三方面的结果，没有发生的也写明。",
            "Say under 监督保障 in section 一 what came of the three; also that something did not happen.",
        ),
        fails='report.agency = gd.Agency(name="示例县人民政府")',
        mended=f'report.overview = ["{ASPECTS}", "考核优秀，开展社会评议2次，未发生责任追究情形。"]',
    ),
    "OVERVIEW-ASPECTS": Example(
        Message(
            "2021年度起，第一部分写到五方面（和配置要求的内容）",
            "from 2021 on, overview speaks of its five aspects, and of those of the profile",
        ),
        Message("补写缺少的方面，一两句即可。", "Add a sentence or two on what is missing."),
        fails='report.overview = ["主动公开信息210条，依申请公开12件。"]',
        mended=f'report.overview = ["{ASPECTS}"]',
    ),
    "OVERVIEW-LENGTH": Example(
        Message("第一部分字数 ≤ 配置规定的字数", "characters of overview ≤ longest_overview of the profile"),
        Message("压缩第一部分；数字和附表能说明的不必重复。", "Shorten section 一; the tables need not be told again."),
        fails=f'report.overview = ["{ASPECTS}"] * 4',
        mended=f'report.overview = ["{ASPECTS}"]',
        given="profile=gd.Profile(longest_overview=100)",
    ),
    "PROBLEMS-REMEDY": Example(
        Message("第五部分写明问题和改进情况", "problems_and_improvements names a problem and a remedy"),
        Message(
            "写出本机关公开工作中的具体问题，以及已经采取或准备采取的做法。",
            "Name a problem of your own, and what was done about it or will be.",
        ),
        fails='report.problems_and_improvements = ["公开内容有待丰富。"]',
        mended='report.problems_and_improvements = ["公开内容有待丰富，已增设文化惠民专栏。"]',
    ),
}

_FEES: Final = {
    "FEE-STATEMENT": Example(
        Message(
            "2021年度起，第六部分说明是否收取信息处理费",
            "from 2021 on, other_matters says whether 信息处理费 was charged",
        ),
        Message(
            "在第六部分补写当年收取情况。", "Add a sentence to section 六: what was collected, or that nothing was."
        ),
        fails='report.other_matters = ["无。"]',
        mended='report.other_matters = ["本年度收取政府信息公开信息处理费0元。"]',
    ),
    "FEE-AMOUNT": Example(
        Message("正文所述信息处理费是10元的整数倍", "a processing fee stated in 元 is a multiple of 10"),
        Message("对照收费通知核对金额和单位。", "Compare the amount, and its unit, with the notices."),
        fails='report.other_matters = ["本年度收取信息处理费125元。"]',
        mended='report.other_matters = ["本年度收取信息处理费120元。"]',
    ),
    "FEE-TABLE": Example(
        Message("收取的信息处理费 ≤ 表二（八）行政事业性收费", "the processing fee collected ≤ fees.amount"),
        Message(
            "信息处理费计入行政事业性收费：核对金额和单位（表二为万元）。",
            "A processing fee belongs into fees.amount, which is in 万元: compare both.",
        ),
        fails='report.other_matters = ["本年度收取信息处理费20000元。"]',
        mended='report.other_matters = ["本年度收取信息处理费200元。"]',
    ),
    "FEE-UNPAID": Example(
        Message(
            "“申请人逾期未按收费通知要求缴纳费用”大于0，就有收费通知（上年有结转的除外）",
            "outcomes.other.fee_unpaid above 0 needs a notice, unless carried_over is above 0",
        ),
        Message(
            "核对第六部分的收费通知件数和表三的该项。",
            "Compare the number of notices in section 六 with the cell of table III.",
        ),
        fails=(
            f"{IN_TWO_COLUMNS}for path, figure in (\n"
            '        ("carried_over", 0),\n'
            '        ("carried_forward", 0),\n'
            '        ("outcomes.not_processed.repeated", 0),\n'
            '        ("outcomes.other.fee_unpaid", 1),\n'
            "    ):\n"
            '        gd.put(report, f"requests.{column}.{path}", figure)\n'
            f'report.overview = ["2025年收到政府信息公开申请12件，均按期答复。", "{ASPECTS}"]\n'
            'report.other_matters = ["本年度未发出收费通知，未收取信息处理费。"]'
        ),
        mended='report.other_matters = ["本年度发出收费通知1件，申请人逾期未缴费，未收取信息处理费。"]',
    ),
}

EXAMPLES: Final[Mapping[str, Example]] = {**_OFFICIAL, **_FEES}
