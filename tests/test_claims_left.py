"""Claims: what is said of requests that were left at the end of the year, by 未办结 and by 无结转."""

from __future__ import annotations

import pytest
from support.claims import held


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到申请36件，已办结35件，未办结4件。", ["carried_forward=4", "concluded=35", "received=36"]),
        ("收到申请36件，尚未办结6件，均在办理期限内。", ["carried_forward=6", "received=36"]),
        ("收到申请36件，办结36件，未办结0件。", ["carried_forward=0", "concluded=36", "received=36"]),
        ("收到申请36件，其中网上20件，办结19件，未办结1件。", ["concluded=19", "received=36"]),
        ("收到申请36件，补正6件，办结35件，未办结1件。", ["concluded=35", "received|received_with_carried_over=36"]),
        # What is not plainly of all requests.
        ("网上申请20件，办结19件，未办结1件。", []),
        ("收到网上申请20件，办结19件，未办结1件。", []),
        ("上年结转3件，未办结1件。", ["carried_over=3"]),
        ("收到申请36件，行政复议6件，未办结1件。", ["received=36", "reconsideration=6"]),
        ("收到申请36件；办理提案6件，未办结2件。", ["received=36"]),
        ("收到申请36件，目前未办结2件。", ["received=36"]),
        ("收到申请36件；未办结5件。", ["received=36"]),
        ("收到申请36件，局长信箱来信48件，未办结2件。", ["received=36"]),
        ("收到申请36件（其中网上20件），办结35件，未办结4件。", ["carried_forward=4", "concluded=35", "received=36"]),
    ],
)
def test_requests_that_were_not_concluded_go_over_to_the_next_year(text: str, due: list[str]) -> None:
    """未办结 behind requests received is held against 结转下年度, unless the figures beside it are of some of them."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到申请36件，均已办结，无结转。", ["carried_forward=0", "received=36"]),
        ("申请全部办结，没有结转申请。", ["carried_forward=0"]),
        ("收到申请36件，上年结转3件，全部办结，无结转件。", ["carried_forward=0", "carried_over=3", "received=36"]),
        ("收到申请36件，予以公开9件；无结转。", ["carried_over|carried_forward=0", "granted=9", "received=36"]),
        ("收到申请36件，无结转。", ["carried_over|carried_forward=0", "received=36"]),
        ("上年无结转。", ["carried_over=0"]),
        ("我局上年无结转，本年新收36件。", ["carried_over=0", "received=36"]),
        ("无结转。", []),
        ("法律援助申请，全部办结，无结转。", []),
        ("上一年度没有结转，本年新收36件。", ["carried_over=0", "received=36"]),
        # What is not plainly of all requests.
        ("上年结转申请3件已全部办结，无结转。", ["carried_over=3"]),
        ("收到网上申请20件，均已办结，无结转。", []),
        ("自然人申请均已办结，无结转。", []),
        ("涉及征地的申请均已办结，无结转。", []),
        ("民生实事全部办结，无结转。", []),
        ("收到申请36件；民生实事全部办结，无结转。", ["received=36"]),
        ("县长信箱来信全部办结，申请无结转。", []),
        ("上年结转申请均已办结，无结转。", []),
        ("收到申请36件；补正的申请全部办结，无结转。", ["received=36"]),
        ("二季度收到的申请全部办结，无结转。", []),
        ("截至9月底收到的申请全部办结，无结转。", []),
        ("1月1日至12月31日，收到申请36件，均已办结，无结转。", ["carried_forward=0", "received=36"]),
        ("收到申请36件，其中5月收到6件，全部办结，无结转。", ["carried_forward=0", "received=36"]),
        ("收到申请36件，上半年的申请全部办结，无结转。", ["received=36"]),
        ("上半年收到申请16件，全部办结，申请无结转。", []),
        ("政府性基金上年无结转。", []),
        ("上年无结转资金。", []),
    ],
)
def test_nothing_is_carried_the_way_that_the_words_tell(text: str, due: list[str]) -> None:
    """无结转 is of last year behind 上年, of the next behind 办结, and of either elsewhere."""
    assert held(text) == due


def test_requests_due_behind_a_number_are_read() -> None:
    """A number of other things before 应办理申请 is none of those, and the paragraph is read to its end."""
    assert held("收到来件2件应办理政府信息公开申请36件。") == ["received_with_carried_over=36"]


@pytest.mark.parametrize("words", ["结转下年度按期办理", "结转至2025年继续依法答复", "转入下一年度按时办结"])
def test_how_requests_are_to_be_dealt_with_in_the_next_year_says_nothing_else(words: str) -> None:
    """What is to be done with those carried forward, and how, is none of the answers of this year."""
    assert held(f"收到申请36件，{words}4件。") == ["carried_forward=4", "received=36"]


def test_answers_given_late_do_not_tell_what_there_was_to_deal_with() -> None:
    """处理 is what was concluded where only those that were late are fewer."""
    assert held("处理申请12件，延期答复0件，按时办结12件。") == ["concluded=12"]
    assert held("处理申请12件，办结9件。") == ["concluded=9", "received_with_carried_over|received=12"]


@pytest.mark.parametrize("left", ["在办3件", "待办3件", "未办3件", "转办3件", "续办3件"])
def test_requests_left_are_no_office(left: str) -> None:
    """在办 is no office beside the one that reports, though the names of some end so."""
    assert held(f"我局收到申请16件，答复9件，{left}。") == ["concluded=9", "received=16"]


def test_applications_for_housing_are_no_requests() -> None:
    """公租房申请 is of another kind than those for information."""
    assert held("公租房申请办结46件。收到政府信息公开申请12件。") == ["received=12"]


@pytest.mark.parametrize("office", ["县府办", "县接待办", "县军转办"])
def test_offices_named_by_their_work_are_others(office: str) -> None:
    """县府办 is another office than the one that reports."""
    assert held(f"{office}收到申请12件，答复9件。") == []
