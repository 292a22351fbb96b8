"""Why a topic is met or not, and what the person could honestly do about it, in plain sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bonafide.language.sentences import stem, words
from bonafide.language.terms import find_terms, kind_of, name_of
from bonafide.matching.resume import Piece, Resume

_RELATED = {"narrower": "counts as", "sibling": "akin to", "broader": "wider than", "form": "here for"}
_ANSWERS = {"word": "answers", "near": "comes near to"}
_MOST_NAMED = 4
_QUOTED_WORDS = 14


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was asked: how the posting calls it, and what the CV has of it, if anything.

    `how`: same, narrower, broader, sibling, word, form (bent otherwise, compound, translated), near, or "" for nothing; `by`: the CV's own term or word.
    """

    asked: str
    how: str
    by: str
    piece: Piece | None


def why(told: Sequence[Told], resume: Resume) -> str:
    """What the CV names of what is asked, and what it does not; without a full stop."""
    first = {one.by: one for one in reversed(told) if one.how}
    shown = [one for one in told if one.how and first[one.by] is one]
    unnamed = [one for one in shown if _is_unnamed(one)][:1]
    named = list(dict.fromkeys(_named(one) for one in shown if one not in unnamed))[:_MOST_NAMED]
    there = {one.asked for one in shown}
    missing = list(dict.fromkeys(one.asked for one in told if not one.how and one.asked not in there))
    missing = missing[:_MOST_NAMED]
    pieces = [one.piece for one in told if one.how and one.piece]
    # What stands in two places is said of neither.
    together = len({piece.fact.entry for piece in pieces}) == 1
    where = at(pieces[0], resume) if together else ""
    if unnamed and unnamed[0].piece:
        lacking = f", but nothing of {joined(missing)}" if missing else ""
        said = f"“{quoted(unnamed[0].piece.fact.text)}” tells of {unnamed[0].asked}"
        return f"the CV names {joined(named)}, and {said}{lacking}" if named else f"{said}{lacking}"
    if not named:
        return f"the CV says nothing of {joined(missing)}" if missing else "the CV says nothing of it"
    lacking = f", but nothing of {joined(missing)}" if missing else ""
    for one in told:
        if one.piece and _is_in_other_words(one, one.piece):
            return f"“{quoted(one.piece.fact.text)}”{where} {_ANSWERS[one.how]} {one.asked}{lacking}"
    return f"the CV names {joined(named)}{where}{lacking}"


def advice(told: Sequence[Told], only_listed: bool) -> str:
    """A sentence for what is missing: a fact to add if it is true, a nearest fact, or what to be ready for."""
    missing = next((one for one in told if not one.how), None)
    nearby = next((one for one in told if one.how in ("sibling", "broader")), None)
    nearest = next((one for one in told if one.piece), None)
    if only_listed and nearest:
        own = _own_words(nearest) if nearest.by else nearest.asked
        return f"{own} stands only in a list: add a line that says where you used it and what came of it, if it is true."
    if missing:
        return _for_missing(missing, nearest)
    if nearby and nearby.how == "sibling":
        return f"Say how far {_own_words(nearby)} carries over to {nearby.asked}: that is the question to expect."
    if nearby:
        return f"Name {nearby.asked} itself, if that is what stands behind {_own_words(nearby)}."
    return _for_near(nearest)


# By kind of term: what to add if it is true, and what to do if it is not.
_HONESTLY = {
    "credential": (
        "If you hold {}, add it with its year",
        "if not, say whether and when you mean to take it",
    ),
    "standard": (
        "If you have worked under {}, say where and what you answered for",
        "if not, name the standard you know best",
    ),
    "industry": (
        "If an employer or a client of yours was in {}, say so beside its name",
        "if not, say what of your own field carries over",
    ),
    "tool": (
        "If you have used {}, add a line that says where and for what",
        "if not, name what you used in its place",
    ),
}
_PLAINLY = (
    "If {} has been part of your work, add where and what came of it",
    "if not, expect to be asked how you would start",
)


_A_PHRASE = (
    "If something in your work answers {}, add a line that says where and what came of it",
    "if not, expect to be asked how you would start",
)


def _for_missing(missing: Told, nearest: Told | None) -> str:
    kind = kind_of(name_of(missing.asked.split(" or ")[0].split(",")[0]) or "")
    plainly = _A_PHRASE if missing.asked.startswith("“") else _PLAINLY
    to_add, otherwise = _HONESTLY.get(kind or "", plainly)
    if nearest and nearest.piece:
        otherwise = f"if not, be ready to start from “{quoted(nearest.piece.fact.text)}”"
    return f"{to_add.format(missing.asked)}; {otherwise}."


def _for_near(nearest: Told | None) -> str:
    if nearest is None or nearest.piece is None:
        return ""
    return f"“{quoted(nearest.piece.fact.text)}” is the line to build on: say more plainly in it how it answers {nearest.asked}, if it does."


def money(value: float, currency: str) -> str:
    """`EUR 4.1 million`, `SEK 80,000`, or the bare figure where the currency is not known."""
    written = f"{value / 1e6:g} million" if value >= 1e6 else f"{value:,.0f}"
    return f"{currency} {written}" if currency else written


def joined(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def quoted(text: str) -> str:
    """The first words of a fact, an ellipsis where it was cut."""
    parts = text.split()
    return (
        text.rstrip(".")
        if len(parts) <= _QUOTED_WORDS
        else " ".join(parts[:_QUOTED_WORDS]).rstrip(",;:.") + " …"
    )


def _named(one: Told) -> str:
    if one.how in _RELATED:
        return f"{_own_words(one)} ({_RELATED[one.how]} {one.asked})"
    if one.how == "near":
        return f"something near to {one.asked}"
    if one.how == "same":
        return _own_name(one)
    return one.by if " or " in one.asked and one.by else one.asked


def _is_unnamed(one: Told) -> bool:
    """Whether the fact tells of a term in words that are none of its names: `hire number four` of an early stage."""
    text = one.piece.fact.text if one.piece else ""
    return (
        one.how in ("same", "narrower") and bool(text) and all(hit.term != one.by for hit in find_terms(text))
    )


def _is_in_other_words(one: Told, piece: Piece) -> bool:
    """Whether the requirement's plain words are told as a whole, and the fact says them otherwise."""
    inside = one.asked.strip("“”").casefold()
    return one.how in _ANSWERS and one.asked.startswith("“") and inside not in piece.fact.text.casefold()


def _own_name(one: Told) -> str:
    """The CV's own words for it, with the posting's beside them where they differ (`SLOs` for `availability target`)."""
    own = _own_words(one)
    if " or " in one.asked:
        return own
    alike = {stem(word) for word in words(own)} & {stem(word) for word in words(one.asked)}
    return one.asked if alike or name_of(one.asked) != one.by else f"{own} (here the same as {one.asked})"


def _own_words(one: Told) -> str:
    """The words by which the fact names the term, or the term's own name where it only implies it."""
    text = one.piece.fact.text if one.piece else ""
    if one.how == "form" and (said := re.search(re.escape(one.by), text, re.IGNORECASE)):
        return said.group()
    return next((text[hit.start : hit.end] for hit in find_terms(text) if hit.term == one.by), one.by)


def at(piece: Piece | None, resume: Resume) -> str:
    """Where a fact stands: ` at Norrby & Sons`, ` among the skills`, or nothing."""
    if piece is None:
        return ""
    if piece.is_listed:
        return " among the skills"
    job = next((job for job in resume.jobs if job.entry == piece.fact.entry), None)
    return f" at {job.employer}" if job and job.employer else ""
