"""Records -> measures. Arithmetic only: no clock, no network, no file; chance comes in as a seeded `Random`.

Every figure carries its definition's id and version, its window, its n, an interval, and the rule by which it was counted. No data is
"not available" and never 0, and groups so small that one person or one event could be made out are not told at all.
"""
