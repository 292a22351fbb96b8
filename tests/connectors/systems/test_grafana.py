"""Panels' data in the shapes that Grafana exports and answers, of our own making, read from files and from a server of ours."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.connectors.systems.grafana.live import TOKEN
from bonafide.connectors.systems.handed import looked
from bonafide.connectors.systems.reading import Content, Read, Request
from bonafide.connectors.systems.registry import kind
from bonafide.evidence.service_levels import Levels
from bonafide.model.faults import InputFault, WorldFault
from connectors.conftest import Site
from connectors.systems.exports import asked, written

BEGUN = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp())
STEP = 300
Rows = list[tuple[int, str, str]]


def rates(count: int = 12, every: int = STEP) -> Rows:
    """Moments in seconds, two requests a second or one, and an error a second at every third."""
    return [
        (BEGUN + every * number, str(1 + number % 2), "1" if number % 3 == 0 else "")
        for number in range(1, count + 1)
    ]


def csv(folder: Path, rows: Rows, head: str = '"Time","requests","errors"', name: str = "panel.csv") -> Path:
    return written(folder / name, head, *(f"{at * 1000},{total},{failed}" for at, total, failed in rows))


def frame(letter: str, times: list[int], values: list[Any], unit: str = "", **field: Any) -> dict[str, Any]:
    """A frame of one query, as the backend's data sources give them."""
    config = {"unit": unit} if unit else {}
    told = {"name": "Value", "type": "number", "config": config, **field}
    fields = [{"name": "Time", "type": "time"}, told]
    return {
        "schema": {"refId": letter, "fields": fields},
        "data": {"values": [[at * 1000 for at in times], values]},
    }


def answer(rows: Rows, unit: str = "reqps") -> dict[str, Any]:
    """Both queries: of errors there are samples only where there were any, as Prometheus does it."""
    total = frame("A", [at for at, _, _ in rows], [float(all_) for _, all_, _ in rows], unit)
    failed = [(at, float(some)) for at, _, some in rows if some]
    bad = frame("B", [at for at, _ in failed], [some for _, some in failed], unit, labels={"code": "500"})
    return {"results": {"A": {"status": 200, "frames": [total]}, "B": {"status": 200, "frames": [bad]}}}


def read(*paths: Path, **wishes: Any) -> Read:
    given = {"total": "requests", "bad": "errors", "per": "second", "target": "99", **wishes}
    return asked("grafana", *paths, **given)


def sums(found: Read) -> tuple[float, float]:
    assert isinstance(found.records, Levels)
    return sum(step.total for step in found.records.steps), sum(step.bad for step in found.records.steps)


@pytest.mark.parametrize(("per", "scale"), [("second", 300), ("minute", 5), ("sample", 1)])
def test_what_a_value_counts_is_the_persons_word(tmp_path: Path, per: str, scale: int) -> None:
    found = read(csv(tmp_path, rates()), per=per)
    assert sums(found) == (18 * scale, 4 * scale)
    assert isinstance(found.records, Levels)
    assert (found.records.begun, found.records.every) == (BEGUN, STEP)
    assert bool(found.notes) == (per != "sample")
    with pytest.raises(InputFault, match="does not say whether it shows rates or counts"):
        read(csv(tmp_path, rates()), per="")


