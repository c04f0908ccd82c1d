"""
China's statutory annual report on government information disclosure (政府信息公开工作年度报告).

One schema, declared once: typed classes for every section and table, checks of what must hold between their figures
(勾稽关系), and readers and writers for JSON and for the official layout. What is used is loaded, and nothing else.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from govdisclosure._version import __version__

if TYPE_CHECKING:
    from govdisclosure.chains import check_chain
    from govdisclosure.checks import check, rule
    from govdisclosure.completion import complete
    from govdisclosure.dataset import facts
    from govdisclosure.diagnosis import diagnose
    from govdisclosure.differences import compare
    from govdisclosure.errors import GovDisclosureError, MissingDependency, ReadError, StructureError, UsageError
    from govdisclosure.form.cell_text import parse_cell
    from govdisclosure.formats import parse, read, render, write
    from govdisclosure.json import dumpb, dumps, from_dict, loads, register, to_dict
    from govdisclosure.model.cells import Cell, cells, get, put
    from govdisclosure.model.editions import EDITIONS, Edition
    from govdisclosure.model.findings import Finding, Findings, FindingsError, Severity
    from govdisclosure.model.notes import Note, Reading
    from govdisclosure.model.proactive_disclosure import ProactiveDisclosure
    from govdisclosure.model.proactive_disclosure_2019 import ProactiveDisclosure2019
    from govdisclosure.model.profile import Profile
    from govdisclosure.model.report import Agency, AnnualReport, OtherSection, Period
    from govdisclosure.model.requests import Requests
    from govdisclosure.model.requests_2019 import Requests2019
    from govdisclosure.model.review_and_litigation import ReviewAndLitigation
    from govdisclosure.model.values import NA, Amount
    from govdisclosure.model.waivers import Waiver
    from govdisclosure.rosters import Roster
    from govdisclosure.schema import json_schema
    from govdisclosure.summing import rollup
    from govdisclosure.upgrading import upgrade

__all__ = [
    "EDITIONS",
    "NA",
    "Agency",
    "Amount",
    "AnnualReport",
    "Cell",
    "Edition",
    "Finding",
    "Findings",
    "FindingsError",
    "GovDisclosureError",
    "MissingDependency",
    "Note",
    "OtherSection",
    "Period",
    "ProactiveDisclosure",
    "ProactiveDisclosure2019",
    "Profile",
    "ReadError",
    "Reading",
    "Requests",
    "Requests2019",
    "ReviewAndLitigation",
    "Roster",
    "Severity",
    "StructureError",
    "UsageError",
    "Waiver",
    "__version__",
    "cells",
    "check",
    "check_chain",
    "compare",
    "complete",
    "diagnose",
    "dumpb",
    "dumps",
    "facts",
    "from_dict",
    "get",
    "json_schema",
    "loads",
    "parse",
    "parse_cell",
    "put",
    "read",
    "register",
    "render",
    "rollup",
    "rule",
    "to_dict",
    "upgrade",
    "write",
]

# Where each name comes from at run time; for a type checker the imports above say it.
_HOMES = {
    "EDITIONS": "model.editions",
    "NA": "model.values",
    "Agency": "model.report",
    "Amount": "model.values",
    "AnnualReport": "model.report",
    "Cell": "model.cells",
    "Edition": "model.editions",
    "Finding": "model.findings",
    "Findings": "model.findings",
    "FindingsError": "model.findings",
    "GovDisclosureError": "errors",
    "MissingDependency": "errors",
    "Note": "model.notes",
    "OtherSection": "model.report",
    "Period": "model.report",
    "ProactiveDisclosure": "model.proactive_disclosure",
    "ProactiveDisclosure2019": "model.proactive_disclosure_2019",
    "Profile": "model.profile",
    "ReadError": "errors",
    "Reading": "model.notes",
    "Requests": "model.requests",
    "Requests2019": "model.requests_2019",
    "ReviewAndLitigation": "model.review_and_litigation",
    "Roster": "rosters",
    "Severity": "model.findings",
    "StructureError": "errors",
    "UsageError": "errors",
    "Waiver": "model.waivers",
    "cells": "model.cells",
    "check": "checks",
    "check_chain": "chains",
    "compare": "differences",
    "complete": "completion",
    "diagnose": "diagnosis",
    "dumpb": "json",
    "dumps": "json",
    "facts": "dataset",
    "from_dict": "json",
    "get": "model.cells",
    "json_schema": "schema",
    "loads": "json",
    "parse": "formats",
    "parse_cell": "form.cell_text",
    "put": "model.cells",
    "read": "formats",
    "register": "json",
    "render": "formats",
    "rollup": "summing",
    "rule": "checks",
    "to_dict": "json",
    "upgrade": "upgrading",
    "write": "formats",
}

# The parts of the package that the imports above make attributes of it, as a type checker sees it.
_PARTS = {home.partition(".")[0] for home in _HOMES.values()}

# Seen by a type checker, this would make every misspelt name an object.
if not TYPE_CHECKING:  # pragma: no branch - always so where it is run

    def __getattr__(name: str) -> object:
        """Load what is asked for, once."""
        if name in _PARTS:
            return import_module(f"{__name__}.{name}")
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
