"""A report as blocks: the official form."""
