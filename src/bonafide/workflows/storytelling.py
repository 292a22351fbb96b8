"""Stories beside a person's facts and a guide's questions: what backs each sentence, and what each story answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from bonafide import grounding
from bonafide.model.claim import CheckedSentence, Support
from bonafide.model.fact import Facts
from bonafide.model.guide import Guide
from bonafide.model.story import StarPart, Story, StoryLine
from bonafide.practice.answering import answered
from bonafide.stories.covering import Reach


def grounded(story: Story, facts: Facts, today: date) -> Story:
    """The story with each of its lines judged against the facts; a line that quotes a fact cites it."""
    lines = [line for part in StarPart for line in story.part(part)]
    checked = grounding.check([line.text for line in lines], facts, None, today).sentences
    judged = iter([_judged(line, one, facts) for line, one in zip(lines, checked, strict=True)])
    parts = {part: tuple(_taken(judged, len(story.part(part)))) for part in StarPart if story.part(part)}
    return replace(story, parts=parts)


def reach(guide: Guide, stories: Mapping[str, Story]) -> Reach:
    """Which of the guide's questions each story can answer."""
    return {id: answered(guide, f"{story.title}\n{story.text}") for id, story in stories.items()}


def _judged(line: StoryLine, checked: CheckedSentence, facts: Facts) -> StoryLine:
    quoted = next((fact.pointer for fact in facts if line.text.rstrip(".") in fact.text), None)
    if quoted:
        return StoryLine(line.text, (quoted,), Support.SUPPORTED)
    cited = tuple(
        dict.fromkeys(one.fact.pointer for one in checked.claims if one.fact and _holds(one.verdict))
    )
    why = next((one.why for one in checked.claims if one.verdict is Support.UNSUPPORTED), "")
    return StoryLine(line.text, cited, checked.verdict, why)


def _holds(verdict: Support) -> bool:
    return verdict is Support.SUPPORTED


def _taken(lines: Iterator[StoryLine], count: int) -> Iterator[StoryLine]:
    for _ in range(count):
        yield next(lines)
