"""How to reach a person: contact lines taken apart into mail, phone, addresses, accounts and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bonafide.cv.addresses import is_address, location_of
from bonafide.cv.cleaning import clean
from bonafide.cv.contacts import account_of, find_mail, find_phone, find_urls, labelled, network_of
from bonafide.cv.gather import Entry, Found
from bonafide.cv.headings import section_of
from bonafide.cv.paragraph import Cell, Paragraph
from bonafide.cv.person import Person, value_of
from bonafide.cv.words import CONTACT_LABELS, PERSONAL_LABELS, REGION_LABELS, TITLES
from bonafide.language.calendar import plain
from bonafide.model.place import Place
from bonafide.model.reading import Unplaced

PARTS = re.compile(r"\s*[|•·∙⋄◆✉☎✆✈⌂📧📞📱📍🏠🌐🔗\t]\s*|\s{3,}|\s+[–—]\s+")
SENTENCE = re.compile(r"[.!?…]['\"”’)]*$")


def is_contact(text: str) -> bool:
    """Whether a text holds a mail address, a telephone number or, if short, a web address."""
    return bool(find_mail(text) or find_phone(text) or (find_urls(text) and len(text) < 120))


def read_contact(person: Person, paragraph: Paragraph, urls: Sequence[str]) -> None:
    cells = list(paragraph.cells)
    if len(cells) == 2 and _is_known_label(clean(cells[0].text)):
        label = clean(cells[0].text).strip(" :")
        read_part(person, f"{label}: {clean(cells[1].text)}", cells[1], urls)
        return
    for cell in cells:
        read_cell(person, cell, urls)


def _is_known_label(text: str) -> bool:
    key = labelled(text.strip(" :") + ": x")[0]
    return key in CONTACT_LABELS or key in PERSONAL_LABELS


def read_cell(person: Person, cell: Cell, urls: Sequence[str]) -> None:
    for part in _parts(cell):
        read_part(person, part, cell, urls)


def _parts(cell: Cell) -> Iterator[str]:
    for part in PARTS.split(cell.text):
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
            pieces = [part for parts in split for part in parts if part]
            known.add(found)
    return [piece.strip(" ,;/") for piece in pieces]


def read_part(person: Person, text: str, cell: Cell, urls: Sequence[str]) -> None:
    label, value = labelled(text)
    name = person.basics.get("name")
    if isinstance(name, Found) and clean(text) == name.value:
        return
    if label in PERSONAL_LABELS or plain(text).strip(" :") in PERSONAL_LABELS:
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
    if label in REGION_LABELS and value:
        person.location.setdefault("region", Found(value, text, cell.place, 0.9))
        return
    _put_place(person, value, text, cell.place, labelled_so=label in CONTACT_LABELS)


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
        named = named_link(value, urls)
        found = [named] if named else []
    bracket = re.match(r"^@?([\w.-]+)\s*\((\w[\w .]+)\)$", value)
    if not found and bracket and network_of(bracket[2]):
        _add_profile(person, network_of(bracket[2]) or "", bracket[1], "", text, place)
        return True
    for url in found:
        _add_url(person, url, text, place, network)
    return bool(found)


def named_link(text: str, urls: Sequence[str]) -> str | None:
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
    known = [e for e in person.profiles if value_of(e, "url") == url and value_of(e, "username") == user]
    if entry and not known:
        person.profiles.append(entry)


def _put_place(person: Person, value: str, text: str, place: Place, labelled_so: bool) -> None:
    if is_address(value) or (labelled_so and value):
        for name, found in location_of(value, place, 0.9).items():
            person.location.setdefault(name, found)
    elif "city" not in person.location and _may_be_city(value):
        person.location["city"] = Found(value, text, place, 0.5)
    elif "label" not in person.basics and TITLES.count(value):
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
