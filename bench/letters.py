"""How alike letters are: those of a set of pairs, run by run of eight words, names aside.

    python bench/letters.py DATA_DIR [--all] [--print N] [--shared]

DATA_DIR holds `match.jsonl` (lines with `posting` and `cv`), `posting/NN.txt` and `cv/NN.json`. With `--all` every CV
meets every posting, so that each person writes to many employers. Two letters share a run where eight words in a row
stand in both bodies when all names (the person's, employers, schools, places, companies) are struck out and a figure is one word; `kept` counts
them with the names left in, which two letters of one person can hardly avoid.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bonafide import grounding, matching, tailoring
from bonafide.connectors.sources import read
from bonafide.language import sentences
from bonafide.model.draft import LetterDraft
from bonafide.model.fact import Facts, facts_of
from bonafide.model.posting import Posting
from bonafide.tailoring.wording import WORD
from bonafide.workflows import gate
from bonafide.workflows.reading import read_cv, read_posting

RUN = 8
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Letter:
    """The letter of one pair with its runs, and how many of its sentences the check refuses when it reads them."""

    posting: str
    cv: str
    draft: LetterDraft
    runs: frozenset[tuple[str, ...]]
    kept: frozenset[tuple[str, ...]]
    refused: tuple[str, ...]

    @property
    def words(self) -> int:
        """Words of the body."""
        return tailoring.words_of(self.draft)


def body(draft: LetterDraft) -> str:
    """The paragraphs, without salutation and close."""
    return "\n\n".join(" ".join(line.text for line in paragraph) for paragraph in draft.paragraphs)


def names(posting: Posting, facts: Facts) -> set[str]:
    """The words of all names on both sides."""
    profile = facts.profile
    found = [profile.basics.name, posting.company, *(job.name for job in profile.work)]
    found += [school.institution for school in profile.education]
    found += [place.city for place in posting.locations] + [
        fact.text for fact in facts if fact.name == "city"
    ]
    return {word.casefold() for name in found if name for word in WORD.findall(name) if word[0].isupper()}


def runs(text: str, without: set[str]) -> frozenset[tuple[str, ...]]:
    """Every run of eight words of a text."""
    words = [word.casefold() for word in WORD.findall(text) if word.casefold() not in without]
    return frozenset(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def letters(folder: Path, pairs: list[tuple[str, str]]) -> Iterator[Letter]:
    """The letter of each pair, through the same steps as `prepare`, without print."""
    postings = {name: posting_of(folder, name) for name in {posting for posting, _ in pairs}}
    people = {name: person_of(folder, name) for name in {cv for _, cv in pairs}}
    for posting_name, cv_name in pairs:
        posting, facts = postings[posting_name], people[cv_name]
        match = matching.match(posting, facts, TODAY)
        tailored = tailoring.tailor(posting, match, facts, today=TODAY)
        draft = gate.passed(tailored, facts, posting, TODAY)[1].draft.letter
        text = body(draft)
        said = [sentence.text for sentence in sentences.split(text)]
        check = grounding.check(said, facts, posting, TODAY)
        refused = tuple(s.text for s in check.sentences if s.verdict == "unsupported")
        yield Letter(
            posting_name, cv_name, draft, runs(text, names(posting, facts)), runs(text, set()), refused
        )


def posting_of(folder: Path, name: str) -> Posting:
    """A posting of the set."""
    return read_posting((read(str(folder / "posting" / f"{name}.txt")),), TODAY)


def person_of(folder: Path, name: str) -> Facts:
    """A person of the set."""
    reading = read_cv((folder / "cv" / f"{name}.json").read_bytes(), f"{name}.json")
    return facts_of(reading.profile, {}, reading.sources)


def pairs_of(folder: Path, every: bool) -> list[tuple[str, str]]:
    """The pairs of the set, or every posting with every CV."""
    lines = [json.loads(line) for line in (folder / "match.jsonl").read_text("utf-8").splitlines() if line]
    pairs = [(line["posting"], line["cv"]) for line in lines]
    if every:
        return sorted(itertools.product({posting for posting, _ in pairs}, {cv for _, cv in pairs}))
    return pairs


def main() -> None:
    """Print the counts, and on request letters and what they share."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--all", action="store_true")
    ap.add_argument("--print", type=int, default=0, dest="shown")
    ap.add_argument("--shared", action="store_true")
    a = ap.parse_args()
    found = list(letters(a.folder, pairs_of(a.folder, a.all)))
    for letter in found[: a.shown]:
        print(f"=== posting {letter.posting}, CV {letter.cv}, {letter.words} words\n{body(letter.draft)}\n")
    both = list(itertools.combinations(found, 2))
    alike = [(one, other) for one, other in both if one.runs & other.runs]
    if a.shared:
        for one, other in alike:
            run = min(one.runs & other.runs)
            print(f"{one.posting}/{one.cv} {other.posting}/{other.cv}: {' '.join(run)}")
    groups = {
        "the same person": [(x, y) for x, y in both if x.cv == y.cv],
        "the same posting": [(x, y) for x, y in both if x.posting == y.posting and x.cv != y.cv],
        "neither": [(x, y) for x, y in both if x.posting != y.posting and x.cv != y.cv],
    }
    for name, group in groups.items():
        sharing = sum(pair in alike for pair in group)
        print(f"{name}: {sharing} of {len(group)} pairs share a run of {RUN} words, names aside")
    print(f"with names left in: {sum(bool(x.kept & y.kept) for x, y in both)} of {len(both)} pairs")
    lengths = sorted(letter.words for letter in found)
    print(f"words: {lengths[0]} to {lengths[-1]}, median {lengths[len(lengths) // 2]}")
    refused = [letter for letter in found if letter.refused]
    print(f"letters with a refused sentence: {len(refused)} of {len(found)}")
    for letter in refused:
        print(f"  {letter.posting}/{letter.cv}: {letter.refused[0]}")


if __name__ == "__main__":
    main()
