"""Texts that are nearly alike: how much two have in common, and who copied from whom in a batch of reports."""
