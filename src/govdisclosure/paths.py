"""Questions about paths to which there is an answer for every name, as long as it may be and wherever a link leads."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeAlias

_Name: TypeAlias = "str | os.PathLike[str]"


def whole(name: _Name) -> Path:
    """Give the path from the root of the system, with links followed; where these run in a circle, as far as it is."""
    try:
        # Not Path.resolve, which raises a RuntimeError of a circle before Python 3.13.
        return Path(os.path.realpath(name))
    except FileNotFoundError:  # The working directory is gone, and with it all that is below it.
        return Path(name)


# What follows asks the system as methods of Path do; these raise where a name is too long, links run in a circle, or a
# folder may not be looked into.


def is_file(name: _Name) -> bool:
    """Tell whether there is a file of a name."""
    return os.path.isfile(name)  # noqa: PTH113 - see above


def is_folder(name: _Name) -> bool:
    """Tell whether there is a folder of a name."""
    return os.path.isdir(name)  # noqa: PTH112 - see above


def is_stream(name: _Name) -> bool:
    """Tell whether a name, of no folder, is that of a pipe, a socket or a device: who reads it may wait for ever."""
    return is_there(name) and not is_file(name)


def is_there(name: _Name) -> bool:
    """Tell whether there is anything of a name."""
    return os.path.exists(name)  # noqa: PTH110 - see above
