from __future__ import annotations

from datetime import date

import pytest

from bonafide.posting import dates, modes, tongue


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["Full time"], "FULL_TIME"),
        (["Vollzeit oder Teilzeit"], "FULL_TIME"),
        (["Teilzeit"], "PART_TIME"),
        (["permanent contract"], None),
        (["Contract"], "CONTRACTOR"),
        (["CDD, temps plein"], "FULL_TIME"),
        (["Befristet"], "TEMPORARY"),
        (["Full-time internship"], "INTERN"),
        (["FULL_TIME", "OTHER"], "FULL_TIME"),
        (["Engineering"], None),
    ],
)
def test_employment(values: list[str], kind: str | None) -> None:
    assert modes.employment(values) == kind


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("You are in our Leeds office three days a week.", "hybrid"),
        ("Zwei Tage pro Woche arbeiten Sie im Homeoffice.", "hybrid"),
        ("Deux jours de télétravail par semaine.", "hybrid"),
        ("This is a fully remote position.", "remote"),
        ("Up to 60 % remote work is possible.", "hybrid"),
        ("This role is on-site.", "on-site"),
        ("We have an office dog.", None),
        ("You hold two meetings a week.", None),
    ],
)
def test_presence_in_sentences(sentence: str, mode: str | None) -> None:
    assert modes.presence_in([sentence]) == mode


def test_presence_in_fields() -> None:
    assert modes.presence_field("Partiel (2 jours)") == "hybrid"
    assert modes.presence_field("Yes") == "remote"
    assert modes.presence(["Austin (Remote)"]) == "remote"


@pytest.mark.parametrize(
    ("text", "american", "day"),
    [
        ("11/04/2026", True, "2026-11-04"),
        ("11/04/2026", False, "2026-04-11"),
        ("17.11.2026", False, "2026-11-17"),
        ("12 novembre 2026", False, "2026-11-12"),
        ("Nov 12, 2026", True, "2026-11-12"),
        ("2026-11-09T09:00:00+11:00", False, "2026-11-09"),
        ("31/02/2026", False, None),
        ("soon", False, None),
    ],
)
def test_printed_days(text: str, american: bool, day: str | None) -> None:
    assert dates.printed(text, american) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 days ago", "2026-11-19"),
        ("vor 5 Tagen", "2026-11-17"),
        ("il y a 2 semaines", "2026-11-08"),
        ("hace 1 día", "2026-11-21"),
        ("gisteren", "2026-11-21"),
        ("Posted today", "2026-11-22"),
        ("30+ days ago", None),
    ],
)
def test_relative_days(text: str, day: str | None) -> None:
    assert dates.relative(text, date(2026, 11, 22)) == day
    assert dates.relative(text, None) is None


def test_epochs_in_records() -> None:
    assert dates.of_record(1793892000000) == "2026-11-05"
    assert dates.of_record("1793892000") == "2026-11-05"
    assert dates.of_record(7) is None


def test_language() -> None:
    assert (
        tongue.language_of(
            "Wir suchen für unser Team in Kiel eine Person, die mit uns und der Werft die Boote baut."
        )
        == "de"
    )
    assert tongue.language_of("ok") is None
