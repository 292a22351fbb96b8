"""Does the CV tell of what the requirement names: tools, practices, subjects, or just words?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bonafide.language.sentences import stem, words
from bonafide.language.terms import is_wide, kind_of, relation, side_by_side
from bonafide.matching import reasons
from bonafide.matching.asks import Ask
from bonafide.matching.choices import Choice
from bonafide.matching.elements import Element
from bonafide.matching.findings import Finding
from bonafide.matching.lexicon import alike, generic
from bonafide.matching.lexis import Lexis, related
from bonafide.matching.reasons import Told
from bonafide.matching.resume import Piece, Resume
from bonafide.model.match import Evidence, Verdict

SIBLING = {"tool": 0.5, "standard": 0.5, "credential": 0.5, "industry": 0.4, "practice": 0.3}
"""What a relative counts: Airflow is half of Nextflow; accounting says little of treasury."""
OPEN_SIBLING = {"tool": 1.0, "standard": 1.0, "credential": 1.0, "industry": 0.6, "practice": 0.5}
"""The same where the posting leaves the list open (`or similar`)."""
BROADER = {"tool": 0.35, "practice": 0.3, "industry": 0.3, "role": 0.3, "standard": 0.15, "credential": 0.1}
"""What a broader term counts for one of this kind: knowing of cloud is little of a certificate in one."""
NEAR_WORD, SPELT, SPELT_ONCE = 0.5, 0.85, 0.7
"""What a word that says nearly the same counts, and what a term counts that only shares its words."""
STRONG = 1.5
"""From this weight on an element is what the requirement is about; the rest only colours it."""
WEAK_PART = 0.5
"""How much of its weight a word keeps beside what the requirement is about."""
ENTRY_STRONG, ELSEWHERE_STRONG = 0.97, 0.85
ENTRY_WORD, ELSEWHERE_WORD = 0.8, 0.35
"""What an element counts that the best fact lacks but its entry, or another fact, has."""
MOST_ROOTS = 0.6
"""Below this share of its words, what a term shares is but the common part of it: `design` of `motion design`."""
MET, PARTIAL = 0.63, 0.36
MET_BY_NAME, FAINT = 0.52, 0.3
"""Enough where every tool, standard or credential that is named is there, and a trace of what else it is about."""
MAIN_PART, MAIN_SHARE = 0.55, 0.3
"""How well each of the main things, by its share of the weight, must be there for the whole to be met."""
UNCERTIFIED = 0.45
"""What knowing something counts where a certificate in it is asked, or an expired or lesser one where more is."""


@dataclass(frozen=True, slots=True)
class Hit:
    """How well a piece covers an element, how (`same`, `narrower`, `word`, ...), and by which of its terms or words."""

    value: float
    how: str = ""
    by: str = ""


NOTHING = Hit(0.0)
_FAINT = re.compile(
    r"\b(?:learning|expired|lapsed|in progress|beginner|basics?|planned|not yet|elementary|notions|grundkenntnisse)\b",
    re.I,
)
_CERTIFIED = re.compile(r"\b(?:certif|accredit|licen[cs]|regist|charter|qualified)", re.I)


@dataclass(frozen=True, slots=True)
class Row:
    """A choice, its hit in each piece, its best hit in each entry and anywhere."""

    choice: Choice
    hits: tuple[Hit, ...]
    entries: dict[str, float]
    best: float
    weight: float

    @property
    def is_strong(self) -> bool:
        """Whether the choice is what the requirement is about."""
        return self.weight >= STRONG


def judge(ask: Ask, resume: Resume) -> Finding | None:
    """None where the ask names nothing."""
    if not ask.choices:
        return None
    if not resume.pieces:
        return Finding(verdict=Verdict.UNMET, why="the CV says nothing that could be compared")
    rows = _enough([_row(choice, ask, resume) for choice in ask.choices], ask)
    best = max(range(len(resume.pieces)), key=lambda i: (_score(rows, resume, i), -i))
    verdict = _verdict(_score(rows, resume, best), rows)
    cited = [] if verdict is Verdict.UNMET else _cited(rows, resume, best)
    listed = bool(cited) and all(resume.pieces[i].is_listed for i in cited)
    mentioned = bool(cited) and all(resume.pieces[i].is_mention for i in cited)
    if verdict is Verdict.MET and ask.deep and mentioned and not ask.certified:
        verdict = Verdict.PARTIAL
    strong = [_told(row, resume, cited) for row in rows if row.is_strong]
    told = strong if any(one.how for one in strong) or (strong and not cited) else []
    told = told or [_told_as_a_whole(ask, rows, resume, best, verdict)]
    why = reasons.why(told, resume)
    return Finding(
        verdict=verdict,
        why=f"{why}, without saying where it was used" if listed and ask.deep else why,
        facts=tuple(Evidence(resume.pieces[i].fact.pointer, resume.pieces[i].fact.text) for i in cited),
        advice="" if verdict is Verdict.MET else reasons.advice(told, listed),
    )


def _enough(rows: list[Row], ask: Ask) -> list[Row]:
    """The rows that count: of those of which only some are asked (`at least two of`) so many of the best."""
    some = [row for row in rows if ask.least and row.choice.elements[0].start >= ask.least_from]
    best = sorted(some, key=lambda row: -row.best)[: ask.least]
    return [row for row in rows if row not in some or row in best]


def _lacks_a_main_part(rows: list[Row]) -> bool:
    """Whether one of the things it is about is there by a relative at best."""
    total = sum(row.weight for row in rows if row.is_strong)
    return any(row.best < MAIN_PART and row.weight >= MAIN_SHARE * total for row in rows if row.is_strong)


def _told(row: Row, resume: Resume, cited: list[int]) -> Told:
    """What the CV has of a choice, in the cited pieces or else anywhere."""
    among = cited if any(row.hits[i].value > 0 for i in cited) else range(len(row.hits))
    at = max(among, key=lambda i: (row.hits[i].value, not resume.pieces[i].is_listed, -i))
    hit = row.hits[at]
    asked = row.choice.written
    faint = 0.5 if hit.how in ("word", "form", "near") else 0.15
    if hit.value < faint:
        return Told(asked, "", "", None)
    return Told(
        asked if hit.how != "narrower" else _nearest_asked(row, hit), hit.how, hit.by, resume.pieces[at]
    )


def _told_as_a_whole(ask: Ask, rows: list[Row], resume: Resume, best: int, verdict: Verdict) -> Told:
    """Plain words are no subjects by themselves: the phrase that they make is named."""
    elements = [element for row in rows for element in row.choice.elements]
    first = min(elements, key=lambda element: element.start)
    last = max(elements, key=lambda element: element.start)
    phrase = ask.text[first.start : last.start + len(last.text)]
    phrase = f"“{phrase.strip('()')}”"
    if verdict is Verdict.UNMET:
        return Told(phrase, "", "", None)
    return Told(phrase, "word" if verdict is Verdict.MET else "near", "", resume.pieces[best])


def _nearest_asked(row: Row, hit: Hit) -> str:
    """Of the alternatives, the one that the CV's narrower term is a kind of."""
    return next(
        (e.text for e in row.choice.elements if e.term and relation(hit.by, e.term) == "narrower"),
        row.choice.elements[0].text,
    )


