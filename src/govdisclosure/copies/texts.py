"""What is compared of a text: its characters without blanks, in which all figures, and the own names, are alike."""

from __future__ import annotations

import re
from itertools import compress, islice
from typing import TYPE_CHECKING, Final, Self

from attrs import frozen

from govdisclosure.copies.thresholds import LONGEST, LONGEST_NAME, MOST_LEVELS
from govdisclosure.model.report import agency_name
from govdisclosure.vocabulary.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.model.report import AnnualReport

_NAME: Final = "\ue000"
_FIGURE: Final = "0"
# 2024, 1,234.5, 98.6%
_FIGURES: Final = "[0-9][0-9,.%]*"
# 示例市 / 示例县 / 教育局: what a name can be cut behind.
_LEVEL: Final = re.compile("[省市县区旗州盟镇乡]")
_SHORTEST_NAME: Final = 3


@frozen
class Text:
    """
    A text as it is compared.

    Args:
        characters: Its characters; a figure is one of them, and so is the name of the body.
        sizes: How many characters of the text each of them stands for.
    """

    characters: str
    sizes: tuple[int, ...]

    @classmethod
    def of(cls, paragraphs: Iterable[str], agency: str | None) -> Self:
        """
        Take the paragraphs of a section.

        Args:
            paragraphs: The paragraphs; their order counts, their number does not.
            agency: Name of the body that they are of, None if it is not known.
        """
        text = fold("".join(paragraphs)[:LONGEST])
        names = sorted(_names(fold(agency or "")), key=len, reverse=True)
        pattern = re.compile("|".join((*map(re.escape, names), _FIGURES)))
        characters: list[str] = []
        sizes: list[int] = []
        end = 0
        for match in pattern.finditer(text):
            characters += (text[end : match.start()], _FIGURE if match[0][0].isdecimal() else _NAME)
            sizes += [1] * (match.start() - end)
            sizes.append(len(match[0]))
            end = match.end()
        characters.append(text[end:])
        sizes += [1] * (len(text) - end)
        return cls("".join(characters), tuple(sizes))

    @classmethod
    def of_section(cls, report: AnnualReport, section: str) -> Self:
        """Take a section of a report; what it has not is no text."""
        return cls.of(getattr(report, section) or (), agency_name(report))

    @property
    def size(self) -> int:
        """How many characters it has, blanks aside."""
        return sum(self.sizes)

    def without(self, left_out: Sequence[bool]) -> Text:
        """Give what is left without some of the characters."""
        kept = [not out for out in left_out]
        return Text("".join(compress(self.characters, kept)), tuple(compress(self.sizes, kept)))


def _names(agency: str) -> Iterator[str]:
    """Give a name, and what it can be cut into: 示例市示例县教育局, 示例县教育局, 教育局; 示例市示例县, 示例市."""
    if agency and len(agency) <= LONGEST_NAME:
        cuts = [level.end() for level in islice(_LEVEL.finditer(agency), MOST_LEVELS)]
        parts = (agency, *(agency[cut:] for cut in cuts), *(agency[:cut] for cut in cuts))
        yield from (part for part in parts if len(part) >= _SHORTEST_NAME)


def stretches(characters: str, size: int) -> set[str]:
    """Give all stretches of so many characters."""
    return {characters[at : at + size] for at in range(len(characters) - size + 1)}
