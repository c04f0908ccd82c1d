"""Excel workbooks: blocks to a sheet that checks itself, and sheets to blocks."""
