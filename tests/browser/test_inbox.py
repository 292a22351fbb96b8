"""The bookmarklet, run on pages of another origin, lets them wait in the inbox; a script of theirs cannot do more."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import ROOT, send

SAMPLE = ROOT / "sample"
POLICIES = {
    "/plain": "",
    "/strict": "default-src 'none'; script-src 'none'; connect-src 'none'; frame-ancestors 'none'",
    "/formless": "default-src 'self'; form-action 'self'",
}


class Board(BaseHTTPRequestHandler):
    """A job board with the sample's posting behind several policies."""

    def do_GET(self) -> None:
        """The page, as the path's policy has it."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if policy := POLICIES.get(self.path):
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write((SAMPLE / "posting.html").read_bytes())

    def log_message(self, *_words: object) -> None:
        """Nothing: the tests' output is theirs."""


@pytest.fixture(scope="module")
def board() -> Iterator[str]:
    """Its address; another port is another origin."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Board)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()


@pytest.fixture
def foreign(browser: Browser) -> Iterator[Page]:
    """A page in a browser of its own, in which the person has no cookie of ours."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def bookmark(page: Page, server: str) -> str:
    """The bookmarklet's script, as the inbox offers it."""
    page.goto(f"{server}/inbox")
    return (page.get_attribute("#drag", "href") or "").removeprefix("javascript:")


@pytest.mark.parametrize("path", ["/plain", "/strict"])
def test_a_page_that_one_sees_is_sent_waits_and_is_prepared(
    page: Page, foreign: Page, server: str, board: str, path: str
) -> None:
    script = bookmark(page, server)
    foreign.goto(board + path)
    with foreign.context.expect_page() as opened:
        foreign.evaluate(script)
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("It waits in your inbox")
    assert foreign.url == board + path
    assert foreign.locator("form").count() == 0

    page.goto(f"{server}/")
    send(page, page.get_by_role("link", name="waits to be confirmed"))
    waiting = page.locator("article.sent")
    expect(waiting).to_contain_text(board + path)
    if page.locator("input[name=upload]").count():
        page.set_input_files("input[name=upload]", SAMPLE / "cv.pdf")
    send(page, page.get_by_role("button", name="Prepare an application from it"))
    page.wait_for_url("**/applications/**", timeout=60_000)
    page.goto(f"{page.url.rstrip('/')}/posting")
    expect(page.get_by_role("link", name="Open the posting's address")).to_have_attribute(
        "href", board + path
    )


def test_what_waits_is_thrown_away(page: Page, foreign: Page, server: str, board: str) -> None:
    script = bookmark(page, server)
    foreign.goto(f"{board}/plain?thrown")
    with foreign.context.expect_page() as opened:
        foreign.evaluate(script)
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("It waits in your inbox")
    page.goto(f"{server}/inbox")
    page.get_by_role("button", name="Throw it away").click()
    expect(page.get_by_text("Nothing waits.")).to_be_visible()


def test_where_a_site_forbids_forms_nothing_comes(page: Page, foreign: Page, server: str, board: str) -> None:
    script = bookmark(page, server)
    foreign.goto(f"{board}/formless")
    foreign.evaluate(script)
    foreign.wait_for_timeout(800)
    page.goto(f"{server}/inbox")
    expect(page.get_by_text("Nothing waits.")).to_be_visible()
    expect(page.get_by_text("If nothing happens, the site forbids it.")).to_be_visible()


def test_a_foreign_script_with_the_key_cannot_knock_or_look(
    page: Page, foreign: Page, server: str, board: str
) -> None:
    script = bookmark(page, server)
    key = script.partition('"token","')[2].partition('"')[0]
    assert len(key) >= 40
    foreign.goto(f"{board}/plain")
    knocked = """async ([url, key]) => {
      const body = new URLSearchParams({token: key, address: location.href, title: "x", page: "x"});
      try { const answer = await fetch(url, {method: "POST", body, mode: "no-cors"}); return answer.type } catch { return "refused" }
    }"""
    foreign.evaluate(knocked, [f"{server}/inbox/door", key])
    read = "async url => { try { return await (await fetch(url)).text() } catch { return 'refused' } }"
    assert foreign.evaluate(read, f"{server}/inbox") == "refused"
    page.goto(f"{server}/inbox")
    expect(page.get_by_text("Nothing waits.")).to_be_visible()


def test_a_renewed_key_shuts_the_old_bookmarklet_out(
    page: Page, foreign: Page, server: str, board: str
) -> None:
    script = bookmark(page, server)
    page.get_by_role("button", name="Renew the key").click()
    expect(page.get_by_text("The old bookmarklet no longer works.")).to_be_visible()
    foreign.goto(f"{board}/plain")
    with foreign.context.expect_page() as opened:
        foreign.evaluate(script)
    expect(opened.value.get_by_text("This bookmarklet is not known here.")).to_be_visible()
    page.goto(f"{server}/inbox")
    expect(page.get_by_text("Nothing waits.")).to_be_visible()
