"""Characters that are not seen, or are only variants of a plain one: made plain before anything is printed.

What is visible and means something is never touched here; a font that lacks it refuses it by name.
"""

from __future__ import annotations

import unicodedata

_PLAIN = {
    "\u2010": "-",  # hyphen
    "\u2011": "-",  # non-breaking hyphen
    "\u2028": " ",  # line separator
    "\u2029": " ",  # paragraph separator
}
# Control, format (zero-width, soft hyphen, byte order mark), surrogate, private use (icon fonts), unassigned.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def clean(text: str) -> str:
    """The text composed (NFC), on one line, with single plain spaces and without unseen characters."""
    plain = "".join(_plain(char) for char in unicodedata.normalize("NFC", text))
    return " ".join(plain.split())


def _plain(char: str) -> str:
    if char.isascii() and char.isprintable():
        return char
    if char.isspace():
        return " "
    if unicodedata.category(char) in _UNSEEN:
        return ""
    return _PLAIN.get(char, char)
