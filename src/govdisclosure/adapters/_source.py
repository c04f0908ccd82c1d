"""Looking through a document of another tool, strictly: every fault at once, each with its place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeGuard

from govdisclosure.adapters._losses import Loss, Reason
from govdisclosure.errors import Absence, Fault, StructureError
from govdisclosure.model.phrases import Template
from govdisclosure.model.values import broken_text, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.phrases import Phrase

_MOST_FAULTS: Final = 100
"""So many faults are told; the others are counted."""
_LONGEST: Final = 50_000_000
"""Characters or bytes of a document: a report of ten thousand pages has fewer."""
_LONGEST_KEY: Final = 60


class _Number(Decimal):
    """A number with a fraction, which messages show as the document has it."""

    __repr__ = Decimal.__str__


class Expected(Template):
    """What should stand at a place of a document."""

    OBJECT = "对象", "an object"
    LIST = "列表", "a list"
    TEXT = "文本", "text"
    YEAR = "年度（1至{0}的整数）", "a year, from 1 to {0}"
    COUNT = "不超过{0}位的非负整数", "a whole number of at most {0} digits, not negative"
    MONEY = "不超过{0}位的非负金额", "an amount of at most {0} digits, not negative"
    ONE_OF = "{0}", "{0}"
    NO_SUCH_KEY = "无此键", "no such key"
    REQUIRED = "必需的键", "a value, the key is required"
    ONCE = "只出现一次", "one of them"
    JSON = "JSON", "JSON"


class Source:
    """
    What was met while a document was looked through.

    Args:
        texts: Whether a figure can be text, such as "/".
    """

    def __init__(self, *, texts: bool) -> None:
        self.texts = texts
        self.lost: list[Loss] = []
        self._faults: list[Fault] = []
        self._more = 0

    def fault(self, path: str, value: object, expected: Phrase) -> None:
        """Note what stands in the place of what should."""
        self._add(Fault(path, shown(value), expected))

    def unknown(self, path: str) -> None:
        """Note a key that nothing knows, where figures could hide behind it."""
        self._add(Fault(path, Absence.UNKNOWN_KEY(), Expected.NO_SUCH_KEY()))

    def _add(self, fault: Fault) -> None:
        if len(self._faults) < _MOST_FAULTS:
            self._faults.append(fault)
        else:
            self._more += 1

    def refuse(self) -> None:
        """
        Refuse the document if it has faults.

        Raises:
            StructureError: With all of them.
        """
        if self._faults:
            raise StructureError(self._faults, more=self._more)

    def lose(self, path: str, value: object) -> None:
        """Note that a report has no place for something, unless it is empty."""
        if value is not None and value not in ("", [], {}):
            self.lost.append(Loss.of(path, Reason.NO_PLACE, value))

    def lose_others(self, tree: Mapping[str, Any], known: set[str], path: str) -> None:
        """Note that a report has no place for what stands under other keys of an object."""
        for key, value in tree.items():
            if key not in known:
                self.lose(below(path, key), value)

    def member(self, tree: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401 - any JSON
        """Give what stands under a key of the document that must be there."""
        if key not in tree:
            self._add(Fault(key, Absence.NO_KEY(), Expected.REQUIRED()))
        return tree.get(key)

    def mapping(self, value: object, path: str) -> Mapping[str, Any]:
        """Give an object; an empty one where something else stands, which is noted, or null."""
        if value is None:
            return {}
        if not is_object(value):
            self.fault(path, value, Expected.OBJECT())
            return {}
        return value

    def text(self, value: object, path: str) -> str | None:
        """Give text, or None for null."""
        if value is None or isinstance(value, str):
            return value
        self.fault(path, value, Expected.TEXT())
        return None

    def lines(self, text: str, path: str) -> list[str]:
        """Give the paragraphs of a text: its lines."""
        lines = text.replace("\r\n", "\n").split("\n")
        wrong = [line for line in lines if broken_text(line)]
        for line in wrong:
            self.fault(path, line, Expected.TEXT())
        return [] if wrong else lines


def is_object(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Tell whether something is an object of JSON."""
    return isinstance(value, Mapping) and all(isinstance(key, str) for key in value)


def below(path: str, key: str) -> str:
    """Give the path of a key of an object; a key that is long is cut."""
    name = key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}…"
    return f"{path}.{name}" if path else name


def tree_of(source: str | bytes | Mapping[str, Any]) -> Mapping[str, Any]:
    """
    Give the tree of a document: of text, strictly parsed, or as it was given.

    Raises:
        StructureError: If it is no JSON object in UTF-8, too long or too deep, or a key stands twice in one object.
        TypeError: If it is neither text, bytes nor a mapping.
    """
    if isinstance(source, Mapping):
        return source
    if not isinstance(source, str | bytes):
        raise TypeError(f"a document must be str, bytes or a mapping, got {type(source).__name__}")
    if len(source) > _LONGEST:
        _refuse(f"{len(source)} characters")
    try:
        text = source if isinstance(source, str) else source.decode()
        tree = json.loads(text, parse_float=_Number, parse_constant=_refuse, object_pairs_hook=_once)
    # 1e99999999999999999999, which no computer holds
    except ArithmeticError:
        _refuse("a number beyond all bounds")
    except (ValueError, RecursionError) as error:
        _refuse(str(error) or "too many levels")
    if not isinstance(tree, dict):
        raise StructureError([Fault("", shown(tree), Expected.OBJECT())])
    return tree


def _refuse(met: str) -> NoReturn:
    raise StructureError([Fault("", met, Expected.JSON())]) from None


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for key, value in pairs:
        if key in tree:
            raise StructureError([Fault(below("", key), Absence.REPEATED_KEY(2), Expected.ONCE())])
        tree[key] = value
    return tree
