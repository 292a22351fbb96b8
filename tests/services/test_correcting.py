"""Corrections are kept over a re-read, hold for every application of a CV, and are printed with the next version."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from bonafide.model.edits import Edits
from bonafide.model.faults import InputFault, UnreadableFault
from bonafide.model.posting import Posting
from bonafide.model.reading import CvReading, Unplaced
from bonafide.services import (
    applications,
    correcting,
    cvs,
    editing,
    originals,
    posting_readout,
    preparing,
    readouts,
)
from bonafide.services.preparing import File, Order
from bonafide.store.models import Application, Blob, Cv, Person
from bonafide.store.nouns import decode, encode
from rows import CV, PAGE

POSITION = "/work/0/position"
TEXT = b"Ines Corvo\nines@corvo.example\n\nExperience\n\nKeeper, Tidal Museum\n2019 - present\n- Kept forty clocks.\n"


def cv_of(application: Application) -> Cv:
    """The CV of the sample's card as it is kept now."""
    return Cv.of(application.owner).select_related("file").get(pk=application.cv_id)


def test_a_correction_is_printed_with_the_next_version(
    owner: Person, application: Application, now: datetime
) -> None:
    assert not applications.opened(owner, application.pk).unprinted
    assert not correcting.correct_cv(owner, cv_of(application).pk, {POSITION: "Chief Harbour Engineer"})
    assert applications.opened(owner, application.pk).unprinted
    applications.again(owner, application.pk, now)
    assert not applications.opened(owner, application.pk).unprinted
    assert "Chief Harbour Engineer" in applications.paper(owner, application.pk, 2, "cv.md")[1].decode()
    told = applications.paper(owner, application.pk, 2, "sources.json")[1].decode()
    assert '"from": "you"' in told
    page = editing.cv_page(owner, application.pk)[1]
    assert page and page.places[POSITION] == "From you"
    correcting.take_back(owner, cv_of(application).pk, POSITION)
    assert applications.opened(owner, application.pk).unprinted
    assert cv_of(application).corrections == {}


def test_a_correction_holds_for_every_application_of_the_cv(
    owner: Person, application: Application, now: datetime
) -> None:
    correcting.correct_cv(owner, cv_of(application).pk, {"/work/0/highlights/0": None})
    preparing.order(owner, Order(page=PAGE, upload=CV), now + timedelta(minutes=5))
    other = Application.of(owner).exclude(pk=application.pk).get()
    assert "Lead 71 engineers" not in applications.paper(owner, other.pk, 1, "cv.md")[1].decode()
    assert not applications.opened(owner, other.pk).unprinted
    assert applications.opened(owner, application.pk).unprinted


def test_switches_go_with_their_lines(owner: Person, application: Application) -> None:
    editing.switch(owner, application.pk, "/work/0/highlights/3", False)
    editing.switch(owner, application.pk, "/work/0/highlights/1", True)

    def edits() -> Edits:
        return applications.opened(owner, application.pk).edits

    correcting.correct_cv(owner, cv_of(application).pk, {"/work/0/highlights/1": None})
    assert (edits().kept, edits().dropped) == (frozenset(), {"/work/0/highlights/2"})
    correcting.take_back(owner, cv_of(application).pk, "/work/0/highlights/1")
    assert edits().dropped == {"/work/0/highlights/3"}


def test_what_cannot_stand_is_given_back_and_the_rest_is_kept(
    owner: Person, application: Application
) -> None:
    wanted = {"/basics/email": "nowhere", POSITION: "Chief Engineer", "/work/0/startDate": "May 2020"}
    refused = correcting.correct_cv(owner, cv_of(application).pk, wanted)
    assert set(refused) == {"/basics/email"}
    assert cv_of(application).corrections == {POSITION: "Chief Engineer", "/work/0/startDate": "2020-05"}
    sheet = readouts.cv_sheet(owner, cv_of(application).pk, refused)
    row = sheet.row("/basics/email")
    assert row and row.fault and row.value == "nowhere"


def test_doubtful_values_are_counted_until_somebody_looked(owner: Person, application: Application) -> None:
    at = applications.opened(owner, application.pk)
    sheet = readouts.cv_sheet(owner, cv_of(application).pk)
    assert at.doubtful == sheet.doubtful == 4
    only = readouts.cv_sheet(owner, cv_of(application).pk, only_doubtful=True)
    rows = [row for section in only.sections for entry in section.entries for row in entry.rows]
    assert len(rows) == 4
    assert all(row.doubtful and row.place for row in rows)
    correcting.correct_cv(owner, cv_of(application).pk, {rows[0].pointer: rows[0].read})
    correcting.correct_cv(owner, cv_of(application).pk, {"/certificates/0": None})
    assert applications.opened(owner, application.pk).doubtful == 1


