"""Consistent reports whose narrative is built from sentences, and what each sentence states of the tables."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

import govdisclosure as gd
from govdisclosure.vocabulary.numerals import counted
from support.prose_sentences import DECOYS, OUTCOMES, SENTENCES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random


YEAR: Final = 2024
_TOTAL: Final = "requests.total"
_OUT: Final = f"{_TOTAL}.outcomes"
_T2: Final = "proactive_disclosure"
_T4: Final = "review_and_litigation"
_DIRECT: Final = f"{_T4}.litigation.direct"
_AFTER: Final = f"{_T4}.litigation.after_reconsideration"
_AGENCIES: Final = ("示例县水利局", "示例县人民政府", "青溪镇人民政府", "示例区望江街道办事处", "示例市卫生健康委员会")
_FIELD: Final = re.compile(r"\{(\w+)\}")
_NUMBERS: Final = ("{}", "{}", "{}", "{} ", " {} ", "{:full}", "{:han}")


@frozen
class Stated:
    """
    What a sentence states of the tables.

    Args:
        code: The code of the finding, if the tables disagree.
        moves: Cells that become greater together, so that the tables stay consistent; the first is what is claimed.
        sign: What a change is multiplied with: -1 for what must not be exceeded.
    """

    code: str
    moves: tuple[str, ...]
    sign: int = 1


def _outcome(name: str) -> tuple[str, ...]:
    return f"{_OUT}.{name}", f"{_OUT}.total", f"{_TOTAL}.newly_received"


STATED: Final[Mapping[str, Stated]] = {
    "new": Stated("TEXT-RECEIVED", (f"{_TOTAL}.newly_received", f"{_TOTAL}.carried_forward")),
    "all": Stated("TEXT-RECEIVED", (f"{_TOTAL}.newly_received", f"{_TOTAL}.carried_forward")),
    "over": Stated("TEXT-CARRIED-OVER", (f"{_TOTAL}.carried_over", f"{_TOTAL}.carried_forward")),
    "granted": Stated("TEXT-GRANTED", _outcome("granted")),
    "partly": Stated("TEXT-PARTIAL", _outcome("partially_granted")),
    "refused": Stated("TEXT-REFUSED", _outcome("refused.third_party_rights")),
    "lacking": Stated("TEXT-UNAVAILABLE", _outcome("unavailable.not_held")),
    "unprocessed": Stated("TEXT-NOT-PROCESSED", _outcome("not_processed.repeated")),
    "other": Stated("TEXT-OTHER", _outcome("other.other")),
    "done": Stated("TEXT-CONCLUDED", (f"{_OUT}.total", f"{_OUT}.granted", f"{_TOTAL}.newly_received")),
    "forward": Stated("TEXT-CARRIED-FORWARD", (f"{_TOTAL}.carried_forward", f"{_TOTAL}.newly_received")),
    "reviews": Stated("TEXT-RECONSIDERATION", (f"{_T4}.reconsideration.total", f"{_T4}.reconsideration.upheld")),
    "upheld": Stated("TEXT-RECONSIDERATION", (f"{_T4}.reconsideration.upheld", f"{_T4}.reconsideration.total")),
    "corrected": Stated("TEXT-RECONSIDERATION", (f"{_T4}.reconsideration.corrected", f"{_T4}.reconsideration.total")),
    "suits": Stated("TEXT-LITIGATION", (f"{_DIRECT}.total", f"{_DIRECT}.upheld")),
    "suits_upheld": Stated("TEXT-LITIGATION", (f"{_DIRECT}.upheld", f"{_DIRECT}.total")),
    "suits_pending": Stated("TEXT-LITIGATION", (f"{_DIRECT}.pending", f"{_DIRECT}.total")),
    "direct": Stated("TEXT-LITIGATION", (f"{_DIRECT}.total", f"{_DIRECT}.upheld")),
    "after": Stated("TEXT-LITIGATION", (f"{_AFTER}.total", f"{_AFTER}.other")),
    "issued": Stated("TEXT-DOCUMENTS", (f"{_T2}.normative_documents.issued",)),
    "repealed": Stated("TEXT-DOCUMENTS", (f"{_T2}.normative_documents.repealed",)),
    "in_force": Stated("TEXT-DOCUMENTS", (f"{_T2}.normative_documents.in_force",)),
    "licensing": Stated("TEXT-LICENSING", (f"{_T2}.licensing.decisions",)),
    "penalties": Stated("TEXT-PENALTIES", (f"{_T2}.penalties.decisions",)),
    "compulsion": Stated("TEXT-COMPULSION", (f"{_T2}.compulsion.decisions",)),
    "posted_licensing": Stated("TEXT-LICENSING", (f"{_T2}.licensing.decisions",), -1),
    "posted_penalties": Stated("TEXT-PENALTIES", (f"{_T2}.penalties.decisions",), -1),
    "fees": Stated("TEXT-FEES", (f"{_T2}.fees.amount",)),
}
"""What can be written in braces in a sentence; other names are figures of no table."""


@frozen
class Figure:
    """
    A figure that the narrative of a built report states.

    Args:
        name: Its name among ``STATED``.
        value: The figure.
        path: Path of the paragraph.
        sentence: The sentence.
        written: How it is written in it; empty for a denial.
    """

    name: str
    value: int | Decimal
    path: str
    sentence: str
    written: str


@frozen
class Built:
    """A consistent report, and what its narrative states."""

    report: gd.AnnualReport
    figures: list[Figure] = field(factory=list)


def built(random: Random) -> Built:
    """Build a report: consistent tables, then two to four paragraphs of sentences that agree with them."""
    values = _values(random)
    report = gd.AnnualReport.blank(agency=random.choice(_AGENCIES), year=YEAR)
    report.proactive_disclosure = gd.ProactiveDisclosure.from_rows(
        [
            [0, 0, 0],
            [values["issued"], values["repealed"], values["in_force"]],
            *([values[name]] for name in ("licensing", "penalties", "compulsion")),
            [Decimal(values["fees"])],
        ]
    )
    _fill_requests(report, values)
    _fill_cases(report, values)
    result = Built(report)
    report.overview = []
    for group in SENTENCES:
        fitting = [sentence for sentence in group if _fits(sentence, values)]
        told = random.sample(fitting, min(len(fitting), 1))
        decoys = random.sample(DECOYS, random.randrange(3))
        order = [*told, *decoys]
        if group is not OUTCOMES:  # What becomes of requests follows on what came in, not on something else.
            random.shuffle(order)
        paragraph = ""
        for sentence in order:
            paragraph += _filled(sentence, values, random, result, f"overview[{len(report.overview)}]")
        report.overview.append(paragraph or "依法做好政府信息公开工作。")
    return result


def _values(random: Random) -> dict[str, int]:
    """Draw figures, many of them nought, that agree with each other."""

    def some(most: int, share: float = 0.7) -> int:
        return random.randrange(1, most) if random.random() < share else 0

    size = random.choice((3, 9, 40, 300))
    outcomes = {name: some(size) for name in ("granted", "partly", "refused", "lacking", "unprocessed", "other")}
    values = dict(outcomes)
    values["done"] = sum(outcomes.values())
    values["over"] = min(some(size, 0.5), values["done"])
    values["forward"] = some(size, 0.6)
    values["all"] = values["done"] + values["forward"]
    values["new"] = values["all"] - values["over"]
    values["online"] = random.randrange(values["new"] + 1)
    values["mail"] = values["new"] - values["online"]
    values["late"] = random.randrange(values["done"] // 3 + 1)
    values["in_time"] = values["done"] - values["late"]
    values |= {"last": some(size), "less": some(size), "spared": some(200), "papers": some(300), "posts": some(3000)}
    for name in ("upheld", "corrected", "suits_upheld", "suits_pending", "after"):
        values[name] = some(6, 0.4)
    values["reviews"] = values["upheld"] + values["corrected"]
    values["direct"] = values["suits_upheld"] + values["suits_pending"]
    values["suits"] = values["direct"] + values["after"]
    values["issued"], values["repealed"] = some(9), some(9, 0.5)
    values["in_force"] = values["issued"] + some(90)
    values["amended"] = some(9)
    for name in ("licensing", "penalties", "compulsion"):
        values[name] = some(900, 0.7)
    values["posted_licensing"], values["posted_penalties"] = values["licensing"], values["penalties"]
    values["fees"] = some(500, 0.5)
    return values


def _fill_requests(report: gd.AnnualReport, values: dict[str, int]) -> None:
    table = gd.Requests.from_rows([[0] * 7 for _ in gd.Requests.figure_paths()])
    for column in (table.natural_person, table.total):
        column.newly_received, column.carried_over = values["new"], values["over"]
        column.carried_forward, outcomes = values["forward"], column.outcomes
        outcomes.granted, outcomes.partially_granted = values["granted"], values["partly"]
        outcomes.refused.third_party_rights = values["refused"]
        outcomes.unavailable.not_held = values["lacking"]
        outcomes.not_processed.repeated = values["unprocessed"]
        outcomes.other.other, outcomes.total = values["other"], values["done"]
    report.requests = table


def _fill_cases(report: gd.AnnualReport, values: dict[str, int]) -> None:
    report.review_and_litigation = gd.ReviewAndLitigation.from_rows(
        [
            [
                *(values["upheld"], values["corrected"], 0, 0, values["reviews"]),
                *(values["suits_upheld"], 0, 0, values["suits_pending"], values["direct"]),
                *(0, 0, values["after"], 0, values["after"]),
            ]
        ]
    )


def _fits(sentence: str, values: dict[str, int]) -> bool:
    """Tell whether a sentence can be said: what it names in ``<…>`` is nought, what in ``{…}`` is not."""
    noughts = re.findall(r"<(\w+)>", sentence)
    above = [name for name in _FIELD.findall(sentence) if not name.endswith("_")]
    return not any(values[name] for name in noughts) and all(values[name] for name in above)


def _filled(sentence: str, values: dict[str, int], random: Random, built_: Built, path: str) -> str:
    """Fill figures into a sentence, each in a spelling of its own, and note what is stated."""
    spelling = random.choice(_NUMBERS)
    written: list[tuple[str, str]] = []

    def fill(match: re.Match[str]) -> str:
        text = _spelt(values[match[1].rstrip("_")], spelling)
        written.append((match[1], text))
        return text

    text = _FIELD.sub(fill, re.sub(r"<\w+>", "", sentence))
    stated = [*written, *((name, "") for name in re.findall(r"<(\w+)>", sentence))]
    built_.figures.extend(
        Figure(name, _amount(name, values[name]), path, text, spelt.strip()) for name, spelt in stated if name in STATED
    )
    return text


def _amount(name: str, value: int) -> int | Decimal:
    return Decimal(value) if name == "fees" else value


def _spelt(value: int, spelling: str) -> str:
    if spelling == "{:full}":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))
    if spelling == "{:han}" and value < 100:
        return counted(value)
    return spelling.replace(":han", "").format(value)


def is_found(made: Built, figure: Figure, by: int) -> bool:
    """
    Tell whether a figure is found if the tables hold another one, which is put right again.

    The code, both figures, and the quoted words must be right.
    """
    stated = STATED[figure.name]
    by *= stated.sign
    before = {path: gd.get(made.report, path) for path in stated.moves}
    for path, value in before.items():
        assert isinstance(value, int | Decimal)
        gd.put(made.report, path, value + by)
    due = (stated.code, str(figure.value + by), str(figure.value), figure.path)
    reported = any(
        (each.code, str(each.expected), str(each.actual), each.quote.path) == due and figure.written in each.quote.text
        for each in gd.check(made.report, select="TEXT")
        if each.quote is not None
    )
    for path, value in before.items():
        gd.put(made.report, path, value)
    return reported
