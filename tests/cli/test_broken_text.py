"""Half a character, as damaged files hold it, costs that character and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bonafide.cli.main import run

HALF = '{"basics": {"name": "Ada \\ud83d Penrose"}, "work": [{"name": "Tidewell", "position": "Clerk"}]}'


def test_a_broken_line_does_not_stop_the_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cv.json").write_text(HALF)
    rows = [{"id": 1, "file": "cv.json"}, {"id": 2, "file": "cv.json"}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert run(["read", "cv", "--batch", str(tmp_path / "in.jsonl")]) == 0
    out = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in out] == [1, 2]
    assert out[0]["basics"]["name"].startswith("Ada")
