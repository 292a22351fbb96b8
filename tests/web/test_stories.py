"""The pages of the story bank."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bonafide.services import cvs, rehearsing, storybook
from bonafide.services.preparing import File
from bonafide.services.rehearsing import Said
from bonafide.store.models import Application, KeptStory, Person
from rehearsed import GOOD, QUESTION


@pytest.fixture
def browser(client: Client) -> Client:
    """A client on this machine."""
    client.defaults["HTTP_HOST"] = "localhost"
    return client


def sent(browser: Client, address: str, data: dict[str, Any] | None = None, status: int = 200) -> str:
    answer: Any = browser.post(address, data or {}, follow=True)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return str(answer.content.decode())


def page(browser: Client, address: str, status: int = 200) -> str:
    answer: Any = browser.get(address)
    assert answer.status_code == status
    return str(answer.content.decode())


def test_an_empty_bank_teaches(browser: Client, owner: Person) -> None:
    text = page(browser, "/practice/stories")
    assert "There is no CV to draft from yet" in text
    assert "Begin" in text


def test_from_a_draft_to_a_told_story(browser: Client, owner: Person, application: Application) -> None:
    text = page(browser, "/practice/stories?guide=cto")
    source = re.search(r'name="source" value="([^"]+)"', text)
    assert source
    text = sent(browser, "/practice/stories/keep", {"source": source[1]})
    assert text.count("<textarea") == 5
    assert "in your CV" in text
    row = KeptStory.of(owner).get()
    address = f"/practice/stories/{row.pk}"
    text = sent(
        browser, f"{address}/write", {"title": "Kafka & <i>co</i>", "task": "I invented the wheel in 1999."}
    )
    assert "Kafka &amp; &lt;i&gt;co&lt;/i&gt;" in text
    assert "not in your CV" in text
    assert "Quillmere" in sent(browser, f"{address}/told", {"on": "2026-11-02", "to": "Quillmere"})
    sent(browser, f"{address}/told", {"on": "soon"}, 400)
    text = sent(browser, f"{address}/write", {"action": "word " * 3000}, 400)
    assert "Shorten it" in text
    assert text.count("word word") >= 1, "what was typed is not lost"
    assert "told 2 Nov 2026" in page(browser, "/practice/stories?guide=cto")
    sent(browser, f"{address}/delete")
    page(browser, address, 404)


def test_an_answer_is_kept_as_a_story(browser: Client, owner: Person, now: Any) -> None:
    attempt = rehearsing.begin(owner, Said(guide="cto", question=QUESTION, answer=GOOD), now)
    assert "Kept as a story" in sent(browser, f"/practice/attempts/{attempt.pk}/story")
    assert KeptStory.of(owner).count() == 1


def test_the_bank_costs_a_fixed_number_of_queries(
    browser: Client,
    owner: Person,
    application: Application,
    now: Any,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for draft in storybook.drafts(owner, []):
        storybook.keep(owner, draft.story.source, now)
    browser.get("/")
    with django_assert_max_num_queries(7):
        page(browser, "/practice/stories?guide=cto")


def test_the_cv_to_draft_from_is_offered_where_there_are_two(
    browser: Client, owner: Person, application: Application, now: Any
) -> None:
    assert 'name="cv" value' in page(browser, "/practice/stories?guide=cto")
    assert '<select id="cv"' not in page(browser, "/practice/stories?guide=cto")
    text = b"# Una Reef\n\n## Experience\n### Keeper, Skerry Lights\n2011 - 2014\n- Fitted 14 spare lamps in a year.\n"
    cv = cvs.add(owner, File(name="keeper.md", content=text), now)
    shown = page(browser, f"/practice/stories?guide=cto&cv={cv.pk}")
    assert f'<option value="{cv.pk}" selected>keeper.md' in shown
    assert "Fitted 14 spare lamps" in shown
    sent(browser, "/practice/stories/keep", {"source": "/work/0/highlights/0", "cv": str(cv.pk)})
    assert KeptStory.of(owner).get().title.startswith("Fitted 14 spare lamps")


def test_a_strangers_story_is_not_there(browser: Client, stranger: Person, now: Any) -> None:
    row = storybook.new(stranger, "The ferry", now)
    page(browser, f"/practice/stories/{row.pk}", 404)
    sent(browser, f"/practice/stories/{row.pk}/delete", status=404)
