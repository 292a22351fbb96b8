"""What texts in other languages than the guides' call the topics of questions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path


def speaking_of(topics: Iterable[str]) -> re.Pattern[str]:
    """Finds, in case-folded text, how a German or French text names one of the topics; matches nothing for none known."""
    said = sorted({phrase for topic in topics for phrase in _said().get(topic.casefold(), ())})
    return re.compile("|".join(map(_pattern, said)) or r"(?!)")


def folded(text: str) -> str:
    """The text as the patterns expect it: no capitals, straight apostrophes, single blanks."""
    return " ".join(text.casefold().replace("’", "'").split())


def _pattern(phrase: str) -> str:
    plain = re.escape(folded(phrase.removesuffix("*")))
    return rf"(?<!\w){plain}" if phrase.endswith("*") else rf"(?<!\w){plain}(?!\w)"


@cache
def _said() -> Mapping[str, tuple[str, ...]]:
    """The phrases of each topic."""
    path = Path(__file__).parent / "data" / "topics.toml"
    found: dict[str, tuple[str, ...]] = {}
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["topic"]:
        for topic in entry["topics"]:
            found[topic] = (*found.get(topic, ()), *entry["said"])
    return found
