"""Texts that are nearly alike: what is compared of them, what is left out, and copies in a batch of reports."""

from __future__ import annotations

import random
import string
import time
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.batches import EDITS, batch

import govdisclosure as gd
from govdisclosure.copies import Copy, Text, likeness, peer_copies
from govdisclosure.copies.alignment import in_common, share_in_common
from govdisclosure.copies.batch import COMPARED
from govdisclosure.copies.common import left_of
from govdisclosure.copies.likeness import _had, _share_had
from govdisclosure.copies.thresholds import ALIGNED, LEAST, LONGEST, MOST, NEAREST, SAMPLE, SHARING
from govdisclosure.vocabulary.fold import fold

HANZI: Final = [mark for mark in map(chr, range(0x4E00, 0x5600)) if fold(mark) == mark]
WORDS: Final = st.text(st.sampled_from("甲乙丙丁"), max_size=12)


def sentence(seed: int, length: int = 250) -> str:
    """Give characters in no order, the same ones for a seed."""
    return "".join(random.Random(seed).choices(HANZI, k=length))  # noqa: S311 - no secret


def report(agency: str | None, overview: str | None = None, problems: str | None = None) -> gd.AnnualReport:
    """Give a report with these sections."""
    return gd.AnnualReport(
        agency=None if agency is None else gd.Agency(name=agency),
        year=2025,
        overview=None if overview is None else [overview],
        problems_and_improvements=None if problems is None else [problems],
    )


def told(reports: list[gd.AnnualReport]) -> set[tuple[str, int, int]]:
    """Give section, report and other report of each copy."""
    return {(copy.section, place, copy.other) for place, own in enumerate(peer_copies(reports)) for copy in own}


def longest_in_common(one: str, other: str) -> int:
    """Give the length of the longest common subsequence, by the table of the books."""
    row = [0] * (len(other) + 1)
    for first in one:
        above = 0
        for at, second in enumerate(other, 1):
            above, row[at] = row[at], above + 1 if first == second else max(row[at], row[at - 1])
    return row[-1]


@given(WORDS, WORDS)
def test_what_two_texts_have_in_common_is_aligned(one: str, other: str) -> None:
    """As many characters as can be, in the order of both."""
    places = in_common(one, other)
    rest = iter(other)

    assert places == sorted(set(places))
    assert all(one[place] in rest for place in places)
    assert len(places) == longest_in_common(one, other)
    assert share_in_common(one, other) == (len(places) / max(len(one), len(other)) if one or other else 1)
    assert in_common(one, other, len(places) + 1) == []


def test_figures_blanks_and_own_names_are_alike() -> None:
    """In full and in part; figures with their marks are one character, which counts as those that it stands for."""
    text = Text.of(
        ["示例市示例县教育局２０２４年新收 1,234.5 件，", "示例县教育局、教育局、示例市均公开。"], "示例市示例县教育局"
    )

    assert text.characters == "\ue0000年新收0件,\ue000、\ue000、\ue000均公开。"
    assert text.size == len("示例市示例县教育局2024年新收1,234.5件,示例县教育局、教育局、示例市均公开。")
    assert Text.of(["甲县公开12条。"], None) == Text("甲县公开0条。", (1, 1, 1, 1, 2, 1, 1))


def test_of_a_very_long_text_the_beginning_is_looked_at() -> None:
    """A hundred thousand characters."""
    assert Text.of(["甲" * (LONGEST + 5)], None).size == LONGEST


def test_texts_that_are_the_same_are_wholly_alike() -> None:
    """From 200 characters on; of 199 nothing is said."""
    enough, few = (Text.of([sentence(1, length)], None) for length in (LEAST, LEAST - 1))

    assert likeness(enough, enough) == 1
    assert likeness(few, few) is None
    assert likeness(enough, few) is None


@pytest.mark.parametrize("how", EDITS)
def test_a_tenth_of_edits_hides_no_copy(how: str) -> None:
    """Single characters, words and sentences changed, or another order of the paragraphs."""
    rng = random.Random(how)  # noqa: S311 - no secret
    built = batch(rng, 12, copies=0, edited=0)
    for each in built.reports:
        assert each.overview is not None
        edited = EDITS[how](rng, each.overview, 0.1)
        similarity = likeness(Text.of(each.overview, None), Text.of(edited, None))

        assert similarity is not None
        assert 0.85 <= similarity < 1


