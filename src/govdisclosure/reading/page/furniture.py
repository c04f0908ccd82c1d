"""What belongs to the page and not to the report: pinyin, frames around text, what stands below it."""

from __future__ import annotations

import re
from itertools import chain, groupby, takewhile
from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.form.blocks import Grid, GridCell, Paragraph, own_columns
from govdisclosure.form.days import OTHERWISE_DATED, PUBLISHED
from govdisclosure.form.figures import is_figure
from govdisclosure.form.ours import NOT_PRINTED
from govdisclosure.form.thresholds import LEAST_COLUMNS, LONGEST_CELL, LONGEST_LABEL, LONGEST_NAME
from govdisclosure.form.titles import is_title, is_whole_title
from govdisclosure.model.values import clean_text
from govdisclosure.reading.labels import all_keys, label_keys, table_of
from govdisclosure.reading.official import OfficialTable
from govdisclosure.reading.page.files import is_file, names_file
from govdisclosure.vocabulary.fold import fold, has_pinyin, key, without_pinyin
from govdisclosure.vocabulary.heading_lines import names_section
from govdisclosure.vocabulary.headings import section_of
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.numerals import is_page_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.model.notes import Source

# What a web site puts below a report: lines of commands alone, since sentences can begin with them, and others.
_COMMAND: Final = re.compile(
    r"点(?:分享|收藏|在看|点赞)|打印|关闭|分享|返回|回到?(?=顶)|收藏|纠错|扫一扫|扫描|二维码|[在用]?手机[上端]?(?:扫码|扫一扫|查?看|浏览|阅读|打开)|手机[版端]?|电脑版|扫码|官方|政务(?=微)|公众号|打开(?=微信)|没有(?=[上下]一)|联系我们|(?:[上下]方)?蓝字|关注(?:我们)?|网站地图|附件下载|下载附件|[上下]一[篇条页]|没有了|"
    r"TOP|END|用户|(?:阅读)?原文|显示|文字(?!版)|字[体号]|默认|[超特]大|放大|缩小|[大中小](?!字版)|A{2,3}|T{2,3}|登录|注册|语音(?:播报|阅读|朗读)|(?:阅读|查看|展开)全文|(?:AI)?朗读|收?听全文|播放|暂停|English|加入|设为|(?:适老|长者|长辈|关怀|图片|文字|大字)版|(?:适老|长者|关怀|老年|阅读)模式|适老化|无障碍(?:阅读|浏览|服务)?|视力保护色|保护视力色|背景色|繁[体體]版?|点击|下载|查看|PDF版?"
    r"|我要|网友|评论|关于我们|联络我们|(?:网站|隐私|版权)声明|使用帮助|更新|本[页文篇]|此[页文]|当前页面?|窗口|页面|文章|稿件|正文(?:已结束)?|顶部|首页|列表|目录|上一?[级层]|到|至|微信|(?:新浪)?微博|QQ(?:空间)?|朋友圈|(?:今日)?头条|空间|qq"
    r"|请选择|内容纠错|复制链接|(?:在线)?预览|智能(?:问答|客服)|在线客服|长者助手|政府网站找错|党政机关|(?:本?网站)?(?:已?支持)?IPv6|网站(?=首页)|站点地图|隐私保护"
    r"|满意度评价(?!(?:非常|基本)?满意$)|(?:非常|基本|比较)?不?满意|您对(?:该|本|此)(?:信息|页面|文章)的?评价|是否有用"
    # 无障碍服务 网上举报; alone on a line it can be the last of the ways to tell of faults that the report lists.
    r"|(?<=.)网上举报|网上举报(?=.)"
    # 本文共有 1234 字, 您是第 1234 位访问者
    r"|共有?[0-9]+字|您是第[0-9]+位(?:访问者|访客|浏览者)"
)
_FOOTER: Final = re.compile(
    r"[(（【\[]?(?:[上下]一[篇条][:：]|责任编辑|版权所有|"
    # 审核：张某, but 主办：3件 and 初审：由信息员负责 are the report's
    r"(?:(?:编辑|责编|审核|校对|签发|撰稿|供稿|录入)人?|[初复终]审|监制|(?:信息|文章|稿件)?来源|[主承]办(?:单位)?|网站维护)[:：]"
    r"(?![0-9]|.*(?:由|负责|[0-9][件条篇份]))|"
    # 一审：张某 二审：李某 三审：王某, but not 一审：胜诉 二审：维持: a court has no third instance.
    rf"一审:[{HAN}]{{2,4}}[,/]?二审:[{HAN}]{{2,4}}[,/]?三审:|"
    r"(?:阅读原文)?(?:阅读|点赞|在看)[量数]?[0-9]+万?\+?$|(?:原文|本文)链接[:：]|"
    # What WeChat puts below an article, with commands or without
    r"(?:预览时标签不可点|微信扫一扫|关注该公众号|微信扫一扫可打开此内容,?|使用完整服务|(?:继续|向上)滑动看下一个|轻触阅读原文|写?留言|知道了)+$|"
    # （此件主动公开）, below the signature
    r"此件(?:主动公开|公开发布|依申请公开|不予公开|删减后公开)[)）]?$|"
    # （发布日期：2023-01-20）, 最后更新时间：2023-01-20 10:20
    rf"(?:{PUBLISHED}|{OTHERWISE_DATED}|(?:最后|最近)?更新)(?:日期|时间):20[0-9]{{2}}[-./年][0-9]{{1,2}}[-./月][0-9]{{1,2}}.{{0,20}}$|"
    r"政策咨询(?:电话|热线)?[:：][(0-9][0-9()-]{6,20}$|"
    r"(?:今日|总|累计)?(?:浏览|点击|阅读|访问)(?:次数|人数|量|数)?[:：]|(?:相关|关联)(?:链接|文章|阅读|信息|新闻|稿件|推荐|文档|词条)(?:[:：]|$)|"
    r"(?:最[新近]|热门|推荐)(?:公开|发布|更新|信息|文章|新闻|内容|推荐|阅读|词条)(?:[:：]|$)|(?:热点(?:推荐|文章|新闻|词条)|为您推荐|猜你喜欢|您可能感兴趣的|往期(?:精彩|回顾))[:：]?$|"
    # 【相关解读】图解：某县2022年年报, but not 【政策解读】12期
    r"(?<=[【\[])(?:政策|相关)(?:解读|图解|链接|阅读)[\]】](?!.*[0-9][期件条篇个次份])|"
    # 政策解读：, with nothing behind it
    r"(?:(?:政策|相关|图片|文字|视频)(?:解读|图解)|(?:相关|关联)(?:文件|政策|附件)|文件下载|解读文件)[:：]?$|网站标识码|您访问的|建议使用.{0,40}(?:分辨率|浏览器)|.{1,3}ICP备(?!案(?!序?号|[:：]|[0-9]{4}|$))|.{0,6}公网安备|copyright|©|"
    r"allrightsreserved|"
    # 一图读懂政策12期，未收取信息处理费 and 完成ICP备案12个 are texts that end without a full stop.
    r"(?:历年(?:年报|报告)|一张?图.{0,2}[读看]懂)(?!.*(?:[,，;；]|[0-9][期件条篇个次份]|[均已]))|20[0-9]{2}年度?(?:年报)?$).{0,100}",
    re.IGNORECASE,
)
# 皖ICP备00000000号, below which everything is the site's; but 完成网站ICP备案 and 清理友情链接12个 are of the report
_BEGINS_SITE_S: Final = re.compile(
    r"您访问的链接|您即将离开|是否继续[?？]?$|您(?:认为|觉得)(?:这篇|本|此|该)(?:文章|信息|页面|内容)(?!.*(?:。|[0-9]\s?(?:[份人条次]|%)))"
    r"|您对(?:本|此|该)(?:页面?|网站|文章|信息|栏目)的?(?:内容|服务)?(?:是否满意|满意吗)[?？]?$|技术支持[:：][^,;由]{1,30}(?:公司|中心|局|集团)(?:您是第|$)|版权所有|友情链接[:：]?$"
)
# With a letter before all alternatives, re skips quickly to the next of these.
_OF_SITE: Final = re.compile(
    r"版权所有[:：]|轻点两下取消赞|I[Cc][Pp]备(?:案(?:序)?号)?[:：]?\s?[0-9]|i[Cc][Pp]备(?:案(?:序)?号)?[:：]?\s?[0-9]|公网安备\s?[0-9]|网站标识码[:：]?\s?[0-9A-Za-z]"
)
# 主办：某县人民政府　承办：某县人民政府办公室, above nothing but where to find it
_HOST: Final = re.compile(
    rf"(?:网站)?主办(?:单位)?:[{HAN}]+?(?:政府|办公[室厅]|委员会|[局厅部委院])(?:承办|版权|地址|$)"
)
_CONTACT: Final = re.compile(
    r"(?:联系|办公|单位|网站)?(?:地址|电话|邮编|邮政编码|传真|(?:电子)?邮[箱件]|e-?mail)[:：]", re.IGNORECASE
)
# 公开渠道： / 政府网站 / 微信公众号, a list of ways to disclose
_CHANNEL: Final = re.compile("(?:(?:官方|政务)?(?:微信(?:公众号)?|公众号|微博)|(?:今日)?头条){1,4}")
_ABOVE_CHANNELS: Final = re.compile("渠道$|方式$|平台$|[:：]$|^[^,;]{0,6}网站?$|媒体$")
# 某县民政局2022年政府信息公开工作年度报告 2023-01-10
_DAY_BEHIND: Final = re.compile(r"\s{0,4}[\[(（]?(?:20[0-9]{2}[-./年])?[0-9]{1,2}[-./月][0-9]{1,2}日?[\])）]?$")
# 热点信息, above links without days
_NEWS: Final = re.compile("(?:热点|热门|推荐)(?:信息|文章|新闻|资讯|推荐|阅读)")
_COUNTED: Final = re.compile("[0-9][期件条篇个次份人项]")
# 热点推荐, above links with the days of them
_LISTED: Final = re.compile(
    "(?:最新|热门|热点|推荐)(?:公开|发布|更新|信息|文章|新闻|内容|推荐)|相关(?:链接|文章|阅读|信息|新闻|稿件|推荐|文档)"
)
# 某县人民政府主办 某县政府办公室承办 技术支持：某公司
_HOSTS: Final = re.compile(
    rf"(?!.*由)(?:[{HAN}]{{2,30}}?(?:政府|办公[室厅]|[局厅部委院办会]|中心|公司|集团)(?:主办|承办|维护)\s*|技术支持:[{HAN}]{{2,30}}\s*){{2,4}}"
)
# 下一篇：某县统计局2022年政府信息公开工作年度报告
_LINK: Final = re.compile(r"[上下]一[篇条](?:[:：].{0,100})?")
# [政策解读]《某县2022年政府信息公开工作年度报告》的解读说明
_EXPLAINED: Final = re.compile(
    r"[\[【(（]?[^:：|《]{0,6}(?:解读|图解|[读看]懂)(?:材料|文件|文章|视频|链接)?[\]】)）:：|]{1,2}《?([^《》]{0,100}?)》?(?:的?(?:图文)?(?:解读|图解)(?:说明|版)?)?"
    r"|《([^《》]{0,100})》的?(?:图文)?(?:解读|图解)(?:说明|版)?"
)
_STOP: Final = re.compile("。|[；;！？]$")
# The end of a line inside a syllable, where a cell is narrow: 開(k / āi).
_CUT: Final = re.compile(r"(?<=[(（a-zà-ǜ])\n(?=[a-zà-ǜ)）])")


