"""What attrs makes when a class is created, for the pages of the reference: the signatures of classes."""

from __future__ import annotations

import importlib
import inspect
from typing import Any

import attrs
import griffe


class Signatures(griffe.Extension):
    """Adds the signature of an attrs class, as it is at run time."""

    def on_class_members(self, *, cls: griffe.Class, **_: Any) -> None:  # noqa: ANN401 - as griffe.Extension
        """Add ``__init__`` to a class that has none in its source."""
        found = getattr(importlib.import_module(cls.module.path), cls.name, None)
        if found is None or not attrs.has(found) or "__init__" in cls.members:
            return
        parameters = [_parameter(each) for each in inspect.signature(found).parameters.values()]
        own = griffe.Parameter("self", kind=griffe.ParameterKind.positional_or_keyword)
        cls.set_member("__init__", griffe.Function("__init__", parameters=griffe.Parameters(own, *parameters)))


def _parameter(found: inspect.Parameter) -> griffe.Parameter:
    default = None if found.default is found.empty else "…" if found.default is attrs.NOTHING else repr(found.default)
    annotation = None if found.annotation is found.empty else str(found.annotation)
    return griffe.Parameter(
        found.name, annotation=annotation, kind=griffe.ParameterKind(found.kind.description), default=default
    )