def test_what_was_added_can_be_taken_back_by_leaving_it_out(owner: Person, application: Application) -> None:
    cv = cv_of(application)
    new = dict(readouts.cv_sheet(owner, cv.pk).sections[2].new)
    assert "/work/4/name" in new
    correcting.correct_cv(
        owner, cv.pk, {"/work/4/name": "Quayside Books", "/work/4/highlights/0": "Ran the till."}
    )
    assert "/work/5/name" in dict(readouts.cv_sheet(owner, cv.pk).sections[2].new)
    correcting.correct_cv(owner, cv.pk, {"/work/4": None})
    assert cv_of(application).corrections == {}
    with pytest.raises(InputFault):
        raise correcting.correct_cv(owner, cv.pk, {"/work/4/nonsense": "x"})["/work/4/nonsense"][1]


def test_a_text_without_a_place_is_said_to_be_something(owner: Person, application: Application) -> None:
    cv = cv_of(application)
    reading = decode(CvReading, cv.reading)
    loose = Unplaced("Keeps bees", next(iter(reading.sources.values())).place or reading.unplaced[0].place)
    Cv.of(owner).filter(pk=cv.pk).update(reading=encode(replace(reading, unplaced=(loose,))))
    sheet = readouts.cv_sheet(owner, cv.pk)
    assert [one.text for one in sheet.loose] == ["Keeps bees"]
    offered = {pointer for _, _, choices in sheet.targets for pointer, _ in choices}
    assert {"/interests/0/name", "/work/0/highlights/7"} <= offered
    assert correcting.place(owner, cv.pk, 0, "/basics/email", "Keeps bees")
    assert not readouts.cv_sheet(owner, cv.pk).loose[0].out
    assert not correcting.place(owner, cv.pk, 0, "/interests/0/name", "Keeps bees")
    after = preparing.reading_of(cv_of(application))
    assert after.unplaced == ()
    assert after.sources["/interests/0/name"].place == loose.place


def test_corrections_are_kept_over_a_re_read(owner: Person, application: Application) -> None:
    cv = cv_of(application)
    reading = decode(CvReading, cv.reading)
    worse = replace(
        reading.profile,
        work=(replace(reading.profile.work[0], position="Head of"), *reading.profile.work[2:]),
    )
    Cv.of(owner).filter(pk=cv.pk).update(reading=encode(replace(reading, profile=worse)))
    correcting.correct_cv(owner, cv.pk, {POSITION: "Chief Engineer", "/work/1/name": "Penrose Mutual"})
    editing.switch(owner, application.pk, "/work/1/highlights/0", False)
    correcting.reread(owner, cv.pk)
    now = cv_of(application)
    assert decode(CvReading, now.reading) == reading
    assert now.corrections == {POSITION: "Chief Engineer", "/work/2/name": "Penrose Mutual"}
    assert applications.opened(owner, application.pk).edits.dropped == {"/work/2/highlights/0"}
    again = cv_of(application)
    correcting.reread(owner, cv.pk)
    assert cv_of(application).corrections == again.corrections


def test_a_postings_corrections_name_the_card_and_are_kept(
    owner: Person, application: Application, now: datetime
) -> None:
    wanted = {"/title": "Chief Engineer", "/requirements/0": None, "/salary/min": "lots"}
    assert set(correcting.correct_posting(owner, application.pk, wanted)) == {"/salary/min"}
    correcting.add_requirement(owner, application.pk, "You have kept bees", "must")
    with pytest.raises(InputFault):
        correcting.add_requirement(owner, application.pk, " ", "must")
    at = applications.opened(owner, application.pk)
    assert (at.application.title, at.unprinted) == ("Chief Engineer", True)
    read = decode(Posting, at.application.posting)
    correcting.reread_posting(owner, application.pk)
    at = applications.opened(owner, application.pk)
    posting = applications.posting_at(at)
    assert posting
    assert posting.title == "Chief Engineer"
    assert posting.requirements[0] == read.requirements[1]
    assert posting.requirements[-1].text == "You have kept bees"
    sheet = posting_readout.posting_sheet(at.application)
    assert sheet and sheet.requirements[0].out and len(sheet.places) == len(read.locations) + 1
    applications.again(owner, application.pk, now)
    match = applications.matched(applications.opened(owner, application.pk))
    assert match and match.musts[-1].match.requirement.text == "You have kept bees"
    correcting.take_back_posting(owner, application.pk, "/requirements/0")
    correcting.take_back_posting(owner, application.pk, "/title")
    assert Application.of(owner).get().title == read.title


