"""How long answers say that one should wait."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems.limits import MINUTE, limited, wait

NOW = 1_750_000_000.0
OUT = {"x-ratelimit-remaining": "0"}


@pytest.mark.parametrize(
    ("status", "headers", "content", "seconds"),
    [
        (200, {}, b"", None),
        (404, {"retry-after": "3"}, b"", None),
        (403, {}, b'{"message": "Must have admin rights"}', None),
        (403, {"x-ratelimit-remaining": "12"}, b"", None),
        (429, {"retry-after": "7"}, b"", 7),
        (429, {"retry-after": "Sun, 15 Jun 2025 15:07:10 GMT"}, b"", 30),
        (429, {"retry-after": "Sun, 15 Jun 2025 15:07:10 GMT", "date": "Sun, 15 Jun 2025 15:07:00 GMT"}, b"", 10),
        (429, {}, b"", MINUTE),
        (403, {"retry-after": "9"}, b"", 9),
        (403, {}, b'{"message": "You have exceeded a secondary rate limit."}', MINUTE),
        (403, {**OUT, "x-ratelimit-reset": "1750000090"}, b"", 90),
        (403, {**OUT, "x-ratelimit-reset": "1740000000"}, b"", MINUTE),
        (429, {"ratelimit-reset": "1750000045"}, b"", 45),
        (429, {"x-ratelimit-remaining": "4000", "x-ratelimit-reset": "1750002400"}, b"", MINUTE),
        (429, {"x-ratelimit-reset": "45"}, b"", 45),
        (429, {"x-ratelimit-reset": "2025-06-15T15:07Z"}, b"", 20),
        (429, {"retry-after": "soon"}, b"", MINUTE),
        (429, {"retry-after": "-5"}, b"", MINUTE),
        (429, {"retry-after": "9" * 400}, b"", MINUTE),
        (503, {}, b"", 8),
        (502, {**OUT, "x-ratelimit-reset": "1750000090"}, b"", 8),
        (503, {"retry-after": "2"}, b"", 2),
    ],
)  # fmt: skip
def test_an_answer_says_how_long_to_wait(
    status: int, headers: dict[str, str], content: bytes, seconds: float | None
) -> None:
    assert wait(status, headers, content, 3, NOW) == seconds


names = st.sampled_from(
    ["retry-after", "x-ratelimit-remaining", "x-ratelimit-reset", "ratelimit-reset", "date"]
)


@given(st.sampled_from([200, 403, 429, 503]), st.dictionaries(names, st.text(max_size=30)), st.integers(0, 9))
def test_whatever_a_server_says_is_a_wait_or_none(status: int, headers: dict[str, str], tries: int) -> None:
    seconds = wait(status, headers, b"", tries, NOW)
    assert seconds is None or seconds >= 0
    assert status == 200 or limited(status, headers, b"") == (
        status == 429 or (seconds is not None and status == 403)
    )
