"""A Jira of our own, in the shapes that Atlassian documents: searches with tokens, sprints with offsets, sprint reports."""

from __future__ import annotations

import json
import time
from base64 import b64encode
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.connectors.systems import live as connection
from bonafide.connectors.systems.iterations.reports import of_reports
from bonafide.connectors.systems.jira import TOKEN, bounded
from bonafide.connectors.systems.reading import Read
from bonafide.evidence.incidents import Incidents
from bonafide.evidence.iterations import Iterations
from bonafide.model.faults import InputFault, UnreadableFault, WorldFault
from connectors.conftest import Site
from connectors.systems.exports import asked
from connectors.systems.tickets import Asked, Json, System, live

JQL = "project = OPS AND type = Incident ORDER BY created DESC"
TODAY = date(2026, 1, 1)


def issue(number: int) -> dict[str, Any]:
    """Opened each third day at noon, resolved six hours later; each fifth is open."""
    opened = datetime(2025, 1, 2, 12, tzinfo=UTC) + timedelta(days=3 * number)
    resolved = None if number % 5 == 0 else opened + timedelta(hours=6)
    moments = [None if at is None else at.strftime("%Y-%m-%dT%H:%M:%S.000+0000") for at in (opened, resolved)]
    fields = {"created": moments[0], "resolutiondate": moments[1], "priority": {"name": "High", "id": "2"}}
    return {"expand": "x", "id": str(10_000 + number), "key": f"OPS-{number}", "fields": fields}


def searched(count: int = 60, page: int = 25, overlap: int = 0) -> System:
    """So many issues in pages, each but the last one with a token; `overlap` of each page are told again on the next."""

    def answer(question: Asked) -> tuple[int, Any, Json]:
        begin = int(question.said.get("nextPageToken", "t0")[1:])
        issues = [issue(number) for number in range(begin, min(begin + page, count))]
        more = (
            {"nextPageToken": f"t{begin + page - overlap}", "isLast": False}
            if begin + page < count
            else {"isLast": True}
        )
        return 200, {"issues": issues, **more}, {}

    return System(answer)


def records(read: Read) -> Incidents:
    assert isinstance(read.records, Incidents)
    return read.records


def test_a_search_is_read_to_its_end_as_its_export_would_be(site: Site, tmp_path: Path) -> None:
    system = searched().on(site)
    read = live(site, "incidents", {TOKEN: "s3cret"}, jql=JQL)
    assert len(records(read).incidents) == 60
    path = tmp_path / "export.json"
    path.write_text(json.dumps({"issues": [issue(number) for number in range(60)]}))
    assert records(asked("incidents", path)) == records(read)
    assert [one.path for one in system.asked] == ["/rest/api/3/search/jql"] * 3
    first, second, _ = (one.said for one in system.asked)
    assert first == {
        "jql": '(project = OPS AND type = Incident) AND created >= "2024-12-31" AND created < "2026-01-02"',
        "fields": ["created", "resolutiondate", "priority"],
        "maxResults": 1000,
    }
    assert second == first | {"nextPageToken": "t25"}
    assert {one.headers["authorization"] for one in system.asked} == {"Bearer s3cret"}
    assert "s3cret" not in repr(read)


def test_a_user_and_columns_of_ones_own_are_asked_for(site: Site) -> None:
    system = searched(20).on(site)
    read = live(
        site, "incidents", {TOKEN: "s3cret"}, jql=JQL, user="ada@mill.example", actions_jql="type = Action",
        column=("severity=fields.priority.id",),
    )  # fmt: skip
    assert {one.severity for one in records(read).incidents} == {"2"}
    assert (
        system.asked[0].headers["authorization"] == f"Basic {b64encode(b'ada@mill.example:s3cret').decode()}"
    )
    assert system.asked[1].said["fields"] == ["created", "resolutiondate", "status"]
    assert len(records(read).actions or ()) == 20
    with pytest.raises(InputFault, match=r"begins with “fields\.”"):
        live(site, "incidents", jql=JQL, column="severity=priority")


