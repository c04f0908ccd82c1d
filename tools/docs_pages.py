"""What the docs site makes of plain Markdown: names of files, anchors in Chinese, the other language."""

from __future__ import annotations

import gettext
import re
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.transforms import SphinxTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx

OTHER: Final = {"en": ("zh", "中文"), "zh_CN": ("en", "English")}
"""The other language: its folder, and its own name for itself."""

# ```toml title="profile.toml"
_TITLED: Final = re.compile(r'^```(\w+) title="(.*?)"$', re.MULTILINE)
_NUMBERED: Final = re.compile(r"id\d+")

# The words of the theme, which has them in English only.
_WORDS: Final = {
    "zh_CN": {
        "Back to top": "回到顶部",
        "Home": "首页",
        "Next": "下一页",
        "On this page": "本页内容",
        "Previous": "上一页",
        "Skip to content": "跳到正文",
    }
}


class Words(gettext.NullTranslations):
    """Gives the words of the theme in the language of the site."""

    def __init__(self, words: dict[str, str]) -> None:
        """Take the words by what they are in English."""
        super().__init__()
        self.words = words

    def gettext(self, message: str) -> str:
        """Give a word, or what it is in English."""
        return self.words.get(message, message)


def name_files(app: Sphinx, page: str, source: list[str]) -> None:  # noqa: ARG001 - as "source-read" calls it
    """Write above the content of a file what the file is called."""
    source[0] = _TITLED.sub(r"```{code-block} \1\n:caption: \2\n", source[0])


class NamedHeadings(SphinxTransform):
    """Gives a heading without a Latin letter an anchor that says what it is; Sphinx numbers those."""

    default_priority = 300

    def apply(self, **_: Any) -> None:  # noqa: ANN401 - as Transform
        """Put the anchor before the number, which stays."""
        taken = set(self.document.ids)
        for section in self.document.findall(nodes.section):
            name = "-".join(re.findall(r"\w+", section[0].astext().lower()))
            if _NUMBERED.fullmatch(section["ids"][0]) and name not in taken:
                section["ids"].insert(0, name)
                self.document.ids[name] = section
                taken.add(name)


class PlainEnds(SphinxTransform):
    """Drops the blank line that ends an example: a doctest needs it, a reader does not."""

    default_priority = 300

    def apply(self, **_: Any) -> None:  # noqa: ANN401 - as Transform
        """Write each block of code without what is blank at its end."""
        for block in self.document.findall(nodes.literal_block):
            code = block.astext().rstrip()
            block.rawsource = code
            block[:] = [nodes.Text(code)]


class ChineseDashes(SphinxTransform):
    """Writes ``name：what it is`` in Chinese pages, where Sphinx has ``name -- what it is``."""

    default_priority = 850

    def apply(self, **_: Any) -> None:  # noqa: ANN401 - as Transform
        """Replace each dash that stands between a parameter and what is said of it."""
        if self.config.language == "zh_CN":
            for dash in [text for text in self.document.findall(nodes.Text) if text == " -- "]:
                dash.parent.replace(dash, nodes.Text("："))


def link_other_language(
    app: Sphinx,
    page: str,
    template: str,  # noqa: ARG001 - as "html-page-context" calls it
    context: dict[str, Any],
    doctree: nodes.document | None,  # noqa: ARG001 - as above
) -> None:
    """Let a template know where the same page is in the other language."""
    folder, name = OTHER[app.config.language]
    link = f"{'../' * (page.count('/') + 1)}{folder}/{page}.html"
    context["other_language"] = {"code": folder, "name": name, "link": link}


def setup(app: Sphinx) -> dict[str, bool]:
    """Let Sphinx know of it."""
    app.translator.add_fallback(Words(_WORDS.get(app.config.language, {})))
    app.connect("source-read", name_files)
    app.connect("html-page-context", link_other_language)
    for transform in (NamedHeadings, PlainEnds, ChineseDashes):
        app.add_transform(transform)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
