"""Tells a posting from what stands in front of it: a log-in, a robot check, a page that is empty without JavaScript.

Pure: statuses, addresses and bytes in, a sentence out. A page with text enough to hold a posting is never taken for
a wall, whatever words it uses.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

POSTING_LENGTH = 700  # characters of visible text from which a page may hold a posting
EMPTY_LENGTH = 160  # characters below which a page is only a frame for scripts
DATA_LENGTH = 3000  # bytes of inline script from which the posting may be in the script

_STATUSES = {
    401: "The site asks for a log-in (401).",
    403: "The site refuses programs (403).",
    407: "The network asks for a log-in (407).",
    429: "The site says that it was asked too often (429).",
    503: "The site is closed to programs for the moment (503).",
    999: "The site refuses programs (999).",
}
# A whole piece of the path, so that a posting about log-in systems is none.
_LOGIN_PATH = re.compile(
    r"/(?:[a-z]{1,8}[-_])?(?:log-?in|sign-?in|auth-?wall|sso|checkpoint|authenticate|uas)(?:[-_.][a-z]{1,8})?(?:$|/)"
)
_LOGIN_HOST = re.compile(r"^(?:login|signin|sso|auth|accounts?|id|idp)\.")
_ROBOT_CHECK = re.compile(
    rb"just a moment|attention required|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|"
    rb"are you a (?:robot|human)|not a robot|unusual (?:traffic|activity)|access (?:to this page has been )?denied|"
    rb"pardon our interruption|request unsuccessful|cf-browser-verification|challenge-platform|cf-chl|"
    rb"_incapsula_|px-captcha|captcha-delivery|datadome|h-captcha|hcaptcha\.com|g-recaptcha|awswafintegration|"
    rb"security check|bot detection",
)
_PASSWORD = re.compile(rb"type\s*=\s*[\"']?password", re.IGNORECASE)
_LOGIN_WORDS = re.compile(
    rb"<title[^>]{0,200}>[^<]{0,80}(?:log ?in|sign ?in|join now|sign up)", re.IGNORECASE
)
# What a page that is drawn by scripts holds instead of a text.
_FRAME = re.compile(
    rb"<noscript|\bid\s*=\s*[\"']?(?:root|app|app-root|__next|__nuxt|main-app)\b|<app-root|enable javascript"
)
_HIDDEN = (b"script", b"style", b"noscript", b"template", b"svg")


def status_wall(status: int) -> str | None:
    """What a status says about a wall; None where it says nothing."""
    return _STATUSES.get(status)


def redirect_wall(asked: str, landed: str) -> str | None:
    """A sentence where a link to a page has ended at a log-in."""
    before, after = urlsplit(asked), urlsplit(landed)
    if asked == landed or _LOGIN_PATH.search(before.path.lower()):
        return None
    path = _LOGIN_PATH.search(after.path.lower())
    host = after.hostname != before.hostname and _LOGIN_HOST.search(after.hostname or "")
    return f"The site asks for a log-in (it leads to {after.hostname})." if path or host else None


def page_wall(html: bytes) -> str | None:
    """A sentence where an HTML page holds a wall instead of a posting."""
    if b"JobPosting" in html:
        return None
    text, script = measure(html)
    if text >= POSTING_LENGTH:
        return None
    lowered = html.lower()
    if _ROBOT_CHECK.search(lowered):
        return "The site checks for robots before it shows the page."
    if _PASSWORD.search(lowered) or _LOGIN_WORDS.search(lowered):
        return "The site asks for a log-in."
    if text < EMPTY_LENGTH and b"<script" in lowered and script < DATA_LENGTH and _FRAME.search(lowered):
        return "The page is empty until its JavaScript runs."
    return None


def measure(html: bytes) -> tuple[int, int]:
    """Characters of visible text (white space once) and bytes inside scripts, until there is text enough.

    Linear in the page's length, whatever it repeats.
    """
    text = script = at = 0
    lowered = html.lower()
    while at < len(html) and text < POSTING_LENGTH:
        opened = lowered.find(b"<", at)
        opened = len(html) if opened < 0 else opened
        text += len(b" ".join(html[at:opened].split()))
        name = _tag(lowered, opened)
        if name in _HIDDEN:
            closed = lowered.find(b"</" + name, opened)
            at = len(html) if closed < 0 else closed + 2
            script += at - opened if name == b"script" else 0
        elif lowered.startswith(b"<!--", opened):
            closed = lowered.find(b"-->", opened)
            at = len(html) if closed < 0 else closed + 3
            continue
        closed = lowered.find(b">", max(at, opened))
        at = len(html) if closed < 0 else closed + 1
    return text, script


def _tag(lowered: bytes, at: int) -> bytes:
    name = re.compile(rb"<([a-z]{1,10})[\s>/]").match(lowered, at)
    return name[1] if name else b""
