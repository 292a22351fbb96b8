"""The lines around a posting's title that state its facts: company, place, pay, type, day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bonafide.model.posting import JobLocation
from bonafide.posting import dates, labels, modes, places, salary
from bonafide.posting.findings import Findings, over
from bonafide.posting.lines import Line, Role, fold
from bonafide.posting.maintext import MainText, is_button
from bonafide.posting.markup import Spot
from bonafide.posting.plain import is_fact
from bonafide.posting.sections import announces, topic_of
from bonafide.posting.tree import Document, Node

_MOST = 25
_LONGEST = 140
_CHIP = re.compile(r"\s*(?:[|·•]|\s[–—-]\s|\t|\s/\s)\s*")
_FOOT = re.compile(
    r"^(?:©|\(c\) ?\d|copyright\b)|all rights reserved|alle rechte vorbehalten|tous droits réservés", re.I
)
_PLACE_NAMES = re.compile(
    r"(?:^|[\W_])(?:location|locality|place|city|standort|ort|lieu|ubicacion|plaats|locatie|sede)(?:$|[\W_])|joblocation|job-location",
    re.I,
)
_COMPANY_NAMES = re.compile(
    r"(?:^|[\W_])(?:company|employer|advertiser|hirer|organi[sz]ation|hiring-?org|org|co|firma|unternehmen|entreprise|empresa|bedrijf|azienda|recruiter-?name)(?:$|[\W_])|companyname|company-name|employername",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Zone:
    """The facts around the title: their spots in order of print, the body's lines, and where the zone lies."""

    spots: tuple[Spot, ...]
    body: tuple[Line, ...]


def find(main: MainText, title: str | None) -> Zone:
    """Cuts the main text where the facts end and the description begins."""
    body = main.lines[: _end_of_text(main.lines)]
    cut = _end_of_facts(body, title)
    start = next((i for i, spot in enumerate(main.spots) if _stands_in(spot, main, body[cut:])), 0)
    first = max(
        (
            i
            for i, spot in enumerate(main.spots[:start])
            if title and fold(spot.line.text).startswith(fold(title))
        ),
        default=max(0, start - 12),
    )
    return Zone(main.spots[first:start][-_MOST:], tuple(body[cut:]))


def _stands_in(spot: Spot, main: MainText, body: Sequence[Line]) -> bool:
    return bool(body) and (
        spot.line.text == body[0].text or (spot.line.text.endswith(body[0].text) and len(body[0].text) > 20)
    )


def _end_of_facts(body: Sequence[Line], title: str | None) -> int:
    """How many of the first lines are title and facts rather than description."""
    cut = 0
    for index, line in enumerate(body[:15]):
        if title and (fold(line.text) == fold(title) + " - job post" or _same(line.text, title)):
            cut = index + 1
    if not cut and body and not _is_fact(body[0]) and not _is_pair(body[:2]):
        return 0
    while cut < min(len(body), 40):
        if _is_pair(body[cut : cut + 2]):
            cut += 2
        elif _is_fact(body[cut]) or _heads_facts(body[cut : cut + 2]):
            cut += 1
        else:
            break
    return cut


def _same(text: str, title: str) -> bool:
    """Whether a line is the title, with or without a remark in brackets."""
    plain, wanted = fold(text), fold(title)
    return plain == wanted or (plain.startswith(wanted + " (") and plain.endswith(")"))


def _heads_facts(two: Sequence[Line]) -> bool:
    """A heading that announces nothing and has facts below it, as a company's name below the title."""
    return len(two) == 2 and len(two[0].text) <= 60 and topic_of(two[0].text) is None and is_fact(two[1].text)


def _is_pair(two: Sequence[Line]) -> bool:
    """A label and its value, each on a line."""
    if len(two) < 2 or len(two[0].text) > 34 or len(two[1].text) > 90 or two[1].role is Role.ITEM:
        return False
    return labels.is_label(two[0].text) or (two[0].text.endswith(":") and topic_of(two[0].text) is None)


def _end_of_text(body: Sequence[Line]) -> int:
    """Where the page's own facts or its foot begin again behind the text."""
    end = len(body)
    while end > 3 and (_is_pair(body[end - 2 : end]) or _FOOT.search(body[end - 1].text)):
        end -= 1 if _FOOT.search(body[end - 1].text) else 2
    return end


def _is_fact(line: Line) -> bool:
    if (line.role is Role.HEADING and topic_of(line.text) is not None) or len(line.text) > _LONGEST:
        return False
    if is_fact(line.text) or labels.pairs([line]) or is_button(line.text):
        return True
    return (
        len(line.text) <= 45
        and line.role is not Role.HEADING
        and not line.text.endswith((".", ":", "!"))
        and not topic_of(line.parts[0] if len(line.parts) > 1 else line.text)
    )


