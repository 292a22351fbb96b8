"""One posting and one person, with what was found between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bonafide.model.draft import Line
from bonafide.model.fact import Facts
from bonafide.model.match import Match
from bonafide.model.posting import Posting
from bonafide.model.style import Length
from bonafide.tailoring.achievements import Achievement, candidates
from bonafide.tailoring.career import Post, posts_of
from bonafide.tailoring.needs import slots_of
from bonafide.tailoring.phrases import LONGEST_FIXED_RUN, Choice, by_sharing, filled, slots
from bonafide.tailoring.reasons import Reason, reasons_of
from bonafide.tailoring.relevance import Relevance
from bonafide.tailoring.wording import article


@dataclass(frozen=True)
class Pair:
    """All that a letter is made from."""

    posting: Posting
    match: Match
    facts: Facts
    relevance: Mapping[str, Relevance]
    choice: Choice
    today: str
    length: Length = Length.STANDARD
    cv_language: str = "en"

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """The posting's needs, those nearest to the person first."""
        told = " ".join(fact.text for fact in self.facts if fact.section in ("work", "projects"))
        return reasons_of(self.posting, self.match, told, self.choice)

    @cached_property
    def deeds(self) -> tuple[Achievement, ...]:
        """All that could be told of this person's work."""
        return tuple(candidates(self.facts, self.relevance, self.choice, self.cv_language))

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """The posts with an employer that can be named, the newest first."""
        return posts_of(self.facts, self.choice.language, self.cv_language)

    @property
    def foreign(self) -> bool:
        """Whether the CV is in another language than the letter: its lines are quoted, and nothing is translated."""
        return self.cv_language != self.choice.language

    def answer(self, question: str) -> str:
        """What the person answered to a question about this application, or ""."""
        fact = self.facts.at(f"/you/{question}")
        return fact.text if fact else ""

    def said(self, name: str, need: str, longest: int = LONGEST_FIXED_RUN) -> Iterator[Line]:
        """Sentences that name the posting, its company and a need, in this pair's order.

        Two who write to one employer share its words: with them no pattern may have a long run.
        """
        title = self.choice.title
        one = article(title) if title else ""
        values = {"company": self.choice.company, "title": title, "one": one, **slots_of(need)}
        last = self.choice.language != "en" and name.startswith("letter.closing")
        for pattern in by_sharing(self.choice.order(name), need, title, longest, last=last):
            if slots(pattern) <= {slot for slot, value in values.items() if value}:
                yield Line(filled(pattern, values))


def first(lines: Iterable[Line], avoid: frozenset[str]) -> list[Line]:
    """The first line that is not to be avoided, if there is one."""
    return [line for line in lines if line.text not in avoid][:1]
