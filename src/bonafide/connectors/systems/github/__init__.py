"""Exported pull requests of GitHub -> how work flows through review."""

from bonafide.connectors.systems.github.pulls import flow
from bonafide.connectors.systems.reading import Kind, Read, Request, contents

__all__ = ["KIND"]


def _read(request: Request) -> Read:
    digest = request.digest()
    found = contents(request.paths, digest)
    records, notes = flow(((content.where, content.json()) for content in found), request.end)
    return Read(records, digest.hexdigest(), notes)


KIND = Kind(
    "github",
    "Measure review and merge times from GitHub's JSON of pull requests and their reviews.",
    "pulls.json reviews.json",
    _read,
)
