"""Office files are zip archives of XML: opened with bounds on size, parsed without document types."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from bonafide.model.faults import UnreadableFault

MOST_BYTES = 50_000_000
MOST_RATIO = 300
MOST_PARTS = 2000
_DEEPEST = 200
_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, NotImplementedError, OSError, ValueError)
_MEND = "Save the document again from the program it was written in."


class Archive:
    """The parts of an office file, each read with a bound on its unpacked size."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:
            raise UnreadableFault("This office file is broken or cut off.", mend=_MEND) from fault
        if len(self._zip.namelist()) > MOST_PARTS:
            raise UnreadableFault("This office file has too many parts to be a CV.", mend=_MEND)
        self._left = min(MOST_BYTES, MOST_RATIO * len(content) + 1_000_000)

    def names(self) -> list[str]:
        """The names of all parts, in order."""
        return self._zip.namelist()

    def tree(self, name: str) -> ElementTree.Element | None:
        """A part's XML, None where there is no such part."""
        if name not in self._zip.namelist():
            return None
        return _parsed(self.content(name), name)

    def content(self, name: str) -> bytes:
        """A part's bytes, unpacked within the bounds."""
        try:
            with self._zip.open(name) as part:
                data = part.read(self._left + 1)
        except _BROKEN as fault:
            raise UnreadableFault("This office file is broken or locked.", where=name, mend=_MEND) from fault
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableFault("This file unpacks to far more than a CV holds.", where=name, mend=_MEND)
        return data


def _parsed(data: bytes, name: str) -> ElementTree.Element:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableFault(
            "This office file declares entities, which are not opened.", where=name, mend=_MEND
        )
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as fault:
        raise UnreadableFault("This office file's XML is broken.", where=name, mend=_MEND) from fault
    if _depth(root) > _DEEPEST:
        raise UnreadableFault("This office file is nested too deeply.", where=name, mend=_MEND)
    return root


def _depth(root: ElementTree.Element) -> int:
    level, depth = [root], 0
    while level and depth <= _DEEPEST:
        level = [child for node in level for child in node]
        depth += 1
    return depth


def local(node: ElementTree.Element) -> str:
    """A tag without its namespace."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def attribute(node: ElementTree.Element | None, name: str) -> str | None:
    """An attribute by its local name."""
    if node is None:
        return None
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), None)


def child(node: ElementTree.Element | None, *path: str) -> ElementTree.Element | None:
    """The first descendant along a path of local names."""
    for name in path:
        node = next((item for item in node if local(item) == name), None) if node is not None else None
    return node


def descendants(node: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """All descendants of a local name, in document order."""
    return (item for item in node.iter() if local(item) == name)
