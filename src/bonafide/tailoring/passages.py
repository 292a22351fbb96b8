"""Sentences that tell deeds, each with the need of the posting that it answers, where the match cites it for one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bonafide.language import terms
from bonafide.model.draft import Line
from bonafide.model.match import Verdict
from bonafide.model.posting import Posting
from bonafide.tailoring.achievements import Achievement
from bonafide.tailoring.career import Post, cited_of, fronts, length_of, printed, years_of
from bonafide.tailoring.needs import Need, need_of, slots_of
from bonafide.tailoring.phrases import Choice, by_sharing, filled, slots
from bonafide.tailoring.reasons import longest
from bonafide.tailoring.tellings import Shape, Telling
from bonafide.tailoring.tongues.employers import at
from bonafide.tailoring.tongues.grammar import kernels
from bonafide.tailoring.voices import joined, said, subject, variants

_OR = re.compile(r",?\s(?:or|and/or)\s(?:other\s)?")
ACTS = 2
"""Deeds in a row that are told by their verb, before one may be by its noun."""
COMPOUNDED = 6
"""Letters from which on a word that another ends with is its last part, and not there by chance."""
LINKS = 4
"""Needs that a letter answers by name."""
_LAST = ("{deed}.", "{single}.", "{turned}.", "{there}.", "{also}.", "“.", " ».")
"""How a pattern ends in which a result may stand behind the deed: nothing of the sentence follows it."""
_LOOSE = re.compile(r"^[^{]*\{(?:single|there)\}")
"""Patterns that lean on the sentence before, where the need must not stand."""
QUOTED = 16
"""Words of a line that is quoted in one sentence with another."""
BRIEF = 10
"""Words of a deed that goes into one sentence with another such."""
_CHANGED = re.compile(r"\b(?:um|de) (?:\w+ )?\d[\d.,]*\s?%|\b(?:von|de) \S*\d.* (?:auf|à) \S*\d")
"""How much a doing changed something, in German or French: what it names is over."""


@dataclass
class Said:
    """What a letter has said so far: how often each pattern, which needs, the post named last (and whether the
    paragraph has begun), the deeds told by a verb since one was by a noun, the pattern of the deed before, and whether it was conceded that something is
    met in part."""

    patterns: Counter[str] = field(default_factory=Counter)
    needs: set[str] = field(default_factory=set)
    last: Post | None = None
    begun: bool = False
    acts: int = 0
    before: str = ""
    conceded: bool = False
    links: int = 0

    def paragraph(self, last: Post | None) -> None:
        """A new paragraph begins, in which `last` counts as named."""
        self.last, self.begun = last, False


@dataclass(frozen=True, slots=True)
class Asked:
    """A need that a deed answers, and how well; `named`: it is told of, and the need is only named beside it."""

    need: Need
    verdict: Verdict
    named: bool = False

    @property
    def form(self) -> str:
        """The name of the patterns that tie it to the deed."""
        kind = "task" if self.need.task else "who" if self.need.who else "thing"
        return f"{'answer' if self.verdict is Verdict.MET else 'near'}_{kind}"


@dataclass(frozen=True)
class Teller:
    """Tells deeds of one letter; it adds to `said`, and says nothing that is in `avoid`.

    `duties` are needs that a deed may answer though no requirement was judged by it. `spare`: there is enough to tell, and
    two brief deeds share a sentence.
    """

    posting: Posting
    choice: Choice
    avoid: frozenset[str]
    said: Said
    duties: tuple[Need, ...] = ()
    spare: bool = True

    def told(self, deeds: Sequence[Achievement]) -> Iterator[Line]:
        """The deeds of one post, each with the need that it answers said before or after it."""
        left = list(deeds)
        while left:
            deed = self._worded(left.pop(0))
            asked = self._asked(deed)
            quoted = deed.telling.shape is Shape.QUOTE
            other = self._beside(deed, left) if not asked and (self.spare or quoted) else None
            leads = not self._there(deed.post)
            line = (
                (self._deed(deed, other) if other else None)
                or self._deed(deed, tied=asked is not None)
                or self._deed(deed)
            )
            if line is None:
                continue
            if other and other.fact.pointer in line.facts:
                left.remove(other)
            self.said.last, self.said.begun = deed.post, True
            self.said.acts = 0 if deed.telling.shape is Shape.THING else self.said.acts + 1
            before, after = self._tie(asked, leads=leads) if asked else (None, None)
            yield from (one for one in (before, line, after) if one)

    def entered(self, post: Post) -> Iterator[Line]:
        """An earlier post by name and time, of which deeds follow."""
        line = self._held("entered", post) or self._held("held", post)
        if line:
            self.said.last, self.said.begun = post, False
            yield line

    def held(self, posts: Sequence[Post]) -> Iterator[Line]:
        """Posts of which no deed is told, by name and time."""
        yield from (line for post in posts if (line := self._held("held", post)))

    def _held(self, form: str, post: Post) -> Line | None:
        about = f" ({post.about})" if post.about and self.choice.language != "en" else ""
        values = {"called": post.called, "employer": post.employer, "years": years_of(post, self.choice)}
        values["at"] = f"{at(post.employer, self.choice.language)}{about}"
        values["length"] = length_of(post, self.choice)
        months = min(len(post.start), len(post.end)) > len("2019")
        values["since"] = printed(post.start, self.choice) if months else ""
        values["until"] = printed(post.end, self.choice) if months else ""
        unnamed = "_unnamed" if form == "held" and not post.called else ""
        line = self._say(f"letter.{form}{unnamed}", values)
        return Line(line.text, cited_of(post, line.text)) if line else None

    def _worded(self, deed: Achievement) -> Achievement:
        """By turns the noun that the line gives in place of its verb, so that not every sentence tells what "I" did."""
        turns = self.said.acts > ACTS + self.choice.rank("by turns") % 2
        gone_on = self.said.begun and self._there(deed.post)
        if not (turns and gone_on and subject(deed.telling.thing, self.choice.language)):
            return deed
        return replace(deed, telling=deed.telling.named)

    def _beside(self, deed: Achievement, left: Sequence[Achievement]) -> Achievement | None:
        """Another brief deed of the same form that answers nothing either, where both can share a sentence's opening."""
        language = self.choice.language
        fit = (other for other in left if _brief(other) and not self._asked(other))
        alike = (
            other
            for other in fit
            if _over(other) is _over(deed) and joined(deed.telling, other.telling, language)
        )
        return next(alike, None) if _brief(deed) else None

    def _asked(self, deed: Achievement) -> Asked | None:
        """The weightiest need that the deed answers, in words that it shares, and that the letter has not named yet."""
        language = self.choice.language
        for judged in deed.answers if self.said.links < LINKS else ():
            need = need_of(judged.requirement, self.posting, language)
            if need is None or need.text in self.said.needs or self._repeats(need):
                continue
            met = judged.verdict is Verdict.MET
            said = (
                replace(need, thing=_narrowed(need.thing, deed.telling, language))
                if need.thing and met
                else need
            )
            short = len(said.clause.split()) <= longest(language)
            told = " or " in said.clause or kernels(said.clause, language) <= kernels(
                deed.telling.text, language
            )
            owned = met or not (self.said.conceded or told)
            if short and owned and speaks_of(deed.telling, said.clause, language, nearly=not met):
                return Asked(said, judged.verdict)
        return self._named(deed)

    def _repeats(self, need: Need) -> bool:
        """Whether a need was named in other words, in German and French, whose duties and requirements often say one thing."""
        language = self.choice.language
        mine = kernels(need.clause, language)
        named = (kernels(text, language) for text in self.said.needs)
        return language != "en" and any(_shared(mine, theirs) > 1 for theirs in named)

    def _named(self, deed: Achievement) -> Asked | None:
        """A duty that the deed tells of, in German and French, whose postings give few requirements in words to share."""
        language = self.choice.language
        fresh = (
            need
            for need in self.duties
            if need.text not in self.said.needs and need.thing and not self._repeats(need)
        )
        fit = (need for need in fresh if tells(deed.telling, need, language))
        need = next(fit, None) if language != "en" and self.said.links < LINKS else None
        return Asked(need, Verdict.MET, named=True) if need else None

    def _tie(self, asked: Asked, *, leads: bool) -> tuple[Line | None, Line | None]:
        """A sentence that names the need before the deed, or one that names it after.

        `leads`: the deed's sentence leads to another post, and "Before that" must follow what it is before.
        """
        named = {"title": self.choice.title, "company": self.choice.company}
        values = {**named, **slots_of(asked.need.clause)}
        for place in self._places(asked, leads) if asked.form != "near_who" else ():
            line = self._say(f"letter.{asked.form}_{place}", values)
            if line:
                self.said.needs.add(asked.need.text)
                self.said.links += 1
                self.said.conceded = self.said.conceded or asked.verdict is not Verdict.MET
                return (line, None) if place == "before" else (None, line)
        return None, None

    def _places(self, asked: Asked, leads: bool) -> Sequence[str]:
        """Before or after by turns; what is met in part, or opens another post, is always said after."""
        if asked.named:
            return () if leads else ("before",)
        if asked.verdict is not Verdict.MET or leads:
            return ("after",)
        return (
            ("before", "after") if (self.choice.rank("turn") + self.said.links) % 2 else ("after", "before")
        )

    def _deed(
        self, deed: Achievement, other: Achievement | None = None, *, tied: bool = False
    ) -> Line | None:
        """The deed with its post, where that was not named last; with another in the same sentence, if given.

        `tied`: beside the need that it answers, and so not with "in addition" for its verb.
        """
        also = _also(deed.telling)
        cited = (deed.fact.pointer, *((other.fact.pointer,) if other else ()))
        form = self._form(deed)
        linked = bool(deed.post.age) and form.endswith("_start")
        for pattern in self._fresh(self.choice.order(form), after=self.said.before, linked=linked):
            for opener, front in self._fronts(deed) if "{front}" in pattern else (("", ""),):
                clause = self._clause(deed.telling, other.telling if other else None, fronted=bool(front))
                values = {"front": front, "deed": clause, "also": "" if other else also}
                values["employer"] = deed.post.employer
                values["single"] = subject(clause, self.choice.language)
                if not other:
                    values |= variants(deed.telling, self.choice.language, earlier=bool(deed.post.age))
                text = filled(pattern, values) if _given(pattern, values) else ""
                split = deed.telling.result and not pattern.endswith(_LAST)
                if split or (tied and _LOOSE.match(pattern)):
                    continue
                if text and text not in self.avoid:
                    self.said.patterns.update((pattern, opener))
                    self.said.before = pattern
                    return Line(text, (*cited, *cited_of(deed.post, text)))
        return None

    def _form(self, deed: Achievement) -> str:
        """The patterns of a deed: of a thing, of a post that is named already, or of another."""
        if deed.telling.shape is Shape.QUOTE:
            return f"letter.quote_{'same' if self._there(deed.post) and self.said.begun else 'other'}"
        if deed.telling.shape is Shape.THING:
            gone_on = "_same" if self._there(deed.post) and self.said.begun else ""
            return f"letter.thing_{'then' if deed.post.ended or _over(deed) else 'now'}{gone_on}"
        place = "same" if self.said.begun else "start"
        return f"letter.deed_{place if self._there(deed.post) else 'other'}"

    def _fronts(self, deed: Achievement) -> list[tuple[str, str]]:
        """How the sentence may open; "as a Data Analyst" only before "I", and nothing more before "for the ward,"."""
        found = fronts(deed.post, self.said.last, self.choice, begun=self.said.begun)
        clause = self._clause(deed.telling, fronted=True)
        mine = clause.startswith("I ") if self.choice.language == "en" else deed.telling.own
        fit = (one for one in found if mine or "{called}" not in one[0])
        led_in = self._there(deed.post) and clause.startswith(("for ", "with "))
        return [] if led_in else sorted(fit, key=lambda one: self.said.patterns[one[0]])

    def _there(self, post: Post) -> bool:
        return self.said.last is not None and self.said.last.pointer == post.pointer

    def _clause(self, telling: Telling, other: Telling | None = None, *, fronted: bool) -> str:
        """The telling with its subject, and another of its tense, or what came of it."""
        language = self.choice.language
        act = said(telling.clause, language, fronted=fronted) if telling.own else telling.clause
        if other:
            return f"{act}{joined(telling, other, language)}"
        joint = " ;" if language == "fr" else ";"
        return f"{act}{joint} {telling.result}" if telling.result else act

    def _say(self, form: str, values: Mapping[str, str]) -> Line | None:
        """The first wording that is not to be avoided, fresh patterns first."""
        fit = list(by_sharing(self.choice.order(form), values.get("need", ""), self.choice.title))
        for pattern in self._fresh(fit):
            text = filled(pattern, values) if _given(pattern, values) else ""
            if text and text not in self.avoid:
                self.said.patterns[pattern] += 1
                return Line(text)
        return None

    def _fresh(self, options: Sequence[str], after: str = "", *, linked: bool = False) -> list[str]:
        """Patterns that were used least first; in German and French none twice running where there is another, and where a
        deed is `linked` to a post just named, "j’y ai" or "dort" before all."""
        running = after if self.choice.language != "en" and "{front}" not in after else ""
        first = ("{there}", "{front}") if linked and self.choice.language != "en" else ("{there}",)
        return sorted(
            options,
            key=lambda option: (
                not any(slot in option for slot in first),
                option == running,
                self.said.patterns[option],
            ),
        )


