"""Pay as postings write it: ranges, thousands, many currencies; not a company's revenue or a voucher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bonafide.model.posting import Salary
from bonafide.posting.lexicon import anyof, table
from bonafide.posting.lines import fold

_LONGEST_FIELD = 60
_NUMBER = r"\d{1,3}(?:[.,'’ \u00a0\u2009\u202f]\d{2,3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
_BLANKS = str.maketrans({" ": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " "})
_LONGEST = 6000
_SMALL_UNITS = frozenset(("JPY", "KRW", "IDR", "VND", "COP", "CLP", "NGN", "HUF", "UGX", "TZS", "ARS"))
_PLAUSIBLE = {
    "YEAR": (2_500, 3_000_000),
    "MONTH": (100, 120_000),
    "WEEK": (40, 20_000),
    "DAY": (10, 6_000),
    "HOUR": (1.5, 700),
}


@dataclass(frozen=True, slots=True)
class _Amount:
    """A sum of money in a text: where, how much, in what, and whether it counts in millions."""

    start: int
    end: int
    value: float
    currency: str | None
    factor: str | None


def find(lines: Iterable[str], country: str | None = None) -> Salary | None:
    """The pay that the lines state most clearly, or None; `country` decides what a bare `$` is."""
    best: tuple[float, Salary] | None = None
    for line in lines:
        if any(c.isdigit() for c in line):
            for score, salary in _candidates(line[:_LONGEST], country):
                if best is None or score > best[0]:
                    best = score, salary
    return best[1] if best and best[0] >= 2 else None


def stated(text: str, country: str | None = None) -> Salary | None:
    """The pay in a text that is known to be about pay, such as the value of a field `Salary`."""
    found = list(_candidates(text[:_LONGEST], country))
    return max(found, key=lambda pair: pair[0])[1] if found and max(f[0] for f in found) >= 0 else None


def of_amounts(low: object, high: object, currency: str | None, unit: str | None) -> Salary | None:
    """A salary from a record's fields; amounts may be strings; the unit is told by size where it is missing."""
    least, most = _plain(low), _plain(high)
    if not least and not most:
        return None
    code = (currency or "").strip().upper() or None
    if code and code not in table("money")["codes"]["known"]:
        code = table("money")["signs"].get((currency or "").strip(), code if len(code) == 3 else None)
    found = Salary(min=least or None, max=most or least, currency=code, unit=unit_of(unit or ""))
    return found if found.unit else replace(found, unit=_guessed_unit(found.max or 0, code))


def unit_of(text: str) -> str | None:
    """YEAR, MONTH, WEEK, DAY or HOUR from a word for it."""
    plain = fold(text).strip()
    if plain.upper() in _PLAUSIBLE:
        return plain.upper()
    found = _units().search(plain.replace("_", " ").replace("-", " "))
    return _unit_names()[found.group()] if found else None


def _plain(value: object) -> float | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return float(value)
    found = re.search(_NUMBER, str(value)[:_LONGEST_FIELD])
    return _value(found.group()) if found else None


def _candidates(text: str, country: str | None) -> Iterator[tuple[float, Salary]]:
    amounts = list(_amounts(text, country))
    used: set[int] = set()
    for index, first in enumerate(amounts):
        if index in used:
            continue
        second = amounts[index + 1] if index + 1 < len(amounts) else None
        if second and _between().match(_gap(text, first.end, second.start)):
            used.add(index + 1)
            pair = _agreed(first, second)
            if pair[0].value <= pair[1].value:
                yield from _weighed(text, pair[0], pair[1], country)
        else:
            yield from _weighed(text, first, None, country)


def _gap(text: str, start: int, end: int) -> str:
    gap = text[start:end]
    found = _units().search(fold(gap))
    return (
        gap
        if not found
        else re.sub(r"(?i)(?:/|per|pro|par|a)?\s*" + re.escape(found.group()) + r"(?!\w)", " ", gap, count=1)
    )


