"""Programs that some tests need: skipped without them on a machine of one's own, failed in continuous integration."""

from __future__ import annotations

import os
import shutil

import pytest


def program(*names: str) -> str:
    """Give the path of the first of these programs that is there; without one, skip the test, or fail it in CI."""
    for name in names:
        found = shutil.which(name)
        if found is not None:
            return found
    message = f"needs {' or '.join(names)}, which is not installed"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
