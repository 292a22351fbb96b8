import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide import guides, practice
from bonafide.model.faults import InputFault
from bonafide.model.guide import Guide
from bonafide.model.rating import FACETS, Rating
from practice import answers

DATA = Path(__file__).parents[1] / "guides" / "data"
GUIDE: Guide = guides.read((DATA / "lighthouse.toml").read_bytes(), "lighthouse.toml")
ALL = [answers.LIVED, answers.TEAM_ONLY, answers.PLAN, answers.TEXTBOOK, answers.SLOGANS]


def rate(text: str, question: str = "lamp-outage") -> Rating:
    return practice.rate(GUIDE, question, text)


def test_levels_follow_the_anchors() -> None:
    assert [rate(text).overall for text in ALL] == [5, 3, 3, 2, 1]


def test_a_lived_answer_shows_every_facet() -> None:
    rating = rate(answers.LIVED)
    assert dict(rating.facets) == dict.fromkeys(FACETS, 2)
    assert dict(rating.points) == {"counted": 1, "spare-lamp": 1}


def test_each_facet_and_point_cites_words_of_the_answer() -> None:
    rating = rate(answers.LIVED)
    cited = {span.earned for span in rating.spans}
    assert {f"facet:{name}" for name in FACETS if name != "focus"} | {
        "point:counted",
        "point:spare-lamp",
    } == cited
    metric = [answers.LIVED[s.start : s.end] for s in rating.spans if s.earned == "facet:metric"]
    assert any("31" in words for words in metric)


@pytest.mark.parametrize("text", ALL)
def test_capitals_change_nothing(text: str) -> None:
    assert rate(text.lower()).to_json() == rate(text).to_json() or same(rate(text.lower()), rate(text))
    assert same(rate(text.upper()), rate(text))


@pytest.mark.parametrize("text", ALL)
def test_fillers_change_nothing(text: str) -> None:
    spoken = re.sub(r"\b(and|so|the)\b", r"um \1 uh", text)
    assert same(rate(spoken), rate(text))


@pytest.mark.parametrize("text", ALL)
def test_missing_punctuation_changes_little(text: str) -> None:
    bare, full = rate(re.sub(r"[.,:;]", "", text)), rate(text)
    assert abs(bare.overall - full.overall) <= 1
    assert sum(abs(bare.facets[name] - full.facets[name]) for name in FACETS) <= 2


PADDING = {
    "said twice": lambda text: f"{text} {text}",
    "keywords": lambda text: (
        f"{text} Kubernetes, canary, rollback, error budget, review, trade-off, learned, alert."
    ),
    "boasting": lambda text: (
        f"{text} Everybody said it was a huge success and I am simply the best there is."
    ),
    "talk": lambda text: (
        f"{text} And that is about all there is to say, so thank you very much for the question."
    ),
    "the question": lambda text: (
        f"You ask me to tell you about a time you made a lamp fail less often. {text}"
    ),
}


@pytest.mark.parametrize("text", ALL)
@pytest.mark.parametrize("way", PADDING)
def test_padding_never_raises_the_level(text: str, way: str) -> None:
    assert rate(PADDING[way](text)).overall <= rate(text).overall


def test_without_cited_words_nothing_else_rises() -> None:
    whole = rate(answers.LIVED)
    for span in whole.spans:
        left = rate(answers.LIVED[: span.start] + answers.LIVED[span.end :])
        assert left.overall <= whole.overall
        assert all(left.facets[name] <= whole.facets[name] for name in FACETS)


def test_the_words_that_earned_a_facet_carry_it() -> None:
    bare = re.sub(r"Outages fell from 31 a year to 4 within eighteen months\.", "", answers.LIVED)
    assert rate(bare).facets["metric"] < 2
    assert rate(bare).overall < 5


def test_the_same_answer_under_another_question_loses_focus() -> None:
    assert rate(answers.HIRING, "keeper-hiring").facets["focus"] == 2
    assert rate(answers.HIRING, "lamp-outage").facets["focus"] == 0
    assert rate(answers.HIRING, "lamp-outage").overall == 1
    assert rate(answers.LIVED, "keeper-hiring").overall == 1


def test_what_is_denied_earns_nothing() -> None:
    assert rate(f"{answers.TEAM_ONLY}").points["spare-lamp"] == 1
    denied = answers.TEAM_ONLY.replace(
        "Then we put a spare lamp at every station", "We never had a spare lamp anywhere"
    )
    assert rate(denied).points["spare-lamp"] == 0


def test_a_plan_stops_at_three() -> None:
    assert rate(f"{answers.PLAN} Outages would fall from 31 a year to 4 within eighteen months.").overall <= 3


def test_probes_ask_for_what_is_missing_in_the_answers_own_words() -> None:
    probe = next(probe for probe in rate(answers.TEAM_ONLY).probes if probe.target == "facet:metric")
    assert probe.quote and probe.quote in answers.TEAM_ONLY
    assert probe.quote in probe.text
    assert rate(answers.LIVED).probes == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no answer"),
        (" \n…", "no answer"),
        ("Fine.", "too short"),
        ("Tell me about a time you made a lamp fail less often.", "nothing here but the question"),
        (
            "Wir haben damals jede Lampe gezählt und dann eine zweite Lampe an jeder Station eingebaut.",
            "English",
        ),
        (
            "Nous avons compté toutes les pannes puis installé une seconde lampe dans chaque station.",
            "English",
        ),
        ("xkcd qwrt zzkp bcdf ghjk lmnp qrst vwxz bcdf ghjk xkcd qwrt zzkp", "cannot be read"),
        ("Мы считали каждую лампу и потом поставили вторую лампу на каждой станции у моря.", "English"),
        ("我们数了每一盏灯，然后在每个站点装了第二盏灯。", "English"),
        ("Laskimme jokaisen lampun ja asensimme sitten toisen lampun jokaiselle asemalle.", "English"),
        (
            "curtain giraffe purple window seventeen banana cloud pencil spoon button orange shoe",
            "English speech",
        ),
        ("4 9 16 25 36 49 64 81 100 121 144 169 196", "English speech"),
        ("lamp " * 40, "nothing here|cannot be read"),
        ("word " * 20_000, "longer"),
    ],
)
def test_what_is_no_attempt_is_refused_with_a_reason(text: str, says: str) -> None:
    with pytest.raises(InputFault, match=says):
        rate(text)


def test_notes_without_small_words_are_still_english() -> None:
    assert rate(
        "Fishing port, 40 boats. Counted outages, two months. Cards, causes. Spare lamps fitted. Outages 31 to 4."
    )


def test_an_unknown_question_is_told_with_those_that_are_known() -> None:
    with pytest.raises(InputFault, match="keeper-hiring"):
        rate(answers.LIVED, "tea")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300) | st.lists(st.sampled_from(answers.LIVED.split()), max_size=80).map(" ".join))
def test_any_text_is_rated_or_refused(text: str) -> None:
    try:
        rating = rate(text)
    except InputFault:
        return
    assert rating.to_json() == rate(text).to_json()
    assert 1 <= rating.band[0] <= rating.overall <= rating.band[1] <= 5
    assert all(0 <= span.start < span.end <= len(text) for span in rating.spans)


def same(one: Rating, other: Rating) -> bool:
    return (one.facets, one.points, one.overall) == (other.facets, other.points, other.overall)
