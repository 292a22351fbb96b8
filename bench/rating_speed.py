"""Answers rated a second on one core, against the floor of hearing them.

    python bench/rating_speed.py [--rounds 3]

The floor is what no version of the rating can save: turning each answer into its row of words and figures. Both are
processor time of one warm process over the same thirty answers, so other work on the machine counts little; the
ratio is what to compare.
"""

from __future__ import annotations

import argparse
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from bonafide import guides, practice
from bonafide.practice.speech import hear

ANSWERS = Path(__file__).resolve().parents[1] / "tests" / "practice" / "data" / "cto_answers.toml"


def best(work: Callable[[], object], rounds: int) -> float:
    """The least processor seconds of `work`, after one round that is not counted; nothing heard is remembered."""
    spans = []
    for _ in range(rounds + 1):
        hear.cache_clear()
        start = time.process_time()
        work()
        spans.append(time.process_time() - start)
    return min(spans[1:])


def main() -> None:
    """Prints both figures and their ratio."""
    parser = argparse.ArgumentParser(description="Speed of the rating against its floor.")
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    guide = guides.load("cto")
    rows = tomllib.loads(ANSWERS.read_text(encoding="utf-8"))["answers"]
    rating = best(lambda: [practice.rate(guide, row["question"], row["text"]) for row in rows], rounds)
    floor = best(lambda: [hear(row["text"]) for row in rows], rounds)
    print(
        f"{len(rows) / rating:.0f} answers a second a core; {rating / floor:.1f} times the floor of hearing"
    )


if __name__ == "__main__":
    main()
