"""The XML of Word: its names, and reading it safely. The only module here that imports lxml."""

from __future__ import annotations

import codecs
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from govdisclosure.errors import MissingDependency
from govdisclosure.form.wording import problem
from govdisclosure.formats._limits import Limits, beyond
from govdisclosure.formats.docx._thresholds import (
    BYTES_FOR_A_LINE,
    DEEPEST_PARSED,
    LONGEST_ATTRIBUTE,
    LONGEST_REQUIREMENT,
    MARKUP_FOR_A_LINE,
)
from govdisclosure.formats.docx._understood import is_understood

try:
    from lxml import etree
except ImportError as error:
    raise MissingDependency("docx", "Word (.docx)") from error

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping


Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml gives the class of its elements no other name

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
DC: Final = "http://purl.org/dc/elements/1.1/"

# Documents saved as "strict" have other names for the same things.
_STRICT_ONES: Final = b"http://purl.oclc.org/ooxml/"
_STRICT: Final = {
    _STRICT_ONES + name.encode(): known.encode()
    for name, known in {
        "wordprocessingml/main": W,
        "officeDocument/relationships": R,
        "officeDocument/math": M,
        "officeDocument/customProperties": CUSTOM,
        "officeDocument/docPropsVTypes": VT,
    }.items()
}
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@cache
def w(name: str) -> str:
    """Give the name of an element or attribute of Word's own."""
    return f"{{{W}}}{name}"


def child_of(parent: Element | None, name: str) -> Element | None:
    """Give the first child that has one of Word's names; None if there is none."""
    if parent is None:
        return None
    tag = w(name)
    # Quicker than parent.find() and parent.iterchildren(), since what is asked for comes first in most.
    for child in parent:
        if child.tag == tag:
            return child
    return None


def properties_of(element: Element, name: str) -> Element | None:
    """Give the properties of an element, which have one of Word's names; None if it says nothing of itself."""
    # <w:p><w:pPr/></w:p>
    tag = w(name)
    for child in element:
        if child.tag == tag:
            return child if len(child) else None
    return None


def new(tag: str, namespaces: Mapping[str | None, str]) -> Element:
    """Make the root of a part."""
    return etree.Element(tag, nsmap=dict(namespaces))  # type: ignore[arg-type]  # The stubs know no default namespace.


def add(parent: Element, tag: str, attributes: Mapping[str, str], text: str | None = None) -> Element:
    """Add an element to another."""
    added = etree.SubElement(parent, tag, dict(attributes))
    added.text = text
    return added


def to_bytes(root: Element) -> bytes:
    """Write a part out."""
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def parse_xml(content: bytes, part: str, limits: Limits) -> Element:
    """
    Parse one part of a document: no document type, no entities, nothing from outside, bounded in size and depth.

    Raises:
        ReadError: If it is no XML, holds a document type, or is beyond a bound.
    """
    # <?xml version="1.0" encoding="UTF-16"?>
    if content.startswith(_UTF_16):
        content = content.decode("utf-16", "replace").encode()
    if _has_document_type(content):
        raise problem("XML", part=part)
    hold_part(content, limits)
    if _STRICT_ONES in content:
        for strict, known in _STRICT.items():
            content = content.replace(strict, known)
    try:
        root = etree.fromstring(content, _parser(None))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise problem("XML", part=part) from error
    if _level_below(min(limits.max_depth, DEEPEST_PARSED))(root):
        raise beyond(limits, "max_depth")
    _choose(root)
    return root


class _Nothing:
    """Target of a parser that keeps nothing of a part."""

    def close(self) -> None:
        """End the part."""


def _parser(target: _Nothing | None) -> etree.XMLParser:
    # The encoding is given, so that none in which "<!DOCTYPE" looks otherwise can be declared.
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        target=target,  # type: ignore[arg-type]  # The stubs want all that a target may have.
    )


def is_xml(content: bytes) -> bool:
    """Tell whether a part can surely be parsed, in half the time that it takes to do so."""
    parser = _parser(_Nothing())
    try:
        etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return False
    # <x:y/>, with a prefix that nothing declares, is logged only.
    return not parser.error_log


def hold_part(content: bytes, limits: Limits) -> None:
    """
    Hold the size of a part against the bounds.

    Raises:
        ReadError: If it is beyond one.
    """
    too_large = len(content) > BYTES_FOR_A_LINE * limits.max_lines
    if too_large or _is_crowded(content, MARKUP_FOR_A_LINE * limits.max_lines):
        raise beyond(limits, "max_lines")


def _has_document_type(content: bytes) -> bool:
    """Tell whether a part may hold a document type; entities are declared in one only."""
    # One character that hardly any part has is found forty times as soon.
    if b"!" not in content:
        return False
    return b"<!DOCTYPE" in content


def _is_crowded(content: bytes, most: int) -> bool:
    """Tell whether a part may hold more elements and attributes than so many."""
    return len(content) > most and content.count(b"<") + content.count(b"=") > most


@lru_cache(maxsize=16)
def _level_below(depth: int) -> etree.XPath:
    """Give what tells whether a part has elements on the level below so many; it does so without Python."""
    return etree.XPath(f"boolean({'/*' * (depth + 1)})")


