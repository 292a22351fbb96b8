"""How many fabrications pass the check, by kind, and how many honest rewordings it refuses.

    python bench/fabrications.py FOLDER [--today YYYY-MM-DD] [--show 5]

FOLDER holds CVs in any form that `bonafide read cv` takes. Out of each CV's own facts sentences are composed: honest
ones, and ones with something false planted in them, false by construction. Nothing is random: the same CVs give the
same sentences. Prints per kind how many were planted and how many passed, with the 95 % Wilson interval.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

from bonafide.grounding import check
from bonafide.language.quantities import Quantity, find
from bonafide.model.claim import Support
from bonafide.model.fact import Facts, facts_of
from bonafide.model.profile import Work
from bonafide.workflows.reading import read_cv

EMPLOYERS = (
    "Quillon Dynamics",
    "Brackwater Bank",
    "Norvia Health",
    "Teodora Foods GmbH",
    "IBM",
    "the University of Tarnow",
)
TITLES = (
    "Chief Executive Officer",
    "Vice President of Strategy",
    "Managing Director",
    "Group Chief Risk Officer",
)
CREDENTIALS = (
    "PMP",
    "CISSP",
    "a Six Sigma Black Belt",
    "a PhD in statistics",
    "an MBA from Harvard",
    "the CFA charter",
)
TOOLS = (
    "Salesforce",
    "SAP S/4HANA",
    "Tableau",
    "Rust",
    "TensorFlow",
    "Workday",
    "MATLAB",
    "Snowflake",
    "Ansible",
)
REQUIREMENTS = (
    "HAZOP studies",
    "COBOL",
    "FDA submissions",
    "Hyperion",
    "EDIFACT messages",
    "Lean Six Sigma",
    "Mandarin",
)
REACHES = (
    "across the whole group",
    "for the entire company",
    "company-wide",
    "in every branch of the firm",
    "across Europe",
)
ALONE = ("Single-handedly: ", "Entirely on my own: ", "Without any help: ")
NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
REACHING = re.compile(
    r"whole|entire|every|all|company|group|global|wide|across|throughout|branch|firm|europe", re.IGNORECASE
)
OWN = re.compile(
    r"alone|single|sole|first|own|found|myself|scratch|creat|new|set up|zero|start|only|invent|person|there was no",
    re.IGNORECASE,
)
TOP = re.compile(r"\b(?:C[A-Z]O|Chief|[Ff]ounder|Managing Director|Owner|Head)\b")
HELPED = re.compile(
    r"^(?:Helped(?: to)?|Supported|Contributed to|Assisted(?: with)?|Worked with \S+ on|Part of)\s+",
    re.IGNORECASE,
)
Sentence = tuple[str, str]


def planted(facts: Facts) -> Iterator[Sentence]:
    """(kind, sentence) for every fabrication; what the person owns is passed over."""
    yield from _unowned(facts)
    jobs = [
        (job, _lines(facts, at)) for at, job in enumerate(facts.profile.work) if job.name and job.position
    ]
    for job, lines in jobs:
        years = _years_at(job.name or "", facts)
        yield from _about_job(job, years)
        yield from _about_lines(lines, bool(TOP.search(job.position or "")))
    for (job, lines), (other, others) in pairwise((*jobs, *jobs[:1])):
        if job.name != other.name:
            yield from _exchanged(job, lines, other, others)


def honest(facts: Facts) -> Iterator[Sentence]:
    """(kind, sentence) for rewordings that change nothing."""
    for at, job in enumerate(facts.profile.work):
        if not (job.name and job.position and job.start_date):
            continue
        yield "post", f"At {job.name} my post is or was {job.position}."
        yield (
            "post",
            f"{job.position}, {job.name}, {job.start_date[:4]}–{(job.end_date or 'today')[:5].rstrip('-')}",
        )
        yield "date", f"I joined {job.name} in {job.start_date[:4]}."
        for line in _lines(facts, at):
            yield "line", f"{line}."
            yield "employer named", f"At {job.name}: {_small(line)}."
            if ";" in line:
                yield "half a line", line.split(";")[-1].strip().capitalize() + "."
            yield from (("figure reworded", text) for text in _reworded(line))


def _unowned(facts: Facts) -> Iterator[Sentence]:
    owned = " ".join(fact.text for fact in facts).casefold()
    for name in _not_in(owned, EMPLOYERS):
        yield "employer", f"At {name} I was responsible for planning and budgets."
        yield "employer", f"Before that I spent two years with {name}."
    for name in _not_in(owned, CREDENTIALS):
        yield "credential", f"I hold {name}."
        yield "credential", f"Last year I added {name} to my qualifications."
    for name in _not_in(owned, TOOLS):
        yield "tool", f"I have worked with {name} for years."
        for fact in facts:
            if fact.name == "highlights":
                yield "tool", f"{fact.text.rstrip('. ')}, using {name}."
    for name in _not_in(owned, REQUIREMENTS):
        yield "requirement", f"I bring solid experience with {name}."
        yield "requirement", f"{name} has been part of my work for years."


def _not_in(owned: str, names: tuple[str, ...]) -> list[str]:
    return [name for name in names if not any(w.casefold() in owned for w in name.split() if len(w) > 2)]


def _years_at(name: str, facts: Facts) -> set[int]:
    """Every year in which something began or ended at an organisation, studies included."""
    entries = {fact.entry for fact in facts if fact.text == name and fact.entry}
    days = (fact.text for fact in facts if fact.entry in entries and fact.name in ("startDate", "endDate"))
    return {int(day[:4]) for day in days}


def _about_job(job: Work, years: set[int]) -> Iterator[Sentence]:
    held = (job.position or "").casefold()
    for title in TITLES:
        if title.casefold() not in held:
            yield "title", f"As {title} at {job.name} I learnt a lot."
            yield "title", f"At {job.name} I was promoted to {title}."
            yield "title", f"{title}, {job.name}"
    if job.start_date and job.end_date:
        first, last = int(job.start_date[:4]), int(job.end_date[:4])
        if first - 2 not in years:
            yield "date", f"I joined {job.name} in {first - 2}."
        if first - 3 not in years:
            yield "date", f"{job.position}, {job.name}, {first - 3}–{last}"
        if last + 2 not in years:
            yield "date", f"I stayed with {job.name} until {last + 2}."
        yield "duration", f"I worked for {job.name} for {2 * (last - first) + 5} years."


def _about_lines(lines: list[str], top: bool) -> Iterator[Sentence]:
    for line in lines:
        yield from (("figure changed", text) for text in _changed(line))
        if not (top or REACHING.search(line)):
            yield from (("scope", f"{line} {reach}.") for reach in REACHES)
        if not OWN.search(line):
            yield from (("authorship", f"{start}{_small(line)}.") for start in ALONE)
        if HELPED.search(line):
            yield "authorship", HELPED.sub("Led ", line) + "."
    for cause, effect in pairwise(lines):
        if find(effect):
            yield "cause", f"{effect}, thanks to this: {_small(cause)}."
            yield "cause", f"{cause}, which led to this: {_small(effect)}."


def _exchanged(job: Work, lines: list[str], other: Work, others: list[str]) -> Iterator[Sentence]:
    """A job's lines under another's name, and its figures in another's lines."""
    for line in others:
        if find(line):
            yield "entity swapped", f"At {job.name}: {_small(line)}."
    theirs = [figure for line in others for figure in find(line) if figure.unit]
    for line in lines:
        for mine in find(line):
            moved = next((f for f in theirs if f.unit == mine.unit and f.value != mine.value), None)
            if moved:
                yield "figure moved", f"{line[: mine.start]}{moved.text}{line[mine.end :]}."


