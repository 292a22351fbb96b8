"""Where on a page the posting's own text stands, without what the site has put around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bonafide.posting import marks
from bonafide.posting.lexicon import listed, matcher, phrases, table
from bonafide.posting.lines import Line, Role, cleaned, fold
from bonafide.posting.markup import Spot, spots
from bonafide.posting.sections import Topic, topic_of
from bonafide.posting.tree import Document, Node

_SHARE = 0.72
_NAMED = 0.5
_LARGEST_MENU = 2000
_WORDS = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_FILE = re.compile(r"\.(?:docx?|pdf|odt|rtf|html?|indd|pages|xlsx?|pptx?)$", re.I)
_FACTS = (Topic.MUST, Topic.NICE, Topic.DUTY, Topic.BENEFIT)


@dataclass(frozen=True, slots=True)
class MainText:
    """The node that holds the posting, its lines, and the spots that were not passed over as chrome."""

    node: int
    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]
    weight: float


def find(document: Document, url: str | None = None, unhide: bool = False) -> MainText:
    """The region of the page that reads most like a posting."""
    root = _named_by(document, url)
    skip = chrome(document)
    shown = spots(document, root, skip, unhide)
    weights = _weights(document, shown)
    node = _narrowest(document, root, weights)
    within = [spot for spot in shown if node <= spot.node < document.nodes[node].end]
    return MainText(node, _without_buttons(within), tuple(shown), weights.get(node, 0.0))


def _named_by(document: Document, url: str | None) -> int:
    """The panel that the address's fragment names, or the body."""
    name = (url or "").partition("#")[2]
    for index, node in enumerate(document.nodes):
        if name and node.attrs.get("id") == name and _size(document, index) > 400:
            return index
    return 0


def _size(document: Document, index: int) -> int:
    return sum(len(node.text) for node in document.nodes[index : document.nodes[index].end])


def chrome(document: Document) -> frozenset[int]:
    """The nodes of navigation, forms, banners, and other jobs."""
    total = _size(document, 0) or 1
    found: set[int] = set()
    covered = 0
    for index, node in enumerate(document.nodes):
        if index < covered or index == 0 or not node.tag:
            continue
        if (_is_chrome(document, node) or _only_links(document, index)) and _size(
            document, index
        ) < 0.4 * total:
            found.add(index)
            covered = node.end
    return frozenset(found | _after_headings(document, found, total))


def _only_links(document: Document, index: int) -> bool:
    """Whether a list of three items or more holds nothing but short links, as a table of contents or a menu does."""
    nodes = document.nodes
    if nodes[index].tag not in ("ul", "ol") or nodes[index].end - index > _LARGEST_MENU:
        return False
    inside = range(index, nodes[index].end)
    texts = [at for at in inside if not nodes[at].tag and nodes[at].text.strip()]
    linked = (any(nodes[up].tag == "a" for up in document.above(at) if up > index) for at in texts)
    return len(texts) >= 3 and all(len(nodes[at].text) <= 80 for at in texts) and all(linked)


def _tags_above(document: Document, node: Node) -> set[str]:
    return {document.nodes[index].tag for index in document.above(node.parent)}


def _is_chrome(document: Document, node: Node) -> bool:
    regions = table("chrome")["regions"]
    if node.tag == "footer" and node.attrs.get("class") and "article" in _tags_above(document, node):
        return False
    if node.tag in regions["elements"] or node.attrs.get("role") in regions["roles"]:
        return True
    names = f"{node.attrs.get('class', '')} {node.attrs.get('id', '')}".lower()
    return bool(names.strip()) and any(_chrome_name(word) for word in _WORDS.findall(names))


@lru_cache(maxsize=4096)
def _chrome_name(name: str) -> bool:
    """`similar-jobs`, `site-footer` and `k-cookie`, but not `alert` in `job-alert-free` words of content."""
    known = _region_words()
    pieces = re.split(r"[-_]+", name)
    return name in known or (
        len(pieces) > 1 and (pieces[0] in known or pieces[-1] in known) and not _content_name(pieces)
    )


def _content_name(pieces: Sequence[str]) -> bool:
    return not _content_words().isdisjoint(pieces)


@lru_cache(maxsize=1)
def _content_words() -> frozenset[str]:
    return frozenset(table("chrome")["regions"]["content"])


@lru_cache(maxsize=1)
def _region_words() -> frozenset[str]:
    return frozenset(table("chrome")["regions"]["words"])


def _after_headings(document: Document, already: set[int], total: int) -> set[int]:
    """What follows a heading such as `Similar jobs`, up to the next heading of its rank or its region's end."""
    found: set[int] = set()
    for spot in spots(document, 0, frozenset(already)):
        if _stands_alone(document, spot) and announces_chrome(spot.line.text):
            region = _region_of(document, spot.node)
            alone = (
                spot.line.role is Role.HEADING and _size(document, region) <= 1.5 * len(spot.line.text) + 12
            )
            if _size(document, region) < 0.5 * total and not alone:
                found.add(region)
            else:
                found |= _siblings_after(document, region if alone else spot.node, total)
    return found


