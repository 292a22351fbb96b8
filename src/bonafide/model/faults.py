"""What can go wrong, in three families: the user's input, the outside world, our own bug.

Every fault carries a sentence that a person can act on. The faces show them in one place each and
translate the family into an exit status (2, 3, 1) or an HTTP status.
"""

from __future__ import annotations

from collections.abc import Sequence


class Fault(Exception):
    """A failure with a sentence (`what`), an address (`where`: file, line, field) and a `mend`."""

    kind = "bug"
    exit_status = 1

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        super().__init__(what, where, mend)
        self.what = what
        self.where = where
        self.mend = mend

    def __reduce__(self) -> tuple[object, ...]:
        """Faults cross process borders; keyword-only arguments need this to survive pickling."""
        return (_rebuild, (type(self), self.what, self.where, self.mend))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        mend = f" {self.mend}" if self.mend else ""
        return f"{place}{self.what}{mend}"


def _rebuild(kind: type[Fault], what: str, where: str, mend: str) -> Fault:
    return kind(what, where=where, mend=mend)


class InputFault(Fault):
    """The file, text or option that the user gave cannot be used; they can mend it."""

    kind = "input"
    exit_status = 2


class UnreadableFault(InputFault):
    """A file that is not what it says, is empty, locked, scanned or too large."""

    kind = "unreadable"


class NoPostingFault(InputFault):
    """A page or text was read, and it holds no job posting."""

    kind = "no-posting"


class GuideFault(InputFault):
    """A guide file breaks the guide format; `where` is file and line."""

    kind = "guide"


class MissingFault(InputFault):
    """Nothing has the name that was asked for."""

    kind = "missing"


class WorldFault(Fault):
    """Something outside failed: a site, the network, a child process."""

    kind = "world"
    exit_status = 3


class FetchFault(WorldFault):
    """A page could not be fetched: refused address, status, time-out, size."""

    kind = "fetch"


class WallFault(FetchFault):
    """The page sits behind a log-in or a robot check; the person can save it or paste its text."""

    kind = "wall"


class ModelFault(WorldFault):
    """The language model did not answer, refused, or answered with something else than was asked for."""

    kind = "model"


class SpeechFault(WorldFault):
    """What a person said could not be written down: the engine did not answer, or with something else than text."""

    kind = "speech"


class BugFault(Fault):
    """A promise of ours did not hold, such as a printed PDF that does not read back."""

    kind = "bug"


class Faults(Exception):
    """All the faults of one input, together, so that nobody has to mend them one at a time."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(tuple(faults))
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)

    @property
    def exit_status(self) -> int:
        """The status of the family that weighs most: bug, then world, then input."""
        for status in (1, 3, 2):
            if any(fault.exit_status == status for fault in self.faults):
                return status
        return 1
