"""How many years a line asks for: the least number, in digits or words."""

from __future__ import annotations

import re
from functools import lru_cache

from bonafide.posting.lexicon import table
from bonafide.posting.lines import fold


def asked(text: str) -> float | None:
    """The years that the line asks for first (`4 to 8 years`: 4), or None."""
    pattern, numbers = _pattern()
    for found in pattern.finditer(fold(text)):
        word = found.group("low")
        value = numbers.get(word)
        years = float(value) if value is not None else float(word.replace(",", "."))
        if years <= 40:
            return years
    return None


@lru_cache(maxsize=1)
def _pattern() -> tuple[re.Pattern[str], dict[str, int]]:
    data = table("years")
    numbers = {word: value for words in data["numbers"].values() for value, word in enumerate(words)}
    spelled = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    number = rf"(?:\d{{1,2}}(?:[.,]5)?|{spelled})"
    more = "|".join(map(re.escape, data["more"]))
    unit = "|".join(sorted(map(re.escape, data["years"]), key=len, reverse=True))
    return (
        re.compile(
            rf"(?<![\w.,])(?P<low>{number})\s*\+?\s*(?:(?:-|–|—|to|bis|a|tot|do|/|or|oder|ou|of)\s*{number}\s*\+?\s*)?"
            rf"(?:\(\d{{1,2}}\+?\)\s*)?(?:(?:{more})\s+)*(?:{unit})(?!\w)"
        ),
        numbers,
    )
