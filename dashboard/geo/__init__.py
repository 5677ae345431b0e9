"""Boundaries: the network as polygons, official polygons in its place, checks, outlines for drawing.

Runs while a release is prepared; the serving process reads the prepared outlines and never
imports this room.
"""
