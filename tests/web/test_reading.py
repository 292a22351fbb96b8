"""The pages on which what was read is put right: they work as plain forms, in parts, and for their owner only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bonafide.model.place import InParagraph
from bonafide.model.reading import CvReading, Unplaced
from bonafide.store.models import Application, Cv, Person
from bonafide.store.nouns import decode, encode

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
POSITION = "/work/0/position"
PART = {"HX-Request": "true"}


@pytest.fixture
def browser(client: Client) -> Client:
    """A client on this machine."""
    client.defaults["HTTP_HOST"] = "localhost"
    return client


@pytest.fixture
def cv(application: Application) -> Cv:
    """The sample's CV."""
    kept = application.cv
    assert kept
    return kept


def corrections(kept: Cv | Application) -> object:
    """Its corrections as they are in the database."""
    kept.refresh_from_db()
    return kept.corrections


def test_each_page_answers_with_a_fixed_number_of_queries(
    browser: Client, application: Application, cv: Cv, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser.get("/")
    for address, most in (("/cvs", 2), (f"/cvs/{cv.pk}", 3), (f"/cvs/{cv.pk}?only=doubtful", 3)):
        with django_assert_max_num_queries(most):
            assert browser.get(address).status_code == 200
    with django_assert_max_num_queries(2):
        picture = browser.get(f"/cvs/{cv.pk}/1.png")
    assert picture["Content-Type"] == "image/png"
    assert "immutable" in picture["Cache-Control"]


def test_the_whole_form_keeps_what_was_changed_and_nothing_else(browser: Client, cv: Cv) -> None:
    address = f"/cvs/{cv.pk}/correct"
    form = {POSITION: "Chief Engineer", "/work/0/name": "Corran Logistics Software", "/basics/phone": ""}
    assert browser.post(address, form).status_code == 302
    assert corrections(cv) == {POSITION: "Chief Engineer", "/basics/phone": None}
    faulty = browser.post(address, {"/basics/email": "nowhere", "/work/0/location": "Bath"})
    assert faulty.status_code == 400
    assert b"no e-mail address" in faulty.content
    assert b'value="nowhere"' in faulty.content
    assert corrections(cv) == {POSITION: "Chief Engineer", "/basics/phone": None, "/work/0/location": "Bath"}
    browser.post(address, {"back": POSITION})
    browser.post(address, {"out": "/languages/1"})
    browser.post(address, {"right": "/basics/label"})
    browser.post(address, {"add": "/work", "new/work": "/work/4/name", "text/work": "Quayside Books"})
    assert corrections(cv) == {
        "/basics/phone": None,
        "/work/0/location": "Bath",
        "/languages/1": None,
        "/basics/label": "VP Engineering",
        "/work/4/name": "Quayside Books",
    }


def test_a_part_gets_its_part_and_keeps_its_own_value_only(browser: Client, cv: Cv) -> None:
    address = f"/cvs/{cv.pk}/correct"
    sent = {POSITION: "Chief Engineer", "/work/0/location": "Bath"}
    part = browser.post(address, sent, headers={**PART, "HX-Trigger-Name": POSITION})
    assert b"<html" not in part.content
    assert b"from you" in part.content
    assert b"hx-swap-oob" in part.content
    assert corrections(cv) == {POSITION: "Chief Engineer"}
    whole = browser.post(
        address, {"out": "/work/1"}, headers={**PART, "HX-Trigger-Name": "out", "HX-Target": "values"}
    )
    assert b"<html" not in whole.content
    assert b"Take back" in whole.content


def test_an_unknown_pointer_changes_nothing(browser: Client, cv: Cv) -> None:
    for form in ({"/work/0/nonsense": "x"}, {"add": "/work", "new/work": "/nowhere/0", "text/work": "x"}):
        browser.post(f"/cvs/{cv.pk}/correct", form)
        assert corrections(cv) == {}


def test_loose_text_is_placed_or_dismissed(browser: Client, owner: Person, cv: Cv) -> None:
    loose = (Unplaced("Keeps bees", InParagraph(1)), Unplaced("Page 1 of 1", InParagraph(2)))
    reading = replace(decode(CvReading, cv.reading), unplaced=loose)
    Cv.of(owner).filter(pk=cv.pk).update(reading=encode(reading))
    assert b"Text that has no place yet" in browser.get(f"/cvs/{cv.pk}").content
    address = f"/cvs/{cv.pk}/correct"
    browser.post(address, {"place": "1", "line": "0", "what": "/interests/0/name", "words": ""})
    browser.post(address, {"nothing": "1", "line": "1"})
    assert corrections(cv) == {"/interests/0/name": "Keeps bees", "/unplaced/0": None, "/unplaced/1": None}
    bad = browser.post(address, {"place": "1", "line": "0", "what": "/basics/email", "words": "bees"})
    assert bad.status_code == 400
    assert b"no e-mail address" in bad.content


def test_a_cv_is_given_read_anew_and_deleted(browser: Client, application: Application, cv: Cv) -> None:
    text = SimpleUploadedFile("ines.txt", b"Ines Corvo\nines@corvo.example\n\nSkills\n\nBinding, sewing\n")
    given = browser.post("/cvs", {"upload": text}, follow=True)
    address = given.redirect_chain[-1][0]
    assert b"What was read in ines.txt" in given.content
    assert b'data-place="paragraph-1"' in given.content
    assert browser.post(f"{address}/reread").status_code == 302
    assert browser.post(f"{address}/delete").status_code == 302
    assert browser.get(address).status_code == 404
    assert browser.post(f"/cvs/{cv.pk}/delete").status_code == 400
    refused = browser.post("/cvs", {"upload": SimpleUploadedFile("x.pdf", b"%PDF-1.4\nno")})
    assert refused.status_code == 400
    assert b"x.pdf" in refused.content
    assert browser.post("/cvs", {}).status_code == 400


def test_a_postings_form_keeps_its_changes(browser: Client, application: Application) -> None:
    address = f"/applications/{application.pk}/posting/correct"
    assert browser.post(address, {"/title": "Chief Engineer", "/salary/unit": ""}).status_code == 302
    assert corrections(application) == {"/title": "Chief Engineer", "/salary/unit": None}
    assert b"Chief Engineer" in browser.get(f"/applications/{application.pk}").content
    part = browser.post(
        address, {"/requirements/0/kind": "nice"}, headers={**PART, "HX-Trigger-Name": "/requirements/0/kind"}
    )
    assert b"Print a new version" in part.content
    assert browser.post(address, {"ask": "1", "new-text": "", "new-kind": "must"}).status_code == 400
    assert browser.post(address, {"/datePosted": "some day"}).status_code == 400
    browser.post(address, {"ask": "1", "new-text": "You have kept bees", "new-kind": "must"})
    assert b"You have kept bees" in browser.get(f"/applications/{application.pk}/posting").content
    assert browser.post(f"/applications/{application.pk}/posting/reread").status_code == 302
    browser.post(address, {"back": "/title"})
    application.refresh_from_db()
    assert application.title == "Chief Technology Officer"


def test_the_application_points_to_what_is_doubtful(
    browser: Client, application: Application, cv: Cv
) -> None:
    assert (
        b"4 values of your CV were read with doubt" in browser.get(f"/applications/{application.pk}").content
    )
    for pointer in ("/basics/label", "/education/0", "/certificates/0"):
        browser.post(f"/cvs/{cv.pk}/correct", {"out": pointer})
    assert b"read with doubt" not in browser.get(f"/applications/{application.pk}").content


def test_a_strangers_cv_is_not_there(browser: Client, stranger: Person, cv: Cv) -> None:
    Cv.of(cv.owner).filter(pk=cv.pk).update(owner=stranger)
    for address in (f"/cvs/{cv.pk}", f"/cvs/{cv.pk}/1.png"):
        assert browser.get(address).status_code == 404
    for act in ("correct", "reread", "delete"):
        assert browser.post(f"/cvs/{cv.pk}/{act}").status_code == 404
