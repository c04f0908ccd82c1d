"""What to do about the notes of a reading and the errors that end one, by their codes; the docs have the same words."""

from __future__ import annotations

from typing import Final

from govdisclosure.model.message import Message

_FILL_IN: Final = Message("对照原件补填", "fill it in from the original")
_FETCH: Final = Message("重新获取", "fetch it again")

ADVICE: Final = (
    (("INFERRED",), Message("对照原件", "compare with the original")),
    (("AMBIGUOUS",), Message("对照原件核对所在的列", "look the columns up in the original")),
    (("UNPLACED",), Message("对照原件补填", "fill them in from the original")),
    (("CELL-UNREADABLE",), _FILL_IN),
    (("LABEL-ODD",), Message("核对是否为该项目或该版本", "see whether the row, or the edition, is the one meant")),
    (("CHARACTERS-LOST",), Message("核对全部数字", "compare all figures")),
    (("PINYIN-REMOVED",), Message("无需处理", "nothing")),
    (("YEAR-MISSING",), Message("用 year=、--year 指定", "give year=, --year")),
    (("METADATA-DISAGREES",), Message("核对哪一个是对的", "see which is right")),
    (("METADATA-UNREADABLE",), _FILL_IN),
    (
        ("TABLE-MISSING", "SECTION-MISSING"),
        Message("表格往往是图片，对照原件补填", "tables are often pictures; fill them in from the original"),
    ),
    (("HEADING-ODD",), Message("核对是否为该部分", "see whether the section is the one meant")),
    (("HEADING-ORDER",), Message("核对是否为标题", "see whether it is a heading")),
    (("HEADING-TWICE",), Message("把文字移到应在之处", "put the text where it belongs")),
    (
        ("EMPTY", "BINARY", "UNSUPPORTED", "ENCODING"),
        Message("看看文件是否拿错", "see that it is the right file"),
    ),
    (("OLD-OFFICE", "UNSUPPORTED"), Message("另存为 .docx 或 .xlsx", "save as .docx or .xlsx")),
    (
        ("SCANNED", "SCANNED-HIDDEN"),
        Message(
            "做文字识别（OCR），与原件核对，存为文本或 Word 后读取",
            "recognise the text (OCR), compare it with the original, and read it as text or Word",
        ),
    ),
    (("ENCRYPTED",), Message("去除密码", "remove the password")),
    (("ZIP", "XML", "PART-MISSING", "PDF-DAMAGED"), _FETCH),
    (
        ("PDF-MEMORY",),
        Message("读取生成它的原始文件，或重新导出 PDF", "read the file that it was made from, or export the PDF anew"),
    ),
    (("NO-FORM",), Message("报告可能是网页的附件", "the report may be an attachment of the page")),
    (
        ("EXPLANATION", "NOTICE", "SAMPLE", "OLD-OUTLINE"),
        Message("读取报告本身", "read the report itself"),
    ),
    (
        ("BLANK-FORM",),
        Message(
            "如确需读取，用 allow_blank=True、--allow-blank",
            "to read it all the same: allow_blank=True, --allow-blank",
        ),
    ),
    (("TWO-FORMS",), Message("分成两个文件", "put each into a file of its own")),
    (("BREAKS-OFF", "ROW-BREAKS-OFF", "HEADING-MISSING"), _FETCH),
    (
        ("HEAD", "HEAD-LINE", "FRONT-MATTER", "TITLE-MISSING", "VERSION"),
        Message("改正错误所指的一行", "mend the line that the error names"),
    ),
    (("STRUCTURE",), Message("改正错误所指的各处", "mend what the error names")),
    (("TOO-LARGE", "BEYOND-LIMIT"), Message("调高错误所指的限度", "raise the bound that the error names")),
    (("NOT-BYTES",), Message("把文件的字节交给 parse", "give parse the bytes of the file")),
)
"""What to do, with the codes for which that is; a code that several things can raise stands there several times."""


def advice_on(code: str) -> tuple[Message, ...]:
    """Say what to do about what a code names: one thing, or one of several."""
    return tuple(what for codes, what in ADVICE if code in codes)
