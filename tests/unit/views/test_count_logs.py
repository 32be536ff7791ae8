"""What counts as a view, line by line, and what becomes of the counts in docs/."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import duckdb
import pytest
from bantin.errors import ProblemsError
from bantin.records.view_counts import FOLDER, Seen, read_totals
from bantin.views.count_logs import LEDGER_FOLDER, LogCounts, count_logs
from bantin.views.report import describe
from bantin.views.requests import NOT_UTF8, addresses_of
from hypothesis import example, given
from hypothesis import strategies as st

URL, OTHER = "tin-tuc/2026/10/hop-ban/", "van-ban/2026/405-tb-vp-ubnd/"
READER = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) coc_coc_browser/120.0 Chrome/114.0 Safari/537.36"
)


def line(
    time: str = "05/Oct/2026:10:00:00 +0700",
    target: str = f"/{URL}",
    *,
    ip: str = "203.0.113.7",
    method: str = "GET",
    status: int = 200,
    agent: str = READER,
    rest: str = "",
) -> str:
    return f'{ip} - - [{time}] "{method} {target} HTTP/1.1" {status} 512 "-" "{agent}"{rest}'


def fold(
    folder: Path, *lines: str, name: str = "access.log", site_url: str = "https://bantin.example/"
) -> LogCounts:
    """Fold one log into the docs/ of a folder."""
    log = folder / name
    log.write_text("".join(one + "\n" for one in lines), "utf-8")
    return fold_files(folder, log, site_url=site_url)


def fold_files(folder: Path, *logs: Path, site_url: str = "https://bantin.example/") -> LogCounts:
    (folder / "docs").mkdir(exist_ok=True)
    return count_logs(logs, folder / "docs", addresses_of([URL, OTHER], site_url))


def at(seconds: int) -> str:
    return f"05/Oct/2026:10:{seconds // 60:02}:{seconds % 60:02} +0700"


@pytest.mark.parametrize(
    ("options", "views"),
    [
        ({}, 1),
        ({"status": 304}, 1),
        ({"status": 206}, 0),
        ({"status": 301}, 0),
        ({"status": 404}, 0),
        ({"method": "HEAD"}, 0),
        ({"method": "POST"}, 0),
        ({"target": f"/{URL}index.html"}, 1),
        ({"target": f"/{URL}?utm_source=zalo"}, 1),
        ({"target": f"/{URL}#kl-3"}, 1),
        ({"target": f"/{URL}".rstrip("/")}, 1),
        ({"target": "/tin-tuc/2026/10/hop%2Dban/"}, 1),
        ({"target": f"//{URL}"}, 1),
        ({"target": f"https://bantin.example/{URL}"}, 1),
        ({"target": f"/{URL}anh.jpg"}, 0),
        ({"target": "/tin-tuc/2026/10/khong-co/"}, 0),
        ({"target": "/tin-tuc/2026/10/"}, 0),
        ({"agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"}, 0),
        ({"agent": "Mozilla/5.0 (compatible; coccocbot-web/1.0)"}, 0),
        ({"agent": "-"}, 0),
        ({"agent": ""}, 0),
        # Known to one of the lists alone: COUNTER's, whatever the case, and the other.
        ({"agent": "MOTOR"}, 0),
        ({"agent": "Chirp"}, 0),
        ({"agent": "chirp"}, 1),
        ({"agent": r"Mozilla/5.0 \x22kỳ lạ\x22 \"đấy\" \\"}, 1),
        ({"ip": "2001:db8::7"}, 1),
        ({"rest": ' "203.0.113.1" rt=0.012'}, 1),
    ],
)
def test_what_is_a_view(options: dict[str, str], views: int, tmp_path: Path) -> None:
    told = fold(tmp_path, line(**options))  # type: ignore[arg-type]
    assert told.views == views
    assert told.unreadable == 0


@pytest.mark.parametrize(
    "agent",
    [
        READER,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
        "(KHTML, like Gecko) Mobile/15E148 Zalo iOS/513 ZaloTheme/light ZaloLanguage/vn",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
        "Gecko) Mobile/15E148 [FBAN/FBIOS;FBDV/iPhone14,5;FBLC/vi_VN;FBOP/5]",
    ],
)
def test_browsers_in_use_here_are_readers(agent: str, tmp_path: Path) -> None:
    assert fold(tmp_path, line(agent=agent)).views == 1


@pytest.mark.parametrize(
    ("moments", "views"),
    [
        ((0, 30), 1),
        ((0, 31), 2),
        ((0, 0), 1),
        # Each is followed within half a minute, but for the last.
        ((0, 20, 40, 60), 1),
        ((40, 0, 20), 1),
    ],
)
def test_of_a_double_click_one_counts(moments: tuple[int, ...], views: int, tmp_path: Path) -> None:
    told = fold(tmp_path, *(line(at(moment)) for moment in moments))
    assert (told.views, told.double_clicks) == (views, len(moments) - views)


def test_a_double_click_is_by_one_reader_on_one_record(tmp_path: Path) -> None:
    told = fold(
        tmp_path,
        line(at(0)),
        line(at(1), ip="203.0.113.8"),
        line(at(2), agent=READER + " khac"),
        line(at(3), f"/{OTHER}"),
    )
    assert told.views == 4


def test_the_later_click_counts_on_its_day_in_vietnam(tmp_path: Path) -> None:
    # 23:59:50 and, after midnight, 00:00:05; the server's clock is on UTC.
    fold(tmp_path, line("31/Oct/2026:16:59:50 +0000"))
    assert (tmp_path / "docs" / FOLDER / "2026-10.tsv").read_text("utf-8") == f"{URL}\t31:1\n"
    fold(tmp_path, line("31/Oct/2026:17:00:05 +0000"), name="access.log.1")
    assert (tmp_path / "docs" / FOLDER / "2026-10.tsv").read_text("utf-8") == ""
    assert (tmp_path / "docs" / FOLDER / "2026-11.tsv").read_text("utf-8") == f"{URL}\t1:1\n"


def test_a_site_below_the_root_of_its_host(tmp_path: Path) -> None:
    told = fold(
        tmp_path,
        line(at(0), f"/kho/{URL}"),
        line(at(99), f"/kho/{OTHER}index.html"),
        line(at(200)),
        site_url="https://bantin.example/kho/",
    )
    assert (told.asked, set(told.by_record)) == (2, {URL, OTHER})


def test_caddy_lines(tmp_path: Path) -> None:
    request = (
        '"request":{"remote_ip":"10.0.0.1","client_ip":"203.0.113.7","method":"GET",'
        f'"uri":"/{URL}",'
        '"headers":{"User-Agent":["Firefox \\"đặc biệt\\""]}},"status":200}'
    )
    told = fold(
        tmp_path,
        '{"level":"info","ts":1790000000.75,' + request,
        '{"level":"info","ts":1790000031750,' + request,
        '{"level":"info","ts":"2026-09-21T21:00:00+07:00",' + request,
        '{"level":"info","msg":"server running"}',
        '{"level":"info","ts":17900',
    )
    assert (told.lines, told.unreadable, told.asked, told.views) == (5, 2, 3, 3)


def test_broken_lines_are_told_and_never_stop(tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    log.write_bytes(
        f"{line()}\n".encode()
        + b"\x00" * 500
        + b"cut\n\n\xff\xfe\n"
        + b"x" * 3_000_000
        + f"\r\n{line(at(99))}\r\n{line('31/Feb/2026:10:00:00 +0700')}\n{line()[:60]}".encode()
    )
    told = fold_files(tmp_path, log)
    assert (told.lines, told.unreadable, told.views) == (7, 5, 2)


def test_escaped_quotes_end_nothing(tmp_path: Path) -> None:
    lines = (
        line(agent=r"Kỳ \"lạ\" \\"),
        line(agent=r"Kỳ \\\" \" \" \" x"),
        line(f"{at(90)}", f'/{URL}?q=\\"a\\\\'),
        line(rest=r' "thêm \" \\" "').replace("- - [", r"- BAN\an [", 1),
    )
    broken = (
        line().replace("- - [", r"- a\"b [", 1),
        line().replace('] "GET', r"] \"GET", 1),
        line().replace("200 512 ", r"200 512 \ ", 1),
        line(agent="Kỳ lạ\\").rstrip("\n"),
        line().replace('"-" "', '"-" \\" "', 1),
    )
    told = fold(tmp_path, *lines, *broken)
    assert (told.lines, told.unreadable, told.asked, told.views) == (9, 5, 4, 4)


def test_a_reader_bears_the_digest_of_every_version(tmp_path: Path) -> None:
    # Another one would count anew whatever a ledger knows already.
    agent = r"Kỳ \"lạ\" \\ \x22"
    fold(tmp_path, line(agent=agent))
    ledger = tmp_path / LEDGER_FOLDER
    key = (ledger / "khoa").read_text("ascii")
    digest = hashlib.md5(f"{key}203.0.113.7 {agent}".encode()).digest()
    with duckdb.connect() as connection:
        (row,) = connection.read_parquet(str(ledger / "2026-10.parquet")).fetchall()
    assert row == (URL, 1791169200, int.from_bytes(digest[8:], "little"))


def test_a_bracket_in_a_name_stops_nothing(tmp_path: Path) -> None:
    told = fold(tmp_path, line().replace("- - [", "[1] - [", 1), line(at(40)))
    assert (told.unreadable, told.views) == (0, 2)


def test_a_record_that_is_no_more_keeps_its_views(tmp_path: Path) -> None:
    fold(tmp_path, line(at(0)), line(at(40)), line(at(0), f"/{OTHER}"))
    left = addresses_of([OTHER], "https://bantin.example/")
    (tmp_path / "access.log").write_text(line(at(50), f"/{OTHER}") + "\n", "utf-8")
    told = count_logs([tmp_path / "access.log"], tmp_path / "docs", left)
    assert told.by_record == {OTHER: 1}
    days = (tmp_path / "docs" / FOLDER / "2026-10.tsv").read_text("utf-8")
    assert days == f"{URL}\t5:2\n{OTHER}\t5:2\n"
    # Both again, now that it is back.
    assert fold(tmp_path, line(at(0)), line(at(0), f"/{OTHER}")).views == 0


def test_days_before_1970_are_days(tmp_path: Path) -> None:
    fold(tmp_path, line("05/Nov/1969:00:30:00 +0700"), line("04/Nov/1969:23:30:00 +0700"))
    days = (tmp_path / "docs" / FOLDER / "1969-11.tsv").read_text("utf-8")
    assert days == f"{URL}\t4:1 5:1\n"


def test_addresses_that_cannot_be_decoded_ask_for_nothing(tmp_path: Path) -> None:
    ends = ("%C3", "%C3%28", "%80", "%E0%80%80", "%c0%af", "%", "%8%41", "%%C3")
    told = fold(tmp_path, *(line(at(40 * n), f"/{URL}{end}") for n, end in enumerate(ends)), line())
    assert (told.unreadable, told.asked) == (0, 1)


@given(st.lists(st.sampled_from("% %C3 %A9 %e1 %BB %8D %41 %F4 %8F %BF %ED 8 a / é".split())))
@example(["%C3", "%A9"])
@example(["%%", "C3"])
def test_what_can_be_decoded_is_decoded(pieces: list[str]) -> None:
    path = "".join(pieces)
    try:
        unquote(path, errors="strict")
    except UnicodeDecodeError:
        return
    assert not re.search(NOT_UTF8, path)


def test_names_of_files_mean_nothing(tmp_path: Path) -> None:
    packed = tmp_path / "nhật ký [1]'*.txt"
    packed.write_bytes(
        gzip.compress(f"{line()}\n".encode()) + gzip.compress(f"{line()}\n".encode())
    )
    plain = tmp_path / "access.log.gz"
    plain.write_text(line(at(99)) + "\n", "utf-8")
    told = fold_files(tmp_path, packed, plain, packed)
    assert (told.lines, told.views) == (3, 2)


def test_all_that_is_no_log_is_told_at_once_and_nothing_written(tmp_path: Path) -> None:
    good, text, missing, cut, other = (
        tmp_path / name for name in ("a.log", "ghi-chu.txt", "khong-co.log", "cut.gz", "b.log.bz2")
    )
    good.write_text(line() + "\n", "utf-8")
    text.write_text("Danh sách khách mời\n", "utf-8")
    cut.write_bytes(gzip.compress(f"{line()}\n".encode() * 50_000)[:-20])
    other.write_bytes(b"BZh91AY&SY")
    with pytest.raises(ProblemsError) as refused:
        fold_files(tmp_path, good, text, missing, other)
    told = str(refused.value)
    assert "ghi-chu.txt: không phải là nhật ký truy cập" in told
    assert "khong-co.log: không đọc được: không có tệp này" in told
    assert "b.log.bz2: nén bằng bzip2" in told
    with pytest.raises(ProblemsError, match=r"cut\.gz: tệp nén bị hỏng hoặc bị cắt cụt"):
        fold_files(tmp_path, good, cut)
    assert not list((tmp_path / "docs").rglob("*.tsv"))
    assert fold_files(tmp_path, good).views == 1


def test_an_empty_log_was_rotated_just_now(tmp_path: Path) -> None:
    assert fold(tmp_path).lines == 0
    assert read_totals(tmp_path / "docs").seen == {}


def test_without_its_ledger_the_counts_stay(tmp_path: Path) -> None:
    old = [line(at(0)), line(at(100)), line(at(200))]
    fold(tmp_path, *old)
    shutil.rmtree(tmp_path / LEDGER_FOLDER)
    # Not all of the old log is left, and there is a new day.
    fold(tmp_path, *old[1:], line("06/Oct/2026:09:00:00 +0700"))
    days = (tmp_path / "docs" / FOLDER / "2026-10.tsv").read_text("utf-8")
    assert days == f"{URL}\t5:3 6:1\n"


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("2026-10.parquet", lambda old: old[:40]),
        ("2026-10.parquet", lambda old: b""),
        ("2026-10.parquet", lambda old: b"\0" * len(old)),
        ("2026-10.parquet", lambda old: b"x" * len(old)),
        ("2026-10.parquet", lambda old: old[: len(old) // 2] + bytes(len(old) - len(old) // 2)),
        ("2026-10.parquet", lambda old: old[:4] + bytes(len(old) - 12) + old[-8:]),
        ("khoa", lambda old: b""),
        ("khoa", lambda old: old[:40]),
        ("khoa", lambda old: b"\xff" * 64),
    ],
)
def test_a_damaged_ledger_is_told_once_and_begins_anew(
    tmp_path: Path, name: str, spoil: Callable[[bytes], bytes]
) -> None:
    fold(tmp_path, line(at(0)), line(at(100)))
    file = tmp_path / LEDGER_FOLDER / name
    file.write_bytes(spoil(file.read_bytes()))
    days = tmp_path / "docs" / FOLDER / "2026-10.tsv"
    before = days.read_bytes()
    counts = fold(tmp_path, line(at(200)))
    assert counts.damaged == ("2026-10",)
    assert "về tháng 10/2026 bị hỏng" in "\n".join(describe(counts))
    assert days.read_bytes() == before
    assert fold(tmp_path, line(at(200))).damaged == ()
    fold(tmp_path, line(at(100)), line(at(0)), line(at(300)))
    assert days.read_text("utf-8") == f"{URL}\t5:4\n"


def test_what_another_machine_counted_is_kept(tmp_path: Path) -> None:
    fold(tmp_path, line(at(0)))
    days = tmp_path / "docs" / FOLDER / "2026-10.tsv"
    days.write_text(f"{URL}\t4:7 5:1\n", "utf-8")
    fold(tmp_path, line(at(100)))
    assert days.read_text("utf-8") == f"{URL}\t4:7 5:2\n"


def test_totals_know_the_last_thirty_days_counted(tmp_path: Path) -> None:
    fold(
        tmp_path,
        line("01/Oct/2026:10:00:00 +0700"),
        line("02/Oct/2026:10:00:00 +0700"),
        line("31/Oct/2026:10:00:00 +0700", f"/{OTHER}"),
    )
    totals = read_totals(tmp_path / "docs")
    assert (totals.since, totals.until) == ("2026-10-01", "2026-10-31")
    assert totals.seen == {URL: Seen(2, 1), OTHER: Seen(1, 1)}


def test_no_visitor_is_named_anywhere(tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    fold(tmp_path, line())
    for path in tmp_path.rglob("*"):
        if path.is_file() and path != log:
            content = path.read_bytes()
            assert b"203.0.113.7" not in content
            assert b"coc_coc" not in content


def test_damaged_counts_are_told_with_file_and_line(tmp_path: Path) -> None:
    fold(tmp_path, line())
    days = tmp_path / "docs" / FOLDER / "2026-10.tsv"
    days.write_text(f"<<<<<<< HEAD\n{URL}\t5:1\n", "utf-8")
    with pytest.raises(ProblemsError, match=r"2026-10\.tsv:1: phải là"):
        fold(tmp_path, line(at(99)))


def test_the_report(tmp_path: Path) -> None:
    told = "\n".join(describe(fold(tmp_path, line(at(0)), line(at(9)), line(agent="-"), "cụt")))
    assert "Đã đọc 4 dòng" in told
    assert "1 dòng hỏng" in told
    assert "3 lần mở trang" in told
    assert "− 1 lần của máy tìm kiếm" in told
    assert "− 1 lần bấm lặp" in told
    assert "= 1 lượt xem mới" in told
    assert f"1  {URL}" in told
    assert "1 lượt xem từ 05/10/2026 đến 05/10/2026" in told


def test_a_pipe_in_the_place_of_the_totals_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    place = tmp_path / "docs" / FOLDER
    place.mkdir(parents=True)
    os.mkfifo(place / "tong.tsv")
    with pytest.raises(ProblemsError, match="không phải là tệp thường"):
        read_totals(tmp_path / "docs")
