"""What reports write of the fee for the processing of information (信息处理费), in folded text."""

from __future__ import annotations

import re
from typing import Final

from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.numerals import COUNTING, ORDINALS
from govdisclosure.vocabulary.years import YEAR, names_year

FEE: Final = "(?<!垃圾)(?<!污水)处[理里]费用?"
"""信息处理费, 政府信息公开处理费, 依申请公开处里费."""
NOTICE: Final = "收费通知[书单]?"
"""What a fee is asked for with."""
NONE: Final = r"(?:(?<![0-9.])0(?:\.0+)?(?![0-9.])|零)"
"""Nought, not that of 10."""
NUMBER: Final = (
    rf"(?:(?<![0-9.])[0-9]{{1,12}}(?:,[0-9]{{3}}){{0,4}}(?:\.[0-9]{{1,8}})?|(?<![{COUNTING}])[{COUNTING}]{{1,15}})"
)
"""1,240 · 33.5 · 三百; more figures are a number of something else."""

# 收取的费, 免费, 各项费, and what a fee for information has been called by: 检索费, 复制费, 邮寄费
_OF_INFORMATION: Final = (
    "(?<![收免缴付计交退减的等项类种])"
    "(?<!处[理里])(?<!检索)(?<!复[制印])(?<!邮[寄递])(?<!打印)(?<!查[询阅])(?<!提供)(?<!制作)(?<!加工)(?<!答复)(?<!办理)"
    "(?<!手续)(?<!成本)(?<![资材]料)(?<!公开)(?<!信息)(?<!申请)(?<!任何)(?<![相有]关)(?<!其[他它])"
)
# Other fees than this one, and charging that nobody may do: 无行政事业性收费 says nothing of it.
_OTHER: Final = re.compile(
    "行政事业性(?:收费|费用)|(?:违规|违法|乱)(?:收取费用|收费)|押金|保证金"
    "|(?:停车|培训|检测|供[水电气暖]|医疗|教育|物业|旅游|道路|涉企)收费"
    "|(?:培训|报名|评审|检测|停车|学|会|水|电|燃气|物业|垃圾处理|污水处理|考试|服务|工本)费用?"
    # 水资源费, 社会抚养费
    f"|[{HAN}]{{2}}{_OF_INFORMATION}费(?!用)"
)
# 《政府信息公开信息处理费管理办法》
_TITLE: Final = re.compile("《[^《》]{0,80}》")
_FURTHEST: Final = 60
"""Characters before a statement among which the year stands that it is about."""
_ELSE: Final = "\N{WHITE SQUARE}"
"""What stands for each character of another fee."""

