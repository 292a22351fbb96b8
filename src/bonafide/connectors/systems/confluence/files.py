"""Exports of Confluence - a folder, a zip archive, a page, answers of its interface - -> their pages, within bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hmac import HMAC
from pathlib import Path

from bonafide.connectors.sources import MEGABYTE
from bonafide.connectors.systems.confluence.pages import Page, exported, stored
from bonafide.connectors.systems.reading import CAP, Content, contents
from bonafide.cv.zipped import Archive, Sort
from bonafide.model.faults import InputFault, UnreadableFault

MOST_PAGES = 20_000
LARGEST = 8 * MEGABYTE
"""Of one page: what is larger is no record of a decision."""
HTML, JSON = (".html", ".htm"), (".json",)
EXPORT = Sort(
    "archive", "Export the space again, as HTML.", most_bytes=CAP, most_ratio=300, most_parts=100_000
)
_ZIP = b"PK\x03\x04"


def pages(paths: Iterable[str], digest: HMAC) -> Iterator[Page | None]:
    """Every page, each once; None for one that is too large or too deep to be read.

    Raises InputFault or UnreadableFault for a path that is no export.
    """
    seen: set[str] = set()
    for content in contents((file for path in paths for file in _files(path)), digest, most=MOST_PAGES):
        for page in _pages(content):
            if page is None or page.key not in seen:
                yield page
            if page:
                seen.add(page.key)


def _files(path: str) -> Iterable[str]:
    """The path itself, or of a folder the pages and answers below it; what is linked from elsewhere is passed over."""
    if not Path(path).is_dir():
        return [path]
    found = [
        one
        for one in Path(path).rglob("*")
        if one.suffix.lower() in HTML + JSON and one.is_file() and not one.is_symlink() and one.stat().st_size
    ]
    if not found:
        raise InputFault("There is no page in it.", where=path, mend="Give the folder of an exported space.")
    return map(str, sorted(found))


def _pages(content: Content) -> Iterator[Page | None]:
    if content.content.startswith(_ZIP):
        yield from _archived(content)
    elif content.content.lstrip()[:1] in (b"{", b"["):
        yield from stored(content.where, content.json())
    else:
        yield from _exported(content)


def _archived(content: Content) -> Iterator[Page | None]:
    try:
        archive = Archive(content.content, EXPORT)
        names = sorted({name for name in archive.names() if name.lower().endswith(HTML)})
        if len(names) > MOST_PAGES:
            raise UnreadableFault(f"It holds more than {MOST_PAGES:,} pages.", mend="Export them in parts.")
        for name in names:
            if archive.size(name) > LARGEST:
                yield None
            else:
                yield from _exported(Content(f"{content.where}: {name}", archive.content(name)))
    except UnreadableFault as fault:
        place = fault.where.removeprefix(f"{content.where}: ")
        where = f"{content.where}: {place}" if place else content.where
        raise UnreadableFault(fault.what, where=where, mend=fault.mend) from fault


def _exported(content: Content) -> Iterator[Page | None]:
    """A page of an export; nothing for another file, such as the list of all pages."""
    if len(content.content) > LARGEST:
        yield None
        return
    text = content.text()
    try:
        page = exported(content.where, text)
    except UnreadableFault:
        yield None
        return
    if page:
        yield page