def test_every_form_of_the_same_panel_tells_the_same(tmp_path: Path) -> None:
    rows = rates(40)
    whole = csv(tmp_path, rows)
    excel = tmp_path / "excel.csv"
    excel.write_text("\ufeffsep=,\n" + whole.read_text(), "utf-8")
    iso = [
        f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d %H:%M:%S},{total},{failed or 'null'}"
        for at, total, failed in rows
    ]
    dated = written(tmp_path / "dated.csv", '"Time","requests (req/s)","errors (per second)"', *iso)
    long = [
        f"{name};{datetime.fromtimestamp(at, UTC).isoformat()};{value or 'null'}"
        for at, total, failed in rows
        for name, value in (("requests", total), ("errors", failed))
    ]
    old = written(tmp_path / "old.csv", "Series;Time;Value", *long)
    parts = [csv(tmp_path, rows[:25], name="a.csv"), csv(tmp_path, rows[20:], name="b.csv")]
    frames, inspected = tmp_path / "frames.json", tmp_path / "inspected.json"
    frames.write_text(json.dumps(answer(rows)))
    inspected.write_text(json.dumps({"request": {}, "response": answer(rows)}))
    expected = sums(read(whole))
    assert expected[1] > 0
    for paths in ([excel], [dated], [old], parts):
        assert sums(read(*paths)) == expected
    for path in (frames, inspected):
        assert sums(read(path, total="A", bad="B")) == expected
        assert sums(read(path, total="Value", bad='Value {code="5*"}')) == expected


def test_series_are_named_by_labels_in_the_long_form_and_by_their_files(tmp_path: Path) -> None:
    times = [BEGUN + STEP * number for number in range(1, 5)]
    lines = [f"{at * 1000},{code},{2}" for at in times for code in ("200", "500", "503")]
    path = written(tmp_path / "long.csv", "Time,status,Value", *lines)
    told = read(path, total="*", bad="5*", per="sample")
    assert sums(told) == (24, 16)
    assert told.notes == ("All requests are the sum of 3 series.", "Failed requests are the sum of 2 series.")
    columns = [[at * 1000 for at in times for _ in range(2)], ["200", "500"] * 4, [2.0] * 8]
    fields = [{"name": name, "type": type_} for name, type_ in (("time", "time"), ("status", "string"), ("count", "number"))]  # fmt: skip
    frames = [{"schema": {"fields": fields}, "data": {"values": columns}}]
    table = tmp_path / "table.json"
    table.write_text(json.dumps({"results": {"A": {"frames": frames}}}))
    assert sums(read(table, total="count *", bad="500", per="sample")) == (16, 8)
    total, bad = (
        written(tmp_path / f"{name}.csv", "Time,Value", *(f"{at * 1000},{value}" for at in times))
        for name, value in (("all", 9), ("failed", 1))
    )
    assert sums(read(total, bad, total="all:*", bad="failed:Value", per="sample")) == (36, 4)
    with pytest.raises(InputFault, match=r"two values at the same moment.*FILE:NAME"):
        read(total, bad, total="Value", bad="Value", per="sample")


def test_series_are_shown_to_be_chosen_from_in_every_form(tmp_path: Path) -> None:
    (table,) = kind("grafana").tables
    times = [BEGUN + STEP * number for number in range(1, 5)]
    rows = [(at, "10", "1") for at in times]
    long = [f"{at * 1000},{code},2" for at in times for code in ("200", "500")]
    for content, names in (
        ("\n".join(["Time,status,Value", *long]), ["200", "500"]),
        (
            "day,requests,errors [5m]\n03/04/2025,10,1\n04/04/2025,,1\n05/04/2025,8,1",
            ["errors [5m]", "requests"],
        ),
        (json.dumps(answer(rows, unit="")), None),
    ):
        found = looked([Content("panel", content.encode())], table)
        shown = [column.header for column in found.columns]
        assert names is None or shown == names
        assert all(column.samples for column in found.columns)
        assert bool(found.unclear) == ("03/04" in content)
        path = tmp_path / "panel"
        path.write_text(content)
        for name in shown:
            told = read(path, total=name, bad=name, per="sample", dates="day-first")
            assert sums(told)[0] > 0 and not any("sum" in note for note in told.notes), name


def test_a_name_with_the_signs_of_a_pattern_is_taken_as_it_is(tmp_path: Path) -> None:
    path = written(
        tmp_path / "p.csv",
        "Time,rate[5m],rate5,*",
        *(f"{(BEGUN + STEP * n) * 1000},9,1,7" for n in range(1, 4)),
    )
    assert sums(read(path, total="rate[5m]", bad="rate5", per="sample")) == (27, 3)
    assert sums(read(path, total="rate[5m]", bad="*", per="sample")) == (27, 21)


