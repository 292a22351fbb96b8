"""Who the person is and how to reach them: the head of a CV, its contact block, its summary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bonafide.cv.addresses import is_address, location_of
from bonafide.cv.cleaning import clean
from bonafide.cv.contacts import account_of, find_mail, find_phone, find_urls, labelled, network_of
from bonafide.cv.gather import Entry, Found
from bonafide.cv.headings import section_of
from bonafide.cv.paragraph import Cell, Paragraph, Run
from bonafide.cv.phones import international
from bonafide.cv.places import region_country
from bonafide.cv.words import CONTACT_LABELS, PERSONAL_LABELS, TITLES
from bonafide.language.calendar import plain
from bonafide.model.place import Place
from bonafide.model.reading import Unplaced

_PARTS = re.compile(r"\s*[|•·∙⋄◆\t]\s*|\s{3,}|\s+[–—]\s+")
_SENTENCE = re.compile(r"[.!?…]['\"”’)]*$")
_NAME = re.compile(r"^[^\W\d_][^\d@/\\|:;!?]*$")
_PROSE = 90
# A name is often set larger than this, in points.
_DISPLAY = 13.0
_REGION_LABELS = ("region", "state", "bundesland", "provincia", "provincie", "estado", "regione")
_COUNTRY = "country_code"


@dataclass(slots=True)
class Person:
    """What has been found of the person, and the texts that fit nothing."""

    basics: Entry = field(default_factory=dict)
    location: Entry = field(default_factory=dict)
    profiles: list[Entry] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)

    def put(self, name: str, found: Found) -> None:
        """Keep the first value of each field."""
        self.basics.setdefault(name, found)


def read_basics(
    top: Sequence[Paragraph], contact: Sequence[Paragraph], about: Sequence[Paragraph], urls: Sequence[str]
) -> Person:
    """From the head of the CV, its contact sections and its summary sections; `urls` the document links to."""
    person = Person()
    rest = _read_name(person, top)
    prose = [p for p in rest if _is_prose(p)]
    for paragraph in (*(p for p in rest if not _is_prose(p)), *contact):
        _read_contact(person, paragraph, urls, loose=True)
    told = [paragraph for paragraph in about if not _read_short(person, paragraph, urls)]
    _put_summary(person, told or prose)
    if told:
        person.unplaced += [Unplaced(clean(p.whole), p.place) for p in prose]
    _mend_phone(person)
    return person


def _read_name(person: Person, top: Sequence[Paragraph]) -> list[Paragraph]:
    """Put the name, and the label that stands beside or under it; the rest in order."""
    top = _with_whole_name(top)
    candidates = [p for p in top if _could_be_name(_first_part(p))]
    if not candidates:
        return list(top)
    largest = max(p.style.size for p in candidates)
    declared = [p for p in candidates if p.heading == 1]
    chosen = (declared or [p for p in candidates if p.style.size >= largest - 0.3])[0]
    index = list(top).index(chosen)
    name, label = _parted_name(clean(chosen.text))
    used = {index}
    following = top[index + 1] if index + 1 < len(top) else None
    if following and _is_second_half(chosen, following, name):
        name = f"{name} {clean(following.text)}"
        used.add(index + 1)
    person.put("name", Found(name, clean(chosen.text), chosen.place, 0.95))
    if label and _is_contact(label):
        for part in _PARTS.split(label):
            _read_part(person, part, chosen.cells[0], (), loose=True)
    elif label:
        person.put("label", Found(label, clean(chosen.text), chosen.place, 0.85))
    for cell in chosen.cells[1:]:
        _read_cell(person, cell, (), loose=True)
    _read_label(person, top, max(used) + 1, chosen.flow, used)
    return [p for i, p in enumerate(top) if i not in used]


def _with_whole_name(top: Sequence[Paragraph]) -> list[Paragraph]:
    """A name in display size over two lines as one: a first name alone, or letters after a comma."""
    size = max((p.style.size for p in top), default=0.0)
    large = [i for i, p in enumerate(top) if size > _DISPLAY and abs(p.style.size - size) < 0.3]
    if len(large) != 2 or large[1] - large[0] > 4:
        return list(top)
    first, second = (top[i] for i in large)
    begun, rest = clean(first.text), clean(second.text)
    whole = f"{begun} {rest}"
    open_ended = begun.endswith((",", "-")) or len(begun.split()) == 1
    whole = begun + rest if begun.endswith("-") else whole
    if not open_ended or section_of(begun) or section_of(rest) or not _could_be_name(whole):
        return list(top)
    joined = replace(first.cells[0], runs=(Run(whole, first.style),))
    kept = list(top)
    kept[large[0]] = replace(first, cells=(joined, *first.cells[1:]))
    kept[large[1] : large[1] + 1] = [replace(second, cells=second.cells[1:])] if second.cells[1:] else []
    return kept


def _is_second_half(first: Paragraph, second: Paragraph, name: str) -> bool:
    alike = abs(first.style.size - second.style.size) < 0.3 and first.style.size > _DISPLAY
    return alike and len(name.split()) < 3 and _could_be_name("x " + clean(second.text)) and second.gap < 2


def _read_label(person: Person, top: Sequence[Paragraph], index: int, flow: int, used: set[int]) -> None:
    if index >= len(top) or "label" in person.basics or top[index].flow != flow:
        return
    paragraph = top[index]
    text = clean(paragraph.text)
    if len(paragraph.cells) > 1 or len(text) > 110 or _SENTENCE.search(text) or _is_contact(text):
        return
    if is_address(text) and not TITLES.count(text):
        return
    person.put("label", Found(text, text, paragraph.place, 0.85))
    used.add(index)


def _first_part(paragraph: Paragraph) -> str:
    return _parted_name(clean(paragraph.text))[0]


def _parted_name(text: str) -> tuple[str, str]:
    """ "Ada Lark, Head of Care" -> the name and the label."""
    for sign in (" | ", " – ", " — ", " - ", " · ", ", "):
        left, found, right = text.partition(sign)
        if found and (TITLES.count(right) or sign != ", ") and _could_be_name(left):
            return left.strip(), right.strip()
    return text, ""


def _could_be_name(text: str) -> bool:
    words = text.split()
    if (
        not 2 <= len(words) <= 7
        or len(text) > 60
        or not _NAME.match(text)
        or _SENTENCE.search(text[:-1] + "x")
    ):
        return bool(text) and len(text) <= 12 and len(words) == 1 and not text.isascii() and text.isalpha()
    if section_of(text) or is_address(text) or TITLES.count(text) > 0:
        return False
    small = [word for word in words if word[:1].islower()]
    return len(small) <= len(words) / 2


def _is_prose(paragraph: Paragraph) -> bool:
    text = clean(paragraph.text)
    if _is_contact(text) or len(paragraph.cells) > 1:
        return False
    return len(text) > _PROSE or (len(text) > 50 and bool(_SENTENCE.search(text)))


def is_contact_line(paragraph: Paragraph) -> bool:
    """A line with an e-mail address and little else than ways to reach a person."""
    text = clean(paragraph.whole)
    return bool(find_mail(text)) and not _SENTENCE.search(text) and len(text) < 160


def _is_contact(text: str) -> bool:
    return bool(find_mail(text) or find_phone(text) or (find_urls(text) and len(text) < 120))


def _read_short(person: Person, paragraph: Paragraph, urls: Sequence[str]) -> bool:
    """A contact line in a section called "About"."""
    text = clean(paragraph.whole)
    if len(text) > 60 or _SENTENCE.search(text) or paragraph.level:
        return False
    if not (_is_contact(text) or is_address(text) or _named_link(text, urls) or paragraph.flow):
        return False
    _read_contact(person, paragraph, urls, loose=True)
    return True


def _read_contact(person: Person, paragraph: Paragraph, urls: Sequence[str], loose: bool) -> None:
    cells = list(paragraph.cells)
    if len(cells) == 2 and _is_known_label(clean(cells[0].text)):
        label = clean(cells[0].text).strip(" :")
        _read_part(person, f"{label}: {clean(cells[1].text)}", cells[1], urls, loose)
        return
    for cell in cells:
        _read_cell(person, cell, urls, loose)


def _is_known_label(text: str) -> bool:
    key = labelled(text.strip(" :") + ": x")[0]
    return key in CONTACT_LABELS or key in PERSONAL_LABELS


def _read_cell(person: Person, cell: Cell, urls: Sequence[str], loose: bool) -> None:
    for part in _parts(cell):
        _read_part(person, part, cell, urls, loose)


def _parts(cell: Cell) -> Iterator[str]:
    for part in _PARTS.split(cell.text):
        text = clean(part).strip(" ,;")
        if not text:
            continue
        value = labelled(text)[1]
        found = [item for item in (find_mail(value), find_phone(value), *find_urls(value)) if item]
        if found and len(value.strip()) > len(found[0]) + 6:
            yield from (piece for piece in _loosened(text) if piece)
        else:
            yield text


def _loosened(text: str) -> list[str]:
    """A line of several contacts parted by commas or blanks only; what is found is not parted again."""
    known: set[str] = set()
    pieces = [text]
    for found in (find_mail(text), find_phone(text), *find_urls(text)):
        if found:
            split = [piece.partition(found) if piece not in known else (piece, "", "") for piece in pieces]
            pieces = [part for parts in split for part in parts]
            known.add(found)
    return [piece.strip(" ,;/") for piece in pieces]


def _read_part(person: Person, text: str, cell: Cell, urls: Sequence[str], loose: bool) -> None:
    label, value = labelled(text)
    name = person.basics.get("name")
    if isinstance(name, Found) and clean(text) == name.value:
        return
    if label in PERSONAL_LABELS:
        person.unplaced.append(Unplaced(text, cell.place))
        return
    network = network_of(label) if label else None
    link = next((run.url for run in cell.runs if run.url and clean(run.text) and clean(run.text) in text), "")
    if _put_mail(person, text, cell.place, link) or _put_phone(person, value, text, cell.place):
        return
    if _put_urls(person, value, text, cell.place, link, network, urls):
        return
    if (label in CONTACT_LABELS and not value.strip()) or plain(text).strip(" :") in CONTACT_LABELS:
        return
    if label in _REGION_LABELS and value:
        person.location.setdefault("region", Found(value, text, cell.place, 0.9))
        return
    _put_place(person, value, text, cell.place, loose, labelled_so=label in CONTACT_LABELS)


def _put_mail(person: Person, text: str, place: Place, link: str) -> bool:
    mail = find_mail(text) or (find_mail(link) if link.startswith("mailto:") else None)
    if mail:
        if link.startswith("mailto:") and find_mail(link):
            mail = find_mail(link) or mail
        person.put("email", Found(mail, text, place, 0.98))
    return bool(mail)


def _put_phone(person: Person, value: str, text: str, place: Place) -> bool:
    phone = find_phone(value)
    if not phone or find_urls(value):
        return False
    if "phone" in person.basics:
        person.unplaced.append(Unplaced(text, place))
    person.put("phone", Found(phone, text, place, 0.95))
    return True


def _put_urls(
    person: Person, value: str, text: str, place: Place, link: str, network: str | None, urls: Sequence[str]
) -> bool:
    found = [link] if link.startswith("http") else find_urls(value)
    if not found and network:
        handle = value.strip(" /").lstrip("@")
        _add_profile(person, network, handle, "", text, place)
        return True
    if not found:
        named = _named_link(value, urls)
        found = [named] if named else []
    bracket = re.match(r"^@?([\w.-]+)\s*\((\w[\w .]+)\)$", value)
    if not found and bracket and network_of(bracket[2]):
        _add_profile(person, network_of(bracket[2]) or "", bracket[1], "", text, place)
        return True
    for url in found:
        _add_url(person, url, text, place, network)
    return bool(found)


def _named_link(text: str, urls: Sequence[str]) -> str | None:
    """The linked address that ends as the text reads: a handle printed, its address behind it."""
    key = re.sub(r"\s*\(.*\)$", "", text).strip().lstrip("@").lower()
    for url in urls:
        if (
            key
            and url.startswith("http")
            and url.rstrip("/").lower().endswith((f"/{key}", f"//{key}", f"@{key}"))
        ):
            return url
    return None


def _add_url(person: Person, url: str, text: str, place: Place, network: str | None) -> None:
    account = account_of(url)
    if account or network:
        name = account.username if account else url.rstrip("/").split("/")[-1]
        _add_profile(
            person,
            account.network if account else network or "",
            name,
            account.url if account else url,
            text,
            place,
        )
    elif "url" in person.basics:
        _add_profile(person, "", "", url, text, place)
    else:
        full = url if re.match(r"https?://", url, re.I) else f"https://{url}"
        person.put("url", Found(full, text, place, 0.9))


def _add_profile(person: Person, network: str, user: str, url: str, text: str, place: Place) -> None:
    values = {"network": network, "username": user, "url": url}
    entry: Entry = {name: Found(value, text, place, 0.92) for name, value in values.items() if value}
    known = [e for e in person.profiles if _value(e, "url") == url and _value(e, "username") == user]
    if entry and not known:
        person.profiles.append(entry)


def _value(entry: Entry, name: str) -> str:
    found = entry.get(name)
    return found.value if isinstance(found, Found) else ""


def _put_place(person: Person, value: str, text: str, place: Place, loose: bool, labelled_so: bool) -> None:
    if is_address(value) or (labelled_so and value):
        for name, found in location_of(value, place, 0.9).items():
            person.location.setdefault(name, found)
    elif loose and "city" not in person.location and _may_be_city(value):
        person.location["city"] = Found(value, text, place, 0.5)
    elif "label" not in person.basics and loose and TITLES.count(value):
        person.put("label", Found(value, text, place, 0.7))
    else:
        person.unplaced.append(Unplaced(text, place))


def _may_be_city(text: str) -> bool:
    words = text.split()
    plausible = (
        1 <= len(words) <= 4
        and all(word[:1].isupper() for word in words)
        and not any(c.isdigit() for c in text)
    )
    return plausible and not TITLES.count(text) and not section_of(text)


def _put_summary(person: Person, prose: Sequence[Paragraph]) -> None:
    texts = [clean(" ".join(cell.text for cell in p.cells)) for p in prose]
    texts = [text for text in texts if text]
    if texts:
        person.put("summary", Found(" ".join(texts), " ".join(texts), prose[0].place, 0.93))


def _country(location: Entry) -> str | None:
    """The country that is printed, or the one that a printed region or city-state lies in."""
    named = _value(location, _COUNTRY)
    return named or region_country(_value(location, "region")) or region_country(_value(location, "city"))


def _mend_phone(person: Person) -> None:
    """E.164 where the number or the person's country says which country it is in."""
    phone = person.basics.get("phone")
    if isinstance(phone, Found):
        number = international(phone.value, _country(person.location))
        if number:
            person.basics["phone"] = Found(number, phone.text, phone.place, 0.95)
