"""What a call of ``check`` shows and writes: findings, a summary, pages, remarks, and a line over all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from govdisclosure.cli._files import STANDARD
from govdisclosure.cli._html import Pages
from govdisclosure.cli._remarks import remarks
from govdisclosure.cli._settings import unused
from govdisclosure.cli._texts import Words
from govdisclosure.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.cli._deliveries import Deliveries
    from govdisclosure.cli._files import Named
    from govdisclosure.cli._outcome import Outcome
    from govdisclosure.cli._rows import Row


@frozen
class Shown:
    """
    What a call shows and writes.

    Args:
        words: The language.
        summary: Where a summary goes; None for none.
        pages: The files of the pages; None for none.
        only_findings: Whether the terminal is to show only what something is to be said of.
        unread_beside: How many files with which the others were to be compared could not be read.
    """

    words: Words
    summary: str | None = None
    pages: Pages | None = None
    only_findings: bool = field(default=False, kw_only=True)
    unread_beside: int = field(default=0, kw_only=True)

    def outcomes(self, outcomes: Iterable[Outcome]) -> list[Outcome]:
        """Show outcomes as they come, unless a summary is all that is wanted, and give them back."""
        from govdisclosure.cli._outcomes import print_outcome  # noqa: PLC0415 - --json needs no tables

        seen = []
        for outcome in outcomes:
            seen.append(outcome)
            if self.summary != STANDARD and self._is_wanted(outcome):
                print_outcome(outcome, self.words)
        return seen

    def finish(
        self,
        outcomes: Sequence[Outcome],
        named: Named,
        deliveries: Deliveries | None = None,
        also: Sequence[str] = (),
        *,
        as_data: bool,
    ) -> None:
        """
        Write pages and summary, and say what holds for all files; beside data, on standard error.

        Args:
            outcomes: What became of the files.
            named: What the call named.
            deliveries: What the roster says; None without one.
            also: What else is to be said, a line each.
            as_data: Whether standard output holds JSON or SARIF.
        """
        rows = self._rows(outcomes, deliveries) if self.summary is not None or self.pages is not None else []
        of_roster = [] if deliveries is None else list(deliveries.lines(self.words))
        twins = deliveries is None  # A roster says itself what is there twice.
        said = [*of_roster, *also, *remarks(named, outcomes if twins else (), self.words)]
        total = total_of(outcomes, self.words, self.unread_beside)
        self._write_pages(outcomes, rows, total, said)
        if self.summary is not None and self.summary != STANDARD:
            from govdisclosure.cli._summary import write_summary  # noqa: PLC0415 - only when used

            write_summary(rows, self.summary, self.words, said)
        self._print(outcomes, rows, said, "" if as_data else total)

    def _is_wanted(self, outcome: Outcome) -> bool:
        return not self.only_findings or outcome.says_something

    def _rows(self, outcomes: Sequence[Outcome], deliveries: Deliveries | None) -> list[Row]:
        from govdisclosure.cli._rows import rows_of  # noqa: PLC0415 - only when used

        targets = self.pages.targets if self.pages is not None else [None] * len(outcomes)
        return rows_of(outcomes, targets, deliveries, self.words)

    def _write_pages(self, outcomes: Sequence[Outcome], rows: Sequence[Row], total: str, said: Sequence[str]) -> None:
        if self.pages is None:
            return
        from govdisclosure.cli._html import write_page  # noqa: PLC0415 - only when used
        from govdisclosure.cli._index import write_index  # noqa: PLC0415 - as above

        for outcome, target in zip(outcomes, self.pages.targets, strict=True):
            write_page(outcome, target, self.words, self.pages.index)
        if self.pages.index is not None:
            write_index(rows, self.pages.index, self.words, total=total, remarks=said)

    def _print(self, outcomes: Sequence[Outcome], rows: Sequence[Row], said: Sequence[str], total: str) -> None:
        idle = unused(outcomes)
        if not total and not idle and not said:
            return
        from govdisclosure.cli._outcomes import (  # noqa: PLC0415 - --json needs no tables
            print_remarks,
            print_total,
            print_unused,
        )

        if total and self.summary is not None:
            from govdisclosure.cli._summary import print_table  # noqa: PLC0415 - only when used

            print_table([row for row in rows if not self.only_findings or row.says_something], self.words)
        print_remarks(said, stderr=not total)
        print_unused(idle, self.words, stderr=not total)
        if total:
            print_total(total)


def total_of(outcomes: Iterable[Outcome], words: Words, unread_beside: int = 0) -> str:
    """Say what there is in all files together."""
    (_, files), *rest = ((key, words.count(key, n)) for key, n in counts(outcomes, unread_beside))
    return words("summary", files=files, rest=words("separator").join(part for _, part in rest))


def counts(outcomes: Iterable[Outcome], unread_beside: int = 0) -> Iterator[tuple[str, int]]:
    """Count files, unreadable ones, findings by severity, notes, and waived findings if any, by the keys of texts."""
    # A folder without a report is no file.
    seen = [outcome for outcome in outcomes if outcome.source.error is None]
    yield "files", len(seen)
    yield "unreadables", sum(outcome.reading is None for outcome in seen)
    # Those to be compared with are none of the files, and as long as all are read, none is counted.
    if unread_beside:
        yield "unreadables-beside", unread_beside
    for severity in Severity:
        yield f"{severity}s", sum(len(outcome.findings.of(severity)) for outcome in seen)
    yield "notes", sum(len(outcome.reading.notes) for outcome in seen if outcome.reading is not None)
    # Nobody who waives nothing needs to learn of waivers.
    waived = sum(len(outcome.findings.waived) for outcome in seen)
    if waived:
        yield "waiveds", waived
