"""A posting's title and company, from what a page's head, its headings and its own words say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bonafide.posting import modes, names, places
from bonafide.posting.lexicon import table
from bonafide.posting.lines import fold, tidy
from bonafide.posting.maintext import generic_title

_SEPARATOR = re.compile(r"\s+[|·»•‹›–—-]\s+|\s*\|\s*|\s+::\s+")
_PARTS = {
    "title": r"(?P<title>.{3,140}?)",
    "company": r"(?P<company>[^|–—]{2,80}?)",
    "place": r"(?P<place>[^|–—]{2,60}?)",
}
_GENDERS = re.compile(r"\((?:all genders|gn|[mwfdhvxi](?:\s?[/|*]\s?(?:[mwfdhvxik]|div|gn)\b){1,3})\)", re.I)


def marked(title: str) -> bool:
    """Whether a title ends in the mark that only jobs bear: `(m/w/d)`, `(F/H)`."""
    return _GENDERS.search(title) is not None


def without_noise(title: str) -> str:
    """The title without what boards put around it: `Vacature …`, `… - job post`."""
    plain = tidy(title).strip(" -–—|·:")
    for words in _around():
        folded = fold(plain)
        if folded.startswith(words + " ") and not words.startswith("-"):
            plain = plain[len(words) :].strip(" -–—|:")
        elif words.startswith("-") and folded.endswith(words):
            plain = plain[: -len(words)].strip(" -–—|:")
    before, colon, behind = plain.partition(": ")
    return behind if colon and generic_title(before) and len(behind) > 2 else plain


@lru_cache(maxsize=1)
def _around() -> tuple[str, ...]:
    return tuple(sorted(map(fold, table("chrome")["generic"]["around"]), key=len, reverse=True))


def pieces(heading: str) -> list[str]:
    """A page's title cut where sites join the job, the company and themselves."""
    return [piece for piece in (tidy(p) for p in _SEPARATOR.split(heading)) if piece]


def _joined(text: str) -> tuple[str, str] | None:
    """Title and company of a text in which sites join them: `Acme hiring Lamp Engineer in Oslo`."""
    for form in _forms():
        found = form.fullmatch(text)
        if found and not places.is_place(found["company"]) and not generic_title(found["title"]):
            return without_noise(found["title"]), employer(tidy(found["company"]))
    return None


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile("".join(_PARTS.get(part, re.escape(part)) for part in re.split(r"[{}]", form)))
        for form in table("heads")["forms"]
    )


def from_head(heading: str, site: str) -> tuple[str | None, str | None]:
    """Title and company as the page's `<title>` or `og:title` joins them; None where it does not say."""
    cut = [piece for piece in pieces(heading) if not _same_site(piece, site)]
    if not cut:
        return None, None
    whole = re.split(r"\s*\|\s*", heading)[0]
    if joined := _joined(cut[0]) or _joined(whole):
        return joined
    if generic_title(cut[0]):
        title = without_noise(cut[1]) if len(cut) > 1 and not generic_title(cut[1]) else None
        return title, None
    return without_noise(cut[0]), next((piece for piece in cut[1:] if _may_be_company(piece)), None)


def bare_head(heading: str) -> bool:
    """Whether a page's head names one thing beside words such as `Careers`: as often the company as the job."""
    cut = pieces(heading)
    return len(cut) > 1 and sum(not generic_title(piece) for piece in cut) == 1


def companies_in_head(heading: str, site: str, title: str | None) -> list[str]:
    """What a page's head may call the company: one name beside the title, else all that name no role."""
    if title and fold(title) in fold(heading):
        return [name] if (name := company_in_head(heading, site, title)) else []
    named = [
        piece
        for piece in pieces(heading)
        if not names_a_role(piece) and not _same_site(piece, site) and not re.search(r"\d{3}", piece)
    ]
    given = from_head(heading, site)[1]
    return list(dict.fromkeys([*filter(None, [given]), *filter(_may_be_company, map(employer, named))]))


def company_in_head(heading: str, site: str, title: str) -> str | None:
    """The company in a page's head that names the title, on whichever side of it it stands."""
    start = fold(heading).find(fold(title))
    if joined := _joined(re.split(r"\s*\|\s*", heading)[0]):
        return joined[1]
    before, after = heading[:start], heading[start + len(title) :]
    if behind := _joined(f"{title}{re.split(r' [|–—-] ', after)[0]}"):
        return behind[1]
    if _is_name_before(before):
        return before.strip()
    before = before if not before or _SEPARATOR.search(before[-3:]) or before.endswith((", ", ": ")) else ""
    rest = [piece for piece in pieces(f"{before} | {after}") if not _same_site(piece, site)]
    named = (employer(_before_comma(piece).strip(" -–—|·:")) for piece in rest)
    return next(filter(_may_be_company, named), None)


def _is_name_before(before: str) -> bool:
    """ "Glow Lights Lamp Fitter | a board": two words and more, each with a capital, right before the title."""
    words = before.split()
    plain = len(words) > 1 and all(word[:1].isupper() and word[-1:].isalnum() for word in words)
    return plain and not names_a_role(before) and _may_be_company(before.strip())


def _before_comma(piece: str) -> str:
    """The company of `, Glow Ltd, Oslo`, where a head lists its parts with commas."""
    return re.split(r",\s+", piece.lstrip(" ,"))[0] if piece.startswith(",") else piece


def employer(site: str) -> str:
    """The company in what sites call their pages: `Careers at Glow`, `Glow Careers`."""
    plain = tidy(site)
    for words in map(fold, table("heads")["careers"]):
        if fold(plain).startswith(words + " "):
            return plain[len(words) :].strip()
    for words in map(fold, table("heads")["careers_behind"]):
        if fold(plain).endswith(" " + words):
            return plain[: -len(words)].strip(" -–—|:")
    return plain


def without_at(text: str) -> str:
    """A company's name without the small word before it: `at Glow`, `bei Glow`."""
    first, _, rest = text.partition(" ")
    return rest.strip() if rest and first in table("heads")["before"] else text


def _may_be_company(piece: str) -> bool:
    return (
        1 < len(piece) <= 60
        and not places.is_place(piece)
        and not generic_title(piece)
        and not modes.is_terms(piece)
    )


def _same_site(piece: str, site: str) -> bool:
    a, b = names.bare(piece), names.bare(site)
    return bool(b) and (a == b or a.replace(".example", "") == b)


def choose_title(candidates: Iterable[tuple[str | None, float]], heads: Sequence[str]) -> str | None:
    """The candidate that weighs most; what a page's head repeats weighs more, what names no job nothing."""
    folded = {fold(head) for head in heads}
    best: tuple[float, str] | None = None
    for title, weight in candidates:
        plain = without_noise(title or "")
        if not plain or len(plain) > 180 or generic_title(plain):
            continue
        agreed = sum(fold(plain) in head for head in folded) * 1.5
        spoken = 1.0 * names_a_role(plain) - 2.0 * (employer(plain) != plain)
        if best is None or weight + agreed + spoken > best[0]:
            best = weight + agreed + spoken, plain
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
        return (
            heading
            if re.match(
                r"^(?:[|@»·]|[-–—] .*|(?:at|bei|in|à|chez|bij|te|presso|na|em|en|w|a) [^\Wa-z])", rest
            )
            else title
        )
    return title


def names_a_role(text: str) -> bool:
    """Whether a line reads like a job's title."""
    plain = f"{fold(text)} "
    return any(stem in plain for stem in table("roles")["stems"])
