"""Who did what: the clauses in which somebody acts, done, planned, or only said to be good."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from bonafide.guides.cues import Cue, compile_cue
from bonafide.language.sentences import STOPWORDS
from bonafide.practice.speech import Hit, Speech

TERSE = 0.025
"""Whose words are subjects in the first person less often than this speaks in notes."""

UNSTOPPED = 60
"""Who sets a stop less often than every so many words sets none."""

_REACH = 4
"""So many words may stand between a subject and its verb."""


class Who(StrEnum):
    """The speaker, or the speaker with others."""

    OWN = "own"
    TEAM = "team"


class Mood(StrEnum):
    """Done, or only planned."""

    DONE = "done"
    HABIT = "habit"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody does something: the words from the subject to the verb."""

    hit: Hit
    who: Who
    mood: Mood


def find_acts(speech: Speech) -> tuple[Act, ...]:
    """Every act that the speaker tells of themself or their team, in order."""
    found: list[Act] = []
    speaker = _speaker(speech)
    noted = _noted_places(speech)
    for at, token in enumerate(speech.tokens):
        who = _subject(token.word)
        act = _act(speech, at, who) if who else None
        if who is None and at in noted:
            act = Act(Hit(at, at), speaker, Mood.DONE)
        if act:
            found.append(act)
            found.extend(_joined(speech, act))
    return tuple(found)


def would_hits(speech: Speech) -> list[Hit]:
    """Where something is said to be only supposed: `would`, `I'd`, `say I had it tomorrow`."""
    return [hit for cue in _cues("would") for hit in speech.hits(cue)]


def talk_hits(speech: Speech) -> list[Hit]:
    """Where the answer is made of sayings, self-praise and appeals."""
    return [hit for cue in _cues("talk") for hit in speech.hits(cue)]


def slogan_hits(speech: Speech) -> list[Hit]:
    """Where a word of slogans stands."""
    return [hit for cue in _cues("slogans") for hit in speech.hits(cue)]


def is_past(word: str) -> bool:
    """Whether the word is a past form of a verb of doing."""
    words = _acts()
    if word in words["no_acts"]:
        return False
    return word in words["past"] or (len(word) > 4 and word.endswith("ed"))


def _subject(word: str) -> Who | None:
    subjects = _acts()["subjects"]
    if word in subjects["own"]:
        return Who.OWN
    return Who.TEAM if word in subjects["team"] else None


def _speaker(speech: Speech) -> Who:
    """Who acts where notes leave the subject out: the speaker, if they speak of themself anywhere."""
    himself = _acts()["himself"]
    return Who.OWN if any(token.word in himself for token in speech.tokens) else Who.TEAM


def _noted_places(speech: Speech) -> frozenset[int]:
    """Where notes tell an act without its subject: `Told the team the same day. Moved three of them.`

    In notes without stops too, where nobody else can have done it: `pulled the export cut it by line`.
    """
    inside = _noted_inside(speech) if _terse(speech) else frozenset()
    return inside | {at for at in range(len(speech.tokens) - 1) if _opens_note(speech, at)}


def _opens_note(speech: Speech, at: int) -> bool:
    after = speech.tokens[at + 1].word
    return (
        is_past(speech.tokens[at].word) and speech.opens_sentence(at) and after not in _acts()["no_objects"]
    )


def _terse(speech: Speech) -> bool:
    subjects = sum(_subject(token.word) is not None for token in speech.tokens)
    return subjects < TERSE * len(speech.tokens) and speech.stops < len(speech.tokens) / UNSTOPPED


def _noted_inside(speech: Speech) -> frozenset[int]:
    """Past forms with an object and nobody just before them who may have done it."""
    others = {hit.last for cue in _cues("others") for hit in speech.hits(cue)}
    words, objects = [token.word for token in speech.tokens], _acts()["objects"]
    return frozenset(
        at
        for at in range(1, len(words) - 1)
        if is_past(words[at])
        and words[at + 1] in objects
        and at - 1 not in others
        and _subject(words[at - 1]) is None
    )


