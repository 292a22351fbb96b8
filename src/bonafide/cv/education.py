"""Courses of study: which name is the school, which the degree, which the subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bonafide.cv.atoms import Atom, found_text, head_of
from bonafide.cv.bodies import dates_of, text_of
from bonafide.cv.cleaning import clean
from bonafide.cv.entries import Block, blocks_of
from bonafide.cv.experience import Readout
from bonafide.cv.gather import Entry, Found
from bonafide.cv.localities import schools_apart
from bonafide.cv.paragraph import Paragraph
from bonafide.cv.words import (
    COURSE_LABELS,
    DEGREES,
    OF_DEGREES,
    SCHOOLS,
    SCORE_WORDS,
    SUBJECT_DEGREES,
    any_of,
    tokens,
)
from bonafide.language.calendar import plain

_SCORE = re.compile(
    rf"(?:\b(?:{any_of(SCORE_WORDS)})\b"
    r"[\s:]*(?:of\s+)?)(\d+[.,]\d+(?:\s?/\s?\d+(?:[.,]\d+)?)?|[^,;()\n]{1,30})",
    re.I,
)
_CLASS = re.compile(
    r"\b(?:first[- ]class(?: honou?rs)?|2:1|2:2|upper second|(?:magna|summa) cum laude|cum laude|\d{2,3}/110)\b",
    re.I,
)
_COURSES = re.compile(rf"^(?:{any_of(COURSE_LABELS)})\s*:\s*", re.I)
_COMMA = re.compile(r",\s+| from (?=[A-Z])| at (?=[A-Z])")
_SUBJECT = re.compile(r"\s+(?:in|of|en|im|an der|em|w|na kierunku|de|di|–|-)\s+|\s*:\s+|,\s+", re.I)


def read_education(paragraphs: Sequence[Paragraph]) -> Readout:
    """Courses of study, and what fits none."""
    before, blocks = blocks_of(paragraphs)
    entries, rest = [], list(before)
    for block in blocks:
        entry, left = _course(block)
        rest += left
        if entry:
            entries.append(entry)
    return _without_towns(entries), rest


def _without_towns(entries: list[Entry]) -> list[Entry]:
    """The schools without the towns printed behind their names; the printed text keeps them."""
    named = [(entry, school) for entry in entries if isinstance(school := entry.get("institution"), Found)]
    apart = schools_apart([school.value for _, school in named])
    for (entry, school), (name, _) in zip(named, apart, strict=True):
        entry["institution"] = replace(school, value=name)
    return entries


def _course(block: Block) -> tuple[Entry, list[Paragraph]]:
    head = head_of(block.head, keep_tails=True)
    atoms, score = _without_score(head.atoms)
    school, degree, rest = _told(atoms)
    body, left = _body(block.body)
    if degree is None and "study_type" not in body and rest:
        degree, rest = rest[0], rest[1:]
    entry: Entry = {}
    if school:
        entry["institution"] = found_text(school, 0.95 if SCHOOLS.count(school.text) else 0.8)
    entry.update(_degree(degree, rest))
    if degree is None and rest and "area" not in body and not SCHOOLS.count(rest[0].text):
        entry["area"] = found_text(rest[0], 0.75)
    if "area" not in entry and "study_type" in entry and left and _names_subject(left[0]):
        entry["area"] = text_of(left.pop(0), 0.7)
    if score:
        entry["score"] = score
    return {
        **entry,
        **dates_of(head, single_is_end=True),
        **{k: v for k, v in body.items() if k not in entry},
    }, left


def _names_subject(paragraph: Paragraph) -> bool:
    """A short line under a bare degree."""
    text = clean(paragraph.text)
    return not paragraph.level and len(text) < 60 and ":" not in text and not text.endswith(".")


def _without_score(atoms: Sequence[Atom]) -> tuple[list[Atom], Found | None]:
    kept, score = [], None
    for atom in atoms:
        found = _SCORE.search(atom.text) or _CLASS.search(atom.text)
        if found and not score:
            value = found[1] if found.re is _SCORE else found[0]
            score = Found(clean(value), atom.text, atom.place, 0.85)
            text = re.sub(r"\s*[(\[]\s*[)\]]", "", atom.text[: found.start()] + atom.text[found.end() :])
            text = text.strip(" ,;[]–-:") if text.count("(") == text.count(")") else text.strip(" ,;()[]–-:")
            if text:
                kept.append(replace(atom, text=text))
        else:
            kept.append(atom)
    return kept, score


def school_score(text: str) -> float:
    """How much a text reads as a school and not as a degree (negative)."""
    words = tokens(text)
    if not words:
        return 0.0
    schools, degrees = SCHOOLS.count(text), DEGREES.count(text)
    return (
        min(schools, 2)
        - min(degrees, 2) * 0.7
        - 0.8 * bool(DEGREES.has(words[0]))
        + 0.3 * bool(SCHOOLS.has(words[0]))
    )


def _told(atoms: Sequence[Atom]) -> tuple[Atom | None, Atom | None, list[Atom]]:
    """The school, the degree and the other names."""
    atoms = [part for atom in atoms for part in _parts(atom, alone=len(atoms) == 1)]
    if not atoms:
        return None, None, []
    scores = [school_score(atom.text) for atom in atoms]
    best = max(range(len(atoms)), key=lambda i: (scores[i], -i))
    degrees = [i for i in range(len(atoms)) if i != best and DEGREES.count(atoms[i].text)]
    if scores[best] <= 0 and len(atoms) == 1 and DEGREES.count(atoms[0].text):
        return None, atoms[0], []
    degree = degrees[0] if degrees else None
    rest = [atom for i, atom in enumerate(atoms) if i not in (best, degree)]
    return atoms[best], atoms[degree] if degree is not None else None, rest


def _parts(atom: Atom, alone: bool) -> list[Atom]:
    """A line with both, parted at the comma where school and degree read best."""
    mixed = SCHOOLS.count(atom.text) and (DEGREES.count(atom.text) or alone)
    if not mixed:
        return [atom]
    best: tuple[float, list[str]] = (0.9, [])
    for comma in _COMMA.finditer(atom.text):
        left, right = atom.text[: comma.start()], atom.text[comma.end() :]
        if left.count("(") == left.count(")"):
            best = max(best, (abs(school_score(left) - school_score(right)), [left, right]))
    return [replace(atom, text=text, mark="comma") for text in best[1]] or [atom]


def _degree(degree: Atom | None, rest: Sequence[Atom]) -> Entry:
    """`study_type` and `area`: "BSc in Physics", "BSc" and "Physics", "Diplom: Physik"."""
    entry: Entry = {}
    if degree is None:
        return entry
    kind, area = split_degree(degree.text)
    if rest and not SCHOOLS.count(rest[0].text) and degree.slot[0] == rest[0].slot[0]:
        # A subject of its own stands beside: what is left of the degree belongs to its name.
        kind, area = _DANGLING.sub("", degree.text), ""
    if kind:
        entry["study_type"] = Found(kind, degree.text, degree.place, 0.9)
    if area:
        entry["area"] = Found(area, degree.text, degree.place, 0.85)
    elif rest and not SCHOOLS.count(rest[0].text):
        entry["area"] = found_text(rest[0], 0.8)
    return entry


def split_degree(text: str) -> tuple[str, str]:
    """The degree and its subject; a text without a degree's words is all subject."""
    text = _DANGLING.sub("", text)
    if not DEGREES.count(text):
        return "", text
    for cut in _SUBJECT.finditer(text):
        left, right = text[: cut.start()].strip(), text[cut.end() :].strip()
        if _are_degree_and_subject(left, right, plain(cut.group().strip())):
            return left, right
    return _after_degree(text.split())


