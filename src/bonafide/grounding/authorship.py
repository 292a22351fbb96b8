"""Claims of authorship: alone, in charge, or the maker of a thing, where the fact says less."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.grounding.deeds import deeds_told, kinds_of, own_deed
from bonafide.grounding.derive import PEOPLE
from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index, Known
from bonafide.grounding.lexicon import concepts, cues, keys_of, phrase_pattern, shared
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.sentences import stem, words
from bonafide.model.claim import Claim, ClaimKind

_AUTHORSHIP = cues("authorship")
_ALONE = phrase_pattern(_AUTHORSHIP["alone"])
_THAT_ALONE = re.compile(
    r"\b(?:\d+|year|month|quarter|week|day|season|let|that|this|\w+%)\s+alone\b", re.IGNORECASE
)
_ALONE_BACKED = phrase_pattern(_AUTHORSHIP["backing"])
_LED = phrase_pattern(_AUTHORSHIP["led"])
_MADE = phrase_pattern(_AUTHORSHIP["made"])
_HELPED = phrase_pattern(_AUTHORSHIP["helped"])
_OWN_LEAD = phrase_pattern(_AUTHORSHIP["own_lead"])
# Said of a company or a club, not of what a judgement or a fear is founded on.
_FOUNDED = re.compile(
    r"(?<!your )(?<!ihr )(?<!company )\b(?:co-?)?(?:founded(?! on\b)|founder(?!['’]s))\b", re.IGNORECASE
)
_FOUNDING = re.compile(
    r"\b(?:co-?)?(?:found(?:ed|er|ing)|gründe|gegründet|fondat|fondé|fundad|cofond)", re.IGNORECASE
)
# Deeds that claim the whole of a thing, and those that are only a part in it.
_STRONG = frozenset(("made", "led", "began", "won"))
_LESSER = frozenset(("attended", "helped", "tended"))
# Who prepared or proposed a thing has made something, but has not led, begun or won it.
_BROUGHT_ABOUT = frozenset(("led", "began", "won"))
_SHORT_OF_IT = _LESSER | {"prepared"}
# What an employer is, not what the person did.
_DESCRIBES = ("summary", "description")
# Words that must be shared with a fact for it to be the deed that is meant; facts nearly as near count too.
_OPENING = 24
_BY_ANOTHER = re.compile(r"\b(?P<deed>\w+) by (?:an?|another|the|our|my) (?P<maker>[\w -]+)", re.IGNORECASE)
_SAME_DEED = 1.3
_NEARLY = 0.6


def check_authorship(part: str, focus: Focus) -> Iterator[Claim]:
    """`single-handedly`, `from scratch`, `I led`, `founded`: the nearest fact must say as much."""
    near = [(k, score) for k, score in focus.ranked if focus.allows(k) and k.fact.name != "keywords"]
    top = near[0][1] if near else 0.0
    close = [known for known, score in near if score >= _NEARLY * top][:4]
    alone = _ALONE.search(_THAT_ALONE.sub(" ", part))
    if alone:
        yield _alone(alone.group(), close)
    if close and top >= _SAME_DEED:
        yield from _in_charge(part, close[0])
    elif close:
        yield from _claimed(part, close[0])


def check_founding(part: str, index: Index) -> Iterator[Claim]:
    """`I founded it`, `founder of it`: some fact must speak of founding."""
    said = _FOUNDED.search(part)
    if said is None:
        return
    fact = next((fact for fact in index.facts if _FOUNDING.search(fact.text)), None)
    if fact is None:
        yield refused(said.group(), ClaimKind.AUTHORSHIP, None, "no fact speaks of founding anything")


def _alone(text: str, close: list[Known]) -> Claim:
    backing = next((known for known in close if _ALONE_BACKED.search(known.folded)), None)
    if backing:
        return backed(text, ClaimKind.AUTHORSHIP, backing)
    return refused(text, ClaimKind.AUTHORSHIP, close[0] if close else None, "no fact says so")


def _claimed(part: str, fact: Known) -> Iterator[Claim]:
    """A deed that is more than the fact's: having designed what one checked, written what one helped to write."""
    deed, clause = own_deed(part), _clause(fact, part)
    if deed is None or deed.kinds.isdisjoint(_STRONG) or _HELPED.search(part):
        return
    told, helped = deeds_told(clause), _HELPED.search(clause[:_OPENING])
    if helped:
        yield refused(deed.verb, ClaimKind.AUTHORSHIP, fact, f"the fact says {helped.group()}")
        return
    for other in _BY_ANOTHER.finditer(clause):
        if kinds_of(other.group("deed")) & _STRONG and not PEOPLE.isdisjoint(
            map(stem, words(other.group("maker")))
        ):
            yield refused(deed.verb, ClaimKind.AUTHORSHIP, fact, f"the fact says {other.group()}")
            return
    kinds = [other.kinds for other in told]
    less = _SHORT_OF_IT if deed.kinds & _BROUGHT_ABOUT and not deed.kinds & {"made"} else _LESSER
    strong, lesser = any(_STRONG & kind for kind in kinds), any(less & kind for kind in kinds)
    if told and (told[0].kinds & less or (lesser and not strong)):
        yield refused(deed.verb, ClaimKind.AUTHORSHIP, fact, f"the fact says {told[0].verb}")


def _clause(fact: Known, part: str) -> str:
    """The clause of a fact which shares most with what is said."""
    said = concepts(part)
    clauses = fact.folded.split(";")
    return max(clauses, key=lambda clause: shared(said, keys_of(clause))).strip()


def _in_charge(part: str, fact: Known) -> Iterator[Claim]:
    """Having led what one helped with, or made what the employer merely has."""
    claims = tuple(_claimed(part, fact))
    if claims:
        yield from claims
        return
    led, made, clause = _LED.search(part), _MADE.search(part), _clause(fact, part)
    if _OWN_LEAD.search(clause):
        return
    if led and _HELPED.search(clause) and not _HELPED.search(part):
        why = "the fact speaks of a part in it, not of leading it"
        yield refused(led.group(), ClaimKind.AUTHORSHIP, fact, why)
    elif made and fact.fact.name in _DESCRIBES and fact.fact.section == "work":
        why = "the fact says what the employer has, not who made it"
        yield refused(made.group(), ClaimKind.AUTHORSHIP, fact, why)
