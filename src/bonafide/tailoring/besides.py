"""What a CV holds beside posts and asked-for degrees, where a letter has room: certificates, degrees, prizes, unpaid work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bonafide.model.draft import Line
from bonafide.model.profile import Award, Publication, Volunteer
from bonafide.tailoring.career import is_somebody
from bonafide.tailoring.credentials import LONGEST_NAME, credential
from bonafide.tailoring.degrees import degree_of, small
from bonafide.tailoring.pair import Pair
from bonafide.tailoring.tongues.employers import at

LONGEST_TITLE = 8
"""Words of a prize's or a publication's name."""


def besides(pair: Pair, told: Sequence[Line]) -> Iterator[Line]:
    """A sentence for each entry that no line of `told` rests on; nothing in English, whose letters are long enough."""
    if pair.choice.language == "en" or pair.foreign:
        return
    known = {"/".join(pointer.split("/")[:3]) for line in told for pointer in line.facts}
    for entry, text in (*_certificates(pair), *_degrees(pair), *_honours(pair)):
        if entry not in known and text:
            yield Line(text, tuple(fact.pointer for fact in pair.facts.of(entry)))


def _certificates(pair: Pair) -> Iterator[tuple[str, str]]:
    for index in range(len(pair.facts.profile.certificates)):
        entry = f"/certificates/{index}"
        yield from ((entry, text) for text, _ in credential(entry, pair.facts, pair.choice))


def _degrees(pair: Pair) -> Iterator[tuple[str, str]]:
    """One more degree behind the one that a full letter names in any case."""
    for index, studied in enumerate(pair.facts.profile.education[1:2], 1):
        text = degree_of(studied, pair.choice, foreign=False, also=True)
        if text:
            yield f"/education/{index}", text


def _honours(pair: Pair) -> Iterator[tuple[str, str]]:
    profile = pair.facts.profile
    for index, award in enumerate(profile.awards[:1]):
        yield f"/awards/{index}", _award(award, pair)
    for index, service in enumerate(profile.volunteer[:1]):
        yield f"/volunteer/{index}", _service(service, pair)
    for index, work in enumerate(profile.publications[:1]):
        yield f"/publications/{index}", _publication(work, pair)


def _award(award: Award, pair: Pair) -> str:
    name = award.title or ""
    values = {"name": _short(name), "year": (award.date or "")[:4], "by": award.awarder or ""}
    return pair.choice.fill("words.awarded", values) or pair.choice.fill("words.awarded_bare", values) or ""


def _service(service: Volunteer, pair: Pair) -> str:
    """Unpaid work that goes on or is over, by the part that somebody has in it."""
    role, house = service.position or "", service.organization or ""
    language = pair.choice.language
    if (
        not house
        or not role
        or len(role.split()) > LONGEST_NAME
        or not is_somebody(role.split()[0], language)
    ):
        return ""
    first, last = (service.start_date or "")[:4], (service.end_date or "")[:4]
    values = {
        "called": small(role, language),
        "at": at(house, language),
        "house": house,
        "since": first,
        "until": last,
    }
    form = "words.serving" if not last else "words.served"
    return (pair.choice.fill(form, values) if first else None) or ""


def _publication(work: Publication, pair: Pair) -> str:
    named = (work.publisher or "", (work.release_date or "")[:4])
    values = {"name": _short(work.name or ""), "place": ", ".join(text for text in named if text)}
    return pair.choice.fill("words.published", values) or ""


def _short(name: str) -> str:
    """A name that a sentence can quote; "" of any other."""
    return name if len(name.split()) <= LONGEST_TITLE and not set('"“”„«»').intersection(name) else ""
