"""How many people, teams and managers, and what budget, a fact says that somebody answered for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bonafide.language import quantities
from bonafide.language.doing import Doing, done
from bonafide.language.quantities import Quantity
from bonafide.language.sentences import stem, words
from bonafide.matching.lexicon import data, phrases
from bonafide.matching.resume import Piece

_NO_MONEY = re.compile(r"\b(?:error|performance|time|latency|risk|carbon|privacy)[ -]budgets?\b", re.I)
_ANSWERS_FOR = re.compile(
    r"\b(?:responsib(?:le|ility)|accountab(?:le|ility)|in charge|charge) (?:for|of)\s*$", re.I
)
_LEADING_NOUN = re.compile(
    r"\b(?:people management|team leadership|leadership experience|experience in leadership|leadership role|line management|people leadership|personnel responsibility|people responsibility|disciplinary responsibility|"
    r"führungserfahrung|personalverantwortung|führungsverantwortung|leitungserfahrung|personalführung|mitarbeiterführung|teamleitung|leitungsverantwortung|"
    r"encadrement d.équipe|encadrement d.une équipe|management d.équipe|management d.une équipe|animation d.équipe|gestión de equipos|dirección de equipos|liderazgo de equipos|gestão de equip[ae]s|"
    r"leidinggevende|leidinggevend|leidinggeven|gestione di (?:un )?team|coordinamento di (?:un )?(?:team|gruppo)|kierowania zespołem|zarządzania zespołem)\b",
    re.I,
)
_LEADING_VERB = re.compile(
    r"\b(?:lead|leads|leading|led|manage|manages|managing|managed|supervise|supervising|supervised|heading|headed|management of|leadership of|direct|directed|run|ran|running|oversee|oversaw|grew|grown|"
    r"führung|leitung|führen|leiten|encadr\w+|dirig\w+|lider\w+|animer|piloter|manager|aansturen|leiden|coordinare|guidare|gestire|gestionar|coordinar)\b",
    re.I,
)
_NOBODY = re.compile(
    r"\bwithout (?:\w+ )?(?:personnel|line|people|disciplinary|managing|managerial|formal|direct reports)|\bno (?:direct reports|line|personnel|disciplinary|people management)"
    r"|\b(?:none|nobody|no one)(?: of (?:them|whom|those|these))? (?:report\w*|answer\w*|belong\w*) to|\b(?:who|they) (?:do|did) not report to|\bnot (?:my|as) (?:direct )?reports"
    r"|\bohne (?:disziplinarische|personal|führungs)|\bsans (?:lien |responsabilité )?hiérarchique|\bsin personal a cargo|\bzonder (?:formele|hiërarchische)",
    re.I,
)
_GROWN = re.compile(
    r"\b(?:team|teams|department|engineering|organi[sz]ation|headcount|group|function|staff|workforce|company|office|studio|practice)"
    r"(?: \w+)? from \S+ to (?:about |around |over |more than |some )?$",
    re.I,
)
_CURRENCY = re.compile(r"[A-Z]{3}")
_SUMMED = re.compile(r"[^,.;:()\d]{0,40}\b(?:and|plus|und|et)\s+(?:(?:about|around|some|over) )?", re.I)
"""Between two figures that make one crowd: `13 teachers and 3 technicians`."""
_DO_SOMETHING = re.compile(
    r"[^,.;:()]{0,40}\b(?:use|uses|used|using|rely|relied|depend|attend|attended|joined|signed|visited|follow|log)\b",
    re.I,
)
"""After a figure: those people use what was made; nobody led them."""
_BY_WORD = re.compile(
    r"\b(?:(?:technical|functional|project|team) lead(?:er)?|technically led|led technically|(?:technical )?direction for|fachlich\w*)\b",
    re.I,
)
_NEXT_WORDS = re.compile(r"(?:\s+[^\W\d_]{4,}){1,2}")
_PAPERS = frozenset({"report", "reports"})
_DIRECT = re.compile(r"\b(?:direct|line|my) reports\b", re.I)
"""Reports are people only where somebody leads them: `moved 400 reports to a new tool` counts papers."""
_PEOPLE_ENDS = (
    "kräfte",
    "kräften",
    "mitarbeiter",
    "mitarbeitern",
    "mitarbeitende",
    "mitarbeitenden",
    "medewerkers",
    "leute",
    "leuten",
)
"""What German and Dutch compounds that count people end in: `Küchenkräfte`."""
_GAP_OF_TEXT = 45
"""Characters between two figures that can still be one crowd."""
_OF_THEM = re.compile(r"\s*(?:of (?:them|whom|these|which) )(?P<who>(?:\w+ ?){1,3})", re.I)
_OR_MORE = re.compile(r"\s*(?:or more|or above|or so|\+|plus)\s+(?P<who>[^\W\d_]+)", re.I)
_TEAM_OF = re.compile(
    r"\b(?:teams?|équipes?|equip[ae]|equipo|brigade|squadra|mannschaft|abteilung|gruppe|groupe|service|org|group|department|crew|staff|workforce|function|organi[sz]ation|foreman|leader|head|supervisor) (?:of|de|d.|von|van|di)(?: ?(?:at least|au moins|al menos|ten minste|minimaal|almeno|pelo menos|mindestens|rund|etwa|environ|unos|ongeveer|circa|beyond|about|around|some|over|more than|up to|roughly|nearly|almost))?\s*$",
    re.I,
)


_RUN_WITH = re.compile(
    r"^(?:i )?(?:run|ran|lead|led|head|headed|manage|managed|direct|directed) (?:the|an?|our) (?:[\w&-]+ ){1,4}(?:with|of)\s*$",
    re.I,
)
"""Before a figure: what is run is made of those people (`Run the night desk with 22 agents`)."""
_RESPONSIBLE = re.compile(
    r"(?:i (?:am|was) )?(?:solely |jointly )?(?:responsib(?:le|ility)|accountab(?:le|ility)|in charge|answer(?:able)?|verantwort\w+|verantwoordelijk|responsable|a cargo)\b",
    re.I,
)
"""A line that opens so says what its writer answered for."""
_RAN = re.compile(
    r"\b(?:ran|run|led|lead|managed?|delivered?|directed?|oversaw|headed|steered|built|verantwortete?|leitete|piloté|conduit|dirigí) (?:(?:an?|the|two|three|our|der|die|das|ein|eine|einen|un|une|el|la) )?\s*$",
    re.I,
)
"""Before an amount of money: it is the size of what somebody ran."""
_IN_A_TEAM = re.compile(
    r"\b(?:for|in|within|joined|with|part of|member of|supported|supporting|alongside) (?:a|an|the|our) (?:[\w-]+ ){0,2}(?:team|group|crew) of\s*$"
    r"|\b(?:in|im|innerhalb|mitglied) (?:eine[mrs]|des|dem) (?:[\w-]+ ){0,2}(?:team|teams|gruppe) von\s*$|\b(?:au sein|membre) d.une équipe de\s*$|\b(?:en|dentro de) un equipo de\s*$|\bin een team van\s*$",
    re.I,
)
"""Before a figure: the team is one that somebody worked in or for."""


_EMPLOYER = re.compile(
    r"[^.;:\d]{2,80}[,;–-]\s*(?:about |some |around |rund |etwa |environ |unos |circa )?[\d.,\s]{1,9}[^\W\d_]+(?: [^\W\d_]+)?\.?"
)


@dataclass(frozen=True, slots=True)
class Led:
    """A size and the piece that states it; for money with its currency (ISO 4217), "" where none is known."""

    size: float
    piece: Piece
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What one fact says was led or answered for; 0 where it says nothing."""

    people: float
    teams: float
    managers: float
    budget: float
    currency: str


