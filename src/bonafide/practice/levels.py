"""The overall level as a rule over the facets, its band, and what the next level needs.

The rule, in the order in which it is asked (a facet is *clear* at 2, *there* at 1 or 2):

- **1** the answer is off the question, or nothing was done and no way of doing it is told.
- **5** all of level 4, the outcome is placed against its start, a trade-off or a risk is argued clearly, and three
  of trade-off, guardrail, people and reflection are clear.
- **4** the situation is there; own acts, the way it was done and the outcome in figures are clear.
- **3** the way it was done is clear without such proof, or an outcome is proven by acts of the speaker's own
  without saying how. A plan of what one would do ends here.
- **2** anything else.
"""

from __future__ import annotations

from collections.abc import Mapping

Facets = Mapping[str, int]

ARGUED = ("tradeoff", "guardrail")
ROUNDED = ("tradeoff", "guardrail", "people", "reflection")
PROVEN = ("ownership", "mechanism", "metric")


def level(facets: Facets) -> int:
    """The level from 1 to 5."""
    if facets["focus"] == 0 or _empty(facets):
        return 1
    if _proven(facets):
        return 5 if _argued(facets) else 4
    if facets["mechanism"] == 2 or (facets["metric"] == 2 and facets["ownership"] >= 1):
        return 3
    return 2


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


def _empty(facets: Facets) -> bool:
    return (
        facets["mechanism"] == 0
        and facets["ownership"] < 2
        and facets["metric"] < 2
        and facets["context"] < 2
    )


def _proven(facets: Facets) -> bool:
    return facets["context"] >= 1 and all(facets[name] == 2 for name in PROVEN)


def _argued(facets: Facets) -> bool:
    return (
        facets["baseline"] >= 1
        and any(facets[name] == 2 for name in ARGUED)
        and sum(facets[name] == 2 for name in ROUNDED) >= 3
    )


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
