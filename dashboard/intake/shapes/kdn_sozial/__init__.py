"""The shape ``kdn-sozial``: the aggregated export of the case-management system KDN.sozial.

One row per period, Sozialraum, feature and value, with how many people there are of how many. Nothing
about single people is read: a file that looks like it is refused.
"""