def test_dates_are_read_as_the_file_shows(tmp_path: Path) -> None:
    lines = [f"{day}/01/2025,10,1" for day in range(11, 15)]
    path = written(tmp_path / "p.csv", "Date,requests,errors", *lines)
    assert sums(read(path, per="sample")) == (40, 4)
    with pytest.raises(InputFault, match=r"p\.csv:2: .*either of two days"):
        read(written(tmp_path / "p.csv", "Date,requests,errors", *lines[:2]), per="sample")


def test_a_rate_is_taken_only_over_even_steps_and_what_is_missing_is_said(tmp_path: Path) -> None:
    rows = rates(12)
    found = read(csv(tmp_path, [*rows[:4], *rows[6:8], (rows[8][0], "", ""), *rows[9:]]))
    assert sums(found) == (13 * 300, 2 * 300)
    assert "no value for 3 steps" in found.notes[1]
    uneven = csv(tmp_path, [*rows, (rows[-1][0] + 100, "1", "")])
    with pytest.raises(InputFault, match=r"--total: A sample .* lies off the step of 300 seconds"):
        read(uneven)
    assert sums(read(uneven, per="sample")) == (19, 4)
    off = answer(rows)
    off["results"]["B"]["frames"][0]["data"]["values"][0][0] += 60_000
    path = tmp_path / "off.json"
    path.write_text(json.dumps(off))
    with pytest.raises(InputFault, match=r"--bad: A sample .* lies off"):
        read(path, total="A", bad="B")


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("a,b\n1,2\n", r"panel.csv:1: This is no table of a panel"),
        ("Time\n1\n", "no table of a panel"),
        ("Time,requests,errors\n1735689600000,12 req/s,1\n", r"panel.csv:2: “12 req/s” is no plain number.*Formatted data"),
        ("Time,requests,errors\nsoon,1,1\n", r"panel.csv:2: “soon” is no date"),
        ("Time,requests,errors\n,1,1\n", r"panel.csv:2: This row has no time"),
        ("Time,requests,errors\n1735689600000,1,\n1735689900000,1,\n", "--bad: There is no value, or a single one"),
        ("Time,requests\n1735689600000,1\n1735689900000,1\n", r"--bad errors: There is no series of this name.*requests"),
        ("Time,requests,errors\n1735689600000,1,-1\n1735689900000,1,1\n", "falls below nought"),
        ('Time,requests (req/min),errors\n1735689600000,1,1\n', r"unit \(req/min\) is one of a rate by the minute \(--per minute\)"),
        ("{", "This is no JSON"),
        ("{}", "no answer to a panel's queries"),
        ('{"message": "Unauthorised"}', "Unauthorised"),
        ('{"results": {"A": {"error": "parse error", "frames": []}}}', "query was refused: parse error"),
        ('{"results": {"A": {"frames": 3}}}', "“frames” is no list"),
        ('{"results": {"A": {"frames": [{}]}}}', "It has no “schema”"),
        ('{"results": {"A": {"frames": [{"schema": {"fields": [{"type": "number"}]}, "data": {"values": [[1]]}}]}}}', "have no time"),
        ('{"results": {"A": {"frames": [{"schema": {"fields": [{"type": "number"}]}, "data": {"values": [[1], [2]]}}]}}}', "not one column for each"),
        (json.dumps({"results": {"A": {"frames": [frame("A", [1, 2], [1])]}}}), "not one length"),
        ("Time,requests,errors\n1735689600000,1e300,1\n", "no number that can be meant"),
        (json.dumps({"results": {"A": {"frames": [frame("A", [10**400], [1])]}}}), "row 1: This is no moment"),
        (json.dumps({"results": {"A": {"frames": [frame("A", [1], [10**400])]}}}), "row 1: This is no moment"),
        (json.dumps({"results": {"A": {"frames": [frame("A", [1], ["x"])]}}}), "row 1: This is no moment with a number"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_its_place(tmp_path: Path, text: str, match: str) -> None:
    path = tmp_path / "panel.csv"
    path.write_text(text)
    with pytest.raises(InputFault, match=match):
        read(path)


def test_a_counter_itself_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    rows = [(BEGUN + STEP * number, str(7 * number), "1") for number in range(40)]
    for per in ("second", "sample"):
        with pytest.raises(InputFault, match="only ever grows"):
            read(csv(tmp_path, rows), per=per)
    with pytest.raises(InputFault, match="Either files or --url"):
        read()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=19),
    st.randoms(use_true_random=False),
)
def test_rates_are_counts_by_the_step_in_whatever_order(counts: list[tuple[int, int]], order: Random) -> None:
    rows = [(BEGUN + STEP * number, str(total), str(bad)) for number, (total, bad) in enumerate(counts, 1)]
    times_300 = [(at, str(300 * int(total)), str(300 * int(bad))) for at, total, bad in rows]
    with TemporaryDirectory() as name:
        folder = Path(name)
        in_order = read(csv(folder, rows))
        order.shuffle(rows)
        assert read(csv(folder, rows)).records == in_order.records
        assert read(csv(folder, times_300), per="sample").records == in_order.records


