"""A language model may say passages better; what it writes passes the same check as everything else.

What is refused goes back once with the reasons. What is refused again is left out: the composed text stands, and the
person sees both. CV and posting are material to the model, and its answer is material to us: a text by place, nothing
that is followed.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bonafide import grounding
from bonafide.evidence.confidential import private
from bonafide.grounding import Grounded
from bonafide.language import sentences
from bonafide.model.claim import CheckedSentence, Support
from bonafide.model.draft import Line
from bonafide.model.fact import Fact, Facts
from bonafide.model.faults import ModelFault
from bonafide.model.ports import Writer
from bonafide.model.posting import Posting
from bonafide.model.writing import Passage, Proposal
from bonafide.workflows import own_letter
from bonafide.workflows.passages import Lines, lines_at, passages, replaced

_WORDS = Path(__file__).parent / "data" / "rewriting.toml"
_FENCE = re.compile(r"\A\s*```\w*\s*(.*?)\s*```\s*\Z", re.S)
_ADDRESS = re.compile(r"https?:|www\.|\S@\S")
GROWTH, ROOM = 2, 120
"""A text may grow to so many times its length and so many characters more: a line stays a line."""
FACTS = 400
"""Facts that are told to the model; nobody's CV has more, and a model's memory is short."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text is held against."""

    composed: Grounded
    facts: Facts
    posting: Posting
    today: date


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The draft as it may be printed, what the model proposed, and a note where it could not be asked."""

    grounded: Grounded
    proposals: tuple[Proposal, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Tried:
    """A text of the model: the lines it would print (none: refused), and why not."""

    text: str
    lines: Lines = ()
    why: str = ""


def rewritten(setting: Setting, writer: Writer, *, letter: bool = True) -> Rewriting:
    """The composed draft with the passages that the model said better and the check passed.

    `letter` is False where the person wrote the letter: theirs stays. A model that fails costs nothing but its help.
    """
    asked = tuple(one for one in passages(setting.composed.draft, letter=letter) if _may_go(one.text))
    tried: dict[str, _Tried] = {}
    note = ""
    try:
        for told in ("instruction", "again"):
            refused = {place: one for place, one in tried.items() if not one.lines}
            if told == "again" and not refused:
                break
            tried |= _asked(setting, writer, told, asked, refused)
    except ModelFault as fault:
        note = f"{writer.name} could not help: {fault.what} What it did not write is Bonafide's own."
    return _settled(setting, asked, tried, note)


def _asked(
    setting: Setting, writer: Writer, told: str, asked: tuple[Passage, ...], refused: Mapping[str, _Tried]
) -> dict[str, _Tried]:
    """One round: the model's texts by place, each tried. In the second only what was refused may come."""
    words = _words()
    instruction = words["instruction"] if told == "instruction" else words["instruction"] + words["again"]
    answer = _read(writer(instruction, _material(setting, asked, refused)))
    open_ones = {one.place: one for one in asked if told == "instruction" or one.place in refused}
    return {
        place: _try(setting, open_ones[place], text) for place, text in answer.items() if place in open_ones
    }


def _material(setting: Setting, asked: tuple[Passage, ...], refused: Mapping[str, _Tried]) -> str:
    posting, draft = setting.posting, setting.composed.draft
    whole: dict[str, Any] = {
        "language": draft.language,
        "posting": {
            "title": posting.title,
            "company": posting.company,
            "requirements": [requirement.text for requirement in posting.requirements],
        },
        "facts": [{"at": fact.pointer, "text": fact.text} for fact in _told(setting.facts)],
        "passages": [{"place": one.place, "text": one.text} for one in asked],
    }
    if refused:
        whole["refused"] = [
            {"place": place, "text": one.text, "why": one.why} for place, one in refused.items()
        ]
    return json.dumps(whole, ensure_ascii=False)


def _told(facts: Facts) -> list[Fact]:
    """What a model is told of the person: their work, and no name, address or number by which to reach them."""
    work = [fact for fact in facts if fact.section != "basics" or fact.name in ("label", "summary")]
    return [fact for fact in work if _may_go(fact.text)][:FACTS]


