"""The tailored CV: the person's own lines, ordered for one posting, with every change and its reason."""

from __future__ import annotations

from collections.abc import Iterator

from bonafide.model.draft import Change, CvDraft, Line
from bonafide.model.fact import Facts
from bonafide.tailoring.pair import Pair
from bonafide.tailoring.sections import sections_of
from bonafide.tailoring.skills import reworded
from bonafide.tailoring.summary import POINTER, summary_of


def cv_of(
    pair: Pair, language: str, kept: frozenset[str] = frozenset()
) -> tuple[CvDraft, tuple[Change, ...]]:
    """The whole CV, in its own language, before any cut to length, and what was moved, reworded or shortened in it.

    What stands at the pointers in `kept` is left as the person wrote it.
    """
    sections, moved = sections_of(pair.facts, pair.relevance, language, kept)
    sections, worded = reworded(sections, pair.posting, pair.relevance, kept)
    summary, shortened = summary_of(
        pair.facts,
        pair.posting,
        pair.match,
        pair.relevance,
        pair.choice,
        language,
        whole=POINTER in kept,
    )
    draft = CvDraft(
        name=_fact(pair.facts, "/basics/name") or Line(""),
        label=_label(pair.facts),
        contacts=tuple(_contacts(pair.facts)),
        summary=summary,
        sections=sections,
    )
    return draft, (*shortened, *moved, *worded)


def _label(facts: Facts) -> Line | None:
    """The person's own headline, else the title of the newest post; never the posting's title."""
    return _fact(facts, "/basics/label") or _fact(facts, "/work/0/position")


def _contacts(facts: Facts) -> Iterator[Line]:
    for pointer in ("/basics/email", "/basics/phone", "/basics/url"):
        if line := _contact(facts, pointer):
            yield line
    if place := _place(facts):
        yield place
    for index, account in enumerate(facts.profile.basics.profiles):
        if account.url:
            yield Line(account.url, (f"/basics/profiles/{index}/url",))
        elif account.username:
            network = f"{account.network}: " if account.network else ""
            cited = (f"/basics/profiles/{index}/network",) if network else ()
            yield Line(f"{network}{account.username}", (*cited, f"/basics/profiles/{index}/username"))


def _place(facts: Facts) -> Line | None:
    names = ("city", "region", "countryCode")
    found = [fact for name in names if (fact := facts.at(f"/basics/location/{name}"))]
    if not found:
        return _fact(facts, "/basics/location/address")
    # "Leeds, United Kingdom" is read into two facts, each of which knows the words they were printed in.
    printed = {fact.printed for fact in found}
    text = printed.pop() if len(printed) == 1 and "" not in printed else ", ".join(f.text for f in found)
    return Line(text, tuple(fact.pointer for fact in found), tuple(fact.text for fact in found))


def _contact(facts: Facts, pointer: str) -> Line | None:
    """A telephone number or address as the person prints it."""
    fact = facts.at(pointer)
    return Line(fact.printed or fact.text, (pointer,), (fact.text,)) if fact else None


def _fact(facts: Facts, pointer: str) -> Line | None:
    fact = facts.at(pointer)
    return Line(fact.text, (pointer,)) if fact else None