def findings(document: Document, main: MainText, zone: Zone, today: date | None) -> Findings:
    """What the labelled facts of the page and the chips of its zone state."""
    chips = [
        spot.line for spot in zone.spots if len(spot.line.text) <= _LONGEST and not is_button(spot.line.text)
    ]
    body = {line.text for line in zone.body}
    others = [spot.line for spot in main.spots if spot.line.text not in body]
    found = _places(chips)
    country = next((place.country for place in found if place.country), None)
    country = country or labels.country([*chips, *others])
    american = country == "US" or document.language.lower() == "en-us"
    labelled = labels.findings([*chips, *others], today, american, country)
    pieces = [piece for line in chips for piece in (*_CHIP.split(line.text), *line.parts)]
    shown = Findings(
        kind="page",
        places=found or _unknown_place(document, zone),
        remote=modes.presence([*pieces, *re.findall(r"\(([^()]{3,60})\)", " ".join(pieces))]),
        employment=modes.employment(line.text for line in chips[1:]),
        salary=salary.find([line.text for line in chips], country),
        posted=_posted(document, main, zone, chips, today, american),
    )
    if not any(place.city for place in labelled.places) and any(place.city for place in found):
        labelled = replace(labelled, places=found)
    return over(labelled, shown)


def _places(chips: Iterable[Line]) -> tuple[JobLocation, ...]:
    found: list[JobLocation] = []
    for line in list(chips)[1:]:
        for piece in _pieces(line):
            if len(piece) <= 70 and not piece.endswith((".", "!", "?")):
                found.extend(place for place in places.read(piece) if place.city or place.country)
    return places.distinct(found)


def _pieces(line: Line) -> list[str]:
    """What a line of facts joins: its parts where the page keeps them in elements, else what marks separate."""
    apart = [part for part in line.parts if len(part) > 1]
    glued = len(apart) > 1 and any(places.is_place(part) for part in apart)
    return list(dict.fromkeys(apart if glued else (*_CHIP.split(line.text), *apart)))


def _unknown_place(document: Document, zone: Zone) -> tuple[JobLocation, ...]:
    """A town in no table, told by the name of its element or by its own form."""
    for spot in zone.spots:
        for piece in (*spot.line.parts, *_CHIP.split(spot.line.text)):
            plain = piece.split(",")[0].strip(" .")
            named = _PLACE_NAMES.search(_names(document, spot.node)) and re.fullmatch(
                r"[^\W\d_][\w .'’/-]{1,40}", plain
            )
            taken = modes.presence((plain,)) or modes.employment((plain,)) or labels.is_label(plain)
            if not taken and (named or places.sounds_like_town(plain)):
                return (JobLocation(city=plain),)
    return ()


def _names(document: Document, index: int) -> str:
    """What the mark-up calls an element and the one around it."""
    near = [document.nodes[i].attrs for i in list(document.above(index))[:2]]
    return " ".join(
        f"{a.get('class', '')} {a.get('id', '')} {a.get('data-at', '')} {a.get('data-automation', '')} {a.get('data-test', '')} {a.get('data-testid', '')}"
        for a in near
    )


def _posted(
    document: Document, main: MainText, zone: Zone, chips: Sequence[Line], today: date | None, american: bool
) -> str | None:
    for line in chips:
        for piece in re.split(r"\s+[|·•]\s+", line.text):
            if len(piece) < 60 and (found := dates.relative(piece, today)):
                return found
    if not zone.spots:
        return None
    low, high = zone.spots[0].node, max(spot.node for spot in zone.spots)
    for node in document.nodes[low : document.nodes[high].end]:
        if node.tag == "time" and node.attrs.get("datetime") and not _closes(document, node):
            return dates.of_record(node.attrs["datetime"])
    return None


def _closes(document: Document, node: Node) -> bool:
    """Whether a `<time>` is the day on which the posting ends, by its names."""
    near = (node, document.nodes[node.parent])
    names = " ".join(f"{n.attrs.get('class', '')} {n.attrs.get('itemprop', '')}" for n in near)
    return bool(re.search(r"clos|deadline|expir|until|frist|valid|updated|modified", names, re.I))


def companies(document: Document, zone: Zone) -> list[str]:
    """Names in the zone that the page's mark-up calls a company's, or that stand right below the title."""
    marked: list[str] = []
    below: list[str] = []
    for spot in zone.spots:
        if labels.pairs([spot.line]):
            continue
        for part, owner in zip(spot.line.parts, spot.owners, strict=True):
            plain = re.sub(r"^(?:at|by|bei|chez|bij|presso)\s+", "", part)
            if _may_be_name(plain):
                named = _COMPANY_NAMES.search(_names(document, owner)) is not None
                (marked if named else below).append(plain)
    return marked[:2] + [name for name in below[1:4] if name[:1].isupper() and not re.search(r"\d", name)]


def _may_be_name(text: str) -> bool:
    return (
        1 < len(text) <= 70
        and not text.endswith((".", "!", "?", ":"))
        and len(text.split()) <= 7
        and not labels.is_label(text)
        and not announces(text)
        and not is_button(text)
        and not places.is_place(text)
        and not modes.presence((text,))
        and not modes.employment((text,))
    )
