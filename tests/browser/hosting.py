"""Serve a site as a host does that reads its `_headers`.

Source: https://docs.netlify.com/manage/routing/headers/: the headers of all rules that match.
"""

from __future__ import annotations

import fnmatch
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from tests.browser.serving import Handler


class HeadersHandler(Handler):
    """Sends what `_headers` at the root of the folder says, for missing pages too."""

    def end_headers(self) -> None:
        for name, value in headers_for(Path(self.directory, "_headers"), self.path):
            self.send_header(name, value)
        super().end_headers()


def headers_for(path: Path, address: str) -> list[tuple[str, str]]:
    """Return (name, value) of what an answer for an address carries."""
    asked = unquote(address.partition("?")[0])
    return [
        header
        for pattern, headers in read_headers(path)
        if fnmatch.fnmatchcase(asked, pattern)
        for header in headers
    ]


@cache
def read_headers(path: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return (pattern, headers) of each rule of a `_headers`."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line[0].isspace():
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
        else:
            rules.append((line, []))
    return rules
