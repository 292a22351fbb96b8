"""Requirements that stand in sentences, in questions and in tables, and below headings that only hint at them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from bonafide.connectors.sources import page_of
from bonafide.model.posting import Requirement, RequirementKind
from bonafide.posting import plain, requirements
from bonafide.posting.sections import Topic, topic_of
from bonafide.posting.wording import Wording
from bonafide.workflows.reading import read_posting

MUST, NICE = RequirementKind.MUST, RequirementKind.NICE


def kinds(found: Iterable[Requirement]) -> dict[str, str]:
    """The requirements among them, each with its kind."""
    return {one.text: str(one.kind) for one in found if one.kind is not RequirementKind.RESPONSIBILITY}


def asked(text: str) -> dict[str, str]:
    """The requirements of a pasted text."""
    return kinds(one for one, _ in requirements.find(plain.lines_of(text)))


def test_sentences_that_go_on_about_the_person_are_requirements() -> None:
    letter = (
        "Keeper of Bells, Harrow Tower Trust\n\n"
        "Our tower has rung since 1612, and last year it fell silent for a week. You would lead four ringers.\n\n"
        "The right person has looked after bells for at least five years. They have managed a budget for repairs. "
        "They would ideally read music. Above all they sleep well near noise.\n\n"
        "We pay fairly. They say the view is splendid.\n"
    )
    assert asked(letter) == {
        "The right person has looked after bells for at least five years.": "must",
        "They have managed a budget for repairs.": "must",
        "They would ideally read music.": "nice",
        "Above all they sleep well near noise.": "must",
    }


def test_questions_about_the_reader_are_requirements_and_invitations_are_not() -> None:
    text = (
        "Head Gardener, Weir Park\n\nAre you ready for a new garden?\n\nHave you led a team of gardeners?\n\n"
        "Do you know roses and their diseases?\n\nHave you perhaps kept bees?\n\nDo you have any questions? Ring us.\n"
    )
    assert asked(text) == {
        "Have you led a team of gardeners?": "must",
        "Do you know roses and their diseases?": "must",
        "Have you perhaps kept bees?": "nice",
    }


def test_one_question_alone_is_no_requirement() -> None:
    assert (
        asked("Head Gardener, Weir Park\n\nHave you seen our roses? They are red. We water them daily.\n")
        == {}
    )


def test_a_paragraph_brings_several_headings_along() -> None:
    text = (
        "Clock Engineer, Tick & Daughters\n\n"
        "Who we are: a workshop of nine. Who we're looking for: a clock engineer with six years at the bench.\n"
    )
    assert asked(text) == {"a clock engineer with six years at the bench.": "must"}


def test_the_last_sentence_of_a_paragraph_announces_its_list() -> None:
    text = (
        "Harbour Pilot, Port of Ness\n\nWe are a small port. The person appointed will bring:\n\n"
        "(a) a pilot's licence;\n(b) ten years at sea.\n\n"
        "It would be regarded as an advantage, though by no means as a condition, if the candidate had also:\n\n"
        "(a) sailed in ice;\n(b) taught others.\n"
    )
    assert {text.strip(" .;"): kind for text, kind in asked(text).items()} == {
        "a pilot's licence": "must",
        "ten years at sea": "must",
        "sailed in ice": "nice",
        "taught others": "nice",
    }


@pytest.mark.parametrize("joint", [" | ", "\t"])
def test_rows_that_rate_requirements(joint: str) -> None:
    rows = [
        ("Criterion", "Rating", "Tested by"),
        ("Chartered clockmaker", "Essential", "Form"),
        ("Six years with tower clocks", "E", "Form"),
        ("Experience with sundials", "Desirable", "Interview"),
    ]
    text = "Clockmaker, Borough of Tock\n\nPerson specification\n\n" + "\n".join(map(joint.join, rows))
    expected = {
        "Chartered clockmaker": "must",
        "Six years with tower clocks": "must",
        "Experience with sundials": "nice",
    }
    assert asked(text + "\n") == expected
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = (
        "<h1>Clockmaker</h1><p>Borough of Tock looks after forty clocks; you will wind them.</p>"
        f"<h2>Person specification</h2><table>{cells}</table><h2>Benefits</h2><p>Pension and salary</p>"
    )
    html = f"<html><body><main>{page}</main></body></html>"
    assert kinds(read_posting((page_of(html.encode()),), None).requirements) == expected


def test_a_table_without_ratings_is_left_alone() -> None:
    text = "Baker, Crumb & Co\n\nWe bake.\n\nMonday | rye | 6 o'clock\nTuesday | spelt | 7 o'clock\n"
    assert "Monday | rye | 6 o'clock" in [line.text for line in plain.lines_of(text)]


def test_a_heading_of_two_meanings_is_told_by_what_follows() -> None:
    text = "Ferry Master, Sound Lines\n\nConditions\n\n- six seasons at sea\n- a licence\n\n{}\n\n- Norwegian\n- a bicycle\n"
    assert asked(text.format("Pluses"))["six seasons at sea"] == "must"
    assert "six seasons at sea" not in asked(text.format("How to apply"))


def test_a_heading_that_breaks_off_demands_first_and_wishes_later() -> None:
    text = (
        "Hotel Manager, Faro\n\nThis house is yours if\n\n- you have run a hotel\n- you speak Portuguese\n\n"
        "And happier still if\n\n- you cook\n- you fish\n"
    )
    assert list(asked(text).values()) == ["must", "must", "nice", "nice"]


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("What makes you a fit", Topic.MUST),
        ("You, in a nutshell", Topic.MUST),
        ("Und du?", Topic.MUST),
        ("Dein Rucksack", Topic.MUST),
        ("Dans vos bagages", Topic.MUST),
        ("Wat neem jij mee?", Topic.MUST),
        ("¿Qué te pedimos?", Topic.MUST),
        ("La cerise sur le gâteau", Topic.NICE),
        ("Kür", Topic.NICE),
        ("It helps if you have", Topic.NICE),
        ("If you", Topic.MUST),
        ("Happier still if you", None),
        ("Wat staat er tegenover?", Topic.BENEFIT),
        ("Ihre Aufgaben", Topic.DUTY),
    ],
)
def test_what_chatty_headings_announce(heading: str, topic: Topic | None) -> None:
    assert topic_of(heading) is topic


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You would ideally have sailed", NICE),
        ("haben im besten Fall schon gesegelt", NICE),
        ("If you have wound a clock before, tell us about it", NICE),
        ("If you need help with the form, tell us about it", MUST),
        ("Welsh (optional)", NICE),
        ("Welsh (spoken daily)", MUST),
        ("Welsh is welcome; the sheep do not mind", NICE),
        ("Welding is a plus, not a condition", NICE),
        ("A licence, ideally for the sound", MUST),
        ("So would some Welsh, since we ring there, too", NICE),
        ("Experience with bronze would be very useful", NICE),
        ("Kenntnisse im Glockenguss wären schön", NICE),
        ("Latin is necessary, Greek would be a delight", MUST),
    ],
)
def test_more_ways_to_wish(text: str, kind: RequirementKind) -> None:
    assert Wording().kind(text, MUST) is kind


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("We'd expect a degree in horology", True),
        ("We expect to open two more towers", False),
        ("We need experience with bronze", True),
        ("Our experience with bronze is long", False),
    ],
)
def test_the_company_says_what_it_wants(text: str, asks: bool) -> None:
    assert Wording().asks(text) is asks


def test_lists_whose_headings_say_nothing_are_told_by_their_place() -> None:
    text = (
        "Bell Founder, Bronze & Sons\n\nMondays to Fridays\n\n- Cast the bells\n- Tune the bells\n\n"
        "Fire and metal\n\n- Six years of experience at the furnace\n- A steady hand\n- Bronze\n\n"
        "Sparks that move us\n\n- Knowledge of Latin\n- Experience with bells of steel\n\n"
        "From our side\n\n- £41,000 a year\n- 28 days of holiday\n"
    )
    assert asked(text) == {
        "Six years of experience at the furnace": "must",
        "A steady hand": "must",
        "Bronze": "must",
        "Knowledge of Latin": "nice",
        "Experience with bells of steel": "nice",
    }


def test_numbers_in_a_row_are_items_whatever_they_say() -> None:
    text = "Dean of Bells\n\nDesirable\n\n6. Languages\n7. Experience in higher education\n8. A clear voice\n"
    assert asked(text) == {
        "Languages": "nice",
        "Experience in higher education": "nice",
        "A clear voice": "nice",
    }


def test_a_date_does_not_end_a_heading_inside_a_paragraph() -> None:
    text = "Glöckner (m/w/d)\n\nWir suchen zum 1. April einen Glöckner für den Nordturm.\n"
    assert not any(one.startswith("April") for one in asked(text))


def test_pictures_and_roman_numbers_in_a_row_mark_items() -> None:
    text = (
        "we need a bell ringer\n\nyou\n🔔 have rung for six years\n🔔 sleep late\n\nhappier if you\n"
        "🎵 know Latin\n🎵 sing\n\nus\n🍺 a salary of £20k\n🍺 beer\n\n"
        "Essential\ni. a good ear;\nii. a head for heights;\n\nDesirable\niii. a bicycle.\n"
    )
    assert asked(text) == {
        "have rung for six years": "must",
        "sleep late": "must",
        "know Latin": "nice",
        "sing": "nice",
        "a good ear;": "must",
        "a head for heights;": "must",
        "a bicycle.": "nice",
    }


def test_a_case_that_is_supposed_behind_demands_is_a_wish() -> None:
    text = (
        "Bell Ringer\n\nYou have rung bells for six years. You know at least four methods. "
        "If you have rung abroad, we shall get on at once.\n"
    )
    assert asked(text)["If you have rung abroad, we shall get on at once."] == "nice"


def test_a_question_in_a_paragraph_may_be_its_heading_and_a_few_words_its_label() -> None:
    text = (
        "Bell Ringer\n\nWho should write to us? People who have rung for six years.\n\n"
        "Requirements\n\nSteady nerves. You have rung at a height of forty metres or more.\n\n"
        "The post is based in the north tower.\n"
    )
    assert list(asked(text)) == [
        "People who have rung for six years.",
        "You have rung at a height of forty metres or more.",
    ]


def test_a_letter_that_names_a_role_is_taken_for_a_posting() -> None:
    letter = (
        "Tower Operations Lead\nHarrow Tower Trust, Cork\n\n"
        + "Nine towers between here and the sea keep time for the whole coast, and when one stops nobody knows when to eat. "
        + "You'd own everything between the rope and the clock, with two people who keep it going through the winter.\n\n"
        + "What would we like to see in you? Some years of running systems that a town can't do without. "
        + "Willingness to be rung before dawn, about once a month.\n"
    )
    found = kinds(read_posting((page_of(letter.encode()),), None).requirements)
    assert list(found) == [
        "Some years of running systems that a town can't do without.",
        "Willingness to be rung before dawn, about once a month.",
    ]


def test_an_unknown_heading_among_tasks_is_one_of_demands_where_its_list_asks() -> None:
    text = (
        "Bell Founder\n\nDuties include:\n\n- casting bells\n- tuning bells\n\n"
        "{}:\n\n- a degree in metallurgy\n- knowledge of bronze\n- steady hands\n"
    )
    assert len(asked(text.format("At the furnace"))) == 3
    assert (
        asked("Founder\n\nDuties include:\n\n- casting\n- tuning\n\nIn winter:\n\n- sweeping\n- mending\n")
        == {}
    )
