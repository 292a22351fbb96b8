"""What may not leave with a figure: addresses, hosts, accounts, keys. It is looked for in every text that is offered."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KINDS = {
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "an address on the web": re.compile(r"\b(?:https?|ssh|git|file)://\S+|\bwww\.\S+", re.I),
    "a network address": re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}\b", re.I),
    "a host": re.compile(r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:internal|local|corp|lan|intra|svc|cluster)\b|\b[a-z0-9]+(?:-[a-z0-9]+)+\.[a-z]{2,}\b", re.I),
    "an account or key": re.compile(r"\b\d{10,}\b|\b(?=\w*\d)(?=\w*[a-zA-Z])\w{20,}\b|\barn:\S+|\b[A-Z]{2,10}-\d+\b"),
    "a path": re.compile(r"(?:^|\s)(?:~|\.{1,2})?/[\w.-]+/\S*|\b[A-Za-z]:\\\S+"),
}  # fmt: skip


def leaks(text: str) -> Iterator[str]:
    """What a text gives away, each as a kind with the words: `a host (db-1.internal)`."""
    for kind, pattern in _KINDS.items():
        for match in pattern.finditer(text):
            yield f"{kind} ({match[0].strip()})"
