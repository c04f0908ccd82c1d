"""The words of notes and of errors that end a reading: what users filter by and read stays as it was published."""

from __future__ import annotations

import json
from pathlib import Path

import govdisclosure as gd
from govdisclosure.errors import Place
from govdisclosure.form.wording import error_codes, general, line_of, note, note_codes, problem
from govdisclosure.model.message import Message
from govdisclosure.model.notes import Source

DATA = Path(__file__).parent / "data" / "wording.json"


def worded(codes: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Give the words of codes, ``…`` for what differs from one document to the next."""
    return {code: {"zh": general(code).zh, "en": general(code).en} for code in codes}


def test_codes_and_messages_are_those_that_were_published() -> None:
    """A code or a message that is to change is changed in the data as well, and has its entry in the changelog."""
    published = json.loads(DATA.read_text(encoding="utf-8"))

    assert {"notes": worded(note_codes()), "errors": worded(error_codes())} == published


def test_only_what_stands_in_a_line_has_its_line_as_the_place_of_an_error() -> None:
    """A place in a document that has no lines is not made up."""
    assert [line_of(source) for source in (Source(line=7), Source(page=2), None)] == [Place.LINE(7), None, None]


def test_a_note_carries_its_words_with_the_values_of_the_document() -> None:
    """Code, paths, raw text and the message in both languages."""
    said = note("UNPLACED", ["requests.total.carried_over"], raw="二、上年结转 | 3")

    assert said == gd.Note(
        "UNPLACED",
        ("requests.total.carried_over",),
        Message(
            "该行数字无法确定位置，未填入表格，请对照原件核对：二、上年结转 | 3",
            "The figures of this row could not be placed and are left out: 二、上年结转 | 3",
        ),
        "二、上年结转 | 3",
    )


def test_an_error_carries_its_words_with_the_values_of_the_document() -> None:
    """Code, place and the message in both languages."""
    error = problem("TWO-FORMS", place=Place.LINE(7), heading="一、总体情况")

    assert (error.code, error.message) == (
        "TWO-FORMS",
        Message(
            "第7行：应为一份报告，却有两份，第二份见“一、总体情况”",
            "line 7: expected one form, found two, the second at 一、总体情况",
        ),
    )
