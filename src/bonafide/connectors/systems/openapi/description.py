"""A description of an interface in one file or several, with its references followed. Pure."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import unquote

from bonafide.model.faults import InputFault

MOST_FILES = 300
MOST_NODES = 5_000_000
LONGEST_CHAIN = 50
REFERENCE = "$ref"
Load = Callable[[str], Any]


class Node(NamedTuple):
    """A value, and the file that it stands in, from which its references are read."""

    file: str
    value: Any

    def get(self, key: str) -> Node | None:
        """What stands under a key; None where there is nothing."""
        found = self.value.get(key) if isinstance(self.value, Mapping) else None
        return None if found is None else Node(self.file, found)

    def items(self) -> Iterator[tuple[str, Node]]:
        """Its keys and what stands under them, where it is a mapping."""
        for key, value in self.value.items() if isinstance(self.value, Mapping) else ():
            yield str(key), Node(self.file, value)

    def listed(self, key: str) -> list[Node]:
        """The values of a list under a key."""
        found = self.get(key)
        values = found.value if found and isinstance(found.value, list) else []
        return [Node(self.file, value) for value in values]

    def text(self, key: str) -> str:
        """What stands under a key as a text; "" where there is none."""
        found = self.get(key)
        return "" if found is None or isinstance(found.value, list | Mapping) else str(found.value)

    def true(self, key: str) -> bool:
        """Whether a key is set; YAML is read as texts."""
        return self.text(key).lower() == "true"

    @property
    def identity(self) -> tuple[str, int]:
        """What no other value of the same description has."""
        return self.file, id(self.value)


@dataclass(frozen=True, slots=True)
class Description:
    """The files of a description by their paths, and the one with which it begins; None where a file cannot be had."""

    files: Mapping[str, Any]
    root: str

    @staticmethod
    def of(root: str, load: Load) -> Description:
        """From a file and all that it refers to. `load` gives a file's value, None where there is none.

        Raises InputFault where these are too many or too large.
        """
        files: dict[str, Any] = {}
        ahead = [root]
        while ahead:
            path = ahead.pop()
            if path in files:
                continue
            if len(files) == MOST_FILES:
                raise InputFault(f"A description of more than {MOST_FILES} files.", where=root)
            files[path] = load(path)
            ahead.extend(target for text in references(files[path], root) if (target := _file(path, text)))
        return Description(files, root)

    @property
    def whole(self) -> Node:
        """All of it."""
        return Node(self.root, self.files[self.root])

    def followed(self, node: Node) -> Node | None:
        """The value behind references; None where one leads to nothing that is known, or in a circle."""
        for _ in range(LONGEST_CHAIN):
            text = node.value.get(REFERENCE) if isinstance(node.value, Mapping) else None
            if not isinstance(text, str):
                return node
            target = self._target(node.file, text)
            if target is None:
                return None
            node = target
        return None

    def _target(self, file: str, text: str) -> Node | None:
        path, _, pointer = text.partition("#")
        found = Node(_file(file, text) if path else file, None)
        value = self.files.get(found.file)
        for part in pointer.strip("/").split("/") if pointer.strip("/") else ():
            key = unquote(part).replace("~1", "/").replace("~0", "~")
            if isinstance(value, list) and key.isascii() and key.isdigit() and int(key[:9]) < len(value):
                value = value[int(key[:9])]
            else:
                value = value.get(key) if isinstance(value, Mapping) else None
        return None if value is None else Node(found.file, value)


def references(value: Any, where: str) -> Iterator[str]:
    """Every reference in a value. Raises InputFault where it is too large."""
    ahead, seen = [value], set()
    while ahead:
        one = ahead.pop()
        if not isinstance(one, list | dict) or id(one) in seen:
            continue
        seen.add(id(one))
        if len(seen) > MOST_NODES:
            raise InputFault("This description is larger than what can be read.", where=where)
        if isinstance(one, list):
            ahead.extend(one)
            continue
        text = one.get(REFERENCE)
        if isinstance(text, str):
            yield text
        ahead.extend(one.values())


def _file(base: str, reference: str) -> str:
    """The file of the same repository that a reference names; "" for one within its file, or elsewhere."""
    path = unquote(reference.partition("#")[0])
    if not path or "://" in path or path.startswith("/"):
        return ""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), path))
    return "" if joined.startswith("..") else joined