def _shared(one: set[str], other: set[str]) -> int:
    """How many words two texts share, a compound counted with its last part ("Pflegedokumentation", "Dokumentation")."""
    return sum(
        any(word == theirs or (len(word) > COMPOUNDED and theirs.endswith(word)) for theirs in other)
        or any(len(theirs) > COMPOUNDED and word.endswith(theirs) for theirs in other)
        for word in one
    )


def _given(pattern: str, values: Mapping[str, str]) -> bool:
    return slots(pattern) <= {slot for slot, value in values.items() if value or slot == "front"}


def _also(telling: Telling) -> str:
    """An act as it follows "I also"; "" where it is a state or has more behind it."""
    state = telling.clause.split()[0] in ("am", "was", "have", "also")
    return "" if not telling.own or state or telling.result else telling.clause


def _over(deed: Achievement) -> bool:
    """Whether a doing that is only named is over, by what it changed."""
    telling = deed.telling
    return telling.shape is Shape.THING and bool(
        telling.done or telling.result or _CHANGED.search(telling.clause)
    )


def _brief(deed: Achievement) -> bool:
    if deed.telling.shape is Shape.QUOTE:
        return deed.telling.words <= QUOTED
    return (
        bool(_also(deed.telling) or deed.telling.shape is Shape.THING)
        and not deed.telling.result
        and deed.telling.words <= BRIEF
        and not re.search("[:;,]", deed.telling.clause)
    )


