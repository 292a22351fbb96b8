"""Prints the sample CV (cv.typ) to cv.pdf with the same fonts that Bonafide prints with."""

from pathlib import Path

import font_source_sans_pro
import typst

HERE = Path(__file__).parent


def main() -> None:
    """Write cv.pdf beside its source."""
    fonts = Path(font_source_sans_pro.__file__).parent / "files"
    pdf = typst.compile(str(HERE / "cv.typ"), font_paths=[str(fonts)], ignore_system_fonts=True, timestamp=0)
    (HERE / "cv.pdf").write_bytes(pdf)


if __name__ == "__main__":
    main()
