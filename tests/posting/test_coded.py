"""Lines that carry a code for must or nice to have, and lists written in one sentence."""

from __future__ import annotations

import pytest

from bonafide.model.page import Page
from bonafide.posting import read
from bonafide.posting.coded import headed

HEAD = "Keeper of the Harbour Archive\nKittiwake Record Office, Lerwick\n\nThe archive has four rooms and one stove.\n\n"


def asked(body: str) -> list[tuple[str, str]]:
    """The requirements of a posting with this body, each with its kind."""
    posting = read(Page((HEAD + body).encode(), "text/plain"))
    return [(one.kind.value, one.text) for one in posting.requirements]


WANTED = [
    ("must", "A diploma in archive studies"),
    ("must", "Three years with parish records"),
    ("nice", "Old Norse"),
]


@pytest.mark.parametrize(
    "body",
    [
        "Criteria (E = essential, D = desirable)\n\nE  A diploma in archive studies\nE  Three years with parish records\nD  Old Norse",
        "[E] A diploma in archive studies\n[E] Three years with parish records\n[D] Old Norse",
        "A diploma in archive studies (E)\nThree years with parish records (E)\nOld Norse (D)",
        "E\tA diploma in archive studies\nE\tThree years with parish records\nD\tOld Norse",
        "Anforderungen (M = Muss, K = Kann)\nM: A diploma in archive studies\nM: Three years with parish records\nK: Old Norse",
        "MUSS: A diploma in archive studies\nMUSS: Three years with parish records\nKANN: Old Norse",
        "* = essential, + = desirable\n\n* A diploma in archive studies\n* Three years with parish records\n+ Old Norse",
        "[x] A diploma in archive studies\n[x] Three years with parish records\n[ ] Old Norse\n\n[x] = must, [ ] = nice",
        "★★★ A diploma in archive studies\n★★★ Three years with parish records\n★ Old Norse",
        "- A diploma in archive studies (must)\n- Three years with parish records (must)\n- Old Norse (nice to have)",
        "MUST\n- A diploma in archive studies\n- Three years with parish records\nCOULD\n- Old Norse",
        "Must – A diploma in archive studies\nMust – Three years with parish records\nPlus – Old Norse",
    ],
)
def test_a_code_says_which_lines_are_musts(body: str) -> None:
    assert asked(f"{body}\n\nWe offer tea and 28 days of leave.") == WANTED


def test_headings_between_coded_lines_keep_each_line_its_kind() -> None:
    body = "Training\nA diploma in archive studies (E)\nExperience\nThree years with parish records (E)\nOld Norse (D)\n"
    assert asked(body) == WANTED


@pytest.mark.parametrize(
    "lines",
    [
        ["E Street is quiet.", "A garden", "D minor is our key."],
        ["Vitamin (E)", "Vitamin (D)"],
        ["must: a boat"],
        ["E Ten years", "E A boat", "E A lamp"],  # nothing says what E means, and no D stands beside it
    ],
)
def test_what_only_looks_like_a_code_is_left_alone(lines: list[str]) -> None:
    assert headed(lines) == lines


def test_a_long_line_costs_nothing() -> None:
    assert headed([" " * 200_000 + "x"] * 3) == [" " * 200_000 + "x"] * 3


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "Requirements: a boat licence; two winters at sea; calm. Desirable: an accordion; a dog.",
            [
                ("must", "a boat licence"),
                ("must", "two winters at sea"),
                ("must", "calm"),
                ("nice", "an accordion"),
                ("nice", "a dog"),
            ],
        ),
        (
            "Requirements: boat licence, two winters at sea, Norwegian.",
            [("must", "boat licence"), ("must", "two winters at sea"), ("must", "Norwegian")],
        ),
        (
            "Requirements: Norwegian, Danish or Swedish.\n\nDesirable: bees; sheep.",
            [("must", "Norwegian, Danish or Swedish."), ("nice", "bees"), ("nice", "sheep")],
        ),
    ],
)
def test_a_list_in_one_sentence_is_a_list(line: str, wanted: list[tuple[str, str]]) -> None:
    assert asked(line) == wanted


def test_a_sentence_with_one_semicolon_is_one_requirement() -> None:
    body = "What you bring\n\nYou have kept a lighthouse for three winters; ours happens to be round. You speak Norwegian."
    assert next(text for _, text in asked(body)).endswith("ours happens to be round.")


@pytest.mark.parametrize(
    "turn",
    [
        "We'd be even happier if one of these is true.",
        "Nice to have, some of these:",
        "It would be a plus to have any of the following.",
    ],
)
def test_a_sentence_turns_those_behind_it_into_wishes(turn: str) -> None:
    body = f"You have rowed at night. You can splice a rope. You hold a boat licence.\n\n{turn} You have kept bees. You speak Faroese."
    kinds = asked(body)
    assert [kind for kind, text in kinds if "bees" in text or "Faroese" in text] == ["nice", "nice"]
    assert all(turn not in text for _, text in kinds)


