"""
The outline of a document that somebody else wrote: which of its lines are the headings of the six sections.

Whatever could be a heading is a candidate. Of all ways to give each section one of them, in the order of the form, the
cheapest is taken; how the sections are numbered is a hypothesis, and the cheapest of these is taken as well.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from govdisclosure.form.thresholds import LONGEST_TOLD_HEADING
from govdisclosure.model.report import SECTIONS, TABLES
from govdisclosure.reading.document import costs
from govdisclosure.vocabulary.heading_lines import LONGEST_NUMBER, Heading, Numbering, Wording, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_INDEX: Final = {section: index for index, section in enumerate(SECTIONS)}
_BEFORE: Final = -1
_OVERVIEW: Final = 0


# Of items of lists, most begin alike.
_number: Final = lru_cache(maxsize=4096)(numbered)


@frozen
class Candidate:
    """
    A line that could be the heading of a section.

    Args:
        place: Its place in the document.
        heading: What it would be.
        list_start: The place of the first item of the list that it goes on; None where it goes on none.
        second_item: The place of the second item of the list that it begins; None where it begins none.
    """

    place: int
    heading: Heading
    list_start: int | None = None
    second_item: int | None = None

    @property
    def section(self) -> int:
        """The index of the section."""
        return _INDEX[self.heading.section]

    def goes_on_list_in(self, path: _Path) -> bool:
        """Whether the list that it goes on begins below the latest heading."""
        return self.list_start is not None and self.list_start > path.start

    def is_right_below(self, path: _Path) -> bool:
        """Whether nothing stands between it and the heading of its section."""
        return self.section == path.section and self.place == path.start + 1

    def is_caption_in(self, path: _Path) -> bool:
        """Whether it only says once more what the heading right above it does."""
        heading = self.heading
        if not self.is_right_below(path):
            return False
        # 五、存在的主要问题 / 五、下一步打算 says more.
        if heading.tells_next_steps and not path.taken[-1].heading.tells_next_steps:
            return False
        # 一、概述 / 一、总体情况: an item of section 一 can have its name.
        if self.section == _OVERVIEW:
            return False
        # 五、存在的主要问题及改进情况 / 五、存在的问题
        if heading.has_own_number and heading.wording is not Wording.KEY_WORD:
            return heading.numbering is path.taken[-1].heading.numbering
        # 二、主动公开政府信息情况 / 主动公开政府信息情况
        return heading.wording is Wording.USUAL and heading.number is None and heading.section in TABLES


@frozen
class Outline:
    """
    The headings of a document, by their places.

    Args:
        headings: The headings of the sections.
        captions: Those that say once more what stands right above them; text can stand behind them.
        again: Those of sections that have one already.
        moved: Which headings stand out of the order of the form.
    """

    headings: dict[int, Heading] = field(factory=dict)
    captions: dict[int, Heading] = field(factory=dict)
    again: dict[int, Heading] = field(factory=dict)
    moved: frozenset[int] = frozenset()


@frozen
class _Path:
    """An explanation of a document up to some place: what it costs, and the headings that it takes."""

    cost: int = 0
    taken: tuple[Candidate, ...] = ()

    def rank(self) -> tuple[int, int, int]:
        """Give the cost; of two that are equal, that with fewer headings is better, or with those that come first."""
        return self.cost, len(self.taken), self.start

    @property
    def start(self) -> int:
        """The place of the latest heading."""
        return self.taken[-1].place if self.taken else _BEFORE

    @property
    def section(self) -> int:
        """The index of the section that it begins."""
        return self.taken[-1].section if self.taken else _BEFORE


def candidates_among(texts: Iterable[str], headings: Iterable[Heading | None]) -> list[Candidate]:
    """
    Give the lines that could be headings, each with the list that its number goes on.

    Args:
        texts: The text of each block; nothing for a table.
        headings: What each of them would be.
    """
    begun: list[tuple[int, Heading, int | None]] = []
    lists: dict[Numbering, tuple[int, int | None]] = {}
    seconds: dict[int, int] = {}
    for place, (text, heading) in enumerate(zip(texts, headings, strict=True)):
        numbering, number, _ = _number(text.lstrip()[:LONGEST_NUMBER])
        start = None
        if number is not None:
            last, first = lists.get(numbering, (0, None))
            start = first if number == last + 1 else None
            lists[numbering] = number, place if number == 1 else start
            if start is not None:
                seconds.setdefault(start, place)
        if heading is not None:
            begun.append((place, heading, start))
    return [Candidate(place, heading, start, seconds.get(place)) for place, heading, start in begun]


def outline_of(candidates: Sequence[Candidate], tables: Mapping[str, int]) -> Outline:
    """
    Choose among the candidates.

    Args:
        candidates: The lines that could be headings, in their order.
        tables: Where the table of each section begins, of those that stand in the document.
    """
    if not candidates or _are_of_form(candidates):
        # Each heading of the form once: to leave one out costs more than a table that stands elsewhere is worth.
        return Outline({each.place: each.heading for each in candidates})
    numberings = dict.fromkeys(each.heading.numbering for each in candidates)
    paths = [(_cheapest(candidates, tables, numbering), numbering) for numbering in numberings]
    path, numbering = min(paths, key=lambda each: each[0].cost)
    return _told(path, candidates, tables, numbering)


def with_headings_of_tables(outline: Outline, texts: Sequence[str], tables: Mapping[str, int]) -> Outline:
    """
    Add headings in words that none has, of section 一 and of tables, which their numbers tell: 二、政府信息公开数据.

    Args:
        outline: The outline.
        texts: The text of each block; nothing for a table.
        tables: Where the table of each section begins, of those that stand in the document.
    """
    headings = dict(outline.headings)
    # In most documents, no section lacks its heading.
    if {heading.section for heading in headings.values()} >= {*SECTIONS}:
        return outline
    first = min(headings, default=None)
    if first is not None and SECTIONS[_OVERVIEW] not in {heading.section for heading in headings.values()}:
        # 一、工作开展情况
        headings |= _told_by_number(texts, range(first), SECTIONS[_OVERVIEW], headings[first].numbering)
    for section in SECTIONS:
        above = max((place for place in headings if place < tables.get(section, _BEFORE)), default=None)
        if above is not None and section not in {heading.section for heading in headings.values()}:
            headings |= _told_by_number(texts, range(above + 1, tables[section]), section, headings[above].numbering)
    return evolve(outline, headings=headings)


def _told_by_number(texts: Sequence[str], below: range, section: str, numbering: Numbering) -> dict[int, Heading]:
    """Give the heading of a section among lines, by its place: the only one that is numbered as headings are."""
    alike = [place for place in below if _number(texts[place][:LONGEST_NUMBER])[0] is numbering]
    # 一、组织领导 / 二、主动公开情况, a list of section 一
    if len(alike) != 1 or numbering is Numbering.NONE:
        return {}
    text = texts[alike[0]]
    number = _number(text[:LONGEST_NUMBER])[1]
    is_line = len(text) <= LONGEST_TOLD_HEADING and not text.endswith(("。", "；"))
    is_told = number == _INDEX[section] + 1 and is_line
    return {alike[0]: Heading(section, text, Wording.OTHER, numbering, number)} if is_told else {}


def _are_of_form(candidates: Sequence[Candidate]) -> bool:
    """Tell whether lines are the headings of the form in its order, in the usual words, and none goes on a list."""
    above = _BEFORE
    for index, candidate in enumerate(candidates):
        heading = candidate.heading
        is_usual = heading.wording is Wording.USUAL and heading.has_own_number and not heading.behind
        is_alike = heading.numbering is candidates[0].heading.numbering
        is_item = candidate.list_start is not None and candidate.list_start > above
        if candidate.section != index or not (is_usual and is_alike) or is_item:
            return False
        above = candidate.place
    return len(candidates) == len(SECTIONS)


def _cheapest(candidates: Sequence[Candidate], tables: Mapping[str, int], numbering: Numbering) -> _Path:
    """Give the cheapest path through a document whose sections are numbered so."""
    lost = [costs.LOST_ABOVE_TABLE if section in tables else costs.LOST for section in SECTIONS]
    paths = {_BEFORE: _Path()}
    for place, candidate in _events(candidates, tables):
        if candidate is None:
            paths = {section: _with_tables(path, place, tables) for section, path in paths.items()}
            continue
        passed = {section: _without(candidate, path) for section, path in paths.items()}
        begun = candidate.section
        own = _taken(candidate, numbering)
        for section, path in paths.items():
            if section < begun:
                cost = path.cost + own + sum(lost[section + 1 : begun])
                cost += costs.IN_A_LIST * candidate.goes_on_list_in(path)
                # Of equals, that which takes no more headings is better.
                if begun not in passed or cost <= passed[begun].cost:
                    taken = _Path(cost, (*path.taken, candidate))
                    passed[begun] = min(passed.get(begun, taken), taken, key=_Path.rank)
        paths = passed
    ended = [_Path(path.cost + sum(lost[section + 1 :]), path.taken) for section, path in paths.items()]
    return min(ended, key=_Path.rank)


def _events(candidates: Iterable[Candidate], tables: Mapping[str, int]) -> list[tuple[int, Candidate | None]]:
    """Give candidates and tables, None for these, in their order."""
    events: list[tuple[int, Candidate | None]] = [(each.place, each) for each in candidates]
    return sorted([*events, *((place, None) for place in set(tables.values()))], key=lambda event: event[0])


def _with_tables(path: _Path, place: int, tables: Mapping[str, int]) -> _Path:
    """Give a path past the tables at a place: one of them may be that of the section."""
    is_below = path.taken and tables.get(path.taken[-1].heading.section) == place
    return _Path(path.cost + costs.ABOVE_ITS_TABLE, path.taken) if is_below else path


def _without(candidate: Candidate, path: _Path) -> _Path:
    """Give a path past a candidate that is no heading."""
    if candidate.heading.wording is not Wording.USUAL or candidate.is_caption_in(path):
        return path
    return _Path(path.cost + (costs.NESTED if path.section <= _OVERVIEW else costs.AGAIN), path.taken)


def _taken(candidate: Candidate, numbering: Numbering) -> int:
    """Tell what it costs if a candidate is the heading of its section, whatever stands above it."""
    heading = candidate.heading
    cost = costs.WORDS[heading.wording] + costs.TEXT_BEHIND * bool(heading.behind)
    if heading.number is None:
        cost += costs.NO_NUMBER * (numbering is not Numbering.NONE)
    else:
        cost += costs.OTHER_NUMBER * (not heading.has_own_number)
        cost += costs.OTHER_NUMBERING * (heading.numbering is not numbering)
    return cost


@frozen
class _Left:
    """A candidate that is no heading of the cheapest path, the path above it, and the place of the next heading."""

    candidate: Candidate
    above: _Path
    below: int

    def has_table(self, tables: Mapping[str, int]) -> bool:
        """Whether its table stands between it and the next heading."""
        return self.candidate.place < tables.get(self.candidate.heading.section, _BEFORE) < self.below

    def is_right_above(self, tables: Mapping[str, int]) -> bool:
        """Whether nothing stands between it and the table of the section in which it is, which is another."""
        # 二、主动公开政府信息情况 / 三、依申请公开, and right below both the table of section 二
        section = self.above.section
        return section != self.candidate.section and tables.get(SECTIONS[section]) == self.candidate.place + 1

    def is_like(self, numbering: Numbering) -> bool:
        """Whether it is numbered as the headings are, and by no list."""
        heading = self.candidate.heading
        # 七、其他需要报告的事项 behind section 六
        own = heading.has_own_number or heading.number is None or heading.number > len(SECTIONS)
        # 6、其他需要报告的事项, below no item 5、
        is_alike = heading.numbering is numbering or (self.is_sure and self.is_of_section_above)
        return own and is_alike and not self.candidate.goes_on_list_in(self.above)

    @property
    def is_of_section_above(self) -> bool:
        """Whether it is a heading with a number of the section in which it stands, and not of section 一."""
        return 0 < self.candidate.section == self.above.section and self.candidate.heading.number is not None

    @property
    def is_overview_again(self) -> bool:
        """Whether it is the heading of section 一 once more, and begins no list: 一、总体情况 / 二、组织领导."""
        second = self.candidate.second_item
        begins_list = second is not None and second < self.below
        return self.candidate.section == _OVERVIEW and self.is_sure and not begins_list

    @property
    def is_sure(self) -> bool:
        """Whether it has the usual words of a heading, and no text behind them."""
        return self.candidate.heading.wording is Wording.USUAL and not self.candidate.heading.behind

    def may_move(self, tables: Mapping[str, int]) -> bool:
        """Whether it can be a heading out of the order of the form, and is no item of section 一."""
        return self.is_sure or self.above.section > _OVERVIEW or self.has_table(tables)


def _told(path: _Path, candidates: Iterable[Candidate], tables: Mapping[str, int], numbering: Numbering) -> Outline:
    """Tell what the candidates are that a path does not take: captions, headings once more, or out of their order."""
    left = [each for each in _left(path, candidates) if each.above.taken or each.has_table(tables)]
    captions = {
        each.candidate.place: each.candidate.heading for each in left if each.candidate.is_caption_in(each.above)
    }
    # 五、坚持问题导向 right below the heading of section 五 is its text.
    others = [each for each in left if each.is_like(numbering) and not each.candidate.is_right_below(each.above)]
    headings = {each.place: each.heading for each in path.taken}
    moved = _moved(others, {each.section for each in path.taken}, tables)
    headings |= moved
    # 一、总体情况 behind 二、…情况, all without text, begins a table of contents anew.
    next_section = min((each.candidate.place for each in others if each.candidate.section), default=sys.maxsize)
    again: dict[int, Heading] = {}
    for each in others:
        place = each.candidate.place
        is_overview = each.is_overview_again and place < next_section
        within = _section_at(place, headings)
        # 五、存在的主要问题 / 五、下一步打算, which is text of it
        is_text = within == each.candidate.section and each.candidate.heading.tells_next_steps
        is_text |= each.is_right_above(tables)
        if place not in moved and not is_text and (is_overview or within > _OVERVIEW):
            again[place] = each.candidate.heading
    return Outline(headings, captions, again, frozenset(moved))


def _section_at(place: int, headings: Mapping[int, Heading]) -> int:
    """Give the index of the section in which a place is."""
    above = max((each for each in headings if each <= place), default=None)
    return _BEFORE if above is None else _INDEX[headings[above].section]


def _left(path: _Path, candidates: Iterable[Candidate]) -> Iterator[_Left]:
    for candidate in candidates:
        above = tuple(each for each in path.taken if each.place <= candidate.place)
        if candidate not in above:
            below = next((each.place for each in path.taken if each.place > candidate.place), sys.maxsize)
            yield _Left(candidate, _Path(taken=above), below)


def _moved(left: Iterable[_Left], there: set[int], tables: Mapping[str, int]) -> dict[int, Heading]:
    """Give the headings of sections that have none yet: of several, the first above its table, or the first."""
    moved: dict[int, _Left] = {}
    for each in left:
        section = each.candidate.section
        if section in there or not each.may_move(tables):
            continue
        # 六、其他需要报告的事项 / 无。 / 五、存在的主要问题及改进情况
        if section not in moved or each.has_table(tables) > moved[section].has_table(tables):
            moved[section] = each
    return {each.candidate.place: each.candidate.heading for each in moved.values()}
