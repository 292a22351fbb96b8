"""Which counters are meant: `http.server.request.duration{http.response.status_code=5*|429,http.route!=/health}`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import translate

from bonafide.model.faults import InputFault

SYNTAX = "Write NAME{attribute=pattern,attribute!=pattern}; a pattern may have * and ?, and several with | between."
_WHOLE = re.compile(r"\s*(?P<name>[^{}\s]+)\s*(?:\{(?P<conditions>.*)\})?\s*", re.S)
_CONDITION = re.compile(
    r'\s*(?P<key>[^\s=!,"{}]+)\s*(?P<sign>!?=)\s*(?:"(?P<quoted>[^"]*)"|(?P<plain>[^,"]*?))\s*(?:,|\Z)'
)


@dataclass(frozen=True, slots=True)
class Condition:
    """What an attribute has to be, or must not be; an attribute that is not there is empty."""

    key: str
    pattern: re.Pattern[str]
    wanted: bool

    def holds(self, attributes: Mapping[str, str]) -> bool:
        """Whether these attributes fulfil it."""
        return bool(self.pattern.match(attributes.get(self.key, ""))) == self.wanted


@dataclass(frozen=True, slots=True)
class Selector:
    """A counter's name, as a shell pattern, and the conditions on its attributes and those of its resource."""

    text: str
    name: re.Pattern[str]
    conditions: tuple[Condition, ...]

    @staticmethod
    def of(text: str) -> Selector:
        """From what a person wrote. Raises InputFault where it is none."""
        match = _WHOLE.fullmatch(text)
        if not match:
            raise InputFault("This names no counter.", where=text[:120], mend=SYNTAX)
        return Selector(text, _pattern(match["name"]), tuple(_conditions(match["conditions"] or "", text)))

    def holds(self, attributes: Mapping[str, str]) -> bool:
        """Whether these attributes fulfil all conditions."""
        return all(condition.holds(attributes) for condition in self.conditions)


def _conditions(text: str, whole: str) -> Iterator[Condition]:
    at = 0
    while text[at:].strip():
        match = _CONDITION.match(text, at)
        value = match and (match["plain"] if match["quoted"] is None else match["quoted"])
        # `=~` is how Prometheus writes a regular expression, which would be taken for a text here.
        if not match or value is None or value.startswith("~"):
            raise InputFault("This is no condition.", where=f"{whole[:120]}: “{text[at:][:60]}”", mend=SYNTAX)
        yield Condition(match["key"], _pattern(value), match["sign"] == "=")
        at = match.end()


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile("|".join(translate(part.strip()) for part in text.split("|")))
