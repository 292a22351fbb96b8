"""An application's pages: the match with its facts, versions that stay as they were, files of one owner only."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from bonafide.model.faults import InputFault
from bonafide.services import applications, editing
from bonafide.store.models import Application, Paper, Person, Version

SAMPLE = Path(__file__).resolve().parents[2] / "sample"


def test_the_match_names_entries_as_people_do(owner: Person, application: Application) -> None:
    page = applications.matched(applications.opened(owner, application.pk))
    assert page
    assert page.counts == {"met": 11, "partial": 0, "unmet": 2}
    led = next(one for one in page.musts if "50 people" in one.match.requirement.text)
    assert led.facts[0].heading.startswith("VP Engineering")
    assert led.facts[0].period == "Mar 2021 – present"
    assert led.facts[0].lines[0].startswith("Lead 71 engineers")


def test_a_new_version_leaves_the_old_one_as_it_was(
    owner: Person, application: Application, now: datetime
) -> None:
    before = dict(Paper.of(owner).values_list("name", "blob__sha256"))
    editing.switch(owner, application.pk, "/work/0/highlights/0", False)
    assert applications.opened(owner, application.pk).unprinted
    applications.again(owner, application.pk, now, {"pages": 1})
    first, second = reversed(Version.of(owner).all())
    assert dict(Paper.of(owner).filter(version=first).values_list("name", "blob__sha256")) == before
    letter = applications.paper(owner, application.pk, second.number, "cv.md")[1].decode()
    assert "Lead 71 engineers" not in letter
    assert not applications.opened(owner, application.pk).unprinted
    assert applications.opened(owner, application.pk, 1).version == first


def test_a_strangers_files_are_not_there(owner: Person, stranger: Person, application: Application) -> None:
    assert applications.paper(owner, application.pk, 1, "cv.pdf")[1].startswith(b"%PDF")
    with pytest.raises(Paper.DoesNotExist):
        applications.paper(stranger, application.pk, 1, "cv.pdf")
    with pytest.raises(Application.DoesNotExist):
        applications.opened(stranger, application.pk)
    with pytest.raises(Application.DoesNotExist):
        editing.switch(stranger, application.pk, "/work/0/highlights/0", False)


def test_the_snapshot_is_the_page_as_it_came(owner: Person, application: Application) -> None:
    assert applications.snapshot(owner, application.pk, 1)[1] == (SAMPLE / "posting.html").read_bytes()
    with pytest.raises(InputFault):
        applications.snapshot(owner, application.pk, 2)
