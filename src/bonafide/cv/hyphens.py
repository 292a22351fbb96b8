"""Words broken at a line's end mended; hyphens that belong to the word kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bonafide.cv.contacts import ends_as_host, network_of
from bonafide.cv.paragraph import Run
from bonafide.cv.words import PREFIXES

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_START = re.compile(r"[^\W\d_]+")
# Programs that break words only where the writer asks them to.
_KEEPERS = ("libreoffice", "openoffice", "microsoft", "word", "google docs", "quartz", "pages")
_BROWSERS = ("skia", "chromium", "chrome", "wkhtml", "weasyprint")
_ADDRESS = re.compile(r"(?:\S+@\S*|(?:https?://|www\.)\S*|\S+\.[a-z]{2,}/\S*)$", re.I)
_MAIL = re.compile(r"\S+@\S*")
_REST = re.compile(r"[a-z\d._-]{1,30}")
# No address that is worth joining is longer; a hostile one is not searched to its start.
_LONGEST_ADDRESS = 300
_OPENS_ADDRESS = re.compile(r"www\.|https?:|[\w.-]+\.[a-z]{2,}/", re.I)


def _continues_address(last: str, first: str) -> bool:
    """Whether the next line goes on with an e-mail or web address broken at the line's end."""
    token, head = last.rsplit(" ", 1)[-1][-_LONGEST_ADDRESS:], first.split(" ", 1)[0]
    if token.isupper():
        # In capitals everything is: compare as it would be in small letters.
        token, head, last = token.lower(), head.lower() if head.isupper() else head, last.lower()
    if not _ADDRESS.search(token) or "@" in head[1:] or network_of(head) or _OPENS_ADDRESS.match(head):
        return False
    if token[-1] in "/-.@_=?&":
        return True
    if "@" in token:
        return bool(_MAIL.fullmatch(token) and _REST.fullmatch(head)) and not _is_whole_host(
            token.rpartition("@")[2], head
        )
    host = re.sub(r"^https?://", "", token)
    if token == last and "/" not in host:
        return bool(_REST.fullmatch(head)) and not _is_whole_host(host, head)
    return "/" in head or (token == last and bool(_REST.fullmatch(head)) and not ends_as_host(head))


def _is_whole_host(host: str, rest: str) -> bool:
    """Whether an address ends at the line's end: its host is whole, and longer by the rest it is none."""
    return ends_as_host(host) and (ends_as_host(rest) or not ends_as_host(host + rest))


def _whole(line: str) -> str:
    """The line without the halves of words that may be broken at its ends."""
    first, _, rest = line.partition(" ")
    line = rest if first[:1].islower() else line
    return line.rpartition(" ")[0] if line.endswith("-") else line


def _half(line: str) -> tuple[str, str] | None:
    """What stands before the half word at a line's end, in the same token, and that half without its hyphen."""
    if not line.endswith(("-", "‐")):
        return None
    token = line[:-1].rpartition(" ")[2]
    at = len(token)
    while at and token[at - 1].isalpha():
        at -= 1
    return (token[:at], token[at:]) if at < len(token) else None


class Hyphens:
    """Joins lines; knows the document's words and whether its program breaks words."""

    def __init__(self, texts: Iterable[str], producer: str) -> None:
        words = [word.lower() for text in texts for word in _WORD.findall(_whole(text))]
        self.words = frozenset(words)
        self.breaks = not any(name in producer for name in (*_KEEPERS, *_BROWSERS))

    def joined(self, runs: Sequence[Run], line: Sequence[Run]) -> list[Run]:
        """The runs of two lines as one line's."""
        last, first = runs[-1].text.rstrip(), line[0].text.lstrip()
        joint, cut = self._joint("".join(run.text for run in runs).rstrip(), first)
        tail = last[: len(last) - cut] + joint
        head = replace(line[0], text=first)
        if (runs[-1].style, runs[-1].url) == (head.style, head.url):
            return [*runs[:-1], replace(runs[-1], text=tail + first), *line[1:]]
        return [*runs[:-1], replace(runs[-1], text=tail), head, *line[1:]]

    def _joint(self, last: str, first: str) -> tuple[str, int]:
        """What goes between two lines, and how many signs the first loses at its end."""
        if _continues_address(last, first):
            return "", 0
        ending, start = _half(last), _START.match(first)
        if not ending or not start:
            return (" ", 0) if not last.endswith(("-", "/")) or last.endswith((" -", " /")) else ("", 0)
        return ("", 1) if self._is_broken(ending, start.group()) else ("", 0)

    def _is_broken(self, ending: tuple[str, str], rest: str) -> bool:
        left = ending[1].lower()
        if rest[0].isupper() or "-" in ending[0] or f"{left}-{rest}".lower() in self.words:
            return False
        if left + rest in self.words:
            return True
        return self.breaks and left not in PREFIXES and not (left in self.words and rest in self.words)
