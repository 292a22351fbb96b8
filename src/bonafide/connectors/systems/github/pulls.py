"""Lists of pull requests and of reviews, as GitHub's REST interface or `gh pr list --json` gives them -> flow. Pure.

Logins are compared, to tell an author and a bot from a reviewer, and dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from bonafide.connectors.systems.listed import Found, Shape, listed, needed
from bonafide.evidence.flow import Flow, Pull
from bonafide.model.faults import InputFault

MARKS = frozenset({"created_at", "createdAt", "submitted_at", "pull_request_url"})
"""A pull request or a review has one of them."""
SHAPE = Shape(
    "pull requests or reviews",
    "neither a pull request nor a review",
    "Save GET /repos/OWNER/NAME/pulls?state=all (with --slurp where it is paged), and the reviews of each beside it.",
    MARKS,
    MARKS
    | frozenset({"url", "html_url", "number", "user", "author", "draft", "isDraft", "reviews"})
    | frozenset({"ready_for_review_at", "merged_at", "mergedAt", "closed_at", "closedAt", "submittedAt"}),
)


def flow(
    files: Iterable[tuple[str, Any]], today: date = date.max, *, asked: bool = False
) -> tuple[Flow, tuple[str, ...]]:
    """The pull requests of several files, pages that overlap once, with the reviews that any of them holds.

    `asked` says that the reviews of all were asked for: where there are none, none were written. Raises UnreadableFault
    where there is no list of them, InputFault where there is none of a person's in it.
    """
    found = [one for where, value in files for one in listed(SHAPE, where, value)]
    reviews: dict[str, list[Found]] = {}
    for one in found:
        if "pull_request_url" in one.value:
            reviews.setdefault(one.text("pull_request_url"), []).append(one)
    pulls = {_key(one): one for one in found if "pull_request_url" not in one.value}
    known = asked or bool(reviews) or any("reviews" in one.value for one in pulls.values())
    kept = [one for one in pulls.values() if counts(one)]
    if not kept:
        raise InputFault("There is no pull request of a person's in it.", mend=SHAPE.mend)
    made = [_pull(one, [*_own(one), *reviews.get(one.text("url"), ())]) for one in kept]
    return Flow.of(made, reviews=known, today=today), tuple(_notes(len(pulls) - len(kept), known))


def counts(pull: Found) -> bool:
    """Whether it is a person's and no draft."""
    return not (who(pull)[1] or pull.said("draft", "isDraft"))


def who(one: Found) -> tuple[str, bool]:
    """The login of who made something, and whether that is a bot; "" where the account is gone."""
    user = one.said("user", "author")
    if not isinstance(user, Mapping):
        return "", False
    login = str(user.get("login", ""))
    return login, user.get("type") == "Bot" or bool(user.get("is_bot")) or login.endswith("[bot]")


def _notes(left_out: int, known: bool) -> Iterator[str]:
    if left_out:
        yield f"{left_out} drafts and pull requests of bots were left out."
    if not known:
        yield "The files hold no reviews, so only the way to the merge is measured."


def _key(one: Found) -> str:
    return one.text("url", "html_url", "number") or one.where


def _own(one: Found) -> Iterator[Found]:
    """The reviews within a pull request."""
    inner = one.value.get("reviews")
    for number, review in enumerate(inner if isinstance(inner, list) else ()):
        if isinstance(review, Mapping):
            yield Found(f"{one.where}.reviews[{number}]", review)


def _pull(one: Found, reviews: Iterable[Found]) -> Pull:
    opened = one.moment("ready_for_review_at", "created_at", "createdAt")
    author = who(one)[0]
    moments = [
        moment
        for review in reviews
        if not who(review)[1]
        and who(review)[0] != author
        and (moment := review.moment("submitted_at", "submittedAt"))
    ]
    merged = one.moment("merged_at", "mergedAt")
    closed = None if merged else one.moment("closed_at", "closedAt")
    return Pull(needed(opened, one, "created_at", SHAPE), min(moments, default=None), merged, closed)
