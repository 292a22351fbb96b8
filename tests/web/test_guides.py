"""The library finds guides by words; a guide is whole on its page; a faulty file of one's own is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from bonafide import guides
from bonafide.services import library

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's own folder of guides."""
    monkeypatch.setattr(library, "own_folder", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def browser(client: Client) -> Client:
    """A client on this machine."""
    client.defaults["HTTP_HOST"] = "localhost"
    return client


@pytest.mark.parametrize("name", guides.names())
def test_a_guide_is_whole_on_its_page(browser: Client, name: str) -> None:
    guide = guides.load(name)
    response = browser.get(f"/guides/{name}")
    text = response.content.decode()
    assert text.count('class="sheet ask"') == len(guide.questions)
    assert text.count('class="prose essay"') == len(guide.essays)
    assert "Prepare my next application" in text


def test_a_search_needs_all_its_words(browser: Client) -> None:
    assert b"Chief Technology Officer" in browser.get("/guides?q=cloud+bill").content
    assert b"No guide holds these words" in browser.get("/guides?q=cloud+zeppelin").content


def test_an_unknown_guide_is_said(browser: Client) -> None:
    response = browser.get("/guides/zeppelin")
    assert response.status_code == 404
    assert b"no guide called" in response.content


def test_a_faulty_guide_of_ones_own_costs_itself_only(browser: Client, own: Path) -> None:
    (own / "mine.toml").write_text('name = "mine"\n')
    text = browser.get("/guides").content.decode()
    assert "mine.toml" in text
    assert "Chief Technology Officer" in text
