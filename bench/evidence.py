"""How fast a repository is measured, against a bare `git log` of it in the same run.

    python bench/evidence.py [--commits 100000] [--rounds 3]

Makes a repository with a release every fifty commits, then times `git log` (the floor: the bytes that every reader needs), reading it
into a history of deploys, and all figures of a year beside it. Prints medians, commits a second, and their ratio to the floor.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from bonafide.connectors.systems import git
from bonafide.evidence.delivery import Deploys
from bonafide.workflows.measuring import Asked, measured

EPOCH = 1_600_000_000
SPAN = 3 * 365 * 86_400
"""Seconds over which the commits are spread."""


def made(folder: Path, commits: int) -> None:
    """The repository, by `git fast-import`."""
    subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True)
    chance, parts = Random(5), []
    for number in range(1, commits + 1):
        at = EPOCH + SPAN * number // commits
        body = f"Change number {number}\n\nSome words on why this was done, about as long as people write.\n"
        who = "Ada Quill <ada@quill.example>"
        parts.append(
            f"commit refs/heads/main\nmark :{number}\nauthor {who} {at - chance.randint(60, 300_000)} +0000\n"
            f"committer {who} {at} +0000\ndata {len(body)}\n{body}\n"
        )
        if number % 50 == 0:
            parts.append(
                f"tag v1.{number // 50}.0\nfrom :{number}\ntagger {who} {at + 60} +0000\ndata 1\nx\n"
            )
    subprocess.run(
        ["git", "-C", str(folder), "fast-import", "--quiet"], input="".join(parts).encode(), check=True
    )


def seconds(rounds: int, act: Callable[[], object]) -> float:
    """The median time of some rounds."""
    times = []
    for _ in range(rounds):
        begun = perf_counter()
        act()
        times.append(perf_counter() - begun)
    return median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commits", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "repository"
        made(folder, given.commits)
        log = ["git", "-C", str(folder), "log", "--tags", "HEAD"]
        floor = seconds(given.rounds, lambda: subprocess.run(log, check=True, stdout=subprocess.DEVNULL))
        read = seconds(given.rounds, lambda: git.read(folder, git.Options(), b"key"))
        found = git.read(folder, git.Options(), b"key")
        end = date.fromtimestamp(EPOCH + SPAN)
        asked = Asked(changed=date.fromtimestamp(EPOCH + SPAN // 2))
        print(f"git log                {floor:6.2f} s")
        print(
            f"read into deploys      {read:6.2f} s  {read / floor:4.1f} × the floor, {given.commits / read:9,.0f} commits a second"
        )
        figures = seconds(
            1,
            lambda: measured(Deploys(found.history), asked, end, source="git", fingerprint=found.fingerprint),
        )
        print(
            f"all figures, intervals {figures:6.2f} s  ({len(found.history.deploys)} deploys, before and after, by quarters)"
        )


if __name__ == "__main__":
    main()
