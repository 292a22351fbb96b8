"""LinkedIn's data export: what is the person's is read, what is other people's is not."""

from __future__ import annotations

import io
import zipfile

import pytest

from bonafide import cv
from bonafide.model.faults import UnreadableFault
from bonafide.model.place import AtPointer

TABLES = {
    "Profile.csv": "First Name,Last Name,Headline,Summary,Geo Location,Websites,Twitter Handles\n"
    'Ada,Lark,Site Manager,Builds bridges.,"Leeds, England, United Kingdom",'
    '"[PERSONAL:https://ada.example,OTHER:https://github.com/ada-lark]",[adalark]\n',
    "Email Addresses.csv": "Email Address,Confirmed,Primary\nold@fernmail.example,Yes,No\nada@fernmail.example,Yes,Yes\n",
    "PhoneNumbers.csv": "Extension,Number,Type\n,0113 496 0117,Mobile\n",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Fernhill Ltd,Site Manager,"• Ran it.\n• Cut accidents by 40 %.",Leeds,Mar 2015,\n'
    "Quillon,Foreman,Kept the yard.,,2010,Feb 2012\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name\nFern College,2006,2010,Rowing,BEng Civil Engineering\n",
    "Skills.csv": "Name\nWelding\nRigging\n",
    "Languages.csv": "Name,Proficiency\nEnglish,Native or bilingual proficiency\n",
    "Connections.csv": "First Name,Last Name\nBob,Stranger\n",
}


def archive(tables: dict[str, str], folder: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in tables.items():
            file.writestr(folder + name, text)
    return packed.getvalue()


@pytest.mark.parametrize("folder", ["", "Basic_LinkedInDataExport/"])
def test_the_tables_become_a_profile(folder: str) -> None:
    reading = cv.read(archive(TABLES, folder), "export.zip")
    profile, basics = reading.profile, reading.profile.basics
    assert (basics.name, basics.label, basics.email) == ("Ada Lark", "Site Manager", "ada@fernmail.example")
    assert (basics.phone, basics.url, basics.summary) == (
        "+441134960117",
        "https://ada.example",
        "Builds bridges.",
    )
    assert [(a.network, a.username) for a in basics.profiles] == [
        ("GitHub", "ada-lark"),
        ("Twitter", "adalark"),
    ]
    assert [(w.name, w.position, w.start_date, w.end_date) for w in profile.work] == [
        ("Fernhill Ltd", "Site Manager", "2015-03", None),
        ("Quillon", "Foreman", "2010", "2012-02"),
    ]
    assert profile.work[0].highlights == ("Ran it.", "Cut accidents by 40 %.")
    assert profile.work[1].summary == "Kept the yard."
    (course,) = profile.education
    assert (course.institution, course.study_type, course.area) == (
        "Fern College",
        "BEng",
        "Civil Engineering",
    )
    assert [s.name for s in profile.skills] == ["Welding", "Rigging"]
    assert reading.sources["/work/1/position"].place == AtPointer("/Positions.csv/1/Title")
    assert [item.text for item in reading.unplaced] == ["Rowing"]
    assert "Stranger" not in str(reading.to_json())


def test_other_archives_are_refused() -> None:
    with pytest.raises(UnreadableFault, match="holds no document"):
        cv.read(archive({"notes.txt": "x"}), "export.zip")
    with pytest.raises(UnreadableFault, match="holds no profile"):
        cv.read(archive({"Profile.csv": "First Name\n"}), "export.zip")


def test_a_table_as_long_as_a_phone_book_is_refused() -> None:
    with pytest.raises(UnreadableFault, match="more rows"):
        cv.read(archive({**TABLES, "Skills.csv": "Name\n" + "Welding\n" * 3000}), "export.zip")


def test_an_archive_that_swells_is_refused() -> None:
    with pytest.raises(UnreadableFault, match="unpacks to far more"):
        cv.read(archive({**TABLES, "Skills.csv": "Name\n" + "W" * 60_000_000}), "export.zip")
