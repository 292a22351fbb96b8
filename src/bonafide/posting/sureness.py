"""How sure a posting's values are: the trust in their source, more where another says the same, less where one differs.

Sources are taken as independent witnesses: their odds are multiplied. A confidence is between 0 and `_MOST`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import prod

from bonafide.model.posting import JobLocation, Salary
from bonafide.posting import names
from bonafide.posting.lexicon import table
from bonafide.posting.lines import fold

Value = str | Salary | tuple[JobLocation, ...] | None

FIELDS = ("title", "company", "places", "remote", "employment", "salary", "posted", "until")
_MOST = 0.99


def trust(kind: str, field: str) -> float:
    """How often what a source of this kind says of a field is right, by itself."""
    trusted = table("sure")
    row = trusted.get(trusted["alike"].get(kind, kind), trusted["other"])
    return float(row[field])


def guessed(field: str) -> float:
    """The trust in what was told by its form alone."""
    return float(table("sure")["guess"][field])


def of_requirement(told_by: str) -> float:
    """The trust in a requirement's kind, by what it was told: `headed`, `prose`, `placed` or `worded`."""
    return float(table("sure")["requirement"][told_by])


def witnesses(agreeing: Iterable[str], differing: Iterable[str] = ()) -> float:
    """The confidence of a name that witnesses of these kinds repeat, and others contradict."""
    weights: Mapping[str, float] = table("sure")["witness"]
    return joined([weights[kind] for kind in agreeing], [weights[kind] for kind in differing])


def joined(agreeing: Iterable[float], differing: Iterable[float] = ()) -> float:
    """The confidence of a value that sources of these trusts state, and others contradict; 0.5 where none does."""
    odds = prod(_odds(one) for one in agreeing) / prod(_odds(one) for one in differing)
    return min(_MOST, odds / (1 + odds))


def _odds(confidence: float) -> float:
    return confidence / (1 - confidence)


def weighed(field: str, value: Value, said: Iterable[tuple[Value, float]]) -> float:
    """The confidence of a value among what sources say of its field, each with its own confidence."""
    told = [(other, sure) for other, sure in said if other]
    agreeing = [sure for other, sure in told if agree(field, value, other)]
    return joined(agreeing, [sure for other, sure in told if not agree(field, value, other)])


def agree(field: str, one: Value, other: Value) -> bool:
    """Whether two sources mean the same: a longer name, a place of several, a pay without its unit."""
    if isinstance(one, Salary) and isinstance(other, Salary):
        return (one.min, one.max or one.min) == (other.min, other.max or other.min)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return any(_same_place(a, b) for a in one for b in other)
    if isinstance(one, str) and isinstance(other, str):
        return _same_text(field, one, other)
    return one == other


def _same_text(field: str, one: str, other: str) -> bool:
    if field == "company":
        return same_name(names.bare(one), names.bare(other))
    return same_name(fold(one), fold(other)) if field == "title" else one == other


def same_name(one: str, other: str) -> bool:
    """Whether one folded name is the other or begins it: `glow`, `glow lights`."""
    short, long = sorted((one, other), key=len)
    return bool(short) and f"{long} ".startswith(f"{short} ")


def _same_place(one: JobLocation, other: JobLocation) -> bool:
    if one.city and other.city:
        return fold(one.city) == fold(other.city)
    return one.country is not None and one.country == other.country
