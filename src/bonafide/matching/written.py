"""In which language a CV is written, by the small words of its deeds."""

from __future__ import annotations

from functools import lru_cache

from bonafide.language.sentences import words
from bonafide.matching.lexicon import data
from bonafide.model.fact import Facts

DEEDS = frozenset({"highlights", "summary", "description"})
"""Fields that tell what somebody did."""
FEWEST, SHARE = 40, 0.1
"""Words, and the share of small ones among them, that make it sure enough to say so to a reader."""


@lru_cache(maxsize=8)
def written_in(facts: Facts, fewest: int = FEWEST, share: float = SHARE) -> str | None:
    """`English`, `German`, ...; None where the deeds are too few words to tell."""
    told = words(" ".join(fact.text for fact in facts if fact.name in DEEDS))
    if len(told) < fewest:
        return None
    shares = {
        language: sum(map(told.count, small.split())) / len(told)
        for language, small in data("speech")["written"].items()
    }
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] > share else None


@lru_cache(maxsize=4096)
def tongue_in(text: str) -> str:
    """The language of a line, by its small words; English where none tells. Of equals another: `of` is Dutch as well."""
    said = words(text)
    counts = {
        language: sum(map(said.count, small.split())) for language, small in data("speech")["written"].items()
    }
    best = max(counts, key=lambda language: (counts[language], language != "English"))
    return best if counts[best] else "English"
