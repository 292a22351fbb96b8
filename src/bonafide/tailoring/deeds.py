"""A line of a CV taken apart for telling: what was done, when, and what came of it.

`Moved the ledger to a cluster in nine months; downtime fell from 5 h to 11 min.` is an act ("moved the ledger to a
cluster in nine months"), when ("in nine months"), and a result ("downtime fell from 5 h to 11 min").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from bonafide.tailoring.acts import act, trimmed
from bonafide.tailoring.wording import gerund, inner, is_past, is_plural, verbs

_BREAK = re.compile(r"\s*;\s+|\s[–—]\s+|:\s+|,\s+so that\s+|,\s+and\s+(?=the |our )")
_WHEN = re.compile(
    r",?\s+(?P<when>(?:in|within|during|between|over)\s(?:(?:[\w’'./%-]+\s){0,4}"
    r"(?:months?|years?|quarters?|weeks?|days?|hours?|releases?|summer|winter)|(?:\w+\s)?(?:19|20)\d\d))$"
)
_CHANGE = re.compile(
    r",?\s(?=(?:(?:up|down)\s)?from\s[^\w\s]*(?:[A-Z]{1,3}\$?\s?)?\d(?!\d{3}\b(?! to))"
    r"|(?:down|up)\s(?:by\s)?(?:[^\w\s]*\d|an?\s(?:third|quarter|half|fifth)\b))"
)
_LED_IN = re.compile(r"(?:After|During|Within|Before|Following|Under|In|Over|Between)\s")
_VERB_NEXT = re.compile(r",?\s(?=(?P<verb>[a-z]+)\s)")
_BRACKETS = re.compile(r"\s\([^()]*\)")
_HANGING = re.compile(
    r",\s(?=\w+ing\b|which\b|without\b|incl|including\b|fed\b|passed\b|checked\b|presented\b|\w+ of (?:whom|which)\b|opened\b|no\s)"
    r"|\s(?=so that\b|which\b|while\b|because\b|where\b)"
    # A clause on what was made may go; one that tells which of several is meant may not.
    r"|(?<=[^s\s])\s(?=that\b)"
)
_SPAN = re.compile(
    r"^(?P<what>[^;,:]{3,60}?)\s(?P<verb>went|fell|rose|dropped|grew|shrank|climbed)\s(?P<span>(?:down |up )?(?:from|to)\s[^;:]+)$"
)
# What somebody did it with is no mere circumstance: without "together with IT" the deed would grow.
_CIRCUMSTANCE = re.compile(
    r"(?<!\d)\s(?=(?:across|during|after|before|behind|throughout|for|in the|in a|in every|by \w+ing)\b)(?!.*\b(?:with|together)\b)"
)
_MANNER = re.compile(r"(?:by \w+ing|with an?|through|across|during|after|within \w+)\s")
_FROM_TO = re.compile(
    r"\bfrom (?P<old>[^,;]{1,30}?) to (?P<new>[^,;]{1,30}?)(?P<tail>\s(?:in|within|with|between|of the|at|after|for)\s.*)?$"
)
_SEMI = re.compile(r";\s+")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_AND = re.compile(r"(?:[,;]\s+(?:and\s+)?|\sand\s+)([^\W\d_]+)")
_ROLE = re.compile(r"[A-Z][\w-]*(?: [\w-]+){0,3} (?:of|for|to)\b")
_PREPOSITION = re.compile(
    r"\s(?=(?:to|into|onto|from|under|with|by|through|off|across|against|within|on|in)\s)"
)
_PARTICIPLE = re.compile(
    r"^(?P<what>(?:[^\s,;:]+\s){1,8}?)(?P<done>\w+ed|cut|built|run|sold|kept)\s(?=(?:from|to|by|in|with|within|on|into|after|at)\s)"
)
_SUBJECT = 9
"""Words within which a clause has its verb, if it is one."""
_LABEL = 3
"""Words of a line's first part that only place it: `Team of six; ...`."""
_CUTS = 3
"""Places at which a deed is opened."""
_SIMPLE = 10
"""Words of what is left on either side where a clause is opened in its middle."""


