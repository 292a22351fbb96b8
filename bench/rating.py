"""Agreement of the built-in rating with people's, over files of rated answers.

    python bench/rating.py tests/practice/answers/vp-engineering.jsonl ... [--facets] [--misses] [--guide NAME]

A file is named after its guide, unless `--guide` says otherwise; each line is `{question, text, facets, points,
overall}` with all ten facets and the ids of the points that are present, or `{question, text, ratings}` with several
people's ratings, whose mean counts. Printed per file: answers, quadratic kappa of the level, how many levels are
exact, mean kappa of the facets, F1 of the points. A facet that both sides rate the same throughout has no kappa and
is left out of the mean. An answer that is refused counts as level 1 with nothing earned. `--facets` adds a line for
each facet, `--misses` one for each answer that is rated otherwise, with what differs.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bonafide import guides, practice
from bonafide.model.faults import InputFault
from bonafide.model.guide import Guide
from bonafide.model.rating import FACETS

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Marks:
    """What one side gives an answer: a level, a value for each facet, the points that are present."""

    level: int
    facets: dict[str, int]
    points: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """An answer with the program's marks and people's, and the ids of its question's points."""

    row: Row
    ours: Marks
    theirs: Marks
    points: tuple[str, ...]


def rated(file: Path, guide: Guide) -> list[Pair]:
    """Each answer of the file with both sides' marks."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    points = {question.id: tuple(point.id for point in question.points) for question in guide.questions}
    return [Pair(row, _ours(guide, row), _theirs(row), points[row["question"]]) for row in rows]


def _ours(guide: Guide, row: Row) -> Marks:
    try:
        rating = practice.rate(guide, row["question"], row["text"])
    except InputFault:
        return Marks(1, dict.fromkeys(FACETS, 0), frozenset())
    return Marks(
        rating.overall, dict(rating.facets), frozenset(id for id, there in rating.points.items() if there)
    )


def _theirs(row: Row) -> Marks:
    if "ratings" not in row:
        return Marks(row["overall"], row["facets"], frozenset(row["points"]))
    several = row["ratings"]
    facets = {name: _rounded([one["facets"][name] for one in several]) for name in FACETS}
    points = (
        id for id in several[0]["points"] if 2 * sum(one["points"][id] for one in several) > len(several)
    )
    return Marks(_rounded([one["overall"] for one in several]), facets, frozenset(points))


def _rounded(values: Sequence[int]) -> int:
    return int(statistics.fmean(values) + 0.5)


def kappa(ours: Sequence[int], theirs: Sequence[int]) -> float | None:
    """Cohen's kappa with quadratic weights; None where neither side varies."""
    chance = sum((a - b) ** 2 for a in ours for b in theirs) / len(ours) ** 2
    seen = sum((a - b) ** 2 for a, b in zip(ours, theirs, strict=True)) / len(ours)
    return 1 - seen / chance if chance else None


def facet_kappas(pairs: Sequence[Pair]) -> dict[str, float | None]:
    """The kappa of each facet."""
    return {
        name: kappa([pair.ours.facets[name] for pair in pairs], [pair.theirs.facets[name] for pair in pairs])
        for name in FACETS
    }


def points_f1(pairs: Sequence[Pair]) -> float:
    """F1 of the points that are said to be present."""
    said = sum(len(pair.ours.points) + len(pair.theirs.points) for pair in pairs)
    both = sum(len(pair.ours.points & pair.theirs.points) for pair in pairs)
    return 2 * both / said if said else 1.0


def misses(pairs: Sequence[Pair]) -> Iterator[str]:
    """One line for each answer that is rated otherwise: points missing (-) and too many (+), facets as theirs>ours."""
    for pair in pairs:
        ours, theirs = pair.ours, pair.theirs
        differ = [f"-{id}" for id in pair.points if id in theirs.points - ours.points]
        differ += [f"+{id}" for id in pair.points if id in ours.points - theirs.points]
        differ += [
            f"{name} {theirs.facets[name]}>{ours.facets[name]}"
            for name in FACETS
            if theirs.facets[name] != ours.facets[name]
        ]
        if differ or ours.level != theirs.level:
            opening = " ".join(pair.row["text"].split()[:6])
            yield f"  {pair.row['question']} “{opening}”: level {theirs.level}>{ours.level} {' '.join(differ)}"


def figures(pairs: Sequence[Pair]) -> str:
    """The line of figures for one file."""
    ours, theirs = [pair.ours.level for pair in pairs], [pair.theirs.level for pair in pairs]
    exact = sum(a == b for a, b in zip(ours, theirs, strict=True))
    mean = statistics.fmean(one for one in facet_kappas(pairs).values() if one is not None)
    return (
        f"{len(pairs)} answers, level kappa {kappa(ours, theirs) or 0:.3f}, exact {exact}, "
        f"facets kappa {mean:.3f}, points F1 {points_f1(pairs):.3f}"
    )


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description="Agreement of the rating with rated answers.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--guide", help="the guide of all files, where it is not their name")
    parser.add_argument("--facets", action="store_true")
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    for file in asked.files:
        pairs = rated(file, guides.load(asked.guide or file.stem))
        print(f"{file}: {figures(pairs)}")
        if asked.facets:
            told = (f"{name} {one:.2f}" for name, one in facet_kappas(pairs).items() if one is not None)
            print(f"  {', '.join(told)}")
        if asked.misses:
            print("\n".join(misses(pairs)))


if __name__ == "__main__":
    main()
