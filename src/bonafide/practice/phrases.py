"""Lines of a posting, a CV or a guide as parts of a sentence: cut where a phrase ends, set into another sentence."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from bonafide.language.sentences import STOPWORDS

_ENDS = (",", ";", ":", ")", ".", "–", "—")


def shortened(text: str, most: int = 18) -> str:
    """The first words of a text, at most so many, with an ellipsis where some were cut; no full stop at its end.

    It is cut where the last phrase of the second half begins or ends, and never behind a small word.
    """
    words = text.split()
    if len(words) <= most:
        return " ".join(words).rstrip(".;,:")
    breaks = [at for at in range(most // 2, most + 1) if _parts(words[at - 1], words[at])]
    kept = words[: breaks[-1] if breaks else most]
    while len(kept) > 1 and kept[-1].casefold().strip("(“\"'") in STOPWORDS:
        kept.pop()
    return " ".join(kept).rstrip(",;:.–— ") + " …"


def _parts(before: str, after: str) -> bool:
    """Whether a phrase ends with the one word or begins with the other."""
    return before.endswith(_ENDS) or after.startswith("(") or after.casefold() in _joins()


@cache
def _joins() -> frozenset[str]:
    table = tomllib.loads((Path(__file__).parent / "data" / "phrases.toml").read_text(encoding="utf-8"))
    return frozenset(table["open"])


def lower_first(text: str) -> str:
    """The text as the rest of a sentence; names and abbreviations keep their capitals."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return text[:1].lower() + text[1:] if first[1:].islower() or len(first) == 1 else text
