"""A fact's own line told again with another figure: the words are the person's, the number is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bonafide.grounding.comparing import agrees, ends, stated
from bonafide.grounding.derive import figures_of
from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index
from bonafide.grounding.verdicts import refused
from bonafide.language.quantities import Quantity, find
from bonafide.model.claim import Claim, ClaimKind

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 5
"""Words beside the figures from which on a line is told again, and not just of the same kind."""


def check_retold(
    sentence: str, quantities: Sequence[Quantity], focus: Focus, index: Index
) -> Iterator[Claim]:
    """The figures in which a sentence differs from the one line whose every other word it repeats, in order.

    Where two lines have the same words, that of either may be told.
    """
    frame = _frame(sentence, quantities)
    if not quantities or len(frame) < _LEAST:
        return
    told = ((known, *_line(known.folded)) for known in index.figured if focus.allows(known))
    alike = [
        (known, theirs) for known, theirs, words in told if words == frame and len(theirs) == len(quantities)
    ]
    differing = [(known, _difference(quantities, theirs)) for known, theirs in alike]
    if differing and all(pair for _, pair in differing):
        known, pair = differing[0]
        if pair:
            yield refused(pair[0].text, ClaimKind.FIGURE, known, f"the fact says {pair[1].text}")


@lru_cache(maxsize=4096)
def _line(text: str) -> tuple[tuple[Quantity, ...], tuple[str, ...]]:
    """A fact's figures, and the words beside them."""
    quantities = tuple(end for quantity in find(text) for end in ends(quantity))
    return quantities, _frame(text, quantities)


def _frame(text: str, quantities: Sequence[Quantity]) -> tuple[str, ...]:
    """The words of a text without its figures, and without who tells it."""
    for quantity in reversed(quantities):
        text = f"{text[: quantity.start]} {text[quantity.end :]}"
    words = _WORD.findall(text.casefold())
    return tuple(words[1:] if words[:1] == ["i"] else words)


def _difference(said: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The first figure that is another than the fact's in its place."""
    pairs = zip(said, theirs, strict=True)
    return next(((one, other) for one, other in pairs if not _same(one, other)), None)


def _same(one: Quantity, other: Quantity) -> bool:
    """The same value, printed in whatever way, or a fair rounding of it."""
    if (one.value, one.high) == (other.value, other.high):
        return True
    claim = stated(replace(one, role=None))
    return any(agrees(claim, figure) for figure in figures_of(other.text))
