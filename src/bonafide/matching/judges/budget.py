"""Money to answer for: its amount, its kind (a marketing budget is no cloud spend), and profit and loss."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bonafide.language.sentences import stem
from bonafide.language.terms import find_terms, kind_of, relation
from bonafide.matching import leading
from bonafide.matching.careers import families_asked, near
from bonafide.matching.findings import Finding
from bonafide.matching.judges.sizes import WITHOUT_SIZE, measured, nothing
from bonafide.matching.leading import Led
from bonafide.matching.lexicon import data, generic, light
from bonafide.matching.reasons import at, money
from bonafide.matching.resume import Piece, Resume

FAR_BELOW = 0.08
"""A smaller share than this of the money asked is not the same kind of task."""
_OTHER_KIND = (
    "Say what the money was for and how far you decided over it: that it is another kind will be noticed."
)
_KIND = re.compile(r"(?P<kind>(?:[^\W\d_][\w&/-]*\s+){1,3})(?:budgets?|spend|spending)\b", re.I)
_OPEN = re.compile(r"R&D|\b(?:departmental|development|research|[\w-]*figures?|multi-?million)\b", re.I)
"""Money of a whole department, or its mere size: no kind of its own."""
_EITHER = re.compile(
    r"\b(?:or|oder|ou|o|of)\b[^,;.]{0,30}\b(?:budget|spend|cost)|\b(?:budget|spend)\w*[^,;.]{0,20}\b(?:or|oder|ou|o|of)\b",
    re.I,
)
"""`P&L or cost budget`: the lesser of the two is enough."""
_MADE_OF = re.compile(r"\b(?:budgets?|spend) (?:for|on) (?P<kind>(?:[^\W\d_][\w&/-]*\s*){1,4})", re.I)


@dataclass(frozen=True, slots=True)
class Kind:
    """What money is for: as written, the terms it names, and the families of work; all empty where it is open."""

    written: str = ""
    terms: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()


def judge(text: str, resume: Resume) -> list[Finding]:
    """At most one finding, where the clause asks for money to answer for."""
    if not leading.asks_budget(text):
        return []
    kind = kind_asked(text)
    pieces = [piece for piece in resume.pieces if _fits(piece, kind, resume) > 0]
    if _asks_profit(text) and not _EITHER.search(text):
        return [_profit(text, pieces, resume)]
    own = leading.budget(pieces)
    if own:
        return [_amount(text, own, kind, _fits(own.piece, kind, resume), at(own.piece, resume))]
    other = leading.budget(resume.pieces)
    if other:
        why = f"the CV speaks of another budget ({money(other.size, other.currency)}), not of {kind.written}"
        return [nothing(why, f"what {kind.written} you have answered for")]
    mention = next((piece for piece in pieces if leading.cue("budget").search(piece.told)), None)
    if mention:
        why = "the CV mentions a budget without its size"
        return [measured(0.5, why, Led(1, mention), 0, WITHOUT_SIZE)]
    return [nothing("the CV names no budget", "what budget you have answered for")]


@lru_cache(maxsize=1024)
def kind_asked(text: str) -> Kind:
    """The kind of money that the words around `budget` or `spend` name (`marketing budget`, `spend on cloud`)."""
    for match in (*_KIND.finditer(text), *_MADE_OF.finditer(text)):
        said = leading.cue("profit").sub(" ", _OPEN.sub(" ", match.group("kind")))
        terms = frozenset(hit.term for hit in find_terms(said) if kind_of(hit.term) not in ("role", "speech"))
        families = frozenset(families_asked(said))
        terms -= frozenset(hit.term for hit in find_terms(said) if families_asked(said[hit.start : hit.end]))
        if terms or families:
            return Kind(_phrase(match, said), terms, families)
    return Kind()


def _phrase(match: re.Match[str], said: str) -> str:
    """The kind without the small words before it: `cloud and CDN budget`."""
    kept = said.split()
    while kept and stem(kept[0].lower()) in generic() | light() and not families_asked(kept[0]):
        kept.pop(0)
    return f"a budget for {' '.join(kept)}"


def _fits(piece: Piece, kind: Kind, resume: Resume) -> float:
    """1 where the money is of the kind asked, 0.5 where it stands in work of that kind, 0 where it is for another."""
    if not kind.terms and not kind.families:
        return 1.0
    if kind.terms and any(
        relation(term, want) in ("same", "narrower") for term in piece.terms for want in kind.terms
    ):
        return 1.0
    if kind.families & set(families_asked(piece.told)):
        return 1.0
    jobs = [job for job in resume.jobs if job.entry == piece.fact.entry] or resume.jobs
    asked = kind.families | frozenset(name for term in kind.terms for name in families_asked(term))
    own = frozenset(name for job in jobs for name in job.career.families)
    if own & asked:
        return 0.5 if kind.terms else 1.0
    return 0.5 if own & {name for family in asked for name in near(family)} else 0.0


def _asks_profit(text: str) -> bool:
    return bool(leading.cue("profit").search(text))


def _profit(text: str, pieces: list[Piece], resume: Resume) -> Finding:
    """Profit and loss is more than a budget: who spent one has half of it."""
    profit = [piece for piece in pieces if _asks_profit(piece.told)]
    own = leading.budget(profit)
    if own:
        return _amount(text, own, Kind(), 1.0, at(own.piece, resume))
    if profit:
        why = "the CV speaks of profit and loss without its size"
        return measured(0.5 if leading.amount_asked(text) else 1.0, why, Led(1, profit[0]), 0, WITHOUT_SIZE)
    budget = leading.budget(pieces)
    if budget:
        why = f"the CV speaks of a budget of {money(budget.size, budget.currency)}{at(budget.piece, resume)}, not of profit and loss"
        return measured(0.5, why, budget, 0, _OTHER_KIND)
    return nothing("the CV names no profit and loss", "what profit and loss you have answered for")


def _amount(text: str, own: Led, kind: Kind, fit: float, where: str) -> Finding:
    asked = leading.amount_asked(text)
    if not asked:
        why = f"the CV speaks of a budget of {money(own.size, own.currency)}{where}"
        why += "" if fit >= 1 else f", not of {kind.written}"
        return measured(fit, why, own, 0, _OTHER_KIND)
    size, currency = asked
    reached = leading.exchanged(own.size, own.currency, currency)
    why = f"the CV speaks of {money(own.size, own.currency)}{where}"
    why += "" if fit >= 1 else f", not of {kind.written}"
    why += f"; {money(size, currency)} is asked" if fit < 1 else f", {money(size, currency)} is asked"
    if own.currency and currency and own.currency != currency:
        why += f" (about {money(float(f'{reached:.2g}'), currency)} by a rate of {data('scope')['rates']['date']})"
    if fit < 1:
        return measured(min(reached / size, fit), why, own, FAR_BELOW, _OTHER_KIND)
    return measured(reached / size, why, own, FAR_BELOW)
