"""The profile of one area over all indicators, and the overview of the nine."""
