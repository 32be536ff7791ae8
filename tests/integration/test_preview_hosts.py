"""A preview answers under its own names only."""

from __future__ import annotations

import socket

import pytest
from bantin.mkdocs.preview.hosts import OwnHosts, as_host, is_everywhere

OWN = ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"]
FOREIGN = [
    "",
    "evil.example",
    "evil.example:8000",
    "127.0.0.1",
    "127.0.0.1:80",
    "127.0.0.1:08001",
    "127.0.0.1:8000:8000",
    "127.0.0.1:8000, evil.example",
    "127.0.0.1:8000@evil.example",
    "evil.example@127.0.0.1:8000",
    "http://127.0.0.1:8000",
    "127.0.0.1:8000/",
    "127.0.0.1.evil.example:8000",
    "localhost.evil.example:8000",
    "localhost:８０００",
    "2130706433:8000",
    "[::1",
    "[::1]x:8000",
    " 127.0.0.1:8000",
    "127.0.0.1:99999",
]


@pytest.mark.parametrize("named", OWN)
def test_own_names(named: str) -> None:
    assert named in OwnHosts("127.0.0.1", 8000)


@pytest.mark.parametrize("named", FOREIGN)
@pytest.mark.parametrize("bound", ["127.0.0.1", "192.168.1.5", "0.0.0.0"])
def test_foreign_names(named: str, bound: str) -> None:
    assert named not in OwnHosts(bound, 8000)


def test_browsers_leave_the_usual_port_out() -> None:
    assert "localhost" in OwnHosts("127.0.0.1", 80)
    assert "localhost" not in OwnHosts("127.0.0.1", 8000)


@pytest.mark.parametrize("bound", ["192.168.1.5", "may-a.lan", "fd00::5"])
def test_a_named_address_is_its_own(bound: str) -> None:
    assert f"{as_host(bound)}:8000" in OwnHosts(bound, 8000)
    assert "10.0.0.1:8000" not in OwnHosts(bound, 8000)


@pytest.mark.parametrize("bound", ["0.0.0.0", "::"])
def test_everywhere_any_bare_address_and_the_computers_name_are_own(bound: str) -> None:
    """Foreign pages can own names only."""
    assert is_everywhere(bound)
    own = OwnHosts(bound, 8000)
    for named in ("192.168.1.5", "[fd00::5]", socket.gethostname()):
        assert f"{named}:8000" in own
    assert "may-khac.lan:8000" not in own
