"""What the docs site makes of code: types as they are written, each a link, and whole sentences."""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import re
import sys
from typing import TYPE_CHECKING, Any, Final

from sphinx import addnodes
from sphinx.util.inspect import stringify_signature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

_BEFORE_NAPOLEON: Final = 400
_AFTER_VIEWCODE: Final = 600
_OURS: Final = "govdisclosure"
_PRIVATE: Final = re.compile(r"\._\w+")
_WITHOUT_TYPE: Final = frozenset({"attribute", "data", "property"})
# The names in dt.date | Mapping[str, JSON], and not what stands in quotes.
_NAME: Final = re.compile(r"""(?<![\w."'])[A-Za-z_][\w.]*(?!["'])""")


def keep_sentences(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:  # noqa: ARG001, PLR0913, PLR0917 - as "autodoc-process-docstring" calls it
    """
    Keep sentences with a colon whole.

    "Whether it holds: …" would be taken for something of the type "Whether it holds"; types stand in signatures, not
    in docstrings.
    """
    lines[:] = [":returns:" if line in {"Returns:", "Yields:"} else line for line in lines]
    # ": The smallest repairs: each …" is of no type.
    if what in _WITHOUT_TYPE and lines:
        lines[0] = f": {lines[0]}"


def sign(  # noqa: PLR0913, PLR0917 - as "autodoc-process-signature" calls it
    app: Sphinx,  # noqa: ARG001 - as above
    what: str,
    name: str,  # noqa: ARG001 - as above
    obj: Any,  # noqa: ANN401 - as above
    options: object,  # noqa: ARG001 - as above
    arguments: str | None,
    result: str | None,
) -> tuple[str | None, str | None]:
    """Give a signature with its types as they are written, by their whole names; those of a class's fields as well."""
    if what == "class":
        obj.__annotations__ = {
            field: qualified(text, obj.__module__) for field, text in inspect.get_annotations(obj).items()
        }
    if arguments is None:
        return arguments, result
    signature = inspect.signature(obj)
    own = obj.__init__ if what in {"class", "exception"} else obj
    module = getattr(own, "__module__", None) or obj.__module__
    parameters = [
        each.replace(annotation=qualified(each.annotation, module), default=_default(each.default))
        for each in signature.parameters.values()
        if each.name not in {"self", "cls"}
    ]
    returned = qualified(signature.return_annotation, module)
    written = stringify_signature(signature.replace(parameters=parameters, return_annotation=returned))
    before, arrow, after = written.rpartition(" -> ")
    return (before, after) if arrow else (written, None)


class _Made:
    """A default that is made anew for each object; attrs does not say how."""

    def __repr__(self) -> str:
        return "…"


def _default(value: object) -> object:
    return _Made() if repr(value) == "NOTHING" else value


def qualified(annotation: Any, module: str) -> Any:  # noqa: ANN401 - what inspect gives
    """Give a type that is text with whole names: JSON is govdisclosure.model.values.JSON in a module that knows it."""
    if not isinstance(annotation, str):
        return annotation
    known = names_of(module)
    return _NAME.sub(lambda name: _whole(name[0], known), annotation)


def _whole(name: str, known: dict[str, str]) -> str:
    first, dot, rest = name.partition(".")
    return _home(known.get(first, first) + dot + rest)


def _home(whole: str) -> str:
    """Give the name of what a package passes on where it is defined."""
    module, _, name = whole.rpartition(".")
    if not module.startswith(_OURS):
        return whole
    importlib.import_module(module)
    origin = names_of(module).get(name, whole)
    if origin != whole:
        return _home(origin)
    # An alias is documented where it can be imported from, a class knows where it is defined.
    is_class = isinstance(getattr(sys.modules[module], name, None), type)
    return whole if is_class else _PRIVATE.sub("", whole)


@functools.cache
def names_of(module: str) -> dict[str, str]:
    """Give the whole names of what a module imports, for type checkers only as well, and of what it defines."""
    names: dict[str, str] = {}
    for node in ast.walk(ast.parse(inspect.getsource(sys.modules[module]))):
        names |= dict(_names_in(node, module))
    return names


def _names_in(node: ast.AST, module: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            if alias.asname:
                yield alias.asname, alias.name
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            yield alias.asname or alias.name, f"{node.module}.{alias.name}"
    elif isinstance(node, ast.ClassDef):
        yield node.name, f"{module}.{node.name}"
    elif isinstance(node, ast.AnnAssign) and "TypeAlias" in ast.unparse(node.annotation):
        yield ast.unparse(node.target), f"{module}.{ast.unparse(node.target)}"


def anchor_for_source(app: Sphinx, doctree: nodes.document) -> None:
    """
    Let pages of source lead back to what they define.

    They take all names of a module to be documented below one name, as the first of them is: ``govdisclosure.Upgrade``
    for what stands as ``govdisclosure.upgrading.Upgrade``, since ``govdisclosure.upgrade`` comes before it.
    """
    modules = [entry for entry in getattr(app.env, "_viewcode_modules", {}).values() if entry]
    taken = {anchor for sign in doctree.findall(addnodes.desc_signature) for anchor in sign["ids"]}
    for sign in doctree.findall(addnodes.desc_signature):
        name = sign.get("fullname", "")
        wanted = {f"{below}.{name}" for _, _, used, below in modules if name in used} - taken
        sign["ids"] += sorted(wanted)
        taken |= wanted


def setup(app: Sphinx) -> dict[str, bool]:
    """Let Sphinx know of it."""
    app.connect("autodoc-process-docstring", keep_sentences, priority=_BEFORE_NAPOLEON)
    app.connect("autodoc-process-signature", sign)
    app.connect("doctree-read", anchor_for_source, priority=_AFTER_VIEWCODE)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
