"""A campaign of damaged inputs through the guarded readers: none may crash, hang, outgrow its memory or write a file.

    python bench/seeds.py SEEDS
    python bench/fuzz.py cv SEEDS/cv [--count 20000] [--seed 1] [--keep DIR]
    python bench/fuzz.py posting SEEDS/posting [--count 20000]

Seeds are files, or folders whose files are taken. Each input is a seed with bytes flipped, cut, doubled, moved or
spliced with another seed's; in zip archives the parts are damaged and packed again, so that the damage gets past the
archive's check sums. The same seeds, count and `--seed` give the same inputs. What breaks a rule is kept in DIR.

A limited child reads a batch of inputs at a time, and the whole batch has the bounds of one reading (10 s, 512 MB): that
is stricter than the rule. Where a batch is stopped, each of its inputs is read by itself, and that counts.
Exit status 1 where anything broke a rule.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import tempfile
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from re import Match

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
WORD = re.compile(rb"[A-Za-z0-9\x80-\xff]+")
BETWEEN_TAGS = re.compile(rb"[A-Za-z0-9\x80-\xff]+(?=[^<>]{0,500}<)")
ODD = [text.encode() for text in (
    "0", "-1", "1e999", "9" * 400, "31.02.2019", "2019-13-45", "00/0000", "\u202eabc", "e\u0301" * 30, "\ufeff",
    "\u200d" * 50, "محمد", "日本語", "\U0001f468\u200d\U0001f469", "•", "\t", "\n\n", "- ", "|", "(((((", "€", "@", "https://",
    "a@b.example", "+49", "Present", "seit", "İ", "ß", "\x0b", "\x85",
)]  # fmt: skip
# The parts of the faults' sentences that tell what stopped a reading.
RULES = {
    "longer than": "time-out",
    "MB of memory": "memory",
    "stopped the reader": "crash",
    "stumbled": "crash",
}
BATCH = 20
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


def reworded(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """The bytes with one to eight words changed: what frames them mostly stands, so that the reading goes on."""
    words = list((BETWEEN_TAGS if b"</" in content else WORD).finditer(content))
    if not words:
        return damaged(content, others, chance)
    chosen = sorted(chance.choices(words, k=chance.choice((1, 2, 4, 8))), key=Match.start, reverse=True)
    data = bytearray(content)
    for found in chosen:
        at, end = found.span()
        other = WORD.findall(chance.choice(others)[:50_000]) or [b""]
        data[at:end] = chance.choice((b"", found[0] * chance.choice((2, 300)), chance.choice(other), *ODD))
    return bytes(data[:2_000_000])


def wounded(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Damaged anywhere, or in its words only."""
    return (reworded if chance.random() < 0.5 else damaged)(content, others, chance)


