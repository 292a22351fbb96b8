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


@pytest.mark.parametrize(
    ("text", "city", "region", "country"),
    [
        ("US-MN-Duluth", "Duluth", "MN", "US"),
        ("Talau NSW", "Talau", "NSW", "AU"),
        ("Talau, lubuskie", "Talau", "lubuskie", "PL"),
        ("Talau, West Yorkshire", "Talau", "West Yorkshire", "GB"),
        ("Talau, Pontevedra", "Talau", "Pontevedra", "ES"),
    ],
)
def test_towns_in_no_table_are_told_by_the_region_behind_them(
    text: str, city: str, region: str, country: str
) -> None:
    assert [(p.city, p.region, p.country) for p in places.read(text)] == [(city, region, country)]


def test_a_text_that_is_known_to_name_a_place_names_its_first_part() -> None:
    assert [(p.city, p.region) for p in places.stated("62 – Talau")] == [("Talau", None)]
    assert [(p.city, p.region) for p in places.stated("Talau, Oberland (hybrid)")] == [("Talau", "Oberland")]
    assert places.stated("Remote") == ()


@pytest.mark.parametrize(
    ("employer", "city"),
    [
        ("Stadt Lampenau", "Lampenau"),
        ("Ville d'Ampoule", "Ampoule"),
        ("City of Lampton", "Lampton"),
        ("Prefeitura Municipal de Farol Novo", "Farol Novo"),
        ("Stadtwerk Lampenau", None),
        ("Glow Ltd", None),
    ],
)
def test_the_place_of_a_town_that_employs(employer: str, city: str | None) -> None:
    found = places.of_town(employer)
    assert (found.city if found else None) == city
