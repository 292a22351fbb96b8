"""The CV reader's vocabulary, read from `data/words.toml` once: which words tell a title, an employer, a degree."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from bonafide.language.calendar import plain

_DATA = tomllib.loads(resources.files("bonafide.cv").joinpath("data/words.toml").read_text("utf-8"))
REGION_LABELS = frozenset(_DATA["region_labels"])
CONTACT_LABELS = frozenset(_DATA["contact_labels"])
PERSONAL_LABELS = frozenset(_DATA["personal_labels"])
NAME_LABELS = frozenset(_DATA["name_labels"])
COLUMN_LABELS = frozenset(_DATA["column_labels"])
BODY_LABELS = frozenset(_DATA["body_labels"])
DATE_PREPOSITIONS = frozenset(_DATA["date_prepositions"])
LANGUAGE_LABELS = frozenset(_DATA["language_labels"])
DATE_LABELS = frozenset(_DATA["date_labels"])
RUNNING = tuple(re.compile(pattern) for pattern in _DATA["running"])
CLEAR_AT_WORDS = frozenset(_DATA["at_clear"])
AT_WORDS: tuple[str, ...] = (*_DATA["at_clear"], *_DATA["at"])
SCORE_WORDS: tuple[str, ...] = tuple(_DATA["score_words"])
COURSE_LABELS: tuple[str, ...] = tuple(_DATA["course_labels"])
OF_DEGREES = frozenset(_DATA["of_degrees"])
GRADE_WORDS: tuple[str, ...] = tuple(_DATA["grade_words"])
ISSUED_BY: tuple[str, ...] = tuple(_DATA["issued_by"])
PREFIXES = frozenset(_DATA["prefixes"])
CONTINUED: tuple[str, ...] = tuple(_DATA["continued"])
AND_WORDS: tuple[str, ...] = tuple(_DATA["and_words"])
HEADING_STYLES: tuple[str, ...] = tuple(_DATA["heading_styles"])
LIST_STYLES: tuple[str, ...] = tuple(_DATA["list_styles"])
LEADING_WORDS = frozenset(_DATA["leading_words"])
_TONGUES = frozenset(
    plain(name)
    for name in tomllib.loads(
        resources.files("bonafide.cv").joinpath("data/tongues.toml").read_text("utf-8")
    )["names"]
)
_UNITS = "|".join(_DATA["duration_units"])
DURATION = re.compile(
    rf"[(\[·•,|]?\s*\b\d{{1,2}}\s*(?:{_UNITS})\b\.?(?:[,\s]*(?:and|und|et|y|e|en|i)?\s*\d{{1,2}}\s*(?:{_UNITS})\b\.?)?\s*[)\]]?",
    re.I,
)
_WORD = re.compile(r"[^\s,;:()/|]+")


def any_of(words: Sequence[str]) -> str:
    """An alternation for a regular expression, the longest word first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


class Lexicon:
    """Words, and beginnings and endings of words."""

    def __init__(self, words: list[str]) -> None:
        bare = [plain(word) for word in words]
        self.words = frozenset(word for word in bare if "*" not in word)
        self.endings = tuple(word[1:] for word in bare if word.startswith("*"))
        self.beginnings = tuple(word[:-1] for word in bare if word.endswith("*"))

    def has(self, word: str) -> bool:
        """Whether one word, in small letters and without accents, belongs here."""
        if word in self.words or word.rstrip(".") in self.words:
            return True
        return (
            word.endswith(self.endings)
            if self.endings and len(word) > 5
            else word.startswith(self.beginnings)
        )

    def count(self, text: str) -> int:
        """How many words of the text belong here."""
        return sum(self.has(word) for word in tokens(text))


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in small letters without accents, without quotes and end signs."""
    return tuple(word.strip("\"'’“”.!?*") for word in _WORD.findall(plain(text)))


TITLES = Lexicon(_DATA["title"])
COMPANIES = Lexicon(_DATA["company"])
COMPANY_AT_END = frozenset(plain(word) for word in _DATA["company_at_end"])
SCHOOLS = Lexicon(_DATA["school"])
DEGREES = Lexicon(_DATA["degree"])
SUBJECT_DEGREES = Lexicon(_DATA["subject_degree"])
CLOSING = tuple(re.compile(pattern) for pattern in _DATA["closing"])
_FILLERS = frozenset(_DATA["fluency_fillers"])
FLUENCIES = frozenset(plain(word) for word in _DATA["fluency"])
_LEGAL_FORMS = frozenset(_DATA["legal_forms"])


def is_legal_form(text: str) -> bool:
    """ "Inc.", "S.L.", "GmbH": what stands behind a comma and belongs to the name before it."""
    return plain(text).replace(".", "").replace(" ", "") in _LEGAL_FORMS


def with_forms(parts: Sequence[str]) -> list[str]:
    """Parts of a text between commas, each legal form back with its name."""
    joined: list[str] = []
    for part in parts:
        if joined and is_legal_form(part):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def is_only_fluency(text: str) -> bool:
    """Nothing but a level: "native speaker", "very good", "B2"."""
    found = tokens(text)
    if " ".join(found) in FLUENCIES:
        return True
    return is_fluency(text) and all(word in FLUENCIES or word in _FILLERS or len(word) < 3 for word in found)


def is_language_label(text: str) -> bool:
    """ "Mother tongue", "Other languages": what stands before names of languages."""
    return plain(text).strip(" :") in LANGUAGE_LABELS


def is_filler(text: str) -> bool:
    """Nothing but words that stand beside a level: "proficiency", "knowledge"."""
    found = tokens(text)
    return bool(found) and all(word in _FILLERS for word in found)


def is_fluency(text: str) -> bool:
    """ "native", "C1", "very good command"."""
    found = tokens(text)
    return any(word in FLUENCIES for word in found) or " ".join(found) in FLUENCIES


def is_language(text: str) -> bool:
    """Whether a text is the name of a spoken language and nothing else."""
    return " ".join(tokens(text)) in _TONGUES


def begins_with_language(text: str) -> bool:
    """Whether a text begins with the name of a spoken language."""
    found = tokens(text)
    return any(" ".join(found[:size]) in _TONGUES for size in (1, 2))
