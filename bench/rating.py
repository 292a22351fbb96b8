"""Agreement of the built-in rating with a person's, over files of rated answers.

    python bench/rating.py tests/practice/answers/vp-engineering.jsonl ... [--misses]

A file is named after its guide; each line is `{question, text, facets, points, overall}`, with all ten facets and the
ids of the points that are present. Printed per file: answers, quadratic kappa of the level, how many levels are
exact, mean kappa of the facets, F1 of the points. A facet that both sides rate the same throughout has no kappa and
is left out of the mean. `--misses` also names each answer whose level or points differ.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bonafide import guides, practice
from bonafide.model.rating import FACETS, Rating

Row = dict[str, Any]
Pairs = list[tuple[Row, Rating]]


def rated(file: Path) -> Pairs:
    """Each answer of the file with the program's rating."""
    guide = guides.load(file.stem)
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(row, practice.rate(guide, row["question"], row["text"])) for row in rows]


def kappa(ours: Sequence[int], theirs: Sequence[int]) -> float | None:
    """Cohen's kappa with quadratic weights; None where neither side varies."""
    chance = sum((a - b) ** 2 for a in ours for b in theirs) / len(ours) ** 2
    seen = sum((a - b) ** 2 for a, b in zip(ours, theirs, strict=True)) / len(ours)
    return 1 - seen / chance if chance else None


def facet_kappa(pairs: Pairs) -> float:
    """The mean over the facets that vary."""
    each = [
        kappa([ours.facets[name] for _, ours in pairs], [row["facets"][name] for row, _ in pairs])
        for name in FACETS
    ]
    return statistics.fmean(one for one in each if one is not None)


def points_f1(pairs: Pairs) -> float:
    """F1 of the points that are said to be present."""
    marks = [(bool(ours.points[id]), id in row["points"]) for row, ours in pairs for id in ours.points]
    said = sum(a + b for a, b in marks)
    return 2 * sum(a and b for a, b in marks) / said if said else 1.0


def misses(pairs: Pairs) -> Iterator[str]:
    """One line for each answer that is rated otherwise, with the points missing (-) and too many (+)."""
    for row, ours in pairs:
        heard = {id for id, present in ours.points.items() if present}
        points = [f"-{id}" for id in row["points"] if id not in heard]
        points += [f"+{id}" for id in sorted(heard - set(row["points"]))]
        if points or ours.overall != row["overall"]:
            yield f"  {row['question']}: level {row['overall']} rated {ours.overall} {' '.join(points)}"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description="Agreement of the rating with rated answers.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    for file in asked.files:
        pairs = rated(file)
        ours, theirs = [one.overall for _, one in pairs], [row["overall"] for row, _ in pairs]
        exact = sum(a == b for a, b in zip(ours, theirs, strict=True))
        print(
            f"{file.stem}: {len(pairs)} answers, level kappa {kappa(ours, theirs) or 0:.3f}, exact {exact}, "
            f"facets kappa {facet_kappa(pairs):.3f}, points F1 {points_f1(pairs):.3f}"
        )
        if asked.misses:
            print("\n".join(misses(pairs)))


if __name__ == "__main__":
    main()
