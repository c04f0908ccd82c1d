"""The parts of a document: title, sections, and what is no report."""
