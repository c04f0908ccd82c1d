"""What the library says where it refuses something: all of it, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.messages import FILES, refreshed

if TYPE_CHECKING:
    from pathlib import Path

_KINDS = ("model", "json", "findings", "settings", "profiles", "reading")


def test_every_file_of_messages_is_compared() -> None:
    """A file more is a kind of messages more."""
    assert {path.stem for path in FILES.iterdir()} == set(_KINDS)


@pytest.mark.parametrize("path", [FILES / f"{kind}.txt" for kind in _KINDS], ids=_KINDS)
def test_messages_stay_as_they_are(path: Path) -> None:
    """Type, place and words of every error, in both languages; a change of them is to be seen in the files."""
    assert refreshed(path) == path.read_text(encoding="utf-8")
