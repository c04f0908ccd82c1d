"""Content controls that nobody has filled in: what they ask for is no entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.form.stand_ins import FIELD
from govdisclosure.formats.docx._xml import child_of, is_on, w

if TYPE_CHECKING:
    from govdisclosure.formats.docx._xml import Element


def empty_controls(body: Element) -> None:
    """Put a stand-in in place of what controls show only until they are filled in."""
    emptied: set[Element] = set()
    for control in body.iter(w("sdt")):
        # <w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击输入</w:t></w:r></w:sdtContent>
        if control in emptied or not is_on(child_of(control, "sdtPr"), "showingPlcHdr"):
            continue
        shown = FIELD
        for one in control.iter(w("t"), w("sdt")):
            if one.tag == w("sdt"):
                emptied.add(one)
            else:
                one.text, shown = shown, ""
