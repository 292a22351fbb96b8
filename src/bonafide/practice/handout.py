"""The handout: the interview plan as a paper to read the evening before."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from bonafide.model.handout import Handout, HandoutSection
from bonafide.model.match import Match, RequirementMatch, Verdict
from bonafide.model.plan import InterviewPlan, PlannedQuestion
from bonafide.model.posting import Posting, RequirementKind
from bonafide.practice.phrases import lower_first, shortened

_FOR_ALL = re.compile(
    r"\s*\((?:[a-z]|all genders)(?:\s*[/|,]\s*[a-z*]){1,3}\)|\s*\(all genders\)", re.IGNORECASE
)
"""`(m/f/d)` says that anyone may apply; it is no part of the title."""

IN_FULL = 3
"""So many questions are printed with outline and probes; the rest in brief, to keep the paper short."""

MOST_GAPS, MOST_PROBES = 6, 2


def handout(plan: InterviewPlan, posting: Posting, match: Match) -> Handout:
    """The paper: at a glance, the evening before, the questions in order, the gaps, questions to ask."""
    questions = tuple(
        _question(place, one, full=place <= IN_FULL) for place, one in enumerate(plan.questions, start=1)
    )
    sections = (
        _glance(plan, match),
        HandoutSection(heading=_words()["evening"]["heading"], items=tuple(_words()["evening"]["items"])),
        HandoutSection(
            heading="The questions, likeliest first",
            note=f"The first {IN_FULL} in full, the others in brief." if len(questions) > IN_FULL else "",
            sections=questions,
        ),
        *_gaps(plan),
        _ask(plan, posting, match),
    )
    title = _FOR_ALL.sub("", posting.title or plan.role).strip()
    at = f" at {posting.company}" if posting.company and posting.company not in title else ""
    return Handout(
        title=f"Interview plan: {title}{at}",
        subtitle=f"{len(plan.questions)} questions from the guide for a {plan.role}, ranked for this posting",
        sections=sections,
    )


def _glance(plan: InterviewPlan, match: Match) -> HandoutSection:
    fit = f"How your CV fits: {lower_first(match.fit_why)}" if match.fit_why else ""
    storyless = sum(not one.achievements for one in plan.questions)
    warning = f"{storyless} of the questions below have no story in your CV yet." if storyless else ""
    return HandoutSection(
        heading="At a glance",
        paragraphs=tuple(text.strip() for text in (plan.note, fit, warning) if text.strip()),
    )


def _question(place: int, one: PlannedQuestion, *, full: bool) -> HandoutSection:
    stories = tuple(story.quote for story in one.achievements)
    section = HandoutSection(
        heading=f"{place}. {one.question.id.replace('-', ' ').capitalize()}",
        note=f"Tests {lower_first(one.question.tests)}",
        paragraphs=(f"“{one.question.wording}”", one.why),
    )
    if not full:
        said = section.paragraphs if one.weight else section.paragraphs[:1]
        return replace(
            section,
            paragraphs=said,
            items=(*(f"Your story: {story}" for story in stories[:1]), *one.gaps[:1]),
        )
    probes = tuple(probe.text for probe in one.question.probes if "{quote}" not in probe.text)
    parts = (
        HandoutSection(heading="Your stories", items=stories),
        HandoutSection(heading="Gaps to expect", items=one.gaps),
        HandoutSection(heading="Outline", items=tuple(map(_without_example, one.question.outline))),
        HandoutSection(heading="Likely probes", items=probes[:MOST_PROBES]),
    )
    return replace(section, sections=tuple(part for part in parts if part.items))


def _gaps(plan: InterviewPlan) -> Iterator[HandoutSection]:
    if plan.gaps:
        left = len(plan.gaps) - MOST_GAPS
        more = f"The {MOST_GAPS} that weigh most; {left} more stand in the match." if left > 0 else ""
        yield HandoutSection(heading="Gaps they may raise", note=more, items=plan.gaps[:MOST_GAPS])


def _ask(plan: InterviewPlan, posting: Posting, match: Match) -> HandoutSection:
    words = _words()["ask"]
    items = list(words["always"])
    if duty := next((r for r in posting.requirements if r.kind is RequirementKind.RESPONSIBILITY), None):
        items.insert(0, words["about_line"].format(quote=shortened(duty.text)))
    if gap := next((one for one in match.requirements if _will_come_up(one, plan)), None):
        items.append(words["about_gap"].format(quote=shortened(gap.requirement.text)))
    return HandoutSection(heading=words["heading"], note=words["note"], items=tuple(items))


def _will_come_up(one: RequirementMatch, plan: InterviewPlan) -> bool:
    """A gap that calls for one of the questions, and is no matter of years: it can be learnt."""
    quoted = shortened(one.requirement.text)
    asked = any(quoted in question.why for question in plan.questions)
    return one.verdict is not Verdict.MET and not one.requirement.years and asked


def _without_example(text: str) -> str:
    """An outline's step without the sentence that shows how it might sound: the guide has it in full."""
    for mark in (": “", " For example", ": for example"):
        text = text.partition(mark)[0]
    return text.rstrip(" .") + "."


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "data" / "handout.toml").read_text(encoding="utf-8"))
