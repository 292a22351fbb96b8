"""Telephone numbers in E.164, with the country guessed only from what the CV says."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

_SHAPE = re.compile(r"(?:\+|00)?[\d(][\d\s()./–-]{5,20}\d")


def international(text: str, region: str | None = None) -> str | None:
    """`+441134960000`, or None where the text is no number or its country is unknown."""
    found = _SHAPE.search(text)
    if not found:
        return None
    number = re.sub(r"^00", "+", found.group())
    if not number.startswith("+") and not region:
        return None
    # The number plans are a large table; a CV without a phone number need not wait for them.
    plans: Any = import_module("phonenumbers")
    try:
        parsed = plans.parse(number, region)
    except plans.NumberParseException:
        return None
    if not plans.is_possible_number(parsed):
        return None
    return str(plans.format_number(parsed, plans.PhoneNumberFormat.E164))
