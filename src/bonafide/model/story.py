"""A story to tell in interviews: situation, task, action, result and lesson, each line with what backs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bonafide.model.claim import Support


class StarPart(StrEnum):
    """The parts of a story in the order of telling; the lesson is what good panels ask for at the end."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    LESSON = "lesson"


@dataclass(frozen=True, slots=True)
class StarHole:
    """What a part lacks, and the question that would fill it."""

    part: StarPart
    ask: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The person's own sentences by the part of the story that they tell, and the holes."""

    parts: Mapping[StarPart, tuple[str, ...]]
    holes: tuple[StarHole, ...]


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A sentence of a story, the facts it rests on, and whether they back it (None: nobody has looked).

    `why` says what is not backed.
    """

    text: str
    facts: tuple[str, ...] = ()
    support: Support | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story by parts; a part without lines is a hole. `source` is where it came from: a pointer, or "".

    `cv` is the id of the kept CV into which its pointers lead; "" for the newest.
    """

    title: str
    parts: Mapping[StarPart, tuple[StoryLine, ...]] = field(default_factory=dict)
    source: str = ""
    cv: str = ""

    def part(self, part: StarPart) -> tuple[StoryLine, ...]:
        """The lines of one part."""
        return self.parts.get(part, ())

    @property
    def text(self) -> str:
        """The whole story as one text, in the order of telling."""
        return "\n".join(line.text for part in StarPart for line in self.part(part))
