"""The words of a posting worth quoting: short, its own, and no requirement."""

from __future__ import annotations

import samples
from bonafide.model.posting import Posting
from bonafide.tailoring.hooks import LONGEST, SHORTEST, hooks_of

NOBODY: frozenset[str] = frozenset()


def test_phrases_are_verbatim_and_short() -> None:
    posting = samples.posting()
    hooks = hooks_of(posting, NOBODY)
    assert hooks
    for hook in hooks:
        assert hook.phrase in posting.description
        assert SHORTEST <= len(hook.phrase.split()) <= LONGEST


def test_no_requirement_is_quoted_back() -> None:
    posting = samples.posting()
    asked = " ".join(requirement.text for requirement in posting.asks())
    assert not [hook for hook in hooks_of(posting, NOBODY) if hook.phrase in asked]


def test_pay_and_procedure_are_no_reason_to_write() -> None:
    text = "We offer the usual salary and a pension with the annual bonus paid in the spring.\n"
    assert hooks_of(Posting(description=text), NOBODY) == ()


def test_what_touches_the_person_comes_first() -> None:
    posting = Posting(
        description="You will meet a careful ledger of payments and a distant herd of camels here."
    )
    assert hooks_of(posting, frozenset({"camel"}))[0].phrase == "a distant herd of camels here"
    assert hooks_of(posting, frozenset({"ledger"}))[0].phrase == "a careful ledger of payments"
