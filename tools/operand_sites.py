"""What could be removed from a module: operands of ``and`` and ``or``, filters and conditions, one at a time."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind: TypeAlias = Literal["operand", "filter", "condition"]
_Comprehension: TypeAlias = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

_NAMED: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@frozen
class Site:
    """
    One thing that can be removed from a module.

    Args:
        module: Path of the module inside the package, such as ``arithmetic/bounds.py``.
        function: Name of the function and the class around it, such as ``Bounds.of``; empty on the level of the module.
        kind: What is removed: an operand, the filter of a comprehension, or the condition of a ternary.
        expression: The whole expression, on one line.
        removed: What of it goes; a condition that becomes True or False says so.
        lines: The first and the last line of the expression.
        without: The text of the whole module without it.
    """

    module: str
    function: str
    kind: Kind
    expression: str
    removed: str
    lines: tuple[int, int]
    without: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells a site from the others, whatever line it stands in."""
        return self.module, self.function, self.expression, self.removed

    def __str__(self) -> str:
        where = f"{self.module}:{self.lines[0]} {self.function or '(module)'}"
        return f"{where}: {self.kind} {self.removed!r} of {self.expression!r}"


def sites(module: str, text: str) -> Iterator[Site]:
    """
    Find what can be removed from a module, in the order of its text.

    Args:
        module: Path of the module inside the package.
        text: Its source.
    """
    content = text.encode()
    starts = [0]
    for line in content.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node, function, string in _expressions(ast.parse(text)):
        written = string or node  # The positions inside a formatted string are not to be relied on.
        assert written.end_lineno is not None
        assert written.end_col_offset is not None
        start = starts[written.lineno - 1] + written.col_offset
        end = starts[written.end_lineno - 1] + written.end_col_offset
        expression = ast.unparse(node)
        for kind, removed, changed in _removals(node, written):
            without = (content[:start] + f"({changed})".encode() + content[end:]).decode()
            yield Site(module, function, kind, expression, removed, (written.lineno, written.end_lineno), without)


def _expressions(tree: ast.AST) -> Iterator[tuple[ast.expr, str, ast.JoinedStr | None]]:
    """Give expressions with the names of what they stand in, and the outermost formatted string around them."""
    waiting: list[tuple[ast.AST, tuple[str, ...], ast.JoinedStr | None]] = [(tree, (), None)]
    while waiting:
        node, names, string = waiting.pop()
        if isinstance(node, ast.BoolOp | ast.IfExp | _Comprehension):
            yield node, ".".join(names), string
        if isinstance(node, _NAMED):
            names = (*names, node.name)
        if isinstance(node, ast.JoinedStr) and string is None:
            string = node
        waiting.extend((child, names, string) for child in reversed(list(ast.iter_child_nodes(node))))


def _removals(node: ast.expr, written: ast.expr) -> Iterator[tuple[Kind, str, str]]:
    """Give each removal from an expression: its kind, what goes, and what is ``written`` then."""
    if isinstance(node, ast.BoolOp):
        yield from _one_less("operand", node.values, written)
    elif isinstance(node, ast.IfExp):
        condition = node.test
        for value in (True, False):
            node.test = ast.Constant(value)
            yield "condition", f"{ast.unparse(condition)} -> {value}", ast.unparse(written)
        node.test = condition
    elif isinstance(node, _Comprehension):
        for part in node.generators:
            yield from _one_less("filter", part.ifs, written)


def _one_less(kind: Kind, parts: list[ast.expr], written: ast.expr) -> Iterator[tuple[Kind, str, str]]:
    for place in range(len(parts)):
        part = parts.pop(place)
        yield kind, ast.unparse(part), ast.unparse(written)
        parts.insert(place, part)
