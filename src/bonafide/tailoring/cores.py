"""The core of a CV's line: a clause of a few words, cut out at a joint, that is true and whole by itself.

`Cut cloud spend by 27 % by moving idle jobs to spot instances; nobody noticed.` -> "cut cloud spend by 27 %".
What hangs on it is left to the CV where it would make the sentence long.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from bonafide.tailoring.acts import Act, act, opens_act, trimmed
from bonafide.tailoring.outcomes import outcome
from bonafide.tailoring.wording import WORD, inner, is_base, is_past, verbs

LONGEST = 15
"""Words of a core; a figure counts as one. Longer ones are rather another sentence than part of one."""
SHORTEST = 3

_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_BREAK = re.compile(r"\s*;\s+|\s[–—]\s+|,\s+so that\s+|,\s+and\s+(?=the |our )")
_AND = re.compile(
    r",?\s+and\s+(?:then\s+|also\s+)?(?=(?P<verb>[a-z][a-z-]+)\b)|,\s+(?=(?P<next>[a-z][a-z-]+)\b)"
)
_LED_IN = re.compile(r"(?:After|During|Within|Before|Following|Under|In|Over|Between)\s")
_VERB_NEXT = re.compile(r",?\s(?=(?P<verb>[a-z]+)\s)")
_ROLE = re.compile(r"[A-Z][\w-]*(?: [\w-]+){0,3} (?:of|for|to)\b")
_MOVED = re.compile(r"\w+ed\s(?:[\w-]+\s){1,3}(?:fell|rose|went|dropped|grew|shrank|climbed|came)\b")
_SPAN = re.compile(
    r"^(?P<what>[^;,:]{3,60}?)\s(?P<verb>went up|came down|went|fell|rose|dropped|grew|shrank|climbed)\s(?P<span>(?:down |up )?(?:from|to|by|\S?\d)[^;,:]*)$"
)
_FIGURES = re.compile(r"\d[\d.,]*")


class Shape(StrEnum):
    """How a core is said: an act past or present, after "I"; or what moved, by itself."""

    ACT = "act"
    NOW = "now"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Core:
    """A clause inside a sentence, without a stop: "cut cloud spend by 27 %" (after "I"), "boot time fell to 4 s"."""

    shape: Shape
    clause: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(WORD.findall(self.clause))

    @property
    def figure(self) -> bool:
        """Whether it says how much."""
        return bool(_FIGURES.search(self.clause))

    @property
    def said(self) -> str:
        """The clause with its subject."""
        return self.clause if self.shape is Shape.OUTCOME else f"I {self.clause}"

    @property
    def parts(self) -> tuple[str, str, str]:
        """What moved, the verb, and from where to where; "" each where it is not so simple."""
        found = _SPAN.match(self.clause) if self.shape is Shape.OUTCOME else None
        return (found["what"], found["verb"], found["span"]) if found else ("", "", "")


@lru_cache
def _data() -> Mapping[str, frozenset[str]]:
    text = files("bonafide.tailoring").joinpath("data", "cores.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


@lru_cache
def _joint() -> re.Pattern[str]:
    """Where a clause may end: before what only hangs on it."""
    words = "|".join(sorted(map(re.escape, _data()["joints"]), key=len, reverse=True))
    return re.compile(
        rf",?\s(?=(?:{words}|by \w+ing|from (?:19|20)\d\d)(?:\s|$))|\s(?=(?:used|adopted|shared|owned|read) (?:by|in|for)\s)|,\s(?=\w+ing\s)|\s(?=to (?P<aim>[a-z]+)\b)"
    )


def cores_of(line: str, *, current: bool, context: str = "") -> tuple[tuple[Core, ...], ...]:
    """The cores of a line's clauses, in their order; a clause that can be cut at two places has two, the fuller first.

    `current`: of a post still held; `context`: where names show their capital.
    """
    text = _started(_BRACKETS.sub("", trimmed(line)))
    found = (tuple(_cores(piece, current and now, context)) for piece, now in _pieces(text))
    return tuple(cores for cores in found if cores)


def _started(text: str) -> str:
    """The text without a circumstance before its verb: `During the floods of May moved 86 people` -> `moved ...`."""
    if not _LED_IN.match(text):
        return text
    for found in _VERB_NEXT.finditer(text, max(text.find(", "), 0)):
        led_in = text[: found.start()].split()
        if is_past(found["verb"]) and led_in[-1] not in ("was", "were", "been", "is", "are", "then"):
            return text[found.end() :]
    return text


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The clauses of a line, each of which has the writer or a thing of its own for its subject, and whether one
    may be an act of today: a list behind a colon is none ("Direction: design reviews, standards").

    What follows "and" or a comma is a deed only behind a deed: "a review, presented in May" was presented.
    """
    for half in _BREAK.split(text):
        if outcome(half):
            yield half, False
            continue
        head, _, tail = half.partition(": ")
        yield from ((piece, True) for piece in _deeds(head))
        if tail:
            yield tail, False


