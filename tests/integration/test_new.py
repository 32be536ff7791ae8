"""The command that writes a new record, as an editor runs it in a copy of the project's docs."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
BODY = "ban-vstbpn-tinh-dak-nong"
NEWS = ("--title", "Họp tổng kết", "--section", "thong-tin-chi-dao-dieu-hanh")
MEETING = ("--body", BODY, "--meeting", "17/12/2021", "--date", "20/12/2021 08:15")
PLACE = "tin-tuc/2021/12/hop-tong-ket.md"


def command(script: str, *arguments: str) -> list[str]:
    return [sys.executable, str(PROJECT / "scripts" / script), *arguments]


class Desk:
    """A copy of docs/, and the commands run on it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.docs = root / "docs"
        shutil.copytree(PROJECT / "docs", self.docs)
        # It says which files of docs/ are not for the site.
        shutil.copy(PROJECT / "mkdocs.yml", root)
        (root / "hooks").symlink_to(PROJECT / "hooks")

    def run(
        self, script: str, *arguments: str, said: str = "", browser: str = ""
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(script, *arguments),
            cwd=self.root,
            input=said,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            env=os.environ | {"BROWSER": browser, "PYTHONUTF8": "1"},
        )

    def new(self, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
        # Far from the ports where somebody may have a preview running.
        fixed = ("--into", "docs", "--no-open", "--port", "65500")
        return self.run("new.py", *fixed, *arguments, said=said)

    def files(self) -> dict[str, bytes]:
        found = (path for path in self.docs.rglob("*") if path.is_file())
        return {path.relative_to(self.docs).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def check(desk: Desk) -> None:
    checked = desk.run("check.py", "--docs", "docs")
    assert checked.returncode == 0, checked.stdout
    assert "không có lỗi, không có cảnh báo" in checked.stdout


def test_options_make_a_record_that_the_check_finds_right(desk: Desk) -> None:
    before = desk.files()
    done = desk.new(*NEWS, *MEETING, "--period", "1-12/2021", "--initials", "M.L")
    assert done.returncode == 0, done.stderr
    assert f"Đã ghi docs/{PLACE}" in done.stdout
    assert "python3 scripts/start.py --port 65500" in done.stdout
    assert "http://127.0.0.1:65500/tin-tuc/2021/12/hop-tong-ket/" in done.stdout
    after = desk.files()
    text = after.pop(PLACE).decode()
    assert after == before
    assert "\nauthor: M.L\n" in text
    assert "#  chairs:\n#    - Lê Trọng Yên\n" in text
    assert "681" not in text
    check(desk)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--type", "co-quan", "--title", "Sở Nội vụ tỉnh Đắk Nông"),
        ("--type", "chuyen-muc", "--title", "Cải cách: hành chính"),
        ("--type", "nguoi", "--title", "Lê Trọng Yên", "--slug", "le-trong-yen-2"),
        ("--type", "van-ban", "--number", "12/TB-VP", "--issuer", "6", "--title", "Kết luận"),
        NEWS,
    ],
)
def test_every_type_is_right_by_the_check(desk: Desk, arguments: tuple[str, ...]) -> None:
    done = desk.new(*arguments)
    assert done.returncode == 0, done.stderr
    check(desk)


def test_bad_options_are_told_all_at_once_and_nothing_is_written(desk: Desk) -> None:
    before = desk.files()
    done = desk.new("--section", "khong-co", "--date", "30/2/2021", "--body", "xyz")
    assert done.returncode == 1
    for option in ("--section: ", "--date: ", "--body: ", "--title: "):
        assert f"Lỗi: {option}" in done.stderr
    assert "…." not in done.stderr
    assert desk.files() == before


def test_a_second_run_is_refused_and_changes_nothing(desk: Desk) -> None:
    desk.new(*NEWS, *MEETING)
    before = desk.files()
    done = desk.new(*NEWS, *MEETING)
    assert done.returncode == 1
    assert f"đã có {PLACE}" in done.stderr
    assert desk.files() == before


def test_questions_lead_to_the_same_file_as_options(desk: Desk) -> None:
    desk.new(*NEWS, *MEETING, "--period", "1-12/2021", "--initials", "M.L")
    expected = desk.files()
    (desk.docs / PLACE).unlink()
    said = ["tin", "20/12/2021 08:15", BODY, "5/10", "17/12/2021", "", "", "", "", "Họp tổng kết"]
    done = desk.new(said="\n".join([*said, "M.L", "", ""]))
    assert done.returncode == 0, done.stderr
    assert "Chưa được: “5/10” không phải là ngày đúng dạng" in done.stdout
    assert "Kỳ trước: “Ban Vì sự tiến bộ của phụ nữ tỉnh nhìn lại 9 tháng" in done.stdout
    assert "[1-12/2021; -: bỏ qua]" in done.stdout
    assert "Chưa được: chưa trả lời" in done.stdout
    assert desk.files() == expected


def test_when_answers_end_nothing_is_left_behind(desk: Desk) -> None:
    before = desk.files()
    done = desk.new(said="tin\n20/12/2021\n")
    assert done.returncode == 1
    assert "chưa ghi gì" in done.stderr
    assert desk.files() == before


@pytest.mark.skipif(sys.platform == "win32", reason="sends a POSIX signal")
def test_ctrl_c_leaves_nothing_behind(desk: Desk) -> None:
    before = desk.files()
    with subprocess.Popen(
        [*command("new.py", "--into", "docs")],
        cwd=desk.root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()  # it asks from here on
        process.send_signal(signal.SIGINT)
        told = process.stderr.read().decode()
        assert process.wait(60) == 130
    assert told == "\nĐã thôi; chưa ghi gì.\n"
    assert desk.files() == before


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[int]:
    """Serve what looks like a preview that shows the new record."""
    for place in (".xem-thu/preview.js", f"{PLACE.removesuffix('.md')}/index.html"):
        path = tmp_path / "site" / place
        path.parent.mkdir(parents=True)
        path.write_text("{}")
    handler = partial(Quiet, directory=str(tmp_path / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.mark.skipif(sys.platform == "win32", reason="the browser's stand-in is a shell script")
def test_a_running_preview_is_opened_on_the_record(desk: Desk, preview: int) -> None:
    browser = desk.root / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> {desk.root}/opened\n')
    browser.chmod(0o755)
    where = f"http://127.0.0.1:{preview}/tin-tuc/2021/12/hop-tong-ket/"
    arguments = ("--into", "docs", "--port", str(preview), *NEWS, *MEETING)
    said = desk.run("new.py", *arguments, "--no-open", browser=f"{browser} %s")
    assert f"Xem thử: {where}" in said.stdout
    assert not (desk.root / "opened").exists()
    (desk.docs / PLACE).unlink()
    done = desk.run("new.py", *arguments, browser=f"{browser} %s")
    assert done.returncode == 0, done.stderr
    assert (desk.root / "opened").read_text() == f"{where}\n"
