"""What a posting needs, as clauses that a letter can hold: `Solid command of AWS` -> "AWS", in the reader's person."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from bonafide.language import sentences, terms
from bonafide.model.posting import Posting, Requirement, RequirementKind
from bonafide.tailoring.tongues.asked import foreign_need
from bonafide.tailoring.tongues.elision import elided
from bonafide.tailoring.tongues.german import single
from bonafide.tailoring.tongues.german_acts import kinds_of_doing
from bonafide.tailoring.wording import inner, is_base, is_gerund, is_past

SHORT, LONGEST_THING, LONGEST_TASK = 6, 7, 13
"""Words of a clause: a thing is named, a task is told."""

_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_HALT = re.compile(r"\s*(?:[;:.!?/]|\s[–—-])\s*(?=\s|$)|\s*[–—]\s+")
_WORD = re.compile(r"[^\W_](?:[\w’'&+./-]*[\w+])?")
_LISTED = re.compile(r"^[^,]{2,30}(?:, [^,]{2,30})*,? (?:and|or) [^,]{2,30}$")
_HAVE = re.compile(
    r"^(?:You have|You've|You’ve|Has|Have|Having|have|has)\s+(?:also |already |ever )?", re.IGNORECASE
)
_AS = re.compile(r"\sas\s(?!code\b|a service\b).*$")
_OF = re.compile(r"^[a-z]+(?:ment|tion|sion|ing|ance|ship|al) of ")
_FAR = 4
_NAMED = ("tool", "standard")
_AND_IN = re.compile(r",?\s(?:and|or) (?:in|with|of|for|on|to|at)\s.*$")
_YOU = re.compile(r"^You\s+(?:can\s+)?(?:still\s+|also\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Need:
    """A need of the posting in one of three forms, the others "": a `thing` ("event streaming at scale"), a `task`
    ("bring three teams under one roof"), or `who` is looked for ("has taken a company through an audit").

    `text` is the posting's line.
    """

    text: str
    thing: str = ""
    task: str = ""
    who: str = ""

    @property
    def clause(self) -> str:
        """What it says, in the form that it has."""
        return self.thing or self.task or self.who


def slots_of(clause: str) -> dict[str, str]:
    """What patterns can hold of a need: `need` in any case, `tool` where it is a name alone, else `thing`; with the French
    "de" before it, `of_need`; as a German subject in the singular, `what`; as something that an employer `plan`s,
    a `lead` or a `duty` to take."""
    if not clause:
        return {}
    hits = terms.find_terms(clause)
    named = any(
        len(clause[hit.start : hit.end]) == len(clause) and terms.kind_of(hit.term) in _NAMED for hit in hits
    )
    what = clause if named else single(clause)
    kinds = dict.fromkeys(kinds_of_doing(clause), clause)
    return {
        "need": clause,
        "of_need": elided("de", clause),
        "what": what,
        "tool" if named else "thing": clause,
        **kinds,
    }


@lru_cache
def _data() -> Any:
    return tomllib.loads(files("bonafide.tailoring").joinpath("data", "needs.toml").read_text("utf-8"))


@lru_cache
def _any_of(name: str) -> str:
    return "|".join(re.escape(word) for word in sorted(_data()[name], key=len, reverse=True))


@lru_cache
def _quality() -> re.Pattern[str]:
    """`Solid practical experience with`, `Proven ability to`; the group `to` where a task follows."""
    adjective, nouns, able = _any_of("adjectives"), _any_of("qualities"), _any_of("abilities")
    return re.compile(
        rf"^(?:(?:{adjective})\s+)*(?:(?:{nouns})\s+(?:with|of|in|for|on|at|using|under|(?=\w+ing\b))\s*"
        rf"|(?P<to>(?:{able})\s+(?:to\s+)?))",
        re.IGNORECASE,
    )


def need_of(asked: Requirement, posting: Posting, language: str = "en") -> Need | None:
    """The need that a requirement or duty states, for a letter in a language; None where no clause can be said safely."""
    if (posting.language or "en") != language:
        return _named(asked.text)
    if language != "en":
        thing, task = foreign_need(asked, language)
        return _need(asked.text, thing=thing, task=task) or _named(asked.text)
    text = " ".join(_ASIDE.sub("", asked.text).split()).strip(" .;:,")
    if asked.kind is RequirementKind.RESPONSIBILITY:
        return _duty(text, asked.text, posting)
    have = _HAVE.match(text)
    if have:
        return _had(text[have.end() :], asked.text, posting)
    quality = _quality().match(text)
    rest = text[quality.end() :] if quality else text
    if (quality and quality["to"]) or _YOU.match(text):
        return _need(asked.text, task=_task(_YOU.sub("", rest), posting))
    return _need(asked.text, thing=_thing(rest, posting))


def _named(text: str) -> Need | None:
    """What a line in another language names in any: a tool or standard."""
    named = (text[hit.start : hit.end] for hit in terms.find_terms(text) if terms.kind_of(hit.term) in _NAMED)
    return _need(text, thing=next((name for name in named if name[0].isupper()), ""))


def _need(text: str, thing: str = "", task: str = "", who: str = "") -> Need | None:
    return Need(text, thing, task, who) if thing or task or who else None


def _had(text: str, whole: str, posting: Posting) -> Need | None:
    """`led an organisation of 50 people`: the object, where it says enough by itself; else who has done it."""
    verb = re.match(
        rf"(?:{_any_of('possessive')})\s+(?=(?:an?|the|your|our|\d|several|more)\b)", text, re.IGNORECASE
    )
    thing = _thing(text[verb.end() :], posting) if verb else ""
    if thing or (not is_past(_first(text)) and _first(text) not in _data()["participles"]):
        return _need(whole, thing=thing)
    told = _until_comma(_HALT.split(text, maxsplit=1)[0])
    whole_only = _first(text) in _data()["complemented"]
    head = _fit(told if whole_only else _short(told), 3, LONGEST_TASK - 1, opener=False)
    return _need(whole, who=f"has {head}" if head else "")


def _duty(text: str, whole: str, posting: Posting) -> Need | None:
    first = _first(text)
    if is_gerund(first):
        return _need(whole, thing=_thing(text, posting))
    asked = re.search(rf"\b(?:{_any_of('tasks')})\s+(?=[a-z])", text, re.IGNORECASE)
    if asked:
        return _need(whole, task=_task(text[asked.end() :], posting))
    verb = re.match(r"You\s+(?=[a-z])", text)
    if verb or is_base(first) or first in _data()["duties"]:
        return _need(whole, task=_task(text[verb.end() if verb else 0 :], posting))
    return _need(whole, thing=_thing(text, posting))


def wishes_of(posting: Posting, language: str = "en") -> Iterator[Need]:
    """What an English description's sentences ask for: `you will bring three teams under one roof`, `we want a plan`."""
    if language != "en" or posting.language not in (None, "en"):
        return
    told = re.compile(rf"\b(?P<task>{_any_of('tasks')})\s+|\b(?:{_any_of('things')})\s+", re.IGNORECASE)
    asked = {requirement.text for requirement in posting.requirements}
    for line in posting.description.splitlines():
        for sentence in sentences.split(_ASIDE.sub("", line)):
            found = told.search(sentence.text)
            if found is None or any(sentence.text in text or text in sentence.text for text in asked):
                continue
            rest = sentence.text[found.end() :]
            if found["task"]:
                need = _need(sentence.text, task=_task(rest, posting))
            else:
                need = _need(sentence.text, thing=_thing(rest, posting))
            if need:
                yield need