def _verdict(score: float, rows: list[Row]) -> Verdict:
    """By the score; a tool, standard or credential that is missing is never met, and all missing is unmet."""
    hard = [row.best for row in rows if row.choice.is_hard and row.is_strong]
    if hard and max(hard) < FAINT:
        return Verdict.UNMET
    soft = [row.best for row in rows if row.is_strong and not row.choice.is_hard and row.choice.is_known]
    if hard and min(hard) >= 1 and score >= MET_BY_NAME and min(soft, default=1.0) >= FAINT:
        return Verdict.MET
    if score >= MET and all(best >= 0.5 for best in hard) and not _lacks_a_main_part(rows):
        return Verdict.MET
    return Verdict.PARTIAL if score >= PARTIAL else Verdict.UNMET


def _row(choice: Choice, ask: Ask, resume: Resume) -> Row:
    hits = tuple(
        max((hit_of(e, piece, ask, resume.lexis) for e in choice.elements), key=lambda hit: hit.value)
        for piece in resume.pieces
    )
    entries: dict[str, float] = {}
    for hit, piece in zip(hits, resume.pieces, strict=True):
        entry = piece.fact.entry
        if entry and not piece.is_listed:
            entries[entry] = max(entries.get(entry, 0.0), hit.value)
    return Row(choice, hits, entries, max(hit.value for hit in hits), choice.weight)


def hit_of(element: Element, piece: Piece, ask: Ask, lexis: Lexis) -> Hit:
    """How well one piece covers one element; where a certificate is asked, only certificates count in full."""
    hit = _hit(element, piece, ask, lexis)
    short = (
        ask.certified
        and kind_of(element.term or "") != "standard"  # what a company is certified for is a deed
        and piece.fact.section not in ("certificates", "education")
        and not _CERTIFIED.search(piece.fact.text)
    )
    faint = not piece.is_deed and _FAINT.search(piece.fact.text)
    graded = ask.grade and (ask.certified or kind_of(element.term or "") == "credential")
    low = graded and element.is_hard and not any(word in piece.fact.text.casefold() for word in ask.grade)
    return replace(hit, value=hit.value * UNCERTIFIED) if short or faint or low else hit


