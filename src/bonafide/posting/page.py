"""A posting on a web page: what it carries for machines, weighed against what it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bonafide.model.posting import Salary
from bonafide.posting import (
    around as around_title,
)
from bonafide.posting import (
    dates,
    jsonld,
    labels,
    maintext,
    markup,
    microdata,
    names,
    record,
    salary,
    schema,
    titles,
    tree,
    walls,
    zone,
)
from bonafide.posting.findings import Findings, over
from bonafide.posting.lexicon import matcher, table
from bonafide.posting.lines import Line, Role, cleaned, description, fold, tidy
from bonafide.posting.maintext import MainText
from bonafide.posting.sections import Topic, topic_of
from bonafide.posting.tree import Document

_LEAST = 350.0
_FOOT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?P<name>[^.,|·–—-]{2,60}?)(?:\s+\d{4}|[.,|·]|\s[-–—]|$)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A page, its region that reads like a posting, and the words of its head."""

    document: Document
    main: MainText
    heads: tuple[str, ...]
    site: str


def read(html: str, url: str | None, today: date | None) -> Findings | None:
    """What the page states of its posting, or None where it holds none."""
    seen = _look(html, url)
    told = _told(seen, url)
    told = None if told and _stale(seen, told) else told
    title = _title(seen, told)
    around = zone.find(seen.main, title)
    shown = around_title.findings(seen.document, seen.main, around, today)
    lines = _lines(told, around.body)
    if not _is_posting(lines, told, replace(shown, title=title)):
        return None
    company = _company(seen, told, around, replace(shown, title=title), lines)
    shown = replace(
        shown,
        places=shown.places or around_title.lone_town(around, company),
        posted=shown.posted or (None if told and told.posted else _published(seen.document)),
    )
    return _settled(told, replace(shown, title=title, company=company, lines=lines, closed=_closed(seen)))


def _look(html: str, url: str | None) -> _Seen:
    document = tree.parse(html)
    main = maintext.find(document, url)
    if main.weight < _LEAST or not _asks(main):
        opened = maintext.find(document, url, unhide=True)
        main = opened if opened.weight > 2 * main.weight or _asks(opened) else main
    meta = document.meta
    heads = tuple(head for head in (meta.get("og:title"), document.title, meta.get("twitter:title")) if head)
    return _Seen(document, main, heads, meta.get("og:site_name", ""))


def _asks(main: MainText) -> bool:
    """Whether a heading in the text announces requirements; folded-away panels may hold them."""
    return any(topic_of(line.text) is Topic.MUST for line in main.lines if len(line.text) <= 90)


def _told(seen: _Seen, url: str | None) -> Findings | None:
    """What the page says to machines: JSON-LD, else microdata, else its inline state."""
    visible = " ".join(
        (*seen.heads, *(spot.line.text for spot in seen.main.spots if spot.line.role is Role.HEADING))
    )
    found = jsonld.jobs(seen.document.scripts)
    if found:
        return schema.findings(_right_one(found, visible, url), "json-ld")
    items = microdata.jobs(seen.document)
    if items:
        index, job = max(items, key=lambda item: seen.document.nodes[item[0]].end - item[0])
        node = microdata.described(seen.document, index)
        told = schema.findings(job, "microdata")
        return (
            replace(told, lines=cleaned(markup.lines(seen.document, node, unhide=True)))
            if node is not None
            else told
        )
    return record.of_scripts(seen.document.scripts, " ".join(seen.heads))


def _stale(seen: _Seen, told: Findings) -> bool:
    """Whether the page shows another job than its data states: nothing of its title, and hardly a line of its text."""
    visible = fold(" ".join((*seen.heads, *(spot.line.text for spot in seen.main.spots))))
    if (
        not told.title
        or fold(told.title) in visible
        or len(description(seen.main.lines)) < 400
        or not _asks(seen.main)
    ):
        return False
    long = [fold(line.text) for line in told.lines if len(line.text) > 25]
    return sum(text[:60] in visible for text in long) <= 0.3 * len(long)


