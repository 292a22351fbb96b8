"""What one source says of a posting, before the sources are weighed against each other."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from bonafide.model.posting import JobLocation, Salary
from bonafide.posting.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """A partial posting; `kind` names the source, None and empty mean that it says nothing."""

    kind: str
    title: str | None = None
    company: str | None = None
    places: tuple[JobLocation, ...] = ()
    remote: str | None = None
    employment: str | None = None
    salary: Salary | None = None
    posted: str | None = None
    until: str | None = None
    language: str | None = None
    lines: tuple[Line, ...] = ()
    closed: bool = False


def over(first: Findings, second: Findings) -> Findings:
    """The first source's findings, filled up with the second's where it is silent."""
    missing = {
        field.name: getattr(second, field.name)
        for field in fields(Findings)
        if field.name not in ("kind", "closed") and not getattr(first, field.name)
    }
    return replace(first, **missing, closed=first.closed or second.closed)
