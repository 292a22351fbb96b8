"""Agreement of the built-in scorer with the ratings of each guide's own answers.

The answers in `voices/` were rated before the program saw them, in voices unlike the others: spoken without stops,
terse, from other mother tongues, rambling, to another question, planned and never done.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from bonafide import guides, practice
from bonafide.model.faults import InputFault
from bonafide.model.guide import Guide

from .test_agreement import kappa

FILES = sorted((Path(__file__).parent / "answers").rglob("*.jsonl"))


def marks(guide: Guide, row: dict[str, Any]) -> tuple[int, set[str]]:
    """The level and the points that the program gives; an answer that it refuses has earned nothing."""
    try:
        rating = practice.rate(guide, row["question"], row["text"])
    except InputFault:
        return 1, set()
    return rating.overall, {id for id, there in rating.points.items() if there}


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_levels_and_points_agree(file: Path) -> None:
    guide = guides.load(file.stem)
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    ours = [marks(guide, row) for row in rows]
    assert len(rows) >= 20
    assert {row["question"] for row in rows} == {question.id for question in guide.questions}
    assert kappa([level for level, _ in ours], [row["overall"] for row in rows]) >= 0.7
    both = sum(len(points & set(row["points"])) for (_, points), row in zip(ours, rows, strict=True))
    said = sum(len(points) + len(row["points"]) for (_, points), row in zip(ours, rows, strict=True))
    assert 2 * both / said >= 0.8
