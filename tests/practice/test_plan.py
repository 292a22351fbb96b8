from dataclasses import replace
from pathlib import Path

import pytest

from bonafide import guides, practice
from bonafide.model.fact import Facts, facts_of
from bonafide.model.guide import Guide
from bonafide.model.match import Evidence, Match, RequirementMatch, Verdict
from bonafide.model.posting import Posting, Requirement, RequirementKind
from bonafide.model.profile import Basics, Profile, Work

LIGHTHOUSE = Path(__file__).parents[1] / "guides" / "data" / "lighthouse.toml"
HIRING = "Experience in recruiting and hiring keepers for remote stations"
LAMPS = "A record of making lamps fail less: reliability is the point of this post"


@pytest.fixture
def guide() -> Guide:
    return guides.read(LIGHTHOUSE.read_bytes(), LIGHTHOUSE.name)


@pytest.fixture
def facts() -> Facts:
    work = Work(
        name="Skerry Lights",
        position="Keeper",
        start_date="2019",
        highlights=(
            "Fitted a spare lamp at 14 stations; lamp outages fell from 31 a year to 4.",
            "Painted the tower.",
        ),
    )
    return facts_of(Profile(basics=Basics(name="Una Reef"), work=(work,)))


def posting(*requirements: Requirement, title: str = "VP Lamps") -> Posting:
    return Posting(
        title=title, company="Reef & Co", requirements=requirements, description="We keep ships off rocks."
    )


def asked(text: str, kind: RequirementKind = RequirementKind.MUST) -> Requirement:
    return Requirement(text=text, kind=kind)


def judged(requirement: Requirement, verdict: Verdict, *pointers: str) -> RequirementMatch:
    cited = tuple(Evidence(pointer, "words") for pointer in pointers)
    return RequirementMatch(requirement=requirement, verdict=verdict, why="The CV shows it.", facts=cited)


def matched(*requirements: RequirementMatch) -> Match:
    return Match(requirements=requirements, fit=3, fit_why="Half of it is there.")


def test_the_question_the_posting_calls_for_comes_first(guide: Guide, facts: Facts) -> None:
    for wanted, first in ((HIRING, "keeper-hiring"), (LAMPS, "lamp-outage")):
        one = asked(wanted)
        plan = practice.plan(guide, True, posting(one), matched(judged(one, Verdict.MET)), facts)
        assert plan.questions[0].question.id == first
        assert wanted[:30] in plan.questions[0].why
        assert plan.questions[0].weight > plan.questions[1].weight


def test_a_gap_raises_a_question_and_is_named(guide: Guide, facts: Facts) -> None:
    one = asked(HIRING)
    met = practice.plan(guide, True, posting(one), matched(judged(one, Verdict.MET)), facts)
    unmet = practice.plan(guide, True, posting(one), matched(judged(one, Verdict.UNMET)), facts)
    assert unmet.questions[0].weight > met.questions[0].weight
    assert "not yet" in unmet.questions[0].why
    assert any(HIRING[:20] in gap for gap in unmet.gaps)
    assert met.gaps == ()


def test_achievements_are_facts_word_for_word(guide: Guide, facts: Facts) -> None:
    plan = practice.plan(guide, True, posting(asked(LAMPS)), matched(), facts)
    told = next(one for one in plan.questions if one.question.id == "lamp-outage").achievements
    assert [story.pointer for story in told] == ["/work/0/highlights/0"]
    for one in plan.questions:
        for story in one.achievements:
            fact = facts.at(story.pointer)
            assert fact is not None and story.quote in fact.text


def test_a_question_without_a_story_says_so(guide: Guide, facts: Facts) -> None:
    plan = practice.plan(guide, True, posting(asked(HIRING)), matched(), facts)
    hiring = next(one for one in plan.questions if one.question.id == "keeper-hiring")
    assert hiring.achievements == ()
    assert "No line of your CV" in hiring.gaps[0]


def test_a_guide_that_does_not_fit_is_said_to_be_the_nearest(guide: Guide, facts: Facts) -> None:
    plan = practice.plan(guide, False, posting(title="Harbour Pilot"), matched(), facts)
    assert "Harbour Pilot" in plan.note and "nearest" in plan.note
    assert not plan.fits