def _may_go(text: str) -> bool:
    """Whether a text gives no e-mail address, network address, internal host, account or key away."""
    return next(private(text), None) is None


def _read(answer: str) -> dict[str, str]:
    """The texts by place. Raises ModelFault where the answer has another form."""
    fenced = _FENCE.match(answer)
    try:
        whole = json.loads(fenced[1] if fenced else answer)
        return {one["place"]: " ".join(one["text"].split()) for one in whole["passages"]}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ModelFault("Its answer is not of the form that was asked for.") from error


def _try(setting: Setting, passage: Passage, text: str) -> _Tried:
    if text == passage.text:
        return _Tried(text, lines_at(setting.composed.draft)[passage.place])
    if not text or len(text) > GROWTH * len(passage.text) + ROOM:
        return _Tried(text, why="It is empty or much longer than what it replaces.")
    if _ADDRESS.search(text):
        return _Tried(text, why="It holds an address; those stay as they are.")
    lines = [Line(part, _facts(setting, passage)) for part in _parts(passage, text)]
    checked = [_checked(setting, line, passage.entry) for line in lines]
    if why := "; ".join(own_letter.why(one) for one in checked if one.verdict is Support.UNSUPPORTED):
        return _Tried(text, why=why)
    if not any(one.verdict is Support.SUPPORTED for one in checked):
        return _Tried(text, why="It says nothing of the person that a fact backs.")
    cited = [(*line.facts, *own_letter.cited(one)) for line, one in zip(lines, checked, strict=True)]
    return _Tried(
        text,
        tuple(Line(line.text, tuple(dict.fromkeys(facts))) for line, facts in zip(lines, cited, strict=True)),
    )


def _checked(setting: Setting, line: Line, entry: str) -> CheckedSentence:
    return grounding.check_line(line, setting.facts, setting.posting, setting.today, entry=entry)


def _parts(passage: Passage, text: str) -> tuple[str, ...]:
    """A letter's paragraph by sentences; a line of the CV is one."""
    if not passage.place.startswith("letter/"):
        return (text,)
    return tuple(sentence.text for sentence in sentences.split(text))


def _facts(setting: Setting, passage: Passage) -> tuple[str, ...]:
    """What a line of the CV rested on, its rewording rests on; a letter's sentences cite what backs them."""
    if passage.place.startswith("letter/"):
        return ()
    return lines_at(setting.composed.draft)[passage.place][0].facts


def _settled(
    setting: Setting, asked: tuple[Passage, ...], tried: Mapping[str, _Tried], note: str
) -> Rewriting:
    """The draft with what passed, and what became of every text that says something else than before."""
    before = {one.place: one.text for one in asked}
    said = {place: one for place, one in tried.items() if one.text != before[place]}
    grounded, fallen = _standing(setting, {place: one.lines for place, one in said.items() if one.lines})
    proposals = tuple(
        Proposal(place=place, before=before[place], said=one.text, taken=not why, why=why)
        for place, one in said.items()
        for why in [one.why or fallen.get(place, "")]
    )
    return Rewriting(grounded, proposals, note)


def _standing(setting: Setting, texts: Mapping[str, Lines]) -> tuple[Grounded, dict[str, str]]:
    """The draft with those texts that stand beside each other, and why the others fell."""
    fallen: dict[str, str] = {}
    draft = setting.composed.draft
    while taken := {place: lines for place, lines in texts.items() if place not in fallen}:
        outcome = grounding.ground(replaced(draft, taken), setting.facts, setting.posting, setting.today)
        if isinstance(outcome, Grounded):
            return outcome, fallen
        whys = {refused.line.text: own_letter.why(refused.checked) for refused in outcome.lines}
        found = {
            place: "; ".join(whys[line.text] for line in lines if line.text in whys)
            for place, lines in taken.items()
        }
        fell = {place: why for place, why in found.items() if why}
        # Where none of them is named, a composed line fell for their sake: all of them go.
        fallen |= fell or dict.fromkeys(taken, "It does not stand beside the other lines.")
    return setting.composed, fallen


@cache
def _words() -> dict[str, str]:
    return {name: text.strip() for name, text in tomllib.loads(_WORDS.read_text("utf-8")).items()}
