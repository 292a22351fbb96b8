"""A ServiceNow of our own, in the shapes of its Table API: offsets, Link headers, and answers that break off."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bonafide.connectors.systems import servicenow
from bonafide.connectors.systems.servicenow import TOKEN, bounded
from bonafide.evidence.incidents import Incidents
from bonafide.model.faults import InputFault, WorldFault
from connectors.conftest import Site
from connectors.systems.tickets import Asked, Json, System, live

DAYS = "opened_at>=2024-12-31 00:00:00^opened_at<2026-01-02 00:00:00"
ORDER = "^ORDERBYopened_at^ORDERBYsys_id"


@pytest.fixture(autouse=True)
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of twenty."""
    monkeypatch.setattr(servicenow, "AT_ONCE", 20)


def incident(number: int) -> dict[str, str]:
    """Opened each third day at noon, resolved six hours later; each fifth is open."""
    opened = datetime(2025, 1, 2, 12, tzinfo=UTC) + timedelta(days=3 * number)
    resolved = f"{opened + timedelta(hours=6):%Y-%m-%d %H:%M:%S}" if number % 5 else ""
    return {
        "sys_id": f"{number:032x}",
        "opened_at": f"{opened:%Y-%m-%d %H:%M:%S}",
        "resolved_at": resolved,
        "priority": str(1 + number % 3),
    }


def table(site: Site, count: int = 50, shift: int = 0) -> System:
    """So many incidents; `shift` of each page are told again on the next one."""

    def answer(question: Asked) -> tuple[int, Any, Json]:
        begin, limit = (int(question.said[f"sysparm_{name}"]) for name in ("offset", "limit"))
        result = [incident(number) for number in range(begin, min(begin + limit, count))]
        links = [f'<{site.base}{question.path}?sysparm_limit={limit}&sysparm_offset=0>;rel="first"']
        if begin + limit < count:
            links.append(
                f'<{site.base}{question.path}?sysparm_limit={limit}&sysparm_offset={begin + limit - shift}>;rel="next"'
            )
        return 200, {"result": result}, {"Link": ",".join(links), "X-Total-Count": str(count)}

    return System(answer).on(site)


def test_a_table_is_read_to_its_end(site: Site) -> None:
    system = table(site)
    read = live(
        site,
        "incidents",
        {TOKEN: "s3cret"},
        table="incident",
        query="active=false^ORDERBYDESCnumber",
        user="reader",
    )
    assert isinstance(read.records, Incidents)
    assert len(read.records.incidents) == 50
    assert sum(one.resolved is None for one in read.records.incidents) == 10
    assert read.records.incidents[1].opened == datetime(2025, 1, 5, 12, tzinfo=UTC)
    assert read.records.severities == ("1", "2", "3")
    assert system.asked[0].path == "/api/now/table/incident"
    assert system.asked[0].said == {
        "sysparm_query": f"active=false^{DAYS}{ORDER}",
        "sysparm_fields": "sys_id,opened_at,resolved_at,priority",
        "sysparm_display_value": "false",
        "sysparm_exclude_reference_link": "true",
        "sysparm_limit": "20",
        "sysparm_offset": "0",
    }
    assert [one.said["sysparm_offset"] for one in system.asked] == ["0", "20", "40"]
    assert {one.headers["authorization"] for one in system.asked} == {"Basic cmVhZGVyOnMzY3JldA=="}


def test_what_moves_to_a_later_page_counts_once(site: Site) -> None:
    table(site)
    plain = live(site, "incidents", table="incident")
    table(site, shift=4)
    assert live(site, "incidents", table="incident") == plain


def test_columns_of_ones_own_are_asked_for_and_bound_the_days(site: Site) -> None:
    system = table(site)
    columns = ("opened=resolved_at", "resolved=opened_at", "severity=sys_id")
    with pytest.raises(InputFault, match=r"127\.0\.0\.1: \[0\], resolved_at: “opened” is empty"):
        live(site, "incidents", table="u_outage", column=columns)
    assert system.asked[0].path == "/api/now/table/u_outage"
    assert system.asked[0].said["sysparm_fields"] == "sys_id,resolved_at,opened_at,sys_id"
    assert system.asked[0].said["sysparm_query"].startswith("resolved_at>=2024-12-31")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", DAYS),
        ("a=1", f"a=1^{DAYS}"),
        ("a=1^ORb=2", f"a=1^ORb=2^{DAYS}"),
        ("a=1^NQb=2^ORDERBYc", f"a=1^{DAYS}^NQb=2^{DAYS}"),
        ("ORDERBYDESCc^a=1", f"a=1^{DAYS}"),
    ],
)
def test_every_part_of_a_query_is_kept_within_the_days(query: str, expected: str) -> None:
    assert bounded(query, "opened_at", date(2025, 1, 1), date(2026, 1, 1)) == expected + ORDER


@pytest.mark.parametrize(
    ("status", "value", "headers", "match"),
    [
        (200, {"result": [incident(1)], "error": {"message": "Transaction cancelled: maximum execution time exceeded"}, "status": "failure"}, {}, "broke off: Transaction cancelled"),
        (200, {"result": [incident(number) for number in range(20)]}, {}, "does not say whether there are more"),
        (200, {"result": [incident(1)]}, {"Link": '</api/now/table/incident?sysparm_offset=0>;rel="next"'}, "lead back"),
        (200, {"result": [incident(1)]}, {"Link": '<https://other.example/>;rel="next"'}, "at another address"),
        (200, {"result": incident(1)}, {}, "no list “result”"),
        (200, b'{"result": [{"opened_at": "2025', {}, "cannot be read"),
        (400, {"error": {"message": "Invalid table outage"}}, {}, "status 400"),
        (401, {}, {}, "read from BONAFIDE_SERVICENOW_TOKEN"),
        (403, {}, {}, "read from BONAFIDE_SERVICENOW_TOKEN"),
        (404, {}, {}, "status 404"),
    ],
)  # fmt: skip
def test_what_is_no_whole_answer_gives_no_figure(
    site: Site, status: int, value: Any, headers: Json, match: str
) -> None:
    System(lambda _: (status, value, headers)).on(site)
    with pytest.raises(WorldFault, match=match):
        live(site, "incidents", table="incident")


def test_a_limit_is_waited_for(site: Site) -> None:
    system = table(site)
    told, refused = system.answer, iter([False, True])
    system.answer = lambda question: (
        (429, {}, {"Retry-After": "0"}) if next(refused, False) else told(question)
    )
    read = live(site, "incidents", table="incident")
    assert isinstance(read.records, Incidents)
    assert (len(read.records.incidents), len(system.asked)) == (50, 4)


def test_what_cannot_be_asked_for_is_said(site: Site) -> None:
    for wishes, match in (
        ({"table": "../sys_user"}, "no table's name"),
        ({"table": "incident?x"}, "no table's name"),
        ({"table": "incident", "actions_jql": "a = b"}, "--actions-jql: ServiceNow has no JQL"),
    ):
        with pytest.raises(InputFault, match=match):
            live(site, "incidents", **wishes)
