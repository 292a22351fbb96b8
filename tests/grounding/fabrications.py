"""Fabrications of every kind planted into the true lines of a CV; each is false by construction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.language.quantities import find
from bonafide.model.fact import Fact, Facts

EMPLOYERS = (
    "Quillon Dynamics",
    "Brackwater Bank",
    "Norvia Health",
    "Castellan & Pryce",
    "Teodora Foods GmbH",
    "IBM",
    "Siemens",
    "the University of Tarnow",
)
TITLES = (
    "Chief Executive Officer",
    "Vice President of Strategy",
    "Managing Director",
    "Group Chief Risk Officer",
    "Senior Principal Architect",
)
CREDENTIALS = (
    "PMP",
    "CISSP",
    "Six Sigma Black Belt",
    "a PhD in Statistics",
    "an MBA from Harvard",
    "Certified Scrum Master",
    "CFA",
    "a patent on it",
)
TOOLS = (
    "Salesforce",
    "Kubernetes",
    "SAP S/4HANA",
    "Tableau",
    "Rust",
    "TensorFlow",
    "Workday",
    "MATLAB",
    "Snowflake",
    "Ansible",
)

_ENDING = re.compile(r"[.\s]+$")


def planted(facts: Facts) -> Iterator[tuple[str, str]]:
    """(kind, sentence) for every fabrication; names that the person owns are passed over."""
    owned = " ".join(fact.text for fact in facts).casefold()
    yield from (
        ("employer", line)
        for name in EMPLOYERS
        if name.casefold() not in owned
        for line in _at_employer(name)
    )
    yield from (
        ("credential", line)
        for name in CREDENTIALS
        if name.casefold() not in owned
        for line in _credential(name)
    )
    for tool in TOOLS:
        if tool.casefold() not in owned:
            yield from (("tool", line) for line in _with_tool(tool, facts))
    for index, job in enumerate(facts.profile.work):
        held = (job.position or "").casefold()
        for title in TITLES:
            if title.casefold() not in held:
                yield from (
                    ("title", line) for line in _as_title(title, job.name or "", job.start_date or "2019")
                )
        yield from (
            ("date", line)
            for line in _at_date(job.name or "", job.position or "", job.start_date, job.end_date)
        )
        yield from (("figure", line) for fact in _highlights(facts, index) for line in _figures(fact.text))


def _at_employer(name: str) -> Iterator[str]:
    yield f"At {name} I was responsible for planning and budgets."
    yield f"I joined {name} after my studies."
    yield f"{name}, Team Lead, 2009–2011"
    yield f"Before that I spent two years with {name}."
    yield f"Advised {name} on hiring"


def _credential(name: str) -> Iterator[str]:
    yield f"I hold {name}."
    yield f"Last year I added {name} to my qualifications."
    yield f"Education: {name}, 2018"


def _with_tool(tool: str, facts: Facts) -> Iterator[str]:
    yield f"I have worked with {tool} for years."
    yield f"Introduced {tool} across two sites"
    yield f"{tool} is where I feel at home."
    for fact in facts:
        if fact.name == "highlights":
            yield f"{_ENDING.sub('', fact.text)} using {tool}."


def _as_title(title: str, employer: str, start: str) -> Iterator[str]:
    yield f"As {title} at {employer} I learnt a lot."
    yield f"{title}, {employer}, {start[:4]} onwards"
    yield f"I was {title} of {employer}."
    yield f"At {employer} I was promoted to {title}."


def _at_date(employer: str, position: str, start: str | None, end: str | None) -> Iterator[str]:
    if not start:
        return
    wrong = int(start[:4]) - 2
    yield f"I joined {employer} in {wrong}."
    yield f"{position}, {employer}, {wrong}–{(end or '2025')[:4]}"
    yield f"From {wrong} I worked as {position} at {employer}."
    if end:
        yield f"I stayed with {employer} until {int(end[:4]) + 2}."


def _figures(text: str) -> Iterator[str]:
    """Every figure of a line in digits, made 1.7 times as large."""
    for quantity in find(text):
        digits = re.search(r"\d[\d,.]*\d|\d", quantity.text)
        if digits and quantity.value:
            value = float(digits.group().replace(",", ""))
            changed = f"{value * 1.7 + 1:.0f}" if value > 20 else f"{value * 2 + 1:.0f}"
            at = quantity.start + digits.start()
            yield text[:at] + changed + text[at + len(digits.group()) :]


def _highlights(facts: Facts, job: int) -> list[Fact]:
    return [fact for fact in facts.of(f"/work/{job}") if fact.name == "highlights"]
