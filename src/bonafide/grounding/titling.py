"""Titles in a sentence: those it gives the person, those that stand in a line's head, and how two titles compare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bonafide.grounding.index import Entry, Index
from bonafide.grounding.lexicon import cues, keys_of
from bonafide.language.sentences import SMALL_WORDS, STOPWORDS, stem, words

_TITLES = cues("titles")
_HEADS = frozenset(stem(head) for head in _TITLES["heads"])
_LESSER = frozenset(stem(word) for word in _TITLES["lesser"])
_PIECES = re.compile(r"[,;/&()]|\band\b|\bthen\b", re.IGNORECASE)
_SHORT: dict[str, str] = _TITLES["short"]
# No title has such a word in it: `was renewed under my lead` gives none.
_INSIDE = STOPWORDS.union(_TITLES["never"]) - {
    "of",
    "for",
    "and",
    "the",
    "over",
    "in",
    "on",
    "at",
    "to",
    "well",
}
_HEADS_DE: dict[str, str] = _TITLES["heads_de"]
_HEADS_FR: dict[str, str] = _TITLES["heads_fr"]
_MATTERS: dict[str, str] = _TITLES["matters"]


def _either(heads: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(head) for head in heads), key=lambda head: (-len(head), head)))


_HEAD = rf"(?:{_either(_TITLES['heads'])}|[^\W\d_]*(?:{_either(_HEADS_DE)})(?:in|innen)?|(?:{_either(_HEADS_FR)}))"
_COMPOUND = re.compile(rf"(?P<matter>[^\W\d_]*?)s?(?P<head>{_either(_HEADS_DE)})(?:in|innen)?")
_WORD = r"[^\W\d_][\w'’-]*"
_MIDDLE = rf"(?:(?!(?:to|by|in|my|our|your|their|under|the|an?)[ ]){_WORD}[ ]){{0,4}}"
_CAPITAL = r"(?!I\b)[A-Z][\w&'’-]*"
_TAIL = (
    rf"(?:[ ](?:of|for)[ ](?:the[ ])?{_CAPITAL}(?:(?:[ ]|,[ ]|[ ](?:and|&)[ ]){_CAPITAL})*"
    rf"|,[ ]{_CAPITAL}(?:[ ](?:(?:and|&)[ ])?{_CAPITAL})*)?"
)
_GIVEN = re.compile(
    rf"\b(?i:{'|'.join(re.escape(word) for word in _TITLES['before'])})[ ](?:(?:an?|the|their|its|de|la|le|une?|eine?)[ ])?(?P<title>{_MIDDLE}(?i:{_HEAD}){_TAIL})(?![\w-])"
)
_HEADED = re.compile(
    rf"(?:^|,[ ]|[–—-][ ]|[|•][ ])(?P<title>(?:[A-Z][\w&/-]*[ ](?:(?:and|&)[ ])?){{0,5}}(?i:{_HEAD})(?:[ ](?:of|for)[ ][A-Z][\w&-]*(?:[ ](?:(?:and|&)[ ])?[A-Z][\w&-]*)*)?)(?=[,–—(|]|[ ][–—-]|[ ]\d|$|[ ](?:(?:at|since|from|bei|until)\b|for[ ](?:[\w-]+[ ]){{1,4}}(?:years?|months?)\b))"
)

# A French sentence opens with what the person is: `Directrice technique, je ...`.
_APPOSED = re.compile(
    rf"^\W*(?P<title>(?i:{_either(_HEADS_FR)})(?:\s(?!(?:avec|depuis|chez|à|au|aux|dans|pour|en|de|du|des|d['’])(?!\w))[\w’'-]+){{0,3}})(?=[^,]{{0,80}},\s+(?:je|j['’]|nous|mon|ma|mes)(?!\w))"
)
_AS = re.compile(rf"\b(?:{'|'.join(_TITLES['as'])})\s+(?:(?:an?|the|their)\s+)?$", re.IGNORECASE)
_THEN_I = re.compile(
    r"(?:\s+(?:at|of|for|in|with|bei|chez)\s[^,]{2,40}?)?,?\s+(?:I|we|my|our|ich|wir|je|nous)\b"
)
# `as staff nurse I ...`, `while I was staff nurse`: what is told was done in that post.
_WHILE = re.compile(rf"\b(?:{'|'.join(_TITLES['while'])})\s+(?:(?:an?|the|their)\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """A title that a sentence gives the person."""

    text: str
    start: int
    end: int


def find_titles(sentence: str, headed: bool) -> tuple[Title, ...]:
    """Titles after words such as `as` or `I was`; in a CV's heading line (`headed`) also those that stand alone."""
    patterns = (_GIVEN, _APPOSED, _HEADED) if headed else (_GIVEN, _APPOSED)
    spans = {match.span("title") for pattern in patterns for match in pattern.finditer(sentence)}
    found = (Title(sentence[start:end], start, end) for start, end in sorted(spans))
    return tuple(title for title in found if _INSIDE.isdisjoint(words(title.text)))


