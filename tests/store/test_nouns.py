"""Whatever the model holds can be kept as JSON and comes out equal."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bonafide import cv, posting
from bonafide.grounding import ground
from bonafide.matching import match
from bonafide.model.draft import Draft
from bonafide.model.fact import facts_of
from bonafide.model.faults import InputFault
from bonafide.model.match import Match
from bonafide.model.page import Page
from bonafide.model.place import AtPointer, Box, InParagraph, OnPage
from bonafide.model.posting import Posting
from bonafide.model.reading import CvReading, Source
from bonafide.store.nouns import decode, encode
from bonafide.tailoring import tailor

SAMPLE = Path(__file__).resolve().parents[2] / "sample"


def through_json(value: object) -> object:
    """What a database gives back."""
    return json.loads(json.dumps(encode(value)))


@pytest.mark.parametrize("place", [OnPage(2, Box(1, 2.5, 3, 4)), InParagraph(7), AtPointer("/work/0/name")])
def test_a_place_is_told_by_its_keys(place: OnPage | InParagraph | AtPointer) -> None:
    source = Source(place, "as printed", 0.5, unknown=True)
    assert decode(Source, through_json(source)) == source


def test_a_whole_application_comes_out_equal() -> None:
    reading = cv.read((SAMPLE / "cv.pdf").read_bytes(), "cv.pdf")
    asked = posting.read(Page((SAMPLE / "posting.html").read_bytes(), "text/html"), None)
    facts = facts_of(reading.profile, {"why": "It is by the sea."}, reading.sources)
    matched = match(asked, facts, date(2026, 11, 27))
    draft = tailor(asked, matched, facts, today=date(2026, 11, 27)).draft
    assert decode(CvReading, through_json(reading)) == reading
    assert decode(Posting, through_json(asked)) == asked
    assert decode(Match, through_json(matched)) == matched
    assert decode(Draft, through_json(draft)) == draft
    assert ground(decode(Draft, through_json(draft)), facts, asked, date(2026, 11, 27))


@pytest.mark.parametrize(
    "plain",
    [{"place": {"paragraph": 1}}, {"place": {"paragraph": "x"}, "text": "a"}, {"text": "a", "colour": 1}, 3],
)
def test_what_does_not_fit_is_said(plain: object) -> None:
    with pytest.raises(InputFault, match="Source"):
        decode(Source, plain)
