"""From a file as received to a table of cells, without judging what the cells say."""
