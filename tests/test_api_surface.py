"""What others build on stays as it is, unless it is changed on purpose."""

from __future__ import annotations

import enum

import api_surface
import attrs

import govdisclosure as gd


def test_the_public_surface_is_pinned() -> None:
    """Every public name, its arguments, attributes and methods; tools/api_surface.py writes them down anew."""
    assert api_surface.surface() == api_surface.WRITTEN.read_text(encoding="utf-8")


def test_the_surface_has_the_face_and_the_page_of_reference() -> None:
    """What is described is public, in whatever module it stands, and so is every name of the face."""
    names = api_surface.names()

    assert {f"govdisclosure.{name}" for name in gd.__all__} < set(names)
    assert "govdisclosure.batch.examine" in names


@attrs.frozen
class _Value:
    """A value, with a change of which nobody must be surprised."""

    code: str
    place: int | None = None

    @property
    def words(self) -> str:
        """Its words."""
        return self.code

    @classmethod
    def of(cls, *codes: str, strict: bool = True) -> list[_Value]:
        """Make many of them."""
        return [cls(code) for code in codes if strict]


class _Kind(enum.Enum):
    SMALL = "small"


class _ProblemError(gd.ReadError):
    def __init__(self, *, problem: str, many: list[int]) -> None:
        super().__init__(problem)
        self.problem = problem
        self.many: tuple[int, ...] = tuple(many)
        self._hidden = True


def test_a_class_is_written_down_with_all_that_it_has() -> None:
    """Arguments with their kinds and defaults, attributes of attrs and those set by hand, members; nothing private."""
    described = [list(api_surface.described_class("It", cls)) for cls in (_Value, _Kind, _ProblemError)]

    assert described == [[*_VALUE], ["class It(Enum)", "    SMALL = 'small'"], [*_PROBLEM]]


_VALUE = (
    "class It",
    "    __init__(code: str, place: int | None = None) -> None",
    "    code: str",
    "    classmethod of(*codes: str, strict: bool = True) -> list[_Value]",
    "    place: int | None",
    "    property words: str",
)
_PROBLEM = (
    "class It(ReadError)",
    "    __init__(*, problem: str, many: list[int]) -> None",
    "    code: str",
    "    format: str | None",
    "    many: tuple[int, ...]",
    "    property message: Message",
    "    property place: str | None",
    "    problem: str",
    "    property reason: str",
    "    property zh: str | None",
)
