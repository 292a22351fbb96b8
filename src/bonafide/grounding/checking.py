"""Sentences into claims, each checked against the facts: supported, unsupported, or nothing to check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from bonafide.grounding.addressed import address_of
from bonafide.grounding.authorship import check_authorship, check_founding
from bonafide.grounding.causes import check_cause, check_effect
from bonafide.grounding.comparing import ends
from bonafide.grounding.dates import check_period
from bonafide.grounding.durations import check_duration, is_duration, of_other_than_leading
from bonafide.grounding.education import check_education
from bonafide.grounding.employers import check_employer
from bonafide.grounding.figures import NO_FIGURES, Figures, check_figure, figures_in
from bonafide.grounding.focus import Focus, focus_of, named_in
from bonafide.grounding.furniture import dated, is_furniture, printed
from bonafide.grounding.index import Entry, Index, aliases, index_of
from bonafide.grounding.levels import check_levels, check_spoken
from bonafide.grounding.lexicon import concepts, cues, keys_of, phrase_pattern
from bonafide.grounding.limits import check_flawless, check_limits
from bonafide.grounding.names import check_name
from bonafide.grounding.naming import Name, find_names
from bonafide.grounding.objects import check_object
from bonafide.grounding.retold import check_retold
from bonafide.grounding.scope import check_scope
from bonafide.grounding.speech import (
    Mood,
    Part,
    of_reader,
    parts_of,
    speaks_of_self,
    speaks_to_reader,
    without_posting,
)
from bonafide.grounding.statements import check_credentials, check_elsewhere, check_statement
from bonafide.grounding.subjects import check_subject
from bonafide.grounding.swapped import check_swapped
from bonafide.grounding.titles import check_title
from bonafide.grounding.titling import find_titles, is_heading
from bonafide.grounding.verdicts import refused, with_what_was_not_done
from bonafide.language.doing import Doing, kinds
from bonafide.language.periods import Period, find_periods
from bonafide.language.quantities import Quantity, find
from bonafide.language.tongue import tongue_of
from bonafide.model.claim import Check, CheckedSentence, Claim, ClaimKind, Support
from bonafide.model.fact import Facts
from bonafide.model.posting import Posting

_ATTEMPT = phrase_pattern(cues("speech")["attempts"])


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence is checked with: the facts, the posting's words in lower case, and what came before it.

    `offered` are the posting's title and company, which a letter names without claiming them; of a `foreign` document,
    in another language than the facts, the words cannot be compared. `written` is the document's language.
    """

    index: Index
    posting: str
    offered: tuple[str, ...] = ()
    before: str = ""
    named: tuple[Entry, ...] = ()
    foreign: bool = False
    written: str | None = None

    @property
    def posted(self) -> frozenset[str]:
        """The keys of the posting's words."""
        return _posted(self.posting)


@lru_cache(maxsize=16)
def _posted(posting: str) -> frozenset[str]:
    return keys_of(posting)


def check(sentences: Sequence[str], facts: Facts, posting: Posting | None, today: date) -> Check:
    """Each sentence judged by itself, in order; only `there` or `that` looks back to the one before it."""
    address = address_of(sentences, facts)
    setting = _naming(setting_of(facts, posting, today), address.names)
    written = tongue_of(" ".join(sentences))
    setting = replace(setting, written=written, foreign=_is_foreign(written, facts))
    checked = []
    for place, sentence in enumerate(sentences):
        if place in address.lines:
            checked.append(CheckedSentence(sentence, Support.NO_CLAIM))
            continue
        checked.append(check_sentence(sentence, setting))
        named = named_in(sentence, setting.index, setting.named)
        setting = replace(setting, before=sentence, named=named)
    return Check(tuple(checked))


def _is_foreign(written: str | None, facts: Facts) -> bool:
    """Whether a document is in another language than what the facts tell, as far as both can be told."""
    told = (fact.text for fact in facts if fact.name in ("highlights", "summary"))
    spoken = {written, tongue_of(" ".join(told))}
    return None not in spoken and len(spoken) > 1


