"""Finds the reader behind proxies: who asked, as far as machines of our own say so.

A header such as X-Forwarded-For can hold anything, because the reader's own machine may send it.
Only what a named proxy added to it is believed.

Source: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Forwarded-For, "Selecting
an IP address".
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from bantin.errors import SettingsError

Network = IPv4Network | IPv6Network

_REMEMBERED = 1 << 16


def parse_proxies(names: Iterable[str]) -> tuple[Network, ...]:
    """Return the networks of proxies.

    Args:
        names: addresses, or networks such as "10.0.0.0/8".

    Raises:
        SettingsError: one is neither.
    """
    found: list[Network] = []
    for name in names:
        try:
            found.append(ip_network(name.strip(), strict=False))
        except ValueError as error:
            raise SettingsError(
                f"--proxy {name}: không phải là địa chỉ IP; viết như 10.0.0.5 hoặc 10.0.0.0/8"
            ) from error
    return tuple(found)


class Proxies:
    """The proxies of a site, and the readers behind them."""

    def __init__(self, networks: Iterable[Network]) -> None:
        self._networks = tuple(networks)
        self.reader_of = lru_cache(_REMEMBERED)(self._reader_of)

    def _reader_of(self, client: str, forwarded: str) -> str:
        """Return the address nearest to us that is no proxy of ours.

        Args:
            client: the machine that asked the server.
            forwarded: the addresses that it told, nearest last, between commas; may be empty.
        """
        nearest = client
        told = [hop for hop in forwarded.split(",") if hop.strip()]
        for hop in reversed([*told, client]):
            address = _read_address(hop)
            if address is None:
                # Whoever wrote this is not known to us.
                return nearest
            nearest = str(address)
            if not any(address in network for network in self._networks):
                return nearest
        return nearest


def _read_address(text: str) -> IPv4Address | IPv6Address | None:
    """Return an address, written with a port, a zone or quotes or without."""
    plain = text.strip().strip('"')
    if plain.startswith("["):
        plain = plain[1:].partition("]")[0]
    elif plain.count(":") == 1:
        plain = plain.partition(":")[0]
    try:
        return ip_address(plain.partition("%")[0])
    except ValueError:
        return None
