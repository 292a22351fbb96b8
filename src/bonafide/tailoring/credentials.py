"""What a posting asks for and a CV answers in a word: degrees, certificates, languages, place, tools."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bonafide.model.draft import Line
from bonafide.model.fact import Facts
from bonafide.model.match import Match, Verdict
from bonafide.model.profile import Education, Language
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.relevance import Relevance
from bonafide.tailoring.summary import listed

ITEMS = 4
TOOLS = 4


def credentials(facts: Facts, match: Match, choice: Choice) -> Iterator[Line]:
    """The sentence that lists them, in every wording there is, best first; nothing where none is asked for."""
    items = dict(_items(facts, match, choice))
    if not items:
        return
    few = list(items.items())[:ITEMS]
    cited = tuple(pointer for _, pointers in few for pointer in pointers)
    for text in choice.texts("letter.credentials", {"items": "; ".join(name for name, _ in few)}):
        yield Line(text, cited)


def _items(facts: Facts, match: Match, choice: Choice) -> Iterator[tuple[str, tuple[str, ...]]]:
    seen: set[str] = set()
    for judged in match.requirements:
        if judged.verdict is not Verdict.MET:
            continue
        for evidence in judged.facts:
            entry = "/".join(evidence.pointer.split("/")[:3])
            if entry not in seen:
                seen.add(entry)
                yield from _item(entry, facts, choice)


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


def tools(
    facts: Facts, relevance: Mapping[str, Relevance], choice: Choice, used: frozenset[str]
) -> Iterator[Line]:
    """The sentence that names the skills posting and CV share, in every wording, best first."""
    skills = [fact for fact in facts if fact.section == "skills" and fact.name == "keywords"]
    asked = [f for f in skills if relevance[f.pointer].value > 0 and f.text.casefold() not in used]
    best = sorted(asked, key=lambda fact: -relevance[fact.pointer].value)[:TOOLS]
    if not best:
        return
    name = "letter.tools" if len(best) > 1 else "letter.tools_one"
    for text in choice.texts(name, {"tools": listed([fact.text for fact in best], choice)}):
        yield Line(text, tuple(fact.pointer for fact in best))
