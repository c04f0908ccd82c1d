"""
The figures of many reports as a data set: two tables, facts and reports, in Arrow, Parquet and CSV, and back.

Everything is a stream: memory does not grow with the number of reports.
"""

from govdisclosure.dataset._fact import Fact, ReportRow, State
from govdisclosure.dataset._facts import facts, report_rows, reports_to_arrow, to_arrow
from govdisclosure.dataset._package import FORMS, Form, is_descriptor
from govdisclosure.dataset._read import from_arrow, read
from govdisclosure.dataset._rebuild import rebuild
from govdisclosure.dataset._records import Reported
from govdisclosure.dataset._write import Written, write

__all__ = [
    "FORMS",
    "Fact",
    "Form",
    "ReportRow",
    "Reported",
    "State",
    "Written",
    "facts",
    "from_arrow",
    "is_descriptor",
    "read",
    "rebuild",
    "report_rows",
    "reports_to_arrow",
    "to_arrow",
    "write",
]
