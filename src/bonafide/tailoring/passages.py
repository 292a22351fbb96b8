"""Sentences that tell deeds: by the need they answer where the match cites them for it, else by their post."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bonafide.model.draft import Line
from bonafide.model.match import Verdict
from bonafide.model.posting import Posting
from bonafide.tailoring.achievements import Achievement
from bonafide.tailoring.career import Post, fronts
from bonafide.tailoring.needs import Need, need_of
from bonafide.tailoring.phrases import Choice, filled, slots
from bonafide.tailoring.wording import is_gerund

LINKS = 4
"""Needs that a letter answers by name."""
LONGEST_TOPIC = 7
"""Words of a need that can open a sentence about something else."""


@dataclass
class Said:
    """What a letter has said so far: patterns and needs that are spent, the post its paragraph named last, and
    whether it was conceded that something is met in part."""

    patterns: set[str] = field(default_factory=set)
    needs: set[str] = field(default_factory=set)
    last: Post | None = None
    conceded: bool = False
    links: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A need that a deed answers, and how well."""

    need: Need
    verdict: Verdict

    @property
    def form(self) -> str:
        """The name of the patterns that lead from it to the deed."""
        kind = "task" if self.need.task else "who" if self.need.who else "thing"
        if kind == "thing" and is_gerund(self.need.thing.split()[0]) and self.verdict is Verdict.MET:
            kind = "doing"
        return f"{'answer' if self.verdict is Verdict.MET else 'near'}_{kind}"