def test_what_moves_to_a_later_page_counts_once_and_the_same_records_have_one_fingerprint(site: Site) -> None:
    searched().on(site)
    plain = live(site, "incidents", jql=JQL)
    searched(page=20, overlap=3).on(site)
    again = live(site, "incidents", jql=JQL)
    assert (again.records, again.fingerprint) == (plain.records, plain.fingerprint)


def test_a_limit_is_waited_for(site: Site) -> None:
    system = searched(30)
    told, refused = system.answer, iter([True, False, True])
    system.answer = lambda question: (
        (429, {}, {"Retry-After": "0"}) if next(refused, False) else told(question)
    )
    system.on(site)
    assert len(records(live(site, "incidents", jql=JQL)).incidents) == 30
    assert len(system.asked) == 4


def test_of_the_day_before_which_may_be_told_in_part_nothing_is_kept(site: Site) -> None:
    early = issue(1)
    early["id"], early["fields"]["created"] = "1", "2024-12-31T23:00:00.000+0000"
    always(200, {"issues": [early, issue(1)]}).on(site)
    (one,) = records(live(site, "incidents", jql=JQL)).incidents
    assert one.opened.year == 2025


def always(status: int, value: Any) -> System:
    return System(lambda _: (status, value, {}))


@pytest.mark.parametrize(
    ("status", "value", "fault", "match"),
    [
        (200, {"issues": [issue(1)], "nextPageToken": "t1"}, WorldFault, "lead back"),
        (200, {"issues": [issue(1)], "isLast": False}, WorldFault, "does not say how to ask"),
        (200, {"issues": [issue(1)], "nextPageToken": 7}, WorldFault, "does not say how to ask"),
        (200, {"issues": "none"}, WorldFault, "no list “issues”"),
        (200, {"issues": [3]}, WorldFault, "no list “issues”"),
        (200, [issue(1)], WorldFault, "no list “issues”"),
        (200, b'{"issues": [', WorldFault, "answer cannot be read"),
        (200, {"issues": [], "isLast": True}, InputFault, "no incident.*whether the token may see"),
        (200, {"issues": [{"id": "1", "fields": {"created": "soon", "resolutiondate": None}}]}, InputFault, "“soon” is no date"),
        (400, {"errorMessages": ["The value 'OPS' does not exist for the field 'project'."]}, InputFault, r"\(project = OPS.*Jira refused the query: The value 'OPS'"),
        (400, b"<html>", InputFault, "status 400"),
        (401, {}, WorldFault, "read from BONAFIDE_JIRA_TOKEN"),
        (410, {}, WorldFault, "status 410"),
    ],
)  # fmt: skip
def test_what_is_no_whole_answer_gives_no_figure(
    site: Site, status: int, value: Any, fault: type[Exception], match: str
) -> None:
    always(status, value).on(site)
    with pytest.raises(fault, match=match):
        live(site, "incidents", jql=JQL)


def test_a_jira_that_stalls_ends_in_time(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.2)
    System(lambda _: (time.sleep(1), (200, {}, {}))[1]).on(site)  # type: ignore[func-returns-value]
    with pytest.raises(WorldFault, match="too long"):
        live(site, "incidents", jql=JQL)


def test_what_is_asked_for_must_be_said(site: Site, tmp_path: Path) -> None:
    for wishes, match in (
        ({}, "not said what to ask for"),
        ({"jql": JQL, "table": "incident"}, "One system"),
        ({"jql": "  order by created"}, "finds everything"),
        ({"jql": JQL, "url": "ftp://mill.example"}, "no web address"),
    ):
        with pytest.raises(InputFault, match=match):
            live(site, "incidents", **wishes)
    for wishes, match in (
        ({"jql": JQL}, "--jql: This needs the address"),
        ({"user": "a"}, "--user: This needs"),
    ):
        with pytest.raises(InputFault, match=match):
            asked("incidents", tmp_path / "x.csv", **wishes)
    with pytest.raises(InputFault, match="tell the same twice"):
        asked("incidents", tmp_path / "x.csv", url=site.base, jql=JQL)