# What stands around the words of a document without being one of them.
_AROUND: Final = frozenset(
    map(w, ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "hyperlink", "fldSimple", "dir", "bdo"))
)
ALTERNATIVES: Final = f"{{{MC}}}AlternateContent"
AROUND: Final = _AROUND | {ALTERNATIVES}
"""The tags of what may be opened."""

_CHOSEN: Final = "chosen"
_OF_PROPERTIES: Final = ("Pr", "}lvl")


def _choose(root: Element) -> None:
    """Mark the one of alternatives that is shown: the first choice of which all is understood, else the fallback."""
    if next(root.iter(ALTERNATIVES), None) is None:
        return
    prefixes: dict[str, set[str]] = {}
    # What each prefix stands for, wherever it is declared.
    for _, (prefix, namespace) in etree.iterwalk(root, events=("start-ns",)):
        prefixes.setdefault(prefix, set()).add(namespace)
    understood = {prefix for prefix, spaces in prefixes.items() if all(map(is_understood, spaces))}
    # A list, because those in properties are taken out.
    for alternatives in list(root.iter(ALTERNATIVES)):
        # <mc:AlternateContent chosen="1">, which we have not said
        alternatives.attrib.pop(_CHOSEN, "")
        for place, one in enumerate(alternatives):
            # <mc:Choice Requires="wps">
            required = one.get("Requires", "?") if one.tag == f"{{{MC}}}Choice" else ""
            if len(required) <= LONGEST_REQUIREMENT and understood.issuperset(required.split()):
                alternatives.set(_CHOSEN, str(place))
                _put_into_properties(alternatives, one)
                break


def _put_into_properties(alternatives: Element, chosen: Element) -> None:
    """Put what is chosen of alternatives in their place, where that is among properties, which are not opened."""
    # <w:lvl><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"/></mc:Choice>…
    parent = alternatives.getparent()
    if parent is not None and str(parent.tag).endswith(_OF_PROPERTIES):
        for one in list(chosen):
            alternatives.addprevious(one)
        parent.remove(alternatives)


def opened(around: Element) -> Iterable[Element] | None:
    """Give what an element stands around that is no part of the document by itself; None for one that is."""
    # <w:ins><w:r><w:t>5</w:t></w:r></w:ins>
    if around.tag in _AROUND:
        return around
    chosen = around.get(_CHOSEN) if around.tag == ALTERNATIVES else None
    return None if chosen is None else around[int(chosen)]


def children(parent: Element) -> Iterator[Element]:
    """
    Give what stands in an element, all changes to it accepted.

    What stands only around other things (hyperlinks, content controls) is opened, and of alternatives the one that is
    shown; alternatives of which none is understood are given as they are.
    """
    for child in parent:
        if child.tag in AROUND:
            yield from _inside(child)
        else:
            yield child


def _inside(around: Element) -> Iterator[Element]:
    """Give what stands in an element that may be opened, however many stand in each other."""
    waiting = [iter((around,))]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
            continue
        content = opened(child)
        if content is None:
            yield child
        else:
            waiting.append(iter(content))


def text_in(element: Element) -> str:
    """Give all the text in an element."""
    return str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


def value_of(parent: Element | None, *path: str) -> str | None:
    """Give the value of the element at the end of a path of Word's names; None if it is not there or has none."""
    for name in path:
        parent = child_of(parent, name)
    return None if parent is None else parent.get(w("val"))


def by_tag(properties: Element | None) -> dict[str, Element]:
    """Give properties by their tags; of two with one tag the first."""
    return {} if properties is None else {str(one.tag): one for one in properties.iterchildren(reversed=True)}


def written(element: Element) -> Hashable:
    """Give what two elements have alike that say the same."""
    return etree.tostring(element, with_tail=False) if len(element) else (element.tag, *element.items())


def attributes_laid_over(base: Element, own: Element, asked: Mapping[str, tuple[str, ...]]) -> Element:
    """
    Give an element with the attributes of two, of those that both have the own ones.

    Args:
        base: The element below.
        own: The element above.
        asked: The attributes to give, each with those that say nothing any more below where it is stated above.
    """
    stated = [{key: one.get(key, "") for key in asked if key in one.attrib} for one in (base, own)]
    gone = {name for key in stated[1] for name in asked[key]}
    # A long one is none, and would be copied for each that is laid over it.
    kept = {key: value for key, value in stated[0].items() if key not in gone and len(value) <= LONGEST_ATTRIBUTE}
    return etree.Element(own.tag, {**kept, **stated[1]})


ON: Final = frozenset(("1", "true", "on"))
OFF: Final = frozenset(("0", "false", "off"))


def is_on(parent: Element | None, name: str) -> bool | None:
    """Tell whether a switch is on; None if it is not there."""
    # <w:vanish/>, <w:vanish w:val="0"/>
    return stated(child_of(parent, name))


def stated(switch: Element | None) -> bool | None:
    """Tell whether this switch is on; None for none."""
    return None if switch is None else switch.get(w("val"), "1") not in OFF


def number(text: str | None, default: int) -> int:
    """Give a number that a document states, which is not negative; the default for what is no number."""
    if text is None or not (text.isascii() and text.isdigit()):
        return default
    return int(text[:10])
