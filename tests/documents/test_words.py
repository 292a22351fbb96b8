"""The words of every language are whole, and a broken file says where."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.documents import words as room
from bonafide.model.draft import SectionKind
from bonafide.model.faults import BugFault

LANGUAGES = ("en", "de", "fr", "es", "nl", "it", "pt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_every_section(language: str) -> None:
    said = room.words(language)
    assert said.language == language
    assert all(said.headings[kind] for kind in SectionKind)
    assert "{page}" in said.page and "{pages}" in said.page
    assert "{name}" in said.cv and "{name}" in said.letter


@pytest.mark.parametrize(
    ("language", "iso", "printed"),
    [
        ("en", "2026-11-24", "24 November 2026"),
        ("de", "2026-03-01", "1. März 2026"),
        ("fr", "2026-08-01", "1er août 2026"),
        ("fr", "2026-08-02", "2 août 2026"),
        ("es", "2026-01-09", "9 de enero de 2026"),
        ("de-CH", "2026-05-31", "31. Mai 2026"),
    ],
)
def test_a_letter_is_dated_in_its_language(language: str, iso: str, printed: str) -> None:
    assert room.words(language).print_date(iso) == printed


@pytest.mark.parametrize(
    ("language", "place", "printed"),
    [
        ("en", "Leeds", "3 March 2026"),
        ("de", "Kiel", "Kiel, 3. März 2026"),
        ("fr", "Annecy", "Annecy, le 3 mars 2026"),
        ("fr", "", "3 mars 2026"),
    ],
)
def test_a_letter_is_dated_with_its_place_where_the_language_does_so(
    language: str, place: str, printed: str
) -> None:
    assert room.words(language).dated("2026-03-03", place) == printed


def test_french_marks_keep_to_their_words_and_others_are_left_alone() -> None:
    assert room.words("fr").bound("« Oui » : 27 % !") == "«\u00a0Oui\u00a0»\u00a0: 27\u00a0%\u00a0!"
    assert room.words("de").bound("27 % : ja") == "27 % : ja"


@given(st.dates(), st.sampled_from(LANGUAGES))
def test_every_day_has_a_print_of_its_own_year_and_month(day: date, language: str) -> None:
    printed = room.words(language).print_date(day.isoformat())
    assert printed.endswith(str(day.year))
    assert room.words(language).months[day.month - 1] in printed


def test_a_language_without_words_is_printed_with_english_ones() -> None:
    assert room.words("fi") is room.words("en")


def test_a_file_that_is_not_whole_is_our_bug(tmp_path, monkeypatch) -> None:
    broken = tmp_path / "words.toml"
    broken.write_text('[en]\nsummary = "Profile"\n[en.headings]\nwork = "Experience"\n', encoding="utf-8")
    monkeypatch.setattr(room, "WORDS", broken)
    with pytest.raises(BugFault, match="“en” are not whole"):
        room.words("en")
