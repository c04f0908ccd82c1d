"""What could be removed from a module: operands of ``and`` and ``or``, filters and conditions, one at a time."""

from __future__ import annotations

import ast
from itertools import count
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind: TypeAlias = Literal["operand", "filter", "condition"]
_Comprehension: TypeAlias = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
_Named: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef

WATCH: Final = "operand_decides"
"""The name of the function that a module calls that is watched, among the builtins."""


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
        at_import: Whether it stands in no function, so that the module has to be imported without it.
        number: How many sites of the module stand before it.
    """

    module: str
    function: str
    kind: Kind
    expression: str
    removed: str
    lines: tuple[int, int]
    without: str
    at_import: bool
    number: int

    @property
    def place(self) -> str:
        """Where it stands, in short: the module and its number in it."""
        return f"{self.module}#{self.number}"

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
    numbers = count()
    for node, scope, string in _expressions(ast.parse(text)):
        written = string or node  # The positions inside a formatted string are not to be relied on.
        assert written.end_lineno is not None
        assert written.end_col_offset is not None
        start = starts[written.lineno - 1] + written.col_offset
        end = starts[written.end_lineno - 1] + written.end_col_offset
        expression = ast.unparse(node)
        function = ".".join(each.name for each in scope)
        lines = written.lineno, written.end_lineno
        at_import = all(isinstance(each, ast.ClassDef) for each in scope)
        for kind, removed, changed in _removals(node, written):
            without = (content[:start] + f"({changed})".encode() + content[end:]).decode()
            yield Site(module, function, kind, expression, removed, lines, without, at_import, next(numbers))


def watched(module: str, text: str) -> ast.Module:
    """
    Give a module in which each thing that can be removed tells when it decides anything.

    Each is put into a call of ``WATCH``, which gives it back: with the module and the number of the site, in the order
    of ``sites``, with the truth that decides (an operand of ``and`` or a filter by being false, one of ``or`` by being
    true), and with whether it is the last operand, whose value is that of the whole whatever its truth (``x or None``).
    Where a site decides nothing, the module does the same without it.
    """
    tree = ast.parse(text)
    numbers = count()

    def told(part: ast.expr, *, truth: bool, ends: bool = False) -> ast.expr:
        given = [ast.Constant(module), ast.Constant(next(numbers)), ast.Constant(truth), ast.Constant(ends), part]
        return ast.Call(ast.Name(WATCH, ast.Load()), given, [])

    for node, _, _ in list(_expressions(tree)):
        if isinstance(node, ast.BoolOp):
            is_or, last = isinstance(node.op, ast.Or), node.values[-1]
            node.values = [told(part, truth=is_or, ends=part is last) for part in node.values]
        elif isinstance(node, ast.IfExp):
            node.test = told(told(node.test, truth=False), truth=True)
        elif isinstance(node, _Comprehension):
            for part in node.generators:
                part.ifs = [told(each, truth=False) for each in part.ifs]
    return ast.fix_missing_locations(tree)


def _expressions(tree: ast.AST) -> Iterator[tuple[ast.expr, tuple[_Named, ...], ast.JoinedStr | None]]:
    """Give expressions with what they stand in, and the outermost formatted string around them."""
    waiting: list[tuple[ast.AST, tuple[_Named, ...], ast.JoinedStr | None]] = [(tree, (), None)]
    while waiting:
        node, scope, string = waiting.pop()
        if isinstance(node, ast.BoolOp | ast.IfExp | _Comprehension):
            yield node, scope, string
        if isinstance(node, _Named):
            scope = (*scope, node)
        if isinstance(node, ast.JoinedStr) and string is None:
            string = node
        waiting.extend((child, scope, string) for child in reversed(list(ast.iter_child_nodes(node))))


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
