"""The board under a mouse, a finger and a keyboard; with its menu, its undo, and for those who hear it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import CDPSession, FloatRect, Locator, Page, expect

from browser.conftest import clear_board, send

AXE = Axe()
RELOADS = 20


def add(page: Page, *titles: str) -> None:
    """Cards by hand through the page's own form; the last one lies on top."""
    for title in titles:
        page.goto("/board")
        page.get_by_text("Add a card by hand").click()
        page.get_by_label("Title", exact=True).fill(title)
        send(page, page.get_by_role("button", name="Add the card"))
        expect(page.get_by_text(f"Added: {title}.")).to_be_visible()


@pytest.fixture(autouse=True)
def cleared(page: Page) -> Iterator[None]:
    """Each test leaves an empty board behind: its cards go to the archive."""
    yield
    clear_board(page)


def lane(page: Page, name: str) -> Locator:
    return page.locator(f'#lanes [data-lane="{name}"]')


def card(page: Page, title: str) -> Locator:
    return page.locator("[data-card]", has=page.locator(".card-name", has_text=title))


def box(locator: Locator) -> FloatRect:
    found = locator.bounding_box()
    assert found is not None
    return found


def middle(locator: Locator) -> tuple[float, float]:
    at = box(locator)
    return at["x"] + at["width"] / 2, at["y"] + at["height"] / 2


def kept(page: Page, lane_name: str, expected: list[str]) -> None:
    """Shown now, and soon in a page loaded anew: a move is told to the server behind the person's back."""
    shown = lane(page, lane_name).locator(".card-name")
    expect(shown).to_have_text(expected)
    for _ in range(RELOADS):
        page.reload()
        if shown.all_text_contents() == expected:
            return
    expect(shown).to_have_text(expected)


def lift(page: Page, title: str) -> None:
    page.mouse.move(*middle(card(page, title)))
    page.mouse.down()
    x, y = middle(card(page, title))
    page.mouse.move(x + 12, y + 12, steps=3)
    expect(page.locator(".card.lifted")).to_have_count(1)


def test_a_mouse_drags_a_card_to_another_lane(page: Page) -> None:
    add(page, "Harbour master")
    lift(page, "Harbour master")
    page.mouse.move(*middle(lane(page, "applied")), steps=8)
    expect(lane(page, "applied").locator(".card-gap")).to_have_count(1)
    page.mouse.up()
    expect(lane(page, "applied").locator("[data-count]")).to_have_text("1")
    expect(page.locator("#toast")).to_contain_text("Moved to Applied")
    kept(page, "applied", ["Harbour master"])


def test_a_mouse_puts_a_card_between_two_others_and_the_gap_does_not_tremble(page: Page) -> None:
    add(page, "Third", "Second", "First")
    lift(page, "First")
    page.mouse.move(*middle(card(page, "Second")), steps=8)
    expect(page.locator(".card:has-text('Second') + .card-gap")).to_have_count(1)
    gap = page.locator(".card-gap")
    places = set()
    for _ in range(12):
        places.add(round(box(gap)["y"]))
        page.wait_for_timeout(20)
    assert len(places) == 1
    page.mouse.up()
    expect(page.locator("#toast")).to_contain_text("Put elsewhere")
    kept(page, "saved", ["Second", "First", "Third"])


def test_escape_puts_a_dragged_card_back(page: Page) -> None:
    add(page, "Below", "Above")
    lift(page, "Below")
    page.mouse.move(*middle(lane(page, "offer")), steps=6)
    page.keyboard.press("Escape")
    expect(page.locator(".lifted, .card-gap")).to_have_count(0)
    page.mouse.up()
    expect(page.locator("#says")).to_contain_text("back where it was")
    kept(page, "saved", ["Above", "Below"])


