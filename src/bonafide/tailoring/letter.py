"""The letter: a reason to write from the posting's own words, deeds that answer its needs, and a next step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bonafide.language import sentences
from bonafide.model.draft import LetterDraft, Line
from bonafide.model.fact import Facts
from bonafide.model.match import Match
from bonafide.model.posting import Posting
from bonafide.tailoring import career, credentials
from bonafide.tailoring.achievements import Achievement, Said, candidates, chosen, told
from bonafide.tailoring.hooks import hooks_of
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.relevance import Relevance

SHORTEST, LONGEST, ENOUGH = 180, 320, 230
"""Words of a letter's body: its bounds, and where nothing more is added."""
MOST = 5
"""Achievements that a letter tells at most, and only where two or three do not fill it."""
NEARLY_SEEN = 0.75
"""Jitter by which two people who write to one employer are led to different words of its posting."""


@dataclass(frozen=True)
class Pair:
    """One posting and one person, with what was found between them: all that a letter is made from."""

    posting: Posting
    match: Match
    facts: Facts
    relevance: Mapping[str, Relevance]
    choice: Choice
    today: str

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """Words of the posting worth quoting, best first, no two from one stretch of it."""
        told = " ".join(fact.text for fact in self.facts if fact.section in ("work", "projects"))
        person = frozenset(sentences.stem(word) for word in sentences.words(told) if len(word) > 3)
        hooks = hooks_of(self.posting, person)
        seeded = sorted(
            hooks, key=lambda h: -(h.value + NEARLY_SEEN * (self.choice.rank(h.phrase) % 100) / 100)
        )
        return tuple(hook.phrase for hook in seeded)

    @cached_property
    def deeds(self) -> tuple[Achievement, ...]:
        """All that could be told of this person's work."""
        return tuple(candidates(self.facts, self.relevance, self.choice))


@dataclass
class Body:
    """The sentences of a letter while it is composed, by the part they play."""

    opening: list[Line]
    career: list[Line]
    deeds: list[Line]
    credentials: list[Line]
    closing: list[Line]

    def words(self) -> int:
        """Words in all parts together."""
        parts = (self.opening, self.career, self.deeds, self.credentials, self.closing)
        return sum(len(line.text.split()) for part in parts for line in part)

    def paragraphs(self) -> tuple[tuple[Line, ...], ...]:
        """Four paragraphs at most: why, who, what, and what next."""
        last = [*self.credentials, *self.closing]
        split = len(self.deeds) > 2
        parts = (
            [self.opening, [*self.career, *self.deeds[:1]], self.deeds[1:], last]
            if split
            else [self.opening, self.career, self.deeds, last]
        )
        return tuple(tuple(part) for part in parts if part)


def letter_of(pair: Pair, avoid: frozenset[str] = frozenset()) -> LetterDraft:
    """The letter for a pair; `avoid`: sentences and pointers that did not pass the check."""
    person = _answer(pair, "to")
    name = pair.facts.profile.basics.name or ""
    values = {"company": pair.posting.company or "", "title": pair.posting.title or "", "person": person}
    return LetterDraft(
        sender=_sender(pair),
        date=pair.today,
        recipient=tuple(Line(text) for text in (person, pair.posting.company or "") if text),
        subject=Line(pair.choice.fill("letter.subject", values) or name),
        salutation=_salutation(pair, values),
        paragraphs=_body(pair, avoid).paragraphs(),
        close=Line(pair.choice.order("letter.close")[0]),
        signature=Line(name, ("/basics/name",)),
    )


def words_of(letter: LetterDraft) -> int:
    """Words of the body, salutation and close aside."""
    return sum(len(line.text.split()) for paragraph in letter.paragraphs for line in paragraph)


def _body(pair: Pair, avoid: frozenset[str]) -> Body:
    body = Body(
        opening=_opening(pair, avoid),
        career=_first(career.present(pair.facts, pair.choice), avoid),
        deeds=[],
        credentials=_first(credentials.credentials(pair.facts, pair.match, pair.choice), avoid),
        closing=_closing(pair, avoid),
    )
    _tell(pair, body, avoid)
    return body


def _tell(pair: Pair, body: Body, avoid: frozenset[str]) -> None:
    """Two achievements, more where there is room, then whatever else the letter can carry."""
    said = Said(set(), set())
    for achievement in chosen(pair.deeds, MOST, avoid):
        if len(body.deeds) >= 2 and body.words() >= ENOUGH - 20 * (3 - len(body.deeds)):
            break
        line = told(achievement, said, pair.choice, avoid)
        if line is not None and body.words() + len(line.text.split()) <= LONGEST:
            body.deeds.append(line)
    _fill(pair, body, avoid, frozenset(said.terms))


def _fill(pair: Pair, body: Body, avoid: frozenset[str], used: frozenset[str]) -> None:
    extras: Sequence[tuple[list[Line], Iterable[Line]]] = (
        (body.career, career.before(pair.facts, pair.choice)),
        (body.credentials, credentials.tools(pair.facts, pair.relevance, pair.choice, used)),
        (body.opening, _second_phrase(pair)),
    )
    for part, lines in extras:
        if body.words() < ENOUGH:
            part.extend(_first(lines, avoid))


def _opening(pair: Pair, avoid: frozenset[str]) -> list[Line]:
    why = _answer(pair, "why")
    if why:
        return [Line(sentence.text, ("/you/why",)) for sentence in sentences.split(why)]
    values = {"company": pair.posting.company or "", "title": pair.posting.title or ""}
    if pair.phrases:
        values["phrase"] = pair.phrases[0]
    name = "letter.opening" if pair.phrases else "letter.opening_plain"
    return _first((Line(text) for text in pair.choice.texts(name, values)), avoid)


def _second_phrase(pair: Pair) -> Iterable[Line]:
    if len(pair.phrases) < 2 or _answer(pair, "why"):
        return ()
    return (Line(text) for text in pair.choice.texts("letter.second_phrase", {"phrase": pair.phrases[1]}))


def _closing(pair: Pair, avoid: frozenset[str]) -> list[Line]:
    known = _answer(pair, "known")
    lines = [Line(sentence.text, ("/you/known",)) for sentence in sentences.split(known)]
    name, values = "letter.closing_plain", {"company": pair.posting.company or ""}
    if len(pair.phrases) > 2:
        name, values = "letter.closing_phrase", {**values, "phrase": pair.phrases[2]}
    return [*lines, *_first((Line(text) for text in pair.choice.texts(name, values)), avoid)]


def _salutation(pair: Pair, values: Mapping[str, str]) -> Line:
    forms = ("letter.salutation_person", "letter.salutation_company", "letter.salutation_nobody")
    texts = (pair.choice.fill(form, values) for form in forms)
    return Line(next(text for text in texts if text))


def _sender(pair: Pair) -> tuple[Line, ...]:
    basics = ("/basics/name", "/basics/location/city", "/basics/phone", "/basics/email")
    facts = (pair.facts.at(pointer) for pointer in basics)
    return tuple(Line(fact.text, (fact.pointer,)) for fact in facts if fact)


def _answer(pair: Pair, question: str) -> str:
    fact = pair.facts.at(f"/you/{question}")
    return fact.text if fact else ""


def _first(lines: Iterable[Line], avoid: frozenset[str]) -> list[Line]:
    return [line for line in lines if line.text not in avoid][:1]