@pytest.mark.parametrize(
    ("jql", "bare"),
    [
        ("project = A order  by created", "project = A"),
        (
            "summary ~ \"order by mail\" OR a = 'order by' ORDER BY x",
            "summary ~ \"order by mail\" OR a = 'order by'",
        ),
        ('a = "\\"" ORDER BY "b"', 'a = "\\""'),
        ("border by = 1", "border by = 1"),
    ],
)
def test_the_order_of_a_query_is_left_out_and_its_days_are_set(jql: str, bare: str) -> None:
    assert (
        bounded(jql, date(2025, 1, 2), TODAY)
        == f'({bare}) AND created >= "2025-01-01" AND created < "2026-01-02"'
    )


def report(
    number: int, done: int = 3, undone: int = 1, removed: int = 1, added: int = 2, **sprint: Any
) -> dict[str, Any]:
    """A closed sprint of two weeks; what was added was done."""
    began = datetime(2025, 1, 6, 9, tzinfo=UTC) + timedelta(days=14 * number)
    keys = iter(f"OPS-{number}-{part}" for part in range(100))

    def some(count: int) -> list[dict[str, Any]]:
        return [{"id": part, "key": next(keys), "typeName": "Story"} for part in range(count)]

    later = some(added)
    contents = {
        "completedIssues": some(done) + later,
        "issuesNotCompletedInCurrentSprint": some(undone),
        "puntedIssues": some(removed),
        "issuesCompletedInAnotherSprint": some(1),
        "issueKeysAddedDuringSprint": {one["key"]: True for one in later},
    }
    told = {
        "id": number, "name": f"Sprint {number}", "state": "CLOSED", "startDate": "06/Jan/25 10:00 AM",
        "isoStartDate": began.isoformat(), "isoCompleteDate": (began + timedelta(days=13)).isoformat(), **sprint,
    }  # fmt: skip
    return {"contents": contents, "sprint": told, "supportsPages": True}


def test_a_sprint_report_tells_what_was_committed_when_the_sprint_began(tmp_path: Path) -> None:
    paths = []
    for number in range(8):
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(report(number, state="ACTIVE" if number == 7 else "CLOSED")))
        paths.append(str(path))
    read = asked("iterations", reports=(*paths, paths[0]))
    assert isinstance(read.records, Iterations)
    assert [(one.committed, one.done) for one in read.records.iterations] == [(5, 3)] * 7
    assert read.notes == (
        "1 sprints that had not ended by the last day asked for were left out.",
        "Added after their iteration had begun, and not counted: 14.",
        "Taken out after their iteration had begun, and counted as not done: 7.",
        "7 issues that were done outside of their sprint were left out.",
    )
    with pytest.raises(InputFault, match="tell the same twice"):
        asked("iterations", paths[0], reports=paths[0])


def test_what_is_no_sprint_report_is_said() -> None:
    good = report(1)
    for value, match in (
        ([], "x: This is no sprint report"),
        ({"sprint": {}}, "no sprint report"),
        (
            good | {"contents": good["contents"] | {"puntedIssues": 3}},
            r"contents.puntedIssues: This is no list",
        ),
        (good | {"contents": good["contents"] | {"puntedIssues": [{"id": 3}]}}, r"contents.puntedIssues"),
        (good | {"contents": good["contents"] | {"puntedIssues": [[]]}}, r"contents.puntedIssues"),
    ):
        with pytest.raises(UnreadableFault, match=match):
            of_reports([("x", value)], TODAY)
    for sprint, match in (
        ({"isoStartDate": "2026-01-01"}, "no beginning before its end"),
        ({"isoCompleteDate": "soon"}, r"x: sprint.isoCompleteDate: “soon” is no date"),
    ):
        with pytest.raises(InputFault, match=match):
            of_reports([("x", report(1, **sprint))], TODAY)
    with pytest.raises(InputFault, match="told twice"):
        of_reports([("x", report(1)), ("y", report(1, done=4))], TODAY)
    shown = report(1, isoStartDate=None, isoCompleteDate="", completeDate="None")
    assert of_reports([("x", shown)], TODAY)[0] == []
    ((iteration,), _) = of_reports([("x", report(1, isoStartDate=None))], TODAY)
    assert iteration.started == datetime(2025, 1, 6, 10, tzinfo=UTC)


