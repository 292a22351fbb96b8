from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.model.page import Page
from bonafide.posting import literals, read

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
BODY = (
    "<p>Glow keeps eleven harbour lights burning and looks for a second pair of hands.</p>"
    "<h4>Requirements</h4><ul><li>Three years of experience with lamps</li><li>A head for heights</li></ul>"
    "<h4>Your tasks</h4><ul><li>Trim the wicks</li><li>Keep the log of the lights</li></ul>"
)


@given(JSON)
def test_every_json_value_is_a_literal(value: object) -> None:
    assert literals.value_at(json.dumps(value), 0)[0] == value


def test_what_scripts_write_beside_json() -> None:
    text = "{a: 'it\\'s', \"b\": [!0, !1, void 0, .5,], $c: x, /* d */ d: `\\u0041\\x42`,}"
    value, end = literals.value_at(text, 0, {"x": 7})
    assert value == {"a": "it's", "b": [True, False, None, 0.5], "$c": 7, "d": "AB"}
    assert end == len(text)


@pytest.mark.parametrize("text", ["{a: f(1)}", "{a", "[1 2]", "[" * 500, "'open", "{'a' 1}", ""])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(literals.NoLiteral):
        literals.value_at(text, 0)


def test_a_function_called_where_it_stands_fills_in_its_arguments() -> None:
    script = 'window.S=(function(a,b){return {job:{title:a,open:b}}}("Lamp fitter",true));'
    assert list(literals.returned(script)) == [{"job": {"title": "Lamp fitter", "open": True}}]


def test_a_page_whose_text_stands_only_in_a_function_call_is_read() -> None:
    body = json.dumps(BODY).replace("<", "\\u003C")
    state = f'(function(a,b){{return {{data:[{{offer:{{title:a,company_name:"Glow",body:{body}}}}}]}}}}("Lamp fitter",null))'
    html = f"<title>Lamp fitter – Glow</title><h1>Lamp fitter</h1><script>window.__STATE__={state};</script>"
    posting = read(Page(html.encode(), "text/html", "https://board.example/1"))
    assert (posting.title, posting.company) == ("Lamp fitter", "Glow")
    assert [r.text for r in posting.requirements if r.kind.value == "must"] == [
        "Three years of experience with lamps",
        "A head for heights",
    ]
