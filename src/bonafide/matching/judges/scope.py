"""How many people, teams and managers somebody led. A lesser scope is partial."""

from __future__ import annotations

import re

from bonafide.matching import leading
from bonafide.matching.careers import families_asked, near
from bonafide.matching.findings import Finding
from bonafide.matching.judges.sizes import measured, nothing
from bonafide.matching.leading import Led
from bonafide.matching.reasons import at
from bonafide.matching.resume import Piece, Resume
from bonafide.model.match import Verdict

FAR_BELOW = 0.2
"""A smaller share than this of what is asked is not the same kind of task."""
MANY_PEOPLE, MANY_TEAMS = 15, 3
"""From here on somebody has probably led through others, though the CV does not say so."""

_LED_BY_WORD = re.compile(
    r"\b(?:(?:technical|tech|team|shift|project|site) lead(?:er)?|foreman|set(?:ting)? direction)\b", re.I
)
_WITHOUT_REPORTS = re.compile(
    r"\b(?:technical|functional|informal|without (?:formal )?authority|fachlich\w*)\b", re.I
)


def judge(text: str, resume: Resume, only_sizes: bool = False) -> list[Finding]:
    """A finding for each size that the clause asks; with `only_sizes` none for having led at all."""
    findings: list[Finding] = []
    if leading.cue("of_managers").search(text):
        findings += _through_managers(text, resume)
    elif leading.cue("several_teams").search(text):
        findings.append(_teams(resume))
    elif leading.cue("leading").search(text):
        asked = leading.people_asked(text)
        if asked:
            findings.append(_people(asked, text, resume))
        elif not only_sizes and leading.asks_to_lead(text):
            findings.append(_anybody(text, resume))
    return findings


def _through_managers(text: str, resume: Resume) -> list[Finding]:
    """Managers led; where a number of people is asked as well, both, unless the number is far out of reach."""
    asked = leading.people_asked(text)
    if not asked:
        return [_managers(resume)]
    crowd = _people(asked, text, resume)
    return [crowd] if crowd.verdict is Verdict.UNMET else [crowd, _managers(resume)]


def _people(asked: float, text: str, resume: Resume) -> Finding:
    led = leading.people(_pieces_for(text, resume))
    informal = None if led else leading.informally(resume.pieces)
    if informal:
        why = f"the CV tells of {informal.size:g} people led who did not report to the person, {asked:g} are asked"
        return measured(min(0.5, informal.size / asked), why, informal, FAR_BELOW)
    if led is None:
        return nothing(
            "the CV names no number of people led", f"how many people you have led; {asked:g} are asked"
        )
    share = led.size / asked
    return measured(
        share,
        f"the CV speaks of {led.size:g} people led{at(led.piece, resume)}, {asked:g} are asked",
        led,
        FAR_BELOW,
    )


def _pieces_for(text: str, resume: Resume) -> list[Piece]:
    """The pieces of positions in the line of work that is asked (a technology group, a sales team), or next to it."""
    families = set(families_asked(text))
    if not families:
        return list(resume.pieces)
    families |= {name for family in families for name in near(family)}
    others = {
        job.entry for job in resume.jobs if job.career.families and not families & set(job.career.families)
    }
    return [piece for piece in resume.pieces if piece.fact.entry not in others]


def _anybody(text: str, resume: Resume) -> Finding:
    """`You have managed a team`, without a number."""
    led = leading.people(_pieces_for(text, resume))
    special = leading.special_people(text)
    if (
        led
        and special
        and not any(special & piece.stems for piece in resume.pieces if leading.people([piece]))
    ):
        return measured(
            0.5,
            f"the CV speaks of {led.size:g} people led{at(led.piece, resume)}, but not of such",
            led,
            0,
        )
    if led:
        return measured(1.0, f"the CV speaks of {led.size:g} people led{at(led.piece, resume)}", led, 0)
    families = set(families_asked(text))
    families |= {name for family in families for name in near(family)}
    title = next(
        (
            piece
            for job in resume.jobs
            if job.career.leads and (not families or families & set(job.career.families))
            for piece in job.pieces
            if piece.fact.name == "position"
        ),
        None,
    )
    if title:
        return measured(
            0.5,
            f"the title {title.fact.text} says so, but no line tells of the people led",
            Led(1, title),
            0,
        )
    mention = next((piece for piece in resume.pieces if _LED_BY_WORD.search(piece.told)), None)
    if mention:
        share = 1.0 if _WITHOUT_REPORTS.search(text) else 0.5
        return measured(share, "the CV tells of leading without people reporting", Led(1, mention), 0)
    return nothing("the CV tells of nobody led", "whom you have led, and how many")


def _teams(resume: Resume) -> Finding:
    led = leading.teams(resume.pieces)
    if led and led.size >= 2:
        return measured(1.0, f"the CV speaks of {led.size:g} teams at once{at(led.piece, resume)}", led, 0)
    crowd = leading.people(resume.pieces)
    if crowd and crowd.size >= MANY_PEOPLE:
        return measured(
            0.5,
            f"the CV speaks of {crowd.size:g} people led{at(crowd.piece, resume)}, not of several teams",
            crowd,
            0,
        )
    informal = leading.informally(resume.pieces)
    if informal:
        why = "the CV tells of several teams whose people did not report to the person"
        return measured(0.5, why, informal, 0)
    return nothing("the CV names no second team", "how many teams you have led at the same time")


def _managers(resume: Resume) -> Finding:
    led = leading.managers(resume.pieces)
    if led:
        return measured(
            1.0, f"the CV counts managers or leads among those led{at(led.piece, resume)}", led, 0
        )
    mention = next((piece for piece in resume.pieces if leading.cue("of_managers").search(piece.told)), None)
    if mention:
        return measured(0.5, "the CV mentions it without saying where", Led(1, mention), 0)
    crowd, teams = leading.people(resume.pieces), leading.teams(resume.pieces)
    if crowd and crowd.size >= MANY_PEOPLE:
        return measured(
            0.5,
            f"{crowd.size:g} people are hardly led without leads between, yet the CV names none",
            crowd,
            0,
        )
    if teams and teams.size >= MANY_TEAMS:
        return measured(
            0.5,
            f"{teams.size:g} teams are hardly led without leads between, yet the CV names none",
            teams,
            0,
        )
    return nothing(
        "the CV names nobody who led others for the person",
        "whether leads or managers reported to you, and how many",
    )
