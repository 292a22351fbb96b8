"""Merge requests, deployments and pipelines in the shapes of GitLab's REST interface."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.connectors.systems.gitlab import commits as of_commits
from bonafide.connectors.systems.gitlab import deployments, merges, pipelines
from bonafide.connectors.systems.reading import Read
from bonafide.evidence.delivery import Deploys
from bonafide.evidence.flow import Flow, Pull
from bonafide.model.faults import InputFault
from bonafide.model.measure import Figure, Window
from connectors.systems.exports import asked
from connectors.systems.hub import BEGUN, DAY, HOUR, sha
from connectors.systems.lab import Lab, commit, deployment, merge, note, pipeline

WINDOW = Window(date(2025, 1, 3), date(2025, 4, 20))


def read(tmp_path: Path, *files: Any, **named: Any) -> Read:
    """What the kind reads of values that are saved as JSON; `deployments=[a, b]` are two files."""

    def written(name: str, values: Any) -> tuple[str, ...]:
        paths = [tmp_path / f"{name}{number}.json" for number in range(len(values))]
        for path, value in zip(paths, values, strict=True):
            path.write_text(json.dumps(value))
        return tuple(map(str, paths))

    wishes = {
        name: values if isinstance(values, str) else written(name, values) for name, values in named.items()
    }
    return asked("gitlab", *written("merges", files), **wishes)


def figures(found: Read) -> dict[tuple[str, str], Figure]:
    counted = found.records.counted(WINDOW, Random(1))
    return {(one.figure.measure, one.figure.rule): one.figure for one in counted}


def pulls(found: Read) -> tuple[Pull, ...]:
    assert isinstance(found.records, Flow)
    return found.records.pulls


def test_the_first_review_is_a_note_or_an_approval_of_another_person(tmp_path: Path) -> None:
    system = {"system": True}
    notes = [
        note(1, "ada", 1),  # the author
        note(1, "ben", 2, body="added 1 commit", **system),
        note(1, "project_4_bot_a1b2", 2),
        note(1, "lint-bot", 2),
        note(1, "cy", 5),
        note(1, "talbot", 4),  # a person
        note(2, "ben", 3, body="approved this merge request", **system),
        note(3, "ben", 3, body="unapproved this merge request", **system),
        note(3, "ben", 4, body="requested changes", **system),
        note(4, "ben", 4, noteable_type="Issue"),
        note(5, "", 4, author=None),
    ]
    found = read(tmp_path, [merge(number) for number in range(1, 6)], notes)
    reviewed = [one.reviewed and (one.reviewed - one.opened) / HOUR for one in pulls(found)]
    assert reviewed == [4, 3, 4, None, 4]
    assert not [word for word in ("ada", "Quill", "Secret", "secret") if word in repr(found)]


def test_drafts_bots_and_what_was_closed_are_told_apart(tmp_path: Path) -> None:
    made = [
        merge(1),
        merge(2, draft=True),
        merge(3, draft=None, work_in_progress=True),
        merge(4, author={"username": "renovate", "bot": False}),
        merge(5, author={"username": "helper", "bot": True}),
        merge(6, merged_at=None, closed_at=merge(6)["merged_at"]),
        merge(7, merged_at=None),
    ]
    found = read(tmp_path, [made[:4], made[3:]])
    at = [BEGUN + number * DAY for number in (1, 6, 7)]
    assert pulls(found) == (
        Pull(at[0], None, at[0] + 8 * HOUR),
        Pull(at[1], None, None, at[1] + 8 * HOUR),
        Pull(at[2]),
    )
    assert found.notes == (
        "4 drafts and merge requests of bots were left out.",
        "The files hold no notes, so only the way to the merge is measured.",
    )


def test_deploys_and_what_they_brought_are_measured(tmp_path: Path) -> None:
    lab = Lab()
    lab.deployments += [
        deployment(900, 1, 1, "staging"), deployment(901, 3, 3, status="failed"), deployment(902, 5, 5, status="canceled"),
        deployment(903, 30, 32.2),
    ]  # fmt: skip
    lab.commits[22] = commit(22, message=f'Revert "Change 20"\n\nThis reverts commit {sha(20)}.')
    lab.commits[23] = commit(23, author_name="renovate[bot]")
    found = read(tmp_path, deployments=[lab.deployments], commits=[lab.commits])
    told = figures(found)
    assert told["deployment-frequency", ""].n == 53
    assert (told["change-lead-time", ""].value, told["change-lead-time", ""].detail["changes"]) == (24, 105)
    assert told["change-failure-rate", "revert"].detail == {"failed": 1}
    assert told["change-failure-rate", "rolled back"].detail == {"failed": 1}
    assert found.notes == (
        "1 deployments failed before they were in production: they are no deploys, and no deploys that failed.",
        "1 deployments did not tell that they succeeded, and were left out.",
        "1 times an earlier commit was put back: that undoes a deploy, and is none of its own.",
    )


def test_an_old_server_tells_less(tmp_path: Path) -> None:
    old = [one | {"deployable": None} for one in Lab().deployments]
    found = read(tmp_path, deployments=[old])
    assert isinstance(found.records, Deploys)
    assert found.records.history.deploys[0].at == BEGUN + 13 * HOUR
    assert figures(found)["change-lead-time", ""].why == "The records hold no changes, only deploys."


def test_production_is_a_tier_or_a_name(tmp_path: Path) -> None:
    def deploys(name: str, *more: str, tier: str = "") -> int:
        some = [one | {"environment": {"name": name, "tier": tier}} for one in Lab().deployments]
        found = read(tmp_path, deployments=[some], **({"environment": more[0]} if more else {}))
        assert isinstance(found.records, Deploys)
        return len(found.records.history.deploys)

    assert deploys("Production/eu") == deploys("shop", tier="production") == deploys("shop", "shop") == 60
    with pytest.raises(InputFault, match=r"only to: shop.*--environment"):
        deploys("shop")


def test_pipelines_of_a_branch_are_deploys(tmp_path: Path) -> None:
    lab = Lab()
    lab.pipelines += [
        pipeline(900, 1, 1, source="merge_request_event"), pipeline(901, 3, 3, ref="spike"), pipeline(902, 5, 5, status="failed"),
        pipeline(903, 7, 7, source="parent_pipeline"),
    ]  # fmt: skip
    found = read(tmp_path, pipelines=[lab.pipelines], commits=[lab.commits], branch="main")
    told = figures(found)
    assert (told["deployment-frequency", ""].n, told["change-lead-time", ""].value) == (53, 36)
    assert "3 pipelines for merge requests or of other branches were left out." in found.notes
    assert "1 pipelines that did not succeed are no deploys, and no deploys that failed." in found.notes


@pytest.mark.parametrize(
    ("files", "named", "match"),
    [
        ([], {}, "Give --project GROUP/NAME"),
        ([{"message": "404 Project Not Found"}], {}, r"merges0\.json: This is no list of merge requests"),
        ([[{"id": 1}]], {}, r"\[0\]: .*neither a merge request nor a note"),
        ([[note(1, "ben", 1)]], {}, "no merge request of a person"),
        ([[merge(1, created_at=None)]], {}, "has no created_at"),
        ([[merge(1, merged_at="soon")]], {}, "“soon” is no date"),
        ([], {"deployments": [[]]}, "no deployment in it"),
        ([], {"deployments": [[deployment(1, 1, 1)]]}, "Fewer than two commits"),
        ([], {"deployments": [[deployment(1, 1, 1, status="running")]]}, "Fewer than two commits"),
        ([], {"deployments": [[deployment(1, 1, 1, deployable=None, updated_at=None, created_at=None)]]}, "has no updated_at"),
        ([], {"pipelines": [[pipeline(1, 1, 1)]]}, "--branch main"),
        ([], {"pipelines": [[pipeline(1, 1, 1)]], "branch": "trunk"}, "--branch trunk: There is no pipeline of this branch"),
        ([], {"pipelines": [[]], "deployments": [[]]}, "by deployments or by pipelines"),
        ([[merge(1)]], {"project": "mill/pay"}, "--project: Either files"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(
    tmp_path: Path, files: list[Any], named: dict[str, Any], match: str
) -> None:
    with pytest.raises(InputFault, match=match):
        read(tmp_path, *files, **named)


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 40))
def test_neither_order_nor_drafts_and_bots_change_a_figure(order: Random, count: int) -> None:
    lab = Lab(40)
    notes = [one for found in lab.notes.values() for one in found]
    more = [
        merge(500 + day, created_at=lab.merges[day % 40]["created_at"], draft=True) for day in range(count)
    ]
    bots = [
        merge(600 + day, created_at=lab.merges[day % 40]["created_at"], author={"username": "x-bot"})
        for day in range(count)
    ]
    mixed = [*lab.merges, *more, *bots, *lab.merges[:count]]
    late = [*notes, *(note(day % 40, "ada", -1) for day in range(count))]
    order.shuffle(mixed)
    order.shuffle(late)
    window = Window(date(2025, 1, 1), date(2025, 2, 20))
    plain, other = merges.flow([("m", lab.merges), ("n", notes)]), merges.flow([("n", late), ("m", mixed)])
    first, second = ([one.figure for one in found.counted(window, Random(1))] for found, _ in (plain, other))
    assert first == second
    assert [one.value for one in first] == [5, 3, 8]


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("2025-01-01"),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["id", "sha", "ref", "source", "status", "source_branch", "noteable_id", "noteable_type", "author", "username", "body", "system", "created_at", "updated_at", "environment", "name", "deployable", "finished_at", "parent_ids", "committed_date", "commits"]), inner, max_size=5),
    max_leaves=15,
)  # fmt: skip


@given(plain)
def test_any_json_is_read_or_a_fault(value: Any) -> None:
    for reader in (
        merges.flow,
        deployments.rollouts,
        of_commits.commits,
        lambda files: pipelines.rollouts(files, "main"),
    ):
        try:
            reader([("x", value)])
        except InputFault as fault:
            assert fault.what
