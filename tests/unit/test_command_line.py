"""Command lines are refused and explained in Vietnamese."""

from __future__ import annotations

import argparse
import ast
import inspect
import os
import re
from pathlib import Path

import pytest
from bantin.command_line import WORDS, fail, file_path, folder_path, make_parser, port_number

# Only a mistake in a program shows them.
FOR_PROGRAMMERS = re.compile(
    r"conflict|not callable|positionals|must be optional|cannot|invalid option string|dest=|"
    r"__call__|subparser|unknown parser|subcommands|mode %r|can't open|version number|deprecated|"
    r"^%\(heading\)s:$|default: |warning: "
)


def parser() -> argparse.ArgumentParser:
    one = make_parser("Thử.")
    one.add_argument("files", metavar="TỆP", nargs="+")
    one.add_argument("--port", type=port_number)
    one.add_argument("--kind", choices=("a", "b"))
    one.add_argument("--into", type=folder_path)
    one.add_argument("--log", type=file_path)
    one.add_argument("--many", nargs=2)
    one.add_argument("--number", type=int)
    one.add_argument("--flag", action="store_true")
    either = one.add_mutually_exclusive_group()
    either.add_argument("--x", action="store_true")
    either.add_argument("--y", action="store_true")
    return one


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "còn thiếu TỆP"),
        ("a --la", "không có tùy chọn hay đối số --la"),
        ("a --flag=1", "--flag: không nhận giá trị '1'"),
        ("a --fl", "không có tùy chọn hay đối số --fl"),
        ("a --port", "--port: thiếu giá trị đi sau"),
        ("a --port 0", "--port: cổng phải là số từ 1 đến 65535, không phải “0”"),
        ("a --port 65536", "không phải “65536”"),
        ("a --port ٣", "không phải “٣”"),
        (f"a --port {'9' * 5000}", "cổng phải là số từ 1 đến 65535"),
        ("a --kind c", "--kind: không có lựa chọn 'c'; chọn một trong"),
        ("a --many 1", "--many: cần 2 giá trị"),
        ("a --number x", "--number: giá trị 'x' không dùng được"),
        ("a --into khong-co", "--into: không có thư mục “khong-co”; kiểm tra lại đường dẫn"),
        ("a --into tep", "--into: không có thư mục “tep”"),
        ("a --log khong-co", "--log: không có tệp “khong-co”; kiểm tra lại đường dẫn"),
        ("a --log thu-muc", "--log: “thu-muc” là thư mục, cần một tệp"),
        ("a --log vong", "--log: không mở được “vong” (liên kết lòng vòng)"),
        (f"a --log {'d' * 300}", "(tên quá dài)"),
        ("a --log tep/x", "(có tệp ở chỗ của thư mục)"),
        ("a --x --y", "--y: không dùng cùng --x được"),
    ],
)
def test_a_wrong_line_is_refused_in_vietnamese(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    line: str,
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "thu-muc").mkdir()
    (tmp_path / "tep").write_text("", "utf-8")
    (tmp_path / "vong").symlink_to("vong")
    with pytest.raises(SystemExit, match="2"):
        parser().parse_args(line.split())
    said = capsys.readouterr().err
    assert told in said
    assert said.startswith("cách dùng: ")
    assert not re.search(r"usage|error|argument|option|expected|invalid", said)


@pytest.mark.parametrize(
    "line", [["a", "--\x1b[2J"], ["a", "--into", "\x1b]0;b\x07"], ["a", "--kind", "\u202e"]]
)
def test_a_line_cannot_command_the_terminal(
    capsys: pytest.CaptureFixture[str], line: list[str]
) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(line)
    assert capsys.readouterr().err.replace("\n", "").isprintable()


def test_a_right_line_is_taken(tmp_path: Path) -> None:
    log = tmp_path / "n.log"
    os.mkfifo(log)
    found = parser().parse_args(["a", "--log", str(log), "--into", str(tmp_path), "--port", "80"])
    assert (found.log, found.into, found.port) == (log, tmp_path, 80)


def test_help_is_vietnamese() -> None:
    told = parser().format_help()
    assert "cách dùng: " in told
    assert "đối số:" in told
    assert "tùy chọn:" in told
    assert "in hướng dẫn này" in told
    assert not re.search(r"usage|options|show|positional", told)


def test_every_word_that_this_python_says_to_editors_is_known() -> None:
    tree = ast.parse(inspect.getsource(argparse))
    said = {
        argument.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("_", "ngettext")
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert len(said) > 20
    assert {words for words in said if not FOR_PROGRAMMERS.search(words)} == WORDS.keys()


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("không có a", "Lỗi: không có a."),
        ("không có a.", "Lỗi: không có a."),
        ("có phải ý là b?", "Lỗi: có phải ý là b?"),
        ("thêm dòng này:\n    a\n", "Lỗi: thêm dòng này:\n    a\n"),
        ("không có \x1b[2J", "Lỗi: không có \\x1b[2J."),
    ],
)
def test_a_refusal_is_one_sentence_that_does_no_harm(
    message: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fail(message) == 1
    assert capsys.readouterr() == ("", f"{told}\n")
