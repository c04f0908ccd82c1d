"""Usage, help and wrong calls in the language of the call, in place of what click says in English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

import click
from wcwidth import wcswidth

from govdisclosure.cli._streams import harmless
from govdisclosure.cli._texts import TEXTS, Words, default_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.model.message import Language

    _Names: TypeAlias = click.Choice[str]
    _Whole: TypeAlias = click.ParamType[int]
else:
    # Before click 8.4 these say nothing of what they give.
    _Names, _Whole = click.Choice, click.ParamType

LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
FIRST_YEAR, LAST_YEAR = 2000, 2099
"""The years that a user can mean: the first local rules on disclosure are of 2002, and 20 or 20225 is a slip."""

_DIGITS: Final = 4
"""No machine has more cores than these tell."""

_LANGUAGE: Final = "govdisclosure.language"
_OPTION: Final = "--lang"
_WIDEST_NAME: Final = 30
_INDENT: Final = "  "
# Of the help of a command, the list of commands has what stands before the first of these.
_BREAK: Final = re.compile("[：；。:;.]")


def words_of(ctx: click.Context) -> Words:
    """Give the texts in the language of the call."""
    language: Language | None = ctx.meta.get(_LANGUAGE)
    return Words(language or default_language())


def keep_language(ctx: click.Context, _: click.Parameter, value: Language | None) -> None:
    """Keep the language that an option names."""
    if value is not None:
        ctx.meta[_LANGUAGE] = value


def look_for_language(ctx: click.Context, arguments: Sequence[str]) -> None:
    """Take the language from wherever ``--lang`` stands: it is wanted before all arguments are understood."""
    for at, argument in enumerate(arguments):
        # check -- --lang
        if argument == "--":
            return
        name, is_joined, joined = argument.partition("=")
        value = joined if is_joined else "".join(arguments[at + 1 : at + 2])
        if name == _OPTION and value in LANGUAGES:
            ctx.meta[_LANGUAGE] = value


class Failure(click.ClickException):
    """What keeps a command from doing its work: one line, exit status 2."""

    exit_code = 2

    def __init__(self, words: Words, reason: str) -> None:
        super().__init__(words("failure", reason=harmless(reason)))

    def show(self, file: object = None) -> None:  # noqa: ARG002 - as click.ClickException
        """Write the line to standard error."""
        click.echo(self.message, err=True)


class WrongUsage(click.UsageError):
    """A call that cannot be meant: its usage, where help is to be had, and the reason; exit status 2."""

    def __init__(self, ctx: click.Context, key: str, **values: object) -> None:
        words = words_of(ctx)
        super().__init__(words("failure", reason=harmless(words(key, **values))), ctx)

    def show(self, file: object = None) -> None:  # noqa: ARG002 - as click.ClickException
        """Write the lines to standard error."""
        assert self.ctx is not None, "it was made with a context"
        hint = words_of(self.ctx)("try-help", command=self.ctx.command_path)
        click.echo(f"{self.ctx.get_usage()}\n{hint}\n\n{self.message}", err=True)


class OneOf(_Names):
    """One of some names, whose refusal is in the language of the call."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take a name; refuse what is none of them."""
        if value in self.choices or ctx is None:
            return str(value)
        raise WrongUsage(ctx, "none-of", option=_name(param, ctx), given=value, names=", ".join(self.choices))


class YearOf(_Whole):
    """A year that a report can be on."""

    name = "year"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Take four digits of these days; 20 and 20225 are slips."""
        digits = str(value)
        if digits.isascii() and digits.isdecimal() and FIRST_YEAR <= int(digits) <= LAST_YEAR:
            return int(digits)
        assert ctx is not None, "click gives it to the types of options"
        raise WrongUsage(ctx, "no-year-given", option=_name(param, ctx), given=value, first=FIRST_YEAR, last=LAST_YEAR)


class NumberOf(_Whole):
    """How many of something: from 1 to the largest number of four digits."""

    name = "number"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Take a whole number within the bounds."""
        digits = str(value).lstrip("0")
        if digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS:
            return int(digits)
        assert ctx is not None, "click gives it to the types of options"
        raise WrongUsage(ctx, "no-number", option=_name(param, ctx), given=value, last="9" * _DIGITS)


