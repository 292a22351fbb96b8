"""A token of the environment, and the one header that it goes into. It is never kept, logged or shown."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field

from bonafide.model.faults import InputFault


@dataclass(frozen=True, slots=True)
class Secret:
    """A header's name and value, "" where no token is set; `variable` is what a fault may name."""

    variable: str
    header: str = "Authorization"
    value: str = field(default="", repr=False)


def bearer(environment: Mapping[str, str], variable: str) -> Secret:
    """`Authorization: Bearer TOKEN`. Raises InputFault for what is no token."""
    token = _token(environment, variable)
    return Secret(variable, value=f"Bearer {token}" if token else "")


def bare(environment: Mapping[str, str], variable: str, header: str) -> Secret:
    """The token alone in a header of the system's own. Raises InputFault for what is no token."""
    return Secret(variable, header, _token(environment, variable))


def basic(environment: Mapping[str, str], variable: str, user: str) -> Secret:
    """`Authorization: Basic`, of a user and a token. Raises InputFault for what is no token, or no user's name."""
    token = _token(environment, variable)
    if token and (not user or ":" in user):
        what = "A token needs the name of its user, without a colon."
        raise InputFault(what, where=variable, mend="Name the user.")
    return Secret(variable, value=f"Basic {b64encode(f'{user}:{token}'.encode()).decode()}" if token else "")


def _token(environment: Mapping[str, str], variable: str) -> str:
    token = environment.get(variable, "").strip()
    # A fault of the HTTP library about such a header would show it.
    if not all("!" <= sign <= "~" for sign in token):
        what = "The token holds a sign that no header can carry."
        raise InputFault(what, where=variable, mend="Copy it again.")
    return token
