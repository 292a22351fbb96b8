"""Whether a text is an attempt at an answer at all; what is none is refused, kindly, with the reason."""

from __future__ import annotations

import re
from collections import Counter

from bonafide.language.sentences import STOPWORDS, words
from bonafide.model.faults import InputFault
from bonafide.practice.speech import speech_words

FEWEST_WORDS = 8
MOST_CHARACTERS = 60_000
FEWEST_SMALL = 0.06
"""Of spoken English a third is small words (the, of, we); of notes a tenth; of other languages and noise hardly any."""

LATIN_ENDS = 0x24F
"""The last of the Latin letters with their accents in Unicode."""


def check_attempt(text: str, own_text: str) -> None:
    """Raises `InputFault` with a sentence where there is nothing to rate; `own_text` is `text` without padding."""
    if len(text) > MOST_CHARACTERS:
        raise InputFault(
            "The answer is far longer than anybody can say.", mend="Give one answer, not a document."
        )
    own = words(own_text)
    if not words(text):
        raise InputFault("There is no answer to rate yet.", mend="Say a few sentences, then ask again.")
    if _other_script(text):
        raise InputFault("Only answers in English can be rated so far.", mend="Rehearse this one in English.")
    if len(own) < FEWEST_WORDS and len(own) < len(words(text)):
        raise InputFault(
            "There is nothing here but the question, the guide, a list of terms, or words said twice.",
            mend="Tell it in your own words.",
        )
    if len(own) < FEWEST_WORDS:
        raise InputFault("This is too short to rate.", mend="Say what you did, and what came of it.")
    if _garbled(own):
        raise InputFault("The text cannot be read as speech.", mend="Check the transcript, then ask again.")
    if _foreign(own):
        raise InputFault("Only answers in English can be rated so far.", mend="Rehearse this one in English.")
    if not _english(own):
        raise InputFault("This does not read as English speech.", mend="Tell it in sentences, in English.")


def check_reply(text: str) -> None:
    """Raises `InputFault` for a reply that cannot be heard together with its answer; one may be short, or empty."""
    said = words(text)
    if len(text) > MOST_CHARACTERS:
        raise InputFault("The reply is far longer than anybody can say.", mend="Answer the follow-up alone.")
    if _other_script(text) and said:
        raise InputFault("Only replies in English can be rated so far.", mend="Reply in English.")
    if len(said) < FEWEST_WORDS:
        return
    if _garbled(said):
        raise InputFault(
            "The reply cannot be read as speech.", mend="Check the transcript, then send it again."
        )
    if _foreign(said):
        raise InputFault("Only replies in English can be rated so far.", mend="Reply in English.")


def _other_script(text: str) -> bool:
    """A third of the letters or more are not Latin ones."""
    letters = [letter for letter in text if letter.isalpha()]
    return 3 * sum(ord(letter) > LATIN_ENDS for letter in letters) > len(letters)


def _foreign(own: tuple[str, ...]) -> bool:
    """More small words of another language than of English: notes in English may have few, but not those."""
    others = frozenset(speech_words()["foreign"])
    count = sum(word in others for word in own)
    return count >= 2 and count > sum(word in STOPWORDS - others for word in own)


def _garbled(own: tuple[str, ...]) -> bool:
    """Words without vowels, or the same few over and over."""
    letters = [word for word in own if word.isalpha() and len(word) > 3]
    voiceless = sum(not re.search("[aeiouyàáâäèéêëìíîïòóôöùúûü]", word) for word in letters)
    most = Counter(own).most_common(1)[0][1]
    return voiceless > 0.3 * max(1, len(letters)) or most > 0.5 * len(own)


def _english(own: tuple[str, ...]) -> bool:
    """Enough of the words, figures left aside, are small English ones."""
    spoken = [word for word in own if not word.isdigit()]
    return bool(spoken) and sum(word in STOPWORDS for word in spoken) >= FEWEST_SMALL * len(spoken)
