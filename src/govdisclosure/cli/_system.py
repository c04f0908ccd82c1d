"""Why the system does not open or write a file, in the language of the call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.system_errors import absence, message_of

if TYPE_CHECKING:
    from govdisclosure.cli._texts import Words


def reason_of(error: OSError, words: Words) -> str:
    """Give the reason in words; what is not known here, in those of the system, if it has any."""
    return words.of(message_of(error))


def why_unread(error: OSError, words: Words) -> str:
    """Give the reason why a file is not read; of one that is not there, that it is not."""
    return words.of(absence(error)) if isinstance(error, FileNotFoundError) else reason_of(error, words)
