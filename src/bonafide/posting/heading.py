"""The title of a page's job, weighed from its headings, its heads and its labels."""

from __future__ import annotations

from collections.abc import Sequence

from bonafide.posting import around, labels, maintext, names, sureness, titles
from bonafide.posting.findings import Findings
from bonafide.posting.lines import Line, Role, fold, tidy
from bonafide.posting.sections import topic_of
from bonafide.posting.seen import Seen


def title_of(seen: Seen, told: Findings | None) -> str | None:
    """The record's title without the site's words, else what the page offers most strongly."""
    headings = [
        spot.line for spot in seen.main.spots if spot.line.role is Role.HEADING and len(spot.line.text) <= 180
    ]
    if told is None or not told.title:
        chosen = titles.choose_title(_candidates(seen, headings), seen.heads)
        return _with_remark(chosen, headings) if chosen else None
    printed = fold(told.title)
    named = (line.text for line in headings if len(line.text) > 4 and printed.startswith(fold(line.text)))
    plain = titles.without_noise(titles.shorter(told.title, next(named, None)))
    return _of_pieces(plain, seen) if told.kind != "page-state" else plain


def sure_of(seen: Seen, told: Findings | None, title: str) -> float:
    """How sure the title is: by what on the page repeats it, and by data that has another."""
    wanted = fold(title)
    first = [spot.line.text for spot in seen.main.spots if spot.line.role is Role.HEADING][:8]
    heads = [titles.from_head(head, seen.site)[0] for head in seen.heads]
    offered: list[tuple[str, list[str | None]]] = [
        ("data", [told.title if told else None]),
        ("label", [_labelled_title(seen)]),
        ("shown", [*first]),
        ("shown", heads),
    ]
    same = {
        index: any(sureness.same_name(fold(titles.without_noise(text or "")), wanted) for text in texts)
        for index, (_, texts) in enumerate(offered)
    }
    agreeing = [kind for index, (kind, _) in enumerate(offered) if same[index]]
    differing = [kind for index, (kind, texts) in enumerate(offered[:2]) if texts[0] and not same[index]]
    role = ["shown"] if titles.names_a_role(title) else []
    return sureness.witnesses([*agreeing, *role], differing)


def _with_remark(title: str, headings: Sequence[Line]) -> str:
    """The title as a heading prints it that puts a remark in brackets behind it: `Lamp fitter (part-time)`."""
    wanted = fold(title)
    longer = (
        line.text
        for line in headings
        if fold(line.text).startswith(wanted + " (") and fold(line.text)[len(wanted) :].count("(") == 1
    )
    return next((text for text in longer if text.endswith(")") and len(text) <= len(title) + 40), title)


def _candidates(seen: Seen, headings: Sequence[Line]) -> list[tuple[str | None, float]]:
    """What may be the title, with weights: labels and panels above headings, headings above heads."""
    first = [line.text for line in headings if line.level == 1][:3]
    logos = {names.bare(name) for name in around.logos(seen.document)}
    before = [line for line in _headings_before(seen) if names.bare(line.text) not in logos]
    highest = min((line.level for line in before), default=1)
    return [
        *((text, 3.0 - 0.2 * i) for i, text in enumerate(first)),
        *(
            (titles.from_head(head, seen.site)[0], (1.4 if titles.bare_head(head) else 2.4) - 0.2 * i)
            for i, head in enumerate(seen.heads)
        ),
        (_panel_name(seen), 4.0),
        (_marked_line(seen), 2.2),
        (_line_of_role(seen), 1.2),
        *((line.text, 3.0) for line in before[-1:]),
        *[(line.text, 3.1) for line in before if line.level == highest > 1][-1:],
        (_labelled_title(seen), 4.0),
    ]


def _marked_line(seen: Seen) -> str | None:
    """The first short line that bears the mark of jobs, `(m/w/d)`, on pages whose mark-up knows no headings."""
    texts = (spot.line.text for spot in seen.main.spots[:15])
    return next((text for text in texts if len(text) <= 100 and titles.marked(text)), None)


def _line_of_role(seen: Seen) -> str | None:
    """The first short line that names a role, where neither mark-up nor head names the job."""
    texts = (spot.line.text for spot in seen.main.spots[:6])
    return next((text for text in texts if len(text) <= 100 and titles.names_a_role(text)), None)


def _of_pieces(title: str, seen: Seen) -> str:
    """Without a site's name at the end that only its pages' heads carry."""
    cut = titles.pieces(title)
    if len(cut) > 1 and seen.site and names.bare(cut[-1]) == names.bare(seen.site):
        return title[: title.rfind(cut[-1])].rstrip(" -–—|·")
    return title


def _panel_name(seen: Seen) -> str | None:
    """What the page calls the panel that holds the text, where each job has one that folds away."""
    nodes = seen.document.nodes
    above = (nodes[index].attrs.get("aria-labelledby") for index in seen.document.above(seen.main.node))
    name = next(filter(None, above), None)
    label = next((index for index, node in enumerate(nodes) if name and node.attrs.get("id") == name), None)
    text = tidy(" ".join(node.text for node in nodes[label : nodes[label].end])) if label is not None else ""
    return text if text and topic_of(text) is None else None


def _headings_before(seen: Seen) -> list[Line]:
    """The headings above the text, or at its top, that announce no section."""
    found: list[Line] = []
    for spot in seen.main.spots:
        inside = seen.main.node <= spot.node < seen.document.nodes[seen.main.node].end
        if inside and len(spot.line.text) > 100:
            break
        names_job = not maintext.generic_title(spot.line.text) and topic_of(spot.line.text) is None
        if spot.line.role is Role.HEADING and names_job:
            found.append(spot.line)
    return found


def _labelled_title(seen: Seen) -> str | None:
    body = {line.text for line in seen.main.lines if len(line.text) > 120}
    pairs = labels.pairs([spot.line for spot in seen.main.spots if spot.line.text not in body])
    return next((value for name, value in pairs if name == "title" and 3 < len(value) < 120), None)
