"""``template``: a blank report to be filled in, or an empty roster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from govdisclosure import formats
from govdisclosure.cli._options import (
    Command,
    Failure,
    OneOf,
    WrongUsage,
    YearOf,
    agency_name,
    common_options,
    unwritable,
    words_of,
    written_suffixes,
)
from govdisclosure.errors import MissingDependency, UsageError
from govdisclosure.form.wording import problem
from govdisclosure.model.editions import EDITIONS, FIRST_YEAR
from govdisclosure.model.report import AnnualReport, standard_title
from govdisclosure.paths import is_there
from govdisclosure.rosters.template import SUFFIXES, blank_roster

if TYPE_CHECKING:
    from govdisclosure.cli._texts import Words


@click.command("template", cls=Command)
@click.argument("target", metavar="OUT")
@click.option("--roster", "is_roster", is_flag=True)
@click.option("--year", type=YearOf())
@click.option("--agency", metavar="NAME", callback=agency_name)
@click.option("--edition", type=OneOf(EDITIONS))
@common_options
@click.pass_context
def command(  # noqa: PLR0913 - the options of the command
    ctx: click.Context,
    /,
    target: str,
    *,
    is_roster: bool,
    year: int | None,
    agency: str | None,
    edition: str | None,
) -> None:
    """Write a blank report, or an empty roster."""
    words = words_of(ctx)
    if is_roster:
        if (year, agency, edition) != (None, None, None):
            raise Failure(words, words("roster-and-report"))
        _write_roster(target, words)
        return
    if year is None:
        raise WrongUsage(ctx, "is-missing", name="--year")
    try:
        name = formats.format_of(target)
    except UsageError as error:
        suffixes = "/".join(written_suffixes())
        raise Failure(words, words("no-template-suffix", name=target, suffixes=suffixes)) from error
    if formats.FORMATS[name].writes is None:
        raise Failure(words, words("only-read", format=name))
    if is_there(target):
        raise Failure(words, words("there", name=target))  # It may have been filled in.
    if year < FIRST_YEAR:
        raise Failure(words, words.of(problem("OLD-OUTLINE", year=year).message))
    _write(_blank(agency, year, edition), target, words)


def _write_roster(target: str, words: Words) -> None:
    suffix = Path(target).suffix.lower()
    if suffix not in SUFFIXES:
        raise Failure(words, words("roster-template-suffix", name=target))
    if is_there(target):
        raise Failure(words, words("there", name=target))
    try:
        formats.replace_file(Path(target), blank_roster(suffix, words.language))
    except MissingDependency as error:
        raise Failure(words, words.of(error.message)) from error
    except OSError as error:
        raise unwritable(target, error, words) from error


def _blank(agency: str | None, year: int, edition: str | None) -> AnnualReport:
    """Make the report; without an agency, its title leaves room for the name."""
    report = AnnualReport.blank(agency=agency or "-", year=year, edition=edition)
    if not agency:
        report.agency, report.title = None, standard_title("", year)
    return report


def _write(report: AnnualReport, target: str, words: Words) -> None:
    try:
        formats.write(report, target)
    except MissingDependency as error:
        raise Failure(words, words.of(error.message)) from error
    except OSError as error:
        raise unwritable(target, error, words) from error
