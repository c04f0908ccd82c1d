"""The keys that the JSON of a report has besides the fields of the model."""

from __future__ import annotations

from typing import Final

VERSION_KEY: Final = "govdisclosure"
VERSION: Final = "1"
"""The version of this JSON format, and the only one that is known."""

EDITION_KEY: Final = "edition"
