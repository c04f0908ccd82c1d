"""Which settings hold for which source of a call, and which of their waivers were of no use."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs

from govdisclosure.cli._options import Failure
from govdisclosure.cli._system import why_unread
from govdisclosure.paths import whole
from govdisclosure.settings import Settings, SettingsError, find_settings, read_profile, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from govdisclosure.cli._files import Source
    from govdisclosure.cli._outcome import Outcome
    from govdisclosure.cli._texts import Words
    from govdisclosure.model.waivers import Waiver


def settings_of(
    sources: Iterable[Source], words: Words, *, config: str | None, without: bool, profile: str | None = None
) -> list[Settings]:
    """
    Give the settings of each source: the given ones, none, or those that are found upwards from it.

    Those of standard input are found from the working directory. A profile that is given takes the place of theirs.

    Raises:
        Failure: If settings or the profile cannot be read, or both options were given.
    """
    if config is not None and without:
        raise Failure(words, words("config-and-none"))

    # Files of one folder have the same settings, which are looked for once.
    @cache
    def above(folder: Path) -> Settings:
        return find_settings(folder) or Settings()

    try:
        if config is not None or without:
            given = Settings() if config is None else read_settings(config)
            chosen = [given for _ in sources]
        else:
            chosen = [above(whole(source.name).parent) for source in sources]
        if profile is None:
            return chosen
        asked = read_profile(profile)
        return [attrs.evolve(each, profile=asked) for each in chosen]
    except SettingsError as error:
        raise Failure(words, words("named", name=error.path, reason=words.of(error.message))) from error
    except OSError as error:
        reason = words("unreadable", reason=why_unread(error, words))
        raise Failure(words, words("named", name=error.filename, reason=reason)) from error


def unused(outcomes: Iterable[Outcome]) -> list[tuple[Path | None, Waiver]]:
    """Give the waivers that match nothing in any of the files that they are for, with the files that they stand in."""
    idle: dict[tuple[Path | None, Waiver], None] = {}
    used: set[tuple[Path | None, Waiver]] = set()
    seen = list(outcomes)
    for outcome in seen:
        if outcome.reading is not None:
            place = outcome.settings.path
            idle |= {(place, waiver): None for waiver in outcome.findings.unused}
            here = outcome.settings.waivers_for(outcome.source.name)
            used |= {(place, waiver) for waiver in here if waiver not in outcome.findings.unused}
    # A waiver for several files is of use if it is in one of them.
    return [each for each in idle | _without_file(seen) if each not in used]


def _without_file(outcomes: Iterable[Outcome]) -> dict[tuple[Path | None, Waiver], None]:
    """Give the waivers for files that are not there, neither among those of the call nor below the settings."""
    by_place = {outcome.settings.path: outcome.settings for outcome in outcomes}
    named = {
        (outcome.settings.path, waiver)
        for outcome in outcomes
        for waiver in outcome.settings.waivers_for(outcome.source.name)
    }
    return {
        (place, waiver): None
        for place, settings in by_place.items()
        for waiver in settings.waivers
        if (place, waiver) not in named and not settings.has_file_for(waiver)
    }
