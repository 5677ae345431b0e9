"""The shape ``schulverzeichnis``: IT.NRW's directory of schools with the social index, one row per school.

What a detour through a table program leaves behind (lost leading zeros, ``6.0`` for 6) is repaired
where it is unambiguous, and said; what is wrong about a place is refused.
"""
