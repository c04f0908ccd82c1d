"""The waist: blocks, the grids and headings of the form, figures as printed; writing and reading both need it."""
