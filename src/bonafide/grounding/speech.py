"""What a sentence does: tells something of the person, or greets, asks, wishes, judges, speaks of the reader, admits a gap."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from bonafide.grounding.deeds import opens_with_deed, tells_a_deed
from bonafide.grounding.lexicon import cues, phrase_pattern

_SPEECH = cues("speech")
_GREETING = re.compile(
    r"\W*(?:" + "|".join(re.escape(word) for word in _SPEECH["greetings"]) + r")(?!\w)", re.I
)
_WISH = phrase_pattern(_SPEECH["wishes"])
_GAP = phrase_pattern(_SPEECH["gaps"])
_OPINION = phrase_pattern(_SPEECH["opinions"])
_FIRST = phrase_pattern(_SPEECH["first_person"])
_SUBJECT = phrase_pattern(_SPEECH["subjects"])
_SECOND = phrase_pattern(_SPEECH["second_person"])
_FINITE = phrase_pattern(_SPEECH["finite"])
_CUT = re.compile(
    r";\s+|:\s+|\s[–—]\s+|[.!?]\s+(?=[A-Z])|,\s+(?=(?:so|but|yet|although|though|and (?:I|we|my|our)|which|where|because|as)\b)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\b(?:I|we|ich|wir|je|nous)\b|\bj['’]", re.IGNORECASE)
_JOINING = re.compile(r"\s*(?:and|nor|or|und|noch|et|ni)\s", re.IGNORECASE)
_AND = re.compile(r",\s+(?=and\b)", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“„«][^\"”“»]{3,}[\"”“»]")
# After a salutation's comma a letter goes on small, as a rule with a thought and not with a deed.
_MUSING = re.compile(r"(?:an?|the|that|this|what|when|where|how|it|there|making|being|few|most|some|many)\b")
# `Nobody likes a cold canteen` tells nothing of the speaker.
_ANYBODY = re.compile(
    r"\W*(?:nobody|no one|everybody|everyone|anybody|anyone|whoever|niemand|jeder|wer|personne|chacun|quiconque)\s+[a-zß-ü]+[^\d]*",
    re.IGNORECASE,
)
# `I never missed a date` admits nothing: it claims that all went well.
FLAWLESS = re.compile(
    r"\b(?:never|not once|nie|niemals|kein einziges mal|jamais)\b(?:\W+[\w'’]+){0,5}?\W+(?:miss\w*|fail\w*|los[et]\w*|exceeded|broken?|late|delay\w*|ausfallen|ausgefallen|verpasst|verfehlt|überschritten|verloren|versäumt|raté|manqué|perdu|dépassé)\b",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"\b(?:no|not|nor|never)\b[^.;]*\b(?:yet|so far)\b", re.IGNORECASE)
# `The post is to lead 60 people`: what is offered, and not what was done.
_OF_POST = re.compile(rf"\W*(?:{'|'.join(_SPEECH['offers'])})\b", re.IGNORECASE)
# Short, and shut by a mark: what goes on after it would be a claim again.
_DENIED = re.compile(
    r"\brather than (?:an?|the) (?:[\w'+#-]+ ){0,2}[\w'+#-]+(?:,\s*|(?=[.;]|$))", re.IGNORECASE
)
_NOT_ONLY = re.compile(r"\bnot (?:only|just|merely|simply)\b", re.IGNORECASE)
_APPLYING = phrase_pattern(_SPEECH["applying"])
_HELD = re.compile(r"\b(?:was|am|been|were|worked|served|years|currently)\b[^,;.]{0,24}$", re.IGNORECASE)
# `To everybody at the harbour:`
_TO_ALL = re.compile(
    r"\s*(?:To (?:all|every\w*|whom|the)|An (?:alle|das|die)|À (?:tou\w+|l['’])|Aux)\b[^.;:!?\d]{0,80}[:,]\s*"
)
_NAMES = re.compile(r"(?<=[a-zß-ü,] )[A-Z][\w-]+")
_GREETING_WORDS = 9
# A short line that ends with its only comma calls or closes, in any language.
_HEAD = phrase_pattern(cues("titles")["heads"])
_CALLS = re.compile(r"\s*[^\W\d_][\w'’./-]*(?:,?\s+[^\W\d_][\w'’./-]*){0,4},\s*")
_YOUR = r"(?:your|yours|you|ihr|ihre|ihrem|ihren|ihrer|votre|vos)"
_YOURS_BEFORE = re.compile(rf"\b{_YOUR}\b(?:\s+[\w'’-]+){{0,4}}\s*$", re.IGNORECASE)
_YOURS_AFTER = re.compile(
    rf"(?:\s+[\w'’-]+){{0,2}}\s+(?:(?:that\s+|which\s+)?you\b|(?:in|of|from|on)\s+{_YOUR}\b)", re.IGNORECASE
)


class Mood(StrEnum):
    """How a part of a sentence is meant."""

    SAID = "said"
    WISH = "wish"
    GAP = "gap"
    OPINION = "opinion"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence, where it starts in it, its mood, whether it tells of the speaker, and whether it says `I`."""

    text: str
    start: int
    mood: Mood
    of_self: bool
    voiced: bool = False

    def covers(self, place: int) -> bool:
        """Whether a place in the sentence lies in this part."""
        return self.start <= place < self.start + len(self.text)


