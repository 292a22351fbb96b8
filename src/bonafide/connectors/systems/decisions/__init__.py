"""A folder of decision records (ADRs) -> how a house decides."""

from collections.abc import Iterator
from pathlib import Path

from bonafide.connectors.systems.decisions.adr import decision
from bonafide.connectors.systems.decisions.dated import dated
from bonafide.connectors.systems.reading import Kind, Read, Request, contents
from bonafide.model.faults import MissingFault

__all__ = ["KIND"]

MOST_RECORDS = 5_000
SUFFIXES = (".md", ".markdown")


def _read(request: Request) -> Read:
    digest = request.digest()
    files = [path for folder in request.paths for path in sorted(_records(Path(folder)))]
    texts = [content.text() for content in contents(map(str, files), digest, most=MOST_RECORDS)]
    found = [one for text in texts if (one := decision(text))]
    none = "No decision record with a status and a date is in it." if files else "There is no Markdown in it."
    mend = "Give the folder of the records; dates are read as 2025-04-03."
    records, notes = dated(found, request.end, ", ".join(request.paths), none, mend)
    return Read(records, digest.hexdigest(), notes)


def _records(folder: Path) -> Iterator[Path]:
    """The Markdown files below a folder; what is linked from elsewhere is passed over."""
    if not folder.is_dir():
        raise MissingFault("There is no such folder.", where=str(folder), mend="Check the path.")
    for path in folder.rglob("*"):
        if (
            path.suffix.lower() in SUFFIXES
            and path.is_file()
            and not path.is_symlink()
            and path.stat().st_size
        ):
            yield path


KIND = Kind(
    "decisions",
    "Measure decisions from a folder of decision records (ADRs in Markdown).",
    "PATH/docs/adr",
    _read,
    paths="FOLDER",
)
