"""Range queries of our own making, read from files and from a server on this machine."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems.prometheus.answers import Series, series
from bonafide.connectors.systems.prometheus.counters import increases, resets
from bonafide.connectors.systems.prometheus.live import POINTS, TOKEN, split
from bonafide.connectors.systems.reading import Read, Request
from bonafide.connectors.systems.registry import kind
from bonafide.evidence.service_levels import Levels
from bonafide.model.faults import InputFault, WorldFault
from connectors.conftest import Site

BEGUN = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp())
DAYS = 40
RESET = BEGUN + 20 * 86_400


def total(at: int) -> int:
    """Two a second; the process starts anew on the twentieth day."""
    return 2 * (at - (RESET if at >= RESET else BEGUN)) + 7


def bad(at: int) -> int:
    """One a minute, and a burst of 3,000 on the thirtieth day."""
    return (at - BEGUN) // 60 + (3000 if at >= BEGUN + 30 * 86_400 else 0)


def matrix(
    *counters: Callable[[int], float], step: int = 3600, start: int = BEGUN, days: int = DAYS
) -> dict[str, Any]:
    """An answer of `query_range` in its own shape."""
    moments = range(start, start + days * 86_400 + 1, step)
    result = [
        {"metric": {"instance": f"10.0.0.{number}"}, "values": [[at, str(counter(at))] for at in moments]}
        for number, counter in enumerate(counters)
    ]
    return {"status": "success", "data": {"resultType": "matrix", "result": result}}


def asked(environment: dict[str, str] | None = None, **wishes: Any) -> Read:
    many = {name: value if isinstance(value, tuple) else (str(value),) for name, value in wishes.items()}
    request = Request((), many, b"key", date(2025, 1, 1), date(2025, 2, 10), environment or {})
    return kind("prometheus").read(request)


def saved(folder: Path, name: str, answer: Any) -> str:
    path = folder / name
    path.write_text(json.dumps(answer))
    return str(path)


def sums(read: Read) -> tuple[float, float]:
    assert isinstance(read.records, Levels)
    return sum(step.total for step in read.records.steps), sum(step.bad for step in read.records.steps)


def test_saved_answers_are_counted_through_a_restart(tmp_path: Path) -> None:
    all_, failed = (
        saved(tmp_path, "total.json", matrix(total, total)),
        saved(tmp_path, "bad.json", matrix(bad)),
    )
    read = asked(total=all_, bad=failed, target="99.9")
    # The hour of the restart shows what came in after it: 7, which the counter begins with.
    expected = 2 * (2 * (DAYS * 86_400 - 3600) + 7)
    assert sums(read) == (expected, DAYS * 1440 + 3000)
    assert "Counters fell 2 times" in read.notes[0]
    assert asked(total=all_, bad=failed, target="99.9%") == read


def test_good_ones_tell_the_failed_ones_and_files_may_be_parts(tmp_path: Path) -> None:
    halves = [
        saved(tmp_path, f"{number}.json", matrix(total, start=BEGUN + number * 20 * 86_400, days=20))
        for number in range(2)
    ]
    good = saved(tmp_path, "good.json", matrix(lambda at: total(at) - 7))
    read = asked(total=tuple(halves), good=good, target="99.9")
    whole, failed = sums(read)
    assert whole == 2 * (DAYS * 86_400 - 3600) + 7
    assert failed == 7


@pytest.mark.parametrize(
    ("answer", "match"),
    [
        ("{", r"total.json:1: This is no JSON"),
        ("\n\n[1,]", r"total.json:3: "),
        (b"\n\xff", r"total.json:2: The file is not UTF-8"),
        ([], "no answer of Prometheus"),
        ({"status": "error", "error": "parse error at char 3"}, "refused the query: parse error at char 3"),
        ({"status": "success", "data": {"resultType": "vector", "result": []}}, "no answer to a range query"),
        ({"status": "success", "data": None}, "no answer to a range query"),
        ({"status": "success", "data": {"resultType": "matrix", "result": [3]}}, r"result\[0\]: This is no series"),
        ({"status": "success", "data": {"resultType": "matrix", "result": [{"metric": {}, "histograms": []}]}}, "histograms"),
        ({"status": "success", "data": {"resultType": "matrix", "result": [{"metric": 4, "values": []}]}}, "labels"),
        ({"status": "success", "data": {"resultType": "matrix", "result": [{"values": [[1, "2"], [2, "-3"]]}]}}, r"values\[1\]: This is no sample"),
        ({"status": "success", "data": {"resultType": "matrix", "result": [{"values": [[1e12, "2"]]}]}}, "no sample"),
        ({"status": "success", "data": {"resultType": "matrix", "result": []}}, "--total: The query found nothing"),
        ({"status": "success", "data": {"resultType": "matrix", "result": [{"values": [[1, "NaN"], [2, "4"]]}]}}, "a single sample"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_its_place(tmp_path: Path, answer: Any, match: str) -> None:
    path = tmp_path / "total.json"
    path.write_bytes(
        answer
        if isinstance(answer, bytes)
        else (answer if isinstance(answer, str) else json.dumps(answer)).encode()
    )
    failed = saved(tmp_path, "bad.json", matrix(bad))
    with pytest.raises(InputFault, match=match):
        asked(total=str(path), bad=failed, target="99.9")


def test_what_is_missing_or_contradicts_itself_is_refused(tmp_path: Path) -> None:
    path, other = saved(tmp_path, "a.json", matrix(total)), saved(tmp_path, "b.json", matrix(bad))
    for wishes, match in (
        ({"total": path, "target": "99"}, "either the failed ones or the good"),
        ({"total": path, "bad": other, "good": other, "target": "99"}, "either the failed"),
        ({"total": path, "bad": other}, "No target"),
        ({"total": path, "bad": other, "target": "100"}, "between 0 and 100"),
        ({"total": (path, other), "bad": other, "target": "99"}, "different values"),
        ({"total": str(tmp_path / "none.json"), "bad": other, "target": "99"}, "no such file"),
    ):
        with pytest.raises(InputFault, match=match):
            asked(**wishes)


def test_a_rate_is_no_counter(tmp_path: Path) -> None:
    rate = saved(tmp_path, "rate.json", matrix(lambda at: 100 + at // 3600 * 7 % 13))
    counter = saved(tmp_path, "counter.json", matrix(total))
    for wishes in ({"total": rate, "bad": counter}, {"total": counter, "bad": rate}):
        with pytest.raises(InputFault, match="falls again and again"):
            asked(**wishes, target="99")


class Server(dict[str, Any]):
    """Answers every path as Prometheus would, from the two counters."""

    def get(self, path: str, default: Any = None) -> Any:
        """The handler of any path."""
        return self.answer

    @staticmethod
    def answer(request: BaseHTTPRequestHandler) -> None:
        """A matrix on the grid that was asked for; refused over the number of points that Prometheus gives."""
        asked = {name: value[0] for name, value in parse_qs(urlsplit(request.path).query).items()}
        start, end, step = (int(asked[name]) for name in ("start", "end", "step"))
        known = {"all": total, "failed": bad}.get(asked["query"])
        status, answer = 200, {"status": "error", "error": "parse error: unexpected end"}
        if (end - start) / step > 11_000 or known is None:
            status = 400
        else:
            values = [[at, str(known(at))] for at in range(start, end + 1, step)]
            answer = {
                "status": "success",
                "data": {"resultType": "matrix", "result": [{"metric": {}, "values": values}]},
            }  # type: ignore[dict-item]
        body = json.dumps(answer).encode()
        request.send_response(status)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)


def test_a_server_is_asked_in_pieces_with_a_token_that_goes_nowhere_else(site: Site) -> None:
    site.routes = Server()
    wishes = {"url": site.base + "/metrics/", "total": "all", "bad": "failed", "target": "99.9", "step": "2m"}
    read = asked({TOKEN: "s3cret"}, **wishes, allow=("127.0.0.1",))
    expected = 2 * (DAYS * 86_400 - 120) + 7
    assert sums(read) == (expected, DAYS * 1440 + 3000)
    assert len(site.requests) == 6, "three pieces for each side"
    assert all(path.startswith("/metrics/api/v1/query_range?") for path, _ in site.requests)
    assert {headers["authorization"] for _, headers in site.requests} == {"Bearer s3cret"}
    assert "s3cret" not in repr(
        Request((), {}, b"k", date(2025, 1, 1), date(2025, 1, 2), {TOKEN: "s3cret"})
    ) + repr(read)


def test_a_private_address_is_read_only_where_it_is_named(site: Site) -> None:
    site.routes = Server()
    wishes = {"url": site.base, "total": "all", "bad": "failed", "target": "99.9"}
    for allow in ((), ("10.0.0.1",)):
        with pytest.raises(WorldFault, match=r"127\.0\.0\.1.*--allow ADDRESS"):
            asked(**wishes, allow=allow)
    assert not site.requests
    with pytest.raises(WorldFault, match="refused"):
        asked({TOKEN: "s3cret"}, **{**wishes, "url": "http://93.184.215.14"}, allow=("10.0.0.1",))
    for allow, match in ((("db",), "no address"), ((), "unencrypted")):
        with pytest.raises(InputFault, match=match):
            asked({TOKEN: "s3cret"}, **wishes, allow=allow)


@pytest.mark.parametrize(
    ("status", "match"), [(302, "status 302"), (401, "asks for a token"), (500, "status 500")]
)
def test_no_redirect_is_followed_and_no_password_asked_for(site: Site, status: int, match: str) -> None:
    def elsewhere(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Location", site.base + "/elsewhere")
        request.send_header("Content-Length", "0")
        request.end_headers()

    site.routes = type("Same", (dict,), {"get": lambda *_: elsewhere})()
    with pytest.raises(WorldFault, match=match):
        asked(url=site.base, total="all", bad="failed", target="99.9", allow=("localhost",))
    assert len(site.requests) == 1


def test_what_a_server_refuses_is_said(site: Site) -> None:
    site.routes = Server()
    here = {"url": site.base, "bad": "failed", "target": "99.9", "allow": ("localhost",)}
    with pytest.raises(InputFault, match="refused the query: parse error"):
        asked(total="sum(", **here)
    site.routes = {}
    with pytest.raises(WorldFault, match="status 404"):
        asked(total="all", **here)
    for url in ("ftp://metrics.example", "https://me:pw@metrics.example", "https://metrics.example?x=1", "x"):
        with pytest.raises(InputFault, match=r"--url"):
            asked(total="all", **{**here, "url": url})
    with pytest.raises(InputFault, match="no duration"):
        asked(total="all", step="soon", **here)
    with pytest.raises(InputFault, match="too many questions"):
        asked(total=("all",) * 500, **here)


@given(st.integers(0, 500), st.integers(1, 7200))
def test_pieces_cover_the_grid_once(days: int, step: int) -> None:
    start = date(2024, 1, 1)
    end = date.fromordinal(start.toordinal() + days)
    pieces = list(split(start, end, step))
    moments = 0
    for first, last in pieces:
        assert (last - first) // step < POINTS
        moments += (last - first) // step + 1
    assert moments == days * 86_400 // step + 1
    assert all(later[0] - earlier[1] == step for earlier, later in pairwise(pieces))


@given(st.lists(st.lists(st.integers(0, 100), max_size=8), max_size=4))
def test_increases_are_what_the_processes_counted(runs: list[list[int]]) -> None:
    """Each run is a process that counts up from nought; a drop between two runs is its restart."""
    samples = [float(sum(run[: end + 1])) for run in runs for end in range(len(run))]
    # Between runs a restart shows only where the counter fell.
    came = sum(later - earlier if later >= earlier else later for earlier, later in pairwise(samples))
    found = [Series("{}", array("d", range(len(samples))), array("d", samples))]
    assert sum(increases(found).values()) == came
    assert resets(found) == sum(later < earlier for earlier, later in pairwise(samples))


def test_series_of_the_same_labels_are_joined_whatever_their_order() -> None:
    first, second = matrix(total, days=2), matrix(total, start=BEGUN + 2 * 86_400, days=2)
    assert series([("a", first), ("b", second)]) == series([("b", second), ("a", first)])
