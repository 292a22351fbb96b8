"""The walls of the house hold, and each guard is seen to fail on a planted offender."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GROUND = (
    "model", "language", "cv", "posting", "guides", "matching", "tailoring", "grounding", "documents", "practice",
    "stories", "tracking", "evidence", "workflows",
)  # fmt: skip

OFFENDERS = {
    "model": ("model/offender.py", "import bonafide.language.periods\n"),
    "floors": ("language/offender.py", "import bonafide.matching\n"),
    "siblings": ("tailoring/offender.py", "import bonafide.grounding\n"),
    "documents": ("documents/offender.py", "import bonafide.guides\n"),
    "guides": ("matching/offender.py", "import bonafide.guides\n"),
    "world": ("tailoring/offender.py", "import subprocess\n"),
    "faces": ("web/offender.py", "import bonafide.store.models\n"),
    "store": ("store/offender.py", "import bonafide.workflows.state\n"),
}

BLOCKED = """
import builtins, importlib, socket, sys
def refuse(*a, **k): raise AssertionError("the ground floor opened a socket")
socket.socket.connect = refuse
socket.create_connection = refuse
for name in ("django", "click", "httpx2"):
    sys.modules[name] = None
for room in {rooms!r}:
    importlib.import_module("bonafide." + room)
"""


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """import-linter over a copy of the source."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    return subprocess.run(
        command,
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "PATH": ""},
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package and its contracts in a folder of their own."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", folder / ".importlinter")
    return folder


def test_the_contracts_hold(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("contract", OFFENDERS)
def test_each_contract_catches_its_offender(copy: Path, contract: str) -> None:
    name, text = OFFENDERS[contract]
    offender = copy / "src" / "bonafide" / name
    offender.write_text(text)
    try:
        done = lint(copy)
    finally:
        offender.unlink()
    assert done.returncode == 1
    assert "offender" in done.stdout


def test_the_ground_floor_imports_without_network_or_faces() -> None:
    script = BLOCKED.format(rooms=GROUND)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    planted = script.replace("sys.modules[name] = None", "sys.modules[name] = None\nimport click")
    assert subprocess.run([sys.executable, "-c", planted], capture_output=True).returncode != 0


UNSCOPED = re.compile(r"\b(?!Person\b)[A-Z]\w+\.(?:objects|_default_manager|_base_manager)\b")


def unscoped(text: str) -> list[str]:
    """Queries that do not go through `Owned.of`; accounts themselves have no owner."""
    return UNSCOPED.findall(text)


def test_rows_are_scoped_to_their_owner_in_one_place() -> None:
    assert unscoped("Blob.objects.all()")
    assert unscoped("Run._default_manager.get()")
    rooms = [ROOT / "src" / "bonafide" / room for room in ("store", "services", "web", "cli")]
    found = {
        str(path): unscoped(path.read_text("utf-8"))
        for room in rooms
        for path in room.rglob("*.py")
        if "migrations" not in path.parts
    }
    assert {path: hits for path, hits in found.items() if hits} == {}


def test_no_file_outgrows_its_room() -> None:
    # Migrations are a record of what was, written by Django; nobody reads them from top to bottom.
    files = [path for path in (ROOT / "src").rglob("*.py") if "migrations" not in path.parts]
    long = [str(path) for path in files if len(path.read_text("utf-8").splitlines()) > 400]
    assert long == []


def test_no_commit_names_a_registry() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    assert "--hash=sha256:" in lock
