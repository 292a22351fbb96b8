"""What an incident says of its cause -> the one deploy that it names. Pure.

A cell that is a name and nothing else is taken as it stands: a tag, its version with or without a "v", a branch, a commit
of which seven signs are enough. In a text only what can be nothing but such a name is one: "7" and "2024-03-01" are not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bonafide.connectors.systems.git.tags import tag
from bonafide.evidence.history import Deploy

REF = re.compile(r"refs/(?:tags|heads)/")
_TOKEN = re.compile(r"\w[\w./@+-]*")
_COMMIT = re.compile(r"[0-9a-f]{7,64}")
_SURELY_COMMIT = re.compile(r"(?=.*[a-f])(?=.*\d)[0-9a-f]{7,64}")
_SURELY_NAME = re.compile(r"(?=.*[^\W\d_])(?=.*\d).+|\d+\.\d+\.\d+.*")
"""With a letter and a digit, or a version of three numbers."""


@dataclass(frozen=True, slots=True)
class Names:
    """By what each deploy, told by its number, can be named. `names` are in small letters, `ids` the commits in their order."""

    names: Mapping[str, int]
    commits: Mapping[str, int]
    ids: Sequence[str]

    @staticmethod
    def of(deploys: Sequence[Deploy]) -> Names:
        """Of deploys in the order of time; what could name two of them names none, and a whole name goes before a version."""
        names = [_name(deploy) for deploy in deploys]
        versions = [_versions(name, deploy) for name, deploy in zip(names, deploys, strict=True)]
        commits: dict[str, int] = {}
        for number, deploy in enumerate(deploys):
            for ident in _commits(deploy):
                commits.setdefault(ident, number)
        whole = [(name,) if name else () for name in names]
        return Names(_sole(versions) | _sole(whole), commits, sorted(commits))

    def meant(self, text: str) -> set[int]:
        """The deploys that a text names: none, one, or several."""
        bare = REF.sub("", text.strip().casefold(), count=1)
        if (whole := self._named(bare, _COMMIT)) is not None:
            return {whole}
        found = (self._told(token.rstrip("./@+-")) for token in _TOKEN.findall(bare))
        return {one for one in found if one is not None}

    def _told(self, token: str) -> int | None:
        """What a word of a text names, or else, as in an address, its last part."""
        for part in dict.fromkeys((token, token.rpartition("/")[2])):
            if _SURELY_NAME.fullmatch(part) and (found := self._named(part, _SURELY_COMMIT)) is not None:
                return found
        return None

    def _named(self, name: str, commit: re.Pattern[str]) -> int | None:
        found = self.names.get(name)
        return self._held(name) if found is None and commit.fullmatch(name) else found

    def _held(self, beginning: str) -> int | None:
        """The deploy of the commit that begins so, if all that begin so came with one deploy."""
        at = bisect_left(self.ids, beginning)
        numbers: set[int] = set()
        while at < len(self.ids) and self.ids[at].startswith(beginning) and len(numbers) < 2:
            numbers.add(self.commits[self.ids[at]])
            at += 1
        return numbers.pop() if len(numbers) == 1 else None


def _sole(named: Sequence[Iterable[str]]) -> dict[str, int]:
    """The names of only one deploy, each with its number."""
    found: dict[str, set[int]] = {}
    for number, names in enumerate(named):
        for name in names:
            found.setdefault(name, set()).add(number)
    return {name: one for name, (one, *more) in found.items() if not more}


def _name(deploy: Deploy) -> str:
    """Its tag or branch; "" where there is neither."""
    return REF.sub("", deploy.name.removesuffix(f"@{deploy.commit}"), count=1).casefold()


def _versions(name: str, deploy: Deploy) -> tuple[str, ...]:
    """The version in a name, without what stands before it: `1.3.0` and `v1.3.0` of `pay-v1.3.0`."""
    told = tag(name, "", deploy.at)
    if not told.numbers:
        return ()
    version = name.removeprefix(told.prefix).lstrip("-/_@").removeprefix("v")
    return version, f"v{version}"


def _commits(deploy: Deploy) -> Iterator[str]:
    yield from filter(None, (deploy.commit, *deploy.merges))
    yield from (change.id for change in deploy.changes)
