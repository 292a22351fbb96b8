"""What a confidence is worth: of the values that a reader is so sure of, how many are right.

    python bench/confidence.py DATA...

DATA holds `cv/<person>/<file>` with `<file>.truth.json` beside each, and `postings/<id>/page.*` with `truth.json` (the
shape of the measurement sets). A CV's entries are paired with the truth's first, so that a right date in the wrong
position is wrong. Values of which the truth says nothing are left out. Exit status 1 where values over 0.9 are right in
less than 97 % of cases.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from bonafide.connectors import sources
from bonafide.model.faults import Fault, Faults
from bonafide.workflows.reading import read_cv, read_posting

BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
SURE, WANTED = 0.9, 0.97
BASICS = {"name": "name", "email": "email", "phone": "phone", "location/city": "city"}
ENTRIES = {
    "work": {
        "name": "company",
        "position": "position",
        "startDate": "startDate",
        "endDate": "endDate",
        "highlights": "highlights",
    },
    "education": {"institution": "institution", "startDate": "startDate", "endDate": "endDate"},
}
POSTING = {
    "title": "title",
    "company": "company",
    "remote": "remote",
    "employmentType": "employment_type",
    "datePosted": "date_posted",
}


@dataclass(frozen=True)
class Judged:
    """One value: its field, how sure the reader was, and whether it is right."""

    field: str
    confidence: float
    right: bool
    told: str


def plain(text: Any) -> str:
    """Letters and digits in small letters, single blanks."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", str(text)).casefold()))


def same(value: Any, truth: Any, field: str = "") -> bool:
    """Whether a value is the truth's, as the measurement compares them."""
    if field == "phone":
        return re.sub(r"\D", "", str(value))[-8:] == re.sub(r"\D", "", str(truth))[-8:]
    if field.endswith("Date"):
        return str(value)[: len(str(truth))] == str(truth)
    one, other = plain(value), plain(truth)
    return bool(one) and (one == other or fuzz.ratio(one, other) >= 90)


def listed(value: Any) -> list[Any]:
    """A value as a list."""
    return value if isinstance(value, list) else [] if value in (None, "") else [value]


def of_cv(file: Path, truth: Any) -> Iterator[Judged]:
    """Each value of a CV that the truth speaks of."""
    record = read_cv(file.read_bytes(), file.name).to_json()
    told = record["meta"]["bonafide"]["sources"]

    def judged(field: str, pointer: str, value: Any, truths: Sequence[Any]) -> Iterator[Judged]:
        if truths and value is not None and pointer in told:
            right = any(same(value, one, field.rpartition(".")[2]) for one in truths)
            yield Judged(field, told[pointer]["confidence"], right, f"{file}: {pointer}: {value}")

    for path, name in BASICS.items():
        value = record.get("basics", {})
        for key in path.split("/"):
            value = value.get(key) if isinstance(value, dict) else None
        yield from judged(name, f"/basics/{path}", value, listed(truth["basics"].get(name)))
    for section, fields in ENTRIES.items():
        for index, number in paired(record.get(section, []), truth.get(section, []), fields):
            entry = record[section][index]
            true = truth[section][number] if number is not None else {}
            ignored = listed(true.get("summary")) + truth.get("ignore_text", [])
            for key, name in fields.items():
                values = listed(entry.get(key))
                for at, value in enumerate(values):
                    pointer = f"/{section}/{index}/{key}" + (f"/{at}" if key == "highlights" else "")
                    truths = listed(true.get(name)) or (["nothing"] if number is None else [])
                    if key == "highlights" and any(same(value, one) for one in ignored):
                        continue
                    yield from judged(f"{section}.{name}", pointer, value, truths)
    items = [item for group in truth.get("skills", []) for item in [*group["items"], group.get("group")]]
    for index, group in enumerate(record.get("skills", [])):
        for at, value in enumerate(group.get("keywords", [])):
            yield from judged("skills", f"/skills/{index}/keywords/{at}", value, items)
    spoken = [re.split(r"[(:–-]", one)[0] for one in truth.get("languages", [])]
    for index, language in enumerate(record.get("languages", [])):
        value = re.split(r"[(:–-]", language.get("language") or "")[0] or None
        yield from judged("languages", f"/languages/{index}/language", value, spoken)


def paired(
    entries: Sequence[Any], truths: Sequence[Any], fields: dict[str, str]
) -> list[tuple[int, int | None]]:
    """Each entry with the truth's that shares most with it; each truth once, None where none is left."""

    def likeness(entry: Any, true: Any) -> float:
        return sum(
            any(same(a, b, key) for b in listed(true.get(name)))
            for key, name in fields.items()
            for a in listed(entry.get(key))[:3]
        )

    ranked = sorted(
        (
            (-likeness(entry, true), abs(i - j), i, j)
            for i, entry in enumerate(entries)
            for j, true in enumerate(truths)
        ),
    )
    found: dict[int, int | None] = {}
    for score, _, i, j in ranked:
        if score < 0 and i not in found and j not in found.values():
            found[i] = j
    return [(i, found.get(i)) for i in range(len(entries))]


