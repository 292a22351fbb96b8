"""Deployments and their statuses, as GitHub's REST interface lists them -> what was brought into production. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from bonafide.connectors.systems.listed import Found, Shape, listed
from bonafide.connectors.systems.rollouts import Rollout, Rollouts, is_production, no_production
from bonafide.model.faults import InputFault

SHAPE = Shape(
    "deployments or their statuses",
    "neither a deployment nor a status of one",
    "Save GET /repos/OWNER/NAME/deployments, and the statuses of each (deployments/ID/statuses) beside it.",
    frozenset({"statuses_url", "deployment_url"}),
    frozenset({"url", "id", "sha", "ref", "environment", "original_environment", "production_environment"})
    | frozenset({"transient_environment", "created_at", "state", "statuses_url", "deployment_url"}),
)
FAILED = frozenset({"failure", "error"})


def rollouts(files: Iterable[tuple[str, Any]], environments: Sequence[str] = ()) -> Rollouts:
    """The deployments to production, or to the environments that are named, that succeeded; pages that overlap once.

    Raises UnreadableFault where there is no list of them, InputFault where none is to production or none tells how it went.
    """
    found = [one for where, value in files for one in listed(SHAPE, where, value)]
    statuses: dict[str, list[Found]] = {}
    for one in found:
        if "deployment_url" in one.value:
            statuses.setdefault(one.text("deployment_url"), []).append(one)
    all_ = {one.text("url", "id") or one.where: one for one in found if "deployment_url" not in one.value}
    chosen = [one for one in all_.values() if wanted(one, environments)]
    if not chosen:
        raise no_production((one.text("environment") for one in all_.values()), SHAPE.mend)
    told = [(one, statuses.get(one.text("url"), [])) for one in chosen]
    if not any(own for _, own in told):
        what = "No status of a deployment is there, so it is not known which of them succeeded."
        raise InputFault(what, mend=SHAPE.mend)
    made = [rollout for one, own in told if (rollout := _rollout(one, own))]
    moments = (moment for one in found if (moment := one.moment("created_at")))
    return Rollouts(tuple(made), tuple(_notes(told, len(made))), max(moments, default=None))


def wanted(deployment: Found, environments: Sequence[str]) -> bool:
    """Whether a deployment is to one of these environments; to production, where none is named."""
    name = deployment.text("environment")
    if environments:
        return name in environments
    if deployment.said("transient_environment"):
        return False
    return bool(deployment.said("production_environment")) or is_production(name)


def _rollout(deployment: Found, statuses: Iterable[Found]) -> Rollout | None:
    """When it first succeeded, and when it failed after that; None where it never succeeded.

    An old deployment is set inactive when a new one succeeds: that says nothing against it.
    """
    told = sorted((at, one.text("state")) for one in statuses if (at := one.moment("created_at")))
    at = next((at for at, state in told if state == "success"), None)
    if at is None or not deployment.text("sha"):
        return None
    return Rollout(
        at,
        deployment.text("sha"),
        deployment.text("environment"),
        deployment.text("ref"),
        deployment.moment("created_at"),
        _broken(told, at),
    )


def _broken(told: Iterable[tuple[datetime, str]], at: datetime) -> datetime | None:
    return next((moment for moment, state in told if state in FAILED and moment > at), None)


def _notes(told: Sequence[tuple[Found, list[Found]]], made: int) -> Iterator[str]:
    failed = sum(
        not any(one.text("state") == "success" for one in own)
        and any(one.text("state") in FAILED for one in own)
        for _, own in told
    )
    if failed:
        yield f"{failed} deployments failed before they were in production: they are no deploys, and no deploys that failed."
    if len(told) - made - failed > 0:
        yield f"{len(told) - made - failed} deployments did not tell that they succeeded, and were left out."
