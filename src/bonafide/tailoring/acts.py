"""A line of a CV as the clause that follows "I": `Cut the build to 4 min.` -> `cut the build to 4 min`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from bonafide.language import sentences

LONGEST = 38
"""Words an act may have; a longer line ends at a boundary of its own."""

FIRST_WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ-]*")
FIRST_PERSON = re.compile(r"^I\s+")
BOUNDARY = re.compile(r"\s*(?:;|\s[–—-]\s|:\s)\s*")


@lru_cache
def _verbs() -> Mapping[str, frozenset[str]]:
    text = files("bonafide.tailoring").joinpath("data", "verbs.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


@dataclass(frozen=True, slots=True)
class Act:
    """A clause that follows "I", and whether it tells of something past."""

    clause: str
    past: bool


def act(line: str, current: bool = False) -> Act | None:
    """The line as a clause after "I", without its final stop; None where it does not open with an act.

    Present forms (`Run the budget`) count only of a current post. Nothing is added; what is left out is
    left out at a sentence or clause boundary. "We" is the team's, and stays as it is: None.
    """
    text = FIRST_PERSON.sub("", trimmed(line), count=1)
    words = [word.lower() for word in FIRST_WORD.findall(text[:60])[:3]]
    while len(words) > 1 and words[0] in _verbs()["adverbs"]:
        words.pop(0)
    if not words:
        return None
    past = _is_past(words[0])
    if not past and not (current and words[0] in _verbs()["present"]):
        return None
    return Act(text[0].lower() + text[1:], past)


def _is_past(word: str) -> bool:
    parts = [word, word.rsplit("-", 1)[-1]]
    return any(_plain_past(part) for part in parts)


def _plain_past(word: str) -> bool:
    verbs = _verbs()
    if word in verbs["not_acts"]:
        return False
    return word in verbs["past"] or (word.endswith("ed") and len(word) > 4)


def trimmed(line: str, longest: int = LONGEST) -> str:
    """The line's first sentence, or its first clauses where that is too long; no final stop."""
    parts = sentences.split(line)
    text = parts[0].text if parts else line
    text = text.strip().rstrip(".;: ")
    if len(text.split()) <= longest:
        return text
    return _clauses(text, longest)


def _clauses(text: str, longest: int) -> str:
    """The longest run of leading clauses within the limit, or the whole text where the first is longer."""
    best = text
    for cut in BOUNDARY.finditer(text):
        head = text[: cut.start()]
        if len(head.split()) > longest:
            break
        best = head
    return best