def _agreed(first: _Amount, second: _Amount) -> tuple[_Amount, _Amount]:
    """Both ends with the currency and the thousands that only one of them shows."""
    currency = second.currency or first.currency
    if first.factor is None and second.factor and first.value < 1000:
        first = replace(first, value=first.value * _size(second.factor), factor=second.factor)
    elif second.factor is None and first.factor and second.value < 1000:
        second = replace(second, value=second.value * _size(first.factor), factor=first.factor)
    elif (
        second.factor is None
        and first.value < 1000 <= first.value * 1000 <= second.value <= first.value * 3000
    ):
        first = replace(first, value=first.value * 1000)  # `95-110,000`
    return replace(first, currency=first.currency or currency), replace(second, currency=currency)


def _weighed(
    text: str, low: _Amount, high: _Amount | None, country: str | None
) -> Iterator[tuple[float, Salary]]:
    """The pair as pay with a score, unless it cannot be pay."""
    end = high.end if high else low.end
    currency = (high and high.currency) or low.currency
    top = (high or low).value
    if not currency and (high is None or top < 1000):
        return  # most numbers of a text; what stands around them need not be read
    before, after = _sentence(text, low.start, end)
    pays, strays = _about(before, after)
    if text[end : end + 2].strip().startswith("%") or (
        "million" in (low.factor, high and high.factor) and currency not in _SMALL_UNITS
    ):
        return
    told = _unit_near(before, after)
    said = told is not None
    if not currency and not (pays or said):
        return
    unit = told or _guessed_unit(top, currency)
    least, most = _PLAUSIBLE[unit]
    dollars = top / table("money")["worth"].get(currency or "", 1)
    score = 2.0 * bool(high) + 2.0 * pays + 2.0 * said - 4.0 * strays - (0 if least <= dollars <= most else 6)
    if unit == "WEEK":
        return
    open_top = high is None and _top().search(fold(text[: low.start].rstrip("€$£ ")))
    yield score, Salary(min=None if open_top else low.value, max=top, currency=currency, unit=unit)


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind an amount, within its sentence, folded."""
    before = re.split(r"(?<=[^\d\s.][.!?])\s|[;•|]", text[max(0, start - 140) : start])[-1]
    after = re.split(r"(?<=[^\d\s.]{3}[.!?])\s|[;•|]", text[end : end + 90])[0]
    return fold(before), fold(after)


def _about(before: str, after: str) -> tuple[bool, bool]:
    """Whether the words around an amount make it pay, and whether they make it something else."""
    words = table("money")["words"]
    pay, other = _either("pay"), _either("other")
    near = before[-45:]
    clause = after.split(",")[0][:45]
    pays = bool(pay.search(before) or pay.search(after[:60]))
    last_pay = max((m.end() for m in pay.finditer(before)), default=-1)
    last_other = max((m.end() for m in other.finditer(before)), default=-1)
    strays = bool(
        (other.search(near) and last_other > last_pay) or (other.search(clause) and not pay.search(clause))
    )
    return pays and bool(words), strays


@lru_cache(maxsize=2)
def _either(kind: str) -> re.Pattern[str]:
    return anyof(table("money")["words"][kind])


def _unit_near(before: str, after: str) -> str | None:
    close = after[:40]
    stroke = re.match(r"\s*(?:€|eur|zl|\$|£|brutto|brut|gross)?\s*/\s*([a-z]+)", close)
    if stroke:
        for unit, names in table("money")["strokes"].items():
            if stroke.group(1) in names:
                return str(unit)
    found = [*_units().finditer(before[-60:])][-1:]
    if match := _units().search(close):
        found = [match]
    return _unit_names()[found[0].group()] if found else None


def _guessed_unit(value: float, currency: str | None) -> str:
    dollars = value / table("money")["worth"].get(currency or "", 1)
    if dollars >= 12_500:
        return "YEAR"
    if dollars >= 1_100 or (currency in table("money")["worth"] and dollars >= 150):
        return "MONTH"
    return "DAY" if dollars >= 150 else "HOUR"


def _amounts(text: str, country: str | None) -> Iterator[_Amount]:
    for found in _money().finditer(text):
        factor = _factor(found.group("factor") or "")
        currency = _currency(found.group("pre") or found.group("post") or "", country)
        value = _value(found.group("number"))
        if value is not None:
            yield _Amount(found.start(), found.end(), value * _size(factor), currency, factor)


def _value(number: str) -> float | None:
    """`95.000` and `95,000` are thousands, `9,5` a half, `1,10,00,000` eleven million."""
    plain = number.translate(_BLANKS).replace(" ", "").replace("'", "").replace("’", "")
    parts = re.split(r"[.,]", plain)
    marks = re.findall(r"[.,]", plain)
    if not marks:
        return float(plain)
    last = parts[-1]
    decimal = (
        len(last) < 3
        if len(set(marks)) == 1 and len(marks) == 1
        else len(set(marks)) > 1 and marks[-1] not in marks[:-1] and len(last) < 3
    )
    whole = "".join(parts[:-1]) if decimal else "".join(parts)
    return float(f"{whole}.{last}") if decimal else float(whole)


def _size(factor: str | None) -> float:
    return {"thousand": 1e3, "lakh": 1e5, "million": 1e6}.get(factor or "", 1)


def _factor(word: str) -> str | None:
    for name, words in table("money")["factors"].items():
        if word in words or word.lower() in words:
            return str(name)
    return None


def _currency(sign: str, country: str | None) -> str | None:
    money = table("money")
    if sign.upper() in money["codes"]["known"]:
        return sign.upper()
    code: str | None = money["signs"].get(sign)
    special = {"$": "dollar", "kr": "krone", "kr.": "krone", "£": "pound"}.get(sign)
    return str(money[special].get(country, code)) if special and country and code else code


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    """What may stand between the two ends of a range, after a word that says the first is gross."""
    words = {kind: "|".join(map(re.escape, table("money")["range"][kind])) for kind in ("gross", "to")}
    blank = r"[\s\u00a0]"
    return re.compile(
        rf"^{blank}*(?:/=|[.,]-|[.,]–)?{blank}*(?:(?:{words['gross']}){blank}+)?(?:[-–—−~]|{words['to']}){blank}*$",
        re.I,
    )


@lru_cache(maxsize=1)
def _top() -> re.Pattern[str]:
    """What stands before an amount that is the most one can get."""
    return re.compile(anyof(table("money")["range"]["top"]).pattern + r"\s*$")


@lru_cache(maxsize=1)
def _money() -> re.Pattern[str]:
    money = table("money")
    signs = "|".join(
        re.escape(s) for s in sorted((*money["signs"], *money["codes"]["known"]), key=len, reverse=True)
    )
    words = "|".join(
        re.escape(w)
        for w in sorted((w for ws in money["factors"].values() for w in ws), key=len, reverse=True)
    )
    return re.compile(
        rf"(?<![\w.,])(?:(?P<pre>{signs})[ \u00a0\u202f]?)?(?<![A-Za-z0-9#/])(?<![A-Za-z]{{2}}-)(?P<number>{_NUMBER})"
        rf"(?:[ \u00a0\u202f]?(?P<factor>{words})(?![A-Za-z]))?(?:[ \u00a0\u202f]?(?P<post>{signs})(?![A-Za-z]))?"
    )


@lru_cache(maxsize=1)
def _unit_names() -> dict[str, str]:
    units = table("money")["units"].items()
    return {fold(name).rstrip("*"): unit for unit, names in units for name in names}


@lru_cache(maxsize=1)
def _units() -> re.Pattern[str]:
    return anyof(_unit_names())


def agree(one: Salary, lines: Sequence[str]) -> bool:
    """Whether the text prints the amounts of a salary in some form, so that the two do not contradict."""
    return any(
        abs(amount.value - value) < 1
        for line in lines
        for amount in _amounts(line[:_LONGEST], None)
        for value in (one.min, one.max)
        if value
    )
