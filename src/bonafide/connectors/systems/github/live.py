"""Asking GitHub: pull requests and their reviews, and what was deployed, read-only and within bounds.

Source: the documentation of the REST interface, version 2022-11-28.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hmac import HMAC
from typing import Any
from urllib.parse import quote

from bonafide.connectors.systems.asker import A_PAGE, BEFORE, SECONDS, Asker, since, until
from bonafide.connectors.systems.github import commits, deployments, pulls, runs
from bonafide.connectors.systems.graph import Commit
from bonafide.connectors.systems.listed import Found, Shape
from bonafide.connectors.systems.live import Answer, Live
from bonafide.connectors.systems.paging import onward, too_many
from bonafide.connectors.systems.parts import Part, deployed, those_that_tell
from bonafide.connectors.systems.reading import Request
from bonafide.connectors.systems.rollouts import Rollouts, ranged
from bonafide.connectors.systems.secret import bearer
from bonafide.model.faults import InputFault

TOKEN = "BONAFIDE_GITHUB_TOKEN"
ADDRESS = "https://api.github.com"
HEADERS = {"X-GitHub-Api-Version": "2022-11-28"}
SEARCHED = 1_000
"""Runs that GitHub tells of one search, however many there are."""
_REPO = re.compile(r"[\w.-]{1,100}/[\w.-]{1,100}", re.ASCII)


def asked(request: Request, digest: HMAC) -> Part:
    """What a repository tells of the request's days. Raises InputFault or WorldFault."""
    repo = request.wish("repo")
    if not _REPO.fullmatch(repo) or {".", ".."} & set(repo.split("/")):
        raise InputFault("This is no repository.", where=f"--repo {repo[:80]}", mend="Such as mill/pay.")
    secret = bearer(request.environment, TOKEN)
    url = request.wish("url") or ADDRESS
    with Live(
        url, secret, request.every("allow"), seconds=SECONDS, headers=HEADERS, progress=request.progress
    ) as server:
        hub = GitHub(server, f"/repos/{repo}", request, digest)
        return those_that_tell({"Pull requests": hub.flow, "Deployments": hub.deploys}, request.end)


class GitHub(Asker):
    """The questions to GitHub about one repository."""

    def flow(self) -> Part:
        """The pull requests that were opened in the days that are asked for, and their reviews."""
        return Part(*pulls.flow(self._pulls(), self.request.end, asked=True))

    def deploys(self) -> Part:
        """What was brought into production in these days, by deployments or by the runs of a workflow."""
        told = self._runs() if self.request.wish("workflow") else self._deployments()
        return deployed(told, ranged(told.made, self._between), live=True)

    def _pulls(self) -> Iterator[tuple[str, Any]]:
        parameters = {"state": "all", "sort": "created", "direction": "desc"}
        numbers: list[str] = []
        for where, found in self.pages(pulls.SHAPE, "/pulls", parameters):
            recent = since(found, self.start)
            wanted = until(recent, self.request.end)
            yield self.kept(where, wanted)
            numbers += [one.text("number") for one in wanted if pulls.counts(one)]
            self.few(numbers, "pull requests")
            if len(recent) < len(found):
                break
        for number in numbers:
            yield from self._below(pulls.SHAPE, f"/pulls/{quote(number, safe='')}/reviews")

    def _deployments(self) -> Rollouts:
        names = self.request.every("environment")
        return deployments.rollouts(self._deployed(names), names)

    def _deployed(self, names: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        idents: list[str] = []
        for parameters in [{"environment": name} for name in names] or [{}]:
            for where, found in self.pages(deployments.SHAPE, "/deployments", parameters):
                recent = since(found, self.start - BEFORE)
                yield self.kept(where, recent)
                idents += [one.text("id") for one in recent if deployments.wanted(one, names)]
                self.few(idents, "deployments")
                # They come with the newest first; that is not promised, so a page is read beyond the days.
                if not recent:
                    break
        for ident in idents:
            yield from self._below(deployments.SHAPE, f"/deployments/{quote(ident, safe='')}/statuses")

    def _runs(self) -> Rollouts:
        path = f"/actions/workflows/{quote(self.request.wish('workflow'), safe='')}/runs"
        first = (self.start - BEFORE).date()
        return runs.rollouts(self._ran(path, first, self.request.end), "", self.request.wish("branch"))

    def _ran(self, path: str, first: date, last: date) -> Iterator[tuple[str, Any]]:
        """The runs of some days; in halves where there are more than one search tells."""
        parameters = {**A_PAGE, "status": "success", "created": f"{first}..{last}"}
        answer = self.server.get(f"{self.path}{path}", parameters)
        count = _count(answer)
        if count > SEARCHED and first == last:
            raise too_many(answer.where, SEARCHED, "runs on one day")
        if count > SEARCHED:
            middle = first + (last - first) // 2
            yield from self._ran(path, first, middle)
            yield from self._ran(path, middle + timedelta(days=1), last)
        else:
            for where, found in self.told(runs.SHAPE, onward(self.server, answer)):
                yield self.kept(where, found)

    def _between(self, begun: str, head: str) -> Iterable[Commit] | None:
        span = f"{quote(begun, safe='')}...{quote(head, safe='')}"
        answer = self.server.get(f"{self.path}/compare/{span}", A_PAGE)
        # A commit that is gone, or a comparison that is too large, is no reason to end the reading.
        if answer.status != 200:
            return None
        pages = self.told(commits.SHAPE, onward(self.server, answer))
        return commits.commits(self.kept(where, found) for where, found in pages).values()

    def _below(self, shape: Shape, path: str) -> Iterator[tuple[str, list[Any]]]:
        pages: Iterator[tuple[str, list[Found]]] = self.pages(shape, path)
        return (self.kept(where, found) for where, found in pages)


def _count(answer: Answer) -> int:
    told = answer.json() if answer.status == 200 else {}
    count = told.get("total_count") if isinstance(told, dict) else 0
    return count if isinstance(count, int) else 0
