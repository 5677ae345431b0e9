"""The steps of the protected database; ``format_<n>`` leads to the schema of that number."""