def _task(text: str, posting: Posting) -> str:
    """The clause after "to", in the reader's person; "" where it does not open with a verb or cannot stand alone."""
    head = _HALT.split(text, maxsplit=1)[0]
    head = _unlisted(*head.partition(", ")[::2])
    first = _first(head)
    if len(head.split()) > LONGEST_TASK:
        head = _until_end(head)
    if first not in _data()["complemented"]:
        head = _short(head)
    if len(head.split()) > SHORT and not re.search(r"\b(?:between|both)\b", head):
        head = re.split(r"\sand\s", head, maxsplit=1)[0] if len(head.split(" and ")[0].split()) > 3 else head
    idle = re.match(rf"(?:{_any_of('idle')})\b", head, re.IGNORECASE)
    sure = not idle and (is_base(first) or first in _data()["duties"])
    return _fit(inner(head, posting.description), 3, LONGEST_TASK, opener=False) if sure else ""


def _unlisted(head: str, tail: str) -> str:
    """The text before its first comma; where that parts a list ("with a screen, a card or a key"), before the list."""
    return re.sub(r"\s(?:with|for|of|in|on)\san?\s[\w-]+$", "", head) if re.match(r"an?\s", tail) else head


def _thing(text: str, posting: Posting) -> str:
    """The noun phrase, in the reader's person; "" where it is none that can stand alone."""
    head = _HALT.split(text, maxsplit=1)[0]
    head = _AND_IN.sub("", _AS.sub("", _until_end(_until_comma(head))))
    head = re.sub(rf",?\s+(?:{_any_of('loose')})$", "", head, flags=re.IGNORECASE)
    head = re.sub(
        r"^(?:at least|a minimum of|more than|over|good|very good|expert)\s+(?=\D)",
        "",
        head,
        flags=re.IGNORECASE,
    )
    if is_gerund(_first(head)) and re.match(rf"(?:{_any_of('idle_doings')})\b", head, re.IGNORECASE):
        return ""
    thing = _fit(inner(_short(head), posting.description), 1, LONGEST_THING).rstrip(",")
    thing = _bare(re.sub(r"\s(?:brought|sold|made|run|used|done)$", "", thing))
    hollow = not re.search(r"[^\W\d_]{2}", thing) or thing.casefold() in _data()["hollow"]
    return "" if hollow or _same(thing, posting) else f"the {thing}" if _OF.match(thing) else thing


