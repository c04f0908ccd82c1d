"""
Write ``vocabulary/_script.py``: which traditional characters stand for the common simplified ones.

Common are the 3,755 characters of the first level of GB 2312, in which nearly all Chinese is written, and the few
beside them that the package looks for in a text. So the table need not be made anew for a new label, pattern or
message; a test tells if a label or a pattern has a character that is not common.
Run it with ``pip install opencc && python tools/script_table.py``.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "src" / "govdisclosure"
TARGET = PACKAGE / "vocabulary" / "_script.py"
_CHECKS = ("vocabulary/bodies.py", "checks/_fees.py", "checks/_openings.py", "checks/_years.py")
_TITLES = (
    "form/title_bodies.py",
    "form/title_columns.py",
    "form/title_frames.py",
    "form/title_lines.py",
    "form/title_marks.py",
    "form/title_names.py",
    "form/title_years.py",
    "form/titles.py",
)
_FORM = ("form/metadata.py", *_TITLES, "form/days.py")
LOOKING = ("model", "vocabulary", *_FORM, "reading", "claims", *_CHECKS)
"""Modules and folders that hold what is looked for in a text; those with messages are none of them."""

_BESIDE = "廿卅浏暨"  # 廿三件; 浏览次数 below a page; 法治政府建设暨
_CONFIGURATIONS = ("t2s", "tw2s", "hk2s")
_ROWS_OF_FIRST_LEVEL = range(0xB0, 0xD8)
_FIRST_IDEOGRAPH, _LAST_IDEOGRAPH = "㐀", "鿿"


def is_common(character: str) -> bool:
    """Tell whether traditional characters fold to this one."""
    written = character.encode("gb2312", errors="ignore")
    return character in _BESIDE or (len(written) == 2 and written[0] in _ROWS_OF_FIRST_LEVEL)


def looked_for() -> set[str]:
    """Collect the Chinese characters in the modules that hold what is looked for."""
    paths = [PACKAGE / name for name in LOOKING]
    modules = chain.from_iterable(path.rglob("*.py") if path.is_dir() else (path,) for path in paths)
    sources = [module.read_text(encoding="utf-8") for module in modules if module != TARGET]
    return set(filter(_is_ideograph, "".join(sources)))


def _is_ideograph(character: str) -> bool:
    return _FIRST_IDEOGRAPH <= character <= _LAST_IDEOGRAPH


def main() -> None:
    """Write the table."""
    from opencc import OpenCC  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415 - for the table

    table: dict[str, str] = {}
    for configuration in _CONFIGURATIONS:
        convert = OpenCC(configuration).convert
        for character in map(chr, range(ord(_FIRST_IDEOGRAPH), ord(_LAST_IDEOGRAPH) + 1)):
            simplified = convert(character)
            if simplified != character and is_common(simplified):
                table.setdefault(character, simplified)
    lines = [
        '"""Traditional characters and the common ones for them. Made by ``tools/script_table.py``; do not edit."""',
        "",
        "# fmt: off",
        f"TRADITIONAL = (\n{_wrapped(''.join(table))}\n)",
        f"SIMPLIFIED = (\n{_wrapped(''.join(table.values()))}\n)",
        "# fmt: on",
        "",
    ]
    TARGET.write_text("\n".join(lines), encoding="utf-8")
    print(f"{len(table)} traditional characters")


def _wrapped(text: str) -> str:
    return "\n".join(f'    "{text[start : start + 50]}"' for start in range(0, len(text), 50))


if __name__ == "__main__":
    main()
