"""A repository as GitHub's REST interface tells it: a commit a day, deployed in the evening of every second day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from connectors.systems.paged import Paged, Query

API = "https://api.host.example/repos/mill/pay"
BEGUN = datetime(2025, 1, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def said(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def sha(number: int) -> str:
    return f"{number:040x}"


def commit(number: int, **more: Any) -> dict[str, Any]:
    """One of `GET /commits`: written half a day before it is committed, on the day of its number."""
    at = BEGUN + number * DAY
    who = {"name": "Ada Quill", "email": "ada@mill.example"}
    told = {
        "author": {**who, "date": said(at - 12 * HOUR)}, "committer": {**who, "date": said(at)},
        "message": f"Change {number}\n\nSecret ledger", "comment_count": 0,
    }  # fmt: skip
    return {
        "sha": sha(number), "commit": {**told, **more}, "url": f"{API}/commits/{sha(number)}",
        "author": {"login": "ada", "type": "User"}, "parents": [{"sha": sha(number - 1)}] if number else [],
    }  # fmt: skip


def deployment(
    number: int, commit: int, day: float, environment: str = "production", **more: Any
) -> dict[str, Any]:
    """One of `GET /deployments`."""
    return {
        "url": f"{API}/deployments/{number}", "id": number, "sha": sha(commit), "ref": "main", "task": "deploy",
        "environment": environment, "original_environment": environment, "production_environment": environment == "production",
        "transient_environment": False, "created_at": said(BEGUN + day * DAY + 11 * HOUR), "creator": {"login": "ada"},
        "updated_at": said(BEGUN + (day + 9) * DAY), "statuses_url": f"{API}/deployments/{number}/statuses",
    } | more  # fmt: skip


def status(number: int, state: str, day: float, minutes: float = 720) -> dict[str, Any]:
    """One of `GET /deployments/ID/statuses`, so many minutes after noon of its day."""
    return {
        "url": f"{API}/deployments/{number}/statuses/1", "id": number * 10, "state": state, "environment": "production",
        "deployment_url": f"{API}/deployments/{number}", "created_at": said(BEGUN + day * DAY + minutes / 60 * HOUR),
    }  # fmt: skip


def run(number: int, commit: int, day: float, **more: Any) -> dict[str, Any]:
    """One of `GET /actions/runs`."""
    return {
        "id": number, "name": "Deploy", "path": ".github/workflows/deploy.yml", "workflow_id": 7, "run_number": number,
        "head_sha": sha(commit), "head_branch": "main", "event": "push", "status": "completed", "conclusion": "success",
        "created_at": said(BEGUN + day * DAY + 11 * HOUR), "updated_at": said(BEGUN + day * DAY + 12 * HOUR),
        "actor": {"login": "ada", "type": "User"},
    } | more  # fmt: skip


class Hub:
    """The lists of so many days; newest first, as GitHub tells them."""

    def __init__(self, days: int = 120) -> None:
        self.commits = [commit(number) for number in range(days)]
        self.deployments = [deployment(number, number, number) for number in range(0, days, 2)]
        self.statuses = {
            one["id"]: [status(one["id"], "inactive", one["id"] + 2), status(one["id"], "success", one["id"]), status(one["id"], "in_progress", one["id"], 700)]
            for one in self.deployments
        }  # fmt: skip
        self.runs = [run(number, number, number) for number in range(0, days, 2)]
        self.pulls = [self.pull(number) for number in range(days)]
        self.reviews = {number: [self.review(number, "ben", 5)] for number in range(days)}

    def pull(self, number: int, **more: Any) -> dict[str, Any]:
        """One of `GET /pulls`, merged eight hours after it was opened."""
        at = BEGUN + number * DAY
        return {
            "url": f"{API}/pulls/{number}", "number": number, "state": "closed", "draft": False, "title": "Secret ledger",
            "user": {"login": "ada", "type": "User"}, "created_at": said(at), "closed_at": said(at + 8 * HOUR),
            "merged_at": said(at + 8 * HOUR),
        } | more  # fmt: skip

    def review(self, number: int, login: str, hours: float) -> dict[str, Any]:
        """One of `GET /pulls/N/reviews`."""
        return {
            "pull_request_url": f"{API}/pulls/{number}", "user": {"login": login, "type": "User"}, "state": "APPROVED",
            "submitted_at": said(BEGUN + number * DAY + hours * HOUR), "body": "Secret",
        }  # fmt: skip

    def served(self, base: str, size: int = 100) -> Paged:
        """A server that tells them below /repos/mill/pay."""
        at = "/repos/mill/pay"
        lists: dict[str, Any] = {f"{at}/pulls": self.pulls[::-1], f"{at}/deployments": self._deployments}
        lists |= {f"{at}/pulls/{number}/reviews": found for number, found in self.reviews.items()}
        lists |= {f"{at}/deployments/{number}/statuses": found for number, found in self.statuses.items()}
        lists[f"{at}/actions/workflows/deploy.yml/runs"] = self._runs
        return Paged(base, lists, size, self._compared)

    def _compared(self, path: str) -> Any:
        """What `git log BEGUN..HEAD` would list, oldest first; None for what is no comparison."""
        _, _, span = path.partition("/compare/")
        shas = [one["sha"] for one in self.commits]
        ends = span.split("...") if span else []
        if len(ends) != 2 or not set(ends) <= set(shas):
            return None
        begun, head = map(shas.index, ends)
        return {"commits": self.commits[begun + 1 : head + 1], "files": []}

    def _deployments(self, query: Query) -> list[dict[str, Any]]:
        name = query.get("environment")
        return [one for one in self.deployments[::-1] if name in (None, one["environment"])]

    def _runs(self, query: Query) -> dict[str, Any]:
        first, last = query["created"].split("..")
        found = [one for one in self.runs[::-1] if first <= one["created_at"][:10] <= last]
        return {"total_count": len(found), "workflow_runs": found[:1000]}
