"""What docker inspect tells, in its shape, of our own making; no Docker was asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bonafide.evidence.restarts import Restarts
from bonafide.model.faults import InputFault
from connectors.systems.exports import asked


def container(
    name: str, count: int, policy: str = "always", started: str = "2025-01-03T00:00:00.5Z", **state: Any
) -> dict[str, Any]:
    """A container that was created on 1 January."""
    return {
        "Id": name,
        "Created": "2025-01-01T00:00:00.123456789Z",
        "RestartCount": count,
        "State": {"Running": True, "OOMKilled": False, "StartedAt": started, **state},
        "HostConfig": {"RestartPolicy": {"Name": policy, "MaximumRetryCount": 0}},
    }


def test_a_count_of_nought_is_as_old_as_the_last_start(tmp_path: Path) -> None:
    path = tmp_path / "containers.json"
    left = [container("c", 0, "no"), container("d", 4, Running=False)]
    path.write_text(json.dumps([container("a", 0), container("b", 3, OOMKilled=True), *left]))
    read = asked("docker", path, taken=("2025-01-31",))
    assert isinstance(read.records, Restarts)
    assert [(life.restarts, (life.end - life.start).days, life.memory) for life in read.records.lives] == [
        (0, 27, False),
        (3, 29, True),
    ]
    assert read.notes[0].startswith("A count begins anew when a container is started by hand")
    assert read.notes[1] == "2 containers that do not run, or that Docker does not restart, were left out."


@pytest.mark.parametrize(
    ("told", "taken", "match"),
    [
        ({}, ("2025-02-01",), "no list of containers"),
        ([3], ("2025-02-01",), "no list of containers"),
        ([{"Id": "x"}], ("2025-02-01",), r"\[0\]: This container does not say when"),
        ([container("a", -1)], ("2025-02-01",), "how often it was restarted"),
        ([container("a", 10**400)], ("2025-02-01",), "how often it was restarted"),
        ([container("a", 0, started="then")], ("2025-02-01",), "“then” is no date"),
        ([container("a", 0)], ("2025-01-02",), "after the list was taken"),
        ([container("a", 0)], (), "When this list was taken does not stand in it"),
        ([container("a", 0, "")], ("2025-02-01",), "no container in it that runs"),
        ([], ("2025-02-01",), "no container in it that runs"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, told: Any, taken: tuple[str, ...], match: str) -> None:
    path = tmp_path / "containers.json"
    path.write_text(json.dumps(told))
    with pytest.raises(InputFault, match=match):
        asked("docker", path, taken=taken)
