"""Ways to tell a deed: every order, opening and link to a need that its parts allow, and which of them one letter takes.

Two letters of one person should not tell one deed in the same words. So every telling is weighed by its longest run
of words that are neither a name nor the posting's: what runs shorter than eight words cannot be shared by letters to
two employers. Among equals the posting decides, never memory.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bonafide.model.draft import Line
from bonafide.model.match import Verdict
from bonafide.tailoring.achievements import Achievement
from bonafide.tailoring.career import Post, fronts, place
from bonafide.tailoring.deeds import Deed, Shape
from bonafide.tailoring.needs import Need
from bonafide.tailoring.phrases import Choice, filled, listed, slots
from bonafide.tailoring.wording import inner, is_plural

RUN = 8
"""Words in a row that make two letters look alike."""
LONG = 11
"""Words of an act behind which nothing else of its sentence may hang."""
ASIDE = 4
"""Words of a need that may stand in the middle of a deed."""
ASIDES = 2
"""Asides that a letter can bear."""
BREATH = 34
"""Words of a sentence that can be read aloud."""
PIECES = (
    "act",
    "told",
    "doing",
    "when",
    "bare",
    "core",
    "rest",
    "object",
    "subject",
    "span",
    "by",
    "result",
    "since",
    "r_subject",
    "r_move",
)
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Asked:
    """A need that a deed answers, and how well."""

    need: Need
    verdict: Verdict


@dataclass
class Said:
    """What a letter has said so far: patterns and needs that are spent, the post named last, whether a deed
    of it was told, and whether it was conceded that something is met in part."""

    patterns: set[str] = field(default_factory=set)
    needs: set[str] = field(default_factory=set)
    last: Post | None = None
    told: bool = False
    conceded: bool = False
    asides: int = 0
    full: int = 0


@dataclass(frozen=True, slots=True)
class Telling:
    """One way to tell a deed: its lines, the patterns it was made from, how far the deed was `shortened`, how many words of the CV stand in a row in
    it at most (`piece`), and how many words that are not the posting's (`run`)."""

    lines: tuple[Line, ...]
    patterns: tuple[str, ...]
    shortened: int
    piece: int
    run: int


def telling(
    deed: Achievement,
    asked: Asked | None,
    said: Said,
    choice: Choice,
    avoid: frozenset[str],
) -> Telling | None:
    """The telling that suits the letter so far best, noted in `said`; None where all are to be avoided."""
    fitting = [
        told
        for told in _tellings(deed, asked, said, choice)
        if not any(line.text in avoid for line in told.lines)
    ]
    if not fitting:
        return None
    best = min(fitting, key=lambda told: _order(told, said, choice))
    said.patterns.update(best.patterns)
    said.last, said.told = deed.post, True
    if asked:
        said.needs.add(asked.need.text)
        said.asides += any("aside}" in pattern.casefold() for pattern in best.patterns)
        said.conceded = said.conceded or asked.verdict is not Verdict.MET
    return best


def brief(deeds: Sequence[Achievement], said: Said, choice: Choice, avoid: frozenset[str]) -> Line | None:
    """Several deeds of one post and tense in one sentence of few words; None where every wording is to be avoided."""
    post, acts = deeds[0].post, [deed.brief.told for deed in deeds if deed.brief]
    form = "letter.brief" if deeds[0].past else "letter.brief_now"
    values = {"at": place(post, said.last, choice), "act": listed(acts, choice), "front": ""}
    for pattern in sorted(choice.order(form), key=lambda pattern: pattern in said.patterns):
        for front in (
            fronts(post, said.last, said.told, deeds[0].past, choice) if "{front}" in pattern else ("",)
        ):
            text = filled(pattern, {**values, "front": front})
            if text in avoid or (front and front in said.patterns):
                continue
            said.patterns.update((pattern, front))
            said.last, said.told = post, True
            pointers = (pointer for deed in deeds for pointer in _cited(deed, text))
            return Line(text, tuple(dict.fromkeys(pointers)))
    return None


def _order(told: Telling, said: Said, choice: Choice) -> tuple[bool, int, int, int]:
    """Sentences that can be read aloud come first, then fresh patterns, then the fuller deed; then the posting decides.

    A deed loses what hangs on it where that makes it one that no other letter can share.
    """
    text = "".join(line.text for line in told.lines)
    long = max(len(line.text.split()) for line in told.lines) > BREATH
    crowded = said.asides >= ASIDES and " – " in text
    spent = sum(pattern in said.patterns for pattern in told.patterns)
    return long, spent + crowded, told.run >= RUN and told.shortened, choice.rank(text)


def _tellings(deed: Achievement, asked: Asked | None, said: Said, choice: Choice) -> Iterator[Telling]:
    """Every telling: with the need told before, in the middle, or, where there is none, the deed alone."""
    for level, part in enumerate(deed.told):
        for pattern, values in _sentences(deed, part, None, said, choice):
            for link, before in _links(asked, choice):
                if not (
                    before.endswith((":", ";")) and (re.search("[:;]", pattern) or _joins(values["front"]))
                ):
                    yield _joined(deed, asked, (link, before), (pattern, values), choice, level)
        if asked and asked.need.thing and len(asked.need.thing.split()) <= ASIDE:
            for pattern, values in _sentences(deed, part, asked.need, said, choice):
                yield _joined(deed, asked, ("", ""), (pattern, values), choice, level)


def _joins(front: str) -> bool:
    """Whether an opening joins on to a sentence before it, and so cannot stand behind a colon."""
    return front in ("And", "Besides,", "There, too,")


