"""What a thin CV is met with: questions whose answers would strengthen it. Nothing is filled in for anybody."""

from __future__ import annotations

from collections.abc import Iterator

from bonafide.language import quantities
from bonafide.model.fact import Facts
from bonafide.model.profile import Work
from bonafide.tailoring.relevance import shortened

MOST = 6
RECENT = 3
"""Positions that are asked about; what lies further back is rarely read."""


def questions_of(facts: Facts) -> tuple[str, ...]:
    """At most six questions, the newest position's first: a date, a deed, a figure, a scope."""
    found = [*_about_contact(facts), *_about_work(facts)]
    return tuple(found[:MOST])


def _about_contact(facts: Facts) -> Iterator[str]:
    basics = facts.profile.basics
    if not basics.name:
        yield "What is your name? None was found in the CV."
    if not basics.email and not basics.phone:
        yield "How can you be reached? The CV gives neither an e-mail address nor a telephone number."


def _about_work(facts: Facts) -> Iterator[str]:
    if not facts.profile.work:
        yield "Which positions have you held, where, and from when to when? No position was found in the CV."
    for job in facts.profile.work[:RECENT]:
        yield from _about_job(job)


def _about_job(job: Work) -> Iterator[str]:
    name = _named(job)
    if not job.start_date:
        yield f"When did you start {name}? No date was found."
    told = [*job.highlights, *([job.summary] if job.summary else [])]
    if not told:
        yield f"What did you do and change {name}? The CV names the position and nothing that came of it."
        return
    if len(told) < 2:
        yield f"What else came of your time {name}? One line is little to choose from."
    without = [line for line in told if not quantities.find(line)]
    if len(without) == len(told):
        line = shortened(without[0], 10)
        yield f"What changed in figures {name}: how many people, how much money, how much faster? For example after “{line}”"


def _named(job: Work) -> str:
    place = f"at {job.name}" if job.name else "in that position"
    return f"as {job.position} {place}" if job.position else place
