"""How fast CVs are read, and what a confidence is worth.

    python bench/reading_cv.py DATA

DATA holds `cv/<person>/<file>` with `<file>.truth.json` beside each (the shape of the measurement sets). In one warm
process: CVs a second on one core, PDFium's own share of the time, the ratio to open-resume's 0.35 s a file (measured
elsewhere, so an order of magnitude), and the share of values that are right in each band of confidence.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from bonafide import cv
from bonafide.cv import pdf, pdf_pieces
from bonafide.model.reading import CvReading

OPEN_RESUME_SECONDS = 0.35
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
# The fields that a truth tells, as patterns of JSON pointers, and where in the truth their values stand.
FIELDS = {
    r"/basics/(name|email|phone)": "basics.{0}",
    r"/basics/location/city": "basics.city",
    r"/work/\d+/name": "work.company",
    r"/work/\d+/(position|startDate|endDate)": "work.{0}",
    r"/work/\d+/highlights/\d+": "work.highlights",
    r"/education/\d+/(institution|startDate|endDate)": "education.{0}",
    r"/skills/\d+/keywords/\d+": "skills.items",
    r"/languages/\d+/language": "languages",
}


class Clock:
    """Adds up the time that a function takes, wherever it is called."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def around(self, function: Any) -> Any:
        """The function, timed."""

        def timed(*args: Any) -> Any:
            start = time.process_time()
            try:
                return function(*args)
            finally:
                self.seconds += time.process_time() - start

        return timed


def plain(text: str) -> str:
    """Letters and digits in small letters, single blanks."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def told(truth: Any, path: str) -> list[str]:
    """The truth's values along a path, through all entries of a list."""
    values = [truth]
    for name in path.split("."):
        values = [value[name] for value in values if isinstance(value, dict) and value.get(name)]
        values = [item for value in values for item in (value if isinstance(value, list) else [value])]
    return [str(value) for value in values]


def is_right(value: str, truths: Iterable[str], field: str) -> bool:
    """Whether a value is one of the truth's, as the measurement compares them."""
    if field.endswith("phone"):
        digits = re.sub(r"\D", "", value)[-8:]
        return any(re.sub(r"\D", "", truth)[-8:] == digits for truth in truths)
    if field.endswith("Date"):
        return any(value[: len(truth)] == truth for truth in truths)
    names = [
        plain(re.split(r"[(:–-]", truth)[0]) if field == "languages" else plain(truth) for truth in truths
    ]
    return any(name == plain(value) or fuzz.ratio(name, plain(value)) >= 90 for name in names)


def judged(reading: CvReading, truth: Any) -> Iterator[tuple[float, bool]]:
    """The confidence of each value that the truth speaks of, and whether it is right."""
    record = reading.to_json()
    for pointer, source in reading.sources.items():
        for pattern, path in FIELDS.items():
            found = re.fullmatch(pattern, pointer)
            field = path.format(*found.groups()) if found else ""
            truths = told(truth, field) if field else []
            if truths:
                yield source.confidence, is_right(_at(record, pointer), truths, field)


def _at(record: Any, pointer: str) -> str:
    for part in pointer.strip("/").split("/"):
        record = record[int(part)] if isinstance(record, list) else record[part]
    return str(record)


def main() -> None:
    """Print both tables."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    a = ap.parse_args()
    truths = sorted((a.data / "cv").glob("*/*.truth.json"))
    files = [path.with_name(path.name.removesuffix(".truth.json")) for path in truths]
    contents = [file.read_bytes() for file in files]
    cv.read(contents[0], files[0].name)
    pdfium = Clock()
    pdf.read_pieces = pdfium.around(pdf_pieces.read_pieces)
    start = time.process_time()
    readings = [cv.read(content, file.name) for file, content in zip(files, contents, strict=True)]
    seconds = time.process_time() - start
    each = seconds / len(files)
    print(f"{len(files)} files: {1 / each:.1f} CVs a second on one core, {1000 * each:.0f} ms each")
    print(f"of that in PDFium and taking its characters: {pdfium.seconds / seconds:.0%}")
    print(f"open-resume needs {OPEN_RESUME_SECONDS} s a file: {OPEN_RESUME_SECONDS / each:.1f} times as long")
    table(readings, [json.loads(path.read_text("utf-8")) for path in truths])


def table(readings: list[CvReading], truths: list[Any]) -> None:
    """Print the share of right values by band of confidence."""
    pairs = [pair for reading, truth in zip(readings, truths, strict=True) for pair in judged(reading, truth)]
    print("\n| confidence | values | right |\n|---|---|---|")
    for low, high in zip(BANDS, (*BANDS[1:], 1.01), strict=True):
        band = [right for confidence, right in pairs if low < confidence <= high or (low == 0 == confidence)]
        if band:
            print(f"| over {low} to {min(high, 1):g} | {len(band)} | {sum(band) / len(band):.3f} |")
    sure = [right for confidence, right in pairs if confidence > 0.9]
    print(f"\nover 0.9: {sum(sure)} of {len(sure)} right ({sum(sure) / max(len(sure), 1):.3f})")


if __name__ == "__main__":
    main()