def test_a_postings_doubtful_values_are_marked_until_somebody_looked(
    owner: Person, application: Application
) -> None:
    read = decode(Posting, application.posting)
    unsure = replace(read, sure={**read.sure, "/company": 0.6, "/requirements/1/kind": 0.7, "/title": 0.95})
    Application.of(owner).filter(pk=application.pk).update(posting=encode(unsure))

    def asked() -> list[str]:
        sheet = posting_readout.posting_sheet(applications.opened(owner, application.pk).application)
        assert sheet
        marked = [
            one
            for one in ("/title", "/company", "/requirements/1/kind")
            if (row := sheet.row(one)) and row.doubtful
        ]
        assert len(marked) <= sheet.doubtful
        return marked

    assert asked() == ["/company", "/requirements/1/kind"]
    correcting.correct_posting(owner, application.pk, {"/company": read.company, "/requirements/1": None})
    assert asked() == []
    posting = applications.posting_at(applications.opened(owner, application.pk))
    assert posting and posting.sure["/company"] == 1.0
    assert posting.sure.get("/requirements/1/kind") == read.sure.get("/requirements/2/kind")


def test_another_posting_starts_without_corrections(owner: Person, now: datetime) -> None:
    run = preparing.order(owner, Order(page=PAGE, upload=File(name="x.pdf", content=b"%PDF-1.4\nno")), now)
    correcting.correct_posting(owner, Application.of(owner).get().pk, {"/title": "Baker"})
    preparing.mend(owner, run.pk, Order(page=PAGE, upload=CV), now)
    assert Application.of(owner).get().title == "Chief Technology Officer"


def test_a_kept_cv_is_read_listed_and_deleted(owner: Person, application: Application, now: datetime) -> None:
    cv = cvs.add(owner, File(name="ines.txt", content=TEXT), now)
    listed = {row.pk: row for row in cvs.listed(owner)}
    assert (listed[cv.pk].uses, listed[cv.pk].person) == (0, "Ines Corvo")  # type: ignore[attr-defined]
    assert listed[application.cv_id].uses == 1  # type: ignore[attr-defined]
    with pytest.raises(InputFault, match="made from this"):
        cvs.delete(owner, cv_of(application).pk)
    cvs.delete(owner, cv.pk)
    assert not Cv.of(owner).filter(pk=cv.pk).exists()
    assert not Blob.of(owner).filter(size=len(TEXT)).exists()
    assert cvs.add(owner, CV, now).pk == application.cv_id
    with pytest.raises(UnreadableFault):
        cvs.add(owner, File(name="x.pdf", content=b"%PDF-1.4\nno"), now)
    assert Cv.of(owner).count() == 1


def test_the_document_stands_beside_its_values(
    owner: Person, application: Application, now: datetime
) -> None:
    cv = cv_of(application)
    sheet = readouts.cv_sheet(owner, cv.pk)
    page = sheet.original.sheets[0]
    assert (round(page.width), round(page.height)) == (595, 842)
    row = sheet.row(POSITION)
    assert row and row.place in {spot.name for spot in page.spots}
    assert originals.picture(owner, cv.pk, 1).startswith(b"\x89PNG")
    with pytest.raises(InputFault):
        originals.picture(owner, cv.pk, 9)
    for name, content in (
        ("ines.txt", TEXT),
        ("ines.json", b'{"basics": {"name": "Ines Corvo"}, "work": []}'),
    ):
        plain = readouts.cv_sheet(owner, cvs.add(owner, File(name=name, content=content), now).pk)
        mine = plain.row("/basics/name")
        assert mine and dict(plain.original.texts)[mine.place] == "Ines Corvo"


def test_a_strangers_readings_are_not_there(
    owner: Person, stranger: Person, application: Application
) -> None:
    cv = cv_of(application)
    for act in (
        lambda: correcting.correct_cv(stranger, cv.pk, {POSITION: "x"}),
        lambda: correcting.take_back(stranger, cv.pk, POSITION),
        lambda: correcting.reread(stranger, cv.pk),
        lambda: readouts.cv_sheet(stranger, cv.pk),
        lambda: originals.picture(stranger, cv.pk, 1),
        lambda: cvs.delete(stranger, cv.pk),
    ):
        with pytest.raises(Cv.DoesNotExist):
            act()
    for posting_act in (
        lambda: correcting.correct_posting(stranger, application.pk, {"/title": "x"}),
        lambda: correcting.add_requirement(stranger, application.pk, "x", "must"),
        lambda: correcting.reread_posting(stranger, application.pk),
    ):
        with pytest.raises(Application.DoesNotExist):
            posting_act()
    assert cvs.listed(stranger) == []


def test_the_sheet_takes_two_queries(
    owner: Person, application: Application, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        readouts.cv_sheet(owner, application.cv_id)