class Shape(StrEnum):
    """How a line tells: an act past or present, what moved, a thing that stands for itself, a part that was played."""

    ACT = "act"
    NOW = "now"
    OUTCOME = "outcome"
    THING = "thing"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Deed:
    """A line in parts, "" where it has none; each part stands inside a sentence, without a stop.

    `told` is the whole of it: after "I" (acts), after "served as" (roles), by itself (outcomes), or as a noun (things).
    `doing` is an act as a gerund; `bare` the act without `when`; `core` and `rest` the act in two. An outcome
    that went from somewhere to somewhere has a `subject`, a `verb` and a `span` ("from 9 to 5 days").
    """

    shape: Shape
    told: str
    doing: str = ""
    when: str = ""
    bare: str = ""
    core: str = ""
    rest: str = ""
    result: str = ""
    subject: str = ""
    verb: str = ""
    span: str = ""

    @property
    def object(self) -> str:
        """What the act was done to, where it is known well enough to be taken up by a pronoun: "46 services"."""
        words = self.core.split()[1:]
        known = words and (words[0] == "the" or words[0].endswith(("’s", "'s")))
        return " ".join(words) if known and len(words) < 7 and self.shape in (Shape.ACT, Shape.NOW) else ""

    @property
    def by(self) -> str:
        """The rest of an act, where it only tells how: "with a Go service"."""
        return self.rest if _MANNER.match(self.rest) else ""

    @property
    def result_parts(self) -> tuple[str, str]:
        """What moved in the result, and how it moved: "monthly downtime", "fell from 5 h to 11 min"; ("", "") if unknown."""
        found = _SPAN.match(self.result)
        return (found["what"], f"{found['verb']} {found['span']}") if found else ("", "")

    @property
    def moved(self) -> bool:
        """Whether an outcome lies in the past, so that it can be placed "in my time"."""
        words = set(self.told.split())
        return bool(words & (verbs()["moved"] | {"was", "were"})) and not words & {
            "now",
            "used",
            "still",
            "today",
            "tenure",
        }

    @property
    def since(self) -> str:
        """The result, where it is something that moved after the act: not one that tells of now and then at once."""
        words = set(self.result.split())
        return (
            self.result if words & verbs()["moved"] and not words & {"now", "used", "still", "today"} else ""
        )


def deed(line: str, *, current: bool, context: str = "") -> Deed:
    """A line's parts. `current`: of a post still held; `context`: text in which names show their capital."""
    text = trimmed(line)
    led_in = _circumstance(text)
    if led_in:
        rest = deed(text[len(led_in) :].lstrip(" ,"), current=current, context=context)
        if rest.shape is Shape.ACT:
            return replace(rest, when=inner(led_in), bare=rest.told)
    head, mark, tail = _halves(text)
    done = act(head, current)
    if done is None:
        return _undone(text, context)
    result = outcome(tail, context) if mark else ""
    whole = act(text, current) if mark and not result else done
    clause = (whole or done).clause
    shape = Shape.ACT if done.past else Shape.NOW
    return _timed(Deed(shape, clause, doing=_doing(clause), result=result))


def deeds_of(line: str, *, current: bool, context: str = "") -> tuple[Deed, ...]:
    """The line without what stands in brackets, then shorter: without hanging clauses, without circumstances."""
    bare = _BRACKETS.sub("", trimmed(line))
    short = _ended(_ended(bare, _HANGING), _CIRCUMSTANCE)
    texts = dict.fromkeys((bare, _ended(bare, _HANGING), short))
    found = (cut for text in texts for cut in _cut(deed(text, current=current, context=context)))
    return tuple(dict.fromkeys(way for told in found for way in (told, _backwards(told))))


def _backwards(told: Deed) -> Deed:
    """The same with its change told from the end: "to 11 minutes from 5 hours"."""
    if told.shape is Shape.OUTCOME:
        return replace(told, told=_turned(told.told), span=_turned(told.span))
    return replace(told, result=_turned(told.result))


def _turned(text: str) -> str:
    return _FROM_TO.sub(lambda change: f"to {change['new']} from {change['old']}{change['tail'] or ''}", text)


def _ended(text: str, where: re.Pattern[str]) -> str:
    """The text with each of its halves ended before what only adds to it, where enough is left."""
    head, mark, tail = _halves(text)
    ended = (where.split(part, maxsplit=1)[0] for part in (head, tail))
    kept = [
        part if len(part.split()) > _LABEL else whole for part, whole in zip(ended, (head, tail), strict=True)
    ]
    return mark.join(kept) if mark else kept[0]


def _circumstance(text: str) -> str:
    """`During the floods of May` of "During the floods of May coordinated the transfer"; "" where no act follows."""
    if not _LED_IN.match(text):
        return ""
    comma = text.find(", ")
    for found in _VERB_NEXT.finditer(text, max(comma, 0)):
        led_in = text[: found.start()]
        if is_past(found["verb"]) and led_in.split()[-1] not in ("was", "were", "been", "is", "are"):
            return led_in
    return ""


def _halves(text: str) -> tuple[str, str, str]:
    """The text at its first break whose second half is told by itself; else at its first break."""
    breaks = list(_BREAK.finditer(text))
    for found in breaks:
        if outcome(text[found.end() :]):
            return text[: found.start()], found[0], text[found.end() :]
    if not breaks:
        return text, "", ""
    return text[: breaks[0].start()], breaks[0][0], text[breaks[0].end() :]


def outcome(text: str, context: str = "") -> str:
    """The text as clauses with their own subject and verb (`X from 9 to 5` -> "X went from 9 to 5"); "" where there is none."""
    parts = _SEMI.split(text)
    first = _moved(parts[0], context)
    if not first and len(parts) > 1 and len(parts[0].split()) <= _LABEL:
        return _moved(parts[1], context)
    more = (_moved(part, context) or (inner(part) if _told_after(part) else "") for part in parts[1:2])
    return "; ".join([first, *(part for part in more if part)]) if first else ""


def _told_after(part: str) -> bool:
    """`before, the customer waited six days`: a clause that answers the one before it."""
    return bool(re.match(r"(?:before|until then|previously|formerly|it|they)\b", part))