QUERY = {"refId": "A", "datasource": {"uid": "u1", "type": "prometheus"}, "expr": "sum(rate(x[5m]))"}


def live(site: Site, saved: Path, environment: dict[str, str], days: int = 70, **wishes: str) -> Read:
    many = {
        "url": site.base, "query": str(saved), "allow": "127.0.0.1", "total": "A", "bad": "B", "per": "second", "target": "99",
        **wishes,
    }  # fmt: skip
    end = date.fromordinal(date(2025, 1, 1).toordinal() + days)
    request = Request(
        (), {key: (value,) for key, value in many.items()}, b"key", date(2025, 1, 1), end, environment
    )
    return kind("grafana").read(request)


@pytest.fixture
def query(tmp_path: Path) -> Path:
    """What the panel inspector shows of the panel's request."""
    path = tmp_path / "query.json"
    told = {"request": {"data": {"queries": [QUERY, {**QUERY, "refId": "B"}], "from": "1", "to": "2"}}}
    path.write_text(json.dumps(told))
    return path


def test_a_server_is_asked_with_the_panels_queries_piece_by_piece(site: Site, query: Path) -> None:
    questions: list[dict[str, Any]] = []

    def answers(request: BaseHTTPRequestHandler) -> None:
        question = json.loads(site.posted[-1])
        questions.append(question)
        first, last = int(question["from"]) // 1000, int(question["to"]) // 1000
        rows = [(at, "2", "1" if at % 7200 == 0 else "") for at in range(first, last + 1, STEP)]
        body = json.dumps(answer(rows)).encode()
        request.send_response(200)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    site.on("/grafana/api/ds/query", answers)
    found = live(site, query, {TOKEN: "s3cret"}, url=f"{site.base}/grafana")
    assert sums(found) == ((70 * 288 + 1) * 600, (70 * 12 + 1) * 300)
    assert len(questions) == 3
    assert {headers["authorization"] for _, headers in site.requests} == {"Bearer s3cret"}
    assert all(
        one["intervalMs"] == 300_000 and one["expr"] == QUERY["expr"] for one in questions[0]["queries"]
    )


def test_what_a_server_or_its_query_lacks_is_said(site: Site, query: Path, tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match="status 404"):
        live(site, query, {})
    with pytest.raises(InputFault, match="too many questions"):
        live(site, query, {}, days=3000, step="1s")
    for text, match in (
        ("[]", "no queries"),
        ('{"queries": []}', "no queries"),
        ('{"queries": [{}]}', "no refId"),
    ):
        path = written(tmp_path / "none.json", text)
        with pytest.raises(InputFault, match=match):
            live(site, path, {})
    with pytest.raises(InputFault, match="--query"):
        live(site, query, {}, query="")
    assert len(site.requests) == 1
