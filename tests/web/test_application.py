"""The application's pages: all of them answer, files leave as they should, queries do not grow."""

from __future__ import annotations

import json
import re
from datetime import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bonafide.services import preparing
from bonafide.services.preparing import File, Order
from bonafide.store.models import Application, Person
from rows import PAGE

TABS = {"": 5, "/cv": 6, "/letter": 6, "/interview": 6, "/posting": 5, "/files": 7}


@pytest.fixture
def browser(client: Client) -> Client:
    """A client on this machine."""
    client.defaults["HTTP_HOST"] = "localhost"
    return client


@pytest.mark.parametrize("tab", TABS)
def test_each_tab_answers_with_a_fixed_number_of_queries(
    browser: Client, application: Application, tab: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser.get("/")
    with django_assert_max_num_queries(TABS[tab]):
        response = browser.get(f"/applications/{application.pk}{tab}")
    assert response.status_code == 200
    assert b"Chief Technology Officer" in response.content


def test_a_card_without_a_version_teaches(browser: Client, application: Application) -> None:
    application.versions.all().delete()
    response = browser.get(f"/applications/{application.pk}")
    assert b"Nothing was prepared" in response.content


def test_our_pdf_is_shown_and_everything_else_is_handed_over(
    browser: Client, application: Application
) -> None:
    shown = browser.get(f"/applications/{application.pk}/1/cv.pdf")
    assert shown["Content-Type"] == "application/pdf"
    assert shown["Content-Disposition"].startswith("inline")
    for address in ("1/cv.docx", "1/posting.html", "posting/1", "1/cv.pdf?save"):
        sent = browser.get(f"/applications/{application.pk}/{address}")
        assert sent["Content-Disposition"].startswith("attachment"), address
        assert sent["Content-Type"] == "application/octet-stream"
        assert sent["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in sent["Content-Security-Policy"]


def test_a_switch_works_with_and_without_script(browser: Client, application: Application) -> None:
    address = f"/applications/{application.pk}/cv/switch"
    form = {"pointer": "/work/0/highlights/0", "on": "out"}
    assert browser.post(address, form).status_code == 302
    part = browser.post(address, {**form, "on": "tailored"}, headers={"HX-Request": "true"})
    assert part.status_code == 200
    assert b"<html" not in part.content


def test_a_look_is_chosen_with_and_without_script(browser: Client, application: Application) -> None:
    address = f"/applications/{application.pk}/cv/look"
    assert browser.post(address, {"template": "editorial", "paper": "us-letter"}).status_code == 302
    part = browser.post(address, {"template": "plain"}, headers={"HX-Request": "true"})
    assert b'value="plain" selected' in part.content
    assert b'value="us-letter" selected' in part.content
    assert b"<html" not in part.content
    assert browser.post(address, {"template": "baroque"}).status_code == 400


def test_a_tone_is_chosen_and_taken_back_without_script(browser: Client, application: Application) -> None:
    address = f"/applications/{application.pk}/letter"
    assert b"Yours sincerely" in browser.get(address).content
    chosen = browser.post(f"{address}/style", {"tone": "formal", "length": "short", "language": ""})
    assert chosen.status_code == 302
    page = browser.get(address).content
    assert b"Yours faithfully" in page
    assert b'value="formal" selected' in page
    assert b'value="short" selected' in page
    assert b"changed something since" in page
    browser.post(f"{address}/style", {"tone": "plain", "length": "standard", "language": ""})
    page = browser.get(address).content
    assert b"Yours sincerely" in page
    assert b"changed something since" not in page
    assert browser.post(f"{address}/style", {"tone": "baroque"}).status_code == 400


def test_a_letter_in_another_language_quotes_the_cv_and_says_so(
    browser: Client, application: Application
) -> None:
    address = f"/applications/{application.pk}/letter"
    assert b"nothing is translated" not in browser.get(address).content
    browser.post(f"{address}/style", {"language": "de"})
    page = browser.get(address).content.decode()
    assert "nothing is translated" in page
    assert "Sehr geehrte Damen und Herren," in page
    assert 'lang="de"' in page
    assert browser.post(f"{address}/style", {"language": "xx"}).status_code == 400


def test_what_was_typed_is_kept_when_a_tone_is_chosen(browser: Client, application: Application) -> None:
    address = f"/applications/{application.pk}/letter"
    browser.post(f"{address}/style", {"tone": "warm", "paragraph": ["Your sensors made me curious."]})
    page = browser.get(address).content
    assert b"Your sensors made me curious." in page
    assert b"With kind regards" in page
    assert b"your own words" in page


def test_the_letter_is_judged_as_one_types(browser: Client, application: Application) -> None:
    said = {"paragraph": ["At Corran Logistics Software I led 900 engineers."]}
    part = browser.post(f"/applications/{application.pk}/letter/check", said)
    assert b"not backed" in part.content
    assert b"Nearest fact" in part.content


def test_printing_again_leads_to_the_new_version(browser: Client, application: Application) -> None:
    response = browser.post(f"/applications/{application.pk}/again", {"pages": "1"}, follow=True)
    assert response.redirect_chain[-1][0].endswith(f"{application.pk}/files")
    assert b"Version 2, " in response.content
    assert application.versions.count() == 2


def test_a_language_model_is_named_before_anything_goes_there_and_what_it_wrote_is_shown(
    browser: Client, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = f"/applications/{application.pk}/files"
    assert b"say passages better" not in browser.get(files).content
    monkeypatch.setenv("BONAFIDE_MODEL_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("BONAFIDE_MODEL", "larch")
    assert b"Let larch at 127.0.0.1 say passages better" in browser.get(files).content
    assert b"Let larch at 127.0.0.1 say passages better" in browser.get("/").content
    lie = json.dumps({"passages": [{"place": "summary/0", "text": "I ran NASA."}]})
    monkeypatch.setattr("bonafide.connectors.models.Model.__call__", lambda *_: lie)
    browser.post(f"/applications/{application.pk}/again", {"rewrite": "on"})
    page = browser.get(files).content
    assert b"I ran NASA." in page
    assert b"not backed" in page
    browser.post(f"/applications/{application.pk}/again", {})
    assert b"I ran NASA." not in browser.get(files).content


def test_entries_without_a_heading_are_called_by_their_section(
    browser: Client, owner: Person, now: datetime
) -> None:
    text = (
        b"# Una Reef\nuna@reef.example\n\n## Profile\nKeeper of lights for eleven years.\n\n## Experience\n### Keeper, Skerry Lights\n"
        b"2011 - 2024\n- Fitted 14 spare lamps in a year.\n\n## Skills\nPython, Kafka, lamp trimming\n"
    )
    order = Order(upload=File(name="cv.md", content=text), page=PAGE)
    run = preparing.order(owner, order, now)
    shown = browser.get(f"/applications/{run.application_id}/cv").content.decode()
    headings = re.findall(r"<h2>([^<]+)</h2>", shown)
    assert headings.count("Skills") == 1
    assert headings.count("Profile") == 1
