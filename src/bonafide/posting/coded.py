"""Lists whose lines carry a code for must or nice to have: `E  Ten years …`, `MUSS: …`, `[D] …`, `Allergen law (E)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bonafide.posting import grids
from bonafide.posting.lexicon import table
from bonafide.posting.lines import fold

_LEAST, _SHORTEST = 3, 2
_LONGEST = 400
_SIGN = r"(?:[★☆]{1,5}|[*!+°#†]{1,3}|\[[ xX✓✔]?\]|[☑☐☒])"
_WORD = r"[^\W\d_](?:[^\W\d_]|[ -]){0,15}"
_LEGEND = re.compile(
    rf"(?:(?<!\w)(?P<letter>\w{{1,2}})\s*(?:=|:|stands for|means|steht für|bedeutet|heißt)|(?P<sign>{_SIGN})\s*(?:=|:|means|bedeutet|heißt)?)\s*(?:an? |ein |eine |un )?(?P<word>[^\W\d_]{{3,20}})"
)
_BULLET = r"\s*(?:[•▪·–—-]\s+)?"
_BEFORE = re.compile(
    _BULLET
    + rf"(?:[\[(](?P<boxed>{_WORD})[\])]\s*[:.–—|-]?|(?P<marked>[^\W\d_]{{1,16}})\s*(?:[:|]|\s[–—-])|(?P<bare>[^\W\d_]{{1,2}})|(?P<sign>{_SIGN}))\s+(?P<said>\S.*)"
)
_BEHIND = re.compile(
    _BULLET
    + rf"(?P<said>\S.*?)\s*(?:[\[(](?P<boxed>{_WORD})[\])]|\s[–—]\s(?P<marked>{_WORD})|\s{{2,}}(?P<bare>[^\W\d_]{{1,2}})|(?P<sign>[*★☆]{{1,5}}))\s*"
)
_STARS = re.compile(r"^\s*(★+)\s|\s(★+)\s*$", re.M)
_HEADINGS = {"must": "Essential", "nice": "Desirable"}


@dataclass(frozen=True, slots=True)
class _Coded:
    """A line without its code: what the code says (`must`, `nice`), and how it is written there."""

    kind: str
    code: str
    said: str
    plainly: bool


def headed(raw: Sequence[str]) -> list[str]:
    """The lines, where codes rate them as items below a heading for each kind; others are left as they are."""
    codes = _codes("\n".join(raw))
    for form in (_BEFORE, _BEHIND):
        read = [_read(line, form, codes) for line in raw]
        if _is_list(read, codes):
            return list(_written(raw, read))
    return list(raw)


def _codes(text: str) -> Mapping[str, str]:
    """Code -> kind, of those that the text explains (`D = desirable`); those known everywhere where it explains none."""
    told = _explained(text)
    return told if len(set(told.values())) == len(_HEADINGS) else _by_stars(text)


def _explained(text: str) -> dict[str, str]:
    return {
        fold(m["letter"] or m["sign"]): kind
        for m in _LEGEND.finditer(text)
        if (kind := grids.kind_of(m["word"]))
    }


def _by_stars(text: str) -> dict[str, str]:
    """Without an explanation the most stars are musts, and fewer are wishes."""
    runs = {run for pair in _STARS.findall(text) for run in pair if run}
    most = max(runs, key=len, default="")
    return {run: "must" if run == most else "nice" for run in runs} if len(runs) > 1 else {}


def _read(line: str, form: re.Pattern[str], codes: Mapping[str, str]) -> _Coded | None:
    found = form.fullmatch(line.rstrip()) if len(line) <= _LONGEST else None
    if not found or (codes and _explained(line)):
        return None
    parts = found.groupdict()
    code = parts.get("boxed") or parts.get("marked") or parts.get("bare") or parts.get("sign") or ""
    known = (
        codes.get(fold(code))
        or codes.get(f"[{fold(code)}]")
        or grids.kind_of(table("grids")["letters"].get(fold(code), code))
    )
    if not known or len(parts["said"]) < _SHORTEST:
        return None
    return _Coded(known, fold(code), parts["said"].strip(), plainly=parts.get("bare") is None)


def _is_list(read: Sequence[_Coded | None], codes: Mapping[str, str]) -> bool:
    """Whether so many lines are coded that it is no chance; a bare letter that nothing explains needs its counterpart."""
    found = [one for one in read if one]
    if len(found) < _LEAST or len(found) == len({one.code for one in found}):
        return False
    both = len({one.kind for one in found}) == len(_HEADINGS)
    return both or bool(codes) or (all(one.plainly for one in found) and len(found) > _LEAST)


def _written(raw: Sequence[str], read: Sequence[_Coded | None]) -> Iterator[str]:
    last = ""
    for line, one in zip(raw, read, strict=True):
        if one is None:
            # What stands between two lists, a heading above all, ends the one before it.
            last = last if not line.strip() else ""
            yield line
            continue
        if one.kind != last:
            yield from ("", _HEADINGS[one.kind])
        last = one.kind
        yield f"• {one.said}"
