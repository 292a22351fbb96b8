"""Lists that a pasted text writes otherwise: as sentences below a colon, or as the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from bonafide.language.sentences import split as sentences
from bonafide.posting import grids
from bonafide.posting.lexicon import table
from bonafide.posting.lines import Line, Role, tidy

_LONGEST_ITEM = 220
_LEAST_ITEMS = 2
_CELLS = re.compile(r"\s*\|\s*|\t+")
_RULE = re.compile(r"[\s|:+=-]+")


def untabled(raw: Sequence[str]) -> list[str]:
    """The lines of a text, with tables that rate requirements turned into headed lists; rows part at `|` or tabs."""
    found: list[str] = []
    for tabled, run in groupby(raw, key=lambda line: len(_cells(line)) > 1):
        rows = list(run)
        lists = (
            grids.lists_of([[[cell] for cell in _cells(row)] for row in rows if not _RULE.fullmatch(row)])
            if tabled
            else []
        )
        for line in lists:
            found.extend(["", line.text] if line.role is Role.HEADING else [f"• {line.text}"])
        found.extend([""] if lists else rows)
    return found


def _cells(line: str) -> list[str]:
    return [tidy(cell) for cell in _CELLS.split(line.strip().strip("|"))]


def told_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with such lists as items below the sentence that announces them."""
    items = 0
    for index, line in enumerate(lines):
        if items:
            items -= 1
            yield replace(line, role=Role.ITEM, level=1)
            continue
        items = _items_below(lines[index + 1 :]) if _announces(line) else 0
        yield from _cut(line) if items else (line,)


def _announces(line: Line) -> bool:
    return line.role is Role.TEXT and line.text.endswith(":")


def _items_below(following: Sequence[Line]) -> int:
    """How many lines go on where the announcement stopped: begun small, joined by commas or small words."""
    count = 0
    for line in following:
        if line.role is not Role.TEXT or len(line.text) > _LONGEST_ITEM or line.text.endswith(":"):
            break
        goes_on = count > 0 and _goes_on(following[count - 1].text)
        if not goes_on and not (count == 0 and (line.text[:1].islower() or _goes_on(line.text))):
            break
        count += 1
    return count if count >= _LEAST_ITEMS else 0


def _goes_on(text: str) -> bool:
    return _joint().search(text) is not None


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("joints")["words"]))
    return re.compile(rf"(?:[,;]|[,;]? (?:{words}))$", re.I)


def without_joint(text: str) -> str:
    """An item without the comma and the small word behind it by which it leads over to the next."""
    found = _joint().search(text)
    joined = found is not None and found.group()[:1] in ",;" and len(found.group()) > 1
    return text[: found.start()].rstrip() if found and joined else text


def _cut(line: Line) -> Iterator[Line]:
    """The announcing sentence apart from those before it."""
    start = max((found.start for found in sentences(line.text)), default=0)
    if before := line.text[:start].strip():
        yield Line(before, line.role)
    yield Line(line.text[start:].strip(), Role.HEADING, 8)
