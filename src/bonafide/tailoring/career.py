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


def fronts(post: Post, last: Post | None, told: bool, past: bool, choice: Choice) -> Iterator[str]:
    """Every way to open a sentence with the post, given the one named last and whether a deed of it was `told`.

    `past`: whether what follows tells of the past.
    """
    relation = _relation(post, last, told)
    now = "_now" if relation == "same" and not past else ""
    yield from choice.texts(f"letter.front_{relation}{now}", _names(post))


def _names(post: Post) -> dict[str, str]:
    return {"employer": post.employer, "role": post.role}


def _relation(post: Post, last: Post | None, told: bool) -> str:
    if last is None:
        return "former" if post.ended else "first"
    if last.pointer == post.pointer:
        return "same" if told else "introduced"
    if last.employer == post.employer and post.role:
        return "before_there" if post.age > last.age else "since_there"
    return "before" if post.age > last.age else "since"


def place(post: Post, last: Post | None, choice: Choice) -> str:
    """`at Larkspur`, or `there` where the sentence before spoke of it."""
    same = last is not None and last.pointer == post.pointer
    return choice.order("letter.at_same")[0] if same else f"at {post.employer}"


def present(facts: Facts, choice: Choice) -> Iterator[Line]:
    """The newest post, in every wording that its title and dates allow, best first."""
    work = facts.profile.work
    if not work or not work[0].name or not is_employer(work[0].name):
        return
    post, until = post_of(work[0], 0), work[0].end_date
    printed = periods.print_date(until, choice.language, full=True) if until else ""
    form = (
        "letter.career_ended" if until else "letter.career_current" if post.role else "letter.career_unnamed"
    )
    cited = [
        "/work/0/name",
        *(["/work/0/position"] if post.role else []),
        *(["/work/0/endDate"] if until else []),
    ]
    for text in choice.texts(form, {"role": post.role, "employer": post.employer, "until": printed}):
        yield Line(text, tuple(cited))
