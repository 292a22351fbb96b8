"""The summary at the head of a CV: the person's own sentences that matter here, or the plain facts of the post."""

from __future__ import annotations

from collections.abc import Mapping

from bonafide.language import periods, sentences, terms
from bonafide.model.draft import Change, ChangeKind, Line
from bonafide.model.fact import Fact, Facts
from bonafide.model.match import Match
from bonafide.model.posting import Posting
from bonafide.tailoring.phrases import Choice, languages, listed
from bonafide.tailoring.relevance import Relevance

SENTENCES = 3
TOOLS = 6
POINTER = "/basics/summary"


def summary_of(
    facts: Facts,
    posting: Posting,
    match: Match,
    relevance: Mapping[str, Relevance],
    choice: Choice,
    cv_language: str,
    *,
    whole: bool = False,
) -> tuple[tuple[Line, ...], tuple[Change, ...]]:
    """One to three lines, each with its facts, and what was left out of the person's own summary.

    Nothing is composed in a language that has no phrases. `whole`: all sentences of their own summary, as they stand.
    """
    own = facts.at(POINTER)
    if own is None and cv_language not in languages():
        return (), ()
    if own is None:
        choice = choice.into(cv_language)
        return _composed(facts, match, relevance, choice), ()
    return _selected(own, posting, None if whole else SENTENCES)


def _selected(own: Fact, posting: Posting, most: int | None) -> tuple[tuple[Line, ...], tuple[Change, ...]]:
    """The person's own sentences: all where they are few, else those that speak of this posting."""
    parts = [sentence.text for sentence in sentences.split(own.text)]
    wanted = {hit.term for hit in terms.find_terms(posting.description)}
    telling = sorted(
        range(len(parts)),
        key=lambda i: (i > 0, -len({h.term for h in terms.find_terms(parts[i])} & wanted), i),
    )
    kept = sorted(telling[:most])
    left = [parts[i] for i in range(len(parts)) if i not in kept]
    reason = "The summary keeps the sentences that speak of what this posting asks."
    changes = (Change(POINTER, ChangeKind.SHORTENED, reason, " ".join(left)),) if left else ()
    return tuple(Line(parts[i], (POINTER,)) for i in kept), changes


def _composed(
    facts: Facts, match: Match, relevance: Mapping[str, Relevance], choice: Choice
) -> tuple[Line, ...]:
    lines = (post_line(facts, choice), _tools(facts, relevance, choice))
    return tuple(line for line in lines if line is not None)


def post_line(facts: Facts, choice: Choice) -> Line | None:
    """The present or last post as a plain sentence, where the CV names one."""
    work = facts.profile.work
    if not work or not work[0].position or not work[0].name:
        return None
    job = work[0]
    cited = ["/work/0/position", "/work/0/name"]
    values = {"position": job.position or "", "employer": job.name or ""}
    form = "summary.undated"
    if job.end_date:
        form, values["until"] = "summary.ended", periods.print_date(job.end_date, choice.language, full=True)
        cited.append("/work/0/endDate")
    elif job.start_date:
        form, values["since"] = (
            "summary.current",
            periods.print_date(job.start_date, choice.language, full=True),
        )
        cited.append("/work/0/startDate")
    text = choice.fill(form, values)
    return Line(text, tuple(cited)) if text else None


def _tools(facts: Facts, relevance: Mapping[str, Relevance], choice: Choice) -> Line | None:
    """The skills that the posting asks for, by name; nothing where it asks for none of them."""
    skills = [fact for fact in facts if fact.section == "skills" and fact.name == "keywords"]
    asked = [fact for fact in skills if relevance[fact.pointer].value > 0]
    asked = sorted(asked, key=lambda fact: -relevance[fact.pointer].value)[:TOOLS]
    if len(asked) < 2:
        return None
    text = choice.fill("summary.tools", {"tools": listed([fact.text for fact in asked], choice)})
    return Line(text, tuple(fact.pointer for fact in asked)) if text else None
