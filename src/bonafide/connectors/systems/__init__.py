"""Systems that engineers run, read for their figures: a folder each, with a pure parser of what it tells and a fetcher.

Nothing is kept of what they tell but the figures and a keyed fingerprint.
"""