def _are_degree_and_subject(left: str, right: str, sign: str) -> bool:
    if not DEGREES.count(left) or not tokens(right) or _is_degree_only(right):
        return False
    if left.count("(") != left.count(")") or SUBJECT_DEGREES.has((tokens(left)[1:] or ("",))[-1]):
        return False
    inside = tokens(right)[0] in OF_DEGREES or not DEGREES.has(tokens(left)[-1])
    return sign not in ("of", "de", "di") or not inside


def _after_degree(words: list[str]) -> tuple[str, str]:
    """Nothing parts them: the degree ends with the last of its words, with its brackets and abbreviations."""
    kinds = [i for i, word in enumerate(words[:4]) if DEGREES.has(plain(word).strip(".,()"))]
    kinds = [i for i in kinds if i == kinds[0] or not SUBJECT_DEGREES.has(plain(words[i]).strip(".,()"))]
    size = kinds[-1] + 1 if kinds else 0
    while 0 < size < len(words) and (
        words[size].startswith("(") or _is_open(words[:size]) or _is_abbreviated(words[size])
    ):
        size += 1
    return " ".join(words[:size]), " ".join(words[size:]).strip(" ,–-:")


def _is_abbreviated(word: str) -> bool:
    """The "rer." and "nat." of "Dr. rer. nat."."""
    return word.islower() and word.rstrip(",").endswith(".")


def _is_open(words: Sequence[str]) -> bool:
    text = " ".join(words)
    return text.count("(") > text.count(")")


_DANGLING = re.compile(r"\s+(?:in|of|en|im|w|na|an der|em)$", re.I)


def _is_degree_only(text: str) -> bool:
    words = tokens(text)
    return bool(words) and all(DEGREES.has(word) for word in words)


def _body(paragraphs: Sequence[Paragraph]) -> tuple[Entry, list[Paragraph]]:
    """Degree, courses and score told under the head; the rest is left."""
    entry: Entry = {}
    left = []
    for paragraph in paragraphs:
        text = clean(paragraph.text)
        score = _SCORE.search(text)
        if _COURSES.match(text):
            entry["courses"] = _courses(paragraph, text)
        elif score and "score" not in entry and len(text) < 80:
            entry["score"] = Found(clean(score[1]), text, paragraph.place, 0.85)
        elif "study_type" not in entry and len(text) < 90 and DEGREES.has((tokens(text) or ("",))[0]):
            kind, area = split_degree(text)
            found = {"study_type": kind, "area": area}
            entry.update({k: Found(v, text, paragraph.place, 0.8) for k, v in found.items() if v})
        else:
            left.append(paragraph)
    return entry, left


def _courses(paragraph: Paragraph, text: str) -> list[Found]:
    listed = _COURSES.sub("", text)
    whole = text_of(paragraph)
    return [
        Found(item.strip(" ."), whole.text, paragraph.place, 0.9)
        for item in re.split(r"[,;]\s+", listed)
        if item.strip(" .")
    ]
