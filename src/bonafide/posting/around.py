"""What the lines around a posting's title state: company, place, pay, type, day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bonafide.model.posting import JobLocation, Salary
from bonafide.posting import dates, labels, marks, modes, names, places, plain, salary, sureness, titles
from bonafide.posting.findings import Findings, over
from bonafide.posting.lines import Line
from bonafide.posting.maintext import MainText, is_button
from bonafide.posting.markup import Spot
from bonafide.posting.sections import announces
from bonafide.posting.tree import Document
from bonafide.posting.zone import Zone, is_title

_LONGEST = 140
_SHORT = 60
_LOGO = re.compile(
    r"(?i)\b(?:(?:company |employer )?logo|header-?logo|brand|crest|home ?page)\b(?: (?:of|for|von|de))?"
)
_DAY = re.compile(
    r"(?:\d{1,2}\.? (?:de |d')?[^\W\d]{3,10}\.? (?:de )?\d{4}|[^\W\d]{3,10}\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)"
)
_CHIP = re.compile(r"\s*(?:[|·•]|\s[–—-]\s|\t|\s/\s)\s*")


def findings(document: Document, main: MainText, zone: Zone, today: date | None) -> Findings:
    """What the labelled facts of the page and the chips of its zone state."""
    chips = [
        spot.line for spot in zone.spots if len(spot.line.text) <= _LONGEST and not is_button(spot.line.text)
    ]
    body = {line.text for line in zone.body}
    others = [spot.line for spot in main.spots if spot.line.text not in body]
    found = _marked_places(document, zone) or _places(chips)
    country = next((place.country for place in found if place.country), None)
    country = country or labels.country([*chips, *others]) or _country_of_page(document)
    american = country == "US" or document.language.lower() == "en-us"
    labelled = labels.findings([*chips, *others], today, american, country)
    pieces = [piece for line in chips for piece in (*_CHIP.split(line.text), *line.parts)]
    shown = Findings(
        kind="page",
        places=found or _sounding(zone),
        remote=modes.presence([*pieces, *re.findall(r"\(([^()]{3,60})\)", " ".join(pieces))]),
        employment=modes.employment(line.text for line in chips[1:]),
        salary=_pay([text for line in chips for text in (line.text, *line.parts)], country),
        posted=_posted(document, zone, chips, today, american),
        sure={} if found else {"places": sureness.guessed("places")},
    )
    if not any(place.city for place in labelled.places) and any(place.city for place in found):
        labelled = replace(labelled, places=found)
    return over(labelled, shown)


def lone_town(zone: Zone, company: str | None) -> tuple[JobLocation, ...]:
    """A town in no table, told by the kind of employment that stands beside it."""
    texts = [spot.line.text for spot in zone.spots[1:] if len(spot.line.text) <= _SHORT]
    return plain.unknown_place(texts, company)


def _country_of_page(document: Document) -> str | None:
    """The country in a page's language, such as `en-AU`; `en-US` is what software writes that was not asked."""
    code = document.language.partition("-")[2].upper()
    return places.country_code(code) if len(code) == 2 and code != "US" else None


def _pay(chips: Sequence[str], country: str | None) -> Salary | None:
    """The pay among the facts; there an amount of money may stand alone: `£45,000`."""
    alone = (salary.stated(text, country) for text in chips if len(text) <= _SHORT)
    return salary.find(chips, country) or next((found for found in alone if found and found.currency), None)


def _places(chips: Iterable[Line]) -> tuple[JobLocation, ...]:
    found: list[JobLocation] = []
    for line in list(chips)[1:]:
        for piece in _pieces(line):
            if len(piece) <= 70 and not piece.endswith((".", "!", "?")):
                found.extend(_of_piece(piece))
    return places.distinct(found)


def _of_piece(piece: str) -> list[JobLocation]:
    """The places that a fact names: by the tables, else by its postcode."""
    if place := places.in_province(piece):
        return [place]
    named = [place for place in places.read(piece) if place.city or place.country]
    return named or [place for place in (places.postal(piece),) if place]


def _pieces(line: Line) -> list[str]:
    """What a line of facts joins: its parts where the page keeps them in elements, else what marks separate."""
    apart = [part for part in line.parts if len(part) > 1 and part != line.text]
    glued = len(apart) > 1 and any(places.is_place(part) for part in apart)
    return list(dict.fromkeys(apart if glued else (*_CHIP.split(line.text), *apart)))


def _marked(document: Document, spots: Sequence[Spot], field: str) -> list[str]:
    """The texts whose elements the page's mark-up calls so, in order of print."""
    return [
        part
        for spot in spots
        if len(spot.line.text) <= _LONGEST
        for part, owner in zip(spot.line.parts, spot.owners, strict=True)
        if len(part) > 1 and marks.field_of(document, owner) == field
    ]


