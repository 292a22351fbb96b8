"""A campaign of odd texts through the check, the match and the rating: none may crash or take long.

    python bench/fuzz_texts.py check|match|rate [--count 20000] [--seed 1]

A text is woven from the cues and terms of the house's own data files, figures, names of an invented CV and plain words,
and then written oddly: letters that fold into several or into others (`ß`, `İ`, `ſ`, the Kelvin sign), marks apart from
their letters, other digits, spaces and dashes, doubled and missing words. The same count and `--seed` give the same
texts. Exit status 1 where one crashed or took longer than its seconds; it is printed with the fault.
"""

from __future__ import annotations

import argparse
import random
import signal
import tomllib
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

from bonafide import cv, grounding, guides, matching, posting, practice
from bonafide.language import sentences
from bonafide.model.fact import Facts, facts_of
from bonafide.model.faults import Fault, Faults
from bonafide.model.page import Page
from bonafide.model.posting import Posting

SOURCE = Path(__file__).resolve().parents[1] / "src" / "bonafide"
TODAY = date(2026, 11, 22)
SECONDS = 5
CV = """Ada Quill
ada@quill.example | +44 20 7946 0011 | Leeds, UK

Experience

Head of Platform, Larkrise Lamps Ltd, Leeds    03/2019 – present
- Cut breakages by 31 % with 12 engineers on Kubernetes and Kafka.
- Did not finish the move to AWS.

Wick Trimmer, Öl & Söhne GmbH, York    Jan 2014 – Feb 2019
- Trimmed 400 wicks a day; budget £2.4m.

Education
BSc Physics, University of Leeds, 2010 – 2013

Skills
Glass: blowing, cutting; Go; C++

Languages
English (native), German (B1), Türkçe (C2)
"""
FOLDS = {
    "s": "ſ", "k": "\u212a", "K": "\u212a", "i": "İ", "I": "ı", "ss": "ß", "SS": "ẞ", "fi": "ﬁ", "ff": "ﬀ", "a": "ａ",
    "e": "e\u0301", "o": "o\u0308", "-": "\u2011", " ": "\u00a0", "0": "٠", "5": "५", "2": "²", "1": "½", ".": "…",
    "'": "’", "å": "\u212b", "%": "٪", "ö": "oe", "ü": "u\u0308", "t": "T", "n": "ŉ", "j": "ǰ",
}  # fmt: skip
FIGURES = (
    "0", "-1", "1e999", "9" * 60, "1,2,3,4", "1.000.000", "3½", "1/0", "0/0", "½ %", "€", "£2.4m", "$ bn", "31 %",
    "12 k", "twelve hundred million billion", "a dozen dozen", "dreißig", "vingt-et-un", "XIV", "2019–2014", "31.02.2019", "13/13/13",
    "0000-00", "seit 9999", "since 0001", "99 years", "-5 Jahre", "10^100", "٣٤٥", "half of a third", "twice as many",
)  # fmt: skip
MARKS = (
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    " – ",
    "—",
    "(",
    ")",
    "[",
    "“",
    "”",
    "„",
    "\n",
    "\n\n",
    "\n- ",
    "…",
    "|",
    "/",
    "\u200b",
    "\u202e",
)

ROOMS = {
    "check": ("language", "grounding"),
    "match": ("language", "matching", "posting"),
    "rate": ("language", "practice"),
}

Work = Callable[[str], object]


def phrases(what: str) -> list[str]:
    """Every short text in the data files of the rooms that read such a text, in one order."""
    found: set[str] = set()
    for path in sorted(file for room in ROOMS[what] for file in SOURCE.glob(f"{room}/data/**/*.toml")):
        found.update(text for text in _texts(tomllib.loads(path.read_text("utf-8"))) if 0 < len(text) <= 60)
    return sorted(found)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, dict):
        yield from (str(key) for key in value)
        for inner in value.values():
            yield from _texts(inner)


def woven(chance: random.Random, known: list[str]) -> str:
    """A text of some sentences, two thirds of them written oddly."""
    own = CV.split()
    pieces = []
    for _ in range(chance.randint(1, 60)):
        kind = chance.random()
        source = known if kind < 0.55 else own if kind < 0.8 else FIGURES if kind < 0.9 else MARKS
        pieces.append(chance.choice(source))
    text = " ".join(pieces)
    return odd(text, chance) if chance.random() < 0.67 else text


def odd(text: str, chance: random.Random) -> str:
    """The same with some letters written as others, and perhaps in capitals."""
    for plain in chance.sample(sorted(FOLDS), 6):
        text = (
            FOLDS[plain].join(text.split(plain))
            if chance.random() < 0.5
            else text.replace(plain, FOLDS[plain], 2)
        )
    return text.upper() if chance.random() < 0.1 else text


def facts() -> Facts:
    """Those of the invented CV."""
    return facts_of(cv.read(CV.encode(), "cv.txt").profile)


def work_of(what: str) -> Work:
    """The piece of the house to be tried, on one text."""
    known, guide = facts(), guides.load("cto")
    if what == "check":
        return lambda text: grounding.check([one.text for one in sentences.split(text)], known, None, TODAY)
    if what == "rate":
        ids = [one.id for one in guide.questions]
        return lambda text: practice.rate(guide, ids[len(text) % len(ids)], text)
    return lambda text: matching.match(_posting(text), known, TODAY)


def _posting(text: str) -> Posting:
    page = f"Lamp Engineer\nFjordlys AS\nBergen\n\nRequirements\n- {text}\n- Fluent German (C1)\n"
    return posting.read(Page(page.encode(), "text/plain"), TODAY)


def tried(work: Work, text: str) -> str:
    """ "" where all went well, "refused" for a clear fault, else what broke."""
    signal.alarm(SECONDS)
    try:
        work(text)
    except (Fault, Faults):
        return "refused"
    except TimeoutError:
        return f"longer than {SECONDS} s"
    except Exception:  # noqa: BLE001 - what breaks is what is looked for
        return traceback.format_exc(limit=-2)
    finally:
        signal.alarm(0)
    return ""


def _late(_: int, __: FrameType | None) -> None:
    raise TimeoutError


def main() -> None:
    """Prints every fault with its text, and the counts."""
    parser = argparse.ArgumentParser(description="Odd texts through the check, the match and the rating.")
    parser.add_argument("what", choices=("check", "match", "rate"))
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    signal.signal(signal.SIGALRM, _late)
    chance, known, work = random.Random(asked.seed), phrases(asked.what), work_of(asked.what)
    counts: Counter[str] = Counter()
    for _ in range(asked.count):
        text = woven(chance, known)
        found = tried(work, text)
        counts["broke" if found not in ("", "refused") else found or "well"] += 1
        if found not in ("", "refused"):
            print(f"{found}\n  {text!r}\n")
    print(f"{asked.count} texts: {dict(counts)}")
    raise SystemExit(1 if counts["broke"] else 0)


if __name__ == "__main__":
    main()