_IN_CLAUSE: Final = "[^,。;!?]"
_RULES: Final = "(?:管理|办法|制度|标准|流程|规定|政策|依据|目录|公示|公开|清单|投诉|单位|窗口|站)"
# 未收取 · 无收费 · 未发出收费通知
_CHARGE: Final = rf"(?:收取(?!{_IN_CLAUSE}{{0,10}}{_ELSE})|收费|{FEE}|费用|{NOTICE})(?!{_RULES})"
_DENIAL: Final = (
    # 未按件、按量收取, but 未按收费通知缴纳
    "(?:未(?!来|按(?![件页量])|及时|规范|明确|公布|公开|制定|出台|报告)"
    "|没有|无(?!障碍|偿)|(?<!将)(?<!将继续)不(?=收|存在|涉及|产生|发生|需|再|向))"
)
# 未违规收取信息处理费
_AMISS: Final = "违规|违法|违反|乱收|擅自|私自|超标准|超范围|重复|强制"
SAYINGS: Final = (
    # 未收取任何费用 · 未向申请人收费 · 无信息处理费收费事项 · 未有收取或减免
    rf"(?<!{_ELSE}){_DENIAL}(?:(?!{_AMISS}){_IN_CLAUSE}){{0,20}}?{_CHARGE}"
    # 信息处理费:无 · 信息处理费收取情况为零 · 收取信息处理费的件数为0 · 收取费用情况:无
    rf"|(?:{FEE}|收费|费用)(?!{_RULES}){_IN_CLAUSE}{{0,12}}?(?:[:为是计]|[总金数]额)*(?:{NONE}|无(?=[,。;]|$)|未(?:发生|产生|收|涉及))"
    # 发出收费通知的件数和总金额、实际收取的总金额均为0 · 零收费
    rf"|{NOTICE}{_IN_CLAUSE}{{0,24}}?(?:均|都|皆)为{NONE}|零收费(?!{_RULES})"
    # 信息处理费方面,本年度未产生。 A heading of its own has its text in the next paragraph.
    rf"|{FEE}(?:的?收取)?(?:情况|方面|事项|事宜)?[,:。]{{1,2}}{_IN_CLAUSE}{{0,12}}?(?:无|未|没有)(?:发生|产生|收取|涉及)?(?=[,。;]|$)"
    # 收取信息处理费120元 · 收取信息公开费用0元
    rf"|(?:{FEE}|收取(?!{_IN_CLAUSE}{{0,10}}{_ELSE})|收费){_IN_CLAUSE}{{0,16}}?{NUMBER}万?元"
    # 信息处理费收取1件,共120元
    rf"|{FEE}{_IN_CLAUSE}{{0,12}}?{NUMBER}[件份次笔],(?:合计|[共总]?计|共|[总收费]*金额)+[为是]?{NUMBER}万?元"
    # A small table: 发出收费通知的件数和总金额 | 实际收取的总金额 / 0 | 0
    rf"|(?:{NOTICE}|{FEE}|(?<!{_ELSE})收取(?!{_IN_CLAUSE}{{0,10}}{_ELSE})|收费){_IN_CLAUSE}{{0,40}}?(?:件数|份数|[总金]额)(?:\([万元件份]+\))?"
    rf"[。:|]{{1,2}}(?:{NONE}|{NUMBER})(?=万?[元件份]|[|。,;]|$)"
    # 收费通知0件 · 发出3件收费通知
    rf"|{NOTICE}{_IN_CLAUSE}{{0,8}}?{NUMBER}[件份次]|{NUMBER}[件份次](?:信息)?{NOTICE}"
    # 政府信息均免费提供 · 提供政府信息全部免费 · 减免信息处理费 · 免予收取信息处理费
    rf"|(?:信息|依申请公开){_IN_CLAUSE}{{0,8}}?免费(?:提供|公开)"
    rf"|(?:提供|获取){_IN_CLAUSE}{{0,8}}?信息{_IN_CLAUSE}{{0,4}}?免费(?=[,。;]|$)"
    # 免费提供信息 · 免费向申请人提供所需政府信息 · 均为免费提供
    rf"|免费(?:[向为]{_IN_CLAUSE}{{1,8}})?(?:提供|公开)(?:了|所|申请|需|的|相关|有关|政府)*信息(?!公开|查询|咨询|服务|化|技术)"
    "|(?:均|都|全部|一律|是|为|予以)免费提供(?=[,。;]|$)"
    rf"|(?:免收|免除|减免|免[予于]收取){_IN_CLAUSE}{{0,12}}?(?:{FEE}|费用)"
)
"""What says of fees that they were charged, or not, in alternatives."""

BEGINNINGS: Final = f"未没无不处收费零信依提获免均都全一是为予减0-9{COUNTING}"
"""Every character that one of these can begin with."""

_SAYING: Final = re.compile(f"(?=[{BEGINNINGS}])(?:{SAYINGS})")
# 2021年未收取信息处理费, 上年度，我局未收取信息处理费; but 2021年以来, 2021年1月 and 上年结转的申请未收费
_TIME: Final = re.compile(
    rf"(?:^|[,。;!?:])(?:在|截至)?(?:{YEAR}年|(?:上一?|下一?|去|往|明)年|今后|下一步)度?(?![0-9{ORDINALS}]|[之以]来|起|至今|结转|遗留|收到|受理),?"
    rf"{_IN_CLAUSE}{{0,40}}$"
)
# 未按收费通知缴纳 is no denial that there was one.
_NO_NOTICE: Final = re.compile(
    rf"(?:未|没有|无|不存在)(?:(?![按依缴答回]|收到){_IN_CLAUSE}){{0,14}}{NOTICE}(?!的?(?:{_RULES}|要求))"
    rf"|{NOTICE}{_IN_CLAUSE}{{0,10}}?{NONE}"
    # 收费通知:无 · 收费通知未发出
    rf"|{NOTICE}(?:情况|方面)?[:为是]?(?:无(?=[,。;]|$)|(?:均|都|暂)?未(?:发[出放]|制发|开具|出具|下达))"
)


def says_whether_charged(folded: str, year: int) -> re.Match[str] | None:
    """Find where a folded text says whether a fee for the processing of information was charged in a year."""
    text = _without_others(folded)
    return next((said for said in _SAYING.finditer(text) if not _is_of_another_year(text, said.start(), year)), None)


def _is_of_another_year(text: str, place: int, year: int) -> bool:
    """Tell whether what a clause says at a place is said of another year, with which it or the one before begins."""
    time = _TIME.search(text, max(0, place - _FURTHEST), place)
    # 2021年和2022年均未收取
    return time is not None and not names_year(time[0], year)


def denies_notices(folded: str) -> re.Match[str] | None:
    """Find where a folded text says that nobody was asked for a fee by a notice."""
    return _NO_NOTICE.search(_without_others(folded))


def _without_others(folded: str) -> str:
    """Hide other fees, and titles of documents, behind marks of the same length, so that places stay."""
    if "《" in folded:
        folded = _TITLE.sub(lambda title: "《" + "_" * (len(title[0]) - 2) + "》", folded)
    return _OTHER.sub(lambda fee: _ELSE * len(fee[0]), folded)
