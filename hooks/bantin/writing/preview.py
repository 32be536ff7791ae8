"""Finds the preview on this computer, and waits until it shows a page."""

from __future__ import annotations

import http.client
import time
import urllib.request
from collections.abc import Iterable

HOST = "127.0.0.1"
# The preview tries so many ports.
PORTS_TRIED = 50
# Below it lie the preview's own files. No path of a site begins with a dot.
OWN_FOLDER = ".xem-thu/"
# Every preview has it, also before its first build is done.
_MARK = f"{OWN_FOLDER}preview.js"
_TIMEOUT_S = 2.0
_PAUSE_S = 0.25
# No proxy stands between this computer and itself.
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def find_previews(first: int) -> list[int]:
    """Return the ports, from `first` on, at which a preview answers."""
    ports = range(first, min(first + PORTS_TRIED, 65536))
    return [port for port in ports if _answers(address(port, _MARK))]


def wait_for(ports: Iterable[int], url: str, *, timeout_s: float) -> str | None:
    """Return the address at which a preview shows a new page; None if none does in time.

    Only the preview of this docs folder can show it: others have no such record.
    """
    ports = list(ports)
    until = time.monotonic() + timeout_s
    while ports:
        for port in ports:
            if _answers(address(port, url)):
                return address(port, url)
        if time.monotonic() > until:
            break
        time.sleep(_PAUSE_S)
    return None


def address(port: int, url: str) -> str:
    """Return the address of a page, `url` relative to the site's root."""
    return f"http://{HOST}:{port}/{url}"


def _answers(where: str) -> bool:
    try:
        with _OPENER.open(where, timeout=_TIMEOUT_S) as answer:
            return bool(answer.status == 200)
    # Another program may listen there and not speak HTTP.
    except (OSError, http.client.HTTPException):
        return False
