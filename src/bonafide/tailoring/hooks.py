"""The posting's own words that are worth writing about: short, particular to it, and not a requirement."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from bonafide.language import sentences, terms
from bonafide.model.posting import Posting, RequirementKind
from bonafide.tailoring.acts import is_irregular

SHORTEST, LONGEST = 3, 6
"""Words in a phrase: below the eight that would make two letters to one employer alike."""

SEGMENT = re.compile(
    r"[,;:.!?()\[\]“”\"|/]|\s[–—-]\s|\b(?:but|that|which|who|where|when|because|so|if|as|than)\b"
)
WORD = re.compile(r"[^\W_][\w’'&+-]*")
DUTY, CHALLENGE, TRADE, COMPOUND = 1.5, 1.0, 0.8, 1.0
"""What it adds to stand among the duties, to speak to the reader, to name a known term, to be of two parts."""
JOINT = re.compile(r" (?:for|of|between|with|behind|into|across|under|without|against) ")
CLIPPED = re.compile(r"[’'](?:re|ve|ll|d|m)$")
TELLING = 1.5
"""Below this a phrase says nothing worth a letter."""
NO_PROSE = re.compile(r"@|://|www\.|[$€£¥]\s?\d|\d\s?[$€£]")


@dataclass(frozen=True, slots=True)
class Hook:
    """A phrase of the posting, verbatim, and how telling it is for this person (higher is better)."""

    phrase: str
    value: float


@lru_cache
def _words() -> Mapping[str, frozenset[str]]:
    text = files("bonafide.tailoring").joinpath("data", "hooks.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def hooks_of(posting: Posting, person: frozenset[str]) -> tuple[Hook, ...]:
    """Phrases of the posting, most telling first. `person`: stems of the person's own lines.

    A phrase gains by naming what the trade knows by name, by touching what the person did, and by standing
    among the duties; it comes from no requirement, and from nothing about pay or procedure.
    """
    asked = [_key(requirement.text) for requirement in posting.asks()]
    duties = [_key(r.text) for r in posting.requirements if r.kind is RequirementKind.RESPONSIBILITY]
    known = set(sentences.words(f"{posting.company or ''} {posting.title or ''}")) - _words()["light"]
    found: dict[str, Hook] = {}
    for sentence in _sentences(posting):
        key = _key(sentence)
        if _within(key, asked):
            continue
        bonus = DUTY if _within(key, duties) else CHALLENGE if _addresses(sentence) else 0.0
        for phrase in _phrases(sentence):
            if not known & set(sentences.words(phrase)):
                found.setdefault(phrase.casefold(), Hook(_inner(phrase), _value(phrase, person) + bonus))
    telling = (hook for hook in found.values() if hook.value >= TELLING)
    return tuple(sorted(telling, key=lambda hook: (-hook.value, hook.phrase)))


def _inner(phrase: str) -> str:
    """The phrase as it stands inside a sentence: it opens with a small word, whatever it opened before."""
    return phrase[0].lower() + phrase[1:]


def _within(key: str, others: list[str]) -> bool:
    return any(key in other or other in key for other in others)


def _addresses(sentence: str) -> bool:
    """Whether the sentence speaks to the reader of what is to be done: "you inherit", "we want"."""
    return bool(set(sentences.words(sentence)) & _words()["addressed"])


def _sentences(posting: Posting) -> Iterator[str]:
    never = _words()["never"]
    for line in posting.description.splitlines():
        for sentence in sentences.split(line):
            spoken = set(sentences.words(sentence.text))
            if len(spoken & never) < 3 and len(spoken) > 4 and not NO_PROSE.search(sentence.text):
                yield sentence.text


def _phrases(sentence: str) -> Iterator[str]:
    start = 0
    for cut in [*SEGMENT.finditer(sentence), None]:
        end = cut.start() if cut else len(sentence)
        yield from _fitting(sentence[start:end].strip())
        start = cut.end() if cut else end


def _fitting(segment: str) -> Iterator[str]:
    """Runs of words that stand as a thing: from an opener to where the next part of the sentence begins."""
    parts = segment.split()
    for start, word in enumerate(parts):
        if word.casefold() not in _words()["openers"]:
            continue
        for end in range(start + SHORTEST, min(start + LONGEST, len(parts)) + 1):
            if _stands(parts[start:end]) and _ends(parts, end):
                yield " ".join(parts[start:end])


def _stands(parts: list[str]) -> bool:
    words = _words()
    held = {word.casefold() for word in WORD.findall(" ".join(parts))}
    if any(is_irregular(word) or CLIPPED.search(word) for word in held):
        return False
    last = parts[-1].casefold()
    return not held & (words["never"] | words["verbs"]) and last not in words["light"] | words["joints"]


def _ends(parts: list[str], end: int) -> bool:
    """Whether what follows is not part of the thing: the end, a preposition, a verb, another subject."""
    words = _words()
    return end == len(parts) or parts[end].casefold() in words["joints"] | words["verbs"]


def _value(phrase: str, person: frozenset[str]) -> float:
    """More for things with more parts to them ("a plan for offline use"), less for names and figures."""
    light = _words()["light"]
    telling = [word for word in WORD.findall(phrase) if word.casefold() not in light]
    shared = sum(sentences.stem(word.casefold()) in person for word in telling)
    plain = sum(word.islower() for word in telling)
    value: float = 0.5 * min(plain, 4) + COMPOUND * bool(JOINT.search(phrase)) + 0.7 * min(shared, 2)
    value += TRADE * bool(terms.find_terms(phrase)) - 0.7 * (len(telling) - plain)
    return value


def _key(text: str) -> str:
    return " ".join(sentences.words(text))