class Command(click.Command):
    """A command whose usage, help and refusals are in the language of the call."""

    # What is too much is refused here, and not by click.
    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the arguments; refuse what cannot be meant, in the language that any of them names."""
        look_for_language(ctx, args)
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            raise refused(error, ctx) from error
        if rest and not isinstance(self, click.Group):
            raise WrongUsage(ctx, "too-many", given=" ".join(rest))
        self._refuse_nothing(ctx)
        return rest

    def _refuse_nothing(self, ctx: click.Context) -> None:
        """Refuse names of nothing: check "$FOLDER", where no such variable is set, does not mean this folder."""
        for param in self.get_params(ctx):
            value = ctx.params.get(param.name or "")
            given = value if isinstance(value, tuple) else (value,)
            if any(isinstance(each, str) and not each.strip() for each in given):
                key = "takes-a-value" if isinstance(param, click.Option) else "is-missing"
                raise WrongUsage(ctx, key, option=_name(param, ctx), name=_name(param, ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage."""
        words = words_of(ctx)
        speak(self, words)
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), words("usage-title"))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        self.format_usage(ctx, formatter)
        words = words_of(ctx)
        formatter.write("\n")
        for line in _broken(self.help or "", formatter.width - len(_INDENT)):
            formatter.write(f"{_INDENT}{line}\n")
        records = (param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Option))
        write_rows(formatter, words("options-title"), filter(None, records))


def refused(error: click.UsageError, ctx: click.Context) -> click.UsageError:
    """Give a refusal of click in the language of the call; one that is there already stays as it is."""
    at = error.ctx or ctx
    if isinstance(error, click.NoSuchOption):
        known = [opt for param in at.command.params for opt in param.opts if opt in (error.possibilities or ())]
        key = "no-option-near" if known else "no-option"
        return WrongUsage(at, key, option=error.option_name, nearest=", ".join(known))
    if isinstance(error, click.BadOptionUsage):
        options = (param for param in at.command.params if error.option_name in param.opts)
        is_flag = any(isinstance(option, click.Option) and option.is_flag for option in options)
        return WrongUsage(at, "takes-no-value" if is_flag else "takes-a-value", option=error.option_name)
    if isinstance(error, click.MissingParameter):
        return WrongUsage(at, "is-missing", name=_name(error.param, at))
    return error


def _name(param: click.Parameter | None, ctx: click.Context) -> str:
    """Give the name of an option or an argument as its usage has it."""
    assert param is not None, "click gives it"
    speak(ctx.command, words_of(ctx))
    if isinstance(param, click.Argument):
        return (param.metavar or param.human_readable_name).removesuffix("...").strip("[]")
    return param.opts[-1]


def speak(command: click.Command, words: Words) -> None:
    """Give a command and its parameters their help and the names of their values: texts are found by their names."""
    command.help = words(f"help.{command.name}" if f"help.{command.name}" in TEXTS else "help")
    command.short_help = _BREAK.split(command.help)[0]
    command.options_metavar = words("metavar.options")
    if isinstance(command, click.Group):
        command.subcommand_metavar = words("metavar.commands")
    for param in command.params:
        if f"metavar.{param.name}" in TEXTS:
            param.metavar = words(f"metavar.{param.name}")
        if isinstance(param, click.Option):
            own = f"help.{command.name}.{param.name}"
            param.help = words(own if own in TEXTS else f"help.{param.name}")


def write_rows(formatter: click.HelpFormatter, title: str, rows: Iterable[tuple[str, str]]) -> None:
    """Write names and what is said of each in two columns, which are as wide as they look."""
    listed = list(rows)
    formatter.write(f"\n{title}\n")
    widest = min(max(wcswidth(name) for name, _ in listed), _WIDEST_NAME)
    beside = " " * (len(_INDENT) + widest + 2)
    for name, said in listed:
        begun = f"{_INDENT}{name}"
        first, *others = _broken(said, formatter.width - len(beside))
        # --config FILE, in a row of its own where the name is long
        if wcswidth(name) > widest:
            formatter.write(f"{begun}\n{beside}{first}\n")
        else:
            formatter.write(f"{begun}{' ' * (len(beside) - wcswidth(begun))}{first}\n")
        for line in others:
            formatter.write(f"{beside}{line}\n")


def _broken(said: str, width: int) -> Iterator[str]:
    from govdisclosure.cli._console import broken  # noqa: PLC0415 - only help needs it

    return broken(said, width)
