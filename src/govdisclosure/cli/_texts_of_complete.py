"""The texts of the command ``complete``."""

from __future__ import annotations

from typing import Final

from govdisclosure.model.message import Message

OF_COMPLETE: Final = {
    "help.complete": Message(
        "补填一份报告的总计：表三、表四中空白而能由其他数字得出的总计；补填的各格逐行列出，已填的内容不变。",
        "Fill in totals: those of tables III and IV that are blank and follow from the other figures, listed a line "
        "each; what is stated stays.",
    ),
    "help.totals": Message(
        "proved 只补填能够证明的总计；convention 按惯例把空白当作零。",
        "proved: only what the figures prove; convention: a blank counts as nought, too.",
    ),
    "help.parts": Message("不是总计的空白格也补填。", "Fill in blanks that are no totals, too."),
    "nothing-filled": Message("没有可以补填的总计。", "There is no total to fill in."),
    "not-filled": Message(
        "读取时有不能确定的数字，未补填总计；请对照原件改正后再补填。",
        "some figures were not read for sure, so no total is filled in: mend these by the original, and call again.",
    ),
}
