"""YAML as plain mappings, lists and texts: no tags, no aliases, bounded in size and depth."""

from __future__ import annotations

from typing import Any

import yaml

from bonafide.cv.text import decoded
from bonafide.model.faults import UnreadableFault

MOST_EVENTS = 100_000
DEEPEST = 40
MOST_BYTES = 1_000_000
# The parser in C where the library was built with it; both know no tags.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MEND = "Mend the file at that place, or export it anew."


def parse_yaml(content: bytes) -> Any:
    """The first document; every scalar stays the text that it was written as, so that `2019-03` is no date object.

    Raises `UnreadableFault` where it is no YAML, refers back to itself (aliases), or is too large or deep.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableFault("This YAML is far longer than a CV.", mend=_MEND)
    try:
        return _Builder().built(decoded(content))
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

    def __init__(self) -> None:
        self._open: list[Any] = []
        self._keys: list[str | None] = []
        self._root: Any = None

    def built(self, text: str) -> Any:
        for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
            if count > MOST_EVENTS:
                raise UnreadableFault("This YAML is far longer than a CV.", mend=_MEND)
            if isinstance(event, yaml.DocumentEndEvent):
                break
            self._take(event)
        return self._root

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise UnreadableFault(
                "This YAML refers to its own parts (*name), which is not followed.",
                where=_line(event.start_mark),
                mend="Write the part out.",
            )
        if isinstance(event, yaml.ScalarEvent):
            self._place(None if event.implicit[0] and event.value in ("", "~", "null") else event.value)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._enter({} if isinstance(event, yaml.MappingStartEvent) else [])
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._open.pop()
            self._keys.pop()

    def _enter(self, container: Any) -> None:
        if len(self._open) >= DEEPEST:
            raise UnreadableFault("This YAML is nested too deeply.", mend=_MEND)
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
