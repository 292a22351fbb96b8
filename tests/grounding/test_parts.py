"""The pieces of the check on their own: names, titles, moods, dates, lengths of time, levels, what is copied."""

from __future__ import annotations

import pytest

from bonafide.grounding import check
from bonafide.grounding.copied import is_copied, is_period, lost_by_cutting
from bonafide.grounding.naming import find_names
from bonafide.grounding.speech import Mood, greets, parts_of, without_posting
from bonafide.grounding.titling import find_titles
from bonafide.model.claim import Support
from bonafide.model.fact import Facts, facts_of
from bonafide.model.profile import Language, Profile, Work
from grounding.people import TODAY, harbour, nurse


def refused(sentence: str, facts: Facts) -> bool:
    return check([sentence], facts, None, TODAY).sentences[0].verdict is Support.UNSUPPORTED


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("I moved our builds to GitLab CI.", ["GitLab CI"]),
        ("Disputes fell after we left Oslo.", ["Oslo"]),
        ("We met ISO 27001 and SOC 2 Type II.", ["ISO 27001", "SOC 2 Type II"]),
        ("A Kubernetes-based platform", ["Kubernetes"]),
        ("Terraform runs all of it.", ["Terraform"]),
        ("I joined Norrby & Sons in May 2019.", ["Norrby & Sons", "May"]),
        ("Ich habe mit dem Team die Anlage in Kiel gebaut.", []),
        ("nothing to see here", []),
    ],
)
def test_names_of_a_sentence(sentence: str, names: list[str]) -> None:
    assert [name.text for name in find_names(sentence)] == names


@pytest.mark.parametrize(
    ("sentence", "headed", "titles"),
    [
        ("As Head of Sales at Norrby I sold boats.", False, ["Head of Sales"]),
        ("I was promoted to ward manager.", False, ["ward manager"]),
        ("I report to the chief engineer.", False, []),
        ("The credit line was renewed under my lead.", False, []),
        ("Group Finance Director, Norrby, since 2020", True, ["Group Finance Director"]),
        ("Four bosuns and nine mates report to me.", False, []),
    ],
)
def test_titles_that_a_sentence_gives(sentence: str, headed: bool, titles: list[str]) -> None:
    assert [title.text for title in find_titles(sentence, headed)] == titles


@pytest.mark.parametrize(
    ("sentence", "mood"),
    [
        ("I led the crew planning.", Mood.SAID),
        ("I would like to lead your crew planning.", Mood.WISH),
        ("I have no experience with tugs.", Mood.GAP),
        ("rather than a tug master", Mood.GAP),
        ("I not only led it, I have no equal.", Mood.SAID),
        ("Your tugs are new.", Mood.OTHER),
        ("Could we meet?", Mood.OTHER),
        ("a port that never sleeps is a fine place to think.", Mood.OTHER),
    ],
)
def test_moods(sentence: str, mood: Mood) -> None:
    assert parts_of(sentence)[0].mood is mood


def test_parts_cover_the_sentence() -> None:
    sentence = "I planned crews; you plan ships, so I would learn: gladly."
    assert "".join(part.text for part in parts_of(sentence)) == sentence


@pytest.mark.parametrize(
    "line", ["Dear Ms Holm,", "Sehr geehrte Damen und Herren,", "Kind regards", "Cordialement,"]
)
def test_salutations_and_closes(line: str) -> None:
    assert greets(line)


def test_only_the_postings_own_words_are_taken_out() -> None:
    posting = "we want calm ports"
    assert "calm" not in without_posting("“We want calm ports” is a good line.", posting, ())
    assert "Rotterdam" in without_posting("“I ran Rotterdam” is my line.", posting, ())
    assert "Quayside" not in without_posting("I apply to Quayside.", posting, ("Quayside",))
    assert "Quayside" in without_posting(
        "For six years I worked for Quayside, and I apply.", posting, ("Quayside",)
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "I joined Sundholm in May 2018.",
        "I left Brevik in April 2018.",
        "Fleet Planner at Brevik Ferries, 09/2012 – 04/2018",
        "I have been at Sundholm for more than seven years.",
        "I was fleet planner for five and a half years.",
        "Between 2019 and 2022 lost-time injuries fell by 38 %.",
    ],
)
def test_true_times(sentence: str) -> None:
    assert not refused(sentence, harbour())


@pytest.mark.parametrize(
    "sentence",
    [
        "I joined Sundholm in May 2016.",
        "I left Brevik in April 2020.",
        "Fleet Planner at Brevik Ferries, 09/2010 – 04/2018",
        "I have been at Sundholm for more than eleven years.",
        "I was fleet planner for eight years.",
        "Between 2015 and 2022 lost-time injuries fell by 38 %.",
        "Head of Port Operations, Sundholm Harbour Authority, 2018 to 2024",
    ],
)
def test_false_times(sentence: str) -> None:
    assert refused(sentence, harbour())


def test_overlapping_jobs_are_not_added_up() -> None:
    jobs = (
        Work(name="Aldringen Press", position="Editor", start_date="2016-01", end_date="2019-12"),
        Work(name="Bornhavn Radio", position="Editor", start_date="2017-01", end_date="2019-12"),
    )
    facts = facts_of(Profile(work=jobs))
    assert refused("I worked as an editor for seven years.", facts)
    assert not refused("I worked as an editor for four years.", facts)


@pytest.mark.parametrize(
    ("claim", "true"),
    [
        ("My English is at C1.", True),
        ("I am fluent in English.", True),
        ("English: native", False),
        ("My English is at C2.", False),
    ],
)
def test_a_language_is_spoken_no_better_than_the_cv_says(claim: str, true: bool) -> None:
    assert refused(claim, harbour()) is not true


def test_a_level_that_is_not_given_backs_no_level() -> None:
    facts = facts_of(Profile(languages=(Language(language="Danish"),)))
    assert not refused("I speak Danish.", facts)


def test_what_may_be_cut_and_what_not() -> None:
    fact = "Cut turnaround from 31 hours to 19 hours together with the pilots; opened up to 12 berths."
    assert is_copied("opened up to 12 berths", fact)
    assert lost_by_cutting("opened up to 12 berths", fact) == ""
    assert lost_by_cutting("12 berths", fact)
    assert lost_by_cutting("Cut turnaround from 31 hours", fact)
    assert lost_by_cutting("Cut turnaround from 31 hours to 19 hours", fact) == "together with"
    assert not is_copied("Cut turnaround to 19 hours", fact)


def test_printed_periods() -> None:
    facts = nurse()
    assert is_period("Feb 2019 – present", "/work/0", facts)
    assert is_period("10/2013 – 01/2019", "/work/1", facts)
    assert not is_period("Feb 2019 – Jan 2024", "/work/0", facts)
    assert not is_period("2013 – present", "/work/1", facts)


def test_what_follows_the_reader_in_a_sentence_is_still_held_against_the_facts() -> None:
    facts = harbour()
    assert refused("You ask for calm on call, and incidents fell by half at Norrfjord Rail in 1999.", facts)
    assert not refused("You ask for calm on call, and you run it yourselves.", facts)


def test_what_is_denied_is_no_claim_and_what_follows_it_is() -> None:
    parts = [part.text for part in parts_of("As a mate rather than a master, I led 900 people.")]
    assert parts == ["As a mate ", "rather than a master, ", "I led 900 people."]
    assert refused("As a mate rather than a master, I led 900 people.", harbour())
