"""``check --cache``: the file that keeps what became of reports, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.batch import Cache
from govdisclosure.cli._options import Failure, unwritable
from govdisclosure.errors import UsageError
from govdisclosure.paths import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import click

    from govdisclosure.cli._files import Source
    from govdisclosure.cli._texts import Words


def opened(target: str | None, read: Iterable[Source], ctx: click.Context, words: Words) -> Cache | None:
    """
    Open a cache until the end of the call; None if none is asked for.

    Args:
        target: The file.
        read: What the call reads, none of which is a cache.
        ctx: The call.
        words: The language.

    Raises:
        Failure: If the file is one of those that are read, or something else, or cannot be opened.
    """
    if target is None:
        return None
    if any(whole(source.name) == whole(target) for source in read):
        raise Failure(words, words("same-file", name=target))
    try:
        cache = Cache(target)
    except UsageError as error:
        raise Failure(words, words("no-cache", name=target)) from error
    except OSError as error:
        raise unwritable(target, error, words) from error
    ctx.call_on_close(cache.close)
    return cache


def remarks_on(cache: Cache | None, words: Words) -> Iterator[str]:
    """Say what happened to a cache."""
    if cache is None:
        return
    if cache.set_aside is not None:
        yield words("cache-damaged", name=cache.path, target=cache.set_aside)
    if cache.lost is not None:
        yield words("cache-lost", name=cache.path, reason=cache.lost)
