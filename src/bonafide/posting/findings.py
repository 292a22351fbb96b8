"""What one source says of a posting, before the sources are weighed against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from bonafide.model.posting import JobLocation, Salary
from bonafide.posting import sureness
from bonafide.posting.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """A partial posting; `kind` names the source, None and empty mean that it says nothing.

    `sure`: how sure single values are (0 to 1), where that is not simply the trust in the source.
    """

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
    sure: Mapping[str, float] = field(default_factory=dict)

    def confidence(self, name: str) -> float:
        """How sure the value of a field is."""
        return self.sure[name] if name in self.sure else sureness.trust(self.kind, name)


def over(first: Findings, second: Findings) -> Findings:
    """The first source's findings, filled up with the second's where it is silent."""
    missing = {
        known.name: getattr(second, known.name)
        for known in fields(Findings)
        if known.name not in ("kind", "closed", "sure") and not getattr(first, known.name)
    }
    return weighed(replace(first, **missing, closed=first.closed or second.closed), first, second)


def weighed(settled: Findings, *sources: Findings) -> Findings:
    """Findings that were settled from several sources, with how sure that makes each value."""
    sure = {
        name: sureness.weighed(
            name, value, [(getattr(source, name), source.confidence(name)) for source in sources]
        )
        for name in sureness.FIELDS
        if (value := getattr(settled, name))
    }
    return replace(settled, sure=sure)
