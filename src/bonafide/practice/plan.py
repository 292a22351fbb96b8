"""The interview plan: a guide's questions in the order in which this posting calls for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bonafide.language import quantities
from bonafide.language.sentences import split
from bonafide.model.fact import Fact, Facts
from bonafide.model.guide import Guide, Question
from bonafide.model.match import Evidence, Match, RequirementMatch, Verdict
from bonafide.model.plan import InterviewPlan, PlannedQuestion
from bonafide.model.posting import Posting, RequirementKind
from bonafide.practice.answering import ANSWERS, worth
from bonafide.practice.coverage import heard_points
from bonafide.practice.phrases import lower_first, shortened
from bonafide.practice.stated import stated_rounds
from bonafide.practice.topics import Subject, nearness, subjects

CALLS = 5.0
"""A line this near to a question calls for it; below, the likeness may be chance."""

KIND_WEIGHT = {RequirementKind.MUST: 1.0, RequirementKind.RESPONSIBILITY: 0.8, RequirementKind.NICE: 0.6}
LOOSE_LINE = 0.5
"""A sentence of the posting outside its lists weighs half."""

GAP_WEIGHT = {Verdict.MET: 1.0, Verdict.PARTIAL: 1.2, Verdict.UNMET: 1.4}
"""A panel digs where the CV is thin."""

NEARLY = 0.6
"""A line calls for a second question too where it is at least so near to it as to the first."""

NEAR = 2.5
"""A line worth so much to a question is offered where none is sure to answer it."""

MOST_STORIES, MOST_MISSING, MOST_CALLS = 3, 2, 3
FIGURE, CITED = 2.0, 2.0
OLDER_POST = 0.85
_TOLD = ("highlights", "summary", "description")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the posting, its weight, and how the CV meets it where that was judged."""

    text: str
    weight: float
    judged: RequirementMatch | None = None


_Reason = tuple[_Line | None, str]
"""The line of the posting that is quoted for a question, and why the question is likely."""

_Call = tuple[float, _Line]
"""How strongly a line of the posting calls for a question, and the line."""


def plan(guide: Guide, fits: bool, posting: Posting, match: Match, facts: Facts) -> InterviewPlan:
    """The guide's questions, likeliest first, with why, the achievements that answer each, and the gaps.

    `fits` says whether the guide serves the posting's role; where not, the plan's note says so.
    """
    about = subjects(guide)
    calling = _calling(tuple(_lines(posting, match)), about)
    ranked = sorted(guide.questions, key=lambda question: -_weight(calling[question.id]))
    reasons = _reasons([calling[question.id] for question in ranked])
    planned = [
        _planned(question, about[question.id], calling[question.id], reason, facts)
        for question, reason in zip(ranked, reasons, strict=True)
    ]
    stated = stated_rounds(posting.description)
    return InterviewPlan(
        guide=guide.name,
        role=guide.role,
        fits=fits,
        note=_note(guide, fits, posting, stated),
        rounds=stated,
        questions=tuple(planned),
        gaps=tuple(_gap(judged) for judged in _gaps(match)),
    )


def _calling(lines: tuple[_Line, ...], about: Mapping[str, Subject]) -> Mapping[str, list[_Call]]:
    """The lines that call for each question, by its id, weightiest first.

    A line calls for the question it is nearest to, and for those it is nearly as near to.
    """
    calls: dict[str, list[_Call]] = {id: [] for id in about}
    for line in lines:
        near = {id: nearness(line.text, subject) for id, subject in about.items()}
        least = max(CALLS, NEARLY * max(near.values()))
        for id, value in near.items():
            if value >= least:
                calls[id].append((value * line.weight, line))
    return {id: sorted(found, key=lambda call: -call[0])[:MOST_CALLS] for id, found in calls.items()}


def _weight(calls: list[_Call]) -> float:
    """How strongly a question is called for: its first line in full, the second by half, the third by a third."""
    return round(sum(weight / (place + 1) for place, (weight, _) in enumerate(calls)), 3)


def _planned(
    question: Question, about: Subject, calls: list[_Call], reason: _Reason, facts: Facts
) -> PlannedQuestion:
    cited = _cited(calls)
    stories = _stories(question, about, cited, facts)
    lack = "" if stories else _lack(_nearest(question, about, facts), cited, facts)
    gaps = (*([lack] if lack else []), *_question_gaps(question, stories, reason[0]))
    return PlannedQuestion(
        question=question,
        why=reason[1],
        weight=_weight(calls),
        achievements=tuple(Evidence(fact.pointer, fact.text) for fact in stories),
        gaps=gaps,
    )


def _lack(nearest: Fact | None, cited: frozenset[str], facts: Facts) -> str:
    """What to do where no line is sure to answer: with what the CV has for it, if it has anything."""
    if nearest:
        return f"The nearest line of your CV is “{shortened(nearest.text)}”: tell it if it answers this, or choose another story."
    if named := next((fact for fact in facts if fact.pointer in cited), None):
        return f"Your CV names “{shortened(named.text)}” and tells no story of it: choose one before the day."
    return "No line of your CV answers this: choose a story from your own work before the day."


