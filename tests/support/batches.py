"""Batches of reports whose sections 一 and 五 are made of sentences, some of them copies of others that were edited."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

import govdisclosure as gd

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

SECTIONS: Final = ("overview", "problems_and_improvements")
_SENTENCE: Final = re.compile("[^。]+。")

# Of each kind, its words or sentences, a line for each sentence. What everybody says all reports have, with their
# own year, name and figures; each sentence of the model one body in five takes; what a body says of its own is made of
# words that come up in the sentences of others, too.
_DATA: Final = Path(__file__).parent.parent / "data" / "copies" / "words.tsv"


def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        kind, _, said = line.partition("\t")
        words.setdefault(kind, []).extend(said.split())
    return words


_WORDS: Final = _words()
_EVERYBODY: Final = _WORDS["everybody"]
_MODEL: Final = _WORDS["model"]
_OWN: Final = _WORDS["own"]
_MODEL_SHARE: Final = 0.2
_LEVELS: Final = ("县", "区", "镇")
_INVENTED: Final = ("when", "who", "how", "did", "what", "so", "but")
_FIELD: Final = re.compile(r"\{(\w+)\}")
_STRANGE: Final = "甲乙丙丁戊己庚辛壬癸的了在与及并对为从由把被"


@frozen
class Batch:
    """
    Reports of many bodies.

    Args:
        reports: The reports.
        planted: The copies: section, place of the copy and of what it was copied from, and how it was edited.
    """

    reports: list[gd.AnnualReport]
    planted: dict[tuple[str, frozenset[int]], str]


def batch(random: Random, size: int, *, copies: float, edited: float) -> Batch:
    """Build reports, of which a share are copies of others with a share of the section edited."""
    reports = [_report(random, place) for place in range(size)]
    planted: dict[tuple[str, frozenset[int]], str] = {}
    places = random.sample(range(size), 2 * int(size * copies))
    for copy, origin in zip(places[::2], places[1::2], strict=True):
        section = random.choice(SECTIONS)
        how = random.choice(sorted(EDITS))
        texts = getattr(reports[origin], section)
        of_copy, of_origin = (reports[place].agency for place in (copy, origin))
        assert of_copy is not None
        assert of_origin is not None
        named = [text.replace(of_origin.name, of_copy.name) for text in texts]
        changed = [_other_figures(random, text) for text in EDITS[how](random, named, edited)]
        setattr(reports[copy], section, changed)
        planted[section, frozenset((copy, origin))] = how
    return Batch(reports, planted)


def _report(random: Random, place: int) -> gd.AnnualReport:
    # Each name once: 青溪县教育局, and with a number of the place 青溪十二县教育局.
    number, office = divmod(place, len(_WORDS["office"]))
    number, level = divmod(number, len(_LEVELS))
    number, name = divmod(number, len(_WORDS["place"]))
    agency = f"{_WORDS['place'][name]}{'新' * number}{_LEVELS[level]}{_WORDS['office'][office]}"
    report = gd.AnnualReport.blank(agency=agency, year=2025)
    report.overview = _section(random, agency, own=random.randint(10, 20))
    report.problems_and_improvements = _section(random, agency, own=random.randint(10, 14))
    return report


def _section(random: Random, agency: str, *, own: int) -> list[str]:
    """Write a section of three paragraphs: what all say first, then model sentences among those of its own."""
    model = [sentence for sentence in _MODEL if random.random() < _MODEL_SHARE]
    sentences = [random.choice(_OWN) for _ in range(own)]
    for sentence in model:
        sentences.insert(random.randint(0, len(sentences)), sentence)
    written = [_filled(random, agency, sentence) for sentence in (*_EVERYBODY, *sentences)]
    third = len(written) // 3
    return ["".join(written[:third]), "".join(written[third : 2 * third]), "".join(written[2 * third :])]


def _filled(random: Random, agency: str, sentence: str) -> str:
    def word(field: re.Match[str]) -> str:
        if field[1] == "agency":
            return agency
        if field[1] == "year":
            return "2025"
        return random.choice(_WORDS[field[1]]) if field[1] in _INVENTED else str(random.randint(1, 999))

    return _FIELD.sub(word, sentence)


def _other_figures(random: Random, text: str) -> str:
    return re.sub(r"[0-9]+(?=[条件次份篇])", lambda _: str(random.randint(1, 999)), text)


def _edit_characters(random: Random, texts: list[str], share: float) -> list[str]:
    """Change, leave out or add single characters, spread over the text."""
    return ["".join(_edited(random, character, share) for character in text) for text in texts]


def _edited(random: Random, character: str, share: float) -> str:
    if random.random() >= share:
        return character
    return random.choice((random.choice(_STRANGE), random.choice(_STRANGE), "", character + random.choice(_STRANGE)))


def _edit_words(random: Random, texts: list[str], share: float) -> list[str]:
    """Put other words in place of one in ten stretches of two or three characters."""
    other = [word for kind in _INVENTED for word in _WORDS[kind]]

    def replaced(piece: re.Match[str]) -> str:
        return random.choice(other)[: len(piece[0])] if random.random() < share else piece[0]

    return [re.sub("[一-鿿]{2,3}", replaced, text) for text in texts]


def _edit_sentences(random: Random, texts: list[str], share: float) -> list[str]:
    """Write sentences anew: a tenth of what all say, and of the rest."""
    sentences = [_SENTENCE.findall(text) for text in texts]
    places = [(paragraph, place) for paragraph, some in enumerate(sentences) for place in range(len(some))]
    for some in (places[: len(_EVERYBODY)], places[len(_EVERYBODY) :]):
        due = share * sum(len(sentences[paragraph][place]) for paragraph, place in some)
        for paragraph, place in random.sample(some, len(some)):
            length = len(sentences[paragraph][place])
            if length <= due:
                sentences[paragraph][place] = _filled(random, "", random.choice(_OWN))
                due -= length
    return ["".join(some) for some in sentences]


def _edit_order(random: Random, texts: list[str], share: float) -> list[str]:
    """Put paragraphs into another order, and write a sentence or two anew."""
    return random.sample(_edit_sentences(random, texts, share), len(texts))


EDITS: Final[Mapping[str, Callable[[Random, list[str], float], list[str]]]] = {
    "characters": _edit_characters,
    "words": _edit_words,
    "sentences": _edit_sentences,
    "order": _edit_order,
}
"""The ways in which a copy is edited."""
