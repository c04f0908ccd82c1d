"""Write ``docs/glossary.md``: the official labels and the names of the fields, from the declarations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from govdisclosure.model._declare import Kind
from govdisclosure.model._structure import Node, Table, nodes
from govdisclosure.model.report import HEADINGS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

TARGET = Path(__file__).parent.parent / "docs" / "glossary.md"
HEAD = """# Glossary

The official label of every field, its name in Python and JSON, its unit, and its ground in the Regulation
(《中华人民共和国政府信息公开条例》).
Made by `python tools/glossary.py` from the declarations of the fields.
"""


def main() -> None:
    """Write the glossary."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(glossary(), encoding="utf-8")
    print(TARGET.name)


def glossary() -> str:
    """Give the glossary as Markdown."""
    lines = [HEAD, "## Sections", "", "| heading | name |", "|---|---|"]
    lines += [f"| {heading} | `{section}` |" for section, heading in HEADINGS.items()]
    for section, classes in TABLES.items():
        for cls in classes:
            lines += ["", f"## `{cls.__name__}`: `{section}`{_edition(cls)}", "", *_table(cls)]
    return "\n".join(lines) + "\n"


def _edition(cls: type[Table]) -> str:
    return f", edition {cls.edition}" if cls.edition else ""


def _table(cls: type[Table]) -> Iterator[str]:
    yield "| label | name | unit | law |"
    yield "|---|---|---|---|"
    seen: set[tuple[str, str]] = set()
    for node in nodes(cls):
        row = (node.declared.label, _name(node))
        # The seven columns of table III hold the same rows: each is named once.
        if row not in seen and node.path != "notes":
            seen.add(row)
            yield f"| {row[0]} | `{row[1]}` | {node.declared.unit or ''} | {node.declared.law or ''} |"


def _name(node: Node) -> str:
    """Give the path below the row, column or block of the form that the field is in."""
    above = [place for place, declared in enumerate(node.chain[:-1], 1) if declared.kind is Kind.BLOCK]
    return ".".join(node.path.split(".")[max(above, default=0) :])


if __name__ == "__main__":
    main()
