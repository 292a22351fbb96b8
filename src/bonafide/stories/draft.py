"""Stories drafted from what is there: the achievements of a CV, or the sentences of an answer. Nothing is added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bonafide.language.periods import print_period
from bonafide.language.sentences import words
from bonafide.model.claim import Support
from bonafide.model.fact import Fact, Facts
from bonafide.model.story import Outline, StarPart, Story, StoryLine
from bonafide.stories.clauses import cut, is_outcome
from bonafide.stories.strength import strength

SECTIONS = ("work", "projects", "volunteer")
SHORTEST = 6
"""Words. A line of fewer without an outcome is a duty, not a story."""

TITLE_WORDS = 9


def drafts(facts: Facts) -> tuple[Story, ...]:
    """A story for each achievement of the CV, the strongest first; lines that say the same are drafted once."""
    told = (fact for fact in facts if fact.section in SECTIONS and fact.name == "highlights")
    once = {" ".join(words(fact.text)): fact for fact in reversed(list(told))}
    found = [_drafted(fact, facts) for fact in reversed(once.values()) if _is_story(fact.text)]
    return tuple(sorted(found, key=lambda story: -strength(story)))


def from_outline(outline: Outline, title: str) -> Story:
    """A story of an answer's own sentences; what backs them is still to be looked at."""
    parts = {part: tuple(map(StoryLine, said)) for part, said in outline.parts.items() if said}
    action = outline.parts[StarPart.ACTION] or outline.parts[StarPart.RESULT]
    return Story(title=_title(action[0]) if action else title, parts=parts)


def _is_story(text: str) -> bool:
    return len(words(text)) >= SHORTEST or is_outcome(text)


def _drafted(fact: Fact, facts: Facts) -> Story:
    deed = cut(fact.text)
    parts = {
        StarPart.SITUATION: tuple(_situation(fact, facts)),
        StarPart.ACTION: tuple(_backed(text, fact) for text in deed.done),
        StarPart.RESULT: tuple(_backed(text, fact) for text in deed.outcome),
    }
    return Story(
        title=_title(fact.text),
        parts={part: lines for part, lines in parts.items() if lines},
        source=fact.pointer,
    )


def _backed(text: str, fact: Fact) -> StoryLine:
    return StoryLine(text, (fact.pointer,), Support.SUPPORTED)


def _situation(fact: Fact, facts: Facts) -> Iterator[StoryLine]:
    """Where and when, from the entry that the line stands in; then what the entry says of itself."""
    named = {one.name: one for one in facts.of(fact.entry)}
    if line := _place(named):
        yield line
    for name in ("summary", "description"):
        if name in named and len(words(named[name].text)) >= SHORTEST:
            yield _backed(named[name].text, named[name])


def _place(named: Mapping[str, Fact]) -> StoryLine | None:
    """`VP Engineering, Larkspur Freight, since February 2020`, as far as it is known."""
    titles = [named[name] for name in ("position", "name", "organization", "entity") if name in named]
    dates = [named[name] for name in ("startDate", "endDate") if name in named]
    start = named["startDate"].text if "startDate" in named else None
    period = print_period(start, named["endDate"].text if "endDate" in named else None, "en") if start else ""
    text = ", ".join([*(fact.text for fact in titles), *([period] if period else [])])
    pointers = tuple(fact.pointer for fact in (*titles, *(dates if period else ())))
    return StoryLine(text, pointers, Support.SUPPORTED) if text else None


def _title(text: str) -> str:
    said = text.split()
    return " ".join(said[:TITLE_WORDS]).rstrip(".;,:") + (" …" if len(said) > TITLE_WORDS else "")
