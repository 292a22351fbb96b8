"""The letter: why this posting and who writes, the deeds that answer its needs, earlier posts, and a next step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bonafide.model.draft import LetterDraft, Line
from bonafide.model.style import Length
from bonafide.tailoring.achievements import Achievement, by_post, chosen
from bonafide.tailoring.addressee import Addressee, addressee
from bonafide.tailoring.besides import besides
from bonafide.tailoring.closing import attested, closing
from bonafide.tailoring.credentials import knowledge, tools
from bonafide.tailoring.frame import closing_formula, salutation, sender, started, titled
from bonafide.tailoring.needs import Need
from bonafide.tailoring.opening import opening
from bonafide.tailoring.pair import Pair, first
from bonafide.tailoring.passages import Said, Teller
from bonafide.tailoring.phrases import filled, slots
from bonafide.tailoring.titles import alike, suited, woman_or_man
from bonafide.tailoring.tongues.elision import elided

MOST = 14
"""Deeds that a letter may go on to where they are short."""


@dataclass(frozen=True, slots=True)
class Room:
    """Words of a body from which on no further deed is told, those it must not pass, and the deeds it starts with."""

    enough: int
    limit: int
    fewest: int


ROOMS = {Length.STANDARD: Room(215, 320, 4), Length.SHORT: Room(115, 165, 2)}


def letter_of(pair: Pair, avoid: frozenset[str] = frozenset()) -> LetterDraft:
    """The letter for a pair; `avoid`: sentences and pointers that did not pass the check."""
    reader = addressee(pair.answer("to") or pair.posting.contact or "")
    name = pair.facts.profile.basics.name or ""
    company = pair.posting.company or ""
    language = pair.choice.language
    who = woman_or_man(pair.facts, language)
    title = suited(titled(pair.posting.title or ""), language, who)
    values = {
        "company": company,
        "title": title,
        "as_title": title if alike(title, language, who) else "",
        "person": reader.greeting(language),
        "of_title": title and elided("de", title),
    }
    greeting = salutation(pair.choice, {**values, "company": pair.choice.company}, reader.gender)
    values["salute"] = greeting.text.rstrip(",")
    # A first sentence that was refused may have stood small behind the salutation.
    avoid |= {f"{text[:1].upper()}{text[1:]}" for text in avoid}
    paragraphs = _paragraphs(pair, avoid)
    return LetterDraft(
        sender=sender(pair.facts),
        date=pair.today,
        recipient=tuple(Line(text) for text in (_address(pair, reader), company) if text),
        subject=Line(_subject(pair, values, avoid) or name),
        salutation=greeting,
        paragraphs=(started(paragraphs[0], pair.choice), *paragraphs[1:]) if paragraphs else (),
        close=closing_formula(pair.choice, values),
        signature=Line(name, ("/basics/name",)),
    )


def _subject(pair: Pair, values: dict[str, str], avoid: frozenset[str]) -> str | None:
    """The subject line in the order of its list, not of chance: the first of which all is known and nothing was refused."""
    known = {slot for slot, value in values.items() if value}
    fit = (filled(text, values) for text in pair.choice.plain("letter.subject") if slots(text) <= known)
    return next((text for text in fit if text not in avoid), None)


def _address(pair: Pair, reader: Addressee) -> str:
    """The reader above the letter: as the person gave it, else the posting's contact in the letter's language."""
    return pair.answer("to") or reader.address(pair.choice.language)


def words_of(letter: LetterDraft) -> int:
    """Words of the body, salutation and close aside."""
    return _words(letter.paragraphs)


def _words(paragraphs: Iterable[Sequence[Line]]) -> int:
    return sum(len(line.text.split()) for paragraph in paragraphs for line in paragraph)


def _paragraphs(pair: Pair, avoid: frozenset[str]) -> tuple[tuple[Line, ...], ...]:
    """As few deeds as make a letter; one fewer where the last made it too long."""
    room = ROOMS[pair.length]
    deeds = chosen([deed for deed in pair.deeds if not deed.scope], avoid, MOST)
    bodies = (_with(pair, deeds[:count], avoid) for count in range(room.fewest, len(deeds) + 1))
    body = _with(pair, deeds[: room.fewest], avoid)
    for longer in bodies:
        if _words(longer) > room.limit:
            return body if _words(body) <= room.limit else _with(pair, deeds[:1], avoid)
        body = longer
        if _words(body) >= room.enough:
            return body
    return _with(pair, deeds, avoid, full=True)


def _with(
    pair: Pair, deeds: Sequence[Achievement], avoid: frozenset[str], *, full: bool = False
) -> tuple[tuple[Line, ...], ...]:
    """The paragraphs with these deeds; `full`: with the posts, tools and whatever else that no deed tells, too."""
    said = Said()
    lines, left = opening(pair, deeds, said, avoid, voices=1 + (full and pair.choice.language != "en"))
    spare = not full or pair.choice.language == "en"
    teller = Teller(pair.posting, pair.choice, avoid, said, duties_of(pair), spare)
    groups = by_post(left)
    said.paragraph(said.last)
    now = [line for group in groups if not group[0].post.age for line in teller.told(group)]
    said.paragraph(None)
    before = [line for group in groups if group[0].post.age for line in _earlier(teller, group)]
    if full:
        told = {pointer for line in before for pointer in line.facts}
        others = [post for post in pair.posts if post.age and f"{post.pointer}/name" not in told]
        before += teller.held(others)
        before += first(tools(pair, (*lines, *now, *before)), avoid)
        before += first(knowledge(pair, (*lines, *now, *before)), avoid)
    held, gap = attested(pair, said, avoid, full=full)
    if full:
        held += _room_for(pair, [lines, now, before, held, gap], avoid)
    paragraphs = (lines, now, before, *closing(pair, held, gap, said, avoid))
    return tuple(tuple(paragraph) for paragraph in paragraphs if paragraph)


def _room_for(pair: Pair, so_far: Sequence[Sequence[Line]], avoid: frozenset[str]) -> Iterator[Line]:
    """What else the CV holds, as much as makes a letter."""
    words = _words(so_far)
    for line in besides(pair, [line for paragraph in so_far for line in paragraph]):
        if words >= ROOMS[pair.length].enough or line.text in avoid:
            continue
        words += _words([[line]])
        yield line


def _earlier(teller: Teller, group: Sequence[Achievement]) -> Iterator[Line]:
    """The deeds of an earlier post; where no word need be spared, behind a sentence of its own on the post."""
    if not teller.spare:
        yield from teller.entered(group[0].post)
    yield from teller.told(group)


def duties_of(pair: Pair) -> tuple[Need, ...]:
    """What the posting names as the work itself, where nothing says that the person cannot do it."""
    return tuple(reason.need for reason in pair.reasons if reason.mission and reason.open)
