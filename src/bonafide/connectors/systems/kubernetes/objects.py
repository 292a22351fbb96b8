"""Lists of a cluster's objects, as `kubectl get … -o json` or `-o yaml` gives them -> the few that are read. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bonafide.connectors.systems.moments import Moments
from bonafide.model.faults import InputFault, UnreadableFault

MEND = "Give what `kubectl get replicasets -o json` (or pods) wrote; YAML is read too."
MOST = 200_000
KINDS = frozenset({"ReplicaSet", "Deployment", "Pod"})
Json = Mapping[str, Any]
_moment = Moments()


@dataclass(frozen=True, slots=True)
class Thing:
    """An object of a cluster, and its place in a file."""

    where: str
    kind: str
    value: Json

    def at(self, *path: str) -> Any:
        """What stands under a path of keys; None where there is nothing."""
        found: Any = self.value
        for key in path:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def text(self, *path: str) -> str:
        """The same as a text; "" where there is none."""
        found = self.at(*path)
        return "" if found is None or isinstance(found, list | Mapping) else str(found)

    def moment(self, *path: str) -> datetime | None:
        """A moment under a path. Raises InputFault with the place of one that is none."""
        return _moment(self.text(*path), f"{self.where}: {'.'.join(path)}")

    def listed(self, *path: str) -> list[Json]:
        """The objects of a list under a path."""
        found = self.at(*path)
        return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []

    @property
    def name(self) -> str:
        """`namespace/name`."""
        return "/".join(filter(None, (self.text("metadata", "namespace"), self.text("metadata", "name"))))

    @property
    def id(self) -> str:
        """What no other object has, now or later; its name where the list leaves that out."""
        return self.text("metadata", "uid") or self.name


def things(where: str, documents: Iterable[Any]) -> list[Thing]:
    """The ReplicaSets, Deployments and pods of a file. Raises UnreadableFault where a document is no object of a cluster."""
    found: list[Thing] = []
    for number, document in enumerate(documents):
        found.extend(_things(where if not number else f"{where}: document {number + 1}", document))
        if len(found) > MOST:
            raise InputFault(f"More than {MOST:,} objects.", where=where, mend="Give them in parts.")
    return found


def _things(where: str, document: Any) -> Iterator[Thing]:
    kind = document.get("kind") if isinstance(document, dict) else None
    if not isinstance(kind, str):
        raise UnreadableFault("This is no object of a cluster, nor a list of them.", where=where, mend=MEND)
    items = document.get("items")
    if not isinstance(items, list):
        items, kind = [document], f"{kind}List"
    for number, item in enumerate(items):
        if not isinstance(item, dict) or not isinstance(item.get("metadata"), dict):
            place = f"{where}: items[{number}]"
            raise UnreadableFault("This is no object of a cluster.", where=place, mend=MEND)
        # The items of a list of one kind need not say it again.
        own = str(item.get("kind") or kind.removesuffix("List"))
        if own in KINDS:
            yield Thing(f"{where}: items[{number}]", own, item)
