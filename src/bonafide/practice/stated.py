"""How many rounds of interviews a posting says there will be."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from bonafide.language.numerals import find_numerals
from bonafide.language.sentences import split

MOST = 12
"""More is no number of rounds."""


def stated_rounds(description: str) -> int | None:
    """The number in the first sentence on interviews that counts rounds; of `three to four` the higher. None without one."""
    for sentence in split(description):
        if _hiring().search(sentence.text) and (counted := _counted(sentence.text)):
            return counted
    return None


def _counted(sentence: str) -> int | None:
    """The last number before a word for rounds, or the last before one for talks that says how many there are of them."""
    for numeral in reversed(find_numerals(sentence)):
        whole = numeral.kind in ("digits", "words") and numeral.value.is_integer()
        if not (whole and 1 <= numeral.value <= MOST):
            continue
        told = _counts("talks").match(sentence, numeral.end) and _opens().search(sentence[: numeral.start])
        if told or _counts("rounds").match(sentence, numeral.end):
            return int(numeral.value)
    return None


@cache
def _words() -> dict[str, list[str]]:
    text = (Path(__file__).parent / "data" / "stated.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _counts(kind: str) -> re.Pattern[str]:
    """A word of this kind, with at most two words before it: `short technical interviews`."""
    return re.compile(rf"[ -](?:[^\W\d]+[ -]){{0,2}}(?:{'|'.join(_words()[kind])})\b", re.IGNORECASE)


@cache
def _opens() -> re.Pattern[str]:
    """Words behind which the number of all talks stands: `consists of four interviews`, not `a call, two interviews`."""
    return re.compile(rf"\b(?:{'|'.join(_words()['of'])})(?: \w+){{0,2}} $", re.IGNORECASE)


@cache
def _hiring() -> re.Pattern[str]:
    return re.compile("|".join(_words()["hiring"]), re.IGNORECASE)
