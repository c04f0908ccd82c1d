"""What is remembered of texts while a document is read: each is asked about many times."""

from __future__ import annotations

from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from functools import _lru_cache_wrapper

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")

MOST: Final = 65_536
"""Texts that are remembered at a time: all that a document within its bounds has."""

KEPT: Final = 8_192
"""Texts that are still remembered behind it: those that every document has, and some of the last ones."""

_FEW: Final = 256
_TOGETHER: Final = 8
_SMALL_ONES: Final = count(1)

MEMORIES: Final[list[_lru_cache_wrapper[Any]]] = []
"""What every function remembers."""


def remembered(function: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
    """Remember what a function says of texts, until it is told to forget."""
    memory = lru_cache(maxsize=MOST)(function)
    MEMORIES.append(memory)
    return cast("Callable[_Asked, _Answer]", memory)


def forget(texts: int = MOST) -> None:
    """
    Forget what is more than is kept from one document to the next, so that many do not fill the memory.

    Args:
        texts: How many blocks and rows of tables the document has; to look at all memories takes as long as to read
            some of these, so that behind small documents it is done now and then.
    """
    if texts < _FEW and next(_SMALL_ONES) % _TOGETHER:
        return
    for memory in MEMORIES:
        if memory.cache_info().currsize > KEPT:
            memory.cache_clear()
