"""Deliveries, published figures and demo values become a release."""
