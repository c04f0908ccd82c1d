"""What slip of the pen makes one figure of another."""

from __future__ import annotations

from govdisclosure.diagnosis._repair import Kind


def kind_of(printed: int | None, proposed: int) -> Kind:
    """Tell what slip has made what is printed of what should stand there."""
    if printed is None:
        return Kind.BLANK
    wrong, right = str(printed), str(proposed)
    # 21 for 12
    if any(_exchanged(right, at) == wrong for at in range(len(right) - 1)):
        return Kind.DIGITS_EXCHANGED
    # 1 for 12
    if any(right[:at] + right[at + 1 :] == wrong for at in range(len(right))):
        return Kind.DIGIT_DROPPED
    # 122 for 12
    if any(right[: at + 1] + right[at:] == wrong for at in range(len(right))):
        return Kind.DIGIT_DOUBLED
    return Kind.FIGURE


def _exchanged(digits: str, at: int) -> str:
    return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
