"""A posting pasted as text, or taken out of a PDF: its lines, and the facts in its first ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from bonafide.model.posting import JobLocation
from bonafide.posting import coded, dates, labels, listing, modes, names, places, salary, sureness, titles
from bonafide.posting.findings import Findings, over
from bonafide.posting.lines import BULLET, Line, Role, cleaned, fold, tidy
from bonafide.posting.maintext import announces_chrome, generic_title, is_button
from bonafide.posting.sections import Topic, announces, run_in, topic_of

_HEADER_LINES = 14
_LONGEST_TITLE = 200
_LONGEST_ITEM = 220
_LONGEST_HEADING = 10
_CUT = re.compile(r"\s*(?:[|·•]|\s[–—-]\s|\s/\s|\t)\s*")
_NUMBER = re.compile(r"^(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s+")
_LETTERED = re.compile(r"^(?P<letter>[A-Z])(?P<number>\d{1,2})[.):]?\s+(?=\S)")
_PICTURE = re.compile("[\u2600-\u27bf\u2b50\U0001f000-\U0001faff]\ufe0f?\\s*(?=\\w)")
_NUMBERED = re.compile(r"(?:\d{2,3}|2[AB])\s*[-–]\s*(?P<town>[^\W\d_][\w .'’-]{1,40})")  # `62 – Arras`
_LISTING = (Topic.MUST, Topic.NICE, Topic.DUTY)
_ENDS = re.compile(r"[.!?:;…]['\"”’)]?$")


def lines_of(text: str, wrapped: bool = False) -> tuple[Line, ...]:
    """The text's paragraphs, items and headings; lines broken by a page's width are joined again."""
    given = [tidy(line) for line in listing.untabled(coded.headed(listing.laid_out(text.splitlines())))]
    raw = [_marked(given, index) for index in range(len(given))]
    if wrapped or _looks_wrapped(raw):
        return cleaned(Line(line, Role.TEXT) for line in _unwrapped(raw) if not is_button(line))
    shown = cleaned(line for block in _blocks(raw) for line in _of_block(block) if not is_button(line.text))
    return tuple(listing.told_apart(shown))


def _marked(lines: Sequence[str], index: int) -> str:
    """A line with its mark as it is to be read: next to another one of its kind a number or a picture marks an item."""
    line = lines[index]
    near = [lines[at] for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    if (picture := _PICTURE.match(line)) and any(map(_PICTURE.match, near)):
        return f"• {line[picture.end() :]}"
    if (letter := _LETTERED.match(line)) and any(_is_next_to(letter, near_one) for near_one in near):
        return f"• {line[letter.end() :]}"
    return line if any(map(_NUMBER.match, near)) else _unnumbered(line)


def _is_next_to(mark: re.Match[str], line: str) -> bool:
    """Whether a line carries the number before or behind a mark such as `A2`."""
    other = _LETTERED.match(line)
    return (
        other is not None
        and other["letter"] == mark["letter"]
        and abs(int(other["number"]) - int(mark["number"])) == 1
    )


def _unnumbered(line: str) -> str:
    """A numbered line without its number where it is a section's heading, and no item: `3. Qualifications`."""
    rest = _NUMBER.sub("", line)
    return rest if rest != line and announces(rest) else line


def _blocks(raw: Sequence[str]) -> list[list[str]]:
    """The lines between blank ones; headings that stand alone belong to the block below them."""
    found: list[list[str]] = [[]]
    for line in raw:
        alone = bool(found[-1]) and all(map(announces, found[-1]))
        if line:
            found[-1].append(line)
        elif found[-1] and not alone:
            found.append([])
    return found


def _of_block(block: Sequence[str]) -> list[Line]:
    """A block's lines; short ones below a heading are a list that has lost its bullets."""
    starts = [index for index, line in enumerate(block) if index and _heads_a_part(line)]
    cut = pairwise([0, *starts, len(block)])
    return [line for start, end in cut for line in _of_part(block[start:end])]


def _of_part(part: Sequence[str]) -> list[Line]:
    listed = len(part) > 2 and _heads(part[0]) and all(len(line) <= _LONGEST_ITEM for line in part)
    lost = listed and not any(BULLET.match(line) or line.endswith(":") for line in part[1:])
    return [Line(line, Role.ITEM if lost and index else Role.TEXT) for index, line in enumerate(part)]


def _heads_a_part(line: str) -> bool:
    """Whether a line inside a block is a heading of its own, and no item that has a heading's words: `Safeguarding, as a deputy`."""
    return announces(line) and "," not in line and topic_of(line) not in (None, Topic.LEGAL)


def _heads(line: str) -> bool:
    """Whether the first line of a block stands above the others as their heading."""
    short = len(line.split()) <= _LONGEST_HEADING
    plainly = short and not _ENDS.search(line) and topic_of(line) in (Topic.MUST, Topic.NICE)
    return announces(line) or (line.endswith(":") and short) or plainly


