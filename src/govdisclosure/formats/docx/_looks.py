"""
How the document looks: GB/T 9704-2012 (党政机关公文格式) as page, fonts and styles of Word.

Lengths are in twentieths of a point, as in Word; sizes of letters in half points.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from govdisclosure.form.blocks import Role

# A4 with 37 mm above, 28 mm left, 26 mm right, 35 mm below the words: 22 lines of 28 characters.
PAGE_WIDTH: Final = 11_906
PAGE_HEIGHT: Final = 16_838
TOP: Final = 2_098
LEFT: Final = 1_587
RIGHT: Final = 1_474
BOTTOM: Final = 1_984
WIDTH: Final = PAGE_WIDTH - LEFT - RIGHT
LINE: Final = 579
# 28 characters of 16 points are a little wider than the page. They stand closer by their style, and by no grid of
# characters, in which LibreOffice gives a character that is wider than its cell two of them.
_CLOSER: Final = '<w:spacing w:val="-5"/>'
# The dash beside the page number stands 7 mm below the words.
FOOTER: Final = 1_446

BODY_SIZE: Final = 32
CELL_SIZE: Final = 18
"""The letters of tables are smaller, so that table III fits the page."""

ROW: Final = 340
"""The least height of a row: a line of small letters, with room above and below."""

MARGIN: Final = 57
"""The room at either side of a cell: 1 mm."""

SLACK: Final = 20
"""How much narrower than computed the indents of a label are: a character too many would fold the line."""

CHARACTER: Final = 315
"""The width of a character of words, and so of two figures."""

SIGNED_BEFORE: Final = 2
"""A signature ends so many characters before the words do; its day begins so many behind the name (7.3.5.2)."""

# Labels may take two lines in each row that they reach over, but none of three characters is folded, nor a numbered one
# of a row that would leave a character or two for the next line; no column is narrower than three characters, nor one
# of labels beside rows, so that 三、本 stays on one line, than four, nor one of such with numbers in brackets, so that
# （三）不予 does and 公开 is left, than six.
LINES_OF_LABEL: Final = 2
LONGEST_UNFOLDED: Final = 3
LONGEST_ROW: Final = 13
NARROWEST: Final = 3
NARROWEST_BESIDE: Final = 4
NARROWEST_NUMBERED: Final = 6
ROWS_BESIDE: Final = 3

SONG: Final = "宋体"
HEI: Final = "黑体"
KAI: Final = "楷体_GB2312"
FANG: Final = "仿宋_GB2312"
XIAOBIAO: Final = "方正小标宋简体"
# Fonts that a machine without the one in front is likelier to have.
_INSTEAD: Final = {SONG: "SimSun", HEI: "SimHei", KAI: "楷体", FANG: "仿宋", XIAOBIAO: "方正小标宋_GBK"}

NAMESPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@frozen
class Style:
    """
    A style of paragraphs.

    Args:
        name: Its name, which is also its id: programs that write the document anew make ids of names.
        font: Its font.
        size: The size of its letters.
        spacing: Attributes of the distance between lines.
        justified: Where its lines stand.
        before: What of its properties stands before the distance of lines, in Word's order.
        indent: Attributes of its indent.
        level: Its level in the outline, from nought; None for words.
    """

    name: str
    font: str
    size: int
    spacing: str = f'w:line="{LINE}" w:lineRule="exact"'
    justified: str = "both"
    before: str = ""
    indent: str = ""
    level: int | None = None

    @property
    def xml(self) -> str:
        """The style as Word declares it."""
        indent = f"<w:ind {self.indent}/>" if self.indent else ""
        level = "" if self.level is None else f'<w:outlineLvl w:val="{self.level}"/>'
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.name}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{self.before}<w:spacing {self.spacing}/>{indent}'
            f'<w:jc w:val="{self.justified}"/>{level}</w:pPr>{letters(self.font, self.size)}</w:style>'
        )


def letters(font: str, size: int) -> str:
    """Give the properties of letters: one font for Chinese and Latin, and its size."""
    closer = _CLOSER if size == BODY_SIZE else ""
    fonts = " ".join(f'w:{script}="{font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f'<w:rPr><w:rFonts {fonts}/>{closer}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


_KEPT: Final = "<w:keepNext/><w:keepLines/>"
_OFF_GRID: Final = '<w:snapToGrid w:val="0"/>'
_INDENT: Final = 'w:firstLineChars="200" w:firstLine="640"'
_BELOW: Final = f'w:before="{LINE}" w:line="{LINE}" w:lineRule="exact"'
_CELL: Final = 'w:line="250" w:lineRule="atLeast"'
_TITLE: Final = 'w:before="579" w:after="579" w:line="680" w:lineRule="exact"'

TITLE: Final = Style("GovdisclosureTitle", XIAOBIAO, 44, _TITLE, "center", _KEPT, level=0)
HEADING: Final = Style("GovdisclosureHeading", HEI, BODY_SIZE, before=_KEPT, indent=_INDENT, level=1)
TEXT: Final = Style("GovdisclosureText", FANG, BODY_SIZE, indent=_INDENT)
SUBHEADING: Final = Style("GovdisclosureSubheading", KAI, BODY_SIZE, before=_KEPT, indent=_INDENT, level=2)
CELL: Final = Style("GovdisclosureCell", SONG, CELL_SIZE, _CELL, "center", _OFF_GRID)
LABEL: Final = Style("GovdisclosureLabel", SONG, CELL_SIZE, _CELL, "left", _OFF_GRID)
SIGNER: Final = Style("GovdisclosureSigner", FANG, BODY_SIZE, _BELOW, "left", _KEPT)
DAY: Final = Style("GovdisclosureDay", FANG, BODY_SIZE, justified="left")
END: Final = Style("GovdisclosureEnd", SONG, 2, 'w:line="20" w:lineRule="exact"', before=_OFF_GRID)
STYLES: Final = (TITLE, HEADING, TEXT, SUBHEADING, CELL, LABEL, SIGNER, DAY, END)

SPACER: Final = END.name
"""The style of the paragraph that Word wants after a table at the end, and that is none of the report's."""

