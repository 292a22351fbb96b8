"""A marked answer joins to the answer again, and names what its words earned where they end."""

from hypothesis import given
from hypothesis import strategies as st

from bonafide.model.rating import RatedSpan
from bonafide.practice.marking import marked

spans = st.lists(
    st.builds(
        lambda start, length, earned: RatedSpan(start, start + length, earned),
        st.integers(0, 40),
        st.integers(1, 12),
        st.sampled_from(["facet:metric", "facet:people", "point:slo"]),
    ),
    max_size=6,
)


@given(st.text(min_size=1, max_size=50), spans, st.integers(0, 20))
def test_stretches_join_to_the_text(text: str, found: list[RatedSpan], start: int) -> None:
    stretches = list(marked(text, found, start))
    assert "".join(stretch.text for stretch in stretches) == text
    at = start
    for stretch in stretches:
        for place in range(at, at + len(stretch.text)):
            assert set(stretch.earned) == {span.earned for span in found if span.start <= place < span.end}
        at += len(stretch.text)
        assert set(stretch.ends) <= set(stretch.earned)


def test_overlapping_words_are_named_once_each() -> None:
    found = [RatedSpan(0, 10, "facet:metric"), RatedSpan(4, 6, "facet:people")]
    stretches = list(marked("0123456789", found))
    assert [(stretch.text, stretch.ends) for stretch in stretches] == [
        ("0123", ()),
        ("45", ("facet:people",)),
        ("6789", ("facet:metric",)),
    ]
