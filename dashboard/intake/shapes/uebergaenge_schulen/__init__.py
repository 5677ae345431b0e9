"""The shape ``uebergaenge-schulen``: children by primary school, school year and chosen form.

Figures of single schools are for the protected database alone. What of them is public, one index of
the whole city, is computed when a release is prepared.
"""
