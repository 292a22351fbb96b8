"""A letter that the person wrote or changed: judged sentence by sentence, and printed only when all of it is backed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bonafide import grounding
from bonafide.grounding import Grounded
from bonafide.language import sentences
from bonafide.model.claim import CheckedSentence, Claim, Support
from bonafide.model.draft import Draft, Line
from bonafide.model.fact import Facts
from bonafide.model.faults import Fault, Faults, InputFault
from bonafide.model.posting import Posting

Paragraphs = tuple[tuple[CheckedSentence, ...], ...]


def judged(
    texts: Sequence[str], composed: Grounded, facts: Facts, posting: Posting, today: date
) -> Paragraphs:
    """Each paragraph's sentences with their claims; sentences that Bonafide composed have passed before."""
    passed = {sentence.text: sentence for sentence in composed.letter_check.sentences}
    return tuple(
        tuple(
            passed.get(text) or grounding.check_line(Line(text), facts, posting, today)
            for text in _split(paragraph)
        )
        for paragraph in texts
        if paragraph.strip()
    )


def written(texts: Sequence[str], composed: Grounded, facts: Facts, posting: Posting, today: date) -> Draft:
    """The draft with the person's letter in place of the composed one; its sentences cite what backs them."""
    draft = composed.draft
    lines = {line.text: line for paragraph in draft.letter.paragraphs for line in paragraph}
    paragraphs = tuple(
        tuple(lines.get(sentence.text) or Line(sentence.text, cited(sentence)) for sentence in paragraph)
        for paragraph in judged(texts, composed, facts, posting, today)
    )
    return replace(draft, letter=replace(draft.letter, paragraphs=paragraphs))


def grounded(draft: Draft, facts: Facts, posting: Posting, today: date) -> Grounded:
    """The draft as it may be printed. Raises Faults, one for each sentence that nothing backs."""
    outcome = grounding.ground(draft, facts, posting, today)
    if isinstance(outcome, Grounded):
        return outcome
    faults: list[Fault] = [
        InputFault(f"“{refused.line.text}”: {why(refused.checked)}.", where="Letter", mend=MEND)
        for refused in outcome.lines
    ]
    raise Faults(faults)


MEND = "Say it as your CV does, leave it out, or add it to your facts where it is true."


def _split(paragraph: str) -> tuple[str, ...]:
    return tuple(sentence.text for sentence in sentences.split(" ".join(paragraph.split())))


def cited(sentence: CheckedSentence) -> tuple[str, ...]:
    """The pointers of the facts that back a sentence's claims."""
    pointers = (claim.fact.pointer for claim in sentence.claims if claim.fact)
    return tuple(dict.fromkeys(pointers))


def why(sentence: CheckedSentence) -> str:
    """What differs from the facts in a sentence that was refused."""
    return (
        "; ".join(f"“{claim.text}”: {claim.why}" for claim in _refused(sentence) if claim.why)
        or "nothing backs it"
    )


def _refused(sentence: CheckedSentence) -> tuple[Claim, ...]:
    return tuple(claim for claim in sentence.claims if claim.verdict is Support.UNSUPPORTED)
