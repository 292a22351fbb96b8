"""What was read is corrected in a real browser: by keyboard, beside the document, and printed with the next version."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from browser.conftest import press, send

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
POSITION = "[name='/work/0/position']"
PATIENCE = 60_000
"""Milliseconds for a preparation on a busy machine; by itself it takes one or two seconds."""


@pytest.fixture(scope="module")
def sample(browser: Browser, server: str) -> str:
    """The address of the sample's application, prepared in the browser and put away from the board, which others test."""
    page = browser.new_page(base_url=server)
    page.goto("/")
    page.set_input_files("#page", SAMPLE / "posting.html")
    page.set_input_files("#upload", SAMPLE / "cv.pdf")
    # An order of its own: the very same one a moment ago would be taken for a second click.
    page.locator("details.more summary").first.click()
    page.fill("#to", "Whoever reads this")
    send(page, page.get_by_role("button", name="Prepare my application"))
    page.wait_for_url("**/applications/*", timeout=PATIENCE)
    address = page.url
    send(page, page.get_by_role("link", name="Notes and history"))
    send(page, page.get_by_role("button", name="Put in the archive"))
    page.close()
    return address


@pytest.fixture
def prepared(page: Page, sample: str) -> str:
    """The same, and the page shows it."""
    page.goto(sample)
    return sample


@pytest.fixture
def reading(page: Page, prepared: str) -> str:
    """The page of the sample's CV; what another test corrected is taken back."""
    send(page, page.get_by_role("link", name="What was read of your CV"))
    address = page.url
    while page.locator("button[name=back]").count():
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            page.locator("button[name=back]").first.click()
        page.goto(address)
    return address


def printed(page: Page, application: str, name: str) -> str:
    """A file of the newest version, as it is saved."""
    page.goto(f"{application}/files")
    with page.expect_download() as download:
        page.get_by_role("link", name=f"Save {name}").click()
    return Path(download.value.path()).read_text("utf-8")


def test_a_title_is_corrected_by_keyboard_and_printed(page: Page, prepared: str, reading: str) -> None:
    page.focus(POSITION)
    page.keyboard.press("Control+A")
    page.keyboard.type("Chief Harbour Engineer")
    page.keyboard.press("Enter")
    row = page.locator(".value", has=page.locator(POSITION))
    expect(row.get_by_text("from you")).to_be_visible()
    expect(row.get_by_text("read as “VP Engineering”")).to_be_visible()
    expect(page.locator("#tally")).to_contain_text("Kept")
    expect(page.locator(POSITION)).to_be_focused()
    page.goto(prepared)
    expect(page.get_by_text("You changed something since the files were printed.")).to_be_visible()
    page.get_by_role("button", name="Print a new version").focus()
    press(page)
    page.wait_for_url("**/files", timeout=PATIENCE)
    expect(page.get_by_text("You changed something")).to_have_count(0)
    assert "Chief Harbour Engineer" in printed(page, prepared, "cv.md")
    assert '"from": "you"' in printed(page, prepared, "sources.json")


def test_a_value_and_its_place_show_each_other(page: Page, reading: str) -> None:
    lit = page.locator(".document rect.here")
    page.focus("[name='/education/0/area']")
    expect(lit).to_have_count(1)
    place = page.locator(".value", has=page.locator("[name='/education/0/area']")).get_attribute("data-place")
    assert lit.get_attribute("data-place") == place
    page.hover("[name='/work/0/highlights/0']")
    assert lit.get_attribute("data-place") != place
    page.locator(f".document rect[data-place='{place}']").dispatch_event("click")
    expect(page.locator("[name^='/education/0/']:focus")).to_have_count(1)
    box, words = lit.bounding_box(), page.locator(".paper").first.bounding_box()
    assert box and words
    assert words["x"] < box["x"] < box["x"] + box["width"] < words["x"] + words["width"]


def test_doubtful_values_are_looked_at_one_by_one(page: Page, reading: str) -> None:
    send(page, page.get_by_role("link", name="Only the doubtful"))
    expect(page.locator(".value.doubtful")).to_have_count(4)
    expect(page.locator(".value .tag", has_text="please check")).to_have_count(4)
    for left in ("3 values to check", "2 values to check", "1 value to check", "Nothing is left to check"):
        page.get_by_role("button", name="It is right").first.press("Enter")
        expect(page.locator("#tally")).to_contain_text(left)
    expect(page.locator(".value.doubtful")).to_have_count(0)


def test_what_cannot_stand_is_said_beside_its_field(page: Page, reading: str) -> None:
    page.fill("[name='/basics/email']", "nowhere")
    page.keyboard.press("Tab")
    row = page.locator(".value", has=page.locator("[name='/basics/email']"))
    expect(row.get_by_text("no e-mail address")).to_be_visible()
    expect(page.locator("[name='/basics/email']")).to_have_value("nowhere")
    page.fill("[name='/basics/email']", "marta@harbour.example")
    page.keyboard.press("Tab")
    expect(row.get_by_text("from you")).to_be_visible()
    row.get_by_role("button", name="Take back").click()
    expect(page.locator("[name='/basics/email']")).to_have_value("marta@ellingham.example")


def test_a_line_is_left_out_added_and_taken_back(page: Page, reading: str) -> None:
    line = page.locator(".value", has=page.locator("[name='/work/0/highlights/0']"))
    line.get_by_role("button", name="Leave out").click()
    expect(page.locator(".value.out del")).to_have_count(1)
    page.get_by_role("button", name="Take back: Line").click()
    expect(line).to_be_visible()
    page.get_by_text("Add what is missing").nth(1).click()
    page.select_option("[name='new/work/0']", label="Line")
    page.fill("[name='text/work/0']", "Keeps the lights on.")
    page.keyboard.press("Enter")
    expect(page.locator("[name='/work/0/highlights/7']")).to_have_value("Keeps the lights on.")


def test_a_postings_requirements_are_put_right(page: Page, prepared: str) -> None:
    page.goto(f"{prepared}/posting")
    page.locator("[name='/requirements/0/kind']").select_option("nice")
    expect(page.get_by_text("You changed something since the files were printed.")).to_be_visible()
    page.get_by_role("button", name="Leave it out: Turn a late").click()
    expect(page.locator("del", has_text="Turn a late")).to_be_visible()
    page.fill("#new-text", "You have kept bees for 3 years")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("textbox", name="What is asked").last).to_have_value(
        "You have kept bees for 3 years"
    )
    send(page, page.get_by_role("button", name="Print a new version"))
    page.wait_for_url("**/files", timeout=PATIENCE)
    page.goto(prepared)
    expect(page.locator("strong", has_text="kept bees")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_the_pages_are_fit_for_everybody(
    page: Page, prepared: str, reading: str, scheme: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for address in (
        reading,
        f"{reading}?only=doubtful",
        reading.rpartition("/")[0],
        f"{prepared}/posting",
        prepared,
    ):
        page.goto(address)
        for closed in page.locator("details:not([open]) > summary").all()[:2]:
            closed.click()
        found = Axe().run(page)
        assert found.violations_count == 0, (address, found.generate_report())
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, address