def without_checks(block: Paragraph | Grid) -> Paragraph | Grid:
    """Give a table without the columns from that on whose first row says that they are no part of the report."""
    # What is laid out as the form is has none.
    if isinstance(block, Paragraph | OfficialTable):
        return block
    head = next(own_columns(block), ([], 0))[0]
    first = next((column for column, cell in head if cell.text.endswith(NOT_PRINTED)), None)
    if first is None:
        return block
    rows = (tuple(cell for column, cell in row if column < first) for row, _ in own_columns(block))
    return attrs.evolve(block, rows=tuple(rows))


def paragraphs_and_tables(body: Iterable[Paragraph | Grid]) -> Iterator[Paragraph | Grid]:
    """Give the paragraphs and tables of a body; what only frames text is no table, and blank lines are nothing."""
    for block in body:
        if isinstance(block, Grid) and not block.lines and not isinstance(block, OfficialTable):
            yield from _unframed(block)
        elif isinstance(block, Grid) or block.text.strip():
            yield block


def _unframed(grid: Grid) -> Iterator[Paragraph | Grid]:
    """Take a frame apart: rows that hold a heading or sentences are text, those between them tables."""
    frame = _is_frame(grid)
    if not frame and not any(map(_is_text, grid.rows)):
        yield grid
        return
    rows = zip(grid.rows, grid.places, strict=True)
    for is_text, group in groupby(rows, lambda row: frame or _is_text(row[0])):
        if is_text:
            for row, source in group:
                yield from _paragraphs(row, source)
        else:
            kept, places = zip(*group, strict=True)
            yield attrs.evolve(grid, rows=kept, sources=tuple(filter(None, places)))


