"""``schema``: the JSON Schema of a report's JSON."""

from __future__ import annotations

import sys

import click

from govdisclosure.cli._options import Command, common_options
from govdisclosure.schema import SHIPPED


@click.command("schema", cls=Command)
@common_options
def command() -> None:
    """Print the JSON Schema."""
    # A document is UTF-8, whatever the console is: it goes into a file or another program.
    sys.stdout.buffer.write(SHIPPED.read_bytes())
