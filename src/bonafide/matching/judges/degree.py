"""Degrees: the level that is asked and the subject, against the education that the CV states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from bonafide.language.periods import union_months
from bonafide.language.terms import find_terms, kind_of
from bonafide.matching.findings import Finding
from bonafide.matching.lexicon import beginnings, data, generic, light, phrases
from bonafide.matching.resume import Resume, stems_of
from bonafide.model.match import Evidence, Verdict
from bonafide.model.profile import Education

T = TypeVar("T")
_HALF_A_LEVEL = 0.5
"""How far below a degree a certificate stands that is earned above the next lower one."""
MONTHS_IN_PLACE = 60
"""So much work counts as the degree where experience is accepted in its place; half of it in part."""
LEVEL_NAMES = ("", "a vocational qualification", "a bachelor's degree", "a master's degree", "a doctorate")
_CUE = re.compile(
    r"\b(?:degrees?|diplom\w*|doctorate|ph\.?d|bachelor\w*|master'?s|mba|graduates?|b\.?sc|m\.?sc|university education|studies|studium|hochschulstudium|bachelorabschluss|masterabschluss|diplôme|formation bac|titulación|licenciatura|grado en|formação superior|graduação em|laurea|bac\+\d|"
    r"apprenticeship|postgraduate|tertiary qualification|academic qualification|trade qualification|hochschulabschluss|abschluss|befähigung|titulado|titulación|formación|estudios|études|bts|cap cuisine|cap|bep|bac pro|brevet|máster|grado|mbo\b|hbo|opleiding|studie|universitair\w*|emba|ll\.?m|mph|mpa|hnd|hnc|nvq|formation supérieure|qualification in|postgraduate \w+|meisterbrief|laurea\w*|diplomado|mestrado|wykształcenie|llb|pgce|academic background|higher education|ausbildung|vocational|tertiary|educated to)\b",
    re.I,
)
_OTHER_STUDIES = re.compile(
    r"\b(?:diary|field|case|feasibility|market|user|usability|clinical|time|pilot|cohort|impact|design|engineering|motion|traffic) stud(?:y|ies)\b|\bétudes? (?:de cas|de marché|de faisabilité|terrain|d'impact)\b|\bestudios? de (?:mercado|caso|viabilidad)\b",
    re.I,
)
"""Studies that somebody makes and takes no degree in."""
_DOTTED = re.compile(
    r"(?<!\w)(?:[BM]\.\s?(?:E|Tech|Com|Ed|Eng|Sc|A|S)\b|(?:BE|BTech|BCom|MCom|MTech|BEng|MEng|BA|MA|BN|BSN)/|(?:BS|BA|MS|MA|BE|ME) (?:degree )?(?:in|or)\b)"
)


@dataclass(frozen=True, slots=True)
class Study:
    """What a text asks of a degree: its level and its groups of subjects, or its name where no other will do."""

    level: float
    groups: frozenset[str]
    name: str = ""

    @property
    def written(self) -> str:
        """As a reader would call it: `an MBA`, `a master's degree`."""
        return f"an {self.name}" if self.name else LEVEL_NAMES[int(self.level)]


@dataclass(frozen=True, slots=True)
class Held:
    """A course of study of the CV: its place in the education, itself, its level and its groups of subjects."""

    index: int
    education: Education
    level: float
    groups: frozenset[str]

    @property
    def said(self) -> str:
        """As a reader would call it: `BSc, Physics`."""
        parts = (self.education.study_type, self.education.area)
        return ", ".join(part for part in parts if part) or self.education.institution or ""


@lru_cache(maxsize=1)
def _named() -> Mapping[str, re.Pattern[str]]:
    return {words[0]: phrases(words) for words in data("study")["named"]["all"]}


@lru_cache(maxsize=1)
def _families() -> Mapping[str, frozenset[str]]:
    return {group["name"]: frozenset(group["families"]) for group in data("study")["group"]}


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
    name = _name_in(text)
    asked = Study(min(levels, default=2), frozenset() if name else groups_in(_without_names(text)), name)
    if not asked.groups and not name and _by_its_name(text):
        return []
    held = [_held(index, education) for index, education in enumerate(resume.facts.profile.education)]
    best = max(
        ((_nearness(asked, one, text), one) for one in held),
        key=lambda found: (found[0], found[1].level),
        default=None,
    )
    finding = _finding(asked, best)
    return [finding if finding.verdict is Verdict.MET else _by_experience(asked, text, resume) or finding]


def is_asked(text: str) -> bool:
    """Whether a text speaks of a degree at all."""
    text = _OTHER_STUDIES.sub(" ", text)
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


def _held(index: int, education: Education) -> Held:
    level = max(levels_in(education.study_type or ""), default=0) or max(
        levels_in(education.area or ""), default=0
    )
    return Held(index, education, level or 2, _subjects_of(education))


def _nearness(asked: Study, held: Held, text: str) -> float:
    """How near a course of study is to what is asked, 0 to 1."""
    if asked.name:
        return float(bool(_named()[asked.name].search(held.said)))
    subject = _subject(asked.groups, held.groups, bool(_open()["subject"].search(text)))
    if stems_of(held.education.area or "") & _said_of_subjects(text):
        subject = 1.0  # `cognitive science` is asked, whatever groups there are
    nearly = 0.5 if held.level >= asked.level - 1 else 0.25
    below = nearly if asked.groups or held.level >= asked.level - _HALF_A_LEVEL else 0.0
    depth = 1.0 if held.level >= asked.level else below
    if not asked.groups and depth < 1 and _open()["qualification"].search(text):
        depth = 0.5
    return min(subject, depth)


def _said_of_subjects(text: str) -> frozenset[str]:
    """The stems of a text that may name a subject: none of those that any degree is asked with."""
    return frozenset(
        root for root in stems_of(text) - generic() - light() if len(root) > 3 and not is_asked(root)
    )


def _name_in(text: str) -> str:
    """The qualification that a text asks by its name with nothing beside it: `An MBA`, not `a master's degree or MBA`."""
    for name, spellings in _named().items():
        rest = spellings.sub(" ", text)
        if rest != text and not levels_in(rest) and not groups_in(rest) and not _any().search(rest):
            return name
    return ""


def _without_names(text: str) -> str:
    """A text without the qualifications that it asks by name, whose subject is theirs alone: `a master's degree or an MBA`."""
    for spellings in _named().values():
        text = spellings.sub(" ", text)
    return text


def _by_experience(asked: Study, text: str, resume: Resume) -> Finding | None:
    """`Or equivalent experience`: years of work in the line that the subject belongs to."""
    if not _open()["experience"].search(text):
        return None
    families = {family for group in asked.groups for family in _families()[group]}
    jobs = [job for job in resume.jobs if job.start and (not families or families & set(job.career.families))]
    months = union_months([(job.start, job.end) for job in jobs], resume.today)
    if months < MONTHS_IN_PLACE / 2:
        return None
    facts = tuple(Evidence(f"{job.entry}/position", job.title) for job in jobs[:2] if job.title)
    enough = months >= MONTHS_IN_PLACE
    return Finding(
        verdict=Verdict.MET if enough else Verdict.PARTIAL,
        why=f"experience is accepted in the degree's place, and the CV's dates give {months // 12} years of such work",
        facts=facts,
        advice="" if enough else "Say what you learned at work that a degree would have taught you.",
    )


def _subjects_of(education: Education) -> frozenset[str]:
    """The groups of a course of study; `management` of something is that something's."""
    area = education.area or ""
    bare = re.sub(r"(?<=\w )(?:and )?(?:management|administration|policy)\b", " ", area, flags=re.I)
    return (groups_in(bare) or groups_in(area)) | groups_in(education.study_type or "")