@dataclass(frozen=True)
class Teller:
    """Tells deeds of one letter; it adds to `said`, and says nothing that is in `avoid`."""

    posting: Posting
    choice: Choice
    avoid: frozenset[str]
    said: Said

    def asked(self, deed: Achievement) -> Asked | None:
        """The weightiest need that the deed answers, that can be said, and that the letter has not named yet."""
        for judged in deed.answers:
            need = need_of(judged.requirement, self.posting)
            fresh = need and need.text not in self.said.needs and len(need.clause.split()) <= LONGEST_TOPIC
            if need and fresh and (judged.verdict is Verdict.MET or not self.said.conceded):
                return Asked(need, judged.verdict)
        return None

    def told(self, deeds: Sequence[Achievement]) -> Iterator[Line]:
        """The deeds of one post: each need with its deed, a deed that answers none beside another."""
        left = sorted(deeds, key=lambda deed: (deed.later, self.choice.rank(deed.fact.text)))
        while left:
            deed = left.pop(0)
            if deed.leans:
                continue
            asked = self.asked(deed) if self.said.links < LINKS else None
            plain = next((d for d in left if d.own and not d.long and not self._answers(d)), None)
            line = self._linked(deed, asked, plain) if asked else None
            if line is None:
                plain = self._beside(deed, left)
                line = self._plain(deed, plain)
            if line is None:
                continue
            if plain in left and plain is not None and plain.core.clause in line.text:
                left.remove(plain)
            self.said.last = deed.post
            yield line
            after = next((other for other in left if other.fact == deed.fact and not other.own), None)
            if after:
                left.remove(after)
                result = self._say("letter.after", (after,), {})
                yield from (result,) if result else ()

    def _answers(self, deed: Achievement) -> bool:
        return self.asked(deed) is not None

    def _beside(self, deed: Achievement, left: Sequence[Achievement]) -> Achievement | None:
        """A deed that goes into the same sentence: the next in this posting's order that answers nothing."""
        plain = [other for other in left if not self._answers(other) or self.said.links >= LINKS]
        same = [other for other in plain if other.fact == deed.fact]
        alike = [other for other in plain if other.core.shape is deed.core.shape]
        return min(
            same or alike or plain, key=lambda other: self.choice.rank(other.core.clause), default=None
        )

    def _linked(self, deed: Achievement, asked: Asked, plain: Achievement | None) -> Line | None:
        """The deed led in by the need it answers; with a deed before it where that gives one sentence more to say."""
        need = asked.need
        line = None
        for form, deeds in self._forms(deed, asked, plain):
            line = line or self._say(f"letter.{form}", deeds, {"need": need.clause})
        if line:
            self.said.needs.add(need.text)
            self.said.links += 1
            self.said.conceded = self.said.conceded or asked.verdict is not Verdict.MET
        return line

    def _forms(
        self, deed: Achievement, asked: Asked, plain: Achievement | None
    ) -> Iterator[tuple[str, tuple[Achievement, ...]]]:
        """The forms that suit need and deed, best first, each with its deeds."""
        met = asked.verdict is Verdict.MET and bool(asked.need.thing)
        together = met and plain is not None and plain.own and not plain.long and deed.own
        if together and plain and (deed.long or self.said.links % 2):
            yield "answer_second", (plain, deed)
        if deed.long and not deed.own and met:
            yield "answer_moved", (deed,)
        if met and deed.post.age and self._news(deed.post):
            yield "answer_before", (deed,)
        yield asked.form, (deed,)

    def _plain(self, deed: Achievement, beside: Achievement | None) -> Line | None:
        """Deeds that answer nothing, two in a sentence where they can be."""
        if beside is not None:
            first, second = (deed, beside) if deed.own else (beside, deed)
            alike = first.core.shape is second.core.shape and first.own
            if alike and second.core.words < first.core.words:
                first, second = second, first  # "At Larkspur, I" is long enough already
            kind = "same" if alike else "mixed" if second.own else "other"
            line = self._say(f"letter.pair_{kind}", (first, second), {})
            if line:
                return line
        return self._say("letter.single", (deed,), {})

    def _news(self, post: Post) -> bool:
        last = self.said.last
        return last is None or last.employer != post.employer

    def _say(self, form: str, deeds: Sequence[Achievement], more: Mapping[str, str]) -> Line | None:
        """The first wording that is not to be avoided, fresh patterns first."""
        if len(deeds) > 1 and self._parted(deeds):
            return None
        for pattern, text in self._texts(form, deeds, more):
            if text not in self.avoid:
                self.said.patterns.add(pattern)
                return Line(text, tuple(dict.fromkeys(itertools.chain(*(_cited(d, text) for d in deeds)))))
        return None

    def _parted(self, deeds: Sequence[Achievement]) -> bool:
        """Whether a sentence of these deeds did not pass: then they go each their own way."""
        return any(all(deed.core.clause in text for deed in deeds) for text in self.avoid)

    def _texts(
        self, form: str, deeds: Sequence[Achievement], more: Mapping[str, str]
    ) -> Iterator[tuple[str, str]]:
        first, second = deeds[0], deeds[-1]
        what, verb, span = first.core.parts
        values = {
            **more,
            "what": what,
            "verb": verb,
            "span": span,
            "employer": first.post.employer,
            "deed": first.core.said,
            "more": second.core.clause if second.own else "",
            "other": second.core.said,
            "at": f" at {first.post.employer}" if self._news(first.post) else "",
        }
        for pattern in self._fresh(self.choice.order(form)):
            opened = fronts(first.post, self.said.last, self.choice) if "{front}" in pattern else ("",)
            for front in self._fresh(list(opened)):
                given = {**values, "front": front}
                if slots(pattern) <= {slot for slot, value in given.items() if value or slot == "at"}:
                    self.said.patterns.add(front)
                    yield pattern, filled(pattern, given)

    def _fresh(self, options: list[str]) -> list[str]:
        return sorted(options, key=lambda option: option in self.said.patterns)


def _cited(deed: Achievement, text: str) -> tuple[str, ...]:
    job = deed.post.pointer
    role = (f"{job}/position",) if deed.post.role and deed.post.role in text else ()
    return (deed.fact.pointer, f"{job}/name", *role)
