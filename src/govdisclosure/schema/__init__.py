"""The JSON Schema of a report's JSON, for programs in any language."""

from pathlib import Path
from typing import Final

from govdisclosure.schema._build import json_schema

__all__ = ["SHIPPED", "json_schema"]

SHIPPED: Final = Path(__file__).with_name("report.schema.json")
"""The schema as a file, for programs that do not run Python."""
