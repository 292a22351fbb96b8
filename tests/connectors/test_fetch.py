from __future__ import annotations

import gzip
import inspect
import socket
import ssl
import threading
import time
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler

import httpcore2
import httpx2
import pytest

from bonafide import __version__
from bonafide.connectors.fetch import Web, _next, translated
from bonafide.model.faults import FetchFault, WallFault
from connectors.conftest import Site

POSTING = b"<html><title>CTO</title><body>" + b"<p>You will lead four teams of engineers.</p>" * 30
HTML = {"content_type": "text/html; charset=utf-8"}


@pytest.fixture
def web() -> Web:
    return Web(allow_loopback=True, timeout=5)


def named(*addresses: str) -> Web:
    """A Web for which every name leads to these addresses."""

    def resolve(host: str, port: int) -> Sequence[str]:
        return addresses

    return Web(allow_loopback=True, resolve=resolve, timeout=5)


def test_a_page_comes_with_its_bytes_type_and_address(site: Site, web: Web) -> None:
    url = site.page("/job?id=7&x=%20", POSTING, **HTML)
    page = web(url)
    assert (page.content, page.media_type, page.url) == (POSTING, "text/html; charset=utf-8", url)


def test_we_say_who_we_are_and_carry_nothing_else(site: Site, web: Web) -> None:
    web(site.page("/job", POSTING, set_cookie="a=b", **HTML))
    web(site.base + "/job")
    headers = site.requests[-1][1]
    assert headers["user-agent"] == f"Bonafide/{__version__} (+reads one job posting for its owner)"
    assert headers["host"] == site.base.removeprefix("http://")
    assert not {"cookie", "authorization", "referer"} & set(headers)


def test_the_environment_cannot_send_us_elsewhere(
    site: Site, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("SSL_CERT_FILE", "/no/such/file")
    assert web(site.page("/job", POSTING, **HTML)).content == POSTING


def test_other_media_come_as_they_are(site: Site, web: Web) -> None:
    assert (
        web(site.page("/a", b'{"title": "CTO"}', content_type="application/json")).media_type
        == "application/json"
    )
    assert web(site.page("/b", b"%PDF-1.7 x", content_type="application/pdf")).media_type == "application/pdf"
    with pytest.raises(FetchFault, match="image/png"):
        web(site.page("/c", b"\x89PNG\r\n\x1a\n", content_type="text/html"))


def test_a_packed_page_is_unpacked(site: Site, web: Web) -> None:
    assert web(site.page("/job", gzip.compress(POSTING), content_encoding="gzip", **HTML)).content == POSTING


def test_a_bomb_is_stopped(site: Site) -> None:
    url = site.page("/job", gzip.compress(b" " * 20_000_000), content_encoding="gzip", **HTML)
    with pytest.raises(FetchFault, match="larger than 1 MB") as caught:
        Web(allow_loopback=True, max_bytes=1024 * 1024)(url)
    assert caught.value.where == url


def test_an_endless_page_is_stopped(site: Site, web: Web) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"x" * 65536)

    with pytest.raises(FetchFault, match="larger than 10 MB"):
        web(site.on("/job", endless))


@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: ", b""]
)
def test_a_page_that_drips_is_stopped_at_the_time(site: Site, head: bytes) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(head)
        while True:
            request.wfile.write(b"x")
            time.sleep(0.02)

    with pytest.raises(FetchFault, match="took too long"):
        Web(allow_loopback=True, timeout=0.4)(site.on("/job", drip))


def test_a_look_up_that_hangs_is_stopped_at_the_time() -> None:
    def hang(host: str, port: int) -> Sequence[str]:
        time.sleep(3)
        return ["127.0.0.1"]

    with pytest.raises(FetchFault, match=r"in time|too long"):
        Web(resolve=hang, timeout=0.2)("http://jobs.example/")


