"""How a person's own summary speaks in the first person, in German and French, where it only names who they are.

`Ingenieurin, die gern baut.` -> "Ich bin eine Ingenieurin, die gern baut."; nothing else of it is changed.
"""

from __future__ import annotations

import re

from bonafide.tailoring.career import is_somebody
from bonafide.tailoring.tongues.grammar import listed_in, small, words_in

_GERMAN = re.compile(
    r"(?:(?P<described>[A-ZÄÖÜ][a-zäöüß]+er?) )?(?P<who>[A-ZÄÖÜ][\w-]+)(?P<more>, (?P<that>die|der) .+| mit .+)"
)
_FRENCH = re.compile(
    r"(?P<who>[A-ZÀÂÇÉÈÊ][^\s,;:]+(?: [^\s,;:]+){0,2}?)(?P<more> (?:avec|spécialisée? (?:en|dans)) .+)"
)
_YEARS = {
    "de": re.compile(r"[^,;:]+? mit (?P<many>(?:über |mehr als |rund )?[\w]+) Jahren (?P<of>(?:Berufse|E)rfahrung (?:in|im|mit|als) [^;:]+)$"),
    "fr": re.compile(r"[^,;:]+? avec (?P<many>(?:plus de |près de )?\w+) ans (?P<of>d[’']expérience (?:dans|en|comme|à) [^;:]+)$"),
}  # fmt: skip
"""`Informatikerin mit 15 Jahren Erfahrung in ...`: how long, whoever somebody is."""
_HAVE = {"de": "Ich habe", "fr": "J’ai"}


def introduced(text: str, language: str) -> str:
    """A sentence that names who somebody is, told by themselves; "" where it is another, or not known to be right."""
    years = _YEARS[language].match(text)
    if years and is_somebody(text.split()[0].rstrip(","), language):
        unit = {"de": "Jahre", "fr": "ans"}[language]
        return f"{_HAVE[language]} {years['many']} {unit} {years['of']}"
    if not listed_in(language, "verbs", "others").isdisjoint(words_in(text)):
        return ""
    if language == "fr":
        found = _FRENCH.fullmatch(text)
        known = found and is_somebody(found["who"].split()[0], "fr")
        return f"Je suis {small(text)}" if known else ""
    return _german(text)


def _german(text: str) -> str:
    found = _GERMAN.fullmatch(text)
    if not found or not is_somebody(found["who"], "de"):
        return ""
    woman = found["who"].endswith("in")
    article, ending, that = ("eine", "e", "die") if woman else ("ein", "er", "der")
    described = found["described"] or ""
    if (described and not described.endswith(ending)) or found["that"] not in (None, that):
        return ""
    if not described and not found["that"]:
        return f"Ich bin {text}"
    return f"Ich bin {article} {small(text) if described else text}"