def _links(asked: Asked | None, choice: Choice) -> Iterator[tuple[str, str]]:
    """Patterns that lead from the need to the deed, each with its text; ("", "") where a deed stands alone."""
    if asked is None:
        yield "", ""
        return
    kind = "task" if asked.need.task else "who" if asked.need.who else "thing"
    if asked.verdict is not Verdict.MET:
        kind = f"partial_{kind}"
    values = {"need": asked.need.clause, "title": choice.title}
    for pattern in choice.order(f"letter.link_{kind}"):
        if "{title}" not in pattern or choice.title:
            yield pattern, filled(pattern, values)


def _sentences(
    deed: Achievement, told: Deed, need: Need | None, said: Said, choice: Choice
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Patterns for a deed with what fills them; with a need, only those that carry it in their middle."""
    values = _values(deed, told, said, choice)
    opened = tuple(fronts(deed.post, said.last, said.told, told.shape is not Shape.NOW, choice))
    asides = _asides(need, choice)
    for pattern in choice.order(_form(deed, told)):
        if ("aside}" in pattern.casefold()) != (need is not None) or not _suits(pattern, told):
            continue
        for way, aside in itertools.product(opened if "{front}" in pattern else ("",), asides):
            given = {**values, "front": way, "aside": aside, "Aside": aside[:1].upper() + aside[1:]}
            if slots(pattern) <= {name for name, value in given.items() if value}:
                yield pattern, given


def _values(deed: Achievement, told: Deed, said: Said, choice: Choice) -> Mapping[str, str]:
    at = place(deed.post, said.last, choice)
    return {
        "employer": deed.post.employer,
        "was": deed.post.role if deed.post.ended else "",
        "at": at,
        "in": at if deed.post.employer in at else "",
        "act": told.told,
        "told": told.told,
        "doing": told.doing,
        "when": told.when,
        "bare": told.bare,
        "core": told.core,
        "verb": told.core.split()[0] if told.core else told.verb,
        "subject": told.subject,
        "span": told.span,
        "object": told.object,
        "it": _pronoun(told.object),
        "rest": told.rest,
        "by": told.by,
        "r_subject": told.result_parts[0],
        "r_move": told.result_parts[1],
        "result": told.result,
        "since": told.since,
    }


def _pronoun(thing: str) -> str:
    """What takes up a thing; its number is that of its head: "17 of the 19 findings" are many."""
    head = thing.split(" of ")[0]
    many = bool(head) and (head[0].isdigit() or " and " in thing or is_plural(head.split()[-1]))
    return "" if not head else "them" if many else "it"


def _asides(need: Need | None, choice: Choice) -> tuple[str, ...]:
    if need is None:
        return ("",)
    return tuple(filled(p, {"need": need.thing}, capital=False) for p in choice.order("letter.aside"))


def _form(deed: Achievement, told: Deed) -> str:
    shape, result = told.shape, "_result" if told.result else ""
    if shape is Shape.ROLE:
        since = re.search(r"\b(?:since|from \d)", told.told)
        return "letter.role_past" if deed.post.ended else "letter.role_since" if since else "letter.role_now"
    if shape is Shape.OUTCOME and not told.moved:
        return "letter.outcome_now"
    if shape is Shape.OUTCOME and not deed.post.ended:
        return "letter.outcome_here"
    return f"letter.{shape}{result}"


def _suits(pattern: str, told: Deed) -> bool:
    """Whether nothing hangs behind an act that is too long for it, and no clause is opened by another's stop."""
    long = len(told.told.split()) > LONG
    inner_stop = ";" in told.told or ":" in told.told
    hangs = re.search(r"\{(?:act|doing|told)\}(?:,)? (?:\{at\}|was|is|in my)", pattern)
    return not (hangs and (long or inner_stop)) and not (inner_stop and "{result}" in pattern)


def _joined(
    deed: Achievement,
    asked: Asked | None,
    link: tuple[str, str],
    sentence: tuple[str, Mapping[str, str]],
    choice: Choice,
    level: int,
) -> Telling:
    pattern, values = sentence
    text = filled(pattern, values)
    before = link[1]
    lines = [Line(text, _cited(deed, text))]
    if before.endswith((":", ";")):
        lines = [Line(f"{before} {_small(text, deed)}", lines[0].facts)]
    elif before:
        lines.insert(0, Line(before))
    whole = " ".join(line.text for line in lines)
    own = whole.replace(asked.need.clause, "|") if asked else whole
    pieces = "|".join(values[slot] for slot in slots(pattern) if slot in PIECES)
    return Telling(
        tuple(lines),
        (_kind(pattern), link[0] or values["aside"], values["front"]),
        level,
        longest_run(pieces, choice.names),
        longest_run(f"{own}", choice.names),
    )


def _kind(pattern: str) -> str:
    """What a pattern must not do twice in a letter; "work included" and "part of my work" are one."""
    return "{doing}" if "{doing}" in pattern else pattern


def _small(text: str, deed: Achievement) -> str:
    return text if text.startswith(("I ", deed.post.employer)) else inner(text)


def longest_run(text: str, names: frozenset[str]) -> int:
    """The most words in a row without a bar "|", names not counted."""
    return max(sum(word.casefold() not in names for word in WORD.findall(part)) for part in text.split("|"))


def _cited(deed: Achievement, text: str) -> tuple[str, ...]:
    job = deed.post.pointer
    role = (f"{job}/position",) if deed.post.role and deed.post.role in text else ()
    return (deed.fact.pointer, f"{job}/name", *role)