def _changed(line: str) -> Iterator[str]:
    """Every figure in digits made about 1.7 times as large."""
    for figure in find(line):
        digits = re.search(r"\d[\d,.]*\d|\d", figure.text)
        if digits and figure.value:
            value = float(digits.group().replace(",", ""))
            at = figure.start + digits.start()
            yield f"{line[:at]}{value * 1.7 + 2:.0f}{line[at + len(digits.group()) :]}."


def _reworded(line: str) -> Iterator[str]:
    """Figures told in words or in other signs."""
    for figure in find(line):
        told = _told(figure)
        if told:
            yield f"{line[: figure.start]}{told}{line[figure.end :]}."


def _told(figure: Quantity) -> str:
    if figure.text.isdigit() and figure.value < len(NUMBERS):
        return NUMBERS[int(figure.value)]
    percent = re.fullmatch(r"([\d.]+)\s?%", figure.text)
    return f"{percent.group(1)} per cent" if percent else ""


def _small(line: str) -> str:
    """The line with a small letter where its first word is no name or acronym."""
    return line[0].lower() + line[1:] if line[1:2].islower() else line


def _lines(facts: Facts, job: int) -> list[str]:
    return [fact.text.rstrip(". ") for fact in facts.of(f"/work/{job}") if fact.name == "highlights"]


def interval(count: int, total: int) -> str:
    """The 95 % Wilson interval of a share."""
    z, share = 1.96, count / total
    centre, width = (
        share + z * z / (2 * total),
        z * (share * (1 - share) / total + (z / (2 * total)) ** 2) ** 0.5,
    )
    low, high = (centre - width) / (1 + z * z / total), (centre + width) / (1 + z * z / total)
    return f"{abs(low):.3f} to {high:.3f}"


def refused(sentences: list[Sentence], facts: Facts, today: date) -> Iterator[tuple[str, str, bool]]:
    for kind, text in sentences:
        verdict = check([text], facts, None, today).sentences[0].verdict
        yield kind, text, verdict is Support.UNSUPPORTED


def report(title: str, judged: list[tuple[str, str, bool]], wrong: bool, show: int) -> None:
    """How many of each kind came out `wrong` (refused or not), with examples."""
    totals, misses, examples = Counter[str](), Counter[str](), defaultdict[str, list[str]](list)
    for kind, text, was_refused in judged:
        totals[kind] += 1
        if was_refused is wrong:
            misses[kind] += 1
            examples[kind].append(text)
    print(title)
    for kind in sorted(totals):
        print(f"  {kind:16} {misses[kind]:5} of {totals[kind]:5}  {interval(misses[kind], totals[kind])}")
        for text in examples[kind][:show]:
            print(f"      {text}")
    total, missed = totals.total(), misses.total()
    print(f"  {'all':16} {missed:5} of {total:5}  {interval(missed, total)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 22))
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    false: list[tuple[str, str, bool]] = []
    true: list[tuple[str, str, bool]] = []
    for path in sorted(path for path in given.folder.iterdir() if path.is_file()):
        facts = facts_of(read_cv(path.read_bytes(), path.name).profile)
        false += refused(list(planted(facts)), facts, given.today)
        true += refused(list(honest(facts)), facts, given.today)
    report("Fabrications that passed", false, False, given.show)
    report("Honest rewordings that were refused", true, True, given.show)


if __name__ == "__main__":
    main()
