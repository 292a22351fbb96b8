"""What a letter says of the posting and of the person: only what the match and the CV bear out."""

from __future__ import annotations

from dataclasses import replace

import pytest

import samples
from bonafide import matching, tailoring
from bonafide.model.draft import LetterDraft
from bonafide.model.fact import Facts, facts_of
from bonafide.model.posting import Posting, Requirement, RequirementKind
from bonafide.model.profile import Basics, Education, Profile, Skill, Work
from bonafide.tailoring.career import Post, length_of, post_of
from bonafide.tailoring.needs import Need
from bonafide.tailoring.passages import speaks_of
from bonafide.tailoring.phrases import Choice, by_sharing
from bonafide.tailoring.tellings import Shape, Telling

HARBOUR = Work(
    name="Larkspur Harbour Ltd",
    position="Head of Harbour Systems",
    summary="Pilot service for nine northern ports.",
    start_date="2019-03",
    highlights=("Lead 14 pilots and three clerks.", "Wrote the tide ledger in Python; errors fell from 9 % to 2 %."),
)  # fmt: skip
YARD = Work(name="Tern Yard", position="Clerk", start_date="2011", end_date="2019")


def person(*work: Work, summary: str | None = None) -> Facts:
    basics = Basics(name="Ada Brook", summary=summary)
    school = Education(institution="Ashgrove College", study_type="BSc", end_date="2010-06")
    skills = (Skill(name="Tools", keywords=("Grafana", "Terraform")),)
    return facts_of(Profile(basics=basics, work=work, education=(school,), skills=skills))


def asks(*texts: str, language: str = "en") -> Posting:
    must = tuple(Requirement(text=text, kind=RequirementKind.MUST, terms=()) for text in texts)
    text = "\n".join(texts)
    return Posting(
        title="Port Director", company="Plover Ports", description=text, requirements=must, language=language
    )


def letter(posting: Posting, facts: Facts) -> LetterDraft:
    match = matching.match(posting, facts, samples.TODAY)
    return tailoring.tailor(posting, match, facts, today=samples.TODAY).draft.letter


def text_of(draft: LetterDraft) -> str:
    return " ".join(line.text for paragraph in draft.paragraphs for line in paragraph)


def test_the_person_stands_with_employer_time_and_size_of_the_post() -> None:
    text = text_of(letter(asks("Python"), person(HARBOUR)))
    assert "Larkspur Harbour (pilot service for nine northern ports)" in text
    assert "lead 14 pilots and three clerks" in text
    assert "Head of Harbour Systems" in text


def test_a_sentence_of_the_person_s_own_summary_is_theirs_word_for_word() -> None:
    own = "I read the tide before I read the mail."
    draft = letter(asks("Python"), person(HARBOUR, summary=f"Harbour person. {own}"))
    voiced = [line for line in draft.paragraphs[0] if line.facts == ("/basics/summary",)]
    assert [line.text for line in voiced] == [own]


def test_no_summary_no_voice() -> None:
    assert not any(
        "/basics/summary" in line.facts for line in letter(asks("Python"), person(HARBOUR)).paragraphs[0]
    )


def test_a_thin_cv_names_the_posts_tools_and_degree_that_no_deed_told() -> None:
    draft = letter(asks("Terraform", "Grafana"), person(HARBOUR, YARD))
    text = text_of(draft)
    assert "Tern Yard" in text
    assert "Terraform" in text
    assert "BSc from Ashgrove College (2010)" in text or "BSc at Ashgrove College (2010)" in text
    assert tailoring.words_of(draft) < 180


def test_of_a_posting_in_another_language_only_names_are_taken() -> None:
    text = text_of(letter(asks("Sichere Kenntnisse in Python und Geduld", language="de"), person(HARBOUR)))
    assert "Kenntnisse" not in text
    assert "Geduld" not in text


def test_a_posting_that_names_nothing_is_still_applied_to() -> None:
    posting = Posting(description="Come and join.", language="en")
    assert letter(posting, person(HARBOUR)).paragraphs[0][0].text == "Please take this as my application."


@pytest.mark.parametrize(
    ("clause", "need", "spoken"),
    [
        ("wrote the tide ledger in Python", "Python", True),
        ("wrote the tide ledger in Python", "a tide table", True),
        ("wrote the tide ledger in Python", "patience", False),
    ],
)
def test_a_need_is_tied_only_to_a_deed_that_speaks_of_it(clause: str, need: str, spoken: bool) -> None:
    assert speaks_of(Telling(Shape.ACT, clause), Need("", thing=need).clause, "en") is spoken


def test_what_is_met_in_part_needs_two_words() -> None:
    told = Telling(Shape.ACT, "kept the tide ledger")
    assert not speaks_of(told, "tide tables", "en", nearly=True)
    assert speaks_of(told, "ledger of every tide", "en", nearly=True)


def test_two_who_write_to_one_employer_share_no_long_run_of_its_words() -> None:
    patterns = ["You ask for {need}.", "{company} wants {need}.", "What you ask your {title} for is {need}."]
    assert list(by_sharing(patterns, "a plan for the ice", "Port Director")) == ["{company} wants {need}."]
    assert next(by_sharing(patterns, "Python", "Port Director")) == "You ask for {need}."


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("Head of Data", "Head of Data"),
        ("Data Analyst", "a Data Analyst"),
        ("VP, Harbour Security", "VP, Harbour Security,"),
        ("Engineering Lead (interim)", "an Engineering Lead"),
        ("Network Operations", ""),
    ],
)
def test_a_role_stands_behind_as(title: str, called: str) -> None:
    assert post_of(Work(name="Tern", position=title), 0).called == called


def test_a_sentence_on_the_employer_is_not_put_in_brackets() -> None:
    told = replace(HARBOUR, summary="We moved pilots between nine northern ports.")
    assert post_of(told, 0).about == ""


@pytest.mark.parametrize(
    ("start", "end", "german", "french"),
    [
        ("2012-04", "2018-12", "", ""),
        ("2012-04", "2018-09", "gut sechs Jahre", "plus de six ans"),
        ("2012-04", "2018-04", "sechs Jahre", "six ans"),
        ("2012-04", "2019-03", "fast sieben Jahre", "près de sept ans"),
        ("2012-04", "2013-04", "ein Jahr", "un an"),
        ("2012-04", "2012-09", "", ""),
        ("2012", "2018", "", ""),
        ("2012-04", "", "", ""),
    ],
)
def test_how_long_a_post_was_held_is_said_where_months_tell(
    start: str, end: str, german: str, french: str
) -> None:
    post = Post("/work/1", 1, "Tern Yard", "Clerk", start, end)
    assert length_of(post, Choice("de", "seed")) == german
    assert length_of(post, Choice("fr", "seed")) == french
    assert length_of(post, Choice("en", "seed")) == ""


def test_what_the_cv_is_silent_on_is_not_said_to_be_new_to_the_person() -> None:
    posting = asks("Deep experience with Kubernetes", "Experience with Snowflake", "Led 300 people")
    text = text_of(letter(posting, person(HARBOUR, YARD)))
    assert "Kubernetes" in text
    assert any(words in text for words in ("in my CV", "My CV"))
    assert not any(words in text for words in ("new to me", "no experience", "lack", "have not used"))
