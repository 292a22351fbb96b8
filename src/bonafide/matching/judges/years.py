"""Years of work, counted from the dates of the positions that are of the kind that is asked, overlaps once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bonafide.language.periods import union_months
from bonafide.language.quantities import Quantity, find
from bonafide.language.terms import find_terms, kind_of, relation
from bonafide.matching import leading
from bonafide.matching.careers import families_asked, industries, near
from bonafide.matching.findings import Finding
from bonafide.matching.lexicon import generic, light
from bonafide.matching.resume import Job, Piece, Resume, pieces_text, stems_of
from bonafide.model.match import Evidence, Verdict

ENOUGH, HALF = 0.97, 0.5
"""Shares of the months asked that count as all of them, and as a part."""
_AT_THE_HEAD = re.compile(
    r"\b(?:head of|at the head|director|executive|c-level|senior leadership|vp)\b", re.I
)
_LEADS = re.compile(
    r"\b(?:lead|leads|leading|led|leadership|manag(?:e|ing|ed|er|erial)|people management|line management|heading|head|director|executive|supervis\w+|"
    r"führung|führungserfahrung|personalverantwortung|leitung|leitend\w*|teamleitung|management d'équipe|encadrement|liderazgo|gestión de equipos|liderança|gestão de equipes|"
    r"in charge|responsible for (?:a )?(?:team|staff|people))\b",
    re.I,
)
_OF_THINGS = re.compile(
    r"\b(?:product|project|programme|program|account|data|quality|risk|supply chain|operations|content|stakeholder|change|asset|key account) manage\w+"
    r"|\b(?:leitung|führung|gestion|pilotage|conduite|direction|dirección|gestión|gestione|gestão|leading|managing|running|management|leadership)"
    r" (?:of|von|de|des|di)?\s*(?:[\w-]+\s)?[\w-]*(?:proje[ck]t|projet|proyecto|progett|programm|product|produit|produkt)\w*|\bprojektleitung\b|\bprojectleiding\b",
    re.I,
)
_MORE_YEARS = re.compile(r"\s*(?:\+|plus|or more|to \w+)?\s*(?:full |complete )?(?:years?|yrs)\b", re.I)
_FROM_ONE = re.compile(r"\b(?:one|1|einem|ein|un|une)\s*(?:to|or|bis|à|-|–)\s*$", re.I)
_DECADE = re.compile(r"\b(?P<count>a|one|two) decades?\b", re.I)
_TWICE = re.compile(r"(?<=\w)\s*\(\s*\d{1,2}\s*\+?\s*\)(?=\+?\s)")
"""The figure beside its word: `fifteen (15) years`."""
_RECENT = re.compile(
    r"\b(?:in|within|over|during|for|in den|innerhalb der|au cours des|ces|durante los|en los|in de)?\s*(?:the )?(?:last|past|recent|letzten|vergangenen|dernières|derniers|últimos|afgelopen|laatste)\s+(?:\w+\s+)?(?:years?|jahren?|années|ans|años|jaar)\b"
    r"|\b(?:several|many|mehrere|einige|plusieurs|varios|meerdere) (?:years|jahre|années|años|jaar) in a row\b",
    re.I,
)
"""When something was, and not how long: `in the last three years`."""
_SOME_OF_THEM = re.compile(
    r",?\s*\b(?:(?:ideally |preferably )?(?:some|part|most|several) of (?:them|it|these|those|which|that)|davon (?:einige|mehrere)|teilweise|dont une partie|dont plusieurs|waarvan enkele)\b.*",
    re.I,
)
"""What only some of the years must be of."""
_SPECIFIC = frozenset({"tool", "standard", "industry"})


@dataclass(frozen=True, slots=True)
class Span:
    """A number of years and the words that say of what."""

    years: float
    of: str


def judge(text: str, resume: Resume) -> list[Finding]:
    """A finding for each number of years that the text asks."""
    spans = spans_in(text)
    inherited: tuple[str, ...] = ()
    findings = []
    for span in spans:
        families = families_asked(span.of) or inherited
        inherited = inherited or families
        findings.append(_judged(span, families, resume, text))
    return findings


def spans_in(text: str) -> list[Span]:
    """`Eight years in X, three of these leading Y` -> 8 of `in X`, 3 of `leading Y`."""
    text = _RECENT.sub(" ", _TWICE.sub(" ", _DECADE.sub(_in_years, text)))
    marks = [q for q in find(text) if q.unit == "year" or _MORE_YEARS.match(text[q.end :])]
    if not marks:
        return []
    marks += [
        q
        for q in find(text)
        if q not in marks and q.unit is None and q.start > marks[0].end and _of_them(text, q)
    ]
    marks.sort(key=lambda q: q.start)
    found = []
    for index, mark in enumerate(marks):
        end = marks[index + 1].start if index + 1 < len(marks) else len(text)
        of = text[mark.end : end]
        if not re.search(r"\w{3}", re.sub(r"\b(?:or more|years?|experience|of|at least|minimum)\b", "", of)):
            of = text[: mark.start]
        found.append(Span(_least(text, mark), _SOME_OF_THEM.sub("", of) or of))
    return found


def asks_to_lead(of: str) -> bool:
    """Whether the words after a number of years speak of leading people, and not of managing a thing."""
    return bool(_LEADS.search(_OF_THINGS.sub(" ", of)))


def _least(text: str, mark: Quantity) -> float:
    """The lower end of `one to three years`."""
    if _FROM_ONE.search(text[: mark.start]):
        return 1.0
    low = [
        q
        for q in find(text[: mark.start])
        if re.fullmatch(r"\s*(?:to|or|bis|à|-|–)\s*", text[q.end : mark.start])
    ]
    return low[-1].value if low and low[-1].value < mark.value else mark.value


def _in_years(match: re.Match[str]) -> str:
    return "20 years" if match.group("count").lower() == "two" else "10 years"


def _of_them(text: str, quantity: Quantity) -> bool:
    return bool(
        re.match(
            r"\s*(?:or more\s*)?(?:of (?:them|these|those|which)|as\b|in\b|leading|managing|with\b|at\b)",
            text[quantity.end :],
        )
    )


def _judged(span: Span, families: tuple[str, ...], resume: Resume, text: str) -> Finding:
    leads = asks_to_lead(span.of)
    jobs = [job for job in resume.jobs if not leads or _leads(job, bool(_AT_THE_HEAD.search(span.of)))]
    direct, wide = _jobs_of(jobs, families, span.of, resume)
    asked = span.years * 12
    have, around = _months(direct, resume), _months([*direct, *wide], resume)
    what = "in a leading position" if leads else "of this work"
    years = f"nearly {span.years:g} years" if ENOUGH * asked <= have < asked else _years(have)
    why = f"the CV's dates give {years} {what}{_posts(direct)}, {span.years:g} are asked"
    weight = 1.0
    if have >= ENOUGH * asked:
        return Finding(verdict=Verdict.MET, why=why, facts=_dates(direct), weight=weight)
    if have >= HALF * asked or around >= ENOUGH * asked:
        if have < HALF * asked:
            why = f"the CV's dates give {_years(around)} of work beside it{_posts(wide)}, {span.years:g} are asked"
        return Finding(
            verdict=Verdict.PARTIAL,
            why=why,
            facts=_dates(direct or wide),
            weight=weight,
            advice="Name in the letter what of your earlier work counts towards the years that are asked.",
        )
    return Finding(
        verdict=Verdict.UNMET,
        why=why,
        weight=weight,
        advice=f"{span.years:g} years are asked: say what weighs as much, or expect this to be the first question.",
    )


def _jobs_of(
    jobs: list[Job], families: tuple[str, ...], of: str, resume: Resume
) -> tuple[list[Job], list[Job]]:
    """The jobs of the kind that is asked, and those next to it.

    Where a tool, an industry or a special field is named, those jobs that name it count, and the others of
    the family only in part, and only if the CV names it at all.
    """
    direct = [job for job in jobs if _of_family(job, families)] if families else _telling(jobs, of)
    wanted = _wanted(of)
    if wanted:
        named = [job for job in jobs if _mentions(job.pieces, wanted) or _works_in(job, wanted)]
        known = named or _mentions(resume.pieces, wanted)
        return named, [job for job in direct if job not in named] if known else []
    beside = {name for family in families for name in near(family)}
    around = [job for job in jobs if job not in direct and set(job.career.families) & beside]
    return direct, [job for job in around if _tells_of(job, families)]


def _of_family(job: Job, families: tuple[str, ...]) -> bool:
    """By its title, or by what the title and the employer's name say (`Director of Operations` at a hospital)."""
    return bool({*job.career.families, *families_asked(f"{job.title} {job.employer}")} & set(families))


