"""What `docker inspect` tells -> how often containers were started anew."""

from bonafide.connectors.systems.docker.containers import MEND, notes, seen
from bonafide.connectors.systems.reading import Kind, Read, Request, contents
from bonafide.connectors.systems.taken import TAKEN, moments, needed
from bonafide.evidence.restarts import Restarts, Seen
from bonafide.model.faults import InputFault

__all__ = ["KIND"]


def _read(request: Request) -> Read:
    digest = request.digest()
    found = contents(request.paths, digest)
    shown: list[Seen] = []
    left = 0
    for content, at in zip(found, moments(request.every("taken"), len(found)), strict=True):
        some, over = seen(content.where, content.json(), needed(at, content.where))
        shown.extend(some)
        left += over
    if not shown:
        raise InputFault("There is no container in it that runs and that Docker restarts.", mend=MEND)
    records = Restarts.of(shown)
    return Read(records, digest.hexdigest(), tuple(notes(shown, left, records.fallen)))


KIND = Kind(
    "docker",
    "Measure restarts of containers from what docker inspect tells of them.",
    "containers.json --taken 2025-06-01T12:00",
    _read,
    options=(TAKEN,),
)
