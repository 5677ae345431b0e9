"""First paint: the HTML of a view before any script runs."""
