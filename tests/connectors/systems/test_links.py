"""Incidents that name their cause, held against deploys of our own making."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems.git.causes import Names
from bonafide.evidence.history import Deploy
from bonafide.evidence.linked import Linked
from bonafide.model.faults import InputFault
from bonafide.model.measure import Window
from connectors.systems.exports import asked, written
from connectors.systems.test_github import rest
from evidence.deploys import START, change
from repositories import Told
from repositories import git as said

DAY = timedelta(days=1)
IDS = [f"{number:x}" * 40 for number in range(1, 10)]


def deployed(*names: str, commits: tuple[str, ...] = ()) -> Names:
    """A deploy a day, each of a commit and a merge."""
    idents = commits or tuple(f"{number:040x}" for number in range(0xA1B2C3D400, 0xA1B2C3D400 + len(names)))
    return Names.of(
        [
            Deploy(name, START + DAY * n, (change(f"{n}e" * 20, START + DAY * n, 1),), commit=commit, merges=(f"{n}f" * 20,))
            for n, (name, commit) in enumerate(zip(names, idents, strict=True))
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("v1.3.0", {0}),
        (" V1.3.0 ", {0}),
        ("1.4.0", {1}),
        ("refs/tags/v1.4.0", {1}),
        ("Broke with v1.4.0, which cached too much.", {1}),
        ("https://forge.example/mill/pay/releases/tag/v1.3.0", {0}),
        ("v1.3.0 and again 1.3.0", {0}),
        ("v1.3.0, v1.4.0", {0, 1}),
        ("v1.3.0-rc.1", set()),
        ("v1.3.01", set()),
        ("v1.3", set()),
        ("a disk that was full", set()),
        ("0f" * 20, {0}),
        ("1e1e1e1", {1}),
        ("1e1e1e", set()),
        ("since commit 1f1f1f1f1f", {1}),
    ],
)
def test_what_a_cell_names(text: str, meant: set[int]) -> None:
    assert deployed("v1.3.0", "v1.4.0").meant(text) == meant


def test_what_is_a_word_or_a_number_or_a_day_names_nothing_within_a_text() -> None:
    names = deployed("blue", "release-7", "2025-03-04")
    assert [names.meant(text) for text in ("blue", "7", "2025-03-04")] == [{0}, {1}, {2}]
    assert names.meant("Out of the blue 7 tills failed on 2025-03-04") == set()
    assert names.meant("since release-7") == {1}
    digits = deployed("a", "b", commits=("1234567" + "a" * 33, "7654321" + "b" * 33))
    assert digits.meant("1234567") == {0} and digits.meant("ticket 1234567") == set()


def test_a_name_of_two_deploys_names_neither_and_a_whole_name_goes_before_a_version() -> None:
    assert deployed("main@x", "main@x", "other").meant("main@x") == set()
    both = deployed("pay-v2.0.0", "v2.0.0", "shop-v3.0.0", "pay-v3.0.0")
    assert [both.meant(text) for text in ("v2.0.0", "pay-v2.0.0", "3.0.0")] == [{1}, {0}, set()]
    commits = deployed("a", "b", commits=("abcdef1" + "0" * 33, "abcdef1" + "1" * 33))
    assert commits.meant("abcdef1") == set() and commits.meant("abcdef10") == {0}


@given(st.text(max_size=80))
def test_any_text_names_deploys_or_nothing(text: str) -> None:
    assert deployed("v1.3.0", "v1.4.0").meant(text) <= {0, 1}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A release each other day for a hundred days, the eleventh with a merge."""
    told = Told(tmp_path / "pay")
    tip = told.commit("Begin", DAY)
    for number in range(50):
        at = DAY * (2 + 2 * number)
        before, tip = tip, told.commit(f"Change {number}", at, tip)
        if number == 10:
            side = told.commit("Beside it", at, before)
            tip = told.commit("Merge it", at, tip, side)
        told.tag(f"v1.{number}.0", tip, at)
    return told.written()


