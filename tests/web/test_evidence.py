"""The pages of what was measured."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from bonafide.services import cvs, evidence
from bonafide.store.models import Application, Evidence, Person
from services.test_evidence import NOW, measured, repository

__all__ = ["repository"]


@pytest.fixture
def browser(client: Client) -> Client:
    """A client on this machine."""
    client.defaults["HTTP_HOST"] = "localhost"
    return client


def test_a_scorecard_offers_and_gives(
    browser: Client, owner: Person, application: Application, repository: Path
) -> None:
    kept = measured(owner, repository)
    shelf = browser.get(reverse("evidence-shelf")).content.decode()
    assert "2 figures to offer" in shelf and reverse("evidence-scorecard") in shelf
    page = browser.get(reverse("evidence", args=[kept.row.pk])).content.decode()
    assert "What you can say" in page and "a payments service" in page and "<svg" in page
    cv, entry, _name = cvs.positions(owner)[0]
    offer = reverse("evidence-offer", args=[kept.row.pk])
    answer = browser.post(offer, {"number": "2", "to": f"{cv}{entry}"}, follow=True)
    assert kept.offers[1][1] in answer.content.decode().replace("&amp;", "&")
    for wrong in ({"number": "2", "to": "elsewhere"}, {"number": "", "to": f"{cv}{entry}"}, {}):
        assert browser.post(offer, wrong).status_code == 400
    assert browser.post(offer, {"number": "9", "to": f"{cv}{entry}"}).status_code == 404
    again = browser.post(offer, {"number": "2", "to": f"{cv}{entry}"})
    assert again.status_code == 400 and b"This position says so already" in again.content
    assert b"What you can say" in again.content, "it is told on the page itself"
    told = browser.post(offer, {"number": "2", "to": f"{cv}{entry}", "public": "https://wiki.corp/x"})
    assert told.status_code == 400 and b"an internal host (wiki.corp)" in told.content
    told = browser.post(
        offer, {"number": "2", "to": f"{cv}{entry}", "public": "our annual report"}, follow=True
    )
    assert b"(public: our annual report)." in told.content


def test_parts_have_panels_of_their_own_and_every_kind_says_how_it_is_read(
    browser: Client, owner: Person, tmp_path: Path
) -> None:
    lines = ["ChargePeriodStart,EffectiveCost,BillingCurrency"]
    lines += [
        f"{2024 + n // 12}-{n % 12 + 1:02}-01,{9000 - 100 * n},{money}"
        for n in range(24)
        for money in ("EUR", "USD")
    ]
    (tmp_path / "focus.csv").write_text("\n".join(lines))
    asked = evidence.Asked(changed=date(2025, 1, 1))
    kept = evidence.add(owner, "cost", [str(tmp_path / "focus.csv")], "a shop", asked, NOW)
    assert [text.split(" fell ")[0] for _, text in kept.offers] == [
        f"Monthly cloud cost ({money}) of a shop" for money in ("EUR", "USD")
    ]
    page = browser.get(reverse("evidence", args=[kept.row.pk])).content.decode()
    for number, money in enumerate(("EUR", "USD"), 1):
        assert f'<h3 id="p{number}">Cloud cost: {money}</h3>' in page and f"7,100 {money} a month" in page
    shelf = browser.get(reverse("evidence-shelf")).content.decode()
    assert all(escape(how.line) in shelf for how in evidence.kinds())


def test_all_readings_stand_on_one_page_and_tables_open_to_be_printed(
    browser: Client, owner: Person, stranger: Person, repository: Path
) -> None:
    whole = reverse("evidence-scorecard")
    assert b"Nothing was measured yet" in browser.get(whole).content
    measured(stranger, repository)
    assert b"Nothing was measured yet" in browser.get(whole).content, "another's readings are not here"
    kept = measured(owner, repository)
    page = browser.get(whole).content.decode()
    assert "At a glance" in page and ">Delivery</h2>" in page and str(kept.row.pk) in page
    assert '<details class="more" open>' not in page
    for address in (whole, reverse("evidence", args=[kept.row.pk])):
        assert '<details class="more" open>' in browser.get(f"{address}?tables=open").content.decode()


def test_what_was_measured_is_deleted(browser: Client, owner: Person, repository: Path) -> None:
    kept = measured(owner, repository)
    browser.post(reverse("evidence-remove", args=[kept.row.pk]))
    assert not Evidence.of(owner).exists()
    assert b"Nothing was measured yet" in browser.get(reverse("evidence-shelf")).content
    assert browser.get(reverse("evidence", args=[kept.row.pk])).status_code == 404


def test_without_a_change_nothing_is_claimed(browser: Client, owner: Person, repository: Path) -> None:
    kept = measured(owner, repository, changed=None)
    page = browser.get(reverse("evidence", args=[kept.row.pk])).content.decode()
    assert "What you can say" not in page and "Before and after" not in page
