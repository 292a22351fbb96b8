"""Lists in the shapes that kubectl gives, of our own making; no cluster was asked."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.connectors.systems.reading import Read
from bonafide.evidence.restarts import Restarts
from bonafide.evidence.rollouts import Rollouts
from bonafide.model.faults import InputFault
from connectors.systems.exports import asked

BEGUN = datetime(2025, 1, 1, tzinfo=UTC)
REVISION = "deployment.kubernetes.io/revision"
OWNER = {"apiVersion": "apps/v1", "kind": "Deployment", "name": "checkout", "uid": "d-1", "controller": True}


def stamp(day: float) -> str:
    return (BEGUN + timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%SZ")


def replica_set(
    number: int, day: float, *earlier: int, name: str = "checkout", image: str = "", restarted: str = ""
) -> dict[str, Any]:
    """A ReplicaSet that was made for a revision; `earlier` are numbers that it had before this one."""
    notes = {REVISION: str(number)}
    if earlier:
        notes[f"{REVISION}-history"] = ",".join(map(str, earlier))
    first = min(number, *earlier) if earlier else number
    labels = {"app": name, "pod-template-hash": f"h{first}"}
    annotations = {"kubectl.kubernetes.io/restartedAt": restarted} if restarted else {}
    spec = {"containers": [{"name": "app", "image": image or f"shop/{name}:{first}"}]}
    return {
        "apiVersion": "apps/v1",
        "kind": "ReplicaSet",
        "metadata": {
            "name": f"{name}-{first}", "namespace": "shop", "uid": f"{name}-{first}", "annotations": notes,
            "creationTimestamp": stamp(day), "ownerReferences": [{**OWNER, "name": name, "uid": f"d-{name}"}],
        },
        "spec": {"replicas": 0, "template": {"metadata": {"labels": labels, "annotations": annotations}, "spec": spec}},
    }  # fmt: skip


def pod(name: str, day: float, *counts: int, **more: Any) -> dict[str, Any]:
    """A pod that began on a day, with what each of its containers has counted."""
    last = {"terminated": {"reason": "OOMKilled", "exitCode": 137, "finishedAt": stamp(day + 1)}}
    statuses = [
        {"name": f"c{at}", "restartCount": count, "lastState": last if count else {}}
        for at, count in enumerate(counts)
    ]
    status = {"phase": "Running", "startTime": stamp(day), "containerStatuses": statuses, **more}
    spec = {"restartPolicy": more.pop("restartPolicy", "Always"), "containers": []}
    return {
        "apiVersion": "v1", "kind": "Pod", "spec": spec, "status": status,
        "metadata": {"name": name, "namespace": "shop", "uid": f"u-{name}", "creationTimestamp": stamp(day)},
    }  # fmt: skip


def saved(path: Path, items: list[dict[str, Any]]) -> Path:
    told = {"apiVersion": "v1", "kind": "List", "items": items, "metadata": {"resourceVersion": ""}}
    path.write_text(json.dumps(told) if path.suffix == ".json" else yaml.safe_dump(told, sort_keys=False))
    return path


def days(read: Read) -> list[float]:
    assert isinstance(read.records, Rollouts)
    return [(one.at - BEGUN) / timedelta(days=1) for one in read.records.deploys.history.deploys]


@pytest.mark.parametrize("suffix", [".json", ".yaml"])
def test_each_revision_is_a_rollout(tmp_path: Path, suffix: str) -> None:
    sets = [replica_set(number, 5 * number) for number in range(1, 12)]
    stray = {**replica_set(1, 3), "metadata": {"name": "bare", "creationTimestamp": stamp(3)}}
    read = asked("kubernetes", saved(tmp_path / f"sets{suffix}", [*sets, stray]))
    assert days(read) == [5 * number for number in range(1, 12)]
    assert read.notes == (
        "Whether a rollout came to its end is not kept: every new revision counts as a deploy.",
    )
    assert isinstance(read.records, Rollouts)
    window = read.records.reach(datetime(2026, 1, 1).date())
    assert (str(window.start), str(window.end)) == ("2025-01-07", "2025-02-25")
    figures = [one.figure for one in read.records.counted(window, Random(1))]
    assert [(one.measure, one.n) for one in figures] == [("deployment-frequency", 9)]


def test_the_window_begins_after_the_last_revision_that_vanished(tmp_path: Path) -> None:
    """Of twenty revisions the last ten are kept, and the third, which was rolled out again as the nineteenth."""
    sets = [replica_set(number, number) for number in range(11, 21) if number != 19]
    again = replica_set(19, 3, 3)
    read = asked("kubernetes", saved(tmp_path / "sets.json", [*sets, again]))
    assert days(read) == [*range(11, 19), 20]
    assert "rolled out before 2025-01-12 is not known" in read.notes[1]
    assert read.notes[2].startswith("1 times an earlier revision was rolled out again")
    older = saved(tmp_path / "older.json", [replica_set(number, number) for number in range(2, 13)])
    both = asked("kubernetes", tmp_path / "sets.json", older)
    assert days(both) == [*range(2, 19), 20]
    assert "before 2025-01-03 is not known" in both.notes[1]


def test_what_only_started_the_same_anew_is_no_deploy(tmp_path: Path) -> None:
    sets = [
        replica_set(1, 1, image="a"),
        replica_set(2, 5, image="a", restarted=stamp(5)),
        replica_set(3, 9, image="b", restarted=stamp(5)),
        replica_set(4, 12, image="b", restarted=stamp(12)),
        replica_set(5, 15, image="a"),
    ]
    read = asked("kubernetes", saved(tmp_path / "sets.json", sets))
    assert days(read) == [1, 9, 15]
    assert "2 revisions only started the same anew and do not count." in read.notes


def test_several_deployments_have_to_be_named(tmp_path: Path) -> None:
    sets = [replica_set(number, 3 * number) for number in range(1, 6)]
    others = [replica_set(number, 3 * number + 1, name="search") for number in range(3, 8)]
    path = saved(tmp_path / "sets.json", [*sets, *others])
    with pytest.raises(InputFault, match=r"several Deployments.*shop/checkout, shop/search"):
        asked("kubernetes", path)
    with pytest.raises(InputFault, match="no ReplicaSet of such a Deployment"):
        asked("kubernetes", path, deployment=("cart",))
    assert days(asked("kubernetes", path, deployment=("checkout",))) == [3, 6, 9, 12, 15]
    both = asked("kubernetes", path, deployment=("shop/*",))
    assert days(both) == [10, 12, 13, 15, 16, 19, 22], "from where both tell all"
    assert both.notes[-1] == "The rollouts of 2 Deployments count each."


def test_the_end_is_where_the_list_was_taken(tmp_path: Path) -> None:
    path = saved(tmp_path / "sets.json", [replica_set(number, number) for number in range(1, 4)])
    read = asked("kubernetes", path, taken=("2025-03-01T12:00",))
    assert isinstance(read.records, Rollouts)
    assert str(read.records.reach(datetime(2026, 1, 1).date()).end) == "2025-03-01"


def test_restarts_are_counted_over_the_time_that_pods_ran(tmp_path: Path) -> None:
    pods = [pod(f"p{n}", n, n % 2, 0) for n in range(12)]
    over = [pod("job", 1, 3, phase="Succeeded"), pod("once", 1, 3, restartPolicy="Never")]
    path = saved(tmp_path / "pods.yaml", [*pods, *over])
    read = asked("kubernetes", path, taken=(stamp(40),))
    assert isinstance(read.records, Restarts)
    assert read.notes == ("2 pods that are over, or are never started anew, were left out.",)
    lives = read.records.lives
    assert sum(life.restarts for life in lives) == 6
    assert sum((life.end - life.start).days for life in lives) == 2 * sum(40 - n for n in range(12))
    assert sum(life.memory for life in lives) == 6
    later = saved(tmp_path / "later.yaml", [pod("p1", 1, 4, 0), pod("p3", 3, 0, 0)])
    both = asked("kubernetes", path, later, taken=(stamp(40), stamp(50)))
    assert isinstance(both.records, Restarts)
    assert sum(life.restarts for life in both.records.lives) == 9
    assert "1 counts fell between two lists" in both.notes[-1]


@pytest.mark.parametrize(
    ("text", "wishes", "match"),
    [
        ("3", {}, "no object of a cluster"),
        ("kind: [x]", {}, "no object of a cluster"),
        ("a: b\n c: d", {}, r"list.yaml:2: This is not valid YAML"),
        ("a: &a 1\nb: *a", {}, r"list.yaml:2: This YAML refers to its own parts"),
        ("{", {}, r"list.yaml:1: This is no JSON"),
        ("kind: List\nitems: [3]", {}, r"items\[0\]: This is no object"),
        ("kind: ServiceList\nitems: []", {}, "neither a ReplicaSet nor a pod"),
        ([replica_set(1, 1), pod("p", 1, 0)], {}, "--of: The files hold ReplicaSets and pods"),
        ([replica_set(1, 1)], {}, "Fewer than two rollouts"),
        ([replica_set(4, 1), replica_set(6, 0, 2)], {}, "Fewer than two rollouts"),
        ([{**replica_set(1, 1), "metadata": {"ownerReferences": [OWNER]}}], {}, "no creationTimestamp"),
        ([replica_set(1, 1, 10**9)], {}, "no number of a revision"),
        ([pod("p", 1, 0)], {}, "When this list was taken does not stand in it"),
        ([pod("p", 9, 0)], {"taken": (stamp(3),)}, "after the list was taken"),
        ([pod("p", 9, 0)], {"taken": (stamp(30), stamp(40))}, "1 files and 2 moments"),
        ([pod("p", 9, 0)], {"taken": ("soon",)}, "--taken soon: “soon” is no date"),
        ([pod("p", 9, 0, startTime="x")], {"taken": (stamp(30),)}, "status.startTime: “x” is no date"),
        ([pod("p", 9, -1)], {"taken": (stamp(30),)}, "no restartCount"),
        ([pod("p", 9, 1, phase="Failed")], {"taken": (stamp(30),)}, "no pod in it that runs"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(tmp_path: Path, text: Any, wishes: dict[str, Any], match: str) -> None:
    path = tmp_path / "list.yaml"
    if isinstance(text, str):
        path.write_text(text)
    else:
        saved(path, text)
    with pytest.raises(InputFault, match=match):
        asked("kubernetes", path, **wishes)


@settings(max_examples=50, deadline=None)
@given(st.integers(2, 25), st.integers(1, 12), st.data())
def test_more_history_never_shortens_what_is_known(count: int, kept: int, data: Any) -> None:
    """Revisions, some rolled out again; of the ReplicaSets only those with the highest numbers are kept."""
    owners: list[list[int]] = []
    for number in range(1, count + 1):
        again = data.draw(st.booleans()) and len(owners) > 1
        if again:
            owners[data.draw(st.integers(0, len(owners) - 2))].append(number)
        else:
            owners.append([number])
    made = [replica_set(own[-1], own[0], *own[:-1]) for own in owners]
    by_number = sorted(zip(owners, made, strict=True), key=lambda pair: -pair[0][-1])
    with TemporaryDirectory() as folder:
        whole = days(asked("kubernetes", saved(Path(folder) / "a.json", made))) if len(made) > 1 else []
        known: list[float] = []
        for keep in (kept, kept + 3):
            path = saved(Path(folder) / "b.json", [one for _, one in by_number[:keep]])
            try:
                found = days(asked("kubernetes", path))
            except InputFault:
                found = []
            assert found == whole[len(whole) - len(found) :], "what is known is the end of what was"
            assert len(found) >= len(known)
            known = found
