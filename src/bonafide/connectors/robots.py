"""robots.txt as RFC 9309 reads it: groups by product token, the longest matching rule wins, `*` and `$` in paths."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

AGENT = "bonafide"
LONGEST = 500 * 1024  # bytes that must be read; the rest of a longer file is ignored

_TOKEN = re.compile(r"[A-Za-z_-]+|\*")


@dataclass(frozen=True, slots=True)
class Rule:
    """`allow` or not, for the paths that its pattern matches."""

    allow: bool
    pattern: str

    def matches(self, path: str) -> bool:
        """Whether the pattern fits the start of the path (all of it, after `$`); time linear in the path."""
        anchored = self.pattern.endswith("$")
        head, *rest = self.pattern.removesuffix("$").split("*")
        if not path.startswith(head):
            return False
        at = len(head)
        for number, piece in enumerate(rest):
            if anchored and number == len(rest) - 1:
                return path.endswith(piece) and len(path) - len(piece) >= at
            found = path.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        return not anchored or at == len(path)


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site for one agent."""

    rules: tuple[Rule, ...] = ()

    def allows(self, path: str) -> bool:
        """Whether the path with its query may be fetched; where no rule matches, it may."""
        plain = _canonical(path)
        matching = [(len(rule.pattern), rule.allow) for rule in self.rules if rule.matches(plain)]
        return max(matching, default=(0, True))[1]


def parse(content: bytes, agent: str = AGENT) -> Robots:
    """The rules for `agent`, else those for everyone; what is not a rule is passed over."""
    groups: dict[str, list[Rule]] = {}
    current: list[str] = []
    in_rules = False
    for key, value in _lines(content):
        if key == "user-agent":
            current = [] if in_rules else current
            in_rules = False
            token = _TOKEN.match(value)
            if token:
                current.append(token[0].lower())
                groups.setdefault(current[-1], [])
        elif key in ("allow", "disallow"):
            in_rules = True
            for name in current if value else ():
                groups[name].append(Rule(key == "allow", _canonical(value)))
    return Robots(tuple(groups.get(agent.lower(), groups.get("*", []))))


def _lines(content: bytes) -> list[tuple[str, str]]:
    text = content[:LONGEST].decode("utf-8-sig", errors="replace")
    pairs = (line.partition("#")[0].partition(":") for line in text.splitlines())
    return [(key.strip().lower(), value.strip()) for key, _, value in pairs]


def _canonical(path: str) -> str:
    """One spelling for each path: unreserved characters plain, all others percent-encoded in capitals.

    An encoded `%2A` or `%24` stays encoded, so that it is not taken for a wildcard.
    """
    pieces = re.split(r"(%[0-9A-Fa-f]{2})", path)
    return "".join(_one_spelling(piece) for piece in pieces)


def _one_spelling(piece: str) -> str:
    if re.fullmatch(r"%[0-9A-Fa-f]{2}", piece):
        byte = unquote_to_bytes(piece)
        return byte.decode() if re.fullmatch(rb"[A-Za-z0-9._~-]", byte) else piece.upper()
    return quote(piece, safe="/?=&*$;:@!'(),+%~-._[]")
