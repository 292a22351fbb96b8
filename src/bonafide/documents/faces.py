"""The font families that looks name, for the Typst compiler: one family at a time, and nothing of the system's."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import font_source_sans_pro
import font_source_serif_pro
import typst

FAMILIES: Mapping[str, tuple[ModuleType, str]] = {
    "Source Sans Pro": (font_source_sans_pro, "SourceSansPro"),
    "Source Serif Pro": (font_source_serif_pro, "SourceSerifPro"),
}
_FACES = ("Light", "Regular", "Semibold", "Bold", "It")


def fonts(family: str) -> typst.Fonts:
    """The five faces in use of a family."""
    with _folder(family) as folder:
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


@contextmanager
def _folder(family: str) -> Iterator[Path]:
    """A folder with the family's five OTF files.

    The package's folder holds each face twice, as OTF and TTF, and Typst would take whichever the file
    system names first, so a folder of links to the OTF files is scanned instead. Typst resolves the
    links and needs them no longer. Where links are not allowed the whole folder serves.
    """
    package, stem = FAMILIES[family]
    files = Path(str(package.__file__)).parent / "files"
    with tempfile.TemporaryDirectory(prefix="bonafide-fonts-") as folder:
        try:
            for face in _FACES:
                (Path(folder) / f"{face}.otf").symlink_to(files / f"{stem}-{face}.otf")
        except OSError:
            yield files
        else:
            yield Path(folder)
