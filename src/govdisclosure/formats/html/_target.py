"""What a parser of web pages tells, element by element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Result_co = TypeVar("Result_co", covariant=True)


class Target(Protocol[Result_co]):
    """What the parser tells of each element as it comes; no tree is built."""

    def start(self, tag: str, attributes: Mapping[str, str], /) -> None: ...
    def end(self, tag: str, /) -> None: ...
    def close(self) -> Result_co: ...


class TargetWithText(Target[Result_co], Protocol[Result_co]):
    """The same of each text."""

    @property
    def data(self) -> Callable[[str], None]: ...
