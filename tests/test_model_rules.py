"""Rules of the model as data: their words in both languages, and what an exception holds of them."""

from __future__ import annotations

import pickle
import re

import pytest
from support.messages import FILES

import govdisclosure as gd
from govdisclosure.model.message import Message
from govdisclosure.model.phrases import Template
from govdisclosure.model.rules import Broken, Refusal, Rule, Unshown, refusal_of


class _Words(Template):
    """Words of a test."""

    NESTED = "{0}或空", "{0} or nothing"
    ANY = "{0}中的一个", "one of {0}"


def refused(year: object) -> Exception:
    """Give what a year that is none ends in."""
    with pytest.raises((ValueError, TypeError)) as caught:
        gd.AnnualReport(year=year)  # type: ignore[arg-type]
    return caught.value


def test_a_message_reads_as_its_english_text() -> None:
    """And in the language that is asked for."""
    message = Message("缺少三", "section 三 is missing")

    assert (str(message), f"{message}") == ("section 三 is missing", "section 三 is missing")
    assert (message.of("zh"), message.of("en")) == ("缺少三", "section 三 is missing")


def test_a_phrase_is_put_together_when_it_is_shown() -> None:
    """Phrases in phrases are in its language, alternatives are joined by its "or"."""
    phrase = _Words.NESTED(_Words.ANY(("a", "b", "c")))

    assert phrase.of("zh") == "a或b或c中的一个或空"
    assert (phrase.of("en"), str(phrase)) == ("one of a or b or c or nothing", "one of a or b or c or nothing")


@pytest.mark.parametrize(
    ("broken", "zh", "en"),
    [
        (Broken(ValueError, Rule.NOT_NEGATIVE), "应为非负数", "must not be negative"),
        (Broken(ValueError, Rule.RANGE, (1, 9999)), "应为1至9999", "must be from 1 to 9999"),
        (Broken(TypeError, Rule.INSTANCE, (("Agency", "None"),)), "应为Agency或None", "must be Agency or None"),
    ],
)
def test_a_broken_rule_has_words_in_both_languages(broken: Broken, zh: str, en: str) -> None:
    """In English those of a sentence about the field."""
    assert (broken.of("zh"), broken.of("en")) == (zh, en)


def test_every_rule_is_among_the_stored_messages() -> None:
    """Whoever rewords a rule sees it there; so each is broken there at least once."""
    stored = (FILES / "model.txt").read_text(encoding="utf-8")
    patterns = {rule.name: re.sub(r"\\\{.*?\\\}", ".+", re.escape(rule.must)) for rule in Rule}

    assert [name for name, pattern in patterns.items() if not re.search(rf" {pattern}, got ", stored)] == []


def test_the_exception_of_the_model_holds_the_refusal() -> None:
    """Its name, rule and value are data; the text is made of them."""
    error = refused(0)

    assert refusal_of(error) == Refusal("year", Broken(ValueError, Rule.RANGE, (1, 9999)), "0")
    assert (type(error), str(error)) == (ValueError, "year must be from 1 to 9999, got 0")
    assert repr(error) == "ValueError('year must be from 1 to 9999, got 0')"
    assert refusal_of(error).of("zh") == "year应为1至9999，实为0"


def test_the_exception_of_the_model_can_be_pickled() -> None:
    """With its refusal."""
    error = refused("2021")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own pickle

    assert (type(again), str(again), refusal_of(again)) == (TypeError, str(error), refusal_of(error))


def test_a_value_that_cannot_be_shown_has_words_in_both_languages() -> None:
    """Too long a number, for one."""
    refusal = refusal_of(refused(10**40))

    assert refusal.got == Unshown.LONG_NUMBER()
    assert refusal.of("zh") == "year应为1至9999，实为超过30位的数"
    assert refusal.of("en") == "year must be from 1 to 9999, got a number of more than 30 digits"


@pytest.mark.parametrize("error", [ValueError(), ValueError("year must be from 1 to 9999, got 0")])
def test_an_exception_of_others_is_raised_again(error: ValueError) -> None:
    """It holds no refusal, whatever its text says."""
    with pytest.raises(ValueError, match="^" + re.escape(str(error))) as caught:
        refusal_of(error)

    assert caught.value is error
