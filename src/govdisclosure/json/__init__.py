"""The JSON of a report: canonical on writing, strict on reading. cattrs and msgspec are loaded on first use."""

from govdisclosure.json._document import dumpb, dumps, from_dict, indented, loads, read, to_dict
from govdisclosure.json._register import finding_from_json, findings_from_json, register

__all__ = [
    "dumpb",
    "dumps",
    "finding_from_json",
    "findings_from_json",
    "from_dict",
    "indented",
    "loads",
    "read",
    "register",
    "to_dict",
]
