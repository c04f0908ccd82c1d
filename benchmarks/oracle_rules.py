"""
Whether each kind of the oracle turns red when the rule that it tries is removed from a reader.

Run it with ``python benchmarks/oracle_rules.py [--rules WORD] [--documents 5]``. A rule is removed by putting something
in place of a function that tells it; then the kinds that it concerns are made, read, and looked at. The exit status is
1 if one of them is still never silently different: nothing would tell that its rule is gone.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import _lru_cache_wrapper
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, Final

from attrs import evolve, frozen

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.oracle.runs import RUNS


@frozen
class Rule:
    """
    A rule of a reader.

    Args:
        name: What it tells.
        format: The documents that it is for.
        targets: What is replaced to remove it, each with what gives the replacement for it.
        kinds: Words in the names of the kinds that must turn red.
        made: Words in the names of the kinds that are made; by default the same.
    """

    name: str
    format: str
    targets: dict[str, Callable[[Any], Any]]
    kinds: tuple[str, ...]
    made: tuple[str, ...] = ()


def value(instead: object) -> Callable[[Any], Any]:
    """Put a value in place of another."""
    return lambda _: instead


def gives(instead: object) -> Callable[[Any], Any]:
    """Let a function give always the same."""
    return lambda _: lambda *_, **__: instead


def evolved(**changes: object) -> Callable[[Any], Any]:
    """Let a function change what it gives."""
    return lambda original: lambda *args, **named: evolve(original(*args, **named), **changes)


def replaced(**changes: object) -> Callable[[Any], Any]:
    """Let a function change the tuple that it gives."""
    return lambda original: lambda *args, **named: original(*args, **named)._replace(**changes)


def first(_: object) -> Callable[..., object]:
    """Let a function give back what comes first, unchanged."""
    return lambda given, *_, **__: given


_FORMATS: Final = "govdisclosure.formats"
_PDFIUM: Final = "govdisclosure.pdfium"
_HERE: Final = {f"{_FORMATS}.pdf._pages:_Pdfium.worker": gives(None)}
"""What lets pdfium run in this process, where its rules can be removed."""
_HTML: Final = f"{_FORMATS}.html"

RULES: Final = (
    Rule(
        "style sheets",
        "web",
        {f"{_HTML}._sheets:relevant_rules": gives(((), {}))},
        (
            *(
                "display:none, by rule",
                "opacity:0, by rule",
                "off screen, by rule",
                "raised, by rule",
                "struck, by rule",
            ),
            *("white on white, by rule", "hidden, nested", "hidden by a weightier rule", "generated ::before"),
        ),
    ),
    Rule(
        "colours of letters",
        "web",
        {f"{_HTML}._shade:_is_seen": gives(True)},  # noqa: FBT003 - what is given
        (
            "white on white, by attribute",
            "the colour of its ground, by attribute",
            "font white",
            "on the cell: color:#fff",
        ),
    ),
    Rule(
        "sizes of letters",
        "web",
        {f"{_HTML}._shade:Shade.is_other_size": gives(False)},  # noqa: FBT003 - what is given
        ("smaller, by attribute", "larger, by attribute", "font 1"),
    ),
    Rule(
        "what is raised",
        "web",
        {f"{_HTML}._effects:_Marks._raised": gives(0.0)},
        ("raised, by attribute", "lowered, by attribute"),
    ),
    Rule(
        "what hides, strikes or raises",
        "web",
        {f"{_HTML}._effects:_Marks.effect": gives(None)},
        ("display:none, by attribute", "visibility, by attribute"),
    ),
    Rule(
        "odd looks",
        "web",
        {f"{_HTML}._effects:_Marks._is_odd": gives(False)},  # noqa: FBT003 - what is given
        ("turned, by attribute", "doubled by a shadow, by attribute"),
    ),
    Rule(
        "letters of the colour of their ground",
        "sheet",
        {f"{_FORMATS}.xlsx._looks:Font.is_seen": gives(True)},  # noqa: FBT003 - what is given
        ("piece white", "cell white", "cell black on black", "cell the colour of its ground"),
    ),
    Rule(
        "raised and lowered letters",
        "sheet",
        {f"{_FORMATS}.xlsx._looks:_RAISED": value({})},
        ("piece raised", "piece lowered"),
    ),
    Rule(
        "struck letters",
        "sheet",
        {f"{_FORMATS}.xlsx._looks:_switch": gives(None)},
        ("piece struck", "cell struck", "struck by condition"),
    ),
    Rule(
        "number formats",
        "sheet",
        {f"{_FORMATS}.xlsx._numbers:shown": first},
        ("cell format ;;;", "cell format of blanks", "cell format %", "format adds digits"),
    ),
    Rule(
        "conditional formats",
        "sheet",
        {f"{_FORMATS}.xlsx._sheets:rules_of": gives({})},
        ("by condition: font", "by condition: num", "by condition: bg", "struck by condition"),
    ),
    Rule("what lies over cells", "sheet", {f"{_FORMATS}.xlsx._sheets:drawn_over": gives(set())}, ("under a",)),
    *(
        Rule(
            "figures that reach over several cells",
            name,
            {"govdisclosure.reading.tables.merged:_apart": first} | (_HERE if name == "pdf" else {}),
            ("merged over several",),
            made=("bold", "Bold"),
        )
        for name in ("pdf", "sheet")
    ),
    Rule(
        "odd words",
        "word",
        {f"{_FORMATS}.docx._effects:ODDITIES": value(())},
        ("white", "White by style", "black on a black cell", "laid over", "the colour of its ground"),
    ),
    Rule(
        "hidden words",
        "word",
        {f"{_FORMATS}.docx._effects:Effects._look": evolved(is_hidden=False, is_doubly_hidden=False)},
        ("vanish", "Vanish by style"),
    ),
    Rule(
        "struck words",
        "word",
        {f"{_FORMATS}.docx._effects:Effects._look": evolved(is_struck=False)},
        ("struck", "Strike by style"),
    ),
    Rule(
        "raised and lowered words",
        "word",
        {f"{_FORMATS}.docx._effects:Effects._look": evolved(shift="")},
        ("raised", "lowered", "Super by style", "Raised by style"),
    ),
    Rule(
        "drawings",
        "word",
        {f"{_FORMATS}.docx._paragraphs:Words._draw": gives(None)},
        ("under a white shape", "under a black line", "under a text box"),
    ),
    Rule("ruby", "word", {f"{_FORMATS}.docx._paragraphs:_has_digits": gives(False)}, ("in ruby",)),  # noqa: FBT003 - the same
    Rule(
        "what is seen of characters",
        "pdf",
        {f"{_PDFIUM}.visibility:_Judge.share": gives(1.0)} | _HERE,
        (
            *("invisible", "white 1", "white 4", "transparent", "under a white box", "under a white shape"),
            *("clipped away", "on a layer that is off"),
        ),
    ),
    Rule("lines through figures", "pdf", {f"{_PDFIUM}.visibility:struck": gives(set())} | _HERE, ("under a line",)),
    Rule(
        "characters over characters",
        "pdf",
        {f"{_PDFIUM}.visibility:overprinted": gives(set())} | _HERE,
        ("printed over, a little apart",),
    ),
    Rule(
        "feet of characters",
        "pdf",
        {f"{_FORMATS}.pdf._text:SAME_HEIGHT": value(1.0)} | _HERE,
        ("raised", "lowered"),
    ),
    Rule(
        "characters on their side",
        "pdf",
        {f"{_PDFIUM}.characters:Setting.place": replaced(is_sure=True)} | _HERE,
        ("upside down", "mirrored"),
    ),
    Rule("characters printed twice", "pdf", {f"{_PDFIUM}.visibility:_doubled": gives(set())} | _HERE, ("shadow",)),
    Rule(
        "annotations",
        "pdf",
        {f"{_PDFIUM}.document:put_on": gives(([], False))} | _HERE,
        ("written as FreeText", "written as Stamp", "under Square", "under StrikeOut", "in a form field"),
    ),
)


@contextmanager
def removed(rule: Rule) -> Iterator[None]:
    """Do without a rule."""
    kept = []
    for target, instead in rule.targets.items():
        module, _, way = target.partition(":")
        *around, name = way.split(".")
        holder = resolve_name(".".join([module, *around]) if not around else f"{module}:{'.'.join(around)}")
        original = getattr(holder, name)
        kept.append((holder, name, original))
        setattr(holder, name, instead(original))
    forget()
    try:
        yield
    finally:
        for holder, name, original in kept:
            setattr(holder, name, original)
        forget()


def forget() -> None:
    """Forget what readers remember, which the rules told them."""
    for each in gc.get_objects():
        if isinstance(each, _lru_cache_wrapper) and each.__module__.startswith("govdisclosure.formats"):
            each.cache_clear()


def stays_green(rule: Rule, documents: int, seed: int) -> list[str]:
    """Remove a rule; give the words whose kinds are still never silently different."""
    with removed(rule):
        tally = RUNS[rule.format](range(documents), seed, "|".join(rule.made or rule.kinds))
    red = {verdict.cell.kind for verdict in tally.silent}
    return [word for word in rule.kinds if not any(word in kind for kind in red)]


def main() -> int:
    """Remove the rules one by one, and say which kinds do not tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", default="", help="a word that the names of the rules have")
    parser.add_argument("--documents", type=int, default=5, help="documents for each rule (default 5)")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the run (default 0)")
    options = parser.parse_args()
    bad = 0
    for rule in RULES:
        if options.rules not in f"{rule.format}: {rule.name}":
            continue
        green = stays_green(rule, options.documents, options.seed)
        bad += len(green)
        told = f"still green: {', '.join(green)}" if green else f"all {len(rule.kinds)} turn red"
        print(f"{rule.format}: {rule.name}: {told}", flush=True)
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
