"""The program: its commands, the language they speak, and how they end."""

from __future__ import annotations

import difflib
import errno
import importlib
import os
import sys
from typing import Any, Final

import click

from govdisclosure._version import __version__
from govdisclosure.cli._options import Command, WrongUsage, common_options, unwritable, words_of
from govdisclosure.cli._streams import closed_ones_stood_in, escape_unencodable
from govdisclosure.cli._usage import look_for_language, speak, write_rows

_COMMANDS: Final = (
    *(
        "check",
        "diagnose",
        "show",
        "read",
        "convert",
        "complete",
        "compare",
        "template",
        "rollup",
        "facts",
        "explain",
        "schema",
    ),
)
_WRONG_USAGE: Final = 2
_BROKEN_PIPE: Final = 141
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What the system says of a disk that takes no more."""


class _Commands(Command, click.Group):
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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Give the command that the first argument names; refuse what names none, with the nearest."""
        if args[0] not in _COMMANDS:
            nearest = difflib.get_close_matches(args[0], _COMMANDS, n=1, cutoff=0)
            raise WrongUsage(ctx, "no-command-of", name=args[0], nearest=nearest[0])
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help, and the commands with the beginning of theirs."""
        super().format_help(ctx, formatter)
        commands = ((name, self.get_command(ctx, name)) for name in _COMMANDS)
        rows = ((name, command.get_short_help_str()) for name, command in commands if command is not None)
        write_rows(formatter, words_of(ctx)("commands-title"), rows)


@click.group("govdisclosure", cls=_Commands, invoke_without_command=True)
@common_options
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def app(ctx: click.Context, /, **_: Any) -> None:  # noqa: ANN401 - the language, which is kept in the context
    """Check, show and convert annual reports."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(_WRONG_USAGE)


def run(arguments: list[str] | None = None) -> int:
    """
    Run the command line; what is written to a standard stream that is closed is dropped.

    Args:
        arguments: Its arguments; by default those of the process.

    Returns:
        The exit status: 2 unreadable or wrong usage, 1 findings of severity error, 0 otherwise; 141 if nobody reads
        the output any more.

    Raises:
        KeyboardInterrupt: If the user stops it.
    """
    with closed_ones_stood_in():
        escape_unencodable()
        return _ended(sys.argv[1:] if arguments is None else arguments)


def _ended(given: list[str]) -> int:
    """Call a command, and give the exit status of whatever it ends in."""
    try:
        status = _call(given)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return _BROKEN_PIPE
    except OSError as error:
        # An error of a file has its name, one of standard output has none.
        if error.filename is not None or error.errno not in _FULL:
            raise
        _drop_output()
        return _say_that_output_is_full(error, given)
    return status


def _drop_output() -> None:
    """Let what is left go nowhere: the interpreter flushes once more at its end, and must find where to write."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say_that_output_is_full(error: OSError, arguments: list[str]) -> int:
    context = click.Context(app)
    look_for_language(context, arguments)
    words = words_of(context)
    failure = unwritable(words("stdout"), error, words)
    failure.show()
    return failure.exit_code


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
