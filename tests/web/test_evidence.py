"""The pages of what was measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from bonafide.services import cvs
from bonafide.store.models import Application, Evidence, Person
from services.test_evidence import measured, repository

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
    assert b"2 figures to offer" in browser.get(reverse("evidence-shelf")).content
    page = browser.get(reverse("evidence", args=[kept.row.pk])).content.decode()
    assert "What you can say" in page and "a payments service" in page and "<svg" in page
    cv, entry, _name = cvs.positions(owner)[0]
    offer = reverse("evidence-offer", args=[kept.row.pk])
    answer = browser.post(offer, {"number": "2", "to": f"{cv}{entry}"}, follow=True)
    assert kept.offers[1][1] in answer.content.decode().replace("&amp;", "&")
    for wrong in ({"number": "2", "to": "elsewhere"}, {"number": "", "to": f"{cv}{entry}"}, {}):
        assert browser.post(offer, wrong).status_code == 400
    assert browser.post(offer, {"number": "9", "to": f"{cv}{entry}"}).status_code == 404


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
