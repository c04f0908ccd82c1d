"""Every fixed text of the command line, Chinese and English, and the choice between them."""

from __future__ import annotations

import locale
import os
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.cli._texts_of_complete import OF_COMPLETE
from govdisclosure.cli._texts_of_facts import OF_FACTS
from govdisclosure.cli._texts_of_rollup import OF_ROLLUP
from govdisclosure.model.editions import EDITIONS
from govdisclosure.model.message import Language, Message, counted

if TYPE_CHECKING:
    from collections.abc import Mapping

# Each edition but the last, with the year from which on the next one is used.
_SUPERSEDED: Final = [(edition.name, following.first_year) for edition, following in pairwise(EDITIONS.values())]

TEXTS: Final = {
    **OF_COMPLETE,
    **OF_FACTS,
    **OF_ROLLUP,
    # Help: of the program, of each command, and of their options by name.
    "help": Message(
        "政府信息公开工作年度报告：检查、查看、读取、转换。",
        "China's annual reports on government information disclosure: check, show, read and convert them.",
    ),
    "help.check": Message(
        "检查报告：文件、目录、通配符，“-”为标准输入。退出码：2 有文件无法读取或用法有误，1 有错误，0 其他。",
        "Check reports: files, directories, globs, or - for standard input. Exit status: 2 if a file is unreadable or "
        "the usage wrong, 1 if there are errors, else 0.",
    ),
    "help.show": Message(
        "在终端中显示一份报告，并标出检查发现的问题（设置与 check 相同）。",
        "Show a report in the terminal; what a check finds is marked on it, with the settings that check uses.",
    ),
    "help.read": Message(
        "读取一份报告；--notes 在数字旁标出读取时不能确定的地方。",
        "Read a report; with --notes, what the reading could not decide is shown beside the figures.",
    ),
    "help.convert": Message(
        "转换一份报告的格式；输入按内容识别，输出按扩展名，“-”为标准输入或输出（默认 json）。",
        "Convert a report: IN by its content, OUT by its suffix; - is standard input or output (json by default).",
    ),
    "help.compare": Message(
        "比较两份报告：B 与 A 有何不同，哪些勾稽关系因此成立或不成立；同一报告的网页、Word 和 PDF 也可比较。",
        "Compare two reports: how B differs from A, and which sums no longer hold or hold again; also copies of one "
        "report in several formats.",
    ),
    "help.explain": Message(
        "说明一个代码的含义；可只写开头，不写则列出全部代码。",
        "Explain a code, or all that begin with it; without one, list them all.",
    ),
    "help.schema": Message(
        "输出报告 JSON 的 JSON Schema（2020-12），供任何语言的程序使用。",
        "Print the JSON Schema (2020-12) of a report's JSON, for programs in any language.",
    ),
    "help.template": Message(
        "生成一份空白报告供填写；输出按扩展名，.xlsx 带录入校验和勾稽关系核对。",
        "Write a blank report to be filled in: OUT by its suffix; .xlsx checks entries and sums while they are typed.",
    ),
    "help.rollup": Message(
        "把各单位的报告汇总成上级机关的报告：逐格相加；输出格式按扩展名，各部分文字留空。",
        "Sum the reports of a government's bodies up to its own: cell by cell; OUT by its suffix. The sections of "
        "text stay empty.",
    ),
    "help.rollup.target": Message("写入的文件，任何可写的格式。", "The file to write, in any format that is written."),
    "help.rollup.roster": Message(
        "单位名册（.csv、.xlsx 或 .toml）；写明缺报的单位，下级已汇总的单位不再重复相加。",
        "Roster, .csv, .xlsx or .toml: names the units without a report, and keeps what a child holds from counting "
        "twice.",
    ),
    "help.rollup.agency": Message("汇总机关的名称。", "Name of the agency that sums up."),
    "help.rollup.year": Message(
        "报告年度；默认为各单位报告的年度，其他年度的报告不计入。",
        "The year reported on; by default that of the reports. Reports on other years are left out.",
    ),
    "help.is_roster": Message(
        "生成空白单位名册（.xlsx 或 .csv），不是报告。", "Write an empty roster, .xlsx or .csv, and no report."
    ),
    "help.diagnose": Message(
        "找出可能填错的格：改正哪一格，不符的各式便相符。退出码：2 有文件无法读取或用法有误，1 有不符，0 其他。",
        "Find the cells that can be wrong: those with which all sums agree that fail. Exit status: 2 if a file is "
        "unreadable or the usage wrong, 1 if sums fail, else 0.",
    ),
    "help.lang": Message("语言：中文或英文；默认随系统。", "Language; by default that of the locale."),
    "help.help": Message("显示帮助。", "Show this help."),
    "help.version": Message("显示版本。", "Show the version."),
    "help.as_json": Message("输出 JSON。", "Write JSON."),
    "help.as_sarif": Message(
        "输出 SARIF 2.1.0，供代码托管平台和编辑器显示。", "Write SARIF 2.1.0, which code hosts and editors show."
    ),
    "help.check.strict": Message(
        "有警告、读取说明或无用的豁免时退出码也为 1。",
        "Exit with 1 for warnings, notes of a reading and waivers that match nothing, too.",
    ),
    "help.check.exit_zero": Message("有错误时退出码也为 0。", "Exit with 0 in place of 1."),
    "help.compare.strict": Message("有差异时退出码为 1。", "Exit with 1 if they differ, or may differ."),
    "help.convert.strict": Message("有读取说明时退出码为 1。", "Exit with 1 if the reading has notes."),
    "help.select": Message(
        "只要这些代码（开头即可，逗号分隔，可重复）。", "Only codes that begin so; several by commas or repetition."
    ),
    "help.ignore": Message(
        "不要这些代码（开头即可，逗号分隔，可重复）。", "No codes that begin so; several by commas or repetition."
    ),
    "help.summary": Message(
        "另写汇总表（.csv 或 .xlsx）：每个文件一行，“-”为只在终端显示汇总。",
        "Also write a summary, OUT.csv or OUT.xlsx: a row for each file; - shows only the summary, on the terminal.",
    ),
    "help.html": Message(
        "另写网页，在报告上标出问题：名称以 .html 结尾的为一个文件的网页，其他为目录，每个文件一页，"
        "index.html 列出全部。",
        "Also write web pages that mark the findings on the form: OUT.html for one file; any other name is a folder, "
        "with a page for each file and index.html, which lists them.",
    ),
    "help.config": Message(
        "设置文件；默认从各报告所在目录向上查找 govdisclosure.toml。",
        "File of settings; by default govdisclosure.toml, looked for upwards from each report.",
    ),
    "help.profile": Message(
        "配置文件（TOML）：当地的期限、级别和第一部分的要求；优先于设置文件中的 profile。",
        "Profile, TOML: days, severities and demands of a place; it wins over the profile of the settings.",
    ),
    "help.without": Message("不用任何设置文件。", "Use no settings."),
    "help.template.year": Message("报告年度。", "The year reported on."),
    "help.template.agency": Message("机关名称。", "Name of the agency."),
    "help.template.edition": Message(
        "表格版本；默认按年度，" + "，".join(f"{year}年以前为{name}版" for name, year in _SUPERSEDED) + "。",
        "Edition of the form; by default that of the year: "
        + ", ".join(f"{name} before {year}" for name, year in _SUPERSEDED)
        + ".",
    ),
    "help.check.roster": Message(
        "单位名册（.csv、.xlsx 或 .toml）：指出缺报、迟报、重复、年度不符和不在名册的，汇总表每个单位一行。",
        "Roster, .csv, .xlsx or .toml: who is missing, late, there twice, on a wrong year or not on it; a row of the "
        "summary for each unit.",
    ),
    "help.previous": Message(
        "上年的报告：文件或目录，按代码、名称与各报告对应；可重复。",
        "The reports of the year before, files or folders, matched by code and name; can be repeated.",
    ),
    "help.parent": Message(
        "上级机关的汇总报告：与所检查的各报告之和核对。",
        "The report that sums the checked ones up: held against their sum.",
    ),
    "help.children": Message(
        "所属单位的报告：文件或目录，与所检查的报告核对；可重复。",
        "The reports that the checked ones sum up, files or folders; can be repeated.",
    ),
    "help.unchecked": Message("不检查。", "Do not check."),
    "help.with_notes": Message("在数字旁标出读取说明。", "Show the notes of the reading beside the figures."),
    "help.read.source_format": Message(
        "文件的格式；默认按内容识别。", "Format of FILE; by default told by its content."
    ),
    "help.agency": Message("机关名称；优先于读到的名称。", "Name of the agency; it wins over what was read."),
    "help.year": Message("报告年度；优先于读到的年度。", "The year reported on; it wins over what was read."),
    "help.allow_blank": Message("他人的空白表格也读取。", "Read an empty form that others wrote, too."),
    "help.full": Message("显示各部分全文。", "Show the text of the sections, too."),
    "help.source_format": Message("输入的格式；默认按内容识别。", "Format of IN; by default told by its content."),
    "help.target_format": Message("输出的格式；默认按扩展名。", "Format of OUT; by default told by its suffix."),
    "help.as_python": Message("例子用 Python 代码显示。", "Show the examples as Python."),
    "help.overwrite": Message("输出文件已存在时覆盖。", "Replace OUT where it is there already."),
    "help.jobs": Message(
        "同时使用的进程数；默认为处理器核数，1 为不另开进程。",
        "How many processes work at once; by default as many as there are cores, 1 starts none.",
    ),
    "help.cache": Message(
        "缓存文件：保留检查结果，没有改变的文件下次不再读取；中断后重新运行即接着进行。",
        "File that keeps the results: what has not changed is not read again, and a call that was stopped goes on.",
    ),
    "help.only_findings": Message(
        "终端中只列有问题、有读取说明或无法读取的文件。",
        "On the terminal, leave out the files with which nothing is wrong.",
    ),
    # Values and arguments, as usage and help name them.
    "metavar.options": Message("[选项]", "[OPTIONS]"),
    "metavar.commands": Message("命令 [参数]...", "COMMAND [ARGS]..."),
    "metavar.files": Message("文件...", "FILE..."),
    "metavar.file": Message("文件", "FILE"),
    "metavar.source": Message("输入", "IN"),
    "metavar.target": Message("输出", "OUT"),
    "metavar.code": Message("[代码]", "[CODE]"),
    "metavar.select": Message("代码", "CODE"),
    "metavar.ignore": Message("代码", "CODE"),
    "metavar.summary": Message("输出", "OUT"),
    "metavar.html": Message("输出", "OUT"),
    "metavar.roster": Message("文件", "FILE"),
    "metavar.previous": Message("文件", "FILE"),
    "metavar.parent": Message("文件", "FILE"),
    "metavar.children": Message("文件", "FILE"),
    "metavar.config": Message("文件", "FILE"),
    "metavar.profile": Message("文件", "FILE"),
    "metavar.agency": Message("名称", "NAME"),
    "metavar.year": Message("年度", "YEAR"),
    # Usage and help.
    "usage-title": Message("用法：", "Usage: "),
    "options-title": Message("选项：", "Options:"),
    "commands-title": Message("命令：", "Commands:"),
    "try-help": Message("用“{command} --help”查看帮助。", "Try '{command} --help' for help."),
    "none-of": Message("{option}：“{given}”应为 {names} 之一", "{option}: {given!r} is none of {names}"),
    "no-year-given": Message(
        "{option}：“{given}”应为四位年度，如 2025（{first} 至 {last}）",
        "{option}: {given!r} must be a year of four digits such as 2025, from {first} to {last}",
    ),
    "no-number": Message(
        "{option}：“{given}”应为 1 到 {last} 的整数", "{option}: {given!r} must be a whole number from 1 to {last}"
    ),
    "no-name": Message("--agency：“{given}”不能作机关名称", "--agency: {given!r} cannot be the name of an agency"),
    "no-option": Message("没有选项 {option}", "there is no option {option}"),
    "no-option-near": Message(
        "没有选项 {option}；相近的有 {nearest}", "there is no option {option}; the nearest are {nearest}"
    ),
    "takes-a-value": Message("选项 {option} 后应有一个值", "the option {option} needs a value"),
    "takes-no-value": Message("选项 {option} 不带值", "the option {option} takes no value"),
    "is-missing": Message("缺少 {name}", "{name} is missing"),
    "too-many": Message("多余的参数：{given}", "arguments that are too many: {given}"),
    "no-command-of": Message(
        "没有命令 {name}；相近的有 {nearest}", "there is no command {name}; the nearest is {nearest}"
    ),
    # What was read.
    "stdin": Message("标准输入", "standard input"),
    "stdout": Message("标准输出", "standard output"),
    "failure": Message("错误：{reason}", "Error: {reason}"),
    "unreadable": Message("无法读取：{reason}", "cannot be read: {reason}"),
    "named": Message("{name}：{reason}", "{name}: {reason}"),
    "unwritable": Message("{name}：无法写入：{reason}", "{name}: cannot be written: {reason}"),
    "unreadable.BLANK-FORM": Message(
        "这是未填写的空白表格，不是年度报告；如确需读取，请加 --allow-blank",
        "it is the empty form and no report; --allow-blank reads it",
    ),
    "unreadable.TOO-LARGE": Message("文件过大，超过读取上限", "the file is larger than can be read"),
    "unreadable.BEYOND-LIMIT": Message(
        "文件过大或过于复杂，超过读取上限", "the document is larger or more complex than can be read"
    ),
    "no-match": Message("没有匹配的文件", "no file matches"),
    "no-report": Message("目录中没有 {suffixes} 文件", "the directory holds no file with the suffix {suffixes}"),
    "no-summary": Message(
        "{name}：汇总表的扩展名应为 .csv 或 .xlsx", "{name}: a summary must have the suffix .csv or .xlsx"
    ),
    "no-folder": Message(
        "{name}：不是目录，不能放入网页；请改为目录，或一个 .html 文件",
        "{name}: is no folder, in which pages could be; name one, or a file with the suffix .html",
    ),
    "one-page": Message(
        "{name}：有 {n} 个文件，不能写入一个网页；请改为目录（不带 .html）",
        "{name}: a page is for one file, and there are {n}; name a folder, without .html",
    ),
    "config-and-none": Message(
        "--config 和 --no-config 不能同时使用", "--config and --no-config cannot be used together"
    ),
    "no-agency": Message("机关不详", "agency unknown"),
    "no-year": Message("年度不详", "year unknown"),
    "year": Message("{year}年", "{year}"),
    "reading": Message("正在读取", "Reading"),
    "checking": Message("正在检查", "Checking"),
    # Findings and notes.
    "severity": Message("级别", "Severity"),
    "code": Message("代码", "Code"),
    "finding": Message("发现的问题", "Finding"),
    "place": Message("位置", "Place"),
    "note": Message("读取说明", "Note of the reading"),
    "reason": Message("已豁免：{reason}{date}", "waived: {reason}{date}"),
    "unused": Message(
        "豁免“{waiver}”没有对应的问题，可以删除：{reason}", "the waiver of {waiver} matches nothing: {reason}"
    ),
    "left-out": Message("未检查：{names}：{reason}", "left out: {names}: {reason}"),
    "own-output": Message("本工具生成的网页和汇总表，不是报告", "pages and summaries that check wrote are no reports"),
    "no-suffix": Message(
        "{name}：输出格式由扩展名决定，应为 {suffixes}；或用 --to 指明",
        "{name}: its suffix tells the format, one of {suffixes}; or name it by --to",
    ),
    "no-template-suffix": Message(
        "{name}：输出格式由扩展名决定，应为 {suffixes}", "{name}: its suffix tells the format, one of {suffixes}"
    ),
    "files-in-all": Message("{names}等{n}个文件", "{names}; {n} files in all"),
    "twins": Message("机关和年度相同（{agency} {year}）：{names}", "of one agency and year ({agency} {year}): {names}"),
    "more": Message(
        "另有 {n} 处同样的问题（--html 的网页和 --json 中全部列出）",
        "{n} more like these; --html and --json list them all",
    ),
    "clean": Message("未发现问题。", "Nothing found."),
    "cells": Message("{names}等{n}格", "{names}; {n} cells in all"),
    "sides": Message("{left} ≠ {right}", "{left} ≠ {right}"),
    "summary": Message("共 {files}：{rest}", "{files}: {rest}"),
    "files": Message("{n} 个文件", "{n} file|{n} files"),
    "unreadables": Message("{n} 个无法读取", "{n} unreadable"),
    "unreadables-beside": Message("{n} 个用于对照的文件无法读取", "{n} to compare with unreadable"),
    "errors": Message("{n} 个错误", "{n} error|{n} errors"),
    "warnings": Message("{n} 个警告", "{n} warning|{n} warnings"),
    "infos": Message("{n} 条提示", "{n} info|{n} infos"),
    "waiveds": Message("{n} 个已豁免", "{n} waived"),
    "notes": Message("{n} 条读取说明", "{n} note|{n} notes"),
    "file": Message("文件", "File"),
    "agency": Message("机关", "Agency"),
    "year-title": Message("年度", "Year"),
    "waived": Message("豁免", "waived"),
    "agency-and-file": Message("机关和文件", "Agency and file"),
    "state": Message("状态", "State"),
    "state.missing": Message("缺报", "missing"),
    "state.unreadable": Message("无法读取", "unreadable"),
    "state.errors": Message("有错误", "errors"),
    "state.warnings": Message("有警告", "warnings"),
    "state.notes": Message("读取存疑", "in doubt"),
    "state.infos": Message("有提示", "infos"),
    "state.clean": Message("无问题", "clean"),
    "delivery": Message("报送", "Handed in"),
    "delivery.in-order": Message("已报", "handed in"),
    "delivery.missing": Message("缺报", "missing"),
    "delivery.wrong-year": Message("年度不符", "wrong year"),
    "delivery.twice": Message("重复，内容不同", "twice, and not the same"),
    "delivery.copy": Message("重复，内容相同", "twice, copies"),
    "delivery.late": Message("迟报", "late"),
    "delivery.ambiguous": Message("单位不能确定", "of which unit is not known"),
    "delivery.stranger": Message("不在名册", "not on the roster"),
    "may-be": Message("可能是未能读取的 {names}", "perhaps {names}, which was not read"),
    "roster-total": Message(
        "名册 {units} 个单位，{n} 个已报本年度报告", "units on the roster: {units}; with a report on the year: {n}"
    ),
    "roster-total-of-no-year": Message(
        "名册 {units} 个单位，{n} 个有报告；各报告年度不一或不明，无法判断是否为本年度报告",
        "units on the roster: {units}; with a report: {n}; no year is that of most reports: which is due is not known",
    ),
    "of-roster": Message("{kind} {n} 个：{names}", "{kind}, {n}: {names}"),
    "regions-apart": Message(
        "可能在名册 {n} 个：{name} 可能就是 {unit}；名册没有写明其上级政府（“上级单位”一列，或用 --parent），"
        "不知道名称前面是哪个地区",
        "perhaps on the roster, {n}: {name} may be {unit}; no government is named as the parent (column parent, or "
        "--parent), which tells the region in front of a name",
    ),
    "without-previous": Message(
        "没有上年报告可比的 {n} 个：{names}", "without a report of the year before, {n}: {names}"
    ),
    "parent-is-many": Message("{name}：--parent 应是一份报告的文件", "{name}: --parent takes the file of one report"),
    "parent-and-children": Message(
        "--parent 和 --children 不能同时使用", "--parent and --children cannot be used together"
    ),
    "index-title": Message("年度报告检查结果", "Annual reports: what was found"),
    "search": Message("搜索", "Search"),
    "all-states": Message("全部", "all"),
    "order": Message("排序", "Sort by"),
    "as-given": Message("原有顺序", "as they came"),
    "ascending": Message("↑", "↑"),
    "descending": Message("↓", "↓"),
    "shown": Message("显示 {n} / {all}", "{n} of {all} shown"),
    "cause": Message("首要问题", "First cause"),
    "summary-title": Message("汇总", "Summary"),
    "remarks": Message("备注", "Remarks"),
    "unreadable-title": Message("无法读取", "unreadable"),
    "separator": Message("，", ", "),
    "list-separator": Message("、", "; "),
    # The form.
    "paragraphs": Message("{n} 段", "{n} paragraph|{n} paragraphs"),
    "no-section": Message("（没有这一部分）", "(no such section)"),
    "heading-alone": Message("（只有标题）", "(a heading alone)"),
    "no-table": Message("（没有表格）", "(no table)"),
    "group": Message("{group}：{columns}", "{group}: {columns}"),
    "period": Message("{start} 至 {end}", "{start} to {end}"),
    "exact": Message("读取无疑问。", "Nothing is in doubt."),
    # Diagnosis.
    "fail-together": Message("{n} 处不符", "{n} sum fails|{n} sums fail together"),
    "all-agree": Message("各式相符。", "All sums agree."),
    "no-sums": Message("没有勾稽关系，无从诊断。", "has no sums, so that nothing can be said of it."),
    "no-repair": Message(
        "改正任何一格或两格，都不能使各式同时相符。", "No change of one or two cells makes all sums agree."
    ),
    "slips-0": Message("读取存疑的格即可解释：", "The cells in doubt can explain it:"),
    "slips-1": Message("一处笔误，{n} 种可能：", "One slip, {n} possibility:|One slip, {n} possibilities:"),
    "slips-2": Message(
        "两格有误，{n} 种可能：", "Two wrong cells, {n} possibility:|Two wrong cells, {n} possibilities:"
    ),
    "one-of": Message("一格是：|一格是以下 {n} 格之一：", "The one cell:|The one is any of these {n}:"),
    "and-one-of": Message("另一格是：|另一格是以下 {n} 格之一：", "And the other:|And the other is any of these {n}:"),
    "becomes": Message("{name}：{before} → {after}", "{name}: {before} → {after}"),
    "blank": Message("空白", "blank"),
    "item": Message("  · {item}", "  - {item}"),
    "and-more": Message("另有 {n} 种", "{n} more"),
    # Conversion.
    "only-read": Message("{format} 格式只能读取，不能写入", "the format {format} is only read, not written"),
    "no-cache": Message("{name}：是其他程序的文件，不是缓存", "{name}: is a file of another program, and no cache"),
    "cache-damaged": Message(
        "{name}：缓存已损坏，改名为 {target}，已重新建立",
        "{name}: the cache is damaged; it is now {target}, and a new one begun",
    ),
    "cache-lost": Message("{name}：缓存无法使用：{reason}", "{name}: the cache cannot be used: {reason}"),
    "same-file": Message("{name}：不能写入到来源文件自身", "{name}: is the source itself"),
    "reading-note": Message("{code}{place}：{message}", "{code}{place}: {message}"),
    "in-place": Message("（{place}）", " ({place})"),
    # Templates.
    "there": Message("{name}：文件已存在，不覆盖", "{name}: is there already and is not replaced"),
    "there-overwrite": Message(
        "{name}：文件已存在；如要覆盖，请加 --overwrite", "{name}: is there already; --overwrite replaces it"
    ),
    "roster-and-report": Message(
        "--roster 不能与 --year、--agency、--edition 同时使用",
        "--roster cannot be used together with --year, --agency or --edition",
    ),
    "roster-template-suffix": Message(
        "{name}：空白名册的扩展名应为 .xlsx 或 .csv", "{name}: an empty roster must have the suffix .xlsx or .csv"
    ),
    # Codes.
    "unknown-code": Message(
        "没有代码 {code}；相近的有 {nearest}", "there is no code {code}; the nearest are {nearest}"
    ),
    "example": Message("例子", "Example"),
    "fails": Message("不通过", "fails"),
    "passes": Message("改正后", "mended"),
    "filled": Message("{cells} 格中填了 {n} 格", "{n} of {cells} cells filled in"),
    "of-edition": Message("{edition}版表格，{table}", "form of {edition}, {table}"),
    "more-rows": Message("另有 {n} 处", "{n} more"),
    "law": Message("依据", "Ground"),
    "template": Message("提示语", "Message"),
    "alternatives": Message("；或", "; or "),
    "what-to-do": Message("怎么办：{advice}。", "What to do: {advice}."),
    "note-short": Message("说明", "note"),
    "error-code": Message("读取错误：文件因此不能读取。", "An error: why a file cannot be read."),
    "note-code": Message(
        "读取说明：读取文件时不能确定或作了处理的地方。", "A note: what reading a file left in doubt or changed."
    ),
}


@frozen
class Words:
    """
    The texts in one language.

    Args:
        language: ``"zh"`` or ``"en"``.
    """

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """Give a text, with its values filled in."""
        return self.of(TEXTS[key]).format(**values)

    def of(self, message: Message) -> str:
        """Give a message in the language."""
        return message.of(self.language)

    def count(self, key: str, n: int) -> str:
        """Give a text for ``n`` things, in English with its singular or plural."""
        return counted(n, self.of(TEXTS[key]))


def default_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Give the language of the locale: Chinese where it is Chinese, else English."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return "zh" if chosen.lower().startswith(("zh", "chinese")) else "en"
