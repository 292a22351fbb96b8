"""The letter: a reason to write from the posting's own words, deeds that answer its needs, and a next step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bonafide.language import sentences
from bonafide.model.draft import LetterDraft, Line
from bonafide.model.fact import Fact, Facts
from bonafide.model.match import Match
from bonafide.model.posting import Posting
from bonafide.tailoring import career, credentials
from bonafide.tailoring.achievements import Achievement, Said, candidates, chosen, together, told
from bonafide.tailoring.hooks import Hook, hooks_of
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.relevance import Relevance

GENDER_TAG = re.compile(r"\s*[(\[](?:[^\W\d]\s*[/|*]\s*)+[^\W\d][)\]]")
SMALL = ("OF", "AND", "THE", "FOR", "IN")
SHORTEST, LONGEST = 180, 320
"""Words of a letter's body."""
USUAL = 3
"""Achievements that a letter tells where they fill it."""
SECOND = 3.0
"""How telling words must be to be quoted beside those that open the letter."""
NEARLY_SEEN = 1.4
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
    def hooks(self) -> tuple[Hook, ...]:
        """Words of the posting worth quoting, best first, no two of one thing."""
        told = " ".join(fact.text for fact in self.facts if fact.section in ("work", "projects"))
        person = frozenset(sentences.stem(word) for word in sentences.words(told) if len(word) > 3)
        hooks = hooks_of(self.posting, person)
        jitter = {hook.phrase: NEARLY_SEEN * (self.choice.rank(hook.phrase) % 100) / 100 for hook in hooks}
        apart: list[Hook] = []
        for hook in sorted(hooks, key=lambda hook: -(hook.value + jitter[hook.phrase])):
            if not any(_overlap(hook.phrase, other.phrase) for other in apart):
                apart.append(hook)
        return tuple(apart)

    @cached_property
    def deeds(self) -> tuple[Achievement, ...]:
        """All that could be told of this person's work."""
        return tuple(candidates(self.facts, self.relevance, self.choice))


@dataclass
class Body:
    """The sentences of a letter while it is composed: why, who and what by post, and what next."""

    opening: list[Line]
    posts: list[list[Line]]
    closing: list[Line]

    def words(self) -> int:
        """Words in all parts together."""
        parts = (self.opening, *self.posts, self.closing)
        return sum(len(line.text.split()) for part in parts for line in part)

    def paragraphs(self) -> tuple[tuple[Line, ...], ...]:
        """Four at most: why, the post told first, the posts before it, and what next."""
        later = [line for post in self.posts[1:] for line in post]
        parts = (self.opening, *self.posts[:1], later, self.closing)
        return tuple(tuple(part) for part in parts if part)


def letter_of(pair: Pair, avoid: frozenset[str] = frozenset()) -> LetterDraft:
    """The letter for a pair; `avoid`: sentences and pointers that did not pass the check."""
    person = _answer(pair, "to")
    name = pair.facts.profile.basics.name or ""
    values = {
        "company": pair.posting.company or "",
        "title": titled(pair.posting.title or ""),
        "person": person.split(",")[0],
    }
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


def titled(title: str) -> str:
    """A title as a sentence can hold it: not shouted, and without a tag such as "(m/f/d)"."""
    title = GENDER_TAG.sub("", title).strip()
    if not title.isupper() or len(title.split()) < 2:
        return title
    return " ".join(word.lower() if word in SMALL else word.capitalize() for word in title.split())


def words_of(letter: LetterDraft) -> int:
    """Words of the body, salutation and close aside."""
    return sum(len(line.text.split()) for paragraph in letter.paragraphs for line in paragraph)


def _body(pair: Pair, avoid: frozenset[str]) -> Body:
    """As few achievements as make a letter, at least three where there are so many; by post, the newest first."""
    deeds = chosen(pair.deeds, avoid)
    body = _with(pair, deeds[:USUAL], avoid, more=False)
    for count in range(USUAL, len(deeds) + 1):
        if body.words() >= SHORTEST:
            break
        body = _with(pair, deeds[:count], avoid, more=True)
    return body