def _right_one(jobs: Sequence[Mapping[str, Any]], visible: str, url: str | None) -> Mapping[str, Any]:
    def fits(job: Mapping[str, Any]) -> float:
        title = fold(schema.text_of(job.get("title") or job.get("name")) or "")
        own = str(job.get("url") or job.get("@id") or "")
        named = bool(url and own and own.rstrip("/") == url.rstrip("/"))
        return (
            3.0 * named
            + 2.0 * bool(title and title in fold(visible))
            + min(len(str(job.get("description") or "")), 5000) / 5000
        )

    return max(jobs, key=fits)


def _title(seen: _Seen, told: Findings | None) -> str | None:
    headings = [
        spot for spot in seen.main.spots if spot.line.role is Role.HEADING and len(spot.line.text) <= 180
    ]
    first = [spot.line.text for spot in headings if spot.line.level == 1][:3]
    if told and told.title:
        named = next(
            (
                h.line.text
                for h in headings
                if len(h.line.text) > 4 and fold(told.title).startswith(fold(h.line.text))
            ),
            None,
        )
        plain = titles.without_noise(titles.shorter(told.title, named))
        return _of_pieces(plain, seen) if told.kind != "page-state" else plain
    candidates: list[tuple[str | None, float]] = [(text, 3.0 - 0.2 * i) for i, text in enumerate(first)]
    candidates += [
        (titles.from_head(head, seen.site)[0], (1.4 if titles.bare_head(head) else 2.4) - 0.2 * i)
        for i, head in enumerate(seen.heads)
    ]
    candidates.append((_panel_name(seen), 4.0))
    before = _headings_before(seen)
    candidates += [(line.text, 3.0) for line in before[-1:]]
    highest = min((line.level for line in before), default=1)
    candidates += [(line.text, 3.1) for line in before if line.level == highest > 1][-1:]
    candidates.append((_labelled_title(seen), 4.0))
    return titles.choose_title(candidates, seen.heads)


def _of_pieces(title: str, seen: _Seen) -> str:
    """Without a site's name at the end that only its pages' heads carry."""
    cut = titles.pieces(title)
    if len(cut) > 1 and seen.site and names.bare(cut[-1]) == names.bare(seen.site):
        return title[: title.rfind(cut[-1])].rstrip(" -–—|·")
    return title


def _panel_name(seen: _Seen) -> str | None:
    """What the page calls the panel that holds the text, where each job has one that folds away."""
    nodes = seen.document.nodes
    above = (nodes[index].attrs.get("aria-labelledby") for index in seen.document.above(seen.main.node))
    name = next(filter(None, above), None)
    label = next((index for index, node in enumerate(nodes) if name and node.attrs.get("id") == name), None)
    text = tidy(" ".join(node.text for node in nodes[label : nodes[label].end])) if label is not None else ""
    return text if text and topic_of(text) is None else None


def _headings_before(seen: _Seen) -> list[Line]:
    """The headings above the text, or at its top, that announce no section."""
    found: list[Line] = []
    for spot in seen.main.spots:
        inside = seen.main.node <= spot.node < seen.document.nodes[seen.main.node].end
        if inside and len(spot.line.text) > 100:
            break
        names_job = not maintext.generic_title(spot.line.text) and topic_of(spot.line.text) is None
        if spot.line.role is Role.HEADING and names_job:
            found.append(spot.line)
    return found


def _labelled_title(seen: _Seen) -> str | None:
    body = {line.text for line in seen.main.lines if len(line.text) > 120}
    pairs = labels.pairs([spot.line for spot in seen.main.spots if spot.line.text not in body])
    return next((value for name, value in pairs if name == "title" and 3 < len(value) < 120), None)


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


def _is_posting(lines: Sequence[Line], told: Findings | None, shown: Findings) -> bool:
    text = description(lines)
    if told and told.kind in ("json-ld", "microdata") and told.title and len(text) > 60:
        return True
    topics = {topic_of(line.text) for line in lines if len(line.text) <= 90}
    return bool(shown.title) and (reads_like_one(text, topics) or _stated_like_one(text, shown))


def _stated_like_one(text: str, shown: Findings) -> bool:
    """Whether a text without known headings is a posting by the facts that stand around it."""
    facts = (shown.places, shown.employment, shown.remote, shown.until)
    signs = sum(map(bool, facts)) + 2 * bool(shown.salary) + 2 * titles.marked(shown.title or "")
    enough = len(text) > 250 or (len(text) > 120 and signs >= 4)
    return enough and signs >= 3 and _job_words(text) > 0


