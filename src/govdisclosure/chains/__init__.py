"""Several years of a body as one system, in which the neighbours of a year tell which of its figures is wrong."""

from govdisclosure.chains._chain import Chain, Culprit, Place, Undecided, check_chain

__all__ = ["Chain", "Culprit", "Place", "Undecided", "check_chain"]
