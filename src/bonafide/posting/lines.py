"""The lines of a posting: what every source is brought to before anybody asks what they mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

BULLET = re.compile(
    r"^\s*(?:[•‣▪▫●○◦∙·■□►▶▸➤➢➔→✓✔✅☑☐☒✦★☆◆◇◈❖»›>+*–—⁃‧・⬥▻➜➝➙⇒↳◾◽❏❑❒✱✻❋①-⓿-]|--|[-=]>|>>|[~#/|](?= )|\[[ xX✓✔]?\](?!\s*=)|\(?\d{1,2}[.)/]|[\d#*]\ufe0f?\u20e3|\d{1,2}\.\d{1,2}\.?(?=\s+[A-ZÀ-Þ])|\(?(?:[a-zA-Z]|[ivx]{2,4})[.)])(?:\s+|(?<=[•●▪✓✔✅»·►▶➤➢])(?=\S))"
)
_BARE_BULLET = re.compile(
    r"^\s*(?:[•‣▪▫●○◦∙·■□►▶▸➤➢➔→✓✔✅☑☐☒✦★☆◆◇◈❖»›>+*–—⁃‧・⬥▻➜➝➙⇒↳◾◽❏❑❒✱✻❋①-⓿-]|\d{1,2}[.)/])\s*$"
)
_BOLD = 7  # the level of a line that is a heading by its weight alone
_SPACE = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))


class Role(Enum):
    """What a line looks like on the page."""

    HEADING = "heading"
    ITEM = "item"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, list item or heading, without its bullet.

    `level` is 1-6 for headings of that rank, 7 for bold lines; for items the depth of their list.
    `lead` is the emphasised beginning of a paragraph, which often serves as its heading.
    `parts` are the runs of text that the page keeps in elements of their own (labels and values).
    `look` tells lines apart that the page styles alike.
    """

    text: str
    role: Role = Role.TEXT
    level: int = 0
    lead: str = ""
    parts: tuple[str, ...] = ()
    look: str = ""


def tidy(text: str) -> str:
    """The text on one line, single blanks, without invisible characters."""
    return _SPACE.sub(" ", text.translate(_INVISIBLE)).strip()


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """For comparing: no case, accents, curly quotes or doubled blanks."""
    plain = text.replace("’", "'").replace("‘", "'").replace("`", "'").replace("´", "'")
    plain = unicodedata.normalize("NFKD", plain.casefold().replace("ł", "l"))
    return _SPACE.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def unbulleted(line: Line) -> Line:
    """The line as an item, without the bullet or number it begins with, if it does."""
    found = BULLET.match(line.text)
    if not found or (line.role is Role.HEADING and not line.text[found.end() :]):
        return line
    rest = line.text[found.end() :].strip()
    if not rest:
        return line
    if line.role is Role.HEADING and line.level < _BOLD and found.group().strip()[:1].isdigit():
        return replace(line, text=rest)
    return replace(
        line,
        text=rest,
        role=Role.ITEM,
        level=line.level or 1,
        lead=line.lead.removeprefix(line.text[: found.end()]),
    )


def cleaned(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines with their bullets taken off, bullets that stand alone joined to what follows, no empty ones."""
    return tuple(_cleaned(lines))


def _cleaned(lines: Iterable[Line]) -> Iterator[Line]:
    pending = False
    for line in lines:
        if not line.text:
            continue
        if _BARE_BULLET.match(line.text):
            pending = True
            continue
        shown = unbulleted(line)
        yield (
            replace(shown, role=Role.ITEM, level=shown.level or 1)
            if pending and shown.role is Role.TEXT
            else shown
        )
        pending = False


def description(lines: Iterable[Line]) -> str:
    """The posting's text in reading order, one paragraph a line."""
    return "\n".join(line.text for line in lines)
