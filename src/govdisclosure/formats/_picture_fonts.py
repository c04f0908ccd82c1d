"""Fonts that have pictures where others have digits, as the office programs come with them."""

from __future__ import annotations

from typing import Final

# Those of the font Symbol are digits.
_PICTURES: Final = ("wingdings", "webdings", "marlett", "zapfdingbats", "zapf dingbats", "bookshelf", "mt extra")


def has_pictures(font: str) -> bool:
    """Tell whether a font has pictures where others have digits."""
    # Wingdings 2
    return font.lower().startswith(_PICTURES)
