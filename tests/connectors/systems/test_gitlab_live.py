"""A project read from a server of our own that answers as GitLab documents it; GitLab itself was not asked."""

from __future__ import annotations

import time
from datetime import date
from functools import partial
from typing import Any

import pytest

from bonafide.connectors.systems import live
from bonafide.connectors.systems.reading import Read
from bonafide.evidence.delivery import Deploys
from bonafide.evidence.flow import Flow
from bonafide.evidence.together import Together
from bonafide.model.faults import Faults, InputFault, WorldFault
from connectors.conftest import Site
from connectors.systems.hub import BEGUN, DAY, HOUR
from connectors.systems.lab import AT, Lab, deployment, merge, note, pipeline, said
from connectors.systems.paged import Paged, answer, figures, told_by


def asked(site: Site, lab: Lab | Paged, **wishes: Any) -> Read:
    """What the kind reads of a server; `start` is the first day that is asked for."""
    site.routes = lab if isinstance(lab, Paged) else lab.served(site.base)
    return told_by("gitlab", site, "BONAFIDE_GITLAB_TOKEN", **{"project": "mill/pay", **wishes})


def paths(site: Site, beginning: str) -> list[str]:
    return [path for path, _ in site.requests if path.startswith(AT + beginning)]


def test_reviews_and_deploys_are_read_page_by_page(site: Site) -> None:
    lab = Lab()
    found = asked(site, lab.served(site.base, size=7), url=site.base + "/api/v4/")
    assert isinstance(found.records, Together)
    told = figures(found)
    assert told["deployment-frequency", ""].n == 39
    assert (told["change-lead-time", ""].value, told["change-lead-time", ""].detail["changes"]) == (36, 78)
    assert [told[name, ""].value for name in ("first-review", "review-to-merge", "open-to-merge")] == [
        5,
        3,
        8,
    ]
    assert {headers["private-token"] for _, headers in site.requests} == {"s3cret"}
    assert not [headers for _, headers in site.requests if "authorization" in headers]
    assert not site.posted, "only questions that change nothing"
    assert not [word for word in ("s3cret", "ada", "ecret", "Quill") if word in repr(found)]
    assert asked(site, lab) == found, "the size of a page is no part of the records"


def test_only_the_days_that_are_asked_for_are_read(site: Site) -> None:
    lab = Lab()
    # It ended long ago; what came after it is not asked for.
    lab.deployments.append(deployment(900, 1, 1, updated_at=said(118)))
    found = asked(site, lab, start=date(2025, 4, 1))
    assert isinstance(found.records, Together)
    flow, deploys = found.records.parts
    assert isinstance(flow, Flow) and len(flow.pulls) == len(paths(site, "/merge_requests/")) == 30
    assert isinstance(deploys, Deploys)
    assert deploys.history.deploys[0].at == BEGUN + 58 * DAY + 12 * HOUR, "what was there before is known"


def test_notes_are_read_up_to_the_first_review(site: Site) -> None:
    lab = Lab()
    lab.notes[50] = [note(50, "ada", hours / 10) for hours in range(30)] + [note(50, "ben", 4)] * 30
    lab.merges[51] = merge(51, draft=True)
    lab.merges[52] = merge(52, author={"username": "group_1_bot"})
    found = asked(site, lab.served(site.base, size=10))
    assert len(paths(site, "/merge_requests/50/")) == 4
    assert not paths(site, "/merge_requests/51/") and not paths(site, "/merge_requests/52/")
    assert "2 drafts and merge requests of bots were left out." in found.notes


def test_environments_of_production_are_found_or_named(site: Site) -> None:
    lab = Lab()
    for number, one in enumerate(lab.deployments):
        one["environment"] = {"name": f"shop-{number % 2}"}
    lab.environments = [{"name": "shop-0", "slug": "a", "tier": "production"}, {"name": "shop-1", "slug": "b", "tier": "other"}]  # fmt: skip
    assert figures(asked(site, lab))["deployment-frequency", ""].n == 19
    both = asked(site, lab, environment=("shop-0", "shop-1"))
    assert figures(both)["deployment-frequency", ""].n == 39
    lab.environments, lab.merges = lab.environments[1:], []
    with pytest.raises(Faults, match=r"only to: shop-1(?s:.*)--environment"):
        asked(site, lab)
    lab.environments = [{"name": f"production/{number}", "slug": "x"} for number in range(21)]
    with pytest.raises(Faults, match="21 environments are called production"):
        asked(site, lab)


