"""Every kind of system that can be read, by its name. A new one is a folder with a `KIND`, and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from bonafide.connectors.systems import (
    confluence,
    cost,
    datadog,
    decisions,
    docker,
    git,
    github,
    gitlab,
    grafana,
    incidents,
    iterations,
    kubernetes,
    openapi,
    opentelemetry,
    people,
    prometheus,
)
from bonafide.connectors.systems.reading import Kind
from bonafide.model.faults import MissingFault

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        git.KIND,
        prometheus.KIND,
        opentelemetry.KIND,
        datadog.KIND,
        grafana.KIND,
        incidents.KIND,
        cost.KIND,
        decisions.KIND,
        confluence.KIND,
        people.KIND,
        github.KIND,
        gitlab.KIND,
        iterations.KIND,
        kubernetes.KIND,
        docker.KIND,
        openapi.KIND,
    )
}


def kind(name: str) -> Kind:
    """The kind of this name. Raises MissingFault."""
    if name not in KINDS:
        raise MissingFault(
            "There is no such kind of system.", where=name, mend=f"Choose one of: {', '.join(KINDS)}."
        )
    return KINDS[name]
