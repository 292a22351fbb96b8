"""What a posting asks: line by line in its lists, sentence by sentence in its prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bonafide.language.sentences import split as sentences
from bonafide.language.terms import find_terms
from bonafide.model.place import InParagraph
from bonafide.model.posting import Requirement, RequirementKind
from bonafide.posting import years
from bonafide.posting.lexicon import matcher
from bonafide.posting.lines import Line, Role, fold
from bonafide.posting.sections import Section, Topic, run_in, split

MUST, NICE, DUTY = RequirementKind.MUST, RequirementKind.NICE, RequirementKind.RESPONSIBILITY
_KIND = {Topic.MUST: MUST, Topic.NICE: NICE, Topic.DUTY: DUTY}
_LONGEST = 1200
_PARENTHESIS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_STRONG_BREAK = re.compile(r"[;–—]| - |\. ")
_LISTED = re.compile(r"(?<!\w)(?:and|or|und|oder|et|ou|y|e|en|of|i|lub|oraz|&)(?!\w)|/")
_OURS = re.compile(
    r"^(?:we|our|us|wir|unser\w*|nous|notre|nos|nosotros|nuestr\w*|wij|ons|onze|nosso\w*|nossa\w*|noi|nostr\w*|nasz\w*)(?!\w)"
)
_YOU = re.compile(
    r"(?<!\w)(?:you|your|you're|you've|du|dein\w*|sie|ihr\w*|vous|votre|vos|tu|ton|tes|tus|usted|je|jij|jouw|voce|seu|sua|candidat\w*|applicant\w*|bewerber\w*|someone|somebody|jemand\w*)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Something that may be a requirement: its text, kind, and paragraph counted from 1."""

    text: str
    kind: RequirementKind
    paragraph: int


def find(lines: Sequence[Line]) -> tuple[Requirement, ...]:
    """The requirements and responsibilities in reading order, verbatim."""
    parts = list(_by_leads(split(lines)))
    listed = sum(len(part.lines) for part in parts if part.topic in (Topic.MUST, Topic.NICE))
    asked = [one for part in parts for one in _of_section(part, plain=listed < 2)]
    return tuple(_requirement(one) for one in _once(asked))


def _requirement(one: _Asked) -> Requirement:
    terms = tuple(dict.fromkeys(hit.term for hit in find_terms(one.text)))
    return Requirement(
        text=one.text,
        kind=one.kind,
        terms=terms,
        years=years.asked(one.text),
        place=InParagraph(one.paragraph),
    )


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


def _of_section(section: Section, plain: bool) -> Iterator[_Asked]:
    items = [(n, line) for n, line in section.lines if line.role is Role.ITEM]
    kind = _KIND.get(section.topic)
    if section.topic is Topic.UNKNOWN:
        kind = _kind_of_list(items)
    for index, (number, line) in enumerate(section.lines):
        if line.role is Role.ITEM:
            following = section.lines[index + 1][1] if index + 1 < len(section.lines) else None
            yield from _of_item(number, line, kind, following)
        elif section.topic in (Topic.MUST, Topic.NICE):
            yield from _of_prose(number, line.text, _KIND[section.topic], bare=not items)
        elif section.topic in (Topic.DUTY, Topic.UNKNOWN):
            yield from _of_loose_prose(number, line.text, plain)


def _kind_of_list(items: Sequence[tuple[int, Line]]) -> RequirementKind | None:
    """What an unannounced list holds, by how its lines are worded."""
    if len(items) < 2:
        return None
    folded = [fold(line.text) for _, line in items]
    asking = sum(bool(_cue("asks").search(text)) and not _cue("never").search(text) for text in folded)
    return MUST if asking >= 0.6 * len(items) else None


def _of_item(
    number: int, line: Line, kind: RequirementKind | None, following: Line | None
) -> Iterator[_Asked]:
    text = line.text
    if kind is None or len(text) > _LONGEST or len(text) < 2:
        return
    if text.endswith(":") and following is not None and following.role is Role.ITEM:
        return
    if kind is DUTY:
        yield _Asked(text, DUTY, number)
    elif not _cue("never").search(fold(text)) or _cue("insists").search(fold(text)):
        yield _Asked(text, weighed(text, kind), number)


def _of_prose(number: int, text: str, kind: RequirementKind, bare: bool) -> Iterator[_Asked]:
    """The sentences of a paragraph in a section for requirements; `bare`: the section has no list."""
    if text.endswith(":"):
        return
    for sentence in sentences(text):
        folded = fold(sentence.text)
        if _cue("never").search(folded) or sentence.text.endswith(("?", ":")):
            continue
        about_us = _OURS.match(folded) and not _YOU.search(folded)
        asks = bool(_cue("asks").search(folded))
        if (asks and not about_us) or (bare and not about_us and len(folded.split()) > 2):
            yield _Asked(text[sentence.start : sentence.end], weighed(sentence.text, kind), number)


def _of_loose_prose(number: int, text: str, plain: bool) -> Iterator[_Asked]:
    """The sentences of a paragraph that no heading explains; `plain`: the posting has no section for them."""
    for sentence in sentences(text):
        folded = fold(sentence.text)
        if _cue("never").search(folded) or sentence.text.endswith("?"):
            continue
        does = _cue("does").match(folded)
        asks = _cue("insists").search(folded) or (plain and not does and _cue("asks").search(folded))
        if asks and not (_OURS.match(folded) and not _YOU.search(folded)):
            yield _Asked(text[sentence.start : sentence.end], weighed(sentence.text, MUST), number)
        elif does:
            yield _Asked(text[sentence.start : sentence.end], DUTY, number)


def weighed(text: str, kind: RequirementKind) -> RequirementKind:
    """The kind by the line's own wording: `… is a plus` lowers a must, `preferably` inside it does not."""
    plain = fold(_PARENTHESIS.sub(" ", text)).strip(" .!;,")
    if kind is NICE:
        return MUST if _cue("demanded").search(plain) else NICE
    if _cue("hopes").match(plain):
        return NICE
    for found in _cue("wished").finditer(plain):
        if not plain[found.end() :].strip(" .!;,") and not _also_asks(plain[: found.start()]):
            return NICE
    return kind


def _also_asks(before: str) -> bool:
    """Whether what stands before the wish asks for something of its own: `Python required, Go a plus`."""
    strong = list(_STRONG_BREAK.finditer(before))
    if strong:
        return bool(
            _cue("asks").search(before[: strong[-1].start()]) or years.asked(before[: strong[-1].start()])
        )
    front, comma, back = before.rpartition(",")
    if not comma or _LISTED.search(back) or len(back.split()) > 6:
        return False
    return bool(
        _cue("insists").search(front)
        or years.asked(front) is not None
        or re.search(r"required|fluent|degree", front)
    )


def _cue(kind: str) -> re.Pattern[str]:
    return matcher("cues", kind)