def _narrowed(thing: str, telling: Telling, language: str) -> str:
    """Of a choice ("Terraform or Pulumi") what the deed speaks of."""
    named = (side for side in _OR.split(thing) if speaks_of(telling, side, language))
    return next(named, thing).replace(", and ", " and ") if _OR.search(thing) else thing


def speaks_of(telling: Telling, clause: str, language: str, *, nearly: bool = False) -> bool:
    """Whether the telling names what a clause names, or something of its kind; `nearly`: two words of it at least."""
    text = telling.text
    have, want = ({hit.term for hit in terms.find_terms(one)} for one in (text, clause))
    # "J’orchestre les traitements avec Airflow" is no word on Python, though the one is the other's.
    alike = ("same", "narrower") if language == "en" or clause not in want else ("same",)
    kinds = any(terms.relation(one, other) in alike for one in have for other in want)
    return kinds or len(kernels(text, language) & kernels(clause, language)) > nearly


def tells(telling: Telling, need: Need, language: str) -> bool:
    """Whether a telling and a need share two words at least."""
    return len(kernels(telling.text, language) & kernels(need.clause, language)) > 1


def covers(telling: Telling, need: Need, language: str) -> bool:
    """Whether a telling has every word of a need."""
    return kernels(need.clause, language) <= kernels(telling.text, language)
