"""Names in a sentence (employers, tools, places, credentials): each must be among the facts, and of the right job."""

from __future__ import annotations

import re
from functools import lru_cache

from bonafide.grounding.focus import Focus
from bonafide.grounding.index import Index, Known
from bonafide.grounding.lexicon import concept, cues, phrase_pattern
from bonafide.grounding.naming import Name
from bonafide.grounding.verdicts import backed, refused
from bonafide.language.sentences import STOPWORDS, stem, words
from bonafide.language.terms import TermHit, find_terms, kind_of, relation
from bonafide.model.claim import Claim, ClaimKind

_NEUTRAL = frozenset(cues("names")["neutral"])
# A country is often told for the city that a fact names.
_COUNTRIES = frozenset(cues("names")["countries"])
_DEMONYMS = frozenset(cues("names")["demonyms"])
# `a Danish insurer`, `one Irish`; but `Danish at C1` is a language, and so is what is spoken.
_DESCRIBED = re.compile(r"\s+(?P<next>[a-zß-ÿ]+)")
_ONE_OF = re.compile(r"\b(?:an?|one|the)\s+$", re.IGNORECASE)
_TONGUES = frozenset(word for names in cues("spoken")["tongues"]["spoken"] for word in names)
_VOICES = frozenset(cues("names")["voices"])
# What may be added to a name without making it another one.
_EXONYMS: dict[str, tuple[str, ...]] = {
    called: tuple(group) for group in cues("names")["exonyms"] for called in group
}
_GERMAN_NOUN = 6
_ENDINGS = frozenset(cues("names")["endings"])
_TITLE_WORDS = frozenset(cues("titles")["heads"])
_CREDENTIAL = phrase_pattern(cues("credentials")["words"])
_CERTIFIED_IN = re.compile(
    r" (?:certificat\w+|certified|licen[cs]e|exam|diploma|degree|accreditation)\b", re.IGNORECASE
)
_CERTIFIES = ("certificates", "education", "awards")
_EMPLOYED = re.compile(r"\b(?:at|for|with|joined|from|of|bei|chez)\s+(?:the\s+)?$", re.IGNORECASE)
_ISSUED = re.compile(
    r"(?:GmbH|Inc\.?|Ltd\.?|LLC|plc|AG|S\.A\.|SE|Corp\.?|University|Bank|Hospital|College|Institute|Group)$"
)


def check_name(name: Name, sentence: str, focus: Focus, index: Index, posting: str) -> Claim | None:
    """The claim of one name; None where it names nothing that could be owned."""
    certified = bool(_CREDENTIAL.search(name.text))
    spelt = (token.removesuffix("'s") for token in words(name.text.replace("’", "'")))
    tokens = [token for token in spelt if not _empty(token, certified)]
    if not tokens or (_DEMONYMS.issuperset(tokens) and _describes(name, sentence)):
        return None
    kind = _kind(name, sentence)
    holders = _holders(name.text, tokens, index)
    if not holders and (other := _EXONYMS.get(name.text.casefold())):
        holders = [
            known
            for known in index.known
            if any(re.search(rf"(?<!\w){re.escape(called)}(?!\w)", known.folded) for called in other)
        ]
    if not holders and (stem_of := _compound(name.text)):
        holders = _holders(stem_of, list(words(stem_of)), index)
    if not holders and _owned_piecemeal(name, tokens, index):
        return backed(name.text, kind, None)
    if not holders:
        why = "the posting names it, no fact does" if name.text.casefold() in posting else "no fact names it"
        return refused(name.text, kind, focus.best, why)
    if certified or _CERTIFIED_IN.match(sentence, name.end):
        holders = [
            known for known in holders if known.fact.section in _CERTIFIES or _CREDENTIAL.search(known.folded)
        ]
    if not holders:
        return refused(name.text, ClaimKind.CREDENTIAL, focus.best, "no certificate of that name is known")
    allowed = [known for known in holders if focus.allows(known)]
    if not allowed and len(tokens) == 1 and tokens[0] in index.free:
        allowed = holders
    elsewhere = _told_elsewhere(holders, allowed)
    if allowed and not elsewhere:
        return backed(name.text, kind, allowed[0])
    holders = [elsewhere] if elsewhere else holders
    return refused(name.text, kind, holders[0], f"it belongs to {holders[0].fact.entry or 'another entry'}")


def _compound(text: str) -> str:
    """`ISO` of `ISO-Zertifikat`: what a German compound says of a name; "" where it is none."""
    first, hyphen, rest = text.rpartition("-")
    german = bool(hyphen) and rest.istitle() and len(rest) >= _GERMAN_NOUN and not find_terms(rest)
    return first if german else ""


