"""Lists of pull requests and of reviews, as GitHub's REST interface or `gh pr list --json` gives them -> flow. Pure.

Logins are compared, to tell an author and a bot from a reviewer, and dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bonafide.connectors.systems.moments import Moments
from bonafide.evidence.flow import Flow, Pull
from bonafide.model.faults import InputFault, UnreadableFault

MEND = "Save GET /repos/OWNER/NAME/pulls?state=all (with --slurp where it is paged), and the reviews of each beside it."
Json = Mapping[str, Any]
MARKS = frozenset({"created_at", "createdAt", "submitted_at", "pull_request_url"})
"""A pull request or a review has one of them."""
KEPT = MARKS | frozenset(
    {"url", "html_url", "number", "user", "author", "draft", "isDraft", "reviews", "ready_for_review_at"}
    | {"merged_at", "mergedAt", "closed_at", "closedAt", "submittedAt"}
)
_moment = Moments()


@dataclass(frozen=True, slots=True)
class _Found:
    """An object of a list and its place in it."""

    where: str
    value: Json

    def said(self, *names: str) -> Any:
        """The value under the first of several names that it has."""
        return next((self.value[name] for name in names if self.value.get(name) is not None), None)

    def moment(self, *names: str) -> datetime | None:
        """A moment under one of several names. Raises InputFault with the place of one that is none."""
        return _moment(str(self.said(*names) or ""), f"{self.where}.{names[0]}")

    @property
    def who(self) -> tuple[str, bool]:
        """The login of who made it, and whether that is a bot; "" where the account is gone."""
        user = self.said("user", "author")
        if not isinstance(user, Mapping):
            return "", False
        login = str(user.get("login", ""))
        return login, user.get("type") == "Bot" or bool(user.get("is_bot")) or login.endswith("[bot]")


def flow(files: Iterable[tuple[str, Any]], today: date = date.max) -> tuple[Flow, tuple[str, ...]]:
    """The pull requests of several files, pages that overlap once, with the reviews that any of them holds.

    Raises UnreadableFault where there is no list of them, InputFault where there is none of a person's in it.
    """
    found = [one for where, value in files for one in _objects(where, value)]
    reviews: dict[str, list[_Found]] = {}
    for one in found:
        if "pull_request_url" in one.value:
            reviews.setdefault(str(one.value["pull_request_url"]), []).append(one)
    listed = {_key(one): one for one in found if "pull_request_url" not in one.value}
    known = bool(reviews) or any("reviews" in one.value for one in listed.values())
    kept = [one for one in listed.values() if not (one.who[1] or one.said("draft", "isDraft"))]
    if not kept:
        raise InputFault("There is no pull request of a person's in it.", mend=MEND)
    pulls = [_pull(one, [*_own(one), *reviews.get(str(one.value.get("url")), ())]) for one in kept]
    return Flow.of(pulls, reviews=known, today=today), tuple(_notes(len(listed) - len(kept), known))


def _notes(left_out: int, known: bool) -> Iterator[str]:
    if left_out:
        yield f"{left_out} drafts and pull requests of bots were left out."
    if not known:
        yield "The files hold no reviews, so only the way to the merge is measured."


def _key(one: _Found) -> str:
    return str(one.said("url", "html_url", "number") or one.where)


def _own(one: _Found) -> Iterator[_Found]:
    """The reviews within a pull request."""
    listed = one.value.get("reviews")
    for number, review in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(review, Mapping):
            yield _Found(f"{one.where}.reviews[{number}]", review)


def _pull(one: _Found, reviews: Iterable[_Found]) -> Pull:
    opened = one.moment("ready_for_review_at", "created_at", "createdAt")
    if opened is None:
        raise InputFault("A pull request has no created_at.", where=one.where, mend=MEND)
    author = one.who[0]
    moments = [
        moment
        for review in reviews
        if not review.who[1]
        and review.who[0] != author
        and (moment := review.moment("submitted_at", "submittedAt"))
    ]
    merged = one.moment("merged_at", "mergedAt")
    closed = None if merged else one.moment("closed_at", "closedAt")
    return Pull(opened, min(moments, default=None), merged, closed)


def _objects(where: str, value: Any, depth: int = 0) -> Iterator[_Found]:
    """The objects of a list, or of a list of pages."""
    if not isinstance(value, list) or depth > 1:
        raise UnreadableFault("This is no list of pull requests or reviews.", where=where, mend=MEND)
    for number, one in enumerate(value):
        place = f"{where}[{number}]" if depth else f"{where}: [{number}]"
        if isinstance(one, list):
            yield from _objects(place, one, depth + 1)
        elif isinstance(one, Mapping) and one.keys() & MARKS:
            # GitHub tells twenty thousand signs of each; of these a few are kept.
            yield _Found(place, {key: one[key] for key in KEPT & one.keys()})
        else:
            raise UnreadableFault("This is neither a pull request nor a review.", where=place, mend=MEND)
