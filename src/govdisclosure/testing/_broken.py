"""Cases with exactly one fault, for each rule of the library."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from govdisclosure.errors import UsageError
from govdisclosure.testing import _faults_of_many, _faults_of_tables, _faults_of_words
from govdisclosure.testing._case import Case

if TYPE_CHECKING:
    from govdisclosure.testing._faults import Faults

FAULTS: Final[Faults] = {**_faults_of_tables.FAULTS, **_faults_of_words.FAULTS, **_faults_of_many.FAULTS}
"""By the code of each rule, what draws a report or a case in which that rule alone is broken."""


def broken(code: str) -> st.SearchStrategy[Case]:
    """
    Draw a report in which all is right but for one thing, with what else a check needs to see it.

    All that ``case.check()`` finds bears this code, and it finds at least one thing.

    Args:
        code: The code of a rule of the library, such as ``T3-ROW``. For one that begins with ``YOY-`` the case has the
            report of the year before, for ``ROLLUP-`` the children, for ``PEER-COPY`` a peer.

    Raises:
        UsageError: If no rule of the library has the code.

    Example:
        >>> from hypothesis import given
        >>> from govdisclosure import testing
        >>> @given(testing.broken("T3-ROW"))
        ... def test_a_wrong_row_is_found(case: testing.Case) -> None:
        ...     assert {finding.code for finding in case.check()} == {"T3-ROW"}
    """
    if code not in FAULTS:
        (nearest,) = difflib.get_close_matches(str(code).upper(), FAULTS, n=1, cutoff=0)
        raise UsageError(f"no rule has the code {code!r}; the nearest is {nearest!r}")
    return _broken(code)


@st.composite
def _broken(draw: st.DrawFn, code: str) -> Case:
    drawn = draw(FAULTS[code]())
    return drawn if isinstance(drawn, Case) else Case(drawn)
