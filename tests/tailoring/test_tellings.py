"""One deed, told to several employers in different words, each of them its own."""

from __future__ import annotations

from dataclasses import replace

import samples
from bonafide import tailoring
from bonafide.model.draft import LetterDraft
from bonafide.tailoring.tellings import longest_run


def letter(company: str) -> LetterDraft:
    posting = replace(samples.posting(), company=company)
    return tailoring.tailor(posting, samples.match(), samples.facts(), today=samples.TODAY).draft.letter


def deeds(draft: LetterDraft) -> dict[str, str]:
    """The sentences that tell a deed, by the line of the CV they rest on."""
    lines = (line for paragraph in draft.paragraphs for line in paragraph)
    return {line.facts[0]: line.text for line in lines if line.facts and "highlights" in line.facts[0]}


def test_a_deed_is_told_differently_to_other_employers() -> None:
    told = [
        deeds(letter(company)) for company in ("Ashgrove Rail", "Birch Mills", "Cedar Post", "Dunlin Air")
    ]
    first = told[0]
    assert any(
        other.get(pointer) not in (None, text) for other in told[1:] for pointer, text in first.items()
    )
    assert deeds(letter("Ashgrove Rail")) == first


def test_no_opening_is_used_twice_while_there_are_others() -> None:
    texts = list(deeds(letter("Ashgrove Rail")).values())
    openings = [" ".join(text.split()[:3]) for text in texts]
    assert len(set(openings)) == len(openings)


def test_a_need_is_named_once() -> None:
    body = " ".join(line.text for paragraph in letter("Birch Mills").paragraphs for line in paragraph)
    assert body.count("event streaming") <= 1


def test_the_longest_run_of_own_words() -> None:
    assert longest_run("one two | three four five", frozenset()) == 3
    assert longest_run("at Larkspur I moved it", frozenset({"larkspur"})) == 4


def test_what_answers_nothing_is_named_in_few_words() -> None:
    match = replace(samples.match(), requirements=(), fit=1)
    draft = tailoring.tailor(samples.posting(), match, samples.facts(), today=samples.TODAY).draft
    several = [
        line
        for paragraph in draft.letter.paragraphs
        for line in paragraph
        if sum("highlights" in pointer for pointer in line.facts) > 1
    ]
    assert all(len(line.text.split()) < 40 for line in several)


def test_a_colon_is_not_followed_by_a_joining_word() -> None:
    for seed in range(12):
        body = [line.text for paragraph in letter(f"Firm {seed}").paragraphs for line in paragraph]
        assert not [text for text in body if ": and " in text or ": besides" in text]
