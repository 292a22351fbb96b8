"""A server of our own that pages, limits, breaks off, stalls, and leads elsewhere."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from itertools import chain, repeat
from typing import Any

import pytest

from bonafide.connectors.systems import live, paging
from bonafide.connectors.systems.live import Live
from bonafide.connectors.systems.secret import Secret, bare, basic, bearer
from bonafide.model.faults import InputFault, WorldFault
from connectors.conftest import Handler, Site
from connectors.systems.paged import answer

TOKEN = {"BONAFIDE_X_TOKEN": " s3cret\n"}
SECRET = bearer(TOKEN, "BONAFIDE_X_TOKEN")


def opened(site: Site, secret: Secret = SECRET, waits: list[float] | None = None, **more: Any) -> Live:
    """A connection that notes its waits and does not wait."""
    return Live(site.base, secret, ("127.0.0.1",), pause=(waits if waits is not None else []).append, **more)


def said(value: Any, status: int = 200, **headers: str) -> Handler:
    """Answers so."""
    return lambda request: answer(request, value, status, **headers)


def in_turn(*handlers: Handler) -> Handler:
    """The first time the first of them, and so on; the last from then on."""
    following: Iterator[Handler] = chain(handlers, repeat(handlers[-1]))
    return lambda request: next(following)(request)


def pages(site: Site, count: int) -> None:
    """A list of so many pages, each naming the next, the previous and the last one, as GitHub and GitLab do."""
    for number in range(1, count + 1):
        links = [f'<{site.base}/list?page={count}>; rel="last"']
        if number < count:
            links.insert(0, f'<{site.base}/list?page={number + 1}>; rel="next"')
        site.on(f"/list?page={number}", said([number], link=", ".join(links)))


def read(site: Site, most: int = 50) -> list[Any]:
    with opened(site) as server:
        return [one.json() for one in paging.linked(server, "/list", {"page": "1"}, most)]


def test_a_list_is_read_to_its_end(site: Site) -> None:
    pages(site, 5)
    assert read(site) == [[1], [2], [3], [4], [5]]
    assert {headers["authorization"] for _, headers in site.requests} == {"Bearer s3cret"}


def test_pages_are_counted_by_the_last_word_of_their_path(site: Site) -> None:
    pages(site, 3)
    site.on("/pulls/17/reviews", said([]))
    site.on("/compare/a...b", said([]))
    site.on("/1/2%1b[31mX", said([]))
    told: list[tuple[str, int]] = []
    with opened(site, progress=lambda *one: told.append(one)) as server:
        list(paging.linked(server, "/list", {"page": "1"}))
        for path in ("/pulls/17/reviews", "/compare/a...b", "/1/2%1b[31mX"):
            server.get(path, {})
    lists = [("pages of list", number) for number in (1, 2, 3)]
    assert told == [*lists, ("pages of reviews", 1), ("pages of compare", 1), ("pages of answers", 1)]


def test_more_pages_than_are_asked_for_are_a_fault_and_no_half_list(site: Site) -> None:
    pages(site, 5)
    with pytest.raises(InputFault, match=r"/list: There are more than 4 pages.*--from"):
        read(site, most=4)


def test_pages_that_lead_in_a_circle_are_a_fault(site: Site) -> None:
    site.on("/list?page=1", said([1], link='</list?page=1>; rel="next"'))
    with pytest.raises(WorldFault, match="lead back"):
        read(site)
    assert len(site.requests) == 2


@pytest.mark.parametrize("other", ["http://127.0.0.1:1/x", "https://elsewhere.example/x", "//elsewhere.example", "ftp://127.0.0.1/x"])  # fmt: skip
def test_no_next_page_of_another_host_is_asked(site: Site, other: str) -> None:
    site.on("/list?page=1", said([1], link=f'<{other}>; rel="next"'))
    with pytest.raises(WorldFault, match="at another address"):
        read(site)
    assert len(site.requests) == 1


def test_a_next_page_that_is_no_address_is_a_fault(site: Site) -> None:
    site.on("/list?page=1", said([1], link='<http://[::x>; rel="next"'))
    with pytest.raises(WorldFault):
        read(site)


@pytest.mark.parametrize(
    ("header", "link"),
    [
        ("", ""),
        ('<https://a.example/?page=3>; rel="next"', "https://a.example/?page=3"),
        ('<a>; rel="prev", <b,c;d>; title="x"; rel="last next", <e>; rel="last"', "b,c;d"),
        ("<a>;rel=prev,<b>;rel=next", "b"),
        ('<a>; rel="nextish"', ""),
        ("<<<<;;;rel", ""),
    ],
)
def test_a_link_header_tells_the_next_page(header: str, link: str) -> None:
    assert paging.following(header) == link


def test_a_list_with_tokens_is_read_to_its_end(site: Site) -> None:
    site.on("/search", in_turn(said({"next": "b"}), said({"next": "c"}), said({"last": True})))
    with opened(site) as server:
        asked = paging.tokened(
            lambda token: server.post("/search", {"token": token}), lambda page: str(page.get("next", ""))
        )
        assert [page for _, page in asked] == [{"next": "b"}, {"next": "c"}, {"last": True}]
    assert [json.loads(body)["token"] for body in site.posted] == ["", "b", "c"]
    site.on("/search", said({"next": "b"}))
    with opened(site) as server, pytest.raises(WorldFault, match="lead back"):
        list(paging.tokened(lambda _: server.post("/search", {}), lambda page: str(page["next"])))


def test_what_is_asked_too_often_is_asked_again_when_the_system_says_so(site: Site) -> None:
    secondary = {"message": "You have exceeded a secondary rate limit."}
    site.on("/x", in_turn(said({}, 429, retry_after="3"), said(secondary, 403), said({}, 503), said([1])))
    waits: list[float] = []
    with opened(site, waits=waits) as server:
        assert server.get("/x", {}).json() == [1]
    assert waits == [3, 60, 4]


def test_a_limit_that_outlasts_the_time_is_said(site: Site) -> None:
    site.on("/x", said({}, 429, retry_after="2520"))
    with opened(site) as server, pytest.raises(WorldFault, match="for 42 minutes, longer than this reading"):
        server.get("/x", {})
    with (
        opened(site, Secret("BONAFIDE_X_TOKEN")) as server,
        pytest.raises(WorldFault, match="token in BONAFIDE_X_TOKEN"),
    ):
        server.get("/x", {})
    assert len(site.requests) == 2


def test_a_limit_without_an_end_and_a_fault_that_stays_end(site: Site) -> None:
    site.on("/limited", said({}, 429))
    site.on("/down", said({}, 502))
    with opened(site) as server:
        with pytest.raises(WorldFault, match="goes on refusing"):
            server.get("/limited", {})
        with pytest.raises(WorldFault, match="/down: It answered with status 502"):
            paging.fine(server.get("/down", {}))
    assert len(site.requests) == 12


def test_a_server_that_stalls_or_drips_ends_in_time(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def stall(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000")
        request.end_headers()
        for _ in range(60):
            time.sleep(0.1)
            request.wfile.write(b" ")
            request.wfile.flush()

    site.on("/drip", stall)
    site.on("/stall", lambda _: time.sleep(2))
    begun = time.monotonic()
    with opened(site, seconds=0.5) as server, pytest.raises(WorldFault, match="too long"):
        server.get("/drip", {})
    monkeypatch.setattr(live, "PATIENCE", 0.2)
    with opened(site) as server, pytest.raises(WorldFault, match="too long"):
        server.get("/stall", {})
    assert time.monotonic() - begun < 5


def test_a_connection_that_breaks_off_is_tried_once_more(site: Site) -> None:
    def hang_up(request: BaseHTTPRequestHandler) -> None:
        request.close_connection = True
        request.connection.close()

    site.on("/x", in_turn(hang_up, said([1])))
    site.on("/y", hang_up)
    with opened(site) as server:
        assert server.get("/x", {}).json() == [1]
        with pytest.raises(WorldFault, match=r"127\.0\.0\.1"):
            server.get("/y", {})


@pytest.mark.parametrize(
    ("body", "match"),
    [(b"{", ":1: Its answer"), (b"<html>", "no JSON"), (b"[NaN]", "NaN"), (b"\xff", "UTF-8")],
)
def test_what_is_no_json_is_the_servers_fault(site: Site, body: bytes, match: str) -> None:
    site.on("/x", said(body))
    with opened(site) as server, pytest.raises(WorldFault, match=match):
        server.get("/x", {}).json()


def test_statuses_are_said_and_the_token_is_not(site: Site) -> None:
    site.on("/gone", said({}, 404))
    site.on("/closed", said({}, 401))
    with opened(site) as server:
        with pytest.raises(WorldFault, match=r"/gone: .*404.*whether the token may see it"):
            paging.fine(server.get("/gone", {}))
        with pytest.raises(WorldFault, match="read from BONAFIDE_X_TOKEN") as told:
            server.get("/closed", {})
    assert "s3cret" not in f"{told.value!r} {told.value} {SECRET!r} {SECRET}"


def test_each_system_has_its_own_header(site: Site) -> None:
    site.on("/x", said([]))
    for secret in (
        bare(TOKEN, "BONAFIDE_X_TOKEN", "PRIVATE-TOKEN"),
        basic(TOKEN, "BONAFIDE_X_TOKEN", "ada@mill.example"),
    ):
        with opened(site, secret, headers={"X-Version": "3"}) as server:
            server.get("/x", {})
    (_, first), (_, second) = site.requests
    assert first["private-token"] == "s3cret" and "authorization" not in first
    assert second["authorization"] == "Basic YWRhQG1pbGwuZXhhbXBsZTpzM2NyZXQ="
    assert first["x-version"] == "3"
    assert not bearer({}, "X").value and not basic({}, "X", "").value


@pytest.mark.parametrize("token", ["a b", "a\nb", "ü", "\x00"])
def test_what_is_no_token_is_said_without_showing_it(token: str) -> None:
    with pytest.raises(InputFault, match="X: The token holds a sign") as told:
        bearer({"X": token}, "X")
    assert token not in str(told.value)
    with pytest.raises(InputFault, match="Name the user"):
        basic({"X": "t"}, "X", "a:b")


def test_an_answer_keeps_its_headers(site: Site) -> None:
    site.on("/x", said([], x_ratelimit_remaining="41"))
    with opened(site) as server:
        told = server.get("/x", {})
    assert told.headers["x-ratelimit-remaining"] == "41"
    assert told.where.endswith("/x")
