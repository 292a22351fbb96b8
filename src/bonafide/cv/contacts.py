"""E-mail addresses, telephone numbers, web addresses and accounts in short texts."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from bonafide.cv.places import is_postcode
from bonafide.language.calendar import plain
from bonafide.language.periods import find_periods

_MAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+", re.U)
_URL = re.compile(
    r"(?:https?://|www\.)[^\s,;|<>()]+|(?<![@\w.])(?:[a-z0-9-]+\.)+[a-z]{2,12}(?:/[^\s,;|<>()]*)?(?![@\w])",
    re.I,
)
_PHONE = re.compile(r"(?<![\w/])(?:\+|00)?\(?\d[\d\s()./‐-―-]{5,22}\d(?!\w)")
_LABEL = re.compile(r"^\s*([^\W\d][\w .-]{0,22}?)\s*[:：]\s*")


@dataclass(frozen=True, slots=True)
class Account:
    """An account elsewhere: the network's name, the user's, and the address, as far as they are known."""

    network: str
    username: str
    url: str


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files("bonafide.cv").joinpath("data/networks.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _endings() -> frozenset[str]:
    return frozenset(_data()["endings"])


def ends_as_host(host: str) -> bool:
    """Whether a host's name ends as names of hosts do: `mail.example` but not `mail.exam`."""
    name, _, ending = host.rpartition(".")
    return bool(name) and ending.lower() in _endings()


def find_mail(text: str) -> str | None:
    """The first e-mail address."""
    found = _MAIL.search(text)
    return found.group().strip(".'-") if found else None


def find_phone(text: str) -> str | None:
    """The first telephone number as printed; dates and years are none."""
    for found in _PHONE.finditer(_MAIL.sub(" ", text)):
        digits = sum(char.isdigit() for char in found.group())
        if 7 <= digits <= 15 and not _is_dates(found.group()) and not is_postcode(found.group()):
            return found.group().strip(" .-/")
    return None


def _is_dates(text: str) -> bool:
    periods = find_periods(text)
    return bool(periods) and sum(p.end - p.start for p in periods) > 0.7 * len(text.strip())


def find_urls(text: str) -> list[str]:
    """Web addresses as printed; an e-mail's host is none."""
    found = []
    for match in _URL.finditer(_MAIL.sub(" ", text)):
        url = match.group().rstrip(".,:;")
        host = re.sub(r"^https?://", "", url, flags=re.I).split("/")[0].lower()
        if url.lower().startswith(("http", "www.")) or ends_as_host(host):
            found.append(url)
    return found


def network_of(text: str) -> str | None:
    """The network that an address or a label names."""
    key = plain(text)
    host = re.sub(r"^https?://", "", key).split("/")[0]
    for sign, name in _data()["networks"].items():
        if sign in host or key.strip(" :()") == sign:
            return str(name)
    return None


def account_of(url: str) -> Account | None:
    """The account at a known network's address: `linkedin.com/in/jane` -> LinkedIn, jane."""
    network = network_of(url)
    tail = url.rstrip("/").split("/")[-1].split("?")[0].lstrip("@")
    if network is None or "/" not in re.sub(r"^https?://", "", url):
        return None
    return Account(network, tail, url if re.match(r"https?://", url, re.I) else f"https://{url}")


def labelled(text: str) -> tuple[str, str]:
    """The label before a colon, in small letters without accents, and what follows it."""
    found = _LABEL.match(text)
    if not found or text[found.end() - 1 :].startswith("//"):
        return "", text
    return plain(found[1]).strip(), text[found.end() :]
