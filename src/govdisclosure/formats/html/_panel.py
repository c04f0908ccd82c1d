"""What stands around a form that was checked: a summary above it, and a list of findings and notes beside it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.formats._markup import Markup, joined
from govdisclosure.formats.html import _texts
from govdisclosure.formats.html._element import element
from govdisclosure.formats.html._marks import Marks, facts, heading, sign
from govdisclosure.formats.html._places import Places, link
from govdisclosure.model.findings import Finding
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.formats.html._marks import Item

_LIST: Final = "gd-list"
_ENGLISH: Final = "gd-english"
_LISTED: Final = 7  # The cells of a row of table III.


@frozen
class Panel:
    """
    The summary and the list.

    Args:
        marks: What is shown.
        places: The places of the page.
        checked: Whether there was a check.
        in_english: Whether the English messages are shown from the beginning.
    """

    marks: Marks
    places: Places
    checked: bool
    in_english: bool = False

    def summary(self, list_at: str | None) -> Markup:
        """Give the summary: how many of each kind, the blanks of which the value is proved, and the way to the list."""
        counts = [
            element("li", element("a", sign(kind), _texts.counted(kind, n), href=f"#gd-{group}"))
            for kind, n, group in self._counts()
        ]
        parts = [element("strong", _texts.RESULT)]
        if self.checked and not any(item.kind in {"error", "warning"} for item in self.marks.items):
            parts.append(element("span", _texts.NOTHING_GRAVE if counts else _texts.CLEAN))
        if counts:
            parts.append(element("ul", *counts, class_="counts"))
        parts += self._proved()
        if list_at is not None:
            parts.append(element("nav", element("a", _texts.ALL_REPORTS, href=list_at)))
        return element("header", *parts, class_="summary", data_part=True)

    def _counts(self) -> Iterator[tuple[str, int, str]]:
        """Yield each kind with the number of its findings, and the group of the list in which these are."""
        counts = [(item.kind, item.counts) for item in self.marks.items]
        for kind in _texts.KINDS:
            groups = [group for group, of_item in counts if of_item[kind]]
            if groups:
                # Warnings that one cause makes together with errors are listed with these.
                yield kind, sum(of_item[kind] for _, of_item in counts), kind if kind in groups else groups[0]

    def _proved(self) -> Iterator[Markup]:
        """Give the blanks whose value the other figures leave no choice about."""
        proved = {path: value for path, value in _proved(self.marks.items) if path in self.places.names}
        if proved:
            items = (
                element("li", self._link(path), clean_text(_texts.should_be(value))) for path, value in proved.items()
            )
            title = element("summary", _texts.proved(len(proved)))
            yield element("details", title, element("ul", *items), class_="proved")

    def listed(self) -> Markup:
        """Give the list, by kind, each item with links to its places."""
        groups = [self._group(kind, list(items)) for kind, items in groupby(self.marks.items, lambda item: item.kind)]
        if not groups:
            groups = [element("p", _texts.CLEAN)]
        english = element("input", type="checkbox", id=_ENGLISH, checked=self.in_english or None)
        return element(
            "aside",
            element("h2", _texts.LIST, id=_LIST, tabindex=-1),
            element("label", english, _texts.IN_ENGLISH, element("span", "English", lang="en"), class_="toggle"),
            *groups,
            class_="list",
            aria_labelledby=_LIST,
            data_part=True,
        )

    def _group(self, kind: str, items: list[Item]) -> Markup:
        number = sum(item.counts[kind] for item in items)
        title = element("h3", f"{_texts.KINDS[kind]}（{number}）", id=f"gd-{kind}", tabindex=-1)
        return joined(title, element("ol", "\n", *map(self._item, items)))

    def _item(self, item: Item) -> Markup:
        english = element("bdi", clean_text(item.message.en), lang="en", class_="message")
        parts = element("p", heading(item)), *facts(item), english, *self._links(item)
        return joined(element("li", *parts, class_=item.kind), "\n")

    def _links(self, item: Item) -> Iterator[Markup]:
        shown = item.places[:_LISTED]
        if shown:
            links = [element("li", self._link(place)) for place in shown]
            if len(item.places) > len(shown):
                links.append(element("li", _texts.in_all(len(item.places))))
            yield element("ul", *links, class_="links")

    def _link(self, place: str) -> Markup:
        return element("a", self.places.name(place), href=link(place))


def _proved(items: Iterable[Item]) -> Iterator[tuple[str, object]]:
    """Give the cells whose values the findings say are proved, with these values."""
    for item in items:
        if isinstance(item.shown, Finding):
            said = item.shown.details.get("proved")
            if said is True:
                yield from ((path, item.shown.expected) for path in item.shown.paths)
            elif isinstance(said, dict):
                yield from said.items()
