"""Where a person stood: the posts of a letter, and how each is named beside the one told last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bonafide.language import periods, sentences
from bonafide.model.fact import Facts
from bonafide.model.profile import Work
from bonafide.tailoring.acts import is_employer
from bonafide.tailoring.phrases import Choice
from bonafide.tailoring.tongues.employers import at
from bonafide.tailoring.tongues.grammar import is_told, listed_in, small, words_in
from bonafide.tailoring.wording import article, inner, is_past, known_as, verbs

_ROLE_END = re.compile(r",|\s[–—|/-]\s|\s\(|:")
# "As Network Operations at ..." names a trade, not somebody.
_SOMEBODY = re.compile(
    r"(?:er|or|ist|yst|ive|ant|ent|ian|man|woman|nurse|coach|fellow|intern|trainee|clerk|partner|principal|architect"
    r"|apprentice|aide|lead|sister|matron|chef|cook)$|\b(?:head|chief|c[a-z]o|ciso|vp|svp|evp|director|vice president)\b",
    re.IGNORECASE,
)
# "Leiterin Controlling", "Responsable des données": the word that says who stands first, as a rule.
_OTHERS = {
    "de": re.compile(r"^\S*(?:er|erin|ent|entin|ant|antin|or|orin|ist|istin|in|chef|kraft|eur|eurin|wirt|frau|mann|pfleger|vorstand|rat|rätin|vorsitzende[rn]?)\b", re.IGNORECASE),
    "fr": re.compile(r"^\S*(?:eure?|euse|adjointe?|principale?|doyenne?|médecin|secrétaire|rice|ier|ière|ien|ienne|iste|able|ant|ante|ef|effe|cte|ste|iné|logue|ète|mier|aire|pert|perte|né|née|issaire|ésidente?|gée?|ingénieure?|cadre|aide|maître)\b", re.IGNORECASE),
}  # fmt: skip
_PERSONS = ("i", "we", "my", "our")
LONGEST_ABOUT = 14
"""Words on an employer that a sentence can carry in brackets."""
MOST_OVER, FEWEST_UNDER = 6, 10
"""Months beyond a whole year up to which somebody says "a good six years", and from which "nearly seven"."""
LONGEST_ROLE = 5
"""Words of a title that a sentence can carry beside its employer."""


@dataclass(frozen=True, slots=True)
class Post:
    """A position as a letter names it; `age` counts back from the newest, 0. Dates are ISO 8601, or "".

    `about`: what the employer is, as a clause in brackets may say it.
    """

    pointer: str
    age: int
    employer: str
    role: str
    start: str = ""
    end: str = ""
    about: str = ""
    articled: bool = True

    @property
    def ended(self) -> bool:
        """Whether the CV gives it an end."""
        return bool(self.end)

    @property
    def called(self) -> str:
        """The role as it stands behind "as": "Head of Data", "a Data Analyst"; "" where there is none. German and French
        take no article, nor does a title in another language than the letter's."""
        if not self.articled:
            return self.role
        alone = any(word in verbs()["alone"] for word in re.findall(r"[a-z-]+", self.role.casefold()))
        return self.role if alone or not self.role else f"{article(self.role)} {self.role}"


def post_of(job: Work, index: int, language: str = "en", cv_language: str = "en") -> Post:
    """The post of a job; its role is the title's first part where the title is long. `language` is the letter's."""
    title = re.sub(r"\s\([^)]*\)", "", job.position or "")
    role = (
        title
        if len(title.split()) <= LONGEST_ROLE and "," not in title
        else _ROLE_END.split(title)[0].strip()
    )
    # "VP" of "VP, Product Security" would be another post: it is said with what follows.
    if len(role.split()) == 1 and title.count(",") == 1:
        role = f"{title},"
    whole = len(role.split()) > 1 or role == title
    named = len(role.split()) <= LONGEST_ROLE and whole and is_somebody(_head(role), cv_language)
    short = _inside(role, language, cv_language) if named else ""
    dates = (job.start_date or "", job.end_date or "")
    about = _about(job.summary or "", language) if job.highlights and language == cv_language else ""
    return Post(
        f"/work/{index}",
        index,
        known_as(job.name or ""),
        short,
        *dates,
        about,
        language == cv_language == "en",
    )


def _inside(role: str, language: str, cv_language: str) -> str:
    """A title as a sentence holds it: French writes it small, unless it has English capitals ("Product Owner")."""
    plain = role[1:] == role[1:].lower() or (role[1:2].islower() and bool(_OTHERS["fr"].search(role)))
    return role[:1].lower() + role[1:] if language == cv_language == "fr" and plain else role