@pytest.mark.parametrize(
    "answer",
    [
        b"no http at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 300_000,
        b"",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
    ],
)
def test_a_broken_answer_is_a_fault_of_ours(site: Site, web: Web, answer: bytes) -> None:
    def broken(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(answer)
        request.close_connection = True

    with pytest.raises(FetchFault):
        web(site.on("/job", broken))


@pytest.mark.parametrize("status", [404, 410])
def test_a_posting_that_is_gone(site: Site, web: Web, status: int) -> None:
    url = site.page("/job", POSTING, status)
    with pytest.raises(FetchFault, match="posting is gone") as caught:
        web(url)
    assert caught.value.where == url
    assert not isinstance(caught.value, WallFault)


@pytest.mark.parametrize("status", [401, 403, 429, 503])
def test_a_wall_by_its_status_offers_another_way_and_keeps_the_link(
    site: Site, web: Web, status: int
) -> None:
    url = site.page("/job", b"no", status)
    with pytest.raises(WallFault, match=str(status)) as caught:
        web(url)
    assert caught.value.where == url
    assert "paste its text" in caught.value.mend


@pytest.mark.parametrize("status", [204, 206, 304, 400, 500, 502])
def test_other_statuses_are_errors(site: Site, web: Web, status: int) -> None:
    with pytest.raises(FetchFault, match=f"error \\({status}\\)"):
        web(site.page("/job", b"", status))


def test_a_wall_by_its_page(site: Site, web: Web) -> None:
    with pytest.raises(WallFault, match="robots"):
        web(site.page("/job", b"<html><title>Just a moment...</title>", **HTML))


def test_a_wall_by_its_redirect(site: Site, web: Web) -> None:
    site.page("/login?next=job", POSTING, **HTML)
    with pytest.raises(WallFault, match="log-in"):
        web(site.redirect("/job", "/login?next=job"))


def test_an_empty_page(site: Site, web: Web) -> None:
    with pytest.raises(FetchFault, match="empty"):
        web(site.page("/job", b" \n"))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site: Site, web: Web, status: int) -> None:
    site.page("/new", POSTING, **HTML)
    assert web(site.redirect("/job", "new", status)).url == site.base + "/new"


def test_a_fragment_survives_redirects(site: Site, web: Web) -> None:
    site.page("/new", POSTING, **HTML)
    site.page("/other", POSTING, **HTML)
    assert web(site.redirect("/job", "/new") + "#42").url == site.base + "/new#42"
    assert web(site.redirect("/job", "/other#7") + "#42").url == site.base + "/other#7"


def test_five_redirects_and_no_more(site: Site, web: Web) -> None:
    site.page("/6", POSTING, **HTML)
    for hop in range(6):
        site.redirect(f"/{hop}", f"/{hop + 1}")
    assert web(site.base + "/1").content == POSTING
    with pytest.raises(FetchFault, match="more than 5 times"):
        web(site.base + "/0")


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://10.0.0.1/",
        "//192.168.1.1/admin",
        "http://[::ffff:169.254.169.254]/",
        "http://2852039166/",
        "http://0xa9fea9fe/",
        "http://localhost:22/",
        "http://0/",
        "http://user:word@127.0.0.1/",
        "file:///etc/passwd",
        "ftp://jobs.example/",
        "javascript:alert(1)",
        "gopher://127.0.0.1:6379/_x",
        "http://",
        "http://jobs.example:99999999/",
    ],
)
def test_every_hop_is_checked(site: Site, web: Web, location: str) -> None:
    url = site.redirect("/job", location)
    with pytest.raises(FetchFault) as caught:
        web(url)
    assert caught.value.where == url


def test_robots_txt_is_checked_at_every_hop(site: Site, web: Web) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /hidden")
    site.page("/hidden", POSTING, **HTML)
    with pytest.raises(FetchFault, match="robots"):
        web(site.redirect("/job", "/hidden"))


def test_a_robots_txt_that_leads_inside_is_refused(site: Site, web: Web) -> None:
    site.redirect("/robots.txt", "http://169.254.169.254/")
    with pytest.raises(FetchFault, match="refused"):
        web(site.page("/job", POSTING, **HTML))


def test_robots_txt_is_asked_once_and_obeyed(site: Site, web: Web) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /private\n")
    url = site.page("/private/job", POSTING, **HTML)
    with pytest.raises(FetchFault, match=r"robots\.txt") as caught:
        web(url)
    assert "paste its text" in caught.value.mend
    assert web(site.page("/job", POSTING, **HTML)).content == POSTING
    assert [path for path, _ in site.requests] == ["/robots.txt", "/job"]


@pytest.mark.parametrize("status", [404, 403, 410])
def test_a_site_without_robots_txt_may_be_read(site: Site, web: Web, status: int) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /", status)
    assert web(site.page("/job", POSTING, **HTML)).content == POSTING


def test_a_site_whose_robots_txt_fails_may_not(site: Site, web: Web) -> None:
    site.page("/robots.txt", b"", 500)
    with pytest.raises(FetchFault, match="does not say"):
        web(site.page("/job", POSTING, **HTML))


