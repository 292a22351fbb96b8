"""Every page in both themes and at both widths: fit for everybody, nothing cut off, nothing that the console complains of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response, expect

from browser.conftest import clear_board, send

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
PATIENCE = 60_000
ALL = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
LOOKS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "target-size"]},
    "resultTypes": ["violations"],
}
"""What theme and width can change by themselves; the rest is asked once for each width."""
VIEWS = (("light", 1280, ALL), ("dark", 390, ALL))
"""Both themes and both widths; a colour does not change with the width, nor a width with the theme."""
TEXT = """Toolmaker
Company: Quayside Instruments
Location: Bristol

What we ask
- At least five years in software engineering
- Experience with Kubernetes
- Fluent English

What you will do
- Build the tools with which four teams test water meters and the services behind them
"""
TABS = ("", "/cv", "/letter", "/interview", "/posting", "/files", "/history")
PAGES = (
    "/",
    "/board",
    "/board/archive",
    "/guides",
    "/guides?q=nothing-says-this",
    "/guides/cto",
    "/data",
    "/cvs",
    "/inbox",
    "/evidence",
    "/evidence/add/iterations",
    "/evidence/add/grafana",
)


@pytest.fixture(scope="module")
def application(browser: Browser, server: str) -> Iterator[str]:
    """The address of the sample's application; its card lies on the board as long as these tests run."""
    page = browser.new_page(base_url=server)
    order(page, page_file="posting.html")
    page.wait_for_url("**/applications/*", timeout=PATIENCE)
    yield page.url
    clear_board(page)
    page.close()


def order(page: Page, text: str = "", page_file: str = "") -> None:
    """Send the first page's form."""
    page.goto("/")
    page.get_by_label("or its text").fill(text)
    if page_file:
        page.set_input_files("#page", SAMPLE / page_file)
    page.set_input_files("#upload", SAMPLE / "cv.pdf")
    send(page, page.get_by_role("button", name="Prepare my application"))


SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Until the other theme is painted: a colour that is asked for before may still be the old one."""

OUTSIDE = (
    "(links) => links.filter((a) => a.getBoundingClientRect().right > innerWidth).map((a) => a.textContent)"
)


def audit(page: Page) -> None:
    """What stands on the page now, in both themes, and in both widths."""
    for theme, width, rules in VIEWS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
        page.evaluate(SETTLED)
        wide: Any = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, (page.url, wide)
        hidden = page.locator(".top nav a").evaluate_all(OUTSIDE)
        assert hidden == [], "all of the navigation is seen"
        found = Axe().run(page, options=rules)
        assert found.violations_count == 0, (page.url, theme, width, found.generate_report())


@pytest.mark.parametrize("tab", TABS)
def test_an_application(page: Page, application: str, tab: str) -> None:
    page.goto(application + tab)
    audit(page)


@pytest.mark.parametrize("address", PAGES)
def test_a_page(page: Page, application: str, address: str) -> None:
    page.goto(address)
    audit(page)


def test_a_card(page: Page, application: str) -> None:
    page.goto("/board/cards/" + application.rpartition("/")[2])
    audit(page)


def test_a_page_that_is_not_there(page: Page, complaints: list[str]) -> None:
    page.goto("/nowhere")
    audit(page)
    assert "404" in complaints.pop(), "the browser itself says so"


def test_the_first_page_with_a_fault(page: Page, complaints: list[str]) -> None:
    page.goto("/")
    page.set_input_files("#upload", SAMPLE / "cv.pdf")
    send(page, page.get_by_role("button", name="Prepare my application"))
    expect(page.get_by_role("alert")).to_contain_text("There is no posting yet.")
    audit(page)
    assert "400" in complaints.pop(), "the browser itself says so"


def test_a_run_under_way(page: Page, application: str) -> None:
    page.route("**/runs/*/progress", lambda route: route.fulfill(status=204))
    order(page, page_file="posting.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Preparing your application")
    expect(page.locator(".step.now")).to_be_visible()
    audit(page)


def test_a_run_that_stopped(page: Page, application: str) -> None:
    order(page, text="Hello.")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "The posting could not be read", timeout=PATIENCE
    )
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    audit(page)


def test_the_first_page_is_light(page: Page) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto("/", wait_until="networkidle")
    assert len(answers) > 4
    assert sum(len(answer.body()) for answer in answers) < 100_000


def test_a_second_click_makes_no_second_card(page: Page, application: str) -> None:
    page.goto("/board")
    before = page.locator("[data-card]").count()
    page.goto("/")
    page.get_by_label("or its text").fill(TEXT)
    page.set_input_files("#upload", SAMPLE / "cv.pdf")
    page.get_by_role("button", name="Prepare my application").dblclick()
    page.wait_for_url("**/applications/*", timeout=PATIENCE)
    page.goto("/board")
    expect(page.locator("[data-card]")).to_have_count(before + 1)
