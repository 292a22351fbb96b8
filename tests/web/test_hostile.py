"""What nobody should send is answered with a sentence, never with a traceback, and loses nothing that was kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bonafide.services import editing, preparing
from bonafide.services.preparing import File, Order
from bonafide.store.models import Application, Person, Run, RunState
from rows import CV, PAGE

NOBODY = "00000000-0000-4000-8000-000000000000"
HOSTILE = "<script>alert(1)</script> {{ 7|add:7 }} {% debug %}"


@pytest.fixture
def browser(client: Client) -> Client:
    """A client on this machine; a fault of ours is an answer here, not an exception."""
    client.defaults["HTTP_HOST"] = "localhost"
    client.raise_request_exception = False
    return client


def sent(client: Client, address: str, form: dict[str, Any], *words: str, status: int = 400) -> str:
    """The page that answers; it has that status and says these words."""
    response = client.post(address, form)
    page: str = response.content.decode()
    assert response.status_code == status, page
    assert all(word in page for word in words), page
    return page


def test_a_letter_longer_than_a_letter_is_refused_and_the_kept_one_stands(
    browser: Client, owner: Person, application: Application
) -> None:
    address = f"/applications/{application.pk}/letter"
    editing.write(owner, application.pk, ["I am VP Engineering."])
    long = "I lead engineers. " * 60_000
    sent(browser, f"{address}/check", {"paragraph": long}, "longer than a letter")
    page = sent(browser, f"{address}/save", {"paragraph": [long, "And this."]}, "longer than a letter")
    assert "And this." in page, "what was typed is still there"
    application.refresh_from_db()
    assert application.edits["letter"] == ["I am VP Engineering."]
    many = ["I led 900 people."] * 1_900
    sent(browser, f"{address}/save", {"paragraph": many}, "longer than a letter")
    sent(browser, f"{address}/save", {"paragraph": many * 6}, "larger than any form")
    assert browser.get(address).status_code == 200


def test_a_fact_is_a_sentence(browser: Client, application: Application) -> None:
    address = f"/applications/{application.pk}/fact"
    sent(browser, address, {"fact": "z" * 601}, "at most 600 characters")
    sent(browser, address, {"fact": "  "}, "The fact is empty")
    application.refresh_from_db()
    assert application.answers == {}


def test_a_card_keeps_so_many_facts_of_ones_own(owner: Person, application: Application) -> None:
    application.answers = {f"fact-{number}": f"Fact {number}." for number in range(1, editing.FACTS + 1)}
    application.save()
    with pytest.raises(preparing.InputFault, match="facts of your own already"):
        editing.add_fact(owner, application.pk, "One more.")


@pytest.mark.parametrize("pointer", ["/nowhere/0", "work", "/work/99/highlights/99", "x" * 500, ""])
def test_a_line_that_is_not_there_cannot_be_switched(
    browser: Client, application: Application, pointer: str
) -> None:
    before = application.edits
    sent(browser, f"/applications/{application.pk}/cv/switch", {"pointer": pointer, "on": "out"}, "again")
    application.refresh_from_db()
    assert application.edits == before


def test_every_line_that_is_shown_can_be_switched(owner: Person, application: Application) -> None:
    _at, page = editing.cv_page(owner, application.pk)
    assert page
    lines = [line.pointer for entry in page.preview.compared for line in entry.lines]
    assert len(lines) > 20
    for pointer in lines:
        editing.switch(owner, application.pk, pointer, True)


@pytest.mark.parametrize("address", ["/prepare", "/board/add", "/board?q=%00", "/guides?q=%00"])
def test_a_null_character_is_refused(browser: Client, owner: Person, address: str) -> None:
    response = browser.get(address) if "?" in address else browser.post(address, {"title": "a\0b"})
    assert response.status_code == 400
    assert b"null character" in response.content


def test_a_form_says_every_field_that_is_wrong(browser: Client, owner: Person) -> None:
    form = {"text": "A posting", "why": "w" * 700, "pages": "77", "upload": upload(CV)}
    page = sent(browser, "/prepare", form, "Why this job?: Ensure", "Length of the CV: Ensure")
    assert "A posting" in page
    sent(browser, "/prepare", {"text": "a" * 5_000_000, "upload": upload(CV)}, "larger than any form")
    sent(
        browser, "/prepare", {"upload": SimpleUploadedFile("cv.pdf", b"0" * (21 << 20))}, "larger than 20 MB"
    )


def upload(file: File) -> SimpleUploadedFile:
    return SimpleUploadedFile(file.name, file.content)


def test_an_address_of_forms_says_so(browser: Client, application: Application) -> None:
    for address in ("/prepare", f"/applications/{application.pk}/again", "/data/import", "/board/undo"):
        response = browser.get(address)
        assert response.status_code == 405, address
        assert response["Allow"] == "POST"
        assert b"only takes what a form sends" in response.content


def test_a_foreign_host_name_gets_a_page_too(browser: Client) -> None:
    response = browser.get("/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert b"cannot be answered" in response.content


def test_a_strangers_rows_are_nowhere(
    browser: Client, stranger: Person, owner: Person, now: datetime
) -> None:
    run = preparing.order(stranger, Order(page=PAGE, upload=CV), now)
    for address in (
        f"/runs/{run.pk}",
        f"/runs/{run.pk}/progress",
        f"/applications/{run.application_id}",
        f"/applications/{run.application_id}/1/cv.pdf",
        f"/runs/{NOBODY}",
    ):
        assert browser.get(address).status_code == 404, address
    sent(browser, f"/runs/{run.pk}/mend", {"text": "x"}, status=404)
    sent(browser, f"/applications/{run.application_id}/again", {}, status=404)


def test_script_in_a_posting_and_in_names_is_only_text(browser: Client, owner: Person, now: datetime) -> None:
    text = (
        f"Senior {HOSTILE} Engineer\n\nRequirements\n"
        + f"- 5 years of {HOSTILE} Python\n" * 4
        + "We build. " * 30
    )
    name = f"../../{HOSTILE}\r\n\u202eCV.pdf"
    preparing.order(owner, Order(text=text, upload=File(name=name, content=CV.content)), now)
    card = Application.of(owner).get()
    pages = [
        "/",
        "/board",
        "/cvs",
        *(f"/applications/{card.pk}{tab}" for tab in ("", "/cv", "/letter", "/posting")),
    ]
    for address in pages:
        page = browser.get(address).content.decode()
        assert "<script>alert" not in page, address
    assert "{{ 7|add:7 }}" in browser.get(f"/applications/{card.pk}/posting").content.decode()


def test_the_same_order_twice_is_a_second_click(owner: Person, now: datetime) -> None:
    wanted = Order(text=PAGE.content.decode(), upload=CV)
    first = preparing.order(owner, wanted, now)
    assert preparing.order(owner, wanted, now + timedelta(seconds=2)).pk == first.pk
    assert Application.of(owner).count() == 1
    later = preparing.order(owner, wanted, now + timedelta(minutes=2))
    assert later.pk != first.pk


def test_a_stop_is_mended_in_its_place(browser: Client, owner: Person, now: datetime) -> None:
    broken = File(name="cv.pdf", content=b"%PDF-1.4 nothing")
    run = preparing.order(owner, Order(page=PAGE, upload=broken), now)
    page = browser.get(f"/runs/{run.pk}").content.decode()
    assert "Your CV could not be read" in page
    assert "cv.pdf" not in page, "a CV that cannot be read is not offered again"
    empty = SimpleUploadedFile("cv.pdf", b"")
    sent(browser, f"/runs/{run.pk}/mend", {"upload": empty}, "empty")
    browser.post(f"/runs/{run.pk}/mend", {"upload": upload(CV)})
    assert Run.of(owner).filter(state=RunState.DONE).count() == 1


def test_a_refused_link_stands_in_the_form_again(browser: Client, owner: Person, now: datetime) -> None:
    run = preparing.order(owner, Order(link="http://10.0.0.1/job", upload=CV), now)
    page = browser.get(f"/runs/{run.pk}").content.decode()
    assert "not an address of the public internet" in page
    assert 'value="http://10.0.0.1/job"' in page
    sent(browser, f"/runs/{run.pk}/mend", {"link": "ftp:nowhere"}, "no web address", "ftp:nowhere")


def test_a_pasted_text_without_a_title_has_a_name_on_the_board(
    browser: Client, owner: Person, now: datetime
) -> None:
    preparing.order(owner, Order(text="Hello.", upload=CV), now)
    assert b"A post without a name" in browser.get("/board").content
