"""The command that checks records, as an editor runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SCRIPT = PROJECT / "scripts" / "check.py"
ARTICLE = "tin-tuc/2021/10/hop.md"


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    plant(tmp_path, "chuyen-muc/x.md", "name: Mục x")
    plant(tmp_path, ARTICLE, "title: Họp\ndate: 2021-10-05\nsection: x", "UBND họp.")
    return tmp_path


def plant(root: Path, uri: str, head: str, text: str = "") -> None:
    path = root / "docs" / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}\n---\n\n{text}\n", "utf-8", newline="\n")


def test_the_projects_own_records_give_neither_errors_nor_warnings() -> None:
    done = run(PROJECT)
    assert done.returncode == 0, done.stdout
    assert "không có lỗi, không có cảnh báo" in done.stdout


def test_warnings_alone_give_zero_and_errors_one(root: Path) -> None:
    plant(root, ARTICLE, "title: Họp\ndate: 2021-10-05\nsection: x", "Sở ABCX họp.")
    warned = run(root, "--docs", "docs")
    assert warned.returncode == 0, warned.stderr
    assert f"{ARTICLE}:7:4: chữ viết tắt “ABCX”" in warned.stdout
    assert "LỖI" not in warned.stdout
    assert "Đã kiểm tra 2 bản ghi: không có lỗi, 1 cảnh báo." in warned.stdout

    plant(root, ARTICLE, "title: Họp\ndate: 2021-10-05\nsection: y", "Sở ABCX họp.")
    refused = run(root, "--docs", "docs")
    assert refused.returncode == 1
    errors, _, warnings = refused.stdout.partition("CẢNH BÁO")
    assert f"{ARTICLE}:4: [section] không có chuyen-muc/y.md." in errors
    assert "ABCX" in warnings


def test_every_kind_of_problem_of_a_record_is_told(root: Path) -> None:
    notice = "kind: TB\nnumber: 5/TB-VP\ntitle: Kết luận\ndate: 2020-01-02\nissuer: vp"
    plant(root, "to-chuc/vp.md", "name: Văn phòng")
    plant(root, "van-ban/2020/a.md", notice, '1. Việc.\n   {: due="mai" }')
    plant(root, "van-ban/2020/b.md", notice)
    plant(root, "van-ban/2020/c.md", "kind: QQ")
    told = run(root, "--docs", "docs").stdout
    assert "van-ban/2020/a.md:10: [due] “mai” không phải là ngày đúng dạng." in told
    assert "van-ban/2020/b.md:3: [number] số 5/TB-VP năm 2020" in told
    assert "[kind] không có loại văn bản “QQ”" in told


def test_files_that_are_named_are_the_only_ones_told_of(root: Path) -> None:
    plant(root, "van-ban/2020/c.md", "kind: QQ")
    done = run(root, "--docs", "docs", f"docs/{ARTICLE}")
    assert done.returncode == 0, done.stdout
    assert "Đã kiểm tra 1 bản ghi: không có lỗi, không có cảnh báo." in done.stdout


def test_a_number_that_another_document_has_is_told_of_when_one_file_is_named(root: Path) -> None:
    notice = "kind: TB\nnumber: 5/TB-VP\ntitle: Kết luận\ndate: 2020-01-02\nissuer: vp"
    plant(root, "to-chuc/vp.md", "name: Văn phòng")
    plant(root, "van-ban/2020/a.md", notice)
    plant(root, "van-ban/2020/b.md", notice)
    done = run(root, "--docs", "docs", "docs/van-ban/2020/b.md")
    assert done.returncode == 1
    assert "van-ban/2020/b.md:3: [number] số 5/TB-VP năm 2020" in done.stdout
    assert "Đã kiểm tra 1 bản ghi" in done.stdout


def test_what_cannot_be_checked_is_refused_with_a_reason(root: Path) -> None:
    (root / "khac.md").write_text("x", "utf-8")
    for arguments, code, told in (
        (("--docs", "khong-co"), 2, "không có thư mục “khong-co”"),
        (("--docs", "docs", "khong-co.md"), 1, "không có tệp khong-co.md"),
        (("--docs", "docs", "khac.md"), 1, "khac.md không phải là bản ghi trong docs"),
    ):
        done = run(root, *arguments)
        assert done.returncode == code
        assert told in done.stderr


def test_a_folder_stands_for_the_records_in_it(root: Path) -> None:
    plant(root, "tin-tuc/2020/01/sai.md", "title: a")
    done = run(root, "--docs", "docs", "docs/tin-tuc/2021")
    assert done.returncode == 0, done.stdout
    assert "Đã kiểm tra 1 bản ghi" in done.stdout


def test_copies_and_what_is_no_file_are_told_of_where_they_lie(root: Path) -> None:
    plant(root, "tin-tuc/2020/01/khac.md", "title: Khác\ndate: 2020-01-05\nsection: x", "Họp.")
    for uri in (f"{ARTICLE}~", "tin-tuc/2020/01/khac.md.bak"):
        plant(root, uri, "title: Họp")
    (root / "docs" / "tin-tuc" / "2021" / "ra").symlink_to("/etc/hostname")
    every = run(root, "--docs", "docs")
    assert every.returncode == 1
    assert "tin-tuc/2021/ra: là liên kết (symlink) dẫn ra ngoài docs/" in every.stdout
    assert every.stdout.count("là bản sao hay tệp tạm") == 2
    named = run(root, "--docs", "docs", "docs/tin-tuc/2020")
    assert named.returncode == 0, named.stdout
    assert "tin-tuc/2020/01/khac.md.bak: là bản sao" in named.stdout
    assert named.stdout.count("là bản sao") == 1


def test_a_pipe_in_the_place_of_a_file_does_not_hang(root: Path) -> None:
    os.mkfifo(root / "docs" / "tin-tuc" / "2021" / "10" / "ong.md")
    os.mkfifo(root / "docs" / "ong.pdf")
    done = run(root, "--docs", "docs", "--fix")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stdout.count("không phải là tệp hay thư mục thường") == 2
    named = run(root, "--docs", "docs", "docs/tin-tuc/2021/10/ong.md")
    assert named.returncode == 1
    assert "không phải là bản ghi" in named.stderr


def test_links_and_files_are_checked_as_a_build_would(root: Path) -> None:
    head = "title: Họp\ndate: 2021-10-05\nsection: x\nattachments: [{src: a.pdf, title: A}]"
    text = "[tin](../../index.md) [cũ](cu.md) [trang](../../../gioi-thieu.md)"
    plant(root, ARTICLE, head, text)
    plant(root, "gioi-thieu.md", "title: Giới thiệu")
    for arguments in ((), (f"docs/{ARTICLE}", "--no-cache")):
        told = run(root, "--docs", "docs", *arguments).stdout
        assert f"{ARTICLE}:8: đường dẫn cu.md không dẫn tới tệp nào" in told
        assert f"{ARTICLE}:5: [attachments[1].src] không có tệp a.pdf" in told
        assert "2 lỗi" in told


def test_programs_get_json(root: Path) -> None:
    plant(root, ARTICLE, "title: Họp\ndate: 2021-10-05\nsection: y", "Sở ABCX họp.")
    done = run(root, "--docs", "docs", "--format", "json")
    told = json.loads(done.stdout)
    assert (told["checked"], told["errors"], told["warnings"]) == (2, 1, 1)
    error, warning = told["problems"]
    assert (error["level"], error["file"], error["line"]) == ("error", f"docs/{ARTICLE}", 4)
    assert error["field"] == "section"
    assert (warning["level"], warning["line"], warning["column"]) == ("warning", 7, 4)


def test_a_hosts_runner_gets_annotations(root: Path) -> None:
    plant(root, ARTICLE, "title: Họp\ndate: 2021-10-05\nsection: y", "Sở ABCX họp.")
    error, warning, last = run(root, "--docs", "docs", "--format", "github").stdout.splitlines()
    assert error.startswith(f"::error file=docs/{ARTICLE},line=4::[section] không có")
    assert "%0ACách sửa: " in error
    assert warning.startswith(f"::warning file=docs/{ARTICLE},line=7,col=4::chữ viết tắt")
    assert last == "Đã kiểm tra 2 bản ghi: 1 lỗi, 1 cảnh báo."


def test_html_that_no_build_would_publish_is_an_error(root: Path) -> None:
    head = "title: Họp\ndate: 2021-10-05\nsection: x"
    plant(root, ARTICLE, head, "Xem\n[sổ](javascript:mo()).")
    refused = run(root, "--docs", "docs")
    assert refused.returncode == 1
    assert f"{ARTICLE}:8: địa chỉ “javascript:mo()” không dùng được" in refused.stdout


def test_what_has_one_right_form_is_mended_shown_and_told_of_no_more(root: Path) -> None:
    head = "title: Họp\ndate: 2021-10-05\nsection: x"
    plant(root, ARTICLE, head, "Sở ABCX  họp\u200b.")
    before = (root / "docs" / ARTICLE).read_bytes()
    shown = run(root, "--docs", "docs", "--fix", "--dry-run")
    assert (root / "docs" / ARTICLE).read_bytes() == before
    assert "Sẽ sửa 1 tệp." in shown.stderr
    assert "3 cảnh báo" in shown.stdout

    done = run(root, "--docs", "docs", "--fix")
    assert f"{ARTICLE}: sửa dấu cách ở 1 chỗ; bỏ 1 ký tự vô hình." in done.stderr
    assert "-Sở ABCX  họp⟨U+200B⟩.\n+Sở ABCX họp." in done.stderr
    assert "Đã sửa 1 tệp." in done.stderr
    assert "1 cảnh báo" in done.stdout
    assert "ABCX" in done.stdout
    assert (root / "docs" / ARTICLE).read_text("utf-8").endswith("Sở ABCX họp.\n")
    assert "Không có gì máy tự sửa được." in run(root, "--docs", "docs", "--fix").stderr


def test_text_in_another_unicode_form_is_an_error_that_mends_itself(root: Path) -> None:
    plant(root, ARTICLE, "title: Ho\u0323p\ndate: 2021-10-05\nsection: x", "Ban ho\u0323p.")
    assert run(root, "--docs", "docs").returncode == 1
    done = run(root, "--docs", "docs", "--fix")
    assert done.returncode == 0, done.stdout
    assert "chuyển chữ sang Unicode dựng sẵn (NFC)" in done.stderr


def test_unclear_orders_are_hints_that_fail_nothing(root: Path) -> None:
    plant(root, "to-chuc/vp.md", "name: Văn phòng")
    head = "kind: TB\nnumber: {}/TB-VP\ntitle: Kết luận\ndate: 2026-03-10\nissuer: vp"
    for number in range(1, 13):
        plant(
            root,
            f"van-ban/2026/{number:02}-tb.md",
            head.format(number),
            "1. Khẩn trương rà soát.\n2. Tăng cường kiểm tra.",
        )
    short = run(root, "--docs", "docs")
    assert short.returncode == 0, short.stderr
    lines = short.stdout.splitlines()
    assert sum("2 mục chưa rõ giao cho ai (dòng 9, 10)" in line for line in lines) == 10
    assert any("còn 4 mục như thế trong 2 văn bản khác" in line for line in lines)
    assert lines[-1].endswith(". 24 mục chưa rõ loại việc hoặc chưa rõ giao cho ai.")
    full = run(root, "--docs", "docs", "--orders", "docs/van-ban/2026/12-tb.md")
    assert "van-ban/2026/12-tb.md:10: [to] mục 2 “Tăng cường kiểm tra.” chưa rõ" in full.stdout
    assert full.stdout.count('dòng “   {: to="…" }”') == 2
    told = json.loads(run(root, "--docs", "docs", "--format", "json", "--orders").stdout)
    assert told["hints"] == 24
    assert [one["level"] for one in told["problems"]].count("hint") == 24
    draft = "kind: TB\ntitle: Kết luận\nstatus: draft"
    plant(root, "van-ban/2026/nhap.md", draft, "1. Khẩn trương rà soát.")
    unfinished = run(root, "--docs", "docs", "--orders", "docs/van-ban/2026/nhap.md").stdout
    assert "nhap.md:7: [to] mục 1 “Khẩn trương rà soát.” chưa rõ giao cho ai" in unfinished
    github = run(root, "--docs", "docs", "--format", "github").stdout
    assert github.count("::notice file=docs/van-ban/2026/") == 10
