"""Stories are drafted from what stands in the CV, word for word, and their holes are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide import stories
from bonafide.language.sentences import words
from bonafide.model.claim import Support
from bonafide.model.fact import facts_of
from bonafide.model.profile import Profile, Work
from bonafide.model.story import Outline, StarPart, Story, StoryLine
from bonafide.stories.clauses import cut
from bonafide.stories.strength import FULL
from samples import facts

CUTS = {
    "Cut the queue at the counter from 40 to 12 minutes by printing forms beforehand.": (
        ("by printing forms beforehand.",),
        ("Cut the queue at the counter from 40 to 12 minutes",),
    ),
    "Moved the archive to one store; searches now take 2 seconds instead of three minutes.": (
        ("Moved the archive to one store",),
        ("searches now take 2 seconds instead of three minutes.",),
    ),
    "Rewrote the timetable, which raised punctuality from 81 % to 93 %": (
        ("Rewrote the timetable",),
        ("which raised punctuality from 81 % to 93 %",),
    ),
    "Trained 14 nurses in wound care.": (("Trained 14 nurses in wound care.",), ()),
    "Senkte die Ausschussquote von 4 % auf 1,5 % durch tägliche Prüfung der Formen.": (
        ("durch tägliche Prüfung der Formen.",),
        ("Senkte die Ausschussquote von 4 % auf 1,5 %",),
    ),
}


@pytest.mark.parametrize("line", CUTS)
def test_a_line_is_cut_into_deed_and_outcome(line: str) -> None:
    deed = cut(line)
    assert (deed.done, deed.outcome) == CUTS[line]


@given(st.text(alphabet="ab 4%;,.–", max_size=60) | st.sampled_from(list(CUTS)))
def test_no_word_is_lost_or_added(line: str) -> None:
    deed = cut(line)
    said = [word for clause in (*deed.done, *deed.outcome) for word in words(clause)]
    assert sorted(said) == sorted(words(line))


def test_every_line_of_a_draft_quotes_its_fact() -> None:
    owned = facts()
    found = stories.drafts(owned)
    assert len(found) == 8
    for story in found:
        for part in (StarPart.ACTION, StarPart.RESULT):
            for line in story.part(part):
                (pointer,) = line.facts
                fact = owned.at(pointer)
                assert fact
                assert line.text in fact.text
                assert line.support is Support.SUPPORTED
        (place,) = story.part(StarPart.SITUATION)
        assert all(owned.at(pointer) for pointer in place.facts)


def test_the_strongest_draft_comes_first_and_nothing_is_drafted_twice() -> None:
    line = "Cut the queue from 40 to 12 minutes by printing forms beforehand."
    work = Work(name="Brightwater Council", position="Clerk", highlights=(line, "Answered letters.", line))
    found = stories.drafts(facts_of(Profile(work=(work,))))
    assert [story.source for story in found] == ["/work/0/highlights/0"]
    assert [stories.strength(story) for story in stories.drafts(facts())] == [5, 5, 4, 4, 2, 2, 2, 2]


def test_holes_are_asked_for() -> None:
    draft = stories.drafts(facts())[2]
    assert [hole.part for hole in stories.holes(draft)] == [StarPart.TASK, StarPart.RESULT, StarPart.LESSON]
    told = {part: (StoryLine("Dark nights fell from 31 to 4 a year."),) for part in StarPart}
    assert [hole.ask for hole in stories.holes(Story(title="Lamps", parts=told))] == []
    assert stories.strength(Story(title="Lamps", parts=told)) == FULL
    assert stories.strength(Story(title="Nothing yet")) == 0


def test_the_figures_of_a_story_as_they_are_told() -> None:
    assert stories.figures(stories.drafts(facts())[0]) == ("99.2 %", "99.95 %", "three quarters")
    assert stories.figures(Story(title="Nothing yet")) == ()


def test_an_outline_becomes_a_story_of_its_own_sentences() -> None:
    outline = Outline({**dict.fromkeys(StarPart, ()), StarPart.ACTION: ("I moved the lamps.",)}, ())
    story = stories.from_outline(outline, "lamp-outage")
    assert (story.title, story.text) == ("I moved the lamps", "I moved the lamps.")
    assert (
        stories.from_outline(Outline(dict.fromkeys(StarPart, ()), ()), "lamp-outage").title == "lamp-outage"
    )
