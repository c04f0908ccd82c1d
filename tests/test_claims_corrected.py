"""Claims: that no case was corrected: 行政复议零纠错, 行政诉讼5件，无一败诉."""

from __future__ import annotations

import pytest
from support.claims import held


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("政府信息公开行政复议零纠错、行政诉讼零败诉。", ["litigation_corrected=0", "reconsideration_corrected=0"]),
        ("行政复议、行政诉讼均无纠错败诉情形。", ["litigation_corrected=0", "reconsideration_corrected=0"]),
        ("行政复议案件无被纠正案件。", ["reconsideration_corrected=0"]),
        (
            "行政复议6件，均获维持，无一纠错。",
            ["reconsideration=6", "reconsideration_corrected=0", "reconsideration_upheld=6"],
        ),
        ("行政诉讼5件，无一败诉。", ["litigation=5", "litigation_corrected=0"]),
        # Of which cases it is, is not plain; or it is of some, of others or of something else.
        ("行政复议6件、行政诉讼5件，无一败诉。", ["litigation=5", "reconsideration=6"]),
        ("行政复议6件，收到政府信息公开申请36件，无纠正。", ["received=36", "reconsideration=6"]),
        ("行政复议6件，其中2件未被纠正。", ["reconsideration=6"]),
        ("一审行政诉讼无败诉。", []),
        (
            "收到政府信息公开申请36件，行政诉讼5件，今年无一败诉。",
            ["litigation=5", "litigation_corrected=0", "received=36"],
        ),
        ("直接起诉的行政诉讼无败诉。", []),
        ("行政处罚类行政复议零纠错。", []),
        ("行政复议决定无被撤销情形。", []),
        ("行政复议无纠正意见书。", []),
        ("行政复议收案86件，行政复议无纠错。", []),
        ("行政处罚零纠错。", []),
        ("行政复议无久拖未决致被撤销情形。", []),
        ("除2件外，行政复议均未被纠正。", []),
        ("除撤回的外，行政复议均未被纠正。", ["reconsideration_corrected=0"]),
        ("行政执法行政复议零纠错。", []),
        ("行政审批行政诉讼零败诉。", []),
        ("确保行政复议零纠错。", []),
    ],
)
def test_denial_of_corrections_is_of_the_cases_before_it(text: str, due: list[str]) -> None:
    """That none was corrected is of all cases that the clause names before it, or of those counted in the sentence."""
    assert held(text) == due
