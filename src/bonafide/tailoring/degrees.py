"""A degree as German and French name it, whose nouns have a gender: by a known name's own frame, else with its subject."""

from __future__ import annotations

import re

from bonafide.model.profile import Education
from bonafide.tailoring.career import is_somebody
from bonafide.tailoring.phrases import Choice, filled
from bonafide.tailoring.tongues.elision import begins_open, elided
from bonafide.tailoring.tongues.grammar import gender_of

_SCIENCE = re.compile(r"of (?:Science|Arts|Engineering|Education|Laws)(?= [A-ZÄÖÜ])")
_INITIALS = re.compile(r"[A-Z]{2,5}")
"""A French diploma that is called by its initials, which is masculine: "DCG", "BTS"."""
_EXAMINED = re.compile(r"(?:(?:Erst|Zweit|[12]\.)\S* )?(?:\w*[Ee]xamen|\w*[Aa]bitur)\b")
_ADJECTIVE = re.compile(r"[\w-]+(?:e|er|lich)")


def degree_of(studied: Education, choice: Choice, *, foreign: bool, also: bool = False) -> str | None:
    """A sentence on the degree with its school and year; None where the entry names none.

    Of a `foreign` CV, in another language than the letter's, the words stand as they are, side by side. `also`: of one more
    degree, where its gender is known.
    """
    degree, area = studied.study_type or "", studied.area or ""
    if not degree:
        degree, area = ("" if foreign else area), ""
    if not degree or (not studied.study_type and not _may_stand(degree, choice)):
        return None
    year = (studied.end_date or "")[:4]
    place = ", ".join(text for text in (studied.institution, year) if text)
    if foreign:
        values = {"degree": ", ".join(text for text in (degree, area) if text), "school": place}
        return _first(choice, ("words.from_school", "words.unplaced"), values)
    kind = _kind(degree, choice, alone=not area)
    if also:
        values = {"degree": _named(degree, area, choice), "school": place}
        return _first(choice, (f"words.also_school{kind}",), values) if kind in ("_m", "_f") else None
    dated = _dated(degree, area, studied.institution or "", year, kind, choice)
    return dated or _framed(degree, area, place, kind, choice)


def _dated(degree: str, area: str, house: str, year: str, kind: str, choice: Choice) -> str | None:
    """The sentence that the year parts, where the kind has one and the year is known."""
    named = _named(degree, area, choice) if kind != "_n" else f"{degree} ({area})" if area else degree
    values = {
        "year": year,
        "house": house,
        "area": _subject(degree, area),
        "title": _title(degree, area),
        "degree": named,
        "my": "ma" if kind == "_f" and not begins_open(named) else "mon",
    }
    return choice.fill(f"words.studied{kind}", values) if kind else None


def _subject(degree: str, area: str) -> str:
    """The subject alone: of "of Science Informatik" the last."""
    return _SCIENCE.sub("", area).strip() if area[:1].islower() else area


def _title(degree: str, area: str) -> str:
    """The degree without its subject: `Master` with "of Science Informatik" -> "Master of Science"."""
    found = _SCIENCE.match(area)
    return f"{degree} {found[0]}" if found else degree


def _framed(degree: str, area: str, place: str, kind: str, choice: Choice) -> str | None:
    """The sentence of a kind of degree; of a kind that is not known the subject first and the degree as it is called."""
    aside = re.search(r" \(([^)]*)\)$", degree)
    degree = degree[: aside.start()] if aside and aside[1] and aside[1] in place else degree
    values = {"degree": degree, "school": place, "area": small(area, choice.language)}
    if kind == "_n":
        values["degree"] = f"{degree} ({area})" if area else degree
    elif kind in ("_m", "_f"):
        values["degree"] = _named(degree, area, choice)
    framed = (f"words.from_school{kind}{'_area' if kind == '_person' and area else ''}",) if kind else ()
    return _first(choice, (*framed, "words.from_school_area", "words.from_school", "words.unplaced"), values)


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
    if degree.casefold() == "diplôme" and area and not area.startswith(("de ", "d’", "d'", "en ")):
        return f"{small(degree, 'fr')} {elided('de', area)}"
    if area[:1].islower():
        return f"{small(degree, choice.language)} {_SCIENCE.sub(_joint(choice), area)}"
    known = choice.language == "fr" and re.match(_any_of(choice, "degrees"), degree)
    degree = (
        degree[0].lower() + degree[1:] if known and degree[1:2].islower() else small(degree, choice.language)
    )
    pattern = choice.order("words.degree_of")[0]
    values = {"degree": degree, "area": small(area, choice.language)}
    return filled(pattern, values, capital=False) if area else degree


def _joint(choice: Choice) -> str:
    """What stands between "Master of Science" and its subject."""
    return rf"\g<0> {choice.order('words.degree_of')[0].split()[1]}"


def _kind(degree: str, choice: Choice, *, alone: bool) -> str:
    """The frame of a degree: `_person` or `_subject` where one word names both ("Diplom-Mathematikerin",
    "Diplom-Informatik"), `_n` of an examination, `_m` or `_f` where its gender is known; "" of any other. `alone`: without a
    subject beside it."""
    heads = "|".join(choice.plain("words.degrees_joined")) or "(?!)"
    joined = re.match(rf"(?:{heads})-?\w{{4,}}", degree)
    if re.match(_any_of(choice, "degrees"), degree) and not joined:
        return "_f" if re.match(_any_of(choice, "degrees_f"), degree) else "_m"
    if choice.language == "fr":
        return "_m" if _INITIALS.fullmatch(degree) else ""
    if _EXAMINED.match(degree):
        return "_n"
    if _is_person(degree):
        return "_person"
    if joined and alone:
        return "_subject"
    return "_f" if gender_of(degree.split(" ")[0], "de") == "f" else ""


def _is_person(degree: str) -> bool:
    """Whether a German degree names who somebody is: "Küchenmeister", "Staatlich geprüfte Technikerin"."""
    words = degree.split()[:3]
    at = next((at for at, word in enumerate(words) if word[:1].isupper() and is_somebody(word, "de")), -1)
    return at >= 0 and all(_ADJECTIVE.fullmatch(word) for word in words[:at])


def _any_of(choice: Choice, name: str) -> str:
    """A pattern of the words that a list names, which matches nothing where the list is empty."""
    words = "|".join(map(re.escape, choice.order(f"words.{name}")))
    return rf"(?i:{words})(?!\w)" if words else r"(?!)"
