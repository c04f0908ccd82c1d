"""What the model expects of its values, as data: the rules in words of both languages, and a rule that is broken."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.model.phrases import Phrase, Template, filled

if TYPE_CHECKING:
    from govdisclosure.model.message import Language

_REFUSED: Final[dict[Language, str]] = {"zh": "{0}{1}，实为{2}", "en": "{0} {1}, got {2}"}


@enum.unique
class Rule(Template):
    """What a value must be; in English, a third text says so where "must be" and the second would not."""

    # Cells
    COUNT_CELL = "整数、None或NA", "a whole number, None or NA"
    MONEY_CELL = "Decimal、None或NA", "a Decimal, None or NA"
    AMOUNT_CELL = "Amount、None或NA", "an Amount, None or NA"
    DECIMAL = "Decimal", "a Decimal"
    NOT_NEGATIVE = "非负数", "not negative", "must not be negative"
    DIGITS = "不超过{0}位", "at most {0} digits", "must have at most {0} digits"
    FINITE = "有限的数", "finite"
    NO_EXPONENT = "不带指数的数", "no exponent", "must have no exponent"
    # Text
    PLAIN_TEXT = "文本", "text, a plain str"
    TEXT = "文本", "text"
    NOT_BLANK = "不是空白的文本", "text that is not blank", "must not be blank"
    CHARACTER = (
        "不含U+{0:04X}的文本（位置{1}）",
        "text without U+{0:04X} (at {1})",
        "must not contain U+{0:04X} (at {1})",
    )
    CHOICE = "{0}或None", "{0} or None"
    # The report
    WHOLE_NUMBER = "整数", "a whole number"
    RANGE = "{0}至{1}", "from {0} to {1}"
    DATE = "日期", "a date"
    DATE_OR_NONE = "日期或None", "a date or None"
    CODE = (
        "18位代码（数字和I、O、S、V、Z以外的大写字母）",
        "a code of 18 digits and capital letters without I, O, S, V and Z",
    )
    CHECK_DIGIT = "以校验码{0}结尾的代码", "a code that ends in its check digit {0}"
    DIVISION = "六位数字代码", "a code of six digits"
    INSTANCE = "{0}", "{0}"
    PARAGRAPHS = "段落的列表", "a list of paragraphs"
    SECTIONS = "OtherSection的列表", "a list of OtherSection"
    # Extensions
    DICT = "dict", "a dict"
    JSON = "JSON", "JSON"
    DEPTH = "不超过{0}层", "at most {0} levels deep"

    def __init__(self, zh: str, en: str, must: str | None = None) -> None:
        super().__init__(zh, en)
        self.must: str = f"must be {en}" if must is None else must


@enum.unique
class Unshown(Template):
    """What a refused value is called that is too large or too odd to be shown."""

    LONG_NUMBER = "超过30位的数", "a number of more than 30 digits"
    OF_TYPE = "类型为{0}的值", "a {0}"


@frozen
class Broken:
    """
    A rule that a value breaks.

    Args:
        error: The exception that it is worth.
        rule: The rule.
        values: What stands in its words, such as the number of digits.
    """

    error: type[Exception]
    rule: Rule
    values: tuple[object, ...] = ()

    @property
    def expected(self) -> Phrase:
        """What the rule expects, such as "at most 18 digits"."""
        return Phrase(self.rule, self.values)

    def of(self, language: Language) -> str:
        """Give the rule in words, such as "must have at most 18 digits"."""
        if language == "zh":
            return f"应为{self.expected.of(language)}"
        return filled(self.rule.must, self.values, language)


@frozen(repr=False)
class Refusal:
    """
    A value that was refused; the exception that says so holds it as its only argument.

    Args:
        name: The field, or the path of the cell.
        broken: The rule that the value breaks.
        got: The value, in short.
    """

    name: str
    broken: Broken
    got: str | Phrase

    def __str__(self) -> str:
        return self.of("en")

    def __repr__(self) -> str:
        return repr(str(self))

    def of(self, language: Language) -> str:
        """Give the refusal in words, such as "year must be from 1 to 9999, got 0"."""
        got = self.got.of(language) if isinstance(self.got, Phrase) else self.got
        return _REFUSED[language].format(self.name, self.broken.of(language), got)


def refusal_of(error: Exception) -> Refusal:
    """Give the refusal that an exception of the model holds; one that is none of the model's is raised again."""
    for refusal in error.args:
        if isinstance(refusal, Refusal):
            return refusal
    raise error
