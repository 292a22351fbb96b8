"""French small words before a vowel: "d’ingénieur", "j’ai", "l’équipe"; an aspirated h keeps them whole."""

from __future__ import annotations

import re

_VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæh]", re.IGNORECASE)
_ASPIRATED = re.compile(r"(?:hausse|haut|hors|hi[ée]rarch|huit|hand)", re.IGNORECASE)


def begins_open(text: str) -> bool:
    """Whether a text begins with a vowel to the ear."""
    return bool(_VOWEL.match(text)) and not _ASPIRATED.match(text)


def elided(word: str, following: str) -> str:
    """A small word before another: `de`, `ingénieur` -> "d’ingénieur"; `je`, `ai` -> "j’ai"."""
    return f"{word[:-1]}’{following}" if begins_open(following) else f"{word} {following}"


def with_le(article: str, noun: str) -> str:
    """`la` and `équipe` -> "l’équipe"."""
    return elided(article, noun) if article in ("le", "la") else f"{article} {noun}"
