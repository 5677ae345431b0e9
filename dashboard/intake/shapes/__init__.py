"""One reader per file shape: from a table of cells to records, each a future observation."""
