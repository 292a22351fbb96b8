"""Commits, as GitHub's REST interface lists or compares them -> commits with their parents. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bonafide.connectors.systems.graph import Commit, commit
from bonafide.connectors.systems.listed import Found, Shape, listed, needed

SHAPE = Shape(
    "commits",
    "no commit",
    "Save GET /repos/OWNER/NAME/commits, or the comparison of the first deploy with the last (compare/FIRST...LAST).",
    frozenset({"commit"}),
    frozenset({"sha", "commit", "parents", "author"}),
    inside="commits",
)


def commits(files: Iterable[tuple[str, Any]]) -> dict[str, Commit]:
    """Every commit of several files by its id. Raises UnreadableFault where there is no list of them."""
    found = (_commit(one) for where, value in files for one in listed(SHAPE, where, value))
    return {one.change.id: one for one in found}


def _commit(one: Found) -> Commit:
    inner = one.inner("commit")
    author, committer = inner.inner("author"), inner.inner("committer")
    committed = needed(committer.moment("date") or author.moment("date"), one, "commit.committer.date", SHAPE)
    subject, _, body = inner.text("message").partition("\n")
    parents = one.value.get("parents")
    return commit(
        one.text("sha"),
        tuple(str(parent.get("sha")) for parent in parents if isinstance(parent, dict))
        if isinstance(parents, list)
        else (),
        author.moment("date") or committed,
        committed,
        f"{author.text('name')} <{author.text('email')}>{_bot(one)}",
        subject,
        body,
    )


def _bot(one: Found) -> str:
    return "[bot]" if one.inner("author").text("type") == "Bot" else ""
