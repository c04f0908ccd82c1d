"""Repairs in words: in Chinese cells are named by their labels, in English by their paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.diagnosis._repair import Range
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from govdisclosure.diagnosis._repair import Proposed

_ZH: Final = "零一两三四五六七八九十"
_EN: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NAMED: Final = 3
"""Cells in doubt that are named; where there are more, each can be too many things to be told."""


@frozen(eq=False)
class Wording:
    """
    The words for the repairs of some identities.

    Args:
        name: Names a cell in Chinese, by its path.
        printed: What is printed in the cells, by path: empty for a blank.
        healed: How many identities each repair heals.
    """

    name: Callable[[str], str]
    printed: Mapping[str, str]
    healed: int

    def sentence(self, act: Message, cells: Mapping[str, Proposed], noted: Mapping[str, Proposed]) -> Message:
        """
        Say what to do, what that rests on, and how many identities then hold.

        Args:
            act: What to do.
            cells: What then stands in the cells that are changed.
            noted: What then must stand in the cells in doubt.
        """
        depends = _has_range(cells) and _has_range(noted)
        premise, agreeing = self._depending(noted) if depends else self._premise(noted), self._agreeing
        return Message(f"{act.zh}{premise.zh}，{agreeing.zh}。", f"{act.en}{premise.en}, and {agreeing.en}")

    def doubted(self, noted: Mapping[str, Proposed]) -> Message:
        """Say that nothing is to be done if such figures stand in the cells in doubt."""
        if len(noted) > _NAMED:
            return Message(
                f"读取存疑的 {len(noted)} 格可能就是原因，请对照原件核对。",
                f"the {len(noted)} cells in doubt can be the reason: compare them with the source",
            )
        cells = self._holding(noted, "若为")
        return Message(f"读取存疑的{cells.zh}，{self._agreeing.zh}。", f"if{cells.en}, {self._agreeing.en}")

    def put(self, cells: Mapping[str, Proposed]) -> Message:
        """Say what should stand in cells."""
        each = [self._put(path, _figure(proposed)) for path, proposed in cells.items()]
        zh, en = "，".join(words.zh for words in each), " and ".join(words.en for words in each)
        if all(map(self.printed.__getitem__, cells)):  # change a to 1 and b to 2
            en = "change " + " and ".join(f"{path} to {_figure(proposed).en}" for path, proposed in cells.items())
        return Message(zh, en)

    def together(self, cells: Iterable[str], less: int) -> Message:
        """Say that cells should be less together."""
        zh, en = "与".join(map(self.name, cells)), " and ".join(cells)
        return Message(f"把{zh}合计减少 {less}", f"take {less} off {en} together")

    def exchanged(self, one: str, other: str) -> Message:
        """Say that two cells stand in each other's place."""
        first, second = self._printed(one), self._printed(other)
        return Message(f"把{first.zh}与{second.zh}对调", f"exchange {first.en} and {second.en}")

    def slid(self, first: str, last: str, figures: Iterable[int]) -> Message:
        """Say that a run of figures stands a column off."""
        zh, en = "、".join(map(str, figures)), ", ".join(map(str, figures))
        return Message(
            f"{self.name(first)}至{self.name(last)}的数字错了一列，依次改为 {zh}",
            f"the figures from {first} to {last} are a column off: put {en} there",
        )

    def split(self, one: str, other: str, into: str, number: int) -> Message:
        """Say that the figures of two cells are one number."""
        first, second = self._printed(one), self._printed(other)
        return Message(
            f"{first.zh}与{second.zh}原是一个数，合为{self.name(into)}的 {number}",
            f"{first.en} and {second.en} are one number: put {number} into {into}",
        )

    def _put(self, path: str, figure: Message) -> Message:
        if self.printed[path]:
            return Message(f"把{self.name(path)}改为{figure.zh}", f"change {path} to {figure.en}")
        return Message(f"把空白的{self.name(path)}填为{figure.zh}", f"put {figure.en} into {path} (blank)")

    def _printed(self, path: str) -> Message:
        printed = self.printed[path]
        return Message(f"{self.name(path)}的{f' {printed} ' if printed else '空白'}", f"{path} ({printed or 'blank'})")

    def _premise(self, noted: Mapping[str, Proposed]) -> Message:
        if not noted:
            return Message()
        if len(noted) > _NAMED:
            return Message(
                f"（前提是读取存疑的 {len(noted)} 格有相应的数）", f" (if the {len(noted)} cells in doubt allow it)"
            )
        cells = self._holding(noted, "为")
        return Message(f"（前提是读取存疑的{cells.zh}）", f" (if{cells.en})")

    def _depending(self, noted: Mapping[str, Proposed]) -> Message:
        """Say that how much exactly is to be put depends on the cells in doubt."""
        n = len(noted)
        if n > _NAMED:
            return Message(f"（具体以读取存疑的 {n} 格为准）", f" (depending on the {n} cells in doubt)")
        en = f"{_listed(list(noted))}, which {'is' if n == 1 else 'are'} in doubt"
        return Message(f"（具体以读取存疑的{'、'.join(map(self.name, noted))}为准）", f" (depending on {en})")

    def _holding(self, noted: Mapping[str, Proposed], verb: str) -> Message:
        """Say what stands in the cells in doubt."""
        zh = "，".join(f"{self.name(path)}{verb}{_figure(proposed).zh}" for path, proposed in noted.items())
        if len(noted) == 1:
            en = "".join(f" {path}, which is in doubt, is {_figure(proposed).en}" for path, proposed in noted.items())
            return Message(zh, en)
        each = [f"{path} is {_figure(proposed).en}" for path, proposed in noted.items()]
        return Message(f"{_ZH[len(noted)]}格中，{zh}", f", of the cells in doubt, {_listed(each)}")

    @property
    def _agreeing(self) -> Message:
        n = self.healed
        number = Message(_ZH[n], _EN[n]) if n < len(_EN) else Message(f"{n} ", str(n))
        agree = {1: "the sum agrees", 2: "both sums agree"}.get(n, f"all {number.en} sums agree")
        return Message("即相符" if n == 1 else f"{number.zh}处同时相符", agree)


def _listed(items: Sequence[str]) -> str:
    *first, last = items
    return f"{', '.join(first)} and {last}" if first else last


def _has_range(cells: Mapping[str, Proposed]) -> bool:
    return any(isinstance(proposed, Range) for proposed in cells.values())


def _figure(proposed: Proposed) -> Message:
    if not isinstance(proposed, Range):
        return Message(f" {proposed}", f"{proposed}")
    low, high = proposed.low, proposed.high
    if high is None:
        return Message(f"不小于 {low} 的数", f"a figure of {low} or more")
    if high == low + 1:
        return Message(f" {low} 或 {high}", f"{low} or {high}")
    return Message(f" {low} 至 {high} 之间的数", f"a figure from {low} to {high}")
