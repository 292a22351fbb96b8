"""Commits, as GitLab's REST interface lists them -> commits with their parents. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bonafide.connectors.systems.graph import Commit, commit
from bonafide.connectors.systems.listed import Found, Shape, listed, needed

SHAPE = Shape(
    "commits",
    "no commit",
    "Save GET /projects/ID/repository/commits, with ref_name=FIRST..LAST of the deploys.",
    frozenset({"parent_ids"}),
    frozenset({"id", "parent_ids", "message", "title", "author_name", "author_email"})
    | frozenset({"authored_date", "committed_date", "created_at"}),
    inside="commits",
)


def commits(files: Iterable[tuple[str, Any]]) -> dict[str, Commit]:
    """Every commit of several files by its id. Raises UnreadableFault where there is no list of them."""
    found = (_commit(one) for where, value in files for one in listed(SHAPE, where, value))
    return {one.change.id: one for one in found}


def _commit(one: Found) -> Commit:
    committed = needed(one.moment("committed_date", "created_at"), one, "committed_date", SHAPE)
    subject, _, body = one.text("message", "title").partition("\n")
    parents = one.value.get("parent_ids")
    return commit(
        one.text("id"),
        tuple(map(str, parents)) if isinstance(parents, list) else (),
        one.moment("authored_date") or committed,
        committed,
        f"{one.text('author_name')} <{one.text('author_email')}>",
        subject,
        body,
    )
