"""The letter: why this posting, who writes, the deeds that answer its needs, earlier posts, and a next step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bonafide.language import sentences, terms
from bonafide.model.draft import LetterDraft, Line
from bonafide.model.fact import Facts
from bonafide.model.match import Match, Verdict
from bonafide.model.posting import Posting, RequirementKind
from bonafide.tailoring import career, credentials
from bonafide.tailoring.achievements import Achievement, by_post, candidates, chosen
from bonafide.tailoring.frame import salutation, sender, titled
from bonafide.tailoring.needs import need_of
from bonafide.tailoring.passages import Said, Teller
from bonafide.tailoring.phrases import Choice, filled, listed, slots
from bonafide.tailoring.reasons import Reason, reasons_of
from bonafide.tailoring.relevance import Relevance
from bonafide.tailoring.wording import article

ENOUGH = 180
"""Words of a body from which on no further deed is told for its length."""
LONGEST_TITLE = 4
"""Words of a title that a sentence about a need can carry besides."""
GOOD_FIT = 4
"""From here a letter need not say what is missing."""
USUAL, MOST = 8, 14
"""Deeds that a letter tells, and those it may go on to where they are short."""
NAMED, LONGEST_NAMED = 2, 4
"""Points of the posting that are only named, and their words."""


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
    def reasons(self) -> tuple[Reason, ...]:
        """The posting's needs, those nearest to the person first."""
        told = " ".join(fact.text for fact in self.facts if fact.section in ("work", "projects"))
        return reasons_of(self.posting, self.match, told, self.choice)

    @cached_property
    def deeds(self) -> tuple[Achievement, ...]:
        """All that could be told of this person's work."""
        return tuple(candidates(self.facts, self.relevance, self.choice))


def letter_of(pair: Pair, avoid: frozenset[str] = frozenset()) -> LetterDraft:
    """The letter for a pair; `avoid`: sentences and pointers that did not pass the check."""
    person = _answer(pair, "to")
    name = pair.facts.profile.basics.name or ""
    company = pair.posting.company or ""
    values = {"company": company, "title": titled(pair.posting.title or ""), "person": person.split(",")[0]}
    return LetterDraft(
        sender=sender(pair.facts),
        date=pair.today,
        recipient=tuple(Line(text) for text in (person, company) if text),
        subject=Line(pair.choice.fill("letter.subject", values) or name),
        salutation=salutation(pair.choice, values),
        paragraphs=_paragraphs(pair, avoid),
        close=Line(pair.choice.order("letter.close")[0]),
        signature=Line(name, ("/basics/name",)),
    )


def words_of(letter: LetterDraft) -> int:
    """Words of the body, salutation and close aside."""
    return _words(letter.paragraphs)


def _words(paragraphs: Iterable[Sequence[Line]]) -> int:
    return sum(len(line.text.split()) for paragraph in paragraphs for line in paragraph)


def _paragraphs(pair: Pair, avoid: frozenset[str]) -> tuple[tuple[Line, ...], ...]:
    """As few deeds as make a letter."""
    deeds = chosen([deed for deed in pair.deeds if deed.tellable], avoid, MOST)
    body = _with(pair, deeds[:USUAL], avoid)
    for count in range(USUAL + 1, len(deeds) + 1):
        if _words(body) >= ENOUGH:
            break
        body = _with(pair, deeds[:count], avoid)
    return body


def _with(pair: Pair, deeds: Sequence[Achievement], avoid: frozenset[str]) -> tuple[tuple[Line, ...], ...]:
    said = Said()
    teller = Teller(pair.posting, pair.choice, avoid, said)
    opening, used = _opening(pair, deeds, said, avoid)
    groups = by_post([deed for deed in deeds if deed is not used])
    now = [group for group in groups if not group[0].post.age]
    before = [group for group in groups if group[0].post.age]
    paragraphs = [opening]
    for part in (now, _in_order(pair, before)):
        said.last = None
        paragraphs.append([line for group in part for line in teller.told(group)])
    paragraphs.append([*_credentials(pair, avoid), *_closing(pair, said, avoid)])
    return tuple(tuple(paragraph) for paragraph in paragraphs if paragraph)


def _in_order(pair: Pair, groups: list[list[Achievement]]) -> list[list[Achievement]]:
    """Earlier posts back from today, or from the first on: the posting's choice."""
    return groups[::-1] if pair.choice.rank("from the first on") % 2 else groups


def _opening(
    pair: Pair, deeds: Sequence[Achievement], said: Said, avoid: frozenset[str]
) -> tuple[list[Line], Achievement | None]:
    """The person's own reason where they gave one, else the need nearest to them; then who they are, with a deed."""
    reason = _first_reason(pair, [deed for deed in deeds if not deed.post.age])
    why = [Line(sentence.text, ("/you/why",)) for sentence in sentences.split(_answer(pair, "why"))]
    answered = {judged.requirement.text for deed in deeds for judged in deed.answers}
    lines = why or _reason(pair, reason, answered, said, avoid)
    deed = _nearest(reason, [deed for deed in deeds if not deed.post.age])
    joined = _first(career.present(pair.facts, pair.choice, deed.core.said), avoid) if deed else []
    if deed and joined:
        cited = (*joined[0].facts, deed.fact.pointer)
        return [*lines, Line(joined[0].text, cited)], deed
    return [*lines, *_first(career.present(pair.facts, pair.choice), avoid)], None


