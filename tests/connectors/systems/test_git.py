"""Repositories of our own making, read, and held against what `git rev-list` says of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from bonafide.connectors.systems import git
from bonafide.connectors.systems.git import asking
from bonafide.connectors.systems.git.tags import parsed, releases
from bonafide.model.faults import InputFault, MissingFault
from repositories import Told
from repositories import git as asked

DAY = timedelta(days=1)
KEY = b"a key of the person's"


def tangled(folder: Path, seed: int) -> Path:
    """Sixty commits with merges on two lines of releases, some tagged twice, some tagged as a rehearsal."""
    chance = Random(seed)
    told = Told(folder)
    tips = [told.commit("Begin", DAY)]
    for number in range(2, 61):
        parents = [chance.choice(tips[-4:])]
        if len(tips) > 3 and chance.random() < 0.25:
            parents.append(chance.choice([tip for tip in tips[-6:] if tip not in parents]))
        tips.append(told.commit(f"Change {number}", DAY * number, *parents, waited=DAY * chance.random() * 3))
        if chance.random() < 0.3:
            told.tag(f"v1.{number}.0", tips[-1], DAY * number + timedelta(hours=chance.randint(1, 40)))
        if chance.random() < 0.1:
            told.tag(f"v2.{number}.0", chance.choice(tips), DAY * number + timedelta(hours=41))
        if chance.random() < 0.1:
            told.tag(f"v1.{number}.0-rc.1", tips[-1], DAY * number)
    told.tag("v9.0.0", tips[-1], DAY * 70)
    told.tag("v9.0.1", tips[-1], DAY * 71)
    return told.written()


@pytest.mark.parametrize("seed", range(6))
def test_each_change_belongs_to_the_first_deploy_that_contains_it(tmp_path: Path, seed: int) -> None:
    folder = tangled(tmp_path / "repository", seed)
    deploys = git.read(folder, git.Options(), KEY).history.deploys
    assert len(deploys) > 5
    assert "v9.0.1" not in {deploy.name for deploy in deploys}, "one deploy for a commit"
    assert not any("rc" in deploy.name for deploy in deploys)
    before: list[str] = []
    for deploy in deploys:
        said = asked(folder, "rev-list", "--no-merges", deploy.name, *before).split()
        assert {change.id for change in deploy.changes} == set(said)
        before.append(f"^{deploy.name}")


def test_commits_are_told_of_while_they_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tangled(tmp_path / "repository", 3)
    monkeypatch.setattr(asking, "CHUNK", 2000)
    told: list[tuple[str, int]] = []
    read = git.read(folder, git.Options(), KEY, lambda *one: told.append(one))
    assert read == git.read(folder, git.Options(), KEY)
    assert {what for what, _ in told} == {"commits"} and len(told) > 3
    counts = [count for _, count in told]
    every = asked(folder, "rev-list", "--tags", "HEAD").split()
    assert counts == sorted(counts) and counts[0] < counts[-1] <= len(every) + 1


def test_every_merge_may_be_a_deploy(tmp_path: Path) -> None:
    folder = tangled(tmp_path / "repository", 3)
    deploys = git.read(folder, git.Options(every_merge=True), KEY).history.deploys
    chain = asked(folder, "rev-list", "--first-parent", "HEAD").split()
    assert [deploy.name for deploy in deploys] == chain[::-1]
    reached = asked(folder, "rev-list", "--no-merges", "HEAD").split()
    assert sorted(change.id for deploy in deploys for change in deploy.changes) == sorted(reached)


def test_the_fingerprint_is_keyed_and_tells_of_every_record(tmp_path: Path) -> None:
    folder = tangled(tmp_path / "repository", 1)
    first = git.read(folder, git.Options(), KEY)
    assert git.read(folder, git.Options(), KEY) == first
    assert git.read(folder, git.Options(), b"another").fingerprint != first.fingerprint
    asked(folder, "tag", "v9.1.0", "HEAD~1")
    assert git.read(folder, git.Options(), KEY).fingerprint != first.fingerprint


def test_reverts_bots_and_squashes_are_told(tmp_path: Path) -> None:
    told = Told(tmp_path / "repository")
    first = told.commit("Begin", DAY)
    told.tag("1.0.0", first, DAY)
    bad = told.commit("Cache it", 2 * DAY, first)
    told.tag("1.1.0", bad, 2 * DAY)
    back = told.commit('Revert "Cache it"', 3 * DAY, bad)
    again = told.commit('Revert "Revert "Cache it""', 4 * DAY, back)
    bot = told.commit(
        "Bump a thing", 5 * DAY, again, author="dependabot[bot] <1+dependabot[bot]@host.example>"
    )
    told.tag("1.1.1", bot, 5 * DAY)
    read = git.read(told.written(), git.Options(), KEY)
    changes = {change.subject: change for change in read.history.deploys[-1].changes}
    assert changes['Revert "Cache it"'].reverts == "Cache it"
    assert changes['Revert "Revert "Cache it""'].reverts == ""
    assert [change.subject for change in changes.values() if change.bot] == ["Bump a thing"]
    assert read.history.deploys[-1].patch
    assert any("squashed" in note for note in read.notes), (
        "all were written at the second they were committed"
    )


def test_nothing_that_a_repository_configures_is_run(tmp_path: Path) -> None:
    folder = tangled(tmp_path / "repository", 2)
    trap = tmp_path / "sprung"
    for name in ("core.fsmonitor", "core.pager", "pager.log", "gpg.program", "core.sshCommand"):
        asked(folder, "config", name, f"touch {trap}")
    asked(folder, "config", "log.showSignature", "true")
    assert git.read(folder, git.Options(), KEY).history.deploys
    assert not trap.exists()


def test_what_cannot_be_measured_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingFault, match="no git repository"):
        git.read(tmp_path, git.Options(), KEY)
    with pytest.raises(MissingFault, match="no git repository"):
        git.read(tmp_path / "nowhere", git.Options(), KEY)
    told = Told(tmp_path / "untagged")
    told.commit("Begin", DAY)
    folder = told.written()
    with pytest.raises(InputFault, match="fewer than two releases"):
        git.read(folder, git.Options(), KEY)
    with pytest.raises(InputFault, match="fewer than two commits"):
        git.read(folder, git.Options(every_merge=True), KEY)
    empty = tmp_path / "empty"
    asked(tmp_path, "init", "-q", str(empty))
    with pytest.raises(InputFault, match="fewer than two releases"):
        git.read(empty, git.Options(), KEY)
    asked(tmp_path, "clone", "-q", "--depth", "1", f"file://{tangled(tmp_path / 'whole', 1)}", "shallow")
    with pytest.raises(InputFault, match="Only a part"):
        git.read(tmp_path / "shallow", git.Options(), KEY)


def test_the_product_with_the_most_releases_is_meant_and_the_rest_is_said() -> None:
    lines = [f"api-v1.{number}.0\0{number:040}\0\0{1_700_000_000 + number}" for number in range(5)]
    lines += [f"web/{number}.0\0{number + 50:040}\0\0{1_700_000_000 + number}" for number in range(3)]
    lines += [
        f"api-v2.0.0-beta{number}\0{number + 90:040}\0\0{1_700_000_000 + number}" for number in range(4)
    ]
    lines += ["no-version\0" + "9" * 40 + "\0\0" + "1700000000", "a-tree\0" + "8" * 40 + "\0\0"]
    found = releases(parsed(lines))
    assert [tag.name for tag in found.tags] == [f"api-v1.{number}.0" for number in range(5)]
    assert found.notes[0] == "4 pre-releases were left out."
    assert "(no-version, web)" in found.notes[1]
    assert [tag.name for tag in releases(parsed(lines), "web/*").tags] == ["web/0.0", "web/1.0", "web/2.0"]


@pytest.mark.parametrize(
    ("name", "rehearsal", "patch", "line"),
    [
        ("v2.4.1", False, True, "2.4"),
        ("2.4.0", False, False, "2.4"),
        ("release-2024-03-01", False, False, "2024.3"),
        ("v2.4.0-rc.1", True, False, "2.4"),
        ("v2.4.0b2", True, False, "2.4"),
        ("v2.4.0-beta", True, False, "2.4"),
        ("v2.4.0+build.7", False, False, "2.4"),
        ("v2.4.0-mobile", False, False, "2.4"),
        ("deploy-20240301", False, False, ""),
    ],
)
def test_what_a_tags_name_tells(name: str, rehearsal: bool, patch: bool, line: str) -> None:
    tag = parsed([f"{name}\0{'1' * 40}\0\0{1_700_000_000}"])[0]
    assert (tag.rehearsal, tag.patch, tag.line) == (rehearsal, patch, line)
