"""Counts views in plain Python, straight from COUNTER's rules: what the fast way is held against.

Shares nothing with it but the lists of robots. One line after the other, everything in memory.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from urllib.parse import unquote

from bantin.views.robots import COUNTER_LIST, CRAWLER_LIST, load_patterns

VIETNAM = timezone(timedelta(hours=7))
LINE = re.compile(
    r"(?P<ip>[0-9A-Fa-f:.]+) [^ ]+ [^\[]+\[(?P<time>[0-3]\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d"
    r' [+-]\d{4})\] "(?P<request>(?:[^"\\]|\\.)*)" (?P<status>\d{3}) (?:\d+|-)'
    r' "(?:[^"\\]|\\.)*" "(?P<agent>(?:[^"\\]|\\.)*)"'
)


@dataclass
class Recount:
    """What the lines told; `days` is (address, ISO day in Vietnam) → views."""

    lines: int = 0
    unreadable: int = 0
    asked: int = 0
    robots: int = 0
    clicks: dict[tuple[str, str, str], set[int]] = field(default_factory=dict)

    @property
    def days(self) -> Counter[tuple[str, str]]:
        """Count every click that none by the same reader follows within half a minute."""
        days: Counter[tuple[str, str]] = Counter()
        for (_, _, url), moments in self.clicks.items():
            order = sorted(moments)
            for moment, following in zip(order, [*order[1:], 10**12], strict=True):
                if following - moment > 30:
                    day = datetime.fromtimestamp(moment, VIETNAM).date()
                    days[url, day.isoformat()] += 1
        return days


def recount(lines: Iterable[str], urls: Iterable[str]) -> Recount:
    """Count the views of records in the lines of logs, of either format."""
    found, known = Recount(), set(urls)
    for line in lines:
        if not line:
            continue
        found.lines += 1
        request = _parse_json(line) if line.startswith("{") else _parse(line)
        if request is None:
            found.unreadable += 1
            continue
        ip, moment, method, target, status, agent = request
        url = _url(target)
        if method != "GET" or status not in ("200", "304") or url not in known:
            continue
        found.asked += 1
        if is_robot(agent):
            found.robots += 1
        else:
            found.clicks.setdefault((ip, agent, url), set()).add(moment)
    return found


def _parse(line: str) -> tuple[str, int, str, str, str, str] | None:
    match = LINE.match(line)
    if match is None:
        return None
    method, target, *_ = [*match["request"].split(" "), "", ""]
    moment = datetime.strptime(match["time"], "%d/%b/%Y:%H:%M:%S %z").timestamp()
    return match["ip"], int(moment), method, target, match["status"], match["agent"]


def _parse_json(line: str) -> tuple[str, int, str, str, str, str] | None:
    try:
        told = json.loads(line)
        request, time = told["request"], told["ts"]
        if isinstance(time, str):
            moment = datetime.fromisoformat(time).astimezone(UTC).timestamp()
        else:
            moment = time / 1000 if time > 1e11 else time
        agent = request["headers"].get("User-Agent", [""])[0]
        ip = request.get("client_ip") or request["remote_ip"]
        return ip, int(moment), request["method"], request["uri"], str(told["status"]), agent
    except (ValueError, KeyError, TypeError):
        return None


@cache
def _url(target: str) -> str:
    path = re.split("[?#]", target)[0]
    path = re.sub("^https?://[^/]*", "", path)
    try:
        path = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return ""
    path = re.sub("/+", "/", path).removesuffix("index.html").strip("/")
    return f"{path}/"


@cache
def is_robot(agent: str) -> bool:
    """Look through both lists, one pattern after the other."""
    return any(pattern.search(agent) for pattern in _patterns())


@cache
def _patterns() -> list[re.Pattern[str]]:
    return [
        *(re.compile(one, re.IGNORECASE) for one in load_patterns(COUNTER_LIST)),
        *map(re.compile, load_patterns(CRAWLER_LIST)),
    ]
