"""The vocabulary of the product: indicators, areas, sources, targets and measures as checked data."""
