"""Counts that are printed in another unit than the form has, such as 万件 or %: no figure of them is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.form.figures import PLAIN
from govdisclosure.model.declare import Kind
from govdisclosure.model.structure import Table, cache, cell_nodes
from govdisclosure.reading.labels import header_key, table_labels
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.spellings import official_column_head
from govdisclosure.vocabulary.units import glued_unit, other_unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


_SAID: Final = "单位"


def other_units(stated: Iterable[str], above: Iterable[str], cls: type[Table]) -> dict[str, str]:
    """
    Give the units of counts that are other than those of the form, by the paths of their cells.

    Args:
        stated: What stands in the cells of a table.
        above: The lines of text beside it.
        cls: The table.
    """
    units: dict[str, str] = {}
    for text in above:
        unit = other_unit(text)
        # 单位：万件, but not 公开率（%）
        if unit is not None and (_SAID in key(text) or key(text) in {"", unit}):
            units.update(dict.fromkeys(_counts(cls), unit))
    for text in dict.fromkeys(stated):
        label, unit = _apart(text, cls)
        if unit is not None:
            # Of a head that is not known, nobody knows what it is the unit of.
            paths = _below(label, cls) or _counts(cls)
            units.update(dict.fromkeys(paths, unit))
    return units


def _apart(text: str, cls: type[Table]) -> tuple[str, str | None]:
    """Give the key of a head, nothing for a unit alone, and the unit if that is another one than that of the form."""
    if text in PLAIN:
        return "", None
    # 自然人（万件）
    unit = other_unit(text)
    if unit is not None:
        words = header_key(text)
        return ("" if _SAID in words else words.removesuffix(unit)), unit
    # 自然人万件, 自然人 above %, but not a label that ends in such a word
    glued = glued_unit(text)
    if glued is None or not table_labels(cls).exact(glued[0]):
        return "", None
    is_label = table_labels(cls).exact(text) and key(text) != key(glued[0])
    return ("", None) if is_label else (key(glued[0]), glued[1])


def _below(label: str, cls: type[Table]) -> Collection[str]:
    """Give the paths of the counts below or beside a label."""
    official = official_column_head(label)
    return [path for path, labels in _counts(cls).items() if official in labels]


@cache
def _counts(cls: type[Table]) -> dict[str, frozenset[str]]:
    """Give the paths of the cells that hold counts or changes of them, with the keys of their labels."""
    nodes = (node for node in cell_nodes(cls) if node.declared.kind in {Kind.COUNT, Kind.CHANGE})
    return {node.path: frozenset(key(declared.label) for declared in node.chain) for node in nodes}
