"""Spoken languages: is the language there, and is its level what is asked?"""

from __future__ import annotations

import re
from functools import lru_cache

from bonafide.language.sentences import words
from bonafide.language.terms import TermHit, find_terms, kind_of, relation
from bonafide.matching.findings import Finding
from bonafide.matching.lexicon import data, phrases
from bonafide.matching.resume import DEEDS, Resume
from bonafide.model.fact import Facts
from bonafide.model.match import Evidence, Verdict
from bonafide.model.profile import Language

_FLUENT = 5
_FEWEST_WORDS, _SMALL_SHARE = 40, 0.1
_NAMES = ("", "A1", "A2", "B1", "B2", "C1", "C2")
_CONTEXT = re.compile(
    r"\b(?:languages?|speak|speaks|spoken|speaking|fluen\w*|native|mother tongue|written|conversational|[ABC][12]|bilingual|level|"
    r"command|proficien\w*|working|business|advanced|basic|perfect|professional|excellent|good|very good|intermediate|second language|knowledge|welcome|pratique|connaissance|sprachkenntnisse|kenntnisse|parl\w+|sprech\w+|sprich\w+|deutschkenntnisse|englischkenntnisse|fließend|verhandlungssicher\w*|muttersprach\w*|courant|maîtrise|fluido|fluente|niveau|nivel|nível|in wort und schrift)\b",
    re.I,
)


@lru_cache(maxsize=1)
def _levels() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((phrases(words), int(level)) for level, words in data("speech")["levels"].items())


def level_of(text: str) -> int | None:
    """1 (A1) to 6 (C2) by the longest words that name a level, of alternatives the lowest; None where none does."""
    found = [(len(match.group()), level) for pattern, level in _levels() for match in pattern.finditer(text)]
    coded = re.search(r"\b([ABC][12])\b", text, re.I)
    if coded:
        return _NAMES.index(coded.group(1).upper())
    if found and re.search(r"\w (?:or|oder|ou|o) \w", text):
        return min(level for _, level in found)
    return max(found)[1] if found else None


def judge(text: str, resume: Resume) -> list[Finding]:
    """A finding for each language that the text asks; `or` between two makes them one."""
    hits = [hit for hit in find_terms(text) if kind_of(hit.term) == "speech"]
    if not hits or not (_CONTEXT.search(text) or len(text.split()) <= 4 or _stands_alone(text, hits[0])):
        return []
    findings = []
    for index, hit in enumerate(hits):
        before = hits[index - 1].end if index else 0
        after = hits[index + 1].start if index + 1 < len(hits) else len(text)
        asked = _asked(text[before : hit.start], text[hit.end : after], text)
        findings.append(_one(hit.term, asked, resume))
    if len(findings) > 1 and re.search(r"\bor\b", text[hits[0].end : hits[-1].start]):
        return [max(findings, key=lambda finding: list(Verdict)[::-1].index(finding.verdict))]
    return findings


def _stands_alone(text: str, hit: TermHit) -> bool:
    """Whether the requirement opens with the language and a pause: `French, for the customers in Wallonia`."""
    return not text[: hit.start].strip() and bool(re.match(r"\s*[,;:(–]|\s+(?:for|to)\b", text[hit.end :]))


def _asked(before: str, after: str, whole: str) -> int:
    near = re.split(r"[,;]|\band\b", before)[-1]
    level = level_of(near) or level_of(re.split(r"[,;]|\bbecause\b|\bfor\b", after)[0]) or level_of(before)
    return level or level_of(whole) or data("speech")["defaults"]["asked"]


def _one(language: str, asked: int, resume: Resume) -> Finding:
    own = _own(language, resume)
    if own is None and language == _written_in(resume.facts):
        return _by_the_cv_itself(language, asked)
    if own is None:
        return Finding(
            verdict=Verdict.UNMET,
            why=f"{language} is not among the languages of the CV",
            advice=f"If you speak {language}, add it with its level; otherwise expect to be asked how you would manage without.",
        )
    index, entry = own
    level = level_of(entry.fluency or "") or data("speech")["defaults"]["unstated"]
    said = f"{entry.language} ({entry.fluency})" if entry.fluency else f"{entry.language}"
    facts = tuple(
        Evidence(f"/languages/{index}/{name}", value)
        for name, value in (("language", entry.language), ("fluency", entry.fluency))
        if value
    )
    if level >= asked:
        return Finding(verdict=Verdict.MET, why=f"the CV states {said}", facts=facts)
    return Finding(
        verdict=Verdict.PARTIAL,
        why=f"the CV states {said}; {_NAMES[asked]} or so is asked",
        facts=facts,
        advice=f"Expect part of the conversation in {language}; if your level has risen since, put the new one into the CV.",
    )


def _by_the_cv_itself(language: str, asked: int) -> Finding:
    native = asked > _FLUENT
    return Finding(
        verdict=Verdict.PARTIAL if native else Verdict.MET,
        why=f"the CV is written in {language}, though it names no level",
        advice=f"List {language} with its level: a reader should not have to guess." if native else "",
    )


@lru_cache(maxsize=4)
def _written_in(facts: Facts) -> str | None:
    """The language of the deeds by their small words; None where they are too few to tell."""
    told = words(" ".join(fact.text for fact in facts if fact.name in DEEDS))
    if len(told) < _FEWEST_WORDS:
        return None
    shares = {
        language: sum(map(told.count, small.split())) / len(told)
        for language, small in data("speech")["written"].items()
    }
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] > _SMALL_SHARE else None


def _own(language: str, resume: Resume) -> tuple[int, Language] | None:
    for index, entry in enumerate(resume.facts.profile.languages):
        if any(
            relation(hit.term, language) in ("same", "narrower") for hit in find_terms(entry.language or "")
        ):
            return index, entry
    return None
