"""Every pair of a suite printed in every look, on both papers, on one page and on two: what its reader loses, and what is not the same twice.

    python bench/prints.py SUITE [--today YYYY-MM-DD]

SUITE holds `match.jsonl` with `posting/` and `cv/`. A print is lost where our own reader or pdfplumber misses a name, an employer,
a title, a date or a figure in it, or where a second print has other bytes.
Ends with status 1 where one is lost. A CV that is too long for one page in a look goes on a second, and loses nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

from bonafide import documents, matching, tailoring
from bonafide.connectors import sources
from bonafide.grounding import Grounded
from bonafide.model.fact import facts_of
from bonafide.tailoring import Tailored
from bonafide.workflows import gate
from bonafide.workflows.fitting import fitted
from bonafide.workflows.reading import read_cv, read_posting

PAGES = (1, 2)


def checked(suite: Path, pair: dict[str, str], today: date) -> tuple[Tailored, Grounded]:
    """What a pair comes to before it is printed."""
    cv, posting_file = suite / "cv" / f"{pair['cv']}.json", suite / "posting" / f"{pair['posting']}.txt"
    reading = read_cv(cv.read_bytes(), cv.name)
    posting = read_posting((sources.read(str(posting_file)),), None)
    facts = facts_of(reading.profile, {}, reading.sources)
    match = matching.match(posting, facts, today)
    tailored = tailoring.tailor(posting, match, facts, today=today, language=reading.language or "en")
    tailored, grounded, _ = gate.passed(tailored, facts, posting, today)
    return tailored, grounded


def losses(tailored: Tailored, grounded: Grounded, look: str, paper: str, pages: int) -> Iterator[str]:
    """What one print of a CV and its letter lacks."""

    def printed(given: Grounded) -> bytes:
        return documents.typeset_cv(given, template=look, paper=paper)

    kept, cv, _fits = fitted(tailored, grounded, pages, printed, documents.page_count)
    letter = documents.typeset_letter(kept, template=look, paper=paper)
    yield from map(str, documents.read_back(cv, kept).missing)
    yield from map(str, documents.read_back_letter(letter, kept).missing)
    if cv != printed(kept) or letter != documents.typeset_letter(kept, template=look, paper=paper):
        yield "other bytes the second time"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suite", type=Path)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 22))
    given = parser.parse_args()
    count, lost = 0, 0
    for line in (given.suite / "match.jsonl").read_text().splitlines():
        pair = json.loads(line)
        draft = checked(given.suite, pair, given.today)
        for look, paper, pages in product(documents.templates(), ("a4", "us-letter"), PAGES):
            found = list(losses(*draft, look, paper, pages))
            count, lost = count + 1, lost + bool(found)
            for one in found:
                print(f"  {pair['posting']} for {pair['cv']}, {look}, {paper}, {pages}: {one}", flush=True)
    print(f"{count} prints of a CV and a letter, {lost} with a loss")
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
