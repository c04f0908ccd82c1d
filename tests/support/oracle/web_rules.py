"""Kinds of pages in which a rule of a style sheet, or an attribute, gives digits a style."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from attrs import frozen

from support.oracle.cells import Effect
from support.oracle.web import WebKind
from support.oracle.web_styles import KEEPS_ROOM, NEVER_WHOLE, STYLES, WHOLE_SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.oracle.cells import Parts
    from support.oracle.web import Place

_TAGS: Final = ("span", "em", "b", "i", "font", "label", "strong", "x-n")
_LONG: Final = "margin:0px;padding:0px;border-width:0px;" * 30
"""More than the 1,024 characters of a style that a hurried reader looks at."""

_SPELLINGS: Final[tuple[Callable[[str], str], ...]] = (
    lambda style: style,
    lambda style: style,
    lambda style: f"margin:0;{style}",
    lambda style: f" {style} ; ",
    lambda style: f"/* a */{style}/* b:c; */",
    lambda style: f"foo:bar;;{style}",
    lambda style: f"{_LONG}{style}",
    lambda style: style.replace(":", " :/**/ ", 1),
    lambda style: f"cursor:url('a;b:c'),auto;{style}",
    lambda style: f"mso-x:'\\;';{style}",
    lambda style: style.replace(":", "\n:\t", 1),
)


@frozen
class Selector:
    """
    A way to select the element around digits.

    Args:
        name: Its name.
        text: The selector: ``{tag}`` is the name of the element, ``{n}`` the number of its cell, ``{t}`` that of its
            table, ``{r}`` and ``{c}`` its row and the place of its cell in it.
        attributes: Attributes of the element.
        before: What stands before it in the cell.
    """

    name: str
    text: str
    attributes: str = ""
    before: str = ""


SELECTORS: Final = (
    Selector("class", ".k{n}", 'class="k{n}"'),
    Selector("one of its classes", ".k{n}", 'class="a k{n} b"'),
    Selector("two classes", ".a.k{n}", 'class="a k{n} b"'),
    Selector("element and class", "{tag}.k{n}", "class=k{n}"),
    Selector("id", "#p{n}", 'id="p{n}"'),
    Selector("class with an escape", ".k\\:{n}", 'class="k:{n}"'),
    Selector("attribute", "[data-k='{n}']", 'data-k="{n}"'),
    Selector("attribute in words", '[class~="k{n}"]', 'class="x k{n}"'),
    Selector("beginning of an attribute", "{tag}[title^=k{n}x]", 'title="k{n}xyz"'),
    Selector("end of an attribute", '[lang] [title$="zk{n}"], [title$="zk{n}"]', 'title="xyzk{n}"'),
    Selector("part of an attribute", '[title*="ak{n}b"]', 'title="xak{n}by"'),
    Selector("attribute in any case", '[data-k="K{n}" i]', 'data-k="k{n}"'),
    Selector("descendant", "#c{n} {tag}"),
    Selector("descendant of elements", "html body table td#c{n} {tag}"),
    Selector("child", "#c{n} :not(x) > {tag}, #c{n} > {tag}"),
    Selector("any descendant", "#c{n} *:not(p):not(div)"),
    Selector("first child", "#c{n} {tag}:first-child"),
    Selector("last child", "#c{n} {tag}:last-child"),
    Selector("only child", "#c{n} {tag}:only-child"),
    Selector("nth child", "#c{n} {tag}:nth-child(2n+1)"),
    Selector("nth child from the end", "#c{n} {tag}:nth-last-child(1)"),
    Selector("nth of its type", "#c{n} {tag}:nth-of-type(odd)"),
    Selector("negation", "#c{n} {tag}:not(.shown)"),
    Selector("negation of a list", "#c{n} {tag}:not(.a, .b)"),
    Selector("one of a list", "#c{n} :is(big, {tag})"),
    Selector("without weight", ":where(#c{n}) {tag}"),
    Selector("has", "#c{n}:has({tag}) {tag}"),
    Selector("sibling", "#c{n} u.x + {tag}", before='<u class="x"></u>'),
    Selector("later sibling", "#c{n} u.x ~ {tag}", before='<u class="x"></u><u></u>'),
    Selector("place in the table", "#t{t} tr:nth-child({r}) > td:nth-child({c}) {tag}"),
    Selector("place, by siblings", "#t{t} tr:nth-of-type({r}) td:nth-of-type({c}) {tag}"),
    Selector("in a list", ".none, #c{n} {tag}, .nor-this"),
    Selector("root", ":root #c{n} {tag}"),
    Selector("in capitals", "TABLE #c{n} {TAG}"),
    Selector("of an attribute of the cell", "td[id=c{n}] {tag}"),
)


@frozen
class Sheet:
    """A way to write a rule into a page, and whether it applies on a screen."""

    name: str
    text: str
    applies: bool = True


SHEETS: Final = (
    Sheet("style", "<style>{}</style>"),
    Sheet("style", "<style>{}</style>"),
    Sheet("style", "<style>p{{margin:1px}} {} h1{{margin:0}}</style>"),
    Sheet("type", '<style type="text/css">\n{}\n</style>'),
    Sheet("in capitals", "<STYLE TYPE='TEXT/CSS'>{}</STYLE>"),
    Sheet("media attribute", '<style media="screen">{}</style>'),
    Sheet("media attribute", '<style media="print, all">{}</style>'),
    Sheet("@media", "<style>@media screen{{{}}}</style>"),
    Sheet("@media", "<style>@media all{{p{{margin:0}}{}}}</style>"),
    Sheet("@media with a width", "<style>@media only screen and (min-width: 100px) {{ {} }}</style>"),
    Sheet("@media with a width", "<style>@media (max-width:99999px){{{}}}</style>"),
    Sheet("@media in @media", "<style>@media screen{{@media (min-width:1px){{{}}}}}</style>"),
    Sheet("@media of a list", "<style>@media print, screen{{{}}}</style>"),
    Sheet("@media not", "<style>@media not print{{{}}}</style>"),
    Sheet("in marks of a comment", "<style><!--\n{}\n--></style>"),
    Sheet("behind marks of a comment", "<style><!-- p{{margin:0}} --> {}</style>"),
    Sheet("@charset", '<style>@charset "utf-8";{}</style>'),
    Sheet("@import of another", "<style>@import url(nowhere.css);{}</style>"),
    Sheet("@import of another", '<style>@import "nowhere.css" print;\n{}</style>'),
    Sheet("@namespace", "<style>@namespace svg url(http://www.w3.org/2000/svg);{}</style>"),
    Sheet("@supports", "<style>@supports (display:block){{{}}}</style>"),
    Sheet("@layer", "<style>@layer a{{{}}}</style>"),
    Sheet("@font-face", "<style>@font-face{{font-family:x;src:local(y)}}{}</style>"),
    Sheet("an unknown rule", "<style>@nonesuch a{{b:c}}{}</style>"),
    Sheet("comments", "<style>/* {{ */{}/* }} */</style>"),
    Sheet("a rule that is broken", "<style>p{{color:}}{}</style>"),
    Sheet("a rule that is broken", "<style>p:nonesuch(x{{}}){{color:red}}{}</style>"),
    Sheet("in the body", "</head><body><style>{}</style>"),
    Sheet("@media print", "<style>@media print{{{}}}</style>", applies=False),
    Sheet("@media of a narrow screen", "<style>@media (max-width:10px){{{}}}</style>", applies=False),
    Sheet("media attribute", '<style media="print">{}</style>', applies=False),
    Sheet("no style sheet", '<style type="text/less">{}</style>', applies=False),
    Sheet("in a comment", "<style>/* {} */</style>", applies=False),
    Sheet("in a comment of the page", "<!-- <style>{}</style> -->", applies=False),
    Sheet("@supports", "<style>@supports (display:nonesuch){{{}}}</style>", applies=False),
    Sheet("in a template", "<template><style>{}</style></template>", applies=False),
)


def _inline(styles: tuple[str, ...], parts: Parts, place: Place) -> str:
    style, tag = place.rng.choice(_SPELLINGS)(place.rng.choice(styles)), place.rng.choice(_TAGS)
    place.detail = style if len(style) < len(_LONG) else f"long … {style[len(_LONG) :]}"
    quote = "'" if '"' in style else '"'
    return f"{parts.before}<{tag} style={quote}{style}{quote}>{parts.extra}</{tag}>{parts.after}"


def _selected(parts: Parts, place: Place, selector: Selector, rule: str, style: str = "") -> str:
    """Print digits in an element that a rule of a style sheet selects; ``{}`` in the sheet is the selector."""
    tag = place.rng.choice(_TAGS)
    names = {"tag": tag, "TAG": tag.upper(), "n": place.number, "t": place.table, "r": place.row, "c": place.column}
    text = selector.text.format(**names)
    place.sheets.append(rule.replace("{}", text).replace("<tag>", tag))
    attributes = f" {selector.attributes.format(**names)}" if selector.attributes else ""
    attributes += f' style="{style}"' if style else ""
    return f"{selector.before}{parts.before}<{tag}{attributes}>{parts.extra}</{tag}>{parts.after}"


def _ruled(styles: tuple[str, ...], sheets: tuple[Sheet, ...], parts: Parts, place: Place) -> str:
    style, selector, sheet = place.rng.choice(styles), place.rng.choice(SELECTORS), place.rng.choice(sheets)
    place.detail = f"{selector.name} · {sheet.name} · {style}"
    return _selected(parts, place, selector, sheet.text.format(f"{{}}{{{style}}}"))


def _nested(form: str, styles: tuple[str, ...], parts: Parts, place: Place) -> str:
    style = place.rng.choice(styles)
    place.detail = style
    rule = form.replace("STYLE", style).replace("CELL", f"#c{place.number}")
    return _selected(parts, place, Selector("", ""), f"<style>{rule}</style>")


_NESTED: Final = {
    "nested": "CELL{color:#000; & <tag>{STYLE}}",
    "nested without &": "CELL{<tag>{STYLE}}",
    "@scope": "@scope (CELL){<tag>{STYLE}}",
    "escaped": "CELL <tag>{\\64isplay:none}",
    "a property of its own": "CELL{--x:none} CELL <tag>{display:var(--x)}",
    "by more than one": "CELL <tag>{color:red} CELL <tag>{STYLE}",
}


@frozen
class Cascade:
    """Two rules, or a rule and an attribute, of which one hides and one shows; and which of them wins."""

    name: str
    rule: str
    style: str
    hidden: bool


_CASCADES: Final = (
    Cascade("shown by a later rule", ".k{n}{{HIDE}} .k{n}{{SHOW}}", "", hidden=False),
    Cascade("shown by a weightier rule", "#c{n} .k{n}{{SHOW}} .k{n}{{HIDE}}", "", hidden=False),
    Cascade("shown by its attribute", ".k{n}{{HIDE}}", "SHOW", hidden=False),
    Cascade("shown by an important rule", ".k{n}{{SHOW!important}} #c{n} .k{n}{{HIDE}}", "", hidden=False),
    Cascade("hidden by a later rule", ".k{n}{{SHOW}} .k{n}{{HIDE}}", "", hidden=True),
    Cascade("hidden by a weightier rule", "#c{n} .k{n}{{HIDE}} .k{n}{{SHOW}}", "", hidden=True),
    Cascade("hidden by an important rule", ".k{n}{{HIDE!important}}", "SHOW", hidden=True),
    Cascade("hidden by its attribute", ".k{n}{{SHOW}}", "HIDE", hidden=True),
)
_OPPOSITES: Final = (
    ("display:none", "display:inline"),
    ("display:none", "display:inline-block"),
    ("font-size:0", "font-size:1em"),
)


def _cascaded(cascade: Cascade, parts: Parts, place: Place) -> str:
    hide, show = place.rng.choice(_OPPOSITES)
    place.detail = hide

    def filled(text: str) -> str:
        return text.format(n=place.number).replace("HIDE", hide).replace("SHOW", show)

    selector = Selector("", "", 'class="k{n}"')
    return _selected(parts, place, selector, f"<style>{filled(cascade.rule)}</style>", filled(cascade.style))


def _styled_kind(name: str, carrier: str, effect: Effect, build: Callable[[Parts, Place], str]) -> WebKind:
    return WebKind(
        f"{name}, {carrier}",
        effect,
        build,
        whole=False if name in NEVER_WHOLE else None,
        whole_effect=Effect.SHOWN if name in WHOLE_SHOWN else None,
        keeps_room=name in KEEPS_ROOM,
    )


def _styled() -> list[WebKind]:
    """Give the kinds of every style by its attribute, by a rule, and by a rule that does not apply."""
    applied = tuple(sheet for sheet in SHEETS if sheet.applies)
    others = tuple(sheet for sheet in SHEETS if not sheet.applies)
    kinds = []
    for effect, styles in STYLES.items():
        for name, spellings in styles.items():
            carriers = {
                "by attribute": partial(_inline, spellings),
                "by rule": partial(_ruled, spellings, applied),
            }
            kinds += [_styled_kind(name, carrier, effect, build) for carrier, build in carriers.items()]
    hiding = ("display:none", "visibility:hidden", "color:#fff", "opacity:0", "text-decoration:line-through")
    kinds.append(WebKind("by a rule that does not apply", Effect.SHOWN, partial(_ruled, hiding, others)))
    return kinds


def rule_kinds() -> list[WebKind]:
    """Give the kinds of this module."""
    hiding = ("display:none", "font-size:0", "display:none !important")
    nested = [
        WebKind(f"hidden, {name}", Effect.HIDDEN, partial(_nested, form, hiding)) for name, form in _NESTED.items()
    ]
    cascaded = [
        WebKind(each.name, Effect.HIDDEN if each.hidden else Effect.SHOWN, partial(_cascaded, each))
        for each in _CASCADES
    ]
    return [*_styled(), *nested, *cascaded]