def of_posting(file: Path, truth: Any) -> Iterator[Judged]:
    """Each value of a posting that the truth speaks of."""
    posting = read_posting((sources.page_of(file.read_bytes(), truth.get("url")),))
    record = posting.to_json()

    def judged(field: str, pointer: str, right: bool, value: Any) -> Judged:
        return Judged(field, posting.sure[pointer], right, f"{file}: {pointer}: {value}")

    for key, name in POSTING.items():
        value, truths = record.get(key), [truth.get(name), *(truth.get(f"{name}_accept") or [])]
        if value and any(truths):
            bare = value.replace("-", "") if key == "remote" else value
            yield judged(name, f"/{key}", any(same(bare, one) for one in truths if one), value)
    yield from of_places(record, truth, judged)
    pay, true = record.get("salary"), truth.get("salary")
    if pay and true:
        accepted = [true, *(truth.get("salary_accept") or [])]
        low, high = pay.get("min"), pay.get("max", pay.get("min"))
        yield judged(
            "salary", next(p for p in posting.sure if p.startswith("/salary")),
            any((one["min"], one["max"]) == (low, high) for one in accepted), pay,
        )  # fmt: skip
    yield from of_requirements(record, truth, judged)


def of_places(record: Any, truth: Any, judged: Any) -> Iterator[Judged]:
    """The first place of a posting."""
    place = (record.get("locations") or [{}])[0]
    cities = [truth.get("city"), *(truth.get("city_accept") or [])]
    if place.get("city") and any(cities):
        said = plain(" ".join([*map(str, place.values()), str(truth.get("location"))]))
        right = any(one and plain(one) in plain(place["city"]) for one in cities)
        yield judged("city", "/locations/0/city", right or plain(place["city"]) in said.split("  "), place)


def of_requirements(record: Any, truth: Any, judged: Any) -> Iterator[Judged]:
    """The kinds of the requirements; one that the truth does not have is wrong."""
    asked = truth.get("requirements") or []
    for index, one in enumerate(record["requirements"]):
        if asked and one["kind"] != "responsibility":
            true = max(asked, key=lambda other: fuzz.ratio(plain(other["text"]), plain(one["text"])))
            known = same(one["text"], true["text"])
            right = known and true.get("kind", one["kind"]) == one["kind"]
            yield judged("requirement", f"/requirements/{index}/kind", right, (one["kind"], one["text"]))


def all_of(data: Path) -> tuple[list[Judged], list[Judged]]:
    """The values of all CVs, and of all postings, in a folder."""
    cvs, postings = list[Judged](), list[Judged]()
    for path in sorted((data / "cv").glob("*/*.truth.json")):
        cvs += tried(of_cv, path.with_name(path.name.removesuffix(".truth.json")), path)
    for path in sorted((data / "postings").glob("*/truth.json")):
        postings += tried(of_posting, next(path.parent.glob("page.*")), path)
    return cvs, postings


def tried(judge: Any, file: Path, truth: Path) -> list[Judged]:
    """The judged values of a file; none, with a word about it, where the file is refused."""
    try:
        return list(judge(file, json.loads(truth.read_text("utf-8"))))
    except (Fault, Faults) as fault:
        print(f"{file}: {fault}", file=sys.stderr)
        return []


def table(title: str, values: Sequence[Judged]) -> float:
    """Print the shares of right values by band of confidence and by field; the share among the sure ones."""
    print(f"\n## {title}\n\n| confidence | values | right |\n|---|---|---|")
    for low, high in zip(BANDS, (*BANDS[1:], 1.01), strict=True):
        row(f"over {low} to {min(high, 1):g}", [v for v in values if low < v.confidence <= high])
    sure = [value for value in values if value.confidence > SURE]
    row(f"**over {SURE}**", sure)
    fields = defaultdict[str, list[Judged]](list)
    for value in values:
        fields[value.field].append(value)
    print("\n| field | values | right | over 0.9 | right of these |\n|---|---|---|---|---|")
    for name, found in sorted(fields.items()):
        among = [value for value in found if value.confidence > SURE]
        print(f"| {name} | {len(found)} | {share(found)} | {len(among)} | {share(among)} |")
    return sum(value.right for value in sure) / max(1, len(sure))


def row(name: str, values: Sequence[Judged]) -> None:
    """A row of the table, where there is anything in it."""
    if values:
        print(f"| {name} | {len(values)} | {share(values)} |")


def share(values: Iterable[Judged]) -> str:
    """The share of right ones."""
    right = [value.right for value in values]
    return f"{sum(right) / len(right):.3f}" if right else "–"


def main() -> None:
    """Print the tables of all folders together."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", nargs="+", type=Path)
    ap.add_argument("--wrong", action="store_true", help="print the values that are wrong, too")
    a = ap.parse_args()
    found = [all_of(data) for data in a.data]
    cvs = [value for one, _ in found for value in one]
    postings = [value for _, other in found for value in other]
    shares = [table("CVs", cvs) if cvs else 1.0, table("Postings", postings) if postings else 1.0]
    for value in [*cvs, *postings] if a.wrong else []:
        if not value.right:
            print(f"{value.confidence:.2f} {value.told}")
    sys.exit(min(shares) < WANTED)


if __name__ == "__main__":
    main()
