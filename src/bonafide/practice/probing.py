"""After an answer: the probes one by one, each chosen from what is still missing, and the rating of all that was said."""

from __future__ import annotations

from bonafide.model.attempt import Reply, Told
from bonafide.model.guide import Guide
from bonafide.model.rating import AskedProbe, Rating
from bonafide.practice.attempt import check_reply
from bonafide.practice.rating import rate

MOST_ASKED = 2


def begun(guide: Guide, question: str, answer: str) -> tuple[Told, Rating]:
    """An answer and its rating. Raises `InputFault` where there is nothing to rate."""
    told = Told(answer.strip())
    return told, rate_told(guide, question, told)


def replied(told: Told, probe: AskedProbe, text: str) -> Told:
    """What was said, with a reply to the probe; an empty one passes it over.

    Raises `InputFault` where the reply is not readable English.
    """
    check_reply(text.strip())
    return Told(told.answer, (*told.replies, Reply(probe, text.strip())))


def rate_told(guide: Guide, question: str, told: Told) -> Rating:
    """The rating of the answer and its replies as one."""
    return rate(guide, question, told.whole)


def next_probe(rating: Rating, told: Told) -> AskedProbe | None:
    """The probe that a panel asks now; None where it has asked enough or misses nothing that it can ask for."""
    if len(told.replies) >= MOST_ASKED:
        return None
    asked = {reply.probe.target for reply in told.replies}
    said = {reply.probe.text for reply in told.replies}
    left = (one for one in rating.probes if one.target not in asked and one.text not in said)
    return next(left, None)
