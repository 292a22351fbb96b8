"""How many rounds a posting speaks of."""

import pytest

from bonafide.practice.stated import stated_rounds


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("We build lamps. Our interview process has four rounds, the last one in Skerry.", 4),
        ("The hiring process takes three to five stages.", 5),
        ("Expect 3 short interviews within two weeks.", 3),
        ("Unser Bewerbungsprozess besteht aus drei Gesprächen.", 3),
        ("Der Prozess umfasst zwei Gesprächsrunden; im Interview lernst du das Team kennen.", 2),
        ("Le processus comprend quatre étapes.", 4),
        ("After a call there are two technical interviews and a case.", 2),
        ("A short call, two technical interviews, a case.", None),
        ("You lead four teams through two funding rounds.", None),
        ("In the interview we tell you about our 14 lamps.", None),
        ("Our interview process has 200 steps.", None),
        ("", None),
    ],
)
def test_rounds_are_read_where_all_are_counted(text: str, rounds: int | None) -> None:
    assert stated_rounds(text) == rounds
