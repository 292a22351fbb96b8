"""A recording is written down by the engine that is configured, and lands in the answer to be corrected."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import free_port, opened, wait_for
from browser.test_practice import ASK, MICROPHONE, look

ENGINE = """
import pathlib, sys
recording = pathlib.Path(sys.argv[1]).read_bytes()
said = pathlib.Path(__file__).with_name("said.txt").read_text()
print(said if recording[:4] == bytes([0x1A, 0x45, 0xDF, 0xA3]) else "no recording")
sys.exit(said == "nothing")
"""


@pytest.fixture
def said(tmp_path: Path) -> Path:
    """The file that holds what the engine hears; beside it the engine."""
    (tmp_path / "engine.py").write_text(ENGINE, encoding="utf-8")
    file = tmp_path / "said.txt"
    file.write_text("i counted every lamp", encoding="utf-8")
    return file


@pytest.fixture
def hearing(said: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a server with an engine for speech."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    engine = f"{sys.executable} {said.with_name('engine.py')}"
    environment = {**kept, "BONAFIDE_HOME": str(tmp_path / "home"), "BONAFIDE_SPEECH_COMMAND": engine}
    command = [str(Path(sys.executable).with_name("bonafide")), "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        wait_for(f"http://127.0.0.1:{port}", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture
def ready(browser: Browser, hearing: str, complaints: list[str]) -> Iterator[Page]:
    """A page at that server."""
    yield from opened(browser, complaints, viewport={"width": 1280, "height": 800}, base_url=hearing)


def test_what_was_said_lands_in_the_answer(ready: Page, said: Path, complaints: list[str]) -> None:
    ready.add_init_script(MICROPHONE)
    ready.goto(ASK)
    offer = ready.get_by_role("button", name="Write down what I said")
    expect(offer).to_be_hidden()
    ready.get_by_role("button", name="Record my voice").click()
    expect(ready.locator("[data-phase]")).to_contain_text("of about 4 minutes")
    ready.wait_for_timeout(600)
    ready.get_by_role("button", name="Stop recording").press("Enter")
    expect(offer).to_be_visible()
    look(ready)
    offer.press("Enter")
    field = ready.get_by_label("Your answer")
    expect(field).to_have_value("i counted every lamp")
    expect(field).to_be_focused()
    expect(ready.get_by_role("status")).to_contain_text("Read and correct it")
    said.write_text("nothing", encoding="utf-8")
    offer.click()
    expect(ready.get_by_role("status")).to_contain_text("It ended with status 1")
    expect(field).to_have_value("i counted every lamp")
    assert [word for word in complaints if "502" in word]
    complaints.clear()
