"""The language a text is written in, told by its small words."""

from __future__ import annotations

import re
from collections import Counter

from bonafide.posting.lexicon import table
from bonafide.posting.lines import fold


def language_of(text: str) -> str | None:
    """ISO 639-1 code, or None where the text is too short to tell."""
    words = Counter(re.findall(r"[^\W\d_]+", fold(text[:20_000])))
    total = sum(words.values())
    shares = {
        code: sum(words[word] for word in small) / (total or 1) for code, small in table("tongues").items()
    }
    best = max(shares, key=lambda code: shares[code])
    return best if total >= 12 and shares[best] >= 0.12 else None
