"""Looks are data: every file is whole, a wrong manner or colour is told, and each prints its own page."""

from __future__ import annotations

from pathlib import Path

import pytest

from bonafide import documents
from bonafide.cli.options import TEMPLATES
from bonafide.documents import looks
from bonafide.model.faults import BugFault, InputFault
from documents.samples import FULL, Backed


def test_there_are_four_and_the_usual_one_comes_first() -> None:
    assert documents.templates() == ("classic", "compact", "editorial", "plain")
    assert documents.templates() == TEMPLATES


def test_each_prints_another_page() -> None:
    prints = {documents.typeset_cv(Backed(FULL), template=name) for name in documents.templates()}
    assert len(prints) == 4


def test_an_unknown_look_is_told_with_the_choice() -> None:
    with pytest.raises(InputFault, match=r"baroque.*classic, compact, editorial, plain"):
        documents.look("baroque")


@pytest.mark.parametrize(
    ("right", "wrong", "where"),
    [
        ('dates = "right"', 'dates = "above"', "dates"),
        ('rule = "below"', 'rule = "beside"', "heading rule"),
        ('ink = "#1c2830"', 'ink = "black"', "colours ink"),
    ],
)
def test_a_manner_or_colour_that_nobody_knows_is_refused(
    right: str, wrong: str, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (looks.LOOKS / "classic.toml").read_text("utf-8")
    assert right in text
    (tmp_path / "classic.toml").write_text(text.replace(right, wrong), "utf-8")
    monkeypatch.setattr(looks, "LOOKS", tmp_path)
    with pytest.raises(BugFault, match=where):
        looks.look.__wrapped__("classic")
