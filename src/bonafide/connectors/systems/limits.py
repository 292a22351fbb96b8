"""What an answer says of being asked too often, or at a bad moment: after how long to ask again. Pure.

Sources: RFC 9110 (Retry-After), the documentation of the interfaces of GitHub, GitLab, Jira, ServiceNow and Datadog.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

TRIES = 6
"""Of one question."""
MINUTE = 60.0
"""Limits that do not say how long they last are of a minute."""
BUSY = frozenset({502, 503, 504})
_REMAINING = ("x-ratelimit-remaining", "ratelimit-remaining")
_RESET = ("x-ratelimit-reset", "ratelimit-reset")
_EPOCH = 1e9
"""Some tell the seconds that are left until a limit ends, others the moment: what is larger is a moment."""


def limited(status: int, headers: Mapping[str, str], content: bytes) -> bool:
    """Whether it was asked too often; GitHub says 403 for it too, with or without a header."""
    if status == 429:
        return True
    spent = "retry-after" in headers or "0" in _remaining(headers)
    return status == 403 and (spent or b"rate limit" in content[:2000].lower())


def wait(status: int, headers: Mapping[str, str], content: bytes, tries: int, now: float) -> float | None:
    """Seconds to wait before the same question is asked again, `tries` times before; None where its answer stands.

    `now` are the seconds of the epoch; headers have small letters.
    """
    over = limited(status, headers, content)
    if not over and status not in BUSY:
        return None
    told = _seconds(headers.get("retry-after", ""), _sent(headers, now))
    if told is not None:
        return told
    return _reset(headers, now) or MINUTE if over else 2.0**tries


def _remaining(headers: Mapping[str, str]) -> list[str]:
    return [headers[name] for name in _REMAINING if name in headers]


def _reset(headers: Mapping[str, str], now: float) -> float | None:
    """How long the limit lasts; of one that is not used up it was another limit that was reached."""
    if not set(_remaining(headers)) <= {"0"}:
        return None
    sent = _sent(headers, now)
    return next(filter(None, (_seconds(headers.get(name, ""), sent) for name in _RESET)), None)


def _sent(headers: Mapping[str, str], now: float) -> float:
    """The server's own clock, by which it tells moments; ours where it does not say."""
    said = _moment(headers.get("date", ""))
    return now if said is None else said


def _seconds(text: str, now: float) -> float | None:
    """How long it is until a moment, or as many seconds as a text says; None for any other."""
    number = _number(text)
    if number is not None and number < _EPOCH:
        return number
    moment = number or _moment(text)
    return None if moment is None else max(moment - now, 0.0)


def _number(text: str) -> float | None:
    return float(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def _moment(text: str) -> float | None:
    with suppress(ValueError, OverflowError):
        return parsedate_to_datetime(text).timestamp()
    with suppress(ValueError, OverflowError):
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    return None
