"""A degree as German and French name it, whose nouns have a gender: by a known name's own frame, else beside a colon."""

from __future__ import annotations

import re

from bonafide.model.profile import Education
from bonafide.tailoring.phrases import Choice, filled


def degree_of(studied: Education, choice: Choice, *, foreign: bool) -> str | None:
    """A sentence on the degree with its school and year; None where the entry names none.

    Of a `foreign` CV, in another language than the letter's, the words stand as they are, side by side.
    """
    degree, area = studied.study_type or "", studied.area or ""
    if not degree:
        return None
    place = ", ".join(text for text in (studied.institution, (studied.end_date or "")[:4]) if text)
    if foreign:
        values = {"degree": ", ".join(text for text in (degree, area) if text), "school": place}
        return _first(choice, ("words.from_school", "words.unplaced"), values)
    values = {"degree": _named(degree, area, choice), "school": place}
    return _first(
        choice, (f"words.from_school{_kind(degree, choice)}", "words.from_school", "words.unplaced"), values
    )


def small(text: str, language: str) -> str:
    """A word in the middle of a sentence: French writes it small where it has no other capital."""
    plain = language == "fr" and text[1:] == text[1:].lower()
    return text[:1].lower() + text[1:] if plain else text


def _first(choice: Choice, forms: tuple[str, ...], values: dict[str, str]) -> str | None:
    return next((text for form in forms if (text := choice.fill(form, values))), None)


def _named(degree: str, area: str, choice: Choice) -> str:
    """`Master`, `Informatique` -> "master en informatique"."""
    degree, area = small(degree, choice.language), small(area, choice.language)
    pattern = choice.order("words.degree_of")[0]
    return filled(pattern, {"degree": degree, "area": area}, capital=False) if area else degree


def _kind(degree: str, choice: Choice) -> str:
    """The frame of a degree whose gender is known: `_m` or `_f`; "" of any other."""
    if not re.match(_any_of(choice, "degrees"), degree):
        return ""
    return "_f" if re.match(_any_of(choice, "degrees_f"), degree) else "_m"


def _any_of(choice: Choice, name: str) -> str:
    """A pattern of the words that a list names, which matches nothing where the list is empty."""
    words = "|".join(map(re.escape, choice.order(f"words.{name}")))
    return rf"(?i:{words})(?!\w)" if words else r"(?!)"
