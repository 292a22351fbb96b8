"""E-mail, telephone, web addresses, accounts and postal places in short texts."""

from __future__ import annotations

import pytest

from bonafide.cv.addresses import location_of
from bonafide.cv.contacts import account_of, find_mail, find_phone, find_urls
from bonafide.cv.gather import Found
from bonafide.cv.phones import international
from bonafide.model.place import InParagraph

HERE = InParagraph(1)


@pytest.mark.parametrize(
    ("text", "mail"),
    [
        ("Mail: o.fennimore+cv@mail.example.", "o.fennimore+cv@mail.example"),
        ("ÜMIT@POST.EXAMPLE", "ÜMIT@POST.EXAMPLE"),
        ("no address at all", None),
    ],
)
def test_mail(text: str, mail: str | None) -> None:
    assert find_mail(text) == mail


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Tel. +44 113 496 0117", "+44 113 496 0117"),
        ("(0421) 555 0 555", "(0421) 555 0 555"),
        ("2015 – 2019", None),
        ("03/2015 - 04/2019", None),
        ("12345", None),
    ],
)
def test_phone(text: str, phone: str | None) -> None:
    assert find_phone(text) == phone


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("+44 113 496 0117", None, "+441134960117"),
        ("0044 113 496 0117", None, "+441134960117"),
        ("0421 5550555", "DE", "+494215550555"),
        ("0421 5550555", None, None),
        ("call me", "DE", None),
    ],
)
def test_numbers_become_international_where_their_country_is_known(
    text: str, region: str | None, number: str | None
) -> None:
    assert international(text, region) == number


def test_web_addresses() -> None:
    assert find_urls("see https://orla.example/cv, linkedin.com/in/orla and node.js") == [
        "https://orla.example/cv",
        "linkedin.com/in/orla",
    ]
    assert find_urls("orla@mail.example") == []


def test_accounts() -> None:
    account = account_of("linkedin.com/in/orla-f/")
    assert account is not None
    assert (account.network, account.username) == ("LinkedIn", "orla-f")
    assert account_of("https://orla.example/about") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leeds, UK", {"city": "Leeds", "country_code": "GB"}),
        ("Austin, TX", {"city": "Austin", "region": "TX", "country_code": "US"}),
        ("Erie, PA", {"city": "Erie", "region": "PA"}),
        ("Kiel, DE", {"city": "Kiel", "country_code": "DE"}),
        ("Singapore", {"city": "Singapore", "country_code": "SG"}),
        ("Poland", {"country_code": "PL"}),
        ("Musterweg 12, 28203 Bremen", {"address": "Musterweg 12", "postal_code": "28203", "city": "Bremen"}),
        ("Smalltown, Bavaria, Germany", {"city": "Smalltown", "region": "Bavaria", "country_code": "DE"}),
    ],
)
def test_places_people_live_in(text: str, expected: dict[str, str]) -> None:
    found = location_of(text, HERE)
    assert {name: item.value for name, item in found.items() if isinstance(item, Found)} == expected
