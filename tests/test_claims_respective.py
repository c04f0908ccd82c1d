"""Claims: figures that are told one after the other behind what they are of, with 分别为."""

from __future__ import annotations

import pytest
from support.claims import held


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "全年新收、办结、结转下年度政府信息公开申请分别为36件、35件、4件。",
            ["carried_forward=4", "concluded=35", "received=36"],
        ),
        ("我局新收申请和上年结转申请分别为36件、3件。", ["carried_over=3", "received=36"]),
        ("新收政府信息公开申请和办结的申请分别为36件和35件。", ["concluded=35", "received=36"]),
        (
            "制发、废止、现行有效的规范性文件分别为8件、3件、42件。",
            ["documents_in_force=42", "documents_issued=8", "documents_repealed=3"],
        ),
        ("规范性文件制发、废止分别为8件、3件。", ["documents_issued=8", "documents_repealed=3"]),
        ("公开、部分公开、不予公开分别为14件、7件、5件。", ["granted=14", "partially_granted=7", "refused=5"]),
        (
            "行政复议6件，维持、纠正、其他、未审结分别为3件、1件、1件、1件。",
            [
                *("reconsideration=6", "reconsideration_corrected=1", "reconsideration_other=1"),
                *("reconsideration_pending=1", "reconsideration_upheld=3"),
            ],
        ),
        ("依法予以公开、部分公开分别为14件、7件。", ["granted=14", "partially_granted=7"]),
        # Of some requests, of documents of one kind, and of what only one of the words is of.
        ("网上新收、办结申请分别为21件、20件。", []),
        ("自然人新收、办结申请分别为27件、26件。", []),
        ("征地类新收、办结申请分别为11件、10件。", []),
        ("制发、废止涉企规范性文件分别为2件、1件。", []),
        ("新收、办结和延期办理申请分别为36件、35件、5件。", []),
        ("收到、办结信访件分别为36件、35件。", []),
        ("规范性文件分别为8件、3件。", []),
        ("依申请公开、部分公开公文分别为52件、28件。", []),
    ],
)
def test_each_figure_is_of_the_word_in_its_place(text: str, due: list[str]) -> None:
    """The words of a list can have their noun behind each of them, or behind the last."""
    assert held(text) == due
