"""What a cell shows that has no text but something else in it, so that it is not taken for a blank one."""

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

STAND_INS: Final = (PICTURE, FIELD, ALTERED, EMBEDDED, LINE)
