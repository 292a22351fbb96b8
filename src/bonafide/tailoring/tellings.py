"""A line of a CV as a letter tells it: whole, in its own words, with what came of it parted where the line parts it.

`Cut cloud spend by 27 % in a year; nobody noticed.` -> "cut cloud spend by 27 % in a year", "nobody noticed". Nothing is
added but the verb that a line in telegram style leaves out; what is left out is left out at a semicolon.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from bonafide.language import quantities, sentences
from bonafide.tailoring.acts import act, opens_act, trimmed
from bonafide.tailoring.outcomes import outcome
from bonafide.tailoring.wording import WORD, article, inner, is_base, is_past, is_plural, verbs

_AMOUNT = r"[\w-]*\w\s?%?"
SHORTEST, SHORTEST_SCOPE = 3, 2
SHORTEST_THING = 4
LONGEST_SCOPE = 14

_LED_IN = re.compile(r"(?:After|During|Within|Before|Following|Under|In|Over|Between)\s")
_VERB_NEXT = re.compile(r",?\s(?=(?P<verb>[a-z]+)\s)")
_ROLE = re.compile(r"[A-Z][\w#+./-]*(?: [\w-]+){0,3} (?:of|for|to|on|in)\b")
_ARROW = re.compile(
    r"(?P<old>(?:\b[A-Z]{1,3}[ $£€]?|[$£€] ?)?\d[\d.,]*(?: ?%| ?[a-z]+)?) ?(?:->|→) ?(?=\D{0,5}\d)"
)
_PREPOSITION = re.compile(r"\s(?:of|for|in|on|with|under|from|at|as|by|to|behind|plus|and|a|an|per)\s|,|\s\(")
_OTHERS = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us|ourselves)\b")
_OUR_WAY = re.compile(r"\sby \w+ing\b[^;.]*\b(?:our|us)\b[^;.]*")
_THEN_NOW = re.compile(
    rf"^(?P<what>[^:;]{{3,60}}): (?P<old>{_AMOUNT}) (?P<then>in \d{{4}}), (?P<new>{_AMOUNT}) (?P<now>in \d{{4}})$"
)
_LABELLED = re.compile(r"^([^:;]{3,50}): (?=from \S*\d)")
_LIVE = re.compile(r"^([^:;]{3,60}?) live (?=(?:on|in|since) )")
_COUNT = re.compile(r"\d{1,3}\+?\s[^\W\d]")
_FALLEN = re.compile(r"(?<=\w)\s(?:minus |−|-)(?=\d[\d.,]*\s?%)")


class Shape(StrEnum):
    """How a telling stands in a sentence: an act past or present, after "I"; what moved, by itself; how large a post
    is, after "with"; a thing, after "my work includes"; a line of a CV in another language, between quotation marks."""

    ACT = "act"
    NOW = "now"
    OUTCOME = "outcome"
    SCOPE = "scope"
    THING = "thing"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause without a stop, and `result`: what came of it, a clause with its own subject, or "".

    `thing`: of a verb that the line gives as a noun that noun with its article, else "". `done`: of a thing, that it is over.
    """

    shape: Shape
    clause: str
    result: str = ""
    thing: str = ""
    done: bool = False

    @property
    def text(self) -> str:
        """All its words, by which what it speaks of is recognised; not words to print."""
        return f"{self.clause} {self.result} {self.thing}"

    @property
    def named(self) -> Telling:
        """What it tells by a noun, where the line does."""
        return Telling(Shape.THING, self.thing, self.result, done=self.shape is Shape.ACT)

    @property
    def own(self) -> bool:
        """Whether it follows "I"."""
        return self.shape in (Shape.ACT, Shape.NOW)

    @property
    def now(self) -> bool:
        """Whether it tells only what somebody does or holds today."""
        return self.shape is Shape.NOW and not self.result and not self.clause.startswith("have been")

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(WORD.findall(f"{self.clause} {self.result}"))

    @property
    def figure(self) -> bool:
        """Whether it says how much."""
        return bool(quantities.find(f"{self.clause} {self.result}"))

    @property
    def sized(self) -> bool:
        """Whether it says for how many people or how much money somebody answers."""
        words = set(sentences.words(self.clause))
        return self.figure and not words.isdisjoint(_data()["staff"] | _data()["units"])


