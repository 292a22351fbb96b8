import pytest

from bonafide.guides.cues import CueError, compile_cue


@pytest.mark.parametrize(
    ("cue", "words", "heard"),
    [
        ("error budget", "we set an error budget then", "error budget"),
        ("error budget", "we set an error budgets then", None),
        ("error budget*", "we set error budgets then", "error budgets"),
        ("(spare|second one) lamp", "the second one lamp shines", "second one lamp"),
        ("count* .. outage*", "we counted every single outage", "counted every single outage"),
        ("count* .. outage*", "count a b c d e f outage", None),
        ("count* ... outage*", "count a b c d e f outage", "count a b c d e f outage"),
        ("outage* per *", "outages per", None),
        ("lamp", "lampless", None),
    ],
)
def test_what_a_cue_hears(cue: str, words: str, heard: str | None) -> None:
    match = compile_cue(cue).patterns[0].search(f" {words} ")
    assert (match and match[0].strip()) == heard


def test_a_hint_is_marked() -> None:
    assert compile_cue("?lamp").hint
    assert not compile_cue("lamp").hint


def test_rows_joined_by_an_ampersand_are_kept_apart() -> None:
    cue = compile_cue("lamp* & (out|dark)")
    assert len(cue.patterns) == 2
    assert cue.needs == (("lamp",), ("out", "dark"))


def test_a_class_of_words_is_written_in() -> None:
    assert compile_cue("(<period>)").patterns[0].search(" three weeks ")
    with pytest.raises(CueError, match="no class"):
        compile_cue("(<gods>)")
