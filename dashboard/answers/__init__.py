"""What a view says: the one place where store, analysis and wording meet.

Page, callback, first paint and export all read the same answer, so they cannot disagree.
"""
