"""
The command line: ``check``, ``show``, ``read``, ``convert``, ``explain``, each a module that is loaded when called.

Needs the extra ``cli``; without it, importing this package raises ``MissingDependency``.
"""

from govdisclosure.errors import MissingDependency

try:
    import click as _click  # noqa: F401 - whether it is there
    import rich as _rich  # noqa: F401 - whether it is there
except ImportError as _error:
    raise MissingDependency("cli", "the command line") from _error

from govdisclosure.cli._app import app, run

__all__ = ["app", "run"]