@lru_cache(maxsize=8)
def stems(name: str) -> frozenset[str]:
    """The stems of one list of nouns (`people`, `teams`, `managers`), and the canonical unit `people` as it is."""
    return frozenset(form for word in data("scope")[name].split() for form in (stem(word), word))


@lru_cache(maxsize=8)
def cue(name: str) -> re.Pattern[str]:
    """A pattern for one list of phrases: `leading`, `budget`, `of_managers`, `several_teams`."""
    return phrases(data("scope")[name])


@lru_cache(maxsize=1)
def _of_the_employer() -> re.Pattern[str]:
    """What stands before a figure that says how large an employer is: `Independent studio, `; a unit of it is none."""
    units = "|".join(data("scope")["teams"].replace("hospital school", "").split())
    return re.compile(rf"(?!.*\b(?:{units})s?\b)[^.;:\d]{{1,80}},\s*", re.I)


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
    """The largest amount that stands in a sentence about a budget, in its own currency."""
    led = _most(pieces, lambda sizes: sizes.budget)
    return replace(led, currency=_sizes_in(_line(led.piece)).currency) if led else None


def informally(pieces: Iterable[Piece]) -> Led | None:
    """The most people that a fact of leading without reports names (`technical lead of a project group of 5`)."""
    told = [
        Led(quantity.value, piece)
        for piece in pieces
        if not piece.is_listed and _BY_WORD.search(_line(piece))
        for quantity in quantities.find(_line(piece))
        if quantity.unit in stems("people") or _of_a_team(_line(piece), quantity)
    ]
    return max(told, key=lambda led: led.size, default=None)


