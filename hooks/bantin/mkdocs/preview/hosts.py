"""Which names of a host are the preview's own.

A foreign page may give its own name the address of this computer, and then read what answers there
("DNS rebinding"). Browsers tell in `Host` which name they were given.

Source: https://www.rfc-editor.org/rfc/rfc9110#section-15.5.20
"""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass

_LOCAL = ("127.0.0.1", "localhost", "[::1]")
_NAMED = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[0-9a-z._-]+)(?::(?P<port>[0-9]{1,5}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class OwnHosts:
    """The names under which a preview answers.

    Attributes:
        bound: name or address that the server listens on.
        port: port that it listens on.
    """

    bound: str
    port: int

    def __contains__(self, named: str) -> bool:
        """Return whether a value of `Host` is one of the preview's own."""
        match = _NAMED.fullmatch(named.lower())
        if match is None or int(match["port"] or 80) != self.port:
            return False
        name = match["name"]
        if name in (*_LOCAL, as_host(self.bound)):
            return True
        # Rebinding needs a name. No foreign page can own a bare address.
        return is_everywhere(self.bound) and (_is_address(name) or name == _own_name())


def as_host(host: str) -> str:
    """Return a name or address as it stands in URLs: IPv6 in brackets."""
    return f"[{host}]".lower() if ":" in host else host.lower()


def is_everywhere(host: str) -> bool:
    """True when a server there answers on every address of the computer."""
    return host in ("", "0.0.0.0", "::")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _own_name() -> str:
    return socket.gethostname().lower()
