"""Why the system does not open or write a file, in the language of the call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.system_errors import message_of

if TYPE_CHECKING:
    from govdisclosure.cli._texts import Words


def reason_of(error: OSError, words: Words) -> str:
    """Give the reason in words; what is not known here, in those of the system, if it has any."""
    return words.of(message_of(error))
