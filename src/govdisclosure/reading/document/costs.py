"""
What speaks against a line as the heading of a section, in one table; the cheapest explanation of a document is taken.

A section is better left without a heading than with one that costs more than ``LOST``.
"""

from __future__ import annotations

from typing import Final

from govdisclosure.vocabulary.heading_lines import Wording

LOST: Final = 10
"""A section of text has no heading, or a section with a table neither a heading nor its table."""

LOST_ABOVE_TABLE: Final = 4
"""A table has no heading: it is known by its labels, and only the text beside it has no place."""

WORDS: Final = {Wording.USUAL: 0, Wording.PLAIN: 2, Wording.KEY_WORD: 3}
"""``一、概述``, ``五、存在的不足及整改措施``, ``五、坚持问题导向抓好整改``: the more other words, the less sure."""

TEXT_BEHIND: Final = 1
"""``一、总体情况。2022年，我局公开信息3条。`` can be a sentence as well."""

NO_NUMBER: Final = 2
"""``存在的主要问题及改进情况``, where the others have numbers."""

OTHER_NUMBERING: Final = 4
"""``（二）主动公开情况``, where the others are ``一、``: it is rather an item of a section."""

OTHER_NUMBER: Final = 5
"""``七、其他需要报告的事项``, behind a section that the form does not have."""

IN_A_LIST: Final = 9
"""``二、主动公开情况`` behind ``一、组织领导`` in section 一: only the usual words can still be a heading."""

ABOVE_ITS_TABLE: Final = -6
"""The table of the section is the next thing that has a heading: that makes up for a list, or for other words."""

NESTED: Final = 1
"""The usual words once more before section 一 or in it: a list of the sections, an item of the overview."""

AGAIN: Final = 3
"""The usual words once more in another section, which is rare."""
