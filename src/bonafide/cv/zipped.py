"""Office files are zip archives of XML: opened with bounds on size, parsed without document types."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from bonafide.model.faults import UnreadableFault

_DEEPEST = 200
_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, NotImplementedError, OSError, ValueError)
_MEND = "Save the document again from the program it was written in."
_ENTRY = b"PK\x01\x02"
_WITHIN = 4
"""Times as many entries may stand in the bytes as an archive may have: parts may be archives themselves."""


@dataclass(frozen=True, slots=True)
class Sort:
    """What an archive is called in faults, how they are mended, and how much it may hold."""

    name: str = "office file"
    mend: str = _MEND
    most_bytes: int = 50_000_000
    most_ratio: int = 300
    most_parts: int = 2000


OFFICE = Sort()


class Archive:
    """The parts of a zip archive, such as an office file, each read with a bound on its unpacked size."""

    def __init__(self, content: bytes, sort: Sort = OFFICE) -> None:
        self._sort = sort
        # The list of parts is read as a whole, before anybody can count it.
        if content.count(_ENTRY) > _WITHIN * sort.most_parts:
            raise self._fault("has too many parts to be read")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:
            raise self._fault("is broken or cut off") from fault
        if len(self._zip.namelist()) > sort.most_parts:
            raise self._fault("has too many parts to be read")
        self._left = min(sort.most_bytes, sort.most_ratio * len(content) + 1_000_000)

    def _fault(self, what: str, where: str = "") -> UnreadableFault:
        return UnreadableFault(f"This {self._sort.name} {what}.", where=where, mend=self._sort.mend)

    def names(self) -> list[str]:
        """The names of all parts, in order."""
        return self._zip.namelist()

    def size(self, name: str) -> int:
        """A part's size as the archive tells it; more of it is never unpacked."""
        return self._zip.getinfo(name).file_size

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
            raise self._fault("is broken or locked", name) from fault
        self._left -= len(data)
        if self._left < 0:
            raise self._fault("unpacks to far more than it should hold", name)
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
