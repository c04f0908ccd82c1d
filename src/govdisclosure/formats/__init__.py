"""Reading and writing: formats are bytes and blocks, JSON is the model itself; each is imported only when used."""

from govdisclosure.formats._limits import Limits
from govdisclosure.formats._reading import parse, read
from govdisclosure.formats._registry import (
    FORMATS,
    Format,
    OwnReader,
    Reader,
    Writer,
    format_of,
    known_format,
    suffixes_read,
)
from govdisclosure.formats._writing import render, render_page, replace_file, replace_page, write

__all__ = [
    "FORMATS",
    "Format",
    "Limits",
    "OwnReader",
    "Reader",
    "Writer",
    "format_of",
    "known_format",
    "parse",
    "read",
    "render",
    "render_page",
    "replace_file",
    "replace_page",
    "suffixes_read",
    "write",
]
