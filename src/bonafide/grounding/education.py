"""Degrees: the subject, the kind of degree and the school must come from one entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Entry, Index, Known
from bonafide.grounding.lexicon import cues, phrase_pattern
from bonafide.grounding.verdicts import refused
from bonafide.language.sentences import SMALL_WORDS, stem, words
from bonafide.model.claim import Claim, ClaimKind

_STUDIED = phrase_pattern(cues("credentials")["studied"])


def check_education(sentence: str, focus: Focus, index: Index) -> Iterator[Claim]:
    """`my degree in engineering is from Dalby`: refused where another school gave the degree in engineering."""
    studies = tuple(entry for entry in index.entries if entry.section == "education")
    if len(studies) < 2 or not (
        _STUDIED.search(sentence) or _kinds(studies) & _stems(sentence) or _all_education(focus)
    ):
        return
    for mention in focus.mentions:
        if mention.entry.section != "education":
            continue
        said = _stems(focus.item(mention.start) if _schools(focus) > 1 else sentence)
        here = [entry for entry in studies if entry in focus.named]
        yield from _mixed(said, here, [entry for entry in studies if entry not in here])


def _mixed(said: frozenset[str], here: list[Entry], elsewhere: list[Entry]) -> Iterator[Claim]:
    """The claim of a degree told with a school, where the words of it are only those of another school's."""
    own = _degree(here)
    if said & (own - _degree(elsewhere)):
        return
    for entry in elsewhere:
        other = (_degree([entry]) - own) & said
        fact = next(
            (known for known in entry.known if _stems(known.fact.text) & other and _is_degree(known)), None
        )
        if fact and entry.names:
            text = next(word for word in words(fact.fact.text) if stem(word) in other)
            yield refused(text, ClaimKind.CREDENTIAL, fact, f"that degree is of {entry.names[0]}")
            return


def _degree(entries: Iterable[Entry]) -> frozenset[str]:
    """The words of the kinds and subjects of degrees."""
    told = (known for entry in entries for known in entry.known)
    return frozenset[str]().union(*(_stems(known.fact.text) for known in told if _is_degree(known)))


def _kinds(studies: Iterable[Entry]) -> frozenset[str]:
    """The words of kinds of degrees: `med`, `diploma`."""
    told = (known.fact for entry in studies for known in entry.known)
    return frozenset[str]().union(*(_stems(fact.text) for fact in told if fact.name == "studyType"))


def _is_degree(known: Known) -> bool:
    return known.fact.name in ("studyType", "area")


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if word not in SMALL_WORDS and word.isalpha())


def _schools(focus: Focus) -> int:
    return sum(mention.entry.section == "education" for mention in focus.mentions)


def _all_education(focus: Focus) -> bool:
    return bool(focus.mentions) and all(mention.entry.section == "education" for mention in focus.mentions)
