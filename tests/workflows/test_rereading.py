"""A file read anew: corrections find their items again, and what cannot be found is kept and said."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bonafide.model.place import InParagraph
from bonafide.model.posting import Posting, Requirement, RequirementKind
from bonafide.model.profile import Profile, Work
from bonafide.model.reading import CvReading, Unplaced
from bonafide.workflows.correcting import corrected_reading
from bonafide.workflows.rereading import carried, carried_posting

BOOKS = Work(
    name="Quayside Books", position="Keeper", highlights=("Ran the till.", "Bound forty atlases a year.")
)
ROPES = Work(
    name="Hallam Ropeworks", position="Splicer", highlights=("Spliced the ferry's hawsers by hand.",)
)
NOTE = Unplaced("Driving licence B", InParagraph(40))
OLD = CvReading(Profile(work=(BOOKS, ROPES)), unplaced=(NOTE,))


def test_the_same_reading_leaves_them_as_they_are() -> None:
    mine = {
        "/work/0/position": "Owner",
        "/work/1/highlights/0": None,
        "/work/2/name": "X",
        "/unplaced/0": None,
    }
    assert carried(OLD, OLD, mine) == mine


@given(st.permutations([BOOKS, ROPES, Work(name="Pellow Glass", position="Blower", start_date="2001")]))
def test_an_entry_is_found_again_wherever_it_moved(order: list[Work]) -> None:
    new = CvReading(Profile(work=tuple(order)), unplaced=(NOTE,))
    moved = carried(OLD, new, {"/work/0/position": "Owner", "/work/1/highlights/0": None})
    read = corrected_reading(new, moved).profile.work
    assert next(one for one in read if one.name == "Quayside Books").position == "Owner"
    assert next(one for one in read if one.name == "Hallam Ropeworks").highlights == ()


def test_a_line_is_found_again_in_its_entry() -> None:
    better = replace(BOOKS, highlights=("Bound forty atlases a year, by hand.", "Ran the till."))
    new = CvReading(Profile(work=(better, ROPES)))
    assert carried(OLD, new, {"/work/0/highlights/1": "Bound fifty."}) == {
        "/work/0/highlights/0": "Bound fifty."
    }


def test_what_a_person_added_stays_behind_the_end() -> None:
    new = CvReading(Profile(work=(BOOKS, Work(name="Pellow Glass"), ROPES)))
    assert carried(OLD, new, {"/work/2/name": "Oar & Sons"}) == {"/work/3/name": "Oar & Sons"}


def test_what_vanished_is_kept_aside() -> None:
    new = CvReading(Profile(work=(BOOKS,)))
    aside = carried(OLD, new, {"/work/1/position": "Rigger", "/unplaced/0": None})
    assert aside == {"/gone/work/1/position": "Rigger", "/gone/unplaced/0": None}
    assert corrected_reading(new, aside) == new
    assert carried(new, OLD, aside) == aside


def test_a_requirement_is_found_by_its_text_though_its_kind_changed() -> None:
    asked = Requirement(text="You bind books", kind=RequirementKind.MUST)
    other = Requirement(text="You like ferries", kind=RequirementKind.NICE)
    old, new = (
        Posting(requirements=(asked, other)),
        Posting(requirements=(other, replace(asked, kind=RequirementKind.NICE))),
    )
    wanted = {"/requirements/0/kind": "responsibility", "/title": "Binder", "/gone/title": "x"}
    assert carried_posting(old, new, wanted) == {
        "/requirements/1/kind": "responsibility",
        "/title": "Binder",
        "/gone/title": "x",
    }
