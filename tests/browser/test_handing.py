"""Tables are handed in by a browser: with a script and without one, by the keyboard alone, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import opened, press, send
from browser.test_every_page import audit
from handed import CHANGED, actions, incidents

HERE = "/evidence/add/incidents"


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export whose headers nobody knows, and beside it `actions.csv`."""
    path = tmp_path_factory.mktemp("exports") / "export.csv"
    path.write_bytes(incidents(until=12))
    path.with_name("actions.csv").write_bytes(actions())
    return path


@pytest.fixture(params=[1280, 390])
def plain(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    """A page without scripts, wide or narrow."""
    size = {"width": request.param, "height": 844}
    yield from opened(browser, [], viewport=size, base_url=server, java_script_enabled=False)


def choose(page: Page) -> None:
    """Say which column is which, what it is called and when it changed."""
    page.get_by_label("When it was opened").select_option("When it broke")
    page.get_by_label("When it was resolved").select_option("When it was mended")
    page.get_by_label("How bad it was").select_option("How bad")
    page.get_by_label("Dates such as").select_option("day-first")


def named(page: Page, name: str = "a payments service") -> None:
    page.get_by_label("What figures call it").fill(name)
    page.get_by_label("The day from which").fill(str(CHANGED))


def measured(page: Page) -> None:
    """The scorecard of what was handed in; it is thrown away again."""
    expect(page.get_by_role("heading", level=1)).to_have_text("a payments service")
    expect(page.get_by_text("the tables are not")).to_be_visible()
    expect(page.locator(".headline").first).to_contain_text("incidents a month")
    page.get_by_text("Delete", exact=True).click()
    send(page, page.get_by_role("button", name="Delete these figures"))
    expect(page.get_by_text("Nothing was measured yet")).to_be_visible()


def test_columns_are_shown_as_files_are_chosen_and_the_files_stay(
    page: Page, export: Path, complaints: list[str]
) -> None:
    page.goto(HERE)
    page.set_input_files("#f-1", export)
    page.set_input_files("#f-2", export.with_name("actions.csv"))
    expect(page.locator("#matching")).to_have_count(0)
    page.get_by_label("I am authorised").check()
    expect(page.get_by_text("may be either of two days")).to_be_visible()
    expect(page.get_by_label("When it was created")).to_have_value("Created")
    audit(page)
    choose(page)
    named(page, "till-1.corp.internal")
    page.get_by_role("button", name="Measure and keep").click()
    expect(page.get_by_role("alert")).to_contain_text("gives something away")
    expect(page.locator("#told")).to_be_focused()
    assert "400" in complaints.pop(), "the browser itself says so"
    named(page)
    send(page, page.get_by_role("button", name="Measure and keep"))
    measured(page)


def test_without_a_script_the_files_are_chosen_twice(plain: Page, export: Path) -> None:
    plain.goto(HERE)
    plain.get_by_label("I am authorised").check()
    plain.set_input_files("#f-1", export)
    send(plain, plain.get_by_role("button", name="Show their columns"))
    expect(plain.get_by_text("choose them again")).to_be_visible()
    choose(plain)
    named(plain)
    plain.set_input_files("#f-1", export)
    send(plain, plain.get_by_role("button", name="Measure and keep"))
    measured(plain)


def test_by_the_keyboard_alone(page: Page, export: Path) -> None:
    """But for the file, which the operating system's own window chooses."""
    page.goto("/evidence")
    page.get_by_role("link", name="Incidents and the actions").focus()
    press(page)
    page.locator("#authorised").focus()
    page.keyboard.press("Space")
    page.set_input_files("#f-1", export)
    expect(page.locator("#matching")).to_be_visible()
    page.locator("#f-2").focus()
    for _field, header in (
        ("button", ""),
        ("opened", "When it b"),
        ("resolved", "When it was"),
        ("severity", "How"),
        ("dates", "The d"),
    ):
        page.keyboard.press("Tab")
        page.keyboard.type(header)
    page.keyboard.press("Tab")
    page.keyboard.type("a payments service")
    expect(page.get_by_label("What figures call it")).to_have_value("a payments service")
    expect(page.get_by_label("When it was resolved")).to_have_value("When it was mended")
    expect(page.get_by_label("Dates such as")).to_have_value("day-first")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    measured(page)


def test_on_a_phone(phone: Page, export: Path) -> None:
    phone.goto(HERE)
    phone.get_by_label("I am authorised").check()
    phone.set_input_files("#f-1", export)
    choose(phone)
    named(phone)
    wide = phone.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    send(phone, phone.get_by_role("button", name="Measure and keep"))
    measured(phone)
