"""The command line: help without imports, statuses, no traceback for anybody."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from bonafide.cli import main
from bonafide.cli.main import COMMANDS, bonafide, run
from bonafide.model.faults import FetchFault, InputFault


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert "Usage: bonafide" in capsys.readouterr().out


def test_help_imports_no_command() -> None:
    code = (
        "import sys\nfrom bonafide.cli.main import run\nrun(['--help'])\n"
        "print([m for m in sys.modules if m.startswith('bonafide.') and m.split('.')[1] not in ('cli', 'model')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (InputFault("It is empty.", where="cv.pdf"), 2, "cv.pdf: It is empty."),
        (FetchFault("The site does not answer."), 3, "The site does not answer."),
        (ZeroDivisionError("division by zero"), 1, "a fault of its own"),
        (click.UsageError("No such thing."), 2, "No such thing."),
    ],
)
def test_a_fault_is_a_sentence_and_a_status(
    error: Exception,
    status: int,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise error

    monkeypatch.setattr(bonafide, "main", fail)
    assert main.run([]) == status
    err = capsys.readouterr().err
    assert says in err
    assert "Traceback" not in err
