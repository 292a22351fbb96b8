"""Sentences into claims, each checked against the facts: supported, unsupported, or nothing to check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bonafide.grounding.figures import check_figure
from bonafide.grounding.focus import Focus, focus_of
from bonafide.grounding.index import Entry, Index, index_of
from bonafide.grounding.lexicon import concepts
from bonafide.grounding.names import check_name, find_names
from bonafide.grounding.reach import check_authorship, check_cause, check_effect, check_scope
from bonafide.grounding.speech import Mood, Part, of_reader, parts_of, without_quotes
from bonafide.grounding.statements import check_credentials, check_statement
from bonafide.grounding.times import check_duration, check_period, is_duration
from bonafide.grounding.titles import check_title, find_titles, is_heading
from bonafide.language.periods import find_periods
from bonafide.language.quantities import Quantity, find
from bonafide.model.claim import Check, CheckedSentence, Claim, ClaimKind, Support
from bonafide.model.fact import Facts
from bonafide.model.posting import Posting


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence is checked with: the facts, the posting's words in lower case, and what came before it."""

    index: Index
    posting: str
    before: str = ""
    named: tuple[Entry, ...] = ()


def check(sentences: Sequence[str], facts: Facts, posting: Posting | None, today: date) -> Check:
    """Each sentence judged by itself, in order; only `there` or `that` looks back to the one before it."""
    setting = setting_of(facts, posting, today)
    checked = []
    for sentence in sentences:
        checked.append(check_sentence(sentence, setting))
        named = focus_of(sentence, (), setting.index, setting.named).named
        setting = Setting(setting.index, setting.posting, sentence, named)
    return Check(tuple(checked))


def setting_of(facts: Facts, posting: Posting | None, today: date) -> Setting:
    """The setting of a document's first sentence."""
    words = " ".join((posting.title or "", posting.company or "", posting.description)) if posting else ""
    return Setting(index_of(facts, today), words.casefold())


def check_sentence(sentence: str, setting: Setting) -> CheckedSentence:
    """One sentence with its claims; one refused claim refuses it."""
    plain = without_quotes(sentence)
    focus = focus_of(plain, concepts(plain), setting.index, setting.named)
    claims: list[Claim] = []
    parts = parts_of(plain)
    for part in parts:
        claims.extend(_claims(part, plain, focus, setting))
    voiced, named = any(part.voiced for part in parts), any(claim.kind in _NAMING for claim in claims)
    if not any(claim.kind in _TELLING for claim in claims) and not (voiced and named):
        statement = check_statement(_told(parts, voiced), voiced or named, focus, setting.index)
        claims.extend([statement] if statement else [])
    if any(part.mood is Mood.SAID for part in parts):
        claims.extend(check_cause(plain, setting.before, focus, setting.index))
        claims.extend(check_effect(plain, focus, setting.index))
    return CheckedSentence(sentence, _verdict(claims), tuple(claims))


def _verdict(claims: Sequence[Claim]) -> Support:
    if any(claim.verdict is Support.UNSUPPORTED for claim in claims):
        return Support.UNSUPPORTED
    return Support.SUPPORTED if claims else Support.NO_CLAIM


def _claims(part: Part, sentence: str, focus: Focus, setting: Setting) -> Iterator[Claim]:
    if part.mood is not Mood.SAID:
        return
    index = setting.index
    found = [*_named(part, sentence, focus, setting), *_counted(part, sentence, focus, index)]
    found.extend(check_scope(part.text, focus, index))
    found.extend(check_authorship(part.text, focus, index))
    found.extend(check_credentials(part.text, index))
    yield from found


# With a backed claim of these kinds a sentence has its subject; a name alone is enough only in a letter.
_TELLING = (ClaimKind.FIGURE, ClaimKind.TITLE, ClaimKind.DATE, ClaimKind.DURATION)
_NAMING = (ClaimKind.TOOL, ClaimKind.CREDENTIAL, ClaimKind.EMPLOYER)


def _told(parts: tuple[Part, ...], voiced: bool) -> str:
    """What a sentence tells of the person: its parts with `I`; of a CV's line the whole."""
    if voiced or not any(part.of_self for part in parts):
        return " ".join(part.text for part in parts if part.of_self)
    return " ".join(part.text for part in parts if part.mood is Mood.SAID)


def _named(part: Part, sentence: str, focus: Focus, setting: Setting) -> Iterator[Claim]:
    titles = find_titles(part.text, is_heading(sentence, setting.index))
    for title in titles:
        claim = check_title(title, focus, setting.index)
        if claim:
            yield claim
    counted = [(q.start, q.end) for q in find(sentence)] + [(p.start, p.end) for p in find_periods(sentence)]
    for name in find_names(sentence):
        if any(start < name.end and name.start < end for start, end in counted):
            continue
        titled = any(t.start <= name.start - part.start < t.end for t in titles)
        if titled or not part.covers(name.start) or of_reader(sentence, name.start, name.end):
            continue
        claim = check_name(name, sentence, focus, setting.index, setting.posting)
        if claim:
            yield claim


def _with_unit(quantity: Quantity, others: tuple[Quantity, ...], sentence: str) -> Quantity:
    """`five years at the bank and six in the ministry`: the second figure is of years too."""
    earlier = [other for other in others if other.end <= quantity.start and is_duration(other)]
    bare = quantity.unit is None and sentence[quantity.end : quantity.end + 4].strip() in (
        "in",
        "at",
        "as",
        "for",
        "with",
    )
    return replace(quantity, unit=earlier[-1].unit) if earlier and bare else quantity


def _counted(part: Part, sentence: str, focus: Focus, index: Index) -> Iterator[Claim]:
    for period in find_periods(sentence):
        if part.covers(period.start):
            yield check_period(period, sentence, focus, index)
    quantities = find(sentence)
    for quantity in quantities:
        if not part.covers(quantity.start) or of_reader(sentence, quantity.start, quantity.end):
            continue
        others = tuple(other for other in quantities if other is not quantity)
        quantity = _with_unit(quantity, others, sentence)
        long = is_duration(quantity)
        claim = check_figure(quantity, sentence, others, focus.bound_only() if long else focus, index)
        if long and (claim is None or claim.verdict is Support.UNSUPPORTED):
            claim = check_duration(quantity, sentence, focus, index)
        if claim:
            yield claim
