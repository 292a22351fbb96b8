"""YAML as plain values, within bounds."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.language.plain_yaml import Limits, documents
from bonafide.model.faults import UnreadableFault

PLAIN, SHARED = Limits(10_000), Limits(10_000, aliases=True)


def read(text: str, limits: Limits = SHARED) -> list[Any]:
    return list(documents(text, limits))


def test_scalars_stay_texts_and_documents_are_told_apart() -> None:
    told = read("a: 2019-03\nb: [yes, 1.0, ~, 'null']\n---\n- x\n---\n", PLAIN)
    assert told == [{"a": "2019-03", "b": ["yes", "1.0", None, "null"]}, ["x"], None]
    assert read("a: 1\na: 2\n", PLAIN) == [{"a": "1"}]


def test_parts_stand_in_several_places_only_where_they_may() -> None:
    text = "base: &b {x: 1, y: 2}\none: {<<: *b, y: 3}\ntwo: {<<: [*b, {z: 4}]}\nthree: *b\nfour: [&s text, *s]\n"
    told = read(text)[0]
    assert told["one"] == {"y": "3", "x": "1"}
    assert told["two"] == {"x": "1", "y": "2", "z": "4"}
    assert told["three"] is told["base"]
    assert told["four"] == ["text", "text"]
    with pytest.raises(UnreadableFault, match="line 2: This YAML refers to its own parts"):
        read(text, PLAIN)


@pytest.mark.parametrize(
    "text",
    ["a: *nowhere\n", "a: &a [*a]\n", "a: &a {b: {c: *a}}\n", "a: &a 1\n---\nb: *a\n", "a: [", "- " * 60 + "x", "\x00"],
)  # fmt: skip
def test_what_has_no_end_or_no_form_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFault):
        read(text)


def test_a_text_that_grows_by_its_aliases_is_bounded() -> None:
    lines = ["a0: &a0 {" + ", ".join(f"k{n}: {n}" for n in range(50)) + "}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a0], own{n}: 1}}" for n in range(1, 150)]
    with pytest.raises(UnreadableFault, match="longer than what is read"):
        read("\n".join(lines))
    doubled = ["b0: &b0 [x]"] + [f"b{n}: &b{n} [*b{n - 1}, *b{n - 1}]" for n in range(1, 100)]
    assert len(read("\n".join(doubled))[0]) == 100, "shared and not copied"


@given(
    st.recursive(
        st.none() | st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=9).filter(lambda text: text.strip() == text),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1, max_size=4), inner, max_size=4),
        max_leaves=20,
    )
)  # fmt: skip
def test_json_of_texts_is_yaml_of_the_same(value: Any) -> None:
    assert read(json.dumps({"value": value}, ensure_ascii=False))[0] == {"value": value}
