"""A system that holds repositories, and what is read of it: asked live, or from lists that were saved."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hmac import HMAC
from typing import Any, Protocol

from bonafide.connectors.systems.git import links
from bonafide.connectors.systems.graph import Commit
from bonafide.connectors.systems.parts import Part, deployed, together
from bonafide.connectors.systems.reading import Read, Request, saved
from bonafide.connectors.systems.rollouts import Rollouts
from bonafide.evidence.flow import Flow
from bonafide.model.faults import InputFault

Files = Iterable[tuple[str, Any]]


class ReadsFlow(Protocol):
    """Reads what was proposed and reviewed."""

    def __call__(self, files: Files, today: date = ..., *, asked: bool = ...) -> tuple[Flow, tuple[str, ...]]:
        """The flow of several files, and notes."""


@dataclass(frozen=True, slots=True)
class System:
    """How one is read. `live` is the option that asks it, `module` the one that does; `files` are the options that name
    saved lists, of which those in `told` tell of deploys, each in its own way."""

    live: str
    example: str
    module: str
    flow: ReadsFlow
    commits: Callable[[Files], Mapping[str, Commit]]
    told: Mapping[str, Callable[[Request, Files], Rollouts]]
    mend: str

    def read(self, request: Request) -> Read:
        """What a person asks of it. Raises InputFault, or WorldFault where it cannot be asked."""
        digest = request.digest()
        given = request.paths or any(request.every(name) for name in (*self.told, "commits"))
        if request.wish(self.live) and given:
            what = "Either files are read, or the system is asked."
            raise InputFault(what, where=f"--{self.live}", mend="Leave one of them out.")
        # What is quick comes first: a fault of the incidents is none to wait for.
        incidents = links.given(request, digest)
        part = self._asked(request, digest) if request.wish(self.live) else self._saved(request, digest)
        records, notes = incidents.held(part.records) if incidents else (part.records, ())
        return Read(records, digest.hexdigest(), (*part.notes, *notes))

    def _asked(self, request: Request, digest: HMAC) -> Part:
        # Asking imports the HTTP library, which takes longer than reading a file.
        found: Part = importlib.import_module(self.module).asked(request, digest)
        return found

    def _saved(self, request: Request, digest: HMAC) -> Part:
        parts = []
        if request.paths:
            parts.append(Part(*self.flow(saved(request.paths, digest), request.end)))
        told = [name for name in self.told if request.every(name)]
        if len(told) > 1:
            raise InputFault(f"Deploys are told by {' or by '.join(told)}.", mend="Leave one of them out.")
        for name in told:
            rollouts = self.told[name](request, saved(request.every(name), digest))
            parts.append(deployed(rollouts, self.commits(saved(request.every("commits"), digest))))
        if not parts:
            mend = f"Give --{self.live} {self.example}, or lists as files. {self.mend}"
            raise InputFault("Nothing is given to read.", mend=mend)
        return together(parts)
