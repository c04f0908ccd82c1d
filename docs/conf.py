"""The docs site: one for each language, from ``docs/en`` and ``docs/zh``; ``python tools/docs_site.py`` builds both."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from govdisclosure import __version__

if TYPE_CHECKING:
    from sphinx.util.tags import Tags

    tags: Tags

_HERE = Path(__file__).parent
sys.path.insert(0, str(_HERE.parent / "tools"))

is_chinese = tags.has("zh")

project = "govdisclosure"
author = "govdisclosure"
project_copyright = "MIT"
version = release = __version__
language = "zh_CN" if is_chinese else "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "sphinx_copybutton",
    "docs_pages",
    "docs_reference",
    "docs_search",
]
templates_path = [str(_HERE / "templates")]
default_role = "code"

# Pages are plain Markdown, which other programs show as well; links to headings are made as they make them.
myst_enable_extensions = ["attrs_inline"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "member-order": "bysource", "exclude-members": "__init__, __new__"}
autodoc_preserve_defaults = True
autodoc_typehints_format = "short"
autodoc_class_signature = "mixed"
napoleon_numpy_docstring = False
# A signature that is wider is broken: each parameter has its line.
maximum_signature_line_length = 72
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"

# Inventories of what is linked to stand beside this file: a build needs no network.
_LINKED = {
    "python": "https://docs.python.org/3",
    "cattrs": "https://catt.rs/en/stable",
    "hypothesis": "https://hypothesis.readthedocs.io/en/latest",
}
intersphinx_mapping = {name: (address, str(_HERE / "inventories" / f"{name}.txt")) for name, address in _LINKED.items()}

# Every type that a signature names leads somewhere, but for these: what has no name in the reference, and parts of
# types that Sphinx parts at a comma.
nitpick_ignore_regex = [
    ("py:class", r"(.*\.)?_\w+"),
    ("py:class", r"govdisclosure\.(checks\._case\.Case|claims\.Year|model\.(phrases\.Template|rules\.Broken))"),
    ("py:class", r"Choices|.*\[.*"),
]

# What is copied is what is typed: no prompts, no output.
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = f"govdisclosure {version}"
html_static_path = [str(_HERE / "static")]
html_css_files = ["site.css"]
html_show_copyright = False
html_show_sphinx = False
html_show_sourcelink = False
html_copy_source = False
html_domain_indices = False
html_use_index = False
html_theme_options = {"top_of_page_buttons": ["view"]}