def _hit(element: Element, piece: Piece, ask: Ask, lexis: Lexis) -> Hit:
    if element.term is None:
        return _word_hit(element.stem, element.text, piece, lexis)
    best = NOTHING
    for term in sorted(piece.terms):
        if any(relation(term, out) in ("same", "narrower") for out in ask.excluded):
            continue
        found = relation(term, element.term)
        if found == "broader" and side_by_side(term, element.term):
            found = "sibling"  # the lower grade of the certificate that is asked
        if found:
            value = 0.0 if found == "broader" and is_wide(term) else _value(found, element.term, ask.open)
            best = max(best, Hit(value, found, term), key=lambda hit: hit.value)
    return (
        best
        if best.value >= SPELT
        else max(best, _spelt_hit(element, piece, lexis), key=lambda hit: hit.value)
    )


def _value(found: str, term: str, is_open: bool) -> float:
    if found in ("same", "narrower"):
        return 1.0
    if found == "sibling":
        return (OPEN_SIBLING if is_open else SIBLING).get(kind_of(term) or "", 0.3)
    return BROADER.get(kind_of(term) or "", 0.3)


def _spelt_hit(element: Element, piece: Piece, lexis: Lexis) -> Hit:
    """A term by the words it is written with: half of them, half the value."""
    if kind_of(element.term or "") in ("tool", "standard", "credential"):
        return NOTHING
    every = words(element.text)
    said = [word for word in every if stem(word) not in generic()]
    if not said or len(every) > len(said) == 1:
        return NOTHING  # `public` is little of `public speaking`
    hits = [_word_hit(stem(word), word, piece, lexis) for word in said]
    formed = [hit for hit in hits if hit.how == "form"]
    if len(hits) == 1 and formed:
        return formed[0]
    value = sum(hit.value for hit in hits) / len(hits)
    if value < MOST_ROOTS:
        value /= 2
    by = " and ".join(hit.by for hit in hits if hit.value) if formed else element.text
    spelt = SPELT if len(said) > 1 else SPELT_ONCE
    return Hit(spelt * value, "form" if formed else "word", by) if value > 0 else NOTHING


def _word_hit(root: str, text: str, piece: Piece, lexis: Lexis) -> Hit:
    """A plain word in the piece; an employer's name tells of nothing done there."""
    if piece.is_employer:
        return NOTHING
    if " " in root:
        return Hit(1.0, "word", text) if set(root.split()) <= piece.stems else NOTHING
    if root in piece.stems:
        return Hit(1.0, "word", text)
    word = next((word for word in words(text) if stem(word) == root), root)
    values = {other: value for other, value in related(word, lexis).items() if other in piece.words}
    if values:
        by = max(values, key=lambda other: (values[other], other))
        return Hit(values[by], "form" if values[by] > NEAR_WORD else "near", by)
    near = sorted(alike().get(root, frozenset()) & piece.stems)
    return Hit(NEAR_WORD, "near", near[0]) if near else NOTHING


def _score(rows: list[Row], resume: Resume, index: int) -> float:
    piece = resume.pieces[index]
    strong = _share([row for row in rows if row.is_strong], piece, index, ENTRY_STRONG, ELSEWHERE_STRONG)
    weak = _share([row for row in rows if not row.is_strong], piece, index, ENTRY_WORD, ELSEWHERE_WORD)
    if strong is None or weak is None:
        score = strong if strong is not None else weak or 0.0
    else:
        part = _strong_part(rows)
        score = part * strong + (1 - part) * weak
    return score * (0.97 if piece.is_listed else 1.0)


def _strong_part(rows: list[Row]) -> float:
    strong = sum(row.weight for row in rows if row.is_strong)
    weak = sum(row.weight for row in rows if not row.is_strong)
    return strong / (strong + WEAK_PART * weak)


def _share(rows: list[Row], piece: Piece, index: int, entry_factor: float, elsewhere: float) -> float | None:
    if not rows:
        return None
    total = sum(row.weight for row in rows)
    covered = 0.0
    for row in rows:
        around = row.entries.get(piece.fact.entry, 0.0)
        covered += row.weight * max(row.hits[index].value, entry_factor * around, elsewhere * row.best)
    return covered / total


def _cited(rows: list[Row], resume: Resume, index: int) -> list[int]:
    """The best piece, then for each strong choice that it lacks the piece that has it; four at most."""
    cited = {index: None}
    for row in rows:
        if row.hits[index].value < 0.5 and row.is_strong:
            best = max(
                range(len(row.hits)), key=lambda i: (row.hits[i].value, not resume.pieces[i].is_listed, -i)
            )
            if row.hits[best].value >= 0.3:
                cited[best] = None
    return list(cited)[:4]