def _same(thing: str, posting: Posting) -> bool:
    """Whether it is only the post itself: "a COO"."""
    words = set(sentences.words(thing)) - sentences.STOPWORDS
    named = sentences.words(posting.title or "")
    return words <= {*named, "".join(word[0] for word in named)}


def _bare(thing: str) -> str:
    """`first leadership experience` -> "leadership": what is to be experienced."""
    found = re.match(
        rf"(?:(?:{_any_of('adjectives')})\s)*(?P<what>\S.*)\s(?:experience|knowledge|skills|expertise)$",
        thing,
    )
    return found["what"] if found else thing


def _until_comma(text: str) -> str:
    """The text to its first comma, unless the commas list things of one kind."""
    return text if _LISTED.match(text) else text.split(", ", 1)[0]


def _until_end(text: str) -> str:
    """The text to where a clause begins that hangs on it."""
    found = re.search(rf"(?<=\w),?\s(?:{_any_of('ends')})\s", text, re.IGNORECASE)
    return text[: found.start()] if found else text


def _short(text: str) -> str:
    """A phrase that is too long for two letters to share ends before its first preposition that leaves enough."""
    parts = text.split()
    if len(parts) <= SHORT:
        return text
    articles = parts[0].casefold() in ("a", "an", "the")
    cuts = (
        i
        for i in range(2 + articles, SHORT + 1)
        if parts[i].casefold() in _data()["prepositions"] and parts[i - 1] not in sentences.STOPWORDS
    )
    kept = parts[: next(cuts, len(parts))]
    return " ".join(kept[:-1] if 2 < len(kept) < len(parts) and is_past(kept[-1].casefold()) else kept)


def _fit(text: str, shortest: int, longest: int, *, opener: bool = True) -> str:
    """The text in the reader's person, where it is of a length and leans on nothing outside; else "".

    `opener`: it must not open with a small word. A pronoun may stand far enough in for what it means to be there too.
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    data, small = _data(), sentences.STOPWORDS
    if not words or not shortest <= len(text.split()) <= longest or not set(words).isdisjoint(data["unfit"]):
        return ""
    if not set(words[:_FAR]).isdisjoint(data["pronouns"]) or words[-1] in small.union(data["prepositions"]):
        return ""
    if opener and words[0] in small - {"a", "an", "the", "more", "our"}:
        return ""
    return " ".join(_shifted(word) for word in text.split())


def _shifted(word: str) -> str:
    """A word of the employer's as said to the employer: "our" -> "your"."""
    bare = word.rstrip(",")
    shifted: str = _data()["persons"].get(bare.casefold(), bare)
    return shifted + word[len(bare) :]


def _first(text: str) -> str:
    found = re.match(r"[A-Za-zÀ-ÿ-]+", text)
    return found[0].casefold() if found else ""
