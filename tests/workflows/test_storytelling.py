"""Each sentence of a story is judged against the facts; the questions that it answers are the guide's."""

from bonafide import guides, stories
from bonafide.model.claim import Support
from bonafide.model.story import StarPart, Story, StoryLine
from bonafide.workflows.storytelling import grounded, reach
from samples import TODAY, facts

CTO = guides.load("cto")


def test_a_draft_stays_backed_and_an_invented_figure_is_found() -> None:
    draft = stories.drafts(facts())[0]
    assert all(
        line.support is Support.SUPPORTED for line in grounded(draft, facts(), TODAY).part(StarPart.RESULT)
    )
    lines = (StoryLine("I raised availability to 99.999 % within a week."), StoryLine("Thank you."))
    made = grounded(Story(title="Up", parts={StarPart.RESULT: lines}, source="x"), facts(), TODAY)
    wrong, harmless = made.part(StarPart.RESULT)
    assert wrong.support is Support.UNSUPPORTED
    assert wrong.why
    assert harmless.support is not Support.UNSUPPORTED
    assert (made.title, made.source) == ("Up", "x")


def test_stories_reach_the_questions_that_they_answer() -> None:
    found = stories.drafts(facts())
    reached = reach(CTO, {story.source: story for story in found})
    assert "cloud-cost" in reached["/work/0/highlights/2"]
    assert "reliability" in reached["/work/0/highlights/1"]
    assert "senior-hiring" in reached["/work/1/highlights/2"]
    assert reach(CTO, {"x": Story(title="A walk by the sea")}) == {"x": {}}