def _is_frame(grid: Grid) -> bool:
    """Tell whether a table only frames text: it has one column, or paragraphs and no labels of the form."""
    if max(map(len, grid.rows), default=0) < LEAST_COLUMNS:
        return True
    texts = _texts(grid)
    return max(map(len, texts), default=0) > LONGEST_CELL and table_of(label_keys(texts)) is None


def _is_text(row: Sequence[GridCell]) -> bool:
    """Tell whether a row of a table holds one cell alone, with a heading of the report or with sentences."""
    # 规章 | 0: most rows end in another cell.
    if len(row) > 1 and row[0].text.isalnum() and row[-1].text.isalnum():
        return False
    stated = [cell.text for cell in row if cell.text and not cell.text.isspace()]
    # 第二十条第（一）项, a caption of table II
    if len(stated) != 1 or key(stated[0]) in all_keys():
        return False
    text = stated[0]
    # 三、收到和处理政府信息公开申请情况 / 本年度收到申请3件。
    has_heading = any(map(names_section, text.split("\n")))
    # 注：含上年结转2件。, over the columns of all tables of a sheet, beside which others are blank
    is_alone = row[0].text == text and row[0].columns > sum(cell.columns for cell in row[1:])
    return has_heading or (is_alone and "。" in text) or len(text) > LONGEST_LABEL


