"""Where the facts around a posting's title end and its description begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bonafide.posting import labels, salary
from bonafide.posting.lexicon import listed
from bonafide.posting.lines import Line, Role, fold
from bonafide.posting.maintext import MainText, is_button
from bonafide.posting.markup import Spot
from bonafide.posting.plain import is_fact
from bonafide.posting.sections import topic_of

_MOST = 25
_ABOVE = 8
_LONGEST = 140
_COPYRIGHT = re.compile(r"©|\(c\) ?\d|copyright\b", re.I)


@dataclass(frozen=True, slots=True)
class Zone:
    """The facts around the title: their spots in order of print, those right above the title, and the body's lines."""

    spots: tuple[Spot, ...]
    above: tuple[Spot, ...]
    body: tuple[Line, ...]


def find(main: MainText, title: str | None) -> Zone:
    """Cuts the main text where the facts end and the description begins."""
    body = main.lines[: _end_of_text(main.lines)]
    cut = _end_of_facts(body, title)
    start = _start_of(body[cut:], main.spots)
    titled = (i for i, spot in enumerate(main.spots[:start]) if is_title(spot.line.text, title))
    first = max(titled, default=max(0, start - 12))
    above = main.spots[max(0, first - _ABOVE) : first]
    return Zone(main.spots[first:start][-_MOST:], above, tuple(body[cut:]))


def is_title(text: str, title: str | None) -> bool:
    """Whether a line is the posting's title, whatever stands behind it."""
    return bool(title) and fold(text).startswith(fold(title or ""))


def _start_of(body: Sequence[Line], spots: Sequence[Spot]) -> int:
    """The spot at which the body's first line stands; of several the one that its second line follows."""
    found = [index for index, spot in enumerate(spots) if body and _stands_in(spot, body[0])]
    followed = (
        index
        for index in found
        for spot in spots[index + 1 : index + 2]
        if len(body) > 1 and _stands_in(spot, body[1])
    )
    return next(followed, next(iter(found), 0))


def _stands_in(spot: Spot, line: Line) -> bool:
    return spot.line.text == line.text or (spot.line.text.endswith(line.text) and len(line.text) > 20)


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


def _is_pay(text: str) -> bool:
    """Whether a short line is an amount of pay."""
    pay = salary.stated(text) if len(text) <= 45 and any(c.isdigit() for c in text) else None
    return pay is not None and pay.currency is not None


def _heads_facts(two: Sequence[Line]) -> bool:
    """A heading that announces nothing and has facts below it, as a company's name below the title."""
    return len(two) == 2 and len(two[0].text) <= 60 and topic_of(two[0].text) is None and _is_fact(two[1])


def _is_pair(two: Sequence[Line]) -> bool:
    """A label and its value, each on a line."""
    if len(two) < 2 or len(two[0].text) > 34 or len(two[1].text) > 90 or two[1].role is Role.ITEM:
        return False
    return labels.is_label(two[0].text) or (two[0].text.endswith(":") and topic_of(two[0].text) is None)


def _end_of_text(body: Sequence[Line]) -> int:
    """Where the page's own facts or its foot begin again behind the text."""
    end = len(body)
    while end > 3 and (_is_pair(body[end - 2 : end]) or _is_foot(body[end - 1].text)):
        end -= 1 if _is_foot(body[end - 1].text) else 2
    return end


def _is_foot(text: str) -> bool:
    return bool(_COPYRIGHT.match(text)) or listed("chrome", "foot", "words").search(fold(text))


def _is_fact(line: Line) -> bool:
    if (line.role is Role.HEADING and topic_of(line.text) is not None) or len(line.text) > _LONGEST:
        return False
    if is_fact(line.text) or _is_pay(line.text) or labels.pairs([line]) or is_button(line.text):
        return True
    if len(line.parts) > 2 and all(
        len(part) <= 45 and not part.endswith((".", ":", "!")) for part in line.parts
    ):
        return True  # facts that only a style sheet keeps apart
    return (
        len(line.text) <= 45
        and line.role is not Role.HEADING
        and not line.text.endswith((".", ":", "!"))
        and not topic_of(line.parts[0] if len(line.parts) > 1 else line.text)
    )
