"""What happens on a page: one file per page, the twin of ``pages``, registered by a call."""
