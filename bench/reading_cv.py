"""How fast CVs are read.

    python bench/reading_cv.py DATA

DATA holds `cv/<person>/<file>` (the shape of the measurement sets). In one warm process, in CPU time on one core: CVs a
second, PDFium's own share (opening a PDF, its characters and its drawings), the ratio to a floor in the same run (PDFium
opens each PDF and gives its text, nothing is read in it), and to open-resume's 0.35 s a file (measured elsewhere, so an
order of magnitude).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2

from bonafide import cv
from bonafide.cv import pdf, pdf_pieces

OPEN_RESUME_SECONDS = 0.35


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


def floor(contents: Sequence[bytes]) -> None:
    """What no reader of PDFs can do without."""
    for content in contents:
        with pypdfium2.PdfDocument(content) as document:
            for page in document:
                page.get_textpage().get_text_range()


def main() -> None:
    """Print the figures, of all files and of the PDFs alone."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    a = ap.parse_args()
    kinds = (".pdf", ".docx")
    files = sorted(path for path in (a.data / "cv").glob("*/*") if path.suffix in kinds)
    pdfium = Clock()
    pdf.read_pieces = pdfium.around(pdf_pieces.read_pieces)
    cv.read(files[0].read_bytes(), files[0].name)
    for kind in kinds:
        chosen = [file for file in files if file.suffix == kind]
        if chosen:
            measure(kind.removeprefix(".").upper(), chosen, pdfium)


def measure(kind: str, files: Sequence[Path], pdfium: Clock) -> None:
    """Read the files of one kind and print what it took."""
    contents, pdfium.seconds, reading, bare = [file.read_bytes() for file in files], 0.0, Clock(), Clock()
    for content, file in zip(contents, files, strict=True):
        reading.around(cv.read)(content, file.name)
    each = reading.seconds / len(files)
    print(
        f"{kind}: {len(files)} files, {1 / each:.1f} CVs a second on one core, {1000 * each:.0f} ms each; "
        f"open-resume's {OPEN_RESUME_SECONDS} s is {OPEN_RESUME_SECONDS / each:.1f} times as long"
    )
    if kind == "PDF":
        bare.around(floor)(contents)
        print(f"PDF: {pdfium.seconds / reading.seconds:.0%} of it in PDFium and taking its characters;")
        print(
            f"PDF: {reading.seconds / bare.seconds:.1f} times the floor of {1000 * bare.seconds / len(files):.1f} ms"
        )


if __name__ == "__main__":
    main()
