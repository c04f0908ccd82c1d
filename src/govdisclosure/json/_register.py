"""Our hooks for a converter of the user's, and findings as JSON."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from govdisclosure.model.findings import Finding, Findings
from govdisclosure.model.notes import Note
from govdisclosure.model.report import TABLE_CLASSES, TABLES, AnnualReport
from govdisclosure.model.values import Amount

if TYPE_CHECKING:
    import cattrs

    from govdisclosure.model.values import JSON


def register(converter: cattrs.Converter) -> None:
    """
    Add our hooks to a cattrs converter, so that reports, tables, amounts and findings can be fields of other classes.

    A report has the same JSON there as by itself; a field may also hold a table, of one edition or of several, or None.
    The hooks are as strict, whatever the converter's settings; a value with faults raises ``StructureError`` with paths
    from that value down.

    Raises:
        TypeError: If ``converter`` is no converter of cattrs.
    """
    from cattrs import BaseConverter  # noqa: PLC0415 - cattrs is loaded on first use

    from govdisclosure.json import _structure, _unstructure  # noqa: PLC0415 - as cattrs

    if not isinstance(converter, BaseConverter):
        raise TypeError(f"converter must be a cattrs Converter, got {type(converter).__name__}")
    converter.register_structure_hook(AnnualReport, lambda raw, _: _structure.report_of(raw))
    converter.register_unstructure_hook(AnnualReport, _unstructure.tree)
    converter.register_structure_hook_func(_is_union_of_tables, _structure.table_of)
    for cls in TABLE_CLASSES:
        converter.register_structure_hook(cls, _structure.table_of)
        converter.register_unstructure_hook(cls, _unstructure.table_tree)
    converter.register_structure_hook(Amount, lambda raw, _: _structured(raw, Amount))
    converter.register_unstructure_hook(Amount, lambda amount: _unstructure.converter().unstructure(amount))
    converter.register_structure_hook(Finding, lambda raw, _: finding_from_json(raw))
    converter.register_structure_hook(Findings, lambda raw, _: findings_from_json(raw))
    converter.register_unstructure_hook(Finding, Finding.to_json)
    converter.register_unstructure_hook(Findings, Findings.to_json)
    converter.register_unstructure_hook(Note, Note.to_json)


def _is_union_of_tables(cls: object) -> bool:
    """Tell whether a type is a union of tables of one section, of whichever editions, with None or without."""
    if get_origin(cls) not in {Union, UnionType}:
        return False
    some = set(get_args(cls)) - {NoneType}
    return any(some.issubset(classes) for classes in TABLES.values())


def finding_from_json(data: dict[str, JSON]) -> Finding:
    """
    Give the finding that ``Finding.to_json`` wrote; a key that is not there has the default of ``Finding``.

    Raises:
        StructureError: With all faults.
    """
    finding: Finding = _structured(data, Finding)
    return finding


def findings_from_json(data: list[JSON]) -> Findings:
    """
    Give the findings that ``Findings.to_json`` wrote.

    Raises:
        StructureError: With all faults.
    """
    return Findings(_structured(data, tuple[Finding, ...]))


def _structured(data: object, cls: Any) -> Any:  # noqa: ANN401 - as cattrs has it
    from govdisclosure.json import _structure  # noqa: PLC0415 - cattrs is loaded on first use

    return _structure.structured(data, lambda: _structure.converter().structure(data, cls))
