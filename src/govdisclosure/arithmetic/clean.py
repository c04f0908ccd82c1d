"""
Whether a table is clean: every cell of its identities is a number, and every identity holds.

Most tables are, and to ask each cell by its path would be most of the cost of a check. So the question is written as
Python once for each class of table, from its declarations: every cell read once, every identity one comparison.

    natural_person = table.natural_person
    newly_received = natural_person.newly_received
    ...
    if newly_received + carried_over != outcomes_total + carried_forward: return False
    ...
    return True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.arithmetic.identities import identities
from govdisclosure.model.declare import Kind
from govdisclosure.model.structure import cache, nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govdisclosure.model.structure import Table


def is_clean(table: Table) -> bool:
    """Tell whether every cell in an identity of the table is a number, and every identity holds."""
    cls: type = type(table)
    try:
        return _question(cls)(table)
    except TypeError:  # A blank or "/" cannot be added.
        return False


@cache
def _question(cls: type) -> Callable[[Table], bool]:
    """Compile the question for a class of tables."""
    written = "\n ".join(["def clean(table):", *_lines(cls), "return True"])
    names: dict[str, Callable[[Table], bool]] = {}
    exec(written, {}, names)  # noqa: S102 - made of the names of declared fields only
    return names["clean"]


def _lines(cls: type) -> Iterator[str]:
    if not identities(cls):
        return
    variables = {"": "table"}
    for node in nodes(cls):
        if node.declared.kind is not Kind.NARRATIVE:
            above, _, name = node.path.rpartition(".")
            variables[node.path] = f"v{len(variables)}"
            yield f"{variables[node.path]} = {variables[above]}.{name}"
    for identity in identities(cls):
        left, right = _added(identity.left, variables), _added(identity.right, variables)
        # A side of one blank would be equal to another blank; of several, there is none.
        plus = "0 + " if len(identity.left) == 1 else ""
        yield f"if {plus}{left} != {right}: return False"


def _added(paths: Sequence[str], variables: dict[str, str]) -> str:
    return " + ".join(variables[path] for path in paths)
