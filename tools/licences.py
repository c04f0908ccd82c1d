"""
Write ``docs/*/licences.md``: what the package depends on, and under which licence each of these stands.

Names come from ``pyproject.toml``, licences from the metadata of what is installed, so all extras must be:
``python tools/licences.py``.
"""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path
from typing import Final

from attrs import frozen

from govdisclosure.model.message import Language, Message

ROOT: Final = Path(__file__).parent.parent
# Extras of those who work on the package itself, and the one that is all others.
_LEFT_OUT: Final = {"all", "dev", "docs"}
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
# How metadata name licences that have a short name as well.
_SHORT: Final = {"MIT License": "MIT", "BSD License": "BSD"}

_PAGE: Final = Message(
    zh="""# 许可

本库按 MIT 许可证发布。安装时随之安装的库及其许可如下，由 `python tools/licences.py` 根据各库的元数据列出。

| 库 | 附加组件 | 许可 |
|---|---|---|
{rows}

`pypdfium2` 带有 PDFium，PDFium 所用的库各有许可，见该库的发布文件。
这些库都不修改，也不复制到本库中。
""",
    en="""# Licences

The library itself stands under the MIT licence. What is installed with it, as `python tools/licences.py` lists it from
the metadata of each:

| library | extra | licence |
|---|---|---|
{rows}

`pypdfium2` carries PDFium and the libraries that this uses, whose licences its distribution lists. None of these is
changed, and none is copied into the library.
""",
)


@frozen
class Dependency:
    """A library that the package needs: always, or with these extras."""

    name: str
    extras: tuple[str, ...]


def dependencies() -> list[Dependency]:
    """Give what the package declares to need, those without an extra first."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras: dict[str, list[str]] = {_name(each): [] for each in project["dependencies"]}
    for extra, needed in project["optional-dependencies"].items():
        for each in [] if extra in _LEFT_OUT else needed:
            extras.setdefault(_name(each), []).append(extra)
    return [Dependency(name, tuple(given)) for name, given in extras.items()]


def _name(requirement: str) -> str:
    """Give the name of what is required: lxml of lxml>=5."""
    matched = _NAME.match(requirement)
    assert matched is not None, requirement
    return matched[0]


def licence_of(name: str) -> str:
    """Give the licence of what is installed, as its metadata name it: as an expression, a classifier, or a text."""
    told = metadata(name)
    classified = [each.rpartition(" :: ")[2] for each in told.get_all("Classifier") or [] if "License ::" in each]
    # Not by its key: what has taken the place of the standard library's reader raises where this one gives None.
    expression, text = told.get_all("License-Expression"), told.get_all("License")
    licences = expression or classified or text or ["UNKNOWN"]
    return ", ".join(_SHORT.get(each, each) for each in licences)


def page(language: Language) -> str:
    """Give the page in a language."""
    rows = [f"| {each.name} | {', '.join(each.extras)} | {licence_of(each.name)} |" for each in dependencies()]
    return _PAGE.of(language).format(rows="\n".join(rows))


def main() -> None:
    """Write both pages."""
    for language in ("zh", "en"):
        (ROOT / "docs" / language / "licences.md").write_text(page(language), encoding="utf-8")


if __name__ == "__main__":
    main()
