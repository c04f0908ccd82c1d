"""Build the docs site: ``python tools/docs_site.py FOLDER`` writes it in both languages; any warning ends it."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import Final

DOCS: Final = Path("docs")
LANGUAGES: Final = ("en", "zh")
STRICT: Final = ("--fail-on-warning", "--keep-going", "--nitpicky", "--quiet")

_CHOICE: Final = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>govdisclosure</title>
<script>location.replace(navigator.language.startsWith("zh") ? "zh/index.html" : "en/index.html")</script>
<p><a href="en/index.html">English</a></p>
<p lang="zh"><a href="zh/index.html">中文</a></p>
</html>
"""


def main() -> int:
    """Build what the command line asks for; the status is that of the worst language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("site"))
    folder: Path = parser.parse_args().folder
    return max(build(DOCS, folder).values())


def build(docs: Path, folder: Path) -> dict[str, int]:
    """Build the site of each language at once, and the page that chooses between them; give the statuses."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(_CHOICE, encoding="utf-8")
    started = {
        language: subprocess.Popen(command(docs, folder, language))  # noqa: S603 - our own pages
        for language in LANGUAGES
    }
    return {language: process.wait() for language, process in started.items()}


def command(docs: Path, folder: Path, language: str) -> list[str]:
    """Give the command that builds the site of one language."""
    sphinx = [sys.executable, "-m", "sphinx", "--builder", "html", *STRICT]
    kept = ["--doctree-dir", str(folder / ".doctrees" / language)]
    return [*sphinx, *kept, "--conf-dir", str(docs), "--tag", language, str(docs / language), str(folder / language)]


if __name__ == "__main__":
    sys.exit(main())
