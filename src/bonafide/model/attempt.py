"""What was said to a question: the answer, and the replies to the probes that followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bonafide.model.rating import AskedProbe

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Reply:
    """A probe that was asked and what was said to it; "" where it was passed over."""

    probe: AskedProbe
    text: str = ""


@dataclass(frozen=True, slots=True)
class Sound:
    """What a recording's sound told, in seconds: its length, and its silences between the first word and the last."""

    seconds: float
    pauses: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """An answer with its replies. They are rated as one text, `whole`, since a panel hears them as one."""

    answer: str
    replies: tuple[Reply, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The answer, then every reply; what was passed over is ""."""
        return (self.answer, *(reply.text for reply in self.replies))

    @property
    def whole(self) -> str:
        """All that was said, as it is rated; the spans of a rating count from its start."""
        return BETWEEN.join(text for text in self.texts if text)

    def places(self) -> Iterator[tuple[int, int]]:
        """From where to where each of `texts` stands in `whole`; an empty one takes no room."""
        at = 0
        for text in self.texts:
            yield at, at + len(text)
            at += len(text) + len(BETWEEN) if text else 0