def _deeds(half: str) -> Iterator[str]:
    """`Wrote the plan and trained the crew` in two."""
    start, acted = 0, act(half[:1].upper() + half[1:], current=True) is not None
    for found in _AND.finditer(half) if acted else ():
        verb = found["verb"] or found["next"]
        if opens_act(verb, half[found.end() + len(verb) :]) and (found["verb"] or " and " in half):
            yield half[start : found.start()]
            start = found.end()
    yield half[start:]


def _cores(piece: str, current: bool, context: str) -> Iterator[Core]:
    text = piece[:1].upper() + piece[1:]
    done = None if _MOVED.match(piece) else act(text, current) or _part(text, current)
    if done is None:
        yield from _changes(outcome(piece, context))
    else:
        shape = Shape.ACT if done.past else Shape.NOW
        yield from (Core(shape, clause) for clause in _cuts(done.clause) if _stands(clause, shape))


def _part(text: str, current: bool) -> Act | None:
    """A part that was played, as an act: `Night-shift leader of a 14-bed ward from 2006` -> "served as ..."."""
    words = [word.casefold() for word in WORD.findall(text)]
    if not _ROLE.match(text) or verbs()["roles"].isdisjoint(words[:4]):
        return None
    return Act(f"{'serve' if current else 'served'} as {inner(text)}", not current)


def _changes(clause: str) -> Iterator[Core]:
    """What moved, whole or without what hangs on it; longer where a letter may part what from how."""
    clause = _with_article(clause)
    whole = Core(Shape.OUTCOME, clause)
    brief = all(len(WORD.findall(part)) < LONGEST for part in whole.parts)
    if whole.parts[0] and brief and _stands(clause, Shape.OUTCOME):
        yield whole
        return
    whole_figures = bool(_FIGURES.search(clause))
    standing = (cut for cut in _cuts(clause) if _stands(cut, Shape.OUTCOME))
    # A change without any figure of its own says nothing.
    cuts = (cut for cut in standing if bool(_FIGURES.search(cut)) == whole_figures)
    yield from (Core(Shape.OUTCOME, cut) for cut in cuts)


def _with_article(clause: str) -> str:
    """`click rate went from 9 to 5 %` with its "the": one thing that can be counted is not left bare."""
    words = clause.split(" ")
    head = re.split(r"\s(?:of|for|in|on|per|went|fell|rose|dropped|was|were)\s", clause, maxsplit=1)[
        0
    ].split()
    counted = (
        head
        and head[-1].casefold() in _data()["counted"]
        and words[0] not in ("the", "our", "a", "an", "every")
    )
    process = len(words) > 1 and words[1] == "of" and words[0].endswith("ing")
    return f"the {clause}" if (counted and not clause[0].isdigit()) or process else clause


def _cuts(clause: str) -> Iterator[str]:
    """The clause where it is short enough, then every head of it that is and stays true, the longest first."""
    if len(WORD.findall(clause)) <= LONGEST:
        yield clause
    for found in reversed(list(_joint().finditer(clause))):
        head, tail = clause[: found.start()], clause[found.start() :]
        aim = found["aim"]
        if (
            len(WORD.findall(head)) <= LONGEST
            and _may_go(tail)
            and _complete(head, tail)
            and (not aim or is_base(aim))
        ):
            yield head


def _may_go(tail: str) -> bool:
    """Whether the deed does not grow by the loss: with whom, and what it was not, must stay."""
    words = {word.casefold() for word in WORD.findall(tail)}
    return words.isdisjoint(_data()["limits"]) and (
        words.isdisjoint(("with",)) or words.isdisjoint(_data()["people"])
    )


def _complete(head: str, tail: str) -> bool:
    """Whether the head asks for nothing more: "put the estate under Terraform", not "put the estate"."""
    words = [word.casefold() for word in WORD.findall(head)]
    if words[-1] in _data()["needy"] or (words[-1] in _data()["measures"] and not tail.startswith(" with")):
        return False
    return words[0] not in _data()["transfers"] or not _data()["ways"].isdisjoint(words[1:])


def _stands(clause: str, shape: Shape) -> bool:
    """Whether a clause is whole: nothing asks for more behind it, and no word of it means something outside it."""
    words = [word.casefold() for word in WORD.findall(clause)]
    if len(words) < SHORTEST or words[-1] in verbs()["leaning"] or clause.count("“") != clause.count("”"):
        return False
    if not _data()["pointing"].isdisjoint(words) or re.search(r"[;:–—]", clause):
        return False
    if shape is Shape.OUTCOME:
        return not verbs()["moves"].isdisjoint(words[1:-1]) and "used" not in words
    return not is_past(words[-1]) and words[1] not in ("and", "or")
