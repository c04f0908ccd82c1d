"""The notes of a reading and the errors that end one, in words, Chinese and English, by their codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.errors import Place, ReadError
from govdisclosure.form.stand_ins import RAISED, STRUCK
from govdisclosure.model.message import Message
from govdisclosure.model.notes import Note

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.notes import Source
    from govdisclosure.model.phrases import Phrase

_VALUE: Final = re.compile(r"\{[^}]*\}")

_MARKS: Final = {
    STRUCK: Message(
        "（“~~”处的文字被划去或隐藏，或因文件、网页的样式不能确定是否看得见）",
        " (~~ marks what is struck out or hidden, or what may not be seen for the style of the file or page)",
    ),
    RAISED: Message(
        "（“^”后的文字为上标，或颜色与底色相近）", " (^ marks what is raised, or has nearly the colour of its ground)"
    ),
}
"""What is meant by the marks in what a note quotes."""

_WORDS: Final = {
    "INFERRED": Message(
        "原文中空白格已丢失，根据勾稽关系只有一种填法：{raw}",
        "The source has lost its blank cells; the identities leave one placement: {raw}",
    ),
    "AMBIGUOUS": Message(
        "原文中空白格已丢失，数字所在的列不能确定，请对照原件核对：{raw}",
        "The source has lost its blank cells, so the columns of these figures are not sure: {raw}",
    ),
    "UNPLACED": Message(
        "该行数字无法确定位置，未填入表格，请对照原件核对：{raw}",
        "The figures of this row could not be placed and are left out: {raw}",
    ),
    "CELL-UNREADABLE": Message(
        "单元格内容不是表格允许的数字，已留空：{raw}",
        "The cell holds no figure that the form allows and is left blank: {raw}",
    ),
    "LABEL-ODD": Message(
        "表格项目名称与标准不一致，已按相近项目识别：{raw}",
        "A label differs from that of the form and was read as the nearest one: {raw}",
    ),
    "CHARACTERS-LOST": Message(
        "原文丢失了一些文字，数字也可能不完整，请对照原件核对：{raw}",
        "The source has lost characters, so its figures may lack some as well: {raw}",
    ),
    "PINYIN-REMOVED": Message(
        "网页在汉字后加注的拼音已去除", "Pinyin that the page had added after characters was removed"
    ),
    "YEAR-MISSING": Message("未找到报告年度", "The year reported on was not found"),
    "METADATA-DISAGREES": Message(
        "标题所示年度为{title}年，统计期限为{period}年，以标题为准",
        "The title says {title}, the period {period}; the title was taken",
    ),
    "METADATA-UNREADABLE": Message("无法识别，已留空：{raw}", "It could not be read and is left blank: {raw}"),
    "TABLE-MISSING": Message("未找到该部分的表格：{raw}", "The table of this section was not found: {raw}"),
    "SECTION-MISSING": Message("未找到该部分：{raw}", "The section was not found: {raw}"),
    "HEADING-ODD": Message(
        "标题的用语或序号与规定的不同，已按相应部分识别：{raw}",
        "A heading in other words, or under another number, was recognised: {raw}",
    ),
    "HEADING-ORDER": Message(
        "标题的先后次序与规定的不同：{raw}", "A heading stands out of the order of the form: {raw}"
    ),
    "HEADING-TWICE": Message(
        "标题重复，该部分以前一处为准，此处的文字另列为其他部分：{raw}",
        "A heading stands there twice; the first keeps its text, what is below this one is another section: {raw}",
    ),
}

_ERRORS: Final = {
    "EMPTY": Message("文件为空，没有内容", "expected a report, found nothing: the content is empty"),
    "TOO-LARGE": Message(
        "文件超过 {limit} 字节；如确需读取，请调高 Limits 的 max_bytes",
        "the file is larger than {limit} bytes; raise max_bytes of its Limits to read it",
    ),
    "BINARY": Message("应为文本，实为二进制文件", "expected text, found a binary file"),
    "ENCODING": Message(
        "应为 UTF-8、GB18030 或带字节顺序标记的 UTF-16 编码的文本",
        "expected text in UTF-8, GB18030, or UTF-16 with a byte order mark",
    ),
    "BEYOND-LIMIT": Message(
        "文件过大或过于复杂（{name} 超过 {limit}）；如确需读取，请调高 Limits 的 {name}",
        "the document is beyond {name} = {limit}; raise it in its Limits to read it",
    ),
    "NOT-BYTES": Message("此格式应为字节，实为文本", "expected bytes, found text"),
    "UNSUPPORTED": Message(
        "应为网页、Word、Excel、PDF、Markdown、文本或 JSON，实为{kind.zh}，不能读取",
        "expected a web page, Word, Excel, PDF, Markdown, text or JSON, found {kind.en}",
    ),
    "OLD-OFFICE": Message(
        "旧版 Word、WPS 或 Excel 文件（.doc、.wps、.xls）不能读取；请另存为 .docx 或 .xlsx 后再读",
        "an old Word, WPS or Excel file (.doc, .wps, .xls) cannot be read; save it as .docx or .xlsx first",
    ),
    "PDF-DAMAGED": Message("PDF 文件已损坏", "the PDF file is damaged"),
    "PDF-MEMORY": Message(
        "读取该 PDF 所需内存超过上限 {limit} MB，文件过于复杂或已损坏；"
        "请改用生成它的原始文件（Word、Excel 或网页），或重新导出 PDF 后再读",
        "reading the PDF takes more memory than the bound of {limit} MB, as it is too complex, or damaged; "
        "read the file that it was made from, or export the PDF anew",
    ),
    "ENCRYPTED": Message("文件已加密；请去除密码后再读", "the file is encrypted; remove its password first"),
    "SCANNED": Message(
        "PDF 中没有文字，可能是扫描件；请先做文字识别（OCR）",
        "the PDF has no text, it may be a scan; recognise its text (OCR) first",
    ),
    "SCANNED-HIDDEN": Message(
        "PDF 中看得见的只有图片，文字是隐藏的识别结果（OCR），数字可能有误；"
        "请将识别出的文字另存为文本或 Word，核对后再读",
        "the PDF shows pictures only, its text is hidden and was recognised (OCR), with figures that may be wrong; "
        "save that text as text or Word, check it, and read that",
    ),
    "ZIP": Message(
        "Word、Excel 或压缩文件已损坏，无法打开；请重新获取该文件",
        "the Word, Excel or zip file is damaged and cannot be opened; fetch it again",
    ),
    "XML": Message(
        "文件内的 {part} 已损坏或含有不允许的声明", "the part {part} is damaged, or declares what no document may"
    ),
    "PART-MISSING": Message("文件不完整：缺少 {part}", "the file is not complete: {part} is missing"),
    "NO-FORM": Message(
        "未找到年度报告的标题和表格（如“{looked_for}”）；文件中只有其他段落和表格，共 {found} 个",
        "expected the headings and tables of the form, such as {looked_for}; "
        "found other paragraphs and tables ({found})",
    ),
    "EXPLANATION": Message("这是年度报告的解读，不是年度报告", "expected a report, found an explanation of one"),
    "NOTICE": Message(
        "这是关于年度报告的通知、说明或通报，不是年度报告",
        "expected a report, found a notice about reports or an assessment of them",
    ),
    "BLANK-FORM": Message(
        "这是未填写的空白表格，不是年度报告；如确需读取，请用 allow_blank",
        "expected a report, found the empty form; allow_blank reads it",
    ),
    "SAMPLE": Message("这是样本，不是年度报告：{found}", "expected a report, found a sample: {found}"),
    "OLD-OUTLINE": Message(
        "{year}年的报告早于现行格式（自2019年起），没有规定的表格",
        "a report on {year} is older than the form, which begins with 2019, and has none of its tables",
    ),
    "TWO-FORMS": Message(
        "应为一份报告，却有两份，第二份见“{heading}”",
        "expected one form, found two, the second at {heading}",
    ),
    "BREAKS-OFF": Message(
        "文件不完整：“{heading}”的表格中断，未找到“{looked_for}”",
        "the document breaks off inside the table of {heading}: {looked_for} was not found",
    ),
    "ROW-BREAKS-OFF": Message(
        "文件不完整：“{heading}”的表格末行应有 {expected} 个数字，实有 {found} 个",
        "the document breaks off inside the table of {heading}: "
        "expected {expected} figures in its last row, found {found}",
    ),
    "HEADING-MISSING": Message(
        "文件不完整：未找到标题“{heading}”", "the document breaks off: the heading {heading} was not found"
    ),
    "TITLE-MISSING": Message("未找到报告标题", "expected a title, found none"),
    "VERSION": Message(
        "不认识本格式的版本 {found}，已知版本为 {known}", "version {found} of the layout is not known; known is {known}"
    ),
    "HEAD": Message("文首信息有误：{problem.zh}", "{problem.en}"),
    "HEAD-LINE": Message(
        "文首每行应为“名称：JSON”，各名称只出现一次，以空行结束；实为 {found}",
        "the head is 名称：JSON, each name once, and ends at an empty line; found {found}",
    ),
    "FRONT-MATTER": Message(
        "文首应在两行 --- 之间，每行为“名称: JSON”，各名称只出现一次；实为 {found}",
        "the head is 名称: JSON between two lines of ---, each name once; found {found}",
    ),
    # The error itself says the faults, each with its path.
    "STRUCTURE": Message("JSON 不符合报告的结构：{faults}", "the JSON is no report of ours: {faults}"),
}


def problem(code: str, *, place: Phrase | None = None, **values: object) -> ReadError:
    """Make the error that ends a reading, with its reason in both languages."""
    words = _ERRORS[code]
    return ReadError(words.en.format_map(values), code=code, zh=words.zh.format_map(values), place=place)


def wrong_metadata(what: Message) -> ReadError:
    """Make the error of a metadata block that is not as we write it."""
    return problem("HEAD", place=Place.HEAD(), problem=what)


def line_of(source: Source | None) -> Phrase | None:
    """Name the line of a text as the place of an error; None for what stands in no line."""
    return None if source is None or source.line is None else Place.LINE(source.line)


def note(
    code: str, paths: Iterable[str] = (), *, raw: str | None = None, source: Source | None = None, **values: object
) -> Note:
    """Make a note, with its message in both languages."""
    words, values = _WORDS[code], {"raw": raw, **values}
    zh, en = words.zh.format_map(values), words.en.format_map(values)
    for mark, meaning in _MARKS.items():
        if mark in (raw or ""):
            zh, en = zh + meaning.zh, en + meaning.en
    return Note(code, tuple(paths), Message(zh, en), raw, source)


def general(code: str) -> Message:
    """Give the words of the code of a note or an error, with … for what differs from one to the next."""
    words = _WORDS.get(code) or _ERRORS[code]
    return Message(_VALUE.sub("…", words.zh), _VALUE.sub("…", words.en))


def note_codes() -> tuple[str, ...]:
    """Give the codes of all notes."""
    return tuple(_WORDS)


def error_codes() -> tuple[str, ...]:
    """Give the codes of all errors that end a reading."""
    return tuple(_ERRORS)