@lru_cache
def _data() -> Mapping[str, frozenset[str]]:
    text = files("bonafide.tailoring").joinpath("data", "tellings.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def tellings_of(text: str, *, current: bool, context: str = "", listed: bool = True) -> Iterator[Telling]:
    """What each sentence of a line tells, where it can be told.

    `current`: of a post still held; `context`: where names show their capital; `listed`: of a list of deeds, in which
    a thing by itself is something done.
    """
    for sentence in sentences.split(_FALLEN.sub(" down ", _ARROW.sub(r"from \g<old> to ", text))):
        line = _started(trimmed(_OUR_WAY.sub("", sentence.text)))
        if line and not _leans(line):
            told = _act(line, current, context) or _part(line, current) or _moved(line, context)
            told = told or _scope(line) or (_thing(line) if listed else None)
            if told and _stands(told):
                yield told


def _started(text: str) -> str:
    """The text without a circumstance before its verb: `After the storm of 2019 ferried 40 families` -> `moved ...`."""
    if not _LED_IN.match(text):
        return text
    for found in _VERB_NEXT.finditer(text, max(text.find(", "), 0)):
        led_in = text[: found.start()].split()
        others = not _data()["inside"].isdisjoint(word.casefold() for word in led_in)
        if is_past(found["verb"]) and not others and led_in[-1] not in _data()["auxiliary"]:
            return text[found.end() :]
    return text


def _leans(line: str) -> bool:
    """Whether a word of it means something outside it."""
    words = sentences.words(line) or ("it",)
    joints = (at for at, word in enumerate(words) if word in _data()["joints"])
    marks = (len(sentences.words(line[: found.start()])) for found in re.finditer("[,;:(]", line))
    first = min((*joints, *marks), default=len(words))
    pointing = _data()["pointing"].intersection(words[:first])
    return bool(_OTHERS.search(line)) or bool(pointing) or words[0] in _data()["opening"]


def _act(line: str, current: bool, context: str) -> Telling | None:
    """`Moved the ledger to Go; the nightly run fell from 9 h to 1 h`: an act and what came of it."""
    line = line[:1].upper() + line[1:]
    head, mark, tail = line.partition("; ")
    done = act(head, current)
    if done is None or done.clause.split()[1:2] == ["of"]:
        return None
    shape = Shape.ACT if done.past else Shape.NOW
    clause = _in_first_person(done.clause, head).removeprefix("also ")
    result = outcome(tail, context)
    if not mark:
        return _with_tail(shape, clause, context)
    if result:
        return Telling(shape, clause, _with_article(result))
    first, _, rest = tail.partition(" ")
    if opens_act(first.casefold(), f" {rest}") and not rest.startswith("by "):
        return Telling(shape, f"{clause}{',' if re.search(',| and ', clause) else ''} and {inner(tail)}")
    if _says(tail):
        return Telling(shape, clause, inner(tail))
    return Telling(shape, clause) if _may_go(tail) else None


def _with_tail(shape: Shape, clause: str, context: str) -> Telling:
    """`put the model to work, losses down 3 points`: a change behind the last comma is what came of it."""
    head, comma, tail = clause.rpartition(", ")
    bare = (
        comma and verbs()["moves"].isdisjoint(sentences.words(tail)) and not re.match(r"\w+ing\b|and\b", tail)
    )
    result = outcome(tail, context) if bare and "(" not in tail else ""
    return Telling(shape, head, _with_article(result)) if result else Telling(shape, clause)


def _in_first_person(clause: str, line: str) -> str:
    """`Runs the depot and trains its drivers`: the second verb follows the first."""
    if clause.split()[0] == line.split()[0].casefold():
        return clause
    return re.sub(r"(?<=\band )([a-z]+?)(?:es|s)(?=\s)", _plain, clause)


def _plain(found: re.Match[str]) -> str:
    forms = (found[0][:-1], found[0][:-2])
    return next((form for form in forms if is_base(form)), found[0])


def _says(clause: str) -> bool:
    """Whether a clause has a verb of its own."""
    words = sentences.words(clause)[1:]
    return any(word in verbs()["moves"] or is_past(word) or is_base(word) for word in words)


def _may_go(tail: str) -> bool:
    """Whether the deed is neither another nor a greater one without it."""
    return _data()["limits"].isdisjoint(sentences.words(tail))


def _moved(line: str, context: str) -> Telling | None:
    """What moved by itself; behind a thing or the size of a team both are told: "with a team of six, waiting fell"."""
    parts = [_with_verb(part) for part in line.split("; ")]
    told = [_with_article(found) for part in parts if (found := _then_now(part) or outcome(part, context))]
    if not told or "used" in sentences.words(told[0]):
        return None
    thing = _thing(parts[0]) if len(parts) > 1 and len(told) < len(parts) else None
    if thing:
        return Telling(Shape.THING, thing.clause, "; ".join(told))
    size = _scope(parts[0]) if len(parts) > 1 else None
    return Telling(Shape.OUTCOME, f"with {size.clause}, {told[0]}" if size else told[0], "; ".join(told[1:]))


def _with_verb(part: str) -> str:
    """`Build: from 55 to 18 min` -> "Build from 55 to 18 min"; `ledger live in May` -> "ledger went live in May"."""
    return _LIVE.sub(r"\1 went live ", _LABELLED.sub(r"\1 ", part))


def _then_now(part: str) -> str:
    """`Falls: 23 in 2022, 9 in 2025` -> "falls went from 23 in 2022 to 9 in 2025"."""
    found = _THEN_NOW.match(part)
    if not found:
        return ""
    what = found["what"] + "," * ("," in found["what"])
    return f"{inner(what)} went from {found['old']} {found['then']} to {found['new']} {found['now']}"


def _with_article(clause: str) -> str:
    """`click rate went from 9 to 5 %` with its "the": one thing that can be measured is not left bare."""
    words = clause.split(" ")
    if (
        len(words) < SHORTEST
        or clause[0].isdigit()
        or words[0].casefold() in ("the", "a", "an", "every", "for")
    ):
        return clause
    head = re.split(r"\s(?:of|for|in|on|per|went|fell|rose|dropped|was|were)\s", clause, maxsplit=1)[
        0
    ].split()
    bare = head and head[-1].casefold() in _data()["measured"] | _data()["counted"]
    return f"the {clause}" if bare or (words[1] == "of" and words[0].endswith("ing")) else clause


def _part(line: str, current: bool) -> Telling | None:
    """A part that was played: `Warden of a nine-boat harbour from 2006` -> "was warden of ..."."""
    name = _head(line)
    if not _ROLE.match(line) or name not in verbs()["roles"]:
        return None
    said = inner(line).replace("; ", ", ")
    if name in _data()["part_of_many"]:
        said = f"{article(said)} {said}"
    elif name in _data()["part_of_one"]:
        said = f"the {said}"
    be = "was" if not current else "have been" if re.search(r"\bsince\b", line) else "am"
    return Telling(Shape.NOW if current else Shape.ACT, f"{be} {said}")


def _scope(line: str) -> Telling | None:
    """How large a post is: `Team of nine`, `38 people: 16 engineers, ...`."""
    text = re.split(r"; |: ", line, maxsplit=1)[0]
    words = sentences.words(text)
    told = not verbs()["moves"].isdisjoint(words) or re.search(r"\bfrom \S*\d.* to \S*\d", text)
    if told or not quantities.find(text) or len(words) > LONGEST_SCOPE:
        return None
    head = _head(text.replace(" and ", "-"))
    if head.rsplit("-", 1)[-1] in _data()["units"]:
        return Telling(Shape.SCOPE, f"{article(text)} {inner(text)}")
    counted = bool(quantities.find(" ".join(text.split()[:1]))) and not _data()["staff"].isdisjoint(words[:4])
    return Telling(Shape.SCOPE, inner(text)) if counted else None


def _thing(line: str) -> Telling | None:
    """Something made or kept that the line only names: `Dashboards on attendance for 64 schools`."""
    line = next((part for part in line.split("; ") if not _scope(part)), line)
    first = line.casefold().split()[:2]
    if len(line.split()) < SHORTEST_THING or outcome(line) or re.search(r"[:;]|\d\s*%", line):
        return None
    if not first or not (line[0].isalpha() or _COUNT.match(line)) or "helped" in line:
        return None
    if first[0] in _data()["no_things"]:
        return None
    if first[1:] != ["of"] and (is_past(first[0]) or any(map(is_base, _stems(first[0])))):
        return None
    head = _head(line)
    if head in _data()["counted"]:
        return Telling(Shape.THING, f"{article(line)} {inner(line)}")
    if is_plural(head):
        return Telling(Shape.THING, inner(line))
    the = "the " * (first[1:] == ["of"])
    return Telling(Shape.THING, f"{the}{inner(line)}") if head.endswith(tuple(_data()["mass"])) else None


def _stems(word: str) -> tuple[str, ...]:
    """The forms of which a word may be the third person."""
    last = word.rsplit("-", 1)[-1]
    return (last, last[:-1], last[:-2])


def _head(phrase: str) -> str:
    """The noun that a phrase is about: the last word before its first preposition."""
    words = _PREPOSITION.split(phrase, maxsplit=1)[0].split()
    return words[-1].casefold() if words else ""


def _stands(told: Telling) -> bool:
    """Whether a clause is whole: nothing asks for more behind it."""
    words = [word.casefold() for word in WORD.findall(told.clause)]
    shortest = SHORTEST_SCOPE if told.shape is Shape.SCOPE else SHORTEST
    whole = all(told.clause.count(a) == told.clause.count(b) for a, b in ("()", "“”"))
    return whole and len(words) >= shortest and words[-1] not in verbs()["leaning"] - _data()["closing"]
