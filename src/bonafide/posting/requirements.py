"""What a posting asks: line by line in its lists, sentence by sentence in its prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bonafide.language.sentences import Sentence
from bonafide.language.sentences import split as sentences
from bonafide.language.terms import find_terms
from bonafide.model.place import InParagraph, Place
from bonafide.model.posting import Requirement, RequirementKind
from bonafide.posting import sureness, years
from bonafide.posting.lines import Line, Role, description, fold
from bonafide.posting.listing import without_joint
from bonafide.posting.sections import Section, Topic, run_in, split
from bonafide.posting.tongue import language_of
from bonafide.posting.wording import Wording, about_us, addresses

MUST, NICE, DUTY = RequirementKind.MUST, RequirementKind.NICE, RequirementKind.RESPONSIBILITY
_KIND = {Topic.MUST: MUST, Topic.NICE: NICE, Topic.DUTY: DUTY}
_LONGEST = 1200


@dataclass(frozen=True, slots=True)
class _Asked:
    """Something that may be a requirement: its text, kind, paragraph counted from 1, and by what it was told."""

    text: str
    kind: RequirementKind
    paragraph: int
    told_by: str


def find(lines: Sequence[Line]) -> list[tuple[Requirement, float]]:
    """The requirements and responsibilities in reading order, verbatim, each with how sure its kind is (0 to 1)."""
    parts = list(_by_leads(split(lines)))
    listed = sum(
        len(sentences(line.text))
        for part in parts
        if part.topic in (Topic.MUST, Topic.NICE)
        for _, line in part.lines
    )
    judge = _Judge(Wording.of(language_of(description(lines))), plain=listed < 2)
    parts = judge.placed(parts)
    asked = [one for part in parts for one in judge.of_section(part)]
    return [
        (required(one.text, one.kind, InParagraph(one.paragraph)), sureness.of_requirement(one.told_by))
        for one in _once(asked)
    ]


def required(text: str, kind: RequirementKind, place: Place | None) -> Requirement:
    """The requirement that a line makes, with the terms in it and the years that it asks."""
    terms = tuple(dict.fromkeys(hit.term for hit in find_terms(text)))
    return Requirement(text=text, kind=kind, terms=terms, years=years.asked(text), place=place)


def _once(asked: Iterable[_Asked]) -> Iterator[_Asked]:
    seen: set[str] = set()
    for one in asked:
        key = fold(one.text)
        if key not in seen:
            seen.add(key)
            yield one


def _by_leads(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections, cut again where a paragraph brings its own heading along."""
    for section in sections:
        part = Section(section.topic, section.heading, section.level)
        for number, line in section.lines:
            own = run_in(line) if line.role is not Role.ITEM else None
            if own:
                yield part
                topic, lead, rest = own
                yield Section(topic, lead, 9, [(number, Line(rest))])
                carries = section.topic if section.topic in _KIND else Topic.UNKNOWN
                part = Section(carries if not line.lead else topic, lead, 9)
            else:
                part.lines.append((number, line))
        yield part