def _marked_places(document: Document, zone: Zone) -> tuple[JobLocation, ...]:
    """The places in elements that the mark-up calls places, also of towns in no table."""
    texts = _marked(document, zone.spots, "place") or _marked(document, zone.above, "place")
    found = [place for text in texts if not labels.is_label(text) for place in places.stated(text)]
    return places.distinct(found)


def _sounding(zone: Zone) -> tuple[JobLocation, ...]:
    """A town in no table, told by the form of its name."""
    for spot in zone.spots[1:]:
        for piece in (*spot.line.parts, *_CHIP.split(spot.line.text)):
            town = piece.split(",")[0].strip(" .")
            if places.sounds_like_town(town) and not modes.is_terms(town) and not labels.is_label(town):
                return (JobLocation(city=town),)
    return ()


def _posted(
    document: Document, zone: Zone, chips: Sequence[Line], today: date | None, american: bool
) -> str | None:
    for line in chips:
        for piece in re.split(r"\s+[|·•]\s+", line.text):
            if len(piece) < 60 and (found := dates.relative(piece, today)):
                return found
    for text in _marked(document, zone.spots, "posted"):
        if found := dates.printed(text, american):
            return found
    return _timed(document, zone.spots) or _lone_day(zone, american)


def _lone_day(zone: Zone, american: bool) -> str | None:
    """The day that stands alone between marks, as the head of an article prints it: `By Ann | 3 May 2026`."""
    for spot in _unlabelled(zone.spots):
        cut = _CHIP.split(spot.line.text)
        alone = [piece for piece in cut if len(cut) > 1 and _DAY.fullmatch(piece)]
        if len(alone) == 1 and (found := dates.printed(alone[0], american)):
            return found
    return None


def _timed(document: Document, spots: Sequence[Spot]) -> str | None:
    """The day of the first `<time>` among the facts that is not the day on which the posting ends or was changed."""
    if not spots:
        return None
    low, high = spots[0].node, max(spot.node for spot in spots)
    for index in range(low, document.nodes[high].end):
        node = document.nodes[index]
        timed = node.tag == "time" and node.attrs.get("datetime")
        if timed and marks.field_of(document, index) not in ("until", "other"):
            return dates.of_record(timed)
    return None


def companies(document: Document, zone: Zone, title: str | None) -> list[tuple[str, float]]:
    """Names that the page's mark-up calls a company's, or that stand right below the title, with their weights."""
    marked = [
        name for spots in (zone.spots, zone.above) for name in _names(_marked(document, spots, "company"))
    ]
    below = _names(
        piece
        for spot in _unlabelled(zone.spots[:6])
        if not is_title(spot.line.text, title)
        for part, owner in zip(spot.line.parts, spot.owners, strict=True)
        if marks.field_of(document, owner) in (None, "company")
        for piece in _facts_of(part)
    )
    named = [name for name in below[:3] if name[:1].isupper() and not re.search(r"\d", name)]
    over_title = [text for text in _names(spot.line.text for spot in zone.above) if names.ends_in_form(text)]
    return [
        *((name, 3.2 - 0.3 * i) for i, name in enumerate(marked[:2])),
        *((name, 2.0 - 0.3 * i) for i, name in enumerate(named)),
        *((name, 2.0) for name in over_title[-1:]),
    ]


def _facts_of(part: str) -> list[str]:
    """A text cut at its marks where those join facts: `Glow AG · Oslo · Full-time`."""
    cut = _CHIP.split(part)
    several = len(cut) > 2 or names.ends_in_form(cut[0])
    return cut if several and any(modes.is_terms(piece) for piece in cut[1:]) else [part]


def _unlabelled(spots: Sequence[Spot]) -> Iterator[Spot]:
    """The spots that neither hold a label nor stand behind one."""
    labelled = False
    for spot in spots:
        named = spot.line.look.startswith(("dt.", "th.")) or labels.is_label(spot.line.text)
        if not labelled and not named and not labels.pairs([spot.line]):
            yield spot
        labelled = named


def logos(document: Document) -> list[str]:
    """The names that the first pictures called logos bear."""
    images = [
        n
        for n in document.nodes
        if n.tag == "img" and n.attrs.get("alt") and _LOGO.search(" ".join(n.attrs.values()))
    ]
    return _names(_LOGO.sub(" ", node.attrs["alt"]).strip(" -–—|") for node in images[:3])


def _names(texts: Iterable[str]) -> list[str]:
    """The texts that may be a company's name, without the small word before it."""
    return [name for text in texts if _may_be_name(name := titles.without_at(text))]


def _may_be_name(text: str) -> bool:
    return (
        1 < len(text) <= 70
        and (not text.endswith((".", "!", "?", ":")) or names.ends_in_form(text))
        and len(text.split()) <= 7
        and not labels.is_label(text)
        and not announces(text)
        and not is_button(text)
        and not places.is_place(text)
        and not modes.is_terms(text)
    )