def repacked(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """An archive with one of its parts damaged."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(packed, "w") as fresh:
        names = archive.namelist()
        victim = chance.choice(names)
        for name in names:
            part = archive.read(name)
            fresh.writestr(name, wounded(part, others, chance) if name == victim else part)
    return packed.getvalue()


def inputs(seeds: list[Input], count: int, chance: random.Random) -> Iterator[Input]:
    """Damaged inputs with their seed's name."""
    others = [content for _, content in seeds]
    for _ in range(count):
        name, content = chance.choice(seeds)
        whole = content.startswith(b"PK\x03\x04") and chance.random() < 0.8
        yield name, (repacked if whole else wounded)(content, others, chance)


def read_cvs(batch: list[Input]) -> list[str]:
    """Read CVs one after the other; the verdict on each."""
    return [_tried(lambda given: read_cv(given[1], given[0]), given) for given in batch]


def read_postings(batch: list[Input]) -> list[str]:
    """Read postings as saved files one after the other; the verdict on each."""
    return [_tried(lambda given: read_posting((sources.page_of(given[1]),), None), given) for given in batch]


def _tried(reader: Callable[[Input], object], given: Input) -> str:
    try:
        reader(given)
    except BugFault as fault:
        return f"crash: {fault}"
    except (Fault, Faults):
        return "refused"
    return "read"


def verdicts(guarded: Sandbox, reader: Callable[[list[Input]], list[str]], batch: list[Input]) -> list[str]:
    """The verdict on each input of a batch that was stopped, read by itself."""
    return [verdict(guarded, reader, given) for given in batch]


def verdict(guarded: Sandbox, reader: Callable[[list[Input]], list[str]], given: Input) -> str:
    """`read`, `refused`, or the rule that the input breaks with what was said."""
    for last in (False, True):
        try:
            return guarded(reader, [given])[0]
        except (Fault, Faults) as fault:
            rule = next((rule for sign, rule in RULES.items() if sign in str(fault)), None)
            # On a busy machine the wall clock runs out for others' work: it counts if it does so again.
            if last or rule != "time-out":
                return f"{rule}: {fault}" if rule else "refused"
    raise AssertionError


def seeds_of(paths: list[Path]) -> list[Input]:
    """The files, and the files in the folders, without truths beside them."""
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    files = [file for file in files if file.is_file() and not file.name.endswith("truth.json")]
    return [(file.name, file.read_bytes()) for file in files]


def listing(*folders: Path) -> set[Path]:
    """All files under the folders."""
    return {path for folder in folders for path in folder.rglob("*")}


def batches(given: Iterator[Input]) -> Iterator[list[Input]]:
    """Inputs in batches."""
    while batch := list(islice(given, BATCH)):
        yield batch


def campaign(a: argparse.Namespace) -> dict[str, Counter[str]]:
    """Run it; the count of each verdict by the seeds' format."""
    seeds, counts = seeds_of(a.seeds), defaultdict[str, Counter[str]](Counter)
    reader = read_cvs if a.reader == "cv" else read_postings
    given, again = (batches(inputs(seeds, a.count, random.Random(a.seed))) for _ in range(2))
    reader(seeds)  # here, so that each child is forked with all that reading loads
    with Sandbox(workers=1, seconds=10, megabytes=512) as guarded:
        for done, (batch, results) in enumerate(zip(again, guarded.map(reader, given), strict=True)):
            told = results if isinstance(results, list) else verdicts(guarded, reader, batch)
            for (name, content), found in zip(batch, told, strict=True):
                rule = found.partition(":")[0]
                number = sum(map(Counter.total, counts.values()))
                counts[Path(name).suffix][rule] += 1
                if rule not in ("read", "refused"):
                    print(f"{name}: {found}", file=sys.stderr, flush=True)
                    keep(a.keep, f"{number}-{name}", content)
            if done % 100 == 99:
                print(f"{(done + 1) * BATCH}: {total(counts)}", file=sys.stderr, flush=True)
    return counts


def keep(folder: Path | None, name: str, content: bytes) -> None:
    """Put an input that broke a rule into the folder, where one was named."""
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def total(counts: dict[str, Counter[str]]) -> Counter[str]:
    """The counts of all formats together."""
    return sum(counts.values(), Counter[str]())


def main() -> None:
    """Print a table of counts."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("reader", choices=("cv", "posting"))
    ap.add_argument("seeds", nargs="+", type=Path)
    ap.add_argument("--count", type=int, default=20_000)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--keep", type=Path)
    a = ap.parse_args()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        tempfile.tempdir = name
        before = listing(Path(name), Path.cwd() / "src")
        counts = campaign(a)
        written = len(listing(Path(name), Path.cwd() / "src") - before)
    seconds = time.perf_counter() - start
    print("| format | inputs | read | refused | crash | time-out | memory |\n|---|---|---|---|---|---|---|")
    for name, row in [*sorted(counts.items()), ("all", total(counts))]:
        cells = (row.total(), *(row[rule] for rule in ("read", "refused", "crash", "time-out", "memory")))
        print(f"| {name.removeprefix('.')} | {' | '.join(map(str, cells))} |")
    print(f"\n{seconds:.0f} s; {written} files written")
    whole = total(counts)
    sys.exit(bool(written or whole.total() - whole["read"] - whole["refused"]))


if __name__ == "__main__":
    main()
