"""What the wording of a line or sentence says: that it asks, wishes, describes the work, or none of these."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bonafide.model.posting import RequirementKind
from bonafide.posting import years
from bonafide.posting.lexicon import matcher
from bonafide.posting.lines import fold
from bonafide.posting.phrases import Phrases

_PARENTHESIS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_STRONG_BREAK = re.compile(r"[;–—]| - |\. ")
_LISTED = re.compile(r"(?<!\w)(?:and|or|und|oder|et|ou|y|e|en|of|i|lub|oraz|&)(?!\w)|/")
_EDGE_BRACKETS = re.compile(r"^[(\[]([^()\[\]]+)[)\]]|[(\[]([^()\[\]]+)[)\]]$")
_AFTERTHOUGHT = re.compile(r"\s*(?:[;:–—]| - )")
_PAID = re.compile(r"[€£$]\s?\d|\d\s?[€£]")
_SHORTEST_QUESTION = 3
_SHORT_ITEM = 9
NICE = RequirementKind.NICE


@dataclass(frozen=True, slots=True)
class Wording:
    """Judges text of some languages (empty: of any); a language's small words mislead in another's text."""

    languages: tuple[str, ...] = ()

    @classmethod
    def of(cls, language: str | None) -> Wording:
        """For text in a language; English phrases count in all."""
        return cls((language, "en", "other") if language else ())

    def asks(self, text: str) -> bool:
        """Whether it speaks of what the candidate has, can or is."""
        folded = fold(text)
        return self._finds("asks", folded) and not about_us(folded)

    def insists(self, text: str) -> bool:
        """Whether it demands so plainly that no heading is needed."""
        folded = fold(text)
        return self._finds("insists", folded) and not about_us(folded)

    def never(self, text: str) -> bool:
        """Whether it is an offer, a promise or a formality, which is no requirement in any section."""
        return self._finds("never", fold(text))

    def refuses(self, item: str) -> bool:
        """Whether a list's item is none that asks: a short one may name what a formality names (`Datenschutz`, `adjustments`)."""
        if not self.never(item):
            return False
        folded = fold(item)
        return (
            len(folded.split()) > _SHORT_ITEM or self._cue("never").at_start(folded) > 0 or about_us(folded)
        )

    def offers(self, text: str) -> bool:
        """Whether it speaks of what the employer gives, or names an amount of money without asking."""
        return self._finds("offers", fold(text)) or (_PAID.search(text) is not None and not self.asks(text))

    def does(self, text: str) -> bool:
        """Whether it begins by saying what the holder of the job will do."""
        return self._cue("does").at_start(fold(text)) > 0

    def hopes(self, text: str) -> bool:
        """Whether it begins as a wish, behind the small words that a sentence opens with: `You would ideally …`."""
        plain = fold(text)
        while (size := self._cue("hopes").at_start(plain)) == 0:
            opener = matcher("cues", "openers", self.languages).at_start(plain)
            if not opener:
                return False
            plain = plain[opener:].lstrip(" ,")
        return size > 0

    def asks_what_you_have(self, text: str) -> bool:
        """Whether it is a question about what the reader has done, knows or is: `Have you led …?`"""
        plain = fold(text)
        return (
            plain.endswith("?")
            and len(plain.split()) >= _SHORTEST_QUESTION
            and self._cue("questions").at_start(plain) > 0
            and not self._cue("inviting").at_start(plain)
        )

    def moves_us(self, heading: str) -> bool:
        """Whether a heading says what would please the company: `What makes us sing`."""
        return matcher("cues", "moved").search(fold(heading))

    def speaks_of_them(self, text: str) -> bool:
        """Whether it begins with a word for the person who is sought."""
        return self._cue("person").at_start(fold(text)) > 0

    def speaks_to_you(self, text: str) -> bool:
        """Whether it begins with a word for the reader."""
        return self._cue("reader").at_start(fold(text)) > 0

    def eases(self, text: str) -> bool:
        """Whether it says, wherever in it, that something would come in useful."""
        return self._finds("eases", fold(text))

    def kind(self, text: str, kind: RequirementKind) -> RequirementKind:
        """The kind by the line's own words: `… is a plus` lowers a must, `preferably` inside it does not."""
        plain = fold(_PARENTHESIS.sub(" ", text)).strip(" .!;,")
        if kind is RequirementKind.NICE:
            return RequirementKind.MUST if self._finds("demanded", plain) else kind
        if (
            self.hopes(plain)
            or (self.supposes(plain) and self._finds("praises", plain))
            or self._bracketed(text)
        ):
            return RequirementKind.NICE
        ends = [start for start, end in self._cue("wished").spans(plain) if _stops(plain[end:])]
        ends += [start for start, _ in self._cue("eases").spans(plain)]
        lowered = bool(ends) and not self._also_asks(plain[: min(ends)])
        return RequirementKind.NICE if lowered else kind

    def turns(self, text: str) -> bool:
        """Whether it says of what follows that it is wished for: `We'd be happier if one of these is true.`"""
        plain = fold(text)
        wished = matcher("headings", "nice").search(plain) or self.kind(text, RequirementKind.MUST) is NICE
        return wished and self._finds("following", plain)

    def supposes(self, text: str) -> bool:
        """Whether it begins as a case that is only supposed: `If you have built one, …`."""
        plain = fold(text)
        return self._cue("supposes").at_start(plain) > 0 and not self._finds("never", plain)

    def _bracketed(self, text: str) -> bool:
        """Whether a bracket at its beginning or end says nothing but that it is a wish: `Go (optional)`."""
        edges = _EDGE_BRACKETS.findall(fold(text).strip(" .!;,"))
        said = [inside.strip(" .!") for pair in edges for inside in pair if inside]
        return any(self._cue(kind).whole(inside) for inside in said for kind in ("wished", "hopes"))

    def _also_asks(self, before: str) -> bool:
        """Whether what stands before the wish asks for something of its own: `Python required, Go a plus`."""
        strong = list(_STRONG_BREAK.finditer(before))
        if strong and before[strong[-1].end() :].strip():
            return bool(before[: strong[-1].start()].strip())
        front, comma, back = before.rpartition(",")
        if not comma or _LISTED.search(back) or len(back.split()) > 6:
            return False
        return self._finds("insists", front) or years.asked(front) is not None or self._finds("firm", front)

    def _finds(self, kind: str, folded: str) -> bool:
        return self._cue(kind).search(folded)

    def _cue(self, kind: str) -> Phrases:
        return matcher("cues", kind, self.languages)


def _stops(rest: str) -> bool:
    """Whether nothing that asks comes behind a wish: `a plus, not a condition`, `is welcome; …`."""
    if not rest.strip(" .!;,") or _AFTERTHOUGHT.match(rest):
        return True
    return rest.startswith(",") and matcher("cues", "afterthoughts").at_start(rest[1:].lstrip()) > 0


def about_us(folded: str) -> bool:
    """Whether a sentence speaks of the company alone, and not of what it wants."""
    if matcher("cues", "ours").at_start(folded) == 0 or addresses(folded):
        return False
    size = matcher("cues", "wants").at_start(folded)
    return size == 0 or matcher("cues", "plans").at_start(folded[size:].lstrip()) > 0


def addresses(folded: str) -> bool:
    """Whether a sentence speaks to or of the candidate."""
    return matcher("cues", "addressed").search(folded)