def reads_like_one(text: str, topics: set[Topic | None]) -> bool:
    """Whether a text with sections on these topics is a posting: it speaks of a job, the shorter the plainer."""
    known = topics - {None}
    enough = 1 if Topic.MUST in known else 2 if known else 3 if len(text) > 600 else 5
    if len(text) > 250:
        return len(known) >= 2 or _job_words(text) >= enough
    return len(text) > 100 and len(known) >= 2 and not known.isdisjoint((Topic.MUST, Topic.DUTY))


def _closed(seen: _Seen) -> bool:
    """Whether a short line of the page says that the posting is over."""
    return any(walls.closed(spot.line.text) for spot in seen.main.spots if len(spot.line.text) < 200)


def _job_words(text: str) -> int:
    """How many different words of job postings a text uses."""
    folded = fold(text)
    return len({folded[start:end] for start, end in matcher("cues", "posting").spans(folded)})


def _company(
    seen: _Seen, told: Findings | None, around: zone.Zone, shown: Findings, lines: Sequence[Line]
) -> str | None:
    body = description(lines)
    sure = 4.6 if told and told.kind in ("json-ld", "microdata") else 4.0
    candidates: list[tuple[str | None, float]] = [
        (told.company if told else None, sure),
        (shown.company, 3.6),
    ]
    candidates += around_title.companies(seen.document, around, shown.title)
    candidates += [(titles.company_in_head(head, seen.site, shown.title), 2.0) for head in seen.heads]
    candidates.append((titles.employer(seen.site), 1.6))
    candidates += [(name, 1.2) for name in around_title.logos(seen.document)]
    candidates += [(match["name"], 1.0) for match in _FOOT.finditer(_foot(seen.document))]
    candidates += [(name, 0.4 - 0.02 * i) for i, name in enumerate(names.names_in(body)[:10])]
    towns = {place.city for found in (told, shown) if found for place in found.places}
    candidates = [(name, weight) for name, weight in candidates if name not in towns]
    site = names.bare(_site_name(seen))
    others = any(name and weight >= 2.0 and names.bare(name) != site for name, weight in candidates)
    foreign = others and _foreign(seen, body)
    return names.choose_company(candidates, body, _site_name(seen), foreign, title=shown.title)


def _site_name(seen: _Seen) -> str:
    """The site's name, or the last part of its pages' titles."""
    last = titles.pieces(seen.heads[-1])[-1:] if seen.heads else []
    return seen.site or "".join(last)


def _foreign(seen: _Seen, body: str) -> bool:
    name = names.bare(_site_name(seen)).split()
    return bool(name) and name[0] not in fold(body)


def _published(document: Document) -> str | None:
    """The day on which the page says in its head that it was published."""
    named = (document.meta.get(name, "") for name in table("heads")["published"])
    return next((day for value in named if (day := dates.of_record(value))), None)


def _foot(document: Document) -> str:
    return " ".join(node.text for node in document.nodes[-400:] if not node.tag)[-3000:]


def _settled(told: Findings | None, shown: Findings) -> Findings:
    """Both together: the record for what the page does not show, the page for what it does."""
    if told is None:
        return replace(shown, kind="html")
    visible_day = shown.posted
    settled = over(replace(shown, kind=told.kind), told)
    return replace(
        settled,
        places=told.places if any(p.city for p in told.places) else shown.places or told.places,
        salary=_pay(told, shown),
        posted=visible_day or told.posted,
        until=told.until or shown.until,
        employment=told.employment or shown.employment,
        remote=shown.remote or told.remote,
    )


def _pay(told: Findings, shown: Findings) -> Salary | None:
    """The record's pay, unless the text states another range and nowhere the record's amounts."""
    texts = [line.text for line in shown.lines]
    country = next((place.country for place in (*told.places, *shown.places) if place.country), None)
    said = salary.find(texts, country)
    if told.salary and said and said.min != said.max and not salary.agree(told.salary, texts):
        return said
    return told.salary or shown.salary
