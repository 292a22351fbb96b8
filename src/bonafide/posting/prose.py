"""What sentences ask: under a heading for it, or told by their own wording and by the sentences around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bonafide.language.sentences import Sentence
from bonafide.language.sentences import split as sentences
from bonafide.language.terms import find_terms
from bonafide.model.posting import RequirementKind
from bonafide.posting.lines import fold
from bonafide.posting.wording import Wording, about_us, addresses

MUST, NICE, DUTY = RequirementKind.MUST, RequirementKind.NICE, RequirementKind.RESPONSIBILITY
# One question may be of any kind; several that ask what the reader has done are the requirements.
_LEAST_QUESTIONS = 2
_LEAST_WORDS = 3
_LONGEST_LABEL, _LEAST_EXPLAINED = 4, 7

Told = tuple[Sentence, RequirementKind]


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence, what it is, and whether its neighbours may make a requirement of it."""

    sentence: Sentence
    kind: RequirementKind | None
    open: bool = False

    @property
    def asked(self) -> bool:
        return self.kind in (MUST, NICE)


@dataclass(frozen=True, slots=True)
class Prose:
    """Judges sentences; `plain`: no section of the posting holds its requirements; `asking`: its questions do."""

    wording: Wording
    plain: bool
    asking: bool

    @classmethod
    def of(cls, paragraphs: Iterable[str], wording: Wording, plain: bool) -> Prose:
        """For a posting of these paragraphs."""
        asked = [
            said for text in paragraphs for said in sentences(text) if wording.asks_what_you_have(said.text)
        ]
        return cls(wording, plain, plain and len(asked) >= _LEAST_QUESTIONS)

    def headed(self, text: str, kind: RequirementKind, bare: bool) -> Iterator[Told]:
        """The sentences of a paragraph in a section for requirements; `bare`: the section has no list."""
        parts = sentences(text)
        for sentence in parts[1:] if self._labelled(parts) else parts:
            said = sentence.text
            if self.wording.turns(said):
                kind = NICE
                continue
            if said.endswith(":") or (said.endswith("?") and not self.wording.asks_what_you_have(said)):
                continue
            if (self.wording.never(said) and not self._hopes(said)) or self._gives(said):
                continue
            whole = (len(said.split()) > 1 or bool(find_terms(said))) and not about_us(fold(said))
            if self._fits(said, whole, bare):
                yield sentence, self.wording.kind(said, kind)

    def _labelled(self, parts: Sequence[Sentence]) -> bool:
        """Whether a paragraph begins with a few words that only name what it is about: `Breadth. You have …`"""
        if len(parts) < 2 or len(parts[0].text.split()) > _LONGEST_LABEL or self.wording.asks(parts[0].text):
            return False
        return len(parts[1].text.split()) >= _LEAST_EXPLAINED

    def loose(self, text: str, plain: bool) -> Iterator[Told]:
        """The sentences of a paragraph that no heading explains; `plain`: it may hold the requirements."""
        judged = [self._judged(sentence, plain) for sentence in sentences(text)]
        for said in _joined(_turned(judged, self.wording), self.wording):
            if said.kind is not None:
                yield said.sentence, said.kind

    def _fits(self, text: str, whole: bool, bare: bool) -> bool:
        """Beside a list a sentence must address the reader, else it explains the list."""
        if bare:
            return whole or self._hopes(text) or self.wording.asks(text)
        return (
            self._hopes(text)
            or self.wording.insists(text)
            or (self.wording.asks(text) and addresses(fold(text)))
        )

    def _judged(self, sentence: Sentence, plain: bool) -> _Said:
        text = sentence.text
        if self.wording.never(text):
            return _Said(sentence, None)
        if text.endswith("?"):
            asks = self.asking and self.wording.asks_what_you_have(text)
            return _Said(sentence, self.wording.kind(text, MUST) if asks else None)
        does = self.wording.does(text)
        hopes = plain and self._wishes(text)
        asks = plain and not does and self.wording.asks(text)
        if asks or hopes or self.wording.insists(text):
            return _Said(sentence, self.wording.kind(text, MUST))
        return _Said(sentence, DUTY if does else None, open=plain and not does)

    def _hopes(self, text: str) -> bool:
        return self.wording.kind(text, MUST) is NICE

    def _gives(self, text: str) -> bool:
        """Whether the company says what it pays or gives: `We pay 3,000 a month plus the fare.`"""
        return about_us(fold(text)) and self.wording.offers(text)

    def _wishes(self, text: str) -> bool:
        return self._hopes(text) and (self.wording.hopes(text) or not about_us(fold(text)))


def _turned(said: Sequence[_Said], wording: Wording) -> list[_Said]:
    """The sentences, those that are asked wished for behind one that says so of what follows it."""
    at = next((index for index, one in enumerate(said) if wording.turns(one.sentence.text)), len(said))
    behind = (replace(one, kind=NICE) if one.asked else one for one in said[at + 1 :])
    return [*said[:at], *(_Said(one.sentence, None) for one in said[at : at + 1]), *behind]


def _joined(said: Sequence[_Said], wording: Wording) -> Iterator[_Said]:
    """The sentences of a paragraph, with those that go on with what the ones before them ask."""
    asked = False
    for index, one in enumerate(said):
        text = one.sentence.text
        if asked and (one.open or one.asked) and wording.supposes(text):
            one = _Said(one.sentence, NICE)
        elif asked and one.open and _goes_on(text, _asked_soon(said[index + 1 :]), wording):
            one = _Said(one.sentence, wording.kind(text, MUST))
        yield one
        asked = one.asked


def _asked_soon(following: Sequence[_Said]) -> bool:
    """Whether a requirement stands behind no more than one sentence that is open."""
    near = next((one for one in following[:2] if not one.open), None)
    return near is not None and near.asked


def _goes_on(text: str, following: bool, wording: Wording) -> bool:
    """Whether a sentence behind a requirement is one: it speaks of the same person, or stands before another."""
    if wording.speaks_of_them(text):
        return True
    if about_us(fold(text)) or wording.offers(text) or len(text.split()) < _LEAST_WORDS:
        return False
    return following or wording.speaks_to_you(text)
