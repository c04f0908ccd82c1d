"""What web pages and word processors do to the words and figures of a report."""

from __future__ import annotations

import re
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from attrs import define

import govdisclosure as gd
from govdisclosure.form.figures import print_figure
from govdisclosure.model.declare import Kind
from govdisclosure.model.report import HEADINGS
from support.publishing.script import Pinyin, Script, narrowed, widened, written

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

_T = TypeVar("_T")

BLANKS: Final = (" ", "\u00a0", "\u200b", "\u3000", "  ")
_VARIANTS: Final = {
    "overview": ("概述", "总体公开情况", "政府信息公开工作基本情况", "总体情况"),
    "proactive_disclosure": ("行政机关主动公开政府信息情况", "政府信息主动公开情况", "主动公开政府信息情况"),
    "requests": ("收到和处理政府信息公开申请的情况", "收到和处理政府信息公开申请情况"),
    "review_and_litigation": (
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "因政府信息公开工作被申请行政复议提起行政诉讼情况",
        "政府信息公开行政复议行政诉讼情况",
        "政府信息公开行政复议、行政诉讼情况",
    ),
    "problems_and_improvements": (
        "政府信息公开工作存在的主要问题及改进情况",
        "存在问题和改进措施",
        "存在的主要问题及改进情况",
    ),
    "other_matters": ("其他需要报告的事项",),
}
_NUMBERS: Final = {
    "points": "{}、",
    "blank": "{} 、",
    "digits": "{digit}、",
    "parentheses": "（{}）",
    "none": "",
}
_MARK: Final = re.compile(r"[，、,.）)]")
_STROKES: Final = ("/", "／", "—", "——", "-", "--", "不适用", "无", "N/A")


@define
class Noise:
    """
    The noise of one document.

    Args:
        rng: The source of chance.
        script: Script of its words.
        pinyin: Pinyin behind its characters.
        width: Width of digits and marks.
        blank: A blank that stands inside labels, seldom or often.
        doubled: Whether some marks are doubled.
        headings: Whether headings are in variants.
        numbers: How headings are numbered.
        balance: Where the note on the identities stands.
        remark: Whether one label has a remark behind it.
        normative: Whether table II of 2021 says 规范性文件.
        local_row: Whether table II has a row of its own.
        captionless: Whether the row 第二十条第（一）项 is missing.
        column_heads: What happened to the column heads.
        spelled: Share of figures that are not printed plainly.
        menu: Whether menus of the site stand around the report.
        trap: Whether section 一 numbers its parts as the report its sections.
        unit_in_column_head: Whether the column head above an amount of 2019 names its unit, and the cell does not.
        blank_cell: What stands in a blank cell.
        shifted: Whether the figures of table II of 2019 span other columns than its column heads.
    """

    rng: Random
    script: Script = ""
    pinyin: Pinyin = ""
    width: Literal["", "full", "half"] = ""
    blank: str = ""
    doubled: bool = False
    headings: bool = False
    numbers: str = "points"
    balance: Literal["cell", "line", "absent"] = "cell"
    remark: bool = False
    normative: bool = False
    local_row: bool = False
    captionless: bool = False
    column_heads: Literal["", "pieces", "cut", "remark", "equal"] = ""
    spelled: float = 0.0
    menu: bool = False
    trap: bool = False
    shifted: bool = False
    unit_in_column_head: bool = False
    blank_cell: str = ""

    def words(self, text: str) -> str:
        """Write words of the narrative, a heading or a label in the document's script and width."""
        if self.width == "half":
            text = narrowed(text)
        return written(text, self.rng, self.script, self.pinyin)

    def label(self, text: str) -> str:
        """Write a label of the form."""
        if self.doubled and self.rng.random() < 0.2:
            text = _MARK.sub(lambda mark: mark[0] * 2, text, count=1)
        if self.width == "full":
            text = widened(text)
        if self.blank and len(text) > 2 and self.rng.random() < 0.3:
            place = self.rng.randrange(1, len(text))
            text = text[:place] + self.blank + text[place:]
        return self.words(text)

    def heading(self, section: str) -> str:
        """Write the heading of a section."""
        numeral = "一二三四五六"[list(HEADINGS).index(section)]
        words = HEADINGS[section].partition("、")[2]
        if self.headings:
            words = self.rng.choice(_VARIANTS[section])
        digit = list(HEADINGS).index(section) + 1
        return self.words(_NUMBERS[self.numbers].format(numeral, digit=digit) + words)

    def figure(self, value: CellValue, kind: Kind) -> str:
        """Print a figure."""
        printed = print_figure(value.value if isinstance(value, gd.Amount) else value)
        if isinstance(value, gd.Amount):
            printed += "" if self.unit_in_column_head else value.unit or ""
        if value is None:
            return self.blank_cell
        if self.rng.random() >= self.spelled:
            return widened(printed) if self.width == "full" and self.rng.random() < 0.5 else printed
        if value is gd.NA:
            return self.rng.choice(_STROKES)
        return self.rng.choice(_spellings(value, kind, printed))


def _spellings(value: CellValue, kind: Kind, printed: str) -> list[str]:
    spellings = [widened(printed)]
    number = value.value if isinstance(value, gd.Amount) else value
    assert isinstance(number, (int, Decimal))
    unit = printed.removeprefix(str(number))
    if number >= 1000:
        spellings.append(f"{number:,f}{unit}" if isinstance(number, Decimal) else f"{number:,}")
    if kind is Kind.COUNT:
        spellings += [f"{number}件"] + (["零"] if number == 0 else [])
    elif kind is Kind.CHANGE:
        signs = ("-", "减", "减少", "−") if number < 0 else ("+", "增", "增加", "")
        spellings += [f"{sign}{abs(number)}" for sign in signs]
    elif kind is Kind.MONEY:
        spellings.append(f"{printed}万元")
    return spellings


def no_noise(rng: Random) -> Noise:
    """Give the noise of a page that prints the form as it is."""
    return Noise(rng)


def some_noise(rng: Random) -> Noise:
    """Draw the noise of a document, each kind about as often as among published reports, or somewhat more often."""
    noise = Noise(rng)
    if rng.random() < 0.25:
        return noise
    noise.script = _one_in(rng, 10, "traditional", "mixed") or ""
    if noise.script:
        noise.pinyin = _one_in(rng, 2, "toned", "plain", "doubled") or ""
    noise.width = _one_in(rng, 6, "full", "half") or ""
    noise.blank = _one_in(rng, 5, *BLANKS) or ""
    noise.doubled = rng.random() < 0.1
    noise.headings = rng.random() < 0.4
    noise.numbers = _one_in(rng, 4, *_NUMBERS) or "points"
    noise.balance = _one_in(rng, 3, "line", "absent") or "cell"
    noise.remark = rng.random() < 0.015
    noise.normative = rng.random() < 0.15
    noise.local_row = rng.random() < 0.04
    noise.captionless = rng.random() < 0.06
    noise.column_heads = _one_in(rng, 5, "pieces", "pieces", "cut", "remark", "equal") or ""
    noise.spelled = _one_in(rng, 6, 0.05, 0.3, 1.0) or 0.0
    noise.menu = rng.random() < 0.25
    noise.trap = rng.random() < 0.25
    noise.shifted = rng.random() < 0.1
    noise.unit_in_column_head = rng.random() < 0.3
    noise.blank_cell = _one_in(rng, 4, "\u00a0", "\u3000") or ""
    return noise


def _one_in(rng: Random, share: int, *choices: _T) -> _T | None:
    return rng.choice(choices) if rng.randrange(share) == 0 else None
