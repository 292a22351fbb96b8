"""Pipelines of a branch, as GitLab's REST interface lists them -> what they brought into production. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from bonafide.connectors.systems.listed import Found, Shape, listed, needed
from bonafide.connectors.systems.rollouts import Rollout, Rollouts
from bonafide.model.faults import InputFault

SHAPE = Shape(
    "pipelines",
    "no pipeline",
    "Save GET /projects/ID/pipelines?ref=BRANCH.",
    frozenset({"sha"}),
    frozenset({"id", "sha", "ref", "status", "source", "created_at", "updated_at"}),
)
PROPOSED = frozenset({"merge_request_event", "external_pull_request_event", "parent_pipeline"})
"""Pipelines of changes that are not on a branch yet, and those that are a part of another one."""


def rollouts(files: Iterable[tuple[str, Any]], branch: str) -> Rollouts:
    """The pipelines of a branch that succeeded; pages that overlap once.

    Raises UnreadableFault where there is no list of them, InputFault where none is of the branch.
    """
    if not branch:
        what = "Of which branch each successful pipeline is a deploy is not said."
        raise InputFault(what, where="--branch", mend="Such as --branch main.")
    found = {
        one.text("id") or one.where: one for where, value in files for one in listed(SHAPE, where, value)
    }
    kept = [one for one in found.values() if one.text("ref") == branch and one.text("source") not in PROPOSED]
    if not kept:
        what = "There is no pipeline of this branch in it."
        raise InputFault(what, where=f"--branch {branch}", mend=SHAPE.mend)
    made = tuple(_rollout(one) for one in kept if one.text("status") == "success")
    moments = [_ended(one) for one in found.values()]
    return Rollouts(made, tuple(_notes(len(found) - len(kept), len(kept) - len(made))), max(moments))


def _rollout(one: Found) -> Rollout:
    return Rollout(_ended(one), one.text("sha"), one.text("ref"), one.text("ref"))


def _ended(one: Found) -> datetime:
    # The list does not say when a pipeline ended; nothing happens to one after that.
    return needed(one.moment("updated_at", "created_at"), one, "updated_at", SHAPE)


def _notes(elsewhere: int, failed: int) -> Iterator[str]:
    yield "A pipeline that succeeded counts as a deploy at the moment of its last change."
    if elsewhere:
        yield f"{elsewhere} pipelines for merge requests or of other branches were left out."
    if failed:
        yield f"{failed} pipelines that did not succeed are no deploys, and no deploys that failed."