counts = st.integers(0, 8)


@given(
    st.lists(st.tuples(counts, counts, counts, counts), min_size=1, max_size=10),
    st.randoms(use_true_random=False),
)
def test_what_is_added_changes_nothing_and_neither_does_the_order(
    made: list[tuple[int, ...]], order: Any
) -> None:
    told = [("x", report(number, *parts)) for number, parts in enumerate(made)]
    plain = [("x", report(number, *parts[:3], 0)) for number, parts in enumerate(made)]
    order.shuffle(told)
    found = sorted(of_reports(told, TODAY)[0])
    assert found == sorted(of_reports(plain, TODAY)[0])
    assert all(one.committed == sum(parts[:3]) for one, parts in zip(found, made, strict=True))


def board(count: int = 70, page: int = 50) -> System:
    """A board whose sprints are told in pages, one of them of another board, and their reports."""

    def answer(question: Asked) -> tuple[int, Any, Json]:
        if question.path.startswith("/rest/greenhopper"):
            return 200, report(int(question.said["sprintId"])), {}
        begin = int(question.said["startAt"])
        values = []
        for number in range(begin, min(begin + page, count)):
            sprint = report(number)["sprint"]
            own = 99 if number == 3 else 12
            values.append(
                {
                    "id": number,
                    "state": "closed",
                    "completeDate": sprint["isoCompleteDate"],
                    "originBoardId": own,
                }
            )
        return (
            200,
            {"maxResults": page, "startAt": begin, "isLast": begin + page >= count, "values": values},
            {},
        )

    return System(answer)


def test_the_sprints_of_a_board_are_read_with_their_reports(site: Site) -> None:
    system = board().on(site)
    read = live(site, "iterations", {TOKEN: "s3cret"}, board="12")
    assert isinstance(read.records, Iterations)
    assert len(read.records.iterations) == 24, "of 25 that were completed in the year one is another board's"
    assert [one.said["startAt"] for one in system.asked[:2]] == ["0", "50"]
    assert system.asked[0].path == "/rest/agile/1.0/board/12/sprint"
    assert system.asked[2].said == {"rapidViewId": "12", "sprintId": "0"}
    assert live(site, "iterations", board="12").fingerprint == read.fingerprint


def test_what_is_no_board_is_said(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("", "mill", "²"):
        with pytest.raises(InputFault, match="no board's number"):
            live(site, "iterations", board=value)
    with pytest.raises(InputFault, match="--board: A board needs"):
        asked("iterations", board="12")
    always(400, {"errorMessages": ["The board does not support sprints"]}).on(site)
    with pytest.raises(InputFault, match="--board 12: Jira refused it: The board does not support sprints"):
        live(site, "iterations", board="12")
    always(200, {"values": [], "startAt": 0}).on(site)
    with pytest.raises(WorldFault, match="whether there are more"):
        live(site, "iterations", board="12")
    always(200, {"values": [], "startAt": 0, "isLast": False}).on(site)
    with pytest.raises(WorldFault, match="lead back"):
        live(site, "iterations", board="12")
    board().on(site)
    monkeypatch.setattr("bonafide.connectors.systems.iterations.live.MOST_SPRINTS", 5)
    with pytest.raises(InputFault, match="more than 5 sprints"):
        live(site, "iterations", board="12")
