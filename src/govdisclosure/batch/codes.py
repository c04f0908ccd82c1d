"""The codes of a batch's own, with their words: why there is no report of a source, and what to do about it."""

from __future__ import annotations

import re
from typing import Final

from govdisclosure.model.message import Message

NO_FILE: Final = "NO-FILE"
SYSTEM: Final = "SYSTEM"
MISSING: Final = "MISSING-DEPENDENCY"
UNEXPECTED: Final = "UNEXPECTED"
CHECK: Final = "CHECK"
WORKER: Final = "WORKER"
EXECUTOR: Final = "EXECUTOR"
NO_REPORT: Final = "NO-REPORT"
ARCHIVE_SIZE: Final = "ARCHIVE-SIZE"
ARCHIVE_NAME: Final = "ARCHIVE-NAME"
ARCHIVE_NESTED: Final = "ARCHIVE-NESTED"

_VALUE: Final = re.compile(r"\{[^}]*\}")

WORDS: Final = {
    NO_FILE: Message("文件不存在", "there is no such file"),
    SYSTEM: Message("操作系统不能读取该文件：{what}", "the system cannot read the file: {what}"),
    MISSING: Message("读取这种文件需要安装附加组件：{what}", "reading such a file needs an extra: {what}"),
    UNEXPECTED: Message("处理时发生意外错误（{what}）", "an error that nobody expected: {what}"),
    CHECK: Message("自定义的检查未能完成（{what}）", "a check of your own failed: {what}"),
    WORKER: Message(
        "处理该文件的进程两次意外终止（内存不足，或所用的库崩溃）",
        "the process that was at it ended twice: it had no memory left, or a library crashed",
    ),
    EXECUTOR: Message("执行器未给出结果（{what}）", "the executor gave no result: {what}"),
    NO_REPORT: Message("其中没有可读取的报告", "it holds no report that is read"),
    ARCHIVE_SIZE: Message(
        "压缩文件解压后过大（{name} 超过 {limit}）；如确需读取，请调高 ArchiveLimits 的 {name}",
        "the archive is beyond {name} = {limit}; raise it in its ArchiveLimits to read it",
    ),
    ARCHIVE_NAME: Message("压缩文件内的文件名{why.zh}，不读取", "its name {why.en}; it is not read"),
    ARCHIVE_NESTED: Message(
        "压缩文件内的压缩文件不读取；请先解压", "an archive in an archive is not read; unpack it first"
    ),
}
"""The words; of what the system or a missing extra says, those of the error itself are shown."""

ADVICE: Final = {
    NO_FILE: Message("看看名称是否写错", "see that the name is right"),
    SYSTEM: Message("看看是否有权读取，磁盘是否正常", "see that it may be read, and that the disk is well"),
    MISSING: Message("安装错误所指的附加组件", "install the extra that the error names"),
    UNEXPECTED: Message("请作为本库的缺陷报告", "report it as a fault of the library"),
    CHECK: Message("改正自定义的检查", "mend your check"),
    WORKER: Message("减少同时工作的进程（-j 1），看是否内存不足", "try fewer processes (-j 1): it may be memory"),
    EXECUTOR: Message("查看执行器自己的日志", "look into the executor's own log"),
    NO_REPORT: Message("看看目录或压缩文件是否拿错", "see that it is the right folder or archive"),
    ARCHIVE_SIZE: Message("调高错误所指的限度", "raise the bound that the error names"),
    ARCHIVE_NAME: Message("改名后重新压缩", "name it otherwise, and pack it anew"),
    ARCHIVE_NESTED: Message("先解压", "unpack it first"),
}
"""What to do."""


def general(code: str) -> Message:
    """Give the words of a code, with … for what differs from one source to the next."""
    words = WORDS[code]
    return Message(_VALUE.sub("…", words.zh), _VALUE.sub("…", words.en))