def _looks_wrapped(raw: Sequence[str]) -> bool:
    """Whether most long lines end within a sentence at about the same width."""
    long = [line for line in raw if len(line) > 50]
    if len(long) < 4 or max(map(len, long)) > 125:
        return False
    broken = sum(not _ENDS.search(line) for line in long)
    return broken >= 0.5 * len(long) and sum(bool(a and b and b[:1].islower()) for a, b in pairwise(raw)) >= 3


def _unwrapped(raw: Sequence[str]) -> list[str]:
    width = max((len(line) for line in raw), default=0)
    found: list[str] = []
    open_line = False
    for line in raw:
        if not line:
            open_line = False
            continue
        if open_line and found and _continues(found[-1], line, width):
            found[-1] = f"{found[-1]} {line}" if not found[-1].endswith("-") else found[-1] + line
        else:
            found.append(line)
        open_line = len(line) > 0.45 * width or BULLET.match(found[-1]) is not None
    return found


def _continues(before: str, line: str, width: int) -> bool:
    if BULLET.match(line) or announces(line):
        return False
    last = before[-width:] if width else before
    if line[:1].islower() or last.endswith((",", "-", "(", "/", "&")):
        return True
    return not _ENDS.search(before) and len(last) >= 0.75 * width and len(line) > 0


def findings(lines: Sequence[Line], today: date | None) -> tuple[Findings, tuple[Line, ...]]:
    """The facts of a pasted text's head, and the lines below it that are its description."""
    size = _header_size(lines)
    header = list(lines[:size])
    body = tuple(line for line in lines[size:] if not announces_chrome(line.text) or line.role is Role.ITEM)
    country = next(
        (place.country for line in header for place in places.read(line.text) if place.country), None
    )
    labelled = labels.findings([*header, *body[-8:]], today, country == "US", country)
    return over(labelled, _of_header(header, body, country, labelled.company)), body


def _header_size(lines: Sequence[Line]) -> int:
    """How many lines stand before the first paragraph, list or section."""
    if lines and len(lines[0].text) > _LONGEST_TITLE:
        return 0
    for index, line in enumerate(lines[:_HEADER_LINES]):
        if index and (line.role is Role.ITEM or len(line.text) > 150 or _opens_text(lines, index)):
            return index
    return min(len(lines), _HEADER_LINES, 2)


