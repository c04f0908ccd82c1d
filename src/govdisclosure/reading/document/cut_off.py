"""Documents that are cut off where a table begins: some of its labels stand at the end, too few for a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.form.grids import figure_rows
from govdisclosure.form.thresholds import LEAST_CUT_LABELS
from govdisclosure.form.wording import problem
from govdisclosure.model.report import TABLES
from govdisclosure.reading.labels import table_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.reading.document.sections import Section


def refuse_cut_off(body: Sequence[Paragraph | Grid], last: Section) -> None:
    """
    Refuse a document whose last section is one of a table, and holds some labels of that.

    Args:
        body: The document.
        last: Its last section, which has no table.

    Raises:
        ReadError: If it breaks off there.
    """
    if last.name not in TABLES:
        return
    # 第二十条第（一）项 / 信息内容 / 本年制发件数
    below = _texts_below(body, last.heading)
    labels: set[str] = set()
    for cls in TABLES[last.name]:
        labels.update(filter(table_labels(cls).exact, below))
    if len(labels) >= LEAST_CUT_LABELS:
        row = figure_rows(TABLES[last.name][0])[-1]
        raise problem("BREAKS-OFF", heading=last.heading, looked_for=" / ".join(row.labels) or row.paths[-1])


def _texts_below(body: Sequence[Paragraph | Grid], heading: str) -> list[str]:
    texts = [block.text.strip() for block in body if isinstance(block, Paragraph)]
    places = [place for place, text in enumerate(texts) if text == heading]
    return texts[places[-1] + 1 :] if places else []
