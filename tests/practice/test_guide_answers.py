"""Agreement of the built-in scorer with the ratings of each guide's own answers.

The answers in `voices/` were rated before the program saw them, in voices unlike the others: spoken without stops,
terse, from other mother tongues, rambling, to another question, planned and never done. So were those in `unmet/`,
few to a guide, by people of other trades, which are judged together, and those to the staff engineer's questions.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from bonafide import guides, practice
from bonafide.model.faults import InputFault
from bonafide.model.guide import Guide

from .test_agreement import kappa

ANSWERS = Path(__file__).parent / "answers"
UNMET = sorted((ANSWERS / "unmet").glob("*.jsonl"))
FILES = sorted(set(ANSWERS.rglob("*.jsonl")) - set(UNMET))


def marks(guide: Guide, row: dict[str, Any]) -> tuple[int, set[str]]:
    """The level and the points that the program gives; an answer that it refuses has earned nothing."""
    try:
        rating = practice.rate(guide, row["question"], row["text"])
    except InputFault:
        return 1, set()
    return rating.overall, {id for id, there in rating.points.items() if there}


def read(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def agree(rows: list[dict[str, Any]], ours: list[tuple[int, set[str]]]) -> tuple[float, float]:
    """The kappa of the levels and the F1 of the points."""
    both = sum(len(points & set(row["points"])) for (_, points), row in zip(ours, rows, strict=True))
    said = sum(len(points) + len(row["points"]) for (_, points), row in zip(ours, rows, strict=True))
    return kappa([level for level, _ in ours], [row["overall"] for row in rows]), 2 * both / said


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_levels_and_points_agree(file: Path) -> None:
    guide, rows = guides.load(file.stem), read(file)
    assert len(rows) >= 20
    assert {row["question"] for row in rows} == {question.id for question in guide.questions}
    levels, points = agree(rows, [marks(guide, row) for row in rows])
    assert levels >= 0.7
    assert points >= 0.8


def test_levels_and_points_agree_for_unmet_voices() -> None:
    rows = [(guides.load(file.stem), row) for file in UNMET for row in read(file)]
    assert len(rows) >= 20
    levels, points = agree([row for _, row in rows], [marks(guide, row) for guide, row in rows])
    assert levels >= 0.7
    assert points >= 0.8
