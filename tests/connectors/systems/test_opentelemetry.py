"""OTLP JSON in the shapes of its specification, read line by line, and held against what the processes counted."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.connectors.systems.opentelemetry.selectors import Selector
from bonafide.connectors.systems.reading import Read
from bonafide.evidence.service_levels import Levels, Step
from bonafide.model.faults import InputFault
from connectors.systems.exports import asked, written
from connectors.systems.otlp import BEGUN, CUMULATIVE, DELTA, Process, line, point

BAD = "requests{status=5*}"


def levels(*paths: Path, total: str = "requests", bad: str = BAD) -> Levels:
    return records(asked("opentelemetry", *paths, total=total, bad=bad, target="99"))


def records(read: Read) -> Levels:
    assert isinstance(read.records, Levels)
    return read.records


def sums(found: Levels) -> tuple[float, float]:
    return sum(step.total for step in found.steps), sum(step.bad for step in found.steps)


@pytest.mark.parametrize("kind", ["sum", "histogram", "exponentialHistogram"])
@pytest.mark.parametrize("temporality", [DELTA, CUMULATIVE])
def test_counts_are_taken_through_restarts(tmp_path: Path, temporality: int, kind: str) -> None:
    """Two lives of one process; the second begins while the records run, so that all it counted counts."""
    first = Process(BEGUN, [{200: 9, 500: 1}] * 30)
    second = Process(BEGUN + 31 * 60, [{200: 4}, {200: 5, 503: 2}] * 10)
    path = written(
        tmp_path / "metrics.jsonl", *first.told(temporality, kind), *second.told(temporality, kind)
    )
    found = levels(path)
    # Of totals, what came in before the first is not known.
    known = 30 if temporality == DELTA else 29
    assert sums(found) == (10 * known + 110, known + 20)
    assert found.every == 60


LIVES = st.lists(
    st.tuples(
        st.integers(0, 50),
        st.sampled_from("ab"),
        st.lists(st.dictionaries(st.sampled_from([200, 404, 500, 503]), st.integers(0, 9)), max_size=8),
    ),
    min_size=1,
    max_size=4,
)


def lived(lives: Any) -> list[Process]:
    """One life after the other, each some minutes after the one before, of two processes."""
    found, begun = [], BEGUN + 60
    for wait, name, counts in lives:
        found.append(Process(begun + 60 * wait, counts, name))
        begun = found[-1].start + 60 * len(counts)
    return found


@settings(max_examples=60, deadline=None)
@given(LIVES, st.randoms(use_true_random=False))
def test_differences_and_totals_of_the_same_counts_agree_in_any_order(lives: Any, order: Random) -> None:
    """A process that began before all of them, and is heard of first, gives both the same beginning."""
    elder = Process(BEGUN, [{200: 1, 500: 1}] * 2, instance="elder")
    processes = lived(lives)
    with TemporaryDirectory() as folder:
        found = []
        for temporality in (DELTA, CUMULATIVE, DELTA, CUMULATIVE):
            told = [text for one in (elder, *processes) for text in one.told(temporality)]
            order.shuffle(told)
            found.append(levels(written(Path(folder) / "metrics.jsonl", *told)))
        steps: list[list[Step]] = [[one for one in each.steps if one.at > BEGUN + 60] for each in found]
        filled = [[one for one in each if one.total or one.bad] for each in steps]
        assert filled[0] == filled[1] == filled[2] == filled[3]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=12), st.data())
def test_more_of_what_was_not_asked_for_or_was_written_before_changes_nothing(
    counts: list[tuple[int, int]], data: st.DataObject
) -> None:
    process = Process(BEGUN, [{200: some + 1, 500: failed + 1} for some, failed in counts])
    with TemporaryDirectory() as folder:
        told = process.told(data.draw(st.sampled_from([DELTA, CUMULATIVE])))
        path = written(Path(folder) / "a.jsonl", *told)
        other = Process(BEGUN - 999, [{200: 5}] * 3, metric="others").told(CUMULATIVE)
        gauge = json.dumps(
            {"resourceMetrics": [{"scopeMetrics": [{"metrics": [{"name": "heat", "gauge": {}}]}]}]}
        )
        more = written(
            Path(folder) / "b.jsonl", *other, gauge, *data.draw(st.lists(st.sampled_from(told), max_size=5))
        )
        assert levels(path) == levels(path, more)


def test_what_a_counter_shows_first_counts_where_its_process_was_heard_of_before(tmp_path: Path) -> None:
    """An old process: what it had counted before the records began is not known; its first failure is."""
    old = [
        line("requests", [point(1000, BEGUN - 99_999, BEGUN, {"status": 200})]),
        line(
            "requests",
            [
                point(1010, BEGUN - 99_999, BEGUN + 60, {"status": 200}),
                point(2, BEGUN - 99_999, BEGUN + 60, {"status": 500}),
            ],
        ),
    ]
    # A start that is the moment itself says that what came before is not known.
    unknown = line("requests", [point(70, BEGUN + 60, BEGUN + 60, {"status": 500})], instance="b")
    assert sums(levels(written(tmp_path / "metrics.jsonl", *old, unknown))) == (12, 2)


def test_processes_that_nothing_tells_apart_are_counted_by_their_starts(tmp_path: Path) -> None:
    two = [Process(BEGUN, [{200: 5, 500: 1}] * 9), Process(BEGUN + 7, [{200: 3, 500: 1}] * 9)]
    path = written(tmp_path / "metrics.jsonl", *(text for one in two for text in one.told(CUMULATIVE)))
    # The first shows its life up to the begin of the records; the second was not told of then.
    assert sums(levels(path)) == (6 * 8 + 4 * 9, 17)


def test_starts_that_move_with_every_point_are_refused(tmp_path: Path) -> None:
    told = [
        line("requests", [point(10 * number, BEGUN + number, BEGUN + 60 * number, {"status": 500})])
        for number in range(1, 30)
    ]
    with pytest.raises(InputFault, match=r"--total: This falls, or starts anew, again and again"):
        levels(written(tmp_path / "metrics.jsonl", *told))


def test_falls_without_a_start_are_restarts_and_are_said(tmp_path: Path) -> None:
    shown = [5, 9, 12, 3, 8, 9, 10, 11, 12, 13]
    told = [
        line("requests", [point(value, 0, BEGUN + 60 * number, {"status": 500})])
        for number, value in enumerate(shown)
    ]
    read = asked(
        "opentelemetry",
        written(tmp_path / "metrics.jsonl", *told),
        total="requests",
        bad=BAD,
        target="99",
    )
    assert sums(records(read)) == (20, 20)
    assert read.notes == ("Counters fell 2 times without a new start, which was counted as restarts.",)


def test_a_line_that_was_cut_off_is_left_out_and_what_was_written_twice_counts_once(tmp_path: Path) -> None:
    told = Process(BEGUN, [{200: 9, 500: 1}] * 30).told(CUMULATIVE)
    path = tmp_path / "metrics.jsonl"
    path.write_text("\n".join([*told, told[-1], told[-1][:-20]]))
    read = asked("opentelemetry", path, total="requests", bad=BAD, target="99")
    assert sums(records(read)) == (290, 29)
    assert read.notes == (
        "3 points were written more than once and were counted once.",
        f"The last line ({path}:32) is cut off and was left out.",
    )


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("{}", r"metrics.jsonl:1: This line holds no metrics"),
        ('\n{"resourceSpans": []}', r"metrics.jsonl:2: This line holds no metrics"),
        ("{\n", r"metrics.jsonl:1: This is no JSON"),
        ('{"resourceMetrics": 3}', "“resourceMetrics” is no list"),
        ('{"resourceMetrics": [{"resource": []}, {"resource": [3]}]}', "“resource” is no object"),
        (line("requests", [point(1, 0, BEGUN, {})], temporality=0), "delta or cumulative"),
        (line("requests", [point(-1, 0, BEGUN, {})]), "no point of a counter"),
        (line("requests", [point(10**18, 0, BEGUN, {})]), "no point of a counter"),
        (line("requests", [point(1, BEGUN + 1, BEGUN, {})]), "no point of a counter"),
        (line("requests", [{"asInt": "7"}]), "no point of a counter"),
        (line("requests", [{"asInt": "many", "timeUnixNano": "1"}]), "“many” is no number"),
        (line("requests", [{"asInt": "1", "timeUnixNano": "9" * 40}]), "no point of a counter"),
        (line("requests", [point(1, 0, BEGUN, {"status": 500}), point(2, 0, BEGUN, {"status": 500})]), "two values at the same moment"),
        (line("requests", [point(1, 0, BEGUN, {})], kind="gauge"), "“requests” is no counter"),
        (line("requests", [point(1, 0, BEGUN, {})]).replace("true", "false"), "“requests” is no counter"),
        (line("others", [point(1, 0, BEGUN, {})]), r"--total: The files hold nothing.*They hold: others"),
        (line("requests", [point(1, 0, BEGUN, {"status": 200})]), "--bad: The files hold nothing"),
        (line("requests", [{"timeUnixNano": "1", "flags": 1}]), "--total: The files hold nothing"),
        (line("requests", [{"timeUnixNano": "1", "asDouble": "NaN"}]), "--total: The files hold nothing"),
        ("[" * 200_000, "cannot be read"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_its_line(tmp_path: Path, text: str, match: str) -> None:
    path = tmp_path / "metrics.jsonl"
    path.write_text(text + "\n")
    with pytest.raises(InputFault, match=match):
        levels(path, bad="requests{status=5*}" if "others" not in text else "others")


def test_files_are_needed_and_lines_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputFault, match="No file"):
        levels()
    path = written(tmp_path / "metrics.jsonl", *Process(BEGUN, [{200: 1, 500: 1}] * 9).told(DELTA))
    for name, most in (("LONGEST_LINE", 100), ("MOST_LINES", path.stat().st_size + 100)):
        with monkeypatch.context() as within:
            within.setattr(f"bonafide.connectors.systems.reading.{name}", most)
            with pytest.raises(InputFault, match=r"A line holds more|no more than"):
                levels(path, path)
    with monkeypatch.context() as within:
        within.setattr("bonafide.connectors.systems.opentelemetry.counters.MOST_POINTS", 5)
        with pytest.raises(InputFault, match="more than 5 points"):
            levels(path)


@pytest.mark.parametrize(
    ("text", "attributes", "holds"),
    [
        ("a.b", {}, True),
        ("a.*{code=5*|429}", {"code": "503"}, True),
        ("a.*{code=5*|429}", {"code": "429"}, True),
        ("a.*{code=5*|429}", {"code": "1503"}, False),
        ("a.b{code!=2*, route = /pay}", {"code": "500", "route": "/pay"}, True),
        ("a.b{code!=2*,route=/pay}", {"code": "200", "route": "/pay"}, False),
        ("a.b{code!=2*}", {}, True),
        ("a.b{code=}", {}, True),
        ("a.b{code=?*}", {}, False),
        ('a.b{route="/a,b"}', {"route": "/a,b"}, True),
        ("a.b{}", {}, True),
    ],
)
def test_what_a_selector_means(text: str, attributes: dict[str, str], holds: bool) -> None:
    found = Selector.of(text)
    assert found.name.match("a.b") and not found.name.match("b.a.b")
    assert found.holds(attributes) == holds


@pytest.mark.parametrize(
    "text", ["", "{a=b}", "a{b", "a{b}", "a{b=c,,d=e}", 'a{b="c}', 'a{b=~"5.."}', "a b{c=d}", "a{=b}", "a}{"]
)
def test_what_is_no_selector_is_refused(text: str) -> None:
    with pytest.raises(InputFault, match=r"NAME\{attribute=pattern"):
        Selector.of(text)


def test_attributes_of_the_resource_count_too_and_a_point_counts_once(tmp_path: Path) -> None:
    processes = [Process(BEGUN, [{200: 9, 500: 1}] * 5, name) for name in "ab"]
    path = written(tmp_path / "metrics.jsonl", *(text for one in processes for text in one.told(DELTA)))
    only = "requests{service.instance.id=a}"
    read = asked("opentelemetry", path, total=(only, "requests{status=500}"), bad=BAD, target="99")
    assert sums(records(read)) == (55, 10)