def setting_of(facts: Facts, posting: Posting | None, today: date) -> Setting:
    """The setting of a document's first sentence."""
    index = index_of(facts, today)
    offered = tuple(name for name in (posting.title, posting.company) if name) if posting else ()
    words = " ".join((*offered, posting.description if posting else ""))
    setting = Setting(index, " ".join(words.casefold().split()), offered)
    return _naming(setting, (posting.company,)) if posting and posting.company else setting


def _naming(setting: Setting, names: Sequence[str]) -> Setting:
    """The setting with names that are the reader's, and what they are called for short, but for the person's own."""
    own = {name for entry in setting.index.entries for name in entry.names}
    short = (alias for name in names for alias in aliases(name) if alias not in own)
    cased = (
        name[at : at + len(alias)]
        for alias in short
        for name in names
        if (at := name.casefold().find(alias)) >= 0
    )
    return replace(setting, offered=tuple(dict.fromkeys((*setting.offered, *names, *cased))))


def check_sentence(sentence: str, setting: Setting) -> CheckedSentence:
    """One sentence with its claims; one refused claim refuses it."""
    if is_furniture(sentence, setting.offered):
        return CheckedSentence(sentence, Support.NO_CLAIM)
    if not sentence.rstrip().endswith((".", "!", "?")):
        line = printed(sentence, setting.index.facts) or dated(sentence, setting.index.facts)
        if line is not None:
            return CheckedSentence(sentence, Support.SUPPORTED, (line,))
    setting = _for_what_is_told(sentence, setting)
    heard = _heard(sentence, setting)
    if heard is None:
        return CheckedSentence(
            sentence, Support.UNSUPPORTED, (refused(sentence[:80], ClaimKind.STATEMENT, None, _LONG),)
        )
    claims = [
        claim for part in heard.parts if part.mood is Mood.SAID for claim in _claims(part, heard, setting)
    ]
    said = " ".join(part.text for part in heard.parts if part.mood is Mood.SAID)
    spoken = tuple(check_spoken(said, setting.index))
    claims.extend(spoken or _subject(heard, claims, setting))
    moved = check_elsewhere(said, heard.focus, setting.index)
    claims.extend((moved,) if moved and _verdict(claims) is not Support.UNSUPPORTED else ())
    if any(part.mood in (Mood.SAID, Mood.OPINION) for part in heard.parts):
        claims.extend(_across_parts(heard, setting))
    told = tuple(with_what_was_not_done(claim, setting.index.facts) for claim in claims)
    return CheckedSentence(sentence, _verdict(told), told)


def _for_what_is_told(sentence: str, setting: Setting) -> Setting:
    """A sentence that itself says what was not done may rest on what the facts say was not done in that way."""
    told = kinds(sentence) | ({Doing.UNDONE, Doing.TRIED} if _ATTEMPT.search(sentence) else set())
    if not told:
        return setting
    index = index_of(setting.index.facts, setting.index.today, told)
    before = {entry.pointer for entry in setting.named}
    named = tuple(entry for entry in index.entries if entry.pointer in before)
    return replace(setting, index=index, named=named)


@dataclass(frozen=True, slots=True)
class _Heard:
    """A sentence taken apart once for all the checks."""

    text: str
    parts: tuple[Part, ...]
    focus: Focus
    periods: tuple[Period, ...]
    figures: Figures


def _names_it(text: str, quantity: Quantity) -> bool:
    """`Six Sigma`: a number that is the first word of a name."""
    capital = quantity.text[0].isupper() and quantity.text.isalpha()
    return capital and text[quantity.end : quantity.end + 2].strip().isupper() and quantity.unit is None


# No one says so much in one sentence; checking it would take time without bound.
_LONGEST, _MOST_FIGURES = 3000, 40
_LONG = "a sentence this long cannot be checked; cut it into shorter ones"


