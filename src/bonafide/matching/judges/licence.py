"""Driving licences: whether the CV states one, and whether its class includes the one that is asked."""

from __future__ import annotations

import re
from functools import lru_cache

from bonafide.matching.findings import Finding
from bonafide.matching.lexicon import data, phrases
from bonafide.matching.reasons import quoted
from bonafide.matching.resume import Resume
from bonafide.model.match import Evidence, Verdict

_USUAL = "B"
_CLASS = r"(?:A[12]?|BE?|C1?E?|D1?E?|T|L)(?![\w.]*\w)"
_CALLED = r"(?:class(?:es)?|categor(?:y|ies)|klassen?|kat|cat|kl|catégories?|categorie(?:ën)?|categorías?|classe)\.?"
_BEHIND = re.compile(
    rf"[\s:(,-]*(?:(?i:der|in|of|de|{_CALLED})\s+)*{_CLASS}(?:\s*(?:[,/+]|(?i:and|und|et|or|oder|ou|y|en|of|e))\s*{_CLASS})*"
)
_BEFORE = re.compile(rf"(?:(?i:{_CALLED})\s*|\b){_CLASS}[ -]*\Z")
_ANY_CLASS = re.compile(rf"(?<![\w.-]){_CLASS}")
_REACH = 24
"""Characters around the word in which a word for its class may stand (`HGV`), or a class before it (`category B licence`)."""
_OR = re.compile(r"\b(?:or|oder|ou|o|of|lub)\b", re.I)


def judge(text: str, resume: Resume) -> list[Finding]:
    """At most one finding, where a driving licence is asked."""
    if not _words().search(text):
        return []
    asked = classes_in(text)
    other: tuple[frozenset[str], Evidence] | None = None
    for piece in resume.pieces:
        if not _words().search(piece.told):
            continue
        held = frozenset(_USUAL) | _with_included(classes_in(piece.told))
        fact = Evidence(piece.fact.pointer, piece.fact.text)
        if asked <= held or (_OR.search(text) and asked & held):
            return [Finding(verdict=Verdict.MET, why=f"the CV states “{_said(piece.told)}”", facts=(fact,))]
        other = (held, fact)
    return [_missing(asked, other)]


def without(text: str) -> str:
    """The text without the words for a driving licence and its classes."""
    for match in reversed(list(_words().finditer(text))):
        behind = _BEHIND.match(text, match.end())
        text = f"{text[: match.start()]} {text[behind.end() if behind else match.end() :]}"
    return text


def classes_in(text: str) -> frozenset[str]:
    """The classes that stand around the word for a licence; the usual one where none does."""
    found: set[str] = set()
    for match in _words().finditer(text):
        behind = _BEHIND.match(text, match.end())
        before = _BEFORE.search(text[max(0, match.start() - _REACH) : match.start()])
        said = match.group().split()[-1].upper()  # `permis b`
        found |= {one for span in (behind, before) if span for one in _ANY_CLASS.findall(span.group())}
        found |= {said} & set(data("licences")["includes"])
        near = text[max(0, match.start() - _REACH) : match.end() + _REACH]
        found |= {name for name, called in _called() if called.search(near)}
    return frozenset(found) or frozenset(_USUAL)


def _with_included(classes: frozenset[str]) -> frozenset[str]:
    included = data("licences")["includes"]
    return classes.union(*(included.get(one, ()) for one in classes))


def _missing(asked: frozenset[str], other: tuple[frozenset[str], Evidence] | None) -> Finding:
    if other is None:
        return Finding(
            verdict=Verdict.UNMET,
            why="the CV says nothing of a driving licence",
            advice="If you hold the licence, add it with its class: it is easily checked and often the first filter.",
        )
    return Finding(
        verdict=Verdict.UNMET,
        why=f"the CV states “{quoted(other[1].quote)}”, where class {' and '.join(sorted(asked))} is asked",
        advice="If you are about to take the further class, say when.",
    )


def _said(text: str) -> str:
    """The sentence that speaks of the licence."""
    sentences = re.split(r"(?<=[.!?;])\s+", text)
    return quoted(next((one for one in sentences if _words().search(one)), text).strip())


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return phrases(form for word in data("licences")["words"] for form in (word, f"{word}s", f"{word}e"))


@lru_cache(maxsize=1)
def _called() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, phrases(words)) for name, words in data("licences")["called"].items())
