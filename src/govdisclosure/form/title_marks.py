"""Marks and words that stand before a title, or beside the agency that it names, and are no part of either."""

from __future__ import annotations

import re
from typing import Final

from govdisclosure.form.title_years import OF_DAY, SUBJECT
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.numerals import ORDINALS
from govdisclosure.vocabulary.years import YEAR

PLACES: Final = "省|市|区|县|镇|乡|街道|州|盟|旗"
"""What the names of places end with."""
BEGINS_WITHIN: Final = re.compile(
    f"[国家级经济技术高新产业综合保税工园开发旅游风景名胜度假示范合作]{{1,14}}区|区管(?:委会|理委)|[治族]|自治|[{HAN}]{{1,2}}族自治"
)
"""What a name begins with whose beginning stands elsewhere: 技术开发区管理委员会, 族自治县水利局."""
ENDS_PLACE: Final = re.compile(
    rf"(?:省|市(?![场政容民]|[中南北][区街])|[县州盟旗]|区(?![划域])|街道|[镇乡](?!村))(?![{HAN}]{{1,2}}[省市区县旗镇乡])"
)
"""The end of the name of a place, with which a name begins that lacks the rest: 省气象局, unlike 市中区 and 镇江市."""
ANNEX: Final = re.compile(
    # - 标 题：, an item of a list
    r"^\s*(?:(?:[-•·]\s*)?(?:原?标\s*题|题\s*目|(?:文件|信息)?名\s*称)\s*[:：]"
    rf"|[●◆■•]\s|附\s*件\s*[0-9０-９{ORDINALS}]*\s*[:：.．、]?)\s*"
)
"""附件1：, 附件, 标题：, or the mark of an item of a list, before a title."""
KIND: Final = "(?:填报|报告|编制|[省市县区乡镇级直各、]|街道|部门|单位|机关|机构)"
"""Words for bodies of a kind: 部门（单位）, （镇、街道、部门） to be filled in, 【部门】 before a name."""
OF_KIND: Final = rf"[(\[【]{KIND}+[)\]】]"
"""【部门】, before a name."""
SEAL: Final = r"\((?:盖章|公章|章)\)"
"""某县统计局（盖章）"""
# A day, or the number of a document: 示水发〔2024〕3号 某县统计局
_DAY_OR_NUMBER: Final = (
    rf"^(?:{YEAR}年{OF_DAY}|[{HAN}]{{0,12}}(?:[〔\[(【]{YEAR}[〕\])】]|{YEAR}年)第?[0-9]+号"
    # 第十编译局 is a body.
    rf"|第[0-9{ORDINALS}]+(?:部分|[章篇]|节(?![能水目])|编(?![译制办辑])))(?:关于)?"
)
_CHANGED: Final = "更正|修[订改正]|更新|调整"
_HANDS_OUT: Final = "(?:重新|再次|拟)?(?:公布|发布|公开|公示|印发|转发|报送|上报|补发)"
HANDS_OUT: Final = re.compile(f"^(?:{_HANDS_OUT}|{_CHANGED})")
"""What is done with a report, beside 关于."""
# 关于公布某县统计局2022年政府信息公开工作年度报告, 更正后的某县统计局2022年政府信息公开工作年度报告
_HANDED_OUT: Final = rf"^(?:关于)?(?:{_HANDS_OUT}|(?:{_CHANGED})(?:[后版]的?)?|完善后的?|最?新版的?)"
# （文字版）, （公示稿）, （更正）, (3)
_IN_WHICH_FORM: Final = rf"^\((?:[{HAN}]{{1,6}}[版稿]|{_CHANGED}|拟?公[开示]|转发|[0-9]+)\)"
OF_FILE: Final = f"正文|全文|(?:最?终|最新|定|公开|发布|公示|上报|文字|{_CHANGED})[稿版]"
"""What the name of a file says behind the title of a report: …年度报告全文, …年度报告定稿."""
BEFORE_AGENCY: Final = (
    rf"^【[^】]*】|^\[[{HAN}]*\]|^{OF_KIND}|{_HANDED_OUT}|^关于|{_DAY_OR_NUMBER}|{_IN_WHICH_FORM}"
    rf"|^(?:[>★☆※●◆■·•#*《》〈【\x22“]+|[0-9A-Z]+[.、)]|[{ORDINALS}]+、|\([{ORDINALS}]+\))"
)
"""Before an agency in a folded title: 【年报】, [年报], 关于, ★, 1., 一、, (一), a day, a number, a version."""
BESIDE_NAME: Final = re.compile(
    rf"[{HAN})]{YEAR}年度?(?!全州[县镇])(?:(?:{PLACES}|[本我全各直级]|部门|单位|机关|系统|[本我][局厅委办部院])+|党务|(?:政府)?网站)的?{SUBJECT}"
)
"""某县统计局2022年本级政府信息公开工作年度报告: what a year parts from a name is no part of it, unlike 2022年全州县."""
BESIDE_WHOLE_NAME: Final = re.compile(
    rf"(?:政府|[局厅委办处院所站馆]|中心|办公[室厅]){YEAR}年(?>度年|年?度?)的?+(?:关于|年?度)*+(?!{SUBJECT})([{HAN}]+?)的?{SUBJECT}"
)
"""某县统计局2022年基层政务公开工作年度报告: nor are other words behind a whole name, unless they are a body."""
