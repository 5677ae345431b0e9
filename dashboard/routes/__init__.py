"""Addresses besides the pages themselves: a file for each kind, added to the server by a call."""