def is_somebody(name: str, language: str = "en") -> bool:
    """Whether a title's head tells who somebody is: "Data Analyst", and not "Network Operations"."""
    name = re.sub(r"^\S+- (?:und|et) ", "", name)
    return bool(_SOMEBODY.search(name) or (language in _OTHERS and _OTHERS[language].search(name)))


def _about(summary: str, language: str) -> str:
    """`Route planning for 30 ports. Founded 1998.` -> "route planning for 30 ports"; "" where it is a sentence, or names
    what was done there."""
    found = sentences.split(summary)
    text = found[0].text.strip(" .") if found else ""
    if not text or "(" in text or len(text.split()) > LONGEST_ABOUT:
        return ""
    if language != "en":
        return _about_abroad(text, language)
    words = sentences.words(text)
    told = any(word in verbs()["moves"] or word in _PERSONS or is_past(word) for word in words[:3])
    return "" if told else inner(text)


def _about_abroad(text: str, language: str) -> str:
    told = (
        listed_in(language, "verbs", "moves")
        | listed_in(language, "verbs", "others")
        | {"ich", "je", "wir", "hat", "wird"}
    )
    first = text.split()[0]
    whole = (
        told.isdisjoint(words_in(text)) and not is_told(first.rstrip(","), language) and text[-1].isalnum()
    )
    described = language == "fr" or (
        first[-1] in "ers" and len(text.split()) > 1 and text.split()[1][0].isupper()
    )
    return (small(text) if described else text) if whole else ""


def posts_of(facts: Facts, language: str = "en", cv_language: str = "en") -> tuple[Post, ...]:
    """The posts with an employer that can be named, the newest first."""
    named = ((i, job) for i, job in enumerate(facts.profile.work) if job.name and is_employer(job.name))
    return tuple(post_of(job, index, language, cv_language) for index, job in named)


def _head(role: str) -> str:
    """What a title says somebody is: "Head" of "Head of Data"."""
    return re.split(r"\s(?:of|for|in|and|&)\s", role, maxsplit=1)[0]


def fronts(post: Post, last: Post | None, choice: Choice, *, begun: bool) -> Iterator[tuple[str, str]]:
    """Every pattern that may open a sentence with the post, given the one named last, with its text; `begun`: in this
    paragraph."""
    values = {"employer": post.employer, "called": post.called, "years": years_of(post, choice)}
    values["at"] = at(post.employer, choice.language)
    relation = _relation(post, last)
    if relation == "same" and not begun:
        relation = "there" if post.age and choice.language != "en" else "start"
    yield from choice.filled(f"letter.front_{relation}", values)


def years_of(post: Post, choice: Choice) -> str:
    """`from 2016 to 2021`, `in 2018`; "" where an end is not known."""
    first, last = post.start[:4], post.end[:4]
    if not (first and last):
        return ""
    form = "years_one" if first == last else "years"
    return choice.order(f"words.{form}")[0].format(first=first, last=last)


def length_of(post: Post, choice: Choice) -> str:
    """`gut sechs Jahre`, `plus de six ans`: how long a post was held, of months that are known; "" of less than a year, or where
    it lies between two wordings."""
    if min(len(post.start), len(post.end)) < len("2019-04"):
        return ""
    months = _months(post.end) - _months(post.start)
    years, rest = divmod(months, 12)
    form = "exact" if rest <= 1 else "over" if rest <= MOST_OVER else "under" if rest >= FEWEST_UNDER else ""
    years += form == "under"
    numbers = choice.plain("words.numbers")
    if not form or not 0 < years <= len(numbers) or not choice.plain(f"words.length_{form}"):
        return ""
    return choice.plain(f"words.length_{form}")[years > 1].format(count=numbers[years - 1])


def _months(iso: str) -> int:
    return int(iso[:4]) * 12 + int(iso[5:7])


def _relation(post: Post, last: Post | None) -> str:
    if last is None:
        return "before" if post.age else "first"
    if last.pointer == post.pointer:
        return "same"
    return "before_there" if last.employer == post.employer else "before"


def cited_of(post: Post, text: str) -> tuple[str, ...]:
    """The pointers of what a sentence says of a post."""
    role = (f"{post.pointer}/position",) if post.role and post.role in text else ()
    start = (f"{post.pointer}/startDate",) if post.start and _dated(post.start, text) else ()
    about = (f"{post.pointer}/summary",) if post.about and post.about in text else ()
    end = (f"{post.pointer}/endDate",) if post.end and _dated(post.end, text) else ()
    return (f"{post.pointer}/name", *role, *start, *end, *about)


def _dated(iso: str, text: str) -> bool:
    return iso[:4] in text


def printed(iso: str, choice: Choice) -> str:
    """A date as a sentence says it: "March 2021"."""
    return periods.print_date(iso[:7], choice.language, full=True)
