"""Pieces of text that mean harm when they are repeated: what a pattern or a parser may go through again and again."""

from __future__ import annotations

from typing import Final, NamedTuple


class Fragment(NamedTuple):
    """
    A piece of text that is repeated.

    Args:
        piece: What is repeated.
        before: What stands before it, once.
        after: What stands behind it, once.
    """

    piece: str
    before: str = ""
    after: str = ""

    def of_size(self, size: int) -> str:
        """Give it repeated, in about so many bytes of UTF-8."""
        return self.before + self.piece * (size // len(self.piece.encode(errors="surrogatepass"))) + self.after


# Each piece as it is, with a letter at both ends, so that nothing trims it.
_ALONE: Final = {
    "blanks": (" ", "\t", "\u3000", "\xa0", " \t", "\u2003", "\u200b", "\ufeff", "\u2028", "\u3000\xa0 \t", "&nbsp;"),
    "line ends": ("\n", "\r", "\r\n", "\f", "\v", "\x85", "\n\n ", "x\n"),
    "bars": ("|", "| ", " | |", "||x", "|x", "\\|", "| --- ", "|-", "0 | ", "规章 | 0 |\n"),
    "brackets": (
        *("(", ")", "()", "（", "（）", "[", "]", "[]", "{", "}", "{}", "<", ">", "<>", "【", "【】", "《", "《》"),
        *("〔", "“", "”", "‘", "「", "(((", "（a）", "(x", "[](", "![](", "[[", "((x)", "{{", "}}{"),
    ),
    "digits": (
        *("1", "0", "9.", "1,", ",111", "１", "²", "①", "Ⅷ", "1/", "/", "-1", "+", "1e", "0x", "1.1.", "00 ", "1 1"),
        *("1-", "1~", "−", "1元", "1万", "1亿", "%", "1%", "٣", "1\u20e3", "1\u0338"),
    ),
    "Chinese numerals": (
        *(
            "一",
            "十",
            "百",
            "千",
            "万",
            "亿",
            "〇",
            "零",
            "廿",
            "一万",
            "一百",
            "十十",
            "万亿",
            "一点",
            "壹",
            "两",
            "一、",
            "（一）",
        ),
        *("几", "余", "多", "第一", "一万零"),
    ),
    "punctuation": (
        *(
            "，",
            "。",
            "、",
            "；",
            "：",
            "！",
            "？",
            "·",
            "…",
            "—",
            "-",
            "--",
            "_",
            "~",
            "*",
            "**",
            "**a",
            "#",
            "# ",
            ".",
            ",",
        ),
        *(":", ";", "!", "=", "==", "^", "`", "```", "'", '"', "\\", "\\\\", "@", "$", "- ", "—1", "||。"),
    ),
    "markup": (
        *(
            "<a",
            "<a>",
            "</a>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?",
            "<!",
            "<!DOCTYPE",
            "<table>",
            "<tr><td>",
            "<p>",
        ),
        *("<b><i>", "<style", "<style>", "<script>", "<br>", "<td colspan=9>", "<sup>1", "<s>", "<input>", "<svg>"),
        *("&", "&amp;", "&#x31;", "&#49;", "&lt;", "&x", "&#", "&amp;amp;", "<a b=", "<a 'b", "<font>", "<ruby>"),
        *("html 4.01 ", "html 4.01 http ", "charset=gbk "),
    ),
    "styles": (
        *(
            "display:none;",
            "color:",
            "a{",
            "}",
            ".a,",
            "a b ",
            "a>",
            "/*",
            "*/",
            "@media{",
            "@import ",
            ":not(",
            "[a=",
            "\\31 ",
        ),
        *(
            "content:'1';",
            "a{}",
            "list-style:",
            "visibility:",
            "rgb(",
            "url(",
            "calc(",
            "*+",
            "::before",
            "text-decoration:",
        ),
        *("vertical-align:", "0px ", "!important", "font-size:0", "--a:", ";;", "<!-- {"),
    ),
    "JSON": (
        *(
            '{"a":',
            '["',
            '":"',
            '",',
            "\\u0000",
            "\\ud800",
            "\\n",
            "null,",
            "true",
            "1e999,",
            "-",
            "[0,",
            '"a":1,',
            "{},",
        ),
        *('"\\', "\\/", '[["'),
    ),
    "fields and parts": (
        *(
            "PAGE ",
            "MERGEFIELD ",
            "{ PAGE }",
            "HYPERLINK ",
            "%1.",
            "%1",
            "_x0031_",
            "_x005F_",
            "_x",
            "A1:",
            "A1",
            "$A$1:",
        ),
        *("0.00;", "[Red]", "#,##0", '"x"', "yy", "../", "/", "rId1", "xl/", "$", "!", "=A1+"),
    ),
    "the form": (
        *("规章", "行政规范性文件", "一、总体情况", "二、主动公开政府信息情况\n", "（一）予以公开", "总计", "商业企业"),
        *(
            "本年新收政府信息公开申请数量",
            "三、本年度办理结果",
            "政府信息公开工作年度报告",
            "2021年",
            "统计期限",
            "发布日期：",
        ),
        *(
            "机关名称：",
            "第二十条第（一）项",
            "年度报告",
            "附件",
            "附：",
            "七、",
            "人民政府",
            "市",
            "省市县",
            "局",
            "统一社会信用代码：",
        ),
    ),
    "dates": (
        *(
            "2021-",
            "1月",
            "1月1日",
            "2021年1月1日至",
            "日至",
            "1月1日至12月31日",
            "起止",
            "20",
            "二〇",
            "月",
            "年",
            "T00:",
            "至",
        ),
    ),
    "claims": (
        *(
            "收到申请1件",
            "其中1件",
            "申请",
            "1件",
            "行政复议",
            "行政复议1件",
            "未收到",
            "零申请",
            "予以公开、",
            "规范性文件",
        ),
        *(
            "制发",
            "结转",
            "上年",
            "较上年",
            "代理",
            "行政许可",
            "不收费",
            "复议后起诉",
            "示例局",
            "收到申请1件，",
            "约",
            "维持",
        ),
    ),
    "pinyin": ("(kāi)", "（kai）", "字(kāi)", "字(kāi) ", "字(zhuang)", "ā", "zhuang", "(k", "字(", "(kāi", "( kāi )"),
    "signs": (
        *(
            "\u0301",
            "\u0338",
            "a\u0301",
            "\u202e",
            "\u200d",
            "\u00ad",
            "\ufe0f",
            "\ud800",
            "\udfff",
            "\ufffd",
            "\U0001f600",
        ),
        *("\U00020000", "\ue000", "\x00", "\x1b", "ﷺ", "㋿", "\ufdfa", "ß", "İ", "é", "한", "a", "字", "國"),
    ),
    "PDF": (
        *(
            "(",
            "<<",
            ">>",
            "<31",
            "q ",
            "Q ",
            "BT ",
            "ET ",
            "(1) Tj ",
            "1 0 0 1 0 0 cm ",
            "0 0 m ",
            "9 9 l ",
            "re f ",
            "/F1 ",
        ),
        *("[(1)", "endobj ", "1 0 obj ", "stream\n", "endstream ", "begincidrange ", "endcidrange ", "<00> <ff> ", "%"),
        *("#41", "/A ", "BI ID ", "EI ", "BMC ", "EMC ", "gs ", "W n ", "Do ", "xref\n", "trailer "),
    ),
}

# Pieces between others: what a pattern may begin at every place, and end at none.
_BETWEEN: Final = {
    "blanks before a bar": Fragment(" ", after="|x"),
    "blanks behind a bar": Fragment(" ", before="x|", after="x"),
    "wide blanks before a bar": Fragment("\u3000", before="x", after="|x"),
    "groups of digits": Fragment(",111", before="1", after="x"),
    "a period without its end": Fragment("统计期限", after="2021年1月1日"),
    "a day far from its name": Fragment(" ", before="发布日期", after="x"),
    "a day that does not end": Fragment("1-", before="发布日期："),
    "pinyin that does not end": Fragment("(kāi) ", before="字", after="x"),
    "a verb far from its number": Fragment("收到申请", after="1件"),
    "a list of outcomes of nothing": Fragment("予以公开、", after="0件"),
    "a list of decisions": Fragment("行政许可、行政处罚、", after="共3件"),
    "a denial of many": Fragment("制发规章", before="未"),
    "a denial of results": Fragment("行政复议维持纠正", before="未发生"),
    "escaped JSON": Fragment('\\"', before='"', after='"'),
    "a list that opens": Fragment("[", before="["),
    "a string that does not end": Fragment("a", before='"'),
    "a sheet that does not end": Fragment("a{b:c}", before="<style>"),
    "a comment that does not end": Fragment("a", before="<!--"),
    "a tag that does not end": Fragment(" a=1", before="<p"),
    "a number of a section": Fragment("一", before="第", after="部分"),
    "a heading that does not end": Fragment(" ", before="# ", after="x"),
    "hashes behind a heading": Fragment("#", before="## 一、总体情况 "),
    "strong words that do not end": Fragment("a ", before="**", after="*"),
    "a remark that does not end": Fragment("（", before="规章"),
}

FRAGMENTS: Final[dict[str, Fragment]] = dict(_BETWEEN)
"""Each by its name."""

for group, pieces in _ALONE.items():
    for alone in (Fragment(piece, "x", "x") for piece in pieces):
        if alone not in FRAGMENTS.values():
            FRAGMENTS[f"{group}: {alone.piece!r}"] = alone
