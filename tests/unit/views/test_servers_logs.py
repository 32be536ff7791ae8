"""Logs as servers and proxies write them: who read, which site, which day; and what is told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from bantin.errors import ProblemsError, SettingsError
from bantin.views.clients import Proxies, parse_proxies
from bantin.views.count_logs import LogCounts, count_logs, end_of_day
from bantin.views.report import describe
from bantin.views.requests import CountingRules, addresses_of, plain_host

URL = "tin-tuc/2026/10/hop-ban/"
AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0"
# 30 November 2026, noon in Vietnam.
NOW = 1796014800
HOSTS = frozenset({"bantin.example"})
DAY = "05/Oct/2026:10:00:00 +0700"


def fold(
    folder: Path, *lines: str, proxies: Sequence[str] = (), encoding: str = "utf-8"
) -> LogCounts:
    log = folder / "access.log"
    log.write_bytes("".join(one + "\n" for one in lines).encode(encoding))
    (folder / "docs").mkdir(exist_ok=True)
    rules = CountingRules(end_of_day(NOW), HOSTS, parse_proxies(proxies))
    addresses = addresses_of([URL], "https://bantin.example/")
    return count_logs([log], folder / "docs", addresses, rules)


def combined(client: str, time: str = DAY, rest: str = "") -> str:
    return f'{client} - - [{time}] "GET /{URL} HTTP/1.1" 200 512 "-" "{AGENT}"{rest}'


def at(seconds: int) -> str:
    return f"05/Oct/2026:10:{seconds // 60:02}:{seconds % 60:02} +0700"


CLIENTS = (
    "203.0.113.2",
    "203.0.113.2, 198.51.100.7",
    "203.0.113.2,198.51.100.7",
    "unknown, 198.51.100.7",
    "203.0.113.2:4711",
    "2001:db8::7",
    "[2001:db8::7]:4711",
    "fe80::a00:27ff:fe00:1%eth0",
    "may-1.mang.example",
    "-",
    "unix:",
    "localhost",
)
VHOSTS = ("bantin.example:443", "BANTIN.example:80", "www.bantin.example:443")


@pytest.mark.parametrize("client", CLIENTS)
def test_a_client_is_read_however_it_is_written(client: str, tmp_path: Path) -> None:
    told = fold(tmp_path, combined(client))
    assert (told.unreadable, told.views) == (0, 1)


@pytest.mark.parametrize("host", VHOSTS)
@pytest.mark.parametrize("client", CLIENTS[:6])
def test_the_name_of_the_site_may_stand_first(host: str, client: str, tmp_path: Path) -> None:
    told = fold(tmp_path, combined(f"{host} {client}"))
    assert (told.unreadable, told.views, told.elsewhere) == (0, 1, {})


def test_another_site_of_the_server_does_not_count_and_is_named(tmp_path: Path) -> None:
    told = fold(
        tmp_path,
        combined("bantin.example:443 203.0.113.1"),
        combined("thu.example:443 203.0.113.1"),
        combined("www.Khac.example:80 203.0.113.1"),
    )
    assert told.views == 1
    assert told.elsewhere == {"khac.example": 1, "thu.example": 1}
    report = "\n".join(describe(told))
    assert "2 dòng của tên miền khác, không đếm: khac.example, thu.example" in report
    assert "--host" in report


def test_hosts_have_one_spelling() -> None:
    assert {plain_host(one) for one in ("A.vn", "www.a.vn", "a.vn:443", "WWW.A.VN:80")} == {"a.vn"}


BROKEN = (
    combined("203.0.113.1 thêm"),
    combined('203.0.113.1"'),
    combined(""),
    combined("203.0.113.1", "5/Oct/2026:10:00:00 +0700"),
    combined("203.0.113.1", "05/Oct/2026 10:00:00"),
    combined("203.0.113.1", "01/Jan/0000:00:00:00 +0700"),
    combined("203.0.113.1", "31/Feb/2026:10:00:00 +0700"),
    combined("203.0.113.1", "05/Xyz/2026:10:00:00 +0700"),
    combined("203.0.113.1", "05/Oct/2026:99:00:00 +0700"),
    combined("203.0.113.1").replace(" 200 ", " 2000 "),
    combined("203.0.113.1").replace(" 512 ", " NaN "),
    '{"ts": 1790000000.5, "request": ["a"], "status": 200}',
    "\x00\x01\x02",
    '"',
)


@pytest.mark.parametrize("line", BROKEN)
def test_a_line_that_cannot_be_read_is_passed_over(line: str, tmp_path: Path) -> None:
    told = fold(tmp_path, line, combined("203.0.113.9"))
    # "203.0.113.1 thêm" is a client and a name.
    readable = line == BROKEN[0]
    assert (told.views, told.unreadable) == ((2, 0) if readable else (1, 1))


def caddy(ts: str, more: str = "", request: str = "") -> str:
    return (
        f'{{"ts":{ts},"request":{{"remote_ip":"203.0.113.1","method":"GET","uri":"/{URL}"{request},'
        f'"headers":{{"User-Agent":["{AGENT}"]{more}}}}},"status":200}}'
    )


@pytest.mark.parametrize(
    "ts",
    [
        *("1e300", '"nan"', '"inf"', '"-inf"', "-1e300", '""', '"hôm nay"', "[]", "{}", "true"),
        *('"infinity"', '"0000-01-01"', '"-0044-03-15 (BC)"', '"294247-01-10T00:00:00Z"'),
    ],
)
def test_a_time_that_is_none_stops_nothing(ts: str, tmp_path: Path) -> None:
    told = fold(tmp_path, caddy(ts), caddy("1790000000.5"))
    assert told.views == 1
    assert told.unreadable + told.ahead == 1


@pytest.mark.parametrize(
    ("time", "views"),
    [
        ("30/Nov/2026:23:59:59 +0700", 1),
        ("01/Dec/2026:00:00:00 +0700", 0),
        ("30/Nov/2026:17:00:00 +0000", 0),
        ("05/Oct/2062:10:00:00 +0700", 0),
        ("05/Oct/9999:10:00:00 +0700", 0),
    ],
)
def test_days_to_come_do_not_count_and_are_told(time: str, views: int, tmp_path: Path) -> None:
    told = fold(tmp_path, combined("203.0.113.1", time))
    assert (told.views, told.ahead, told.unreadable) == (views, 1 - views, 0)
    assert ("1 dòng ghi ngày chưa tới" in "\n".join(describe(told))) is bool(told.ahead)


def test_the_end_of_a_day_is_that_of_vietnam() -> None:
    assert end_of_day(NOW) == 1796058000
    assert end_of_day(1796058000 - 1) == 1796058000
    assert end_of_day(1796058000) == 1796058000 + 86400


FORWARDED = ' "203.0.113.2"'


def test_readers_behind_a_named_proxy_are_told_apart(tmp_path: Path) -> None:
    lines = (
        combined("10.0.0.5", at(0), ' "203.0.113.2"'),
        combined("10.0.0.5", at(1), ' "198.51.100.9, 203.0.113.3"'),
        combined("10.0.0.5", at(2), ' "203.0.113.4, 10.0.0.6"'),
        combined("203.0.113.5, 10.0.0.6", at(3)),
    )
    told = fold(tmp_path, *lines, proxies=["10.0.0.0/8"])
    assert (told.views, told.behind) == (4, 0)


def test_what_a_reader_says_of_himself_counts_for_nothing(tmp_path: Path) -> None:
    """Else one could count as a thousand."""
    lines = [combined("203.0.113.1", at(n), f' "198.51.100.{n}"') for n in range(9)]
    told = fold(tmp_path, *lines, proxies=["10.0.0.5"])
    assert (told.views, told.behind) == (1, 9)
    listed = [combined(f"198.51.100.{n}, 203.0.113.1", at(n)) for n in range(9)]
    assert fold(tmp_path, *listed).views == 0


def test_a_proxy_that_is_not_named_is_told(tmp_path: Path) -> None:
    told = fold(tmp_path, combined("10.0.0.5", at(0), FORWARDED), combined("203.0.113.1", at(1)))
    assert told.behind == 1
    assert "--proxy" in "\n".join(describe(told))
    report = "\n".join(describe(fold(tmp_path, combined("203.0.113.8", rest=' "-"'))))
    assert "--proxy" not in report


@pytest.mark.parametrize(
    ("client", "forwarded", "reader"),
    [
        ("10.0.0.5", "203.0.113.2", "203.0.113.2"),
        ("10.0.0.5", "203.0.113.2:4711", "203.0.113.2"),
        ("10.0.0.5", "[2001:db8::7]:443", "2001:db8::7"),
        ("10.0.0.5", "2001:DB8:0::7", "2001:db8::7"),
        ("10.0.0.5", "1.1.1.1, 203.0.113.2", "203.0.113.2"),
        ("10.0.0.5", "203.0.113.2, 10.0.0.6", "203.0.113.2"),
        ("10.0.0.5", "unknown", "10.0.0.5"),
        ("10.0.0.5", "", "10.0.0.5"),
        ("10.0.0.5", ",,", "10.0.0.5"),
        ("10.0.0.5", "10.0.0.6", "10.0.0.6"),
        ("203.0.113.1", "198.51.100.1", "203.0.113.1"),
        ("-", "198.51.100.1", "-"),
    ],
)
def test_the_reader_is_the_nearest_who_is_no_proxy(
    client: str, forwarded: str, reader: str
) -> None:
    assert Proxies(parse_proxies(["10.0.0.0/8"])).reader_of(client, forwarded) == reader


def test_a_proxy_has_an_address() -> None:
    with pytest.raises(SettingsError, match=r"--proxy may-1: không phải là địa chỉ IP"):
        parse_proxies(["10.0.0.1", "may-1"])


def test_caddys_own_word_on_the_reader_is_taken(tmp_path: Path) -> None:
    behind = ',"X-Forwarded-For":["203.0.113.77"]'
    own = ',"client_ip":"203.0.113.77"'
    assert fold(tmp_path, caddy("1790000000", behind, own), caddy("1790000001", behind)).behind == 1


def test_caddy_names_the_site(tmp_path: Path) -> None:
    told = fold(
        tmp_path,
        caddy("1790000000", request=',"host":"bantin.example"'),
        caddy("1790000100", request=',"host":"thu.example:8443"'),
    )
    assert (told.views, told.elsewhere) == (1, {"thu.example": 1})


IIS = """#Software: Microsoft Internet Information Services 10.0
#Version: 1.0
#Date: 2026-10-05 03:00:00
#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip \
cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken
2026-10-05 03:00:00 10.1.1.1 GET /tin-tuc/2026/10/hop-ban/ - 443 - 203.0.113.1 \
Mozilla/5.0+(Windows+NT+10.0)+Chrome/120.0 - 200 0 0 15
2026-10-05 03:00:40 10.1.1.1 GET /tin-tuc/2026/10/hop-ban/ utm=zalo 443 - 203.0.113.1 \
Mozilla/5.0+(Windows+NT+10.0)+Chrome/120.0 - 200 0 0 15
2026-10-05 03:01:20 10.1.1.1 GET /tin-tuc/2026/10/hop-ban/ - 443 - 203.0.113.1 \
Mozilla/5.0+(compatible;+Googlebot/2.1) - 200 0 0 15
2026-10-05 03:02:00 10.1.1.1 GET /tin-tuc/2026/10/hop-ban/ - 443 - 203.0.113.1 \
Mozilla/5.0+(Windows+NT+10.0)+Chrome/120.0 - 404 0 2 15
2026-99-05 03:03:00 10.1.1.1 GET /tin-tuc/2026/10/hop-ban/ - 443 - 203.0.113.1 \
Mozilla/5.0+(Windows+NT+10.0)+Chrome/120.0 - 200 0 0 15
2026-10-05 03:04:00 cut"""


def test_a_log_of_iis(tmp_path: Path) -> None:
    told = fold(tmp_path, IIS.replace("\n", "\r\n") + "\r")
    assert (told.lines, told.unreadable, told.asked, told.robots, told.views) == (6, 2, 3, 1, 2)
    # Its clock is on UTC.
    days = (tmp_path / "docs" / ".luot-xem" / "2026-10.tsv").read_text("utf-8")
    assert days == f"{URL}\t5:2\n"


def test_columns_of_iis_may_be_added_while_it_writes(tmp_path: Path) -> None:
    more = (
        "#Fields: date time cs-method cs-uri-stem c-ip cs(User-Agent) sc-status cs-host "
        "X-Forwarded-For\n"
        f"2026-10-05 05:00:00 GET /{URL} 10.0.0.5 Chrome/120.0 200 bantin.example "
        "203.0.113.7:4711,+198.51.100.3\n"
        f"2026-10-05 05:01:00 GET /{URL} 10.0.0.5 Chrome/120.0 200 thu.example -"
    )
    told = fold(tmp_path, IIS, more, proxies=["10.0.0.5"])
    assert (told.views, told.behind, told.elsewhere) == (3, 0, {"thu.example": 1})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (IIS.replace("c-ip ", "").replace("time-taken", "x"), "thiếu cột c-ip"),
        (IIS.replace(" cs(User-Agent)", ""), r"thiếu cột cs\(User-Agent\)"),
        (
            f"{IIS}\n{IIS.replace('s-ip cs-method', 'cs-method s-ip')}",
            "đổi thứ tự cột giữa chừng",
        ),
        (f'203.0.113.1 - - [{DAY}] "GET /{URL} HTTP/1.1" 200 512', "dạng “common”"),
        ("xin chào", "không phải là nhật ký truy cập"),
    ],
)
def test_a_log_that_lacks_something_says_what(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ProblemsError, match=message):
        fold(tmp_path, text)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_told(encoding: str, tmp_path: Path) -> None:
    mark = "\ufeff" if encoding.endswith("be") else ""
    with pytest.raises(ProblemsError, match="UTF-16"):
        fold(tmp_path, mark + combined("203.0.113.1"), encoding=encoding)
