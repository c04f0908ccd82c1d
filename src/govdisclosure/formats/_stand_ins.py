"""What a cell shows that has no text but something else in it, so that it is not taken for a blank one."""

from __future__ import annotations

from typing import Final

PICTURE: Final = "［图片］"
"""A picture, a drawing, or anything else that is drawn."""

FIELD: Final = "［输入框］"
"""A control that can be filled in."""

LINE: Final = "╱"
"""A line from corner to corner of a cell."""

STAND_INS: Final = (PICTURE, FIELD)
