"""The page of data and downloads, and a whole release as tables."""
