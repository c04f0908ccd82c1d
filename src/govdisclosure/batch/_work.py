"""The work itself: what becomes of a content. It is done in this process, in one of our own, or by any executor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.batch._failures import failure_of
from govdisclosure.batch._packing import packed_failure, packed_reading
from govdisclosure.batch.codes import CHECK, UNEXPECTED
from govdisclosure.checks import check
from govdisclosure.formats import parse
from govdisclosure.model.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.batch._terms import Common, Terms
    from govdisclosure.model.notes import Reading


def work(terms: Terms, common: Common, contents: Sequence[bytes]) -> list[bytes]:
    """Examine contents, and give what became of each, packed; any executor can do it."""
    return [examined(content, terms, common) for content in contents]


def examined(content: bytes, terms: Terms, common: Common) -> bytes:
    """Read a report and check it; whatever goes wrong is an outcome, too."""
    otherwise = UNEXPECTED
    try:
        reading = parse(
            content,
            format=terms.format,
            agency=terms.agency,
            year=terms.year,
            allow_blank=terms.allow_blank,
            limits=terms.limits,
        )
        otherwise = CHECK if common.checks else UNEXPECTED
        findings = _findings(reading, terms, common) if terms.is_checked else Findings()
        return packed_reading(reading, findings)
    except Exception as error:  # noqa: BLE001 - one bad file never stops a batch
        return packed_failure(failure_of(error, otherwise))


def _findings(reading: Reading, terms: Terms, common: Common) -> Findings:
    return check(
        reading,
        select=terms.select,
        ignore=terms.ignore,
        checks=common.checks,
        waivers=terms.waivers,
        profile=terms.profile,
        previous=common.previous.before(reading.report),
        roster=common.roster,
    )
