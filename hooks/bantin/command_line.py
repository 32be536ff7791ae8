"""How commands speak with editors: Python's parser in Vietnamese, and refusals.

Knows no command.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from bantin.errors import printable
from bantin.unforeseen import reason_of

# What argparse says to people who use a command; what it says to programmers stays English.
WORDS = {
    "usage: ": "cách dùng: ",
    "positional arguments": "đối số",
    "options": "tùy chọn",
    "show this help message and exit": "in hướng dẫn này",
    "%(prog)s: error: %(message)s\n": "Lỗi: %(message)s. Xem cách dùng: %(prog)s --help\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "unrecognized arguments: %s": "không có tùy chọn hay đối số %s",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s có thể là %(matches)s; hãy viết đủ"
    ),
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "không có lựa chọn %(value)r; chọn một trong %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "giá trị %(value)r không dùng được",
    "expected one argument": "thiếu giá trị đi sau",
    "expected at most one argument": "chỉ nhận nhiều nhất một giá trị",
    "expected at least one argument": "cần ít nhất một giá trị",
    "expected %s argument": "cần %s giá trị",
    "expected %s arguments": "cần %s giá trị",
    "the following arguments are required: %s": "còn thiếu %s",
    "one of the arguments %s is required": "cần một trong các tùy chọn %s",
    "not allowed with argument %s": "không dùng cùng %s được",
    "ignored explicit argument %r": "không nhận giá trị %r",
    "unexpected option string: %s": "tùy chọn %s không dùng được ở đây",
}


def _translate(words: str) -> str:
    return WORDS.get(words, words)


def _translate_number(one: str, many: str, number: int) -> str:
    return _translate(one if number == 1 else many)


class _Parser(argparse.ArgumentParser):
    """Refuses a line in words that do no harm on a terminal, whatever stands in the line."""

    def error(self, message: str) -> NoReturn:
        super().error(printable(message))


def make_parser(description: str) -> argparse.ArgumentParser:
    """Return a parser of a command line that helps and refuses in Vietnamese."""
    # argparse looks up all its words under these two names, which gettext gives it.
    vars(argparse).update({"_": _translate, "ngettext": _translate_number})
    # An option is written in full: a shortened one may mean another after the next release.
    return _Parser(description=description, allow_abbrev=False)


def fail(message: str) -> int:
    """Tell why a command does not do its work. Return its exit code."""
    end = "" if message.endswith((".", "…", "?", "\n")) else "."
    print(f"Lỗi: {printable(message)}{end}", file=sys.stderr)
    return 1


def port_number(text: str) -> int:
    """Return a port, for `add_argument(type=...)`."""
    if not (text.isascii() and text.isdecimal()) or not 1 <= int(text[:9]) <= 65535:
        raise argparse.ArgumentTypeError(f"cổng phải là số từ 1 đến 65535, không phải “{text}”")
    return int(text)


def file_path(text: str) -> Path:
    """Return the path of an existing file, for `add_argument(type=...)`."""
    path = Path(text)
    try:
        if path.is_dir():
            raise argparse.ArgumentTypeError(f"“{text}” là thư mục, cần một tệp")
        # Also a pipe or a device will do.
        path.stat()
    except FileNotFoundError:
        raise argparse.ArgumentTypeError(f"không có tệp “{text}”; kiểm tra lại đường dẫn") from None
    except OSError as error:
        raise argparse.ArgumentTypeError(f"không mở được “{text}” ({reason_of(error)})") from None
    return path


def folder_path(text: str) -> Path:
    """Return the path of an existing folder, for `add_argument(type=...)`."""
    path = Path(text)
    try:
        is_folder = path.is_dir()
    except OSError:  # behind a closed door
        is_folder = False
    if not is_folder:
        raise argparse.ArgumentTypeError(f"không có thư mục “{text}”; kiểm tra lại đường dẫn")
    return path


def add_docs_folder(parser: argparse.ArgumentParser, usual: Path) -> None:
    """Let a command that writes records ask for the docs folder, as `into`."""
    parser.add_argument(
        "--into",
        metavar="THƯ_MỤC",
        type=folder_path,
        default=str(usual),
        help="thư mục docs để ghi vào (mặc định: docs của dự án)",
    )


def add_import_options(parser: argparse.ArgumentParser, usual: Path) -> None:
    """Let a command that imports ask for the docs folder and what the texts leave out."""
    add_docs_folder(parser, usual)
    parser.add_argument(
        "--province",
        metavar="TỈNH",
        help="tỉnh, thành phố mà bài gọi là “tỉnh”, khi bài không nói rõ, ví dụ “Đắk Nông”",
    )
    parser.add_argument(
        "--bodies",
        action="store_true",
        help="chỉ liệt kê các tệp cơ quan, chuyên mục mà bản ghi cần và kho chưa có, không ghi gì",
    )
