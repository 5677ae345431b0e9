"""The steps of the database of released figures; ``format_<n>`` leads to the schema of that number."""
