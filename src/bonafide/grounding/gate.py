"""The gate: a draft becomes Grounded only when every line of it is backed by the facts it cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import InitVar, dataclass, replace
from datetime import date
from enum import StrEnum

from bonafide.grounding.checking import Setting, check_sentence, setting_of
from bonafide.grounding.copied import is_copied, is_joined, is_period, lost_by_cutting
from bonafide.grounding.focus import named_in
from bonafide.grounding.furniture import subject_of
from bonafide.grounding.speech import greets
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.quantities import find
from bonafide.language.sentences import words
from bonafide.model.claim import Check, CheckedSentence, Claim, ClaimKind, Support
from bonafide.model.draft import CvDraft, Draft, LetterDraft, Line
from bonafide.model.fact import Fact, Facts
from bonafide.model.match import Evidence
from bonafide.model.posting import Posting

_KEY = object()
_SHORT = 10


class Place(StrEnum):
    """What a line is for; a heading, an address and a greeting have rules of their own."""

    NAME = "name"
    CONTACT = "contact"
    DATES = "dates"
    TEXT = "text"
    ADDRESS = "address"
    SUBJECT = "subject"
    GREETING = "greeting"


@dataclass(frozen=True, slots=True)
class Grounded:
    """A draft whose every line is backed. Nothing but `ground` can make one."""

    draft: Draft
    cv_check: Check
    letter_check: Check
    key: InitVar[object] = None

    def __post_init__(self, key: object) -> None:
        if key is not _KEY:
            raise TypeError("only ground() makes a Grounded")

    def keeping(self, draft: Draft) -> Grounded:
        """The same promise for a draft that says less: each of its lines stood here, in the same place.

        Raises ValueError where a line is new or was moved to another entry; that draft must be grounded itself.
        """
        if not set(_placed(self.draft)).issuperset(_placed(draft)):
            raise ValueError("the draft says something that has not been checked")
        kept = {line.text for line, _, _ in _placed(draft)}
        return Grounded(draft, _part(self.cv_check, kept), _part(self.letter_check, kept), key=_KEY)


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that nothing backs, the CV entry it stands under ("" elsewhere), and the claims with reasons."""

    line: Line
    entry: str
    checked: CheckedSentence


@dataclass(frozen=True, slots=True)
class Refused:
    """The lines that keep a draft from being grounded, in the order of print, and both checks."""

    lines: tuple[RefusedLine, ...]
    cv_check: Check
    letter_check: Check


def ground(draft: Draft, facts: Facts, posting: Posting | None, today: date) -> Grounded | Refused:
    """Check every line of a draft's CV and letter; `today` is where open-ended jobs end."""
    setting = setting_of(facts, posting, today)
    cv = list(_checked(_cv_lines(draft.cv), setting))
    letter = list(_checked(_letter_lines(draft.letter), setting))
    lines = tuple(item for item in (*cv, *letter) if item.checked.verdict is Support.UNSUPPORTED)
    cv_check = Check(tuple(item.checked for item in cv))
    letter_check = Check(tuple(item.checked for item in letter))
    if lines:
        return Refused(lines, cv_check, letter_check)
    return Grounded(draft, cv_check, letter_check, key=_KEY)


def check_line(
    line: Line,
    facts: Facts,
    posting: Posting | None,
    today: date,
    *,
    place: Place = Place.TEXT,
    entry: str = "",
) -> CheckedSentence:
    """One line by the gate's rules; `entry` is the pointer of the CV entry it is to stand under."""
    return _check(line, place, entry, setting_of(facts, posting, today))


def _checked(lines: Iterator[tuple[Line, Place, str]], setting: Setting) -> Iterator[RefusedLine]:
    for line, place, entry in lines:
        yield RefusedLine(line, entry, _check(line, place, entry, setting))
        if place is Place.TEXT and not entry:
            named = named_in(line.text, setting.index, setting.named)
            setting = replace(setting, before=line.text, named=named)


def _placed(draft: Draft) -> Iterator[tuple[Line, Place, str]]:
    yield from _cv_lines(draft.cv)
    yield from _letter_lines(draft.letter)


def _part(check: Check, texts: set[str]) -> Check:
    return Check(tuple(sentence for sentence in check.sentences if sentence.text in texts))


def _cv_lines(cv: CvDraft) -> Iterator[tuple[Line, Place, str]]:
    yield cv.name, Place.NAME, ""
    if cv.label:
        yield cv.label, Place.TEXT, ""
    yield from ((line, Place.CONTACT, "") for line in cv.contacts)
    yield from ((line, Place.TEXT, "") for line in cv.summary)
    for section in cv.sections:
        for entry in section.entries:
            for line in entry.lines():
                yield line, Place.DATES if line is entry.dates else Place.TEXT, entry.pointer


