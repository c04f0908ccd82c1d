"""Kinds of Word documents in which digits are hidden, struck, raised, generated or covered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from support.oracle.cells import Effect
from support.oracle.word import FIGURE, WordKind, run

if TYPE_CHECKING:
    from support.oracle.cells import Parts
    from support.oracle.word import Spot

_RUNS: Final = {
    Effect.HIDDEN: {
        "vanish": ("<w:vanish/>", '<w:vanish w:val="1"/>', '<w:vanish w:val="true"/>', '<w:vanish w:val="on"/>'),
        "white": ('<w:color w:val="FFFFFF"/>', '<w:color w:val="ffffff"/>', '<w:color w:val="FEFEFE"/>'),
    },
    Effect.MARKED: {
        "the colour of its ground": (
            '<w:color w:val="FF0000"/><w:shd w:val="clear" w:color="auto" w:fill="FF0000"/>',
            '<w:color w:val="FF0000"/><w:highlight w:val="red"/>',
            '<w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/>',
            '<w:color w:val="0000FF"/><w:shd w:val="solid" w:color="0000FF" w:fill="FFFFFF"/>',
        ),
        "raised": ('<w:vertAlign w:val="superscript"/>', '<w:position w:val="12"/>', '<w:position w:val="8"/>'),
        "lowered": ('<w:vertAlign w:val="subscript"/>', '<w:position w:val="-8"/>'),
        "struck": ("<w:strike/>", '<w:strike w:val="true"/>', "<w:dstrike/>"),
        "smaller": ('<w:sz w:val="10"/>', '<w:sz w:val="14"/>'),
        "larger": ('<w:sz w:val="32"/>',),
    },
    Effect.SHOWN: {
        "not vanished": ('<w:vanish w:val="0"/>', '<w:vanish w:val="false"/>', '<w:strike w:val="0"/>'),
        "not raised": ('<w:vertAlign w:val="baseline"/>', '<w:position w:val="0"/>'),
        "white on dark": ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/>',),
        "ornate": ("<w:shadow/>", "<w:outline/>", "<w:emboss/>", '<w:em w:val="dot"/>', '<w:w w:val="150"/>'),
    },
    Effect.HARMLESS: {
        "bold": ("<w:b/>", '<w:b w:val="1"/><w:bCs/>'),
        "italic": ("<w:i/>",),
        "underlined": ('<w:u w:val="single"/>', '<w:u w:val="double"/>'),
        "coloured": ('<w:color w:val="FF0000"/>', '<w:color w:val="auto"/>', '<w:color w:val="333333"/>'),
        "highlighted": ('<w:highlight w:val="yellow"/>', '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>'),
        "in another font": ('<w:rFonts w:ascii="DejaVu Serif" w:hAnsi="DejaVu Serif"/>',),
        "spaced": ('<w:spacing w:val="10"/>', '<w:kern w:val="2"/>', '<w:lang w:val="en-US"/>'),
    },
}
"""Properties of runs by what a person sees of their digits."""
_WHOLE_SHOWN: Final = frozenset({"raised", "lowered"})
_NEVER_WHOLE: Final = frozenset({"smaller", "larger", "laid over"})

_STYLES: Final = {
    "Vanish": (Effect.HIDDEN, None),
    "Strike": (Effect.MARKED, None),
    "Super": (Effect.MARKED, Effect.SHOWN),
    "White": (Effect.HIDDEN, None),
    "Bold": (Effect.HARMLESS, None),
    "Raised": (Effect.MARKED, Effect.SHOWN),
}
_FIELD: Final = f'<w:r><w:rPr>{FIGURE}</w:rPr><w:fldChar w:fldCharType="{{}}"/></w:r>'
_TRACKED: Final = '<w:{0} w:id="{1}" w:author="a" w:date="2024-01-01T00:00:00Z">{2}</w:{0}>'
_SHAPE: Final = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0"'
    ' simplePos="0" relativeHeight="9" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
    '<wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="column"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{cx}" cy="{cy}"/><wp:wrapNone/><wp:docPr id="{id}" name="s{id}"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>'
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}<a:ln><a:noFill/></a:ln></wps:spPr>{text}'
    '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData>'
    "</a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)
_TINY: Final = '<w:sz w:val="12"/>'
_WHITE: Final = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
_BLACK: Final = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'


def _three(parts: Parts, extra: str) -> str:
    return run(parts.before) + extra + run(parts.after)


def _styled(choices: tuple[str, ...], parts: Parts, spot: Spot) -> str:
    spot.detail = spot.rng.choice(choices)
    return _three(parts, run(parts.extra, spot.detail))


def _laid_over(parts: Parts, spot: Spot) -> str:
    spot.detail = spot.rng.choice(("-120", "-100"))
    return run(parts.all, f'<w:spacing w:val="{spot.detail}"/>')


def _by_style(name: str, parts: Parts, spot: Spot) -> str:
    spot.detail = spot.rng.choice((f"C{name}", f"C{name}Child"))
    style = f'<w:rStyle w:val="{spot.detail}"/><w:sz w:val="24"/>'
    return _three(parts, run(parts.extra, style))


def _by_paragraph_style(name: str, parts: Parts, spot: Spot) -> str:
    spot.detail = spot.rng.choice((f"P{name}", f"P{name}Child"))
    spot.paragraph = f'<w:pStyle w:val="{spot.detail}"/>'
    return run(parts.all)


def _in_a_paragraph_of_its_own(parts: Parts, _: Spot) -> str:
    return f"<w:p>{run(parts.kept)}</w:p><w:p>{run(parts.extra)}</w:p>"


def _tracked(tag: str, parts: Parts, spot: Spot) -> str:
    text = "delText" if tag in {"del", "moveFrom"} else "t"
    number = 100 + spot.number
    return _three(parts, _TRACKED.format(tag, number, run(parts.extra, tag=text)))


def _cut_short(parts: Parts, _: Spot) -> str:
    """Put digits into the instruction of a field, which is not printed."""
    field = _FIELD.format("begin") + run(f" QUOTE {parts.extra} ", tag="instrText") + _FIELD.format("separate")
    return run(parts.before) + field + run(parts.after or "") + _FIELD.format("end")


def _field_result(instruction: str, parts: Parts, spot: Spot) -> str:
    spot.detail = instruction
    field = _FIELD.format("begin") + run(instruction, tag="instrText") + _FIELD.format("separate")
    return _three(parts, field + run(parts.extra) + _FIELD.format("end"))


def _simple_field(parts: Parts, _: Spot) -> str:
    return _three(parts, f'<w:fldSimple w:instr=" QUOTE {parts.extra} ">{run(parts.extra)}</w:fldSimple>')


def _drop_down(parts: Parts, _: Spot) -> str:
    entries = f'<w:listEntry w:val="0"/><w:listEntry w:val="{parts.extra}"/>'
    return _three(parts, _form_field("FORMDROPDOWN", f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>', ""))


def _text_field(parts: Parts, _: Spot) -> str:
    result = _FIELD.format("separate") + run(parts.extra)
    return _three(parts, _form_field("FORMTEXT", "<w:textInput/>", result))


def _form_field(instruction: str, data: str, result: str) -> str:
    named = f'<w:ffData><w:name w:val="f"/><w:enabled/>{data}</w:ffData>'
    begin = f'<w:r><w:rPr>{FIGURE}</w:rPr><w:fldChar w:fldCharType="begin">{named}</w:fldChar></w:r>'
    return begin + run(f" {instruction} ", tag="instrText") + result + _FIELD.format("end")


def _numbered(parts: Parts, spot: Spot) -> str:
    spot.paragraph = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    return run(parts.all)


def _power(parts: Parts, _: Spot) -> str:
    return (
        f"<m:oMath><m:sSup><m:e><m:r><m:t>{parts.kept or '1'}</m:t></m:r></m:e>"
        f"<m:sup><m:r><m:t>{parts.extra}</m:t></m:r></m:sup></m:sSup></m:oMath>"
    )


def _ruby(parts: Parts, _: Spot) -> str:
    looks = (
        '<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="12"/><w:hpsRaise w:val="18"/>'
        '<w:hpsBaseText w:val="24"/><w:lid w:val="zh-CN"/></w:rubyPr>'
    )
    base = f"<w:rubyBase>{run(parts.kept or '1')}</w:rubyBase>"
    return f"<w:r><w:ruby>{looks}<w:rt>{run(parts.extra, _TINY)}</w:rt>{base}</w:ruby></w:r>"


def _between(piece: str, parts: Parts, _: Spot) -> str:
    return run(parts.kept) + f"<w:r>{piece}</w:r>" + run(parts.extra)


def _shape(fill: str, y: int, cy: int, parts: Parts, spot: Spot) -> str:
    """Lay a shape over all digits."""
    return run(parts.all) + _SHAPE.format(x=0, y=y, cx=600_000, cy=cy, id=500 + spot.number, fill=fill, text="")


def _text_box(fill: str, parts: Parts, spot: Spot) -> str:
    """Lay a text box with the figure over the digits put in."""
    inside = f"<wps:txbx><w:txbxContent><w:p>{run(parts.kept)}</w:p></w:txbxContent></wps:txbx>"
    box = _SHAPE.format(x=0, y=25_000, cx=600_000, cy=200_000, id=500 + spot.number, fill=fill, text=inside)
    return box + run(parts.extra)


def _turned(parts: Parts, spot: Spot) -> str:
    spot.cell = '<w:textDirection w:val="tbRl"/>'
    return run(parts.all)


def _shaded(fill: str, colour: str, parts: Parts, spot: Spot) -> str:
    spot.cell = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return run(parts.all, f'<w:color w:val="{colour}"/>')


def _marked_end(parts: Parts, spot: Spot) -> str:
    """Give properties to the mark of the paragraph alone, which is no text."""
    spot.paragraph = ""
    mark = '<w:rPr><w:strike/><w:vanish w:val="0"/><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:p><w:pPr><w:spacing w:before="0" w:after="0"/>{mark}</w:pPr>{run(parts.all)}</w:p>'


def _split(parts: Parts, _: Spot) -> str:
    marks = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="{0}" w:name="b{0}"/><w:bookmarkEnd w:id="{0}"/>'
    return run(parts.before) + marks.format(900) + run(parts.extra) + run(parts.after)


def _controlled(parts: Parts, _: Spot) -> str:
    return _three(parts, f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run(parts.extra)}</w:sdtContent></w:sdt>")


def _linked(parts: Parts, _: Spot) -> str:
    return _three(parts, f'<w:hyperlink w:anchor="b">{run(parts.extra)}</w:hyperlink>')


def _right(parts: Parts, _: Spot) -> str:
    return f'<w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/></w:pPr>{run(parts.all)}</w:p>'


def _run_kind(name: str, effect: Effect, choices: tuple[str, ...]) -> WordKind:
    return WordKind(
        name,
        effect,
        partial(_styled, choices),
        whole=False if name in _NEVER_WHOLE else None,
        whole_effect=Effect.SHOWN if name in _WHOLE_SHOWN else None,
        keeps_room=name == "white",
        own_look=name in {"ornate", "white on dark"},
    )


def word_kinds() -> list[WordKind]:
    """Give the kinds of this module."""
    kinds = []
    for effect, looks in _RUNS.items():
        for name, choices in looks.items():
            kinds.append(_run_kind(name, effect, choices))
    for name, (effect, whole_effect) in _STYLES.items():
        by_style, by_paragraph = partial(_by_style, name), partial(_by_paragraph_style, name)
        room = name == "White"
        kinds.append(WordKind(f"{name} by style", effect, by_style, whole_effect=whole_effect, keeps_room=room))
        kinds.append(
            WordKind(f"{name} by style of the paragraph", effect, by_paragraph, whole=True, whole_effect=whole_effect)
        )
    return [
        *kinds,
        WordKind("deleted", Effect.HIDDEN, partial(_tracked, "del")),
        WordKind("moved away", Effect.HIDDEN, partial(_tracked, "moveFrom")),
        WordKind("inserted", Effect.SHOWN, partial(_tracked, "ins")),
        WordKind("moved here", Effect.SHOWN, partial(_tracked, "moveTo")),
        WordKind("in an instruction", Effect.HIDDEN, _cut_short, whole=False),
        *(
            WordKind("result of a field", Effect.SHOWN, partial(_field_result, text))
            for text in (" QUOTE 7 ", "quote 7", " Quote \\* MERGEFORMAT ")
        ),
        WordKind("result of a simple field", Effect.SHOWN, _simple_field),
        WordKind("in a drop-down field", Effect.SHOWN, _drop_down),
        WordKind("in a text field", Effect.SHOWN, _text_field),
        WordKind("laid over", Effect.MARKED, _laid_over, whole=True),
        WordKind("numbered by Word", Effect.MARKED, _numbered),
        WordKind("a power in mathematics", Effect.MARKED, _power),
        *(
            WordKind(f"behind {piece}", Effect.MARKED, partial(_between, piece), whole=False)
            for piece in ("<w:br/>", "<w:tab/>", "<w:cr/>", "<w:noBreakHyphen/>")
        ),
        WordKind("in a paragraph of its own", Effect.MARKED, _in_a_paragraph_of_its_own, whole=False),
        WordKind("under a white shape", Effect.HIDDEN, partial(_shape, _WHITE, 0, 220_000), whole=True),
        WordKind("under a black line", Effect.MARKED, partial(_shape, _BLACK, 90_000, 16_000)),
        WordKind("under a text box", Effect.HIDDEN, partial(_text_box, _WHITE), whole=False),
        WordKind("printed over by a text box", Effect.MARKED, partial(_text_box, "<a:noFill/>"), whole=False),
        WordKind("turned", Effect.SHOWN, _turned, own_look=True),
        WordKind("white on a dark cell", Effect.HARMLESS, partial(_shaded, "002060", "FFFFFF")),
        WordKind("on a light cell", Effect.HARMLESS, partial(_shaded, "DDEEFF", "000000")),
        WordKind("black on a black cell", Effect.HIDDEN, partial(_shaded, "000000", "000000"), whole=True),
        WordKind("auto on a dark cell", Effect.HARMLESS, partial(_shaded, "202020", "auto")),
        WordKind("the mark of its paragraph", Effect.HARMLESS, _marked_end),
        WordKind("in several runs", Effect.HARMLESS, _split),
        WordKind("in a control", Effect.HARMLESS, _controlled),
        WordKind("a link", Effect.SHOWN, _linked),
        WordKind("at the right", Effect.HARMLESS, _right),
        WordKind("in ruby", Effect.MARKED, _ruby),
    ]
