"""What a posting asks for and a CV answers in a word: degrees, certificates, languages, place, tools."""

from __future__ import annotations

from collections.abc import Iterator

from bonafide.model.draft import Line
from bonafide.model.fact import Facts
from bonafide.model.match import Match, Verdict
from bonafide.model.profile import Education, Language
from bonafide.tailoring.phrases import Choice

ITEMS = 3
LONGEST_DEGREE = 4
"""Words of a degree: two letters of one person may name it alike."""
ORDER = ("education", "certificates", "languages", "basics")


def credentials(facts: Facts, match: Match, choice: Choice, more: bool) -> Iterator[Line]:
    """The sentence on what the posting asks for by name, in every wording, best first; none if it asks nothing.

    With `more` it goes on to degrees and certificates that the posting does not ask for.
    """
    entries = [*_asked(match), *(_studied(facts) if more else ())]
    entries = list(dict.fromkeys(entry for entry in entries if entry.split("/")[1] in ORDER))[:ITEMS]
    few = sorted(entries, key=lambda entry: (ORDER.index(entry.split("/")[1]), choice.rank(entry)))
    items = [item for entry in few for item in _item(entry, facts, choice)]
    cited = tuple(pointer for _, pointers in items for pointer in pointers)
    form = "letter.record" if more else "letter.credentials"
    if items:
        for text in choice.texts(form, {"items": "; ".join(item for item, _ in items)}):
            yield Line(text, cited)


def _studied(facts: Facts) -> Iterator[str]:
    for section in ("education", "certificates"):
        yield from (f"/{section}/{index}" for index in range(len(getattr(facts.profile, section))))


def _asked(match: Match) -> list[str]:
    """The entries that meet a requirement, each once, in the posting's order."""
    met = (judged for judged in match.requirements if judged.verdict is Verdict.MET)
    pointers = (evidence.pointer for judged in met for evidence in judged.facts)
    return list(dict.fromkeys("/".join(pointer.split("/")[:3]) for pointer in pointers))


def _item(entry: str, facts: Facts, choice: Choice) -> Iterator[tuple[str, tuple[str, ...]]]:
    section, index = [*entry.split("/"), "", ""][1:3]
    cited = tuple(fact.pointer for fact in facts.of(entry))
    text: str | None = None
    if section == "education":
        text = _degree(facts.profile.education[int(index)], choice)
    elif section == "certificates":
        text = facts.profile.certificates[int(index)].name
    elif section == "languages":
        text = _language(facts.profile.languages[int(index)], choice)
    elif section == "basics" and index == "location":
        city = facts.at("/basics/location/city")
        text = choice.fill("words.based", {"city": city.text}) if city else None
        text, cited = (text[0].lower() + text[1:] if text else None), ("/basics/location/city",)
    if text:
        yield text, cited


def _degree(studied: Education, choice: Choice) -> str | None:
    """Degree, subject and school, as much as can be said in one breath; a subject that is too long is left to the CV."""
    degree, area = studied.study_type or "", studied.area or ""
    whole = choice.fill("words.degree_of", {"degree": degree, "area": area}) or degree or area
    text = next((part for part in (whole, degree, area) if part and len(part.split()) <= LONGEST_DEGREE), "")
    if text and studied.institution:
        return choice.fill("words.from_school", {"degree": text, "school": studied.institution})
    return text or None


def _language(spoken: Language, choice: Choice) -> str | None:
    if spoken.language and spoken.fluency:
        return choice.fill("words.speaks", {"language": spoken.language, "fluency": spoken.fluency})
    return spoken.language
