"""The editions of the form: their order, their years, their tables."""

from __future__ import annotations

import copy
import pickle
from typing import get_args

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.checks._editions import years_in_words
from govdisclosure.model import editions
from govdisclosure.model.editions import (
    CURRENT,
    EDITIONS,
    FIRST_YEAR,
    Tables2019,
    Tables2021,
    edition_of,
    last_year,
    table_class,
    table_classes,
)
from govdisclosure.model.message import Message
from govdisclosure.model.report import TABLES


def test_the_editions_that_there_are() -> None:
    """By name, the first one first; each with its first year, its notice and its tables."""
    assert {name: (each.name, each.first_year, each.notice, dict(each.tables)) for name, each in EDITIONS.items()} == {
        "2019": (
            "2019",
            2019,
            "国办公开办函〔2019〕60号",
            {
                "proactive_disclosure": gd.ProactiveDisclosure2019,
                "requests": gd.Requests2019,
                "review_and_litigation": gd.ReviewAndLitigation,
            },
        ),
        "2021": (
            "2021",
            2021,
            "国办公开办函〔2021〕30号",
            {
                "proactive_disclosure": gd.ProactiveDisclosure,
                "requests": gd.Requests,
                "review_and_litigation": gd.ReviewAndLitigation,
            },
        ),
    }
    assert list(EDITIONS) == ["2019", "2021"]


def test_editions_compare_by_their_first_year() -> None:
    """The later one is the greater; a copy is equal, and has the same hash."""
    first, second = EDITIONS.values()

    assert first < second
    assert max(first, second) == CURRENT == EDITIONS["2021"]
    assert pickle.loads(pickle.dumps(first)) == copy.deepcopy(first) == first  # noqa: S301 - our own pickle
    assert len({first, copy.deepcopy(first), second}) == 2
    assert repr(first) == "Edition(name='2019', first_year=2019, notice='国办公开办函〔2019〕60号')"


def test_tables_know_the_edition_that_they_are_registered_for() -> None:
    """A table that serves every edition names none."""
    for name, edition in EDITIONS.items():
        assert {cls.edition for cls in edition.tables.values()} <= {name, None}
        assert list(edition.tables) == list(TABLES)


@pytest.mark.parametrize(
    ("union", "section"),
    [
        (editions.AnyProactiveDisclosure, "proactive_disclosure"),
        (editions.AnyRequests, "requests"),
        (editions.AnyReviewAndLitigation, "review_and_litigation"),
    ],
)
def test_type_checkers_see_the_tables_that_are_registered(union: object, section: str) -> None:
    """What the fields of a report may hold is what the editions have."""
    assert set(get_args(union) or (union,)) == set(table_classes(section))
    assert TABLES[section] == table_classes(section)


def test_a_year_tells_its_edition() -> None:
    """Years before the first edition follow it, too."""
    assert [edition_of(year) for year in (1, 2018, 2019, 2020, 2021, 9999)] == [*["2019"] * 4, "2021", "2021"]
    assert ([last_year(edition) for edition in EDITIONS.values()], FIRST_YEAR) == ([2020, None], 2019)
    assert table_class("requests", edition_of(2020)) is gd.Requests2019


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (2019, 2019, Message("2019年度", "2019")),
        (2019, 2020, Message("2019、2020年度", "2019 and 2020")),
        (2021, 2030, Message("2021至2030年度", "2021 to 2030")),
        (2021, None, Message("2021年度起", "2021 and later")),
    ],
)
def test_the_years_of_an_edition_have_words(first: int, last: int | None, words: Message) -> None:
    """Two years are both named, of more the first and the last."""
    assert years_in_words(first, last) == words


def test_the_tables_of_one_edition_are_those_of_the_report() -> None:
    """The same objects, and None for a table that is not there."""
    report, old = build_report(year=2021), build_report(year=2020, requests=None)

    tables, older = report.tables_2021(), old.tables_2019()

    assert isinstance(tables, Tables2021)
    assert isinstance(older, Tables2019)
    assert tables.proactive_disclosure is report.proactive_disclosure
    assert tables.requests is report.requests
    assert tables.review_and_litigation is report.review_and_litigation
    assert older.proactive_disclosure is old.proactive_disclosure
    assert older.requests is None
    assert gd.AnnualReport().tables_2021() == Tables2021(None, None, None)


def test_a_table_of_another_edition_is_named() -> None:
    """Real reports mix editions; then no one edition has all their tables."""
    mixed = build_report(year=2021, requests=gd.Requests2019.blank())

    with pytest.raises(gd.UsageError, match=r"^the table 'requests' is of edition 2019, not 2021$"):
        mixed.tables_2021()
    with pytest.raises(gd.UsageError, match=r"^the table 'proactive_disclosure' is of edition 2021, not 2019$"):
        mixed.tables_2019()
