"""The posting's own words that are worth writing about: short, particular to it, and not a requirement."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from bonafide.language import sentences
from bonafide.model.posting import Posting, RequirementKind

SHORTEST, LONGEST = 3, 7
"""Words in a phrase. Seven is below the eight that would make two letters to one employer alike."""

SEGMENT = re.compile(
    r"[,;:.!?()\[\]“”\"|/]|\s[–—-]\s|\b(?:and|but|that|which|who|where|when|because|so|if|as|than)\b"
)
WORD = re.compile(r"[^\W_][\w’'&+-]*")
DUTY_BONUS = 2.0


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

    A phrase gains by words that are long and rare in the posting, by touching what the person did, and
    by standing among the duties; it comes from no requirement, and from nothing about pay or procedure.
    """
    asked = {_key(requirement.text) for requirement in posting.asks()}
    duties = {_key(r.text) for r in posting.requirements if r.kind is RequirementKind.RESPONSIBILITY}
    found: dict[str, Hook] = {}
    for sentence in _sentences(posting):
        if any(_key(sentence) in ask or ask in _key(sentence) for ask in asked):
            continue
        bonus = DUTY_BONUS if any(_key(sentence) in d or d in _key(sentence) for d in duties) else 0.0
        for phrase in _phrases(sentence):
            value = _value(phrase, person) + bonus
            found.setdefault(phrase.casefold(), Hook(phrase, value))
    return tuple(sorted(found.values(), key=lambda hook: (-hook.value, hook.phrase)))


def _sentences(posting: Posting) -> Iterator[str]:
    never = _words()["never"]
    for line in posting.description.splitlines():
        for sentence in sentences.split(line):
            spoken = set(sentences.words(sentence.text))
            if len(spoken & never) < 2 and len(spoken) > 4:
                yield sentence.text


def _phrases(sentence: str) -> Iterator[str]:
    start = 0
    for cut in [*SEGMENT.finditer(sentence), None]:
        end = cut.start() if cut else len(sentence)
        yield from _fitting(sentence[start:end].strip())
        start = cut.end() if cut else end


def _fitting(segment: str) -> Iterator[str]:
    """The segment, from its last opener on, where that makes a phrase of the right length."""
    words = _words()
    parts = segment.split()
    for index in range(len(parts)):
        rest = parts[index:]
        if not SHORTEST <= len(rest) <= LONGEST:
            continue
        head, others = rest[0].casefold(), {word.casefold() for word in WORD.findall(" ".join(rest))}
        if head in words["openers"] and not others & words["never"]:
            yield " ".join(rest)
            return


def _value(phrase: str, person: frozenset[str]) -> float:
    light = _words()["light"]
    telling = [word for word in WORD.findall(phrase) if word.casefold() not in light]
    length = sum(min(len(word), 10) for word in telling) / 10
    shared = sum(sentences.stem(word.casefold()) in person for word in telling)
    return length + 1.5 * min(shared, 2) - (0.5 if len(telling) < 2 else 0.0)


def _key(text: str) -> str:
    return " ".join(sentences.words(text))
