"""Numbers → pictures: SVG as escaped markup, Plotly figures as plain dicts. Pure functions only."""
