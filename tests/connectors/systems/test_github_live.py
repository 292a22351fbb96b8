"""A repository read from a server of our own that answers as GitHub documents it; GitHub itself was not asked."""

from __future__ import annotations

import time
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bonafide.connectors.systems import asker, live
from bonafide.connectors.systems.reading import Read
from bonafide.evidence.delivery import Deploys
from bonafide.evidence.flow import Flow
from bonafide.evidence.together import Together
from bonafide.model.faults import Faults, InputFault, WorldFault
from connectors.conftest import Site
from connectors.systems.hub import BEGUN, DAY, HOUR, Hub, deployment, run, status
from connectors.systems.paged import Paged, answer, figures, told_by

AT = "/repos/mill/pay"


def asked(site: Site, hub: Hub | Paged, **wishes: Any) -> Read:
    """What the kind reads of a server; `start` is the first day that is asked for."""
    site.routes = hub if isinstance(hub, Paged) else hub.served(site.base)
    return told_by("github", site, "BONAFIDE_GITHUB_TOKEN", **{"repo": "mill/pay", **wishes})


def paths(site: Site, beginning: str) -> list[str]:
    return [path for path, _ in site.requests if path.startswith(AT + beginning)]


def test_reviews_and_deploys_are_read_page_by_page(site: Site) -> None:
    hub = Hub()
    found = asked(site, hub.served(site.base, size=7))
    assert isinstance(found.records, Together)
    told = figures(found)
    assert told["deployment-frequency", ""].n == 39
    assert (told["change-lead-time", ""].value, told["change-lead-time", ""].detail["changes"]) == (36, 78)
    assert [told[name, ""].value for name in ("first-review", "review-to-merge", "open-to-merge")] == [
        5,
        3,
        8,
    ]
    assert found.notes == ("All is measured over the days of which every list tells.",)
    assert {headers["authorization"] for _, headers in site.requests} == {"Bearer s3cret"}
    assert {headers["x-github-api-version"] for _, headers in site.requests} == {"2022-11-28"}
    assert not site.posted, "only questions that change nothing"
    assert not [word for word in ("s3cret", "ada", "Secret") if word in repr(found)]
    assert asked(site, hub) == found, "the size of a page is no part of the records"
    hub.reviews[60] = []
    assert asked(site, hub).fingerprint != found.fingerprint


def test_only_the_days_that_are_asked_for_are_read(site: Site) -> None:
    found = asked(site, Hub().served(site.base, size=10), start=date(2025, 4, 1))
    assert isinstance(found.records, Together)
    flow, deploys = found.records.parts
    assert isinstance(flow, Flow) and len(flow.pulls) == len(paths(site, "/pulls/")) == 30
    assert isinstance(deploys, Deploys)
    assert deploys.history.deploys[0].at == BEGUN + 60 * DAY + 12 * HOUR, "what was there before is known"
    assert len(paths(site, "/pulls?")) == 4 and len(paths(site, "/compare/")) == 6


def test_drafts_bots_and_other_environments_take_no_question(site: Site) -> None:
    hub = Hub()
    hub.pulls[5] = hub.pull(5, draft=True)
    hub.pulls[6] = hub.pull(6, user={"login": "renovate[bot]", "type": "Bot"})
    hub.deployments += [deployment(900, 1, 1, "staging")]
    found = asked(site, hub)
    assert (
        not paths(site, "/pulls/5/") and not paths(site, "/pulls/6/") and not paths(site, "/deployments/900/")
    )
    assert "2 drafts and pull requests of bots were left out." in found.notes


def test_named_environments_are_asked_for(site: Site) -> None:
    hub = Hub()
    for one in hub.deployments[::2]:
        one |= {"environment": "eu-1", "production_environment": False}
    for one in hub.deployments[1::2]:
        one |= {"environment": "us-1", "production_environment": False}
    with pytest.raises(Faults, match="to production in it, only to: eu-1, us-1"):
        asked(site, _without_pulls(hub))
    hub.pulls = Hub().pulls
    assert figures(asked(site, hub, environment=("eu-1", "us-1")))["deployment-frequency", ""].n == 39
    assert figures(asked(site, hub, environment="eu-1"))["deployment-frequency", ""].n == 19


