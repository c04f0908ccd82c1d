"""The claims of a whole report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, overload

from attrs import evolve, field, frozen

from govdisclosure.claims._claim import Claim

if TYPE_CHECKING:
    from govdisclosure.claims._claim import What


def _as_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(claims)


@frozen
class Claims(Sequence[Claim]):
    """
    The claims of a report, in the order of its paragraphs.

    Args:
        items: The claims.
        unread: The path of the paragraph in which the reading ended, since the narrative is too long; None if all of
            it was read.
    """

    items: tuple[Claim, ...] = field(converter=_as_claims)
    unread: str | None = None

    @overload
    def __getitem__(self, index: int) -> Claim: ...
    @overload
    def __getitem__(self, index: slice) -> Claims: ...
    def __getitem__(self, index: int | slice) -> Claim | Claims:
        """Give one claim, or some of them as claims."""
        return evolve(self, items=self.items[index]) if isinstance(index, slice) else self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.items)

    def of(self, *whats: What) -> Claims:
        """Give the claims that are about one of these, as their words are first understood."""
        return Claims((claim for claim in self.items if claim.what in whats), self.unread)
