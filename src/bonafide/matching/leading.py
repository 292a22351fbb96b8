"""How many people, teams and managers, and what budget, a fact says that somebody answered for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bonafide.language import quantities
from bonafide.language.quantities import Quantity
from bonafide.language.sentences import stem
from bonafide.matching.lexicon import data, phrases
from bonafide.matching.resume import Piece

_NO_MONEY = re.compile(r"\b(?:error|performance|time|latency|risk|carbon|privacy)[ -]budgets?\b", re.I)
_ANSWERS_FOR = re.compile(
    r"\b(?:responsib(?:le|ility)|accountab(?:le|ility)|in charge|charge) (?:for|of)\s*$", re.I
)
_HIRED = re.compile(r"\b(?:hired|recruited|trained|coached|mentored|interviewed|promoted)\s$", re.I)
_LEADING_NOUN = re.compile(
    r"\b(?:people management|team leadership|leadership experience|experience in leadership|leadership role|line management|people leadership|personnel responsibility|people responsibility|disciplinary responsibility|"
    r"führungserfahrung|personalverantwortung|führungsverantwortung|encadrement d.équipe|gestión de equipos|gestão de equipes)\b",
    re.I,
)
_LEADING_VERB = re.compile(
    r"\b(?:lead|leading|led|manage|managing|managed|supervise|supervising|supervised|heading|headed|management of|leadership of|direct)\b",
    re.I,
)
_NOBODY = re.compile(
    r"\bwithout (?:\w+ )?(?:personnel|line|people|disciplinary|managing|managerial|formal)|\bno (?:direct reports|line|personnel|disciplinary|people management)",
    re.I,
)
_GROWN = re.compile(
    r"\b(?:team|teams|department|engineering|organi[sz]ation|headcount|group|function|staff|workforce|company|office|studio|practice)"
    r"(?: \w+)? from \S+ to (?:about |around |over |more than |some )?$",
    re.I,
)
_CURRENCY = re.compile(r"[A-Z]{3}")
_TEAM_OF = re.compile(
    r"\b(?:team|group|department|crew|staff|function|organi[sz]ation|foreman|leader|head|supervisor) of(?: (?:at least|about|around|some|over|more than|up to|roughly|nearly|almost))?\s*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Led:
    """A size and the piece that states it."""

    size: float
    piece: Piece


@dataclass(frozen=True, slots=True)
class Sizes:
    """What one fact says was led or answered for; 0 where it says nothing."""

    people: float
    teams: float
    managers: float
    budget: float


@lru_cache(maxsize=8)
def stems(name: str) -> frozenset[str]:
    """The stems of one list of nouns (`people`, `teams`, `managers`), and the canonical unit `people` as it is."""
    return frozenset(form for word in data("scope")[name].split() for form in (stem(word), word))


@lru_cache(maxsize=8)
def cue(name: str) -> re.Pattern[str]:
    """A pattern for one list of phrases: `leading`, `budget`, `of_managers`, `several_teams`."""
    return phrases(data("scope")[name])


@lru_cache(maxsize=1)
def _not_led() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{cue('not_led').pattern})(?:\s+(?:the|a|an|some|about|around|over|up to|more than))?\s*$", re.I
    )


def people(pieces: Iterable[Piece]) -> Led | None:
    """The most people that any of the facts says were led."""
    return _most(pieces, lambda sizes: sizes.people)


def teams(pieces: Iterable[Piece]) -> Led | None:
    """The most teams that any of the facts says were led."""
    return _most(pieces, lambda sizes: sizes.teams)


def managers(pieces: Iterable[Piece]) -> Led | None:
    """The most managers, leads or directors that any of the facts says were led."""
    return _most(pieces, lambda sizes: sizes.managers)


def budget(pieces: Iterable[Piece]) -> Led | None:
    """The largest amount that stands in a sentence about a budget."""
    return _most(pieces, lambda sizes: sizes.budget)


def asks_budget(text: str) -> bool:
    """Whether a text speaks of money to answer for; an error budget is none."""
    return bool(cue("budget").search(_NO_MONEY.sub(" ", text)))


def asks_to_lead(text: str) -> bool:
    """Whether a text asks to have led people, whatever their number: a leading word with a team or people near it."""
    if _LEADING_NOUN.search(text):
        return True
    return any(
        stem(word) in stems("people") | stems("teams")
        for match in _LEADING_VERB.finditer(text)
        for word in re.findall(r"[^\W\d_]+", text[match.end() : match.end() + 40])[:3]
    )


def special_people(text: str) -> frozenset[str]:
    """Stems of the kinds of people a text names (designers, nurses), general words for people left out."""
    return frozenset(map(stem, re.findall(r"[^\W\d_]+", text))) & stems("people") - stems("anybody")


def amount_asked(text: str) -> float | None:
    """The budget a requirement asks, in units of its currency; None where it names none."""
    named = [amount for words, amount in data("scope")["amounts"].items() if phrases([words]).search(text)]
    stated = [q.value for q in quantities.find(text) if _is_money(q)]
    return max([*named, *stated], default=None)


def people_asked(text: str) -> float | None:
    """The number of people a requirement asks somebody to have led."""
    for quantity in quantities.find(text):
        if quantity.unit in stems("people") or (quantity.unit is None and _of_a_team(text, quantity)):
            return quantity.value
    return None


def _most(pieces: Iterable[Piece], size_of: Callable[[Sizes], float]) -> Led | None:
    """The first of the largest; a mere list tells of nothing led."""
    told = [Led(size_of(_sizes_in(piece.fact.text)), piece) for piece in pieces if not piece.is_listed]
    return max((led for led in told if led.size), key=lambda led: led.size, default=None)


@lru_cache(maxsize=4096)
def _sizes_in(text: str) -> Sizes:
    return Sizes(
        max(_people_in(text), default=0.0),
        max(_teams_in(text), default=0.0),
        max(_managers_in(text), default=0.0),
        max(_budgets_in(text), default=0.0),
    )


def _teams_in(text: str) -> Iterator[float]:
    return (quantity.value for quantity in _led_quantities(text) if quantity.unit in stems("teams"))


def _people_in(text: str) -> Iterator[float]:
    for quantity in _led_quantities(text):
        grown = (
            quantity.role == "to"
            and quantity.unit not in stems("teams")
            and _GROWN.search(text[: quantity.start])
        )
        if (
            quantity.unit in stems("people")
            or (quantity.unit is None and _of_a_team(text, quantity))
            or grown
        ):
            yield quantity.high or quantity.value


def _managers_in(text: str) -> Iterator[float]:
    for quantity in quantities.find(text) if cue("leading").search(text) else ():
        following = text[quantity.end : quantity.end + 24]
        if quantity.unit in stems("managers") and not re.match(
            r"\s*(?:product|project|account)\b", following, re.I
        ):
            yield quantity.value


def _led_quantities(text: str) -> Iterator[Quantity]:
    """Figures of those led: the fact speaks of leading, or opens with them, and does not say otherwise just before."""
    if _NOBODY.search(text):
        return
    found = quantities.find(text)
    leads = bool(cue("leading").search(text))
    for quantity in found:
        before = text[: quantity.start]
        first_words = len(before.split()) <= 3
        in_teams = any(
            other.unit in stems("teams") and 0 < other.start - quantity.end < 24 for other in found
        )
        if not (leads or first_words or in_teams or _TEAM_OF.search(before)):
            continue
        answers_for = _ANSWERS_FOR.search(before) or _TEAM_OF.search(before)
        if answers_for or quantity.role or not _not_led().search(before):
            yield quantity


def _of_a_team(text: str, quantity: Quantity) -> bool:
    """`team of 20`, `group of 50 or more`, `20-strong`."""
    return bool(_TEAM_OF.search(text[: quantity.start])) or text[quantity.end : quantity.end + 7].startswith(
        "-strong"
    )


def _is_money(quantity: Quantity) -> bool:
    return bool(quantity.unit and _CURRENCY.fullmatch(quantity.unit))


def _budgets_in(text: str) -> Iterator[float]:
    if not asks_budget(text):
        return
    for quantity in quantities.find(text):
        if _is_money(quantity):
            yield quantity.high or quantity.value