def parts_of(sentence: str, whole: str = "", readers: tuple[str, ...] = ()) -> tuple[Part, ...]:
    """The parts of a sentence, cut at colons, semicolons, dashes and joining words.

    `whole` is the same with the names of the `readers`, which may have been blanked out of it.
    """
    if greets(sentence) or sentence.rstrip().endswith("?"):
        return (Part(sentence, 0, Mood.OTHER, False),)
    inner = {match.end() for match in _CUT.finditer(sentence)} | _turns(sentence) | _denials(sentence)
    cuts = [0, *sorted(inner - {0, len(sentence)}), len(sentence)]
    parts = tuple(
        _of_readers(part) if _opens_with((whole or sentence)[part.start :], readers) else part
        for part in (
            _part(sentence[a:b], a, sentence) for a, b in itertools.pairwise(cuts) if sentence[a:b].strip()
        )
    )
    first, rest = parts[:1], itertools.pairwise(parts)
    return (*first, *(_meant_as(before, part) for before, part in rest))


def _meant_as(before: Part, part: Part) -> Part:
    """`..., and Xhosa from my brigade`: a part without a verb of its own is a wish or a gap as the one before it."""
    own = _SPEAKER.search(part.text) or _FINITE.search(part.text) or tells_a_deed(part.text)
    if own or before.mood not in (Mood.WISH, Mood.GAP) or not _JOINING.match(part.text):
        return part
    return replace(part, mood=before.mood, of_self=False, voiced=False)


def _turns(sentence: str) -> set[int]:
    """Where a sentence turns from the reader to somebody else: `You ask for patience, and | the queue fell to ten.`"""
    return {
        match.end()
        for match in _AND.finditer(sentence)
        if _SECOND.search(sentence[: match.start()]) and not _SECOND.search(sentence[match.end() :])
    }


def _denials(sentence: str) -> set[int]:
    """Around what is said not to be so: `as a Green Belt | rather than a Black Belt, | I still learn`."""
    return {at for match in _DENIED.finditer(sentence) for at in match.span()}


def speaks_to_reader(text: str) -> bool:
    """Whether a text says `you`."""
    return bool(_SECOND.search(text))


def speaks_of_self(text: str) -> bool:
    """Whether a text says `I`, `my`, `mine`."""
    return bool(_FIRST.search(text))


def greets(sentence: str) -> bool:
    """Whether it is a salutation or a close."""
    if len(sentence.split()) > _GREETING_WORDS:
        return False
    return bool(
        _GREETING.match(sentence)
        or _TO_ALL.fullmatch(sentence)
        or (_CALLS.fullmatch(sentence) and not _HEAD.search(sentence))
    )


