"""How a letter opens: the need of the posting that is nearest to the person, and where the person stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bonafide.language import sentences
from bonafide.model.draft import Line
from bonafide.model.fact import Fact
from bonafide.model.match import Verdict
from bonafide.model.style import Length
from bonafide.tailoring.achievements import Achievement
from bonafide.tailoring.career import Post, cited_of, printed
from bonafide.tailoring.introductions import introduced
from bonafide.tailoring.pair import Pair, first
from bonafide.tailoring.passages import Said, covers, speaks_of, tells
from bonafide.tailoring.phrases import LONGEST_FIXED_RUN, filled
from bonafide.tailoring.reasons import Reason
from bonafide.tailoring.tongues.employers import at
from bonafide.tailoring.voices import behind_post

LONGEST_VOICE = 26
"""Words of a sentence of the summary that a letter takes over."""
LONGEST_OPENING = LONGEST_FIXED_RUN - 1
"""Words of the sentence that opens a German or French letter, where it can: behind it stands one of few words ("Seit", "Als"),
which two to one employer may share too."""
LONGEST_PRESENT = 22
"""Words of a deed that the sentence on the present post can carry."""


def opening(
    pair: Pair, deeds: Sequence[Achievement], said: Said, avoid: frozenset[str], *, voices: int = 1
) -> tuple[list[Line], list[Achievement]]:
    """The person's own reason where they gave one, else the nearest need; then who they are, and a sentence of theirs, or two.

    Gives the deeds that are left to tell too, first those that answer the need just named.
    """
    language = pair.choice.language
    now = [deed for deed in deeds if not deed.post.age]
    why = [Line(sentence.text, ("/you/why",)) for sentence in sentences.split(pair.answer("why"))]
    reason, lines = (None, why) if why else _need(pair, now, said, avoid)
    foreign = language != "en"
    at_home = (
        reason is not None and bool(lines) and not why and _answered(reason, now, language, named=foreign)
    )
    known = reason is not None and any(covers(deed.telling, reason.need, language) for deed in now)
    duty = at_home and foreign and known and reason is not None and reason.mission
    person, told = _person(pair, at_home, avoid, duty=reason if duty else None)
    said.last = _newest(pair) if person else None
    left = [deed for deed in deeds if deed.fact != told]
    if reason:
        left.sort(key=lambda deed: (not meets(deed, reason, language), not _tells(deed, reason, language)))
    own = (
        [line for line in voice(pair) if line.text not in avoid][:voices]
        if pair.length is Length.STANDARD
        else []
    )
    return [*lines, *person, *own], left


def _need(
    pair: Pair, deeds: Sequence[Achievement], said: Said, avoid: frozenset[str]
) -> tuple[Reason | None, list[Line]]:
    """The need to open with, and how: one that a deed of the present post answers, else a duty, else a point."""
    for reason, longest in _reasons(pair, deeds):
        lines = first(pair.said(f"letter.reason_{reason.kind}", reason.need.clause, longest), avoid)
        if lines and (reason.mission or reason.open):
            said.needs.add(reason.need.text)
            return reason, lines
    plain = first(pair.said("letter.reason_plain", ""), avoid)
    return None, plain or first(pair.said("letter.reason_bare", ""), avoid)


def _reasons(pair: Pair, deeds: Sequence[Achievement]) -> Iterator[tuple[Reason, int]]:
    """The needs to open with, best first, and the words that each sentence may have."""
    # A German or French posting's requirements give names of tools, its duties more to open with.
    language = pair.choice.language
    duties = language != "en"
    answered = {reason: _answered(reason, deeds, language, named=duties) for reason in pair.reasons}
    order = sorted(pair.reasons, key=lambda r: (duties and not r.mission, not answered[r], not r.mission))
    if not duties:
        yield from ((reason, LONGEST_FIXED_RUN) for reason in order)
        return
    for _, group in groupby(order, key=lambda r: (r.mission, answered[r])):
        alike = tuple(group)
        yield from ((reason, longest) for longest in (LONGEST_OPENING, LONGEST_FIXED_RUN) for reason in alike)


def _answered(reason: Reason, deeds: Sequence[Achievement], language: str, *, named: bool = False) -> bool:
    """Whether a deed meets the need; `named`: or tells of the very thing, though no requirement was judged by it."""
    return any(meets(deed, reason, language) or (named and _tells(deed, reason, language)) for deed in deeds)


def _tells(deed: Achievement, reason: Reason, language: str) -> bool:
    """Whether a deed tells of the very duty that is named."""
    return reason.mission and tells(deed.telling, reason.need, language)


def meets(deed: Achievement, reason: Reason, language: str) -> bool:
    """Whether a deed answers a need in full, and in words that it shares."""
    met = (judged.requirement.text for judged in deed.answers if judged.verdict is Verdict.MET)
    return reason.need.text in met and speaks_of(deed.telling, reason.need.clause, language)


def _person(
    pair: Pair, at_home: bool, avoid: frozenset[str], *, duty: Reason | None
) -> tuple[list[Line], Fact | None]:
    """Who the person is, with how large the post is or what they do in it where the CV says so.

    `at_home`: a deed of the post answers the need just named; `duty`: that need, where it is one that somebody knows.
    """
    post = _newest(pair)
    if post is None:
        return [], None
    for deed in _answering(pair, duty) if duty else _sizes(pair):
        lines = first(_linked(pair, _present(pair, post, deed, duty=duty is not None), at_home), avoid)
        if lines:
            return lines, deed.fact
    return first(_linked(pair, _present(pair, post, None, duty=duty is not None), at_home), avoid), None


def _newest(pair: Pair) -> Post | None:
    """The post listed first, where it is with an employer that can be named."""
    return next((post for post in pair.posts if not post.age), None)


def _present(pair: Pair, post: Post, deed: Achievement | None, *, duty: bool) -> Iterator[Line]:
    """Who the person is, joined to a deed where one is given; best wording first."""
    joined = "" if deed is None else "_with" if deed.scope else "_doing"
    form = f"{'was' if post.ended else 'is'}{joined}{'' if post.called else '_unnamed'}"
    home = [f"home{joined}"] if duty and post.called and not post.ended and joined != "_with" else []
    about = f" ({post.about})" if post.about and "(" not in post.employer else ""
    values = {
        "employer": f"{post.employer}{about}",
        "at": f"{at(post.employer, pair.choice.language)}{about}",
        "called": post.called,
        "since": printed(post.start, pair.choice) if post.start else "",
        "until": printed(post.end, pair.choice) if post.end else "",
        "deed": behind_post(deed.telling, pair.choice.language) if deed else "",
    }
    for text in (text for name in (*home, form) for text in pair.choice.texts(f"letter.{name}", values)):
        yield Line(text, (*cited_of(post, text), *((deed.fact.pointer,) if deed else ())))


def _sizes(pair: Pair) -> list[Achievement]:
    """What the present post holds, best told first: its size, else what the person does there today."""
    fit = [deed for deed in pair.deeds if not deed.post.age and deed.telling.words <= LONGEST_PRESENT]
    held = [deed for deed in fit if deed.scope or (deed.telling.now and deed.telling.figure)]
    return sorted(held, key=lambda deed: (not deed.scope, not deed.telling.sized, -deed.value))


def _answering(pair: Pair, duty: Reason) -> list[Achievement]:
    """What the person does today that answers a duty whole."""
    language = pair.choice.language
    today = [deed for deed in pair.deeds if not deed.post.age and deed.telling.words <= LONGEST_PRESENT]
    return [deed for deed in today if deed.telling.now and covers(deed.telling, duty.need, language)]


def _linked(pair: Pair, lines: Iterator[Line], at_home: bool) -> Iterator[Line]:
    """Who the person is, led in by how near the need is to what they do, where a deed of the post answers it."""
    for line in lines:
        if at_home:
            opens = line.text.startswith("I ")
            text = line.text if opens else line.text[0].lower() + line.text[1:]
            for pattern in pair.choice.order("letter.at_home"):
                yield Line(filled(pattern, {"person": text}), line.facts)
        yield line


def voice(pair: Pair) -> Iterator[Line]:
    """A sentence of the person's own summary, where they speak: nearest to the posting first."""
    own = None if pair.foreign else pair.facts.at("/basics/summary")
    said = [sentence.text for sentence in sentences.split(own.text)] if own else []
    wanted = {sentences.stem(word) for word in sentences.words(pair.posting.description)}
    spoken = [text for one in said if (text := _spoken(one, pair)) and len(text.split()) <= LONGEST_VOICE]
    near = {text: sum(sentences.stem(word) in wanted for word in sentences.words(text)) for text in spoken}
    for text in sorted(spoken, key=lambda text: (-near[text], pair.choice.rank(text))):
        yield Line(text, ("/basics/summary",))


def _spoken(text: str, pair: Pair) -> str:
    """A sentence in the first person: as it stands, or of German and French where it names who somebody is."""
    if text.startswith(tuple(pair.choice.order("words.own_voice"))):
        return text
    return introduced(text, pair.choice.language) if pair.choice.language != "en" else ""