def test_half_of_a_text_is_no_copy() -> None:
    """Nor is a text of which each third character was changed, or one that is much shorter."""
    text = Text.of([sentence(1, 400)], None)
    half = Text.of([sentence(1, 400)[:200] + sentence(2, 200)], None)
    thirds = Text.of(["".join("甲" if place % 3 == 0 else mark for place, mark in enumerate(text.characters))], None)
    short = Text.of([text.characters[:230]], None)

    assert [likeness(text, other) for other in (half, thirds, short)] == [None, None, None]
    assert likeness(text, Text.of([text.characters[:300]], None)) == MOST


def test_likeness_is_the_same_from_both_sides() -> None:
    """Whichever text comes first."""
    one, other = (Text.of([sentence(1, 300) + sentence(seed, 30)], None) for seed in (2, 3))

    assert likeness(one, other) == likeness(other, one)


def test_a_shingle_is_had_by_seven_of_its_ten_characters() -> None:
    """A window of ten moves over the text."""
    assert _share_had([True] * 7 + [False] * 3) == 1
    assert _share_had([True] * 6 + [False] * 4) == 0
    assert _share_had([False] * 4 + [True] * 16) == 10 / 11


def test_of_very_long_texts_passages_are_compared() -> None:
    """Twelve characters, wherever they stand; a changed character loses its passage."""
    text = sentence(1, ALIGNED + 100)
    moved = text[5_000:] + text[:5_000]

    assert all(_had(text, moved))
    assert sum(_had(text[:100], moved[:50] + "甲" + text)) == 100
    assert sum(_had(text, "甲".join(text[at : at + 11] for at in range(0, len(text), 11)))) == 0


def test_what_most_reports_say_is_left_out() -> None:
    """What more than half of at least six texts, and at least five of them, have; with a short piece between."""
    usual = sentence(0, 60)
    texts = [
        Text.of([usual[:30] + mark + usual[30:] + sentence(place, 20)], None) for place, mark in enumerate("abcdef", 1)
    ]

    assert [text.characters for text in left_of(texts)] == [sentence(place, 20) for place in range(1, 7)]
    assert left_of(texts[:5]) == texts[:5]


@pytest.mark.parametrize(
    ("sharing", "size", "is_left_out"), [(4, 6, False), (5, 6, True), (5, 10, False), (6, 10, True)]
)
def test_what_half_of_the_reports_say_is_their_own(sharing: int, size: int, is_left_out: bool) -> None:
    """More than half have to, and five at least."""
    usual = sentence(0, 60)
    texts = [Text.of([(usual if place < sharing else "") + sentence(place + 1, 40)], None) for place in range(size)]

    assert (left_of(texts)[0].characters == sentence(1, 40)) is is_left_out


def test_of_many_texts_a_sample_tells_what_may_be_usual() -> None:
    """It is then counted in all of them."""
    usual, rare = sentence(0, 40), sentence(1, 40)
    texts = [
        Text.of([usual + (rare if place % 5 == 0 else "") + sentence(place + 2, 20)], None)
        for place in range(SAMPLE + 50)
    ]

    left = left_of(texts)

    assert left[0].characters == rare + sentence(2, 20)
    assert left[1].characters == sentence(3, 20)


def test_bodies_with_the_same_section_are_named_to_each_other() -> None:
    """With similarity, name, year and file; the nearest first; what is left of a text decides."""
    text = sentence(1)
    near = "新" * 20 + text[20:]
    reports: list[gd.AnnualReport | gd.Reading] = [
        report("示例县教育局", text),
        report("示例县财政局", near, sentence(2)),
        gd.Reading(report("示例县民政局", text)),
        report("示例县水利局", sentence(3), sentence(4)),
    ]

    copies = peer_copies(reports, [None, "2.docx", "3.docx", "4.docx"])

    assert copies[0] == (
        Copy("overview", 1.0, 2, "示例县民政局", 2025, "3.docx"),
        Copy("overview", copies[0][1].similarity, 1, "示例县财政局", 2025, "2.docx"),
    )
    assert 0.9 < copies[0][1].similarity < 1
    assert [copy.other for copy in copies[1]] == [0, 2]
    assert copies[3] == ()


def test_sections_are_looked_at_by_themselves() -> None:
    """一 and 五, in this order; 六 is much the same everywhere."""
    both = sentence(1), sentence(2)
    reports = [report("示例县教育局", *both), report("示例县财政局", *both)]
    for each in reports:
        each.other_matters = [sentence(3)]

    assert [copy.section for copy in peer_copies(reports)[0]] == list(COMPARED)