def without_posting(text: str, posting: str, names: tuple[str, ...]) -> str:
    """The text with what it takes from the posting blanked out, at the same length.

    That is quoted passages of it (`posting` is its text in lower case, blanks single) and, where the
    sentence addresses the reader or speaks of the application, the post's title and the company's name.
    """
    plain = _QUOTED.sub(partial(_unless_own, posting), text)
    if not (_SECOND.search(plain) or _WISH.search(plain) or _APPLYING.search(plain)):
        return plain
    for name in names:
        plain = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _unless_held, plain)
    return plain


def _unless_own(posting: str, quoted: re.Match[str]) -> str:
    """A passage stays where it is not the posting's; without the posting at hand `in your posting` must say so."""
    if posting:
        theirs = " ".join(quoted.group()[1:-1].casefold().split()).rstrip(".,;") in posting
    else:
        theirs = bool(_SECOND.search(quoted.string) and _APPLYING.search(quoted.string))
    return _blank(quoted) if theirs else quoted.group()


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _unless_held(match: re.Match[str]) -> str:
    """A title of the posting that the sentence says was held already stays to be checked."""
    return match.group() if _HELD.search(match.string[: match.start()]) else _blank(match)


def of_reader(sentence: str, start: int, end: int) -> bool:
    """Whether a span belongs to the reader: `your office in Lund`, `the hundred people you have`."""
    if _YOURS_BEFORE.search(sentence[:start]) or _YOURS_AFTER.match(sentence, end):
        return True
    left = max(sentence.rfind(mark, 0, start) for mark in ",;:–—") + 1
    right = min(
        (at for at in (sentence.find(mark, end) for mark in ",;:–—") if at >= 0), default=len(sentence)
    )
    clause = sentence[left:right]
    return bool(_SECOND.search(clause)) and not _FIRST.search(clause)


def _of_readers(part: Part) -> Part:
    return replace(part, mood=Mood.OTHER, of_self=False, voiced=False)


def _part(text: str, start: int, sentence: str) -> Part:
    first, second = bool(_FIRST.search(text)), bool(_SECOND.search(text))
    if _DENIED.match(text):
        return Part(text, start, Mood.GAP, False)
    gap = (_GAP.search(text) or _SO_FAR.search(text)) and not _NOT_ONLY.search(text)
    if gap and not FLAWLESS.search(text):
        return Part(text, start, Mood.GAP, False)
    if not first and (second or _OF_POST.match(text)):
        return Part(text, start, Mood.OTHER, False)
    if not first and _ANYBODY.fullmatch(text) and not _NAMES.search(text):
        return Part(text, start, Mood.OTHER, False)
    if start == 0 and _MUSING.match(text) and not re.search(r"[A-Z0-9]", text.replace("I", "")):
        return Part(text, start, Mood.OTHER, False)
    if _WISH.search(text):
        return Part(text, start, Mood.WISH, False)
    subject, opinion = bool(_SUBJECT.search(text)), bool(_OPINION.search(text))
    if opinion and not subject:
        return Part(text, start, Mood.OPINION, False)
    tells = subject or (not _FIRST.search(sentence) and _is_line(text))
    return Part(text, start, Mood.SAID, tells and not opinion and not second, subject)


def _opens_with(text: str, readers: tuple[str, ...]) -> bool:
    return any(re.match(rf"\W*(?:The )?{re.escape(name)}(?!\w)", text) for name in readers)


def _is_line(text: str) -> bool:
    """Whether a part without `I` is a line of a CV: it opens with a deed, or states without verb or full stop.

    Any other sentence tells of the world, and only its names, figures and reach can be false.
    """
    opening = re.match(r"\W*([^\W\d_][\w'-]*)", text)
    word = opening.group(1) if opening else ""
    if not word or word[0].islower():
        return False
    finite = bool(_FINITE.search(text))
    if opens_with_deed(word, finite):
        return True
    return not finite and not text.rstrip().endswith((".", "!"))
