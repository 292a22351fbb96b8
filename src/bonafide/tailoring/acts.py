"""A line of a CV as the clause that follows "I": `Cut the build to 4 min.` -> `cut the build to 4 min`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bonafide.language import sentences
from bonafide.tailoring.wording import is_past, verbs

LONGEST = 38
"""Words an act may have; a longer line ends at a boundary of its own."""

FIRST_WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ-]*")
FIRST_PERSON = re.compile(r"^I\s+")
CHANGED = re.compile(
    r"^\S+(?:\s\S+){0,2}?\s(?:(?:down|up)\s(?:by\b|from\b|an?\s(?:third|quarter|half|fifth)\b|[^\w\s]?\d)|(?:halved|doubled|tripled)\b)"
)
"""`Returned goods down by a third`: a thing and its change, whatever its first word looks like."""
OBJECT = re.compile(r"\s(?:the|an?|our|all|its|to|on|with|for|\d|[€$£])")
FIRST_TO = re.compile(r"^(?:The )?(?=(?:first|only)\s\w+(?:\s\w+)? to\s)", re.IGNORECASE)
BOUNDARY = re.compile(r"\s*(?:;|\s[–—-]\s|:\s)\s*")


@dataclass(frozen=True, slots=True)
class Act:
    """A clause that follows "I", and whether it tells of something past."""

    clause: str
    past: bool


def act(line: str, current: bool = False) -> Act | None:
    """The line as a clause after "I", without its final stop; None where it does not open with an act.

    Present forms (`Run the budget`, `Runs the budget`) count only of a current post. Nothing is added; what is
    left out is left out at a sentence or clause boundary. "We" is the team's, and stays as it is: None.
    """
    text = _joined(FIRST_PERSON.sub("", trimmed(line), count=1))
    words = [word.lower() for word in FIRST_WORD.findall(text[:60])[:3]]
    if " ".join(words[:2]) in verbs()["states"]:
        return Act(f"{'am' if current else 'was'} {_lowered(text)}", not current)
    if " ".join(words[:2]) in verbs()["passives"]:
        return Act(f"was {_lowered(text)}", True)
    if FIRST_TO.match(text):
        return Act(f"was the {_lowered(FIRST_TO.sub('', text))}", True)
    if (
        not words
        or not text.lower().startswith(words[0])
        or (CHANGED.search(text) and words[0] not in verbs()["past"])
    ):
        return None
    while len(words) > 1 and words[0] in verbs()["adverbs"]:
        words.pop(0)
    if is_past(words[0]):
        return Act(_lowered(text), True)
    # "Mentor for six nurses" is a part somebody plays, "Mentor six nurses" an act.
    role = words[0] in verbs()["roles"] and words[1:2] in (["for"], ["of"], ["to"])
    return _present(text, words[0]) if current and not role else None


def _joined(text: str) -> str:
    """A second deed behind a semicolon needs its "and": `Own the budget; cut spend` has one subject."""
    head, mark, tail = text.partition("; ")
    first = FIRST_WORD.match(tail)
    # A word in -ed may as well be an adjective ("regretted attrition fell"), so only sure verbs count.
    return (
        f"{head}, and {tail[0].lower()}{tail[1:]}"
        if mark and first and opens_act(first[0].lower(), tail[first.end() :])
        else text
    )


def opens_act(word: str, rest: str) -> bool:
    """Whether a word opens a second act: a sure verb, or one in -ed with no other verb behind it to be its own."""
    if word in verbs()["past"] or (word in verbs()["present"] and OBJECT.match(rest)):
        return True
    return is_past(word) and not any(verb in verbs()["past"] for verb in sentences.words(rest))


def _present(text: str, verb: str) -> Act | None:
    """A line in the present tense; "Runs the plant" becomes "run the plant"."""
    known = verbs()["present"]
    if verb in known or verb.rsplit("-", 1)[-1] in known:
        return Act(_lowered(text), False)
    plain = next((form for form in (verb[:-1], verb[:-2]) if form in known), None)
    return Act(plain + text[len(verb) :], False) if plain and verb.endswith("s") else None


def _lowered(text: str) -> str:
    return text[0].lower() + text[1:]


def is_employer(name: str) -> bool:
    """Whether somebody can be said to have worked *at* it."""
    return name.casefold().strip(" .") not in verbs()["no_employer"]


def trimmed(line: str, longest: int = LONGEST) -> str:
    """The line's first sentence, or its first clauses where that is too long; no final stop."""
    parts = sentences.split(line)
    text = parts[0].text if parts else line
    text = text.strip().rstrip(".;: ")
    if len(text.split()) <= longest:
        return text
    return _clauses(text, longest)


def _clauses(text: str, longest: int) -> str:
    """The longest run of leading clauses within the limit, or the whole text where the first is longer."""
    best = text
    for cut in BOUNDARY.finditer(text):
        head = text[: cut.start()]
        if len(head.split()) > longest:
            break
        best = head
    return best
