"""Whether a text is a posting at all."""

from __future__ import annotations

from collections.abc import Sequence

from bonafide.model.posting import Requirement
from bonafide.posting import titles
from bonafide.posting.findings import Findings
from bonafide.posting.lexicon import matcher
from bonafide.posting.lines import Line, description, fold
from bonafide.posting.sections import Topic, topic_of


def is_posting(lines: Sequence[Line], told: Findings | None, shown: Findings) -> bool:
    """Whether a page's lines are a posting: its data say so, its text reads like one, or its facts make it one."""
    text = description(lines)
    if told and told.kind in ("json-ld", "microdata") and told.title and len(text) > 60:
        return True
    topics = {topic_of(line.text) for line in lines if len(line.text) <= 90}
    return bool(shown.title) and (reads_like_one(text, topics) or _stated_like_one(text, shown))


def _stated_like_one(text: str, shown: Findings) -> bool:
    """Whether a text without known headings is a posting by the facts that stand around it."""
    facts = (shown.places, shown.employment, shown.remote, shown.until)
    signs = sum(map(bool, facts)) + 2 * bool(shown.salary) + 2 * titles.marked(shown.title or "")
    enough = len(text) > 250 or (len(text) > 120 and signs >= 4)
    return enough and signs >= 3 and _job_words(text) > 0


def reads_like_one(text: str, topics: set[Topic | None]) -> bool:
    """Whether a text with sections on these topics is a posting: it speaks of a job, the shorter the plainer."""
    known = topics - {None}
    enough = 1 if Topic.MUST in known else 2 if known else 3 if len(text) > 600 else 5
    if len(text) > 250:
        return len(known) >= 2 or _job_words(text) >= enough
    return len(text) > 100 and len(known) >= 2 and not known.isdisjoint((Topic.MUST, Topic.DUTY))


def could_be_one(text: str, topics: set[Topic | None], title: str | None) -> bool:
    """Whether a text is long enough for a posting and has a section, or words, that postings have."""
    enough = 1 if titles.names_a_role(title or "") else 2
    return len(text) > 400 and (bool(topics - {None}) or _job_words(text, "posting", "offers") >= enough)


def lists_asks(title: str | None, asked: Sequence[tuple[Requirement, float]]) -> bool:
    """Whether a text, however short, has a title and a list of what is asked: three lines, two where the title names a role."""
    return bool(title) and len(asked) >= (2 if titles.names_a_role(title or "") else 3)


def _job_words(text: str, *groups: str) -> int:
    """How many different words of job postings a text uses; `groups` of cues, those of postings unless given."""
    folded = fold(text)
    spans = (span for group in groups or ("posting",) for span in matcher("cues", group).spans(folded))
    return len({folded[start:end] for start, end in spans})
