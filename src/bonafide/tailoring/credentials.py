"""What a posting asks for and a CV answers in a word: degrees, certificates, languages, place, tools."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bonafide.language import terms
from bonafide.model.draft import Line
from bonafide.model.fact import Fact, Facts
from bonafide.model.match import Match, RequirementMatch, Verdict
from bonafide.model.profile import Education, Language
from bonafide.tailoring.attested import certificate_of, language_item, language_of
from bonafide.tailoring.career import is_somebody
from bonafide.tailoring.degrees import degree_of
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
        yield from _abroad(pair, few, full=full)
        return
    items = [(inner(text), cited) for entry in few for text, cited in credential(entry, facts, choice)]
    if items:
        cited = tuple(pointer for _, pointers in items for pointer in pointers)
        said = listed(_joined([item for item, _ in items]), choice)
        yield Line(f"I {said}.", cited)


def _abroad(pair: Pair, asked: Sequence[str], *, full: bool) -> Iterator[Line]:
    """In German and French the languages in one sentence, certificates, and the degree last, whose school and year no other
    letter has before its next step. `full`: with the languages that nobody asked for."""
    spoken = [entry for entry in asked if entry.startswith("/languages")]
    if full:
        every = (f"/languages/{index}" for index in range(len(pair.facts.profile.languages)))
        spoken = [*spoken, *(entry for entry in every if entry not in spoken)]
    if not pair.foreign:
        yield from languages(spoken, pair)
    for section in ("certificates", "basics", "education"):
        for entry in (entry for entry in asked if entry.startswith(f"/{section}")):
            found = credential(entry, pair.facts, pair.choice, foreign=pair.foreign)
            yield from (Line(text, cited) for text, cited in found)


def languages(entries: Sequence[str], pair: Pair) -> Iterator[Line]:
    """`Ich spreche fließend Dänisch und Polnisch (B1).`, and what cannot be said so in sentences of its own."""
    known = [(entry, pair.facts.profile.languages[int(entry.rsplit("/", 1)[1])]) for entry in entries]
    own = pair.choice.order("words.own_language")
    told = [
        (entry, spoken) for entry, spoken in known if (spoken.language or "").casefold() not in (*own, "")
    ]
    items = [(entry, text) for entry, spoken in told if (text := language_item(spoken, pair.choice))]
    items.sort(key=lambda item: not item[1].endswith(")"))  # "fließend" must not be read with the next.
    values = {"language": listed([text for _, text in items], pair.choice)}
    for text in list(pair.choice.texts("words.speaks", values))[:1]:
        yield Line(text, tuple(fact.pointer for entry, _ in items for fact in pair.facts.of(entry)))
    joined = {entry for entry, _ in items}
    for entry, spoken in told:
        sentence = language_of(spoken, pair.choice) if entry not in joined else None
        if sentence:
            yield Line(sentence, tuple(fact.pointer for fact in pair.facts.of(entry)))


def tools(pair: Pair, lines: Sequence[Line]) -> Iterator[Line]:
    """`My tools have included Go and Terraform.`: what the posting names, the CV too, and none of `lines`."""
    told = {hit.term for line in lines for hit in terms.find_terms(line.text)}
    found: dict[str, tuple[str, str]] = {}
    for judged in pair.match.requirements:
        asked = {hit.term for hit in terms.find_terms(judged.requirement.text)} - told
        if judged.verdict is not Verdict.MET or not asked:
            continue
        for fact in _naming(pair, judged):
            for hit in terms.find_terms(fact.text):
                if hit.term in asked and terms.kind_of(hit.term) == "tool":
                    found.setdefault(hit.term, (fact.text[hit.start : hit.end], fact.pointer))
    names = [name for name, _ in found.values()][:TOOLS]
    for text in pair.choice.texts("letter.tools", {"things": listed(names, pair.choice)}):
        yield Line(text, tuple(pointer for _, pointer in list(found.values())[:TOOLS]))


def knowledge(pair: Pair, lines: Sequence[Line]) -> Iterator[Line]:
    """`Kenntnisse habe ich auch in Lean Management.`: skills that are no tools, by which a requirement is met and of which none
    of `lines` speaks; in German and French."""
    said = " ".join(line.text for line in lines).casefold()
    met = (judged for judged in pair.match.requirements if judged.verdict is Verdict.MET)
    facts = (pair.facts.at(evidence.pointer) for judged in met for evidence in judged.facts)
    listed_ = [
        fact for fact in facts if fact and fact.section == "skills" and fact.text.casefold() not in said
    ]
    kinds = {
        fact.text: fact
        for fact in listed_
        if not _is_tool(fact.text) and len(fact.text.split()) <= LONGEST_DEGREE
    }
    few = list(kinds)[:TOOLS]
    for text in pair.choice.texts("letter.knows", {"things": listed(few, pair.choice)}):
        yield Line(text, tuple(kinds[name].pointer for name in few))


def _is_tool(name: str) -> bool:
    return any(terms.kind_of(hit.term) == "tool" for hit in terms.find_terms(name))


def _naming(pair: Pair, judged: RequirementMatch) -> Iterator[Fact]:
    """The facts of work and skills that the match cites for a requirement, and in German and French, whose requirements are
    often met by a summary, the skills."""
    cited = (pair.facts.at(evidence.pointer) for evidence in judged.facts)
    yield from (fact for fact in cited if fact and fact.section in ("work", "skills"))
    if pair.choice.language != "en":
        yield from (fact for fact in pair.facts if fact.section == "skills")


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


def credential(
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
    elif section == "languages":
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
    if not name.strip() or len(name.split()) > LONGEST_NAME:
        return None
    if choice.language == "en" and name.startswith("Certified "):
        return choice.fill("words.titled", {"name": f"a {name}"})
    if choice.language != "en":
        return certificate_of(name, choice)
    form = "certified_as" if is_somebody(name.split()[-1]) else "certified"
    return choice.fill(f"words.{form}", {"name": name})


def _language(spoken: Language, choice: Choice) -> str | None:
    """The language, with a level that is a word; the letter's own language shows itself."""
    name, level = spoken.language or "", spoken.fluency or ""
    if name.casefold() in choice.order("words.own_language"):
        return None
    told = f"{name} ({level})" if level and len(level.split()) == 1 else name
    return choice.fill("words.speaks", {"language": told})
