"""Where a person stands and stood: the posts of a letter, and how each is named beside the one told last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bonafide.language import periods
from bonafide.model.draft import Line
from bonafide.model.fact import Facts
from bonafide.model.profile import Work
from bonafide.tailoring.acts import is_employer
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.wording import known_as

_ROLE_END = re.compile(r",|\s[–—|/-]\s|\s\(|:")
# "As Network Operations at ..." names a trade, not somebody.
_SOMEBODY = re.compile(
    r"(?:er|or|ist|ant|ent|ian|man|woman|nurse|coach|fellow|intern|trainee|clerk|partner|principal|architect"
    r"|apprentice|aide|lead)$|\b(?:head|chief|c[a-z]o|ciso|vp|svp|evp|director|vice president)\b",
    re.IGNORECASE,
)
LONGEST_ROLE = 4
"""Words of a title that a sentence can carry beside its employer."""


@dataclass(frozen=True, slots=True)
class Post:
    """A position as a letter names it; `age` counts back from the newest, 0."""

    pointer: str
    age: int
    employer: str
    role: str
    ended: bool


def post_of(job: Work, index: int) -> Post:
    """The post of a job; its role is the title's first part where the title is long."""
    title = job.position or ""
    role = (
        title
        if len(title.split()) <= LONGEST_ROLE and "," not in title
        else _ROLE_END.split(title)[0].strip()
    )
    # "VP" of "VP, Product Security" would be another post.
    whole = len(role.split()) > 1 or role == title
    short = role if len(role.split()) <= LONGEST_ROLE and whole and _SOMEBODY.search(_head(role)) else ""
    return Post(f"/work/{index}", index, known_as(job.name or ""), short, bool(job.end_date))


def _head(role: str) -> str:
    """What a title says somebody is: "Head" of "Head of Data"."""
    return re.split(r"\s(?:of|for|in|and|&)\s", role, maxsplit=1)[0]


def fronts(post: Post, last: Post | None, choice: Choice) -> Iterator[str]:
    """Every way to open a sentence with the post, given the one named last in the paragraph, best first."""
    values = {"employer": post.employer, "role": post.role}
    yield from choice.texts(f"letter.front_{_relation(post, last)}", values)


def _relation(post: Post, last: Post | None) -> str:
    if last is None:
        return "start" if post.age else "first"
    if last.pointer == post.pointer:
        return "same"
    there = "_there" if last.employer == post.employer else ""
    if there and not last.age:
        return "earlier_there"
    return ("before" if post.age > last.age else "since") + there


def newest(facts: Facts) -> Post | None:
    """The post listed first, where it is with an employer that can be named."""
    work = facts.profile.work
    return post_of(work[0], 0) if work and work[0].name and is_employer(work[0].name) else None


def present(facts: Facts, choice: Choice, deed: str = "") -> Iterator[Line]:
    """Who the person is now, joined to a `deed` (a clause with its subject) where one is given; best wording first."""
    post = newest(facts)
    if post is None:
        return
    until = facts.profile.work[0].end_date
    printed = periods.print_date(until, choice.language, full=True) if until else ""
    names = ("person_ended", "person_now", "person_unnamed")
    if not deed:
        names = ("career_ended", "career_current", "career_unnamed")
    form = names[0] if until and post.role else names[1] if post.role and not until else names[2]
    if until and not post.role:
        return
    values = {"role": post.role, "employer": post.employer, "until": printed, "deed": deed}
    cited = [f"{post.pointer}/name"]
    cited += [f"{post.pointer}/position"] if post.role else []
    cited += [f"{post.pointer}/endDate"] if until else []
    for text in choice.texts(f"letter.{form}", values):
        yield Line(text, tuple(cited))
