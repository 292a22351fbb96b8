"""The bodies under heads: list items are highlights, prose is a summary; periods become dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bonafide.cv.atoms import Head
from bonafide.cv.cleaning import clean
from bonafide.cv.gather import Entry, Found
from bonafide.cv.paragraph import Paragraph
from bonafide.cv.words import BODY_LABELS
from bonafide.language.calendar import plain

_SIGN = re.compile(r"^(?:[•‣▪●◦·►✓➢❖○■□∙⁃▸▹▶➤➔✔✦◆◇*]|[–—-](?=\s))\s*")
_URL = re.compile(r"^(?:https?://|www\.)\S+$|^[\w-]+(?:\.[\w-]+)+/\S*$", re.I)


def dates_of(head: Head, single_is_end: bool = False) -> Entry:
    """`start_date` and `end_date` as ISO; no end where the period goes on.

    A single date is both start and end, or only the end (of studies).
    """
    period, where = head.period, head.where
    if period is None or where is None:
        return {}
    entry: Entry = {}
    single = period.start_date == period.end_date
    if period.start_date and not (single and single_is_end):
        entry["start_date"] = Found(period.start_date.iso(), head.printed, where, 0.97)
    if period.end_date:
        entry["end_date"] = Found(period.end_date.iso(), head.printed, where, 0.97)
    return entry


def text_of(paragraph: Paragraph, confidence: float = 0.95) -> Found:
    """The whole paragraph as a value, without the sign of a list item."""
    text = clean(" ".join(cell.text for cell in paragraph.cells))
    return Found(_SIGN.sub("", text), text, paragraph.place, confidence)


def body_of(paragraphs: Sequence[Paragraph]) -> Entry:
    """`summary`, `highlights` and `url` of an entry's body."""
    entry: Entry = {}
    rest = []
    for paragraph in paragraphs:
        if _URL.match(clean(paragraph.text)) and "url" not in entry:
            entry["url"] = text_of(paragraph)
        elif clean(paragraph.whole):
            rest.append(paragraph)
    prose, items = _parted(rest)
    if prose:
        entry["summary"] = _joined(prose)
    if items:
        entry["highlights"] = [text_of(item) for item in items]
    return entry


def _parted(body: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Prose before the list, and the list; without list items several short paragraphs are the list.

    A label such as "Highlights" opens the list and is no part of it.
    """
    labelled = next((i for i, p in enumerate(body) if plain(clean(p.text)).strip(" :") in BODY_LABELS), None)
    if labelled is not None:
        return body[:labelled], body[labelled + 1 :]
    signed = [bool(p.level or _SIGN.match(clean(p.text))) for p in body]
    if any(signed):
        first = signed.index(True)
        return body[:first], body[first:]
    return (body, []) if len(body) < 2 else ([], body)


def _joined(prose: list[Paragraph]) -> Found:
    parts = [text_of(paragraph) for paragraph in prose]
    text = " ".join(part.value for part in parts)
    return Found(text, text, parts[0].place, 0.9)