def _heard(sentence: str, setting: Setting) -> _Heard | None:
    """The sentence taken apart, without what it takes from the posting; None where it is too long."""
    if len(sentence) > _LONGEST:
        return None
    plain = without_posting(sentence, setting.posting, setting.offered)
    found = (quantity for quantity in find(plain) if not _names_it(plain, quantity))
    quantities = tuple(end for quantity in found for end in ends(quantity))
    if len(quantities) > _MOST_FIGURES:
        return None
    return _Heard(
        text=plain,
        parts=parts_of(plain, sentence, setting.offered),
        focus=focus_of(plain, concepts(plain), setting.index, setting.named),
        periods=find_periods(plain),
        figures=figures_in(plain, quantities, setting.index, setting.foreign) if quantities else NO_FIGURES,
    )


def _across_parts(heard: _Heard, setting: Setting) -> Iterator[Claim]:
    """What is claimed by the sentence as a whole: causes, a line with another figure, languages."""
    yield from check_cause(heard.text, setting.before, heard.figures, heard.focus, setting.index)
    yield from check_retold(heard.text, heard.figures.quantities, heard.focus, setting.index)
    yield from check_effect(heard.text, heard.focus, setting.index)
    yield from check_education(heard.text, heard.focus, setting.index)
    yield from check_swapped(heard.text, heard.focus)
    if not setting.foreign:
        yield from check_subject(heard.text, heard.focus, setting.index)
    yield from check_employer(heard.text, setting.index)
    yield from check_levels(heard.text, setting.index)


def _verdict(claims: Sequence[Claim]) -> Support:
    if any(claim.verdict is Support.UNSUPPORTED for claim in claims):
        return Support.UNSUPPORTED
    return Support.SUPPORTED if claims else Support.NO_CLAIM


def _claims(part: Part, heard: _Heard, setting: Setting) -> Iterator[Claim]:
    yield from _named(part, heard, setting)
    yield from _counted(part, heard, setting.posting, setting.index)
    yield from check_scope(part.text, heard.focus, setting.index)
    yield from check_limits(part.text, heard.focus)
    yield from check_flawless(part.text, heard.focus, setting.index)
    yield from check_authorship(part.text, heard.focus)
    yield from check_founding(part.text, setting.index)
    if part.of_self:
        yield from check_object(part.text, heard.focus, setting.index)
    yield from check_credentials(part.text, setting.index)


# With a claim of these kinds a sentence has its subject; a name or a date alone is enough only where no job is named.
_FEW = 10
_TELLING = (ClaimKind.FIGURE, ClaimKind.TITLE, ClaimKind.DURATION)
_NAMING = (ClaimKind.FIGURE, ClaimKind.DATE, ClaimKind.TOOL, ClaimKind.CREDENTIAL, ClaimKind.EMPLOYER)


def _subject(heard: _Heard, claims: Sequence[Claim], setting: Setting) -> Iterator[Claim]:
    """The claim of what the sentence says beside its figures and names, where they do not tell enough."""
    voiced, named = any(part.voiced for part in heard.parts), any(claim.kind in _NAMING for claim in claims)
    freely = voiced and named and not heard.focus.bound
    if any(_telling(claim) for claim in claims) or freely:
        return
    cited = frozenset(claim.fact.pointer for claim in claims if claim.fact)
    statement = check_statement(
        _told(heard.parts, voiced), voiced or named, cited, setting.posted, heard.focus, setting.index
    )
    if statement and not (setting.foreign and statement.verdict is Support.UNSUPPORTED):
        yield statement


def _telling(claim: Claim) -> bool:
    """Whether a claim says what a sentence is about; a small number in words does not."""
    small = claim.kind is ClaimKind.FIGURE and all(quantity.value <= _FEW for quantity in find(claim.text))
    return claim.kind in _TELLING and not small


def _told(parts: tuple[Part, ...], voiced: bool) -> str:
    """What a sentence tells of the person: its parts with `I`; of a CV's line the whole."""
    if voiced or not any(part.of_self for part in parts):
        return " ".join(part.text for part in parts if part.of_self)
    return " ".join(part.text for part in parts if part.mood is Mood.SAID)


