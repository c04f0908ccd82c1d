"""
The units that a document names: of money, and of counts, if these are printed in another one than the form has.

No figure is read that is printed in a unit such as 万件 or %, nor an amount in another unit than its form has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.form.figures import PLAIN, unit_in
from govdisclosure.form.grids import figure_rows
from govdisclosure.model.structure import Node, Table, cache, cell_nodes
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.compare_heads import headers_of_rows
from govdisclosure.vocabulary.fold import header_key, key
from govdisclosure.vocabulary.memory import remembered
from govdisclosure.vocabulary.spellings import official_column_head
from govdisclosure.vocabulary.units import glued_unit, money_unit, other_quantity, other_unit
from govdisclosure.vocabulary.years import YEAR_BEFORE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


_SAID: Final = "单位"
_DIGIT: Final = re.compile("[0-9０-９]")
_OPENS: Final = re.compile("[(（][^()（）]*$")
_CLOSES: Final = re.compile("[^()（）]*[)）][^()（）]*")
_MULTIPLE: Final = re.compile("[十百千万亿]+")
_OF_UNIT: Final = re.compile("[单單位:：人民币幣十百千万萬亿億件]+")


def units_of_money(stated: Sequence[str], beside: Iterable[str], cls: type[Table]) -> dict[str, str]:
    """
    Give the units of money by the paths of the amounts: what their heads and labels and the lines beside them name.

    Where these name several, nobody knows which is meant, and no amount can be read in it.

    Args:
        stated: What stands in the cells of a table.
        beside: The lines of text beside it.
        cls: The table.
    """
    if not _amounts(cls):
        return {}
    stated = _with_closed_brackets(stated)
    # 单位：元
    said = list(map(money_unit, beside))
    units: dict[str, str] = {}
    for number, node in _amounts(cls):
        labels = (text for text in stated if "元" in text and _is_label(text, number, cls))
        # 本年收费金额（元）, 行政事业性收费（元）
        named = [_unit_above(node, stated, cls), *map(unit_in, labels), *said]
        # 单位：万元） below a head whose words are lost: no other cell of the table is an amount.
        known = _stated_units(named) or _stated_units(unit_in(text) for text in stated if not _DIGIT.search(text))
        if known:
            units[node.path] = "、".join(known)
    return units


def _with_closed_brackets(stated: Sequence[str]) -> Sequence[str]:
    """Put heads together whose bracket is closed in another cell, so that no piece of a unit is taken for a unit."""
    cells = list(stated)
    if not any(map(_OPENS.search, dict.fromkeys(stated))):
        return cells
    opened: int | None = None
    for place, cell in enumerate(stated):
        if opened is not None and _CLOSES.fullmatch(cell):
            # 采购总金额（单位：万 | 元）, or on two lines, the cells of other columns between
            for piece in range(opened + 1, place + 1):
                if piece == place or _OF_UNIT.fullmatch(cells[piece]):
                    cells[opened] += cells[piece]
                    cells[piece] = ""
            opened = None
        elif _OPENS.search(cell):
            opened = place
    return cells


def _stated_units(units: Iterable[str | None]) -> dict[str, None]:
    return dict.fromkeys(unit for unit in units if unit is not None)


def _unit_above(node: Node, stated: Sequence[str], cls: type[Table]) -> str | None:
    """Give the unit that a head in one of these cells names; in pieces, a caption tells of which amount it is."""
    words = header_key(node.declared.label)
    captions = {key(declared.caption) for declared in node.chain if declared.caption}
    labels = table_labels(cls)
    below = False
    for cell in stated:
        if not below and key(cell) not in captions and official_column_head(header_key(cell)) != words:
            continue
        match = labels.exact(cell)
        below = match is None or match.row is None
        unit = unit_in(cell) or _multiple_of_money(cell)
        if unit is not None:
            return unit
    return None


def _multiple_of_money(head: str) -> str | None:
    """Give the unit that the head of an amount names without the word for money: 本年收费金额（单位：万）."""
    unit = other_unit(head) or ""
    return f"{unit}元" if _MULTIPLE.fullmatch(unit) else None


def _is_label(text: str, number: int, cls: type[Table]) -> bool:
    """Tell whether a text is the label of a row, with a remark behind it."""
    match = table_labels(cls).remarked(text)
    return match is not None and match.row == number


@cache
def _amounts(cls: type[Table]) -> tuple[tuple[int, Node], ...]:
    """Give the amounts of a table, with the numbers of their rows."""
    numbers = {path: number for number, row in enumerate(figure_rows(cls)) for path in row.paths}
    return tuple((numbers[node.path], node) for node in cell_nodes(cls) if node.declared.kind.is_money)


def other_units(stated: Sequence[str], above: Iterable[str], cls: type[Table]) -> dict[str, str]:
    """
    Give the units of counts that are other than those of the form, by the paths of their cells.

    Args:
        stated: What stands in the cells of a table.
        above: The lines of text beside it.
        cls: The table.
    """
    units: dict[str, str] = {}
    stated = _with_closed_brackets(stated)
    for text in above:
        unit = other_unit(text)
        # 单位：万件, but not 公开率（%）
        if unit is not None and (_SAID in key(text) or key(text) in {"", unit}):
            units.update(dict.fromkeys(_counts(cls), unit))
    for text in dict.fromkeys(stated):
        label, unit = _apart(text, cls)
        if unit is not None and not _is_of_amount(label, unit, cls):
            # Of a head that is not known, nobody knows what it is the unit of.
            paths = _below(label, cls) or _counts(cls)
            within = _paths_below(text, stated, paths, cls) if label else []
            units.update(dict.fromkeys(within or paths, unit))
        units.update(_other_quantities(text, cls))
    return units


def _is_of_amount(label: str, unit: str, cls: type[Table]) -> bool:
    """Tell whether the unit of a head is that of the amount below it: 收费金额（单位：万）."""
    heads = {header_key(node.declared.label) for _, node in _amounts(cls)}
    return official_column_head(label) in heads and _MULTIPLE.fullmatch(unit) is not None


def _paths_below(head: str, stated: Iterable[str], paths: Iterable[str], cls: type[Table]) -> list[str]:
    """Give those of these paths whose rows do not stand below other heads, as those of other blocks of table II do."""
    # 信息内容 | 本年处理决定数量（万件） above 行政许可, and without a unit above 行政处罚
    others: set[str] = set()
    for row, heads in headers_of_rows(stated, cls).items():
        if head not in heads:
            others.update(figure_rows(cls)[row].paths)
    return [path for path in paths if path not in others]


def _other_quantities(text: str, cls: type[Table]) -> dict[str, str]:
    """Give what a head or label of the form says in brackets that the counts below or beside it are, by their paths."""
    named = other_quantity(text)
    if named is None:
        return {}
    head, quantity = named
    # 本年制发件数（上年数）; but 上年结转…（上年度） and 本年增/减（同比） say no more than the form.
    is_said = YEAR_BEFORE.search(head) is not None or "增" in head
    return {} if is_said else dict.fromkeys(_below(key(head), cls), quantity)


@remembered
def _apart(text: str, cls: type[Table]) -> tuple[str, str | None]:
    """Give the key of a head, nothing for a unit alone, and the unit if that is another one than that of the form."""
    if text in PLAIN:
        return "", None
    # 自然人（万件）
    unit = other_unit(text)
    if unit is not None:
        words = header_key(text)
        return ("" if _SAID in words else words.removesuffix(unit)), unit
    # 自然人万件, 自然人 above %
    glued = glued_unit(text)
    if glued is None or not table_labels(cls).exact(glued[0]):
        return "", None
    return key(glued[0]), glued[1]


def _below(label: str, cls: type[Table]) -> Collection[str]:
    """Give the paths of the counts below or beside a label."""
    official = official_column_head(label)
    return [path for path, labels in _counts(cls).items() if official in labels]


@cache
def _counts(cls: type[Table]) -> dict[str, frozenset[str]]:
    """Give the paths of the cells that hold counts or changes of them, with the keys of their labels."""
    nodes = (node for node in cell_nodes(cls) if node.declared.kind.is_number)
    return {node.path: _labels(node) for node in nodes}


def _labels(node: Node) -> frozenset[str]:
    return frozenset(key(declared.label) for declared in node.chain)