def _with(pair: Pair, deeds: Sequence[Achievement], avoid: frozenset[str], more: bool) -> Body:
    said = Said(set())
    posts: dict[str, list[Line]] = {}
    for same in together(deeds):
        posts.setdefault(same[0].job, []).extend(_told_apart(same, said, pair, avoid))
    posts = {job: lines for job, lines in posts.items() if lines}
    body = Body(_opening(pair, avoid), list(posts.values()), _closing(pair, avoid, more))
    if "/work/0" not in posts:
        body.posts.insert(0, _first(career.present(pair.facts, pair.choice), avoid))
    body.posts.append(_first(credentials.tools(pair.facts, pair.relevance, pair.choice), avoid))
    return body


def _told_apart(
    deeds: Sequence[Achievement], said: Said, pair: Pair, avoid: frozenset[str]
) -> Iterator[Line]:
    """Deeds in one sentence; where the check refused that, each in its own, so that only one is lost."""
    line = told(deeds, said, pair.choice, avoid)
    if line is not None:
        yield line
    elif len(deeds) > 1:
        for deed in deeds:
            yield from _told_apart([deed], said, pair, avoid)


def _opening(pair: Pair, avoid: frozenset[str]) -> list[Line]:
    why = _answer(pair, "why")
    if why:
        return [Line(sentence.text, ("/you/why",)) for sentence in sentences.split(why)]
    values = {"company": pair.posting.company or "", "title": titled(pair.posting.title or "")}
    if not pair.hooks:
        return _first(_said(pair, "letter.opening_plain", values), avoid)
    first = _first(_said(pair, "letter.opening", {**values, "phrase": pair.hooks[0].phrase}), avoid)
    if len(pair.hooks) < 3 or pair.hooks[1].value < SECOND:
        return first
    return [*first, *_first(_said(pair, "letter.second_phrase", {"phrase": pair.hooks[1].phrase}), avoid)]


def _said(pair: Pair, name: str, values: Mapping[str, str]) -> Iterable[Line]:
    return (Line(text) for text in pair.choice.texts(name, values))


def _closing(pair: Pair, avoid: frozenset[str], more: bool) -> list[Line]:
    """What the posting asks in a word, what must be known, and the next step."""
    asked = _first(credentials.credentials(pair.facts, pair.match, pair.choice, more), avoid)
    known = [Line(sentence.text, ("/you/known",)) for sentence in sentences.split(_answer(pair, "known"))]
    name, values = "letter.closing_plain", {"company": pair.posting.company or ""}
    if len(pair.hooks) > 1:
        last = pair.hooks[min(2, len(pair.hooks) - 1)]
        name, values = "letter.closing_phrase", {**values, "phrase": last.phrase}
    return [*asked, *known, *_first(_said(pair, name, values), avoid)]


def _salutation(pair: Pair, values: Mapping[str, str]) -> Line:
    forms = ("letter.salutation_person", "letter.salutation_company", "letter.salutation_nobody")
    texts = (pair.choice.fill(form, values) for form in forms)
    return Line(next(text for text in texts if text))


def _sender(pair: Pair) -> tuple[Line, ...]:
    basics = ("/basics/name", "/basics/location/city", "/basics/phone", "/basics/email")
    facts = (pair.facts.at(pointer) for pointer in basics)
    return tuple(Line(_shown(fact), (fact.pointer,)) for fact in facts if fact)


def _shown(fact: Fact) -> str:
    """A telephone number as the person prints it; what else heads a letter as it is."""
    return fact.printed or fact.text if fact.name == "phone" else fact.text


def _answer(pair: Pair, question: str) -> str:
    fact = pair.facts.at(f"/you/{question}")
    return fact.text if fact else ""


def _overlap(one: str, other: str) -> bool:
    """Whether two phrases share a word that says something."""
    return bool({w for w in sentences.words(one) if len(w) > 3} & set(sentences.words(other)))


def _first(lines: Iterable[Line], avoid: frozenset[str]) -> list[Line]:
    return [line for line in lines if line.text not in avoid][:1]
