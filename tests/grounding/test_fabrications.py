"""Fabrications planted into true CVs: of employers, titles, dates, credentials and tools none may pass."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bonafide.grounding import check
from bonafide.model.claim import Support
from bonafide.model.fact import Facts
from grounding.fabrications import planted
from grounding.people import TODAY, harbour, nurse


@pytest.mark.parametrize("make", [harbour, nurse])
def test_nothing_planted_passes(make: Callable[[], Facts]) -> None:
    facts = make()
    lines = list(planted(facts))
    leaked = [
        (kind, line)
        for kind, line in lines
        if check([line], facts, None, TODAY).sentences[0].verdict is not Support.UNSUPPORTED
    ]
    assert leaked == []
    assert {kind for kind, _ in lines} == {"employer", "title", "date", "credential", "tool", "figure"}


def test_the_guard_would_see_a_leak() -> None:
    facts = harbour()
    true = next(fact.text for fact in facts if fact.name == "highlights")
    assert check([true], facts, None, TODAY).sentences[0].verdict is Support.SUPPORTED
