"""Histories of service levels in the shapes that Datadog documents, of our own making, read from files and from a server of ours."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems.datadog.history import told
from bonafide.connectors.systems.datadog.live import API_KEY, APPLICATION_KEY, split
from bonafide.connectors.systems.datadog.records import PREVIEW, TIME, records
from bonafide.connectors.systems.reading import Read, Request
from bonafide.connectors.systems.registry import kind
from bonafide.evidence.service_levels import Levels
from bonafide.evidence.uptime import Uptime
from bonafide.model.faults import InputFault, WorldFault
from connectors.conftest import Site
from connectors.systems.exports import asked

DAY = 86_400
BEGUN = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp())
THRESHOLDS = {
    "7d": {"target": 99.9, "timeframe": "7d"},
    "30d": {"target": 99.9, "timeframe": "30d", "warning": 99.95},
}


def counted(start: int, end: int, every: int = 3600, bad: int = 2, **more: Any) -> dict[str, Any]:
    """A history of events: a hundred an interval, of which some are bad."""
    times = [at * 1000 for at in range(start // every * every, end, every) if at >= start]
    series = {
        "interval": every,
        "times": times,
        "denominator": {"values": [100.0] * len(times), "count": len(times)},
        "numerator": {"values": [100.0 - bad] * len(times), "count": len(times)},
        **more,
    }
    data = {
        "from_ts": start,
        "to_ts": end,
        "type": "metric",
        "overall": {"sli_value": 98.0},
        "series": series,
    }
    return {"data": {**data, "thresholds": THRESHOLDS}, "errors": None}


def watched(start: int, end: int, *changes: tuple[int, int], **more: Any) -> dict[str, Any]:
    """A history of a monitor."""
    overall = {"sli_value": 99.0, "history": [list(change) for change in changes], **more}
    data = {"from_ts": start, "to_ts": end, "type": "monitor", "overall": overall, "thresholds": THRESHOLDS}
    return {"data": data, "errors": None}


def saved(folder: Path, *answers: Any) -> list[Path]:
    paths = []
    for number, answer in enumerate(answers):
        paths.append(folder / f"{number}.json")
        paths[-1].write_text(json.dumps(answer))
    return paths


def sums(read: Read) -> tuple[float, float]:
    assert isinstance(read.records, Levels)
    return sum(step.total for step in read.records.steps), sum(step.bad for step in read.records.steps)


def test_events_are_counted_and_the_target_is_that_of_the_service_level(tmp_path: Path) -> None:
    halves = [counted(BEGUN, BEGUN + 20 * DAY), counted(BEGUN + 20 * DAY, BEGUN + 40 * DAY)]
    read = asked("datadog", *saved(tmp_path, *halves, halves[0]))
    assert sums(read) == (40 * 24 * 100, 40 * 24 * 2)
    assert isinstance(read.records, Levels)
    assert (read.records.target, read.records.every, read.notes) == (0.999, 3600, ())
    assert read.records.reach(date(2026, 1, 1)).days == 40
    theirs = asked("datadog", *saved(tmp_path, *halves), target="99")
    assert isinstance(theirs.records, Levels) and theirs.records.target == 0.99


def test_each_side_may_have_moments_of_its_own_and_no_good_event_is_a_failure(tmp_path: Path) -> None:
    at = [(BEGUN + 3600 * number) * 1000 for number in range(4)]
    more = {
        "times": None,
        "denominator": {"values": [10, None, 10, 10], "times": at},
        "numerator": {"values": [10, 4], "times": [at[0], at[2]]},
    }
    read = asked("datadog", *saved(tmp_path, counted(BEGUN, BEGUN + 4 * 3600, **more)))
    assert sums(read) == (30, 16)


def test_monitors_tell_time_and_no_requests(tmp_path: Path) -> None:
    first = watched(
        BEGUN, BEGUN + 20 * DAY, (BEGUN - 9 * DAY, 0), (BEGUN + 5 * DAY, 1), (BEGUN + 5 * DAY + 7200, 0)
    )
    second = watched(BEGUN + 20 * DAY, BEGUN + 40 * DAY, (BEGUN, 0), (BEGUN + 30 * DAY, 2), preview=True)
    read = asked("datadog", *saved(tmp_path, first, second))
    assert isinstance(read.records, Uptime)
    assert read.notes == (TIME, PREVIEW)
    assert sum(down for down, _ in read.records.days.values()) == 7200
    assert sum(known for _, known in read.records.days.values()) == 30 * DAY, "without data is not up"


@pytest.mark.parametrize(
    ("answers", "match"),
    [
        ([[]], "no history of a service level"),
        ([{"data": None}], "no history of a service level"),
        ([{"errors": ["Forbidden"]}], "not whole: .*Forbidden"),
        ([{**counted(BEGUN, BEGUN + DAY), "errors": [{"error": "partial"}]}], "not whole: .*partial"),
        ([watched(BEGUN, BEGUN + DAY, (BEGUN, 0), errors=[{"error_message": "gone"}])], "not whole: .*gone"),
        ([{"data": {"from_ts": 1, "to_ts": 2, "overall": {"sli_value": 99.0}}}], "neither counts nor changes"),
        ([counted(BEGUN, BEGUN + DAY, interval=0)], "interval is nothing"),
        ([counted(BEGUN, BEGUN + DAY, interval="1h")], "“1h” is no number"),
        ([counted(BEGUN, BEGUN + DAY, times=[1])], "not one moment for each value"),
        ([counted(BEGUN, BEGUN + DAY, numerator=3)], "not one moment for each value"),
        ([counted(10**400, BEGUN)], "no number that can be meant"),
        ([watched(BEGUN, BEGUN + DAY, (10**13, 0))], "no number that can be meant"),
        ([counted(BEGUN, BEGUN + DAY, bad=101)], "no number that can be meant"),
        ([watched(BEGUN, BEGUN + DAY, (BEGUN, 0), history=[[1]])], "no change of state"),
        ([counted(BEGUN, BEGUN + DAY), counted(BEGUN + 3600, BEGUN + DAY, bad=3)], "same time, and not the same"),
        ([counted(BEGUN, BEGUN + DAY), counted(BEGUN, BEGUN + DAY, every=7200)], "same time, and not the same"),
        ([counted(BEGUN, BEGUN + DAY), watched(BEGUN, BEGUN + DAY, (BEGUN, 0))], "Some answers count"),
        ([counted(BEGUN, BEGUN)], "no event and no state"),
        ([watched(BEGUN, BEGUN + DAY, (BEGUN, 2))], "no event and no state"),
        ([watched(BEGUN, BEGUN + DAY)], "no event and no state"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(tmp_path: Path, answers: list[Any], match: str) -> None:
    with pytest.raises(InputFault, match=match):
        asked("datadog", *saved(tmp_path, *answers))


def test_several_targets_and_none_are_asked_about(tmp_path: Path) -> None:
    answer = counted(BEGUN, BEGUN + DAY)
    answer["data"]["thresholds"] = {"7d": {"target": 99.9}, "30d": {"target": 99.5}}
    with pytest.raises(InputFault, match=r"several targets \(99.5 %, 99.9 %\)"):
        asked("datadog", *saved(tmp_path, answer))
    answer["data"]["thresholds"] = None
    with pytest.raises(InputFault, match="No target"):
        asked("datadog", *saved(tmp_path, answer))
    with pytest.raises(InputFault, match="Either files or --url"):
        asked("datadog")


SLO = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"


def live(site: Site, environment: dict[str, str], days: int = 30, **wishes: str) -> Read:
    many = {name: (text,) for name, text in wishes.items()}
    request = Request(
        (),
        {"url": (site.base,), "slo": (SLO,), "allow": ("127.0.0.1",), **many},
        b"key",
        date(2025, 1, 1),
        date.fromordinal(date(2025, 1, 1).toordinal() + days),
        environment,
    )
    return kind("datadog").read(request)


class Server(dict[str, Any]):
    """Answers a history of every time that it is asked for; an interval begins at either end, as Datadog's do."""

    def get(self, path: str, default: Any = None) -> Any:
        """The handler of any path."""
        return self.answer

    @staticmethod
    def answer(request: BaseHTTPRequestHandler) -> None:
        """Counts of each hour that begins in the time."""
        url = urlsplit(request.path)
        asked = {name: int(value[0]) for name, value in parse_qs(url.query).items()}
        status, answer = 200, counted(asked["from_ts"], asked["to_ts"] + 1)
        if url.path != f"/api/v1/slo/{SLO}/history":
            status, answer = 404, {"errors": ["not found"]}
        body = json.dumps(answer).encode()
        request.send_response(status)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)


