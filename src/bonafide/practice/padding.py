"""Words that add nothing to an answer: the question said back, the guide recited, runs said before, keyword lists.

Each is blanked out, character for character, so that every other word keeps its place in the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bonafide.model.guide import Guide, Question

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

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r"[^.!?;:\n]+")
_ITEM = re.compile(r"[^,/|•·]+")


def without_padding(text: str, guide: Guide, question: Question) -> str:
    """The text with everything blanked out that adds nothing."""
    said = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end].casefold() for start, end in said]
    asked = _runs(question.wording, COPIED_RUN)
    copied = (*_copied(words, said, asked, COPIED_RUN), *_copied(words, said, _recited(guide), RECITED_RUN))
    spans = [*copied, *_repeated(words, said), *_keyword_lists(text)]
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
        short = [len(_WORD.findall(item[0])) <= SHORT_ITEM for item in items]
        if len(items) >= LISTED and all(short):
            yield sentence.span()
        elif len(items) > TRAILING and all(short[-TRAILING:]):
            yield items[-TRAILING].start(), sentence.end()
