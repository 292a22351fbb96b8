"""Words that add nothing to an answer: the question said back, the guide recited, runs said before, keyword lists.

Each is blanked out, character for character, so that every other word keeps its place in the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from bonafide.language.numerals import find_numerals
from bonafide.language.sentences import STOPWORDS
from bonafide.model.guide import Guide, Question
from bonafide.practice.speech import speech_words

Span = tuple[int, int]
Runs = frozenset[tuple[str, ...]]

COPIED_RUN = 6
"""A run of so many words that stands in the question too was quoted from it."""

RECITED_RUN = 8
"""A run of so many words that stands in the guide was learned from it."""

REPEATED_RUN = 8
"""A run of so many words that the answer held before is said again."""

LISTED, SHORT_ITEM = 5, 3
"""So many items of so few words, with nothing else in the sentence, are a list of keywords."""

TRAILING = 7
"""So many short items at the end of a sentence are keywords that were appended to it."""

BARE_RUN = 10
"""So many words without a small word or a figure among them are keywords: no sentence goes so long without."""

SMALL_SHARE = 0.2
"""... where the other words are English speech, of which small words are a third and more."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r"[^.!?;:\n]+")
_ITEM = re.compile(r"[^,/|•·]+")


def without_padding(text: str, guide: Guide, question: Question) -> str:
    """The text with everything blanked out that adds nothing."""
    said = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end].casefold() for start, end in said]
    asked = _runs(question.wording, COPIED_RUN)
    copied = (*_copied(words, said, asked, COPIED_RUN), *_copied(words, said, _recited(guide), RECITED_RUN))
    spans = [*copied, *_repeated(words, said), *_keyword_lists(text), *_bare_runs(text, words, said)]
    kept = list(text)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def _copied(words: list[str], said: list[Span], runs: Runs, length: int) -> Iterator[Span]:
    for at in range(len(words) - length + 1):
        if tuple(words[at : at + length]) in runs:
            yield said[at][0], said[at + length - 1][1]


def _runs(text: str, length: int) -> Runs:
    words = [match[0].casefold() for match in _WORD.finditer(text)]
    return frozenset(tuple(words[at : at + length]) for at in range(len(words) - length + 1))


@lru_cache(maxsize=16)
def _recited(guide: Guide) -> Runs:
    """The runs of words of all that the guide says in prose."""
    texts = [guide.summary, *(said for faq in guide.faq for said in (faq.question, faq.answer))]
    for question in guide.questions:
        texts += [question.wording, question.tests, *question.strong, *question.mistakes, *question.outline]
        texts += [point.present_when for point in question.points]
    for essay in guide.essays:
        texts += [text for section in essay.sections for text in section.paragraphs]
    return frozenset(run for text in texts for run in _runs(text, RECITED_RUN))


def _repeated(words: list[str], said: list[Span]) -> Iterator[Span]:
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - REPEATED_RUN + 1):
        run = tuple(words[at : at + REPEATED_RUN])
        if seen.setdefault(run, at) <= at - REPEATED_RUN:
            yield said[at][0], said[at + REPEATED_RUN - 1][1]


def _keyword_lists(text: str) -> Iterator[Span]:
    """Sentences that are nothing but a list, and long lists at the end of a sentence that no stop sets apart."""
    for sentence in _SENTENCE.finditer(text):
        items = list(_ITEM.finditer(text, *sentence.span()))
        short = [_length(item[0]) <= SHORT_ITEM for item in items]
        if len(items) >= LISTED and all(short):
            yield sentence.span()
        elif len(items) > TRAILING and all(short[-TRAILING:]):
            yield items[-TRAILING].start(), sentence.end()


def _length(item: str) -> int:
    """How many words an item has, without fillers and words said twice in a row."""
    words = [match[0].casefold() for match in _WORD.finditer(item)]
    kept = [word for word in words if word not in speech_words()["fillers"]]
    return sum(word != before for word, before in zip(kept, ["", *kept], strict=False))


def _bare_runs(text: str, words: list[str], said: list[Span]) -> Iterator[Span]:
    """Rows of keywords that no comma parts, as a transcript has them."""
    small = [
        at
        for at, word in enumerate(words)
        if word in STOPWORDS and text[said[at][0] - 1 : said[at][0]] != "-"
    ]
    if len(small) < SMALL_SHARE * len(words):
        return
    for before, after in pairwise([-1, *small, len(words)]):
        if after - before > BARE_RUN:
            start, end = said[before + 1][0], said[after - 1][1]
            if not find_numerals(text[start:end]):
                yield start, end