def _stands_alone(document: Document, spot: Spot) -> bool:
    """Whether a short line is all that its element holds, as a heading is."""
    text = spot.line.text
    return (
        len(text) <= 60
        and spot.line.role is not Role.ITEM
        and _size(document, spot.node) <= 1.5 * len(text) + 12
    )


def announces_chrome(text: str) -> bool:
    """Whether a short line is the heading of other jobs, forms, or the site's own matters."""
    plain = re.sub(r"^[^\w]+|[^\w]+$", "", fold(text))
    size = matcher("chrome", "headings").at_start(plain)
    return size > 0 and (size >= 0.55 * len(plain) or (size >= 12 and len(plain.split()) <= 9))


def _region_of(document: Document, index: int) -> int:
    """The outermost node whose text begins with this one's."""
    region = index
    for above in document.above(index):
        before = document.nodes[above + 1 : index] if above < index else []
        if above == 0 or any(not node.tag and node.text.strip() for node in before):
            break
        region = above
    return region


def _siblings_after(document: Document, index: int, total: int) -> set[int]:
    nodes = document.nodes
    rank = _rank(nodes[index])
    found = {index}
    at = nodes[index].end
    while at < nodes[nodes[index].parent].end:
        if _rank(nodes[at]) and (_rank(nodes[at]) <= rank or _opens_section(document, at)):
            break
        if _size(document, at) < 0.4 * total:
            found.add(at)
        at = nodes[at].end
    return found


def _opens_section(document: Document, index: int) -> bool:
    """Whether a heading announces a part of a posting."""
    return (
        topic_of(" ".join(node.text for node in document.nodes[index : document.nodes[index].end])) in _FACTS
    )


def _rank(node: Node) -> int:
    return int(node.tag[1]) if re.fullmatch(r"h[1-6]", node.tag) else 0


def _weights(document: Document, shown: Iterable[Spot]) -> dict[int, float]:
    """How much like a posting the text below each node reads."""
    found: dict[int, float] = {}
    for spot in shown:
        weight = _weight(spot)
        if weight:
            for index in document.above(spot.node):
                found[index] = found.get(index, 0.0) + weight
    return found


def _weight(spot: Spot) -> float:
    text = spot.line.text
    if spot.linked > 0.6:
        return 0.0
    if len(text) <= 90 and spot.line.role is not Role.ITEM:
        topic = topic_of(text) if len(text) <= 60 else None
        return (
            180.0
            if topic in _FACTS and spot.line.role is Role.HEADING
            else 60.0
            if topic in _FACTS
            else 0.2 * len(text)
        )
    return float(min(len(text), 900)) * (0.8 if spot.line.role is Role.ITEM else 1.0)


def _narrowest(document: Document, root: int, weights: dict[int, float]) -> int:
    """What the mark-up names as the text; else down from the root as long as one child holds most of the weight."""
    total = weights.get(root, 0.0)
    named = (
        at
        for at, weight in sorted(weights.items())
        if weight >= _NAMED * total and marks.is_text(document.nodes[at])
    )
    if (text := next(named, None)) is not None:
        return text
    node = root
    while True:
        children = _children(document, node)
        best = max(children, key=lambda child: weights.get(child, 0.0), default=None)
        if best is None or weights.get(best, 0.0) < _SHARE * total or weights.get(best, 0.0) == 0.0:
            return node
        if (
            document.nodes[best].tag in ("p", "ul", "ol", "li", "table", "tbody", "tr", "td", "span")
            and weights[best] < 0.97 * total
        ):
            return node
        node = best


def _children(document: Document, index: int) -> list[int]:
    found: list[int] = []
    at = index + 1
    while at < document.nodes[index].end:
        if document.nodes[at].tag:
            found.append(at)
        at = document.nodes[at].end
    return found


def _without_buttons(within: Sequence[Spot]) -> tuple[Line, ...]:
    return tuple(line for line in cleaned(spot.line for spot in within) if not _is_idle(line))


def _is_idle(line: Line) -> bool:
    """A caption that says nothing of the job; as a heading "Job description" says what stands below it."""
    return is_button(line.text) and not (line.role is Role.HEADING and topic_of(line.text))


def is_button(text: str) -> bool:
    """Whether a line is only a button's or link's caption."""
    return len(text) <= 40 and re.sub(r"^[^\w]+|[^\w]+$", "", fold(text)) in _captions()


@lru_cache(maxsize=1)
def _captions() -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrases("chrome", "buttons"))


def generic_title(text: str) -> bool:
    """Whether a page's head names no job: `Careers`, `Your career at …`, a file's name."""
    plain = re.sub(r"^[^\w]+|[^\w]+$", "", fold(text))
    names = listed("chrome", "generic", "titles")
    size = names.at_start(plain)
    opens = plain[:size].endswith((" at", " in", " bij", " noi", " with us", " conosco"))
    return bool(_FILE.search(plain)) or names.whole(plain) or (opens and len(plain.split()) <= 7)