def _paragraphs(row: Iterable[GridCell], source: Source | None) -> Iterator[Paragraph]:
    for cell in row:
        for line in cell.text.split("\n"):
            if line.strip():
                yield Paragraph(clean_text(line), source=source)


def carries_pinyin(body: Iterable[Paragraph | Grid]) -> bool:
    """Tell whether a heading or a label of the form carries pinyin; then it is noise of the page."""
    texts: list[str] = []
    for block in body:
        # What is laid out as the form is has no such letters.
        texts += _texts(block) if not isinstance(block, OfficialTable) else ()
    if not has_pinyin("\n".join(texts)):
        return False
    for text in texts:
        if has_pinyin(text):
            # 規(guī)章(zhāng); elsewhere it can be the report that explains a word.
            plain = without_pinyin(text)
            if key(plain) in all_keys() or section_of(plain) is not None:
                return True
    return False


def _texts(block: Paragraph | Grid) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.text]
    return [cell.text for cell in chain.from_iterable(block.unlike_rows)]


def strip_pinyin(block: Paragraph | Grid) -> Paragraph | Grid:
    """Take the pinyin out of a block."""
    if isinstance(block, Paragraph):
        return attrs.evolve(block, text=without_pinyin(block.text))
    return attrs.evolve(block, rows=tuple(map(_plain_row, block.rows)))


def _plain_row(row: Iterable[GridCell]) -> tuple[GridCell, ...]:
    return tuple(attrs.evolve(cell, text=_plain(cell.text)) for cell in row)


def _plain(text: str) -> str:
    """Take the pinyin out of a cell, also what stands first there: a page has cut it off from its character."""
    # (kāi)申请
    return without_pinyin("字" + _CUT.sub("", text))[1:]


