"""The scorecards of several systems: for everybody, in both themes and widths, by the keyboard, and on paper."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import clear_board, press, send
from browser.test_every_page import audit, order
from handed import CHANGED, actions, incidents

WHOLE = "/evidence/scorecard"
COLUMNS = ("opened=When it broke", "resolved=When it was mended", "severity=How bad")


def sprints() -> bytes:
    """Iterations of two years in which more and more was done of what was committed."""
    days = [date(2024, 1, 1) + timedelta(days=14 * n) for n in range(52)]
    rows = [f"S{n},{day},{day + timedelta(days=13)},40,{20 + n // 4 + n % 3}" for n, day in enumerate(days)]
    return "\n".join(["sprint,start,end,committed,done", *rows]).encode()


def charges() -> bytes:
    """Two years of cost, a charge a month."""
    rows = [f"{2024 + n // 12}-{n % 12 + 1:02}-01,{9000 - 100 * n},EUR" for n in range(24)]
    return "\n".join(["ChargePeriodStart,EffectiveCost,BillingCurrency", *rows]).encode()


def bonafide(environment: dict[str, str], *words: str) -> str:
    """What `bonafide evidence` says."""
    command = [str(Path(sys.executable).with_name("bonafide")), "evidence", *words]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def readings(
    environment: dict[str, str], server: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the first of three readings, which are there as long as these tests run."""
    folder = tmp_path_factory.mktemp("records")
    for name, content in (
        ("export.csv", incidents()),
        ("actions.csv", actions()),
        ("sprints.csv", sprints()),
        ("focus.csv", charges()),
    ):
        (folder / name).write_bytes(content)
    shared = ("--name", "a payments service", "--changed", str(CHANGED), "--yes", "--json")
    columns = [word for column in COLUMNS for word in ("--column", column)]
    told = [
        bonafide(environment, "add", "incidents", f"{folder}/export.csv", "--actions", f"{folder}/actions.csv", *columns, *shared),
        bonafide(environment, "add", "iterations", f"{folder}/sprints.csv", *shared),
        bonafide(environment, "add", "cost", f"{folder}/focus.csv", *shared),
    ]  # fmt: skip
    ids = [json.loads(one)["id"] for one in told]
    yield f"/evidence/{ids[0]}"
    for one in ids:
        bonafide(environment, "remove", one)


@pytest.fixture(scope="module")
def cv(browser: Browser, server: str) -> Iterator[None]:
    """The sample's CV, which is kept with an application."""
    page = browser.new_page(base_url=server)
    order(page, page_file="posting.html")
    page.wait_for_url("**/applications/*", timeout=60_000)
    yield
    clear_board(page)
    page.close()


@pytest.mark.parametrize("query", ["", "?tables=open"])
def test_scorecards_are_fit_for_everybody(page: Page, readings: str, query: str) -> None:
    for address in (WHOLE, readings, "/evidence"):
        page.goto(address + query)
        audit(page)


def test_a_figure_is_given_to_a_position_by_the_keyboard(page: Page, readings: str, cv: None) -> None:
    page.goto(readings)
    audit(page)
    page.locator("#to-1").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("the annual report of 2025")
    page.keyboard.press("Tab")
    press(page)
    expect(page.get_by_role("status")).to_contain_text("(public: the annual report of 2025).")


def test_a_reading_is_deleted_only_after_a_second_word(page: Page, readings: str) -> None:
    page.goto(readings)
    delete = page.get_by_role("button", name="Delete these figures")
    expect(delete).to_be_hidden()
    page.get_by_text("Delete", exact=True).focus()
    page.keyboard.press("Enter")
    expect(delete).to_be_visible()


def printed(page: Page, address: str) -> pdfplumber.PDF:
    """A page as Chromium prints it."""
    page.goto(address)
    return pdfplumber.open(BytesIO(page.pdf(prefer_css_page_size=True)))


def drawings(sheet: pdfplumber.page.Page) -> list[bool]:
    """Of each drawing whose first year stands on this page: whether the day of its change stands above it."""
    words = sheet.extract_words(extra_attrs=["size"])
    days = [one for one in words if one["text"] == "Jan" and one["size"] > 7.5]
    years = [one for one in words if one["text"] == "2024" and one["size"] > 7.5]
    return [
        any(20 < year["top"] - day["top"] < 150 and 0 < day["x0"] - year["x0"] < 270 for day in days)
        for year in years
    ]


def test_on_paper_there_is_no_navigation_and_nothing_is_cut(page: Page, readings: str) -> None:
    with printed(page, WHOLE) as paper:
        pages = [sheet.extract_text() for sheet in paper.pages]
        texts = "\n".join(pages)
        assert (paper.pages[0].width, paper.pages[0].height) == pytest.approx((595, 842), abs=2)
        for word in ("Prepare", "Your data", "Nothing is sent anywhere", "Open all tables", "By quarter"):
            assert word not in texts, word
        for word in ("At a glance", "Predictability", "Time to resolve", "Kaplan", "1 Jan 2025"):
            assert word in texts, word
        for sheet in paper.pages:
            for shape in (*sheet.chars, *sheet.curves, *sheet.lines):
                assert shape["x0"] >= 0 and shape["x1"] <= sheet.width, "nothing runs off the paper"
        drawn = [whole for sheet in paper.pages for whole in drawings(sheet)]
        assert len(drawn) == page.locator(".chart").count() >= 4 and all(drawn)
    assert not any(text.rstrip().endswith(("Incidents", "Flow")) for text in pages), (
        "no heading is left alone"
    )


def test_tables_that_are_open_are_printed(page: Page, readings: str) -> None:
    with printed(page, f"{readings}?tables=open") as paper:
        texts = "\n".join(sheet.extract_text() for sheet in paper.pages)
    assert "By quarter" in texts and "Q3 2025" in texts and "Give it to this position" not in texts
    send(page, page.get_by_role("link", name="Close the tables"))
    expect(page.locator("details.more[open]")).to_have_count(0)
