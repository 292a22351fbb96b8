"""Words that add nothing to an answer: the question said back, runs said before, lists of keywords.

Each is blanked out, character for character, so that every other word keeps its place in the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.model.guide import Question

Span = tuple[int, int]

COPIED_RUN = 6
"""A run of so many words that stands in the question too was quoted from it."""

REPEATED_RUN = 8
"""A run of so many words that the answer held before is said again."""

LISTED, SHORT_ITEM = 5, 3
"""So many items of so few words, with nothing else in the sentence, are a list of keywords."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r"[^.!?;:\n]+")
_ITEM = re.compile(r"[^,/|•·]+")


def without_padding(text: str, question: Question) -> str:
    """The text with everything blanked out that adds nothing."""
    said = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end].casefold() for start, end in said]
    spans = [*_copied(words, said, question), *_repeated(words, said), *_keyword_lists(text)]
    kept = list(text)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def _copied(words: list[str], said: list[Span], question: Question) -> Iterator[Span]:
    asked = [match[0].casefold() for match in _WORD.finditer(question.wording)]
    runs = {tuple(asked[at : at + COPIED_RUN]) for at in range(len(asked) - COPIED_RUN + 1)}
    for at in range(len(words) - COPIED_RUN + 1):
        if tuple(words[at : at + COPIED_RUN]) in runs:
            yield said[at][0], said[at + COPIED_RUN - 1][1]


def _repeated(words: list[str], said: list[Span]) -> Iterator[Span]:
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - REPEATED_RUN + 1):
        run = tuple(words[at : at + REPEATED_RUN])
        if seen.setdefault(run, at) <= at - REPEATED_RUN:
            yield said[at][0], said[at + REPEATED_RUN - 1][1]


def _keyword_lists(text: str) -> Iterator[Span]:
    for sentence in _SENTENCE.finditer(text):
        items = [len(_WORD.findall(item)) for item in _ITEM.findall(sentence[0])]
        if len(items) >= LISTED and all(count <= SHORT_ITEM for count in items):
            yield sentence.span()
