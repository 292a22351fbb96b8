from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonafide.connectors.guard import Guard, literal
from bonafide.model.faults import FetchFault

CLOSED = [
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.255.255.254",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:808:808::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
]
OPEN = ["1.1.1.1", "8.8.8.8", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001:80b::200e", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", CLOSED)
def test_what_is_not_the_public_internet_is_closed(address: str) -> None:
    with pytest.raises(FetchFault, match="not an address of the public internet"):
        Guard().check_addresses("jobs.example", (address,))


@pytest.mark.parametrize("address", OPEN)
def test_the_public_internet_is_open(address: str) -> None:
    assert Guard().check_addresses("jobs.example", (address,)) == (address,)


@pytest.mark.parametrize("address", [a for a in CLOSED if not a.startswith("127.") and a != "::1"])
def test_allowing_loopback_opens_nothing_else(address: str) -> None:
    with pytest.raises(FetchFault):
        Guard(allow_loopback=True).check_addresses("jobs.example", (address,))


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.53", "::1"])
def test_loopback_opens_on_request(address: str) -> None:
    assert Guard(allow_loopback=True).check_addresses("localhost", (address,))


def test_one_closed_address_among_open_ones_refuses_the_host() -> None:
    with pytest.raises(FetchFault):
        Guard().check_addresses("jobs.example", ("8.8.8.8", "10.0.0.1"))


def test_a_host_without_an_address_is_refused() -> None:
    with pytest.raises(FetchFault, match="no address"):
        Guard().check_addresses("jobs.example", ())


@pytest.mark.parametrize("text", ["127.0.0.1%eth0", "fe80::1%1", "8.8.8", "08.8.8.8", "", "8.8.8.8 "])
def test_only_canonical_addresses_count_as_addresses(text: str) -> None:
    assert literal(text) is None


@pytest.mark.parametrize(
    "host",
    [
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "127.1",
        "127.0.0.1.",
        "1.2.3.4.5",
        "jobs.example.0x1",
        "%31.example",
        "a b",
        "-a",
        "",
        ".",
        "jobs..example/",
        "a" * 254,
        "fe80::1%25eth0",
        "jobs.example\x00.evil",
    ],
)
def test_odd_notations_of_a_host_are_refused(host: str) -> None:
    with pytest.raises(FetchFault, match="not written as a plain name"):
        Guard().check_host(host, 443)


@pytest.mark.parametrize(
    "host", ["jobs.example", "xn--mnchen-3ya.example", "a_b.example", "1.1.1.1", "::1", "3com.example"]
)
def test_plain_hosts_pass(host: str) -> None:
    Guard().check_host(host, 443)


@pytest.mark.parametrize("port", [0, 22, 25, 111, 1023, 65536])
def test_ports_of_other_services_are_refused(port: int) -> None:
    with pytest.raises(FetchFault, match="port"):
        Guard().check_host("jobs.example", port)


@pytest.mark.parametrize("port", [80, 443, 1024, 8080])
def test_ports_of_the_web_pass(port: int) -> None:
    Guard().check_host("jobs.example", port)


@settings(deadline=None)
@given(st.ip_addresses())
def test_what_python_calls_not_global_is_never_open(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    nat64 = address in ipaddress.IPv6Network("64:ff9b::/96")
    if not nat64 and (not address.is_global or address.is_multicast):
        assert not Guard().is_open(address)


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_nat64_is_as_open_as_what_it_wraps(address: ipaddress.IPv4Address) -> None:
    wrapped = ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) + int(address))
    assert Guard().is_open(wrapped) == Guard().is_open(address)


def test_a_private_address_that_was_named_is_open_and_no_other() -> None:
    named = Guard(
        named=frozenset(
            {"10.1.2.3", "127.0.0.1", "fd00::1", "169.254.169.254", "fd00:ec2::254", "168.63.129.16"}
        )
    )
    opened = ("10.1.2.3", "127.0.0.1", "fd00::1", "93.184.215.14")
    closed = ("10.1.2.4", "127.0.0.2", "169.254.169.254", "fd00:ec2::254", "168.63.129.16")
    for text, is_open in [*((text, True) for text in opened), *((text, False) for text in closed)]:
        address = literal(text)
        assert address is not None and named.is_open(address) is is_open
    only = Guard(allow_loopback=True, named=named.named, public=False)
    for text, is_open in (
        ("10.1.2.3", True),
        ("127.0.0.2", True),
        ("93.184.215.14", False),
        ("2606:4700::1111", False),
    ):
        address = literal(text)
        assert address is not None and only.is_open(address) is is_open
