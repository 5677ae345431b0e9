"""Layout parts: typed data in, Dash components out. They know no store and no callback."""