def test_a_huge_robots_txt_is_read_at_its_beginning(site: Site, web: Web) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /private\n" + b"#" * 12_000_000)
    assert web(site.page("/job", POSTING, **HTML)).content == POSTING


def test_https_never_leads_to_http() -> None:
    assert (
        str(_next(httpx2.URL("http://jobs.example/"), "https://jobs.example/1")) == "https://jobs.example/1"
    )
    with pytest.raises(FetchFault, match="not"):
        _next(httpx2.URL("https://jobs.example/"), "http://jobs.example/1")


@pytest.mark.parametrize(
    "addresses", [("8.8.8.8", "10.0.0.1"), ("10.0.0.1", "8.8.8.8"), ("::1", "fd00::1"), ("nonsense",)]
)
def test_a_name_with_one_closed_address_is_refused(addresses: tuple[str, ...]) -> None:
    with pytest.raises(FetchFault, match="refused"):
        named(*addresses)("http://jobs.example/")


def test_the_name_is_resolved_once_for_each_connection_and_pinned(site: Site) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    port = int(site.base.rpartition(":")[2])
    site.page("/robots.txt", b"", **HTML)
    site.page("/job", POSTING, **HTML)
    web = Web(allow_loopback=True, resolve=lambda host, port: next(answers))
    assert web(f"http://jobs.example:{port}/job").content == POSTING
    assert site.requests[-1][1]["host"] == f"jobs.example:{port}"
    with pytest.raises(FetchFault, match=r"10\.0\.0\.1"):
        web(f"http://jobs.example:{port}/job")


def test_the_library_never_looks_up_a_name_itself(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = socket.getaddrinfo

    def spy(host: str, *rest: object, **more: object) -> object:
        asked.append(host)
        return real(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", spy)
    port = int(site.base.rpartition(":")[2])
    site.page("/job", POSTING, **HTML)
    named("127.0.0.1")(f"http://jobs.example:{port}/job")
    assert set(asked) <= {"127.0.0.1"}


def test_a_second_address_is_tried_when_the_first_does_not_answer(site: Site) -> None:
    port = int(site.base.rpartition(":")[2])
    site.page("/job", POSTING, **HTML)
    assert named("127.0.0.2", "127.0.0.1")(f"http://jobs.example:{port}/job").content == POSTING


def test_tls_names_the_host_and_not_the_address() -> None:
    heard: list[bytes] = []

    def listen(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            heard.append(connection.recv(4000))

    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(20)
        server = threading.Thread(target=listen, args=(listener,))
        server.start()
        with pytest.raises(FetchFault):
            named("127.0.0.1")(f"https://jobs.example:{listener.getsockname()[1]}/")
        server.join()
    assert b"jobs.example" in heard[0]


def test_the_certificates_of_the_system_are_required() -> None:
    web = Web(allow_loopback=True, timeout=0.2, resolve=lambda host, port: ["127.0.0.1"])
    with pytest.raises(FetchFault):
        web("https://jobs.example:9/")
    assert web._tls is not None
    assert (web._tls.verify_mode, web._tls.check_hostname) == (ssl.CERT_REQUIRED, True)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "jobs.example/1",
        "mailto:a@b.example",
        "http://",
        "https://user@jobs.example/",
        "http://jobs.example:port/",
        "http://[::1",
        "http://jobs.example/" + "x" * 9000,
        "http://jobs\n.example/",
        "http://\ud800.example/",
        "http://jobs.example/\ud800",
    ],
)
def test_a_link_that_is_none_is_a_fault_before_any_look_up(url: str) -> None:
    def never(host: str, port: int) -> Sequence[str]:
        raise AssertionError(host)

    with pytest.raises(FetchFault):
        Web(resolve=never)(url)


def library_exceptions() -> list[type[Exception]]:
    public = [getattr(httpcore2, name) for name in dir(httpcore2)]
    raised = [item for item in public if inspect.isclass(item) and issubclass(item, Exception)]
    return [*raised, httpx2.InvalidURL]


@pytest.mark.parametrize("kind", library_exceptions())
def test_every_exception_of_the_library_becomes_a_fault(kind: type[Exception]) -> None:
    fault = translated(kind("reason"), "https://jobs.example/")
    assert isinstance(fault, FetchFault)
    assert fault.where == "https://jobs.example/"
    assert fault.what.endswith(".")
    assert fault.mend


def test_our_own_bugs_are_not_dressed_up() -> None:
    assert len(library_exceptions()) > 12
    assert translated(KeyError("x"), "") is None
