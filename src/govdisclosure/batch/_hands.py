"""Who does the work of a batch, as a caller asks for it: an executor of theirs, processes of our own, or this one."""

from __future__ import annotations

import os
import pickle
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.batch._pools import Here, Others, Processes
from govdisclosure.batch._tasks import Job, is_small, tasks
from govdisclosure.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.batch._pools import Pool
    from govdisclosure.batch._tasks import Task
    from govdisclosure.batch._terms import Common

MOST_TASKS: Final = 64
"""How many tasks an executor of a caller's is given at a time, who need not say how many workers it has."""

_MAIN: Final = b"__main__"


def cores() -> int:
    """Give the number of cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # Windows and macOS give all of them to every process.
        return os.cpu_count() or 1


@frozen
class Hands:
    """
    Who does the work.

    Args:
        executor: An executor of the caller's; None for our own.
        workers: How many processes of our own; 1 for this process.
        most_tasks: How many tasks the executor is given at a time.
    """

    executor: Executor | None
    workers: int
    most_tasks: int

    def require_sendable(self, common: Common) -> None:
        """
        Make sure that the checks of a caller can be sent to processes of our own.

        Raises:
            UsageError: If they cannot be pickled, or stand in the script that is run, which these do not run.
        """
        if self.executor is not None or self.workers == 1 or not common.checks:
            return
        try:
            packed = pickle.dumps(common.checks)
        except Exception as error:
            raise UsageError(
                f"checks cannot be sent to other processes: {error}; give workers=1, or threads"
            ) from error
        if _MAIN in packed:
            raise UsageError(
                "checks cannot be sent to other processes from the script itself; "
                "move them into a module, or give workers=1 or an executor of threads"
            )

    def take(self, jobs: Iterator[Job], common: Common) -> tuple[Pool, Iterator[Task]]:
        """Give who does the jobs, and the jobs as tasks for them; for a few small ones, nothing is started."""
        if self.executor is not None:
            return Others(self.executor, common, self.most_tasks), tasks(jobs, Others.most_contents)
        if self.workers == 1:
            return Here(common), tasks(jobs, Here.most_contents)
        is_little, given = is_small(tasks(jobs, Processes.most_contents))
        return (Here(common) if is_little else Processes(common, self.workers)), given
