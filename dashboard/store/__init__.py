"""The database: the only room that knows SQL. One question is one function of :class:`~.read.Store`."""
