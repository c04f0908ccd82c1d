"""What Word of today understands beyond its first version: a choice that requires it is shown, and not its fallback."""

from __future__ import annotations

from typing import Final

_WORD: Final = "http://schemas.microsoft.com/office/word/"
_OF_WORD: Final = frozenset(
    f"{_WORD}{name}"
    for name in (
        *("2006/wordml", "2010/wordml", "2012/wordml", "2015/wordml/symex", "2016/wordml/cid", "2018/wordml"),
        *("2018/wordml/cex", "2020/wordml/sdtdatahash", "2023/wordml/word16du", "2024/wordml/sdtformatlock"),
        *("2010/wordprocessingCanvas", "2010/wordprocessingDrawing", "2010/wordprocessingGroup"),
        *("2010/wordprocessingInk", "2010/wordprocessingShape", "2012/wordprocessingDrawing"),
    )
)
# Whatever is drawn is no text, in the choice as in the fallback.
_OTHERS: Final = (
    "http://schemas.microsoft.com/office/drawing/",
    "http://schemas.openxmlformats.org/",
    "urn:schemas-microsoft-com:",
)


def is_understood(namespace: str) -> bool:
    """Tell whether Word of today understands what has names of this namespace."""
    return namespace in _OF_WORD or namespace.startswith(_OTHERS)
