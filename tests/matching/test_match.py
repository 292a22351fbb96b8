"""Whole matches: the fit by its rule, the posting's terms, and laws that hold for any CV."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.language.terms import find_terms
from bonafide.matching import match
from bonafide.matching.findings import VALUE
from bonafide.matching.fit import fit_of, share_of
from bonafide.matching.judges import years
from bonafide.matching.resume import months, resume_of
from bonafide.model.fact import facts_of
from bonafide.model.match import RequirementMatch, Verdict
from bonafide.model.posting import Posting, Requirement, RequirementKind
from bonafide.model.profile import Profile, Skill, Work
from matching.candidates import TODAY, judged, must, platform_lead, resume

TOOLS = (
    "Python",
    "Kafka",
    "Terraform",
    "PostgreSQL",
    "Azure",
    "Grafana",
    "Figma",
    "Salesforce",
    "Snowflake",
    "Java",
)


def verdicts(*kinds_and_verdicts: str) -> list[RequirementMatch]:
    """`must:met` and its like as judged requirements."""
    found = []
    for entry in kinds_and_verdicts:
        kind, verdict = entry.split(":")
        asked = Requirement(text=entry, kind=RequirementKind(kind))
        found.append(RequirementMatch(requirement=asked, verdict=Verdict(verdict), why=""))
    return found


@pytest.mark.parametrize(
    ("given_verdicts", "fit"),
    [
        (["must:met"] * 5, 5),
        (["must:met"] * 9 + ["must:unmet"], 5),
        (["must:met"] * 12 + ["must:unmet"] * 2, 4),
        (["must:met"] * 2 + ["nice:met"] * 12 + ["must:unmet"], 4),
        (["must:met", "must:unmet"], 3),
        (["must:partial"] * 4, 3),
        (["must:met"] + ["must:unmet"] * 3, 2),
        (["must:unmet"] * 4 + ["nice:met"], 1),
        ([], 3),
    ],
)
def test_the_fit_follows_the_published_rule(given_verdicts: list[str], fit: int) -> None:
    assert fit_of(verdicts(*given_verdicts))[0] == fit


def test_the_example_of_the_documentation() -> None:
    asked = ["must:met"] * 7 + ["must:partial"] * 2 + ["must:unmet"] + ["nice:met"] * 2 + ["nice:unmet"] * 2
    assert round(share_of(verdicts(*asked)) or 0, 2) == 0.77
    assert fit_of(verdicts(*asked))[0] == 4


def test_responsibilities_are_not_judged() -> None:
    posting = Posting(
        requirements=(must("Kafka"), Requirement(text="You run Kafka", kind=RequirementKind.RESPONSIBILITY))
    )
    assert len(match(posting, facts_of(platform_lead()), TODAY).requirements) == 1


def test_the_postings_terms_in_its_own_wording() -> None:
    posting = Posting(requirements=(must("Postgres and K8s"), must("GraphQL, and k8s again")))
    found = match(posting, facts_of(platform_lead()), TODAY)
    assert found.terms_found == ("Postgres", "K8s")
    assert found.terms_missing == ("GraphQL",)


def test_every_quote_is_a_fact_of_the_cv() -> None:
    facts = facts_of(platform_lead())
    asked = (
        "Ten years in software",
        "Kubernetes",
        "Fluent English",
        "A degree in informatics",
        "You have led 20 people",
        "Based in Ghent",
    )
    for one in match(Posting(requirements=tuple(map(must, asked))), facts, TODAY).requirements:
        assert one.facts
        for cited in one.facts:
            fact = facts.at(cited.pointer)
            assert fact is not None and cited.quote in fact.text


def test_an_empty_cv_meets_nothing() -> None:
    found = match(
        Posting(requirements=(must("Kafka"), must("Ten years in sales"))), facts_of(Profile()), TODAY
    )
    assert {one.verdict for one in found.requirements} == {Verdict.UNMET}
    assert found.fit == 1


def test_the_same_input_gives_the_same_match() -> None:
    posting = Posting(
        requirements=(must("Kafka or Pulsar"), must("Leadership of several teams"), must("Clear writing"))
    )
    assert match(posting, facts_of(platform_lead()), TODAY) == match(
        posting, facts_of(platform_lead()), TODAY
    )


months_of_2020s = st.builds(
    lambda year, month: f"{year}-{month:02d}", st.integers(2000, 2025), st.integers(1, 12)
)


@given(st.lists(st.tuples(months_of_2020s, months_of_2020s), min_size=1, max_size=6))
def test_overlapping_periods_count_once(periods: list[tuple[str, str]]) -> None:
    jobs = tuple(Work(position="Software Developer", start_date=min(p), end_date=max(p)) for p in periods)
    owner = resume_of(facts_of(Profile(work=jobs)), TODAY)
    twice = resume_of(facts_of(Profile(work=jobs + jobs)), TODAY)
    once = [finding.why for finding in years.judge("10 years of software development", owner)]
    assert once == [finding.why for finding in years.judge("10 years of software development", twice)]
    first, last = min(map(min, periods)), max(map(max, periods))
    whole = resume_of(
        facts_of(Profile(work=(Work(position="Software Developer", start_date=first, end_date=last),))), TODAY
    )
    best = VALUE[years.judge("10 years of software development", whole)[0].verdict]
    assert VALUE[years.judge("10 years of software development", owner)[0].verdict] <= best


@settings(max_examples=60)
@given(st.sampled_from(TOOLS), st.sampled_from(TOOLS), st.sampled_from(TOOLS))
def test_one_more_skill_never_lowers_a_verdict_on_tools(asked: str, other: str, added: str) -> None:
    before = platform_lead()
    after = replace(before, skills=(*before.skills, Skill(name="More", keywords=(added,))))
    for text in (asked, f"{asked} and {other}", f"{asked} or {other}", f"Hands-on experience with {asked}"):
        assert VALUE[judged(text, after).verdict] >= VALUE[judged(text, before).verdict]


@settings(max_examples=60)
@given(st.text(alphabet="abc ABC,.()/–10%&+'’or and Kafka years", max_size=80))
def test_any_text_is_judged(text: str) -> None:
    assert judged(text).verdict in Verdict


@given(st.integers(1, 40))
def test_asking_for_more_years_never_raises_the_verdict(asked: int) -> None:
    def value(number: int) -> float:
        return VALUE[judged(f"{number} years in software engineering").verdict]

    assert value(asked + 1) <= value(asked)


def test_an_ongoing_job_runs_to_today() -> None:
    early = resume_of(facts_of(platform_lead()), date(2021, 4, 30))
    assert months(early.jobs[0], date(2021, 4, 30)) == 13
    assert months(resume().jobs[0], TODAY) == 72


def test_invented_tools_are_in_the_vocabulary() -> None:
    assert all(find_terms(tool) for tool in TOOLS)
