"""Damage done to texts: to their bytes, lines, bars and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

_INSERTED: Final = (
    *("|", "||", "\n", "\n\n", " ", "\u3000", "\u00a0", "\u200b", "\t", "0", "12", "-", "/", "１２", "3件", "0.5万元"),
    *(
        "一、",
        "（一）",
        "| --- |",
        "# ",
        'govdisclosure："1"\n',
        "年度：2021\n",
        '{"',
        "]",
        "\\",
        "\x00",
        "\ufeff",
        "\ud800",
    ),
    *("规章", "三、本年度办理结果", "开(kai)", "9" * 5_000, "|" * 300, "<table>", "%PDF-1.7\n", "PK\x03\x04", "---\n"),
)


def mutate_text(rng: random.Random, content: str) -> str | bytes:
    """Give a text with one to four things damaged, the same for the same ``rng``; now and then as damaged bytes."""
    for _ in range(rng.randint(1, 4)):
        content = rng.choice(_DAMAGES)(rng, content)
    if rng.random() < 0.8:
        return content
    data = content.encode(rng.choice(("utf-8", "gb18030", "utf-16")), errors="replace")
    place = rng.randrange(len(data) + 1)
    return data[:place] + rng.choice((b"", rng.randbytes(rng.randint(1, 8)))) + data[place + rng.choice((0, 1, 64)) :]


def _inserted(rng: random.Random, content: str) -> str:
    place = rng.randrange(len(content) + 1)
    return content[:place] + rng.choice(_INSERTED) + content[place:]


def _lost(rng: random.Random, content: str) -> str:
    place = rng.randrange(len(content) + 1)
    return content[:place] + content[place + rng.choice((1, 1, 2, 40, len(content))) :]


def _lines(rng: random.Random, content: str) -> str:
    """Lose a line, double it, or move it somewhere else."""
    lines = content.split("\n")
    line = lines.pop(rng.randrange(len(lines)))
    for _ in range(rng.randrange(3)):
        lines.insert(rng.randrange(len(lines) + 1), line)
    return "\n".join(lines)


def _replaced(rng: random.Random, content: str) -> str:
    """Put something else for a character wherever it stands, or where it stands first."""
    if not content:
        return content
    character = rng.choice(content)
    return content.replace(character, rng.choice(_INSERTED)[:40], rng.choice((1, -1)))


_DAMAGES: Final[tuple[Callable[[random.Random, str], str], ...]] = (_inserted, _inserted, _lost, _lines, _replaced)
