"""Commands within the test's own process, on its own rows: a process for each would load the whole house each time."""

from __future__ import annotations

from dataclasses import dataclass

from click.testing import CliRunner

from bonafide.cli.main import bonafide
from bonafide.model.faults import Fault, Faults


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


class Terminal:
    """Runs commands on the test's own rows, with something on the standard input."""

    def run(self, *words: str, said: str = "") -> Done:
        """The command, whether it succeeds or not; a fault is told as the outermost wall tells it."""
        done = CliRunner().invoke(bonafide, words, input=said)
        fault = done.exception
        told = str(fault) if fault else ""
        status = fault.exit_status if isinstance(fault, Fault | Faults) else done.exit_code
        return Done(status, done.stdout, done.stderr + told)

    def __call__(self, *words: str, said: str = "") -> str:
        """What it prints; it must succeed."""
        done = self.run(*words, said=said)
        assert done.returncode == 0, done.stderr
        return done.stdout
