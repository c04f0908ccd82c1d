"""
China's statutory annual report on government information disclosure (政府信息公开工作年度报告).

One schema, declared once: typed classes for every section and table, checks of what must hold between their figures
(勾稽关系), and readers and writers for JSON and for the official layout.
"""

from govdisclosure._version import __version__
from govdisclosure.checks import check, rule
from govdisclosure.completion import complete
from govdisclosure.errors import GovDisclosureError, MissingDependency, ReadError, StructureError, UsageError
from govdisclosure.formats import parse, read, render, write
from govdisclosure.json import dumpb, dumps, loads, register
from govdisclosure.model.cells import Cell, cells, get, put
from govdisclosure.model.findings import Finding, Findings, FindingsError, Severity
from govdisclosure.model.notes import Note, Reading
from govdisclosure.model.proactive_disclosure import ProactiveDisclosure
from govdisclosure.model.proactive_disclosure_2019 import ProactiveDisclosure2019
from govdisclosure.model.report import Agency, AnnualReport, OtherSection, Period
from govdisclosure.model.requests import Requests
from govdisclosure.model.requests_2019 import Requests2019
from govdisclosure.model.review_and_litigation import ReviewAndLitigation
from govdisclosure.model.values import NA, Amount
from govdisclosure.model.waivers import Waiver

__all__ = [
    "NA",
    "Agency",
    "Amount",
    "AnnualReport",
    "Cell",
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
    "ReadError",
    "Reading",
    "Requests",
    "Requests2019",
    "ReviewAndLitigation",
    "Severity",
    "StructureError",
    "UsageError",
    "Waiver",
    "__version__",
    "cells",
    "check",
    "complete",
    "dumpb",
    "dumps",
    "get",
    "loads",
    "parse",
    "put",
    "read",
    "register",
    "render",
    "rule",
    "write",
]
