"""Sozialraum-Monitor Hamm: small-area indicators from a supplier's file to a published page."""
