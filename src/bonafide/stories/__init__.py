"""Stories: drafted from achievements, with their holes named; which questions they cover, and where to tell them."""

from bonafide.stories.draft import drafts, from_outline
from bonafide.stories.strength import figures, holes, strength

__all__ = ["drafts", "figures", "from_outline", "holes", "strength"]
