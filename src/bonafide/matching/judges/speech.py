"""Spoken languages: is the language there, and is its level what is asked?"""

from __future__ import annotations

import re
from functools import lru_cache

from bonafide.language.terms import TermHit, find_terms, kind_of, relation
from bonafide.matching.findings import Finding
from bonafide.matching.lexicon import data, phrases
from bonafide.matching.resume import Resume
from bonafide.matching.written import written_in
from bonafide.model.match import Evidence, Verdict
from bonafide.model.profile import Language

_FLUENT = 5
_NAMES = ("", "A1", "A2", "B1", "B2", "C1", "C2")
_CODED = re.compile(r"\b[ABC][12]\b", re.I)
_CONTEXT = re.compile(
    r"\b(?:languages?|speak|speaks|spoken|speaking|fluen\w*|native|mother tongue|written|conversational|[ABC][12]|bilingual|level|"
    r"command|proficien\w*|working|business|advanced|basic|perfect|professional|excellent|good|very good|intermediate|second language|knowledge|welcome|pratique|connaissance|sprachkenntnisse|kenntnisse|parl\w+|sprech\w+|sprich\w+|deutschkenntnisse|englischkenntnisse|fließend|verhandlungssicher\w*|muttersprach\w*|courant|maîtrise|fluido|fluente|niveau|nivel|nível|livello|in wort und schrift|taal|beheersing|vaardigheid|idiomas?|hablad\w+|lingua|langues?|sprachen?|parlat\w+|língua|hablas?|conversationnel|opérationnel|sprachniveau|vloeiend)\b",
    re.I,
)


@lru_cache(maxsize=1)
def _levels() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((phrases(words), int(level)) for level, words in data("speech")["levels"].items())


def level_of(text: str) -> int | None:
    """1 (A1) to 6 (C2) by the longest words that name a level, of alternatives the lowest; None where none does."""
    found = [(len(match.group()), level) for pattern, level in _levels() for match in pattern.finditer(text)]
    coded = _CODED.search(text)
    if coded:
        return _NAMES.index(coded.group().upper())
    if found and re.search(r"\w (?:or|oder|ou|o) \w", text):
        return min(level for _, level in found)
    return max(found)[1] if found else None


def judge(text: str, resume: Resume) -> list[Finding]:
    """A finding for each language that the text asks; `or` between two makes them one."""
    hits = [hit for hit in find_terms(text) if kind_of(hit.term) == "speech"]
    if not hits or not (_CONTEXT.search(text) or len(text.split()) <= 4 or _stands_alone(text, hits[0])):
        return []
    findings = []
    shared = f"{text[: hits[0].start]}; {text[hits[-1].end :]}"
    for index, hit in enumerate(hits):
        before = hits[index - 1].end if index else 0
        after = hits[index + 1].start if index + 1 < len(hits) else len(text)
        asked = _asked(text[before : hit.start], text[hit.end : after], shared)
        findings.append(_one(hit.term, asked, resume))
    if len(findings) > 1 and re.search(r"\b(?:or|oder|ou|o|of)\b", text[hits[0].end : hits[-1].start]):
        return [max(findings, key=lambda finding: list(Verdict)[::-1].index(finding.verdict))]
    return findings


def _stands_alone(text: str, hit: TermHit) -> bool:
    """Whether the requirement opens with the language and a pause: `French, for the customers in Wallonia`."""
    return not text[: hit.start].strip() and bool(re.match(r"\s*[,;:(–]|\s+(?:for|to)\b", text[hit.end :]))


def _asked(before: str, after: str, shared: str) -> int:
    """The level asked of a language by the words around it, up to its neighbours; else by what is said of all (`shared`)."""
    near = re.split(r"[,;]|\b(?:and|und|et|y|en|e)\b", before)[-1]
    own = re.split(r"[,;]|\bbecause\b|\bfor\b|\bfür\b|\bpour\b", after)[0]
    coded = _CODED.search(near) or _CODED.search(re.split(r";|\b(?:and|und|et|y|en|e)\b", after)[0])
    level = level_of(coded.group()) if coded else level_of(near) or level_of(own)
    return level or level_of(shared) or data("speech")["defaults"]["asked"]


def _one(language: str, asked: int, resume: Resume) -> Finding:
    own = _own(language, resume)
    if own is None and language == written_in(resume.facts):
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


def _own(language: str, resume: Resume) -> tuple[int, Language] | None:
    for index, entry in enumerate(resume.facts.profile.languages):
        if any(
            relation(hit.term, language) in ("same", "narrower") for hit in find_terms(entry.language or "")
        ):
            return index, entry
    return None
