"""Views to take along: one HTML file that asks no server and runs no script.

``tree`` reads a page's HTML, ``offline`` takes out what needs the application and makes the rest
independent of the other pages, ``styles`` keeps the rules that are used, ``document`` puts it together.
"""

from __future__ import annotations

from dashboard.export.take_along.document import About, Taken, write

__all__ = ["About", "Taken", "write"]
