"""When two links lead to the same posting."""

from __future__ import annotations

import re

_PARTS = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?P<host>[^/?#]*)(?P<path>[^?#]*)", re.IGNORECASE)
_TRACKING = re.compile(r"utm_[^=]*(?:=|$)", re.IGNORECASE)


def key(link: str) -> str:
    """What is the same for two links to one posting; empty for what is no web address.

    Query strings stay, for many sites keep a job's number there; only `utm_…` and the fragment go. A fragment that
    is a route of the page's own (`#/jobs/7`, `#!jobs/7`) is an address, and stays too.
    """
    address, _, fragment = link.strip().partition("#")
    parts = _PARTS.match(address)
    if parts is None:
        return ""
    query = "&".join(
        pair for pair in address[parts.end() + 1 :].split("&") if pair and not _TRACKING.match(pair)
    )
    base = f"{parts['scheme'].lower()}://{host(link)}{parts['path'] or '/'}"
    route = f"#{fragment}" if fragment.startswith(("/", "!")) else ""
    return base + (f"?{query}" if query else "") + route


def host(link: str) -> str:
    """The host of a web address as it is compared; empty where there is none."""
    parts = _PARTS.match(link.strip())
    return parts["host"].lower() if parts else ""