def _letter_lines(letter: LetterDraft) -> Iterator[tuple[Line, Place, str]]:
    yield from ((line, Place.CONTACT, "") for line in letter.sender)
    yield from ((line, Place.ADDRESS, "") for line in letter.recipient)
    yield letter.subject, Place.SUBJECT, ""
    yield letter.salutation, Place.GREETING, ""
    yield from ((line, Place.TEXT, "") for paragraph in letter.paragraphs for line in paragraph)
    yield letter.close, Place.GREETING, ""
    yield letter.signature, Place.NAME, ""


def _check(line: Line, place: Place, entry: str, setting: Setting) -> CheckedSentence:
    if not line.text.strip():
        return CheckedSentence(line.text, Support.NO_CLAIM)
    facts = setting.index.facts
    cited = [fact for fact in (facts.at(pointer) for pointer in line.facts) if fact]
    if len(cited) < len(line.facts):
        return _refusal(line, None, "it cites a fact that does not exist")
    stray = next((fact for fact in cited if entry and fact.entry and fact.entry != entry), None)
    if stray:
        return _refusal(line, stray, f"the fact belongs to {stray.entry}, not to {entry}")
    if place in (Place.ADDRESS, Place.GREETING, Place.SUBJECT):
        return _addressed(line, place, setting)
    return _backed_at_once(line, place, entry, cited, facts) or check_sentence(line.text, setting)


def _backed_at_once(
    line: Line, place: Place, entry: str, cited: list[Fact], facts: Facts
) -> CheckedSentence | None:
    """Lines that copy: the fact itself, a part of it that keeps its sense, facts side by side, a printed period."""
    if place is Place.NAME:
        name = facts.at("/basics/name")
        known = name is not None and line.text.strip().casefold() == name.text.strip().casefold()
        return _support(line, name) if known else _refusal(line, name, "it is not the person's name")
    if place is Place.CONTACT:
        basics = [fact for fact in facts if fact.section == "basics"]
        printed = any(line.text == fact.printed for fact in cited)
        known = printed or is_joined(line.text, basics, loosely=True)
        return _support(line, None) if known else _refusal(line, None, "no such address is known")
    if place is Place.DATES:
        fact = cited[0] if cited else None
        return (
            _support(line, fact)
            if is_period(line.text, entry, facts)
            else _refusal(line, fact, "the dates differ")
        )
    for fact in cited:
        if is_copied(line.text, fact.text):
            lost = lost_by_cutting(line.text, fact.text)
            return (
                _refusal(line, fact, f"what was cut changes the sense: {lost}")
                if lost
                else _support(line, fact)
            )
    return _support(line, cited[0]) if cited and is_joined(line.text, cited) else None


def _addressed(line: Line, place: Place, setting: Setting) -> CheckedSentence:
    """An address, subject or greeting is short, holds no figure but the posting's, and claims nothing."""
    own = set(words(setting.posting)) | {word for known in setting.index.known for word in known.words}
    brief = len(line.text.split()) <= _SHORT or greets(line.text)
    figures = [q.text for q in find(line.text) if q.text.casefold() not in setting.posting]
    named = subject_of(line.text) if place is Place.SUBJECT else ""
    known_subject = set(words(named or line.text)) <= own
    if place is Place.SUBJECT and not known_subject:
        checked = check_sentence(_without_posting(line.text, own), setting)
        return CheckedSentence(line.text, checked.verdict, checked.claims)
    if not known_subject and (figures or not brief):
        return check_sentence(line.text, setting)
    return CheckedSentence(line.text, Support.NO_CLAIM)


def _without_posting(text: str, own: set[str]) -> str:
    return " ".join(word for word in text.split() if not set(words(word)) <= own)


def _support(line: Line, fact: Fact | None) -> CheckedSentence:
    claim = backed(line.text, ClaimKind.STATEMENT, None)
    return CheckedSentence(line.text, Support.SUPPORTED, (_citing(claim, fact),))


def _refusal(line: Line, fact: Fact | None, why: str) -> CheckedSentence:
    claim = refused(line.text, ClaimKind.STATEMENT, None, why)
    return CheckedSentence(line.text, Support.UNSUPPORTED, (_citing(claim, fact),))


def _citing(claim: Claim, fact: Fact | None) -> Claim:
    return replace(claim, fact=Evidence(fact.pointer, fact.text)) if fact else claim
