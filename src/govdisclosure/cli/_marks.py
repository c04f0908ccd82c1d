"""Which values of a report are marked where they are shown: those that findings and notes of its reading name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen
from rich.text import Text

from govdisclosure.cli._console import text
from govdisclosure.diagnosis import causes
from govdisclosure.model.findings import Finding, Severity
from govdisclosure.model.naming import SEVERITIES
from govdisclosure.model.notes import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from govdisclosure.cli._texts import Words
    from govdisclosure.diagnosis import Cause

# A sign beside the colour, for those who see none; in front of a figure, so that figures stay aligned.
_SIGNS: Final = {Severity.ERROR: "!", Severity.WARNING: "*", Severity.INFO: "^"}
_STYLES: Final = {Severity.ERROR: "bold red reverse", Severity.WARNING: "bold yellow", Severity.INFO: "underline"}
# Of what is only in a sum that fails, and of the many cells of one finding.
_AROUND: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "underline"}
_NOTED: Final = "?"
_NOTED_STYLE: Final = "bold cyan"


@frozen
class Marks:
    """
    What is marked.

    Args:
        findings: What a check found; waived findings mark nothing.
        notes: What the reading left in doubt.
        numbered: Whether a row names its notes by their numbers, which count from 1.
    """

    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    numbered: bool = False
    _severities: dict[str, Severity] = field(init=False)
    _around: dict[str, Severity] = field(init=False)
    _noted: frozenset[str] = field(init=False)

    @_severities.default
    def _worst_severities(self) -> dict[str, Severity]:
        return self._worst(lambda cause: set(cause.paths) - cause.around)

    @_around.default
    def _worst_around(self) -> dict[str, Severity]:
        return self._worst(lambda cause: cause.around)

    def _worst(self, paths: Callable[[Cause], Iterable[str]]) -> dict[str, Severity]:
        worst: dict[str, Severity] = {}
        standing = causes(finding for finding in self.findings if finding.waived is None)
        # The gravest comes last, and stays.
        for cause in sorted(standing, key=lambda cause: cause.severity):
            worst.update(dict.fromkeys(paths(cause), cause.severity))
        return worst

    @_noted.default
    def _noted_paths(self) -> frozenset[str]:
        return frozenset(path for note in self.notes for path in note.paths)

    def on(self, shown: Text, *paths: str) -> Text:
        """Mark what is shown of a value, or of several as the worst of them, in front and by colour."""
        severity = max((self._severities[path] for path in paths if path in self._severities), default=None)
        around = max((self._around[path] for path in paths if path in self._around), default=None)
        noted = not self._noted.isdisjoint(paths)
        sign = (_SIGNS[severity] if severity else "") + (_NOTED if noted else "")
        shown.plain = sign + shown.plain
        if severity and (around is None or severity >= around):
            shown.stylize(_STYLES[severity])
        elif around:
            shown.stylize(_AROUND[around])
        elif noted:
            shown.stylize(_NOTED_STYLE)
        return shown

    def numbers(self, paths: Iterable[str]) -> str:
        """Give the numbers of the notes on any of these cells, each in brackets."""
        wanted = set(paths)
        numbers = (number for number, note in enumerate(self.notes, 1) if wanted & set(note.paths))
        return "".join(f"[{number}]" for number in numbers) if self.numbered else ""

    def legend(self, words: Words) -> Text:
        """Say what the signs mean that are used; empty if none is."""
        used = set(self._severities.values())
        parts = [
            text(f"{sign} {words.of(SEVERITIES[severity])}", _STYLES[severity])
            for severity, sign in _SIGNS.items()
            if severity in used
        ]
        if self._noted:
            parts.append(text(f"{_NOTED} {words('note')}", _NOTED_STYLE))
        return Text("  ").join(parts)
