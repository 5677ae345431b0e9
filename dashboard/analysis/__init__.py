"""Pure statistics: numbers in, numbers out. No database, no files, no web.

Shares and rates are handled per 1 (0.219, not 21.9 %); a missing number is NaN.
"""
