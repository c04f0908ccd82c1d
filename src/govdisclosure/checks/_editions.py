"""Which report years each edition of the form is for, in words."""

from __future__ import annotations

from typing import Final

from govdisclosure.model.editions import EDITIONS, last_year
from govdisclosure.model.message import Message

# Two years are named both, 2019 and 2020; more are named by the first and the last of them.
_FEW: Final = 2


def each_edition(first: Message, further: Message, between: Message) -> Message:
    """
    Say something of every edition, the first one first.

    Args:
        first: What is said of the first edition, with ``{edition}`` and ``{years}``.
        further: What is said of each later one.
        between: What stands between.
    """
    templates = [first, *[further] * (len(EDITIONS) - 1)]
    said = []
    for template, edition in zip(templates, EDITIONS.values(), strict=True):
        years = years_in_words(edition.first_year, last_year(edition))
        said.append(
            Message(
                template.zh.format(edition=edition.name, years=years.zh),
                template.en.format(edition=edition.name, years=years.en),
            )
        )
    return Message(between.zh.join(each.zh for each in said), between.en.join(each.en for each in said))


def years_in_words(first: int, last: int | None) -> Message:
    """Name the years from a first to a last one; without a last one, all from the first on."""
    if last is None:
        return Message(f"{first}年度起", f"{first} and later")
    years = list(map(str, range(first, last + 1)))
    if len(years) > _FEW:
        return Message(f"{first}至{last}年度", f"{first} to {last}")
    return Message("、".join(years) + "年度", " and ".join(years))
