"""What ``python -m dashboard`` can do, one file per verb. Each returns the exit code."""
