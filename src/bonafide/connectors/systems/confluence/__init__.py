"""Decision records that are pages of an exported Confluence -> how a house decides."""

import importlib
from collections.abc import Iterator

from bonafide.connectors.systems.decisions.dated import dated
from bonafide.connectors.systems.reading import Kind, Option, Read, Request, timed

__all__ = ["KIND"]

EVERY = 64
"""Pages after which the clock is read."""


def _read(request: Request) -> Read:
    digest = request.digest()
    # Reading pages imports the parser of HTML, which takes longer than all other kinds together.
    files = importlib.import_module("bonafide.connectors.systems.confluence.files")
    pattern = request.wish("pages")
    found, unnamed, unread = [], 0, 0
    for page in timed(
        files.pages(request.paths, digest), every=EVERY, progress=request.progress, what="pages"
    ):
        told = page.decision if page else None
        unread += page is None
        if page and told and page.is_record(pattern):
            found.append(told)
        else:
            unnamed += told is not None
    none, mend = "No page with a status is in it.", "Give the exported space, or pages with their bodies."
    if unnamed:
        none = f"{unnamed} pages with a status are in it, and nothing calls them decisions."
        mend = "Say which ones are, by their titles: --pages 'ADR*'."
    records, notes = dated(found, request.end, ", ".join(request.paths), none, mend)
    return Read(records, digest.hexdigest(), (*notes, *_notes(unnamed, unread)))


def _notes(unnamed: int, unread: int) -> Iterator[str]:
    if unnamed:
        yield f"{unnamed} other pages with a status, which nothing calls decisions, were passed over (--pages)."
    if unread:
        yield f"{unread} pages were too large to be read, and passed over."


KIND = Kind(
    "confluence",
    "Measure decisions from decision records in Confluence: a space exported as HTML (folder or zip), or pages as JSON.",
    "space-export.zip",
    _read,
    paths="FILE|FOLDER",
    options=(
        Option("pages", "Which pages are decisions, by title, such as 'ADR*'; else those that anything around them calls so.", "PATTERN"),
    ),
)  # fmt: skip
