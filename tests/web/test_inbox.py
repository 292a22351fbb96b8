"""The door of the inbox opens from any site to its key alone, and shows nothing; all else stays shut."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bonafide.services import inbox, people
from bonafide.store.models import Application, Person
from bonafide.web.bookmarklet import bookmarklet
from rows import CV, PAGE

ADDRESS = "https://boards.example/jobs/7"
ELSEWHERE = {
    "Host": "localhost",
    "Origin": "https://boards.example",
    "Sec-Fetch-Site": "cross-site",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Dest": "document",
}


@pytest.fixture
def elsewhere(owner: Person) -> Client:
    """A browser on another site's page, with no cookie of ours."""
    return Client(enforce_csrf_checks=True, headers=ELSEWHERE)


@pytest.fixture
def key(owner: Person, now: datetime) -> str:
    return inbox.token(owner, now)


def sent(key: str, page: str = "<h1>Lamp Engineer</h1>", title: str = "Lamp Engineer") -> dict[str, str]:
    return {"token": key, "address": ADDRESS, "title": title, "page": page}


def test_a_page_comes_in_from_another_site_with_the_key(elsewhere: Client, owner: Person, key: str) -> None:
    response = elsewhere.post("/inbox/door", sent(key))
    assert response.status_code == 200
    assert b"waits in your inbox" in response.content and b"Lamp Engineer" not in response.content
    assert "Access-Control-Allow-Origin" not in response
    assert not response.cookies
    assert [one.address for one in inbox.waiting(owner)] == [ADDRESS]


@pytest.mark.parametrize("wrong", ["", "x", "é" * 43])
def test_without_the_key_nothing_comes_in(elsewhere: Client, owner: Person, key: str, wrong: str) -> None:
    assert elsewhere.post("/inbox/door", sent(wrong)).status_code == 403
    assert inbox.count(owner) == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"},
        {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "empty"},
        {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
    ],
)
def test_no_script_and_no_frame_knocks(
    elsewhere: Client, owner: Person, key: str, headers: dict[str, str]
) -> None:
    assert elsewhere.post("/inbox/door", sent(key), headers=headers).status_code == 403
    assert inbox.count(owner) == 0


@pytest.mark.parametrize(
    "address", ["/prepare", "/inbox", "/inbox/renew", "/inbox/door/", "/inbox/door/../renew", "/data/export"]
)
def test_the_key_opens_no_other_address(elsewhere: Client, owner: Person, key: str, address: str) -> None:
    assert elsewhere.post(address, sent(key)).status_code == 403
    assert inbox.token(owner, datetime.min) == key


def test_a_foreign_host_name_is_refused_at_the_door_too(elsewhere: Client, key: str) -> None:
    assert elsewhere.post("/inbox/door", sent(key), headers={"Host": "evil.example"}).status_code == 400


def test_a_page_larger_than_the_cap_is_refused(elsewhere: Client, owner: Person, key: str) -> None:
    assert elsewhere.post("/inbox/door", sent(key, "x" * 3_200_000)).status_code == 400
    assert inbox.count(owner) == 0


def test_what_waits_is_shown_as_words_only(client: Client, owner: Person, now: datetime) -> None:
    inbox.take_in(owner, ADDRESS, "<script>alert(1)</script>", b"<img src=x onerror=alert(2)>", now)
    shown = client.get("/inbox", headers={"Host": "localhost"}).content.decode()
    assert "&lt;script&gt;alert(1)" in shown
    assert "<script>alert" not in shown and "onerror" not in shown
    assert f'href="{ADDRESS}' not in shown


def test_a_page_is_confirmed_or_thrown_away(client: Client, owner: Person, now: datetime) -> None:
    client.defaults["HTTP_HOST"] = "localhost"
    for number in (1, 2):
        inbox.take_in(owner, f"{ADDRESS}{number}", "CTO", PAGE.content, now)
    first, second = inbox.waiting(owner)
    assert b"2 pages that you sent wait" in client.get("/").content
    assert client.post(f"/inbox/{first.pk}/confirm").status_code == 400
    upload = SimpleUploadedFile(CV.name, CV.content)
    response = client.post(f"/inbox/{first.pk}/confirm", {"upload": upload})
    assert response.status_code == 302 and response["Location"].startswith("/runs/")
    assert Application.of(owner).get().link == first.address
    assert client.post(f"/inbox/{second.pk}/away").status_code == 302
    assert client.post(f"/inbox/{second.pk}/confirm", {}).status_code == 404
    assert inbox.count(owner) == 0


def test_a_renewed_key_makes_another_bookmarklet(client: Client, owner: Person, key: str) -> None:
    client.defaults["HTTP_HOST"] = "localhost:8000"
    before = client.get("/inbox").content.decode()
    assert key in before and "http://localhost:8000/inbox/door" in before
    client.post("/inbox/renew")
    after = client.get("/inbox").content.decode()
    assert key not in after and inbox.token(people.local(), datetime.min) in after


def test_the_bookmarklet_is_one_line_without_what_an_address_ends_at() -> None:
    made = bookmarklet("http://localhost:8000/inbox/door", "k-_9")
    assert made.startswith("javascript:") and "\n" not in made
    assert "#" not in made and "%" not in made
