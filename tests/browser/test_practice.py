"""Rehearsing in a real browser, by mouse and by keyboard: a question, its probes, the rating, a colleague, a loop, stories."""

from __future__ import annotations

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from browser.conftest import press, send
from browser.test_every_page import ALL, LOOKS, SETTLED, application
from rehearsed import GOOD, REPLY, THIN

__all__ = ["application"]

ASK = "/practice/ask?guide=cto&question=reliability"


def look(page: Page) -> None:
    """What stands on the page now: fit for everybody, and in the dark and as narrow as a phone as well."""
    page.wait_for_load_state()
    for theme, width, rules in (("dark", 390, LOOKS), ("light", 1280, ALL)):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.evaluate(SETTLED)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
        found = Axe().run(page, options=rules)
        assert found.violations_count == 0, (page.url, theme, found.generate_report())


def answer(page: Page, text: str) -> None:
    """Answer the question that is asked, and pass over what follows."""
    page.get_by_label("Your answer").fill(text)
    send(page, page.get_by_role("button", name="That is my answer"))
    nothing = page.get_by_role("button", name="I have nothing to add")
    while nothing.count():
        send(page, nothing)


def test_a_question_by_mouse(page: Page) -> None:
    page.goto("/practice?guide=cto")
    look(page)
    send(page, page.get_by_role("link", name="Tell us about a time you made a system measurably").first)
    page.get_by_role("button", name="Start the clock").click()
    page.get_by_role("button", name="Pause").click()
    expect(page.locator("[data-phase]")).to_have_text("paused")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Your answer").fill(THIN)
    expect(page.locator("[data-words]")).to_have_text("39 words")
    page.reload()
    expect(page.get_by_label("Your answer")).to_have_value(THIN)
    look(page)
    send(page, page.get_by_role("button", name="That is my answer"))
    expect(page.get_by_text("They follow up")).to_be_visible()
    look(page)
    page.get_by_label("Your reply").fill(REPLY)
    send(page, page.get_by_role("button", name="Reply", exact=True))
    send(page, page.get_by_role("button", name="I have nothing to add"))
    page.locator('mark[data-earned~="facet:metric"]').first.hover()
    expect(page.locator("[data-status]")).to_contain_text("Metric")
    expect(page.locator('[data-target="facet:metric"]')).to_have_class("facet v2 lit")
    level = page.locator(".level-figure .number").first
    expect(level).to_be_visible()
    page.get_by_role("button", name="Hide numbers").click()
    expect(level).to_be_hidden()
    page.get_by_role("button", name="Hide numbers").click()
    page.goto(ASK)
    expect(page.get_by_label("Your answer")).to_have_value("")  # A draft goes with its answer.


def test_a_question_by_keyboard(page: Page) -> None:
    page.goto(ASK)
    page.get_by_role("button", name="Think first").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-phase]")).to_have_text("time to think")
    page.keyboard.press("Enter")
    expect(page.locator("[data-phase]")).to_contain_text("of about 4 minutes")
    page.get_by_label("Your answer").focus()
    page.keyboard.insert_text(THIN)
    for _ in range(2):
        page.keyboard.press("Tab")
    press(page)
    for _ in range(2):
        page.get_by_role("button", name="I have nothing to add").focus()
        press(page)
    page.locator("mark").first.focus()
    expect(page.locator("[data-status]")).to_contain_text("Context")
    page.keyboard.press("Tab")
    expect(page.locator("mark").nth(1)).to_be_focused()


MICROPHONE = """
  navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext(), tone = context.createOscillator(), to = context.createMediaStreamDestination();
    tone.connect(to);
    tone.start();
    return to.stream;
  };
"""
SILENCES = """async (address) => {
  const { silences } = await import(address);
  const rate = 8000, samples = new Float32Array(8 * rate);
  for (let at = rate; at < 7 * rate; at += 1)
    if (at < 3 * rate || at >= 5 * rate) samples[at] = 0.3 * Math.sin(at / 3);
  return silences(samples, rate);
}"""


