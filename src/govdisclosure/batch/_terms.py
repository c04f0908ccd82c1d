"""All that decides what becomes of a content, besides the content itself."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import Any, Final

import attrs
from attrs import Factory, frozen

from govdisclosure._version import __version__
from govdisclosure.batch._previous import Previous
from govdisclosure.checks import Check
from govdisclosure.formats import Limits
from govdisclosure.json import dumpb
from govdisclosure.model.profile import Profile
from govdisclosure.model.waivers import Waiver
from govdisclosure.rosters import Roster

_PACKING: Final = 2
"""Goes up when what is packed is packed in another way: results of before are not looked at any more."""

_READERS: Final = ("lxml", "cssselect2", "tinycss2", "pypdfium2")
"""The libraries that see what a file shows: another version of theirs may see something else."""


@frozen
class Terms:
    """
    What holds for one source.

    Args:
        format: Name of its format; None to tell it by the content.
        agency: Name of the agency, if known.
        year: The year, if known.
        allow_blank: Whether an empty form is read.
        limits: The bounds of the reading.
        is_checked: Whether the report is checked, or only read.
        select: Prefixes of the codes that are wanted.
        ignore: Prefixes of the codes that are not.
        waivers: What lets findings be.
        profile: What its place asks.
    """

    format: str | None = None
    agency: str | None = None
    year: int | None = None
    allow_blank: bool = False
    limits: Limits = Factory(Limits)
    is_checked: bool = True
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    profile: Profile | None = None


@frozen(eq=False)
class Common:
    """
    What holds for all sources of a batch; a worker is told once.

    Args:
        roster: Who has to report.
        previous: The reports of the year before.
        checks: Checks of the caller's own.
    """

    roster: Roster | None = None
    previous: Previous = Factory(Previous)
    checks: tuple[Check, ...] = ()


class Keys:
    """
    The keys of a cache, by content and by all else that decides.

    Two keys are the same only where nothing that decides is another: the library and those that it reads with, what
    holds for the source, and what holds for all.
    """

    def __init__(self, common: Common) -> None:
        versions = {name: _version_of(name) for name in _READERS}
        reports = [hashlib.sha256(dumpb(report)).hexdigest() for report in common.previous.reports]
        self._common = _digest([_PACKING, __version__, versions, _tree(common.roster), reports])
        # Of a folder, all files have the same terms, or some few.
        self._of_terms = lru_cache(maxsize=64)(_digest_of_terms)

    def key(self, terms: Terms, digest: str) -> str:
        """Give the key of a content, of which the digest is known."""
        return hashlib.sha256(f"{self._common} {self._of_terms(terms)} {digest}".encode()).hexdigest()


def _digest_of_terms(terms: Terms) -> str:
    return _digest(_tree(terms))


def _tree(value: object) -> object:
    return attrs.asdict(value) if attrs.has(type(value)) else value  # type: ignore[arg-type]  # it was just asked


def _digest(value: Any) -> str:  # noqa: ANN401 - whatever JSON takes, and dates, as text
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()


def _version_of(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - only a cache asks

    try:
        return version(package)
    except PackageNotFoundError:
        return None