@dataclass(frozen=True, slots=True)
class _Judge:
    """Decides line by line and sentence by sentence; `plain`: the posting has no section for requirements."""

    wording: Wording
    plain: bool

    def placed(self, parts: list[Section]) -> list[Section]:
        """Lists under headings nobody knows, told by their place: demands follow tasks and go before wishes."""
        told = [part.topic for part in parts if part.lines]
        last = Topic.UNKNOWN
        for part, following in zip(parts, _topics_after(parts), strict=True):
            items = [line for _, line in part.lines if line.role is Role.ITEM]
            if part.topic is not Topic.UNKNOWN:
                last = part.topic if part.lines else last
            elif part.heading and len(items) > 1 and not self._offers(items):
                part.topic, part.guessed = self._by_place(last, following, told, items), True
                last = part.topic if part.topic is not Topic.UNKNOWN else last
        return parts

    def _by_place(self, last: Topic, following: Topic, told: Sequence[Topic], items: Sequence[Line]) -> Topic:
        if Topic.MUST not in told and (last is Topic.DUTY or following is Topic.NICE):
            return Topic.MUST
        if last is Topic.MUST and Topic.NICE not in told and self._kind_of_list(items) is None:
            return Topic.NICE
        return Topic.UNKNOWN

    def _offers(self, items: Sequence[Line]) -> bool:
        return sum(self.wording.offers(line.text) for line in items) >= 0.3 * len(items)

    def of_section(self, section: Section) -> Iterator[_Asked]:
        items = [line for _, line in section.lines if line.role is Role.ITEM]
        kind, told_by = _KIND.get(section.topic), "placed" if section.guessed else "headed"
        if section.topic is Topic.UNKNOWN:
            kind, told_by = self._kind_of_list(items), "worded"
        for index, (number, line) in enumerate(section.lines):
            if line.role is Role.ITEM:
                following = section.lines[index + 1][1] if index + 1 < len(section.lines) else None
                for one in self._of_item(number, line, kind, following):
                    yield replace(one, told_by=told_by)
            elif section.topic in (Topic.MUST, Topic.NICE):
                yield from self._of_prose(number, line.text, _KIND[section.topic], bare=not items)
            elif section.topic in (Topic.DUTY, Topic.UNKNOWN):
                yield from self._of_loose_prose(number, line.text)

    def _kind_of_list(self, items: Sequence[Line]) -> RequirementKind | None:
        """What an unannounced list holds, by how its lines are worded."""
        asking = sum(self.wording.asks(line.text) and not self.wording.never(line.text) for line in items)
        return MUST if len(items) > 1 and asking >= 0.6 * len(items) else None

    def _of_item(
        self, number: int, line: Line, kind: RequirementKind | None, following: Line | None
    ) -> Iterator[_Asked]:
        text = line.text
        opens = text.endswith(":") and following is not None and following.role is Role.ITEM
        if kind is None or opens or not 2 <= len(text) <= _LONGEST:
            return
        if kind is DUTY:
            yield _Asked(without_joint(text), DUTY, number, "headed")
        elif not self.wording.never(text) or self.wording.insists(text):
            yield _Asked(without_joint(text), self.wording.kind(text, kind), number, "headed")

    def _of_prose(self, number: int, text: str, kind: RequirementKind, bare: bool) -> Iterator[_Asked]:
        """The sentences of a paragraph in a section for requirements; `bare`: the section has no list."""
        for sentence in sentences(text):
            never = self.wording.never(sentence.text) and not self._hopes(sentence.text)
            if never or sentence.text.endswith(("?", ":")):
                continue
            whole = len(sentence.text.split()) > 1 and not about_us(fold(sentence.text))
            if self._fits(sentence.text, whole, bare):
                yield _cut(text, sentence, self.wording.kind(sentence.text, kind), number, "prose")

    def _fits(self, text: str, whole: bool, bare: bool) -> bool:
        """Beside a list a sentence must address the reader, else it explains the list."""
        if bare:
            return whole or self._hopes(text) or self.wording.asks(text)
        return (
            self._hopes(text)
            or self.wording.insists(text)
            or (self.wording.asks(text) and addresses(fold(text)))
        )

    def _hopes(self, text: str) -> bool:
        return self.wording.kind(text, MUST) is NICE

    def _wishes(self, text: str) -> bool:
        return self._hopes(text) and not about_us(fold(text))

    def _of_loose_prose(self, number: int, text: str) -> Iterator[_Asked]:
        """The sentences of a paragraph that no heading explains."""
        for sentence in sentences(text):
            if self.wording.never(sentence.text) or sentence.text.endswith("?"):
                continue
            does = self.wording.does(sentence.text)
            hopes = self.plain and self._wishes(sentence.text)
            asks = self.plain and not does and self.wording.asks(sentence.text)
            if asks or hopes or self.wording.insists(sentence.text):
                yield _cut(text, sentence, self.wording.kind(sentence.text, MUST), number, "worded")
            elif does:
                yield _cut(text, sentence, DUTY, number, "worded")


def _topics_after(parts: Sequence[Section]) -> list[Topic]:
    """For each part the topic of the next one that holds anything."""
    found: list[Topic] = []
    after = Topic.UNKNOWN
    for part in reversed(parts):
        found.append(after)
        after = part.topic if part.lines else after
    return found[::-1]


def _cut(text: str, sentence: Sentence, kind: RequirementKind, number: int, told_by: str) -> _Asked:
    return _Asked(text[sentence.start : sentence.end], kind, number, told_by)
