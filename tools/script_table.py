"""
Write ``vocabulary/_script.py``: which traditional characters stand for those of the form's own vocabulary.

The vocabulary is every Chinese character in the source of the package. Run it after a label, a variant or a pattern
was added: ``pip install opencc && python tools/script_table.py``.
"""

from __future__ import annotations

from pathlib import Path

from opencc import OpenCC  # type: ignore[import-not-found,import-untyped,unused-ignore]

PACKAGE = Path(__file__).parent.parent / "src" / "govdisclosure"
TARGET = PACKAGE / "vocabulary" / "_script.py"
CONFIGURATIONS = ("t2s", "tw2s", "hk2s")
CHARACTERS = [chr(point) for point in range(0x3400, 0xA000)]


def vocabulary() -> list[str]:
    """Collect the Chinese characters that the package uses."""
    folders = ("model", "vocabulary", "form", "writing", "reading", "checks", "claims")
    sources = (path for folder in folders for path in (PACKAGE / folder).rglob("*.py") if path != TARGET)
    texts = [path.read_text(encoding="utf-8") for path in sources]
    return sorted({character for text in texts for character in text if "㐀" <= character <= "鿿"})


def main() -> None:
    """Write the table."""
    known = vocabulary()
    table: dict[str, str] = {}
    for configuration in CONFIGURATIONS:
        convert = OpenCC(configuration).convert
        for character in CHARACTERS:
            simplified = convert(character)
            if simplified != character and simplified in known:
                table.setdefault(character, simplified)
    lines = [
        '"""Traditional characters of the form\'s vocabulary. Made by ``tools/script_table.py``; do not edit."""',
        "",
        "# fmt: off",
        *(
            f"{name} = (\n{_wrapped(text)}\n)"
            for name, text in (
                ("TRADITIONAL", "".join(table)),
                ("SIMPLIFIED", "".join(table.values())),
                ("VOCABULARY", "".join(known)),
            )
        ),
        "# fmt: on",
        "",
    ]
    TARGET.write_text("\n".join(lines), encoding="utf-8")
    print(f"{len(table)} traditional characters for a vocabulary of {len(known)}")


def _wrapped(text: str) -> str:
    return "\n".join(f'    "{text[start : start + 50]}"' for start in range(0, len(text), 50))


if __name__ == "__main__":
    main()
