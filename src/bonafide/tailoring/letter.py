"""The letter: why this posting, the deeds that answer its needs, what it asks in a word, and a next step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bonafide.language import sentences
from bonafide.model.draft import LetterDraft, Line
from bonafide.model.fact import Fact, Facts
from bonafide.model.match import Match, Verdict
from bonafide.model.posting import Posting, RequirementKind
from bonafide.tailoring import career, credentials
from bonafide.tailoring.achievements import Achievement, by_post, candidates, chosen
from bonafide.tailoring.needs import Need, need_of
from bonafide.tailoring.phrases import Choice, filled, listed, slots
from bonafide.tailoring.reasons import Reason, reasons_of
from bonafide.tailoring.relevance import Relevance
from bonafide.tailoring.tellings import Asked, Said, brief, telling

GENDER_TAG = re.compile(r"\s*[(\[](?:[^\W\d]\s*[/|*]\s*)+[^\W\d][)\]]")
SMALL = ("OF", "AND", "THE", "FOR", "IN")
SHORTEST, LONGEST = 180, 320
"""Words of a letter's body."""
LONGEST_TITLE = 4
"""Words of a title that a sentence about a need can carry besides."""
GOOD_FIT = 4
NAMED, LONGEST_NAMED = 2, 4
"""Points of the posting that are only named, and their words."""
FULL, TOGETHER = 2, 3
"""Deeds told in full whether they answer a need or not, and deeds that share a sentence."""
USUAL = 4
"""Achievements that a letter tells where they fill it."""


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


@dataclass
class Body:
    """The paragraphs of a letter while it is composed, and what they have said."""

    opening: list[Line] = field(default_factory=list)
    posts: list[list[Line]] = field(default_factory=list)
    closing: list[Line] = field(default_factory=list)
    said: Said = field(default_factory=Said)

    def words(self) -> int:
        """Words in all parts together."""
        parts = (self.opening, *self.posts, self.closing)
        return sum(len(line.text.split()) for part in parts for line in part)

    def paragraphs(self) -> tuple[tuple[Line, ...], ...]:
        """Four at most: why, the post told first, the posts after it, and what next."""
        later = [line for post in self.posts[1:] for line in post]
        parts = (self.opening, *self.posts[:1], later, self.closing)
        return tuple(tuple(part) for part in parts if part)


def letter_of(pair: Pair, avoid: frozenset[str] = frozenset()) -> LetterDraft:
    """The letter for a pair; `avoid`: sentences and pointers that did not pass the check."""
    person = _answer(pair, "to")
    name = pair.facts.profile.basics.name or ""
    company = pair.posting.company or ""
    values = {"company": company, "title": titled(pair.posting.title or ""), "person": person.split(",")[0]}
    return LetterDraft(
        sender=_sender(pair),
        date=pair.today,
        recipient=tuple(Line(text) for text in (person, company) if text),
        subject=Line(pair.choice.fill("letter.subject", values) or name),
        salutation=_salutation(pair, values),
        paragraphs=_body(pair, avoid).paragraphs(),
        close=Line(pair.choice.order("letter.close")[0]),
        signature=Line(name, ("/basics/name",)),
    )


def spoken(title: str) -> str:
    """A title's first part, as a sentence can carry it: "Head of Engineering" of "Head of Engineering – Payments"."""
    return re.split(r"\s[–—|/]\s|\s-\s|,\s|\s\(|:\s", titled(title))[0].strip()


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
    """As few achievements as make a letter, at least three where there are so many."""
    deeds = chosen(pair.deeds, avoid)
    body = _with(pair, deeds[:USUAL], avoid, more=False)
    for count in range(USUAL, len(deeds) + 1):
        if body.words() >= SHORTEST:
            break
        body = _with(pair, deeds[:count], avoid, more=True)
    return body


def _with(pair: Pair, deeds: Sequence[Achievement], avoid: frozenset[str], more: bool) -> Body:
    body = Body()
    body.opening.extend(_opening(pair, body.said, avoid))
    groups = by_post(deeds)
    present = _first(career.present(pair.facts, pair.choice), avoid)
    body.opening.extend(present)
    if present and groups and not groups[0][0].post.age:
        body.said.last, body.said.told = groups[0][0].post, False
    for group in groups:
        body.posts.append(list(_told(pair, group, body.said, avoid)))
    body.posts.append(_first(_named(pair, "rest", _answered(pair, body.said), body.said), avoid))
    body.closing.extend(_first(_named(pair, "gap", _missing(pair), body.said), avoid) if more else ())
    body.closing.extend(_closing(pair, body.said, avoid, more))
    return body


def _named(pair: Pair, form: str, needs: Sequence[Need], said: Said) -> Iterator[Line]:
    """A sentence that only names some needs of the posting, in every wording."""
    if needs:
        said.needs.update(need.text for need in needs)
        things = listed([need.thing for need in needs], pair.choice, "or" if form == "gap" else "and")
        for text in pair.choice.texts(f"letter.{form}", {"things": things}):
            yield Line(text)


