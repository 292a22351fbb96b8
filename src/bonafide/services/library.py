"""The role guides as a reader finds them: by category, by words, and one whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from bonafide import guides
from bonafide.connectors.own_guides import own_guides
from bonafide.language.sentences import words
from bonafide.model.faults import Fault, Faults
from bonafide.model.guide import Guide, QuestionKind


@dataclass(frozen=True, slots=True)
class Shelf:
    """A category and its guides."""

    category: str
    guides: tuple[Guide, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """The shelves that hold what was looked for, and the person's own guides that cannot be used, with the reasons."""

    shelves: tuple[Shelf, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A guide, its questions by kind, and the related guides that are there, by name."""

    guide: Guide
    kinds: Mapping[QuestionKind, int]
    related: tuple[Guide, ...]


def own_folder() -> Path:
    """Where a person puts guides of their own: one file each."""
    return Path(settings.HOME) / "guides"


def library(looked_for: str = "") -> Library:
    """The guides in whose role, titles, summary or questions every word looked for occurs."""
    found, faults = _all()
    wanted = words(looked_for)
    held = [guide for guide in found if all(word in _text(guide) for word in wanted)]
    categories = dict.fromkeys(sorted(guide.category for guide in held))
    shelves = (
        Shelf(category, tuple(guide for guide in held if guide.category == category))
        for category in categories
    )
    return Library(tuple(shelves), faults)


def page(name: str) -> GuidePage:
    """One guide. Raises MissingFault where there is none of this name, Faults where the file is faulty."""
    mine = own()
    guide = guides.load(name, mine)
    known = set(guides.names(mine))
    kinds = {kind: sum(one.kind is kind for one in guide.questions) for kind in QuestionKind}
    related = tuple(guides.load(other, mine) for other in guide.related if other in known)
    return GuidePage(guide, kinds, related)


def one(name: str) -> Guide:
    """One guide. Raises as `page` does."""
    return guides.load(name, own())


def usable() -> list[Guide]:
    """Every guide that can be used, by role."""
    return sorted(_all()[0], key=lambda guide: guide.role)


def own() -> guides.Own:
    """The person's own guides as they are now; none where there is no folder for them."""
    folder = own_folder()
    return own_guides(folder) if folder.is_dir() else {}


def _all() -> tuple[list[Guide], tuple[Fault, ...]]:
    """Every guide that can be used, and what is wrong with the others: one bad file costs itself only."""
    found: list[Guide] = []
    faults: list[Fault] = []
    mine = own()
    for name in guides.names(mine):
        try:
            found.append(guides.load(name, mine))
        except Faults as wrong:
            faults.extend(wrong.faults)
        except Fault as wrong:
            faults.append(wrong)
    return found, tuple(faults)


def _text(guide: Guide) -> str:
    parts = (guide.role, *guide.titles, guide.category, guide.summary, *(q.wording for q in guide.questions))
    return " ".join(parts).casefold()
