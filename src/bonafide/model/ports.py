"""What touches the world, as protocols: a workflow is handed these and never reaches out itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

from bonafide.model.page import Page

P = ParamSpec("P")
T = TypeVar("T")


class Fetcher(Protocol):
    """Fetches one public page; raises `FetchFault` or `WallFault` with a sentence and a mend."""

    def __call__(self, url: str) -> Page: ...


class Writer(Protocol):
    """A language model that the person configured: an instruction and material in, its answer out.

    `name` is told to the person: which model, and at which host. Raises `ModelFault`.
    """

    @property
    def name(self) -> str: ...

    def __call__(self, instruction: str, material: str) -> str: ...


class Transcriber(Protocol):
    """An engine that the person configured: a recording and its media type in, the words out. Raises `SpeechFault`.

    `name` is told to the person: which engine, and at which host.
    """

    @property
    def name(self) -> str: ...

    def __call__(self, recording: bytes, kind: str) -> str: ...


class Progress(Protocol):
    """Is told how far a long reading is: how many of what there are so far ("commits", 12,000). It may be told often."""

    def __call__(self, what: str, count: int, /) -> None: ...


def silent(_what: str, _count: int, /) -> None:
    """A `Progress` that tells nobody."""


class Guarded(Protocol):
    """Runs a parser where a hostile file can only cost one reading: bounded time and memory.

    Raises the parser's own faults, or `UnreadableFault` where a bound was hit or the parser died.
    """

    def __call__(self, parser: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T: ...

    def begin(self, parser: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Callable[[], T]:
        """Start the parser now; what is returned waits for its value."""
        ...