def _told_elsewhere(holders: list[Known], allowed: list[Known]) -> Known | None:
    """The job that tells of a thing, where the job that is named does not and only the list of skills has it."""
    if not all(known.fact.section == "skills" for known in allowed):
        return None
    return next(
        (k for k in holders if k.fact.section == "work" and k.fact.name == "highlights" and k not in allowed),
        None,
    )


def _describes(name: Name, sentence: str) -> bool:
    """Whether the name of a people says where something is, and not which language is known."""
    if _TONGUES.isdisjoint(words(name.text)):
        return True
    following = _DESCRIBED.match(sentence, name.end)
    word = following.group("next") if following else ""
    thing = bool(word) and word not in STOPWORDS and word not in _VOICES
    return thing or bool(_ONE_OF.search(sentence, 0, name.start) and word not in _VOICES)


def _empty(token: str, certified: bool) -> bool:
    """A word that names nothing by itself; in a certificate's name a word for a role does."""
    if token in _TITLE_WORDS and not certified:
        return True
    return token in _NEUTRAL or token in _COUNTRIES or token in STOPWORDS or token.isdigit()


def _kind(name: Name, sentence: str) -> ClaimKind:
    if _CREDENTIAL.search(sentence):
        return ClaimKind.CREDENTIAL
    if _ISSUED.search(name.text) or (_EMPLOYED.search(sentence[: name.start]) and not find_terms(name.text)):
        return ClaimKind.EMPLOYER
    return ClaimKind.TOOL


def _holders(text: str, tokens: list[str], index: Index) -> list[Known]:
    """The facts that hold a name: all its words, or a term that is the same or narrower."""
    hits = find_terms(text)
    wanted = {hit.term for hit in hits}
    named = {word for hit in hits for word in words(text[hit.start : hit.end])}
    held = []
    for known in index.known:
        rest = [token for token in tokens if token not in named]
        by_term = (
            bool(wanted)
            and _by_term(wanted, known.terms)
            and all(_in(token, known.folded) for token in rest)
            and all(_held_as(hit, text, known) for hit in hits)
        )
        if by_term or all(_in(token, known.folded) for token in tokens):
            held.append(known)
    return held


def _held_as(hit: TermHit, text: str, known: Known) -> bool:
    """Whether a certificate is the same one: the vocabulary names those of a kind in one breath (PSM I and II)."""
    if kind_of(hit.term) != "credential":
        return True
    said = text[hit.start : hit.end].casefold()
    others = (other for other in find_terms(known.fact.text) if other.term == hit.term)
    return any(_same_words(said, known.fact.text[other.start : other.end].casefold()) for other in others)


def _same_words(one: str, other: str) -> bool:
    """The same words, fewer of them, or their initials."""
    said, held = words(one), words(other)
    short = {"".join(word[0] for word in parts) for parts in (said, held) if len(parts) > 1}
    return set(said) <= set(held) or set(held) <= set(said) or one in short or other in short


def _by_term(wanted: set[str], have: tuple[str, ...]) -> bool:
    return all(any(h == w or _related(h, w) in ("same", "narrower") for h in have) for w in wanted)


_related = lru_cache(maxsize=20_000)(relation)


def _in(token: str, own: str) -> bool:
    at = own.find(token[: max(4, len(token) - 2)] if len(token) > 5 and token.isalpha() else token)
    while at >= 0:
        end = at + len(token)
        starts = at == 0 or not own[at - 1].isalnum()
        rest = re.match(r"[^\W_]*", own[at:])
        word = rest.group() if rest else ""
        if starts and ((own[at:end] == token and not own[end : end + 1].isalnum()) or _kin(token, word)):
            return True
        at = own.find(token[:4], at + 1)
    return False


def _kin(token: str, word: str) -> bool:
    """`kenyan` and `kenya`, `berliner` and `berlin`, plurals: one begins the other and goes on as words do."""
    short, long = sorted((token, word), key=len)
    return len(short) >= 4 and short.isalpha() and long.startswith(short) and long[len(short) :] in _ENDINGS


def _owned_piecemeal(name: Name, tokens: list[str], index: Index) -> bool:
    """Several owned names side by side, or an ordinary word that opens the sentence before an owned one."""
    missing = [token for token in tokens if token not in index.tokens and not _in(token, index.folded)]
    if (
        name.opening
        and not find_terms(name.text)
        and missing
        and missing[0] == tokens[0]
        and _ordinary(tokens[0])
    ):
        missing = missing[1:]
    return not missing and not (_CREDENTIAL.search(name.text) or len(tokens) > 3)


def _ordinary(word: str) -> bool:
    known = concept(word)
    return (
        word.endswith(("ed", "ing", "ly", "s"))
        or stem(word) != stem(word + "s")
        or bool(known and len(known.keys) > 2)
    )
