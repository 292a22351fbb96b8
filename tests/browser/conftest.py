"""A real server on a free port with a folder of its own, and a real Chromium that fails on any word in its console."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The browser without a window is the same one and starts and paints in half the time."""
PATIENCE = 15_000
"""Milliseconds for anything that a page does by itself; a busy machine needs some of them."""
expect.set_options(timeout=PATIENCE)
ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the server keeps everything."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def environment(home: Path) -> dict[str, str]:
    """The environment of the server, and of commands that share its folder."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**kept, "BONAFIDE_HOME": str(home)}


@pytest.fixture(scope="session")
def server(environment: dict[str, str]) -> Iterator[str]:
    """The address of a running `bonafide serve`."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("bonafide")), "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def send(page: Page, button: Locator) -> None:
    """Click what leads to another page, and be there with its scripts run: a click by itself waits for neither."""
    with page.expect_navigation():
        button.click()


def press(page: Page, key: str = "Enter") -> None:
    """The same by a key, on what has the focus."""
    with page.expect_navigation():
        page.keyboard.press(key)


def clear_board(page: Page) -> None:
    """Put every card on the board in the archive."""
    page.goto("/board")
    while page.locator("[data-card]").count():
        page.goto(page.locator("[data-more]").first.get_attribute("href") or "")
        send(page, page.get_by_role("button", name="Put in the archive"))
        page.goto("/board")


def wait_for(address: str, process: subprocess.Popen[str]) -> None:
    """Until the server answers; a server that ended says why."""
    for _ in range(300):
        assert process.poll() is None, process.stderr and process.stderr.read()
        try:
            httpx2.get(address, timeout=5, trust_env=False)
        except httpx2.TransportError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("The server did not answer within 30 seconds.")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the PATH."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.skip("These tests need Chromium on the PATH (Debian: apt install chromium).")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def opened(browser: Browser, complaints: list[str], **options: object) -> Iterator[Page]:
    """A page in a context of its own; what its console complains of is collected, and fails the test at its end."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console", lambda word: complaints.append(word.text) if word.type in ("error", "warning") else None
    )
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def complaints() -> list[str]:
    """What the console of this test's pages complained of; a test that provokes a complaint takes it out."""
    return []


@pytest.fixture
def page(browser: Browser, server: str, complaints: list[str]) -> Iterator[Page]:
    """A page of 1280 pixels at the server."""
    yield from opened(browser, complaints, viewport={"width": 1280, "height": 800}, base_url=server)


@pytest.fixture
def phone(browser: Browser, server: str, complaints: list[str]) -> Iterator[Page]:
    """A page of 390 pixels under a finger."""
    size = {"width": 390, "height": 844}
    yield from opened(browser, complaints, viewport=size, base_url=server, has_touch=True, is_mobile=True)
