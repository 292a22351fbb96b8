"""Agreement of the built-in scorer with the ratings of each guide's own answers."""

import json
from pathlib import Path

import pytest

from bonafide import guides, practice
from bonafide.model.rating import Rating

from .test_agreement import kappa

FILES = sorted((Path(__file__).parent / "answers").glob("*.jsonl"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_levels_and_points_agree(file: Path) -> None:
    guide = guides.load(file.stem)
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    ours: list[Rating] = [practice.rate(guide, row["question"], row["text"]) for row in rows]
    assert len(rows) >= 20
    assert {row["question"] for row in rows} == {question.id for question in guide.questions}
    assert kappa([one.overall for one in ours], [row["overall"] for row in rows]) >= 0.7
    pairs = [
        (one.points[id], id in row["points"])
        for one, row in zip(ours, rows, strict=True)
        for id in one.points
    ]
    assert 2 * sum(a and b for a, b in pairs) / sum(a + b for a, b in pairs) >= 0.8
