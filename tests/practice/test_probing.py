"""Probes after an answer, replies rated together with it, attempts compared, sentences in their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.model.attempt import Told
from bonafide.model.faults import InputFault
from bonafide.model.guide import Guide
from bonafide.model.rating import AskedProbe, Rating
from bonafide.model.story import StarPart
from bonafide.practice.comparison import compare
from bonafide.practice.outline import outline
from bonafide.practice.probing import begun, next_probe, rate_told, replied
from practice import test_agreement, test_rating
from practice.answers import LIVED, PLAN, SLOGANS, TEAM_ONLY, TEXTBOOK

GUIDE: Guide = test_rating.GUIDE
ASKED = "lamp-outage"
REPLY = "I counted them myself: outages fell from 31 a year to 4 within eighteen months."


def rated(text: str, *replies: str) -> tuple[Told, Rating]:
    told, rating = begun(GUIDE, ASKED, text)
    for reply in replies:
        probe = next_probe(rating, told)
        assert probe
        told = replied(told, probe, reply)
        rating = rate_told(GUIDE, ASKED, told)
    return told, rating


def test_a_panel_asks_twice_at_most_and_never_the_same() -> None:
    told, rating = rated(TEXTBOOK, "", "")
    assert next_probe(rating, told) is None
    assert len({reply.probe.target for reply in told.replies}) == 2


def test_a_probe_is_for_what_is_missing() -> None:
    told, rating = rated(TEAM_ONLY)
    probe = next_probe(rating, told)
    assert probe
    kind, _, id = probe.target.partition(":")
    assert (rating.facets if kind == "facet" else rating.points)[id] < (2 if kind == "facet" else 1)
    assert not probe.quote or probe.quote in TEAM_ONLY


def test_a_reply_is_rated_together_with_its_answer() -> None:
    told, rating = rated(TEAM_ONLY, REPLY)
    alone = rated(TEAM_ONLY)[1]
    assert (alone.facets["metric"], rating.facets["metric"]) == (1, 2)
    spans = [span for span in rating.spans if span.earned == "facet:metric"]
    start, end = list(told.places())[1]
    assert any(start <= span.start < span.end <= end for span in spans)
    assert told.whole[start:end] == REPLY


def test_what_is_passed_over_changes_no_rating() -> None:
    assert rated(TEAM_ONLY, "")[1] == rated(TEAM_ONLY)[1]


@pytest.mark.parametrize(
    "reply",
    [
        "Wir haben das nicht gezählt, aber der Hafen ist seit dem Umbau mit der Lampe zufrieden.",
        "мы считали каждую лампу и записывали причину",
        "xkcd brrt zzz grfl xkcd brrt zzz grfl xkcd brrt",
    ],
)
def test_a_reply_that_cannot_be_heard_is_refused(reply: str) -> None:
    told, rating = rated(TEAM_ONLY)
    probe = next_probe(rating, told)
    assert probe
    with pytest.raises(InputFault):
        replied(told, probe, reply)


def test_a_short_reply_is_one() -> None:
    told, rating = rated(TEAM_ONLY)
    probe = next_probe(rating, told)
    assert probe
    assert replied(told, probe, " Forty a year. ").texts[1] == "Forty a year."


@given(st.text(max_size=40).map(str.strip), st.lists(st.text(max_size=30).map(str.strip), max_size=3))
def test_every_part_stands_where_its_place_says(answer: str, replies: list[str]) -> None:
    told = Told(answer)
    for reply in replies:
        told = replied(told, AskedProbe("facet:metric", "How much?"), "") if not reply else told
    assert [told.whole[start:end] for start, end in told.places()] == list(told.texts)


def test_a_comparison_names_what_was_gained_and_by_which_words() -> None:
    before, after = rated(TEAM_ONLY), rated(LIVED)
    found = compare((before[0].whole, before[1]), (after[0].whole, after[1]))
    assert (found.before, found.after) == (3, 5)
    metric = next(change for change in found.changes if change.earned == "facet:metric")
    assert metric.gained
    assert metric.words
    assert all(words in LIVED for words in metric.words)


def test_a_comparison_the_other_way_round_names_what_was_lost() -> None:
    before, after = rated(LIVED), rated(TEAM_ONLY)
    found = compare((before[0].whole, before[1]), (after[0].whole, after[1]))
    assert all(words in LIVED for change in found.changes for words in change.words if not change.gained)
    assert not any(change.gained for change in found.changes if change.earned.startswith("facet:"))


def test_an_attempt_beside_itself_has_no_changes() -> None:
    told, rating = rated(PLAN)
    assert compare((told.whole, rating), (told.whole, rating)).changes == ()


def test_an_outline_tells_the_story_in_its_order() -> None:
    told, rating = rated(LIVED)
    found = outline(told.whole, rating)
    assert found.parts[StarPart.SITUATION][0].startswith("I looked after 14 lamps")
    assert any(said.startswith("Outages fell from 31") for said in found.parts[StarPart.RESULT])
    assert any("chose to fit a spare lamp" in said for said in found.parts[StarPart.ACTION])
    assert any("I underestimated" in said for said in found.parts[StarPart.LESSON])


def test_an_opening_with_figures_is_the_situation_and_every_outcome_a_result() -> None:
    text = (
        "I came to a ferry company with 40 ships when the bill had gone from 80 to 190 thousand euros. I gave every line of "
        "it to a team. I closed what nobody claimed. I bought places for one year. Within five months the bill fell from "
        "190 to 96 thousand euros. Lost parcels fell from 9 to 2 percent. Calls fell "
        "from 300 to 110 a week."
    )
    told, rating = begun(test_agreement.GUIDE, "cloud-cost", text)
    parts = outline(told.whole, rating).parts
    assert [said[:7] for said in parts[StarPart.SITUATION]] == ["I came "]
    assert [said.split()[0] for said in parts[StarPart.RESULT]] == ["Within", "Lost", "Calls"]
    assert len(parts[StarPart.ACTION]) == 3


def test_an_outline_names_its_holes() -> None:
    told, rating = rated(TEAM_ONLY)
    asks = [hole.ask for hole in outline(told.whole, rating).holes]
    assert any("“I”" in ask for ask in asks)
    assert any("figure" in ask for ask in asks)
    assert rated(SLOGANS)[1].overall == 1
    assert {hole.part for hole in outline(*_slogans()).holes} >= {StarPart.RESULT, StarPart.LESSON}


def _slogans() -> tuple[str, Rating]:
    told, rating = rated(SLOGANS)
    return told.whole, rating


def test_every_word_of_an_answer_stands_once_in_its_outline() -> None:
    for one in test_agreement.ANSWERS:
        text = " ".join(one["text"].split())
        bare = text.replace(".", "").replace(",", "") if one is test_agreement.ANSWERS[0] else text
        told, rating = begun(test_agreement.GUIDE, one["question"], bare)
        parts = outline(told.whole, rating).parts
        said = [word for part in parts.values() for sentence in part for word in sentence.split()]
        assert sorted(said) == sorted(bare.split())
