"""No line of an access log stops the count, whatever stands in it, and good lines still count."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from bantin.views.clients import parse_proxies
from bantin.views.count_logs import count_logs
from bantin.views.report import describe
from bantin.views.requests import CountingRules, addresses_of

from tests.attack.runs import SEED, tries

LINES = 1500
URL = "tin-tuc/2026/10/hop-ban/"
END_S = 1796058000
AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0"
GOOD_AGENT = "Mozilla/5.0 (X11; Linux x86_64) Firefox/120.0"
COMBINED = (
    f'bantin.example:443 203.0.113.1, 10.0.0.5 - - [05/Oct/2026:10:00:00 +0700] "GET /{URL} '
    f'HTTP/1.1" 200 512 "-" "{AGENT}" "203.0.113.7"'
)
CADDY = (
    '{"ts":1790000000.5,"request":{"remote_ip":"203.0.113.1","client_ip":"203.0.113.1","method":'
    f'"GET","host":"bantin.example","uri":"/{URL}","headers":{{"User-Agent":["{AGENT}"],'
    '"X-Forwarded-For":["203.0.113.7"]}},"status":200}'
)
IIS = f"2026-10-05 03:00:00 GET /{URL} 203.0.113.1 {AGENT.replace(' ', '+')} 200 203.0.113.7"
FIELDS = "#Fields: date time cs-method cs-uri-stem c-ip cs(User-Agent) sc-status X-Forwarded-For"
PIECES = (
    *("1e300", "nan", "inf", "-1", "0", "9" * 40, "0000", "9999", "32", "null", "true", "[]"),
    *('"', '\\"', "\\", "{", "}", "[", "]", ",", ":", " ", "\t", "\x00", "\x1b[31m", "\u2028"),
    *("%", "%00", "%ff", "%C3", "é", "\U0001f642", "-", "+", "#", "//", "'", "''", "$1", "--"),
)


def damaged(line: str, source: random.Random) -> str:
    for _ in range(source.randint(1, 4)):
        at, to = sorted(source.randint(0, len(line)) for _ in range(2))
        piece = source.choice(PIECES)
        line = source.choice(
            (
                line[:at] + piece + line[at:],
                line[:at] + line[to:],
                line[:at] + piece + line[to:],
                line[:at] + line[at:to] * 2 + line[to:],
                line[to:] + line[:at],
            )
        )
    return line.replace("\n", "").replace("\r", "")


@pytest.mark.parametrize(
    ("whole", "good", "head"),
    [
        (COMBINED, COMBINED.replace(AGENT, GOOD_AGENT), ""),
        (CADDY, CADDY.replace(AGENT, GOOD_AGENT), ""),
        (IIS, IIS.replace(AGENT.replace(" ", "+"), "Firefox/120.0"), FIELDS),
    ],
    ids=["combined", "caddy", "iis"],
)
def test_no_line_stops_the_count(whole: str, good: str, head: str, tmp_path: Path) -> None:
    source = random.Random(SEED)
    rules = CountingRules(END_S, frozenset({"bantin.example"}), parse_proxies(["10.0.0.0/8"]))
    addresses = addresses_of([URL], "https://bantin.example/")
    for number in range(tries(1)):
        lines = [damaged(whole, source) for _ in range(LINES)]
        text = "\n".join((*[head][: len(head)], good, *lines, "")).encode("utf-8", "surrogatepass")
        noise = bytes(source.randrange(256) for _ in range(200)).replace(b"\n", b"")
        log = tmp_path / "access.log"
        log.write_bytes(text + noise + b"\n")
        folder = tmp_path / str(number)
        (folder / "docs").mkdir(parents=True)
        told = count_logs([log], folder / "docs", addresses, rules)
        assert told.views >= 1
        assert told.unreadable > 0
        report = "\n".join(describe(told))
        assert report.replace("\n", "").isprintable()
        # Read again, nothing is new.
        assert count_logs([log], folder / "docs", addresses, rules).views == 0