def _named(part: Part, heard: _Heard, setting: Setting) -> Iterator[Claim]:
    index, sentence = setting.index, heard.text
    titles = find_titles(part.text, is_heading(sentence, index))
    for title in titles:
        if of_reader(sentence, part.start + title.start, part.start + title.end):
            continue
        claim = check_title(title, heard.focus.at(part.start + title.start), index)
        if claim:
            yield claim
    taken = [(title.start + part.start, title.end + part.start) for title in titles]
    taken += [(item.start, item.end) for item in heard.figures.quantities]
    taken += [(item.start, item.end) for item in heard.periods]
    for whole in find_names(sentence, setting.written):
        name = _clear_of(whole, heard.figures.quantities)
        if not part.covers(name.start) or any(start < name.end and name.start < end for start, end in taken):
            continue
        if not of_reader(sentence, name.start, name.end):
            claim = check_name(name, sentence, heard.focus.at(name.start), index, setting.posting)
            if claim:
                yield claim


def _clear_of(name: Name, quantities: Sequence[Quantity]) -> Name:
    """`6 TB Oracle`: a name without the unit that stands before it."""
    for quantity in quantities:
        if quantity.start <= name.start < quantity.end < name.end:
            text = name.text[quantity.end - name.start :].lstrip()
            return Name(text, name.end - len(text), name.end, False)
    return name


def _counted(part: Part, heard: _Heard, posting: str, index: Index) -> Iterator[Claim]:
    for period in heard.periods:
        if part.covers(period.start):
            yield check_period(period, heard.text, heard.focus.at(period.start), index)
    for place, quantity in enumerate(heard.figures.quantities):
        if part.covers(quantity.start) and not (
            of_reader(heard.text, quantity.start, quantity.end)
            or _repeats(part, heard.text, quantity, posting)
        ):
            claim = _figure_or_duration(place, heard, index)
            if claim:
                yield claim


def _repeats(part: Part, text: str, quantity: Quantity, posting: str) -> bool:
    """`nine wards`, as the posting has it, in a part that does not say `I`; said to the reader, in whatever figures."""
    following = text[quantity.end :].split(maxsplit=1)[:1]
    phrase = " ".join((quantity.text, *following)).casefold().rstrip(".,;:")
    if part.voiced:
        return False
    if bool(following) and phrase in posting:
        return True
    theirs = quantity.unit is not None and speaks_to_reader(text) and not speaks_of_self(part.text)
    return theirs and (quantity.value, quantity.unit) in _counted_there(posting)


@lru_cache(maxsize=16)
def _counted_there(posting: str) -> frozenset[tuple[float, str | None]]:
    return frozenset((one.value, one.unit) for one in find(posting))


def _figure_or_duration(place: int, heard: _Heard, index: Index) -> Claim | None:
    """Months and years are first a figure of the named job's facts, then a stretch of the person's life."""
    quantity = _with_unit(place, heard)
    focus = heard.focus.at(quantity.start)
    if not is_duration(quantity):
        return check_figure(place, heard.figures, focus, index)
    claim = check_figure(place, heard.figures, focus.bound_only(), index)
    led = claim is not None and of_other_than_leading(claim, quantity, heard.text)
    if claim and claim.verdict is Support.SUPPORTED and not led:
        return claim
    return check_duration(quantity, heard.text, focus, index)


_ELIDED = frozenset(("in", "at", "as", "for", "with", "of", ""))


def _with_unit(place: int, heard: _Heard) -> Quantity:
    """`five years at the bank and six in the ministry`: the second figure is of years too."""
    quantity = heard.figures.quantities[place]
    earlier = [other for other in heard.figures.quantities[:place] if is_duration(other)]
    following = heard.text[quantity.end :].split(maxsplit=1)[:1]
    elided = quantity.unit is None and following and following[0].strip(".,;") in _ELIDED
    return replace(quantity, unit=earlier[-1].unit) if earlier and elided else quantity
