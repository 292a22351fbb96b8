"""A decision record in Markdown -> what became of it, and when. Pure.

Read are YAML front matter (MADR 3 and later), lines and bullets `Status: Accepted` (MADR 2), rows of a table, and what stands under
a heading `Status` (Nygard's template and adr-tools), also as a log with a date in each line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bonafide.evidence.decisions import Decision, State

_DATA: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text("utf-8")
)
_STATES = {
    State(state): re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.I)
    for state, words in _DATA["states"].items()
}
_LINES = {name: frozenset(words) for name, words in _DATA["lines"].items()}
_NOTHING = frozenset(_DATA["words"]["nothing"])
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_LINE = re.compile(
    r"[ \t]*(?:[-*+][ \t]+)?[*_]{0,3}(?P<label>\w[\w -]{1,30}?)[*_]{0,3}[ \t]*:[*_]{0,3}[ \t]*(?P<value>.*)"
)
_CELLS = re.compile(r"\|[ \t*_]*(?P<label>\w[\w -]{1,30}?)[ \t*_:]*\|[ \t*_]*(?P<value>[^|]*)\|")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<label>.*?)[ \t#:]*")
_DAY = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
HEAD = 80
"""Lines in which a record says what it is; below it argues."""
PLACEHOLDER = 3
"""A line that names so many states is a template's."""

Pair = tuple[str, str]


def decision(text: str) -> Decision | None:
    """What a record says of itself; None where it has no status, as a page that is no record has."""
    pairs = list(_pairs(text))
    state = _state(pairs)
    if state is None:
        return None
    proposed, decided, dated = (_dated(pairs, name) for name in ("proposed", "decided", "date"))
    for day, event in _log(pairs):
        if event is State.PROPOSED:
            proposed = proposed or day
        elif event is not State.SUPERSEDED:
            decided = decided or day
    if state is State.PROPOSED:
        return Decision(state, proposed or dated)
    return Decision(state, proposed, decided or dated)


def _pairs(text: str) -> Iterator[Pair]:
    """Labels in lower case with what stands beside or under them."""
    front = _FRONT.match(text)
    if front:
        yield from _yaml(front[1])
        text = text[front.end() :]
    under = ""
    for line in text.splitlines()[:HEAD]:
        if heading := _HEADING.fullmatch(line):
            under = _label(heading["label"])
        elif match := _LINE.fullmatch(line) or _CELLS.match(line):
            yield _label(match["label"]), match["value"].strip()
        elif line.strip() and under:
            yield under, line.strip()


def _yaml(text: str) -> Iterator[Pair]:
    try:
        # Texts alone: no merging of keys, by which a short text could grow without end.
        found: Any = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        found = None
    for key, value in found.items() if isinstance(found, dict) else ():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str):
                yield _label(str(key)), one


def _label(text: str) -> str:
    return re.sub(r"[\s_*-]+", " ", text).strip().casefold()


def _state(pairs: Iterable[Pair]) -> State | None:
    said: set[State] = set()
    for label, value in pairs:
        if label in _LINES["superseded"] and value.casefold() not in _NOTHING:
            said.add(State.SUPERSEDED)
        if label in _LINES["status"]:
            named = _named(value)
            said |= set() if len(named) >= PLACEHOLDER or _choice(value) else named
    return next((state for state in _STATES if state in said), None)


def _named(text: str) -> set[State]:
    return {state for state, pattern in _STATES.items() if pattern.search(text)}


def _choice(text: str) -> bool:
    """Whether a line offers so many states to choose from: `Not started / In progress / Complete`."""
    parts = text.split("/")
    return len(parts) >= PLACEHOLDER and all(map(_named, parts))


def _dated(pairs: Iterable[Pair], name: str) -> date | None:
    days = (_day(value) for label, value in pairs if label in _LINES[name])
    return next((day for day in days if day), None)


def _log(pairs: Iterable[Pair]) -> Iterator[tuple[date, State]]:
    """The dates that stand beside a state in what is said of the status."""
    for label, value in pairs:
        named, day = _named(value), _day(value)
        if label in _LINES["status"] and day and len(named) == 1:
            yield day, named.pop()


def _day(text: str) -> date | None:
    for match in _DAY.finditer(text):
        try:
            return date.fromisoformat(match[0])
        except ValueError:
            continue
    return None
