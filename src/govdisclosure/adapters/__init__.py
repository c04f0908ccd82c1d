"""
Reports of other tools for the same form, to and from ours; each with a list of what was lost.

A tool is a module with ``read`` and ``write``: ``kirogovcompare`` and ``govnianbao``. Only the facts of their formats
are here: what their keys are called, and which cell of the form each of them is.
"""

from govdisclosure.adapters import govnianbao, kirogovcompare
from govdisclosure.adapters._losses import Exported, Imported, Loss, Reason

__all__ = ["Exported", "Imported", "Loss", "Reason", "govnianbao", "kirogovcompare"]
