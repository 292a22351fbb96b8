"""Where a sentence names something: capitalised spans, acronyms, spellings with figures, known terms that open it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bonafide.grounding.lexicon import cues
from bonafide.language.sentences import SMALL, words
from bonafide.language.terms import find_terms, kind_of

# A name ends where a hyphen joins it to an ordinary word: `Kubernetes-based`.
_TOKEN = re.compile(r"[^\W_](?:[\w.+#/&'’]|-(?![a-zß-ü]{2}))*(?<![.'’&/-])|[^\W_]")
_PRONOUNS = frozenset(("I", "I'm", "I've", "I'd", "I'll", "I’m", "I’ve", "I’d", "I’ll"))
_GERMAN = frozenset(cues("names")["german"])
_ENGLISH = SMALL["en"] - SMALL["de"] - SMALL["fr"]
_REOPENS = re.compile(r"[.!?:“\"]\s*$")
_OWNABLE = frozenset(("tool", "standard", "credential"))
_LONGEST_NUMBER = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `start:end` of a sentence; `opening` where its first word opens the sentence."""

    text: str
    start: int
    end: int
    opening: bool


@lru_cache(maxsize=1024)
def find_names(sentence: str, written: str | None = None) -> tuple[Name, ...]:
    """Every name in order of place; an ordinary word that merely opens a sentence is not one.

    `written` is the language of the whole document, for lines that have too few small words to tell theirs.
    """
    small = _GERMAN.intersection(words(sentence))
    german = len(small) >= 2 or (written == "de" and _ENGLISH.isdisjoint(words(sentence)))
    tokens = [match for match in _TOKEN.finditer(sentence) if match.group() not in _PRONOUNS]
    found: list[Name] = []
    for position, match in enumerate(tokens):
        opens = position == 0 or bool(_REOPENS.search(sentence[max(0, match.start() - 4) : match.start()]))
        # Every German noun has a capital, as has every word that opens: there the vocabulary tells a name.
        known = (opens or german) and _opens_with_term(sentence, match)
        if not known and not _looks_like_a_name(match.group(), opens, german):
            continue
        if found and _goes_on(sentence, found[-1], match, german):
            last = found.pop()
            found.append(Name(sentence[last.start : match.end()], last.start, match.end(), last.opening))
        elif not match.group()[0].isdigit():
            found.append(Name(match.group(), match.start(), match.end(), position == 0))
    return tuple(found)


def _opens_with_term(sentence: str, match: re.Match[str]) -> bool:
    """`Terraform is where ...`: the vocabulary knows it for a thing one can know or hold."""
    return any(hit.start == match.start() and kind_of(hit.term) in _OWNABLE for hit in find_terms(sentence))


def _goes_on(sentence: str, last: Name, match: re.Match[str], german: bool) -> bool:
    """Whether a word belongs to the name before it: side by side, no possessive between, not a year."""
    if sentence[last.end : match.start()] not in (" ", " & ") or last.text.endswith(("'s", "’s")):
        return False
    year = match.group().isdigit() and len(match.group()) == 4
    return not year and not (german and match.group().istitle())


def _looks_like_a_name(token: str, opens: bool, german: bool) -> bool:
    if token[0].isdigit():
        return not token.isdigit() or len(token) <= _LONGEST_NUMBER
    inner = any(character.isupper() or character.isdigit() for character in token[1:])
    if inner and not token.endswith(("'s", "’s")):
        return True
    if not token[0].isupper():
        return False
    return token.isupper() and len(token) > 1 if opens or german else True
