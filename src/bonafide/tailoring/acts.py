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

    Present forms (`Run the budget`, `Runs the budget`) count only of a current post. Nothing is added; what is
    left out is left out at a sentence or clause boundary. "We" is the team's, and stays as it is: None.
    """
    text = _joined(FIRST_PERSON.sub("", trimmed(line), count=1))
    words = [word.lower() for word in FIRST_WORD.findall(text[:60])[:3]]
    if " ".join(words[:2]) in _verbs()["states"]:
        return Act(f"{'am' if current else 'was'} {_lowered(text)}", not current)
    if not words or not text.lower().startswith(words[0]) or set(words[1:]) & _verbs()["changes"]:
        return None
    while len(words) > 1 and words[0] in _verbs()["adverbs"]:
        words.pop(0)
    if is_past(words[0]):
        return Act(_lowered(text), True)
    return _present(text, words[0]) if current else None


def _joined(text: str) -> str:
    """A second deed behind a semicolon needs its "and": `Own the budget; cut spend` has one subject."""
    head, mark, tail = text.partition("; ")
    first = FIRST_WORD.match(tail)
    # A word in -ed may as well be an adjective ("regretted attrition fell"), so only sure verbs count.
    opens = first is not None and first[0].lower() in _verbs()["past"] | _verbs()["present"]
    return f"{head}, and {tail[0].lower()}{tail[1:]}" if mark and opens else text


def _present(text: str, verb: str) -> Act | None:
    """A line in the present tense; "Runs the plant" becomes "run the plant"."""
    verbs = _verbs()
    if verb in verbs["present"]:
        return Act(_lowered(text), False)
    plain = next((form for form in (verb[:-1], verb[:-2]) if form in verbs["present"]), None)
    return Act(plain + text[len(verb) :], False) if plain and verb.endswith("s") else None


def _lowered(text: str) -> str:
    return text[0].lower() + text[1:]


def is_past(word: str) -> bool:
    """Whether a word, or the last part of a hyphened one, is the past form of a verb."""
    parts = [word, word.rsplit("-", 1)[-1]]
    return any(_plain_past(part) for part in parts)


def is_employer(name: str) -> bool:
    """Whether somebody can be said to have worked *at* it."""
    return name.casefold().strip(" .") not in _verbs()["no_employer"]


def is_irregular(word: str) -> bool:
    """Whether a word is a past form that does not end in -ed, and so is hardly ever an adjective."""
    return word in _verbs()["past"]


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
