"""What may not leave with a figure: addresses, hosts, accounts, keys. It is looked for in every text that is kept or offered.

Labels of a host are bounded as the domain name system bounds them, and every pattern begins where a word does, so that looking
takes no longer than reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_KINDS = {
    "an e-mail address": re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),
    "an address on the web": re.compile(r"\b(?:https?|ssh|git|file)://\S+|\bwww\.\S+", re.I),
    "a network address": re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}\b", re.I),
    "an internal host": re.compile(r"(?<![\w.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}\.(?:internal|local|corp|lan|intra|svc|cluster)\b", re.I),
    "a host": re.compile(r"(?<![\w-])[a-z0-9]{1,63}(?:-[a-z0-9]{1,63}){1,8}\.[a-z]{2,}\b", re.I),
    "an account or key": re.compile(r"\b\d{10,}\b|\b(?=\w{0,200}\d)(?=\w{0,200}[a-zA-Z])\w{20,}\b|\barn:\S+"),
    "an issue number": re.compile(r"\b(?!(?:SEV|PRIO|LEVEL|TIER)-\d\b)[A-Z]{2,10}-\d+\b"),
    "a path": re.compile(r"(?:^|\s)(?:~|\.{1,2})?/[\w.-]+/\S*|\b[A-Za-z]:\\\S+"),
}  # fmt: skip
PRIVATE = ("an e-mail address", "a network address", "an internal host", "an account or key")
"""What no outsider should read, whoever wrote it: a public place has an address on the web, and none of these."""
WITHHELD = "[…]"


def leaks(text: str) -> Iterator[str]:
    """What a text gives away, each as a kind with the words: `an internal host (db-1.internal)`."""
    return _found(text, tuple(_KINDS))


def private(text: str) -> Iterator[str]:
    """The same of what is PRIVATE: addresses on the web, names of hosts, issues and paths pass."""
    return _found(text, PRIVATE)


def withheld(text: str) -> str:
    """The text without what it would give away."""
    for pattern in _KINDS.values():
        text = pattern.sub(lambda match: match[0][: len(match[0]) - len(match[0].lstrip())] + WITHHELD, text)
    return text


def _found(text: str, kinds: tuple[str, ...]) -> Iterator[str]:
    """Each word once, under the first kind that it is of."""
    found: dict[str, str] = {}
    for kind in kinds:
        for match in _KINDS[kind].finditer(text):
            found.setdefault(match[0].strip(), kind)
    for word, kind in found.items():
        yield f"{kind} ({word})"
