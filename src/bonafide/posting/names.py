"""The company behind a posting: weighing the names that a page offers, and those its text calls itself by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bonafide.posting import places, tongue
from bonafide.posting.lexicon import table
from bonafide.posting.lines import fold, tidy
from bonafide.posting.maintext import generic_title

_NAME = r"(?P<name>[^\W\da-zà-ÿ_][\w&'’.-]*(?: (?:[^\W\da-zà-ÿ_][\w&'’.-]*|&|of|und|and)){0,5})"
_ENTITY = re.compile(r"(?P<country>[A-Z]{2}|)\d{2,6}[ _-]+(?=[^\W\d])")
_OPENING = re.compile(rf"(?:^|\n){_NAME}(?= [a-zà-ÿ])")
_EQUAL = r" (?:is|are) (?:an?|the|proud) (?:[\w/-]+ ){0,3}?(?:equal[- ]opportunity|employer)"


def bare(name: str) -> str:
    """A company's name for comparing: no legal form, marks or case."""
    plain = _legal_form().sub("", fold(name).strip(" ."))
    return re.sub(r"[^\w&]+", " ", plain).strip()


def without_entity(name: str) -> str:
    """A name without the number by which a group's books know it: `0412 Glow Ltd`, `CH01 Glow SA`."""
    found = _ENTITY.match(name)
    known = found and (not found["country"] or places.country_code(found["country"]))
    return name[found.end() :] if found and known else name


def choose_company(
    candidates: Sequence[tuple[str | None, float]],
    body: str,
    site: str,
    foreign: bool,
    title: str | None = None,
) -> str | None:
    """The candidate that weighs most with what the posting's own text says of it.

    `foreign`: the page belongs to a board, so the site's own name weighs against a candidate.
    """
    scored: list[tuple[float, str]] = []
    sure: set[str] = set()
    whole = fold(body)
    named = [
        (plain, weight)
        for name, weight in candidates
        if (plain := _candidate(name)) and not _is_part(plain, whole)
    ]
    for plain, weight in named:
        sure |= {plain} if weight >= 2.0 else set()
        again = sum(bare(other) == bare(plain) for other, _ in named) - 1
        score = (
            weight + _support(plain, body) - 3.0 * (fold(plain) in fold(title or "")) + 0.7 * min(3, again)
        )
        board = foreign and bare(plain) == bare(site)
        scored.append((score - 3.0 * (board or bare(plain) in _platforms()), plain))
    if not scored:
        return None
    best = max(scored, key=lambda pair: pair[0])
    longer = [pair for pair in scored if pair[1] in sure and fold(pair[1]).startswith(fold(best[1]) + " ")]
    return max(longer, default=best, key=lambda pair: pair[0])[1]


@lru_cache(maxsize=1)
def _platforms() -> frozenset[str]:
    return frozenset(map(bare, table("names")["platforms"]))


def _candidate(name: str | None) -> str | None:
    """A name without what surrounds it, or None where it names no company."""
    plain = tidy(name or "").strip(" -–—|:,")
    if not bare(plain) or len(plain) > 90 or fold(plain) in _common() or generic_title(plain):
        return None
    return None if is_department(plain) else plain


def is_department(name: str) -> bool:
    """Whether a name is a field of work rather than a company."""
    return fold(name) in _departments()


def _is_part(name: str, folded: str) -> bool:
    """Whether the text speaks of a name as of a part of something larger: `the School of Lamps`."""
    at = folded.find(f" of {fold(name)}")
    return at > 0 and folded[:at].endswith(tuple(table("names")["parts"]))


def ends_in_form(name: str) -> bool:
    """Whether a name ends in a legal form: `Glow Ltd.`."""
    return _legal_form().search(fold(name).strip(" .")) is not None


def _support(name: str, body: str) -> float:
    """How often the text speaks of a company: by its whole name, or by the first word of it, in capitals."""
    whole = tidy(_legal_form().sub("", name))
    if not bare(whole):
        return 0.0
    support = 1.2 * min(3, len(re.findall(rf"(?<!\w){re.escape(whole)}(?!\w)", body)))
    first = whole.split()[0]
    if len(first) > 3 and fold(first) not in _common() and first[:1].isupper():
        support = max(support, 0.8 * min(3, len(re.findall(rf"(?<!\w){re.escape(first)}(?!\w)", body))))
    return support


def names_in(body: str) -> list[str]:
    """What the text calls the company where it speaks of itself, most telling first."""
    found: list[str] = []
    for pattern in _introductions():
        for match in pattern.finditer(body[:20_000]):
            name = tidy(match["name"]).strip(" .,:;'’")
            name = re.sub(r"['’]s$", "", name)
            telling = re.search(r"[^\W\d_]{2}", name)  # "at B2" names a level
            if telling and fold(name).split()[0] not in _common() and not places.country_code(name):
                found.append(name)
    return found


def from_slug(slug: str, body: str) -> str | None:
    """The company's name as the text prints it, for an address's `fjordlys`; else nothing."""
    wanted = re.sub(r"[^a-z0-9]", "", fold(slug))
    words = re.findall(r"[^\W_][\w&'’.-]*", body)
    for size in range(6, 0, -1):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size]).strip(".,:;'’")
            if name[:1].isupper() and re.sub(r"[^a-z0-9]", "", fold(re.sub(r"['’]s$", "", name))) == wanted:
                return fuller(re.sub(r"['’]s$", "", name), body)
    return None


def fuller(name: str, body: str) -> str:
    """The longer name by which the text introduces the same company once: `Fjordlys` -> `Fjordlys Harbour Lights`."""
    # German writes every noun with a capital, so there a sentence's first words tell no name's end.
    opening = () if tongue.language_of(body) == "de" else (_OPENING,)
    for pattern in (_introductions()[0], *opening):
        for match in pattern.finditer(body):
            longer = tidy(match["name"])
            if fold(longer).startswith(fold(name) + " ") and len(longer.split()) <= 5:
                return longer
    return name


def title_from_slug(slug: str) -> str:
    """Words from an address where nothing better names the company: `blue-heron` -> `Blue Heron`."""
    return " ".join(word.capitalize() for word in re.split(r"[-_.]+", slug) if word)


@lru_cache(maxsize=1)
def _legal_form() -> re.Pattern[str]:
    forms = sorted(map(re.escape, table("names")["forms"]), key=len, reverse=True)
    return re.compile(rf"(?:,? (?:{'|'.join(forms)})\.?)+$", re.I)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(map(fold, table("names")["common"]))


@lru_cache(maxsize=1)
def _departments() -> frozenset[str]:
    return frozenset(map(fold, table("names")["departments"]))


@lru_cache(maxsize=1)
def _introductions() -> tuple[re.Pattern[str], ...]:
    """How a text introduces its company, the surest way first."""
    words = {name: "|".join(map(re.escape, table("names")[name])) for name in ("verbs", "before", "headings")}
    return (
        re.compile(rf"(?:^|[.!?]\s+|\n){_NAME}{_EQUAL}"),
        re.compile(rf"(?<!\w)(?i:{words['before']}) {_NAME}"),
        re.compile(rf"(?:^|\n)(?i:{words['headings']}) {_NAME}[:?]?(?=\n|$)"),
        re.compile(rf"(?:^|\n){_NAME} (?:\([^()\n]{{1,40}}\) )?(?:{words['verbs']})(?!\w)"),
    )
