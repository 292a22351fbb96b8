"""Lists of a cluster's ReplicaSets or pods -> how often it was rolled out, or how often containers were started anew."""

from collections.abc import Sequence
from datetime import datetime

from bonafide.connectors.systems.kubernetes.objects import MEND, Thing, things
from bonafide.connectors.systems.kubernetes.pods import seen
from bonafide.connectors.systems.kubernetes.revisions import revisions, told
from bonafide.connectors.systems.reading import Kind, Option, Read, Request, contents
from bonafide.connectors.systems.taken import TAKEN, moments, needed
from bonafide.connectors.systems.trees import trees
from bonafide.evidence.counted import Records
from bonafide.evidence.delivery import Deploys
from bonafide.evidence.history import History
from bonafide.evidence.restarts import Restarts
from bonafide.evidence.rollouts import Rollouts
from bonafide.model.faults import InputFault

__all__ = ["KIND"]

ROLLOUTS, RESTARTS = "rollouts", "restarts"
FEWEST = 2
Files = Sequence[tuple[str, datetime | None, list[Thing]]]


def _read(request: Request) -> Read:
    digest = request.digest()
    found = contents(request.paths, digest)
    when = moments(request.every("taken"), len(found))
    files = [(one.where, at, things(one.where, trees(one))) for one, at in zip(found, when, strict=True)]
    kinds = {thing.kind for _, _, listed in files for thing in listed}
    what = request.wish("of") or _only(kinds)
    records, notes = _rolled(request, files) if what == ROLLOUTS else _restarted(files)
    return Read(records, digest.hexdigest(), notes)


def _only(kinds: set[str]) -> str:
    """What the files tell of. Raises InputFault where it is nothing, or both."""
    both = [name for name, kind in ((ROLLOUTS, "ReplicaSet"), (RESTARTS, "Pod")) if kind in kinds]
    if not both:
        raise InputFault("There is neither a ReplicaSet nor a pod in it.", mend=MEND)
    if len(both) > 1:
        what = "The files hold ReplicaSets and pods, which tell of different times."
        raise InputFault(
            what, where="--of", mend="Say --of rollouts, or --of restarts: each is a reading of its own."
        )
    return both[0]


def _rolled(request: Request, files: Files) -> tuple[Records, tuple[str, ...]]:
    made = told(revisions(thing for _, _, listed in files for thing in listed), request.every("deployment"))
    if len(made.deploys) < FEWEST:
        what = "Fewer than two rollouts are known: nothing can be measured between them."
        raise InputFault(what, mend="Give older lists beside it, or raise revisionHistoryLimit from now on.")
    said = [at for _, at, _ in files if at]
    # Where nobody says when a list was taken, what it shows ends with the last rollout.
    last = max([*said, *(deploy.at for deploy in made.deploys)])
    return Rollouts(Deploys(History.of(made.deploys), last)), made.notes


def _restarted(files: Files) -> tuple[Records, tuple[str, ...]]:
    shown, left = [], 0
    for where, at, listed in files:
        some, over = seen(listed, needed(at, where))
        shown.extend(some)
        left += over
    if not shown:
        raise InputFault("There is no pod in it that runs and is started anew.", mend=MEND)
    records = Restarts.of(shown)
    notes = [f"{left} pods that are over, or are never started anew, were left out."] if left else []
    if records.fallen:
        notes.append(
            f"{records.fallen} counts fell between two lists: how often these were started anew is not known and was left out."
        )
    return records, tuple(notes)


KIND = Kind(
    "kubernetes",
    "Measure rollouts from ReplicaSets, or restarts from pods, as kubectl lists them (JSON or YAML).",
    "replicasets.json --deployment checkout",
    _read,
    options=(
        Option("deployment", "The Deployments that are meant, by name or pattern.", "NAME", many=True),
        Option("of", "What is measured, where the files hold both.", choices=(ROLLOUTS, RESTARTS)),
        TAKEN,
    ),
)
