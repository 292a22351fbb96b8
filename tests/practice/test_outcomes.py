import pytest

from bonafide.practice.outcomes import find_outcomes
from bonafide.practice.speech import hear


@pytest.mark.parametrize(
    ("text", "paired"),
    [
        ("Outages fell from 31 to 4 within a year.", True),
        ("Total 212k -> 97k.", True),
        ("The lamp is back in one day, before it was sixteen.", True),
        ("There had been eleven dark nights in the spring, then none in the autumn.", True),
        ("Trimming took 45 days the first year and 12 days in the second.", True),
        ("We have 14 keepers and 40 boats.", False),
        ("Every six weeks we meet for two hours.", False),
    ],
)
def test_where_a_measure_stood_and_where_it_stands(text: str, paired: bool) -> None:
    assert bool(find_outcomes(hear(text)).pairs) is paired
