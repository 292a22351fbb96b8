"""A posting on a web page: what it carries for machines, weighed against what it shows."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bonafide.model.posting import JobLocation, Salary
from bonafide.posting import around, dates, employer, heading, places, salary, sureness, told, walls, zone
from bonafide.posting import seen as sight
from bonafide.posting.findings import Findings, over, weighed
from bonafide.posting.lexicon import table
from bonafide.posting.likeness import is_posting
from bonafide.posting.lines import Line, description, fold
from bonafide.posting.seen import Seen
from bonafide.posting.tree import Document

_OFFICE = re.compile(r"pdf|microsoft|libreoffice|openoffice", re.I)


def read(html: str, url: str | None, today: date | None) -> Findings | None:
    """What the page states of its posting, or None where it holds none."""
    seen = sight.look(html, url)
    data = told.told_by(seen, url)
    data = None if data and told.stale(seen, data) else data
    title = heading.title_of(seen, data)
    facts = zone.find(seen.main, title)
    shown = replace(around.findings(seen.document, seen.main, facts, today), title=title)
    named = {"title": heading.sure_of(seen, data, title)} if title else {}
    lines = _lines(data, facts.body)
    if not is_posting(lines, data, shown):
        return None
    company, sure = employer.company_of(seen, data, facts, shown, lines)
    town = () if shown.places else around.lone_town(facts, company) or _town_of(company)
    guess = {"places": sureness.guessed("places")} if town else {}
    shown = replace(
        shown,
        company=company,
        lines=lines,
        places=shown.places or town,
        sure={**shown.sure, **named, "company": sure, **guess},
        posted=shown.posted or (None if data and data.posted else _published(seen.document)),
        closed=_closed(seen),
    )
    return _settled(data, shown)


def _town_of(company: str | None) -> tuple[JobLocation, ...]:
    """The place of a town that is itself the employer."""
    place = places.of_town(company) if company else None
    return (place,) if place else ()


def _lines(told: Findings | None, body: tuple[Line, ...]) -> tuple[Line, ...]:
    """The record's description where the page shows the same or nothing, else what the page shows."""
    if told is None or not told.lines:
        return body
    own, shown = description(told.lines), description(body)
    if len(shown) < 400 and len(own) > len(shown):
        return told.lines
    if not own or (len(own) < 0.6 * len(shown) and len(told.lines) < 0.6 * len(body)):
        return body
    overlap = _overlap(own, shown)
    if overlap < 0.8:
        return body if overlap < 0.5 or len(shown) > len(own) else told.lines
    return told.lines if len(told.lines) >= 0.5 * len(body) else body


def _overlap(own: str, shown: str) -> float:
    """The share of one text's runs of four words that the other has, too."""
    runs = _runs(own)
    return len(runs & _runs(shown)) / len(runs) if runs else 0.0


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", fold(text))
    return frozenset(tuple(words[i : i + 4]) for i in range(len(words) - 3))


def _closed(seen: Seen) -> bool:
    """Whether a short line of the page says that the posting is over."""
    return any(walls.closed(spot.line.text) for spot in seen.main.spots if len(spot.line.text) < 200)


def _published(document: Document) -> str | None:
    """The day on which the page says in its head that it was published."""
    if _OFFICE.search(document.meta.get("generator", "")):
        return None  # the day on which the file was made that became a page
    named = (document.meta.get(name, "") for name in table("heads")["published"])
    return next((day for value in named if (day := dates.of_record(value))), None)


def _settled(told: Findings | None, shown: Findings) -> Findings:
    """Both together: the record for what the page does not show, the page for what it does."""
    if told is None:
        return replace(shown, kind="html")
    visible_day = shown.posted
    settled = replace(
        over(replace(shown, kind=told.kind), told),
        places=told.places if any(p.city for p in told.places) else shown.places or told.places,
        salary=_pay(told, shown),
        posted=visible_day or told.posted,
        until=told.until or shown.until,
        employment=told.employment or shown.employment,
        remote=shown.remote or told.remote,
    )
    # The title and the company were chosen with the record's at hand: it is no further witness.
    apart = replace(told, title=None, company=None)
    return weighed(settled, shown, apart)


def _pay(told: Findings, shown: Findings) -> Salary | None:
    """The record's pay, unless the text states another range and nowhere the record's amounts."""
    texts = [line.text for line in shown.lines]
    country = next((place.country for place in (*told.places, *shown.places) if place.country), None)
    said = salary.find(texts, country)
    given = told.salary or shown.salary
    if given and said and said.min != said.max and not salary.agree(given, texts):
        return said
    return given
