from __future__ import annotations

import pytest

from bonafide.posting import places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cambridge, MA", [("Cambridge", "MA", "US")]),
        ("Toronto, CA", [("Toronto", None, "CA")]),
        ("San Jose, CA", [("San Jose", "CA", "US")]),
        ("Kiel, DE", [("Kiel", None, "DE")]),
        ("Milano (MI)", [("Milano", None, "IT")]),
        ("Remote within US and Canada", [(None, None, "US"), (None, None, "CA")]),
        ("Berlin oder Hamburg", [("Berlin", None, "DE"), ("Hamburg", None, "DE")]),
        ("75008 Paris 8e", [("Paris", None, "FR")]),
        ("Genua, Italien", [("Genua", None, "IT")]),
        ("Esbjerg, Dänemark", [("Esbjerg", None, "DK")]),
        ("Washington, DC", [("Washington DC", None, "US")]),
        ("Hybrid (London)", [("London", None, "GB")]),
        ("Full-time", []),
        ("Remote", []),
        ("Head of Product", []),
    ],
)
def test_places_on_a_line(text: str, found: list[tuple[str | None, str | None, str | None]]) -> None:
    assert [(place.city, place.region, place.country) for place in places.read(text)] == found


def test_a_records_parts_in_any_language() -> None:
    place = places.from_parts("Aken", None, "Duitsland")
    assert place is not None and (place.city, place.country) == ("Aken", "DE")
    assert places.from_parts(None, None, None) is None


def test_names_that_sound_like_towns() -> None:
    assert places.sounds_like_town("Bad Nauheim")
    assert places.sounds_like_town("Saint-Malo")
    assert not places.sounds_like_town("Engineering")
