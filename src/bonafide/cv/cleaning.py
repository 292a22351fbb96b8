"""Text as people meant it: ligatures opened, invisible and private-use characters gone, spaces single."""

from __future__ import annotations

import re

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SPACES = "\t\n\r\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_TABLE = str.maketrans({**_LIGATURES, **dict.fromkeys(_INVISIBLE, ""), **dict.fromkeys(_SPACES, " ")})
# Icon fonts put their glyphs into the private-use areas.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\x00-\x08\x0e-\x1f\x7f]")
# A network's sign in the usual icon font, with no more than a blank before a name of an account.
_BRANDS = {
    "\uf08c": "LinkedIn",
    "\uf0e1": "LinkedIn",
    "\uf09b": "GitHub",
    "\uf092": "GitHub",
    "\uf296": "GitLab",
    "\uf099": "Twitter",
    "\uf168": "XING",
    "\uf169": "XING",
    "\uf16c": "Stack Overflow",
}
_BRAND = re.compile(rf"([{''.join(_BRANDS)}])\s*(?=$|[\w@][\w@.-]{{2,}}(?:\s|$|\|))")


def clean(text: str) -> str:
    """One line of text without what cannot be seen; blanks at the ends go."""
    return " ".join(cleaned(text).split())


def cleaned(text: str) -> str:
    """As `clean`, with the blanks as they are: for a run inside a line."""
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(_TABLE)
    if _PRIVATE.search(text):
        text = _BRAND.sub(lambda found: f" {_BRANDS[found[1]]}: ", text)
    return _PRIVATE.sub("", text) if _PRIVATE.search(text) else text
