"""Write the official label of every field below it, where editors look for what they show: from the declarations."""

from __future__ import annotations

import ast
from importlib import import_module
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.model.declare import declaration

if TYPE_CHECKING:
    from collections.abc import Iterator

MODEL: Final = Path(__file__).parent.parent / "src" / "govdisclosure" / "model"
_INDENT: Final = "    "


def main() -> None:
    """Write the labels."""
    for path, content in pages().items():
        path.write_text(content, encoding="utf-8")
        print(path.relative_to(MODEL))


def pages() -> dict[Path, str]:
    """Give the modules that declare fields, by path, with the labels of all of them."""
    made = {path: _labelled(path) for path in sorted(MODEL.glob("*.py")) if path.stem != "__init__"}
    return {path: content for path, content in made.items() if content is not None}


def _labelled(path: Path) -> str | None:
    content = path.read_text(encoding="utf-8")
    lines = content.splitlines()
    fields = list(_fields(ast.parse(content), f"govdisclosure.model.{path.stem}"))
    # From the end, so that the lines before a field stay where they are.
    for first, last, label in reversed(fields):
        lines[first:last] = [f'{_INDENT}"""{label}"""']
    return "\n".join(lines) + "\n" if fields else None


def _fields(tree: ast.Module, module: str) -> Iterator[tuple[int, int, str]]:
    """Give for each field the end of its declaration, the end of the label below it, if there is one, and its label."""
    for cls in tree.body:
        if isinstance(cls, ast.ClassDef):
            labels = _labels(module, cls.name)
            for field, following in zip_longest(cls.body, cls.body[1:]):
                name = ast.unparse(field.target) if isinstance(field, ast.AnnAssign) else ""
                if name in labels:
                    yield _end(field), _end(_text(following) or field), labels[name]


def _labels(module: str, name: str) -> dict[str, str]:
    """Give the labels of the fields that a class declares, by their names; none for another class."""
    cls = getattr(import_module(module), name)
    fields = attrs.fields(cls) if attrs.has(cls) else ()
    return {field.name: declaration(field).label for field in fields if field.metadata}


def _text(statement: ast.stmt | None) -> ast.stmt | None:
    """Give the statement if it is a text by itself, as a label below its field is."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return statement if isinstance(statement.value.value, str) else None
    return None


def _end(statement: ast.stmt) -> int:
    assert statement.end_lineno is not None, "what was parsed has lines"
    return statement.end_lineno


if __name__ == "__main__":
    main()
