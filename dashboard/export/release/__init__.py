"""A whole release as files: CSV, XLSX, Parquet, data package; and what portals and programs read of it."""
