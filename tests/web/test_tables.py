"""The page that takes tables, with and without a script, and what it refuses."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from django.core.files import uploadhandler
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bonafide.services import evidence, hands, tables
from bonafide.store.models import Evidence, Person
from bonafide.web import held
from handed import CHANGED, SECRET, actions, incidents
from services.test_tables import CHOSEN, NOW, add, requests, sent

HERE = "/evidence/add/incidents"
SCRIPT = {"HX-Request": "true"}


@pytest.fixture
def browser(client: Client, owner: Person) -> Client:
    """A client on this machine."""
    client.defaults["HTTP_HOST"] = "localhost"
    return client


def form(content: bytes = b"", **more: Any) -> dict[str, Any]:
    """The page's form with one table, ticked and named."""
    columns = {f"column.{name}": header for name, header in CHOSEN.items()}
    file = SimpleUploadedFile("export.csv", content or incidents())
    told = {"authorised": "yes", "name": "a payments service", "changed": str(CHANGED), "files.": file}
    return {**told, **columns, **more}


def test_without_a_script_columns_are_chosen_and_the_table_sent_again(browser: Client, owner: Person) -> None:
    assert reverse("evidence-add", args=["incidents"]) in browser.get("/evidence").content.decode()
    first = browser.get(HERE).content.decode()
    assert "I am authorised" in first and 'name="files.actions"' in first and "Which column" not in first
    told = {"authorised": "yes", "look": "yes", "files.": SimpleUploadedFile("export.csv", incidents(until=12)), "files.actions": SimpleUploadedFile("a.csv", actions())}  # fmt: skip
    answer = browser.post(HERE, told)
    page = answer.content.decode()
    assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]
    assert '<option value="How bad">How bad: P' in page, "samples are shown"
    assert '<option value="Created" selected>Created: 2025-01-01' in page, "known headers are chosen"
    assert "may be either of two days" in page and "choose them again" in page
    answer = browser.post(HERE, form(incidents(until=12), dates="day-first"))
    kept = evidence.kept(owner)[0]
    assert answer.status_code == 302 and answer["Location"] == f"/evidence/{kept.row.pk}"
    page = browser.get(answer["Location"]).content.decode()
    assert "the tables are not" in page and "a payments service" in page and SECRET not in page


def test_with_a_script_only_parts_are_sent_and_the_form_stays(browser: Client, owner: Person) -> None:
    page = browser.post(HERE, form(look="yes"), headers=SCRIPT).content.decode()
    assert "<html" not in page and '<option value="When it broke" selected>' in page
    answer = browser.post(HERE, form(**{"column.opened": "Host"}), headers=SCRIPT)
    page = answer.content.decode()
    assert answer.status_code == 400 and "<html" not in page
    assert f"export.csv:2, Host: “{SECRET}” is no date" in page
    answer = browser.post(HERE, form(), headers=SCRIPT)
    assert answer["HX-Redirect"] == f"/evidence/{Evidence.of(owner).get().pk}"


def test_a_packed_report_of_aws_is_known_by_its_headers(browser: Client, owner: Person) -> None:
    lines = [
        "lineItem/UsageStartDate,lineItem/LineItemType,lineItem/UnblendedCost,lineItem/CurrencyCode,reservation/EffectiveCost"
    ]
    lines += [
        f"2025-{month:02}-01,DiscountedUsage,0,USD,40\n2025-{month:02}-01,Usage,60,USD,"
        for month in range(1, 7)
    ]
    told = {"authorised": "yes", "name": "a payments service"}

    def sent() -> dict[str, Any]:
        return {**told, "files.": SimpleUploadedFile("cur.csv.gz", gzip.compress("\n".join(lines).encode()))}

    page = browser.post("/evidence/add/cost", {**sent(), "look": "yes"}).content.decode()
    assert '<option value="lineItem/UnblendedCost" selected>' in page
    assert 'name="column.class"' in page and 'name="column.reserved"' not in page, (
        "what is known is not asked"
    )
    columns = {"at": "UsageStartDate", "cost": "UnblendedCost", "currency": "CurrencyCode"}
    chosen = {f"column.{name}": f"lineItem/{header}" for name, header in columns.items()}
    answer = browser.post("/evidence/add/cost", {**sent(), **chosen, "column.class": ""})
    assert answer.status_code == 302, answer.content.decode()
    (cost,) = evidence.kept(owner)[0].measured.figures
    assert (cost.value, cost.part) == (100, "USD")


