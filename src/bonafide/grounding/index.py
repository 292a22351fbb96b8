"""A person's facts made ready for checking: figures with what follows from them, entries, names, words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bonafide.grounding.derive import Figure, figures_of
from bonafide.grounding.lexicon import cues, keys_of, ordinary
from bonafide.language.doing import Doing, done, kinds
from bonafide.language.periods import months_between
from bonafide.language.sentences import split, words
from bonafide.language.terms import find_terms
from bonafide.model.fact import Fact, Facts

_LEGAL = frozenset(cues("names")["legal"])
_PLAIN = frozenset(cues("names")["plain"])
_ORGANISATIONS = {
    "work": ("name",),
    "volunteer": ("organization",),
    "education": ("institution",),
    "projects": ("name", "entity"),
    "certificates": ("name", "issuer"),
    "awards": ("title", "awarder"),
    "publications": ("name", "publisher"),
}
_EARNED = frozenset({"education", "certificates", "awards"})
# Studies that began so many years ago, without an end, go on.
_STUDYING = 3
_JOBS = ("/work", "/volunteer", "/projects")
_TITLES = frozenset({"position", "roles", "label"})
_SILENT = frozenset(
    {"url", "email", "phone", "image", "startDate", "endDate", "countryCode", "username", "postalCode"}
)


@dataclass(frozen=True, slots=True)
class Known:
    """A sentence of a fact with its words, figures and years; `context` and `beside` are those of the whole fact."""

    fact: Fact
    folded: str
    words: frozenset[str]
    keys: frozenset[str]
    figures: tuple[Figure, ...]
    years: frozenset[int]
    terms: tuple[str, ...]
    context: frozenset[str]
    beside: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A position, degree, project ...: its names in lower case, titles, dates and facts. `months` counts to today."""

    pointer: str
    section: str
    names: tuple[str, ...]
    titles: tuple[str, ...]
    city: str
    start: str | None
    end: str | None
    months: int
    known: tuple[Known, ...]
    keys: frozenset[str]

    @property
    def years(self) -> frozenset[int]:
        """Every year that the entry names, its first and last included."""
        dates = {int(iso[:4]) for iso in (self.start, self.end) if iso}
        return frozenset(dates).union(*(known.years for known in self.known))


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that the checks ask of a person's facts; `free` are the words of facts that belong to no job,
    `figured` the sentences of facts with figures."""

    facts: Facts
    today: date
    known: tuple[Known, ...]
    entries: tuple[Entry, ...]
    tokens: frozenset[str]
    folded: str
    free: frozenset[str]
    figured: tuple[Known, ...]

    def entry_of(self, fact: Fact) -> Entry | None:
        """The entry a fact belongs to, if it belongs to one."""
        return next((entry for entry in self.entries if entry.pointer == fact.entry), None)


@lru_cache(maxsize=32)
def index_of(facts: Facts, today: date, told: frozenset[Doing] = frozenset()) -> Index:
    """The index of a person's facts as of a day, without what they say was not done.

    `told` are the ways of not doing that a sentence itself tells of: `we failed the audit` may rest on a failed audit.
    """
    left = frozenset() if told & {Doing.UNDONE, Doing.NEGATED} else _unfinished(facts, today)
    kept = (fact for fact in facts if fact.name not in _SILENT and fact.entry not in left)
    known = tuple(item for fact in kept for item in _known(fact, told))
    folded = " \n ".join(item.folded for item in known)
    return Index(
        facts=facts,
        today=today,
        known=known,
        entries=tuple(_entries(facts, known, today)),
        tokens=frozenset(words(folded)) | _initials(known),
        folded=folded,
        figured=tuple(item for item in known if item.figures),
        free=frozenset(
            word for item in known if not item.fact.entry.startswith(_JOBS) for word in item.words
        ),
    )


def _unfinished(facts: Facts, today: date) -> frozenset[str]:
    """The entries of studies and certificates of which the CV says that they were not finished, or are no longer held."""
    earned = [fact for fact in facts if fact.section in _EARNED]
    said = (fact.entry for fact in earned if Doing.UNDONE in kinds(fact.text))
    ends = {fact.entry: fact.text for fact in earned if fact.name == "endDate"}
    begun = (
        fact.entry
        for fact in earned
        if fact.name == "startDate" and fact.section == "education" and fact.entry not in ends
        if today.year - int(fact.text[:4]) <= _STUDYING
    )
    later = (entry for entry, end in ends.items() if end > today.isoformat())
    return frozenset((*said, *begun, *later))


def _known(fact: Fact, told: frozenset[Doing]) -> Iterable[Known]:
    """A fact sentence by sentence: a long summary must not back a statement with words from all over it."""
    named = fact.name in _TITLES or fact.name in _ORGANISATIONS.get(fact.section, ())
    whole = fact.text if named else done(fact.text, told)
    context, beside = keys_of(whole), figures_of(whole)
    for sentence in split(fact.text):
        text = sentence.text if named else done(sentence.text, told)
        terms = tuple(dict.fromkeys(hit.term for hit in find_terms(text)))
        folded = text.casefold().replace("’", "'")
        yield Known(
            fact,
            folded,
            frozenset(words(text)),
            keys_of(text),
            figures_of(text),
            years_in(text),
            terms,
            context,
            beside,
        )


def years_in(text: str) -> frozenset[int]:
    """Calendar and fiscal years (`FY24`) that a text names."""
    plain = re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text)
    fiscal = re.findall(r"\bFY ?'?(\d{2})\b", text)
    return frozenset([*map(int, plain), *(2000 + int(year) for year in fiscal)])


def _initials(known: Iterable[Known]) -> frozenset[str]:
    """`cto` from Chief Technology Officer: what a capitalised phrase may be shortened to."""
    found: set[str] = set()
    for item in known:
        for phrase in re.findall(r"(?:[A-Z][\w-]*(?: of | and | for | & | )?){2,6}", item.fact.text):
            initials = "".join(word[0] for word in re.findall(r"[A-Z][\w]*", phrase)).lower()
            found.update(initials[:end] for end in range(2, len(initials)))
            found.add(initials)
    return frozenset(initial for initial in found if len(initial) > 1)


def _entries(facts: Facts, known: tuple[Known, ...], today: date) -> Iterable[Entry]:
    cities = frozenset(_city(fact.text).casefold() for fact in facts if fact.name in ("location", "city"))
    for pointer in dict.fromkeys(fact.entry for fact in facts if fact.entry):
        if pointer.split("/")[1] not in ("skills", "languages", "interests", "references", "basics"):
            yield _entry(
                pointer, facts, tuple(item for item in known if item.fact.entry == pointer), cities, today
            )


def _entry(
    pointer: str, facts: Facts, known: tuple[Known, ...], cities: frozenset[str], today: date
) -> Entry:
    section = pointer.split("/")[1]
    values = {fact.name: fact.text for fact in facts.of(pointer)}
    start, end = _iso(values.get("startDate")), _iso(values.get("endDate"))
    if not start and not end:
        start = end = _iso(values.get("date") or values.get("releaseDate"))
    named = _ORGANISATIONS.get(section, ())
    return Entry(
        pointer=pointer,
        section=section,
        names=tuple(
            name
            for item in known
            if item.fact.name in named
            for name in _names(section, item.fact.text)
            if name not in cities
        ),
        titles=tuple(item.fact.text for item in known if item.fact.name in _TITLES),
        city=_city(values.get("location") or ""),
        start=start,
        end=end,
        months=months_between(start, end, today) if start else 0,
        known=known,
        keys=frozenset[str]().union(*(item.keys for item in known)) if known else frozenset(),
    )


def _city(location: str) -> str:
    return location.split(",")[0].split("(")[0].strip()


def _iso(date: str | None) -> str | None:
    """The date where it is ISO 8601; a date that a file spells otherwise cannot be counted with."""
    return date if date and re.fullmatch(r"\d{4}(-\d{2}){0,2}", date) else None


def _names(section: str, text: str) -> list[str]:
    """What an organisation goes by; a school also by each telling word of its name (`a degree from Bradby`)."""
    telling = (word for word in words(text) if word not in _PLAIN and len(word) > 3 and word.isalpha())
    return [*aliases(text), *(telling if section == "education" else ())]


def aliases(name: str) -> list[str]:
    """An organisation's name in lower case, whole, without its legal form, and by its own first words."""
    whole = re.sub(r"\s*\(.*?\)", "", name).lower().replace("’", "'")
    own = [bare for word in whole.split() if (bare := word.strip(",")) and bare not in _LEGAL]
    shorter = [" ".join(own[:count]) for count in range(len(own), 0, -1)]
    shorter += [" ".join(own[first:]) for first in range(1, len(own) - 1)]
    shorter += [own[-1]] if len(own) > 1 and len(own[-1]) > 3 and not ordinary(own[-1]) else []
    telling = [
        part
        for part in shorter
        if part in shorter[len(own) :] or any(word not in _PLAIN and len(word) > 2 for word in part.split())
    ]
    bracketed = re.findall(r"\(([^)]{2,12})\)", name)
    initials = "".join(word[0] for word in own if word[0].isalpha()) if len(own) > 2 else ""
    every = [whole, *telling, *(b.lower() for b in bracketed), *([initials] if len(initials) > 2 else [])]
    return [name for name in dict.fromkeys(every) if name.strip()]
