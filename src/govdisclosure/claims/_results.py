"""Which cases the results are of that a sentence tells behind them, or a paragraph."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.claims._cases import names_its_cases
from govdisclosure.claims._claim import What
from govdisclosure.claims._draft import part
from govdisclosure.claims._meanings import RESULTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.claims._draft import Draft

_KINDS_OF_CASES: Final = {
    What.RECONSIDERATION: What.RECONSIDERATION,
    **dict.fromkeys((What.LITIGATION, What.LITIGATION_DIRECT, What.LITIGATION_AFTER_RECONSIDERATION), What.LITIGATION),
}
_ROUTES: Final = frozenset({What.LITIGATION_DIRECT, What.LITIGATION_AFTER_RECONSIDERATION})
_CORRECTED: Final = re.compile("确认违法|责令|变更")


def with_results(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out results of cases of both kinds together: 行政复议5件、行政诉讼2件，其中维持4件."""
    claims: list[Draft] = []
    cases: set[What] = set()
    after_results, pauses = False, 0
    corrected = any(draft.value and not draft.readings and _CORRECTED.search(draft.before) for draft in drafts)
    for draft in drafts:
        what = draft.readings[0] if draft.readings else None
        is_result = what is not None and what.endswith(tuple(f"_{result}" for result in RESULTS.values()))
        if what in _KINDS_OF_CASES and draft.value:
            kind = _KINDS_OF_CASES[what]
            # 行政复议2件，均维持；行政诉讼1件，结果纠正1件
            apart = after_results or draft.setting.pauses > pauses
            cases = {kind} if apart else {*cases, kind}
            after_results, pauses = False, draft.setting.pauses
        elif is_result:
            after_results = True
            draft = _of_cases(draft, cases)  # noqa: PLW2901 - what is kept of it
            # 撤销1件、确认违法1件: both are corrected.
            draft = part(draft) if corrected and "撤销" in draft.words else draft  # noqa: PLW2901 - the same
        claims.append(draft)
    return claims


def _of_cases(result: Draft, cases: set[What]) -> Draft:
    """Give the results of the cases that there are; nothing is known of them where there are both kinds."""
    if names_its_cases(result):
        return result
    if len(cases) > 1:
        return evolve(result, readings=())
    # 被申请行政复议1件，未发生行政诉讼，结果维持1件
    kind = next(iter(cases), None)
    of, _, how = result.readings[0].partition("_")
    return result if kind in {None, of} else evolve(result, readings=(What(f"{kind}_{how}"),))


def by_route(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Make results of one way to court parts, where the paragraph tells of cases that came another way.

    未经复议直接起诉3件（维持2件、尚未审结1件），复议后起诉1件（维持1件）: table IV has the results of each way.
    """
    most = {what: Decimal(0) for what in (*_ROUTES, What.LITIGATION)}
    for draft in drafts:
        if draft.readings[0] in most:
            most[draft.readings[0]] = max(most[draft.readings[0]], draft.value)
    every = max(most[What.LITIGATION], sum(most[route] for route in _ROUTES))
    claims: list[Draft] = []
    of_routes, told = Decimal(0), False
    for draft in drafts:
        what = draft.readings[0]
        if what in _KINDS_OF_CASES:
            # 未经复议直接起诉1件，复议后起诉2件。判决维持2件, of both ways
            before = Decimal(0) if told else of_routes
            of_routes, told = (before + draft.value if what in _ROUTES else Decimal(0)), False
        elif what.startswith(f"{What.LITIGATION}_"):
            told = True
            draft = part(draft) if 0 < of_routes < every else draft  # noqa: PLW2901 - what is kept of it
        claims.append(draft)
    return claims