def _answered(pair: Pair, said: Said) -> Sequence[Need]:
    """What else the CV answers; one point alone is not worth a sentence."""
    needs = [r.need for r in pair.reasons if r.met and r.need.thing and r.need.text not in said.needs]
    some = _some(pair, needs)
    return some if len(some) > 1 else ()


def _some(pair: Pair, needs: Sequence[Need]) -> Sequence[Need]:
    """A few of the needs, short ones, in this pair's own order: two people do not list the same."""
    short = [need for need in needs if len(need.thing.split()) <= LONGEST_NAMED]
    return sorted(short, key=lambda need: pair.choice.rank(need.thing))[:NAMED]


def _missing(pair: Pair) -> Sequence[Need]:
    """The musts that nothing in the CV answers, where a thing names them; a good fit need not dwell on them."""
    if pair.match.fit >= GOOD_FIT:
        return ()
    unmet = (
        need_of(judged.requirement, pair.posting)
        for judged in pair.match.requirements
        if judged.verdict is Verdict.UNMET and judged.requirement.kind is RequirementKind.MUST
    )
    return _some(pair, [need for need in unmet if need and need.thing])


def _told(pair: Pair, deeds: Sequence[Achievement], said: Said, avoid: frozenset[str]) -> Iterator[Line]:
    """The deeds of one post: what answers a need in full, each by itself; the rest in a few words, together."""
    short: list[Achievement] = []
    for deed in deeds:
        asked = _asked(pair, deed, said)
        if asked is None and deed.brief and said.full >= FULL:
            short.append(deed)
            continue
        said.full += 1
        found = telling(deed, asked, said, pair.choice, avoid) or telling(
            deed, None, said, pair.choice, avoid
        )
        yield from found.lines if found else ()
    for past in (True, False):
        same = [deed for deed in short if deed.past is past][:TOGETHER]
        line = brief(same, said, pair.choice, avoid) if same else None
        yield from (line,) if line else ()


def _asked(pair: Pair, deed: Achievement, said: Said) -> Asked | None:
    """The weightiest need that the deed answers, that can be said, and that the letter has not named yet."""
    for judged in deed.answers:
        need = need_of(judged.requirement, pair.posting)
        if need and need.text not in said.needs and (judged.verdict is Verdict.MET or not said.conceded):
            return Asked(need, judged.verdict)
    return None


def _opening(pair: Pair, said: Said, avoid: frozenset[str]) -> list[Line]:
    """The person's own reason where they gave one, else the need of the posting that comes nearest to them."""
    why = _answer(pair, "why")
    if why:
        return [Line(sentence.text, ("/you/why",)) for sentence in sentences.split(why)]
    if not pair.reasons:
        return _first(_said(pair, "letter.reason_plain", ""), avoid)
    first, *others = pair.reasons
    second = next((other for other in others if other.mission and not _overlap(first, other)), None)
    lines: list[Line] = []
    for place, reason in (("reason", first), ("more", second)):
        if reason:
            said.needs.add(reason.need.text)
            lines += _first(_said(pair, f"letter.{place}_{_kind(reason)}", reason.need.clause), avoid)
    return lines


def _overlap(one: Reason, other: Reason) -> bool:
    """Whether two needs share a word that says something."""
    words = {word for word in sentences.words(one.need.clause) if word not in sentences.STOPWORDS}
    return not words.isdisjoint(sentences.words(other.need.clause))


def _kind(reason: Reason) -> str:
    need = reason.need
    return "task" if need.task else "who" if need.who else "thing" if reason.mission else "point"


def _said(pair: Pair, name: str, need: str) -> Iterator[Line]:
    """Sentences that name the posting, its company and a need, in this pair's order."""
    values = {"company": pair.choice.company, "title": pair.choice.title, "need": need}
    for pattern in pair.choice.order(name):
        long = "{title}" in pattern and len(pair.choice.title.split()) > LONGEST_TITLE
        if slots(pattern) <= {slot for slot, value in values.items() if value} and not long:
            yield Line(filled(pattern, values))


def _closing(pair: Pair, said: Said, avoid: frozenset[str], more: bool) -> list[Line]:
    """What the posting asks in a word, what must be known, and the next step."""
    asked = _first(credentials.credentials(pair.facts, pair.match, pair.choice, more), avoid)
    known = [Line(sentence.text, ("/you/known",)) for sentence in sentences.split(_answer(pair, "known"))]
    left = [reason for reason in pair.reasons if reason.need.text not in said.needs and not reason.need.who]
    reason = next((reason for reason in left if reason.mission or (reason.met and reason.need.thing)), None)
    form = f"letter.closing_{_kind(reason)}" if reason else "letter.closing_plain"
    return [*asked, *known, *_first(_said(pair, form, reason.need.clause if reason else ""), avoid)]


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


def _first(lines: Iterable[Line], avoid: frozenset[str]) -> list[Line]:
    return [line for line in lines if line.text not in avoid][:1]
