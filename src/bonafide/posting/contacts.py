"""To whom one applies: the person whom a posting's sentences name, never a company, a department or an address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bonafide.posting import names, titles
from bonafide.posting.lexicon import listed, table
from bonafide.posting.lines import fold

# In words: how far behind the cue a form of address may stand, and how long a name is.
_REACH, _LONGEST = 10, 5
_LONGEST_LINE = 600
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[-’'.][^\W\d_]*)*\.?")
_ENDS = re.compile(r"[.!?;:,)]+$")
_STOPS = re.compile(r"[!?;]$|(?<=[^\W\d_]{3})\.$")
_KINDS = ("apply", "person", "ask")


@dataclass(frozen=True, slots=True)
class _Named:
    """A name as it stands in a line, the words behind it, and whether a form of address stands before it."""

    text: str
    after: tuple[str, ...]
    addressed: bool


def find(lines: Sequence[str], company: str | None = None) -> str | None:
    """The person to whom the application goes, else the one to be asked: `Frau Dr. Ada Lind`; None where none is meant.

    None, too, where two are named at once: a letter greets one.
    """
    for kind in _KINDS:
        for line, behind in _cued(lines, kind):
            if named := _named(behind, kind):
                if _joined(named.after):
                    return None
                if named.addressed or _is_person(named, kind, line, lines, company):
                    return named.text
    return None


def _cued(lines: Sequence[str], kind: str) -> Iterator[tuple[str, list[str]]]:
    """The lines with such a cue, each with the words behind it; those of the next line where the cue ends its own."""
    for index, line in enumerate(lines):
        line = line[:_LONGEST_LINE]
        folded = fold(line)
        for _, end in listed("contacts", kind).spans(folded):
            # Folding may change a word's length, but not the number of words.
            behind = line.split()[len(folded[:end].split()) :]
            below = lines[index + 1][:_LONGEST_LINE] if not behind and index + 1 < len(lines) else ""
            yield (line, behind or below.split())


def _named(behind: Sequence[str], kind: str) -> _Named | None:
    """The name that the words behind a cue give, up to the end of their sentence."""
    for at, word in enumerate(behind[:_REACH]):
        if word in _words("address"):
            return _read(behind[at:], addressed=True)
        if _STOPS.search(word) and word not in _words("titles"):
            break
    start = next((at for at, word in enumerate(behind) if fold(word).strip(",:") not in _words("between")), 0)
    return _read(behind[start:], addressed=False)


def _read(given: Sequence[str], *, addressed: bool) -> _Named | None:
    """The name with which the words begin: its form of address and titles, then capitalised words and particles."""
    lead = 1 if addressed else 0
    while lead < len(given) and given[lead] in _words("titles"):
        lead += 1
    end = lead
    while end < len(given) and end - lead < _LONGEST and _belongs(given[end]):
        end += 1
        if _ENDS.search(given[end - 1]) and not _initial(given[end - 1]):
            break
    own = [_ENDS.sub("", word) if not _initial(word) else word for word in given[lead:end]]
    while own and own[-1] in _words("particles"):
        own.pop()
    if len(own) < (1 if addressed else 2):
        return None
    return _Named(" ".join((*given[:lead], *own)), tuple(given[end - 1 :]), addressed)


def _belongs(word: str) -> bool:
    plain = _ENDS.sub("", word)
    if fold(plain) in _words("behind") or plain in _words("address"):
        return False
    return plain in _words("particles") or bool(_NAME.fullmatch(word if _initial(word) else plain))


def _initial(word: str) -> bool:
    return bool(re.fullmatch(r"[^\W\d_]\.", word))


def _joined(after: Sequence[str]) -> bool:
    """Whether a second person follows: `Frau Lind oder Herrn Berg`."""
    return (
        len(after) > 2
        and not _ENDS.search(after[0])
        and after[1] in _words("joining")
        and bool(after[2] in _words("address") or _NAME.fullmatch(_ENDS.sub("", after[2])))
    )


def _is_person(named: _Named, kind: str, line: str, lines: Sequence[str], company: str | None) -> bool:
    """Whether a name without a form of address is a person's.

    It holds no word of a body or a role, is not the company's, and is one of which the posting speaks in this line alone.
    """
    folded = fold(named.text)
    parts = re.findall(r"[^\W\d_]+", folded)
    if (
        not _words("bodies").isdisjoint(parts)
        or names.is_department(named.text)
        or names.ends_in_form(named.text)
    ):
        return False
    if titles.names_a_role(named.text) or set(parts) & set(fold(company or "").split()):
        return False
    if kind == "person" or _with_role(named.after) or _own_address(parts, line):
        return True
    if kind != "apply":
        return False
    others = " ".join(fold(other) for other in lines if other[:_LONGEST_LINE] != line)
    return not any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", others) for part in parts if len(part) > 2)


def _with_role(after: Sequence[str]) -> bool:
    """Whether a role stands behind the name: `Ada Lind, Chief Executive`, `Ada Lind (Head of People)`."""
    aside = bool(after) and (after[0].endswith(",") or "".join(after[1:2]).startswith("("))
    return aside and titles.names_a_role(" ".join(after[1:5]))


def _own_address(parts: Sequence[str], line: str) -> bool:
    """Whether the line gives an e-mail address that holds the name's last word."""
    return any(parts[-1] in fold(found) for found in re.findall(r"[\w.+-]{2,64}(?=@)", line))


@lru_cache(maxsize=16)
def _words(kind: str) -> frozenset[str]:
    return frozenset(table("contacts")[kind])
