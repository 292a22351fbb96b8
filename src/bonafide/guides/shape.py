"""The shape of a guide file: which keys each table has, and of which type."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bonafide.guides.lines import Path

Finding = tuple[Path, str]


@dataclass(frozen=True, slots=True)
class Key:
    """What a key holds: text, texts, number, range, date, table or tables (of `shape`); `choices` bounds a text."""

    kind: str
    required: bool = True
    shape: Mapping[str, Key] | None = None
    choices: tuple[str, ...] = ()


TEXT, TEXTS = Key("text"), Key("texts")
POINT = {"id": TEXT, "present_when": TEXT, "cues": Key("texts", required=False)}
PROBE = {"target": TEXT, "text": TEXT}
QUESTION = {
    "id": TEXT,
    "kind": Key("text", choices=("technical", "behavioural")),
    "wording": TEXT,
    "tests": TEXT,
    "strong": TEXTS,
    "mistakes": TEXTS,
    "outline": TEXTS,
    "topics": Key("texts", required=False),
    "points": Key("tables", shape=POINT),
    "probes": Key("tables", required=False, shape=PROBE),
}
SECTION = {"heading": Key("text", required=False), "paragraphs": TEXTS}
ESSAY = {"id": TEXT, "title": TEXT, "sections": Key("tables", shape=SECTION)}
FAQ = {"question": TEXT, "answer": TEXT}
SUCCESS = {"percent": Key("number"), "source": TEXT, "method": TEXT}
GUIDE = {
    "name": TEXT,
    "role": TEXT,
    "category": TEXT,
    "titles": TEXTS,
    "summary": TEXT,
    "published": Key("date"),
    "minutes": Key("range"),
    "rounds": Key("range"),
    "related": Key("texts", required=False),
    "success": Key("table", required=False, shape=SUCCESS),
    "questions": Key("tables", shape=QUESTION),
    "essays": Key("tables", required=False, shape=ESSAY),
    "faq": Key("tables", required=False, shape=FAQ),
}


def findings(
    table: Mapping[str, Any], shape: Mapping[str, Key] = GUIDE, path: Path = ()
) -> Iterator[Finding]:
    """Everything in `table` that is not as `shape` says, each with its path and a sentence."""
    for name in table:
        if name not in shape:
            yield (*path, name), f"The key `{name}` is unknown here; known are {', '.join(shape)}."
    for name, key in shape.items():
        if name in table:
            yield from _value(table[name], key, (*path, name))
        elif key.required:
            yield path, f"The key `{name}` is missing."


def _value(value: Any, key: Key, path: Path) -> Iterator[Finding]:
    if not _IS[key.kind](value):
        yield path, f"`{path[-1]}` must be {_SAID[key.kind]}."
    elif key.choices and value not in key.choices:
        yield path, f"`{path[-1]}` must be one of {', '.join(key.choices)}; it is `{value}`."
    elif key.kind == "table" and key.shape:
        yield from findings(value, key.shape, path)
    elif key.kind == "tables" and key.shape:
        for index, item in enumerate(value):
            yield from findings(item, key.shape, (*path, index))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_range(value: Any) -> bool:
    """Two whole numbers, from and to, neither below one."""
    if not (isinstance(value, list) and len(value) == 2):
        return False
    return all(isinstance(n, int) and not isinstance(n, bool) for n in value) and 1 <= value[0] <= value[1]


def _is_date(value: Any) -> bool:
    """A TOML date, or a text of the form 2026-01-31."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value).isoformat() == value
        except ValueError:
            return False
    return type(value) is date


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_text, value))


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_table, value))


_IS: Mapping[str, Callable[[Any], bool]] = {
    "text": _is_text,
    "texts": _is_texts,
    "number": _is_number,
    "range": _is_range,
    "date": _is_date,
    "table": _is_table,
    "tables": _is_tables,
}
_SAID = {
    "text": "a text that is not empty",
    "texts": "a list of texts, none empty",
    "number": "a number",
    "range": "two whole numbers, from and to, such as [60, 75]",
    "date": "a date such as 2026-01-31",
    "table": "a table",
    "tables": "a list of tables, written with [[double brackets]]",
}
