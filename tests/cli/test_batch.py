"""Batches: a line in, a line out, in order; a line that fails costs only itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bonafide.cli import loading
from bonafide.cli.main import run
from bonafide.cli.read import _posting_row
from bonafide.model.page import Page

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


def test_a_link_in_a_batch_leads_to_its_public_record(monkeypatch: pytest.MonkeyPatch) -> None:
    job = {
        "absolute_url": "https://boards.greenhouse.io/fjordlys/jobs/71",
        "title": "Lamp Warden",
        "content": "<p>You will look after lamps.</p><h3>Requirements</h3><ul><li>A driving licence</li></ul>",
    }
    asked: list[str] = []

    def fetch(url: str) -> Page:
        asked.append(url)
        return Page(json.dumps(job).encode(), "application/json", url)

    monkeypatch.setattr(loading.sources, "fetcher", lambda allow_loopback: fetch)
    row = {"id": "a", "source": job["absolute_url"], "_folder": "."}
    assert _posting_row(None, False, row)["title"] == "Lamp Warden"
    assert asked[0].startswith("https://boards-api.greenhouse.io/v1/boards/fjordlys/jobs/71")
