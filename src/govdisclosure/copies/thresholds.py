"""When two texts are nearly alike, and what is looked at to tell: every number that decides, with its reason."""

from __future__ import annotations

from typing import Final

ALIKE: Final = 0.85
"""How many of the shingles that are left of the shorter text the other has, for the two to be nearly alike."""

MOST: Final = 0.99
"""How alike two texts are at most that are not the same, though every shingle may be had."""

SHINGLE: Final = 10
HAD: Final = 7
"""
Characters of a shingle, and how many of them, in their order, the other text must have for it to have the shingle.

A sentence in which a word was changed is still that sentence. With a tenth of the words changed, 95 of 100 shingles of
ten characters keep seven, where a share of plain shingles would fall with their length: from 0.9 for single characters,
which say nothing, to 0.35 for ten. Texts of two bodies, which have their words in common, have 0.2 at most.
"""

LEAST: Final = 200
"""How many characters must be left of a text: shorter ones are alike because they say the usual."""

LENGTHS: Final = 0.6
"""How long the shorter of two texts that are nearly alike is at least, measured by the longer."""

SMALLEST_BATCH: Final = 6
"""From how many texts on something is left out: what five bodies of five write may be copied."""

COMMON_SHARE: Final = 0.5
COMMON_LEAST: Final = 5
"""What more than this share of the texts, and at least so many of them, have is what everybody writes."""

COMMON_STRETCH: Final = 8
"""
Characters of a stretch by which it is known what everybody writes.

The longest of the words that any report has to use (政府信息公开, 主动公开政府信息) are no longer: they are left in a
text of a body's own, and what is left out are sentences.
"""

ISLAND: Final = 8
"""
What stands between two stretches that are left out is left out as well, up to so many characters.

Whoever changes a character in each ten of a sentence that everybody writes has not written a text of his own.
"""

SAMPLE: Final = 400
"""Texts of a batch from which candidates for what everybody writes are taken; they are then counted in all texts."""

SAMPLE_SHARE: Final = 0.35
"""
What more than this share of the sample has is a candidate.

Of what half of all texts have, a sample of 400 has less than that six standard deviations away.
"""

STRETCH: Final = 4
"""
Characters of a stretch by which texts are looked for that can be alike.

A changed character changes four stretches: with a tenth of the characters changed, two thirds of them (0.9⁴) stay.
Shorter ones are shared by texts that have only words in common, longer ones by too few of those that are alike.
"""

SKETCH: Final = 256
"""
How many stretches are kept of a text: those with the smallest hashes, which are the same ones in texts alike.

Among ten thousand texts, four in five of them are words that too many share; the others must still tell texts alike.
"""

SHARING: Final = 200
"""
Stretches that more texts share than this are not looked at: they are words, of which every text is made.

So the time grows with the number of texts, and not with its square. Two texts without any rarer stretch are not found.
"""

SKETCH_SHARE: Final = 0.1
"""
How many of the others two texts of one length have in common at least, for it to be asked whether they are alike.

With a tenth of the characters changed at random, a sixth of them are in common even where the texts are made of common
words, since what was changed into is rare as well; of texts of two lengths, as many fewer as the one is shorter.
"""

NEAREST: Final = 5
"""How many texts, those that have most stretches in common with it, a text is compared with."""

PASSAGE: Final = 12
"""Characters of a passage that counts wherever it stands, so that paragraphs in another order hide no copy."""

LONGEST: Final = 100_000
"""Characters of a text that are looked at."""

ALIGNED: Final = 8_000
"""Characters up to which texts are aligned, which takes time by the square; of longer ones passages are compared."""

LONGEST_NAME: Final = 200
MOST_LEVELS: Final = 10
"""
How many characters a name of a body has at most that is looked for in its text, and behind how many levels it is cut.

Each part is looked for at each character, and with words that are no name there are thousands of them.
"""
