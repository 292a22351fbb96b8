"""The words of letters and summaries: sentence patterns kept as data, chosen by the match, never at random."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from bonafide.model.style import Tone

SLOT = re.compile(r"\{(\w+)\}")
NAMES = frozenset(("one", "company", "title", "employer", "at", "person"))
"""Slots that do not tell two letters apart."""
_NEED = re.compile(r"\{(?:need|tool|thing|what|plan|lead|duty)\}")
LONGEST_FIXED_RUN = 7
"""No pattern has more words in a row that are not the person's or the posting's own.

Two letters that share a pattern then never share a run of eight words by it."""


@lru_cache
def patterns(language: str, tone: Tone = Tone.PLAIN) -> Mapping[str, tuple[str, ...]]:
    """Every list of patterns of a language, by `part.name` (`letter.opening`); a tone's own lists replace the plain ones."""
    plain = _lists(f"phrases.{language}.toml")
    return plain if tone is Tone.PLAIN else {**plain, **_lists(f"phrases.{language}.{tone}.toml")}


def _lists(name: str) -> dict[str, tuple[str, ...]]:
    text = files("bonafide.tailoring").joinpath("data", name).read_text("utf-8")
    return {
        f"{part}.{name}": tuple(items)
        for part, names in tomllib.loads(text).items()
        for name, items in _tables(names)
    }


def _tables(names: Mapping[str, Any]) -> list[tuple[str, Sequence[str]]]:
    return [(name, items) for name, items in names.items() if isinstance(items, list)]


@lru_cache
def languages() -> tuple[str, ...]:
    """The languages that have phrases."""
    names = (entry.name for entry in files("bonafide.tailoring").joinpath("data").iterdir())
    return tuple(sorted({name.split(".")[1] for name in names if name.startswith("phrases.")}))


def slots(pattern: str) -> frozenset[str]:
    """The names of a pattern's slots."""
    return frozenset(SLOT.findall(pattern))


class Choice:
    """Chooses among patterns by a seed that is the posting and the person: same input, same words.

    `title` and `company` are the posting's, as a sentence holds them.
    """

    def __init__(
        self,
        language: str,
        seed: str,
        title: str = "",
        company: str = "",
        tone: Tone = Tone.PLAIN,
    ) -> None:
        self.language = language
        self.tone = tone
        self.title = title
        self.company = company
        self._seed = seed

    def into(self, language: str) -> Choice:
        """The same choice in another language."""
        return Choice(language, self._seed, self.title, self.company, self.tone)

    def plain(self, name: str) -> tuple[str, ...]:
        """The list under `name`, as the file has it."""
        return patterns(self.language, self.tone)[name]

    def order(self, name: str) -> list[str]:
        """The patterns under `name`, in this pair's order."""
        return sorted(patterns(self.language, self.tone)[name], key=lambda pattern: self.rank(name + pattern))

    def filled(
        self, name: str, values: Mapping[str, str], *, capital: bool = True
    ) -> Iterator[tuple[str, str]]:
        """Every pattern under `name` whose slots all have a value, with its filled text, in this pair's order."""
        given = {slot for slot, value in values.items() if value}
        for pattern in self.order(name):
            if slots(pattern) <= given:
                yield pattern, filled(pattern, values, capital=capital)

    def texts(self, name: str, values: Mapping[str, str]) -> Iterator[str]:
        """The filled texts of `filled`, without their patterns."""
        return (text for _, text in self.filled(name, values))

    def fill(self, name: str, values: Mapping[str, str], *, capital: bool = True) -> str | None:
        """The first of `texts`; None where there is none. `capital`: as a sentence begins."""
        return next((text for _, text in self.filled(name, values, capital=capital)), None)

    def rank(self, key: str) -> int:
        """A stable number for a key under this seed."""
        return int.from_bytes(hashlib.sha256(f"{self._seed}\x00{key}".encode()).digest()[:6], "big")


def by_sharing(
    patterns: Sequence[str], need: str, title: str, longest: int = LONGEST_FIXED_RUN, *, last: bool = False
) -> Iterator[str]:
    """Those patterns of which two letters to one employer share little: a need with the fixed words beside it, `longest` words
    at most.

    First those that stay short whatever word stands next to them; of a letter's `last` sentence that is no matter.
    """
    named = {text: text.replace("{title}", title).replace("{of_need}", "de {need}") for text in patterns}
    runs = {text: longest_run(_NEED.sub(lambda _: need, named[text])) for text in patterns}
    fit = (text for text in patterns if runs[text] <= longest)
    yield from sorted(fit, key=lambda text: not last and runs[text] == LONGEST_FIXED_RUN)


def longest_run(pattern: str) -> int:
    """The most words in a row that no slot interrupts; the company's name is no interruption."""
    parts = SLOT.sub(lambda slot: "" if slot[1] in NAMES else "|", pattern).split("|")
    return max(len(re.findall(r"[\w’'-]+", part)) for part in parts)


def filled(pattern: str, values: Mapping[str, str], *, capital: bool = True) -> str:
    """A pattern with its slots filled and, unless it stands inside a sentence, its first letter raised."""
    text = SLOT.sub(lambda slot: values[slot[1]], pattern).replace("..", ".").replace(",,", ",")
    return text[:1].upper() + text[1:] if capital else text


def listed(items: list[str], choice: Choice, joint: str = "and") -> str:
    """`a, b and c` (or, with `joint`, `a, b or c`) in the language of the document."""
    if len(items) < 2:
        return "".join(items)
    joint = choice.order(f"words.{joint}")[0]
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"
