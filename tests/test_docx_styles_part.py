"""The styles of a Word document, of which each is parsed once it is asked for: the same as if all were at once."""

from __future__ import annotations

import re
from typing import Final

import pytest
from lxml import etree

import govdisclosure as gd
from govdisclosure.formats import Limits
from govdisclosure.formats.docx._looks import styles_part
from govdisclosure.formats.docx._styles_part import StylesPart
from govdisclosure.formats.docx._xml import w

_NAMESPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OPENING: Final = f"<w:styles {_NAMESPACE}>"
_STRICT: Final = '<w:styles xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
_DEFAULTS: Final = "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
_LATENT: Final = '<w:latentStyles w:count="1"><w:lsdException w:name="a"/></w:latentStyles>'
_FIRST: Final = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
_SECOND: Final = '<w:style w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:vanish/></w:rPr></w:style>'


def styles(content: str, *, as_a_whole: bool) -> list[bytes] | str:
    """Give the defaults and styles in a part with all that is in them, or the reason for which it is refused."""
    try:
        part = StylesPart(content.encode(), "word/styles.xml", Limits(), as_a_whole=as_a_whole)
        stated = [*part.root.findall(w("docDefaults")), *map(part.whole, part.styles)]
        return [etree.tostring(each, with_tail=False) for each in stated]
    except gd.ReadError as error:
        return str(error)


def parsed_at_once(content: str) -> int:
    """Tell how many elements of a part are parsed before anything is asked of its styles."""
    part = StylesPart(content.encode(), "word/styles.xml", Limits(), as_a_whole=False)
    return sum(1 for _ in part.root.iter())


@pytest.mark.parametrize(
    "content",
    [
        styles_part(),
        f"{_OPENING}{_DEFAULTS}{_LATENT}{_FIRST}{_SECOND}</w:styles>",
        f'<?xml version="1.0" encoding="UTF-8"?>\n{_OPENING}\n{_FIRST}\n {_SECOND}\n</w:styles>\n',
        f"{_STRICT}{_FIRST}{_SECOND}</w:styles>",
        f'{_OPENING}<w:style w:styleId="&lt;"><w:name w:val="&#97;"/></w:style>{_FIRST}</w:styles>',
    ],
)
def test_styles_are_parsed_once_they_are_asked_for(content: str) -> None:
    """They are the same, and what is in them is not parsed before."""
    elements = len(re.findall("<[a-z]", content))

    assert styles(content, as_a_whole=False) == styles(content, as_a_whole=True)
    assert len(styles(content, as_a_whole=True)) >= 2
    assert parsed_at_once(content) < elements


