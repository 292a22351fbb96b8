"""What a posting asks: line by line in its lists, sentence by sentence in its prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bonafide.language.sentences import Sentence
from bonafide.language.sentences import split as sentences
from bonafide.language.terms import find_terms
from bonafide.model.place import InParagraph, Place
from bonafide.model.posting import Requirement, RequirementKind
from bonafide.posting import placing, sureness, years
from bonafide.posting.lines import Line, Role, description, fold
from bonafide.posting.listing import in_line, without_joint
from bonafide.posting.prose import DUTY, MUST, NICE, Prose
from bonafide.posting.sections import Section, Topic, runs, split
from bonafide.posting.tongue import language_of
from bonafide.posting.wording import Wording

_KIND = {Topic.MUST: MUST, Topic.NICE: NICE, Topic.DUTY: DUTY}
_ASKING = (Topic.MUST, Topic.NICE)
_LONGEST = 1200
_RUN_IN = 9  # the level of a heading that a paragraph brings along
# With fewer sentences under headings for them (an item counts twice), requirements are looked for in all of the text.
_FEW = 4


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
        len(sentences(line.text)) + (line.role is Role.ITEM)
        for part in parts
        if part.topic in _ASKING
        for _, line in part.lines
    )
    judge = _Judge.of(lines, plain=listed < _FEW)
    placing.place(parts, judge.wording)
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
        part = Section(section.topic, section.heading, section.level, guessed=section.guessed)
        for number, line in section.lines:
            for own, piece in runs(line) if line.role is not Role.ITEM else [(None, line)]:
                if own:
                    yield part
                    topic, lead = own
                    yield Section(topic, lead, _RUN_IN, [(number, piece)])
                    carries = section.topic if section.topic in _KIND else Topic.UNKNOWN
                    part = Section(
                        carries if not line.lead else topic, lead, _RUN_IN, behind=topic in _ASKING
                    )
                else:
                    part.lines.append((number, piece))
        yield part


@dataclass(frozen=True, slots=True)
class _Judge:
    """Decides section by section and line by line."""

    wording: Wording
    prose: Prose

    @classmethod
    def of(cls, lines: Sequence[Line], plain: bool) -> _Judge:
        """For a posting of these lines; `plain`: it has no section for requirements."""
        wording = Wording.of(language_of(description(lines)))
        told = [line.text for line in lines if line.role is Role.TEXT]
        return cls(wording, Prose.of(told, wording, plain))

    def of_section(self, section: Section) -> Iterator[_Asked]:
        items = [line for _, line in section.lines if line.role is Role.ITEM]
        wanted, told_by = _KIND.get(section.topic), "placed" if section.guessed else "headed"
        if section.topic is Topic.UNKNOWN:
            wanted, told_by = MUST if placing.demands(items, self.wording) else None, "worded"
        for index, (number, line) in enumerate(section.lines):
            if line.role is Role.ITEM:
                following = section.lines[index + 1][1] if index + 1 < len(section.lines) else None
                for one in self._of_item(number, line, wanted, following):
                    yield replace(one, told_by=told_by)
            elif section.topic in _ASKING:
                behind_colon = section.heading.endswith(":") and section.level == _RUN_IN
                for said, kind in self.prose.headed(line.text, _KIND[section.topic], bare=not items):
                    for point in in_line(said, behind_colon):
                        yield _cut(line.text, point, kind, number, "prose")
            elif section.topic in (Topic.DUTY, Topic.UNKNOWN):
                goes_on = section.behind and index == 0
                for said, kind in self.prose.loose(line.text, plain=goes_on or self.prose.plain):
                    yield _cut(line.text, said, kind, number, "worded")

    def _of_item(
        self, number: int, line: Line, kind: RequirementKind | None, following: Line | None
    ) -> Iterator[_Asked]:
        text = line.text
        opens = text.endswith(":") and following is not None and following.role is Role.ITEM
        if kind is None or opens or not 2 <= len(text) <= _LONGEST:
            return
        if kind is DUTY:
            yield _Asked(without_joint(text), DUTY, number, "headed")
        elif not self.wording.refuses(text) or self.wording.insists(text):
            yield _Asked(without_joint(text), self.wording.kind(text, kind), number, "headed")


def _cut(text: str, sentence: Sentence, kind: RequirementKind, number: int, told_by: str) -> _Asked:
    return _Asked(text[sentence.start : sentence.end], kind, number, told_by)
