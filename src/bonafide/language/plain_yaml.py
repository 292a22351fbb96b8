"""YAML as plain mappings, lists and texts: no tags, bounded in size and depth, and with aliases only where they are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from bonafide.model.faults import UnreadableFault

# The parser in C where the library was built with it; both know no tags.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MEND = "Mend the file at that place, or export it anew."


@dataclass(frozen=True, slots=True)
class Limits:
    """How many events (scalars, beginnings and ends) a text may have and how deep it may be; `long` is said of a longer one.

    With `aliases` a part may stand in several places: it is one value there, and takes no more room, but who walks through it
    has to count his steps.
    """

    events: int
    depth: int = 40
    aliases: bool = False
    long: str = "This YAML is longer than what is read."


def documents(text: str, limits: Limits) -> Iterator[Any]:
    """Each document; every scalar stays the text that it was written as, so that `2019-03` is no date object.

    Raises `UnreadableFault`, with the line, where it is no YAML, refers to its own parts (unless it may), or is too large or deep.
    """
    try:
        yield from _Builder(limits).built(text)
    except yaml.YAMLError as fault:
        raise UnreadableFault(
            f"This is not valid YAML ({getattr(fault, 'problem', None) or 'unreadable signs'}).",
            where=_line(getattr(fault, "problem_mark", None)),
            mend=_MEND,
        ) from fault


def _line(mark: Any) -> str:
    return f"line {mark.line + 1}" if mark else ""


class _Builder:
    """Builds values from the parser's events; a class, since it keeps the containers that are open."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._count = 0
        self._begin()

    def _begin(self) -> None:
        self._open: list[Any] = []
        self._keys: list[str | None] = []
        self._anchors: dict[str, Any] = {}
        self._root: Any = None

    def built(self, text: str) -> Iterator[Any]:
        for event in yaml.parse(text, Loader=_LOADER):
            self._more(1)
            if isinstance(event, yaml.DocumentEndEvent):
                yield self._root
                self._begin()
            self._take(event)

    def _more(self, count: int) -> None:
        self._count += count
        if self._count > self._limits.events:
            raise UnreadableFault(self._limits.long, mend=_MEND)

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._place(self._meant(event))
        elif isinstance(event, yaml.ScalarEvent):
            value = None if event.implicit[0] and event.value in ("", "~", "null") else event.value
            self._note(event, value)
            self._place(value)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._enter(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._keys.pop()
            self._merge(self._open.pop())

    def _merge(self, container: Any) -> None:
        """The mappings under `<<` give what a mapping has not itself; only a part that is referred to stands there."""
        if self._limits.aliases and isinstance(container, dict) and "<<" in container:
            merged = container.pop("<<")
            for part in merged if isinstance(merged, list) else [merged]:
                for key, value in part.items() if isinstance(part, dict) else ():
                    self._more(1)
                    container.setdefault(key, value)

    def _meant(self, event: yaml.AliasEvent) -> Any:
        """What an alias stands for; a part within itself would have no end."""
        known = self._anchors.get(str(event.anchor)) if self._limits.aliases else None
        if known is None or any(known is one for one in self._open):
            raise UnreadableFault(
                "This YAML refers to its own parts (*name), which is not followed.",
                where=_line(event.start_mark),
                mend="Write the part out.",
            )
        return known

    def _note(self, event: Any, value: Any) -> None:
        if event.anchor and self._limits.aliases:
            self._anchors[event.anchor] = value

    def _enter(self, event: yaml.Event, container: Any) -> None:
        if len(self._open) >= self._limits.depth:
            raise UnreadableFault("This YAML is nested too deeply.", mend=_MEND)
        self._note(event, container)
        self._place(container)
        self._open.append(container)
        self._keys.append(None)

    def _place(self, value: Any) -> None:
        """Into the innermost container; of a mapping's keys the first of a name counts."""
        if not self._open:
            self._root = value
        elif isinstance(self._open[-1], list):
            self._open[-1].append(value)
        elif self._keys[-1] is None:
            self._keys[-1] = str(value)
        else:
            self._open[-1].setdefault(self._keys[-1], value)
            self._keys[-1] = None
