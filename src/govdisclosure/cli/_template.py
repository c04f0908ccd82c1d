"""``template``: a blank report to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from govdisclosure import formats
from govdisclosure.cli._options import (
    Command,
    Failure,
    OneOf,
    YearOf,
    agency_name,
    common_options,
    unwritable,
    words_of,
    written_suffixes,
)
from govdisclosure.errors import MissingDependency, UsageError
from govdisclosure.model.editions import EDITIONS
from govdisclosure.model.report import AnnualReport, standard_title

if TYPE_CHECKING:
    from govdisclosure.cli._texts import Words


@click.command("template", cls=Command)
@click.argument("target", metavar="OUT")
@click.option("--year", type=YearOf(), required=True)
@click.option("--agency", metavar="NAME", callback=agency_name)
@click.option("--edition", type=OneOf(EDITIONS))
@common_options
@click.pass_context
def command(ctx: click.Context, target: str, year: int, agency: str | None, edition: str | None) -> None:
    """Write a blank report."""
    words = words_of(ctx)
    try:
        name = formats.format_of(target)
    except UsageError as error:
        suffixes = "/".join(written_suffixes())
        raise Failure(words, words("no-template-suffix", name=target, suffixes=suffixes)) from error
    if formats.FORMATS[name].writes is None:
        raise Failure(words, words("only-read", format=name))
    if Path(target).exists():
        raise Failure(words, words("there", name=target))  # It may have been filled in.
    _write(_blank(agency, year, edition), target, words)


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
