"""What a person may write into a field: checked and brought into the form in which the house keeps it."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from bonafide.language.periods import parse_date
from bonafide.model.faults import InputFault
from bonafide.model.posting import RequirementKind
from bonafide.posting.places import country_code

LONGEST = 4000
REMOTE = ("on-site", "hybrid", "remote")
EMPLOYMENT = ("FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN")
UNITS = ("YEAR", "MONTH", "DAY", "HOUR")

_MAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;.]+(?:\.[^\s@<>,;.]+)+")
_URL = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?[^\s<>]*\.[^\s<>]+", re.I)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+")
_AMOUNT = re.compile(r"\d+(?:[.,]\d{1,2})?")
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def checked(field: str, value: Any, where: str) -> Any:
    """The value as the field keeps it; `field` is a noun's in snake case. Raises InputFault at `where`."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise InputFault("This is neither a text nor a number.", where=where, mend="Give one value.")
    text = " ".join(str(value).split())
    if not text or len(text) > LONGEST:
        what = f"The text has {len(text)} characters; it needs 1 to {LONGEST:,}."
        raise InputFault(what, where=where, mend="Leave the value out where it is not so.")
    return _CHECKS.get(field, _text)(text, where)


def _text(text: str, where: str) -> str:
    return text


def _date(text: str, where: str) -> str:
    """`2019`, `2019-08`, `2019-08-01`, or a date as people print it, of which no part is dropped."""
    found = parse_date(text)
    if found is None or (_ISO.fullmatch(text) and found.iso() != text):
        mend = "Write it as 2019, 2019-08 or 2019-08-01; leave an end out where it still goes on."
        raise InputFault(f"“{text[:40]}” is no date.", where=where, mend=mend)
    return found.iso()


def _day(text: str, where: str) -> str:
    day = _date(text, where)
    if len(day) != len("2019-08-01"):
        raise InputFault(f"“{text[:40]}” is no single day.", where=where, mend="Write it as 2026-11-27.")
    return day


def _email(text: str, where: str) -> str:
    if not _MAIL.fullmatch(text):
        what = f"“{text[:60]}” is no e-mail address."
        raise InputFault(what, where=where, mend="Write it as name@example.org.")
    return text


def _url(text: str, where: str) -> str:
    if not _URL.fullmatch(text):
        what = f"“{text[:60]}” is no web address."
        raise InputFault(what, where=where, mend="Write it as example.org/page or https://example.org.")
    return text


def _country(text: str, where: str) -> str:
    code = text.upper() if text.upper() in _codes() else country_code(text)
    if code is None:
        what = f"“{text[:40]}” is no country that is known here."
        raise InputFault(what, where=where, mend="Write its two letters of ISO 3166, such as IE.")
    return code


def _kind(text: str, where: str) -> RequirementKind:
    return RequirementKind(_one_of([str(kind) for kind in RequirementKind])(text, where))


def _currency(text: str, where: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{3}", text):
        raise InputFault(f"“{text[:20]}” is no currency.", where=where, mend="Write three letters: EUR, GBP.")
    return text.upper()


def _amount(text: str, where: str) -> float:
    """An amount of money; `72,000` and `72.000` are seventy-two thousand."""
    plain = re.sub(r"\D", "", text) if _THOUSANDS.fullmatch(text) else text.replace(",", ".")
    if not _AMOUNT.fullmatch(plain) or not math.isfinite(float(plain)):
        raise InputFault(f"“{text[:40]}” is no amount.", where=where, mend="Write digits: 72000.")
    return float(plain)


def _one_of(codes: list[str] | tuple[str, ...]) -> Callable[[str, str], str]:
    def check(text: str, where: str) -> str:
        if text not in codes:
            what = f"“{text[:40]}” is not one of the choices."
            raise InputFault(what, where=where, mend=f"Choose {', '.join(codes)}.")
        return text

    return check


@cache
def _codes() -> frozenset[str]:
    text = files("bonafide.workflows").joinpath("data/countries.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)["codes"].split())


_CHECKS: dict[str, Callable[[str, str], Any]] = {
    **dict.fromkeys(("start_date", "end_date", "date", "release_date"), _date),
    **dict.fromkeys(("date_posted", "valid_through"), _day),
    **dict.fromkeys(("country_code", "country"), _country),
    **dict.fromkeys(("min", "max"), _amount),
    "email": _email,
    "url": _url,
    "kind": _kind,
    "remote": _one_of(REMOTE),
    "employment_type": _one_of(EMPLOYMENT),
    "unit": _one_of(UNITS),
    "currency": _currency,
}