def _reason(
    pair: Pair, reason: Reason | None, answered: set[str], said: Said, avoid: frozenset[str]
) -> list[Line]:
    """What the company needs, in a sentence or two; the second names nothing that a deed answers further on."""
    if reason is None:
        return _first(_said(pair, "letter.reason_plain", ""), avoid)
    others = (
        other
        for other in pair.reasons
        if other is not reason
        and (other.mission or other.open)
        and other.need.text not in answered
        and not _overlap(reason, other)
    )
    lines: list[Line] = []
    for place, one in (("reason", reason), ("more", next(others, None))):
        if one:
            said.needs.add(one.need.text)
            lines += _first(_said(pair, f"letter.{place}_{one.kind}", one.need.clause), avoid)
    return lines


def _first_reason(pair: Pair, deeds: Sequence[Achievement]) -> Reason | None:
    """The need to open with: a duty, best one that a deed of the present post answers; else a point so answered."""
    answered = {judged.requirement.text for deed in deeds for judged in deed.answers}
    ranked = sorted(pair.reasons, key=lambda reason: (not reason.mission, reason.need.text not in answered))
    return next(iter(ranked), None)


def _overlap(one: Reason, other: Reason) -> bool:
    """Whether two needs share a word that says something."""
    return not _stems(one.need.clause).isdisjoint(_stems(other.need.clause))


def _nearest(reason: Reason | None, deeds: Sequence[Achievement]) -> Achievement | None:
    """The deed that answers the need, else the one that shares most words with it, else the weightiest."""
    if not deeds or reason is None:
        return deeds[0] if deeds else None
    stems = _stems(reason.need.text)
    return max(
        deeds,
        key=lambda deed: (
            any(judged.requirement.text == reason.need.text for judged in deed.answers),
            len(stems & _stems(deed.core.clause)),
            not deed.answers,
            deed.value,
        ),
    )


def _stems(text: str) -> set[str]:
    return {sentences.stem(word) for word in sentences.words(text) if word not in sentences.STOPWORDS}


def _said(pair: Pair, name: str, need: str) -> Iterator[Line]:
    """Sentences that name the posting, its company and a need, in this pair's order."""
    title = pair.choice.title
    one = article(title) if title else ""
    values = {"company": pair.choice.company, "title": title, "one": one, "need": need}
    for pattern in pair.choice.order(name):
        long = "{title}" in pattern and len(pair.choice.title.split()) > LONGEST_TITLE
        if slots(pattern) <= {slot for slot, value in values.items() if value} and not long:
            yield Line(filled(pattern, values))


def _credentials(pair: Pair, avoid: frozenset[str]) -> list[Line]:
    return _first(credentials.credentials(pair.facts, pair.match, pair.choice), avoid)


def _closing(pair: Pair, said: Said, avoid: frozenset[str]) -> list[Line]:
    """What else is met, what is missing, what must be known, and the next step."""
    known = [Line(sentence.text, ("/you/known",)) for sentence in sentences.split(_answer(pair, "known"))]
    reason = _next(pair, said)
    rest = _first(_rest(pair, said, reason), avoid)
    form = "plain" if reason is None else "task" if reason.need.task else "thing"
    step = _first(_said(pair, f"letter.closing_{form}", reason.need.clause if reason else ""), avoid)
    said.needs.update([reason.need.text] if reason else [])
    return [*rest, *_first(_gap(pair), avoid), *known, *_asking(pair, said, avoid), *step]


def _asking(pair: Pair, said: Said, avoid: frozenset[str]) -> list[Line]:
    """A question back about a duty that nothing was said of; none where the posting states no more."""
    asked = next(
        (r.need.task for r in pair.reasons if r.mission and r.need.task and r.need.text not in said.needs), ""
    )
    return _first(_said(pair, "letter.asking_task", asked), avoid) if asked else []


def _next(pair: Pair, said: Said) -> Reason | None:
    """What to talk about: a duty not named yet, else something else the posting asks, else the duty named first."""
    sayable = [reason for reason in pair.reasons if not reason.need.who]
    fresh = [reason for reason in sayable if reason.need.text not in said.needs]
    duties = [reason for reason in fresh if reason.mission] or [
        reason for reason in sayable if reason.mission
    ]
    return next(iter(duties or [reason for reason in fresh if reason.met] or sayable), None)


def _rest(pair: Pair, said: Said, last: Reason | None) -> Iterator[Line]:
    """Two more points that the person's work meets, by the posting's own names."""
    needs = [
        r.need
        for r in pair.reasons
        if r.met and r.need.thing and r.need.text not in said.needs and r is not last
    ]
    short = sorted(
        (need for need in needs if len(need.thing.split()) <= LONGEST_NAMED and " and " not in need.thing),
        key=lambda need: pair.choice.rank(need.thing),
    )
    if len(short) >= NAMED:
        things = listed([need.thing for need in short[:NAMED]], pair.choice)
        for text in pair.choice.texts("letter.rest", {"things": things}):
            yield Line(text)


def _gap(pair: Pair) -> Iterator[Line]:
    """The first must that nothing in the CV answers, where it is a tool or standard; a good fit need not say it."""
    if pair.match.fit >= GOOD_FIT:
        return
    for judged in pair.match.requirements:
        if judged.verdict is not Verdict.UNMET or judged.requirement.kind is not RequirementKind.MUST:
            continue
        need = need_of(judged.requirement, pair.posting)
        hits = terms.find_terms(need.thing) if need else []
        if need and hits and all(terms.kind_of(hit.term) in ("tool", "standard") for hit in hits):
            for text in pair.choice.texts("letter.gap", {"things": need.thing}):
                yield Line(text)
            return


def _answer(pair: Pair, question: str) -> str:
    fact = pair.facts.at(f"/you/{question}")
    return fact.text if fact else ""


def _first(lines: Iterable[Line], avoid: frozenset[str]) -> list[Line]:
    return [line for line in lines if line.text not in avoid][:1]
