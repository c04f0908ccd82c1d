"""
A plugin of pytest with which a module is imported without one of its sites.

``OPERANDS_PACKAGE`` is the folder of the package, ``OPERANDS_WITHOUT`` the module and the number of the site in it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from operand_loading import import_as
from operand_sites import sites

_MODULE, _, _NUMBER = os.environ["OPERANDS_WITHOUT"].rpartition("#")
_PACKAGE: Final = Path(os.environ["OPERANDS_PACKAGE"])


def _without(module: str, text: str) -> str | None:
    return list(sites(module, text))[int(_NUMBER)].without if module == _MODULE else None


import_as(_PACKAGE, _without)
