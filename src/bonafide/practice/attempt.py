"""Whether a text is an attempt at an answer at all; what is none is refused, kindly, with the reason."""

from __future__ import annotations

import re
from collections import Counter

from bonafide.language.sentences import STOPWORDS, words
from bonafide.model.faults import InputFault
from bonafide.model.guide import Question

FEWEST_WORDS = 8
COPIED_RUN = 6
"""A run of so many words that stands in the question too was quoted from it."""

MOST_CHARACTERS = 60_000
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def check_attempt(text: str, question: Question) -> None:
    """Raises `InputFault` with a sentence where there is nothing to rate."""
    if len(text) > MOST_CHARACTERS:
        raise InputFault(
            "The answer is far longer than anybody can say.", mend="Give one answer, not a document."
        )
    own = words(without_question(text, question))
    if not words(text):
        raise InputFault("There is no answer to rate yet.", mend="Say a few sentences, then ask again.")
    if len(own) < FEWEST_WORDS and len(own) < len(words(text)):
        raise InputFault("This is the question, not an answer.", mend="Tell it in your own words.")
    if len(own) < FEWEST_WORDS:
        raise InputFault("This is too short to rate.", mend="Say what you did, and what came of it.")
    if _garbled(own):
        raise InputFault("The text cannot be read as speech.", mend="Check the transcript, then ask again.")
    if _foreign(own):
        raise InputFault("Only answers in English can be rated so far.", mend="Rehearse this one in English.")


def without_question(text: str, question: Question) -> str:
    """The text with runs of the question's own words blanked out; every other character keeps its place."""
    asked = [match[0].casefold() for match in _WORD.finditer(question.wording)]
    runs = {tuple(asked[at : at + COPIED_RUN]) for at in range(len(asked) - COPIED_RUN + 1)}
    said = list(_WORD.finditer(text))
    kept = list(text)
    for at in range(len(said) - COPIED_RUN + 1):
        run = said[at : at + COPIED_RUN]
        if tuple(match[0].casefold() for match in run) in runs:
            kept[run[0].start() : run[-1].end()] = " " * (run[-1].end() - run[0].start())
    return "".join(kept)


def _foreign(own: tuple[str, ...]) -> bool:
    """Hardly any of the small words that English cannot do without."""
    if len(own) < 12:
        return False
    return sum(word in STOPWORDS for word in own) / len(own) < 0.18


def _garbled(own: tuple[str, ...]) -> bool:
    """Words without vowels, or the same few over and over."""
    letters = [word for word in own if word.isalpha() and len(word) > 3]
    voiceless = sum(not re.search("[aeiouyàáâäèéêëìíîïòóôöùúûü]", word) for word in letters)
    most = Counter(own).most_common(1)[0][1]
    return voiceless > 0.3 * max(1, len(letters)) or (len(own) >= 12 and most > 0.5 * len(own))
