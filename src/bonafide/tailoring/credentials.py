"""What a posting asks for and a CV answers in a word: degrees, certificates, languages, place, tools."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bonafide.model.draft import Line
from bonafide.model.fact import Facts
from bonafide.model.match import Match, Verdict
from bonafide.model.profile import Education, Language
from bonafide.tailoring.phrases import Choice, listed
from bonafide.tailoring.relevance import Relevance

ITEMS, MORE = 4, 6
TOOLS = 4
ORDER = ("education", "certificates", "languages", "basics")


def credentials(facts: Facts, match: Match, choice: Choice, more: bool) -> Iterator[Line]:
    """The sentence on what the posting asks for by name, in every wording, best first; none if it asks nothing.

    With `more` it goes on to degrees, certificates, languages and place that the posting does not ask for.
    """
    entries = [*_asked(match), *(_all(facts) if more else ())]
    entries = list(dict.fromkeys(entry for entry in entries if entry.split("/")[1] in ORDER))
    few = sorted(entries[: MORE if more else ITEMS], key=lambda entry: ORDER.index(entry.split("/")[1]))
    items = [item for entry in few for item in _item(entry, facts, choice)]
    cited = tuple(pointer for _, pointers in items for pointer in pointers)
    if items:
        for text in choice.texts(
            "letter.record" if more else "letter.credentials", {"items": "; ".join(item for item, _ in items)}
        ):
            yield Line(text, cited)


def _all(facts: Facts) -> Iterator[str]:
    profile = facts.profile
    for section in ("education", "certificates", "languages"):
        yield from (f"/{section}/{index}" for index in range(len(getattr(profile, section))))
    yield "/basics/location"


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
    degree = " ".join(part for part in (studied.study_type,) if part)
    if degree and studied.area:
        degree = choice.fill("words.degree_of", {"degree": degree, "area": studied.area}) or degree
    degree = degree or studied.area or ""
    if degree and studied.institution:
        return choice.fill("words.from_school", {"degree": degree, "school": studied.institution})
    return degree or None


def _language(spoken: Language, choice: Choice) -> str | None:
    if spoken.language and spoken.fluency:
        return choice.fill("words.speaks", {"language": spoken.language, "fluency": spoken.fluency})
    return spoken.language


def tools(facts: Facts, relevance: Mapping[str, Relevance], choice: Choice) -> Iterator[Line]:
    """The sentence that names the skills posting and CV share, in every wording, best first."""
    skills = [fact for fact in facts if fact.section == "skills" and fact.name == "keywords"]
    asked = [fact for fact in skills if relevance[fact.pointer].value > 0]
    best = sorted(asked, key=lambda fact: -relevance[fact.pointer].value)[:TOOLS]
    if not best:
        return
    name = "letter.tools" if len(best) > 1 else "letter.tools_one"
    for text in choice.texts(name, {"tools": listed([fact.text for fact in best], choice)}):
        yield Line(text, tuple(fact.pointer for fact in best))