def incident(number: int, waited: timedelta, cause: str) -> str:
    """One that began so long after the deploy of a number, and lasted for two hours."""
    opened = START.replace(hour=0) + DAY * (2 + 2 * number) + waited
    return f'{opened.isoformat()},{(opened + timedelta(hours=2)).isoformat()},"{cause}"'


def test_incidents_are_held_against_the_deploys_of_a_repository(repository: Path, tmp_path: Path) -> None:
    merge = said(repository, "rev-list", "--merges", "HEAD").strip()
    hour = timedelta(hours=1)
    file = written(
        tmp_path / "incidents.csv",
        "Created,Resolved,Caused by",
        incident(0, hour, ""),
        incident(5, hour, "v1.5.0"),
        incident(5, 3 * hour, "v1.5.0"),
        incident(10, hour, merge[:9]),
        incident(20, -5 * hour, "1.20.0"),
        incident(25, 15 * DAY, "v1.25.0"),
        incident(30, -2 * DAY, "v1.30.0"),
        incident(35, hour, "v1.35.0 or v1.34.0"),
        incident(36, hour, "the network"),
        incident(48, hour, ""),
    )
    read, bare = asked("git", repository, incidents=file), asked("git", repository)
    assert isinstance(read.records, Linked)
    began = {one.name: one.incident for one in read.records.deploys.history.deploys if one.incident}
    assert set(began) == {"v1.5.0", "v1.10.0", "v1.20.0"}
    deploys = {one.name: one.at for one in read.records.deploys.history.deploys}
    assert began["v1.5.0"] == deploys["v1.5.0"] + hour, "the first of two"
    assert began["v1.20.0"] == deploys["v1.20.0"], "not before its cause"
    assert [note.partition(" ")[0] for note in read.notes[-3:]] == ["4", "2", "2"]
    assert read.fingerprint != bare.fingerprint
    # From the first release to the last incident, whose day is not over.
    assert read.records.reach(date(2025, 1, 1)) == Window(date(2024, 1, 4), date(2024, 4, 8))


def test_what_tells_of_no_cause_is_a_fault(repository: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "a.csv", "Created,Release note", "2024-02-01,v1.5.0", "2024-04-01,")
    with pytest.raises(InputFault, match=r"--incident-column cause=HEADER"):
        asked("git", repository, incidents=file)
    with pytest.raises(InputFault, match=r"--incident-column when=Created"):
        asked("git", repository, incidents=file, incident_column="when=Created")
    assert isinstance(
        asked("git", repository, incidents=file, incident_column="cause=Release note").records, Linked
    )
    with pytest.raises(InputFault, match="no incident in it"):
        asked("git", repository, incidents=written(file, "Created,Release"))
    far = written(file, "Created,Release", "2020-01-01,v1.5.0", "2020-04-01,")
    with pytest.raises(InputFault, match="too few days in common"):
        asked("git", repository, incidents=far).records.reach(date(2025, 1, 1))


def test_incidents_are_held_against_deployments_and_not_against_reviews(tmp_path: Path) -> None:
    made = [
        {"url": f"https://h.example/{n}", "id": n, "sha": IDS[n], "ref": f"v{n}.0.0", "environment": "production", "created_at": f"2025-01-{n + 1:02}T10:00:00Z", "statuses_url": "x"}
        for n in range(9)
    ]  # fmt: skip
    states = [
        {"deployment_url": one["url"], "state": "success", "created_at": one["created_at"]} for one in made
    ]
    deployments = written(tmp_path / "deployments.json", json.dumps([*made, *states]))
    file = written(
        tmp_path / "incidents.csv", "Created,Cause", f"2025-01-05T12:00,{IDS[3][:8]}", "2025-03-01,"
    )
    read = asked("github", deployments=deployments, incidents=file)
    assert isinstance(read.records, Linked)
    assert [one.commit for one in read.records.deploys.history.deploys if one.incident] == [IDS[3]]
    pulls = written(tmp_path / "pulls.json", json.dumps([rest(1)]))
    assert (
        asked("github", pulls, incidents=file).notes[-1].startswith("The incidents were held against nothing")
    )
