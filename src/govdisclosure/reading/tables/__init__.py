"""The tables: which rows and columns the figures that stand there are of."""
