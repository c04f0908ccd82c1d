"""Words as they are written: numerals, years, other spellings, traditional script."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.claims._beginnings import alternatives
from govdisclosure.form.grids import figure_rows, header_labels
from govdisclosure.model.report import TABLES
from govdisclosure.vocabulary import aspects, fees, numerals, spellings, years
from govdisclosure.vocabulary.alternatives import each
from govdisclosure.vocabulary.fold import fold, key
from govdisclosure.vocabulary.laws import REGULATION_IN_SHORT, cited, ground
from govdisclosure.vocabulary.signs import Words

WORDS = (*aspects.SUPERVISION.values(), *aspects.OVERVIEW.values(), aspects.HEADINGS, aspects.ANNOUNCES)
SCRIPT_TABLE = runpy.run_path(str(Path(__file__).parent.parent / "tools" / "script_table.py"))


def below_ten_thousand(number: int) -> str:
    """Write a number below 10,000 with every digit and unit, one 零 for any run of noughts between."""
    digits = f"{number:04d}"
    written = "".join(
        "零" if digit == "0" else "零一二三四五六七八九"[int(digit)] + unit
        for digit, unit in zip(digits, ("千", "百", "十", ""), strict=True)
    )
    while "零零" in written:
        written = written.replace("零零", "零")
    return written.rstrip("零")


def in_full(number: int) -> str:
    """Write a number below 100,000,000 in full: 一千零五万零二十."""
    upper, lower = divmod(number, 10_000)
    written = (below_ten_thousand(upper) + "万" if upper else "") + below_ten_thousand(lower)
    return written.lstrip("零") or "零"


def as_people_write(written: str, *, two: bool, circle: bool, formal: bool, ten: bool) -> str:
    """Write the same number as others do: 两千, 一百〇五, 壹佰, 十二."""
    if ten and written.startswith("一十"):
        written = written.removeprefix("一")
    if two:
        written = written.replace("二千", "两千").replace("二百", "两百")
    if circle:
        written = written.replace("零", "〇")
    if formal:
        written = written.translate(str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟"))
    return written


numbers = st.integers(0, 8).flatmap(lambda digits: st.integers(0, 10**digits - 1))


@given(numbers, st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_every_usual_way_to_write_a_number_is_read(
    number: int, two: bool, circle: bool, formal: bool, ten: bool
) -> None:
    """Numbers below a hundred million are read as what they are."""
    written = as_people_write(in_full(number), two=two, circle=circle, formal=formal, ten=ten)

    assert numerals.number_of(written) == number


@given(st.integers(0, 9_999))
def test_what_is_counted_is_read_again(number: int) -> None:
    """The two directions agree."""
    assert numerals.number_of(numerals.counted(number)) == number


def test_numbers_count_as_chinese_does() -> None:
    """Up to 9,999, with 零 for places left out inside a number."""
    written = {
        0: "零",
        10: "十",
        19: "十九",
        20: "二十",
        100: "一百",
        101: "一百零一",
        110: "一百一十",
        1001: "一千零一",
        1010: "一千零一十",
        1100: "一千一百",
        9999: "九千九百九十九",
    }

    assert {number: numerals.counted(number) for number in written} == written


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("〇", 0),
        ("两", 2),
        ("廿", 20),
        ("卅五", 35),
        ("一百二", 120),
        ("三千五", 3_500),
        ("一万二", 12_000),
        ("一万零二", 10_002),
        ("一千零十", 1_010),
        ("一百一十万", 1_100_000),
        ("一亿零五", 100_000_005),
        ("一亿二", 120_000_000),
        ("一万亿", 10**12),
    ],
)
def test_short_ways_and_large_numbers(written: str, number: int) -> None:
    """一百二 lacks its last unit; 一百零二 does not."""
    assert numerals.number_of(written) == number


@pytest.mark.parametrize(
    "written",
    [
        "",
        "三五",
        "一二",
        "二〇二四",
        "七八十",
        "三五百",
        "百",
        "千万",
        "零五",
        "十零五",
        "一百零",
        "一百零零五",
        "一百零十",
        "十百",
        "一百一百",
        "万",
        "一万零",
        "一万零〇零",
        "一万二万",
        "一亿亿",
        "十二件",
        "12",
    ],
)
def test_what_could_be_several_numbers_is_none(written: str) -> None:
    """三五件 is three to five, 七八十件 seventy or eighty; what nobody writes is no number either."""
    assert numerals.number_of(written) is None


@given(st.text(alphabet="零〇一二五九两十百千万亿廿拾件"))
def test_any_text_is_a_number_or_none(written: str) -> None:
    """Nothing that is written in numerals makes the reading fail."""
    number = numerals.number_of(written)

    assert number is None or number >= 0


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("2024年", 2024),
        ("二〇二四年", 2024),
        ("二零二四年", 2024),
        ("二○二四年", 2024),
        ("二0二四年", 2024),
        ("二ＯＯ九年", 2009),
        ("一九九八年", 1998),
        ("12024年", None),
        ("二四年", None),
    ],
)
def test_a_year_is_read_in_every_spelling(written: str, year: int | None) -> None:
    """Figures, numerals, and the circles, letters and figures that stand for 〇."""
    matched = re.search(f"({years.YEAR})年", fold(written))

    assert (matched and years.year_of(matched[1])) == year


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("现将2024年报告公布如下", True),
        ("二〇二四年", True),
        ("二零二四年", True),
        ("二0二四年", True),
        ("2024001号", False),
        ("2023年", False),
    ],
)
def test_a_text_names_a_year(text: str, names: bool) -> None:
    """The four figures stand alone; a longer number names no year."""
    assert years.names_year(fold(text), 2024) is names


@pytest.mark.parametrize(
    ("text", "label", "lacking"),
    [
        ("三本年度办理结果", "三本年度办理结果", (0, 0)),
        ("三本年办理结果", "三本年度办理结果", (0, 0)),
        ("三本年度结果", "三本年度办理结果", (0, 1)),
        ("三本年度办结果", "三本年度办理结果", (1, 0)),
        ("重复申请", "2重复申请", (0, 0)),
        ("2申请", "2重复申请", (0, 1)),
        ("三公开", "三不予公开", (1, 0)),
        ("3补正后申请内容仍明确", "3补正后申请内容仍不明确", (1, 0)),
        ("4无正当理量反复申请", "4无正当理由大量反复申请", (2, 0)),
        ("规章制度", "规章", None),
        ("章", "规章", (1, 0)),
    ],
)
def test_what_a_text_lacks_of_a_label_is_told_by_its_words(
    text: str, label: str, lacking: tuple[int, int] | None
) -> None:
    """Words that lack letters, and whole words; a 不 is a letter, a number nothing, a shorter word is whole."""
    assert spellings.lacking_of_label(text, label) == lacking


def test_spellings_are_those_of_words_of_the_form() -> None:
    """What has another spelling is a label or a head of the form itself, in some edition."""
    classes = [cls for classes in TABLES.values() for cls in classes]
    rows = {label for cls in classes for row in figure_rows(cls) for label in row.labels}
    heads = {label for cls in classes for label in header_labels(cls)}

    assert rows >= spellings.LABELS.keys()
    assert heads >= spellings.COLUMN_HEADS.keys()
    assert {spellings.official_column_head(other) for other in spellings.OTHER_COLUMN_HEADS} == set(
        spellings.COLUMN_HEADS
    )


def test_whatever_is_looked_for_is_found_in_traditional_script() -> None:
    """Labels and patterns are written in characters that the table knows; else name them in tools/script_table.py."""
    ends_of_ranges, typed_for_a_comma = {"㐀", "鿿"}, {"丶"}
    unknown = {each for each in SCRIPT_TABLE["looked_for"]() if not SCRIPT_TABLE["is_common"](fold(each))}

    assert unknown - ends_of_ranges - typed_for_a_comma == set()


def test_no_sign_folds_to_many_letters() -> None:
    """Eighteen for one would make a megabyte of them six: ㎯ has most of all, six."""
    folded = (len(fold(chr(point))) for point in range(sys.maxunicode + 1) if not 0xD800 <= point <= 0xDFFF)

    assert max(folded) == 6


def test_traditional_script_folds_to_the_words_of_the_form() -> None:
    """Characters that two common ones are written with fold to the one that the table of OpenCC has."""
    assert key("政府信息公開工作年度報告：瀏覽、複議與復議、無錫市") == "政府信息公开工作年度报告浏览复议与复议无锡市"


@pytest.mark.parametrize(
    ("law", "chinese"),
    [
        ("Art. 50", "第50条"),
        ("Art. 36(4)(5)", "第36条第（四）（五）项"),
        ("Art. 16(2)", "第16条第二款"),
        ("《立法法》Art. 91, 93", "《立法法》第91条、第93条"),
        ("国办函〔2020〕109号", "国办函〔2020〕109号"),
        ("局务会议纪要 2024, 7", "局务会议纪要 2024, 7"),
        ("", ""),
    ],
)
def test_a_ground_is_cited_as_each_language_does(law: str, chinese: str) -> None:
    """Articles, their paragraphs and items in Chinese words; in English, and where there is no article, as it is."""
    assert (cited(law, "en"), cited(law, "zh")) == (law, chinese)


@pytest.mark.parametrize(
    ("law", "chinese"),
    [
        ("Art. 49", "《政府信息公开条例》第49条"),
        ("Art. 49, 50", "《政府信息公开条例》第49条、第50条"),
        ("Art. 5 of our own rules", "第5条 of our own rules"),
        ("《立法法》Art. 91", "《立法法》第91条"),
    ],
)
def test_the_regulation_is_named_where_only_its_articles_are_given(law: str, chinese: str) -> None:
    """What names another source keeps it."""
    assert ground(law, "zh", regulation=REGULATION_IN_SHORT) == chinese


@pytest.mark.parametrize(
    ("text", "places"),
    [("还少 较慢", [0, 3]), ("还多", []), ("未将公布 将公布", [5]), ("将近公布", []), ("将公布", [0])],
)
def test_alternatives_begin_with_a_word_each(text: str, places: list[int]) -> None:
    """Each is followed by the same, and can stand behind anything but what must not be before it."""
    pattern = re.compile(f"{each('还|较', '[少慢]')}|{each('将', '(?!近)', not_behind='[未已]')}")

    assert [match.start() for match in pattern.finditer(text)] == places


def test_words_are_looked_for_where_one_of_their_characters_stands() -> None:
    """Words of several patterns, each by its own characters; all of them are given in the order of the patterns."""
    words = Words({"评": "评议|测评", "追问": "追[究责]|问责"})

    assert [words.are_in(text) for text in ("追究", "开展测评", "评价", "追加", "无")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert words.all_in("问责、评议、追究、测评") == ["评议", "测评", "问责", "追究"]
    assert words.all_in("评价") == []

    # Signs that are wrong tell that it is they that are looked at first.
    wrong = Words({"评": "追究"})
    assert (wrong.are_in("追究"), wrong.all_in("追究")) == (False, [])


@pytest.mark.parametrize(
    ("signs", "pattern"),
    [each for words in WORDS for each in words.by_signs],
)
@given(data=st.data())
def test_every_word_has_one_of_its_signs(signs: str, pattern: re.Pattern[str], data: st.DataObject) -> None:
    """Else it would not be seen where it stands alone."""
    text = data.draw(st.from_regex(pattern))
    matched = pattern.search(text)

    assert matched is not None
    assert set(signs) & set(matched[0])


def test_what_says_whether_fees_were_charged_begins_with_one_of_its_beginnings() -> None:
    """At any other character it is not looked for."""
    beginnings = frozenset[str]().union(*(characters for _, characters in alternatives(fees.SAYINGS)))

    assert {character for character in beginnings if not re.match(f"[{fees.BEGINNINGS}]", character)} == set()
