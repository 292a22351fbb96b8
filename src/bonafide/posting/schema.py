"""schema.org JobPosting: its values in every shape that sites give them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bonafide.model.posting import JobLocation, Salary
from bonafide.posting import dates, markup, modes, names, places, salary
from bonafide.posting.findings import Findings
from bonafide.posting.lines import Line, Role, cleaned, tidy

_TAG = re.compile(r"<(?:p|br|li|ul|ol|div|h[1-6]|strong|b|span|em|i|u|a|table)\b", re.I)
# Plain text whose line breaks a site has lost still shows where its items began.
_INLINE_BULLET = re.compile(r"(?<!\s)\s+(?=[•●▪◦‣·]\s)")
_ESCAPED = re.compile(r"&(?:amp;)*(?:[a-z]{2,8}\d{0,2}|#\d{1,7}|#x[0-9a-f]{1,6});", re.I)


def findings(job: Mapping[str, Any], kind: str) -> Findings:
    """What a JobPosting object states."""
    return Findings(
        kind=kind,
        title=text_of(job.get("title") or job.get("name")),
        company=_organisation(job.get("hiringOrganization")),
        places=places.distinct(_places(job)),
        remote=_remote(job),
        employment=modes.employment(_texts(job.get("employmentType"))),
        salary=_salary(job),
        posted=dates.of_record(_first(job.get("datePosted"))),
        until=dates.of_record(_first(job.get("validThrough"))),
        lines=_lines(job),
    )


def text_of(value: Any) -> str | None:
    """Plain text from a value that may be escaped, a list, or an object with a name."""
    value = _first(value)
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        return None
    return tidy(re.sub(r"<[^<>]{1,200}>", " ", unescaped(str(value)))) or None


def unescaped(text: str) -> str:
    """The text with its entities resolved, however often they were escaped."""
    for _ in range(4):
        if not _ESCAPED.search(text):
            break
        text = html.unescape(text)
    return text


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a description: HTML (escaped once, twice or not), or plain text with line breaks."""
    whole = text
    for _ in range(5):
        if _TAG.search(whole):
            return markup.fragment(whole)
        once = html.unescape(whole)
        if once == whole:
            break
        whole = once
    broken = re.split(r"\r\n|\n|\r|\\n|\u2028", whole)
    if len(broken) < 3:
        broken = [piece for line in broken for piece in _INLINE_BULLET.split(line)]
    return cleaned(Line(tidy(line), Role.TEXT) for line in broken)


def _lines(job: Mapping[str, Any]) -> tuple[Line, ...]:
    found: list[Line] = []
    for name in (
        "description",
        "responsibilities",
        "qualifications",
        "experienceRequirements",
        "skills",
        "jobBenefits",
    ):
        for text in _texts(job.get(name)):
            if name == "description" or (len(text) > 60 and not _known(found, text)):
                found.extend(lines_of(text))
    return tuple(found)


def _known(found: list[Line], text: str) -> bool:
    """Sites repeat the description's sections in fields of their own."""
    sample = " ".join(line.text for line in lines_of(text)[:2])[:60]
    return any(sample[:40] in line.text for line in found) or bool(found)


def _organisation(value: Any) -> str | None:
    name = names.without_entity(text_of(value) or "")
    return None if name.lower().startswith(("http://", "https://")) else name or None


def _places(job: Mapping[str, Any]) -> Iterator[JobLocation]:
    for value in _list(job.get("jobLocation")):
        yield from _place(value)


def _place(value: Any) -> Iterator[JobLocation]:
    if isinstance(value, Mapping):
        address = _first(value.get("address")) or value
        if isinstance(address, Mapping):
            found = places.from_parts(
                text_of(address.get("addressLocality")),
                text_of(address.get("addressRegion")),
                text_of(address.get("addressCountry")),
            )
            if found:
                yield found
            elif name := text_of(value.get("name")):
                yield from places.read(name)
            return
        value = address
    if isinstance(value, str):
        yield from places.read(unescaped(value))


def _remote(job: Mapping[str, Any]) -> str | None:
    kinds = " ".join(_texts(job.get("jobLocationType"))).upper()
    if "TELECOMMUTE" in kinds or job.get("remote") is True:
        return "remote"
    return modes.presence((kinds.lower(),)) if kinds else None


def _salary(job: Mapping[str, Any]) -> Salary | None:
    currency = text_of(job.get("salaryCurrency"))
    base = _first(job.get("baseSalary"))
    if isinstance(base, Mapping):
        currency = text_of(base.get("currency")) or text_of(base.get("currencyCode")) or currency
        value = _first(base.get("value"))
        amount = value if isinstance(value, Mapping) else base
        unit = (
            text_of(amount.get("unitText"))
            or text_of(base.get("unitText"))
            or text_of(amount.get("unitCode"))
        )
        low = amount.get(
            "minValue", amount.get("value") if not isinstance(amount.get("value"), Mapping) else None
        )
        return salary.of_amounts(
            low, amount.get("maxValue"), currency or text_of(amount.get("currency")), unit
        )
    if isinstance(base, (int, float)):
        return salary.of_amounts(base, None, currency, None)
    if isinstance(base, str):
        return salary.stated(unescaped(base)) or salary.of_amounts(base, None, currency, None)
    return None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _first(value: Any) -> Any:
    if isinstance(value, list):
        return value[0] if value else None
    return value


def _texts(value: Any) -> list[str]:
    return [
        str(item)
        for item in _list(value)
        if isinstance(item, (str, int, float)) and not isinstance(item, bool)
    ]
