"""Geheimhaltung: which figures are hidden so that no small number can be computed back. Pure."""
