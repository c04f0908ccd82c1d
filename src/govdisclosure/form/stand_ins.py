"""What stands in a cell for what is shown there and is no text, or is shown otherwise than the text around it."""

from __future__ import annotations

from typing import Final

PICTURE: Final = "［图片］"
"""A picture, a drawing, or anything else that is drawn."""

FIELD: Final = "［输入框］"
"""A control that can be filled in."""

ALTERED: Final = "［显示不同］"
"""Words that are shown otherwise than they stand there: white on white, on each other, beside what was deleted."""

EMBEDDED: Final = "［嵌入文件］"
"""Another document that is shown in this place."""

LINE: Final = "╱"
"""A line from corner to corner of a cell."""

HIDDEN: Final = "［不显示］"
"""What stands before a figure that nobody sees."""

RAISED: Final = "^"
"""What stands before letters that are raised, or that are faint."""

LOWERED: Final = "_"
STRUCK: Final = "~~"
"""What stands around letters that are struck out, and before those that may not be seen."""

STAND_INS: Final = (PICTURE, FIELD, ALTERED, EMBEDDED, LINE, HIDDEN)
