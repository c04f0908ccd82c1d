"""
What a fuzzer feeds with bytes: every reader, the loader of JSON and the grammar of claims, each with what must hold.

A target takes any bytes. It returns whether they were read; ``ReadError`` is the one refusal that is documented, and
whatever else leaves a target is a fault. What was read is checked, too, and its JSON is that of the same report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import attrs
from attrs import frozen

import govdisclosure as gd
from govdisclosure.claims import claims
from govdisclosure.formats import Limits
from govdisclosure.model.values import clean_text
from support import fuzz_seeds
from support.builders import build_report
from support.word import zipped

CORPUS: Final = Path(__file__).parents[1] / "data" / "fuzz"
"""What is kept of what a fuzzer came upon: a folder for each target."""

# A process of its own for PDF files would hide from the fuzzer what it reaches.
_LIMITS: Final = Limits(max_seconds=30, pdf_process=False)
_YEAR: Final = 2024
_PART: Final = re.compile(rb"^--- (.+)\n", re.MULTILINE)


@frozen
class Target:
    """
    One target.

    Args:
        name: Its name.
        run: What is done with bytes.
        seeds: Gives documents of our own that a fuzzer begins with.
        longest: How many bytes a fuzzer tries at most.
    """

    name: str
    run: Callable[[bytes], bool]
    seeds: Callable[[], Iterator[bytes]]
    longest: int = 40_000

    def beginnings(self) -> Iterator[bytes]:
        """Give the seeds that are not longer than what a fuzzer tries, then the kept corpus."""
        yield from (seed for seed in self.seeds() if len(seed) <= self.longest)
        yield from (path.read_bytes() for path in self.kept())

    def kept(self) -> list[Path]:
        """Give the files of the kept corpus, in their order."""
        return sorted((CORPUS / self.name).glob("*"))


def _text(content: bytes) -> bool:
    """Read lines as text and as Markdown: a content is not told by which it was."""
    return _is_read("text", content) | _is_read("markdown", content)


def _html(content: bytes) -> bool:
    return _is_read("html", content)


def _pdf(content: bytes) -> bool:
    return _is_read("pdf", content)


def _docx(content: bytes) -> bool:
    return _is_read("docx", _package(content))


def _xlsx(content: bytes) -> bool:
    return _is_read("xlsx", _package(content))


def _package(content: bytes) -> bytes:
    """
    Give a zip file of parts, each below a line with its name; a content that begins as a zip file does is one.

    So a fuzzer changes what stands in the parts: in a zip file nearly every change ends at a check sum.
    """
    # PK\x03\x04
    if content.startswith(b"PK"):
        return content
    _, *pieces = _PART.split(content)
    names = (name.partition(b"\0")[0].decode("latin-1") for name in pieces[::2])  # zipfile, too, cuts them there
    return zipped({name: part for name, part in zip(names, pieces[1::2], strict=True) if name})


def _is_read(name: str, content: bytes) -> bool:
    try:
        reading = gd.parse(content, format=name, limits=_LIMITS)
    except gd.ReadError:
        return False
    gd.check(reading)
    assert gd.loads(gd.dumps(reading.report)) == reading.report
    return True


def _json(content: bytes) -> bool:
    """Load JSON; what was loaded is written as text and read again, but for extensions, which only JSON has."""
    try:
        report = gd.loads(content)
    except gd.ReadError:
        return False
    gd.check(report)
    assert gd.loads(gd.dumpb(report)) == report
    assert gd.parse(gd.render(report, "text")).report == attrs.evolve(report, extensions={})
    return True


def _claims(content: bytes) -> bool:
    """Check a report with lines as its paragraphs, and the year before without them; a claim quotes its paragraph."""
    paragraphs = [clean_text(line) for line in content.decode(errors="replace").split("\n")]
    report = build_report(year=_YEAR, overview=paragraphs)
    published = {f"overview[{number}]": paragraph for number, paragraph in enumerate(paragraphs)}
    stated = [claim for claim in claims(report) if claim.path in published]
    for claim in stated:
        assert claim.text == published[claim.path][claim.start : claim.end]
    gd.check(report, previous=[build_report(year=_YEAR - 1)])
    return len(stated) > 0


TARGETS: Final = {
    target.name: target
    for target in (
        Target("text", _text, fuzz_seeds.text),
        Target("html", _html, fuzz_seeds.html),
        Target("docx", _docx, fuzz_seeds.docx, longest=60_000),
        Target("xlsx", _xlsx, fuzz_seeds.xlsx),
        Target("pdf", _pdf, fuzz_seeds.pdf),
        Target("json", _json, fuzz_seeds.json),
        Target("claims", _claims, fuzz_seeds.claims, longest=4_000),
    )
}
"""All targets by their names."""
