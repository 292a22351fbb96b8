"""Agreement of the built-in scorer with a person's ratings of thirty invented answers to the CTO guide's questions."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bonafide import guides, practice
from bonafide.model.rating import FACETS, Rating

ANSWERS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "data" / "cto_answers.toml").read_text(encoding="utf-8")
)["answers"]
GUIDE = guides.load("cto")


def rated() -> list[Rating]:
    return [practice.rate(GUIDE, one["question"], " ".join(one["text"].split())) for one in ANSWERS]


def kappa(ours: Sequence[int], theirs: Sequence[int]) -> float:
    """Cohen's kappa with quadratic weights."""
    seen = sum((a - b) ** 2 for a, b in zip(ours, theirs, strict=True)) / len(ours)
    chance = sum((a - b) ** 2 for a in ours for b in theirs) / len(ours) ** 2
    return 1 - seen / chance


def test_levels_agree() -> None:
    assert kappa([one.overall for one in rated()], [one["level"] for one in ANSWERS]) >= 0.85


def test_facets_agree() -> None:
    ratings = rated()
    each = [
        kappa([one.facets[name] for one in ratings], [one["facets"][at] for one in ANSWERS])
        for at, name in enumerate(FACETS)
    ]
    assert sum(each) / len(each) >= 0.75


def test_points_agree() -> None:
    pairs = [
        (bool(value), point in one["points"])
        for rating, one in zip(rated(), ANSWERS, strict=True)
        for point, value in rating.points.items()
    ]
    hits = sum(ours and theirs for ours, theirs in pairs)
    assert 2 * hits / sum(ours + theirs for ours, theirs in pairs) >= 0.88