@pytest.mark.parametrize(
    "content",
    [
        # In which a style may be none, or another one.
        f"{_OPENING}<!-- {_FIRST} -->{_SECOND}</w:styles>",
        f"{_OPENING}{_FIRST}<!-- {_SECOND} --></w:styles>",
        f"{_OPENING}<![CDATA[{_FIRST}]]>{_SECOND}</w:styles>",
        f"{_OPENING}<?a {_FIRST} ?>{_SECOND}</w:styles>",
        f'{_OPENING}<w:a xmlns:w="urn:b">{_FIRST}</w:a>{_SECOND}</w:styles>',
        f'{_OPENING}{_SECOND}<w:style xmlns:w="urn:b" w:styleId="c"></w:style></w:styles>',
        f'{_OPENING}<w:style w:styleId="c"/>{_FIRST}</w:styles>',
        f'{_OPENING}<w:style\nw:styleId="c"></w:style>{_FIRST}</w:styles>',
        f"{_OPENING}{_FIRST}<w:style>{_SECOND}</w:style></w:styles>",
        f'{_OPENING}{_FIRST}<w:style w:styleId="c">{_SECOND}</w:style></w:styles>',
        f'{_OPENING}{_FIRST}<w:style w:styleId="c>d"><w:name w:val="e"/></w:style></w:styles>',
        f"{_OPENING}<w:a>{_FIRST}</w:a>{_SECOND}</w:styles>",
        f"{_OPENING}<w:style/>{_FIRST}{_SECOND}</w:styles>",
        f"{_OPENING}<w:latentStyles/>{_DEFAULTS}{_LATENT}{_FIRST}{_SECOND}</w:styles>",
        f"{_OPENING}<w:latentStyles>{_DEFAULTS}</w:latentStyles>{_FIRST}{_SECOND}</w:styles>",
        f"{_OPENING}{_FIRST}<w:style/>{_SECOND}</w:styles>",
        f"{_OPENING}{_FIRST}{_SECOND}<w:style/></w:styles>",
        f'{_OPENING}{_FIRST}<w:style w:styleId="c"/>{_SECOND}</w:styles>',
        f'{_OPENING}{_FIRST}<w:style w:styleId="c">{_SECOND}{_SECOND}</w:style></w:styles>',
        f"{_OPENING}{_FIRST}{_SECOND}{_DEFAULTS}</w:styles>",
        # Of other names.
        f"{_OPENING}</w:styles>",
        f"<w:styles {_NAMESPACE}/>",
        f'<w:styles xmlns:w="urn:b">{_FIRST}</w:styles>',
        f"<w:other {_NAMESPACE}>{_FIRST}</w:other>",
        f'<styles xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{_FIRST}</styles>',
        # Damaged.
        f"{_OPENING}{_FIRST}{_SECOND}",
        f"{_OPENING}{_FIRST}{_SECOND[:-3]}</w:styles>",
        f"{_OPENING}{_FIRST}{_SECOND}</w:style></w:styles>",
        f"{_OPENING}{_FIRST}{_SECOND}</w:styles>1",
        f"{_OPENING}{_FIRST}{_SECOND.replace('</w:rPr>', '')}</w:styles>",
        f"{_OPENING}{_FIRST.replace('w:type=', 'w:styleId=')}{_SECOND}</w:styles>",
        f"{_OPENING}&a;{_FIRST}{_SECOND}</w:styles>",
        f'<!DOCTYPE w:styles [<!ENTITY a "b">]>{_OPENING}{_FIRST}</w:styles>',
        "",
    ],
)
def test_a_part_that_is_written_otherwise_has_the_same_styles(content: str) -> None:
    """It is parsed as a whole, or refused as a whole is."""
    assert styles(content, as_a_whole=False) == styles(content, as_a_whole=True)


def test_all_is_parsed_at_once_where_all_is_asked_for() -> None:
    """As in our own documents, which are known by the names of their styles."""
    part = StylesPart(styles_part().encode(), "word/styles.xml", Limits(), as_a_whole=True)

    assert all(part.whole(style) is style for style in part.styles)


@pytest.mark.parametrize("damage", ["", "</w:rPr><x:y/>", "</w:rPr><w:a x:b='1'/>"])
def test_damage_in_a_style_that_nobody_asks_for_is_damage(damage: str) -> None:
    """It is found at once, as in any other part: a tag without an end, a prefix that nothing declares."""
    content = f"{_OPENING}{_FIRST}{_SECOND.replace('</w:rPr>', damage)}</w:styles>".encode()

    with pytest.raises(gd.ReadError, match="the part a is damaged"):
        StylesPart(content, "a", Limits(), as_a_whole=False)


def test_a_part_that_begins_with_thousands_of_names_is_parsed_as_a_whole() -> None:
    """They would be parsed again with each style."""
    names = " ".join(f'xmlns:a{number}="urn:{number}"' for number in range(600))
    content = f"<w:styles {_NAMESPACE} {names}>{_FIRST}{_SECOND}</w:styles>"
    part = StylesPart(content.encode(), "word/styles.xml", Limits(), as_a_whole=False)

    assert all(part.whole(style) is style for style in part.styles)


def test_the_bounds_are_those_of_the_whole_part() -> None:
    """Also where little of it is parsed."""
    content = f"{_OPENING}{_SECOND * 60}</w:styles>".encode()

    with pytest.raises(gd.ReadError, match="max_lines = 1"):
        StylesPart(content, "word/styles.xml", Limits(max_lines=1), as_a_whole=False)
