"""
Damaged documents by the thousand: each read within bounds, or refused with a reason.

JSON is judged by its specification as well, which must come to the same verdict.
"""

from __future__ import annotations

import random
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

import govdisclosure as gd
from support.builders import build_report
from support.json_documents import document as json_document
from support.json_documents import judge
from support.mutations_docx import mutate_docx
from support.mutations_html import mutate_html
from support.mutations_pdf import mutate_pdf
from support.mutations_text import mutate_text
from support.mutations_xlsx import mutate_xlsx
from support.publishing import LAYOUTS, publish
from support.workbooks import by_others

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import FrameType

_POOL: Final = 40
_MUTATE: Final = {"html": mutate_html, "docx": mutate_docx, "xlsx": mutate_xlsx, "pdf": mutate_pdf}
_MEBIBYTE: Final = 1024 * (1024 if sys.platform == "darwin" else 1)


class LateError(BaseException):
    """Reading takes longer than it may; no reader's ``except`` catches it."""


@frozen
class Damaged:
    """
    One damaged document.

    Args:
        format: The format that it had.
        seed: The first seed of the run.
        number: Which document of the run it is.
    """

    format: str
    seed: int
    number: int

    @property
    def name(self) -> str:
        """By which it is repeated."""
        return f"{self.format}:{self.seed}:{self.number}"

    def content(self) -> str | bytes:
        """Make the document: the same for the same values."""
        rng = random.Random(self.name)  # noqa: S311 - damage, no secret
        if self.format == "json":
            return json_document(rng)
        content = rng.choice(_sound(self.format, rng.randrange(_POOL)))
        if self.format == "text":
            return mutate_text(rng, content if isinstance(content, str) else content.decode(errors="replace"))
        mutate = _MUTATE[self.format]
        return mutate(rng, content.encode() if isinstance(content, str) else content)


@cache
def _sound(name: str, seed: int) -> tuple[str | bytes, ...]:
    """Give documents of a format before they are damaged: our own, and one of every few layouts that others have."""
    layouts = [layout.name for layout in LAYOUTS.values() if layout.format == name and layout.finish is None]
    rng = random.Random(seed)  # noqa: S311 - layouts, no secret
    documents = [publish(layout, [seed])[0].content for layout in rng.sample(layouts, min(3, len(layouts)))]
    if name != "pdf":
        documents.append(gd.render(build_report(year=2019 + seed % 5), name))
    if name == "xlsx":
        documents += [by_others(build_report(year=2019 + seed % 5), merges=merges) for merges in (True, False)]
    return tuple(documents)


@define
class Outcomes:
    """
    What became of many documents.

    Args:
        count: How many.
        read: How many were read.
        refused: How many were refused, by code.
        late: Those that took longer than they may.
        crashes: Those at which something else than a ``ReadError`` left the reader, or whose JSON is judged otherwise
            by its specification, with the traceback.
        slowest: Seconds of processor time, and the document.
        largest: Mebibytes that a process had at its highest, and the document that it read then.
    """

    count: int = 0
    read: int = 0
    refused: Counter[str] = field(factory=Counter)
    late: list[str] = field(factory=list)
    crashes: dict[str, str] = field(factory=dict)
    slowest: tuple[float, str] = (0.0, "")
    largest: tuple[float, str] = (0.0, "")

    def add(self, other: Outcomes) -> None:
        """Add what became of others."""
        self.count += other.count
        self.read += other.read
        self.refused += other.refused
        self.late += other.late
        self.crashes |= other.crashes
        self.slowest = max(self.slowest, other.slowest)
        self.largest = max(self.largest, other.largest)


def fuzz(documents: Iterable[Damaged], bound: float) -> Outcomes:
    """Read damaged documents, each within a bound of seconds of processor time."""
    outcomes = Outcomes()
    before = signal.signal(signal.SIGPROF, _too_late)
    try:
        for document in documents:
            _fuzz_one(document, bound, outcomes)
    finally:
        signal.signal(signal.SIGPROF, before)
    return outcomes


def _fuzz_one(document: Damaged, bound: float, outcomes: Outcomes) -> None:
    content = document.content()
    outcomes.count += 1
    began = time.process_time()
    try:
        signal.setitimer(signal.ITIMER_PROF, bound)
        _read(document, content)
        outcomes.read += 1
    except gd.ReadError as error:
        outcomes.refused[error.code or "JSON"] += 1
    except LateError:
        outcomes.late.append(document.name)
    except Exception:  # noqa: BLE001 - whatever leaves a reader is what is looked for
        outcomes.crashes[document.name] = traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEBIBYTE
    outcomes.slowest = max(outcomes.slowest, (time.process_time() - began, document.name))
    outcomes.largest = max(outcomes.largest, (memory, document.name), key=_size)


def _read(document: Damaged, content: str | bytes) -> None:
    if document.format == "json":
        judge(content)
    else:
        # Half of them are read as what they were, since damage to the first bytes hides the rest.
        gd.parse(content, format=document.format if document.number % 2 else None)


def _size(largest: tuple[float, str]) -> float:
    return largest[0]


def _too_late(_number: int, _frame: FrameType | None) -> None:
    raise LateError