def test_headings_that_stand_alone_head_the_list_below_them() -> None:
    body = "Person specification\n\nEssential\n\nBoat licence\nSafeguarding, as a deputy\nRostering\n\nDesirable\n\nAccordion\nBees\n"
    assert asked(body) == [
        ("must", "Boat licence"),
        ("must", "Safeguarding, as a deputy"),
        ("must", "Rostering"),
        ("nice", "Accordion"),
        ("nice", "Bees"),
    ]


def test_a_condition_above_a_list_opens_the_text() -> None:
    text = "Comptable général\nVergers de la Rade, Paimpol\n\nVous êtes notre comptable si :\n> vous aimez les pommes et les bilans\n> vous avez un BTS\n"
    posting = read(Page(text.encode(), "text/plain"))
    assert [one.text for one in posting.requirements] == [
        "vous aimez les pommes et les bilans",
        "vous avez un BTS",
    ]


def test_what_the_company_pays_is_no_wish() -> None:
    body = "Essential\n- Boat licence\n- Rostering\n\nDesirable\n- Bees\n- Accordion\n\nWe pay NOK 45,000 a month plus the ferry.\n"
    assert all("NOK" not in text for _, text in asked(body))


@pytest.mark.parametrize("mark", ["--", "->", "=>", ">>", "~", "#", "/", "☐", "◾", "(1)", "①", "1️⃣"])
def test_more_marks_of_items(mark: str) -> None:
    body = f"Essential\n{mark} Boat licence\n{mark} Rostering\n\nDesirable\n{mark} Bees\n"
    assert asked(body) == [("must", "Boat licence"), ("must", "Rostering"), ("nice", "Bees")]


def test_letters_with_numbers_mark_items_below_lettered_headings() -> None:
    body = "A. What is indispensable\nA1 Boat licence\nA2 Rostering\nB. What is desirable\nB1 Bees\nB2 Accordion\n"
    assert asked(body) == [
        ("must", "Boat licence"),
        ("must", "Rostering"),
        ("nice", "Bees"),
        ("nice", "Accordion"),
    ]


def test_an_item_broken_by_the_width_of_a_page_is_whole() -> None:
    body = "Essential\n  * a boat licence, or the will\n    to get one\n  * rostering\n"
    assert asked(body) == [("must", "a boat licence, or the will to get one"), ("must", "rostering")]


def test_items_in_one_line_are_parted() -> None:
    body = "We need: • a boat licence • rostering\nNice to have: • bees • an accordion\n"
    assert [text for _, text in asked(body)] == ["a boat licence", "rostering", "bees", "an accordion"]


def test_rules_under_headings_are_no_items() -> None:
    body = "Essential\n---------\nBoat licence\nRostering\n\nDesirable\n=========\nBees\nAccordion\n"
    assert [text for _, text in asked(body)] == ["Boat licence", "Rostering", "Bees", "Accordion"]


def test_short_lines_below_a_heading_in_a_sentence_are_its_list() -> None:
    body = "You'll need\nA boat licence\nRostering\n\nYou'd stand out with\nBees\nAn accordion\n"
    assert asked(body)[2:] == [("nice", "Bees"), ("nice", "An accordion")]


def test_what_the_company_does_not_want_is_not_asked() -> None:
    body = "Green flags:\n- you have kept a log\n- you hold a licence\nRed flags:\n- you whistle at sea\n"
    assert all("whistle" not in text for _, text in asked(body))


def test_a_short_item_may_name_what_a_formality_names() -> None:
    text = "Referentin für Recht (m/w/d)\nVerein Nordlicht, Husum\n\nIhr Profil\n- Zertifizierung im Datenschutz\n- Jurastudium\n- Freude an Vielfalt und am Meer\n\nBitte lesen Sie unsere Hinweise zum Datenschutz, bevor Sie sich bewerben.\n"
    posting = read(Page(text.encode(), "text/plain"))
    assert "Zertifizierung im Datenschutz" in [one.text for one in posting.requirements]
    assert all("Hinweise" not in one.text for one in posting.requirements)


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        (
            "You'll know the tides by heart. You'll have kept a light for three winters. You'll be a member of the guild. You'll hold a licence.",
            4,
        ),
        (
            "Our next keeper will have spent five years on a rock. He or she knows diesel engines. There will be a boat licence. Norwegian is a must.",
            4,
        ),
        ("What it takes: Three winters at sea. A boat licence. Norwegian. What you get: tea.", 3),
    ],
)
def test_prose_that_asks_in_other_persons_and_in_fragments(prose: str, wanted: int) -> None:
    assert len([kind for kind, _ in asked(prose) if kind == "must"]) == wanted


def test_you_must_and_you_may_head_lists_of_lines_that_go_on() -> None:
    body = "You must:\nhave kept a light\nspeak Norwegian\n\nYou may:\nknow bees\nown an accordion\n\nWe will:\npay NOK 40,000\n"
    assert asked(body) == [
        ("must", "have kept a light"),
        ("must", "speak Norwegian"),
        ("nice", "know bees"),
        ("nice", "own an accordion"),
    ]
