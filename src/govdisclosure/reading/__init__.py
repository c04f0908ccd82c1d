"""Blocks as a report: the form, found in whatever a format reader saw."""