def test_a_server_is_asked_week_by_week_with_both_keys(site: Site) -> None:
    site.routes = Server()
    read = live(site, {API_KEY: "k3y", APPLICATION_KEY: "appl1cation"})
    assert sums(read) == (30 * 24 * 100, 30 * 24 * 2)
    assert len(site.requests) == 5
    keys = {(headers["dd-api-key"], headers["dd-application-key"]) for _, headers in site.requests}
    assert keys == {("k3y", "appl1cation")}
    assert "k3y" not in repr(read) and "appl1cation" not in repr(read)
    assert not any("authorization" in headers for _, headers in site.requests)


def test_what_a_server_refuses_is_said(site: Site) -> None:
    site.routes = Server()
    with pytest.raises(InputFault, match="no such service level"):
        live(site, {}, slo="f" * 32)
    for slo, match in (("", "not said"), ("../../v1/user", "no id"), ("a b", "no id")):
        with pytest.raises(InputFault, match=match):
            live(site, {}, slo=slo)
    with pytest.raises(InputFault, match="too many questions"):
        live(site, {}, days=2000)
    with pytest.raises(InputFault, match="no header can carry"):
        live(site, {APPLICATION_KEY: "a\nb"})
    site.routes = {}
    with pytest.raises(WorldFault, match=r"127\.0\.0\.1"):
        live(site, {}, allow="10.0.0.1")


@pytest.mark.parametrize(("status", "match"), [(403, f"read from {API_KEY}"), (500, "status 500")])
def test_a_status_is_said(site: Site, status: int, match: str) -> None:
    start, end = next(split(date(2025, 1, 1), date(2025, 1, 31)))
    site.page(f"/api/v1/slo/{SLO}/history?from_ts={start}&to_ts={end}", b"{}", status)
    with pytest.raises(WorldFault, match=match):
        live(site, {})


@given(st.integers(0, 1000))
def test_pieces_cover_every_second_once(days: int) -> None:
    start = date(2024, 1, 1)
    pieces = list(split(start, date.fromordinal(start.toordinal() + days)))
    assert sum(int(last) - int(first) + 1 for first, last in pieces) == days * DAY
    assert all(int(last) + 1 == int(later[0]) for (_, last), later in pairwise(pieces))


@given(st.lists(st.integers(1, 12), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_parts_in_any_order_are_the_whole(hours: list[int], order: Any) -> None:
    parts, at = [], BEGUN
    for length in hours:
        parts.append(told("part", counted(at, at + length * 3600)))
        at += length * 3600
    whole = told("whole", counted(BEGUN, at))
    order.shuffle(parts)
    assert records(parts, "") == records([whole], "")
