"""The gate: nothing is printed that grounding has not passed; what it refuses is replaced, left out, and shown."""

from __future__ import annotations

from datetime import date

from bonafide import grounding, tailoring
from bonafide.grounding import Grounded, Refused
from bonafide.model.claim import CheckedSentence
from bonafide.model.fact import Facts
from bonafide.model.faults import BugFault
from bonafide.model.posting import Posting
from bonafide.tailoring import Tailored

ROUNDS = 25
"""Each round takes at least one refused line away; a draft has not as many ways to go wrong as this."""


def passed(
    tailored: Tailored, facts: Facts, posting: Posting, today: date
) -> tuple[Tailored, Grounded, tuple[CheckedSentence, ...]]:
    """The draft as it may be printed, and every sentence that was refused on the way.

    A refused sentence of the letter is composed anew from other facts; a refused line of the CV goes.
    Raises BugFault where the draft does not come clean.
    """
    refused: dict[str, CheckedSentence] = {}
    for _ in range(ROUNDS):
        outcome = grounding.ground(tailored.draft, facts, posting, today)
        if isinstance(outcome, Grounded):
            return tailored, outcome, tuple(refused.values())
        refused.update({refusal.line.text: refusal.checked for refusal in outcome.lines})
        tailored = _mended(tailored, outcome, frozenset(refused))
    raise BugFault(
        "The letter did not pass the check after many attempts.", mend="Please report the CV's kind."
    )


def _mended(tailored: Tailored, outcome: Refused, texts: frozenset[str]) -> Tailored:
    lines = frozenset(refusal.line for refusal in outcome.lines)
    return tailoring.relettered(tailoring.stripped(tailored, lines), texts)
