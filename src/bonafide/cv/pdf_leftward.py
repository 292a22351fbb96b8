"""Lines of scripts that run from right to left, put from where their signs stand into the order in which they are read.

Programs print such lines in the order that the eye meets, PDFium turns parts of them, and both mirror brackets or do
not. Where the signs stand is the one thing that all agree on: a line is taken apart into its signs from left to right,
and the usual rules (Unicode's annex 9) are followed backwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bonafide.cv.pdf_pieces import Piece, is_leftward

_BLANK = 0.13  # em between two signs that a blank parts
# No telephone number or bracketed year is longer; a hostile line is not searched again from each of its signs.
_LONGEST = 40
_LEFT, _RIGHT, _NUMBER, _NEUTRAL = "left", "right", "number", "neutral"
_INSIDE_NUMBERS = ".,:/-'"
_BEFORE_NUMBERS = "+€$£₪#"
_AFTER_NUMBERS = "%°€$£₪"
_AFTER_WORDS = "+#"
_OPENING = {")": "(", "]": "[", "}": "{", "»": "«", "›": "‹", ">": "<"}
_CLOSING = {opening: closing for closing, opening in _OPENING.items()}


def in_reading_order(pieces: Sequence[Piece], leftward: bool) -> list[Piece]:
    """The signs of a line, given from left to right, as they are read, with the blanks between them.

    `leftward` tells that the page as a whole is read from right to left.
    """
    signs = _with_blanks(pieces)
    parts = _parts(_kinds(signs), signs, leftward)
    if leftward:
        parts.reverse()
    return _with_brackets([sign for part in parts for sign in _turned(part)])


def _with_blanks(pieces: Sequence[Piece]) -> list[Piece]:
    found = [*pieces[:1]]
    for before, piece in pairwise(pieces):
        if piece.x0 - before.x1 > _BLANK * max(piece.style.size, before.style.size):
            found.append(replace(before, text=" ", x0=before.x1, x1=piece.x0))
        found.append(piece)
    return found


def _kinds(signs: Sequence[Piece]) -> list[str]:
    """What each sign is; a sign inside or at a number is of it, and a plus behind a Latin word of that."""
    kinds = [_kind(sign.text[:1]) for sign in signs]
    for index, sign in enumerate(signs):
        before = kinds[index - 1] if index else _NEUTRAL
        after = kinds[index + 1] if index + 1 < len(kinds) else _NEUTRAL
        if kinds[index] != _NEUTRAL:
            continue
        if (
            (before == after == _NUMBER and sign.text in _INSIDE_NUMBERS)
            or (after == _NUMBER and sign.text in _BEFORE_NUMBERS)
            or (before == _NUMBER and sign.text in _AFTER_NUMBERS)
        ):
            kinds[index] = _NUMBER
        elif before == _RIGHT and sign.text in _AFTER_WORDS:
            kinds[index] = _RIGHT
    return kinds


def _kind(char: str) -> str:
    if is_leftward(char):
        return _LEFT
    if char.isdigit():
        return _NUMBER
    return _RIGHT if char.isalpha() else _NEUTRAL


def _parts(kinds: Sequence[str], signs: Sequence[Piece], leftward: bool) -> list[Sequence[Piece]]:
    """The line from left to right in parts that each run one way."""
    parts: list[Sequence[Piece]] = []
    index = 0
    while index < len(signs):
        end = _end_of_part(kinds, signs, index, leftward)
        parts.append(signs[index:end])
        index = end
    return parts


def _end_of_part(kinds: Sequence[str], signs: Sequence[Piece], index: int, leftward: bool) -> int:
    """Where the part that begins at `index` ends: words of the rarer way go on over what stands between them."""
    opens = _opens_rightward if leftward else _opens_leftward
    if not opens(kinds, signs, index):
        return _end_of_number(kinds, index) if kinds[index] == _NUMBER else index + 1
    end = index + 1
    for at in range(index + 1, len(kinds)):
        if kinds[at] == (_LEFT if leftward else _RIGHT):
            break
        if kinds[at] != _NEUTRAL:
            end = at + 1
    return end


def _end_of_number(kinds: Sequence[str], index: int) -> int:
    while index < len(kinds) and kinds[index] == _NUMBER:
        index += 1
    return index


def _opens_rightward(kinds: Sequence[str], signs: Sequence[Piece], index: int) -> bool:
    """A Latin word, the digits at its front, or a telephone number, whose groups run to the right."""
    if kinds[index] == _RIGHT:
        return True
    end = _end_of_number(kinds, index)
    return end > index and (kinds[end : end + 1] == [_RIGHT] or signs[index].text == "+")


def _opens_leftward(kinds: Sequence[str], signs: Sequence[Piece], index: int) -> bool:
    """A word from right to left, or a bracketed number on whose right such a word follows."""
    if kinds[index] == _LEFT:
        return True
    if signs[index].text not in (*_OPENING, *_CLOSING) or kinds[index + 1 : index + 2] != [_NUMBER]:
        return False
    near = kinds[index + 1 : index + _LONGEST]
    return next((kind for kind in near if kind in (_LEFT, _RIGHT)), "") == _LEFT


def _turned(signs: Sequence[Piece]) -> Sequence[Piece]:
    """A part's signs as they are read: words from right to left, but for the numbers inside."""
    kinds, found, index = _kinds(signs), list[Piece](), len(signs)
    if _LEFT not in kinds:
        return signs
    while index:
        start = index - 1
        while kinds[start] == _NUMBER and start and kinds[start - 1] == _NUMBER:
            start -= 1
        found += signs[start:index]
        index = start
    return found


def _with_brackets(signs: list[Piece]) -> list[Piece]:
    """Brackets as pairs in the order of reading: the first of two opens, however it was printed."""
    waiting: list[str] = []
    found = []
    for sign in signs:
        opening = _OPENING.get(sign.text, sign.text)
        if opening in _CLOSING:
            closes = opening in waiting
            if closes:
                waiting.remove(opening)
            else:
                waiting.append(opening)
            sign = replace(sign, text=_CLOSING[opening] if closes else opening)
        found.append(sign)
    return found