ROLES: Final[dict[str | None, Role]] = {
    TITLE.name: Role.TITLE,
    HEADING.name: Role.HEADING,
    TEXT.name: Role.TEXT,
    SUBHEADING.name: Role.TEXT,
    SIGNER.name: Role.SIGNATURE,
    DAY.name: Role.SIGNATURE,
}


def styles_part() -> str:
    """Give the part that declares the styles."""
    return (
        f"{DECLARATION}<w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault>"
        + letters(FANG, BODY_SIZE).replace(
            "</w:rPr>", '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
        )
        + "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:jc w:val="both"/></w:pPr>{letters(FANG, BODY_SIZE)}</w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        + "".join(style.xml for style in STYLES)
        + "</w:styles>"
    )


def fonts_part() -> str:
    """Give the part that declares the fonts and what may stand in for them."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="86"/><w:family w:val="auto"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, instead in _INSTEAD.items()
    )
    return f"{DECLARATION}<w:fonts {NAMESPACE}>{fonts}</w:fonts>"


def settings_part() -> str:
    """Give the part that holds the settings: page numbers outside, marks at the ends of lines as Chinese has them."""
    return (
        f'{DECLARATION}<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/>'
        '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>"
    )


def footer_part(*, even: bool) -> str:
    """Give the part with the page number, — 1 —: right on odd pages, left on even ones, one character inside."""
    side, indent = ("left", "w:leftChars") if even else ("right", "w:rightChars")
    twips = indent.removesuffix("Chars")
    song = letters(SONG, 28)

    def run(inner: str) -> str:
        return f"<w:r>{song}{inner}</w:r>"

    field = "".join(
        (
            run('<w:fldChar w:fldCharType="begin"/>'),
            run('<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
            run('<w:fldChar w:fldCharType="separate"/>'),
            run(f"<w:t>{2 if even else 1}</w:t>"),
            run('<w:fldChar w:fldCharType="end"/>'),
        )
    )
    return (
        f'{DECLARATION}<w:ftr {NAMESPACE}><w:p><w:pPr>{_OFF_GRID}<w:ind {indent}="100" {twips}="280"/>'
        f'<w:jc w:val="{side}"/></w:pPr>{run(_words("— "))}{field}{run(_words(" —"))}</w:p></w:ftr>'
    )


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'
