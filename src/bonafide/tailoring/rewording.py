"""A line of a CV in other words that say the same: "six hours" or "6 hours", "the plant's rota" or "the rota of the plant".

One person's deed is told to many employers; each posting gets its own wording, and the same one every time.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from bonafide.language import sentences
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.wording import is_base, is_past, verbs

_PERCENT = re.compile(r"(?<=\d)\s?%(?=[\s,.;)]|$)")
_DIGITS = re.compile(r"(?<![\w.,$€£/–-])(?<!\w )(?P<n>[2-9]|1[0-2])(?= [a-z]{3})")
_OWNED = re.compile(
    r"\bthe (?P<owner>[a-z]+)['’]s (?P<thing>(?:(?!(?:and|or|to|for|of|with|in|on|at|by|from|after)\b)[\w-]+ ){0,3}[\w-]+)(?=[,;.]|$| (?:for|with|in|on|and|to|from|at|by|after|of)\b)"
)
# These are said of a number only: "complained about" is no "complained roughly".
_NUMBERED = ("about", "roughly", "more than", "less than")
_JOINING = ("merged", "combined", "united", "put", "brought", "between", "both", "integrated", "connected")
_AND = re.compile(r"(?<=[a-z]) and (?=(?:the|an?|its|their|\d+|[a-z]+) [\w-]+|[a-z]+$)")
_THAT = re.compile(r"(?<=[a-z]) that (?=[a-z]+)")
_WITHIN = re.compile(r"\bin (?=(?:\d+|[a-z]+) (?:days|weeks|months|quarters|years)\b)")


@lru_cache
def _wordings(language: str) -> Mapping[str, Any]:
    room = files("bonafide.tailoring").joinpath("data", f"wordings.{language}.toml")
    return tomllib.loads(room.read_text("utf-8")) if room.is_file() else {}


@lru_cache
def _same(language: str) -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    groups = {group[0]: tuple(group) for group in _wordings(language)["same"]}
    any_of = "|".join(re.escape(word) for word in sorted(groups, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?<!\bin )(?<!\bover )(?:{any_of})(?![\w-])", re.IGNORECASE), groups


def reworded(line: str, choice: Choice) -> str:
    """The line in this posting's wording; as it is in a language that has no wordings."""
    if not _wordings(choice.language):
        return line
    text = _OWNED.sub(lambda found: _owned(found, choice), line)
    text = _words(text, choice)
    text = _WITHIN.sub(lambda found: _pick(("in ", "within "), found.string, choice), text)
    text = _THAT.sub(lambda found: _that(found, choice), text)
    text = _AND.sub(lambda found: _and(found, choice), text)
    return _numbers(text, choice)


def _that(found: re.Match[str], choice: Choice) -> str:
    """A relative "that" may be "which"; the one of "so that" may not."""
    before = found.string[: found.start()].split()[-1]
    free = before not in ("so", "such", "said", "sure") and not before.endswith(("ed", "people", "who"))
    return _pick((" that ", " which "), f"{found.start()}{found.string}", choice) if free else found[0]


def _and(found: re.Match[str], choice: Choice) -> str:
    """Two things may be one "as well as" the other; two deeds, and the ends of a list or a span, may not."""
    before, after = found.string[: found.start()], found.string[found.end() :].split()[0]
    clause = re.split(r"[,;:]", before)[-1]
    deeds = (
        is_past(after) or is_base(after) or after in sentences.STOPWORDS - {"the", "a", "an", "its", "their"}
    )
    listed = "," in before or " and " in clause or not set(clause.casefold().split()).isdisjoint(_JOINING)
    free = not deeds and not listed and verbs()["moves"].isdisjoint(found.string[found.end() :].split())
    return _pick((" and ", " as well as "), f"{found.start()}{found.string}", choice) if free else found[0]


def _pick(options: tuple[str, ...], where: str, choice: Choice) -> str:
    return options[choice.rank(where) % len(options)]


def _words(text: str, choice: Choice) -> str:
    pattern, groups = _same(choice.language)

    def other(found: re.Match[str]) -> str:
        if found[0].lower() in _NUMBERED and not re.match(r"\s[^\w\s]*\d", text[found.end() :]):
            return found[0]
        word = _pick(groups[found[0].lower()], f"{found.start()} {text}", choice)
        return word[0].upper() + word[1:] if found[0][0].isupper() else word

    return pattern.sub(other, text)


def _numbers(text: str, choice: Choice) -> str:
    data = _wordings(choice.language)
    words, percent = data["numbers"], _pick(tuple(data["percent"]), text, choice)

    def spelled(found: re.Match[str]) -> str:
        before = text[: found.start()].split()[-1:]
        named = before and before[0].casefold().strip("(") in data["numbered"]
        return found[0] if named or choice.rank(f"{found.start()}{text}") % 2 else words[int(found["n"]) - 2]

    text = _PERCENT.sub(percent, text)
    return _DIGITS.sub(spelled, text)


def _owned(found: re.Match[str], choice: Choice) -> str:
    own = f"the {found['thing']} of the {found['owner']}"
    return _pick((found[0], own), found[0], choice)
