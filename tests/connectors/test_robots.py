from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.connectors.robots import Rule, parse


def allows(text: str, path: str) -> bool:
    return parse(text.encode()).allows(path)


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/x", True),
        ("User-agent: *\nDisallow: /", "/x", False),
        ("User-agent: *\nDisallow:", "/x", True),
        ("User-agent: *\nDisallow: /jobs", "/jobs/1", False),
        ("User-agent: *\nDisallow: /jobs/", "/jobs", True),
        ("User-agent: other\nDisallow: /", "/x", True),
        ("User-agent: Bonafide\nDisallow: /", "/x", False),
        ("User-agent: BONAFIDE/2.0\nDisallow: /", "/x", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: bonafide\nAllow: /", "/x", True),
        ("User-agent: bonafide\nDisallow: /a\n\nUser-agent: bonafide\nDisallow: /b", "/b", False),
        ("User-agent: a\nUser-agent: bonafide\nDisallow: /", "/x", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/cv/job.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/job.pdf?x=1", True),
        ("User-agent: *\nDisallow: /*?*id=", "/jobs?x=1&id=2", False),
        ("User-agent: *\nDisallow: /a*b*c$", "/a1b2c3c", False),
        ("User-agent: *\nDisallow: /a*bc*bc$", "/abc", True),
        ("User-agent: *\nDisallow: /$", "/", False),
        ("User-agent: *\nDisallow: /$", "/x", True),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/caf%c3%a9", False),
        ("User-agent: *\nDisallow: /café", "/caf%C3%A9", False),
        ("User-agent: *\nDisallow: /%7Ejoe", "/~joe", False),
        ("User-agent: *\nDisallow: /a%2Ab", "/axb", True),
        ("\ufeffuser-agent:*\ndisallow:/x # why", "/x", False),
        ("User-agent: *\r\nDisallow: /x\r\n", "/x", False),
        ("Sitemap: https://a.example/s.xml\nUser-agent: *\nCrawl-delay: 3\nDisallow: /x", "/x", False),
        ("Disallow: /x", "/x", True),
        ("<html><body>not found</body></html>", "/x", True),
    ],
)
def test_rules(text: str, path: str, allowed: bool) -> None:
    assert allows(text, path) is allowed


def test_a_line_between_agents_of_a_group_does_not_split_it() -> None:
    assert not allows("User-agent: a\n\n# note\nUser-agent: bonafide\nDisallow: /", "/x")


def test_many_wildcards_cost_no_time() -> None:
    assert Rule(False, "/" + "*a" * 2000 + "$").matches("/" + "a" * 1999) is False


@pytest.mark.parametrize("line", ["a:x" + " " * 400_000 + "y", " " * 400_000, ":" * 400_000, "#:" * 200_000])
def test_a_hostile_line_costs_no_time(line: str) -> None:
    assert allows(f"User-agent: *\n{line}\nDisallow: /x", "/x") is False


def test_only_the_beginning_of_a_huge_file_is_read() -> None:
    assert parse(b"#" * (600 * 1024) + b"\nUser-agent: *\nDisallow: /").allows("/x")


@settings(deadline=None)
@given(st.binary(max_size=400), st.text(max_size=40))
def test_any_bytes_give_an_answer(content: bytes, path: str) -> None:
    assert parse(content).allows("/" + path) in (True, False)
