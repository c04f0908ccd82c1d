"""Kinds of pages in which elements, generated content, form fields or what lies on top alter a figure."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from attrs import evolve

from support.oracle.cells import Effect
from support.oracle.web import WebKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.oracle.cells import Parts
    from support.oracle.web import Place

_PIXEL: Final = "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="
"""A picture of one white point."""

_ELEMENTS: Final = {
    Effect.MARKED: ("s", "strike", "del", "sup", "sub", "small", "big", "button", "video", "canvas", "iframe"),
    Effect.HARMLESS: ("b", "strong", "em", "i", "u", "span", "font", "a", "label", "abbr", "bdi", "cite"),
    Effect.SHOWN: ("ins", "mark", "bdo", "dfn", "var", "time", "data", "output", "nonesuch", "slot", "acronym"),
    Effect.HIDDEN: ("template", "script", "style", "noscript", "datalist", "audio", "noframes", "rp"),
}
_RAISING: Final = frozenset({"sup", "sub", "small", "big"})

_AROUND: Final = {
    "hidden by its own attribute": (Effect.HIDDEN, "{0}<span hidden>{1}</span>{2}"),
    "hidden until found": (Effect.HIDDEN, "{0}<span style='display:inline-block' hidden='until-found'>{1}</span>{2}"),
    "in a comment": (Effect.HIDDEN, "{0}<!--{1}-->{2}"),
    "in a comment that looks like text": (Effect.HIDDEN, "{0}<!-- > <b>{1}</b> -->{2}"),
    "in an attribute": (Effect.HIDDEN, "{0}<span title='{1}' data-x='{1}'></span>{2}"),
    "in details that are closed": (
        Effect.HIDDEN,
        "{0}{2}<details style='display:inline-block'><summary style='list-style:none'></summary>{1}</details>",
    ),
    "in a dialog that is closed": (Effect.HIDDEN, "{0}{2}<dialog>{1}</dialog>"),
    "in a hidden field": (Effect.HIDDEN, "{0}<input type='hidden' value='{1}'>{2}"),
    "in a field": (Effect.MARKED, "{0}<input value='{1}' size='4'>{2}"),
    "in a field without a frame": (
        Effect.MARKED,
        "{0}<input value='{1}' size='4' style='border:0;font:inherit;width:40px' readonly>{2}",
    ),
    "in a field of another kind": (Effect.MARKED, "{0}<input type='number' value='{1}'>{2}"),
    "on a button": (Effect.MARKED, "{0}<input type='button' value='{1}'>{2}"),
    "a placeholder": (Effect.MARKED, "{0}<input placeholder='{1}'>{2}"),
    "in a field of lines": (Effect.MARKED, "{0}<textarea rows='1' cols='4'>{1}</textarea>{2}"),
    "in a list of choices": (Effect.MARKED, "{0}<select><option>7</option><option selected>{1}</option></select>{2}"),
    "in ruby": (Effect.MARKED, "<ruby>{0}{2}0<rt>{1}</rt></ruby>"),
    "a number of a list": (Effect.MARKED, "<ol start='{1}' style='margin:0'><li>{0}{2}</li></ol>"),
    "in a picture of lines": (
        Effect.MARKED,
        "{0}<svg width='40' height='20'><text x='0' y='15'>{1}</text></svg>{2}",
    ),
    "an icon": (
        Effect.MARKED,
        (
            "{0}<img src='data:image/svg+xml,&lt;svg xmlns=%22http://www.w3.org/2000/svg%22 width=%2220%22"
            " height=%2216%22&gt;&lt;text y=%2214%22&gt;{1}&lt;/text&gt;&lt;/svg&gt;'>{2}"
        ),
    ),
    "words in place of a picture": (Effect.MARKED, "{0}<img src='data:,' alt='{1}'>{2}"),
    "a power in mathematics": (Effect.MARKED, "<math><msup><mn>{0}{2}0</mn><mn>{1}</mn></msup></math>"),
    "on the next line": (Effect.MARKED, "{0}{2}<br>{1}"),
    "in a paragraph of its own": (Effect.MARKED, "{0}{2}<p>{1}</p>"),
    "a soft hyphen": (Effect.SHOWN, "{0}&shy;{1}{2}"),
    "no space between": (Effect.SHOWN, "{0}{1}&#8203;{2}"),
    "a word break": (Effect.SHOWN, "{0}<wbr>{1}{2}"),
    "an editable piece": (Effect.SHOWN, "{0}<span contenteditable>{1}</span>{2}"),
    "a list without numbers": (Effect.SHOWN, "<ol style='list-style:none;margin:0;padding:0'><li>{0}{1}{2}</li></ol>"),
    "font white": (Effect.HIDDEN, "{0}<font color='white'>{1}</font>{2}"),
    "font #ffffff": (Effect.HIDDEN, "{0}<FONT COLOR='#FFFFFF'>{1}</FONT>{2}"),
    "font 1": (Effect.MARKED, "{0}<font size='1'>{1}</font>{2}"),
    "font 7": (Effect.MARKED, "{0}<font size='+3'>{1}</font>{2}"),
    "font red": (Effect.HARMLESS, "{0}<font color='red' face='SimSun'>{1}</font>{2}"),
    "struck, and not the piece in it": (Effect.MARKED, "<s>{0}<span style='text-decoration:none'>{1}</span>{2}</s>"),
    "in nothing but its contents": (Effect.SHOWN, "{0}<span style='display:contents'>{1}</span>{2}"),
    "nested elements": (Effect.HARMLESS, "<span><span>{0}</span><span><b>{1}</b></span>{2}</span>"),
    "a piece in a hidden piece": (Effect.HIDDEN, "{0}<span style='display:none'><b><i>{1}</i></b></span>{2}"),
    "seen in a hidden piece": (
        Effect.SHOWN,
        "{0}<span style='visibility:hidden'><b style='visibility:visible'>{1}</b></span>{2}",
    ),
    "hidden in a seen piece": (
        Effect.HIDDEN,
        "{0}<span style='display:inline'><b style='display:none'>{1}</b></span>{2}",
    ),
}
"""Markup around the digits before, those put in, and those behind, by what is seen of those put in."""

_KEEPING_ROOM: Final = frozenset({"font white", "font #ffffff"})

_LAID: Final = {
    "covered by a box": "background:#fff",
    "covered by a white box": "background-color:white",
    "covered by an empty box of its colour": "background:rgb(255,255,255)",
}
_GENERATED: Final = ("'{}'", '"{}"', "'' '{}'", "attr(data-x)", "counter(n{n})", "'\\00003{last}'")
_ORDERS: Final = {
    "ordered last": (
        "<span style='display:flex;justify-content:center'><i>{0}</i><i style='order:1'>{1}</i><i>{2}</i></span>",
        "{0}{2}{1}",
    ),
    "ordered first": (
        "<span style='display:inline-flex'><i>{0}</i><i style='order:-1'>{1}</i><i>{2}</i></span>",
        "{1}{0}{2}",
    ),
    "in a row reversed": (
        "<span style='display:inline-flex;flex-direction:row-reverse'><i>{0}</i><i>{1}</i><i>{2}</i></span>",
        "{2}{1}{0}",
    ),
    "in columns of a grid": (
        (
            "<span style='display:inline-grid;grid-auto-flow:column'><i style='grid-column:3'>{0}</i>"
            "<i style='grid-column:1'>{1}</i><i style='grid-column:2'>{2}</i></span>"
        ),
        "{1}{2}{0}",
    ),
}
_TURNED: Final = {
    "turned by bdo": "<bdo dir='rtl'>{}</bdo>",
    "turned by its style": "<span style='unicode-bidi:bidi-override;direction:rtl'>{}</span>",
    "turned by a character": "&#x202e;{}&#x202c;",
}


def _around(form: str, parts: Parts, _: Place) -> str:
    return form.format(parts.before, parts.extra, parts.after)


def _element(name: str, parts: Parts, _: Place) -> str:
    return f"{parts.before}<{name}>{parts.extra}</{name}>{parts.after}"


def _covered(ground: str, parts: Parts, place: Place) -> str:
    """Lay a box with the figure that counts over the digits that do not."""
    place.detail, where = place.rng.choice(
        (
            ("over the cell", "left:0;top:0;right:0;bottom:0"),
            ("over the cell", "inset:0"),
            ("over the cell", "left:0;top:0;width:100%;height:100%"),
        )
    )
    place.attributes["style"] = "position:relative"
    return f"{parts.extra}<div style='position:absolute;{where};{ground}'>{parts.kept}</div>"


def _covered_by_rule(ground: str, parts: Parts, place: Place) -> str:
    place.sheets.append(
        f"<style>#c{place.number}{{position:relative}}#c{place.number} i{{position:absolute;inset:0;{ground}}}</style>"
    )
    return f"{parts.extra}<i>{parts.kept}</i>"


def _piece_covered(ground: str, parts: Parts, _: Place) -> str:
    box = f"<i style='position:absolute;left:0;top:0;right:0;bottom:0;{ground}'></i>"
    return f"{parts.before}<span style='position:relative'>{parts.extra}{box}</span>{parts.after}"


def _covered_by_picture(parts: Parts, place: Place) -> str:
    place.attributes["style"] = "position:relative"
    picture = f"<img src='{_PIXEL}' style='position:absolute;left:0;top:0;width:100%;height:100%'>"
    return f"{parts.all}{picture}"


def _printed_over(parts: Parts, place: Place) -> str:
    place.attributes["style"] = "position:relative"
    return f"{parts.all}<div style='position:absolute;left:0;top:0;right:0;bottom:0'>{parts.extra}</div>"


def _behind_its_ground(parts: Parts, place: Place) -> str:
    place.attributes["style"] = "background:#fff"
    return f"{parts.before}<span style='position:relative;z-index:-1'>{parts.extra}</span>{parts.after}"


def _pulled_over(parts: Parts, _: Place) -> str:
    """Lay a box over the digits by a margin below nought."""
    cover = "<div style='margin-top:-40px;height:40px;line-height:40px;background:#fff;position:relative'>{}</div>"
    return f"<div style='line-height:20px'>{parts.extra}</div>{cover.format(parts.kept)}"


def _from_the_next_piece(parts: Parts, _: Place) -> str:
    return f"{parts.before}{parts.after}<span style='position:absolute;margin-left:-14px'>{parts.extra}</span>"


def _line_over(parts: Parts, _: Place) -> str:
    line = "<i style='position:absolute;left:0;right:0;top:0;bottom:0;margin:auto;height:4px;background:#000'></i>"
    return f"{parts.before}<span style='position:relative;display:inline-block'>{parts.extra}{line}</span>{parts.after}"


def _generated(pseudo: str, parts: Parts, place: Place) -> str:
    """Generate the digits put in by a rule."""
    content = place.rng.choice(_GENERATED).replace("{n}", str(place.number)).replace("{last}", parts.extra[-1])
    selector = place.rng.choice(
        (f"#c{place.number}", f"#c{place.number} b", f"#t{place.table} #c{place.number} b:only-child")
    )
    place.detail = f"{selector.replace(str(place.number), 'N')} {content}"
    reset = f"counter-reset:n{place.number} {parts.extra};" if "counter" in content else ""
    place.sheets.append(f"<style>{selector}{pseudo}{{{reset}content:{content.replace('{}', parts.extra)}}}</style>")
    place.attributes["data-x"] = parts.extra
    return f"<b data-x='{parts.extra}'>{parts.kept}</b>"


def _generated_nothing(content: str, parts: Parts, place: Place) -> str:
    place.detail = content
    place.sheets.append(f"<style>#c{place.number} b::before{{content:{content}}}</style>")
    return f"<b>{parts.all}</b>"


def _first_letter(style: str, parts: Parts, place: Place) -> str:
    place.detail = style
    place.sheets.append(
        f"<style>#c{place.number} u::first-letter{{{style}}} #c{place.number} u{{display:block}}</style>"
    )
    return f"<u>{parts.all}</u>"


def _field(form: str, parts: Parts, _: Place) -> str:
    return form.format(parts.all)


def _on_the_cell(style: str, parts: Parts, place: Place) -> str:
    place.detail = style
    name, _, value = style.partition("=")
    if value:
        place.attributes[name] = value
    elif place.rng.random() < 0.5:
        place.attributes["style"] = style
    else:
        place.sheets.append(f"<style>#{place.id}{{{style}}}</style>")
    return parts.all


def _linked(parts: Parts, place: Place) -> str:
    rule = f"%23c{place.number} b{{display:none}}"
    place.sheets.append(f'<link rel="stylesheet" href="data:text/css,{rule}">')
    return f"{parts.before}<b>{parts.extra}</b>{parts.after}"


def _imported(parts: Parts, place: Place) -> str:
    rule = f"%23c{place.number} b{{display:none}}"
    place.sheets.append(f'<style>@import url("data:text/css,{rule}");</style>')
    return f"{parts.before}<b>{parts.extra}</b>{parts.after}"


def _scripted(parts: Parts, place: Place) -> str:
    place.sheets.append(
        f"<script>addEventListener('DOMContentLoaded',()=>document.querySelector('#{place.id} b').remove())</script>"
    )
    return f"{parts.before}<b>{parts.extra}</b>{parts.after}"


_ON_THE_CELL: Final = {
    Effect.HIDDEN: (
        "visibility:hidden",
        "opacity:0",
        "font-size:0",
        "color:transparent",
        "color:#fff",
        "color:black;background:#000",
        "bgcolor=#000000",
        "text-indent:-9999px",
        "visibility:collapse",
    ),
    Effect.MARKED: ("text-decoration:line-through", "opacity:.15", "writing-mode:vertical-rl", "letter-spacing:-8px"),
    Effect.SHOWN: (
        "vertical-align:super",
        "vertical-align:sub",
        "font-size:60%",
        "position:relative;top:2px",
        "dir=rtl",
    ),
    Effect.HARMLESS: (
        "font-weight:bold",
        "color:red",
        "background:#ffc",
        "text-align:right",
        "vertical-align:middle",
        "font-size:12px",
        "color:#fff;background:#036",
        "text-decoration:underline",
        "align=center",
        "vertical-align:top",
        "overflow:hidden;white-space:nowrap",
        "text-indent:0",
        "padding:0",
        "line-height:1.5",
        "width:0",
    ),
}


_SPREADING: Final = ("covered by", "struck by a box", "dialog", "printed over", "pulled over", "overlapping", "linked")


def _reordered(form: str) -> Callable[[Parts], str]:
    return lambda parts: form.format(parts.before, parts.extra, parts.after)


def element_kinds() -> list[WebKind]:
    """Give the kinds of this module."""
    kinds = [
        WebKind(
            f"element: {name}",
            effect,
            partial(_element, name),
            whole_effect=Effect.SHOWN if name in _RAISING else None,
        )
        for effect, names in _ELEMENTS.items()
        for name in names
    ]
    kinds += [
        WebKind(name, effect, partial(_around, form), whole=False, keeps_room=name in _KEEPING_ROOM)
        for name, (effect, form) in _AROUND.items()
    ]
    kinds += [
        WebKind(f"{name}, by attribute", Effect.HIDDEN, partial(_covered, style), whole=False)
        for name, style in _LAID.items()
    ]
    kinds += [
        WebKind(f"{name}, by rule", Effect.HIDDEN, partial(_covered_by_rule, style), whole=False)
        for name, style in _LAID.items()
    ]
    kinds += [
        WebKind(f"a piece {name}", Effect.HIDDEN, partial(_piece_covered, style), keeps_room=True)
        for name, style in _LAID.items()
    ]
    kinds += [
        WebKind("covered by a picture", Effect.MARKED, _covered_by_picture, whole=True),
        WebKind("printed over", Effect.MARKED, _printed_over),
        WebKind("behind its ground", Effect.HIDDEN, _behind_its_ground, keeps_room=True),
        WebKind("pulled over", Effect.HIDDEN, _pulled_over, whole=False),
        WebKind("overlapping", Effect.MARKED, _from_the_next_piece, whole=False),
        WebKind("struck by a box", Effect.MARKED, _line_over),
        *(
            WebKind(f"generated {pseudo}", Effect.MARKED, partial(_generated, pseudo))
            for pseudo in ("::before", ":before", "::after", ":after")
        ),
        *(
            WebKind("generated nothing", Effect.SHOWN, partial(_generated_nothing, text))
            for text in ("''", "none", "normal", '""')
        ),
        *(
            WebKind("first letter", Effect.MARKED, partial(_first_letter, text))
            for text in (
                "vertical-align:super;font-size:60%",
                "font-size:0",
                "color:#fff",
                "text-decoration:line-through",
            )
        ),
        *(
            WebKind(name, Effect.MARKED, partial(_around, form), truth=_reordered(order))
            for name, (form, order) in _ORDERS.items()
        ),
        *(
            WebKind(name, Effect.MARKED, partial(_field, form), truth=lambda parts: parts.all[::-1])
            for name, form in _TURNED.items()
        ),
        *(
            WebKind("alone in a field", Effect.SHOWN, partial(_field, form))
            for form in (
                "<input value='{}'>",
                "<input type=text size=6 value={} readonly>",
                "<input type='text' style='border:0' value='{}'/>",
            )
        ),
        *(
            WebKind(f"on the cell: {style}", effect, partial(_on_the_cell, style), whole=True)
            for effect, styles in _ON_THE_CELL.items()
            for style in styles
        ),
        WebKind("linked, in the page itself", Effect.HIDDEN, _linked),
        WebKind("imported, in the page itself", Effect.HIDDEN, _imported),
    ]
    return [evolve(kind, spreads=any(word in kind.name for word in _SPREADING)) for kind in kinds]
