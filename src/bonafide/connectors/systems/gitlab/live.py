"""Asking GitLab: merge requests and their notes, and what was deployed, read-only and within bounds.

Source: the documentation of the REST interface, version 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hmac import HMAC
from typing import Any
from urllib.parse import quote

from bonafide.connectors.systems.asker import A_PAGE, BEFORE, SECONDS, Asker, until
from bonafide.connectors.systems.gitlab import commits, deployments, merges, pipelines
from bonafide.connectors.systems.graph import Commit
from bonafide.connectors.systems.listed import Found
from bonafide.connectors.systems.live import Live
from bonafide.connectors.systems.paging import onward
from bonafide.connectors.systems.parts import Part, deployed, those_that_tell
from bonafide.connectors.systems.reading import Request
from bonafide.connectors.systems.rollouts import Rollouts, no_production, ranged
from bonafide.connectors.systems.secret import bare
from bonafide.model.faults import InputFault

TOKEN = "BONAFIDE_GITLAB_TOKEN"
HEADER = "PRIVATE-TOKEN"
ADDRESS = "https://gitlab.com"
INTERFACE = "/api/v4"
MOST_ENVIRONMENTS = 20
_PROJECT = re.compile(r"[\w.-]{1,255}(?:/[\w.-]{1,255}){0,20}")


def asked(request: Request, digest: HMAC) -> Part:
    """What a project tells of the request's days. Raises InputFault or WorldFault."""
    project = request.wish("project")
    if not _PROJECT.fullmatch(project) or {".", ".."} & set(project.split("/")):
        raise InputFault("This is no project.", where=f"--project {project[:80]}", mend="Such as mill/pay.")
    secret = bare(request.environment, TOKEN, HEADER)
    url = (request.wish("url") or ADDRESS).rstrip("/").removesuffix(INTERFACE)
    with Live(url, secret, request.every("allow"), seconds=SECONDS, progress=request.progress) as server:
        lab = GitLab(server, f"{INTERFACE}/projects/{quote(project, safe='')}", request, digest)
        return those_that_tell({"Merge requests": lab.flow, "Deployments": lab.deploys}, request.end)


class GitLab(Asker):
    """The questions to GitLab about one project."""

    def flow(self) -> Part:
        """The merge requests that were opened in the days that are asked for, with their notes up to a first review."""
        return Part(*merges.flow(self._merges(), self.request.end, asked=True))

    def deploys(self) -> Part:
        """What was brought into production in these days, by deployments or by the pipelines of a branch."""
        told = self._pipelines() if self.request.wish("branch") else self._deployments()
        return deployed(told, ranged(told.made, self._between), live=True)

    def _merges(self) -> Iterator[tuple[str, Any]]:
        parameters = {"state": "all", "scope": "all", "order_by": "created_at", "sort": "desc"}
        parameters["created_after"] = self.start.isoformat()
        kept: list[Found] = []
        for where, found in self.pages(merges.SHAPE, "/merge_requests", parameters):
            wanted = until(found, self.request.end)
            yield self.kept(where, wanted)
            kept += [one for one in wanted if merges.counts(one)]
            self.few([one.text("iid") for one in kept], "merge requests")
        for merge in kept:
            yield from self._notes(merge)

    def _notes(self, merge: Found) -> Iterator[tuple[str, Any]]:
        path = f"/merge_requests/{quote(merge.text('iid'), safe='')}/notes"
        for where, found in self.pages(merges.SHAPE, path, {"order_by": "created_at", "sort": "asc"}):
            yield self.kept(where, found)
            if any(merges.is_review(note, merge) for note in found):
                return

    def _deployments(self) -> Rollouts:
        names = self.request.every("environment") or self._production()
        return deployments.rollouts(self._deployed(names), names)

    def _production(self) -> tuple[str, ...]:
        pages = self.pages(deployments.ENVIRONMENTS, "/environments")
        found = [one for _, page in pages for one in page]
        names = tuple(one.text("name") for one in found if deployments.wanted(one, ()))
        if len(names) > MOST_ENVIRONMENTS:
            what = f"{len(names)} environments are called production."
            raise InputFault(what, mend="Name those that count: --environment NAME.")
        if not names:
            raise no_production((one.text("name") for one in found), "Name one: --environment NAME.")
        return names

    def _deployed(self, names: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        since = self.start - BEFORE
        parameters = {"status": "success", "order_by": "updated_at", "updated_after": since.isoformat()}
        for name in names:
            for where, found in self.pages(
                deployments.SHAPE, "/deployments", {**parameters, "environment": name}
            ):
                # One that ended long before may have changed in these days; those that came after it are not in the list.
                yield self.kept(where, (one for one in found if deployments.ended(one) >= since))

    def _pipelines(self) -> Rollouts:
        branch = self.request.wish("branch")
        since = (self.start - BEFORE).isoformat()
        parameters = {"ref": branch, "status": "success", "order_by": "updated_at", "updated_after": since}
        pages = self.pages(pipelines.SHAPE, "/pipelines", parameters)
        return pipelines.rollouts((self.kept(where, found) for where, found in pages), branch)

    def _between(self, begun: str, head: str) -> Iterable[Commit] | None:
        parameters = {**A_PAGE, "ref_name": f"{begun}..{head}"}
        answer = self.server.get(f"{self.path}/repository/commits", parameters)
        # A commit that is gone is no reason to end the reading.
        if answer.status != 200:
            return None
        pages = self.told(commits.SHAPE, onward(self.server, answer))
        return commits.commits(self.kept(where, found) for where, found in pages).values()
