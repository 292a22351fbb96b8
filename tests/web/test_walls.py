"""Another site's requests are refused, foreign host names too, and every page has its policy."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser() -> Client:
    """A client that checks CSRF as a browser would meet it."""
    return Client(enforce_csrf_checks=True, headers={"Host": "localhost"})


def test_a_page_has_its_walls(browser: Client) -> None:
    response = browser.get("/")
    assert response.status_code == 200
    policy = response["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'")
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in response


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "10.0.0.1"])
def test_a_foreign_host_name_is_refused(browser: Client, host: str) -> None:
    assert browser.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"},
    ],
)
def test_another_sites_request_is_refused(browser: Client, headers: dict[str, str]) -> None:
    assert browser.get("/", headers=headers).status_code == 403


def test_a_followed_link_is_answered(browser: Client) -> None:
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert browser.get("/", headers=followed).status_code == 200
    assert browser.post("/prepare", headers=followed).status_code == 403


def test_a_form_without_its_token_is_refused_with_a_sentence(browser: Client) -> None:
    response = browser.post("/prepare", {"text": "x"})
    assert response.status_code == 403
    assert b"grown old" in response.content


def test_a_form_that_lacks_something_comes_back_with_the_reason(client: Client) -> None:
    response = client.post("/prepare", {"text": "A posting"}, headers={"Host": "localhost"})
    assert response.status_code == 400
    assert b"There is no CV yet" in response.content
    assert b"A posting" in response.content


def test_an_unknown_address_is_said(client: Client) -> None:
    response = client.get("/runs/00000000-0000-4000-8000-000000000000", headers={"Host": "localhost"})
    assert response.status_code == 404
    assert b"nothing at this address" in response.content
