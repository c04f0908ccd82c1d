"""What is remembered of texts: enough for any document, and no more behind it than is kept."""

from __future__ import annotations

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.reading.labels import Match, table_labels
from govdisclosure.vocabulary.memory import KEPT, MEMORIES, forget, remembered


def page(size: int) -> str:
    """Give a page of somebody else whose table II has rows of so many other words."""
    page = str(gd.render(build_report(), "html")).replace("govdisclosure", "x")
    at = page.rindex("<tr", 0, page.index("行政强制"))
    return f"{page[:at]}{''.join(f'<tr><td>其他事项第{row}类' for row in range(size))}{page[at:]}"


def sizes() -> list[int]:
    """Give how many texts each function remembers."""
    return [memory.cache_info().currsize for memory in MEMORIES]


def test_behind_a_large_document_its_texts_are_forgotten() -> None:
    """Documents without end do not fill the memory, and what was forgotten is found again."""
    expected = gd.parse(page(2)).report

    read = gd.parse(page(KEPT + 1)).report

    assert max(sizes()) <= KEPT
    assert read.requests == expected.requests
    assert table_labels(gd.ProactiveDisclosure).match("规章") == Match(0)


def test_what_was_remembered_is_forgotten_where_a_document_is_refused() -> None:
    """Such documents can be many as well."""
    with pytest.raises(gd.ReadError):
        gd.parse("\n".join(f"第{line}项" for line in range(KEPT + 1)))

    assert max(sizes()) <= KEPT


def test_few_texts_are_kept() -> None:
    """Those of one document are those of the next."""
    asked: list[str] = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    for _ in range(2):
        assert [length("规章"), length("行政许可")] == [2, 4]
        forget()

    assert asked == ["规章", "行政许可"]


def test_behind_small_documents_what_is_too_much_is_forgotten_now_and_then() -> None:
    """To look at all memories takes time, and a small document adds little."""

    @remembered
    def length(text: str) -> int:
        return len(text)

    for number in range(KEPT + 1):
        length(str(number))
    kept = []
    for _ in range(8):
        forget(1)
        kept.append(MEMORIES[-1].cache_info().currsize)

    waited = kept.index(0)
    assert kept == [KEPT + 1] * waited + [0] * (8 - waited)
