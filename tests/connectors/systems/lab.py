"""A project as GitLab's REST interface tells it: a commit a day, deployed in the evening of every second day."""

from __future__ import annotations

from typing import Any

from connectors.systems.hub import BEGUN, DAY, HOUR, sha
from connectors.systems.paged import Paged, Query

AT = "/api/v4/projects/mill%2Fpay"


def said(day: float, hours: float = 0) -> str:
    """So many hours after noon of a day, as GitLab writes it."""
    return (BEGUN + day * DAY + hours * HOUR).isoformat(timespec="milliseconds")


def commit(number: int, **more: Any) -> dict[str, Any]:
    """One of `GET /repository/commits`: written half a day before it is committed, on the day of its number."""
    return {
        "id": sha(number), "short_id": sha(number)[:8], "title": f"Change {number}", "message": f"Change {number}\n\nSecret ledger\n",
        "author_name": "Ada Quill", "author_email": "ada@mill.example", "authored_date": said(number, -12),
        "committer_name": "Ada Quill", "committed_date": said(number), "created_at": said(number),
        "parent_ids": [sha(number - 1)] if number else [],
    } | more  # fmt: skip


def deployment(
    number: int, commit: int, day: float, environment: str = "production", **more: Any
) -> dict[str, Any]:
    """One of `GET /deployments`; it was changed a little after its job had ended."""
    return {
        "id": number, "iid": number, "ref": "main", "sha": sha(commit), "status": "success", "created_at": said(day, 11),
        "updated_at": said(day, 13), "user": {"username": "ada"}, "environment": {"id": 9, "name": environment, "external_url": "https://pay.example"},
        "deployable": {"id": number, "finished_at": said(day, 12), "status": "success", "user": {"username": "ada"}},
    } | more  # fmt: skip


def pipeline(number: int, commit: int, day: float, **more: Any) -> dict[str, Any]:
    """One of `GET /pipelines`."""
    return {
        "id": number, "iid": number, "project_id": 4, "sha": sha(commit), "ref": "main", "status": "success", "source": "push",
        "created_at": said(day, 11), "updated_at": said(day, 12), "web_url": "https://lab.example/x",
    } | more  # fmt: skip


def merge(number: int, **more: Any) -> dict[str, Any]:
    """One of `GET /merge_requests`, merged eight hours after it was opened; its id is not its number."""
    return {
        "id": 7000 + number, "iid": number, "project_id": 4, "title": "Secret ledger", "state": "merged", "draft": False,
        "author": {"id": 1, "username": "ada", "name": "Ada Quill"}, "source_branch": "secret", "target_branch": "main",
        "created_at": said(number), "merged_at": said(number, 8), "closed_at": None,
    } | more  # fmt: skip


def note(merge: int, username: str, hours: float, **more: Any) -> dict[str, Any]:
    """One of `GET /merge_requests/IID/notes`, so many hours after the opening."""
    return {
        "id": merge * 100, "body": "Secret", "system": False, "noteable_id": 7000 + merge, "noteable_type": "MergeRequest",
        "noteable_iid": merge, "author": {"username": username}, "created_at": said(merge, hours),
    } | more  # fmt: skip


class Lab:
    """The lists of so many days."""

    def __init__(self, days: int = 120) -> None:
        self.commits = [commit(number) for number in range(days)]
        self.deployments = [deployment(number, number, number) for number in range(0, days, 2)]
        self.pipelines = [pipeline(number, number, number) for number in range(0, days, 2)]
        self.environments = [{"id": 9, "name": "production", "slug": "production", "tier": "production"}]
        self.environments += [{"id": 8, "name": "staging", "slug": "staging", "tier": "staging"}]
        self.merges = [merge(number) for number in range(days)]
        self.notes = {number: [note(number, "ben", 5)] for number in range(days)}

    def served(self, base: str, size: int = 100) -> Paged:
        """A server that tells them."""
        lists: dict[str, Any] = {
            f"{AT}/merge_requests": lambda query: _since(self.merges, "created_at", query["created_after"]),
            f"{AT}/environments": self.environments,
            f"{AT}/deployments": self._deployments,
            f"{AT}/pipelines": self._pipelines,
            f"{AT}/repository/commits": self._commits,
        }
        lists |= {f"{AT}/merge_requests/{number}/notes": found for number, found in self.notes.items()}
        return Paged(base, lists, size)

    def _deployments(self, query: Query) -> list[dict[str, Any]]:
        assert query["order_by"] == "updated_at", "GitLab takes one only with the other"
        found = _since(self.deployments, "updated_at", query["updated_after"])
        name, status = query["environment"], query["status"]
        return [one for one in found if one["environment"]["name"] == name and one["status"] == status]

    def _pipelines(self, query: Query) -> list[dict[str, Any]]:
        found = _since(self.pipelines, "updated_at", query["updated_after"])
        return [one for one in found if (one["ref"], one["status"]) == (query["ref"], query["status"])]

    def _commits(self, query: Query) -> list[dict[str, Any]]:
        """What `git log BEGUN..HEAD` lists, newest first."""
        begun, head = query["ref_name"].split("..")
        shas = [one["id"] for one in self.commits]
        return self.commits[shas.index(begun) + 1 : shas.index(head) + 1][::-1]


def _since(found: list[dict[str, Any]], name: str, moment: str) -> list[dict[str, Any]]:
    return [one for one in found[::-1] if one[name] >= moment]
