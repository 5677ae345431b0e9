"""The fields of forms, in the look of Bootstrap: as :mod:`dashboard.components.html` makes its elements."""

from __future__ import annotations

import dash_bootstrap_components as dbc

from dashboard.components.html import lean

Input = lean(dbc.Input)
Select = lean(dbc.Select)
