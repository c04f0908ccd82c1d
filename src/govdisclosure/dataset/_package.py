"""The descriptor of a data set: ``datapackage.json``, a Frictionless Tabular Data Package."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

from govdisclosure._version import __version__
from govdisclosure.dataset._columns import Column, Holds, columns
from govdisclosure.dataset._fact import SCALE, Fact, ReportRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

Form: TypeAlias = Literal["csv", "parquet"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)
"""The formats of a data set."""

DESCRIPTOR: Final = "datapackage.json"
TABLES: Final[Mapping[str, type]] = {"facts": Fact, "reports": ReportRow}
"""The tables by their names, with the classes of their rows."""

_NAME: Final = "govdisclosure-facts"
_BEGINNING: Final = f'{{\n  "profile": "tabular-data-package",\n  "name": "{_NAME}"'
_TYPES: Final[Mapping[Holds, str]] = {
    Holds.TEXT: "string",
    Holds.WORDS: "string",
    Holds.WHOLE: "integer",
    Holds.YEAR: "integer",
    Holds.DECIMAL: "number",
    Holds.DAY: "date",
    Holds.TEXTS: "array",
}
_MEDIA: Final[Mapping[Form, str]] = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
_TITLES: Final = {"facts": "数据", "reports": "报告"}
_KEYS: Final = {"facts": ["report", "path"], "reports": ["report"]}
_OF_REPORT: Final = {"fields": "report", "reference": {"resource": "reports", "fields": "report"}}


def descriptor(paths: Mapping[str, Sequence[str]], form: Form) -> str:
    """
    Describe a data set; who publishes it adds licences and sources of its own.

    Args:
        paths: The files of each table, relative to the folder.
        form: Their format.
    """
    package = {
        "profile": "tabular-data-package",
        "name": _NAME,
        "title": "政府信息公开工作年度报告数据",
        "description": "The figures of annual reports on government information disclosure, cell by cell.",
        "version": __version__,
        "resources": [_resource(name, of_table, form) for name, of_table in paths.items()],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def is_descriptor(content: bytes) -> bool:
    """Tell whether the beginning of a file is that of a descriptor of ours, licences or not."""
    return content.startswith(_BEGINNING.encode())


def is_ours(folder: Path) -> bool:
    """Tell whether all that a folder holds is a data set of ours: its descriptor, and the files that this names."""
    try:
        content = (folder / DESCRIPTOR).read_bytes()
        named = {path for resource in json.loads(content)["resources"] for path in resource["path"]}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    if not is_descriptor(content):
        return False
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    return there == {*named, DESCRIPTOR}


def _resource(name: str, paths: Sequence[str], form: Form) -> dict[str, Any]:
    fields = [_field(column) for column in columns(TABLES[name])]
    schema = {"fields": fields, "missingValues": [""], "primaryKey": _KEYS[name]}
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": _TITLES[name],
        "path": list(paths),
        "format": form,
        "mediatype": _MEDIA[form],
        **({"encoding": "utf-8"} if form == "csv" else {}),
        "schema": schema if name == "reports" else {**schema, "foreignKeys": [_OF_REPORT]},
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.is_required else {}
    if column.words:
        constraints["enum"] = list(column.words)
    decimals = f" At most {SCALE} decimals." if column.holds is Holds.DECIMAL else ""
    return {
        "name": column.name,
        "type": _TYPES[column.holds],
        "title": column.title,
        "description": column.description + decimals,
        **({"constraints": constraints} if constraints else {}),
    }