def _opens_text(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if (own := run_in(line)) and own[0] in _LISTING:
        return True
    if labels.pairs([line]) or is_fact(line.text):
        return False
    below = lines[index + 1] if index + 1 < len(lines) else Line("")
    following = below.text
    if below.role is Role.ITEM and (line.text.endswith(":") or topic_of(line.text) in _LISTING):
        return True
    ended = line.text.endswith((".", "!", "?")) and not names.ends_in_form(line.text)
    speaks = len(line.text.split()) > 5 and ended
    return announces(line.text) or len(following) > 120 or speaks


def is_fact(text: str) -> bool:
    """Whether a short line is made of places, modes, pay and the like."""
    cut = [piece for piece in _CUT.split(text) if piece]
    if len(text) > 140 or not cut:
        return False
    return any((places.is_place(p) and len(p) < 60) or (modes.is_terms(p) and len(p) < 40) for p in cut)


def _of_header(
    header: Sequence[Line], body: Sequence[Line], country: str | None, known: str | None
) -> Findings:
    unlabelled = [line.text for line in header if not labels.pairs([line])]
    if unlabelled and (_listed_head(unlabelled[0]) or _comma_head(unlabelled[0])):
        unlabelled.insert(1, unlabelled[0])
    heads = [text for text in unlabelled if not _is_terms(text)][:3]
    title, company = _title_and_company(heads, "\n".join(line.text for line in body))
    if known and unlabelled and not _listed_head(unlabelled[0]):
        head = [text for text in unlabelled[:3] if not generic_title(text)] or [""]
        named = next((text for text in head if titles.names_a_role(text)), head[0])
        title, company = titles.without_noise(named.removesuffix(known)), known
    chips = [piece for line in unlabelled[1:] for piece in _CUT.split(line)] + re.findall(
        r"\(([^()]{3,60})\)", " ".join(unlabelled[1:])
    )
    found = places.distinct(place for text in unlabelled[1:] for place in _places(text, company))
    unsure = {} if found else {"places": sureness.guessed("places")}
    return Findings(
        kind="text",
        title=title,
        company=company,
        places=found or unknown_place(unlabelled[1:], company),
        remote=modes.presence(chips),
        employment=modes.employment([*unlabelled[1:], *(line.text for line in header[1:])]),
        salary=salary.find(unlabelled[1:], country),
        sure=unsure,
    )


def _is_terms(text: str) -> bool:
    """Whether a line holds nothing but terms: `CDI - Temps plein`, `Contract: permanent`."""
    cut = [piece for piece in re.split(r"\s*(?:[|·•,/]|\s[–—-]\s)\s*", text) if piece]
    return bool(cut) and all(modes.is_terms(piece) and len(piece) <= 40 for piece in cut)


def _places(text: str, company: str | None) -> tuple[JobLocation, ...]:
    if company != text and not titles.names_a_role(text) and (place := places.in_province(text.strip(" ."))):
        return (place,)
    if place := places.postal(text.strip(" .")):
        return places.read(text) or (place,)
    rest = text.replace(company, " ") if company else text
    found = [
        place
        for piece in re.split(r"\s*[|·•]\s*|\s[–—-]\s", rest)
        if len(piece) < 90
        for place in places.read(piece.strip(" ,;"))
        if place.city or place.country
    ]
    return tuple(found)


def unknown_place(head: Sequence[str], company: str | None) -> tuple[JobLocation, ...]:
    """A town in no table: the piece with a capital that stands on a line with a kind of employment or presence."""
    for text in head:
        cut = [piece.strip(" ,;") for piece in _CUT.split(text) if piece.strip(" ,;")]
        plain = [piece for piece in cut if not modes.is_terms(piece) and not dates.printed(piece)]
        if len(cut) > len(plain) and plain and _may_be_town(plain[0]) and not _same_name(plain[0], company):
            return (JobLocation(city=plain[0]),)
    alone = [text.strip(" ,.") for text in head if text != company]
    numbered = [found["town"] for text in alone if (found := _NUMBERED.fullmatch(text))]
    sounding = [text for text in alone if places.sounds_like_town(text)]
    return tuple(JobLocation(city=text) for text in (*numbered, *sounding) if _may_be_town(text))[:1]


def _same_name(text: str, company: str | None) -> bool:
    return names.ends_in_form(text) or names.bare(text) == names.bare(company or "")


def _may_be_town(text: str) -> bool:
    words = text.split()
    capitals = sum(word[:1].isupper() for word in words)
    return (
        bool(re.fullmatch(r"[^\W\d_a-zà-ÿ][\w .'’/-]{1,40}", text))
        and len(words) <= 5
        and 2 * capitals > len(words)
    )


def _title_and_company(head: Sequence[str], body: str) -> tuple[str | None, str | None]:
    """The first line is the title, unless only a later one names a role; the company stands beside or below it."""
    head = [line for line in head if not generic_title(line)]
    if not head:
        return None, None
    listed = _listed_head(head[0]) or _comma_head(head[0])
    if listed:
        return listed
    named = next((index for index, line in enumerate(head) if titles.names_a_role(line)), 0)
    others = [line for index, line in enumerate(head) if index != named]
    title, company = titles.from_head(head[named], "")
    second = _company_in(others[0]) if others else None
    sure = second and (_spoken_of(second, body) or names.bare(second) != tidy(fold(second)))
    if sure or (company and not _spoken_of(company, body)):
        title = head[named] if not company or second != company else title
        company = second if sure else None
    return titles.without_noise(title or head[named]), company or second or _self_named(body)


def _listed_head(line: str) -> tuple[str, str] | None:
    """Title and company of a head such as `Acme | Lamp Engineer | Oslo | Full-time`."""
    cut = [piece for piece in re.split(r"\s*\|\s*", line) if piece]
    roles = [piece for piece in cut if titles.names_a_role(piece) and not modes.employment((piece,))]
    if len(cut) < 3 or not roles or roles[0] == cut[0]:
        return None
    return titles.without_noise(roles[0]), re.sub(r"\s*\(.*?\)", "", cut[0])


def _comma_head(line: str) -> tuple[str, str] | None:
    """Title and company of a head such as `Lamp Engineer, Acme, Oslo`, whose end is a place."""
    cut = line.split(", ")
    size = next((n for n in range(2, len(cut)) if places.is_place(", ".join(cut[n:]))), 0)
    if size < 2 or not titles.names_a_role(cut[0]) or len(line) > 140:
        return None
    company = cut[size - 1]
    if titles.names_a_role(company) or names.is_department(company) or _company_in(company) != company:
        return None
    return titles.without_noise(", ".join(cut[: size - 1])), company


def _spoken_of(name: str, body: str) -> bool:
    first = names.bare(name).split()[:1]
    return bool(first) and first[0] in fold(body)


def _company_in(text: str) -> str | None:
    for piece in re.split(r"\s*[|·•]\s*|\s[–—-]\s|,\s+(?=[A-Z])", text):
        plain = re.sub(r"\s*\([^()]*\)$", "", piece).strip(" ,")
        if (
            plain
            and len(plain) <= 60
            and len(plain.split()) <= 6
            and not places.is_place(plain)
            and not modes.is_terms(plain)
        ):
            legal = re.match(rf"{re.escape(plain)}, (?:Inc|Ltd|LLC|GmbH|S\.A|SA|AG|Corp)\b\.?", text)
            return legal.group() if legal else plain
    return None


def _self_named(body: str) -> str | None:
    found = names.names_in(body)
    return names.choose_company([(name, 1.0 - 0.1 * i) for i, name in enumerate(found[:8])], body, "", False)
