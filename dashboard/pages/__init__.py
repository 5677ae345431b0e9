"""What is on a page: one file per page, ``layout(answer)``."""
