"""Which addresses a posting may be fetched from: the public internet, and nothing that only this machine sees.

Sources: the IANA special-purpose address registries for IPv4 and IPv6, and the metadata services of the large
clouds. IPv6 is a list of what is allowed, since the rest of it is reserved.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from bonafide.model.faults import FetchFault

IPv4 = ipaddress.IPv4Address
IPv6 = ipaddress.IPv6Address

LONGEST_URL = 8192
SAVED_PAGE = "Save the page in your browser and give the file, or paste its text."

_CLOSED_4 = tuple(
    ipaddress.IPv4Network(block)
    for block in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT; one cloud's metadata
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # one cloud's host agent, public in form only
        "169.254.0.0/16",  # link-local; most clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments; one cloud's metadata
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
_OPEN_6 = ipaddress.IPv6Network("2000::/3")
_CLOSED_6 = tuple(
    ipaddress.IPv6Network(block)
    for block in (
        "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarks
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4 wraps any IPv4 address
        "3fff::/20",  # documentation
    )
)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)
# The ports below 1024 belong to mail, files and the like; a web server there is somebody's trick.
_WEB_PORTS = (80, 443)


@dataclass(frozen=True, slots=True)
class Guard:
    """The rule; `allow_loopback` opens this machine (for tests and local use) and nothing else.

    `named` are private addresses that a person named one by one, for a system of their own; no name opens the
    addresses of clouds' metadata, which are link-local or public in form. Where `public` is False nothing else is open.
    """

    allow_loopback: bool = False
    named: frozenset[str] = frozenset()
    public: bool = True

    def check_host(self, host: str, port: int) -> None:
        """FetchFault for a host written in no plain way, or a port that is not the web's."""
        if literal(host) is None and (not _NAME.fullmatch(host) or _is_numeric(host)):
            raise _refused(host, "its host is not written as a plain name or address")
        if not 0 < port < 65536 or (port < 1024 and port not in _WEB_PORTS):
            raise _refused(host, f"port {port} is not the web's")

    def check_addresses(self, host: str, addresses: tuple[str, ...]) -> tuple[str, ...]:
        """The same addresses, all of them checked; one closed address refuses the host altogether."""
        for text in addresses:
            address = literal(text)
            if address is None or not self.is_open(address):
                raise _refused(host, f"it leads to {text}, which is not an address of the public internet")
        if not addresses:
            raise FetchFault(f"The site {host} has no address.", where=host, mend="Check the link.")
        return addresses

    def is_open(self, address: IPv4 | IPv6) -> bool:
        """Whether a posting may be read from this address."""
        if self.allow_loopback and address.is_loopback:
            return True
        if str(address) in self.named and _is_ones_own(address):
            return True
        if not self.public:
            return False
        if isinstance(address, IPv4):
            return address.is_global and not any(address in block for block in _CLOSED_4)
        if address in _NAT64:
            return Guard().is_open(IPv4(address.packed[-4:]))
        return address in _OPEN_6 and not any(address in block for block in _CLOSED_6)


def literal(host: str) -> IPv4 | IPv6 | None:
    """The address that a host is written as in its canonical form; None for a name or any other notation."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return None
    if isinstance(address, IPv6) and address.scope_id is not None:
        return None
    return address


_OWN = tuple(
    ipaddress.ip_network(block)
    for block in ("10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
)
_METADATA_6 = ipaddress.ip_address("fd00:ec2::254")


def _is_ones_own(address: IPv4 | IPv6) -> bool:
    """Whether it is of this machine or of a private network."""
    return address != _METADATA_6 and any(address in block for block in _OWN)


def _is_numeric(host: str) -> bool:
    """Whether the system could read it as an IPv4 address: 2130706433, 0x7f.1, 0177.0.0.1, 127.1."""
    return bool(_NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]))


def _refused(host: str, why: str) -> FetchFault:
    return FetchFault(f"The link is refused: {why}.", where=host, mend="Give the posting's public link.")
