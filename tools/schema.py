"""Write the JSON Schema that the package ships, from the declarations: ``python tools/schema.py``."""

from __future__ import annotations

import json

from govdisclosure.schema import SHIPPED, json_schema


def written() -> str:
    """Give the schema as the file has it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    SHIPPED.write_text(written(), encoding="utf-8")
    print(SHIPPED.name)