def _subject(asked: frozenset[str], own: frozenset[str], is_open: bool) -> float:
    if not asked or asked & own:
        return 1.0
    beside = sum(bool(_near().get(group, frozenset()) & own) for group in asked)
    if not beside:
        return 0.0
    # Of a list of unlike subjects everything is a neighbour: it must be one to half of them.
    return 1.0 if is_open and beside >= len(asked) / 2 else 0.5


def _finding(asked: Study, best: tuple[float, Held] | None) -> Finding:
    if best is None:
        return Finding(
            verdict=Verdict.UNMET,
            why="the CV names no course of study",
            advice="If you hold the degree, add it with its year; if experience stands in for it, say which.",
        )
    value, held = best
    index, education, said = held.index, held.education, held.said
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
        lower = held.level < asked.level
        why = f"the CV names {said}, " + (
            f"where {asked.written} is asked" if lower else "a subject near to what is asked"
        )
        return Finding(
            verdict=Verdict.PARTIAL,
            why=why,
            facts=facts,
            advice=f"Name the courses or the work that close the distance from {said} to what is asked.",
        )
    if not asked.groups:
        why = f"the CV names {said}, where {asked.written} is asked"
    else:
        why = f"the CV names {said}, another subject than is asked"
    return Finding(
        verdict=Verdict.UNMET,
        why=why,
        advice=f"Say in one line what beside {said} qualifies you; further training counts if it is on the CV.",
    )
