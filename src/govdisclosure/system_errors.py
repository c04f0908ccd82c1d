"""Why the system does not open or write a file, in both languages."""

from __future__ import annotations

import errno
import os
from typing import Final

from govdisclosure.model.message import Message

_REASONS: Final = {
    errno.ENOENT: Message("文件或目录不存在", "No such file or directory"),
    errno.EACCES: Message("没有权限", "Permission denied"),
    errno.EPERM: Message("操作不允许", "Operation not permitted"),
    errno.EEXIST: Message("已有同名文件", "File exists"),
    errno.ENOTDIR: Message("路径中有一部分不是目录", "Not a directory"),
    errno.EISDIR: Message("是目录，不是文件", "Is a directory"),
    errno.ENOSPC: Message("磁盘空间不足", "No space left on device"),
    errno.EROFS: Message("磁盘只读", "Read-only file system"),
    errno.ENAMETOOLONG: Message("文件名过长", "File name too long"),
    errno.EMFILE: Message("打开的文件过多", "Too many open files"),
    errno.EBUSY: Message("文件正被其他程序使用", "Device or resource busy"),
    errno.EIO: Message("磁盘读写出错", "Input/output error"),
}


_NO_FILE: Final = Message("文件不存在", "there is no such file")
_NO_TARGET: Final = Message("链接所指的文件不存在", "the link leads to no file")


def absence(error: FileNotFoundError) -> Message:
    """Say what is not there: the file, or only that which a link leads to."""
    return _NO_TARGET if os.path.islink(error.filename or "") else _NO_FILE  # noqa: PTH114 - the name may be too long


def message_of(error: OSError) -> Message:
    """Give the reason in words; what is not known here, in those of the system, if it has any."""
    said = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, Message(said, said))