def _telling(jobs: list[Job], of: str) -> list[Job]:
    """Where no family is named: the jobs whose words are those of what is asked; all where nothing is named."""
    asked = {
        root
        for root in stems_of(_LEADS.sub(" ", of))
        if root.isalpha() and len(root) > 2 and root not in generic() and root not in light()
    }
    if not asked:
        return jobs
    return [job for job in jobs if asked & (stems_of(job.title) | {s for p in job.pieces for s in p.stems})]


def _wanted(of: str) -> list[str]:
    """Terms that narrow the years down further than a family of work does."""
    return [
        hit.term
        for hit in find_terms(of)
        if (kind_of(hit.term) in _SPECIFIC or not families_asked(of[hit.start : hit.end]))
        and kind_of(hit.term) != "role"
        and not _LEADS.search(of[hit.start : hit.end])
    ]


def _works_in(job: Job, wanted: list[str]) -> bool:
    """Whether one of the industries asked is that of the job's own line of work."""
    own = frozenset[str]().union(*(industries(family) for family in job.career.families))
    return any(relation(term, want) in ("same", "narrower") for term in own for want in wanted)


def _tells_of(job: Job, families: tuple[str, ...]) -> bool:
    """Whether the deeds of a job name the work of one of the families."""
    return bool(set(families_asked(pieces_text(job.pieces))) & set(families))