@pytest.mark.parametrize(
    ("one", "other", "is_one_body"),
    [
        ("示例县教育局", "示例县教育局", True),
        ("教育局", "示例县教育局", True),
        ("示例县 教育局", "示例市示例县教育局", True),
        ("示例县教育局", "另一县教育局", False),
        ("示例县教育局", "示例县教育体育局", False),
        (None, "示例县教育局", False),
        ("示例县教育局", None, False),
    ],
)
def test_reports_of_one_body_are_not_compared(one: str | None, other: str | None, is_one_body: bool) -> None:
    """By a name with which the other one ends; what has no name may be of any body."""
    text = sentence(1)

    assert (told([report(one, text), report(other, text)]) == set()) is is_one_body


def test_one_body_is_known_by_its_code() -> None:
    """Whatever its name has become."""
    reports = [report("示例县教育局", sentence(1)), report("示例县教体局", sentence(1))]
    for each in reports:
        assert each.agency is not None
        each.agency.code = "113300000024821091"

    assert told(reports) == set()


def test_each_of_many_copies_has_its_nearest() -> None:
    """As many as are compared; more than half of a batch that writes the same is everybody."""
    others = [report(f"示例县第{place}局", sentence(place + 10)) for place in range(30)]
    copies = [report(f"示例县甲{mark}局", sentence(1)) for mark in string.ascii_uppercase[:20]]

    nearest = peer_copies([*others, *copies])

    assert [len(own) for own in nearest[:30]] == [0] * 30
    assert all(len(own) >= NEAREST for own in nearest[30:])
    assert peer_copies([*others[:10], *copies]) == ((),) * 30


def test_words_that_very_many_texts_share_find_nothing() -> None:
    """What is alike in more texts than are looked at is looked for by what is rarer."""
    words = sentence(0, 200)
    reports = [report(f"示例县第{place}局", words + sentence(place + 1, 300)) for place in range(SHARING + 10)]
    # So that the words are not those of more than half.
    reports += [report(f"示例市第{place}局", sentence(10_000 + place, 210)) for place in range(SHARING + 20)]
    reports[3].overview = reports[5].overview

    assert told(reports) == {("overview", 3, 5), ("overview", 5, 3)}


def test_planted_copies_are_found_and_nothing_else() -> None:
    """In a batch with sentences that all have, and some of a common model; benchmarks/copies.py has 2,000 reports."""
    built = batch(random.Random(5), 60, copies=0.1, edited=0.1)  # noqa: S311 - no secret

    assert {(section, frozenset((one, other))) for section, one, other in told(built.reports)} == built.planted.keys()


@given(st.lists(st.lists(st.text(max_size=20), max_size=2), max_size=5))
def test_any_texts_can_be_compared(texts: list[list[str]]) -> None:
    """No text is too short or too strange; a report is never its own copy."""
    reports = [report(f"示例县{mark}局") for mark in "甲乙丙丁戊己庚"[: len(texts)]]
    for each, paragraphs in zip(reports, texts, strict=True):
        each.overview = ["".join(filter(str.isalnum, text)) * 12 for text in paragraphs]

    alike = told(reports)

    assert all((section, other, one) in alike and one != other for section, one, other in alike)


def test_a_batch_is_looked_at_in_the_same_way_in_any_order() -> None:
    """A copy is found whoever comes first."""
    built = batch(random.Random(7), 40, copies=0.2, edited=0.1)  # noqa: S311 - no secret
    turned = built.reports[::-1]

    assert {(section, 39 - one, 39 - other) for section, one, other in told(turned)} == told(built.reports)


@pytest.mark.property
def test_huge_texts_are_compared_in_time() -> None:
    """Fifty texts of half a million characters, of which two are alike."""
    reports = [report(f"示例县第{place}局", sentence(place, 5_000) * 100) for place in range(20)]
    reports[7].overview = reports[3].overview
    start = time.perf_counter()

    assert told(reports) == {("overview", 3, 7), ("overview", 7, 3)}
    assert time.perf_counter() - start < 60


def test_what_is_no_report_is_refused() -> None:
    """With its place; so is another number of names than of reports."""
    with pytest.raises(TypeError, match=r"^reports\[1\] must be an AnnualReport or a Reading, got str$"):
        peer_copies([report("示例县教育局"), "2.docx"])  # type: ignore[list-item]
    with pytest.raises(ValueError, match=r"^names of files must be as many as reports, 1, got 2$"):
        peer_copies([report("示例县教育局")], ["1.docx", "2.docx"])


def test_no_reports_have_no_copies() -> None:
    """Nor has one alone."""
    assert (peer_copies([]), peer_copies([report("示例县教育局", sentence(1))])) == ((), ((),))