def _moved(text: str, context: str) -> str:
    words = [word.casefold() for word in _WORD.findall(text)]
    if not words or (
        text.casefold().startswith(words[0]) and words[0] in verbs()["moves"] | verbs()["leaning"]
    ):
        return ""
    at = next((i for i, word in enumerate(words[1:_SUBJECT], 1) if word in verbs()["moves"]), 0)
    if (
        at
        and {"which", "that", "who", "where"}.isdisjoint(words[:at])
        and not re.search("[:,]", _before(text, words[at]))
    ):
        return inner(text, context)
    done = _PARTICIPLE.match(text)
    if done and not is_past(words[0]) and done["done"] not in verbs()["not_acts"]:
        if text[0].isdigit():
            return text
        be = "were" if is_plural(_head(done["what"])) else "was"
        return inner(f"{done['what']}{be} {text[done.start('done') :]}", context)
    found = list(_CHANGE.finditer(text))
    if (
        not found
        or is_past(words[0])
        or not verbs()["moves"].isdisjoint(words)
        or ":" in text[: found[0].start()]
    ):
        return ""
    return inner(f"{text[: found[0].start()]} went {text[found[0].end() :]}", context)


def _before(text: str, word: str) -> str:
    """The text before a word of it, in small letters."""
    return re.split(rf"\b{re.escape(word)}\b", text.casefold(), maxsplit=1)[0]


def _head(phrase: str) -> str:
    """The noun that a phrase is about: the last word before its first preposition."""
    first = re.split(r"\s(?:of|for|in|on|with|under|from|at|by|to)\s", phrase.strip(), maxsplit=1)[0]
    return first.split()[-1].casefold()


def _undone(text: str, context: str) -> Deed:
    """A line that opens with no act."""
    words = [word.casefold() for word in _WORD.findall(text)]
    if _ROLE.match(text) and not verbs()["roles"].isdisjoint(words[:4]):
        return Deed(Shape.ROLE, inner(text, context))
    label, colon, rest = text.partition(": ")
    moved = outcome(text, context) or (_labelled(label, outcome(rest, context)) if colon else "")
    return (
        _spanned(Deed(Shape.OUTCOME, moved))
        if moved
        else Deed(Shape.THING, inner(text, context).replace(": ", " – "))
    )


def _spanned(whole: Deed) -> Deed:
    """The outcome with its subject, verb and span, where it is so simple."""
    found = _SPAN.match(whole.told)
    if found is None or not verbs()["moved"].isdisjoint(found["what"].split()):
        return whole
    return replace(whole, subject=found["what"], verb=found["verb"], span=found["span"])


def _labelled(label: str, moved: str) -> str:
    """`Emergency department: waiting went from 9 to 5 h` with its label in the clause."""
    if not moved or len(label.split()) > _LABEL or label[0].isdigit():
        return ""
    return f"for the {inner(label)}, {moved}"


def _doing(clause: str) -> str:
    """The act as a gerund; "" where a second verb would have to become one too."""
    verb = _WORD.match(clause)
    if (
        verb is None
        or verb[0] in ("am", "was")
        or any(is_past(word.casefold()) or word in verbs()["present"] for word in _AND.findall(clause))
    ):
        return ""
    made = gerund(verb[0])
    return f"{made}{clause[verb.end() :]}" if made else ""


def _timed(whole: Deed) -> Deed:
    """The act with its closing circumstance set apart: "in nine months"."""
    when = _WHEN.search(whole.told)
    if when and " and " not in whole.told[: when.start()]:
        return replace(whole, when=when["when"], bare=whole.told[: when.start()])
    return whole


def _cut(whole: Deed) -> list[Deed]:
    """The act as it is, and in two at every place where its post may be named."""
    if whole.shape not in (Shape.ACT, Shape.NOW):
        return [whole]
    cuts = ((whole.told[: cut.start()], whole.told[cut.end() :]) for cut in _PREPOSITION.finditer(whole.told))
    opened = [(core, rest) for core, rest in cuts if _opens(core) and _follows(core, rest)]
    return [replace(whole, core=core, rest=rest) for core, rest in opened[:_CUTS]] or [whole]


def _follows(core: str, rest: str) -> bool:
    """Whether the rest is enough to be a part, and not the other end of a change."""
    return len(rest.split()) >= 2 and not (" from " in core and rest.startswith("to "))


def _opens(core: str) -> bool:
    """Whether a circumstance may stand behind these words: a verb with its object, and nothing that asks for more."""
    words = core.split()
    last = words[-1].casefold().strip(",")
    whole = (
        len(words) > 1
        and core.count("(") == core.count(")")
        and ";" not in core
        and words[0] not in ("am", "was")
    )
    return (
        whole
        and len(words) <= _SIMPLE
        and last not in verbs()["leaning"]
        and " and " not in core
        and not is_past(last)
    )


def longest_part(told: Deed) -> int:
    """Words of the longest part that every telling keeps together."""
    parts = (told.core, told.rest) if told.core else (told.subject, told.span) if told.span else (told.told,)
    return max(len(part.split()) for part in (*parts, told.result))
