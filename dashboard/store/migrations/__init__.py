"""From schema to schema: one list of steps for each of the two databases, taken by Alembic.

The same steps make new databases and upgrade old ones, on SQLite and PostgreSQL. A new format: count
``FORMAT`` up, change the tables, add ``format_<n>.py`` that does the same to a database and ends with the
new number in its marker row. Steps that were once released are never changed.
"""
