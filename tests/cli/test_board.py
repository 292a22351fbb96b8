"""The board at the terminal; and the card that `prepare` makes, as a process with a data folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bonafide.cli import django_house
from bonafide.store.models import Person
from rows import inline, now, owner
from terminal import Terminal

__all__ = ["inline", "now", "owner"]

ROOT = Path(__file__).resolve().parents[2]
LINK = "https://jobs.tidewell.example/?id=7"


class Process:
    """Runs `bonafide` as a process with a data folder of its own."""

    def __init__(self, home: Path) -> None:
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.environment = {**kept, "BONAFIDE_HOME": str(home)}

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [str(Path(sys.executable).with_name("bonafide")), *words]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True)

    def __call__(self, *words: str) -> str:
        """What a `board` command prints; it must succeed."""
        done = self.run("board", *words)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def board(tmp_path: Path) -> Process:
    return Process(tmp_path / "home")


@pytest.fixture
def terminal(owner: Person, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal with nothing on the board."""
    monkeypatch.setattr(django_house, "opened", lambda: owner)
    return Terminal()


def test_a_card_goes_its_way_at_the_terminal(terminal: Terminal) -> None:
    def board(*words: str) -> str:
        return terminal("board", *words)

    assert "no cards here yet" in board("list")
    card = board("add", LINK, "--title", "CTO", "--company", "Tidewell").split()[0]
    assert "CTO: Moved to Applied" in board("move", card, "applied", "--on", "2026-03-03")
    board("note", card, "Rang on Monday")
    shown = board("show", card)
    assert "Applied on: 2026-03-03" in shown
    assert "Rang on Monday" in shown
    assert "2026-03-03  Moved to Applied" in shown
    [listed] = json.loads(board("list", "--lane", "applied", "--json"))
    assert (listed["title"], listed["lane"], listed["appliedOn"]) == ("CTO", "applied", "2026-03-03")
    assert "Undone: Notes changed" in board("undo")
    board("archive", card)
    assert json.loads(board("list", "--json")) == []
    whole = json.loads(board("show", card, "--json"))
    assert whole["archived"] is True
    assert [line["kind"] for line in whole["history"]] == ["archived", "undone", "noted", "moved", "added"]


def test_faults_are_sentences_on_stderr(terminal: Terminal) -> None:
    terminal("board", "add", LINK)
    for words, says in (
        (("add", LINK + "#apply"), "already have this one"),
        (("add",), "needs a link"),
        (("move", "ffff", "applied"), "no such card"),
        (("list", "--lane", "limbo"), "no lane"),
        (("undo",), "nothing to undo"),
    ):
        done = terminal.run("board", *words)
        assert (done.returncode, done.stdout) == (2, "")
        assert says in done.stderr
        assert "Traceback" not in done.stderr


def prepared(board: Process, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    sample = [str(ROOT / "sample" / "posting.html"), str(ROOT / "sample" / "cv.pdf")]
    return board.run("prepare", *sample, "--out", str(folder), "--today", "2026-11-20", *more)


def test_prepare_makes_a_card_and_a_version_each_time(board: Process, tmp_path: Path) -> None:
    for _ in range(2):
        done = prepared(board, tmp_path / "out", "--json")
        assert done.returncode == 0, done.stderr
        assert "Its card on the board" in done.stderr
        assert json.loads(done.stdout)["fit"] == 5
    [card] = json.loads(board("list", "--json"))
    assert (card["company"], card["version"]) == ("Tidewell Instruments", 2)


def test_no_board_makes_no_card(board: Process, tmp_path: Path) -> None:
    done = prepared(board, tmp_path / "out", "--no-board")
    assert done.returncode == 0
    assert "board" not in done.stderr
    assert not (tmp_path / "home").exists()


def test_a_data_folder_that_cannot_be_used_is_only_noted(board: Process, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("This is a file, not a folder.")
    done = prepared(board, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "no card on the board" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "out" / "cv.pdf").exists()
