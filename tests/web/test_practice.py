"""The pages of practice: list, question, probes, rating, colleague, loop."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bonafide.model.rating import FACETS
from bonafide.services import rehearsing
from bonafide.services.rehearsing import Said
from bonafide.store.models import Application, Attempt, Person, Rehearsal
from rehearsed import GOOD, QUESTION, REPLY, THIN

ASK = {"guide": "cto", "question": QUESTION}


@pytest.fixture
def browser(client: Client) -> Client:
    """A client on this machine."""
    client.defaults["HTTP_HOST"] = "localhost"
    return client


@pytest.fixture
def attempt(owner: Person, now: Any) -> Attempt:
    """A finished attempt."""
    made = rehearsing.begin(owner, Said(guide="cto", question=QUESTION, answer=THIN, notes="ferry"), now)
    while made.probe:
        made = rehearsing.reply(owner, made.pk, "", now)
    return made


def page(browser: Client, address: str, status: int = 200, **data: str) -> str:
    answer: Any = browser.get(address, data)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return str(answer.content.decode())


def sent(browser: Client, address: str, data: dict[str, Any] | None = None, status: int = 200) -> str:
    answer: Any = browser.post(address, data or {}, follow=True)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return str(answer.content.decode())


def lines(attempt: Attempt, value: str = "1") -> str:
    points = [f"point {id}: 0" for id in rehearsing.rated(attempt).points]
    facets = [f"{name}: {value}" for name in FACETS]
    return "\n".join(
        ["Bonafide rating", f"attempt: {attempt.pk}", "name: Ida <b>Moen</b>", "level: 2", *facets, *points]
    )


def test_the_list_says_what_is_new_and_of_which_guide(browser: Client, owner: Person) -> None:
    text = page(browser, "/practice")
    assert text.count(">new<") == 10
    assert 'aria-current="page">Practice' in text
    assert "Questions for a VP of Engineering" in page(browser, "/practice", guide="vp-engineering")
    assert "There is no guide called" in page(browser, "/practice", 404, guide="nobody")


def test_a_question_is_asked_alone(browser: Client, owner: Person) -> None:
    text = page(browser, "/practice/ask", **ASK)
    assert "measurably more reliable" in text
    assert text.count("<textarea") == 2
    assert "has no such question" in page(browser, "/practice/ask", 404, guide="cto", question="weather")


def test_from_the_answer_by_its_probes_to_the_rating(browser: Client, owner: Person) -> None:
    text = sent(browser, "/practice/say", {**ASK, "answer": THIN, "seconds": "75", "notes": "ferry"})
    assert "They follow up" in text
    made = Attempt.of(owner).get()
    address = f"/practice/attempts/{made.pk}"
    text = sent(browser, f"{address}/reply", {"text": REPLY, "seconds": "15"})
    assert "They follow up" in text
    text = sent(browser, f"{address}/reply", {"pass": "1", "text": "typed by chance"})
    assert "What you said" in text
    assert "typed by chance" not in text
    assert "1:30" in text
    assert "For level" in text
    assert 'data-earned="' in text
    assert "Not to be judged from text" in text


def test_what_cannot_be_rated_comes_back_with_the_reason(browser: Client, owner: Person) -> None:
    text = sent(browser, "/practice/say", {**ASK, "answer": "<i>Yes.</i>", "notes": "my notes"}, 400)
    assert "This is too short to rate." in text
    assert "&lt;i&gt;Yes.&lt;/i&gt;" in text
    assert "my notes" in text
    assert "far longer" in sent(browser, "/practice/say", {**ASK, "answer": "word " * 30_000}, 400)
    sent(browser, "/practice/say", {**ASK, "answer": THIN})
    made = Attempt.of(owner).get()
    german = "Wir haben das nicht gezählt, aber der Hafen ist seit dem Umbau mit der Lampe zufrieden."
    text = sent(browser, f"/practice/attempts/{made.pk}/reply", {"text": german}, 400)
    assert "Reply in English" in text
    assert german in text


def test_how_it_was_spoken_stands_beside_the_rating(browser: Client, owner: Person) -> None:
    spoken = {**ASK, "answer": f"Um, you know, {THIN}", "sound": "18.50 1.20 0.70 2.30"}
    sent(browser, "/practice/say", spoken)
    made = Attempt.of(owner).get()
    assert made.sound == {"seconds": 18.5, "pauses": [1.2, 0.7, 2.3]}
    for _ in range(2):
        text = sent(browser, f"/practice/attempts/{made.pk}/reply", {"pass": "1"})
    assert "2 pauses of a second or more, the longest 2.3 s" in text
    assert "“you know” 1" in text


@pytest.mark.parametrize("sound", ["", "nonsense", "inf nan -3", "1e9", "0"])
def test_what_cannot_have_been_measured_is_no_sound(browser: Client, owner: Person, sound: str) -> None:
    sent(browser, "/practice/say", {**ASK, "answer": THIN, "sound": sound})
    assert Attempt.of(owner).get().sound is None


def test_the_rating_shows_every_facet_with_its_words(
    browser: Client, owner: Person, attempt: Attempt
) -> None:
    text = page(browser, f"/practice/attempts/{attempt.pk}")
    assert text.count('data-target="facet:') == 10
    assert text.count('data-target="point:') == 5
    assert 'class="applied"' in text
    assert "ferry" in text
    assert "Task" in text


def test_ratings_cost_a_fixed_number_of_queries(
    browser: Client,
    owner: Person,
    attempt: Attempt,
    now: Any,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(4):
        rehearsing.begin(owner, Said(guide="cto", question=QUESTION, answer=GOOD), now)
    sent(browser, f"/practice/attempts/{attempt.pk}/colleague", {"lines": lines(attempt)})
    browser.get("/")
    for address, most in ((f"/practice/attempts/{attempt.pk}", 6), ("/practice", 4)):
        with django_assert_max_num_queries(most):
            page(browser, address)


def test_the_colleagues_form_is_whole_and_blind(browser: Client, owner: Person, attempt: Attempt) -> None:
    answer: Any = browser.get(f"/practice/attempts/{attempt.pk}/form")
    text = answer.content.decode()
    assert answer["Content-Disposition"].startswith("attachment")
    assert THIN in text
    assert text.count("<fieldset>") == 16
    for outside in ("http:", "https:", "src=", "<link", "@import", "url("):
        assert outside not in text
    for told in (rehearsing.rated(attempt).next, "<mark", '" checked'):
        assert told not in text


def test_a_colleagues_lines_are_taken_in_pasted_or_as_a_file(
    browser: Client, owner: Person, attempt: Attempt
) -> None:
    address = f"/practice/attempts/{attempt.pk}"
    text = sent(browser, f"{address}/colleague", {"lines": lines(attempt)})
    assert "Ida &lt;b&gt;Moen&lt;/b&gt;" in text
    file = SimpleUploadedFile("rating.txt", lines(attempt, "2").encode())
    text = sent(browser, f"{address}/colleague", {"file": file})
    assert text.count("Remove the rating by") == 2
    text = sent(browser, f"{address}/colleague", {"lines": lines(attempt, "9")}, 400)
    assert text.count("It is one of 0, 1, 2.") == 10
    assert "no attempt" in sent(browser, f"{address}/colleague", {"lines": "Dear Sam"}, 400)


def test_ones_own_rating_stands_beside_it_and_can_go(
    browser: Client, owner: Person, attempt: Attempt
) -> None:
    address = f"/practice/attempts/{attempt.pk}/own"
    text = sent(browser, address, {"level": "4", "context": "2"}, 400)
    assert "For metric there is nothing." in text
    assert 'name="context" value="2" checked' in text
    given = dict(line.split(": ") for line in lines(attempt).split("\n")[3:])
    text = sent(browser, address, given)
    assert "Program – You:" in text
    opinion = attempt.opinions.get()
    assert "Program – You:" not in sent(browser, f"/practice/opinions/{opinion.pk}/delete")


def test_an_attempt_can_be_deleted(browser: Client, owner: Person, attempt: Attempt) -> None:
    sent(browser, f"/practice/attempts/{attempt.pk}/delete")
    page(browser, f"/practice/attempts/{attempt.pk}", 404)


def test_a_loop_by_its_buttons(browser: Client, owner: Person, application: Application) -> None:
    assert "Begin a full loop" in page(browser, f"/applications/{application.pk}/interview")
    text = sent(browser, f"/applications/{application.pk}/loop", {"form": "short"})
    assert "Before the first round" in text
    loop = Rehearsal.of(owner).get()
    address = f"/practice/loops/{loop.pk}"
    text = sent(browser, f"{address}/on", {"round": "1"})
    assert "First conversation" in text
    question = loop.plan["rounds"][0]["questions"][0]
    said = {"guide": loop.plan["guide"], "question": question, "rehearsal": str(loop.pk), "answer": GOOD}
    sent(browser, "/practice/say", said)
    made = Attempt.of(owner).get()
    assert "/practice/attempts/" in browser.post(f"{address}/on").headers["Location"], "the probe waits"
    while made.probe:
        text = sent(browser, f"/practice/attempts/{made.pk}/reply", {"pass": "1"})
        made.refresh_from_db()
    assert "A break" in text
    sent(browser, f"{address}/on", {"round": "2"})
    text = sent(browser, f"{address}/skip", {"question": loop.plan["rounds"][1]["questions"][0]})
    assert "passed over" in text
    assert "2 of 4 rounds begun" in page(browser, f"/applications/{application.pk}/interview")
    assert "gone on" in sent(browser, "/practice/say", said, 400)
    assert "The loop is deleted" in sent(browser, f"{address}/delete")


def test_a_strangers_attempt_is_not_there(browser: Client, stranger: Person, now: Any) -> None:
    theirs = rehearsing.begin(stranger, Said(guide="cto", question=QUESTION, answer=THIN), now)
    page(browser, f"/practice/attempts/{theirs.pk}", 404)
    sent(browser, f"/practice/attempts/{theirs.pk}/delete", status=404)
