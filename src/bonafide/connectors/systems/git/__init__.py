"""A git repository on this machine -> the history of its deploys."""

from pathlib import Path

from bonafide.connectors.systems.git.links import OPTIONS, given
from bonafide.connectors.systems.git.repository import Options, Told, read
from bonafide.connectors.systems.reading import Kind, Option, Read, Request
from bonafide.evidence.delivery import Deploys
from bonafide.model.faults import InputFault

__all__ = ["KIND", "Options", "Told", "read"]


def _read(request: Request) -> Read:
    if len(request.paths) != 1:
        raise InputFault("One repository is read at a time.", mend="Give the folder of one.")
    options = Options(request.wish("tags"), every_merge=bool(request.wish("every-merge")))
    # What is quick comes first: a fault of the incidents is none to wait for.
    digest = request.digest()
    links = given(request, digest)
    told = read(Path(request.paths[0]), options, request.key, request.progress)
    if not links:
        return Read(Deploys(told.history, told.last), told.fingerprint, told.notes)
    digest.update(told.fingerprint.encode())
    records, notes = links.held(Deploys(told.history, told.last))
    return Read(records, digest.hexdigest(), (*told.notes, *notes))


KIND = Kind(
    "git",
    "Measure deploys, lead time, failures and recovery from a repository on this machine.",
    'PATH --name "a payments service" --changed 2025-06-01',
    _read,
    paths="FOLDER",
    options=(
        Option("tags", "The tags that are deploys, such as 'v*'; found out if not given.", "PATTERN"),
        Option("every-merge", "Every commit on the main branch is a deploy.", flag=True),
        *OPTIONS,
    ),
)
