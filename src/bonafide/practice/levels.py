"""The overall level as a rule over the facets, its band, and what the next level needs.

The rule is data: a level is reached by any of its ways, a way by all of its conditions, and the highest level that
is reached counts. `printed` says it in words, so that what is shown to people is what is applied.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Facets = Mapping[str, int]

ARGUED = ("tradeoff", "guardrail")
ROUNDED = ("tradeoff", "guardrail", "people", "reflection")
PROVEN = ("ownership", "mechanism", "metric")


@dataclass(frozen=True, slots=True)
class Condition:
    """At least `count` of the facets have at least the value `least`."""

    facets: tuple[str, ...]
    least: int
    count: int

    def holds(self, facets: Facets) -> bool:
        """Whether the facets of a rating meet it."""
        return sum(facets[name] >= self.least for name in self.facets) >= self.count

    def __str__(self) -> str:
        value = "is 2" if self.least == 2 else "is 1 or 2"
        if self.count == len(self.facets) == 1:
            return f"{self.facets[0]} {value}"
        how_many = "all" if self.count == len(self.facets) else ("one", "two", "three")[self.count - 1]
        return f"{how_many} of {', '.join(self.facets)} {value.replace('is', 'are', 1) if self.count > 1 else value}"


Way = tuple[Condition, ...]

_TOLD = (Condition(("context",), 1, 1), Condition(PROVEN, 2, 3))
LEVELS: Mapping[int, tuple[Way, ...]] = {
    5: ((*_TOLD, Condition(("baseline",), 1, 1), Condition(ARGUED, 2, 1), Condition(ROUNDED, 2, 3)),),
    4: (_TOLD,),
    3: (
        (Condition(("mechanism",), 2, 1),),
        (Condition(("metric",), 2, 1), Condition(("ownership",), 1, 1)),
        (Condition(("context", "metric"), 2, 2),),
    ),
    2: ((Condition(("mechanism",), 1, 1),), (Condition(("context", "ownership", "metric"), 2, 1),)),
}
"""The ways to each level above 1, the highest level first; every one also needs a focus of 1 or 2."""


def level(facets: Facets) -> int:
    """The level from 1 to 5."""
    if not facets["focus"]:
        return 1
    reached = (
        level for level, ways in LEVELS.items() if any(all(one.holds(facets) for one in way) for way in ways)
    )
    return next(reached, 1)


def printed() -> Iterator[str]:
    """The rule in words, a sentence for each level."""
    yield "Focus is 0: level 1."
    for level, ways in LEVELS.items():
        told = ", or ".join(" and ".join(map(str, way)) for way in ways)
        yield f"Otherwise, {told}: level {level}."
    yield "Otherwise: level 1."


def band(facets: Facets) -> tuple[int, int]:
    """The lowest and highest level that one facet read one step otherwise would give."""
    levels = [level(facets)]
    for name, value in facets.items():
        for other in (value - 1, value + 1):
            if 0 <= other <= 2 and name != "focus":
                levels.append(level({**facets, name: other}))
    return min(levels), max(levels)


def next_step(facets: Facets) -> str:
    """The condition for the next level, in a sentence."""
    now = level(facets)
    return _STEPS[now](facets)


def _from_one(facets: Facets) -> str:
    if facets["focus"] == 0:
        return "For level 2, answer the question that was asked: this is an answer to another one."
    return "For level 2, say in order what is done and what for, instead of naming methods."


def _from_two(facets: Facets) -> str:
    return "For level 3, tell one case of your own: what you did, step by step, so that a listener could repeat it."


def _from_three(facets: Facets) -> str:
    missing = [
        _NEEDS[name] for name in ("context", *PROVEN) if facets[name] < (1 if name == "context" else 2)
    ]
    return f"For level 4, {_listed(missing)}."


def _from_four(facets: Facets) -> str:
    missing = [_NEEDS["baseline"]] if facets["baseline"] < 1 else []
    thin = [name for name in ROUNDED if facets[name] < 2]
    wanted = max(1, 3 - (len(ROUNDED) - len(thin)))
    missing += [_NEEDS[name] for name in thin[:wanted]]
    return f"For level 5, {_listed(missing)}."


def _from_five(facets: Facets) -> str:
    return "This is the highest level; keep it as short as it can be told."


_STEPS = {1: _from_one, 2: _from_two, 3: _from_three, 4: _from_four, 5: _from_five}
_NEEDS = {
    "context": "place it: what kind of company, how large, and what forced the matter",
    "ownership": "say what you yourself decided and did",
    "mechanism": "say how it was done, so that a listener could repeat it",
    "metric": "give an outcome as a figure with its unit",
    "baseline": "say where the figure started and over what time it moved",
    "tradeoff": "say what you gave up for it, and why that was right",
    "guardrail": "say what could have gone wrong and what keeps the gain in place",
    "people": "say who had to be brought along, and how you did it",
    "reflection": "admit what you would do otherwise, or where it does not hold",
}


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{'; '.join(parts[:-1])}; and {parts[-1]}"
