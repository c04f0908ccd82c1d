"""Texts that are nearly alike: how much two have in common, and which sections of a batch of reports are copies."""

from govdisclosure.copies.batch import Copy, peer_copies
from govdisclosure.copies.likeness import likeness
from govdisclosure.copies.texts import Text

__all__ = ["Copy", "Text", "likeness", "peer_copies"]
