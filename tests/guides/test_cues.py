import pytest

from bonafide.guides.cues import compile_cue


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
    match = compile_cue(cue).pattern.search(f" {words} ")
    assert (match and match[0].strip()) == heard


def test_a_hint_is_marked() -> None:
    assert compile_cue("?lamp").hint
    assert not compile_cue("lamp").hint
