"""Batches: a line in, a line out, in order; a line that fails costs only itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bonafide.cli.main import run

ANSWER = "I cut our cloud bill by a third in two quarters by switching idle environments off."


def batch(tmp_path: Path, lines: list[str]) -> str:
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def test_order_ids_and_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cv = {"basics": {"name": "Ada Quill"}, "work": [{"name": "Tern", "position": "Engineer"}]}
    (tmp_path / "cv.json").write_text(json.dumps(cv))
    lines = [
        json.dumps({"id": "a", "file": "cv.json"}),
        json.dumps({"id": "b", "file": "gone.json"}),
        "not json",
        json.dumps({"id": "d"}),
        json.dumps({"id": "e", "file": "cv.json"}),
    ]
    assert run(["read", "cv", "--batch", batch(tmp_path, lines)]) == 2
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row.get("id") for row in rows] == ["a", "b", None, "d", "e"]
    assert "id" not in rows[2]
    assert [("error" in row) for row in rows] == [False, True, True, True, False]
    assert rows[4]["basics"]["name"] == "Ada Quill"
    assert rows[1]["error"]["kind"] == "input"


def test_ratings_and_checks_in_batches(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [json.dumps({"id": 1, "question": "cloud-cost", "text": ANSWER})]
    assert run(["rate", "--batch", batch(tmp_path, rows)]) == 0
    rating = json.loads(capsys.readouterr().out)
    assert rating["id"] == 1
    assert 1 <= rating["overall"] <= 5
    (tmp_path / "cv.json").write_text(json.dumps({"basics": {"name": "Ada Quill"}}))
    rows = [
        json.dumps({"id": 2, "cv": "cv.json", "sentences": ["Dear team,", "I led 40 engineers at Tern."]})
    ]
    assert run(["check", "--batch", batch(tmp_path, rows)]) == 0
    assert json.loads(capsys.readouterr().out)["verdicts"] == ["no-claim", "unsupported"]