def _mentions(pieces: tuple[Piece, ...], wanted: list[str]) -> bool:
    return any(
        relation(term, want) in ("same", "narrower")
        for piece in pieces
        for term in piece.terms
        for want in wanted
    )


def _leads(job: Job, at_the_head: bool) -> bool:
    if at_the_head:
        return job.career.level in ("executive", "director")
    return job.career.leads or leading.people(job.pieces) is not None


def _months(jobs: Iterable[Job], resume: Resume) -> int:
    return union_months([(job.start, job.end) for job in jobs if job.start], resume.today)


def _years(months: int) -> str:
    years = months // 12
    if not months:
        return "no time"
    return f"{years} year{'' if years == 1 else 's'}" if years else f"{months} months"


def _posts(jobs: list[Job]) -> str:
    """The posts that were counted, first to last: `, from Recruiter to HR Director`."""
    dated = sorted((job for job in jobs if job.start and job.title), key=lambda job: job.start)
    titles = list(dict.fromkeys(job.title for job in dated))
    if not titles:
        return ""
    return f", from {titles[0]} to {titles[-1]}" if len(titles) > 1 else f" as {titles[0]}"


def _dates(jobs: list[Job]) -> tuple[Evidence, ...]:
    """The titles and starting dates of the first and the last of the jobs."""
    ends = dict.fromkeys([*jobs[:1], *jobs[-1:]])
    return tuple(
        Evidence(f"{job.entry}/{name}", value)
        for job in ends
        for name, value in (("position", job.title), ("startDate", job.start))
        if value
    )
