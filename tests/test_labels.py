"""Headings and labels in the forms in which they are published."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from govdisclosure.form.grids import APPLICANTS, BALANCE_NOTE, CONTENT, figure_rows, form_rows, header_labels
from govdisclosure.model.proactive_disclosure import ProactiveDisclosure
from govdisclosure.model.proactive_disclosure_2019 import ProactiveDisclosure2019
from govdisclosure.model.report import HEADINGS, TABLES
from govdisclosure.model.requests import Requests
from govdisclosure.model.requests_2019 import Requests2019
from govdisclosure.model.review_and_litigation import ReviewAndLitigation
from govdisclosure.reading.labels import (
    Match,
    editions_printed,
    is_of_other_edition,
    label_keys,
    sections_of,
    table_labels,
    table_of,
)
from govdisclosure.vocabulary.fold import fold, has_pinyin, key, without_pinyin
from govdisclosure.vocabulary.headings import is_other_heading, section_of

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table

CLASSES = [cls for classes in TABLES.values() for cls in classes]


@pytest.mark.parametrize(
    ("cls", "labels"),
    [
        (
            ProactiveDisclosure,
            {
                *(f"第二十条第（{item}）项" for item in "一五六八"),
                *(CONTENT, "本年制发件数", "本年废止件数", "现行有效件数"),
                *("本年处理决定数量", "本年收费金额（单位：万元）"),
            },
        ),
        (
            Requests,
            {
                *(BALANCE_NOTE, APPLICANTS, "自然人", "法人或其他组织", "总计"),
                *("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"),
            },
        ),
        (
            ReviewAndLitigation,
            {
                *("行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"),
                *("结果维持", "结果纠正", "其他结果", "尚未审结", "总计"),
            },
        ),
    ],
)
def test_labels_above_the_figures_are_neither_figures_nor_those_of_rows(cls: type[Table], labels: set[str]) -> None:
    """Captions, column heads, and what stands in the corner."""
    assert header_labels(cls) == labels


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        *((heading, section) for section, heading in HEADINGS.items()),
        ("一、概述", "overview"),
        ("一 、总体公开情况", "overview"),
        ("政府信息公开工作基本情况", "overview"),
        ("一、總體情況", "overview"),
        ("二、行政机关主动公开政府信息情况", "proactive_disclosure"),
        ("2、政府信息主动公开情况", "proactive_disclosure"),
        ("三、收到和处理政府信息公开申请的情况", "requests"),
        ("三、收到和处理政府信息公开的申请情况", "requests"),
        ("（三）收到和处理政府信息公开申请情况", "requests"),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "review_and_litigation"),
        ("四、因政府信息公开工作被申请行政复议提起行政诉讼情况", "review_and_litigation"),
        ("四、政府信息公開行政複議、行政訴訟情況", "review_and_litigation"),
        ("五、政府信息公开工作存在的主要问题及改进情况", "problems_and_improvements"),
        ("五、存在问题和改进措施", "problems_and_improvements"),
        ("六、其他需要报告的事项", "other_matters"),
        ("一、本年新收政府信息公开申请数量", None),
        ("二、上年结转政府信息公开申请数量", None),
        ("三、本年度办理结果", None),
        ("四、结转下年度继续办理", None),
        ("本年度没有其他需要报告的事项", None),
        ("六、" + "其他需要报告的事项" * 10, None),
        ("", None),
    ],
)
def test_heading_variants(heading: str, section: str | None) -> None:
    """A heading is recognised by its words; rows of table III with the same numbers are none."""
    assert section_of(heading) == section


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("七、附件", True),
        ("附件1", True),
        ("附表1 主动公开政府信息情况", True),
        ("附：说明", True),
        ("七、其他。", False),
        ("说明", False),
        ("附件" + "一" * 50, False),
    ],
)
def test_headings_beyond_the_six(text: str, expected: bool) -> None:
    """Later numbers and attachments begin sections of their own."""
    assert is_other_heading(text) is expected


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("開(kāi)", "開"),
        ("公(gong)(gong)", "公"),
        ("公（gōng）开（kāi）", "公开"),
        (
            "鎮(zhèn)領(lǐng)導(dǎo)習(xí)國(guó)會(huì)實(shí)負(fù)覽(lǎn)員(yuán)優(yōu)雙(shuāng)",
            "鎮領導習國會實負覽員優雙",
        ),
        ("率(lǜ)略(lüè)女(nv)兒(ér)迥(jiǒng)", "率略女兒迥"),
        ("5公里(km)", "5公里(km)"),
        ("屏(LED)", "屏(LED)"),
        ("〔2021〕(30)", "〔2021〕(30)"),
        ("a(kai)", "a(kai)"),
    ],
)
def test_pinyin_behind_characters(text: str, plain: str) -> None:
    """Only what can be a syllable, behind a Chinese character, is pinyin."""
    assert (without_pinyin(text), has_pinyin(text)) == (plain, text != plain)


def test_folds() -> None:
    """Script, width, blanks and invisible characters fold away, punctuation in keys only."""
    assert fold(" １．属于　國家\u200b秘密 ") == "1.属于国家秘密"
    assert key("（一） 予以公開。") == "一予以公开"


@pytest.mark.parametrize("cls", CLASSES)
def test_every_cell_of_the_grid_is_covered_once(cls: type[Table]) -> None:
    """Rows and columns that the cells of the form span fill its rectangle exactly."""
    taken: set[tuple[int, int]] = set()
    rows = form_rows(cls)
    width = sum(cell.columns for cell in rows[0])
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            covered = {(number + down, column + over) for down in range(cell.rows) for over in range(cell.columns)}
            assert not covered & taken
            taken |= covered

    assert taken == {(row, column) for row in range(len(rows)) for column in range(width)}


@pytest.mark.parametrize(
    ("cls", "rows", "width"),
    [
        (ProactiveDisclosure, 14, 4),
        (ProactiveDisclosure2019, 18, 5),
        (Requests, 28, 10),
        (Requests2019, 26, 10),
        (ReviewAndLitigation, 4, 15),
    ],
)
def test_grids_have_the_size_of_the_form(cls: type[Table], rows: int, width: int) -> None:
    """The grids are those of the national format."""
    grid = form_rows(cls)

    assert (len(grid), sum(cell.columns for cell in grid[0])) == (rows, width)


def test_grid_of_table_two_2019_spans_as_written() -> None:
    """Rows of three figures span 1, 1, 2, 1 columns, of two 1, 2, 2."""
    spans = [[cell.columns for cell in row] for row in form_rows(ProactiveDisclosure2019)]

    assert (spans[0], spans[2], spans[14], spans[17]) == ([5], [1, 1, 2, 1], [1, 2, 2], [1, 2, 2])


def test_the_label_of_the_outcomes_reaches_over_their_rows() -> None:
    """三、本年度办理结果 is 22 rows high in edition 2021 and 20 in edition 2019."""
    heights = [
        next(c.rows for row in form_rows(cls) for c in row if "办理结果" in c.text) for cls in (Requests, Requests2019)
    ]

    assert heights == [22, 20]


@pytest.mark.parametrize("cls", CLASSES)
def test_tables_are_told_by_their_labels(cls: type[Table]) -> None:
    """The labels of a form tell which table it is, and of which edition."""
    texts = [cell.text for row in form_rows(cls) for cell in row if not cell.path]
    section = table_of(label_keys(texts))

    assert section is not None
    assert cls in TABLES[section]
    assert editions_printed(section, texts)[0] is cls


@pytest.mark.parametrize(
    ("year", "cls"), [(None, Requests), (2018, Requests2019), (2020, Requests2019), (2021, Requests)]
)
def test_the_year_tells_the_edition_where_the_labels_do_not(year: int | None, cls: type[Table]) -> None:
    """A table III with one of the three rows under （六） could be of either edition; without a year, of the later."""
    labels = [row.labels[-1] for row in figure_rows(Requests2019)]

    assert editions_printed("requests", [*labels, "3.其他"], year)[0] is cls
    assert editions_printed("requests", labels, year)[0] is Requests2019


def test_an_odd_label_counts_for_the_edition_in_which_it_stands() -> None:
    """Of edition 2021, these rows would be half of the table; of edition 2019, with the damaged one, they are, too."""
    common = ["行政许可", "行政处罚", "行政强制"]

    assert editions_printed("proactive_disclosure", common)[0] is ProactiveDisclosure
    assert editions_printed("proactive_disclosure", [*common, "其他对外管理的服务项"])[0] is ProactiveDisclosure2019


def test_other_tables_are_none_of_ours() -> None:
    """A table of contents or of contacts is no table of the form."""
    assert table_of(label_keys(["地址", "邮编", "总计", "3"])) is None


def test_a_remark_on_a_label_leaves_it_known() -> None:
    """本年处理决定数量（件） above one row; the three are a table."""
    assert table_of(label_keys(["信息内容", "本年处理决定数量（件）", "行政许可", "10"])) == "proactive_disclosure"
    assert label_keys(["规章（县级无此项）", "网站（个）"]) == {"规章"}
    partly = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    assert label_keys([partly]) == {key(partly)}


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("规章", Match(0)),
        ("規 章", Match(0)),
        ("规章(县级无此项)", Match(0, odd=True)),
        ("规范性文件", Match(1)),
        ("行政规范文件", Match(1, odd=True)),
        ("信息内容", Match(None)),
        ("现行有效件", Match(None, odd=True)),
        ("12", None),
        ("无", None),
        ("其他主动公开文件", None),
        ("行政许可3", None),
    ],
)
def test_labels_are_matched_in_spite_of_damage(text: str, match: Match | None) -> None:
    """Folded and in variants a label is itself; with a remark or characters lost it is odd."""
    assert table_labels(ProactiveDisclosure).match(text) == match


def test_a_group_around_others_may_stand_right_before_the_label_of_a_row() -> None:
    """三、本年度办理结果 stands beside the row in the middle of its own, where a page has its labels so."""
    text = "三、本年度办理结果 1.本机关不掌握相关政府信息"

    assert table_labels(Requests).match(text) == Match(12)


@pytest.mark.parametrize(
    ("text", "match"), [("总计", Match(None)), ("自然", None), ("自热人", None), ("自然人员", Match(None, odd=True))]
)
def test_words_of_two_letters_are_no_damaged_label(text: str, match: Match | None) -> None:
    """They are like too many; whole they are labels as others are."""
    assert table_labels(Requests).match(text) == match


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("规章000", ("规章", "000")),
        ("规章０００", ("规章", "０００")),
        ("规章///", ("规章", "///")),
        ("规\u200b章000", ("规章", "000")),
        ("行政许可3件", ("行政许可", "3件")),
        ("行政事业性收费3万元", ("行政事业性收费", "3万元")),
        ("行政事业性收费3万", None),
        ("规章（填写2021年的数量）///", ("规章（填写2021年的数量）", "///")),
        ("规章（本级）312", ("规章（本级）", "312")),
        ("规章（本级）", None),
        ("信息内容（注）3", None),
        ("行政规范性文件", None),
        ("规章 0", None),
        ("规章", None),
        ("信息内容0", None),
        ("000", None),
        ("", None),
    ],
)
def test_figures_glued_to_a_label_are_taken_off(text: str, parts: tuple[str, str] | None) -> None:
    """As they are printed; where a blank parts them, they are not glued, and only rows have figures."""
    assert table_labels(ProactiveDisclosure).unglued(text) == parts


def test_lines_of_several_tables_are_told_apart() -> None:
    """By labels that only one of them has; of short words, and of others, the lines around tell."""
    lines = [["说明"], ["行政许可", "3"], ["其他"], ["结果维持", "1"], ["规章"], ["总计", "2"]]

    assert sections_of(lines) == [*["proactive_disclosure"] * 3, *["review_and_litigation"] * 3]
    assert sections_of(lines[:3]) == ["proactive_disclosure"] * 3


@pytest.mark.parametrize(
    ("line", "section"),
    [
        # The last piece of 2.没有现成信息需要另行制作, alone or with the first figure of its row
        (["制作"], "requests"),
        (["制作", "0"], "requests"),
        (["制作", "公开"], "proactive_disclosure"),
        (["新制作数"], "proactive_disclosure"),
    ],
)
def test_a_short_word_alone_is_no_head_of_another_table(line: list[str], section: str) -> None:
    """It can be a piece of a label; beside others, or if it is longer, it is a head in other words."""
    lines = [["行政许可", "3"], ["一、本年新收政府信息公开申请数量", "2"], line]

    assert sections_of(lines) == ["proactive_disclosure", "requests", section]


@pytest.mark.parametrize(
    ("head", "cls", "other"),
    [
        ("本年新制作数量", ProactiveDisclosure, True),
        ("本年新制作数量", ProactiveDisclosure2019, False),
        ("信息内容", ProactiveDisclosure, False),
        ("说明", ProactiveDisclosure, False),
    ],
)
def test_a_head_can_be_that_of_another_edition(head: str, cls: type[Table], *, other: bool) -> None:
    """It is then none of this one, and none that no edition knows."""
    assert is_of_other_edition(key(head), cls) is other


def test_labels_of_rows_are_told_from_others() -> None:
    """With the label that reaches over them or without."""
    labels = table_labels(Requests)

    assert labels.match("三、本年度办理结果（一）予以公开") == Match(2)
    assert [labels.is_row(text) for text in ("（一）予以公开", "三、本年度办理结果（一）予以公开", "总计", "说明")] == [
        *(True, True),
        *(False, False),
    ]


def test_every_row_of_figures_has_its_own_label() -> None:
    """No two rows of a table share a key."""
    for cls in CLASSES:
        labels = [key(row.labels[-1]) for row in figure_rows(cls) if row.labels]

        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    "text", ["规章" + "0" * 50_000, "0" * 50_000 + "章0", "规章" * 25_000 + "0", "规" + " 0" * 25_000]
)
def test_long_texts_take_no_time(text: str) -> None:
    """Where figures could be glued to a label, not every beginning of a long text is looked at."""
    began = time.process_time()

    table_labels(ProactiveDisclosure).unglued(text)

    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("cls", "label", "row"),
    [
        (Requests, "3、其它", 22),
        (Requests, "三、本年度办理结果（六）其它处理3.其它", 22),
        (Requests2019, "（六）其它处理", 20),
        (ProactiveDisclosure2019, "其它对外管理服务事项", 3),
    ],
)
def test_another_word_for_other_is_noted_and_no_other_label(cls: type[Table], label: str, row: int) -> None:
    """其它 stands for 其他, in a label of few letters as well, which is not compared letter by letter."""
    assert table_labels(cls).match(label) == Match(row, odd=True)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_what_a_label_begins_with_is_known_wherever_it_is_cut(cls: type[Table]) -> None:
    """In the words of a gateway, too, where 资 and 讯 are 信息 only together; but no label begins with 个体."""
    known = table_labels(cls)
    rows = [label for row in figure_rows(cls) for label in (*row.labels, "".join(row.labels)) if label]
    texts = [text for label in (*rows, *header_labels(cls)) for text in (label, label.replace("信息", "資訊"))]
    cut = [text[:length] for text in texts if known.exact(text) for length in range(1, len(text) + 1)]

    assert cut
    assert [text for text in cut if not known.can_begin_with(text)] == []
    assert not known.can_begin_with("个体")


@pytest.mark.parametrize(
    ("text", "behind", "ends"),
    [
        ("结果维持", "结果纠正", True),
        ("总计", "12", True),
        # 总计）, and 总计 with a remark
        ("总计", "）", False),
        ("总计", "（七项之和）", False),
        ("总计（", "七项之和", False),
        # 结果, which goes on in 维持
        ("结果", "维持", False),
    ],
)
def test_a_whole_label_ends_before_words_that_are_no_remark(text: str, behind: str, *, ends: bool) -> None:
    """No label of table IV begins with 总计 but itself."""
    assert table_labels(ReviewAndLitigation).ends_with(text, behind) is ends
