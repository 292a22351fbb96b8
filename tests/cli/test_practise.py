"""Rehearsal and stories at the terminal: most of it within this process, once through a real pipe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bonafide.cli import django_house
from bonafide.store.models import Application, Person
from rehearsed import REPLY, THIN
from rows import application, inline, now, owner
from terminal import Terminal

__all__ = ["application", "inline", "now", "owner"]


@pytest.fixture
def terminal(owner: Person, application: Application, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal beside the sample's application."""
    monkeypatch.setattr(django_house, "opened", lambda: owner)
    return Terminal()


def test_through_a_real_pipe_in_a_folder_of_its_own(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    command = [
        str(Path(sys.executable).with_name("bonafide")),
        "practise",
        "--guide",
        "cto",
        "--question",
        "reliability",
    ]
    home = {**kept, "BONAFIDE_HOME": str(tmp_path / "home")}
    done = subprocess.run(command, env=home, input=f"{THIN}\n.\n", capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Level " in done.stdout


def test_an_answer_its_probes_and_what_comes_back(terminal: Terminal) -> None:
    shown = terminal(
        "practise", "--guide", "cto", "--question", "reliability", said=f"{THIN}\n.\n{REPLY}\n.\n.\n"
    )
    assert "measurably more reliable" in " ".join(shown.split())
    assert "Level " in shown
    assert "“0.4 percent”" in shown
    listed = json.loads(terminal("practise", "--guide", "cto", "--list", "--json"))
    (tried,) = [one for one in listed if one["attempts"]]
    assert tried["question"] == "reliability"
    assert (
        terminal("practise", "--due", "--today", "2099-01-01", said=f"{THIN}\n.\n.\n.\n").count("Level ") >= 1
    )


def test_data_on_the_output_and_talk_beside_it(terminal: Terminal) -> None:
    done = terminal.run("practise", "--question", "cloud-cost", "--guide", "cto", "--json", said=THIN)
    rating = json.loads(done.stdout)
    assert (rating["question"], rating["text"]) == ("cloud-cost", THIN)
    assert set(rating["facets"].values()) <= {0, 1, 2}
    assert "cloud bill" in done.stderr


@pytest.mark.parametrize("said", ["", "Yes.\n.\n"])
def test_no_answer_is_a_fault_of_the_input(terminal: Terminal, said: str) -> None:
    done = terminal.run("practise", "--guide", "cto", "--question", "security", said=said)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_loop_waits_where_the_input_ends(terminal: Terminal) -> None:
    (card,) = json.loads(terminal("board", "list", "--json"))
    answer = f"{THIN}\n.\n.\n.\n"
    shown = terminal("practise", "--loop", card["id"][:8], "--form", "short", said=answer * 2)
    assert "Round 2:" in shown
    assert "waits here" in shown
    shown = terminal("practise", "--loop", card["id"][:8], said=answer * 2)
    assert "Round 1:" not in shown
    assert "The loop is over." in shown


def test_stories_from_the_draft_to_the_map(terminal: Terminal) -> None:
    assert "no stories yet" in terminal("story", "list")
    drafts = json.loads(terminal("story", "drafts", "--json"))
    for draft in drafts[:4]:
        terminal("story", "keep", draft["source"])
    stories = json.loads(terminal("story", "list", "--json"))
    assert len(stories) == 4
    assert all(line["facts"] for story in stories for lines in story["parts"].values() for line in lines)
    first = stories[0]["id"][:8]
    terminal("story", "told", first, "--on", "2026-11-02", "--to", "Quillmere")
    assert "told 2026-11-02 Quillmere" in terminal("story", "show", first)
    mapped = json.loads(terminal("story", "map", "--guide", "cto", "--json"))
    assert len(mapped["questions"]) == 10
    assert set(mapped["fewest"]) <= {story["id"] for story in stories}
    assert "questions have no story" in terminal("story", "map", "--guide", "cto")
    terminal("story", "forget", first)
    assert terminal.run("story", "show", first).returncode == 2
    assert "No loop is under way" in terminal.run("story", "rounds").stderr or terminal("story", "rounds")
