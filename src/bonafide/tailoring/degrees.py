"""A degree as German and French name it, whose nouns have a gender: by a known name's own frame, else beside a colon."""

from __future__ import annotations

import re

from bonafide.model.profile import Education
from bonafide.tailoring.career import is_somebody
from bonafide.tailoring.phrases import Choice, filled
from bonafide.tailoring.tongues.french import elided

_SCIENCE = re.compile(r"of (?:Science|Arts|Engineering|Education|Laws)(?= [A-ZÄÖÜ])")


def degree_of(studied: Education, choice: Choice, *, foreign: bool) -> str | None:
    """A sentence on the degree with its school and year; None where the entry names none.

    Of a `foreign` CV, in another language than the letter's, the words stand as they are, side by side.
    """
    degree, area = studied.study_type or "", studied.area or ""
    if not degree:
        degree, area = ("" if foreign else area), ""
    if not degree or (not studied.study_type and not _may_stand(degree, choice)):
        return None
    place = ", ".join(text for text in (studied.institution, (studied.end_date or "")[:4]) if text)
    if foreign:
        values = {"degree": ", ".join(text for text in (degree, area) if text), "school": place}
        return _first(choice, ("words.from_school", "words.unplaced"), values)
    kind = _kind(degree, choice, alone=not area)
    values = {"degree": _named(degree, area, choice) if kind else _beside(degree, area), "school": place}
    return _first(choice, (f"words.from_school{kind}", "words.from_school", "words.unplaced"), values)


def _may_stand(name: str, choice: Choice) -> bool:
    """Whether a name of which nobody said that it is a degree can be told: of German only who somebody is by it."""
    return choice.language == "fr" or is_somebody(name.split()[0], choice.language)


def small(text: str, language: str) -> str:
    """A word in the middle of a sentence: French writes it small where it has no other capital."""
    plain = language == "fr" and text[1:] == text[1:].lower()
    return text[:1].lower() + text[1:] if plain else text


def _first(choice: Choice, forms: tuple[str, ...], values: dict[str, str]) -> str | None:
    return next((text for form in forms if (text := choice.fill(form, values))), None)


def _named(degree: str, area: str, choice: Choice) -> str:
    """`Master`, `Informatique` -> "master en informatique"."""
    if degree.casefold() == "diplôme" and not area.startswith(("de ", "d’", "d'", "en ")):
        return f"{small(degree, 'fr')} {elided('de', area)}"
    if area[:1].islower():
        return f"{small(degree, choice.language)} {_SCIENCE.sub(_joint(choice), area)}"
    degree, area = small(degree, choice.language), small(area, choice.language)
    pattern = choice.order("words.degree_of")[0]
    return filled(pattern, {"degree": degree, "area": area}, capital=False) if area else degree


def _beside(degree: str, area: str) -> str:
    """A degree and a subject side by side, whatever they are: "Staatsexamen, Mathematik"."""
    return f"{degree} {area}" if area[:1].islower() else ", ".join(filter(None, (degree, area)))


def _joint(choice: Choice) -> str:
    """What stands between "Master of Science" and its subject."""
    return rf"\g<0> {choice.order('words.degree_of')[0].split()[1]}"


def _kind(degree: str, choice: Choice, *, alone: bool) -> str:
    """The frame of a degree: `_person` or `_subject` where one word names both ("Diplom-Mathematikerin",
    "Diplom-Informatik"), `_m` or `_f` where its gender is known; "" of any other. `alone`: without a subject beside it."""
    heads = "|".join(choice.plain("words.degrees_joined")) or "(?!)"
    joined = re.match(rf"(?:{heads})-?\w{{4,}}", degree)
    if re.match(_any_of(choice, "degrees"), degree) and not joined:
        return "_f" if re.match(_any_of(choice, "degrees_f"), degree) else "_m"
    if choice.language == "de" and is_somebody(degree.split(" ")[0], "de"):
        return "_person" if alone else ""
    return "_subject" if joined and alone else ""


def _any_of(choice: Choice, name: str) -> str:
    """A pattern of the words that a list names, which matches nothing where the list is empty."""
    words = "|".join(map(re.escape, choice.order(f"words.{name}")))
    return rf"(?i:{words})(?!\w)" if words else r"(?!)"