def exchanged(amount: float, currency: str, into: str) -> float:
    """An amount in another currency by the rates of `scope.toml`, as it is where either is not known there."""
    rates = data("scope")["rates"]["euros"]
    return amount * rates[currency] / rates[into] if currency in rates and into in rates else amount


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


def amount_asked(text: str) -> tuple[float, str] | None:
    """The budget a requirement asks, with its currency ("" for words); None where it names none."""
    amounts = data("scope")["amounts"].items()
    named = [(float(amount), "") for words, amount in amounts if phrases([words]).search(text)]
    stated = [(q.value, q.unit or "") for q in money_in(text)]
    asked = max([*named, *stated], default=None)
    return asked if asked and asked[0] > 0 else None


def money_in(text: str) -> tuple[Quantity, ...]:
    """Every amount of money in a text, in order of place."""
    return tuple(quantity for quantity in quantities.find(text) if _is_money(quantity))


def people_asked(text: str) -> float | None:
    """The number of people a requirement asks somebody to have led."""
    for quantity in quantities.find(text):
        more = _OR_MORE.match(text[quantity.end :])
        counted = quantity.unit is None and (
            _of_a_team(text, quantity) or _is_person(more) or _counts_people(text, quantity)
        )
        if quantity.unit in stems("people") or counted:
            return quantity.value
    return None


def _is_person(match: re.Match[str] | None) -> bool:
    return match is not None and stem(match.group("who")) in stems("people")


def _describes_employer(piece: Piece) -> bool:
    """`Plant breeding, 600 staff.`: the summary of a position that says what the employer is, and its size last."""
    is_summary = piece.fact.name == "summary" and piece.fact.section == "work"
    return (
        is_summary
        and bool(_EMPLOYER.fullmatch(piece.fact.text))
        and not _LEADING_VERB.search(piece.fact.text)
    )


def _line(piece: Piece) -> str:
    """What a line says was done, with its denials: `without personnel responsibility` is read here too."""
    return done(piece.fact.text, keep=(Doing.NEGATED, Doing.TRIED))


def _most(pieces: Iterable[Piece], size_of: Callable[[Sizes], float]) -> Led | None:
    """The first of the largest; a mere list tells of nothing led, nor does a line that describes the employer."""
    telling = (piece for piece in pieces if not piece.is_listed and not _describes_employer(piece))
    told = [
        Led(size_of(_sizes_in(_line(piece), piece.fact.name == "highlights")), piece) for piece in telling
    ]
    return max((led for led in told if led.size), key=lambda led: led.size, default=None)


@lru_cache(maxsize=4096)
def _sizes_in(text: str, deed: bool = False) -> Sizes:
    """`deed`: the line is one of what somebody did, and not of what the employer is."""
    money, currency = max(_budgets_in(text), default=(0.0, ""))
    return Sizes(
        max(_people_in(text, deed), default=0.0),
        max(_teams_in(text, deed), default=0.0),
        max(_managers_in(text), default=0.0),
        money,
        currency,
    )


def _teams_in(text: str, deed: bool) -> Iterator[float]:
    return (quantity.value for quantity in _led_quantities(text, deed) if quantity.unit in stems("teams"))


def _people_in(text: str, deed: bool) -> Iterator[float]:
    """Each figure of people led; those that `and` joins summed."""
    crowd, end = 0.0, -1
    for quantity in _people_quantities(text, deed):
        joined = 0 <= end < quantity.start < end + _GAP_OF_TEXT
        joined = joined and bool(_SUMMED.fullmatch(text[end : quantity.start])) and not quantity.role
        crowd = (crowd if joined else 0.0) + (quantity.high or quantity.value)
        end = quantity.end
        yield crowd