def test_pipelines_of_a_branch_are_asked_for(site: Site) -> None:
    lab = Lab()
    lab.pipelines += [pipeline(900, 1, 50, ref="spike"), pipeline(901, 3, 51, source="merge_request_event")]
    found = asked(site, lab, branch="main")
    assert figures(found)["deployment-frequency", ""].n == 39
    assert figures(found)["change-lead-time", ""].value == 36
    assert not paths(site, "/deployments") and not paths(site, "/environments")


def test_what_tells_nothing_is_said_and_the_rest_is_measured(site: Site) -> None:
    lab = Lab()
    lab.deployments = lab.deployments[-2:]
    found = asked(site, lab)
    assert isinstance(found.records, Flow)
    assert found.notes[0].startswith("Deployments are not measured: The history is too short")
    lab.merges, lab.deployments = [], Lab().deployments
    assert isinstance(asked(site, lab).records, Deploys)


def test_commits_that_cannot_be_had_bring_no_changes(site: Site) -> None:
    server = Lab().served(site.base)
    server.lists = {path: told for path, told in server.lists.items() if not path.endswith("/commits")}
    assert figures(asked(site, server))["change-lead-time", ""].why == "The records hold no changes, only deploys."  # fmt: skip


def test_a_limit_is_waited_for_and_a_longer_one_is_said(site: Site) -> None:
    server = Lab().served(site.base)
    busy = partial(answer, value=b"Retry later\n", status=429, retry_after="1")
    server.first = {f"{AT}/merge_requests": [busy], f"{AT}/merge_requests/4/notes": [busy]}
    assert figures(asked(site, server))["first-review", ""].value == 5
    server.first = {
        f"{AT}/deployments": [partial(answer, value=b"Retry later\n", status=429, retry_after="7200")]
    }
    with pytest.raises(WorldFault, match="no more questions for 120 minutes"):
        asked(site, server)


def test_broken_answers_other_hosts_and_stalls_end_the_reading(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Lab().served(site.base)
    elsewhere = partial(answer, value=[], link='<https://elsewhere.example/api/v4>; rel="next"')
    monkeypatch.setattr(live, "PATIENCE", 0.2)
    for handler, match in (
        (partial(answer, value=b"<html>Sign in</html>"), "Its answer cannot be read"),
        (partial(answer, value={"message": "maintenance"}), "no list of merge requests"),
        (elsewhere, r"another address \(elsewhere.example\)"),
        (lambda _: time.sleep(1), "took too long"),
        (partial(answer, value={}, status=404), "404.*whether the token may see it"),
        (partial(answer, value={}, status=302, location="/users/sign_in"), "status 302"),
        (partial(answer, value={}, status=403), "does not take this one.*BONAFIDE_GITLAB_TOKEN"),
    ):
        server.first = {f"{AT}/merge_requests": [handler]}
        if "no list" in match:
            assert match in asked(site, server).notes[0]
            continue
        with pytest.raises(WorldFault, match=match):
            asked(site, server)


@pytest.mark.parametrize(
    "project", ["../admin", "mill/..", "mill/pay?x=1", "mill//pay", "https://lab.example/mill/pay"]
)
def test_what_is_no_project_is_said(site: Site, project: str) -> None:
    with pytest.raises(InputFault, match="no project"):
        asked(site, Lab(1), project=project)
    assert not site.requests


def test_a_project_may_be_a_number(site: Site) -> None:
    with pytest.raises(WorldFault, match="404"):
        asked(site, Lab(1), project="42")
    assert site.requests[0][0].startswith("/api/v4/projects/42/merge_requests?")
