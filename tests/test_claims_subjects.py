"""Claims: what became of requests on one subject, of one channel, or of a part of the answers, which no table holds."""

from __future__ import annotations

import pytest

from govdisclosure.claims import claims_in


def labels(text: str) -> list[str]:
    """Give the claims of a text with all their readings, and whether they are parts."""
    every = claims_in(text, year=2024, agency="示例县水利局")
    return [f"{'|'.join(claim.readings)}={claim.value}{'' if claim.whole else '@part'}" for claim in every]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "涉及河道采砂的申请6件，公开2件，部分公开3件，不予公开1件。",
            ["granted=2@part", "partially_granted=3@part", "refused=1@part"],
        ),
        ("涉及水库、堤防管理的15件，公开8件，结转1件。", ["carried_over|carried_forward=1@part"]),
        ("关于农村供水的信息公开申请15件，公开8件，结转下年7件。", ["carried_forward=7@part"]),
        ("有关供水价格的申请15件，办结14件，结转2件。", ["concluded=14@part", "carried_over|carried_forward=2"]),
        ("其中河道管理类15件，办结8件。", ["concluded=8@part"]),
        ("结转的3件申请，1件予以公开，2件不予公开。", ["granted=1@part", "refused=2@part"]),
        ("关于政府信息公开的申请15件，办结8件。", ["concluded=8"]),
        ("各类申请15件，办结8件。", ["concluded=8@part"]),
        ("不涉及国家秘密的申请15件，办结8件。", ["concluded=8"]),
        ("收到申请30件，其中河道管理类9件，公开4件，办结28件。", ["received=30", "granted=4@part", "concluded=28"]),
        ("收到申请30件，其中河道管理类9件，公开4件，不予公开12件。", ["received=30", "granted=4", "refused=12"]),
        (
            "收到申请30件，其中河道管理类9件，公开4件，结转1件。",
            ["received|received_with_carried_over=30", "granted=4@part", "carried_over|carried_forward=1"],
        ),
        ("受理关于河道采砂的申请9件，答复8件。", ["received=9@part", "concluded=8@part"]),
        ("受理关于河道采砂的申请9件，答复28件。", ["received=9@part", "concluded=28"]),
        ("收到涉农政府信息公开申请9件，答复8件。", ["received=9@part", "concluded=8@part"]),
        ("收到信访举报类申请2件，不予处理2件。", ["received=2@part", "not_processed=2"]),
        ("办理涉及河道采砂的申请9件，公开4件。", ["concluded=9@part", "granted=4@part"]),
        ("办理涉及河道采砂的申请9件，公开14件。", ["concluded=9@part", "granted=14"]),
        ("办理申请9件，公开4件。", ["concluded=9", "granted=4"]),
        ("收到关于政府信息公开的申请9件，答复8件。", ["received=9", "concluded=8"]),
        ("答复关于农村供水的申请15件。", ["concluded=15@part"]),
        ("涉及河道采砂的答复15件。", ["concluded=15@part"]),
        ("涉及河道采砂的申请答复15件。", ["concluded=15@part"]),
        ("就河道采砂答复15件。", ["concluded=15@part"]),
        ("就近答复15件。", ["concluded=15"]),
        ("迁就群众答复15件。", ["concluded=15"]),
        ("就上述申请答复15件。", ["concluded=15"]),
        ("按《关于规范办理的通知》答复15件。", ["concluded=15"]),
        ("不涉及国家秘密的答复15件。", ["concluded=15"]),
    ],
)
def test_requests_on_a_subject_and_what_became_of_them_are_a_part(text: str, due: list[str]) -> None:
    """What became of them is no more than they are; more than that, or what is said of all, is of all."""
    assert labels(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("网上申请21件，办结20件，结转1件。", ["concluded=20@part", "carried_over|carried_forward=1@part"]),
        ("信函申请12件，办结11件，其中公开5件。", ["concluded=11@part", "granted=5@part"]),
        ("其中平台申请21件，已答复20件。", ["concluded=20@part"]),
        ("通过网络方式申请21件，办结20件。", ["concluded=20@part"]),
        ("窗口提交的申请3件，答复2件。", ["concluded=2@part"]),
        ("网上申请21件（办结20件）。", ["concluded=20@part"]),
        ("线上申请21件，答复20件；线下申请9件，答复9件。", ["concluded=20@part", "concluded=9@part"]),
        ("网上申请21件、信函申请9件，办结28件。", ["concluded=28"]),
        ("网上申请21件，办结30件。", ["concluded=30"]),
        ("书面申请21件，办结20件。", ["concluded=20"]),
        ("收到申请30件，其中网上申请21件，办结20件。", ["received=30", "concluded=20"]),
        ("网上申请21件，办结20件，结转2件。", ["concluded=20@part", "carried_over|carried_forward=2"]),
    ],
)
def test_what_became_of_requests_of_a_channel_is_a_part_where_no_others_are_told(text: str, due: list[str]) -> None:
    """Two channels in one list, more than came that way, and requests in writing are all of them."""
    assert labels(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("延期答复5件，其中公开2件，部分公开3件。", ["concluded=5@part", "granted=2@part", "partially_granted=3@part"]),
        ("延期答复5件（公开2件、部分公开3件）。", ["concluded=5@part", "granted=2@part", "partially_granted=3@part"]),
        ("延期答复5件，其中公开12件。", ["concluded=5@part", "granted=12"]),
        ("延期答复5件，公开3件。", ["concluded=5@part", "granted=3"]),
        ("（延期答复5件，公开3件）。", ["concluded=5@part", "granted=3"]),
        ("答复15件，其中公开12件。", ["concluded=15", "granted=12"]),
        ("补正后答复6件，其中公开3件。", ["concluded=6@part", "granted=3@part"]),
        ("抽查答复9件，其中公开5件。", ["concluded=9@part", "granted=5@part"]),
        ("本年新收30件中公开12件。", ["received=30", "granted=12"]),
        ("抽查行政许可12件，其中予以公开9件。", ["licensing=12@part", "granted=9"]),
        ("办理网上申请12件，其中公开9件。", ["concluded=12@part", "granted=9@part"]),
        ("本年新收30件中办结27件，其中公开12件。", ["received=30", "concluded=27@part", "granted=12@part"]),
        ("本年新收30件中，已办结27件，其中公开12件。", ["received=30", "concluded=27@part", "granted=12@part"]),
        ("本年新收30件，办结27件，其中公开12件。", ["received=30", "concluded=27", "granted=12"]),
        ("收到申请30件中办结27件，其中公开12件。", ["received=30", "concluded=27", "granted=12"]),
        ("当年新收当年办结27件，其中公开12件。", ["concluded=27@part", "granted=12@part"]),
        ("收到申请30件，当年办结27件，其中公开12件。", ["received=30", "concluded=27", "granted=12"]),
        ("自然人申请人18件中，予以公开8件，部分公开4件。", ["granted=8@part", "partially_granted=4@part"]),
        (
            "上年结转的3件申请，予以公开2件，结转下年1件。",
            ["carried_over=3", "granted=2@part", "carried_forward=1@part"],
        ),
        ("上年结转的5件申请，予以公开2件，结转下年1件。", ["carried_over=5", "granted=2@part", "carried_forward=1"]),
        ("予以公开12件，其中涉土地类3件，部分公开2件。", ["granted=12", "partially_granted=2"]),
        (
            "收到申请30件，其中涉农6件，结转2件。",
            ["received|received_with_carried_over=30", "carried_over|carried_forward=2"],
        ),
        ("涉农申请6件，补正1件，结转2件。", ["carried_over|carried_forward=2@part"]),
        ("涉农申请6件；结转2件。", ["carried_over|carried_forward=2"]),
        ("涉农申请6件，行政许可8件，结转2件。", ["licensing=8"]),
    ],
)
def test_what_became_of_some_answers_is_a_part(text: str, due: list[str]) -> None:
    """Of those delayed, corrected, new or carried over, where 其中 or brackets part them."""
    assert labels(text) == due
