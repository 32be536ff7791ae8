"""Synthetic access logs: readers, their assets, robots, double clicks, oddities and broken lines.

Made from a seed, in order of time, and every address is from blocks kept for documentation or
private use. Knows nothing of how logs are read.
"""

from __future__ import annotations

import heapq
import json
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
ROBOTS = (
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
    "Mozilla/5.0 (compatible; BINGBOT/2.0)",
    "facebookexternalhit/1.1",
    "python-requests/2.31.0",
    "-",
)
ASSETS = ("/assets/bantin/bantin.css", "/assets/bantin/search.js", "/tim-kiem/ten-goi.json")
BROKEN = (
    "",
    "\x00\x00\x00\x00",
    "upstream timed out",
    "203.0.113.9 - - [cut off",
    '203.0.113.9 - - [05/Oct/2026:10:00:00 +0700] "GET / HTTP/1.1" 200 12',
    '203.0.113.9 - - [05/Oct/2026:10:00:00 +0700] "GET / HTTP/1.1" 200 12 "-" "unclosed',
)
# (status, method) → of requests that do not count.
REFUSED = ((404, "GET"), (301, "GET"), (206, "GET"), (500, "GET"), (200, "HEAD"), (200, "POST"))


def make_agents(rng: random.Random, size: int) -> list[str]:
    """Return user agents of readers, as phones and computers here send them."""
    found = []
    for _ in range(size):
        version = f"{rng.randrange(90, 140)}.0.{rng.randrange(6000)}.{rng.randrange(200)}"
        system = rng.choice(
            (
                f"Linux; Android {rng.randrange(8, 16)}; SM-A{rng.randrange(100, 999)}F",
                "Windows NT 10.0; Win64; x64",
                f"iPhone; CPU iPhone OS {rng.randrange(14, 19)}_{rng.randrange(7)} like Mac OS X",
            )
        )
        coc_coc = "coc_coc_browser/120.0.162 " if rng.random() < 0.2 else ""
        found.append(
            f"Mozilla/5.0 ({system}) AppleWebKit/537.36 (KHTML, like Gecko) "
            f"{coc_coc}Chrome/{version} Safari/537.36"
        )
    return found


def make_lines(
    count: int,
    urls: Sequence[str],
    *,
    seed: int = 0,
    start: datetime = datetime(2026, 10, 31, 16, 30, tzinfo=UTC),
    per_second: float = 5.0,
    readers: int = 150,
    caddy: bool = False,
) -> Iterator[str]:
    """Yield the lines of a log, in order of time.

    Args:
        count: how many.
        urls: addresses of records relative to the root; the first ones are asked for most.
        seed: the same gives the same lines.
        start: of the first line; the default log passes from October to November.
        per_second: how many lines on average.
        readers: how many different user agents readers have.
        caddy: as JSON, not combined.
    """
    rng = random.Random(seed)
    agents = make_agents(rng, readers)
    write = _caddy_line if caddy else _combined_line
    now = start.timestamp()
    again: list[tuple[float, str, str, str]] = []
    pages = len(urls)
    for _ in range(count):
        now += rng.expovariate(per_second)
        if again and again[0][0] <= now:
            moment, ip, agent, target = heapq.heappop(again)
            if rng.random() < 0.3:  # and once more
                heapq.heappush(again, (moment + rng.randrange(1, 45), ip, agent, target))
            yield write(rng, max(moment, now), ip, "GET", target, rng.choice((200, 304)), agent)
            continue
        fate = rng.random()
        if fate < 0.01:
            yield rng.choice(BROKEN[1:])
            continue
        ip = f"10.{rng.randrange(4)}.{rng.randrange(256)}.{rng.randrange(256)}"
        if rng.random() < 0.1:
            ip = f"2001:db8::{rng.randrange(1 << 16):x}"
        agent, status, method = agents[rng.randrange(readers)], 200, "GET"
        target = "/" + urls[int(pages * rng.random() ** 3)]
        if fate < 0.60:
            target = ASSETS[rng.randrange(3)]
        elif fate < 0.66:
            agent = rng.choice(ROBOTS)
        elif fate < 0.69:
            status, method = rng.choice(REFUSED)
        elif fate < 0.74:
            target = _odd(rng, target)
        elif fate < 0.80:
            heapq.heappush(again, (now + rng.randrange(1, 45), ip, agent, target))
        elif fate < 0.82:
            agent = agent + r" \x22quoted\x22 and \"quoted\" \\"
        yield write(rng, now, ip, method, target, status, agent)


def _odd(rng: random.Random, target: str) -> str:
    """Return another way to ask for a page, or for what looks like one."""
    return rng.choice(
        (
            target + "index.html",
            target + "?utm_source=zalo&x=%20",
            target + "#kl-3",
            target.rstrip("/"),
            target.replace("-", "%2D"),
            "/" + target,
            "https://bantin.example" + target,
            target + "%C3",
            target + "khac/",
            target.upper(),
        )
    )


def _combined_line(
    rng: random.Random, moment: float, ip: str, method: str, target: str, status: int, agent: str
) -> str:
    zone = UTC if rng.random() < 0.1 else VIETNAM
    time = datetime.fromtimestamp(int(moment), zone).strftime("%d/%b/%Y:%H:%M:%S %z")
    user = "le van" if rng.random() < 0.01 else "-"
    extra = ' "203.0.113.1" rt=0.012' if rng.random() < 0.1 else ""
    size = rng.randrange(200, 90_000) if status != 304 else 0
    return (
        f'{ip} - {user} [{time}] "{method} {target} HTTP/1.1" {status} {size} '
        f'"https://bantin.example/" "{agent}"{extra}'
    )


def _caddy_line(
    rng: random.Random, moment: float, ip: str, method: str, target: str, status: int, agent: str
) -> str:
    client = {"remote_ip": "10.9.9.9", "client_ip": ip} if rng.random() < 0.5 else {"remote_ip": ip}
    time: float | str = moment
    if rng.random() < 0.1:
        time = datetime.fromtimestamp(moment, VIETNAM).isoformat()
    elif rng.random() < 0.1:
        time = moment * 1000
    headers = {"User-Agent": [agent]} if agent != "-" else {}
    request = {**client, "proto": "HTTP/2.0", "method": method, "uri": target, "headers": headers}
    return json.dumps({"level": "info", "ts": time, "request": request, "status": status})
