"""Which languages are spoken and how well, as claimed and as the CV says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bonafide.grounding.index import Index, Known
from bonafide.grounding.lexicon import cues, phrase_pattern
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.lookup import key, keyed
from bonafide.model.claim import Claim, ClaimKind

_LEVELS: dict[str, int] = cues("spoken")["levels"]
_STEPS = keyed(_LEVELS)
_TONGUES = tuple(phrase_pattern(names) for names in cues("spoken")["tongues"]["spoken"])
_SPEAKING = phrase_pattern(cues("spoken")["tongues"]["cues"])
_LEVEL = phrase_pattern(_LEVELS)
_CODE = re.compile(r"\b[ABC][12]\b")
_PIECES = re.compile(r"[,;.]| and | but | while | und | et ")
# So many words of a piece can hold no more than a language.
_BARE = 1


def check_spoken(sentence: str, index: Index) -> Iterator[Claim]:
    """`I speak Danish`: a language that is said to be spoken must be one the CV names."""
    for piece in re.split(r"[,;.]| and ", sentence):
        if not (_SPEAKING.search(piece) or _CODE.search(piece)):
            continue
        for names in _TONGUES:
            match = names.search(piece)
            known = next((item for item in index.known if _speaks(item, names)), None) if match else None
            if match and known:
                yield backed(match.group(), ClaimKind.STATEMENT, known)
            elif match:
                yield refused(match.group(), ClaimKind.STATEMENT, None, "no fact says that it is spoken")


def _speaks(known: Known, names: re.Pattern[str]) -> bool:
    told = known.fact.section in ("languages", "you") or known.fact.name in ("summary", "label", "keywords")
    return told and bool(names.search(known.folded))


def check_levels(sentence: str, index: Index) -> Iterator[Claim]:
    """`fluent Dutch`: a level that stands with a language must not be above the one the CV gives."""
    for spoken in index.known:
        if spoken.fact.section != "languages" or spoken.fact.name != "language":
            continue
        claimed = _LEVEL.search(_beside(sentence, spoken.folded))
        held = _fluency(spoken, index)
        if not claimed or held is None:
            continue
        if _step(claimed.group()) <= max(_step(level.group()) for level in _LEVEL.finditer(held.folded)):
            yield backed(claimed.group(), ClaimKind.STATEMENT, held)
        else:
            yield refused(claimed.group(), ClaimKind.STATEMENT, held, f"the fact says {held.fact.text}")


def _beside(sentence: str, language: str) -> str:
    """The words around a language, up to the next comma or `and`; of a bare list (`fluent in A and B`) those before."""
    before = ""
    for piece in _PIECES.split(sentence):
        if language in piece.lower():
            bare = len(piece.split()) <= _BARE and not _LEVEL.search(piece)
            return (_shared_after(piece, sentence) or before + piece) if bare else piece
        before = f"{before}{piece} " if len(piece.split()) <= _BARE or not before else f"{piece} "
    return ""


def _shared_after(piece: str, sentence: str) -> str:
    """`A and B at C1`: the level of a bare language that is told once, after the last of its list."""
    shared = re.search(rf"{re.escape(piece.strip())} (?:and|und|et) ([^,;.]+)", sentence)
    level = _LEVEL.search(shared.group(1)) if shared else None
    return level.group() if level and level.start() else ""


def _fluency(spoken: Known, index: Index) -> Known | None:
    """The fact that gives the level of a language, where it says one that can be compared."""
    levels = (k for k in index.known if k.fact.entry == spoken.fact.entry and k.fact.name == "fluency")
    return next((level for level in levels if _LEVEL.search(level.folded)), None)


def _step(level: str) -> int:
    return _STEPS[key(level)]
