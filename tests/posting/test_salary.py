from __future__ import annotations

import pytest

from bonafide.model.posting import Salary
from bonafide.posting import salary


@pytest.mark.parametrize(
    ("text", "country", "pay"),
    [
        ("Salary: £120k–£140k", None, (120_000, 140_000, "GBP", "YEAR")),
        ("Gehalt: 65.000 € bis 80.000 € (Jahres-Brutto)", None, (65_000, 80_000, "EUR", "YEAR")),
        ("Gehalt ab 95.000 € brutto", None, (95_000, 95_000, "EUR", "YEAR")),
        ("CTC ₹ 1,10,00,000 per annum", None, (11_000_000, 11_000_000, "INR", "YEAR")),
        ("Wynagrodzenie: 9,5–14 tys. zł", None, (9_500, 14_000, "PLN", "MONTH")),
        ("Pay range $170,000-200,000", None, (170_000, 200_000, "USD", "YEAR")),
        ("€82–98k depending on level", None, (82_000, 98_000, "EUR", "YEAR")),
        ("62 000 € à 71 000 € brut annuel", None, (62_000, 71_000, "EUR", "YEAR")),
        ("CHF 120'000 - 140'000", None, (120_000, 140_000, "CHF", "YEAR")),
        ("$31.50/hr", None, (31.5, 31.5, "USD", "HOUR")),
        ("$140k–$155k plus super", "AU", (140_000, 155_000, "AUD", "YEAR")),
        ("Tagessatz 650 € bis 750 €", None, (650, 750, "EUR", "DAY")),
        ("R$ 11.500 – R$ 13.000 por mês", None, (11_500, 13_000, "BRL", "MONTH")),
        ("Gross pay of KSh 90,000/= to 120,000/= per month", None, (90_000, 120_000, "KES", "MONTH")),
        ("Lön: 45 000 - 55 000 kr/mån, salary", "SE", (45_000, 55_000, "SEK", "MONTH")),
        ("between USD 214,000.00 and USD 252,000.00 per year", None, (214_000, 252_000, "USD", "YEAR")),
        ("CA$102.8K – CA$137K", None, (102_800, 137_000, "CAD", "YEAR")),
    ],
)
def test_habits_of_writing_pay(text: str, country: str | None, pay: tuple[float, float, str, str]) -> None:
    low, high, currency, unit = pay
    assert salary.find([text], country) == Salary(min=low, max=high, currency=currency, unit=unit)


@pytest.mark.parametrize(
    "text",
    [
        "We raised a $50M Series B.",
        "Our revenue was €118 million last year",
        "a learning budget of $1,500 per year",
        "Referral bonus: €2,000",
        "Our tills take R$ 3 billion a month",
        "a gym voucher of 40 € per month",
        "Founded in 1998, 2,700 employees",
        "15% bonus",
    ],
)
def test_other_sums_are_no_pay(text: str) -> None:
    assert salary.find([text]) is None


def test_an_upper_bound_alone_has_no_minimum() -> None:
    assert salary.find(["Salary up to £80,000 a year"]) == Salary(max=80_000, currency="GBP", unit="YEAR")


def test_a_records_strings_are_amounts() -> None:
    assert salary.of_amounts("82000", "98000", "eur", "1 YEAR") == Salary(
        min=82_000, max=98_000, currency="EUR", unit="YEAR"
    )
    assert salary.of_amounts(None, None, "EUR", "YEAR") is None
