"""
What became of contents, kept in a file between runs.

A SQLite database, which several processes can use at once: a key of all that decides, and what became of the content,
packed as JSON with its check sum. Whatever happens to the file, a batch goes on without it; but what was never a cache
is refused, so that nobody's report is set aside.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from govdisclosure.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

_log: Final = logging.getLogger("govdisclosure.batch")

_APPLICATION: Final = 0x67640001
"""By which SQLite tells that a file is a cache of ours."""

_HEAD: Final = b"SQLite format 3\0"
"""What a database begins with."""

_TABLE: Final = "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, result BLOB NOT NULL, sum INTEGER NOT NULL)"
_GET: Final = "SELECT result, sum FROM results WHERE key = ?"
_PUT: Final = "INSERT OR REPLACE INTO results VALUES (?, ?, ?)"

_WAIT: Final = 30.0
"""Seconds for which a process waits until another one has written."""

_MANY: Final = 200
_LONG: Final = 1.0
"""Results, and seconds, after which what is new is written: so much a run that is killed does again."""


class Cache:
    """
    A file that keeps what became of contents.

    Close it, or use it in ``with``: what is new is written every second, and at the end. A file that is damaged is set
    aside under another name, and a new one begun; where nothing can be written any more, nothing is kept.

    Args:
        path: The file; made if it is not there.

    Raises:
        UsageError: If it is a file of another program: a report, say, which is left alone.
        OSError: If the folder of it does not exist, or the file cannot be opened.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path: Path = Path(path)
        self.set_aside: Path | None = None
        """What the damaged file is called now; None if none was."""
        self.lost: str | None = None
        """Why nothing is kept any more; None if all is well."""
        self._new: dict[str, bytes] = {}
        self._written = time.monotonic()
        # What cannot be opened is said now, by the system's own words; SQLite has but one for all.
        with open(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666), "rb") as file:  # noqa: PTH123 - a descriptor
            _require_no_other(self.path, file.read(len(_HEAD)))
        self._connection: sqlite3.Connection | None = None
        self._connection = self._opened()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def get(self, key: str) -> bytes | None:
        """Give what is kept under a key; None if nothing is."""
        if key in self._new:
            return self._new[key]
        row = self._tried(lambda connection: connection.execute(_GET, (key,)).fetchone())
        if row is None:
            return None
        result, total = row
        if isinstance(result, bytes) and zlib.crc32(result) == total:
            return result
        self._damaged("a result has another check sum")
        return None

    def put(self, key: str, result: bytes) -> None:
        """Keep something."""
        self._new[key] = result
        if len(self._new) >= _MANY or time.monotonic() - self._written >= _LONG:
            self.write()

    def write(self) -> None:
        """Write what is new."""
        rows = [(key, result, zlib.crc32(result)) for key, result in self._new.items()]
        self._new.clear()
        self._written = time.monotonic()
        if rows:
            self._tried(lambda connection: _write(connection, rows))

    def close(self) -> None:
        """Write what is new, and close the file."""
        self.write()
        self._let_go()

    def _opened(self) -> sqlite3.Connection | None:
        try:
            return _connected(self.path)
        except sqlite3.OperationalError as error:
            self._lose(error)
        except sqlite3.DatabaseError as error:
            self._put_aside(str(error))
            with suppress(sqlite3.Error):
                return _connected(self.path)
        return None

    def _tried(self, act: Callable[[sqlite3.Connection], tuple[object, object] | None]) -> tuple[object, object] | None:
        """Do something with the file; where that fails, a batch goes on."""
        if self._connection is None:
            return None
        try:
            return act(self._connection)
        except sqlite3.OperationalError as error:
            # The disk is full, or another process has the file for longer than anybody waits.
            self._lose(error)
        except sqlite3.DatabaseError as error:
            self._damaged(str(error))
        return None

    def _damaged(self, reason: str) -> None:
        """Set the file aside, and begin a new one."""
        self._let_go()
        self._put_aside(reason)
        with suppress(sqlite3.Error):
            self._connection = _connected(self.path)

    def _put_aside(self, reason: str) -> None:
        names = (self.path.with_name(f"{self.path.name}.damaged{number or ''}") for number in range(1000))
        target = next(name for name in names if not name.exists())
        with suppress(OSError):
            self.path.replace(target)
            self.set_aside = target
            _log.warning("the cache %s is damaged (%s) and was set aside as %s", self.path, reason, target)
        # What SQLite keeps beside a file belongs to that file.
        for beside in ("-wal", "-shm"):
            with suppress(OSError):
                self.path.with_name(self.path.name + beside).unlink()

    def _lose(self, error: sqlite3.Error) -> None:
        self.lost = str(error)
        _log.warning("the cache %s cannot be used any more: %s", self.path, error)
        self._let_go()

    def _let_go(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None


def _write(connection: sqlite3.Connection, rows: list[tuple[str, bytes, int]]) -> None:
    with connection:
        connection.executemany(_PUT, rows)


def _require_no_other(path: Path, head: bytes) -> None:
    """Refuse what begins as no database does; of one that was being written, a crash can leave nothing or noughts."""
    if head.strip(b"\0") and head != _HEAD:
        raise UsageError(f"{path} is a file of another program, and no cache")


def _connected(path: Path) -> sqlite3.Connection:
    """Open a cache; refuse what another program keeps in a file of the same kind."""
    connection = sqlite3.connect(path, timeout=_WAIT, check_same_thread=False)
    try:
        # In this order: another process that begins the cache now says whose it is before it makes its table.
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if tables and application != _APPLICATION:
            raise UsageError(f"{path} is a file of another program, and no cache")  # noqa: TRY301 - closed below
        # Readers do not wait for a writer; a network drive that cannot do so stays as it is.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        with connection:
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(_TABLE)
    except BaseException:
        connection.close()
        raise
    return connection
