"""Repairs in words: in Chinese cells are named by their labels, in English by their paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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

    def put(self, cells: Mapping[str, Proposed]) -> Message:
        """Say what should stand in cells."""
        zh = "，".join(self._put(path).zh + _figure(proposed).zh for path, proposed in cells.items())
        en = " and ".join(self._put(path).en + _figure(proposed).en for path, proposed in cells.items())
        if all(map(self.printed.__getitem__, cells)):  # change a to 1 and b to 2
            en = "change " + " and ".join(f"{path} to {_figure(proposed).en}" for path, proposed in cells.items())
        return self._ended(zh, en)

    def noted(self, cells: Mapping[str, Proposed]) -> Message:
        """Say what should stand in the cells of which the reading is not sure."""
        n = len(cells)
        if n > _NAMED:
            return Message(
                f"读取存疑的 {n} 格可能就是原因，请对照原件核对。",
                f"the {n} cells in doubt can be the reason: compare them with the source",
            )
        zh = "、".join(f"{self.name(path)}为{_figure(proposed).zh}" for path, proposed in cells.items())
        en = ", ".join(f"{path} is {_figure(proposed).en}" for path, proposed in cells.items())
        return self._ended(f"读取存疑的{zh}", f"if, of the cells in doubt, {en}")

    def together(self, cells: Iterable[str], less: int) -> Message:
        """Say that cells should be less together."""
        zh, en = "与".join(map(self.name, cells)), " and ".join(cells)
        return self._ended(f"把{zh}合计减少 {less}", f"take {less} off {en} together")

    def exchanged(self, one: str, other: str) -> Message:
        """Say that two cells stand in each other's place."""
        first, second = self._printed(one), self._printed(other)
        return self._ended(f"把{first.zh}与{second.zh}对调", f"exchange {first.en} and {second.en}")

    def slid(self, first: str, last: str, figures: Iterable[int]) -> Message:
        """Say that a run of figures stands a column off."""
        zh, en = "、".join(map(str, figures)), ", ".join(map(str, figures))
        return self._ended(
            f"{self.name(first)}至{self.name(last)}的数字错了一列，依次改为 {zh}",
            f"the figures from {first} to {last} are a column off: put {en} there",
        )

    def split(self, one: str, other: str, into: str, number: int) -> Message:
        """Say that the figures of two cells are one number."""
        first, second = self._printed(one), self._printed(other)
        return self._ended(
            f"{first.zh}与{second.zh}原是一个数，合为{self.name(into)}的 {number}",
            f"{first.en} and {second.en} are one number: put {number} into {into}",
        )

    def _put(self, path: str) -> Message:
        if self.printed[path]:
            return Message(f"把{self.name(path)}改为", f"change {path} to ")
        return Message(f"把空白的{self.name(path)}填为", f"fill {path} (blank) in with ")

    def _printed(self, path: str) -> Message:
        printed = self.printed[path]
        return Message(f"{self.name(path)}的{f' {printed} ' if printed else '空白'}", f"{path} ({printed or 'blank'})")

    def _ended(self, zh: str, en: str) -> Message:
        return Message(f"{zh}，{self._agreeing.zh}。", f"{en}, and {self._agreeing.en}")

    @property
    def _agreeing(self) -> Message:
        n = self.healed
        number = Message(_ZH[n], _EN[n]) if n < len(_EN) else Message(f" {n} ", str(n))
        agree = {1: "it agrees", 2: "both agree"}.get(n, f"all {number.en} agree")
        return Message("即相符" if n == 1 else f"{number.zh}处同时相符", agree)


def _figure(proposed: Proposed) -> Message:
    if not isinstance(proposed, Range):
        return Message(f" {proposed}", f"{proposed}")
    if proposed.high is None:
        return Message(f" {proposed.low} 以上", f"{proposed.low} or more")
    return Message(f" {proposed.low} 至 {proposed.high}", f"{proposed.low} to {proposed.high}")
