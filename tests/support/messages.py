"""
What the library says where something is refused: statements, and the errors that they end in.

A file of ``tests/data/messages`` has statements, each with the error it ends in below it, indented. ``python -m
support.messages``, called in ``tests``, writes all of them anew.
"""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import govdisclosure as gd
from govdisclosure import json as gd_json
from govdisclosure.model.rules import Refusal
from govdisclosure.settings import SettingsError, read_profile, read_settings
from support.builders import build_report

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES: Final = Path(__file__).parents[1] / "data" / "messages"
INDENT: Final = "    "
GONE: Final = object()
"""The mark of a key that a document shall not have."""


def document(edition: int = 2021, /, **changes: object) -> dict[str, Any]:
    """Give the tree of a good report, changed at paths that are written with ``__`` for the dot."""
    tree: dict[str, Any] = json.loads(gd_json.dumps(build_report(year=edition)))
    for path, value in changes.items():
        *above, key = path.split("__")
        node = tree
        for part in above:
            node = node[part]
        if value is GONE:
            del node[key]
        else:
            node[key] = value
    return tree


def loads(tree: object) -> gd.AnnualReport:
    """Read a report from its JSON, given as text, bytes or a tree."""
    return gd_json.loads(tree if isinstance(tree, (str, bytes)) else json.dumps(tree))


def profile(content: str) -> object:
    """Read a file with a profile."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "profile.toml")
        path.write_text(content, encoding="utf-8")
        return read_profile(path)


def settings(content: str | bytes) -> object:
    """Read a file of settings."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "govdisclosure.toml")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_settings(path)


def written_with(format: str, line: str) -> str:  # noqa: A002 - the word of the public face
    """Give a report as we write it, with another line in place of the metadata that tell its publication."""
    lines = str(gd.render(build_report(), format)).splitlines()
    return "\n".join(line if old.startswith("发布日期") else old for old in lines)


_NAMES: Final[dict[str, object]] = {
    "gd": gd,
    "dt": dt,
    "Decimal": Decimal,
    "GONE": GONE,
    "report": build_report,
    "document": document,
    "loads": loads,
    "dumps": gd_json.dumps,
    "profile": profile,
    "settings": settings,
    "written_with": written_with,
    "finding": gd_json.finding_from_json,
    "findings": gd_json.findings_from_json,
}


def said(statement: str) -> Iterator[str]:
    """Give the lines of the error that a statement ends in."""
    try:
        exec(statement, dict(_NAMES))  # noqa: S102 - statements of our own
    except gd.StructureError as error:
        yield f"{type(error).__name__}: {error.code}, {error.format}, {error.place}"
        yield from (f"{fault.path} | {fault.found} | {fault.expected}" for fault in error.faults)
        yield str(error)
        yield error.message.zh
    except gd.ReadError as error:
        yield f"{type(error).__name__}: {error.code}, {error.format}, {error.place}"
        yield str(error)
        yield error.message.zh
    except (SettingsError, gd.MissingDependency) as error:
        yield f"{type(error).__name__}: {error.message.en}"
        yield error.message.zh
    except (TypeError, ValueError) as error:
        yield f"{type(error).__name__}: {error}"
        yield from (argument.of("zh") for argument in error.args if isinstance(argument, Refusal))
    else:
        yield "nothing is refused"


def refreshed(path: Path) -> str:
    """Give a file of statements with what they end in now."""
    statements = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(INDENT))
    return "".join(_block(statement) for statement in statements if statement)


def _block(statement: str) -> str:
    return "\n".join([statement, *(INDENT + line for line in said(statement)), "\n"])


def main() -> None:
    """Write all files anew."""
    for path in sorted(FILES.glob("*.txt")):
        path.write_text(refreshed(path), encoding="utf-8")


if __name__ == "__main__":
    main()
