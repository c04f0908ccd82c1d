"""
Write down what others build on: every public name with its signature, in ``tests/data/api-surface.txt``.

Run it with ``python tools/api_surface.py`` after a public name was added or changed, and look at what differs: what is
gone, or means something else now, breaks the programs of others. Public are the names of the face of the package and
those that the page of reference has; of a class its arguments, attributes and methods are written, too.
"""

from __future__ import annotations

import ast
import enum
import importlib
import inspect
import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

import govdisclosure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT: Final = Path(__file__).parents[1]
WRITTEN: Final = ROOT / "tests" / "data" / "api-surface.txt"
_REFERENCE: Final = ROOT / "docs" / "en" / "reference.md"
_PACKAGE: Final = "govdisclosure"
# ::: govdisclosure.read, .. autofunction:: govdisclosure.read, ```{autofunction} govdisclosure.read
_DESCRIBED: Final = re.compile(rf"^(?::::|\.\. \w+::|[`:]{{3,}}\{{\w+\}}) +({_PACKAGE}(?:\.\w+)+)", re.MULTILINE)
_WIDTH: Final = 120


def names() -> list[str]:
    """Give every public name, as it is imported."""
    face = {f"{_PACKAGE}.{name}" for name in govdisclosure.__all__}
    return sorted(face | set(_DESCRIBED.findall(_REFERENCE.read_text(encoding="utf-8"))))


def surface() -> str:
    """Give the lines of all names."""
    return "".join(f"{lines}\n" for name in names() for lines in _described(name))


def _described(name: str) -> Iterator[str]:
    home, _, last = name.rpartition(".")
    thing = getattr(importlib.import_module(home), last)
    if inspect.isclass(thing):
        yield from described_class(name, thing)
    elif inspect.isfunction(thing):
        yield _signature(name, thing)
    else:
        yield f"{name}: {type(thing).__name__}"


def described_class(name: str, cls: type) -> Iterator[str]:
    """Give the lines of a class: what it stands upon, how it is made, and what it has."""
    above = ", ".join(base.__name__ for base in cls.__bases__ if base is not object)
    yield f"class {name}({above})" if above else f"class {name}"
    if not issubclass(cls, enum.Enum) and inspect.isfunction(cls.__init__):
        yield textwrap.indent(_signature("__init__", cls.__init__), "    ")
    yield from (textwrap.indent(_member(*member), "    ") for member in sorted(_members(cls)))


def _members(cls: type) -> Iterator[tuple[str, object, object]]:
    """Give what a class and those of the package above it have: names, what they stand for, and its type."""
    seen: set[str] = set()
    for owner in cls.__mro__:
        if owner is not cls and not owner.__module__.startswith(_PACKAGE):
            continue
        annotations = _set_in_init(owner) | inspect.get_annotations(owner)
        for name in {*annotations, *vars(owner)} - seen:
            if not name.startswith("_"):
                yield name, inspect.getattr_static(owner, name, None), annotations.get(name)
        seen |= {*annotations, *vars(owner)}


def _set_in_init(cls: type) -> dict[str, object]:
    """Give what a class that is not of attrs sets itself; what is set to an argument has the type of that."""
    if attrs.has(cls) or "__init__" not in vars(cls):
        return {}
    init = vars(cls)["__init__"]
    function = ast.parse(textwrap.dedent(inspect.getsource(init))).body[0]
    assert isinstance(function, ast.FunctionDef)
    types: dict[str, object] = {each.name: each.annotation for each in _parameters(init)}
    given: dict[str, object] = {}
    for node in ast.walk(function):
        # as in self.faults: tuple[Fault, ...] = tuple(faults)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Attribute):
            given[node.target.attr] = ast.unparse(node.annotation)
        # as in self.more = more
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute):
            given[node.targets[0].attr] = types.get(ast.unparse(node.value))
    return given


def _member(name: str, thing: object, annotation: object) -> str:
    if isinstance(thing, enum.Enum):
        return f"{name} = {thing.value!r}"
    if isinstance(thing, classmethod | staticmethod):
        return _signature(f"{type(thing).__name__} {name}", thing.__func__)
    if isinstance(thing, property):
        assert thing.fget is not None
        return f"property {name}: {_shown(inspect.signature(thing.fget).return_annotation)}"
    if inspect.isfunction(thing):
        return _signature(name, thing)
    return f"{name}: {_shown(annotation)}"


def _signature(name: str, function: Callable[..., object]) -> str:
    """Give a function as it is called; where that is too long for a line, an argument a line."""
    parameters: list[str] = []
    for each in _parameters(function):
        # A bare * stands before the first that is given by name only.
        if each.kind is each.KEYWORD_ONLY and "*" not in "".join(parameters):
            parameters.append("*")
        parameters.append(_parameter(each))
    result = f" -> {_shown(inspect.signature(function).return_annotation)}"
    line = f"{name}({', '.join(parameters)}){result}"
    if len(line) <= _WIDTH:
        return line
    return "\n".join((f"{name}(", *(f"    {parameter}," for parameter in parameters), f"){result}"))


def _parameters(function: Callable[..., object]) -> list[inspect.Parameter]:
    """Give the arguments of a function but the object that it is called on."""
    return [each for name, each in inspect.signature(function).parameters.items() if name not in {"self", "cls"}]


def _parameter(parameter: inspect.Parameter) -> str:
    kind, default, annotation = parameter.kind, parameter.default, parameter.annotation
    stars = "*" if kind is parameter.VAR_POSITIONAL else "**" if kind is parameter.VAR_KEYWORD else ""
    # What is converted has no type of its own: Finding(severity="warning").
    given = "" if annotation is parameter.empty else f": {_shown(annotation)}"
    return f"{stars}{parameter.name}{given}{'' if default is parameter.empty else f' = {default!r}'}"


def _shown(annotation: object) -> str:
    """Give a type as the source has it; what Hypothesis makes of one, and where it keeps it, is its own affair."""
    written = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    return re.sub(r"ForwardRef\('(\w+)'\)", r"\1", re.sub(r"[\w.]+\.SearchStrategy", "st.SearchStrategy", written))


if __name__ == "__main__":
    WRITTEN.write_text(surface(), encoding="utf-8")
    print(WRITTEN.name)
