"""The vocabulary: names found whole, the longest first; relations that go one way."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.language.sentences import SMALL_WORDS
from bonafide.language.terms import TermHit, broader_terms, find_terms, kind_of, name_of, relation
from bonafide.language.vocabulary import FILES, VocabularyError, build, load


def names(text: str) -> list[str]:
    return [hit.term for hit in find_terms(text)]


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("K8s", "Kubernetes"),
        ("GCP", "Google Cloud"),
        ("site reliability engineering", "Site reliability engineering"),
        ("SRE", "Site reliability engineering"),
        ("ISO/IEC 27001", "ISO 27001"),
        ("profit and loss", "P&L"),
        ("Postgres", "PostgreSQL"),
        ("containerization", "Containers"),
    ],
)
def test_spellings_of_one_term(spelling: str, name: str) -> None:
    assert name_of(spelling) == name
    assert relation(spelling, name) == "same"


@pytest.mark.parametrize(
    ("have", "want", "expected"),
    [
        ("Kafka", "event streaming", "narrower"),
        ("event streaming", "Kafka", "broader"),
        ("PostgreSQL", "relational database", "narrower"),
        ("EKS", "Kubernetes", "narrower"),
        ("EKS", "AWS", "narrower"),
        ("AWS", "EKS", "broader"),
        ("Kubernetes", "EKS", "broader"),
        ("Airflow", "Nextflow", "sibling"),
        ("AWS", "Azure", "sibling"),
        ("Django", "Python", "narrower"),
        ("Python", "Figma", None),
        ("an unheard-of word", "Python", None),
        ("an unheard-of word", "an unheard-of word", "same"),
    ],
)
def test_relations(have: str, want: str, expected: str | None) -> None:
    assert relation(have, want) == expected


def test_the_longest_name_wins_and_words_stay_whole() -> None:
    assert names("React Native and React") == ["React Native", "React"]
    assert names("SOC 2 Type II") == ["SOC 2"]
    assert "Java" not in names("We write JavaScript.")
    assert names("C++ and C#") == ["C++", "C#"]


def test_plurals_and_hyphens_are_the_same_name() -> None:
    assert names("data warehouses") == names("data-warehouse") == ["Data warehouse"]
    assert names("strategies") == names("Strategy")


@pytest.mark.parametrize(
    "text", ["Go to the shop.", "We go there.", "Swift handling of claims", "rust on iron", "at the helm"]
)
def test_ordinary_words_are_no_tools(text: str) -> None:
    assert not [name for name in names(text) if kind_of(name) == "tool"]


@pytest.mark.parametrize(
    ("text", "name"), [("services in Go", "Go"), ("Go, Java", "Go"), ("Rust", "Rust"), ("Python and R", "R")]
)
def test_ambiguous_names_count_where_they_are_written_as_names(text: str, name: str) -> None:
    assert name in names(text)


def test_offsets_are_those_of_the_text() -> None:
    text = "İzmir – “K8s”, café: PostgreSQL"
    assert [text[hit.start : hit.end] for hit in find_terms(text)] == ["K8s", "PostgreSQL"]


@given(st.text(alphabet="abcGoRK8s +#.&-,\n’É", max_size=60))
def test_hits_are_ordered_and_apart(text: str) -> None:
    hits = find_terms(text)
    assert all(a.end <= b.start for a, b in pairwise(hits))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)


def test_every_spelling_leads_to_its_term() -> None:
    surfaces = load().surfaces.values()
    lost = [
        surface.written
        for surface in surfaces
        if find_terms(f"({surface.written})") != (TermHit(surface.term, 1, 1 + len(surface.written)),)
    ]
    assert lost == []


@given(st.sampled_from(sorted(load().kinds)))
def test_nothing_is_broader_than_itself(term: str) -> None:
    assert term not in broader_terms(term)
    assert all(relation(above, term) == "broader" for above in broader_terms(term))


def test_the_vocabulary_is_broad() -> None:
    assert len(load().kinds) >= 1200
    assert len(FILES) == len(set(FILES))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[tool]\nAnvil\nAnvil\n", "a.txt:3"),
        ("[tool]\nAnvil | block\nBench | block\n", "already names"),
        ("[thing]\n", "no kind"),
        ("[tool]\nAnvil < Forge\n", "not defined"),
    ],
)
def test_a_file_at_odds_is_refused_with_its_line(content: str, said: str) -> None:
    with pytest.raises(VocabularyError, match=said):
        build([("a.txt", content)])


@pytest.mark.parametrize(
    "text",
    [
        "We send parcels to the European Union.",
        "Delivered in a timely fashion by Adam and Elisa.",
        "A self-taught painter of steel beams",
        "Salad of cucumbers, yarn and a wine pairing",
        "Upstream systems and the conversion of a loft",
        "An industry veteran who travels",
    ],
)
def test_ordinary_words_name_no_term_of_the_trade(text: str) -> None:
    assert {hit.term for hit in find_terms(text)} <= {"Self-directed learning"}


@pytest.mark.parametrize("word", sorted(word for word in SMALL_WORDS if word.isalpha()))
def test_no_small_word_of_any_language_is_a_term(word: str) -> None:
    """`als` is no advanced life support: such a term is written with its capitals alone."""
    assert not find_terms(f"xx {word} xx")
