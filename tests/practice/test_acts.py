import pytest

from bonafide.practice.acts import Mood, Who, find_acts
from bonafide.practice.speech import hear


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Told the keepers the same day. I took the lamp home.", [("own", "done"), ("own", "done")]),
        ("Moved three lamps. They were old.", [("team", "done")]),
        ("Asked for by June, because the ministry came.", []),
        ("I'd a quiet word with the keeper of the north tower.", [("own", "done")]),
        ("I'd forty lamps and no boat.", []),
        ("I had him pick the lamp.", [("own", "done")]),
        ("I would not touch the lamp and I would set a date.", [("own", "planned"), ("own", "planned")]),
        ("I'd visit the towers and write the faults down.", [("own", "planned"), ("own", "planned")]),
        ("I would say that lamps matter.", []),
    ],
)
def test_who_acts_and_whether_it_was_done(text: str, acts: list[tuple[str, str]]) -> None:
    expected = [(Who(who), Mood(mood)) for who, mood in acts]
    assert [(act.who, act.mood) for act in find_acts(hear(text))] == expected
