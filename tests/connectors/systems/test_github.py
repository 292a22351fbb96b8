"""Pull requests in the shapes of GitHub's REST interface and of its command line."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems.github.pulls import flow
from bonafide.evidence.flow import Flow, Pull
from bonafide.model.faults import InputFault
from connectors.systems.exports import asked

API = "https://api.host.example/repos/quill/pay/pulls"


def at(hour: int) -> datetime:
    return datetime(2025, 3, 1, hour, tzinfo=UTC)


def said(hour: int) -> str:
    return f"2025-03-01T{hour:02}:00:00Z"


def rest(number: int, login: str = "ada", **more: Any) -> dict[str, Any]:
    """One of `GET /pulls`, as far as it matters."""
    return {
        "url": f"{API}/{number}", "number": number, "state": "closed", "draft": False, "title": "Secret ledger",
        "user": {"login": login, "type": "User"}, "created_at": said(9), "closed_at": said(15), "merged_at": said(15),
    } | more  # fmt: skip


def review(number: int, login: str, hour: int, kind: str = "User") -> dict[str, Any]:
    """One of `GET /pulls/N/reviews`."""
    user = {"login": login, "type": kind}
    return {
        "pull_request_url": f"{API}/{number}",
        "user": user,
        "state": "COMMENTED",
        "submitted_at": said(hour),
    }


def read(tmp_path: Path, *files: Any) -> tuple[Flow, tuple[str, ...]]:
    paths = [tmp_path / f"{number}.json" for number in range(len(files))]
    for path, value in zip(paths, files, strict=True):
        path.write_text(json.dumps(value))
    found = asked("github", *paths)
    assert isinstance(found.records, Flow)
    assert not [word for word in ("ada", "Secret", "quill") if word in repr(found.records)]
    return found.records, found.notes


def test_the_first_review_is_of_a_person_other_than_the_author(tmp_path: Path) -> None:
    reviews = [
        review(1, "ada", 10),
        review(1, "lint", 10, "Bot"),
        review(1, "ci[bot]", 10),
        review(1, "cy", 13),
        review(1, "ben", 12),
    ]
    reviews += [{**review(1, "eve", 9), "submitted_at": None}]
    found, notes = read(tmp_path, [[rest(1)], [rest(1), rest(2, merged_at=None)]], reviews)
    assert found.pulls == (Pull(at(9), at(12), at(15)), Pull(at(9), None, None, at(15)))
    assert found.reviews and notes == ()


def test_drafts_and_bots_are_left_out_and_lists_without_reviews_say_so(tmp_path: Path) -> None:
    bot = rest(3, user={"login": "renovate", "type": "Bot"})
    found, notes = read(
        tmp_path, [rest(1), rest(2, draft=True), bot, rest(4, "dependabot[bot]"), rest(5, user=None)]
    )
    assert len(found.pulls) == 2 and not found.reviews
    assert notes == (
        "3 drafts and pull requests of bots were left out.",
        "The files hold no reviews, so only the way to the merge is measured.",
    )


def test_the_command_lines_shape_is_read_too(tmp_path: Path) -> None:
    one = {
        "number": 1, "isDraft": False, "author": {"login": "ada", "is_bot": False}, "createdAt": said(9), "closedAt": None, "mergedAt": None,
        "reviews": [{"author": {"login": "ben"}, "submittedAt": said(11), "state": "APPROVED"}],
    }  # fmt: skip
    found, notes = read(tmp_path, [one, {**one, "number": 2, "author": {"login": "x", "is_bot": True}}])
    assert found.pulls == (Pull(at(9), at(11)),)
    assert found.reviews and len(notes) == 1


@pytest.mark.parametrize(
    ("value", "match"),
    [
        ({"message": "Not Found"}, r"0\.json: This is no list of pull requests"),
        ([1], r"0\.json: \[0\]: .*neither a pull request nor a review"),
        ([[rest(1)], [{"id": 4}]], r"0\.json: \[1\]\[0\]: .*neither"),
        ([rest(1, created_at="soon")], "“soon” is no date"),
        ([rest(1, draft=True)], "no pull request of a person"),
        ([], "no pull request of a person"),
        ([[[rest(1)]]], "no list of pull requests"),
        ([review(1, "ada", 9)], "no pull request of a person"),
    ],
)
def test_what_is_no_list_is_said_with_its_place(tmp_path: Path, value: Any, match: str) -> None:
    with pytest.raises(InputFault, match=match):
        read(tmp_path, value)


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["created_at", "submitted_at", "pull_request_url", "user", "login", "reviews", "draft"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(plain)
def test_any_json_is_pull_requests_or_a_fault(value: Any) -> None:
    try:
        found, _ = flow([("x", value)])
    except InputFault as fault:
        assert fault.what
    else:
        assert found.pulls
