"""Deployments, as GitLab's REST interface lists them -> what was brought into production. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from bonafide.connectors.systems.listed import Found, Shape, listed, needed
from bonafide.connectors.systems.rollouts import Rollout, Rollouts, is_production, no_production

SHAPE = Shape(
    "deployments",
    "no deployment",
    "Save GET /projects/ID/deployments.",
    frozenset({"environment", "deployable"}),
    frozenset({"id", "sha", "ref", "status", "created_at", "updated_at", "environment", "deployable"}),
)
ENVIRONMENTS = Shape(
    "environments",
    "no environment",
    "Save GET /projects/ID/environments.",
    frozenset({"slug"}),
    frozenset({"name", "tier"}),
)


def rollouts(files: Iterable[tuple[str, Any]], environments: Sequence[str] = ()) -> Rollouts:
    """The deployments to production, or to the environments that are named, that succeeded; pages that overlap once.

    Raises UnreadableFault where there is no list of them, InputFault where none is to production.
    """
    found = {
        one.text("id") or one.where: one for where, value in files for one in listed(SHAPE, where, value)
    }
    chosen = [one for one in found.values() if wanted(one.inner("environment"), environments)]
    if not chosen:
        raise no_production((one.inner("environment").text("name") for one in found.values()), SHAPE.mend)
    states = [one.text("status") for one in chosen]
    made = tuple(_rollout(one) for one in chosen if one.text("status") == "success" and one.text("sha"))
    moments = (moment for one in found.values() if (moment := one.moment("updated_at", "created_at")))
    notes = _notes(states.count("failed"), len(chosen) - len(made) - states.count("failed"))
    return Rollouts(made, tuple(notes), max(moments, default=None))


def wanted(environment: Found, names: Sequence[str]) -> bool:
    """Whether an environment is one of these; production, where none is named."""
    name = environment.text("name")
    if names:
        return name in names
    return environment.text("tier") == "production" or is_production(name)


def ended(deployment: Found) -> datetime:
    """When its job ended; where that is not told, when it last changed. Raises InputFault where neither is."""
    at = deployment.inner("deployable").moment("finished_at") or deployment.moment("updated_at", "created_at")
    return needed(at, deployment, "updated_at", SHAPE)


def _rollout(one: Found) -> Rollout:
    place = one.inner("environment").text("name")
    return Rollout(ended(one), one.text("sha"), place, one.text("ref"), one.moment("created_at"))


def _notes(failed: int, others: int) -> Iterator[str]:
    if failed:
        yield f"{failed} deployments failed before they were in production: they are no deploys, and no deploys that failed."
    if others > 0:
        yield f"{others} deployments did not tell that they succeeded, and were left out."
