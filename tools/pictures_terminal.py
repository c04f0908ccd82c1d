"""Write ``docs/pictures/show.svg``: what ``govdisclosure show`` prints of the example, in its colours."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Final

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

ROOT: Final = Path(__file__).parent.parent
EXAMPLE: Final = "examples/liuxi-2024.txt"
WIDTH: Final = 80

_FAMILY: Final = "'Noto Sans Mono CJK SC', 'Source Han Mono SC', monospace"
# The template of rich loads a font from the network, and asks for wide digits; a picture does neither.
_CHANGES: Final = {
    r"@font-face \{\{.*?\}\}\s*": "",
    r"font-family: Fira Code, monospace": f"font-family: {_FAMILY}",
    r"font-variant-east-asian: full-width;\s*": "",
}


_CELL: Final = 10  # The width of a cell; the letters are 20 high.
_PLACED: Final = re.compile(r' x="([0-9.]+)" (y="[0-9.]+") textLength="[0-9.]+"([^>]*)>([^<]*)<')


def picture() -> str:
    """Give what the command prints, as SVG."""
    environment = os.environ | {"COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "TERM": "xterm", "LC_ALL": "zh_CN.UTF-8"}
    command = [sys.executable, "-m", "govdisclosure", "show", EXAMPLE]
    printed = subprocess.run(  # noqa: S603 - our own program
        command, cwd=ROOT, env=environment, capture_output=True, check=True, encoding="utf-8"
    ).stdout
    screen = Console(record=True, width=WIDTH + 1, file=StringIO())  # The last bar may be wider than its cell.
    screen.print(Text.from_ansi(printed), soft_wrap=True)
    template = CONSOLE_SVG_FORMAT
    for pattern, changed in _CHANGES.items():
        template = re.sub(pattern, changed, template, flags=re.DOTALL)
    drawn = screen.export_svg(
        title=f"govdisclosure show {EXAMPLE}",
        theme=DEFAULT_TERMINAL_THEME,
        code_format=template,
        unique_id="show",
        font_aspect_ratio=_CELL / 20,
    )
    return _PLACED.sub(_in_cells, drawn)


def _in_cells(match: re.Match[str]) -> str:
    """Place each character in its cell: rich counts a Chinese one as one cell here, and fonts differ in bars."""
    words = html.unescape(match[4])
    places = (f"{float(match[1]) + _CELL * cell_len(words[:at]):g}" for at in range(len(words)))
    return f' x="{" ".join(places)}" {match[2]}{match[3]}>{match[4]}<'


if __name__ == "__main__":
    target = ROOT / "docs" / "pictures" / "show.svg"
    target.parent.mkdir(exist_ok=True)
    target.write_text(picture(), encoding="utf-8", newline="\n")
    print(f"{target.relative_to(ROOT)} written")
