"""A posting's title and company, from what a page's head, its headings and its own words say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bonafide.posting import modes, places
from bonafide.posting.lexicon import table
from bonafide.posting.lines import fold, tidy
from bonafide.posting.maintext import generic_title

_SEPARATOR = re.compile(r"\s+[|·»•‹›–—-]\s+|\s*\|\s*|\s+::\s+")
_SUFFIX = re.compile(
    r"(?:,? (?:ltd|limited|inc|llc|llp|plc|corp|corporation|gmbh(?: & co\.? kga?| & co\.? kg)?|ag|se|kg|ohg|e\.? ?v|eg|sa|s\.a|sas|sarl|s\.r\.l|srl|"
    r"s\.p\.a|spa|bv|b\.v|nv|n\.v|oy|ab|a/s|aps|as|sp\. z o\.? ?o|s\.l|sl|ltda|pty ltd|pty|pte ltd|co|company|group|holding)\.?)+$",
    re.I,
)
_HIRING = re.compile(
    r"^(?P<company>.{2,80}?) (?:is )?hiring:? (?:an? )?(?P<title>.+?)(?: in (?P<place>[^|]+?))?(?: \||$)"
)
_AT = re.compile(
    r"^(?P<title>.{3,140}?) (?:at|@|bei|chez|bij|presso|na|w firmie) (?P<company>[^|–—]{2,80}?)(?: in (?P<place>[^|–—]{2,60}))?$"
)
_SELF = (
    re.compile(
        r"(?:^|[.!?]\s+|\n)(?P<name>[A-Z][\w&'’.-]*(?: (?:[A-Z&][\w&'’.-]*|of|de|und|and|du|la|e)){0,5}) (?:is|are) (?:an?|the|proud) (?:[\w/-]+ ){0,3}?(?:equal[- ]opportunity|employer)"
    ),
    re.compile(
        r"\b(?:[Aa]t|[Jj]oin|[Ww]e(?:'|’)re|[Ww]e are|[Bb]ei|[Cc]hez|[Bb]ij|[Ww]ir sind|[Nn]ous sommes|Somos|Siamo) (?P<name>[A-Z][\w&'’.-]*(?: [A-Z&][\w&'’.-]*){0,4})"
    ),
    re.compile(
        r"(?:^|\n)(?:About|Über|À propos de|Sobre|Over|Sobre a|Chi è|O firmie|Why|Working at|Life at) (?P<name>[A-Z][\w&'’. -]{1,50}?)[:?]?(?:\n|$)"
    ),
    re.compile(
        r"(?:^|\n)(?P<name>[A-ZÀ-Ý][\w&'’.-]*(?: [A-ZÀ-Ý&][\w&'’.-]*){0,4}) (?:is|ist|est|es|è|jest|has been|was founded|makes|builds|sells|operates|develops|provides|helps|runs|works|entwickelt|propose|ofrece|reads|streams|pays)\b"
    ),
)
_NO_NAME = frozenset(
    [
        "the",
        "this",
        "that",
        "we",
        "our",
        "you",
        "it",
        "they",
        "he",
        "she",
        "at",
        "us",
        "about",
        "your",
        "who",
        "what",
        "why",
        "how",
        "role",
        "team",
        "company",
        "position",
        "job",
        "here",
        "there",
        "as",
        "in",
        "on",
        "if",
        "for",
        "with",
        "and",
        "or",
        "an",
        "a",
        "der",
        "die",
        "das",
        "wir",
        "sie",
        "du",
        "ihr",
        "le",
        "la",
        "les",
        "nous",
        "vous",
        "el",
        "los",
        "las",
        "de",
        "het",
        "een",
        "o",
        "os",
        "il",
        "lo",
        "i",
        "people",
        "equal",
        "everyone",
        "all",
        "work",
        "home",
        "time",
        "life",
        "all",
        "new",
        "please",
        "note",
    ]
)


def without_noise(title: str) -> str:
    """The title without what boards put around it: `Vacature …`, `… - job post`."""
    plain = tidy(title).strip(" -–—|·:")
    for words in _around():
        folded = fold(plain)
        if folded.startswith(words + " ") and not words.startswith("-"):
            plain = plain[len(words) :].strip(" -–—|:")
        elif words.startswith("-") and folded.endswith(words):
            plain = plain[: -len(words)].strip(" -–—|:")
    return plain


@lru_cache(maxsize=1)
def _around() -> tuple[str, ...]:
    return tuple(sorted(map(fold, table("chrome")["generic"]["around"]), key=len, reverse=True))


def pieces(heading: str) -> list[str]:
    """A page's title cut where sites join the job, the company and themselves."""
    return [piece for piece in (tidy(p) for p in _SEPARATOR.split(heading)) if piece]


def from_head(heading: str, site: str) -> tuple[str | None, str | None]:
    """Title and company as the page's `<title>` or `og:title` joins them; None where it does not say."""
    if found := _HIRING.match(heading):
        return without_noise(found["title"]), tidy(found["company"])
    cut = [piece for piece in pieces(heading) if not _same_site(piece, site)]
    if not cut:
        return None, None
    if (found := _AT.match(cut[0])) and not places.is_place(found["company"]):
        return without_noise(found["title"]), tidy(found["company"])
    if generic_title(cut[0]):
        title = without_noise(cut[1]) if len(cut) > 1 and not generic_title(cut[1]) else None
        return title, None
    return without_noise(cut[0]), next((piece for piece in cut[1:] if _may_be_company(piece)), None)


