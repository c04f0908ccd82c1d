"""Which kind of body reports, told from what its agency says of itself and from its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.model.profile import Body
from govdisclosure.model.report import agency_kind
from govdisclosure.vocabulary.fold import fold

if TYPE_CHECKING:
    from govdisclosure.model.report import Agency

# 示例县农业农村局（乡村振兴局）
_REMARK: Final = re.compile(r"\([^()]*\)$")
_STREET: Final = ("街道办事处", "街道")
_TOWN: Final = tuple(f"{place}{office}" for place in ("镇", "乡", "苏木") for office in ("人民政府", ""))
_ZONE: Final = ("管理委员会", "管委会")
# 示例县国有资产监督管理委员会, a department that supervises, and administers no zone
_SUPERVISING: Final = "监督管理委员会"
_OFFICE: Final = ("政府办公室", "政府办公厅")


def name_of_body(agency: Agency | None) -> str | None:
    """Give the name of a body as it is written; None where there is none, or a blank, which names nobody."""
    return agency.name if agency is not None and fold(agency.name) else None


def body_of(agency: Agency | None) -> Body:
    """Tell the kind of a body; streets, zones and towns are told by their names alone."""
    if agency is None:
        return Body.OTHER
    name = _own_name(agency)
    if name.endswith(_STREET):
        return Body.STREET
    if name.endswith(_ZONE) and not name.endswith(_SUPERVISING):
        return Body.ZONE
    if name.endswith(_TOWN):
        return Body.TOWN
    if agency.kind is not None:
        return Body(agency.kind)
    # The kind of an agency was told from a name whose last character is that of a bracket.
    hidden = agency_kind(name) if _REMARK.search(fold(agency.name)) else None
    return Body.OTHER if hidden is None else Body(hidden)


def is_government(agency: Agency | None) -> bool:
    """Tell whether a government reports: 示例县人民政府, 示例镇; never a street, nor the office of a government."""
    if agency is None or _own_name(agency).endswith((*_STREET, *_OFFICE)):
        return False
    return body_of(agency) in {Body.GOVERNMENT, Body.TOWN} or _own_name(agency).endswith("人民政府")


def _own_name(agency: Agency) -> str:
    return _REMARK.sub("", fold(agency.name))
