"""The program: its commands, the language they speak, and how they end."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any, Final

import click

from govdisclosure._version import __version__
from govdisclosure.cli._options import common_options, speak, words_of
from govdisclosure.cli._streams import escape_unencodable

_COMMANDS: Final = ("check", "diagnose", "show", "read", "convert", "template", "explain")
_BROKEN_PIPE: Final = 141


class _Commands(click.Group):
    """The commands, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click.Group
        """Give the names of the commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None if there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"govdisclosure.cli._{cmd_name}").command
        speak(command, words_of(ctx))
        return command

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language that was asked for."""
        speak(self, words_of(ctx))
        super().format_help(ctx, formatter)


@click.group("govdisclosure", cls=_Commands)
@common_options
@click.version_option(__version__, message="%(prog)s %(version)s")
def app(**_: Any) -> None:  # noqa: ANN401 - the language, which is kept in the context
    """Check, show and convert annual reports."""


def run(arguments: list[str] | None = None) -> int:
    """
    Run the command line.

    Args:
        arguments: Its arguments; by default those of the process.

    Returns:
        The exit status: 2 unreadable or wrong usage, 1 findings of severity error, 0 otherwise; 141 if nobody reads
        the output any more.

    Raises:
        KeyboardInterrupt: If the user stops it.
    """
    escape_unencodable()
    try:
        status = _call(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes once more at its end, and must find something to write to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    return status


def _call(arguments: list[str]) -> int:
    # Not ``app.main``: its status of a broken pipe is 1, which means findings here.
    try:
        with app.make_context("govdisclosure", arguments) as context:
            app.invoke(context)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return 0
