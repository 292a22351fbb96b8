"""Having founded something is claimed by nobody whose facts do not speak of it."""

from __future__ import annotations

import samples
from bonafide import grounding
from bonafide.model.claim import Support
from bonafide.model.fact import facts_of
from bonafide.model.profile import Profile, Work


def verdict(sentence: str, profile: Profile) -> Support:
    return grounding.check([sentence], facts_of(profile), None, samples.TODAY).sentences[0].verdict


def test_an_employer_was_not_founded_by_its_employee() -> None:
    assert verdict("I founded Larkspur Freight.", samples.profile()) is Support.UNSUPPORTED
    assert (
        verdict("As founder of Corvane Insurance I hired 17 engineers.", samples.profile())
        is Support.UNSUPPORTED
    )


def test_a_founder_may_say_so() -> None:
    founder = Profile(
        work=(Work(name="Larkspur Freight", position="Co-founder and CTO", start_date="2020-02"),)
    )
    assert verdict("I co-founded Larkspur Freight in 2020.", founder) is not Support.UNSUPPORTED