def is_less(held: str, wanted: frozenset[str]) -> bool:
    """Whether a title gives the `wanted` words only as those of a lesser post: a deputy director is no director."""
    pieces = [spelled(piece) for piece in _PIECES.split(held)]
    given = [piece for piece in pieces if not piece.isdisjoint(wanted)]
    ranked = not wanted.isdisjoint(_HEADS)
    return ranked and bool(given) and all((piece & _LESSER) - wanted for piece in given)


def spelled(title: str) -> frozenset[str]:
    """The stems of a title's words, short forms written out; a developer, a programmer and an engineer are alike."""
    found: set[str] = set()
    for word in words(title.replace("/", " ").replace("-", " ")):
        for part in _SHORT.get(word, word).split():
            if part not in SMALL_WORDS:
                found.update(_plain(part))
    return frozenset(found)


def _plain(part: str) -> Iterator[str]:
    """The stems of what a word of a title says in English: `Softwareentwicklerin` -> engineer, software."""
    compound = _COMPOUND.fullmatch(part)
    if compound:
        head, matter = _HEADS_DE[compound.group("head")], compound.group("matter")
        told = [*head.split(), *(_MATTERS.get(matter, matter).split())]
    else:
        told = _HEADS_FR.get(part, _MATTERS.get(part, part)).split()
    yield from ("engineer" if word in ("developer", "programmer") else stem(word) for word in told)


def is_heading(sentence: str, index: Index) -> bool:
    """Whether a line looks like a position's heading: it names an employer or a period and has no verb of its own."""
    named = any(name in sentence.lower() for entry in index.entries for name in entry.names[:2])
    dated = bool(re.search(r"(?:19|20)\d{2}", sentence))
    return (
        (named or dated)
        and bool(keys_of(sentence))
        and not re.search(r"\b(?:I|we|my|our|was|is|are|were|have|had)\b", sentence)
    )


def of_title(entries: list[Entry], sentence: str) -> list[Entry]:
    """Of several positions at an employer, those whose title the sentence gives, if it gives one."""
    said = spelled(sentence)
    given = [entry for entry in entries if any(_gives(said, title) for title in entry.titles)]
    return given or entries


def _gives(said: frozenset[str], title: str) -> bool:
    own = spelled(title.split(",")[0])
    return bool(own) and own <= said


def in_post(sentence: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The positions in which what is told was done (`as deputy head I ...`); empty where it names no such post."""
    own = tuple(entry for entry in entries if any(_held_while(sentence, title) for title in entry.titles))
    if own:
        return own
    for title in find_titles(sentence, False):
        if not (_WHILE.search(sentence, 0, title.start) or _framed(sentence, title)):
            continue
        wanted = spelled(title.text)
        given = tuple(entry for entry in entries if any(_is_of(wanted, held) for held in entry.titles))
        if given:
            return given
    return ()


def _held_while(sentence: str, title: str) -> bool:
    """Whether a sentence says that it was done in a post by the title that the CV gives it."""
    for match in re.finditer(rf"\b{re.escape(title.split(',')[0])}\b", sentence, re.IGNORECASE):
        said = Title(match.group(), match.start(), match.end())
        if _WHILE.search(sentence, 0, said.start) or _framed(sentence, said):
            return True
    return False


def _framed(sentence: str, title: Title) -> bool:
    """`As deputy head of Dalby I ...`: not the post in which a list of posts ends."""
    said = _AS.search(sentence, 0, title.start)
    return bool(said and (said.start() == 0 or _THEN_I.match(sentence, title.end)))


def _is_of(wanted: frozenset[str], held: str) -> bool:
    """A title in two words or more, or in full: many a post has an engineer in it."""
    whole = spelled(held)
    return wanted == whole or (len(wanted) > 1 and wanted <= whole)
