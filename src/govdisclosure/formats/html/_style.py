"""The style sheet of the page, which is a part of it."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

STYLE: Final = files(__package__).joinpath("style.css").read_text(encoding="utf-8")
"""The style sheet. It has nothing that would end its element, and names no address."""

SIGNED: Final = "signed"
"""The class of a line of the signature block."""
