"""The whole way from a posting and a CV to a moved card: once by mouse, once by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import clear_board, press, send

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
PATIENCE = 60_000
"""Milliseconds for a preparation on a busy machine; by itself it takes one or two seconds."""
TEXT = """Head of Engineering
Company: Quayside Instruments
Location: Bristol, hybrid

What we ask
- At least ten years in software engineering
- You have led an engineering organisation of 50 people or more
- Experience with Kubernetes
- Fluent English

What you will do
- Lead four teams that build water meters and the services behind them
"""
FALSE = "At Corran Logistics Software I led 900 engineers."
STEPS = 150
"""Presses of the tab key after which something counts as out of reach."""
SEEN = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const within = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return at === document.body || (within && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
}"""


@pytest.fixture(autouse=True)
def cleared(page: Page) -> Iterator[None]:
    """The board is empty when it begins, whatever other tests left there, and is left so."""
    clear_board(page)
    yield
    clear_board(page)


def shown(page: Page) -> str:
    """The address of the preview's first page, which changes with what it shows."""
    return page.locator(".preview img").first.get_attribute("src") or ""


def refused(page: Page) -> Locator:
    """The false sentence in the check, not backed, with the nearest fact."""
    sentence = page.locator(".judged > .unsupported", has_text="900 engineers")
    expect(sentence).to_contain_text("not backed")
    expect(sentence).to_contain_text("Nearest fact: “Lead 71 engineers")
    return sentence


def test_by_mouse(page: Page) -> None:
    page.goto("/")
    page.get_by_label("or its text").fill(TEXT)
    page.set_input_files("#upload", SAMPLE / "cv.pdf")
    send(page, page.get_by_role("button", name="Prepare my application"))
    page.wait_for_url("**/applications/*", timeout=PATIENCE)
    expect(page.get_by_role("heading", level=1)).to_have_text("Head of Engineering")
    expect(page.locator(".requirement.met").first).to_be_visible()

    send(page, page.get_by_role("link", name="CV", exact=True))
    before = shown(page)
    line = page.locator(".line", has_text="Lead 71 engineers")
    line.get_by_role("combobox").select_option("out")
    expect(line.locator("del")).to_be_visible()
    expect(page.locator(".preview img").first).not_to_have_attribute("src", before)

    send(page, page.get_by_role("link", name="Letter", exact=True))
    page.get_by_label("One more paragraph").fill(FALSE)
    refused(page).get_by_role("button", name="It is true").click()
    expect(page.locator(".judged > .supported", has_text="900 engineers")).to_be_visible()
    send(page, page.get_by_role("button", name="Keep this letter"))
    expect(page.get_by_text("Kept.")).to_be_visible()
    expect(page.locator("textarea", has_text="900 engineers")).to_be_visible()

    send(page, page.get_by_role("button", name="Print a new version"))
    page.wait_for_url("**/files", timeout=PATIENCE)
    expect(page.get_by_role("heading", name="Version 2,")).to_be_visible()
    letter = saved(page, "letter.md")
    assert FALSE in letter
    assert "Lead 71 engineers" not in saved(page, "cv.md")

    send(page, page.get_by_role("link", name="Board", exact=True))
    card, lane = (
        page.locator("[data-card]").bounding_box(),
        page.locator("[data-lane=applied]").bounding_box(),
    )
    assert card and lane
    page.mouse.move(card["x"] + 60, card["y"] + card["height"] - 6)
    page.mouse.down()
    page.mouse.move(lane["x"] + 60, lane["y"] + 80, steps=10)
    page.mouse.up()
    expect(page.locator("#toast")).to_contain_text("Moved to Applied")
    page.reload()
    expect(page.locator("[data-lane=applied] .card-name")).to_have_text("Head of Engineering")


def saved(page: Page, name: str) -> str:
    """A file of the version that is shown, as it is saved."""
    with page.expect_download() as download:
        page.get_by_role("link", name=f"Save {name}").click()
    return Path(download.value.path()).read_text("utf-8")


def tab_to(page: Page, goal: Locator) -> None:
    """Press Tab until the goal has the focus, which is seen wherever it stops on the way."""
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN), page.evaluate("document.activeElement.outerHTML")
        if goal.evaluate("(goal) => goal === document.activeElement"):
            return
    pytest.fail(f"The keyboard does not reach {goal}.")


def follow(page: Page, name: str) -> None:
    """Open a link of this name by keyboard."""
    tab_to(page, page.get_by_role("link", name=name, exact=True))
    press(page)


def test_by_keyboard(page: Page) -> None:
    # Listened to from the start: the browser is told to hand choosers over without an answer that one could wait for.
    page.on("filechooser", lambda chooser: chooser.set_files(SAMPLE / "cv.pdf"))
    page.goto("/")
    tab_to(page, page.get_by_role("link", name="Skip to the content"))
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    tab_to(page, page.get_by_label("or its text"))
    page.keyboard.insert_text(TEXT)
    tab_to(page, page.locator("#upload"))
    page.keyboard.press("Enter")
    expect(page.locator("#upload")).to_have_value(re.compile(r"cv\.pdf$"))
    tab_to(page, page.get_by_role("button", name="Prepare my application"))
    press(page)
    page.wait_for_url("**/applications/*", timeout=PATIENCE)

    follow(page, "CV")
    before, line = shown(page), page.locator(".line", has_text="Lead 71 engineers")
    tab_to(page, line.get_by_role("combobox"))
    expect(line.locator(".from")).to_have_css("opacity", "1")
    page.keyboard.press("l")
    expect(line.locator("del")).to_be_visible()
    expect(page.locator(".preview img").first).not_to_have_attribute("src", before)
    expect(line.get_by_role("combobox")).to_be_focused()

    page.keyboard.press("Control+Home")
    page.goto(page.url.replace("/cv", "/letter"))
    tab_to(page, page.get_by_label("One more paragraph"))
    page.keyboard.insert_text(FALSE)
    tab_to(page, refused(page).get_by_role("button", name="It is true"))
    page.keyboard.press("Enter")
    expect(page.locator(".judged > .supported", has_text="900 engineers")).to_be_visible()
    expect(page.get_by_role("heading", name="The check")).to_be_focused()
    page.locator("body").press("Shift+Tab")
    while not page.evaluate("document.activeElement.textContent.trim() === 'Keep this letter'"):
        page.keyboard.press("Shift+Tab")
    press(page)
    expect(page.get_by_text("Kept.")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="Print a new version"))
    press(page)
    page.wait_for_url("**/files", timeout=PATIENCE)
    expect(page.get_by_role("heading", name="Version 2,")).to_be_visible()

    follow(page, "Board")
    tab_to(page, page.locator(".card-name"))
    page.keyboard.press("ArrowRight")
    expect(page.locator("#toast")).to_contain_text("Moved to Applied")
    page.reload()
    expect(page.locator("[data-lane=applied] .card-name")).to_have_text("Head of Engineering")
