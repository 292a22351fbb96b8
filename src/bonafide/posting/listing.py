"""Lists that a pasted text writes otherwise: as sentences below a colon, or as the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from bonafide.language.sentences import Sentence
from bonafide.language.sentences import split as sentences
from bonafide.posting import grids
from bonafide.posting.lexicon import table
from bonafide.posting.lines import BULLET, Line, Role, tidy

_LONGEST_ITEM = 220
_LEAST_ITEMS = 2
_CELLS = re.compile(r"\s*\|\s*|\t+")
_SEMICOLONS = re.compile(r";\s+")
_COMMAS = re.compile(r",\s+")
_JOINED = re.compile(r"(?<!\w)(?:and|or|und|oder|sowie|et|ou|y|e|o|en|of|i|lub|oraz)(?!\w)|[&/]", re.I)
_LONGEST_PART, _LONGEST_COMMA_PART = 16, 7
_DRAWN = re.compile(r"\s*([-=_~*#.·–—])\1{2,}\s*")
_INLINE = re.compile(r"(?:^|\s)[•▪●◦‣■]\s+")
_LONGEST_LINE = 2000
_RULE = re.compile(r"[\s|:+=-]+")


def laid_out(raw: Sequence[str]) -> list[str]:
    """The lines without rules, items that were broken by a page's width joined again, items in one line each on its own."""
    found: list[str] = []
    for line in raw:
        if _DRAWN.fullmatch(line):
            continue
        if found and _goes_on_below(found[-1], line):
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        else:
            found.extend(_unfolded(line))
    return found


def _goes_on_below(item: str, line: str) -> bool:
    """Whether an indented line that begins small goes on with the item above it."""
    body = line.lstrip()
    deeper = len(line) - len(body) > len(item) - len(item.lstrip())
    return deeper and body[:1].islower() and bool(BULLET.match(item)) and not BULLET.match(line)


def _unfolded(line: str) -> list[str]:
    """`We need: • this • that` as three lines; a line with fewer marks as it is."""
    parts = _INLINE.split(line) if len(line) <= _LONGEST_LINE else [line]
    items = [part.strip() for part in parts[1:]]
    if (
        len(items) < _LEAST_ITEMS
        or not all(items)
        or not (parts[0].rstrip().endswith(":") or not parts[0].strip())
    ):
        return [line]
    return [*([parts[0].rstrip()] if parts[0].strip() else []), *(f"• {item}" for item in items)]


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


def in_line(sentence: Sentence, behind_colon: bool) -> Iterator[Sentence]:
    """A list written in one sentence, as its points: cut at semicolons, right behind a heading's colon also at commas."""
    at_semicolons = _parts(sentence, _SEMICOLONS, _LONGEST_PART)
    if len(at_semicolons) > (1 if behind_colon else _LEAST_ITEMS):
        yield from at_semicolons
        return
    at_commas = _parts(sentence, _COMMAS, _LONGEST_COMMA_PART) if behind_colon else []
    plain = len(at_commas) > 1 and not any(_JOINED.search(part.text) for part in at_commas[-1:])
    yield from at_commas if plain and len(at_commas) > _LEAST_ITEMS else (sentence,)


def _parts(sentence: Sentence, mark: re.Pattern[str], longest: int) -> list[Sentence]:
    """The sentence cut at each mark; as a whole where a part is too long for a point of a list."""
    ends = [*(found.span() for found in mark.finditer(sentence.text)), (len(sentence.text), 0)]
    found, at = [], 0
    for end, following in ends:
        text = sentence.text[at:end].rstrip(" .")
        found.append(Sentence(text, sentence.start + at, sentence.start + at + len(text)))
        at = following
    fits = all(0 < len(part.text.split()) <= longest for part in found)
    return found if fits else []
