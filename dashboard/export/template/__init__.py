"""Templates for suppliers, made from the catalogue: a workbook to fill in, and the description that reads it.

Both together are a delivery; ``python -m dashboard check`` finds nothing to complain of in a filled one.
"""
