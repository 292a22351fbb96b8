from __future__ import annotations

import pytest

from bonafide.posting import names


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("0412 Glow Ltd", "Glow Ltd"),
        ("CH01 Glow Therapeutics SA", "Glow Therapeutics SA"),
        ("US1000_Glow Inc", "Glow Inc"),
        ("G42 Glow", "G42 Glow"),
        ("XQ12 Labs", "XQ12 Labs"),
    ],
)
def test_the_number_of_a_legal_entity_is_no_name(given: str, plain: str) -> None:
    assert names.without_entity(given) == plain


def test_an_address_name_grows_to_the_name_that_opens_the_text() -> None:
    body = "Lampwright County Builders pays 640 people.\nQualifications\nLampwright pays well."
    assert names.from_slug("lampwright", body) == "Lampwright County Builders"
    german = "Lampwright Mitarbeiter sind bei uns gut aufgehoben und das ist auch die Meinung der anderen Kollegen."
    assert names.from_slug("lampwright", german) == "Lampwright"
