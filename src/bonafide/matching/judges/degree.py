"""Degrees: the level that is asked and the subject, against the education that the CV states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from bonafide.language.terms import find_terms, kind_of
from bonafide.matching.findings import Finding
from bonafide.matching.lexicon import beginnings, data, phrases
from bonafide.matching.resume import Resume
from bonafide.model.match import Evidence, Verdict
from bonafide.model.profile import Education

T = TypeVar("T")
_HALF_A_LEVEL = 0.5
"""How far below a degree a certificate stands that is earned above the next lower one."""
LEVEL_NAMES = ("", "a vocational qualification", "a bachelor's degree", "a master's degree", "a doctorate")
_CUE = re.compile(
    r"\b(?:degrees?|diplom\w*|doctorate|ph\.?d|bachelor\w*|master'?s|mba|graduates?|b\.?sc|m\.?sc|university education|studies|studium|hochschulstudium|bachelorabschluss|masterabschluss|diplôme|formation bac|titulación|licenciatura|grado en|formação superior|graduação em|laurea|bac\+\d|"
    r"apprenticeship|postgraduate|tertiary qualification|academic qualification|trade qualification|hochschulabschluss|llb|pgce|academic background|higher education|ausbildung|vocational|tertiary|educated to)\b",
    re.I,
)
_DOTTED = re.compile(
    r"(?<!\w)(?:[BM]\.\s?(?:E|Tech|Com|Ed|Eng|Sc|A|S)\b|(?:BE|BTech|BCom|MCom|MTech|BEng|MEng|BA|MA|BN|BSN)/|(?:BS|BA|MS|MA|BE|ME) (?:degree )?(?:in|or)\b)"
)


@dataclass(frozen=True, slots=True)
class Study:
    """What a text says of a degree: its level (0 unknown) and its groups of subjects."""

    level: float
    groups: frozenset[str]


@lru_cache(maxsize=1)
def _levels() -> tuple[tuple[float, re.Pattern[str]], ...]:
    return tuple((float(level), phrases(words)) for level, words in data("study")["levels"].items())


@lru_cache(maxsize=1)
def _groups() -> Mapping[str, re.Pattern[str]]:
    return {group["name"]: beginnings(group["words"]) for group in data("study")["group"]}


@lru_cache(maxsize=1)
def _near() -> Mapping[str, frozenset[str]]:
    return {group["name"]: frozenset(group["near"]) for group in data("study")["group"]}


@lru_cache(maxsize=1)
def _open() -> Mapping[str, re.Pattern[str]]:
    return {name: phrases(words) for name, words in data("study")["open"].items()}


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    return phrases(data("study")["any"]["words"])


def judge(text: str, resume: Resume) -> list[Finding]:
    """At most one finding; it takes the whole clause."""
    if not is_asked(text):
        return []
    levels = levels_in(text)
    if not levels and not _any().search(text):
        return []
    asked = Study(min(levels, default=2), groups_in(text))
    if not asked.groups and _by_its_name(text):
        return []
    best = max(
        (
            _compared(asked, index, education, text)
            for index, education in enumerate(resume.facts.profile.education)
        ),
        key=lambda found: (found[0], found[1]),
        default=None,
    )
    return [_finding(asked, best)]


def is_asked(text: str) -> bool:
    """Whether a text speaks of a degree at all."""
    return bool(_CUE.search(text) or _DOTTED.search(text))


def _by_its_name(text: str) -> bool:
    """Whether what is asked is a credential with a name of its own: `vocational training as a master electrician`."""
    parts = re.split(r",|;|\band\b|\bund\b|\bet\b|\bwith\b", text)
    return any(
        is_asked(part) and any(kind_of(hit.term) == "credential" for hit in find_terms(part))
        for part in parts
    )


def levels_in(text: str) -> list[float]:
    """Every level that a text names; a longer name hides the shorter ones inside it."""
    return sorted(
        _outermost((*m.span(), level) for level, pattern in _levels() for m in pattern.finditer(text))
    )


def groups_in(text: str) -> frozenset[str]:
    """The groups of subjects that a text names; a longer name hides the shorter ones inside it."""
    return frozenset(
        _outermost((*m.span(), name) for name, pattern in _groups().items() for m in pattern.finditer(text))
    )


def _outermost(found: Iterable[tuple[int, int, T]]) -> set[T]:
    """What was found at spans that lie in no longer span."""
    spans = list(found)
    return {
        what
        for start, end, what in spans
        if not any(a <= start and end <= b and (b - a) > (end - start) for a, b, _ in spans)
    }


def _compared(
    asked: Study, index: int, education: Education, text: str
) -> tuple[float, float, int, Education]:
    """How near a course of study is (0 to 1), its level, its index and itself."""
    level = (
        max(levels_in(education.study_type or ""), default=0)
        or max(levels_in(education.area or ""), default=0)
        or 2
    )
    own = _subjects_of(education)
    subject = _subject(asked.groups, own, bool(_open()["subject"].search(text)))
    nearly = 0.5 if level >= asked.level - 1 else 0.25
    below = nearly if asked.groups or level >= asked.level - _HALF_A_LEVEL else 0.0
    depth = 1.0 if level >= asked.level else below
    return min(subject, depth), level, index, education


def _subjects_of(education: Education) -> frozenset[str]:
    """The groups of a course of study; `management` of something is that something's."""
    area = education.area or ""
    bare = re.sub(r"(?<=\w )(?:and )?(?:management|administration|policy)\b", " ", area, flags=re.I)
    return groups_in(bare) or groups_in(area) or groups_in(education.study_type or "")


def _subject(asked: frozenset[str], own: frozenset[str], is_open: bool) -> float:
    if not asked or asked & own:
        return 1.0
    beside = sum(bool(_near().get(group, frozenset()) & own) for group in asked)
    if not beside:
        return 0.0
    # Of a list of unlike subjects everything is a neighbour: it must be one to half of them.
    return 1.0 if is_open and beside >= len(asked) / 2 else 0.5


def _finding(asked: Study, best: tuple[float, float, int, Education] | None) -> Finding:
    if best is None:
        return Finding(
            verdict=Verdict.UNMET,
            why="the CV names no course of study",
            advice="If you hold the degree, add it with its year; if experience stands in for it, say which.",
        )
    value, level, index, education = best
    said = ", ".join(part for part in (education.study_type, education.area) if part) or (
        education.institution or ""
    )
    facts = tuple(
        Evidence(f"/education/{index}/{name}", found)
        for name, found in (
            ("studyType", education.study_type),
            ("area", education.area),
            ("institution", education.institution),
        )
        if found
    )[:2]
    if value >= 1:
        return Finding(verdict=Verdict.MET, why=f"the CV names {said}", facts=facts)
    if value > 0:
        lower = level < asked.level
        why = f"the CV names {said}, " + (
            f"where {LEVEL_NAMES[int(asked.level)]} is asked" if lower else "a subject near to what is asked"
        )
        return Finding(
            verdict=Verdict.PARTIAL,
            why=why,
            facts=facts,
            advice=f"Name the courses or the work that close the distance from {said} to what is asked.",
        )
    if not asked.groups:
        why = f"the CV names {said}, where {LEVEL_NAMES[int(asked.level)]} is asked"
    else:
        why = f"the CV names {said}, another subject than is asked"
    return Finding(
        verdict=Verdict.UNMET,
        why=why,
        advice=f"Say in one line what beside {said} qualifies you; further training counts if it is on the CV.",
    )