def _lines(posting: Posting, match: Match) -> Iterator[_Line]:
    """The requirements with their verdicts, then the other sentences of the description."""
    judged = {one.requirement.text: one for one in match.requirements}
    listed = set()
    for requirement in posting.requirements:
        one = judged.get(requirement.text)
        gap = GAP_WEIGHT[one.verdict] if one else 1.0
        listed.add(" ".join(requirement.text.split()))
        yield _Line(requirement.text, KIND_WEIGHT[requirement.kind] * gap, one)
    for sentence in split(posting.description):
        if not any(sentence.text in text or text in sentence.text for text in listed):
            yield _Line(sentence.text, LOOSE_LINE)


def _reasons(ranked: list[list[_Call]]) -> Iterator[_Reason]:
    """Why each question is likely; a line is quoted once, for the first question that has no stronger one left."""
    quoted: dict[str, int] = {}
    for place, calls in enumerate(ranked, start=1):
        left = next((line for _, line in calls if line.text not in quoted), None)
        if left is not None:
            quoted[left.text] = place
            yield left, _why(left)
        elif calls:
            yield None, f"The line quoted at question {quoted[calls[0][1].text]} calls for this one too."
        else:
            yield None, "Asked as a rule for this role; no line of the posting calls for it."


def _why(line: _Line) -> str:
    quoted = f"The posting says “{shortened(line.text)}”"
    if line.judged is None or line.judged.verdict is Verdict.MET:
        return f"{quoted}."
    shown = "only in part" if line.judged.verdict is Verdict.PARTIAL else "not yet"
    return f"{quoted}, which your CV shows {shown}: expect them to dig here."


def _cited(calls: list[_Call]) -> frozenset[str]:
    """The pointers of what the match cites for the requirements that call for a question, met at least in part."""
    return frozenset(
        evidence.pointer
        for _, line in calls
        if line.judged and line.judged.verdict is not Verdict.UNMET
        for evidence in line.judged.facts
    )


def _stories(question: Question, about: Subject, cited: frozenset[str], facts: Facts) -> list[Fact]:
    """The achievements nearest to the question, those with figures and of recent posts first.

    What the match cites for a requirement that calls for the question answers it, in whatever words.
    """
    ranked = []
    for fact in _told(facts):
        value = worth(question, about, fact.text)
        if fact.pointer in cited:
            value = max(value, ANSWERS) + CITED
        if value >= ANSWERS:
            value += FIGURE if quantities.find(fact.text) else 0.0
            ranked.append((value * OLDER_POST ** _age(fact), fact))
    ranked.sort(key=lambda pair: -pair[0])
    return [fact for _, fact in ranked[:MOST_STORIES]]


def _nearest(question: Question, about: Subject, facts: Facts) -> Fact | None:
    """The line nearest to the question, though it may not answer it; None where none is near."""
    ranked = [(worth(question, about, fact.text), fact) for fact in _told(facts)]
    value, fact = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
    return fact if value >= NEAR else None


def _told(facts: Facts) -> Iterator[Fact]:
    """What the CV tells of work."""
    return (
        fact for fact in facts if fact.section in ("work", "projects", "volunteer") and fact.name in _TOLD
    )


def _age(fact: Fact) -> int:
    """How many posts lie before this one; CVs list the newest first."""
    place = fact.entry.rpartition("/")[2]
    return int(place) if place.isdigit() else 0


def _question_gaps(question: Question, stories: list[Fact], line: _Line | None) -> Iterator[str]:
    if stories and not any(quantities.find(fact.text) for fact in stories):
        yield "Your CV gives no figure here: have one ready, with where it started and how long it took."
    told = {point for fact in stories for point in heard_points(question, fact.text)}
    missing = [point.present_when for point in question.points if point.id not in told][:MOST_MISSING]
    if missing:
        listed = "; ".join(shortened(lower_first(text), 24) for text in missing)
        yield f"Listened for, and not in your CV: {listed}{'' if listed.endswith('…') else '.'}"
    if line and line.judged and line.judged.verdict is Verdict.UNMET:
        yield f"They ask for “{shortened(line.text)}”: {lower_first(line.judged.why)}"


def _note(guide: Guide, fits: bool, posting: Posting, stated: int | None) -> str:
    title = f"“{posting.title}”" if posting.title else "this posting"
    format = (
        f"The posting speaks of {stated} {'round' if stated == 1 else 'rounds'}; each usually takes {_range(guide.minutes)} minutes."
        if stated
        else f"Interviews for a {guide.role} usually take {_range(guide.rounds)} rounds of "
        f"{_range(guide.minutes)} minutes."
    )
    if fits:
        return format
    return (
        f"No guide serves {title} yet; this is the nearest, for a {guide.role}. The questions are ranked by "
        f"what the posting asks, but some will not come up. {format}"
    )


def _gaps(match: Match) -> list[RequirementMatch]:
    """What is not met in full: musts before nice-to-haves, unmet before partly met."""
    short = [one for one in match.requirements if one.verdict is not Verdict.MET]
    return sorted(
        short,
        key=lambda one: (one.requirement.kind is not RequirementKind.MUST, one.verdict is not Verdict.UNMET),
    )


def _gap(judged: RequirementMatch) -> str:
    state = "not shown" if judged.verdict is Verdict.UNMET else "shown in part"
    advice = f" {judged.advice}" if judged.advice else ""
    return f"“{shortened(judged.requirement.text, 24)}” – {state}: {lower_first(judged.why)}{advice}"


def _range(bounds: tuple[int, int]) -> str:
    return str(bounds[0]) if bounds[0] == bounds[1] else f"{bounds[0]} to {bounds[1]}"
