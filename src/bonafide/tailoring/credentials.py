"""What a posting asks for and a CV answers in a word: degrees, certificates, languages, place, tools."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bonafide.language import terms
from bonafide.model.draft import Line
from bonafide.model.fact import Facts
from bonafide.model.match import Match, Verdict
from bonafide.model.profile import Education, Language
from bonafide.tailoring.career import is_somebody
from bonafide.tailoring.degrees import degree_of, small
from bonafide.tailoring.pair import Pair
from bonafide.tailoring.phrases import Choice, listed
from bonafide.tailoring.wording import article, inner

ITEMS, TOOLS = 3, 4
LONGEST_DEGREE, LONGEST_NAME = 4, 5
"""Words of a degree, and of a certificate's name."""
ORDER = ("education", "certificates", "languages", "basics")


def credentials(pair: Pair, *, full: bool = False) -> Iterator[Line]:
    """`I hold an MBA from Ashgrove and speak Spanish.`: what the posting asks for by name; `full`: with a degree in any case."""
    facts, choice = pair.facts, pair.choice
    asked = [entry for entry in _asked(pair.match) if entry.split("/")[1] in ORDER][:ITEMS]
    if not any(entry.startswith("/education") for entry in asked) and facts.profile.education:
        asked = [*asked[: ITEMS - 1], "/education/0"] if full else asked
    few = sorted(asked, key=choice.rank)
    if choice.language != "en":
        found = (item for entry in few for item in _item(entry, facts, choice, foreign=pair.foreign))
        yield from (Line(text, cited) for text, cited in found)
        return
    items = [(inner(text), cited) for entry in few for text, cited in _item(entry, facts, choice)]
    if items:
        cited = tuple(pointer for _, pointers in items for pointer in pointers)
        said = listed(_joined([item for item, _ in items]), choice)
        yield Line(f"I {said}.", cited)


def tools(pair: Pair, lines: Sequence[Line]) -> Iterator[Line]:
    """`My tools have included Go and Terraform.`: what the posting names, the CV too, and none of `lines`."""
    told = {hit.term for line in lines for hit in terms.find_terms(line.text)}
    found: dict[str, tuple[str, str]] = {}
    for judged in pair.match.requirements:
        asked = {hit.term for hit in terms.find_terms(judged.requirement.text)} - told
        for fact in (pair.facts.at(evidence.pointer) for evidence in judged.facts):
            if fact and judged.verdict is Verdict.MET and fact.section in ("work", "skills"):
                for hit in terms.find_terms(fact.text):
                    if hit.term in asked and terms.kind_of(hit.term) == "tool":
                        found.setdefault(hit.term, (fact.text[hit.start : hit.end], fact.pointer))
    names = [name for name, _ in found.values()][:TOOLS]
    for text in pair.choice.texts("letter.tools", {"things": listed(names, pair.choice)}):
        yield Line(text, tuple(pointer for _, pointer in list(found.values())[:TOOLS]))


def _joined(items: list[str]) -> list[str]:
    """`hold a BSc`, `hold a diploma` -> `hold a BSc and a diploma`."""
    verbs: dict[str, list[str]] = {}
    for item in items:
        verb, _, rest = item.partition(" ")
        verbs.setdefault(verb, []).append(rest)
    return [f"{verb} {' and '.join(rest)}" for verb, rest in verbs.items()]


def _asked(match: Match) -> list[str]:
    """The entries that meet a requirement, each once, in the posting's order."""
    met = (judged for judged in match.requirements if judged.verdict is Verdict.MET)
    pointers = (evidence.pointer for judged in met for evidence in judged.facts)
    return list(dict.fromkeys("/".join(pointer.split("/")[:3]) for pointer in pointers))


def _item(
    entry: str, facts: Facts, choice: Choice, *, foreign: bool = False
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What an entry gives, and the facts it rests on; of a `foreign` CV no language, whose name would be to translate."""
    section, index = [*entry.split("/"), "", ""][1:3]
    cited = tuple(fact.pointer for fact in facts.of(entry))
    text: str | None = None
    if section == "education":
        text = _degree(facts.profile.education[int(index)], choice, foreign=foreign)
    elif section == "certificates":
        text = _certificate(facts.profile.certificates[int(index)].name or "", choice)
    elif section == "languages" and not foreign:
        text = _language(facts.profile.languages[int(index)], choice)
    elif section == "basics" and index == "location":
        city = facts.at("/basics/location/city")
        text = choice.fill("words.based", {"city": city.text}) if city else None
        cited = ("/basics/location/city",)
    if text:
        yield text, cited


def _degree(studied: Education, choice: Choice, *, foreign: bool) -> str | None:
    """Degree, subject and school, as much as can be said in one breath; a subject that is too long is left to the CV."""
    degree, area = studied.study_type or "", studied.area or ""
    if choice.language != "en":
        return degree_of(studied, choice, foreign=foreign)
    if not degree:
        return None
    whole = choice.fill("words.degree_of", {"degree": degree, "area": area}) if area else degree
    text = whole if whole and len(whole.split()) <= LONGEST_DEGREE else degree
    if len(text.split()) > LONGEST_DEGREE:
        return None
    taken = f" ({studied.end_date[:4]})" if studied.end_date else ""
    school = _school(studied.institution or "")
    values = {"degree": f"{article(text)} {text}", "school": f"{school}{taken}" if school else ""}
    return choice.fill("words.from_school", values) or choice.fill("words.unplaced", values)


def _school(name: str) -> str:
    return f"the {name}" if name.startswith(("University of ", "Open University", "London School")) else name


def _certificate(name: str, choice: Choice) -> str | None:
    if not name or len(name.split()) > LONGEST_NAME:
        return None
    if choice.language == "en" and name.startswith("Certified "):
        return choice.fill("words.titled", {"name": f"a {name}"})
    form = "certified_as" if choice.language == "en" and is_somebody(name.split()[-1]) else "certified"
    return choice.fill(f"words.{form}", {"name": name})


def _language(spoken: Language, choice: Choice) -> str | None:
    """The language, with a level that is a word; the letter's own language shows itself."""
    name, level = spoken.language or "", spoken.fluency or ""
    if name.casefold() in choice.order("words.own_language"):
        return None
    name = small(name, choice.language)
    told = f"{name} ({level})" if level and len(level.split()) == 1 else name
    return choice.fill("words.speaks", {"language": told})
