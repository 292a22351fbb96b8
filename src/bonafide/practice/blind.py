"""What a colleague sends back: a few lines of text, as the form writes them and a mail may wrap them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bonafide.model.faults import Fault, Faults, InputFault
from bonafide.model.guide import Question
from bonafide.model.judgement import Judgement
from bonafide.model.rating import FACETS

MOST_CHARACTERS = 60_000
LONGEST_COMMENT = 4_000
LONGEST_NAME = 80
_LINE = re.compile(r"^[\s>|*]*(?P<key>[a-z][^:]*?)\s*:\s*(?P<value>.*?)[\s*]*$", re.IGNORECASE)
_WHERE = "The colleague's lines"


def read_judgement(text: str, question: Question, attempt: str) -> Judgement:
    """The judgement that the lines hold; quotation marks of a mail and words around them do no harm.

    `attempt` is the id of the attempt it must be about. Raises `Faults` with everything that is wrong.
    """
    lines = dict(_lines(text[:MOST_CHARACTERS]))
    if "attempt" not in lines:
        what = "These are not the lines that the form writes: they name no attempt."
        raise InputFault(what, where=_WHERE, mend="Copy the whole text from “Bonafide rating” on.")
    if lines["attempt"] != attempt:
        what = "These lines are about another attempt."
        raise InputFault(what, where=_WHERE, mend="Open the attempt that was sent, and paste them there.")
    given = {name: lines.get(name.casefold(), "") for name in _wanted(question)}
    return judgement(checked(given, question), lines.get("name", ""), lines.get("comment", ""))


def judgement(values: Mapping[str, int], name: str = "", comment: str = "") -> Judgement:
    """The judgement of whole values: `level`, a value for each facet, and `point <id>` for each point."""
    return Judgement(
        facets={facet: values[facet] for facet in FACETS},
        points={
            key.removeprefix("point "): value for key, value in values.items() if key.startswith("point ")
        },
        overall=values["level"],
        name=name.strip()[:LONGEST_NAME],
        comment=comment.strip()[:LONGEST_COMMENT],
    )


def checked(given: Mapping[str, str], question: Question) -> Mapping[str, int]:
    """The values of a form, checked. Raises `Faults` with everything that is missing or out of range."""
    wanted = _wanted(question)
    faults = list(_wrong(given, wanted))
    if faults:
        raise Faults(faults)
    return {name: int(given[name]) for name in wanted}


def _wanted(question: Question) -> dict[str, range]:
    points = {f"point {point.id}": range(2) for point in question.points}
    return {"level": range(1, 6), **dict.fromkeys(FACETS, range(3)), **points}


def _wrong(lines: Mapping[str, str], wanted: Mapping[str, range]) -> Iterator[Fault]:
    for name, allowed in wanted.items():
        value = lines.get(name, "")
        if not value.isascii() or not value.isdigit() or int(value) not in allowed:
            said = f"“{value[:20]}”" if value else "nothing"
            yield InputFault(
                f"For {name} there is {said}.",
                where=_WHERE,
                mend=f"It is one of {', '.join(map(str, allowed))}.",
            )


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Every `key: value`; the comment is last and takes what follows it."""
    rest = text.replace("\r\n", "\n").split("\n")
    for place, line in enumerate(rest):
        if not (found := _LINE.match(line)):
            continue
        key = found["key"].casefold()
        if key == "comment":
            further = (re.sub(r"^[\s>|]+", "", one) for one in rest[place + 1 :])
            yield key, "\n".join((found["value"], *further)).strip()
            return
        yield key, found["value"]
