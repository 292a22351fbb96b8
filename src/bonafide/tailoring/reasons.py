"""Why somebody writes and what they would talk about: the needs of a posting, by how near they come to the person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bonafide.language import sentences, terms
from bonafide.model.match import Match, RequirementMatch, Verdict
from bonafide.model.posting import Posting, RequirementKind
from bonafide.tailoring.needs import Need, need_of, wishes_of
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.wording import is_gerund

MISSION, DUTY, MUST = 3.0, 2.5, 0.0
"""What it adds to be what the description asks for in a sentence, a duty, a requirement."""
SHARED_WORD, SHARED_TERM, MOST_SHARED = 0.5, 0.7, 3
UNMET = -2.0
"""What it costs that nothing in the CV meets it."""
WORDY = 0.15
"""What each word more than a plain thing has is worth: "bring three scattered teams under one roof" beats "AWS"."""
LONGEST, LONGEST_FRENCH = 5, 6
"""A need of more words would make any two letters to one employer alike; French has more small ones."""
CUT = -1.5
"""What it costs in another language than English that a line is not named to its end."""
MET = 1.0
"""What it adds that the person's work meets it."""
NEARLY = 2.5
"""Jitter by which two people who write to one employer are led to different needs of it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A need, how much it says between this posting and this person, whether it is the work itself (and whether it
    is wished for in a sentence), and whether the person's work meets it, or leaves it open."""

    need: Need
    value: float
    mission: bool
    wished: bool
    met: bool
    open: bool

    @property
    def kind(self) -> str:
        """How it is said: a task, somebody who, a thing wished for, a duty, or a point of a list (a thing or a doing)."""
        if self.need.task or self.need.who:
            return "task" if self.need.task else "who"
        if not self.mission and is_gerund(self.need.thing.split()[0]):
            return "doing"
        return "wish" if self.wished else "duty" if self.mission else "point"


def reasons_of(posting: Posting, match: Match, told: str, choice: Choice) -> tuple[Reason, ...]:
    """The needs of a posting worth opening or closing with, best first. `told`: what the person's work says."""
    stems = {sentences.stem(word) for word in sentences.words(told) if word not in sentences.STOPWORDS}
    known = {hit.term for hit in terms.find_terms(told)}
    verdicts = {judged.requirement.text: judged.verdict for judged in match.requirements}
    met = {judged.requirement.text for judged in match.requirements if _by_work(judged)}
    found: dict[str, Reason] = {}
    for need, base in _needs(posting, choice.language):
        # "Terraform or Pulumi" is a choice, and no reason.
        if len(need.clause.split()) > longest(choice.language) or " or " in need.clause or _spoken(need):
            continue
        near = _nearness(need, stems, known)
        value = base + near + _jitter(need, choice)
        if verdicts.get(need.text) is Verdict.UNMET:
            value += UNMET
        value += MET * (need.text in met) + CUT * (choice.language != "en" and _is_cut(need))
        unmet = verdicts.get(need.text) is Verdict.UNMET
        reason = Reason(need, value, base >= DUTY, base >= MISSION, need.text in met, not unmet)
        found.setdefault(need.clause, reason)
    return tuple(sorted(found.values(), key=lambda reason: (-reason.value, reason.need.clause)))


def longest(language: str) -> int:
    """Words of a need that a letter names."""
    return LONGEST_FRENCH if language == "fr" else LONGEST


def _is_cut(need: Need) -> bool:
    """Whether the posting's line goes on behind what is named of it."""
    return need.clause.split()[-1].casefold() != need.text.strip(" .;:,").split()[-1].casefold()


def _by_work(judged: RequirementMatch) -> bool:
    return judged.verdict is Verdict.MET and any(fact.pointer.startswith("/work") for fact in judged.facts)


def _needs(posting: Posting, language: str) -> Iterator[tuple[Need, float]]:
    for need in wishes_of(posting, language):
        yield need, MISSION
    for asked in posting.requirements:
        stated = need_of(asked, posting, language)
        if stated:
            duty = asked.kind is RequirementKind.RESPONSIBILITY
            yield stated, DUTY if duty else MUST if asked.kind is RequirementKind.MUST else MUST - 1


def _spoken(need: Need) -> bool:
    """Whether it asks for a language or a certificate, which is no reason to write."""
    return any(terms.kind_of(hit.term) in ("speech", "credential") for hit in terms.find_terms(need.clause))


def _nearness(need: Need, stems: set[str], known: set[str]) -> float:
    words = [word for word in sentences.words(need.clause) if word not in sentences.STOPWORDS]
    shared = min(MOST_SHARED, sum(sentences.stem(word) in stems for word in words))
    named = len({hit.term for hit in terms.find_terms(need.clause)} & known)
    return SHARED_WORD * shared + SHARED_TERM * min(2, named) + WORDY * min(6, len(words))


def _jitter(need: Need, choice: Choice) -> float:
    return NEARLY * (choice.rank(need.clause) % 100) / 100
