from __future__ import annotations

import pytest

from bonafide.model.page import Page
from bonafide.posting import read
from bonafide.posting.lines import Line, Role
from bonafide.posting.listing import told_apart, without_joint

TEXT = """Keeper of Lights Manager, Glow Harbour Trust, Oslo

We keep eleven lights on a coast that has no roads. Two keepers share them. Here is what we need from you:

four years or more with diesel engines, and

a boat licence, and

Norwegian as a working language.

Knowing the coast does no harm. A welding course would come in handy. We knit in winter.

What you get: NOK 45-52,000 a month, a house, and five weeks of holiday. Send us a page about yourself.
"""


def test_a_list_written_as_paragraphs_is_read_as_one() -> None:
    posting = read(Page(TEXT.encode(), "text/plain"))
    asked = [(r.kind.value, r.text) for r in posting.requirements]
    assert asked == [
        ("must", "four years or more with diesel engines"),
        ("must", "a boat licence"),
        ("must", "Norwegian as a working language."),
        ("nice", "Knowing the coast does no harm."),
        ("nice", "A welding course would come in handy."),
    ]
    assert (posting.title, posting.company) == ("Keeper of Lights Manager", "Glow Harbour Trust")
    assert [place.city for place in posting.locations] == ["Oslo"]
    assert posting.salary and (posting.salary.min, posting.salary.max) == (45_000, 52_000)


def test_only_the_last_sentence_announces() -> None:
    lines = [Line("It rains. We need:"), Line("boots,"), Line("a coat"), Line("That is all.")]
    assert [(line.text, line.role) for line in told_apart(lines)] == [
        ("It rains.", Role.TEXT),
        ("We need:", Role.HEADING),
        ("boots,", Role.ITEM),
        ("a coat", Role.ITEM),
        ("That is all.", Role.TEXT),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("We need:", "Boots are dear.", "Coats are not."),
        ("We need boots.", "a coat, and", "a hat."),
        ("We need:", "boots."),
    ],
)
def test_paragraphs_that_do_not_go_on_stay_paragraphs(texts: tuple[str, ...]) -> None:
    lines = [Line(text) for text in texts]
    assert list(told_apart(lines)) == lines


def test_the_joint_is_no_part_of_an_item() -> None:
    assert without_joint("a boat licence, and") == "a boat licence"
    assert without_joint("ein Bootsschein; oder") == "ein Bootsschein"
    assert without_joint("Norwegian, rock and") == "Norwegian, rock and"