def test_an_empty_posting_still_gives_every_question(guide: Guide, facts: Facts) -> None:
    plan = practice.plan(guide, True, Posting(), matched(), facts_of(Profile()))
    assert {one.question.id for one in plan.questions} == {one.id for one in guide.questions}


def test_the_handout_holds_the_plan(guide: Guide, facts: Facts) -> None:
    one = asked(HIRING)
    page, match = posting(one), matched(judged(one, Verdict.UNMET))
    paper = practice.handout(practice.plan(guide, True, page, match, facts), page, match)
    headings = [section.heading for section in paper.sections]
    assert (
        headings[0] == "At a glance"
        and "Gaps they may raise" in headings
        and "Questions to ask them" in headings
    )
    asked_there = paper.sections[2].sections
    assert [section.heading[:3] for section in asked_there] == ["1. ", "2. "]
    assert all(section.paragraphs and section.note for section in asked_there)
    assert "VP Lamps at Reef & Co" in paper.title


def test_a_line_is_quoted_for_one_question_only(facts: Facts) -> None:
    both = asked(
        "Own cloud cost, reliability and security of the lamps, with budgets, error budgets and audits"
    )
    plan = practice.plan(guides.load("cto"), True, posting(both), matched(judged(both, Verdict.UNMET)), facts)
    called = [one for one in plan.questions if one.weight]
    assert len(called) >= 2
    assert "“Own cloud cost" in called[0].why
    assert called[1].why == "The line quoted at question 1 calls for this one too."
    assert sum("They ask for" in gap for one in plan.questions for gap in one.gaps) == 1


def test_the_rounds_that_a_posting_states_are_told(guide: Guide, facts: Facts) -> None:
    stated = replace(posting(asked(LAMPS)), description="Our interview process has three rounds.")
    plan = practice.plan(guide, True, stated, matched(), facts)
    assert plan.rounds == 3
    assert plan.note.startswith("The posting speaks of 3 rounds")
    assert practice.plan(guide, True, posting(), matched(), facts).rounds is None


def test_what_the_match_cites_for_a_requirement_answers_the_question_it_calls_for(
    guide: Guide, facts: Facts
) -> None:
    one = asked(LAMPS)
    cited = judged(one, Verdict.PARTIAL, "/work/0/highlights/1")
    plan = practice.plan(guide, True, posting(one), matched(cited), facts)
    told = next(one for one in plan.questions if one.question.id == "lamp-outage")
    assert "/work/0/highlights/1" in [story.pointer for story in told.achievements]


def test_what_is_named_without_a_story_is_said_to_be_named(guide: Guide, facts: Facts) -> None:
    one = asked(HIRING)
    cited = judged(one, Verdict.MET, "/work/0/position")
    plan = practice.plan(guide, True, posting(one), matched(cited), facts)
    hiring = next(one for one in plan.questions if one.question.id == "keeper-hiring")
    assert hiring.achievements == ()
    assert hiring.gaps[0].startswith("Your CV names “Keeper” and tells no story of it")


def test_a_line_that_is_near_is_offered_before_a_question_is_called_unanswered() -> None:
    guide = guides.load("cto")
    line = "Brought the time to restore service down from 4 hours to 35 minutes."
    work = Work(name="Skerry Lights", position="CTO", highlights=(line,))
    plan = practice.plan(guide, True, Posting(), matched(), facts_of(Profile(work=(work,))))
    reliability = next(one for one in plan.questions if one.question.id == "reliability")
    assert line[:40] in " ".join((*reliability.gaps, *(story.quote for story in reliability.achievements)))
    assert not any("No line" in gap for gap in reliability.gaps)


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Sie verantworten die Ablösung unserer Altsysteme", "tech-debt"),
        ("Sie senken die Betriebskosten der Infrastruktur", "cloud-cost"),
        ("Erfahrung mit Informationssicherheit und Zertifizierungen", "security"),
        ("Vous pilotez la refonte de nos systèmes historiques", "tech-debt"),
        ("Vous réduisez les coûts d’exploitation", "cloud-cost"),
        ("Vous assurez la haute disponibilité de la plateforme", "reliability"),
    ],
)
def test_a_german_or_french_line_calls_for_its_question(line: str, question: str) -> None:
    one = asked(line)
    plan = practice.plan(guides.load("cto"), True, posting(one), matched(), facts_of(Profile()))
    assert plan.questions[0].question.id == question
    assert line in plan.questions[0].why
