"""What values of settings can be, and what is said of those that cannot be."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TEXT: Final = Message("应为非空文本", "must be text, and not blank")
MISSING: Final = Message("缺少，必须填写", "is missing")


def is_text(value: object) -> bool:
    """Tell whether a value is text that is not blank."""
    return isinstance(value, str) and bool(value.strip())


def listed(value: Any) -> Any:  # noqa: ANN401 - any value of TOML
    """Take one text for a list of it."""
    return [value] if isinstance(value, str) else value


def unknown_keys(table: Mapping[str, Any], known: tuple[str, ...], prefix: str) -> Iterator[tuple[str, Message]]:
    """Yield the keys of a table that are none, and what is said of them."""
    names = ", ".join(known)
    problem = Message(f"不是设置项；可用的有 {names}", f"is no setting; known are {names}")
    yield from ((prefix + key, problem) for key in table if key not in known)


def no_code(code: str, codes: list[str]) -> Message:
    """Say that there is no such code, and name the nearest."""
    (nearest,) = difflib.get_close_matches(code.upper(), codes, n=1, cutoff=0)
    return Message(f"没有代码 {code!r}；相近的是 {nearest!r}", f"has no code {code!r}; the nearest is {nearest!r}")
