"""Whole-process time of `prepare` against a peer (RenderCV printing one CV) and against the floor.

    python bench/prepare.py [--runs 7] [--peer PATH-TO-rendercv]

The floor is what no version of this job can save: reading the bytes and the Typst compiles of the three PDFs, in
one warm process. All figures come from the same run on the same machine; ratios are what to compare.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
POSTING, CV = ROOT / "sample" / "posting.html", ROOT / "sample" / "cv.pdf"
BONAFIDE = Path(sys.executable).with_name("bonafide")
PEER_CV = """cv:
  name: Marta Ellingham
  email: marta@ellingham.example
  sections:
    experience:
      - company: Corran Logistics Software
        position: VP Engineering
        start_date: 2021-03
        end_date: present
        highlights: [Lead 71 engineers in nine teams., Cut cloud spend by 27 %.]
    education:
      - institution: University of Southampton
        area: Electronic Engineering
        degree: MEng
        start_date: 2005-09
        end_date: 2009-06
"""


def timed(work: Callable[[], object], runs: int) -> float:
    """Median seconds of `work`, after one run that is not counted."""
    work()
    spans = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        spans.append(time.perf_counter() - start)
    return statistics.median(spans)


def prepare(folder: Path) -> None:
    """One whole process: the shipped sample becomes an application."""
    command = [
        str(BONAFIDE),
        "prepare",
        str(POSTING),
        str(CV),
        "--out",
        str(folder / "out"),
        "--today",
        "2026-11-20",
    ]
    # The card counts too, in a data folder of its own.
    environment = {**os.environ, "BONAFIDE_HOME": str(folder / "home")}
    subprocess.run(command, check=True, capture_output=True, env=environment)


def peer(rendercv: str, folder: Path) -> bool:
    """One whole process of RenderCV: one CV from YAML to PDF, its other formats switched off; whether it succeeded."""
    (folder / "peer.yaml").write_text(PEER_CV)
    command = [rendercv, "render", "peer.yaml", "-nomd", "-nohtml", "-nopng"]
    return subprocess.run(command, capture_output=True, cwd=folder).returncode == 0


def floor_seconds(runs: int) -> float:
    """Seconds to read the bytes and typeset the three PDFs in this warm process."""
    from datetime import date
    from functools import partial

    from bonafide import documents
    from bonafide.cli import loading
    from bonafide.connectors.sandbox import Sandbox
    from bonafide.practice import handout
    from bonafide.workflows.prepare import prepare as steps
    from bonafide.workflows.state import Ports, Request

    request = Request(link=str(POSTING), cv_name=CV.name, cv=CV.read_bytes(), today=date(2026, 11, 20))
    with Sandbox() as guarded:
        state = steps(
            request, Ports(partial(loading.pages, guarded=guarded), guarded, guarded), lambda doing: None
        )
    grounded, plan = state.grounded, state.plan
    assert grounded and plan and state.posting and state.match
    paper = handout(plan, state.posting, state.match)

    def work() -> None:
        POSTING.read_bytes(), CV.read_bytes()
        documents.typeset_cv(grounded)
        documents.typeset_letter(grounded)
        documents.typeset_handout(paper)

    return timed(work, runs)


def main() -> None:
    """Print the figures as one Markdown table row each."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--runs", type=int, default=7)
    ap.add_argument("--peer", default=str(ROOT / ".venv-bench" / "bin" / "rendercv"))
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = timed(lambda: prepare(folder), a.runs)
        floor = floor_seconds(a.runs)
        print(f"prepare, whole process: {ours:.3f} s (median of {a.runs}, {os.cpu_count()} cores)")
        print(f"floor (bytes and three Typst compiles, warm): {floor:.3f} s; ratio {ours / floor:.1f}")
        if Path(a.peer).exists():
            theirs = timed(lambda: peer(a.peer, folder), a.runs)
            whole = "" if peer(a.peer, folder) else " up to its compile, for which it needs the network"
            print(f"RenderCV, one CV, whole process{whole}: {theirs:.3f} s; ratio {ours / theirs:.2f}")
        else:
            print("RenderCV is not installed; `make bench-peer` installs it into .venv-bench.")


if __name__ == "__main__":
    main()
