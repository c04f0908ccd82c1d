"""What a caller asks for, and what that makes for each source, with the settings of its folder."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, NoReturn, Self, TypeAlias

import attrs
from attrs import frozen

from govdisclosure.batch._terms import Terms
from govdisclosure.checks import Rule, check
from govdisclosure.formats import parse
from govdisclosure.json import dumpb
from govdisclosure.model.report import AnnualReport
from govdisclosure.settings import Settings, find_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from govdisclosure.batch._contents import Item
    from govdisclosure.batch._terms import Common
    from govdisclosure.checks import Check

SettingsOf: TypeAlias = "Callable[[str], Settings | None]"
"""Gives the settings that hold for a source, by its name."""


@frozen
class Asked:
    """
    What a caller asks for.

    Args:
        terms: What holds for each source.
        settings: The settings of the folder, or what gives those of a source; None for none.
    """

    terms: Terms
    settings: Settings | SettingsOf | None = None

    @classmethod
    def by(cls, terms: Terms, settings: Settings | SettingsOf | None) -> Self:
        """Take what is asked for; the settings that hold for a folder are looked for once."""
        return cls(terms, _of_folders() if settings is find_settings else settings)

    def of(self, item: Item) -> Terms:
        """Give what holds for a content."""
        settings = self.settings(item.name) if callable(self.settings) else self.settings
        terms = self.terms if settings is None else _with_settings(self.terms, settings, item.name)
        return terms if item.format is None else attrs.evolve(terms, format=item.format)


def _of_folders() -> SettingsOf:
    known = lru_cache(maxsize=1024)(find_settings)

    def settings_of(name: str) -> Settings | None:
        return known(os.path.dirname(name))  # noqa: PTH120 - as fast as can be, of a million names

    return settings_of


def _with_settings(terms: Terms, settings: Settings, name: str) -> Terms:
    select, ignore = settings.codes(terms.select, terms.ignore)
    return attrs.evolve(
        terms,
        select=select,
        ignore=ignore,
        waivers=(*terms.waivers, *settings.waivers_for(name)),
        profile=settings.profile if terms.profile is None else terms.profile,
    )


def try_out(terms: Terms, common: Common) -> None:
    """
    Read and check an empty report, so that what none can be read or checked with is said at once, not of each source.

    Raises:
        TypeError: If something is of a wrong type.
        ValueError: If the year or the agency cannot be one.
        UsageError: If a prefix matches no code, or two checks have one code.
    """
    parse(dumpb(AnnualReport()), format="json", agency=terms.agency, year=terms.year)
    check(
        AnnualReport(),
        select=terms.select,
        ignore=terms.ignore,
        checks=[_silent(each) for each in common.checks],
        waivers=terms.waivers,
        profile=terms.profile,
        roster=common.roster,
    )


def _silent(own: Check) -> Check:
    """Give a check in place of one of the caller's, which finds nothing: an empty report may be too much for theirs."""
    given: object = own
    if not callable(given):
        return own
    return attrs.evolve(own, function=_finds_nothing) if isinstance(own, Rule) else _finds_nothing


def _finds_nothing(report: AnnualReport) -> Iterable[NoReturn]:  # noqa: ARG001 - as every check
    return ()
