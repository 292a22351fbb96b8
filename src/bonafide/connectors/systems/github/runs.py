"""Runs of a workflow, as GitHub's REST interface lists them -> what they brought into production. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from bonafide.connectors.systems.listed import Found, Shape, listed, needed
from bonafide.connectors.systems.rollouts import Rollout, Rollouts
from bonafide.model.faults import InputFault

SHAPE = Shape(
    "runs of a workflow",
    "no run of a workflow",
    "Save GET /repos/OWNER/NAME/actions/workflows/FILE/runs of the workflow that deploys.",
    frozenset({"workflow_id", "run_number"}),
    frozenset(
        {"id", "name", "path", "workflow_id", "head_sha", "head_branch", "event", "status", "conclusion"}
    )
    | frozenset({"created_at", "updated_at", "run_started_at"}),
    inside="workflow_runs",
)
AGAIN = timedelta(days=1)
"""A run that was started again so much later hides when it ran first, and whether it succeeded then."""
PROPOSED = frozenset({"pull_request", "pull_request_target", "pull_request_review", "merge_group"})
"""Events of changes that are not on a branch yet."""


def rollouts(files: Iterable[tuple[str, Any]], workflow: str = "", branch: str = "") -> Rollouts:
    """The runs of one workflow, on one branch if it is named, that succeeded; pages that overlap once.

    Raises UnreadableFault where there is no list of them, InputFault where it is not clear which workflow deploys.
    """
    found = {
        one.text("id") or one.where: one for where, value in files for one in listed(SHAPE, where, value)
    }
    chosen = [one for one in found.values() if not workflow or workflow in _names(one)]
    names = sorted({_names(one)[0] for one in chosen})
    if len(names) != 1:
        what = (
            f"There are runs of {len(names)} workflows."
            if names
            else "There is no run of the workflow in it."
        )
        mend = f"Say which one deploys: --workflow {'|'.join(names[:5])}." if names else SHAPE.mend
        raise InputFault(what, where="--workflow", mend=mend)
    kept = [one for one in chosen if _counts(one, branch)]
    good = [one for one in kept if one.text("conclusion") == "success"]
    made = tuple(_rollout(one, names[0]) for one in good if not _again(one))
    moments = [
        needed(one.moment("updated_at", "created_at"), one, "updated_at", SHAPE) for one in found.values()
    ]
    notes = _notes(len(chosen) - len(kept), len(kept) - len(good), len(good) - len(made))
    return Rollouts(made, tuple(notes), max(moments, default=None))


def _counts(run: Found, branch: str) -> bool:
    return run.text("event") not in PROPOSED and branch in ("", run.text("head_branch"))


def _names(run: Found) -> tuple[str, ...]:
    """What a workflow may be called by: the file's name, its path, its id, its own name."""
    path = run.text("path").partition("@")[0]
    names = (path.rpartition("/")[2], path, run.text("workflow_id"), run.text("name"))
    return tuple(name for name in names if name) or ("",)


def _rollout(run: Found, workflow: str) -> Rollout:
    # The list does not say when a run ended; nothing happens to one after that.
    at = needed(run.moment("updated_at", "created_at"), run, "updated_at", SHAPE)
    begun = run.moment("run_started_at", "created_at")
    return Rollout(at, run.text("head_sha"), workflow, run.text("head_branch"), begun)


def _again(run: Found) -> bool:
    first, last = run.moment("created_at"), run.moment("run_started_at")
    return bool(first and last and last - first > AGAIN)


def _notes(elsewhere: int, failed: int, again: int) -> Iterator[str]:
    yield "A run that succeeded counts as a deploy at the moment of its last change."
    if elsewhere:
        yield f"{elsewhere} runs for pull requests or on other branches were left out."
    if failed:
        yield f"{failed} runs that did not succeed are no deploys, and no deploys that failed."
    if again:
        yield f"{again} runs were started again more than a day later: when they deployed first is not told, so they were left out."
