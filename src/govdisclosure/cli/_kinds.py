"""Files that may hold reports and are in no format that is read: what each is, and what to do about it."""

from __future__ import annotations

from typing import Final

from govdisclosure.form.wording import problem
from govdisclosure.model.message import Message

_OLD: Final = problem("OLD-OFFICE").message
_TEXT: Final = Message(
    "这种文字处理文件不能读取；请另存为 .docx 后再检查", "a text document of this kind is not read; save it as .docx"
)
_SHEET: Final = Message(
    "这种表格文件不能读取；请另存为 .xlsx 后再检查", "a workbook of this kind is not read; save it as .xlsx"
)
_MACROS: Final = Message(
    "带宏的文件不读取；请另存为不带宏的 .docx 或 .xlsx", "a file with macros is not read; save it as .docx or .xlsx"
)
_PAGES: Final = Message(
    "版式文件（OFD、CEB）不能读取；请改用生成它的 Word 文件，或另存为 PDF",
    "OFD and CEB are not read; take the Word file that it was made from, or save it as PDF",
)
_WEB: Final = Message("网页存档不能读取；请另存为 .html", "an archive of a web page is not read; save it as .html")
_ARCHIVE: Final = Message(
    "目录中的压缩文件不读取；.zip 可以单独检查，其他请先解压",
    "an archive in a folder is not read; check a .zip by itself, and unpack any other",
)
_LINES: Final = Message(
    "每行一份报告的文件须单独检查", "a file with a report on each line is checked by itself, named alone"
)
_PICTURE: Final = Message(
    "图片中的数字不能读取；请改用文字版，或识别（OCR）并核对后另存为 .docx",
    "figures in a picture are not read; take the text, or recognise (OCR) and check it, and save it as .docx",
)

_KINDS: Final = (
    (_OLD, ".doc .dot .wps .wpt .xls .xlt .et .ett"),
    (_TEXT, ".odt .ott .fodt .rtf .pages .uot .uof"),
    (_SHEET, ".ods .ots .fods .numbers .uos"),
    (_MACROS, ".docm .dotm .xlsm .xltm .xlsb"),
    (_PAGES, ".ofd .ceb .cebx"),
    (_WEB, ".mht .mhtml"),
    (_ARCHIVE, ".zip .rar .7z .tar .gz .tgz"),
    (_LINES, ".jsonl .ndjson"),
    (_PICTURE, ".jpg .jpeg .png .bmp .gif .tif .tiff .webp .heic"),
)
UNREAD: Final = {suffix: reason for reason, suffixes in _KINDS for suffix in suffixes.split()}
"""Why a file of a suffix is left out of a folder, and what to do."""
