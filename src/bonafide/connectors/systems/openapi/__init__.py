"""The descriptions of an interface at the releases of a git repository -> how often a release broke its clients."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bonafide.connectors.systems.git import tags
from bonafide.connectors.systems.git.asking import repository
from bonafide.connectors.systems.openapi.releases import Reader, found_paths, held_against, versioned
from bonafide.connectors.systems.reading import Kind, Option, Read, Request
from bonafide.evidence.compatibility import Compatibility
from bonafide.model.faults import InputFault

__all__ = ["KIND"]

FEWEST, MOST = 2, 5_000
MEND = "Tag what was released, or name the tags with --tags PATTERN."


def _read(request: Request) -> Read:
    if len(request.paths) != 1:
        raise InputFault("One repository is read at a time.", mend="Give the folder of one.")
    folder = Path(request.paths[0])
    git = repository(folder, request.key, request.progress)
    git.whole()
    listed = git.said("for-each-ref", f"--format={tags.FIELDS}", "refs/tags").splitlines()
    chosen = tags.releases(tags.parsed(listed), request.wish("tags"))
    _enough(chosen.tags, folder)
    newest = max(chosen.tags, key=lambda tag: (tag.at, tag.numbers))
    reader = Reader(git, request.every("description") or found_paths(git, newest))
    found, left, unclear = held_against(reader, chosen.tags)
    if not found:
        what = "No release has a description that can be held against the one before."
        raise InputFault(what, where=str(folder), mend="Name it: --description PATH, within the repository.")
    begun = min(tag.at for tag in chosen.tags)
    records = Compatibility.of(found, begun, versioned=versioned(chosen.tags))
    notes = (*chosen.notes, *_notes(left - len(reader.unreadable), len(reader.unreadable), unclear))
    return Read(records, git.digest.hexdigest(), notes)


def _enough(found: Sequence[tags.Tag], folder: Path) -> None:
    if len(found) < FEWEST:
        what = "There are fewer than two releases among the tags: nothing can be compared."
        raise InputFault(what, where=str(folder), mend=MEND)
    if len(found) > MOST:
        raise InputFault(f"There are more than {MOST:,} releases.", where=str(folder), mend=MEND)


def _notes(without: int, unreadable: int, unclear: int) -> Iterator[str]:
    yield "What breaks a client is told by the rules in the definition, from what is described and not from what was served."
    if without > 0:
        yield f"{without} releases have no description, or none before them, and were left out."
    if unreadable:
        yield f"The descriptions of {unreadable} releases cannot be read and were left out."
    if unclear:
        yield f"In {unclear} releases some parts could not be compared: references that lead elsewhere, or alternatives on one side only."


KIND = Kind(
    "openapi",
    "Measure how often releases break their clients from the OpenAPI or Swagger descriptions in a repository on this machine.",
    "PATH --description docs/openapi.yaml",
    _read,
    paths="FOLDER",
    options=(
        Option("description", "The description's path within the repository; several where it moved.", "PATH", many=True),
        Option("tags", "The tags that are releases, such as 'v*'; found out if not given.", "PATTERN"),
    ),
)  # fmt: skip
