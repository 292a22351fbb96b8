"""How a letter ends: what else is met, what is missing, what must be known, and a next step that fits this posting alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bonafide.language import sentences, terms
from bonafide.model.draft import Line
from bonafide.model.match import Verdict
from bonafide.model.posting import RequirementKind
from bonafide.tailoring.credentials import credentials
from bonafide.tailoring.needs import need_of
from bonafide.tailoring.pair import Pair, first
from bonafide.tailoring.passages import Said

APART = 3
"""Sentences on what is held and missing from which on they have a paragraph of their own."""
GOOD_FIT = 4
"""From here a letter need not say what is missing."""


def attested(
    pair: Pair, said: Said, avoid: frozenset[str], *, full: bool = False
) -> tuple[list[Line], list[Line]]:
    """Credentials, and an honest gap. `full`: with a degree in any case."""
    gap = first(_gap(pair, said), avoid)
    return [line for line in credentials(pair, full=full) if line.text not in avoid], gap


def closing(
    pair: Pair, held: Sequence[Line], gap: Sequence[Line], said: Said, avoid: frozenset[str]
) -> list[list[Line]]:
    """What is held and what is missing, the person's own remarks and the next step; in two paragraphs where it is long."""
    known = [Line(sentence.text, ("/you/known",)) for sentence in sentences.split(pair.answer("known"))]
    facts = _in_order(pair, held, gap)
    end = [*known, *_step(pair, said, avoid)]
    return [facts, end] if len(facts) >= APART else [[*facts, *end]]


def _in_order(pair: Pair, held: Sequence[Line], gap: Sequence[Line]) -> list[Line]:
    """What is missing before or after what is held: two who write to one employer may lack the same. In German and French it
    stands behind the languages and before what opens with a year, that few share."""
    if pair.choice.language == "en":
        return [*gap, *held] if pair.choice.rank("gap first") % 2 else [*held, *gap]
    spoken = [line for line in held if line.facts[:1] and line.facts[0].startswith("/languages")]
    return [*spoken, *gap, *(line for line in held if line not in spoken)]


def _step(pair: Pair, said: Said, avoid: frozenset[str]) -> list[Line]:
    """What to talk about: a duty not named yet, else something else the posting asks, best what the work meets."""
    fresh = [
        r for r in pair.reasons if not r.need.who and r.need.text not in said.needs and (r.met or r.mission)
    ]
    for reason in sorted(fresh, key=lambda reason: (not reason.mission, not reason.met)):
        if reason.need.task and not reason.mission:
            continue  # "I would gladly read and write Go": what somebody can do is nothing to look forward to.
        if reason.need.thing.split(" ")[0].endswith("erfahrung"):
            continue  # "Führungserfahrung in der Pflege" is somebody's, and nothing to talk about.
        form = "task" if reason.need.task else "thing" if reason.met else "hear"
        lines = first(pair.said(f"letter.closing_{form}", reason.need.clause), avoid)
        if lines:
            said.needs.add(reason.need.text)
            return lines
    return first(pair.said("letter.closing_plain", ""), avoid)


def _gap(pair: Pair, said: Said) -> Iterator[Line]:
    """The first must that the CV does not name, where it is a tool or standard; a good fit need not say it.

    A letter says of it what is known: that it is not in the CV. Whether it is new to the person nobody has told.
    """
    if pair.match.fit >= GOOD_FIT:
        return
    for judged in pair.match.requirements:
        if judged.verdict is not Verdict.UNMET or judged.requirement.kind is not RequirementKind.MUST:
            continue
        need = need_of(judged.requirement, pair.posting, pair.choice.language)
        hits = terms.find_terms(need.thing) if need else []
        if need and hits and all(terms.kind_of(hit.term) in ("tool", "standard") for hit in hits):
            name = need.thing[hits[0].start : hits[0].end]
            if any(name.casefold() in fact.text.casefold() for fact in pair.facts):
                return
            said.needs.add(need.text)
            # "Les normes HACCP" would be a plural: of German and French the name alone is missed.
            yield from pair.said("letter.gap", need.thing if pair.choice.language == "en" else name)
            return