def test_a_voice_stays_in_the_browser(page: Page) -> None:
    page.add_init_script(MICROPHONE)
    sent: list[str] = []
    page.on(
        "request", lambda request: sent.append(request.post_data or "") if request.method == "POST" else None
    )
    page.goto(ASK)
    page.get_by_role("button", name="Record my voice").click()
    expect(page.locator("[data-phase]")).to_contain_text("of about 4 minutes")
    page.wait_for_timeout(1200)
    page.get_by_role("button", name="Stop recording").press("Enter")
    expect(page.locator("audio")).to_be_visible()
    page.reload()
    expect(page.locator("audio")).to_be_visible()
    expect(page.locator("[data-sound]")).to_have_value(re.compile(r"^[12]\.\d\d$"))
    look(page)
    answer(page, GOOD)
    expect(page.locator("audio")).to_be_visible()
    page.get_by_role("button", name="Delete the recording").click()
    expect(page.locator("audio")).to_be_hidden()
    assert all(len(body) < 4000 for body in sent), "what was recorded is not sent"


def test_pauses_are_found_by_loudness(page: Page) -> None:
    page.goto(ASK)
    found = page.evaluate(SILENCES, "/static/bonafide/pauses.js")
    assert found["seconds"] == 8
    assert [round(pause, 1) for pause in found["pauses"]] == [2.0]


def test_what_cannot_be_rated(page: Page, complaints: list[str]) -> None:
    page.goto(ASK)
    page.get_by_label("Your answer").fill("Yes.")
    page.get_by_role("button", name="That is my answer").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("too short to rate")
    expect(page.get_by_label("Your answer")).to_have_value("Yes.")
    page.get_by_label("Your answer").fill("")
    assert "400" in complaints.pop(), "the browser itself says so"


def test_a_colleague_rates_blind_and_from_a_file(page: Page, browser: Browser, tmp_path: Path) -> None:
    page.goto(ASK)
    answer(page, GOOD)
    page.get_by_text("Ask a colleague").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save the form").click()
    file = tmp_path / "rate-my-answer.html"
    saved.value.save_as(file)
    asked: list[str] = []
    form = browser.new_page()
    form.on("request", lambda request: asked.append(request.url))
    form.goto(file.as_uri())
    for group in form.get_by_role("group").all():
        group.get_by_role("radio").last.press("Space")
    form.get_by_label("Your name").fill("Ida Moen")
    form.get_by_role("button", name="Show the lines").press("Enter")
    expect(form.get_by_label("Lines to send back")).to_be_focused()
    lines = form.get_by_label("Lines to send back").input_value()
    found = Axe().run(form, options=ALL)
    assert found.violations_count == 0, found.generate_report()
    form.close()
    assert [address for address in asked if not address.startswith(("file:", "data:"))] == []
    page.get_by_label("Paste what comes back").fill(f"Here you go:\n> {lines}")
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_role("columnheader", name="Ida Moen")).to_be_visible()
    look(page)


def test_a_loop_is_left_and_taken_up_again(page: Page, application: str) -> None:
    page.goto(f"{application}/interview")
    send(page, page.get_by_role("button", name="Begin a short one"))
    look(page)
    send(page, page.get_by_role("button", name="Begin round 1"))
    answer(page, GOOD)
    expect(page.get_by_role("heading", level=1)).to_have_text("A break")
    loop = page.url
    page.goto("/")
    page.goto(f"{application}/interview")
    send(page, page.get_by_role("link", name="The loop of").first)
    assert page.url == loop
    for name in ("Begin round 2", "Pass this question over"):
        page.get_by_role("button", name=name).focus()
        press(page)
    expect(page.get_by_text("passed over")).to_be_visible()


def test_stories_by_keyboard(page: Page, application: str) -> None:
    page.goto("/practice/stories?guide=cto")
    page.get_by_role("button", name=re.compile("^Keep ?:")).first.focus()
    press(page)
    page.get_by_label("Task").focus()
    page.keyboard.insert_text("We had three months until the audit.")
    page.get_by_role("button", name="Keep it so").focus()
    press(page)
    expect(page.get_by_text("Kept.", exact=True)).to_be_visible()
    expect(page.get_by_label("Task")).to_have_value("We had three months until the audit.")
    look(page)
    page.get_by_role("button", name="Note it").focus()
    press(page)
    expect(page.get_by_text("Nowhere yet.")).to_be_hidden()
    page.goto("/practice/stories?guide=cto")
    expect(page.get_by_text("no story").first).to_be_visible()
    look(page)
