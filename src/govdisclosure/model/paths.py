"""Paths: one or many, and what lies below what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def as_paths(paths: Iterable[str]) -> tuple[str, ...]:
    """Take one path for a tuple of it."""
    return (paths,) if isinstance(paths, str) else tuple(paths)


def is_in(path: str, whole: str) -> bool:
    """Tell whether a path is ``whole`` or lies below it, as ``overview[3]`` lies below ``overview``."""
    return path == whole or path.startswith((f"{whole}.", f"{whole}["))
