"""The read-back is silent on a true print and names what a false one lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bonafide import documents
from bonafide.documents import readback
from bonafide.grounding import Grounded, ground
from bonafide.model.draft import CvDraft, CvSection, Draft, Line, SectionKind
from bonafide.model.fact import facts_of
from bonafide.model.profile import (
    Basics,
    Certificate,
    Education,
    Language,
    Location,
    Network,
    Profile,
    Skill,
    Work,
)
from bonafide.model.reading import CvReading
from documents.samples import FULL, THIN, Backed, crowded, entry, line

DRAFTS = {"full": FULL, "thin": THIN}


def as_profile(backed: Backed) -> Profile:
    """What a perfect reader makes of the print."""
    resume = documents.cv_json(backed)
    basics = resume["basics"]
    place = basics.get("location", {})
    return Profile(
        basics=Basics(
            name=basics["name"],
            label=basics.get("label"),
            email=basics.get("email"),
            phone=basics.get("phone"),
            url=basics.get("url"),
            summary=basics.get("summary"),
            location=Location(city=place.get("city"), country_code=place.get("countryCode")),
            profiles=tuple(Network(**item) for item in basics.get("profiles", ())),
        ),
        work=tuple(
            Work(
                name=job.get("name"),
                position=job.get("position"),
                location=job.get("location"),
                start_date=job.get("startDate"),
                end_date=job.get("endDate"),
                summary=job.get("summary"),
                highlights=tuple(job.get("highlights", ())),
            )
            for job in resume["work"]
        ),
        education=tuple(
            Education(
                institution=item["institution"],
                area=item["area"],
                study_type=item["studyType"],
                start_date=item["startDate"],
                end_date=item["endDate"],
            )
            for item in resume.get("education", ())
        ),
        certificates=tuple(Certificate(**item) for item in resume.get("certificates", ())),
        skills=tuple(Skill(name=s["name"], keywords=tuple(s["keywords"])) for s in resume.get("skills", ())),
        languages=tuple(Language(**item) for item in resume.get("languages", ())),
    )


def read_as(profile: Profile, monkeypatch: pytest.MonkeyPatch, backed: Backed) -> list[tuple[str, str, bool]]:
    monkeypatch.setattr(readback.cv, "read", lambda content, name: CvReading(profile))
    return [(lost.what, lost.text, lost.elsewhere) for lost in documents.read_back(b"", backed).missing]


@pytest.mark.parametrize("name", DRAFTS)
def test_a_perfect_reading_has_lost_nothing(name: str, monkeypatch) -> None:
    backed = Backed(DRAFTS[name])
    assert read_as(as_profile(backed), monkeypatch, backed) == []


def test_spacing_dashes_and_a_scheme_are_no_loss(monkeypatch) -> None:
    backed = Backed(FULL)
    whole = as_profile(backed)
    basics = replace(whole.basics, phone="+442079460321", url="falkenrath.example/")
    assert read_as(replace(whole, basics=basics), monkeypatch, backed) == []


def test_every_kind_of_loss_is_named(monkeypatch) -> None:
    backed = Backed(FULL)
    whole = as_profile(backed)
    first, *rest = whole.work
    false = replace(first, name="Harbourlight", start_date="2020-09", highlights=first.highlights[1:])
    short = replace(
        whole,
        basics=replace(whole.basics, name=None),
        work=(false, *rest),
        education=whole.education[:1],
        skills=whole.skills[:2],
    )
    lost = read_as(short, monkeypatch, backed)
    assert ("name", "Ines Falkenrath", False) in lost
    assert ("name", "Harbourlight Energy Ltd.", False) in lost
    assert ("startDate", "2020-08", False) in lost
    assert [what for what, text, _ in lost if text == first.highlights[0]] == ["highlights"]
    assert ("figure", "21 %", False) in lost
    assert ("institution", "Northgate University", False) in lost
    assert ("keywords", "PostgreSQL", False) in lost


def test_an_employer_read_as_a_title_is_a_loss_that_says_so(monkeypatch) -> None:
    backed = Backed(FULL)
    whole = as_profile(backed)
    turned = replace(whole.work[2], name=whole.work[2].position, position=whole.work[2].name)
    lost = read_as(replace(whole, work=(*whole.work[:2], turned, *whole.work[3:])), monkeypatch, backed)
    assert lost == [("position", "Head of Platform", True), ("name", "Kestrel & Moor", True)]


def test_two_entries_are_never_answered_by_one(monkeypatch) -> None:
    jobs = tuple(entry(f"/work/{i}", "Analyst", "Ravenscar Instruments", "2015") for i in (0, 1))
    twice = replace(FULL.cv, sections=(CvSection(SectionKind.WORK, jobs),))
    backed = Backed(replace(FULL, cv=twice))
    once = replace(as_profile(backed), work=as_profile(backed).work[:1])
    assert ("position", "Analyst", True) in read_as(once, monkeypatch, backed)


def test_a_loss_is_told_in_words() -> None:
    assert str(readback.Lost("position", "CTO", "/work/0/position", elsewhere=True)) == (
        "position “CTO” at /work/0/position: read as something else"
    )
    assert str(readback.Lost("sentence", "Dear all,", "")).endswith("at the letter: not read")


@pytest.mark.parametrize("draft", [FULL, crowded()])
def test_a_printed_letter_reads_back(draft) -> None:
    backed = Backed(draft)
    assert documents.read_back_letter(documents.typeset_letter(backed), backed).lossless


def test_a_letter_with_another_text_does_not_read_back() -> None:
    other = replace(FULL.letter, paragraphs=((line("We cut it by 37 % in May."),),), date="2026-11-25")
    lost = documents.read_back_letter(
        documents.typeset_letter(Backed(FULL)), Backed(replace(FULL, letter=other))
    ).missing
    assert [(item.what, item.text) for item in lost] == [
        ("sentence", "We cut it by 37 % in May."),
        ("sentence", "25 November 2026"),
        ("figure", "37 %"),
    ]


def test_an_empty_draft_has_nothing_to_lose(monkeypatch) -> None:
    backed = Backed(replace(THIN, cv=CvDraft(name=Line("Jo Ba"))))
    assert read_as(Profile(basics=Basics(name="Jo Ba")), monkeypatch, backed) == []


def test_what_the_check_passes_is_printed_and_comes_back_whole() -> None:
    facts = facts_of(as_profile(Backed(FULL)))
    grounded = ground(FULL, facts, None, date(2026, 11, 24))
    assert isinstance(grounded, Grounded)
    assert documents.read_back(documents.typeset_cv(grounded), grounded).missing == ()
    assert documents.read_back_letter(documents.typeset_letter(grounded), grounded).missing == ()


@pytest.mark.parametrize("paper", documents.PAPERS)
@pytest.mark.parametrize("look", documents.templates())
@pytest.mark.parametrize("draft", [FULL, THIN])
def test_every_look_comes_back_whole_on_every_paper(draft: Draft, look: str, paper: str) -> None:
    backed = Backed(draft)
    assert documents.read_back(documents.typeset_cv(backed, template=look, paper=paper), backed).missing == ()
    letter = documents.typeset_letter(backed, template=look, paper=paper)
    assert documents.read_back_letter(letter, backed).missing == ()


def test_a_print_of_another_draft_does_not_come_back() -> None:
    lost = documents.read_back(documents.typeset_cv(Backed(THIN)), Backed(FULL)).missing
    assert {"name", "position", "startDate", "highlights", "institution", "keywords", "figure"} <= {
        item.what for item in lost
    }