def _without_pulls(hub: Hub) -> Hub:
    hub.pulls = []
    return hub


def test_runs_of_a_workflow_are_asked_for_in_pieces(site: Site) -> None:
    hub = Hub()
    hub.runs = [run(number, number // 20, number / 20) for number in range(2400)]
    found = asked(site, hub, workflow="deploy.yml", branch="main")
    assert figures(found)["deployment-frequency", ""].n == 78
    assert not paths(site, "/deployments")
    assert len(paths(site, "/actions/")) > 24
    hub.runs = [run(number, 1, 3) for number in range(1200)]
    assert "Deployments are not measured: There are more than 1,000 runs on one day" in asked(site, hub, workflow="deploy.yml").notes[0]  # fmt: skip


def test_what_tells_nothing_is_said_and_the_rest_is_measured(site: Site) -> None:
    hub = Hub()
    hub.deployments = []
    found = asked(site, hub)
    assert isinstance(found.records, Flow)
    assert found.notes[0].startswith("Deployments are not measured: There is no deployment in it.")
    hub.deployments = [deployment(900, 118, 117), deployment(901, 119, 118)]
    hub.statuses = {900: [status(900, "success", 117)], 901: [status(901, "success", 118)]}
    assert "Deployments are not measured: The history is too short" in asked(site, hub).notes[0]
    hub = _without_pulls(Hub())
    assert isinstance(asked(site, hub).records, Deploys)
    hub.deployments = []
    with pytest.raises(Faults, match=r"no pull request(?s:.*)no deployment"):
        asked(site, hub)


def test_no_reviews_are_none_and_not_unknown(site: Site) -> None:
    hub = Hub()
    hub.reviews = {number: [] for number in hub.reviews}
    found = asked(site, hub)
    assert figures(found)["first-review", ""].why.startswith("0 pull requests")
    assert not [note for note in found.notes if "hold no reviews" in note]


def test_commits_that_cannot_be_compared_bring_no_changes(site: Site) -> None:
    server = Hub().served(site.base)
    server.more = lambda _: None
    told = figures(asked(site, server))
    assert told["change-lead-time", ""].why == "The records hold no changes, only deploys."
    assert told["deployment-frequency", ""].value


def test_comparisons_that_are_too_large_are_asked_for_in_halves(site: Site) -> None:
    server = Hub().served(site.base)
    whole = server.more

    def small(path: str) -> Any:
        told = whole(path)
        return told if told and len(told["commits"]) <= 40 else None

    server.more = small
    assert figures(asked(site, server))["change-lead-time", ""].detail["changes"] == 78
    assert len({path.partition("?")[0] for path in paths(site, "/compare/")}) == 7


def test_commits_from_elsewhere_are_asked_for_too(site: Site) -> None:
    hub = Hub()
    # The last is no descendant of the others: what they brought is found by asking for the next to last.
    hub.commits[118]["parents"] = []
    server = hub.served(site.base)
    whole = server.more
    server.more = lambda path: {"commits": [hub.commits[118]]} if path.endswith(hub.commits[118]["sha"]) else whole(path)  # fmt: skip
    assert figures(asked(site, server))["change-lead-time", ""].value == 36
    assert len({path.partition("?")[0] for path in paths(site, "/compare/")}) == 2


def test_a_limit_is_waited_for_and_a_longer_one_is_said(site: Site) -> None:
    server = Hub().served(site.base)
    busy = partial(answer, value={"message": "slow down"}, status=429, retry_after="0")
    spent = partial(
        answer, value={"message": "You have exceeded a secondary rate limit"}, status=403, retry_after="1"
    )
    server.first = {f"{AT}/pulls": [busy, busy], f"{AT}/deployments/4/statuses": [spent]}
    assert figures(asked(site, server))["deployment-frequency", ""].n == 39
    reset = {"x_ratelimit_remaining": "0", "x_ratelimit_reset": str(int(time.time()) + 3000)}
    server.first = {f"{AT}/deployments": [partial(answer, value={}, status=403, **reset)]}
    with pytest.raises(WorldFault, match=r"no more questions for (49|50|51) minutes"):
        asked(site, server)


def test_broken_answers_other_hosts_and_stalls_end_the_reading(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Hub().served(site.base)
    elsewhere = partial(answer, value=[], link='<https://elsewhere.example/pulls>; rel="next"')
    monkeypatch.setattr(live, "PATIENCE", 0.2)
    for handler, match in (
        (partial(answer, value=b'[{"sha": '), r"pulls:1: Its answer cannot be read"),
        (elsewhere, r"another address \(elsewhere.example\)"),
        (lambda _: time.sleep(1), "took too long"),
        (partial(answer, value={}, status=404), "404.*Check the name"),
        (partial(answer, value={}, status=301, location="/repositories/1"), "status 301.*has now"),
        (partial(answer, value={}, status=401), "does not take this one.*BONAFIDE_GITHUB_TOKEN"),
    ):
        server.first = {f"{AT}/pulls": [handler]}
        with pytest.raises(WorldFault, match=match):
            asked(site, server)


def test_too_many_are_not_measured_in_part(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asker, "MOST", 50)
    found = asked(site, _without_pulls(Hub(99)))
    assert isinstance(found.records, Deploys)
    with pytest.raises(Faults, match=r"more than 50 pull requests.*--from"):
        asked(site, Hub())
    assert not paths(site, "/pulls/")


@pytest.mark.parametrize(
    "repo", ["pay", "mill/pay/x", "../pay", "mill/..", "mill/pay?x=1", "https://github.com/mill/pay"]
)
def test_what_is_no_repository_is_said(site: Site, repo: str) -> None:
    with pytest.raises(InputFault, match="no repository"):
        asked(site, Hub(1), repo=repo)
    assert not site.requests


def test_a_pull_request_that_is_open_counts_with_its_time(site: Site) -> None:
    hub = Hub()
    for number in range(60, 80):
        hub.pulls[number] = hub.pull(number, merged_at=None, closed_at=None)
        hub.reviews[number] = []
    told = figures(asked(site, hub))
    assert (told["first-review", ""].value, told["first-review", ""].detail["open"]) == (5, 20)
    assert (told["open-to-merge", ""].value, told["open-to-merge", ""].n) == (8, 78)


def test_incidents_are_held_against_what_was_deployed_live(site: Site, tmp_path: Path) -> None:
    (tmp_path / "incidents.csv").write_text("Created,Cause\nsoon,x\n")
    with pytest.raises(InputFault, match="“soon” is no date"):
        asked(site, Hub(), incidents=str(tmp_path / "incidents.csv"))
    assert not site.requests, "a fault of the file is told before anything is asked"
    parts = asked(site, Hub()).records
    assert isinstance(parts, Together)
    deploys = next(part for part in parts.parts if isinstance(part, Deploys)).history.deploys
    lines = [f"{one.at:%Y-%m-%d %H:%M:%S},{one.commit}" for one in deploys[::5]]
    (tmp_path / "incidents.csv").write_text("\n".join(["Created,Cause", *lines]))
    found = asked(site, Hub(), incidents=str(tmp_path / "incidents.csv"))
    window = found.records.reach(date(2025, 5, 1))
    told = {one.figure.rule: one.figure for one in found.records.counted(window, Random(1)) if one.figure.measure == "change-failure-rate"}  # fmt: skip
    held = [one for one in deploys[::5] if window.holds(one.at)]
    assert told["linked incident"].detail == {"failed": float(len(held))} and len(held) > 3
