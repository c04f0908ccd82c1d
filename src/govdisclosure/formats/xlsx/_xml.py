"""What the parts of a workbook have in common: switches, numbers, and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ON: Final = frozenset({"1", "true"})
OFF: Final = frozenset({"0", "false"})


def number_of(text: str | None) -> int:
    """Give a number that a workbook states; nought for what is none."""
    return int(text[:9]) if text is not None and text.isascii() and text.isdigit() else 0


def below(root: Element, name: str) -> list[Element]:
    """Give the elements in the first of this name right below another; none where there is none."""
    parent = root.find(name)
    return [] if parent is None else list(parent)
