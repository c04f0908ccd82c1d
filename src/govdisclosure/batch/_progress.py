"""How far a batch is."""

from __future__ import annotations

from attrs import frozen


@frozen
class Progress:
    """
    How far a batch is; how far it has to go nobody knows, since sources are gone through lazily.

    Args:
        done: How many outcomes there are.
        failed: How many of them are errors.
        cached: How many of them were known from the cache.
        seconds: How long it has taken, by the clock on the wall.
    """

    done: int
    failed: int
    cached: int
    seconds: float

    @property
    def rate(self) -> float:
        """Outcomes a second."""
        return self.done / self.seconds if self.seconds > 0 else 0.0
