"""
Prints random reports as others publish them, in every layout and format, from a seed.

Independent of the writers of the package: only the form itself and the printing of plain figures are shared.
"""

from __future__ import annotations

from support.publishing.documents import Document, Layout, Printed
from support.publishing.layouts import LAYOUTS, publish

__all__ = ["LAYOUTS", "Document", "Layout", "Printed", "publish"]
