"""Entry point for any WSGI server: ``gunicorn app:server``."""

from dashboard.factory import create_app
from dashboard.settings import Settings

app = create_app(Settings.from_env())
server = app.server
