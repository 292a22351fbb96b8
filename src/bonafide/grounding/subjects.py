"""What was studied: the subject that a sentence names must be that of a degree which the CV has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index, Known
from bonafide.grounding.lexicon import concepts, cues
from bonafide.grounding.verdicts import refused
from bonafide.language.terms import find_terms, relation
from bonafide.model.claim import Claim, ClaimKind

_WORDS = cues("subjects")
_SAYING = tuple(re.compile(saying) for saying in _WORDS["saying"])
_NONE = frozenset(_WORDS["no_subject"])
# `maths` for mathematics, `eng` for engineering.
_SHORT = 4
_DEGREES = re.compile(rf"\b(?:{'|'.join(_WORDS['degrees'])})\b", re.IGNORECASE)


def check_subject(sentence: str, focus: Focus, index: Index) -> Iterator[Claim]:
    """`I studied law at Dalby`: refused where no degree (there) is in law."""
    schools = tuple(entry for entry in index.entries if entry.section == "education")
    there = tuple(entry for entry in focus.named if entry.section == "education")
    said = _subject(sentence)
    if not schools or not said or not (there or _DEGREES.search(sentence)):
        return
    known = [fact for entry in there or schools for fact in entry.known]
    if not any(fact.fact.name in ("area", "studyType") for fact in known) or _is_told(said, known):
        return
    nearest = next((fact for fact in known if fact.fact.name == "area"), known[0])
    yield refused(said, ClaimKind.CREDENTIAL, nearest, f"the fact says {nearest.fact.text}")


def _subject(sentence: str) -> str:
    found = (match for saying in _SAYING if (match := saying.search(sentence)))
    said = next((match.group("subject").strip() for match in found), "")
    none = any(sign.isdigit() for sign in said) or not _NONE.isdisjoint(said.lower().split())
    return "" if none else said


def _is_told(subject: str, known: list[Known]) -> bool:
    """Whether a telling word of a subject is one of the degrees', or a term of it means the same as one of theirs."""
    held = frozenset[str]().union(*(fact.keys for fact in known))
    terms = [term for fact in known for term in fact.terms]
    same = any(
        relation(own, hit.term) in ("same", "narrower") for hit in find_terms(subject) for own in terms
    )
    said = concepts(subject)
    telling = [item for item in said if item.weight >= 1.0] or said
    starts = {word[:_SHORT] for fact in known for word in fact.words}
    return same or any(not item.keys.isdisjoint(held) or item.word[:_SHORT] in starts for item in telling)