def _people_quantities(text: str, deed: bool) -> Iterator[Quantity]:
    for quantity in _led_quantities(text, deed):
        grown = (
            quantity.role == "to"
            and quantity.unit not in stems("teams")
            and _GROWN.search(text[: quantity.start])
        )
        if quantity.unit in _PAPERS and not (_DIRECT.search(text) or cue("leading").search(text)):
            continue
        if (
            quantity.unit in stems("people")
            or _counts_people(text, quantity)
            or (quantity.unit is None and _of_a_team(text, quantity))
            or grown
        ):
            yield quantity


def _managers_in(text: str) -> Iterator[float]:
    for quantity in quantities.find(text) if cue("leading").search(text) else ():
        following = text[quantity.end : quantity.end + 40]
        of_them = _OF_THEM.match(following)
        own = {quantity.unit, *map(stem, words(quantity.text))}  # the unit of `three heads` is people
        counted = {stem(word) for word in words(of_them.group("who"))} if of_them else own
        if counted & stems("managers") and not re.match(r"\s*(?:product|project|account)\b", following, re.I):
            yield quantity.value


def _counts_people(text: str, quantity: Quantity) -> bool:
    """`8 healthcare assistants`, `14 pädagogische Fachkräfte`: the noun that is counted stands behind another word."""
    after = _NEXT_WORDS.match(text[quantity.end :])
    return after is not None and any(_names_people(word.lower()) for word in after.group().split())


def _names_people(word: str) -> bool:
    """Whether a noun counts people; of German ones also the cases and the feminine (`Controllern`, `Ingenieurinnen`)."""
    bare = {word, *(word.removesuffix(ending) for ending in ("n", "en", "innen") if len(word) > 7)}
    known = any(form in stems("people") or stem(form) in stems("people") for form in bare)
    return known or word.endswith(_PEOPLE_ENDS)


def _led_quantities(text: str, deed: bool) -> Iterator[Quantity]:
    """Figures of those led: the fact speaks of leading, or opens with them, and does not say otherwise just before."""
    if _NOBODY.search(text):
        return
    found = quantities.find(text)
    leads = bool(cue("leading").search(text))
    for quantity in found:
        before = text[: quantity.start]
        opens = deed and (quantity.start == 0 or bool(_RESPONSIBLE.match(text)))
        if (_is_whole_company(quantity, before) and not opens) or _DO_SOMETHING.match(text[quantity.end :]):
            continue
        first_words = len(before.split()) <= 3
        in_teams = any(
            other.unit in stems("teams") and 0 < other.start - quantity.end < 24 for other in found
        )
        if not (leads or first_words or in_teams or _TEAM_OF.search(before)) or _IN_A_TEAM.search(before):
            continue
        answers_for = _ANSWERS_FOR.search(before) or _TEAM_OF.search(before)
        if answers_for or quantity.role == "to" or _RUN_WITH.search(before) or not _not_led().search(before):
            yield quantity


def _is_whole_company(quantity: Quantity, before: str) -> bool:
    """`Health insurer, 640 employees`: how large the employer is, unless a leading word stands before it."""
    counts_all = quantity.unit in stems("headcount") or (
        quantity.unit in stems("anybody") and _of_the_employer().fullmatch(before)
    )
    return bool(counts_all) and not (
        _LEADING_VERB.search(before)
        or _ANSWERS_FOR.search(before)
        or quantity.role == "to"
        or _TEAM_OF.search(before)
    )


def _of_a_team(text: str, quantity: Quantity) -> bool:
    """`team of 20`, `group of 50 or more`, `20-strong`."""
    return bool(_TEAM_OF.search(text[: quantity.start])) or text[quantity.end : quantity.end + 7].startswith(
        "-strong"
    )


def _is_money(quantity: Quantity) -> bool:
    return bool(quantity.unit and _CURRENCY.fullmatch(quantity.unit))


def _budgets_in(text: str) -> Iterator[tuple[float, str]]:
    """The amounts of a line about a budget, or of what its writer ran: `Ran a EUR 6 million replacement`."""
    spoken = asks_budget(text)
    for quantity in quantities.find(text):
        ran = spoken or _RESPONSIBLE.match(text) or _RAN.search(text[: quantity.start])
        if quantity.unit and ran and _is_money(quantity):
            yield quantity.high or quantity.value, quantity.unit
