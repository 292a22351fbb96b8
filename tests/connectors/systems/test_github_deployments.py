"""What was deployed, in the shapes of GitHub's REST interface."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.connectors.systems.github import commits as of_commits
from bonafide.connectors.systems.github import deployments, runs
from bonafide.connectors.systems.parts import deployed
from bonafide.connectors.systems.reading import Read
from bonafide.evidence.delivery import Deploys
from bonafide.evidence.history import Deploy
from bonafide.model.faults import InputFault
from bonafide.model.measure import Figure, Window
from connectors.systems.exports import asked
from connectors.systems.hub import BEGUN, DAY, HOUR, Hub, commit, deployment, run, sha, status

WINDOW = Window(date(2025, 1, 2), date(2025, 4, 20))


def read(tmp_path: Path, **files: Any) -> Read:
    """What a kind reads of values that are saved as JSON; `deployments=[a, b]` are two files."""
    wishes = {}
    for name, values in files.items():
        if isinstance(values, str):
            wishes[name] = values
            continue
        paths = [tmp_path / f"{name}{number}.json" for number in range(len(values))]
        for path, value in zip(paths, values, strict=True):
            path.write_text(json.dumps(value))
        wishes[name] = tuple(map(str, paths))
    return asked("github", **wishes)


def deploys(found: Read) -> tuple[Deploy, ...]:
    assert isinstance(found.records, Deploys)
    return found.records.history.deploys


def figures(found: Read) -> dict[tuple[str, str], Figure]:
    counted = found.records.counted(WINDOW, Random(1))
    return {(one.figure.measure, one.figure.rule): one.figure for one in counted}


def hub_files(hub: Hub) -> dict[str, Any]:
    statuses = [one for found in hub.statuses.values() for one in found]
    return {"deployments": [hub.deployments, statuses], "commits": [hub.commits[::-1]]}


def test_deploys_and_what_they_brought_are_measured(tmp_path: Path) -> None:
    found = read(tmp_path, **hub_files(Hub()))
    told = figures(found)
    assert told["deployment-frequency", ""].n == 54
    assert told["change-lead-time", ""].value == pytest.approx((24 + 48) / 2)
    assert told["change-lead-time", ""].detail["changes"] == 106
    assert "Nothing in the whole history" in told["change-failure-rate", "rolled back"].why
    assert not [word for word in ("Ada", "Secret", "ledger") if word in repr(found)]
    assert found.records.reach(date(2026, 1, 1)) == Window(date(2025, 1, 3), date(2025, 5, 2)), (
        "until the last record"
    )


def test_without_commits_nothing_is_said_of_changes(tmp_path: Path) -> None:
    files = hub_files(Hub())
    del files["commits"]
    told = figures(read(tmp_path, **files))
    assert told["deployment-frequency", ""].value
    assert told["change-lead-time", ""].value is None
    assert told["change-lead-time", ""].why == told["change-failure-rate", "revert"].why
    assert told["change-lead-time", ""].why == "The records hold no changes, only deploys."


def test_what_was_not_in_production_or_did_not_succeed_is_no_deploy(tmp_path: Path) -> None:
    more = [
        deployment(900, 1, 1, "staging"),
        deployment(901, 1, 1, "review/pay-7", transient_environment=True, production_environment=True),
        deployment(902, 3, 3),  # failed
        deployment(903, 5, 5),  # never ended
        deployment(904, 7, 7),  # no status at all
        deployment(905, 9, 9, "Prod", production_environment=None),
    ]
    told = [status(900, "success", 1), status(901, "success", 1), status(902, "error", 3)]
    told += [status(903, "in_progress", 5), status(903, "inactive", 9), status(905, "success", 9)]
    files = hub_files(Hub())
    before = deploys(read(tmp_path, **files))
    files["deployments"] += [more, told]
    found = read(tmp_path, **files)
    assert {one.at for one in deploys(found)} - {one.at for one in before} == {BEGUN + 9 * DAY + 12 * HOUR}
    assert found.notes[:2] == (
        "1 deployments failed before they were in production: they are no deploys, and no deploys that failed.",
        "2 deployments did not tell that they succeeded, and were left out.",
    )


def test_one_commit_is_deployed_once_and_one_that_was_put_back_undoes_another(tmp_path: Path) -> None:
    hub = Hub()
    hub.deployments += [deployment(900, 20, 20.2), deployment(901, 30, 32.2), deployment(902, 32, 32.4)]
    # The twentieth again, and after the thirty-second the thirtieth, then the thirty-second again.
    hub.statuses |= {900: [status(900, "success", 20.2)], 901: [status(901, "success", 32.2)], 902: [status(902, "success", 32.4)]}  # fmt: skip
    found = read(tmp_path, **hub_files(hub))
    assert len(deploys(found)) == 60
    assert [one.name for one in deploys(found) if one.undone] == [f"main@{sha(32)}"]
    told = figures(found)
    assert told["deployment-frequency", ""].n == 54
    assert told["change-failure-rate", "rolled back"].value == 1 / 54
    assert found.notes == (
        "2 further deployments of a commit that was deployed before do not count.",
        "1 times an earlier commit was put back: that undoes a deploy, and is none of its own.",
    )


def test_a_slow_deployment_of_an_older_commit_undoes_nothing(tmp_path: Path) -> None:
    hub = Hub()
    # Another part of the thirtieth was begun before the thirty-second was there, and succeeded after it.
    hub.deployments.append(deployment(901, 30, 31.5))
    hub.statuses[901] = [status(901, "success", 32.2)]
    assert not [one for one in deploys(read(tmp_path, **hub_files(hub))) if one.undone]


def test_a_tag_that_was_deployed_tells_a_patch_and_a_branch_a_hotfix(tmp_path: Path) -> None:
    hub = Hub()
    for number, one in enumerate(hub.deployments):
        one["ref"] = f"v1.{number // 2}.{number % 2}"
    hub.deployments[9]["ref"] = "refs/heads/hotfix/till"
    told = figures(read(tmp_path, **hub_files(hub)))
    assert told["change-failure-rate", "patch within 3 days"].detail == {"failed": 26}
    assert told["change-failure-rate", "hotfix"].detail == {"failed": 1}


def test_another_environment_that_lags_behind_undoes_nothing(tmp_path: Path) -> None:
    hub = Hub()
    for number in range(0, 120, 2):
        hub.deployments.append(deployment(900 + number, number, number + 5, "production/eu"))
        hub.statuses[900 + number] = [status(900 + number, "success", number + 5)]
    found = read(tmp_path, **hub_files(hub))
    assert figures(found)["deployment-frequency", ""].n == 54
    assert not [one for one in deploys(found) if one.undone]


def test_what_failed_after_it_had_succeeded_was_mended_by_the_next(tmp_path: Path) -> None:
    hub = Hub()
    for number in (10, 20, 30, 40, 50, 118):
        hub.statuses[number].append(status(number, "failure", number, 780))
    hub.statuses[60].append(status(60, "failure", 90))  # a month later
    told = figures(read(tmp_path, **hub_files(hub)))
    assert told["change-failure-rate", "reported failed"].detail == {"failed": 5}
    assert told["failed-deployment-recovery", "reported failed"].value == 48


def test_reverts_and_hotfixes_are_told_by_the_commits(tmp_path: Path) -> None:
    hub = Hub()
    hub.commits[12] = commit(12, message=f'Revert "Change 10"\n\nThis reverts commit {sha(10)}.')
    hub.commits[21] = commit(21, message="Hotfix for the till")
    told = figures(read(tmp_path, **hub_files(hub)))
    assert told["change-failure-rate", "revert"].detail == {"failed": 1}
    assert told["change-failure-rate", "hotfix"].detail == {"failed": 1}


def test_bots_and_merges_bring_no_changes(tmp_path: Path) -> None:
    hub = Hub()
    hub.commits[12]["author"] = {"login": "renovate", "type": "Bot"}
    hub.commits[13]["parents"].append({"sha": sha(11)})
    told = figures(read(tmp_path, **hub_files(hub)))
    assert told["change-lead-time", ""].detail["changes"] == 104


def test_changes_that_may_have_come_with_an_unknown_commit_are_left_out(tmp_path: Path) -> None:
    hub = Hub()
    hub.commits = hub.commits[41:]
    found = read(tmp_path, **hub_files(hub))
    # The fortieth is the parent of the first that is listed: from it on all is known.
    assert figures(found)["change-lead-time", ""].detail["changes"] == 106 - 40
    assert found.notes[-1].startswith("20 deploys are of commits that the list")
    hub.deployments.append(deployment(900, 0, 61) | {"sha": "f" * 40})
    hub.statuses[900] = [status(900, "success", 61)]
    assert figures(read(tmp_path, **hub_files(hub)))["change-lead-time", ""].detail["changes"] == 106 - 42


def test_runs_of_the_workflow_that_deploys_are_deploys(tmp_path: Path) -> None:
    hub = Hub()
    hub.runs += [
        run(900, 1, 1, event="pull_request"), run(901, 3, 3, conclusion="failure"), run(902, 5, 5, conclusion=None, status="in_progress"),
        run(903, 7, 7, head_branch="spike"), run(904, 9, 9, run_started_at=run(0, 0, 15)["created_at"]),
    ]  # fmt: skip
    pages = [
        {"total_count": 64, "workflow_runs": hub.runs[:50]},
        {"total_count": 64, "workflow_runs": hub.runs[40:]},
    ]
    found = read(tmp_path, runs=[pages], commits=[hub.commits], branch="main")
    told = figures(found)
    assert told["deployment-frequency", ""].n == 54
    assert told["change-lead-time", ""].value == 36
    assert "2 runs for pull requests or on other branches were left out." in found.notes
    assert "2 runs that did not succeed are no deploys, and no deploys that failed." in found.notes
    assert found.notes[3].startswith("1 runs were started again more than a day later")
    assert len(deploys(read(tmp_path, runs=pages))) == 61


def test_which_workflow_deploys_has_to_be_clear(tmp_path: Path) -> None:
    lint = {"path": ".github/workflows/lint.yml@main", "workflow_id": 8, "name": "Lint"}
    both = [*Hub().runs, *(run(500 + number, number, number, **lint) for number in range(9))]
    with pytest.raises(InputFault, match=r"2 workflows.*deploy.yml\|lint.yml"):
        read(tmp_path, runs=[both])
    for name in ("deploy.yml", ".github/workflows/deploy.yml", "7", "Deploy"):
        assert len(deploys(read(tmp_path, runs=[both], workflow=name))) == 60
    with pytest.raises(InputFault, match="no run of the workflow"):
        read(tmp_path, runs=[both], workflow="other.yml")


STATUS = [status(1, "success", 1)]


@pytest.mark.parametrize(
    ("files", "match"),
    [
        ({}, "Nothing is given to read"),
        ({"commits": [[commit(1)]]}, "Nothing is given"),
        ({"deployments": [[]]}, "no deployment in it"),
        ({"deployments": [[deployment(1, 1, 1, "qa"), deployment(2, 1, 1, "staging")], STATUS]}, "only to: qa, staging.*--environment"),
        ({"deployments": [[deployment(1, 1, 1)]]}, "No status of a deployment"),
        ({"deployments": [[deployment(1, 1, 1)], STATUS]}, "Fewer than two commits"),
        ({"deployments": [[deployment(1, 1, 1)], [status(1, "success", 1) | {"created_at": None}]]}, "Fewer than two"),
        ({"deployments": [{"message": "Not Found"}]}, r"deployments0\.json: This is no list of deployments"),
        ({"deployments": [[{"id": 1}]]}, r"\[0\]: .*neither a deployment nor"),
        ({"deployments": [[deployment(1, 1, 1) | {"created_at": "soon"}], STATUS]}, "“soon” is no date"),
        ({"runs": [{"workflow_runs": [{"id": 4}]}]}, r"runs0\.json: workflow_runs\[0\]: .*no run"),
        ({"runs": [[run(1, 1, 1, updated_at=None, created_at=None)]]}, "has no updated_at"),
        ({"runs": [[run(1, 1, 1)]], "deployments": [[]]}, "by deployments or by runs"),
        ({"runs": [[run(1, 1, 1), run(2, 2, 2)]], "commits": [[{"sha": "x", "commit": {}}]]}, "no commit.committer.date"),
        ({"runs": [[run(1, 1, 1)]], "repo": "mill/pay"}, "Either files are read, or the system"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(tmp_path: Path, files: dict[str, Any], match: str) -> None:
    with pytest.raises(InputFault, match=match):
        read(tmp_path, **files)


def test_the_environment_that_is_production_may_be_named(tmp_path: Path) -> None:
    hub = Hub()
    for one in hub.deployments:
        one |= {"environment": "shop-live-1", "production_environment": False}
    assert len(deploys(read(tmp_path, **hub_files(hub), environment="shop-live-1"))) == 60


SMALL = Hub(30)
NOISE = [
    *(deployment(900 + day, day, day, "staging") for day in range(29)),
    *(deployment(950 + day, day, day) for day in range(29)),
]
NOISE_STATUSES = [status(900 + day, "success", day) for day in range(29)]
NOISE_STATUSES += [status(950 + day, "failure", day) for day in range(29)]


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.sets(st.integers(0, 57)), st.integers(0, 29))
def test_neither_order_nor_what_is_no_deploy_changes_a_figure(
    order: Random, noise: set[int], known: int
) -> None:
    statuses = [one for found in SMALL.statuses.values() for one in found]
    some = [NOISE[number] for number in sorted(noise)]
    first, second = SMALL.deployments[:], [*SMALL.deployments, *some, *some]
    both = [*statuses, *NOISE_STATUSES]
    listed = SMALL.commits[known:]
    order.shuffle(second)
    order.shuffle(both)
    found = of_commits.commits([("c", listed)])
    plain = deployed(deployments.rollouts([("d", first), ("s", statuses)]), found)
    order.shuffle(listed)
    mixed = deployed(deployments.rollouts([("s", both), ("d", second)]), of_commits.commits([("c", listed)]))
    window = Window(date(2025, 1, 1), date(2025, 1, 31))
    counted = [part.records.counted(window, Random(1)) for part in (plain, mixed)]
    assert [one.figure for one in counted[0]] == [one.figure for one in counted[1]]
    for one in counted[0]:
        assert one.figure.value is None or one.figure.n >= 5
        assert one.figure.measure != "change-lead-time" or one.figure.value is None or known < 12


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("2025-01-01"),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["sha", "statuses_url", "deployment_url", "url", "environment", "state", "created_at", "workflow_id", "conclusion", "updated_at", "commit", "author", "committer", "date", "parents", "workflow_runs", "commits"]), inner, max_size=5),
    max_leaves=15,
)  # fmt: skip


@given(plain)
def test_any_json_is_read_or_a_fault(value: Any) -> None:
    for reader in (deployments.rollouts, runs.rollouts, of_commits.commits):
        try:
            reader([("x", value)])
        except InputFault as fault:
            assert fault.what