def _act(speech: Speech, at: int, who: Who) -> Act | None:
    """The act whose subject stands at `at`."""
    words = _acts()
    if speech.tokens[at].word.endswith("'d") and _had_words(speech, at):
        return Act(Hit(at, at), who, Mood.DONE)
    would = speech.tokens[at].word.endswith(("'d", "'ll"))
    for place in range(at + 1, min(at + 1 + _REACH, len(speech.tokens))):
        word = speech.tokens[place].word
        if word in ("would", "will", "could", "can", "might", "may", "should"):
            would = would or word in ("would", "will")
            if not would:
                return None
            continue
        before = speech.tokens[place - 1].word
        if would and word in words["plans_still"]:
            continue
        if would and (not is_past(word) or (word in words["same_past"] and before in ("would", "will"))):
            return Act(Hit(at, place), who, Mood.PLANNED) if _is_plan(word) else None
        if word.endswith("ing") and before in words["doing"] and word not in words["no_acts"]:
            habit = before in ("am", "are", "i'm", "we're")
            return Act(Hit(at, place), who, Mood.HABIT if habit else Mood.DONE)
        if is_past(word):
            suffered = before in words["doing"] and before != "kept"
            return None if suffered or _supposed(speech, at) else Act(Hit(at, place), who, Mood.DONE)
        if word == "had" and (_made_others_act(speech, place) or _had_words(speech, place)):
            return Act(Hit(at, place), who, Mood.DONE)
        if word in words["present"] and not _hollow(speech, place) and not _asks_how(speech, at):
            return Act(Hit(at, place), who, Mood.HABIT)
        if word not in words["between"] and word not in words["doing"] and not word.endswith("ly"):
            return None
    return None


def _made_others_act(speech: Speech, place: int) -> bool:
    """`I had them report`, `I had the machines printed`: someone was made to act."""
    after = [token.word for token in speech.tokens[place + 1 : place + 6]]
    if len(after) > 1 and after[0] in ("him", "her", "them") and after[1] not in STOPWORDS:
        return True
    if not after or after[0] in ("a", "an", "to", "no", "been", "#", "some", "never", "not"):
        return False
    return any(word in _acts()["present"] or is_past(word) for word in after[1:])


def _had_words(speech: Speech, place: int) -> bool:
    """`I had a word with her`, `I'd a coffee with each of them`: somebody was spoken with."""
    after = [token.word for token in speech.tokens[place + 1 : place + 5]]
    return bool(after) and after[0] in _acts()["objects"] and not _acts()["talks"].isdisjoint(after)


def _is_plan(word: str) -> bool:
    """Whether `would` with this word plans something; `I'd a list` and `I'd forty people` tell what was there."""
    plain = word.isalpha() and not word.endswith("ly") and (word == "do" or word not in STOPWORDS)
    return plain and word not in _acts()["no_plans"]


def _supposed(speech: Speech, at: int) -> bool:
    """`if we made it in time`: nobody did."""
    return at > 0 and speech.tokens[at - 1].word in ("if", "unless")


def _asks_how(speech: Speech, at: int) -> bool:
    """`how I work`, `why we hire`: spoken about, not done."""
    return at > 0 and speech.tokens[at - 1].word in ("how", "why", "way", "when", "if", "whenever")


def _hollow(speech: Speech, place: int) -> bool:
    after = {token.word for token in speech.tokens[place + 1 : place + 4]}
    return not after.isdisjoint(_acts()["hollow"])


def _joined(speech: Speech, act: Act) -> Iterator[Act]:
    """Further verbs of the same subject: `I cut the list and gave it to finance`, `I'd ask them and write it down`."""
    if act.mood is Mood.HABIT:
        return
    for place in range(act.hit.last + 1, min(act.hit.last + 14, len(speech.tokens) - 1)):
        word = speech.tokens[place].word
        if _subject(word):
            return
        if word in ("and", "then") and _goes_on(speech, place + 1, act.mood):
            yield Act(Hit(place + 1, place + 1), act.who, act.mood)


def _goes_on(speech: Speech, place: int, mood: Mood) -> bool:
    """Whether the word at `place` is a further verb: a past form, or for plans a bare one with an object."""
    word = speech.tokens[place].word
    if mood is Mood.DONE:
        return is_past(word)
    after = speech.tokens[place + 1].word if place + 1 < len(speech.tokens) else ""
    return word in _acts()["present"] or (after in _acts()["objects"] and _is_plan(word))


@cache
def _cues(name: str) -> tuple[Cue, ...]:
    return tuple(compile_cue(cue.strip()) for cue in _acts()[name])


@cache
def _acts() -> dict[str, Any]:
    table = tomllib.loads((Path(__file__).parent / "data" / "acts.toml").read_text(encoding="utf-8"))
    plain = {name: frozenset(value) for name, value in table.items() if isinstance(value, list)}
    kept = {name: table[name] for name in ("subjects", "would", "slogans", "talk", "others")}
    return {**plain, **kept}