def company_in_head(heading: str, site: str, title: str | None) -> str | None:
    """The company in a page's head once the title is known, on whichever side of it it stands."""
    if found := _HIRING.match(heading):
        return tidy(found["company"])
    start = fold(heading).find(fold(title)) if title else -1
    if title is None or start < 0:
        return from_head(heading, site)[1]
    rest = f"{heading[:start]} | {heading[start + len(title) :]}"
    if found := re.search(r"\| {1,2}(?:at|@|bei|chez|bij|presso) ([^|–—]{2,80}?)(?: \||$| [-–—] )", rest):
        return tidy(re.split(r" in (?=[A-ZÀ-Ý])", found[1])[0])
    names = (piece for piece in pieces(rest) if not _same_site(piece, site))
    return next((piece for piece in names if _may_be_company(piece)), None)


def _may_be_company(piece: str) -> bool:
    return (
        1 < len(piece) <= 60
        and not places.is_place(piece)
        and not generic_title(piece)
        and not modes.employment((piece,))
        and not modes.presence((piece,))
    )


def _same_site(piece: str, site: str) -> bool:
    a, b = bare(piece), bare(site)
    return bool(b) and (a == b or a.replace(".example", "") == b)


def bare(name: str) -> str:
    """A company's name for comparing: no legal form, marks or case."""
    plain = _SUFFIX.sub("", fold(name).strip(" ."))
    return re.sub(r"[^\w&]+", " ", plain).strip()


def choose_title(candidates: Iterable[tuple[str | None, float]], heads: Sequence[str]) -> str | None:
    """The candidate that weighs most; what a page's head repeats weighs more, what names no job nothing."""
    folded = [fold(head) for head in heads]
    best: tuple[float, str] | None = None
    for title, weight in candidates:
        plain = without_noise(title or "")
        if not plain or len(plain) > 180 or generic_title(plain):
            continue
        agreed = sum(fold(plain) in head for head in folded) * 1.5
        if best is None or weight + agreed > best[0]:
            best = weight + agreed, plain
    return best[1] if best else None


def shorter(title: str, heading: str | None) -> str:
    """The visible heading where a record's title is the heading with the site's words glued on."""
    if (
        heading
        and len(heading) >= 4
        and fold(title).startswith(fold(heading))
        and fold(title) != fold(heading)
    ):
        rest = title[len(heading) :].strip()
        return heading if re.match(r"^(?:[|@»·]|[-–—] .*|at |bei |in )", rest) else title
    return title


def choose_company(
    candidates: Sequence[tuple[str | None, float]],
    body: str,
    site: str,
    foreign: bool,
    title: str | None = None,
) -> str | None:
    """The candidate that weighs most with what the posting's own text says of it.

    `foreign`: the page belongs to a board, so the site's own name weighs against a candidate.
    """
    scored: list[tuple[float, str]] = []
    sure: set[str] = set()
    for name, weight in candidates:
        plain = tidy(name or "").strip(" -–—|:,")
        if not plain or len(plain) > 90 or fold(plain) in _NO_NAME or generic_title(plain):
            continue
        sure |= {plain} if weight >= 2.0 else set()
        score = weight + _support(plain, body) - 3.0 * (fold(plain) in fold(title or ""))
        scored.append((score - 3.0 * (foreign and bare(plain) == bare(site)), plain))
    if not scored:
        return None
    best = max(scored, key=lambda pair: pair[0])
    longer = [pair for pair in scored if pair[1] in sure and fold(pair[1]).startswith(fold(best[1]) + " ")]
    return max(longer, default=best, key=lambda pair: pair[0])[1]


def _support(name: str, body: str) -> float:
    """How often the text speaks of a company: by its whole name, or by the first word of it, in capitals."""
    whole = tidy(_SUFFIX.sub("", name))
    if not bare(whole):
        return 0.0
    support = 1.2 * min(3, len(re.findall(rf"(?<!\w){re.escape(whole)}(?!\w)", body)))
    first = whole.split()[0]
    if len(first) > 3 and fold(first) not in _NO_NAME and first[:1].isupper():
        support = max(support, 0.8 * min(3, len(re.findall(rf"(?<!\w){re.escape(first)}(?!\w)", body))))
    return support


def names_in(body: str) -> list[str]:
    """What the text calls the company where it speaks of itself, most telling first."""
    found: list[str] = []
    for pattern in _SELF:
        for match in pattern.finditer(body[:20_000]):
            name = tidy(match["name"]).strip(" .,:;'’")
            name = re.sub(r"['’]s$", "", name)
            if fold(name).split()[0] not in _NO_NAME and len(name) > 1 and not places.country_code(name):
                found.append(name)
    return found


def from_slug(slug: str, body: str) -> str | None:
    """The company's name as the text prints it, for an address's `kairogene`; else the slug's own words."""
    wanted = re.sub(r"[^a-z0-9]", "", fold(slug))
    words = re.findall(r"[^\W_][\w&'’.-]*", body)
    for size in range(6, 0, -1):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size]).strip(".,:;'’")
            if name[:1].isupper() and re.sub(r"[^a-z0-9]", "", fold(re.sub(r"['’]s$", "", name))) == wanted:
                return fuller(re.sub(r"['’]s$", "", name), body)
    return None


def fuller(name: str, body: str) -> str:
    """The longer name by which the text introduces the same company once: `Corvid` -> `Corvid Labs`."""
    for match in _SELF[0].finditer(body):
        longer = tidy(match["name"])
        if fold(longer).startswith(fold(name) + " ") and len(longer.split()) <= 5:
            return longer
    return name


def names_a_role(text: str) -> bool:
    """Whether a line reads like a job's title."""
    plain = f"{fold(text)} "
    return any(stem in plain for stem in table("roles")["stems"])


def title_from_slug(slug: str) -> str:
    """Words from an address where nothing better names the company: `blue-heron` -> `Blue Heron`."""
    return " ".join(word.capitalize() for word in re.split(r"[-_.]+", slug) if word)
