"""Pace, pauses and fillers from times and words."""

from hypothesis import given
from hypothesis import strategies as st

from bonafide.model.attempt import Sound
from bonafide.practice.delivery import delivery, fillers


def test_pace_pauses_and_fillers() -> None:
    heard = delivery("Um, I mean, we moved " + "the lamps " * 58, Sound(60.0, (0.7, 1.5, 2.25)))
    assert heard
    assert (heard.pace, heard.tempo, heard.pauses, heard.longest) == (121, "calm", 2, 2.25)
    assert heard.fillers == {"um": 1, "i mean": 1}


def test_tempo_by_the_words_a_minute() -> None:
    tempi = [delivery("word " * count, Sound(60.0)) for count in (90, 110, 170, 171)]
    assert [one.tempo for one in tempi if one] == ["slow", "calm", "calm", "fast"]


def test_words_that_nobody_can_have_spoken_in_that_time_tell_nothing() -> None:
    assert delivery("word " * 500, Sound(60.0)) is None


def test_a_filler_that_holds_another_counts_once() -> None:
    assert fillers("You know what I mean, you know.") == {"you know what i mean": 1, "you know": 1}
    assert fillers("The permit was kindly given.") == {}


@given(st.text(max_size=80), st.floats(0, 4000), st.lists(st.floats(0, 90), max_size=5))
def test_any_sound_is_told_or_too_short(text: str, seconds: float, pauses: list[float]) -> None:
    heard = delivery(text, Sound(seconds, tuple(pauses)))
    assert heard is not None or seconds < 1 or 60 * len(text) / seconds > 400
    assert heard is None or 0 <= heard.pauses <= len(pauses)
