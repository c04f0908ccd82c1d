"""The entry point of the command line: ``govdisclosure``, or ``python -m govdisclosure``."""

from __future__ import annotations

import sys

from govdisclosure.errors import MissingDependency


def main() -> int:
    """Run the command line and give its exit status; without the extra ``cli``, say how to install it."""
    try:
        from govdisclosure.cli import run  # noqa: PLC0415 - needs the extra

        return run()
    except MissingDependency as error:
        # None where the caller has closed it.
        if sys.stderr is not None:
            sys.stderr.write(f"{error}\n")
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