def drop_footer(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """
    Drop what the web site has put below a report: from a link to the next article on, all but sentences.

    Returns:
        What it says there of this page: 责任编辑：, 发布日期：2023-01-20.
    """
    start = len(paragraphs)
    while start and not _ends_report(paragraphs[start - 1].text):
        start -= 1
    # Most reports end in a sentence, below which nothing stands.
    if start == len(paragraphs):
        return []
    # 下一篇：某县统计局2022年年报 / 某县民政局2022年年报; 版权所有：某县人民政府 / 联系电话：0551-1234567
    # 某县统计局2022年政府信息公开工作年度报告 / 某县统计局2022年部门预算
    lines = [fold(paragraph.text) for paragraph in paragraphs[start:]]
    site_s = len(lines) - len(list(takewhile(_says_where, reversed(lines))))
    links = _list_of_links(lines)
    for place, text in enumerate(lines):
        is_host = place + 1 >= site_s and (_HOST.match(text) or _HOSTS.fullmatch(text))
        is_list = place == links or _is_list_of_news(lines[place:])
        if is_host or is_list or _LINK.fullmatch(text) or _is_of_site(text) or _is_title_of_report(text):
            del paragraphs[start + place :]
            break
    # 【打印】【关闭】, 责任编辑：
    end = len(paragraphs)
    while end and _is_footer(paragraphs[end - 1].text):
        end -= 1
    if end and _ABOVE_CHANNELS.search(fold(paragraphs[end - 1].text)):
        end += len(list(takewhile(_is_channel, (paragraph.text for paragraph in paragraphs[end:]))))
    dropped = paragraphs[end:]
    del paragraphs[end:]
    return dropped


def _says_where(folded: str) -> bool:
    """Tell whether a line says where to find those whose site it is, or is else the site's: 联系电话：0551-1234567."""
    return _CONTACT.match(folded) is not None or _is_of_site(folded) or _is_footer(folded)


def _is_channel(text: str) -> bool:
    return _CHANNEL.fullmatch(key(text)) is not None


def _ends_report(text: str) -> bool:
    """Tell whether a line ends a sentence, of the report: 您访问的链接即将离开本网站，是否继续？ is of the site."""
    return _STOP.search(text) is not None and not _is_of_site(fold(text))


def _is_title_of_report(text: str) -> bool:
    """Tell whether a line names a report with its agency and year, and the day below which a site lists it."""
    title = _DAY_BEHIND.sub("", text)
    return is_title(title) and is_whole_title(title)


def _list_of_links(lines: Sequence[str]) -> int:
    """
    Give where a list of links with days, or of files, begins that ends the page; else the end.

    热点推荐 / …召开会议 2023-02-01; 相关附件 / 1.附表.xlsx
    """
    first = len(lines) - len(list(takewhile(_is_link_or_footer, reversed(lines))))
    last = max((place for place in range(first, len(lines)) if _is_link(lines[place])), default=0)
    names = (place for place in range(first, last) if _LISTED.fullmatch(key(lines[place])) or names_file(lines[place]))
    return next(names, len(lines))


def _is_list_of_news(lines: Sequence[str]) -> bool:
    """Tell whether lines are links below their name, without days: 推荐阅读 / 某县召开会议."""
    # but not 热点信息 / 公开12条
    return len(lines) > 1 and _NEWS.fullmatch(key(lines[0])) is not None and not any(map(_COUNTED.search, lines[1:]))


def _is_link(folded: str) -> bool:
    return _DAY_BEHIND.search(folded) is not None or is_file(folded)


def _is_link_or_footer(folded: str) -> bool:
    return _is_link(folded) or _is_footer(folded)


def _is_of_site(folded: str) -> bool:
    begun = folded[:LONGEST_NAME]
    return _BEGINS_SITE_S.match(begun) is not None or _OF_SITE.search(begun) is not None


def without_commands(words: str) -> str:
    """Leave out the commands that a web site offers: 打印, 关闭, 【字体：大 中 小】."""
    return _COMMAND.sub("", words)


def _names_report(text: str) -> bool:
    """Tell whether a line is the title of a report, a command for it, or its explanation."""
    # 点击查看：某县2022年政府信息公开工作年度报告（图片版）
    command, _, title = fold(text).rpartition(":")
    if is_title(title) and not without_commands(key(command)):
        return True
    # 图解：某县2022年政府信息公开工作年度报告; 编制年报图解3期 is a text without a stop.
    explained = _EXPLAINED.fullmatch(text)
    return explained is not None and is_title(explained[1] or explained[2] or "")


def _is_footer(text: str) -> bool:
    """Tell whether a line is none of a report: it ends no sentence, or is the title of another report."""
    if _STOP.search(text):
        return False
    return (
        _names_report(_DAY_BEHIND.sub("", text))
        or names_file(text)
        or is_page_number(text)
        # /, for which nothing is to be reported
        or not (without_commands(key(text)) or is_figure(text))
        or _FOOTER.fullmatch(fold(text)) is not None
        or _HOSTS.fullmatch(fold(text)) is not None
    )
