"""A report and what else a check is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from govdisclosure.checks import check
from govdisclosure.copies import peer_copies
from govdisclosure.model.cells import cells
from govdisclosure.model.profile import Profile
from govdisclosure.model.report import AnnualReport, agency_name
from govdisclosure.rosters import Roster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.vendor.pretty import RepresentationPrinter

    from govdisclosure.model.findings import Findings

_MOST_SHOWN: Final = 12
"""So many cells an example shows: with more, nobody looks at them one by one."""


@frozen(repr=False)
class Case:
    """
    A report, and what else a check is given so that it sees what is wrong with it.

    Its ``repr`` names the cells that are not nought, so that one sees in a failing example what is in it.

    Args:
        report: The report.
        previous: That of the year before, or what is given as it.
        children: The reports that it sums up.
        roster: Who has to report.
        profile: What its place asks of it beyond the form.
        peers: Reports of other bodies, with which it is looked at in a batch.
    """

    report: AnnualReport
    previous: AnnualReport | None = None
    children: tuple[AnnualReport, ...] | None = None
    roster: Roster | None = None
    profile: Profile | None = None
    peers: tuple[AnnualReport, ...] = ()

    @property
    def given(self) -> dict[str, Any]:
        """What ``gd.check`` is given besides the report, as its keyword arguments; nothing where it is None."""
        names = ("previous", "children", "roster", "profile")
        given = {name: getattr(self, name) for name in names if getattr(self, name) is not None}
        return {**given, "copies": peer_copies([self.report, *self.peers])[0]} if self.peers else given

    def check(self) -> Findings:
        """Check the report with all that is given."""
        return check(self.report, **self.given)

    def __repr__(self) -> str:
        return f"Case({', '.join(self._shown())})"

    def _repr_pretty_(self, printer: RepresentationPrinter, cycle: bool) -> None:  # noqa: ARG002 - as IPython has it
        """Show the same in a failing example, where hypothesis would tell how each figure was drawn."""
        printer.text(repr(self))

    def _shown(self) -> Iterator[str]:
        yield f"report={_in_short(self.report)}"
        if self.previous is not None:
            yield f"previous={_in_short(self.previous)}"
        for name in ("children", "peers"):
            if getattr(self, name):
                yield f"{name}=[{', '.join(map(_in_short, getattr(self, name)))}]"
        for name in ("roster", "profile"):
            if getattr(self, name) is not None:
                yield f"{name}={getattr(self, name)!r}"


def _in_short(report: AnnualReport) -> str:
    """Show whose report it is, on which year, and what is not nought in it."""
    agency = agency_name(report)
    telling = [f"{cell.path}: {cell.value}" for cell in cells(report) if cell.value is None or str(cell.value) != "0"]
    shown = ", ".join(telling[:_MOST_SHOWN])
    more = f" and {len(telling) - _MOST_SHOWN} more" if len(telling) > _MOST_SHOWN else ""
    return f"<{agency}, {report.year}: {shown or 'all cells nought'}{more}>"
