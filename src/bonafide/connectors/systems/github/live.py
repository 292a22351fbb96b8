"""Asking GitHub: pull requests and their reviews, and what was deployed, read-only and within bounds.

Source: the documentation of the REST interface, version 2022-11-28.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from hmac import HMAC
from typing import Any
from urllib.parse import quote

from bonafide.connectors.systems.github import commits, deployments, pulls, runs
from bonafide.connectors.systems.graph import Commit
from bonafide.connectors.systems.listed import Found, listed
from bonafide.connectors.systems.live import Answer, Live
from bonafide.connectors.systems.paging import linked, onward, too_many
from bonafide.connectors.systems.parts import Part, deployed, those_that_tell
from bonafide.connectors.systems.reading import Request
from bonafide.connectors.systems.rollouts import Rollouts, ranged
from bonafide.connectors.systems.secret import bearer
from bonafide.model.faults import InputFault

TOKEN = "BONAFIDE_GITHUB_TOKEN"
ADDRESS = "https://api.github.com"
HEADERS = {"X-GitHub-Api-Version": "2022-11-28"}
SECONDS = 1800.0
"""Of one reading: a question for each pull request and each deployment, a few every second."""
MOST = 2_000
"""Pull requests, and deployments, of which each takes a question; GitHub answers 5,000 an hour."""
BEFORE = timedelta(days=31)
"""Deploys of so many days before are asked for too: the last of them is what the first of the window is held against."""
SEARCHED = 1_000
"""Runs that GitHub tells of one search, however many there are."""
A_PAGE = {"per_page": "100"}
_REPO = re.compile(r"[\w.-]{1,100}/[\w.-]{1,100}", re.ASCII)


def asked(request: Request, digest: HMAC) -> Part:
    """What a repository tells of the request's days. Raises InputFault or WorldFault."""
    repo = request.wish("repo")
    if not _REPO.fullmatch(repo) or {".", ".."} & set(repo.split("/")):
        raise InputFault("This is no repository.", where=f"--repo {repo[:80]}", mend="Such as mill/pay.")
    secret = bearer(request.environment, TOKEN)
    url = request.wish("url") or ADDRESS
    with Live(url, secret, request.every("allow"), seconds=SECONDS, headers=HEADERS) as server:
        asker = Asker(server, f"/repos/{repo}", request, digest)
        parts = {"Pull requests": asker.flow, "Deployments": asker.deploys}
        return those_that_tell(parts, request.end)


class Asker:
    """The questions of one reading; every answer is fed to the digest."""

    def __init__(self, server: Live, path: str, request: Request, digest: HMAC) -> None:
        self._server = server
        self._path = path
        self._request = request
        self._digest = digest
        self._start = datetime.combine(request.start, time(), UTC)

    def flow(self) -> Part:
        """The pull requests that were opened in the days that are asked for, and their reviews."""
        return Part(*pulls.flow(self._pulls(), self._request.end, asked=True))

    def deploys(self) -> Part:
        """What was brought into production in these days, by deployments or by the runs of a workflow."""
        told = self._runs() if self._request.wish("workflow") else self._deployments()
        return deployed(told, ranged(told.made, self._between), live=True)

    def _pulls(self) -> Iterator[tuple[str, Any]]:
        parameters = {"state": "all", "sort": "created", "direction": "desc"}
        numbers: list[str] = []
        for where, page in self._pages(f"{self._path}/pulls", parameters):
            found = list(listed(pulls.SHAPE, where, page))
            recent = [one for one in found if _since(one, self._start)]
            yield where, [one.value for one in recent]
            numbers += [one.text("number") for one in recent if pulls.counts(one)]
            _few(numbers, self._path, "pull requests")
            if len(recent) < len(found):
                break
        for number in numbers:
            yield from self._pages(f"{self._path}/pulls/{quote(number, safe='')}/reviews")

    def _deployments(self) -> Rollouts:
        names = self._request.every("environment")
        return deployments.rollouts(self._deployed(names), names)

    def _deployed(self, names: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        idents: list[str] = []
        for parameters in [{"environment": name} for name in names] or [{}]:
            for where, page in self._pages(f"{self._path}/deployments", parameters):
                found = list(listed(deployments.SHAPE, where, page))
                recent = [one for one in found if _since(one, self._start - BEFORE)]
                yield where, [one.value for one in recent]
                idents += [one.text("id") for one in recent if deployments.wanted(one, names)]
                _few(idents, self._path, "deployments")
                # They come with the newest first; that is not promised, so a page is read beyond the days.
                if not recent:
                    break
        for ident in idents:
            yield from self._pages(f"{self._path}/deployments/{quote(ident, safe='')}/statuses")

    def _runs(self) -> Rollouts:
        workflow = self._request.wish("workflow")
        path = f"{self._path}/actions/workflows/{quote(workflow, safe='')}/runs"
        first = (self._start - BEFORE).date()
        return runs.rollouts(self._ran(path, first, self._request.end), "", self._request.wish("branch"))

    def _ran(self, path: str, first: date, last: date) -> Iterator[tuple[str, Any]]:
        """The runs of some days; in halves where there are more than one search tells."""
        parameters = {**A_PAGE, "status": "success", "created": f"{first}..{last}"}
        answer = self._server.get(path, parameters)
        count = _count(answer)
        if count > SEARCHED and first == last:
            raise too_many(path, SEARCHED, "runs on one day")
        if count > SEARCHED:
            middle = first + (last - first) // 2
            yield from self._ran(path, first, middle)
            yield from self._ran(path, middle + timedelta(days=1), last)
        else:
            yield from self._told(onward(self._server, answer))

    def _between(self, begun: str, head: str) -> Iterable[Commit]:
        span = f"{quote(begun, safe='')}...{quote(head, safe='')}"
        answer = self._server.get(f"{self._path}/compare/{span}", A_PAGE)
        # A commit that is gone, or a comparison that is too large, tells of no changes; the reading goes on without them.
        if answer.status != 200:
            return ()
        return commits.commits(self._told(onward(self._server, answer))).values()

    def _pages(self, path: str, parameters: dict[str, str] | None = None) -> Iterator[tuple[str, Any]]:
        return self._told(linked(self._server, path, {**A_PAGE, **(parameters or {})}))

    def _told(self, answers: Iterable[Answer]) -> Iterator[tuple[str, Any]]:
        for answer in answers:
            self._digest.update(answer.content)
            yield answer.where, answer.json()


def _since(one: Found, start: datetime) -> bool:
    at = one.moment("created_at")
    return at is None or at >= start


def _few(found: list[str], where: str, what: str) -> None:
    if len(found) > MOST:
        raise too_many(where, MOST, what)


def _count(answer: Answer) -> int:
    told = answer.json() if answer.status == 200 else {}
    count = told.get("total_count") if isinstance(told, dict) else 0
    return count if isinstance(count, int) else 0
