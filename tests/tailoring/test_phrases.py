"""The words of letters: patterns that two letters can share without being alike."""

from __future__ import annotations

import re

import pytest

from bonafide.model.style import Tone
from bonafide.tailoring.phrases import LONGEST_FIXED_RUN, SLOT, Choice, filled, languages, patterns

STOCK = (
    "writing to apply", "excited", "passionate", "proven track record", "look forward", "hesitate", "perfect fit",
    "my work there included", "among other things", "on paper:", "your list names", "says your posting", "you write",
    "per cent", " – ", "as for ", "team player", "hit the ground", "esteemed", "dynamic", "thrilled", "dream", "unique opportunity", "to whom it may",
)  # fmt: skip


def all_patterns() -> list[tuple[str, str]]:
    """Every pattern but those of salutation and close, which are what everybody writes."""
    found = (
        (language, name, text)
        for language in languages()
        for tone in Tone
        for name, group in patterns(language, tone).items()
        for text in group
    )
    forms = ("letter.salutation", "letter.close_", "letter.close")
    return sorted(
        {
            (language, text)
            for language, name, text in found
            if not name.startswith(forms) or "closing" in name
        }
    )


NAMES = {"one", "company", "title", "employer", "at", "position", "person"}


def longest_fixed_run(pattern: str) -> int:
    """The most words in a row that nothing of the pair interrupts; names do not count as an interruption."""
    unnamed = SLOT.sub(lambda slot: "" if slot[1] in NAMES else "|", pattern)
    return max(len(re.findall(r"[\w’'-]+", part)) for part in unnamed.split("|"))


@pytest.mark.parametrize(("language", "pattern"), all_patterns())
def test_no_pattern_has_a_long_run_of_its_own_words(language: str, pattern: str) -> None:
    assert longest_fixed_run(pattern) <= LONGEST_FIXED_RUN


def test_the_measure_sees_a_long_run() -> None:
    assert longest_fixed_run("{a} one two three four five six seven {b}") == 7
    assert longest_fixed_run("one {company} two {title} three") == 3


@pytest.mark.parametrize(("language", "pattern"), all_patterns())
def test_no_stock_phrase(language: str, pattern: str) -> None:
    assert not [phrase for phrase in STOCK if phrase in pattern.casefold()]


def test_the_same_seed_chooses_the_same_words_and_another_others() -> None:
    values = {"need": "run a port", "title": "T", "company": "C"}
    first = Choice("en", "one").fill("letter.reason_task", values)
    assert first == Choice("en", "one").fill("letter.reason_task", values)
    others = {Choice("en", str(seed)).fill("letter.reason_task", values) for seed in range(40)}
    assert len(others) > 5


def test_a_pattern_is_used_only_when_all_its_slots_are_known() -> None:
    assert Choice("en", "x").fill("letter.salutation_person", {"person": ""}) is None
    assert filled("at {employer} I", {"employer": "Larkspur"}) == "At Larkspur I"
