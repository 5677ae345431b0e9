"""What Alembic executes for every command; nothing else imports it.

The connection is given and already in a transaction: all steps take effect together, when it ends.
"""

from __future__ import annotations

from alembic import context


def run() -> None:
    """Take the steps that the command asks for, on the connection that was given to it."""
    context.configure(**context.config.attributes["options"])
    context.run_migrations()


run()
