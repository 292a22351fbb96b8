"""A campaign of damaged inputs through the guarded readers: none may crash, hang, outgrow its memory or write a file.

    python bench/fuzz.py cv SEED... [--count 20000] [--seed 1] [--keep DIR]
    python bench/fuzz.py posting SEED... [--count 20000]

Seeds are files, or folders whose files are taken. Each input is a seed with bytes flipped, cut, doubled, moved or
spliced with another seed's; in zip archives the parts are damaged and packed again, so that the damage gets past the
archive's check sums. The same seeds, count and `--seed` give the same inputs. What breaks a rule is kept in DIR.
Exit status 1 where anything broke a rule.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bonafide.connectors import sources
from bonafide.connectors.sandbox import Sandbox
from bonafide.model.faults import BugFault, Fault, Faults
from bonafide.workflows.reading import read_cv, read_posting

SIGNS = [
    b"\x00",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"<",
    b"{" * 40,
    b"<!ENTITY a '&a;&a;'>",
    b"99999999999",
    b"&lol;",
]
# The parts of the faults' sentences that tell what stopped a reading.
RULES = {
    "longer than": "time-out",
    "MB of memory": "memory",
    "stopped the reader": "crash",
    "stumbled": "crash",
}
Input = tuple[str, bytes]


def damaged(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """The bytes with one to eight wounds."""
    data = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        end = min(end, at + chance.choice((1, 8, 64, 4096)))
        wound = chance.randrange(7)
        if wound == 0 and data:
            data[at % len(data)] ^= 1 << chance.randrange(8)
        elif wound == 1:
            del data[at:end]
        elif wound == 2:
            data[at:at] = data[at:end] * chance.choice((1, 2, 50))
        elif wound == 3:
            data[at:end] = chance.randbytes(end - at)
        elif wound == 4:
            data[at:at] = chance.choice(SIGNS)
        elif wound == 5:
            del data[at:]
        else:
            other = chance.choice(others)
            cut = chance.randrange(len(other) + 1)
            data[at:end] = other[cut : cut + 2048]
    return bytes(data[:2_000_000])


def repacked(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """An archive with one of its parts damaged."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(packed, "w") as fresh:
        names = archive.namelist()
        victim = chance.choice(names)
        for name in names:
            part = archive.read(name)
            fresh.writestr(name, damaged(part, others, chance) if name == victim else part)
    return packed.getvalue()


def inputs(seeds: list[Input], count: int, chance: random.Random) -> Iterator[Input]:
    """Damaged inputs with their seed's name."""
    others = [content for _, content in seeds]
    for _ in range(count):
        name, content = chance.choice(seeds)
        whole = content.startswith(b"PK\x03\x04") and chance.random() < 0.8
        yield name, (repacked if whole else damaged)(content, others, chance)


def read_one_cv(given: Input) -> int:
    """Read a CV; how many values it gave."""
    return len(read_cv(given[1], given[0]).sources)


def read_one_posting(given: Input) -> int:
    """Read a posting as a saved file; how many requirements it gave."""
    return len(read_posting((sources.page_of(given[1]),), None).requirements)


def verdict(result: int | Fault | Faults) -> str:
    """`read`, `refused`, or the rule that was broken."""
    if isinstance(result, int):
        return "read"
    broken = next((rule for sign, rule in RULES.items() if sign in str(result)), None)
    return broken or ("crash" if isinstance(result, BugFault) else "refused")


def repeated(guarded: Sandbox, reader: Callable[[Input], int], given: Input) -> int | Fault | Faults:
    """The result of reading one input by itself."""
    try:
        return guarded(reader, given)
    except (Fault, Faults) as fault:
        return fault


def seeds_of(paths: list[Path]) -> list[Input]:
    """The files, and the files in the folders, without truths beside them."""
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    files = [file for file in files if file.is_file() and not file.name.endswith("truth.json")]
    return [(file.name, file.read_bytes()) for file in files]


def listing(*folders: Path) -> set[Path]:
    """All files under the folders."""
    return {path for folder in folders for path in folder.rglob("*")}


def campaign(a: argparse.Namespace) -> Counter[str]:
    """Run it; the count of each verdict."""
    seeds, counts = seeds_of(a.seeds), Counter[str]()
    reader = read_one_cv if a.reader == "cv" else read_one_posting
    given = inputs(seeds, a.count, random.Random(a.seed))
    again = inputs(seeds, a.count, random.Random(a.seed))
    with Sandbox(workers=a.workers, seconds=10, megabytes=512) as guarded:
        for (name, content), result in zip(again, guarded.map(reader, given), strict=True):
            found = verdict(result)
            if found == "time-out":
                # On a busy machine the wall clock runs out for others' work: it counts if it does so again.
                found = verdict(repeated(guarded, reader, (name, content)))
            counts[found] += 1
            if sum(counts.values()) % 1000 == 0:
                print(f"{sum(counts.values())}: {dict(counts)}", file=sys.stderr)
            if found not in ("read", "refused"):
                print(f"{found}: {name}: {result}", file=sys.stderr)
                if a.keep:
                    a.keep.mkdir(parents=True, exist_ok=True)
                    (a.keep / f"{sum(counts.values())}-{name}").write_bytes(content)
    return counts


def main() -> None:
    """Print a line of counts."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("reader", choices=("cv", "posting"))
    ap.add_argument("seeds", nargs="+", type=Path)
    ap.add_argument("--count", type=int, default=20_000)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--workers", type=int, default=1)
    ap.add_argument("--keep", type=Path)
    a = ap.parse_args()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        tempfile.tempdir = name
        before = listing(Path(name), Path.cwd() / "src")
        counts = campaign(a)
        written = len(listing(Path(name), Path.cwd() / "src") - before)
    seconds = time.perf_counter() - start
    rules = ", ".join(f"{counts[rule]} {rule}" for rule in ("crash", "time-out", "memory"))
    print(
        f"{a.count} inputs in {seconds:.0f} s: {counts['read']} read, {counts['refused']} refused, {rules}, {written} files written"
    )
    sys.exit(bool(written or sum(counts.values()) - counts["read"] - counts["refused"]))


if __name__ == "__main__":
    main()