def test_a_refused_form_comes_back_with_what_was_chosen(browser: Client, owner: Person) -> None:
    answer = browser.post(HERE, form(**{"column.opened": "Who", "name": "<b>us</b>", "changed": "soon"}))
    page = answer.content.decode()
    assert answer.status_code == 400 and "The day of a change: Enter a valid date" in page
    assert "&lt;b&gt;us&lt;/b&gt;" in page and "<b>us" not in page
    page = browser.post(HERE, form(**{"column.opened": "Who"})).content.decode()
    assert "export.csv:2, Who: “Ada Quill” is no date" in page
    assert '<option value="Who" selected>' in page and "checked" in page
    assert not Evidence.of(owner).exists()


@pytest.mark.parametrize("look", [{}, {"look": "yes"}])
def test_nothing_is_read_of_who_is_not_authorised(
    browser: Client, owner: Person, monkeypatch: pytest.MonkeyPatch, look: dict[str, str]
) -> None:
    monkeypatch.setattr(hands, "measuring", lambda: pytest.fail("a table was read"))
    answer = browser.post(HERE, {**form(**look), "authorised": ""})
    assert answer.status_code == 400 and b"Nothing was read" in answer.content


def test_a_table_touches_no_disk(browser: Client, owner: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: object) -> None:
        raise AssertionError("a file was written")

    monkeypatch.setattr(uploadhandler, "TemporaryUploadedFile", refuse)
    large = incidents() + b"\n" + b",,,,\n" * 800_000
    assert len(large) > 3 * 1024 * 1024
    assert browser.post(HERE, form(large, look="yes")).status_code == 200
    with pytest.raises(AssertionError, match="was written"):
        browser.post("/cvs", {"upload": SimpleUploadedFile("cv.pdf", large)})


def test_what_is_too_large_is_refused(
    browser: Client, owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = browser.post(HERE, form(b"a,b\n" + b"0" * (21 << 20))).content.decode()
    assert "export.csv: The file is larger than 20 MB." in page and "terminal" in page
    monkeypatch.setattr(held, "MOST", 1000)
    answer = browser.post(HERE, form())
    assert answer.status_code == 400 and b"larger than any form here" in answer.content
    assert not Evidence.of(owner).exists()


def test_a_files_name_is_no_path(browser: Client, owner: Person) -> None:
    file = SimpleUploadedFile("x", b"Created,Resolved\nsoon,")
    file._name = "../../etc/passwd"  # type: ignore[attr-defined]
    page = browser.post(HERE, {**form(), "files.": file, **{f"column.{name}": "" for name in CHOSEN}})
    assert "passwd:2, Created: “soon” is no date" in page.content.decode()


@pytest.mark.parametrize("kind", ["git", "nothing", "prometheus", "github"])
def test_only_what_reads_tables_has_a_page(browser: Client, owner: Person, kind: str) -> None:
    assert browser.get(f"/evidence/add/{kind}").status_code == 404
    assert browser.post(f"/evidence/add/{kind}", form()).status_code == 404


@pytest.mark.parametrize("kind", [kind.name for kind in tables.kinds()])
def test_every_kind_of_table_has_a_page(browser: Client, owner: Person, kind: str) -> None:
    page = browser.get(f"/evidence/add/{kind}").content.decode()
    assert all(table.title in page for table in tables.kind(kind).tables)


def test_a_kinds_own_questions_are_asked_and_answered(browser: Client, owner: Person) -> None:
    here = "/evidence/add/grafana"
    page = browser.get(here).content.decode()
    assert '<select name="per"' in page and '<input name="target"' in page and 'name="dates"' not in page
    file = SimpleUploadedFile("export.csv", requests())
    told = {"authorised": "yes", "name": "a shop", "files.": file, "target": "99.95", "per": "fortnight"}
    columns = {".total": "all of them", ".bad": "not answered", ".good": ""}
    page = browser.post(here, {**told, **columns}).content.decode()
    assert "Select a valid choice" in page and 'value="99.95"' in page
    file = SimpleUploadedFile("export.csv", requests())
    answer = browser.post(here, {**told, **columns, "files.": file, "per": "sample"}, follow=True)
    assert "99.9" in answer.content.decode() and "Service level attained" in answer.content.decode()


def test_one_persons_readings_are_not_anothers(browser: Client, owner: Person, stranger: Person) -> None:
    theirs = add(stranger, sent(incidents(), CHOSEN))
    browser.post(HERE, form())
    shelf = browser.get("/evidence").content.decode()
    assert str(theirs.row.pk) not in shelf and str(Evidence.of(owner).get().pk) in shelf
    for name in ("evidence", "evidence-offer", "evidence-remove"):
        address = reverse(name, args=[theirs.row.pk])
        answer = (
            browser.get(address)
            if name == "evidence"
            else browser.post(address, {"number": "1", "to": f"{theirs.row.pk}/work/0"})
        )
        assert answer.status_code == 404, name
    assert evidence.one(stranger, theirs.row.pk).row.made == NOW