def test_a_click_opens_the_application_and_a_drag_does_not(page: Page) -> None:
    add(page, "Lighthouse keeper")
    x, y = middle(card(page, "Lighthouse keeper").locator(".card-name"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 5, steps=5)
    page.mouse.up()
    assert page.url.endswith("/board")
    card(page, "Lighthouse keeper").locator(".card-name").click()
    page.wait_for_url("**/applications/*")


def test_a_card_can_be_dropped_on_a_folded_lane(page: Page) -> None:
    add(page, "Ferry pilot")
    lift(page, "Ferry pilot")
    page.mouse.move(*middle(lane(page, "ghosted").locator("summary")), steps=8)
    expect(lane(page, "ghosted")).to_have_class("lane over")
    page.mouse.up()
    expect(lane(page, "ghosted").locator("[data-count]")).to_have_text("1")
    expect(page.locator("#toast")).to_contain_text("Moved to Ghosted")
    kept(page, "ghosted", ["Ferry pilot"])


def finger(session: CDPSession, kind: str, x: float = 0, y: float = 0) -> None:
    points = [] if kind in ("touchEnd", "touchCancel") else [{"x": x, "y": y}]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def scrolled(page: Page, beyond: int) -> None:
    """Wait until the page has scrolled further than that."""
    for _ in range(100):
        if page.evaluate("scrollY") > beyond:
            return
        page.wait_for_timeout(50)
    pytest.fail("The page did not scroll.")


def test_a_long_press_lifts_a_card_and_a_finger_drags_it(phone: Page) -> None:
    add(phone, "Net mender")
    session = phone.context.new_cdp_session(phone)
    x, y = middle(card(phone, "Net mender"))
    finger(session, "touchStart", x, y)
    expect(phone.locator(".card.lifted")).to_have_count(1)
    target = box(lane(phone, "applied"))
    for part in range(1, 9):
        finger(session, "touchMove", x, y + (target["y"] + 40 - y) * part / 8)
        phone.wait_for_timeout(16)
    expect(lane(phone, "applied").locator(".card-gap")).to_have_count(1)
    finger(session, "touchEnd")
    expect(phone.locator("#toast")).to_contain_text("Moved to Applied")
    kept(phone, "applied", ["Net mender"])


def test_a_finger_that_moves_at_once_scrolls_and_lifts_nothing(phone: Page) -> None:
    add(phone, "Rope maker")
    session = phone.context.new_cdp_session(phone)
    x, y = middle(card(phone, "Rope maker"))
    finger(session, "touchStart", x, y)
    for part in range(1, 12):
        finger(session, "touchMove", x, y - 20 * part)
        phone.wait_for_timeout(16)
    phone.wait_for_timeout(450)
    expect(phone.locator(".lifted")).to_have_count(0)
    finger(session, "touchEnd")
    scrolled(phone, 50)


def test_an_edge_scrolls_under_a_lifted_card(phone: Page) -> None:
    add(phone, "Sail maker")
    session = phone.context.new_cdp_session(phone)
    x, y = middle(card(phone, "Sail maker"))
    finger(session, "touchStart", x, y)
    expect(phone.locator(".card.lifted")).to_have_count(1)
    finger(session, "touchMove", x, 835)
    scrolled(phone, 100)
    finger(session, "touchCancel")
    expect(phone.locator(".lifted, .card-gap")).to_have_count(0)
    kept(phone, "saved", ["Sail maker"])


def test_arrow_keys_move_a_card_and_say_where_it_is(page: Page) -> None:
    add(page, "Cooper", "Smith")
    link = card(page, "Smith").locator(".card-name")
    link.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#says")).to_have_text("Smith: Saved, 2 of 2.")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#says")).to_have_text("Smith: Screening, 1 of 1.")
    expect(link).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#toast")).to_contain_text("Moved to Applied")
    kept(page, "applied", ["Smith"])


def test_moves_that_the_server_has_not_heard_of_yet_survive_a_reload(page: Page) -> None:
    add(page, "Chandler")
    card(page, "Chandler").locator(".card-name").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    kept(page, "interviewing", ["Chandler"])


def test_a_move_that_is_not_saved_is_taken_back_and_said(page: Page, complaints: list[str]) -> None:
    add(page, "Tinker")
    page.route("**/place", lambda route: route.abort())
    card(page, "Tinker").locator(".card-name").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#says")).to_contain_text("not saved")
    expect(lane(page, "saved").locator(".card-name")).to_have_text(["Tinker"])
    expect(lane(page, "saved").locator("[data-count]")).to_have_text("1")
    assert "net::ERR_FAILED" in complaints.pop(), "the browser itself says that the request failed"


def test_the_menu_moves_a_card_on_a_day_and_focus_comes_back(page: Page) -> None:
    add(page, "Glazier")
    card(page, "Glazier").locator("[data-more]").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("on this day").fill("2026-03-03")
    dialog.get_by_role("button", name="Applied", exact=True).click()
    expect(dialog).to_be_hidden()
    expect(lane(page, "applied").locator(".card-name")).to_have_text("Glazier")
    expect(card(page, "Glazier").locator(".card-name")).to_be_focused()
    card(page, "Glazier").locator("[data-more]").click()
    expect(dialog.get_by_label("Applied on")).to_have_value("2026-03-03")
    expect(dialog.locator(".history-lines li").first).to_contain_text("3 Mar 2026")


def test_a_menu_that_is_left_gives_the_focus_back_to_what_opened_it(page: Page) -> None:
    add(page, "Wright")
    more = card(page, "Wright").locator("[data-more]")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(more).to_be_focused()


def test_undo_by_the_toast_and_by_the_button_walks_back(page: Page) -> None:
    add(page, "Farrier")
    card(page, "Farrier").locator(".card-name").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#toast")).to_contain_text("Moved to Applied")
    card(page, "Farrier").locator("[data-more]").click()
    page.get_by_role("dialog").get_by_label("Notes").fill("Ask for Priya")
    page.get_by_role("button", name="Keep the notes").click()
    expect(page.locator("#toast")).to_contain_text("Notes changed")
    page.locator("#toast").get_by_role("button", name="Undo").click()
    expect(page.locator("#toast")).to_contain_text("Undone: Notes changed")
    page.locator("#undo").get_by_role("button", name="Undo").click()
    expect(page.locator("#toast")).to_contain_text("Undone: Moved to Applied")
    kept(page, "saved", ["Farrier"])


def test_the_day_of_a_line_is_set_in_the_history(page: Page) -> None:
    add(page, "Thatcher")
    card(page, "Thatcher").locator("[data-more]").click()
    history = page.locator("#history")
    history.get_by_text("Other day").click()
    history.get_by_label("The day it happened").fill("2026-02-01")
    history.get_by_role("button", name="Set").click()
    expect(history.locator("li").first).to_contain_text("set to 1 February 2026")
    expect(history.locator("li").last).to_contain_text("1 Feb 2026")
    page.keyboard.press("Escape")


def test_typing_filters_the_board(page: Page) -> None:
    add(page, "Baker", "Brewer")
    page.get_by_label("Search the board").press_sequentially("brew")
    expect(page.locator("[data-card]")).to_have_count(1)
    expect(lane(page, "saved").locator("[data-count]")).to_have_text("1")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_of_the_board_is_accessible(page: Page, theme: str) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page.goto("/board")
    audit(page)
    add(page, "Weaver", "Dyer")
    page.get_by_text("Add a card by hand").click()
    lane(page, "rejected").locator("summary").click()
    audit(page)
    card(page, "Dyer").locator(".card-name").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#toast")).to_contain_text("Moved")
    card(page, "Weaver").locator("[data-more]").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    audit(page)
    page.goto(card(page, "Dyer").locator("[data-more]").get_attribute("href") or "")
    audit(page)
    page.goto("/board/archive")
    audit(page)


def audit(page: Page) -> None:
    found = AXE.run(page)
    assert found.violations_count == 0, found.generate_report()
