"""Files as LibreOffice prints them."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from support.programs import program

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECONDS: Final = 600


def by_office(files: Sequence[bytes], suffix: str) -> list[bytes]:
    """Let LibreOffice print files, all of them at once; its profile is made anew, so that many can run side by side."""
    with tempfile.TemporaryDirectory() as folder:
        names = [Path(folder) / f"{number}.{suffix}" for number in range(len(files))]
        for name, content in zip(names, files, strict=True):
            name.write_bytes(content)
        command = [program("soffice"), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
        subprocess.run(  # noqa: S603 - a program of the machine, with files of our own
            [*command, "pdf", "--outdir", folder, *map(str, names)],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
            env=os.environ | {"HOME": folder},
        )
        return [name.with_suffix(".pdf").read_bytes() for name in names]
